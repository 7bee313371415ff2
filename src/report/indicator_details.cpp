#include "report/indicator_details.hpp"

#include <budgetdiff/model/extra_members.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff {
namespace {

bool is_of_form(const ChangeSet& changes) {
  return std::any_of(
      changes.form_changes.begin(), changes.form_changes.end(), [](const FormChange& form) {
        return form.part == FormPart::target && (form.from == "weight" || form.to == "weight");
      });
}

}  // namespace

std::vector<DetailChange> detail_changes(const IndicatorChange& change, const ChangeSet& changes) {
  std::vector<DetailChange> out;
  if (!change.from || !change.to) {
    return out;
  }
  const std::string& before = change.from->weight;
  const std::string& after = change.to->weight;
  const bool one_sided = before.empty() || after.empty();
  if (before != after && !(one_sided && is_of_form(changes))) {
    out.push_back({"weight", before, after});
  }
  for (MemberChange& member : changed_members(change.from->extra, change.to->extra)) {
    out.push_back(
        {std::string(extra_prefix) + member.key, std::move(member.from), std::move(member.to)});
  }
  return out;
}

std::string part_of(const IndicatorChange& change, const ProjectChange& project) {
  if (!change.from || !change.to) {
    return change.to ? change.to_project : change.from_project;
  }
  const bool several_before = project.from.size() > 1;
  const bool several_after = project.to.size() > 1;
  if (several_before && several_after && change.from_project != change.to_project) {
    return change.from_project + " → " + change.to_project;
  }
  return several_after ? change.to_project : change.from_project;
}

}  // namespace budgetdiff
