/// What the page reads.

#include "serve/api.hpp"
#include "serve/change_json.hpp"
#include "serve/comparison.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/history/editions.hpp>
#include <budgetdiff/report/history.hpp>
#include <budgetdiff/report/html.hpp>
#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::serving {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_found = 200;

struct Hit {
  const char* where = nullptr;  ///< "name", "goal", "indicator"
  std::string text;
};

/// The first text of the project that holds the folded words.
std::optional<Hit> find_in(const Project& project, const std::string& folded) {
  const auto holds = [&](const std::string& text) {
    return fold_name(text).find(folded) != std::string::npos;
  };
  if (holds(project.name)) {
    return Hit{"name", project.name};
  }
  for (const Indicator& indicator : project.indicators) {
    if (holds(indicator.name)) {
      return Hit{"indicator", indicator.name};
    }
  }
  for (const std::string* goal : {&project.goal, &project.annual_goal}) {
    if (holds(*goal)) {
      return Hit{"goal", *goal};
    }
  }
  return std::nullopt;
}

/// The report's own policy without its script, which it does not need: what
/// this server sends runs no script but the page's files.
std::string style_only_policy(const std::string& html) {
  const std::string before = "style-src ";
  const std::size_t at = html.find(before);
  const std::size_t end = at == std::string::npos ? at : html.find("; script-src", at);
  const std::string style = end == std::string::npos
                                ? "'none'"
                                : html.substr(at + before.size(), end - at - before.size());
  std::string readable;
  for (std::size_t i = 0; i < style.size(); ++i) {
    if (style.compare(i, 5, "&#39;") == 0) {
      readable += '\'';
      i += 4;
    } else {
      readable += style[i];
    }
  }
  return "default-src 'none'; style-src " + readable +
         "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

/// The two editions that the query names, compared; else what to answer instead.
std::optional<Comparison> comparison_asked_for(const Request& request, Store& store,
                                               Language language, Response& refused) {
  const std::string earlier = request.parameter("from_department");
  const auto from = edition_key(earlier.empty() ? request.parameter("department") : earlier,
                                request.parameter("from"));
  const auto to = edition_key(request.parameter("department"), request.parameter("to"));
  if (!from || !to) {
    refused = problem(400, from ? to.error() : from.error(), language);
    return std::nullopt;
  }
  auto comparison = compare_stored(store, *from, *to);
  if (!comparison) {
    refused = problem(404, comparison.error(), language);
    return std::nullopt;
  }
  return std::move(*comparison);
}

}  // namespace

Response Api::changes(const Request& request, Store& store) const {
  const Language language = language_of(request);
  Response refused;
  const auto comparison = comparison_asked_for(request, store, language, refused);
  if (!comparison) {
    return refused;
  }
  return {200, "application/json; charset=utf-8", comparison_json(*comparison, language), {}, {}};
}

Response Api::report(const Request& request, Store& store) const {
  const Language language = language_of(request);
  Response refused;
  const auto comparison = comparison_asked_for(request, store, language, refused);
  if (!comparison) {
    return refused;
  }
  ThreadsByChange threads;
  for (const Thread& thread : comparison->threads) {
    threads[thread.change].push_back(thread);
  }
  ReportOptions options;
  options.language = language;
  options.from_name = request.parameter("from");
  options.to_name = request.parameter("to");
  options.threads = &threads;
  Response response;
  const std::string name = options.from_name + "-" + options.to_name;
  if (comparison->from.department != comparison->to.department) {
    options.from_name = comparison->from.department + ":" + options.from_name;
    options.to_name = comparison->to.department + ":" + options.to_name;
  }
  if (request.parameter("format") == "markdown") {
    response.type = "text/markdown; charset=utf-8";
    response.body = markdown_report(comparison->changes, options);
    response.file = name + ".md";
    return response;
  }
  const auto document = [](const Provenance& provenance) {
    return ReportedDocument{&provenance, provenance.findings};
  };
  response.type = "text/html; charset=utf-8";
  response.body = html_report(comparison->changes, options, document(comparison->from_provenance),
                              document(comparison->to_provenance));
  response.policy = style_only_policy(response.body);
  if (request.parameter("save") == "1") {
    response.file = name + ".html";
  }
  return response;
}

Response Api::search(const Request& request, Store& store) const {
  const Language language = language_of(request);
  const std::string folded = fold_name(request.parameter("q"));
  Json found = Json::array();
  bool more = false;
  if (!folded.empty()) {
    const auto keys = store.keys("");
    if (!keys) {
      return problem(500, keys.error(), language);
    }
    for (auto key = keys->rbegin(); key != keys->rend() && !more; ++key) {
      const auto bytes = store.read_snapshot_bytes(*key, "");
      const auto snapshot = bytes ? read_snapshot(*bytes, "") : fail(bytes.error());
      if (!snapshot) {
        return problem(500, snapshot.error(), language);
      }
      for (const Project& project : snapshot->projects) {
        const auto hit = find_in(project, folded);
        if (!hit) {
          continue;
        }
        if (found.size() == most_found) {
          more = true;
          break;
        }
        Json one;
        one["department"] = key->department;
        one["year"] = key->year;
        one["stage"] = key->stage;
        one["project"] = project.name;
        if (const Amount* total = project.funding.total()) {
          one["total"] = total->to_string();
          one["unit"] = snapshot->unit;
        }
        one["where"] = hit->where;
        one["text"] = hit->text;
        found.push_back(std::move(one));
      }
    }
  }
  return json_response({{"found", std::move(found)}, {"more", more}});
}

Response Api::history(const Request& request, Store& store) const {
  const Language language = language_of(request);
  const auto keys = store.keys("");
  if (!keys) {
    return problem(500, keys.error(), language);
  }
  const std::string stage =
      request.parameter("stage").empty() ? "budget" : request.parameter("stage");
  const auto editions =
      load_editions(store, *keys, {request.parameter("department"), stage, 0, 9999});
  if (!editions) {
    return problem(500, editions.error(), language);
  }
  const auto line = find_line(*editions, request.parameter("project"));
  if (!line) {
    return problem(404, line.error(), language);
  }
  return {200, "application/json; charset=utf-8", history_json(*line), {}, {}};
}

}  // namespace budgetdiff::serving
