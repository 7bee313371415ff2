#include "import/columns/header_lines.hpp"

#include "import/columns/header_money.hpp"
#include "import/columns/header_pieces.hpp"
#include "import/columns/header_totals.hpp"
#include "import/columns/line_words.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

/// How many lines behind a header's word the bracket that it opens is closed.
constexpr std::size_t header_reach = 8;

bool has_text(const Line& line) {
  return std::any_of(line.text.begin(), line.text.end(),
                     [](char32_t c) { return !is_digit(c) && !is_space(c) && c < 0xFFFE; });
}

class Reader {
 public:
  Reader(const std::vector<Line>& lines, std::vector<bool> taken)
      : lines_(lines), taken_(std::move(taken)), totals_(lines) {}

  std::optional<HeaderLines> run() {
    if (!take_header()) {
      return std::nullopt;
    }
    return HeaderLines{std::move(taken_), std::move(money_words_)};
  }

 private:
  /// Marks the lines of headers; false where there is none of this kind.
  bool take_header() {
    std::set<Role> roles;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (taken_[i] || !has_text(lines_[i])) {
        continue;
      }
      const auto words = header_words(i);
      bool whole = true;
      bool pieces = true;
      std::size_t named = 0;
      for (const std::u32string& word : words) {
        const Term term = term_of_list_header(word);
        const bool other = term.role != Role::none && !is_list_role(term.role);
        if (other && found.empty() && words.size() > 1) {
          return false;
        }
        // Words of two characters may be pieces (其他 of 其他资金), or of a name (项目).
        const bool complete =
            is_list_role(term.role) &&
            (std::min(word.find_first_of(U"（("), word.size()) > 2 || is_total_word(word));
        named += complete ? 1U : 0U;
        whole = whole && complete;
        pieces = pieces && (complete || is_header_piece(word));
      }
      const bool opened =
          opens_bracket(words) || (goes_on_in_bracket(words) && stands_below_name(i));
      const bool sum = words.size() == 1 && is_total_word(words.front());
      if ((opened || (whole && named > 0) || (pieces && named > 1)) &&
          (!sum || totals_.is_column(i)) && !goes_on_in_cell(i, words)) {
        found.push_back(i);
        take_header_line(i, words, roles, found);
      }
    }
    take_broken_words(found);
    return roles.contains(Role::project_name) && roles.contains(Role::indicators) &&
           (roles.contains(Role::goal) || roles.contains(Role::annual_goal)) &&
           !money_words_.empty();
  }

  /// Whether a line with the word of a column of money alone is the end of a name (专项资金): it
  /// stands behind a cell's line in its flow, or the page of the first header has no such word.
  [[nodiscard]] bool goes_on_in_cell(std::size_t at,
                                     const std::vector<std::u32string>& words) const {
    if (words.size() != 1 || look_up_listed_header(to_utf8(words.front())).role != Role::money) {
      return false;
    }
    bool known = false;
    for (std::size_t i = 0; i < lines_.size() && !known; ++i) {
      const auto own = header_words(i);
      known = lines_[i].page == first_page_ &&
              std::find(own.begin(), own.end(), words.front()) != own.end();
    }
    if (first_page_ >= 0 && lines_[at].page != first_page_ && !known) {
      return true;
    }
    const auto before =
        same_flow(at) && !taken_[at - 1] ? header_words(at - 1) : std::vector<std::u32string>{};
    return !std::all_of(before.begin(), before.end(), is_header_piece);
  }

  /// Whether the word of names stands above a line, and only pieces of other words between.
  [[nodiscard]] bool stands_below_name(std::size_t at) const {
    constexpr std::size_t reach = 4;
    for (std::size_t i = at; i-- > 0 && i + reach >= at;) {
      const auto words = header_words(i);
      if (look_up_listed_header(to_utf8(words.front())).role == Role::project_name) {
        return true;
      }
      if (!std::all_of(words.begin(), words.end(), is_header_piece)) {
        break;
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<std::u32string> header_words(std::size_t at) const {
    return words_of_header(lines_[at].text);
  }

  void take_header_line(std::size_t at, const std::vector<std::u32string>& words,
                        std::set<Role>& roles, std::vector<std::size_t>& found) {
    taken_[at] = true;
    first_page_ = first_page_ < 0 ? lines_[at].page : first_page_;
    for (const std::u32string& word : words) {
      const Term term = term_of_list_header(word);
      const bool bracket = opens_bracket({word}) || goes_on_in_bracket({word});
      roles.insert(opens_bracket({word}) ? Role::project_name : term.role);
      const bool money = term.role == Role::money || term.role == Role::none;
      if (money && !bracket && lines_[at].page == first_page_) {
        money_.emplace_back(at, word);
      }
    }
    if (opens_bracket(words) || goes_on_in_bracket(words)) {
      close_bracket(at, found);
    }
  }

  /// 项目名称（资金使 / 用单位）: the rest stands in one of the next lines, pieces of other words
  /// behind it.
  void close_bracket(std::size_t at, std::vector<std::size_t>& found) {
    for (std::size_t i = at + 1; i < lines_.size() && i <= at + header_reach; ++i) {
      const std::u32string text = without_space(lines_[i].text);
      const std::size_t close = text.find_first_of(U"）)");
      if (close == text.npos) {
        continue;
      }
      const auto words = header_words(i);
      const bool first = words.front().find_first_of(U"）)") + 1 == words.front().size() &&
                         words.front().find_first_of(U"（(") == text.npos;
      if (first && std::all_of(words.begin() + 1, words.end(), is_header_piece)) {
        taken_[i] = true;
        found.push_back(i);
        for (std::size_t k = 1; k < words.size() && lines_[i].page == first_page_; ++k) {
          money_.emplace_back(i, words[k]);
        }
      }
      return;
    }
  }

  /// Words of the header that a narrow column breaks stand in lines of their own between
  /// its whole words or right beside them. Those of the first header must make up words of
  /// columns; further on the same lines are headers again.
  void take_broken_words(const std::vector<std::size_t>& found) {
    if (found.empty()) {
      return;
    }
    const auto whole = money_;
    std::vector<std::size_t> first = pieces_beside(found);
    if (!join_with(first, whole)) {
      first.clear();
      money_ = whole;
      if (!join_money()) {
        return;
      }
    }
    for (const std::size_t line : first) {
      taken_[line] = true;
    }
    take_repeated(found, first);
  }

  /// The lines of pieces of the first header: beside its words, or beside such lines. Behind the
  /// first amounts the last line of a cell (会, 资金) may stand beside it over an empty line.
  [[nodiscard]] std::vector<std::size_t> pieces_beside(
      const std::vector<std::size_t>& found) const {
    std::set<std::size_t> near(found.begin(), found.end());
    const auto amounts = static_cast<std::size_t>(
        std::find_if(lines_.begin() + static_cast<std::ptrdiff_t>(found.front()), lines_.end(),
                     [&](const Line& line) {
                       return has_amount(static_cast<std::size_t>(&line - lines_.data()));
                     }) -
        lines_.begin());
    std::vector<std::size_t> out;
    for (bool more = true; more;) {
      more = false;
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        const bool above = i > 0 && near.contains(i - 1) && (i < amounts || same_flow(i));
        const bool below = near.contains(i + 1) && (i < amounts || same_flow(i + 1));
        if (!taken_[i] && !near.contains(i) && lines_[i].page == lines_[found.front()].page &&
            may_be_broken(i, above || below || stands_in_word(i))) {
          near.insert(i);
          out.push_back(i);
          more = true;
        }
      }
    }
    return out;
  }

  /// Whether a line stands at the beginning of a flow, before amounts or all of it, which is a
  /// column's word broken into two lines or more.
  [[nodiscard]] bool stands_in_word(std::size_t at) const {
    std::size_t begin = at;
    while (same_flow(begin)) {
      --begin;
    }
    std::u32string word = without_space(lines_[begin].text);
    std::size_t end = begin + 1;
    for (; same_flow(end) && !has_amount(end); ++end) {
      word += without_space(lines_[end].text);
    }
    return end > begin + 1 && at < end && word.size() > 4 &&
           look_up_listed_header(to_utf8(word)).role == Role::money;
  }

  [[nodiscard]] bool has_amount(std::size_t at) const {
    const auto words = words_of(lines_[at].text);
    return std::any_of(words.begin(), words.end(), amount_in);
  }

  /// Whether a line stands in the flow of the one before it.
  [[nodiscard]] bool same_flow(std::size_t at) const {
    return at > 0 && at < lines_.size() && !lines_[at].blank_before && !lines_[at].starts_page;
  }

  /// Whether the words found whole and those of `first` make up columns of money.
  bool join_with(const std::vector<std::size_t>& first,
                 const std::vector<std::pair<std::size_t, std::u32string>>& whole) {
    money_ = whole;
    for (const std::size_t line : first) {
      for (std::u32string& word : header_words(line)) {
        money_.emplace_back(line, std::move(word));
      }
    }
    std::stable_sort(money_.begin(), money_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    return join_money();
  }

  /// Whether a line begins a flow of header words, amounts behind them at most, the first of them
  /// a long one.
  [[nodiscard]] bool opens_flow_of(const std::set<std::u32string>& words, std::size_t at) const {
    constexpr std::size_t long_word = 4;
    if (same_flow(at) || header_words(at).front().size() < long_word) {
      return false;
    }
    for (std::size_t i = at; i == at || (same_flow(i) && !has_amount(i)); ++i) {
      const auto own = header_words(i);
      if (!std::all_of(own.begin(), own.end(),
                       [&](const std::u32string& word) { return words.contains(word); })) {
        return false;
      }
    }
    return true;
  }

  /// Further on the lines of the first header's pieces are headers again, and so are lines of
  /// its words in another division where they stand together or beside such lines.
  void take_repeated(const std::vector<std::size_t>& found, const std::vector<std::size_t>& first) {
    std::set<std::u32string> known;
    std::set<std::u32string> words;
    for (const std::size_t line : first) {
      known.insert(lines_[line].text);
    }
    for (const auto& part : {found, first}) {
      for (const std::size_t line : part) {
        const auto own = header_words(line);
        words.insert(own.begin(), own.end());
      }
    }
    for (bool more = true; more;) {
      more = false;
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (taken_[i]) {
          continue;
        }
        const bool beside = (i > 0 && taken_[i - 1]) || (i + 1 < lines_.size() && taken_[i + 1]);
        const bool hangs = (i > 0 && taken_[i - 1] && same_flow(i)) ||
                           (i + 1 < lines_.size() && taken_[i + 1] && same_flow(i + 1));
        const auto own = header_words(i);
        const bool said = std::all_of(own.begin(), own.end(), [&](const std::u32string& word) {
          return words.contains(word);
        });
        if ((known.contains(lines_[i].text) && may_be_broken(i, beside)) ||
            (said && may_be_broken(i, hangs || opens_flow_of(words, i)))) {
          taken_[i] = true;
          more = true;
        }
      }
    }
  }

  /// Whether a line holds pieces of a header's words: beside another line of the header,
  /// or two or more and one of them long.
  [[nodiscard]] bool may_be_broken(std::size_t at, bool beside) const {
    const auto words = header_words(at);
    const bool long_ones =
        words.size() > 1 && std::any_of(words.begin(), words.end(), [](const std::u32string& word) {
          return word.size() >= 4 && !is_sum_label(to_utf8(word));
        });
    return words.size() <= most_header_pieces && (beside || long_ones) &&
           !is_sum_label(to_utf8(lines_[at].text)) &&
           std::all_of(words.begin(), words.end(), is_header_piece);
  }

  /// Takes the columns of money of the first header; false where a piece is left.
  bool join_money() {
    std::vector<std::u32string> pieces;
    for (const auto& [line, word] : money_) {
      pieces.push_back(word);
    }
    auto words = money_columns(pieces);
    if (words) {
      money_words_ = std::move(*words);
    }
    return words.has_value();
  }

  const std::vector<Line>& lines_;
  std::vector<bool> taken_;
  HeaderTotals totals_;
  std::vector<std::pair<std::size_t, std::u32string>> money_;  ///< of the first header
  std::vector<std::string> money_words_;
  int first_page_ = -1;  ///< with a header
};

}  // namespace

std::optional<HeaderLines> header_lines(const std::vector<Line>& lines, std::vector<bool> taken) {
  return Reader(lines, std::move(taken)).run();
}

}  // namespace budgetdiff::import
