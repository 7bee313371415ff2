#include "serve/api.hpp"

#include "serve/page_words.hpp"

namespace budgetdiff::serving {
struct Api::Route {
  const char* method;
  const char* path;
  Response (Api::*answer)(const Request&, Store&) const;
};

const std::vector<Api::Route>& Api::table() {
  static const std::vector<Route> routes = {
      {"GET", "/api/session", &Api::session},
      {"GET", "/api/words", &Api::words},
      {"GET", "/api/departments", &Api::departments},
      {"GET", "/api/changes", &Api::changes},
      {"GET", "/api/report", &Api::report},
      {"GET", "/api/search", &Api::search},
      {"GET", "/api/history", &Api::history},
      {"GET", "/api/events", &Api::events},
      {"POST", "/api/comments", &Api::write_comment},
      {"POST", "/api/matches", &Api::write_match},
      {"POST", "/api/documents/check", &Api::check_document},
      {"POST", "/api/documents/import", &Api::import_document},
  };
  return routes;
}

std::vector<std::string> Api::routes() {
  std::vector<std::string> out;
  out.reserve(table().size());
  for (const Route& route : table()) {
    out.push_back(std::string(route.method) + " " + route.path);
  }
  return out;
}

Language Api::language_of(const Request& request) const {
  const std::string wanted = request.parameter("lang");
  if (wanted == "zh" || wanted == "en") {
    return wanted == "zh" ? Language::chinese : Language::english;
  }
  return options_.language;
}

Response Api::handle(const Request& request) const {
  const Language language = language_of(request);
  bool known_path = false;
  for (const Route& route : table()) {
    if (request.path != route.path) {
      continue;
    }
    known_path = true;
    if (request.method == route.method) {
      const auto store = options_.open_store();
      if (!store) {
        return problem(500, store.error(), language);
      }
      return (this->*route.answer)(request, **store);
    }
  }
  return known_path ? problem(405, {{}, {}, {BD_TR("not that way"), {}}, {}}, language)
                    : problem(404, {{}, {}, {BD_TR("there is nothing here"), {}}, {}}, language);
}

Response Api::session(const Request& request, Store& store) const {
  nlohmann::ordered_json body;
  body["version"] = BUDGETDIFF_VERSION;
  body["language"] = language_of(request) == Language::chinese ? "zh" : "en";
  body["read_only"] = options_.read_only;
  body["store"] = store.path();
  if (const auto author = store.author()) {
    body["author"] = {{"name", author->name}, {"email", author->email}};
  }
  if (const auto head = store.resolve("")) {
    body["head"] = *head;
  }
  return json_response(body);
}

Response Api::words(const Request& request, Store& /*store*/) const {
  nlohmann::ordered_json body = nlohmann::ordered_json::object();
  for (const char* const word : page_words()) {
    body[word] = std::string(translate(language_of(request), word));
  }
  return json_response(body);
}

Response Api::departments(const Request& request, Store& store) const {
  const auto list = store.list("");
  if (!list) {
    return problem(500, list.error(), language_of(request));
  }
  nlohmann::ordered_json body = nlohmann::ordered_json::array();
  for (const StoredSnapshot& snapshot : *list) {
    if (body.empty() || body.back()["department"] != snapshot.key.department) {
      body.push_back(
          {{"department", snapshot.key.department}, {"editions", nlohmann::ordered_json::array()}});
    }
    nlohmann::ordered_json edition;
    edition["year"] = snapshot.key.year;
    edition["stage"] = snapshot.key.stage;
    edition["unit"] = snapshot.unit;
    if (snapshot.total) {
      edition["total"] = snapshot.total->to_string();
    }
    edition["projects"] = snapshot.projects;
    edition["indicators"] = snapshot.indicators;
    body.back()["editions"].push_back(std::move(edition));
  }
  return json_response(body);
}

Response Api::events(const Request& request, Store& store) const {
  const auto head = store.resolve("");
  if (!head) {
    return problem(500, head.error(), language_of(request));
  }
  return json_response({{"head", *head}, {"changed", *head != request.parameter("after")}});
}

}  // namespace budgetdiff::serving
