/// Uploaded documents: first what is in them and what is wrong, then, when the
/// reader says so, into the store. Nothing is kept between the two.

#include "serve/api.hpp"
#include "serve/change_json.hpp"

#include <budgetdiff/check/checker.hpp>
#include <budgetdiff/model/whole_total.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <charconv>

namespace budgetdiff::serving {
namespace {

using Json = nlohmann::ordered_json;

/// The file's own name, without the folders that some browsers send.
std::string base_name(const std::string& name) {
  const std::size_t slash = name.find_last_of("/\\");
  const std::string base = slash == std::string::npos ? name : name.substr(slash + 1);
  return base.empty() || find_invalid_utf8(base) != std::string::npos ? "document" : base;
}

std::string extension_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  const std::string extension = dot == std::string::npos ? "" : name.substr(dot + 1);
  const bool plain =
      !extension.empty() && extension.size() <= 8 &&
      std::all_of(extension.begin(), extension.end(), [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      });
  return plain ? extension : "bin";
}

ImportOptions options_of(const Request& request) {
  ImportOptions options;
  if (const std::string department = request.parameter("department"); !department.empty()) {
    options.department = department;
  }
  if (const std::string stage = request.parameter("stage"); !stage.empty()) {
    options.stage = stage;
  }
  const std::string text = request.parameter("year");
  int year = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (failure == std::errc{} && stop == text.data() + text.size() && year >= 1900 && year <= 2200) {
    options.year = year;
  }
  return options;
}

void add_findings(ImportedTable& table) {
  auto& known = table.provenance.findings;
  for (Finding& finding : check(table.snapshot, &table.provenance)) {
    if (std::find(known.begin(), known.end(), finding) == known.end()) {
      known.push_back(std::move(finding));
    }
  }
}

SnapshotKey key_of(const Snapshot& snapshot) {
  return {snapshot.department, snapshot.year.value_or(0), snapshot.stage};
}

}  // namespace

Response Api::check_document(const Request& request, Store& store) const {
  const Language language = language_of(request);
  auto document = options_.read_document({base_name(request.parameter("name")), request.body},
                                         options_of(request));
  if (!document) {
    return problem(422, document.error(), language);
  }
  const auto keys = store.keys("");
  if (!keys) {
    return problem(500, keys.error(), language);
  }
  Json tables = Json::array();
  for (ImportedTable& table : document->tables) {
    add_findings(table);
    const Snapshot& snapshot = table.snapshot;
    Json one;
    one["department"] = snapshot.department;
    if (snapshot.year) {
      one["year"] = *snapshot.year;
    }
    one["stage"] = snapshot.stage;
    one["unit"] = snapshot.unit;
    one["projects"] = snapshot.projects.size();
    std::size_t indicators = 0;
    for (const Project& project : snapshot.projects) {
      indicators += project.indicators.size();
    }
    one["indicators"] = indicators;
    if (const auto total = whole_total(snapshot)) {
      one["total"] = total->to_string();
    }
    one["known"] = std::find(keys->begin(), keys->end(), key_of(snapshot)) != keys->end();
    Json findings = Json::array();
    for (const Finding& finding : table.provenance.findings) {
      findings.push_back(to_json(finding, language));
    }
    one["findings"] = std::move(findings);
    tables.push_back(std::move(one));
  }
  return json_response({{"tables", std::move(tables)}});
}

Response Api::import_document(const Request& request, Store& store) const {
  const Language language = language_of(request);
  const std::string name = base_name(request.parameter("name"));
  auto document = options_.read_document({name, request.body}, options_of(request));
  if (!document) {
    return problem(422, document.error(), language);
  }
  for (const ImportedTable& table : document->tables) {
    if (!table.snapshot.year || table.snapshot.department.empty()) {
      return problem(422,
                     {name,
                      {},
                      {BD_TR("the document does not say its year or its department"), {}},
                      {BD_TR("fill them in and try again"), {}}},
                     language);
    }
  }
  const CommentAuthor author{request.parameter("author_name"), request.parameter("author_email")};
  if (!author.name.empty() && !author.email.empty()) {
    store.write_as(author);
  }
  Json stored = Json::array();
  for (ImportedTable& table : document->tables) {
    add_findings(table);
    PutRequest put;
    put.snapshot = std::move(table.snapshot);
    put.provenance = std::move(table.provenance);
    put.reason = request.parameter("reason");
    if (request.parameter("keep") == "1") {
      put.sources.push_back({request.body, extension_of(name)});
    }
    const auto result = store.put(put);
    if (!result) {
      Error error = result.error();
      return problem(409, error, language);
    }
    Json one;
    one["department"] = put.snapshot.department;
    one["year"] = put.snapshot.year.value_or(0);
    one["stage"] = put.snapshot.stage;
    one["outcome"] = result->outcome == PutOutcome::added       ? "added"
                     : result->outcome == PutOutcome::corrected ? "corrected"
                                                                : "unchanged";
    one["commit"] = result->commit;
    stored.push_back(std::move(one));
  }
  return json_response({{"stored", std::move(stored)}}, 201);
}

}  // namespace budgetdiff::serving
