#pragma once

/// What happens in the store, for those who wait for it.

#include <budgetdiff/serve/serve.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::serving {

/// What the client of GET /api/events?after=… knows; nothing of other requests.
[[nodiscard]] std::optional<std::string> known_to(std::string_view head);

/// The store's head, asked for again and again. One thread.
class News {
 public:
  /// `options` must outlive it.
  explicit News(const ServeOptions& options) : options_(options) {}

  /// "" where it cannot be told.
  [[nodiscard]] std::string head();

 private:
  const ServeOptions& options_;
  std::unique_ptr<Store> store_;
};

}  // namespace budgetdiff::serving
