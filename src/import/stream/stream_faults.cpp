#include "import/stream/stream_faults.hpp"

#include "import/layout_guesses.hpp"
#include "import/page/word_kinds.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/amount_run.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace budgetdiff::import {
namespace {

bool begins_with_amount(const std::string& goal) {
  const std::u32string text = to_code_points(goal);
  const std::size_t end = text.find_first_not_of(U"0123456789.,，");
  return end != 0 && end != text.npos && text.substr(0, end).find(U'.') != text.npos &&
         read_published_amount(text.substr(0, end)) && end > 3;
}

bool begins_target(const std::string& name) {
  return comparator_signs.find(to_code_points(name).front()) != comparator_signs.npos;
}

/// A point of a goal; a name may end as a sentence does.
bool is_point(const std::string& name) {
  const std::u32string text = to_code_points(name);
  return text.back() == U'；' || (text.back() == U'。' && !point_of(text).empty());
}

/// `categorized`: other indicators have a category.
bool is_whole(const Indicator& one, bool categorized) {
  return !one.name.empty() && !begins_target(one.name) &&
         !(categorized && one.level1.empty() && one.level2.empty()) &&
         (!one.annual_target.empty() || !one.period_target.empty());
}

bool is_whole(const Project& project, bool categorized) {
  return !project.name.empty() && !is_point(project.name) &&
         project.name.find("级指标") == std::string::npos && !begins_with_amount(project.goal) &&
         std::all_of(project.indicators.begin(), project.indicators.end(),
                     [&](const Indicator& one) { return is_whole(one, categorized); });
}

/// Whether more texts were left over than forms have: a list, whose cells are no labels and values.
bool leaves_too_much(const ImportedTable& table) {
  constexpr std::size_t most_of_project = 3;
  const auto& findings = table.provenance.findings;
  const auto left = static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [](const Finding& one) { return one.code == "text-left-over"; }));
  return left > most_of_project * table.snapshot.projects.size();
}

}  // namespace

StreamFaults stream_faults(const ImportedDocument& document, std::size_t tables,
                           std::size_t unread) {
  StreamFaults out;
  std::size_t without = 0;  // indicators
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    const ImportedTable& table = document.tables[t];
    const std::vector<Project>& projects = table.snapshot.projects;
    const auto& findings = table.provenance.findings;
    out.lost = out.lost || projects.empty() || leaves_too_much(table);
    out.errors += static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [](const Finding& one) { return one.severity == Severity::error; }));
    const bool categorized =
        std::any_of(projects.begin(), projects.end(), [](const Project& project) {
          return std::any_of(project.indicators.begin(), project.indicators.end(),
                             [](const Indicator& one) { return !one.level1.empty(); });
        });
    std::map<std::string, std::size_t> names;
    for (const Project& project : projects) {
      ++names[project.name];
    }
    for (std::size_t i = 0; i < projects.size(); ++i) {
      without += projects[i].indicators.empty() ? 1U : 0U;
      // Another label's value, as other forms have it.
      const bool body = projects[i].name == table.snapshot.department;
      const bool same =
          names[projects[i].name] > 1 && names[projects[i].name] * 2 > projects.size();
      if (!is_whole(projects[i], categorized) || body || same) {
        out.projects.emplace_back(t, i);
      }
    }
    out.read += projects.size();
  }
  out.lost = out.lost || out.read < tables || without > unread;
  return out;
}

void doubt_faults(ImportedDocument& document, const StreamFaults& faults) {
  for (const auto& [t, i] : faults.projects) {
    doubt_project(document.tables[t], i);
  }
}

}  // namespace budgetdiff::import
