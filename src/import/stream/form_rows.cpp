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

/// The column whose cell print may break beside a target: the explanation that stands just before
/// it, or its row's name where nothing else in words does. None where that is blank.
std::size_t column_beside(const std::vector<Role>& roles, const std::vector<std::size_t>& last,
                          std::size_t target) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  for (std::size_t c = target; c-- > 0;) {
    const bool words =
        roles[c] == Role::level3 || roles[c] == Role::remark || roles[c] == Role::none;
    if (words) {
      return last[c] != none ? c : none;
    }
  }
  return none;
}

/// ≥95%, ≥20户: a comparator or a number and what it counts.
bool ends_target(const std::u32string& text) {
  const WordKind kind = kind_of(text);
  return kind.target || kind.percent || (kind.number && !is_digit(text.back()));
}

bool is_words(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(), is_cjk);
}

/// Puts token `i` before the target of the next row, if that has one in words that may be its rest
/// and nothing but a name before it; whether it could.
bool put_into_next_row(Tokens& tokens, std::vector<StreamPlace>& at, std::size_t i) {
  const StreamPlace place{at[i].row + 1, at[i].column};
  std::size_t to = i + 1;
  while (to < tokens.size() && at[to].row == place.row && at[to].column != place.column) {
    ++to;
  }
  const bool rest = to > i + 1 && to < tokens.size() && at[to].row == place.row &&
                    is_words(tokens[to].text) && tokens[to].text.size() < tokens[i].text.size();
  if (rest) {
    const auto first = static_cast<std::ptrdiff_t>(i);
    const auto last = static_cast<std::ptrdiff_t>(to);
    std::rotate(tokens.begin() + first, tokens.begin() + first + 1, tokens.begin() + last);
    std::rotate(at.begin() + first, at.begin() + first + 1, at.begin() + last);
    at[to - 1] = place;
  }
  return rest;
}

}  // namespace

std::vector<FormRow> form_rows(const RowSearch::Found& found, std::vector<StreamToken>& tokens,
                               const std::vector<Role>& roles) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<FormRow> out;
  std::vector<StreamPlace> at = found.places;
  std::vector<int> widest(roles.size(), 0);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    widest[at[i].column] = std::max(widest[at[i].column], width_of(tokens[i].text));
  }
  const auto is_full = [&](std::size_t i, std::size_t column) {
    constexpr int letter = 2;
    return width_of(tokens[i].text) + letter >= widest[column];
  };
  std::vector<std::size_t> last(roles.size(), none);  // of each column in the row so far
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i == 0 || at[i].row != at[i - 1].row) {
      const std::size_t row = at[i].row;
      out.push_back({i, {}, found.doubtful[row] || found.close[row]});
      std::fill(last.begin(), last.end(), none);
    }
    const std::size_t column = at[i].column;
    const bool behind_target = last[column] != none && last[column] + 1 == i &&
                               holds_targets(roles[column]) && tokens[i].starts_line &&
                               is_words(tokens[i].text);
    const std::size_t beside = behind_target ? column_beside(roles, last, column) : none;
    if (beside != none) {
      const bool full = is_full(last[beside], beside);
      const bool target_full = is_full(i - 1, column);
      const bool ended = ends_target(tokens[i - 1].text);
      // Where neither goes on, it may be the first line of the next row's target, which stands
      // higher than that row's name beside its middle.
      if (!full && ended && is_full(i, column) && put_into_next_row(tokens, at, i)) {
        --i;
        continue;
      }
      if (ended ? !full : full == target_full) {
        out.back().doubtful = true;
      }
      if (ended || (full && !target_full)) {
        const std::size_t to = last[beside] + 1;
        const auto first = static_cast<std::ptrdiff_t>(to);
        const auto end = static_cast<std::ptrdiff_t>(i) + 1;
        std::rotate(tokens.begin() + first, tokens.begin() + end - 1, tokens.begin() + end);
        std::rotate(at.begin() + first, at.begin() + end - 1, at.begin() + end);
        at[to].column = beside;
        for (std::size_t& other : last) {
          other += other != none && other >= to ? 1U : 0U;
        }
        last[beside] = to;
        continue;
      }
    }
    last[column] = i;
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
