#include "import/stream/form_rows.hpp"

#include "import/page/word_kinds.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

/// Whether an indicator's name is all that stands before the target of a column and is in words.
bool alone_before(const std::vector<Role>& roles, std::size_t column) {
  for (std::size_t c = 0; c < column; ++c) {
    if (roles[c] == Role::remark || roles[c] == Role::none) {
      return false;
    }
  }
  return true;
}

/// ≥95%, ≥20户: a comparator or a number and what it counts.
bool ends_target(const std::u32string& text) {
  const WordKind kind = kind_of(text);
  return kind.target || kind.percent || (kind.number && !is_digit(text.back()));
}

bool is_words(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(), is_cjk);
}

}  // namespace

std::vector<FormRow> form_rows(const RowSearch::Found& found, std::vector<StreamToken>& tokens,
                               const std::vector<Role>& roles) {
  std::vector<FormRow> out;
  std::vector<StreamPlace> at = found.places;
  std::size_t name_end = 0;  // of the row so far
  constexpr int letter = 2;
  int full_name = 0;
  int full_target = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Role role = roles[at[i].column];
    int& full = role == Role::level3 ? full_name : full_target;
    if (role == Role::level3 || holds_targets(role)) {
      full = std::max(full, width_of(tokens[i].text));
    }
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i == 0 || at[i].row != at[i - 1].row) {
      const std::size_t row = at[i].row;
      out.push_back({i, {}, found.doubtful[row] || found.close[row]});
      name_end = i;
    }
    const bool goes_on = i > 0 && at[i].row == at[i - 1].row && at[i].column == at[i - 1].column &&
                         alone_before(roles, at[i].column);
    const bool behind_target = goes_on && holds_targets(roles[at[i].column]) &&
                               name_end > out.back().begin && tokens[i].starts_line &&
                               is_words(tokens[i].text);
    const bool name_full =
        behind_target && width_of(tokens[name_end - 1].text) + letter >= full_name;
    const bool target_full = behind_target && width_of(tokens[i - 1].text) + letter >= full_target;
    if (behind_target && !ends_target(tokens[i - 1].text) && name_full == target_full) {
      out.back().doubtful = true;
    }
    if (behind_target && (ends_target(tokens[i - 1].text) || (name_full && !target_full))) {
      const auto token = tokens.begin() + static_cast<std::ptrdiff_t>(i);
      std::rotate(tokens.begin() + static_cast<std::ptrdiff_t>(name_end), token, token + 1);
      std::rotate(at.begin() + static_cast<std::ptrdiff_t>(name_end),
                  at.begin() + static_cast<std::ptrdiff_t>(i),
                  at.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      at[name_end].column = at[name_end - 1].column;
      ++name_end;
    } else if (roles[at[i].column] == Role::level3) {
      name_end = i + 1;
    }
  }
  for (std::size_t r = 0; r < out.size(); ++r) {
    const std::size_t end = r + 1 < out.size() ? out[r + 1].begin : tokens.size();
    for (std::size_t i = out[r].begin; i < end; ++i) {
      out[r].name += roles[at[i].column] == Role::level3 ? to_utf8(tokens[i].text) : "";
    }
  }
  return out;
}

}  // namespace budgetdiff::import
