#include "import/table/passed_over.hpp"

#include "import/table/context.hpp"
#include "import/table/continued.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/scan.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a table holds indicators: what is passed over then may be a lost part.
bool holds_categories(const Grid& grid) {
  constexpr std::ptrdiff_t least = 2;
  return std::count_if(grid.cells().begin(), grid.cells().end(), [](const Cell& cell) {
           const std::u32string text = cell.packed();
           constexpr std::size_t longest = 12;
           return text.size() <= longest && !text.empty() && is_level2_category(to_utf8(text));
         }) >= least;
}

/// What a line says that heads a table without being its title: 表3 部门收支总体情况,
/// 附件2：…, 三、“三公”经费支出情况如下：. "" where it heads none.
std::string caption_in(std::u32string_view line) {
  constexpr std::size_t longest = 40;
  std::u32string text = without_space(line);
  while (!text.empty() && (text.back() == U'：' || text.back() == U':')) {
    text.pop_back();
  }
  if (text.size() < 4 || text.size() > longest || text.find_first_of(U"。；，…") != text.npos ||
      !labels_in(line).empty()) {
    return {};
  }
  constexpr std::u32string_view numerals = U"0123456789一二三四五六七八九十-";
  const std::size_t number = text.starts_with(U"附表") || text.starts_with(U"附件") ? 2
                             : text.starts_with(U'表')                              ? 1
                                                                                    : text.size();
  const bool numbered = number < text.size() && numerals.find(text[number]) != numerals.npos &&
                        text.find_first_not_of(numerals, number) != text.npos;
  return numbered || ends_with_any(text, {U"表", U"情况", U"明细", U"清单", U"如下"})
             ? to_utf8(text)
             : std::string{};
}

/// 预算05-2表, 公开09表, 附表3: a form's number, and no title.
bool is_table_number(std::u32string_view line) {
  std::u32string text = without_space(line);
  for (const std::u32string_view word : {U"预算", U"公开", U"部门", U"财决", U"附表", U"附件"}) {
    if (text.starts_with(word)) {
      text.erase(0, word.size());
      break;
    }
  }
  return text.find_first_not_of(U"0123456789一二三四五六七八九十第表-－—（）()") == text.npos;
}

/// What a table begins with: a title in a row of its own, the first words of its cells.
struct FirstRows {
  std::string title;
  std::string words;
  std::size_t cells = 0;  ///< without that of the title
};

FirstRows first_rows(const Grid& grid) {
  constexpr std::size_t most_rows = 4;
  constexpr std::size_t most_cells = 4;
  constexpr std::size_t most_letters = 12;
  FirstRows out;
  for (std::size_t row = 0; row < grid.rows() && row < most_rows && out.cells < most_cells; ++row) {
    const std::vector<const Cell*> cells = grid.filled_cells(row);
    if (out.words.empty() && grid.columns() > 1 && cells.size() == 1) {
      std::string title = caption_in(cells.front()->packed());
      if (out.title.empty() && !title.empty()) {
        out.title = std::move(title);
        continue;
      }
    }
    if (out.words.empty() && labels_table(grid, row)) {
      continue;  // 单位：万元
    }
    for (const Cell* cell : cells) {
      if (out.cells++ < most_cells) {
        out.words +=
            (out.words.empty() ? "" : " | ") + to_utf8(cell->packed().substr(0, most_letters));
      }
    }
  }
  return out;
}

Finding finding(Severity severity, const Place& place, const std::string& words) {
  return {"table-passed-over",
          severity,
          place,
          "",
          {BD_TR("no performance table, passed over: {0}"), {words}}};
}

}  // namespace

bool PassedOver::see_line(const TextLine& line) {
  const std::string text = to_utf8(line.text);
  if (is_table_number(line.text)) {
    return false;
  }
  if (!is_table_title(text) &&
      (!is_any_title(line.text) || look_up_header(text).role != Role::none)) {
    return false;  // 年度绩效指标表 heads a part of a form
  }
  std::string title = to_utf8(without_space(line.text));
  if (is_current(title)) {
    return false;
  }
  end_title();
  next_ = std::move(title);
  next_place_ = line.place;
  return true;
}

bool PassedOver::is_current(const std::string& title) const {
  return title == current_ ||
         (!current_.empty() && to_utf8(without_continued(to_code_points(title))) == current_);
}

void PassedOver::end_title() {
  if (!next_.empty() && !is_table_title(next_)) {
    bare_[next_] = next_place_;
  }
  next_.clear();
}

void PassedOver::see_caption(const TextLine& line) {
  if (std::string caption = caption_in(line.text); !caption.empty()) {
    caption_ = std::move(caption);
  }
}

void PassedOver::use() {
  caption_.clear();
  last_ = {};
  if (!next_.empty()) {
    current_ = next_;
    used_.insert(std::move(next_));
    next_.clear();
  }
}

/// Whether a table's part on the next page has the columns of the one before.
bool PassedOver::are_one(const Named& a, const Named& b) {
  constexpr double step = 3;  // points
  return a.columns == b.columns &&
         std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(), b.edges.end(),
                    [](double one, double other) { return std::abs(one - other) <= step; });
}

bool PassedOver::goes_on(const Named& next) const {
  const bool same_title = next.title.empty() || next.title == last_.title;
  const bool next_page = next.page > 0 && next.page == last_.page + 1 && are_one(next, last_);
  return same_title && (next.words == last_.words || next_page);
}

void PassedOver::pass_over(const Grid& grid, bool expected) {
  const FirstRows first = first_rows(grid);
  if (first.cells + (first.title.empty() ? 0 : 1) < 2) {
    return;  // a frame around text
  }
  std::string title = !next_.empty() ? next_ : !first.title.empty() ? first.title : caption_;
  next_.clear();
  caption_.clear();
  Named now{std::move(title), first.words, grid.place.page, grid.columns(), grid.edges};
  // Right below the title of a performance table it is one that was not understood.
  const bool titled = is_table_title(now.title) && grid.rows() > 1;
  const Severity severity =
      !expected && (titled || holds_categories(grid)) ? Severity::warning : Severity::note;
  if (goes_on(now)) {
    last_.page = now.page;
    findings_.back().severity = std::max(findings_.back().severity, severity);
    return;
  }
  const std::string& words = now.words;
  findings_.push_back(finding(severity, grid.place,
                              now.title.empty() ? words
                              : words.empty()   ? now.title
                                                : now.title + ": " + words));
  met_.insert(now.title);
  last_ = std::move(now);
}

std::vector<Finding> PassedOver::findings() {
  end_title();
  for (const auto& [title, place] : bare_) {
    if (!met_.contains(title) && !used_.contains(title)) {
      findings_.push_back(finding(Severity::note, place, title));
    }
  }
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    return std::pair(a.place.page, a.place.line) < std::pair(b.place.page, b.place.line);
  });
  return std::move(findings_);
}

}  // namespace budgetdiff::import
