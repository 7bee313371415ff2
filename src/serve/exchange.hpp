#pragma once

/// A request and its answer, free of any HTTP library.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/text/catalogue.hpp>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace budgetdiff::serving {

struct Request {
  std::string method;
  std::string path;                            ///< decoded, "/api/changes"
  std::map<std::string, std::string> query;    ///< decoded; the last of doubled names
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;

  /// A parameter of the query; empty where it is absent.
  [[nodiscard]] std::string parameter(const std::string& name) const;
  [[nodiscard]] std::string header(const std::string& name) const;
};

struct Response {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::string policy;  ///< Content-Security-Policy in the place of the page's; empty: that
  std::string file;    ///< name to save it under; empty: it is shown
};

[[nodiscard]] Response json_response(const nlohmann::ordered_json& body, int status = 200);

/// What is wrong and what to do, as a problem (RFC 9457) in the language.
[[nodiscard]] Response problem(int status, const Error& error, Language language);

/// JSON text that is valid whatever bytes the strings hold.
[[nodiscard]] std::string dump(const nlohmann::ordered_json& value);

}  // namespace budgetdiff::serving
