#include "import/columns/header_totals.hpp"

#include "import/columns/header_pieces.hpp"
#include "import/columns/line_words.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {
namespace {

bool has_amount(const Line& line) {
  const auto words = words_of(line.text);
  return std::any_of(words.begin(), words.end(), amount_in);
}

/// Whether a line holds a word or a long piece of a column of money, and nothing but such pieces.
bool is_of_money(const std::vector<std::u32string>& words) {
  return !words.empty() && std::all_of(words.begin(), words.end(), is_header_piece) &&
         std::any_of(words.begin(), words.end(), [](const std::u32string& word) {
           return word.size() > 2 && !is_total_word(word) &&
                  term_of_list_header(word).role != Role::project_name;
         });
}

}  // namespace

bool is_total_word(std::u32string_view word) {
  return word == U"小计" || is_sum_label(to_utf8(word));
}

HeaderTotals::HeaderTotals(const std::vector<Line>& lines) : lines_(lines) {
  bool amounts = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    amounts = amounts && !lines[i].starts_page;
    if (amounts) {
      behind_amounts_.insert(i);
    }
    if (has_amount(lines[i])) {
      amounts = true;
      continue;
    }
    const auto words = words_of_header(lines[i].text);
    const bool all = std::all_of(words.begin(), words.end(), is_header_piece);
    for (const std::u32string& word : words) {
      if (!is_total_word(word) || (word == U"小计" && amounts)) {
        continue;
      }
      words_.insert(word);
      if (all && words.size() > 1) {
        in_lines_.insert(lines[i].page);
      } else if (words.size() == 1 && has_money_beside(i)) {
        beside_.emplace(lines[i].page, word);
      }
    }
  }
}

bool HeaderTotals::has_money_beside(std::size_t at) const {
  const auto same_flow = [&](std::size_t i) {
    return i > 0 && i < lines_.size() && !lines_[i].blank_before && !lines_[i].starts_page;
  };
  return (same_flow(at) && is_of_money(words_of_header(lines_[at - 1].text))) ||
         (same_flow(at + 1) && is_of_money(words_of_header(lines_[at + 1].text)));
}

bool HeaderTotals::is_column(std::size_t at) const {
  const std::u32string own = without_space(lines_[at].text);
  if (in_lines_.contains(lines_[at].page)) {
    return false;
  }
  if (own == U"小计") {
    return !behind_amounts_.contains(at);
  }
  if (words_.contains(U"小计")) {
    return false;
  }
  if (words_.contains(U"总计") && words_.contains(U"合计")) {
    return own == U"总计";
  }
  if (beside_.contains({lines_[at].page, own}) && !has_money_beside(at)) {
    return false;
  }
  const auto next =
      at + 1 < lines_.size() ? words_of(lines_[at + 1].text) : std::vector<std::u32string>{};
  return !next.empty() && !amount_in(next.front());
}

}  // namespace budgetdiff::import
