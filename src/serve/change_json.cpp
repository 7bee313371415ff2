#include "serve/change_json.hpp"

#include "report/significance.hpp"
#include "report/wording.hpp"
#include "serve/exchange.hpp"

#include <budgetdiff/codec/change_set_json.hpp>
#include <budgetdiff/codec/comment_json.hpp>

#include <string>

namespace budgetdiff::serving {
namespace {

using Json = nlohmann::ordered_json;

Json sentences(const std::vector<Message>& messages, Language language) {
  Json list = Json::array();
  for (const Message& message : messages) {
    list.push_back(say(language, message));
  }
  return list;
}

Json document_json(const Provenance& provenance, Language language) {
  Json out;
  out["file"] = provenance.file;
  out["sha256"] = provenance.sha256;
  if (!provenance.parts.empty()) {
    Json parts = Json::array();
    for (const SourcePart& part : provenance.parts) {
      parts.push_back({{"file", part.file}, {"sha256", part.sha256}, {"size", part.size}});
    }
    out["parts"] = std::move(parts);
  }
  Json places = Json::array();
  for (const ProjectPlace& project : provenance.projects) {
    places.push_back(to_string(project.place));
  }
  out["places"] = std::move(places);
  Json findings = Json::array();
  for (const Finding& finding : provenance.findings) {
    findings.push_back(to_json(finding, language));
  }
  out["findings"] = std::move(findings);
  return out;
}

}  // namespace

Json to_json(const Thread& thread) {
  Json out;
  out["id"] = thread.id;
  out["state"] = std::string(to_string(thread.state));
  out["change"] = thread.change;
  out["outdated"] = thread.outdated();
  out["was"] = {{"from", thread.about.from}, {"to", thread.about.to}};
  out["now"] = {{"from", thread.now_from}, {"to", thread.now_to}};
  out["about"] = {{"part", std::string(to_string(thread.about.part))},
                  {"name", thread.about.name},
                  {"field", thread.about.field}};
  Json messages = Json::array();
  for (const ThreadMessage& message : thread.messages) {
    Json one;
    one["id"] = message.id;
    one["action"] = std::string(to_string(message.action));
    one["kind"] = std::string(to_string(message.kind));
    one["author"] = {{"name", message.author.name}, {"email", message.author.email}};
    one["time"] = to_text(message.time);
    one["text"] = message.text;
    one["edited"] = !message.edits.empty();
    messages.push_back(std::move(one));
  }
  out["messages"] = std::move(messages);
  return out;
}

Json to_json(const Finding& finding, Language language) {
  Json out;
  out["code"] = finding.code;
  out["severity"] = std::string(to_string(finding.severity));
  out["place"] = to_string(finding.place);
  out["project"] = finding.project;
  out["text"] = say(language, finding.message);
  return out;
}

std::string comparison_json(const Comparison& comparison, Language language) {
  Json rest;
  rest["head"] = comparison.head;
  Json evidence = Json::object();
  for (const ProjectChange& change : comparison.changes.projects) {
    if (!change.evidence.empty()) {
      evidence[change.id] = sentences(change.evidence, language);
    }
  }
  for (const SuggestedMatch& match : comparison.changes.suggested) {
    evidence[match.id] = sentences(match.evidence, language);
  }
  rest["evidence"] = std::move(evidence);
  const ByImportance order = by_importance(comparison.changes, {});
  Json ids = Json::array();
  for (const auto* const list : {&order.money, &order.weakened, &order.other}) {
    for (const ProjectChange* const change : *list) {
      ids.push_back(change->id);
    }
  }
  rest["order"] = std::move(ids);
  rest["warnings"] = sentences(comparison.changes.warnings, language);
  const Wording say(language);
  Json form = Json::array();
  for (const FormChange& change : comparison.changes.form_changes) {
    form.push_back(say.form_change(change));
  }
  rest["form"] = std::move(form);
  rest["documents"] = {{"from", document_json(comparison.from_provenance, language)},
                       {"to", document_json(comparison.to_provenance, language)}};
  Json threads = Json::array();
  for (const Thread& thread : comparison.threads) {
    threads.push_back(to_json(thread));
  }
  rest["threads"] = std::move(threads);
  // The change set has its own writer; reading its text only to write it again
  // would take longer than the comparison.
  std::string out = "{\"changes\":" + write_change_set(comparison.changes);
  out.pop_back();
  out += ',';
  out += std::string_view(dump(rest)).substr(1);
  out += '\n';
  return out;
}

}  // namespace budgetdiff::serving
