#include "import/spread/list_pieces.hpp"

#include "import/spread/broken_kinds.hpp"
#include "import/spread/column_numbers.hpp"
#include "import/spread/header_places.hpp"
#include "import/spread/moved_columns.hpp"
#include "import/stream/value_text.hpp"
#include "import/table/context.hpp"
#include "import/table/scan.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/page_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

/// The tokens of a line; letters that print spaces out (合 计) are one word.
void add_tokens(const std::vector<Line>& lines, std::size_t line, Tokens& out) {
  const std::size_t first = out.size();
  StreamToken token{{}, line, true, false};
  const auto end = [&] {
    if (token.text.empty()) {
      return;
    }
    const bool spaced = out.size() > first && out.back().text.size() == 1 &&
                        is_cjk(out.back().text[0]) && token.text.size() == 1 &&
                        is_cjk(token.text[0]);
    const bool sum = spaced && is_sum_label(to_utf8(out.back().text + token.text));
    if (sum) {
      out.back().text += token.text;
    } else {
      out.push_back(token);
    }
    token = {{}, line, false, false};
  };
  for (const char32_t c : lines[line].text) {
    if (is_space(c)) {
      end();
    } else {
      token.text += c;
    }
  }
  end();
  // 受 益 群 众
  constexpr std::size_t least = 3;
  join_spaced(out, first, least);
}

/// 2024年度, （2024年）
bool is_year(const std::u32string& text) {
  constexpr std::size_t longest = 8;
  return text.size() <= longest && text.find(U'年') != text.npos &&
         text.find_first_not_of(U"（）()0123456789年度") == text.npos;
}

/// What pages repeat above their table, or below it.
bool is_heading(const Line& line) {
  const std::u32string text = without_space(line.text);
  const std::vector<Labelled> labels = labels_in(line.text);
  const bool labelled =
      !labels.empty() && std::all_of(labels.begin(), labels.end(), [](const Labelled& one) {
        return one.role == Role::department || one.role == Role::money_unit ||
               one.role == Role::year || one.role == Role::spending_unit;
      });
  return labelled || unit_label_in(line.text) || is_title(line) || is_any_title(text) ||
         is_year(text);
}

class Pages {
 public:
  explicit Pages(const std::vector<Line>& lines) : lines_(lines) {}

  std::optional<ListText> run() {
    if (!find_header()) {
      return std::nullopt;
    }
    std::size_t page = 0;
    for (std::size_t line = first_; line < lines_.size(); ++page) {
      std::size_t end = line;
      while (end < lines_.size() && lines_[end].page == lines_[line].page) {
        ++end;
      }
      if (!take_page(line, end, page)) {
        for (; line < lines_.size(); ++line) {
          out_.behind.push_back(line);
        }
        break;
      }
      line = end;
    }
    join_spaced();
    join_broken_kinds(out_.pieces);
    place_comparator(out_);
    place_explanations(out_);
    take_sum();
    return out_.pieces.empty() ? std::nullopt : std::optional(std::move(out_));
  }

 private:
  /// The first page with a header; what stands before it is not the list's.
  bool find_header() {
    for (std::size_t line = 0; line < lines_.size();) {
      std::size_t end = line;
      Tokens page;
      while (end < lines_.size() && lines_[end].page == lines_[line].page) {
        if (!is_heading(lines_[end])) {
          add_tokens(lines_, end, page);
        }
        ++end;
      }
      if (auto header = list_header(lines_, page)) {
        out_.header = *std::move(header);
        first_ = line;
        std::vector<Tokens> pages{std::move(page)};
        for (; end < lines_.size(); ++end) {
          if (lines_[end].page != lines_[end - 1].page) {
            pages.emplace_back();
          }
          if (!is_heading(lines_[end])) {
            add_tokens(lines_, end, pages.back());
          }
        }
        drop_lone_words(out_.header, pages);
        return out_.header.columns.size() <= most_list_columns;
      }
      for (; line < end; ++line) {
        out_.above.push_back(line);
      }
    }
    return false;
  }

  /// The page's lines [begin, end); false where the list does not go on on it.
  bool take_page(std::size_t begin, std::size_t end, std::size_t page) {
    Tokens tokens;
    std::vector<std::size_t> headings;
    bool ends = false;
    for (std::size_t line = begin; line < end; ++line) {
      if (is_heading(lines_[line])) {
        headings.push_back(line);
      } else if (!is_page_mark(lines_[line]) && !is_page_number(line, begin, end)) {
        ends = ends || (heads_section(without_space(lines_[line].text)) && page > 0);
        add_tokens(lines_, line, tokens);
      }
    }
    HeaderPlaces places = header_places(out_.header, tokens);
    const bool headed = std::any_of(places.columns.begin(), places.columns.end(),
                                    [](std::size_t c) { return c != HeaderPlaces::none; });
    if (ends && !headed) {
      return false;
    }
    out_.above.insert(out_.above.end(), headings.begin(), headings.end());
    for (const std::size_t line : headings) {
      for (const Labelled& one : labels_in(lines_[line].text)) {
        if (one.role == Role::department || one.role == Role::spending_unit) {
          out_.department = to_code_points(one.value);
        }
      }
    }
    if (headed) {
      set_numbers_apart(out_.header, tokens, places);
    }
    std::vector<std::size_t> flows;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::size_t line = tokens[i].line;
      for (; flow_line_ < line + 1; ++flow_line_) {
        flow_ += lines_[flow_line_].blank_before || lines_[flow_line_].starts_page ? 1U : 0U;
      }
      flows.push_back(flow_);
    }
    std::map<std::size_t, ColumnMask> below;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (places.columns[i] < HeaderPlaces::group) {
        below[flows[i]] |= ColumnMask{1} << places.columns[i];
      }
    }
    bool starts = true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      starts = starts || tokens[i].starts_line;
      if (places.columns[i] == HeaderPlaces::none) {
        ListPiece piece{tokens[i], flows[i], page, below[flows[i]]};
        piece.token.starts_line = std::exchange(starts, false);
        out_.pieces.push_back(std::move(piece));
      }
    }
    return true;
  }

  /// The number of a page, by itself as the first or last of its lines.
  [[nodiscard]] bool is_page_number(std::size_t line, std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest = 4;
    const std::u32string& text = lines_[line].text;
    const bool edge = line == begin || line + 1 == end || lines_[line].blank_before;
    const bool alone = line + 1 == end || lines_[line + 1].blank_before;
    return edge && alone && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), is_digit) && lines_[line].page > 0 &&
           std::stoi(to_utf8(text)) == lines_[line].page;
  }

  /// Whether a letter comes twice among pieces of one letter: cells of a narrow column (个, 处,
  /// 个), and no word.
  [[nodiscard]] bool has_letter_again(std::size_t at, std::size_t end) const {
    std::u32string letters;
    for (; at < end; ++at) {
      const char32_t letter = out_.pieces[at].token.text.front();
      if (letters.find(letter) != letters.npos) {
        return true;
      }
      letters += letter;
    }
    return false;
  }

  /// Letters that justified print spreads over a line, which comes as a line each.
  void join_spaced() {
    constexpr std::size_t least = 4;
    std::vector<ListPiece> out;
    for (std::size_t at = 0; at < out_.pieces.size();) {
      std::size_t next = at;
      while (next < out_.pieces.size() && out_.pieces[next].token.text.size() == 1 &&
             is_cjk(out_.pieces[next].token.text.front()) &&
             out_.pieces[next].flow == out_.pieces[at].flow) {
        ++next;
      }
      const bool word = next - at >= least && !has_letter_again(at, next);
      const std::size_t end = word ? next : at + 1;
      ListPiece one = std::move(out_.pieces[at]);
      for (std::size_t i = at + 1; i < end; ++i) {
        one.token.text += out_.pieces[i].token.text;
      }
      out.push_back(std::move(one));
      at = end;
    }
    out_.pieces = std::move(out);
  }

  /// 合计 with the amounts behind it, in its line or the next one.
  void take_sum() {
    for (std::size_t i = 0; i < out_.pieces.size(); ++i) {
      if (!is_sum_label(to_utf8(out_.pieces[i].token.text))) {
        continue;
      }
      std::size_t end = i + 1;
      while (end < out_.pieces.size() && is_amount(out_.pieces[end].token.text) &&
             (!out_.pieces[end].token.starts_line || end == i + 1) &&
             out_.pieces[end].page == out_.pieces[i].page) {
        ++end;
      }
      out_.sum.assign(out_.pieces.begin() + static_cast<std::ptrdiff_t>(i),
                      out_.pieces.begin() + static_cast<std::ptrdiff_t>(end));
      out_.pieces.erase(out_.pieces.begin() + static_cast<std::ptrdiff_t>(i),
                        out_.pieces.begin() + static_cast<std::ptrdiff_t>(end));
      if (i < out_.pieces.size()) {
        out_.pieces[i].token.starts_line = true;
      }
      return;
    }
  }

  const std::vector<Line>& lines_;
  std::size_t first_ = 0;
  std::size_t flow_ = 0;
  std::size_t flow_line_ = 0;
  ListText out_;
};

}  // namespace

std::optional<ListText> list_text(const std::vector<Line>& lines) {
  return Pages(lines).run();
}

}  // namespace budgetdiff::import
