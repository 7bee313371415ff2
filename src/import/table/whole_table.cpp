#include "import/table/whole_table.hpp"

#include "import/identity.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>

namespace budgetdiff::import {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    out += (out.empty() ? "" : ", ") + word;
  }
  return out;
}

/// The columns of amounts that projects have.
std::vector<std::string> columns_of(const Snapshot& snapshot) {
  std::vector<std::string> out;
  for (const Project& project : snapshot.projects) {
    for (const auto& [key, amount] : project.funding.items()) {
      add_once(out, std::string(published_word(key)));
    }
  }
  return out;
}

bool has_category(const Indicator& one) {
  return !one.level1.empty() || !one.level2.empty();
}

}  // namespace

bool any_has_goal(const TableRecords& records) {
  return records.projects.size() == 1 ||
         std::any_of(records.projects.begin(), records.projects.end(),
                     [](const ProjectText& project) {
                       return !project.goal.empty() || !project.annual_goal.empty();
                     });
}

void say_of_whole_table(const Snapshot& snapshot, const TableRecords& records,
                        std::vector<Finding>& findings) {
  const std::vector<Project>& projects = snapshot.projects;
  const auto find = [&](const char* code, Severity severity, Message message) {
    findings.push_back({code, severity, records.header_place, "", std::move(message)});
  };
  const auto any = [&](auto has) { return std::any_of(projects.begin(), projects.end(), has); };
  if (!projects.empty() && !any_has_goal(records)) {
    find("goal-missing", Severity::warning, {BD_TR("no project of the table has a goal"), {}});
  }
  const std::vector<std::string> columns = columns_of(snapshot);
  if (!columns.empty() && !any([](const Project& one) { return one.funding.total() != nullptr; })) {
    find("amount-missing", Severity::warning,
         {BD_TR("no project of the table has a total: its amounts are under {0}"),
          {joined(columns)}});
  }
  const bool categories = any([](const Project& one) {
    return std::any_of(one.indicators.begin(), one.indicators.end(), has_category);
  });
  if (!categories && any([](const Project& one) { return !one.indicators.empty(); })) {
    find("categories-missing", Severity::note,
         {BD_TR("no indicator of the table has a category (一级指标)"), {}});
  }
  // A compilation's projects are of many departments, a snapshot of one.
  std::vector<std::string> unread = records.unread;
  if (std::any_of(records.projects.begin(), records.projects.end(), [&](const ProjectText& one) {
        const std::string own = without_unit_code(published(one.department.text));
        return !own.empty() && fold_name(own) != fold_name(snapshot.department);
      })) {
    add_once(unread, "主管部门");
  }
  if (!unread.empty()) {
    find("fields-left-out", Severity::note,
         {BD_TR("a snapshot has no place for what stands under these words; it was left out: {0}"),
          {joined(unread)}});
  }
}

}  // namespace budgetdiff::import
