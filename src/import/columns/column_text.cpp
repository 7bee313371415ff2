#include "import/columns/column_text.hpp"

#include "import/columns/header_lines.hpp"
#include "import/columns/header_pieces.hpp"
#include "import/columns/line_words.hpp"
#include "import/columns/lost_hyphens.hpp"
#include "import/text/page_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Digits of a number that is no year and no count of anything.
constexpr std::size_t digits_of_large = 5;

class Reader {
 public:
  explicit Reader(const std::vector<Line>& lines) : lines_(lines), taken_(lines.size(), false) {}

  std::optional<ColumnwiseText> run() {
    take_labels();
    auto header = header_lines(lines_, taken_);
    if (!header) {
      return std::nullopt;
    }
    taken_ = std::move(header->taken);
    out_.money = std::move(header->money);
    take_page_numbers();
    take_cells();
    take_department_rows();
    drop_words_of_columns();
    return std::move(out_);
  }

  ColumnwiseText run_without_header() {
    take_labels();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto words = words_of(lines_[i].text);
      taken_[i] = taken_[i] || std::all_of(words.begin(), words.end(), is_header_piece);
    }
    take_cells();
    return std::move(out_);
  }

 private:
  void take_labels() {
    std::set<std::u32string> seen;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const bool unit = [&] {
        const auto label = unit_label_in(line.text);
        return label && label->begin == 0;
      }();
      const bool department = opens_department(line);
      if (is_page_mark(line)) {
        taken_[i] = true;
      } else if (is_title(line) || department || unit) {
        taken_[i] = true;
        if (seen.insert(line.text).second) {
          out_.preamble.push_back(i);
        }
      }
      if (department && department_.empty()) {
        std::u32string text = without_space(line.text);
        if (const auto label = unit_label_in(text)) {
          text.resize(label->begin);
        }
        const std::size_t colon = text.find_first_of(U"：:");
        department_ = colon == text.npos ? U"" : text.substr(colon + 1);
      }
    }
  }

  /// Numbers alone at the end or the beginning of a page; anywhere in it where every page has
  /// its own in a flow of its own.
  void take_page_numbers() {
    std::map<int, std::size_t> own;  // of each page its number's line
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (taken_[i] || !is_bare_integer(lines_[i])) {
        continue;
      }
      const bool last = i + 1 == lines_.size() || lines_[i + 1].starts_page;
      if (last || lines_[i].starts_page) {
        taken_[i] = true;
      }
      const bool alone =
          (lines_[i].blank_before || lines_[i].starts_page) && (last || lines_[i + 1].blank_before);
      if (alone && to_utf8(lines_[i].text) == std::to_string(lines_[i].page)) {
        own.try_emplace(lines_[i].page, i);
      }
    }
    if (own.size() > 1 && own.size() == static_cast<std::size_t>(lines_.back().page)) {
      for (const auto& [page, line] : own) {
        taken_[line] = true;
      }
    }
  }

  void take_cells() {
    find_whole_amounts();
    int flow = 0;
    std::u32string above;  // the header's words in the flow
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank_before || lines_[i].starts_page) {
        ++flow;
        above.clear();
      }
      if (taken_[i]) {
        above += without_space(lines_[i].text);
      } else {
        const std::size_t column = column_of(above);
        for (const std::u32string& line : at_lost_hyphens(lines_[i].text)) {
          add_cells(i, line, flow);
        }
        const auto& words = out_.lines.back().words;
        if (column > 0 && std::all_of(words.begin(), words.end(),
                                      [](const ColumnWord& word) { return word.amount; })) {
          out_.lines.back().below = column;
        } else {
          above.clear();
        }
      }
    }
  }

  /// Which of the columns of money a text is the word of; 0 for the total and what is none.
  [[nodiscard]] std::size_t column_of(const std::u32string& text) const {
    const Term term = term_of_list_header(text);
    const auto found =
        std::find_if(out_.money.begin(), out_.money.end(), [&](const std::string& word) {
          return term.role == Role::money && term_of_list_header(to_code_points(word)) == term;
        });
    return found == out_.money.end() ? 0 : static_cast<std::size_t>(found - out_.money.begin());
  }

  /// Parts the first amount of a line of amounts from the name that lost its hyphen before it;
  /// another amount stands behind it, or in the next line.
  void part_amount(std::size_t line, std::vector<std::u32string>& words) const {
    const auto next =
        line + 1 < lines_.size() ? words_of(lines_[line + 1].text) : std::vector<std::u32string>{};
    if (words.empty() || !std::all_of(words.begin() + 1, words.end(), amount_in) ||
        (words.size() == 1 && (next.empty() || !amount_in(next.front())))) {
      return;
    }
    if (const std::size_t at = amount_behind(words.front()); at > 0) {
      words.insert(words.begin() + 1, words.front().substr(at));
      words.front().resize(at);
      words.front() += U'-';
    }
  }

  /// A table may be in whole yuan without groups: lines of such numbers alone (one of them too
  /// large for anything else) stand in it, and no line of other amounts.
  void find_whole_amounts() {
    bool whole = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto words = words_of(lines_[i].text);
      if (taken_[i] || words.empty()) {
        continue;
      }
      if (std::all_of(words.begin(), words.end(), amount_in)) {
        return;
      }
      whole = whole || (std::all_of(words.begin(), words.end(), whole_amount_in) &&
                        std::any_of(words.begin(), words.end(), [](const auto& word) {
                          return word.size() >= digits_of_large;
                        }));
    }
    whole_amounts_ = whole;
  }

  [[nodiscard]] std::optional<Amount> amount(std::u32string_view word) const {
    auto out = amount_in(word);
    return out || !whole_amounts_ ? out : whole_amount_in(word);
  }

  void add_cells(std::size_t at, std::u32string_view text, int flow) {
    ColumnLine line;
    line.line = at;
    line.page = lines_[at].page;
    line.flow = flow;
    std::u32string label;
    std::size_t labels = 0;
    std::vector<std::u32string> words;
    for (const std::u32string& word : words_of_cells(text)) {
      const auto parts = parted_amounts(word);
      words.insert(words.end(), parts.begin(), parts.end());
    }
    part_amount(at, words);
    while (labels < words.size() && !amount(words[labels])) {
      label += words[labels++];
    }
    const bool sum = is_sum_label(to_utf8(label));
    if (sum) {
      line.kind = ColumnLine::Kind::sum;
    }
    for (std::size_t i = sum ? labels : 0; i < words.size(); ++i) {
      line.words.push_back({words[i], amount(words[i])});
    }
    out_.lines.push_back(std::move(line));
  }

  /// The rows of the whole department: its name over one or more lines, amounts
  /// between them or behind them.
  void take_department_rows() {
    if (department_.empty()) {
      return;
    }
    constexpr std::size_t most = 12;
    for (std::size_t i = 0; i < out_.lines.size(); ++i) {
      std::u32string name;
      for (std::size_t end = i; end < out_.lines.size() && end < i + most; ++end) {
        if (out_.lines[end].kind != ColumnLine::Kind::cells) {
          break;
        }
        for (const ColumnWord& word : out_.lines[end].words) {
          name += word.amount ? U"" : word.text;
        }
        if (name == department_) {
          for (std::size_t k = i; k <= end; ++k) {
            std::erase_if(out_.lines[k].words, [](const ColumnWord& word) { return !word.amount; });
          }
          out_.lines[i].kind = ColumnLine::Kind::department;
          break;
        }
        if (!department_.starts_with(name) || out_.lines[i].words.front().amount) {
          break;
        }
      }
    }
  }

  /// 合计 on a later page is the word of a column that its header repeats, and no row's, where the
  /// total of the first such row does not stand on the page.
  void drop_words_of_columns() {
    std::optional<Amount> total;
    int first = 0;  // page with a sum
    std::map<int, std::set<Amount>> amounts;
    for (const ColumnLine& line : out_.lines) {
      first = first == 0 && line.kind == ColumnLine::Kind::sum ? line.page : first;
      for (const ColumnWord& word : line.words) {
        if (word.amount) {
          total = total || first == 0 ? total : word.amount;
          amounts[line.page].insert(*word.amount);
        }
      }
    }
    for (ColumnLine& line : out_.lines) {
      if (total && line.kind == ColumnLine::Kind::sum && line.page != first && line.words.empty() &&
          !amounts[line.page].contains(*total)) {
        line.kind = ColumnLine::Kind::cells;
      }
    }
  }

  const std::vector<Line>& lines_;
  std::vector<bool> taken_;
  std::u32string department_;
  bool whole_amounts_ = false;  ///< numbers without a point are amounts
  ColumnwiseText out_;
};

}  // namespace

std::optional<ColumnwiseText> column_text(const std::vector<Line>& lines) {
  return Reader(lines).run();
}

ColumnwiseText all_lines(const std::vector<Line>& lines) {
  return Reader(lines).run_without_header();
}

}  // namespace budgetdiff::import
