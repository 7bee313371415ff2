#include "import/stream/form_rows.hpp"

#include "import/page/word_kinds.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// ≥95%, ≥20户: a comparator or a number and what it counts.
bool ends_target(const std::u32string& text) {
  const WordKind kind = kind_of(text);
  return kind.target || kind.percent || (kind.number && !is_digit(text.back()));
}

bool is_words(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(), is_cjk);
}

/// Moves one element to another position; those between go up or down by one.
template <typename T>
void move_to(std::vector<T>& all, std::size_t from, std::size_t to) {
  const auto one = all.begin() + static_cast<std::ptrdiff_t>(from);
  const auto place = all.begin() + static_cast<std::ptrdiff_t>(to);
  if (from < to) {
    std::rotate(one, one + 1, place + 1);
  } else {
    std::rotate(place, one, one + 1);
  }
}

class Rows {
 public:
  Rows(const RowSearch::Found& found, Tokens& tokens, const std::vector<Role>& roles)
      : found_(found),
        tokens_(tokens),
        roles_(roles),
        at_(found.places),
        widest_(roles.size(), 0),
        last_(roles.size(), none) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      int& widest = widest_[at_[i].column];
      widest = std::max(widest, width_of(tokens_[i].text));
    }
  }

  std::vector<FormRow> run() {
    for (std::size_t i = 0; i < tokens_.size();) {
      if (i == 0 || at_[i].row != at_[i - 1].row) {
        begin_row(i);
      }
      const std::size_t beside = column_of_rest(i);
      if (beside != none && may_be_of_next_row(i, beside) && put_into_next_row(i)) {
        continue;  // with the token that stands here now
      }
      if (beside == none || !put_beside(i, beside)) {
        last_[at_[i].column] = i;
      }
      ++i;
    }
    add_names();
    return std::move(out_);
  }

 private:
  void begin_row(std::size_t i) {
    const std::size_t row = at_[i].row;
    out_.push_back({i, {}, found_.doubtful[row] || found_.close[row]});
    std::fill(last_.begin(), last_.end(), none);
  }

  /// Whether a token is as wide as its column's widest, or nearly so.
  [[nodiscard]] bool is_full(std::size_t i, std::size_t column) const {
    constexpr int letter = 2;
    return width_of(tokens_[i].text) + letter >= widest_[column];
  }

  /// The column whose cell token `i` may go on, which is words in a line behind a target; none
  /// where it is no such token.
  [[nodiscard]] std::size_t column_of_rest(std::size_t i) const {
    const std::size_t column = at_[i].column;
    const bool behind_target = last_[column] != none && last_[column] + 1 == i &&
                               holds_targets(roles_[column]) && tokens_[i].starts_line &&
                               is_words(tokens_[i].text);
    return behind_target ? column_beside(column) : none;
  }

  /// The column whose cell print may break beside a target: the explanation that stands just before
  /// it, or its row's name where nothing else in words does. None where that is blank.
  [[nodiscard]] std::size_t column_beside(std::size_t target) const {
    for (std::size_t c = target; c-- > 0;) {
      if (roles_[c] == Role::level3 || roles_[c] == Role::remark || roles_[c] == Role::none) {
        return last_[c] != none ? c : none;
      }
    }
    return none;
  }

  /// Where neither goes on, it may be the first line of the next row's target, which stands higher
  /// than that row's name beside its middle.
  [[nodiscard]] bool may_be_of_next_row(std::size_t i, std::size_t beside) const {
    return !is_full(last_[beside], beside) && ends_target(tokens_[i - 1].text) &&
           is_full(i, at_[i].column);
  }

  /// Puts token `i` before the target of the next row, if that has one in words that may be its
  /// rest and nothing but a name before it; whether it could.
  bool put_into_next_row(std::size_t i) {
    const StreamPlace place{at_[i].row + 1, at_[i].column};
    std::size_t to = i + 1;
    while (to < tokens_.size() && at_[to].row == place.row && at_[to].column != place.column) {
      ++to;
    }
    const bool rest = to > i + 1 && to < tokens_.size() && at_[to].row == place.row &&
                      is_words(tokens_[to].text) &&
                      tokens_[to].text.size() < tokens_[i].text.size();
    if (rest) {
      move_to(tokens_, i, to - 1);
      move_to(at_, i, to - 1);
      at_[to - 1] = place;
    }
    return rest;
  }

  /// Puts token `i` behind the cell beside the target, if that goes on and the target does not;
  /// whether it did. Where nothing tells, its row is doubtful.
  bool put_beside(std::size_t i, std::size_t beside) {
    const bool full = is_full(last_[beside], beside);
    const bool target_full = is_full(i - 1, at_[i].column);
    const bool ended = ends_target(tokens_[i - 1].text);
    if (ended ? !full : full == target_full) {
      out_.back().doubtful = true;
    }
    if (!ended && (!full || target_full)) {
      return false;
    }
    const std::size_t to = last_[beside] + 1;
    move_to(tokens_, i, to);
    move_to(at_, i, to);
    at_[to].column = beside;
    for (std::size_t& other : last_) {
      other += other != none && other >= to ? 1U : 0U;
    }
    last_[beside] = to;
    return true;
  }

  void add_names() {
    for (std::size_t r = 0; r < out_.size(); ++r) {
      const std::size_t end = r + 1 < out_.size() ? out_[r + 1].begin : tokens_.size();
      for (std::size_t i = out_[r].begin; i < end; ++i) {
        out_[r].name += roles_[at_[i].column] == Role::level3 ? to_utf8(tokens_[i].text) : "";
      }
    }
  }

  const RowSearch::Found& found_;
  Tokens& tokens_;
  const std::vector<Role>& roles_;
  std::vector<StreamPlace> at_;    ///< of each token
  std::vector<int> widest_;        ///< token of each column
  std::vector<std::size_t> last_;  ///< token of each column in the row so far
  std::vector<FormRow> out_;
};

}  // namespace

std::vector<FormRow> form_rows(const RowSearch::Found& found, std::vector<StreamToken>& tokens,
                               const std::vector<Role>& roles) {
  return Rows(found, tokens, roles).run();
}

}  // namespace budgetdiff::import
