#include "serve/exchange.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::serving {

std::string Request::parameter(const std::string& name) const {
  const auto found = query.find(name);
  return found == query.end() ? std::string() : found->second;
}

std::string Request::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

std::string dump(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Response json_response(const nlohmann::ordered_json& body, int status) {
  return {status, "application/json; charset=utf-8", dump(body) + "\n", {}, {}};
}

Response problem(int status, const Error& error, Language language) {
  nlohmann::ordered_json body;
  body["status"] = status;
  std::string title = say(language, error.what);
  const std::string place = to_string(error.place);
  if (!place.empty()) {
    title = place + ": " + title;
  }
  if (!error.file.empty()) {
    title = printable(error.file) + ": " + title;
  }
  body["title"] = title;
  if (!error.what_to_do.text.empty()) {
    body["detail"] = say(language, error.what_to_do);
  }
  Response response = json_response(body, status);
  response.type = "application/problem+json; charset=utf-8";
  return response;
}

}  // namespace budgetdiff::serving
