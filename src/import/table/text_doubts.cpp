#include "import/table/text_doubts.hpp"

#include "import/layout_guesses.hpp"
#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/base/message.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

bool is_of_text(const Place& place) {
  return place.page > 0 && place.line > 0;
}

bool has_half_of_unit(const ProjectText& project, const std::vector<ProjectText>& all) {
  const std::u32string& own = project.spending_unit.text;
  return own.size() > 1 && std::any_of(all.begin(), all.end(), [&](const ProjectText& other) {
           const std::u32string& whole = other.spending_unit.text;
           return whole.size() > own.size() && whole.ends_with(own);
         });
}

/// Whether a name of one line, read round, gives two letters that its texts have, where its own
/// first two are nowhere in them.
bool is_turned(const ProjectText& project) {
  constexpr std::size_t shortest = 5;
  const std::u32string& name = project.name.text;
  if (name.size() < shortest || project.name.origin.front() != project.name.origin.back()) {
    return false;
  }
  const auto says = [&](const std::u32string& letters) {
    const auto has = [&](const Flow& flow) { return flow.text.find(letters) != flow.text.npos; };
    return has(project.goal) || has(project.annual_goal) || has(project.indicators) ||
           std::any_of(project.rows.begin(), project.rows.end(),
                       [&](const IndicatorText& row) { return has(row.name); });
  };
  return says({name.back(), name.front()}) && !says({name[0], name[1]});
}

/// Whether a goal says a name's letters turned round at one of them (创建质量强县 beside 县质量强),
/// and not the name: print put its end before it.
bool is_said_turned(const ProjectText& project) {
  constexpr std::size_t shortest = 3;
  const std::u32string& name = project.name.text;
  const auto says = [&](const std::u32string& letters) {
    return project.goal.text.find(letters) != std::u32string::npos ||
           project.annual_goal.text.find(letters) != std::u32string::npos;
  };
  if (name.size() < shortest || says(name)) {
    return false;
  }
  for (std::size_t at = 1; at < name.size(); ++at) {
    if (says(name.substr(at) + name.substr(0, at))) {
      return true;
    }
  }
  return false;
}

/// Whether a name closes a quote or a bracket that it has not opened: print put the beginning of a
/// line behind its end.
bool closes_unopened(const std::u32string& name) {
  for (const auto& [open, close] : {std::pair(U'“', U'”'), std::pair(U'（', U'）')}) {
    int depth = 0;
    for (const char32_t c : name) {
      depth += c == open ? 1 : c == close ? -1 : 0;
      if (depth < 0) {
        return true;
      }
    }
  }
  return false;
}

/// Whether lines of a goal begin with amounts, or are one: print ends a line of prose before a
/// large figure now and then, and hardly twice in one goal.
bool holds_amounts(const Flow& goal) {
  constexpr std::size_t least_digits = 4;
  constexpr std::size_t often = 2;
  std::size_t beginning = 0;
  for (std::size_t at = 0; at < goal.size(); ++at) {
    if (!goal.starts_line(at)) {
      continue;
    }
    std::size_t end = at;
    std::size_t digits = 0;
    while (end < goal.size() && (end == at || !goal.starts_line(end)) &&
           (is_digit(goal.text[end]) || goal.text[end] == ',' || goal.text[end] == '.')) {
      digits += is_digit(goal.text[end]) ? 1U : 0U;
      ++end;
    }
    if (digits < least_digits || (end < goal.size() && goal.text[end] == U'年')) {
      continue;
    }
    const bool alone = at > 0 && (end == goal.size() || goal.starts_line(end));
    beginning += alone ? often : 1;
  }
  return beginning >= often;
}

bool ends_as_label(const ProjectText& project) {
  return ends_with_any(project.name.text, {U"部门", U"单位", U"名称", U"金额"});
}

}  // namespace

void doubt_texts(TableRecords& records) {
  for (const ProjectText& project : records.projects) {
    if (!is_of_text(project.place) || project.name.empty()) {
      continue;
    }
    if (has_half_of_unit(project, records.projects) || is_turned(project) ||
        is_said_turned(project) || closes_unopened(project.name.text) || ends_as_label(project) ||
        holds_amounts(project.goal) || holds_amounts(project.annual_goal)) {
      records.findings.push_back(layout_guess(project.place, published(project.name.text)));
    }
  }
}

}  // namespace budgetdiff::import
