#pragma once

/// The JSON API of the page: docs/api/openapi.json.

#include "serve/exchange.hpp"

#include <budgetdiff/serve/serve.hpp>

#include <string>
#include <vector>

namespace budgetdiff::serving {

/// One method of one path, and what answers it.
class Api {
 public:
  /// `options` must outlive it.
  explicit Api(const ServeOptions& options) : options_(options) {}

  /// Answers a request that the guard let pass. Any thread.
  [[nodiscard]] Response handle(const Request& request) const;

  /// "GET /api/changes" …, in the order of the description.
  [[nodiscard]] static std::vector<std::string> routes();

 private:
  struct Route;
  static const std::vector<Route>& table();

  /// The language that the request asks for.
  [[nodiscard]] Language language_of(const Request& request) const;

  Response session(const Request& request, Store& store) const;
  Response departments(const Request& request, Store& store) const;
  Response changes(const Request& request, Store& store) const;
  Response report(const Request& request, Store& store) const;
  Response search(const Request& request, Store& store) const;
  Response history(const Request& request, Store& store) const;
  Response events(const Request& request, Store& store) const;
  Response words(const Request& request, Store& store) const;
  Response write_comment(const Request& request, Store& store) const;
  Response write_match(const Request& request, Store& store) const;
  Response check_document(const Request& request, Store& store) const;
  Response import_document(const Request& request, Store& store) const;

  const ServeOptions& options_;
};

}  // namespace budgetdiff::serving
