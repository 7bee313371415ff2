#include <budgetdiff/codec/decisions_json.hpp>

#include "codec/json_tree.hpp"
#include "codec/snapshot_parts.hpp"

#include <limits>

namespace budgetdiff {
namespace {

using json::Kind;
using json::ObjectReader;
using json::Value;
using json::Writer;

constexpr std::string_view same_word = "same";
constexpr std::string_view different_word = "different";

void write_year(Writer& out, std::string_view key, std::optional<int> year) {
  if (year) {
    out.key(key);
    out.integer(*year);
  }
}

void write_names(Writer& out, std::string_view key, const std::vector<ProjectName>& names) {
  out.key(key);
  out.begin_array();
  for (const ProjectName& project : names) {
    out.begin_object();
    out.member("name", project.name);
    if (project.occurrence != 1) {
      out.key("occurrence");
      out.integer(project.occurrence);
    }
    out.end_object();
  }
  out.end_array();
}

std::optional<int> read_year(ObjectReader& in, const Value& object, std::string_view key) {
  std::optional<long long> year;
  in.integer(object, key, 1, 9999, year);
  return year ? std::optional<int>(static_cast<int>(*year)) : std::nullopt;
}

std::vector<ProjectName> read_names(ObjectReader& in, const Value& object, std::string_view key) {
  std::vector<ProjectName> names;
  for (const Value* item : in.objects(object, key)) {
    ProjectName& project = names.emplace_back();
    in.text(*item, "name", project.name);
    if (project.name.empty()) {
      in.error(*item, {BD_TR("a project has no name"), {}});
    }
    std::optional<long long> occurrence;
    in.integer(*item, "occurrence", 1, std::numeric_limits<int>::max(), occurrence);
    project.occurrence = static_cast<int>(occurrence.value_or(1));
  }
  return names;
}

Decision read_decision(ObjectReader& in, const Value& object) {
  Decision decision;
  std::string verdict;
  in.text(object, "verdict", verdict);
  if (verdict == different_word) {
    decision.verdict = Verdict::different;
  } else if (verdict != same_word) {
    in.error(object, {BD_TR("\"verdict\" is neither same nor different"), {}});
  }
  decision.from = read_names(in, object, "from");
  decision.to = read_names(in, object, "to");
  if (decision.from.empty() && decision.to.empty()) {
    in.error(object, {BD_TR("a decision names no project"), {}});
  }
  in.text(object, "reason", decision.reason);
  return decision;
}

}  // namespace

std::string write_decisions(const Decisions& decisions) {
  Writer out;
  out.begin_object();
  out.member("schema", Decisions::schema);
  out.member("department", decisions.department);
  out.member("from_department", decisions.from_department);
  write_year(out, "from_year", decisions.from_year);
  out.member("from_stage", decisions.from_stage);
  write_year(out, "to_year", decisions.to_year);
  out.member("to_stage", decisions.to_stage);
  out.key("decisions");
  out.begin_array();
  for (const Decision& decision : decisions.decisions) {
    out.begin_object();
    out.member("verdict", decision.verdict == Verdict::same ? same_word : different_word);
    write_names(out, "from", decision.from);
    write_names(out, "to", decision.to);
    out.member("reason", decision.reason);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

Result<Decisions> read_decisions(std::string_view bytes, std::string_view file) {
  const auto tree = json::read(std::string(bytes), file);
  if (!tree) {
    return fail(tree.error());
  }
  const Value& root = tree->root();
  ObjectReader in(file, *tree);
  if (!in.opens(root, Decisions::schema,
                BD_TR("this JSON holds no match decisions: it is no object"),
                BD_TR("this JSON holds no match decisions: its schema is {0}, not {1}"))) {
    return fail(in.take_error());
  }
  Decisions decisions;
  in.text(root, "department", decisions.department);
  in.text(root, "from_department", decisions.from_department);
  decisions.from_year = read_year(in, root, "from_year");
  in.text(root, "from_stage", decisions.from_stage);
  decisions.to_year = read_year(in, root, "to_year");
  in.text(root, "to_stage", decisions.to_stage);
  for (const Value* item : in.objects(root, "decisions")) {
    decisions.decisions.push_back(read_decision(in, *item));
  }
  if (!in.ok()) {
    return fail(in.take_error());
  }
  return decisions;
}

}  // namespace budgetdiff
