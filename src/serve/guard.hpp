#pragma once

/// Who may ask, and who may write.
///
/// - The Host must be one that this server is reached by, so that a page whose
///   name was pointed at 127.0.0.1 (DNS rebinding) gets nothing.
/// - A request that a browser says comes from another site is refused, and so
///   is any write without the token, which no other site can know.
/// - What is written must be announced as JSON or as a file, which a form of
///   another site cannot do without asking first.

#include "serve/exchange.hpp"

#include <optional>
#include <set>
#include <string>

namespace budgetdiff::serving {

class Guard {
 public:
  /// `host` as given to listen on. All addresses ("0.0.0.0", "::") take any Host
  /// that is an address or this machine's own name.
  Guard(const std::string& host, int port, std::string token, bool read_only);

  /// Why the request is refused; nothing where it may pass.
  [[nodiscard]] std::optional<Response> refuse(const Request& request, Language language) const;

 private:
  [[nodiscard]] bool is_own_host(const std::string& host) const;

  std::set<std::string> hosts_;
  bool any_address_ = false;
  std::string token_;
  bool read_only_ = false;
};

/// Whether the two are equal, in a time that depends on their length alone.
[[nodiscard]] bool equal_secrets(const std::string& a, const std::string& b);

}  // namespace budgetdiff::serving
