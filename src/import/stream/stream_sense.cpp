#include "import/stream/stream_sense.hpp"

#include "import/page/word_kinds.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {

bool holds_prose(Role role) {
  return role == Role::level3 || role == Role::project_name || role == Role::spending_unit ||
         role == Role::goal || role == Role::annual_goal || role == Role::remark;
}

void lift_levels(std::vector<StreamPlace>& at, const std::vector<StreamToken>& tokens,
                 std::size_t begin, const std::vector<Role>& roles) {
  std::size_t level1 = roles.size();
  std::size_t level2 = roles.size();
  for (std::size_t c = 0; c < roles.size(); ++c) {
    level1 = roles[c] == Role::level1 ? c : level1;
    level2 = roles[c] == Role::level2 ? c : level2;
  }
  if (at.empty() || level1 == roles.size() || level2 == roles.size()) {
    return;
  }
  std::vector<std::string> first(at.back().row + 1);
  std::vector<std::string> second(first.size());
  std::vector<std::vector<std::size_t>> labels(first.size());  // tokens of `first`
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i].column == level1) {
      first[at[i].row] += to_utf8(tokens[begin + i].text);
      labels[at[i].row].push_back(i);
    } else if (at[i].column == level2) {
      second[at[i].row] += to_utf8(tokens[begin + i].text);
    }
  }
  std::string above;
  std::size_t below = 0;  // rows are looked through once: those before it have no label
  for (std::size_t row = 0; row < first.size(); ++row) {
    if (first[row].empty() && !second[row].empty() &&
        (above.empty() || !may_belong_under(above, second[row]))) {
      below = std::max(below, row + 1);
      while (below < first.size() && first[below].empty() && !second[below].empty()) {
        ++below;
      }
      if (below < first.size() && !first[below].empty() &&
          may_belong_under(first[below], second[row])) {
        for (const std::size_t i : labels[below]) {
          at[i].row = row;
        }
        first[row] = std::exchange(first[below], {});
      }
    }
    above = first[row].empty() ? above : first[row];
  }
}

bool is_doubtful(const std::vector<StreamPlace>& at, std::size_t rows,
                 const std::vector<StreamToken>& tokens, const StreamHeader& header) {
  // Indicators side by side under categories of a row above, which is not in the header.
  const auto count_of = [&](Role role) {
    return std::count(header.roles.begin(), header.roles.end(), role);
  };
  if (count_of(Role::level3) > 1 && count_of(Role::level1) + count_of(Role::level2) == 0) {
    return true;
  }
  std::vector<std::vector<bool>> filled(header.roles.size(), std::vector<bool>(rows, false));
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Role role = header.roles[at[i].column];
    const StreamToken& token = tokens[header.end + i];
    const WordKind kind = kind_of(token.text);
    const bool goes_on = i > 0 && at[i - 1].row == at[i].row && at[i - 1].column == at[i].column;
    if (fit_of(kind, role) >= fit::unlikely && !(goes_on && holds_prose(role) && kind.number)) {
      return true;
    }
    // A comparator begins its target.
    const std::size_t sign = token.text.find_first_of(U"≥≤≧≦");
    if (holds_targets(role) && sign != token.text.npos && (goes_on || sign > 0)) {
      return true;
    }
    // A unit and more.
    if (goes_on && role == Role::measurement_unit && token.text.size() > 1 &&
        token.text.front() != U'（') {
      return true;
    }
    // A second sentence in a cell that holds words.
    if (goes_on && (role == Role::remark || role == Role::level3 || role == Role::project_name) &&
        tokens[header.end + i - 1].text.back() == U'。') {
      return true;
    }
    filled[at[i].column][at[i].row] = true;
  }
  // A category whose label is on another page; a line below the table.
  const auto level1 = static_cast<std::size_t>(
      std::find(header.roles.begin(), header.roles.end(), Role::level1) - header.roles.begin());
  if (rows > 0 && level1 < header.roles.size() && !filled[level1][0]) {
    return true;
  }
  if (at.size() > 1) {
    const StreamPlace& last = at.back();
    const StreamPlace& before = at[at.size() - 2];
    if (last.row == before.row && last.column == before.column &&
        holds_targets(header.roles[last.column]) &&
        tokens[header.end + at.size() - 1].starts_line) {
      return true;
    }
  }
  // What is said of a project stands beside its name; else a page cut it in two.
  const auto name = static_cast<std::size_t>(
      std::find(header.roles.begin(), header.roles.end(), Role::project_name) -
      header.roles.begin());
  for (std::size_t c = 0; name < header.roles.size() && c < header.roles.size(); ++c) {
    const Role role = header.roles[c];
    const bool of_project = role == Role::goal || role == Role::annual_goal ||
                            role == Role::money || role == Role::spending_unit ||
                            role == Role::department || role == Role::project_code;
    for (std::size_t row = 0; of_project && row < rows; ++row) {
      if (filled[c][row] && !filled[name][row]) {
        return true;
      }
    }
  }
  for (std::size_t c = 0; c < header.roles.size(); ++c) {
    const Role role = header.roles[c];
    const auto count =
        static_cast<std::size_t>(std::count(filled[c].begin(), filled[c].end(), true));
    const bool every_row = role == Role::level3 || role == Role::weight ||
                           role == Role::comparator || role == Role::remark || holds_targets(role);
    if (every_row && count < rows && count * 10 >= rows * 7) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
