#include "import/page/open_rows.hpp"

#include "import/page/form_pieces.hpp"
#include "import/page/lines.hpp"
#include "import/page/outside_lines.hpp"
#include "import/page/page_numbers.hpp"
#include "import/table/scan.hpp"
#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines of one cell are nearer than this many letters.
constexpr double line_step = 2.2;

class OpenRows {
 public:
  OpenRows(std::vector<Level>& levels, const LevelColumns& columns, const PdfPage& page)
      : levels_(levels), columns_(columns), page_(page) {}

  /// The rest of a row that the page cuts below the last line: it ends where its text does.
  void close_foot() {
    const Level& last = levels_.back();
    std::vector<PdfWord> below;
    for (const PdfWord& word : page_.words) {
      if (word.middle() > last.y && columns_.in_width(word)) {
        below.push_back(word);
      }
    }
    const bool open = !covers_all(last);
    if (const auto end = end_of_row(std::move(below), last.y, open)) {
      add(*end, levels_.end());
    }
  }

  /// The header above the first line, or the rest of a row of the page before.
  void close_head() {
    if (const auto top = top_of_header()) {
      add(*top, levels_.begin());
      return;
    }
    if (!columns_.goes_on()) {
      return;
    }
    const std::vector<PdfWord> above = words_above(levels_, page_);
    double top = levels_.front().y;
    for (const PdfLine& line : lines_of(above, page_.number)) {
      top = std::min(top, line.box.top - 1);
    }
    const bool fits = std::none_of(above.begin(), above.end(), [&](const PdfWord& word) {
      return !columns_.in_width(word) || columns_.crosses_any(word);
    });
    if (!above.empty() && fits) {
      add(top, levels_.begin());
    }
  }

 private:
  [[nodiscard]] bool covers_all(const Level& level) const {
    for (std::size_t c = 0; c + 1 < columns_.edges().size(); ++c) {
      if (!level.covers((columns_.edges()[c] + columns_.edges()[c + 1]) / 2)) {
        return false;
      }
    }
    return true;
  }

  /// Where text below the last line ends, if it is the rest of a row. `open`: a cell is, as
  /// the line does not run below it; else text must look like cells and reach the page's end.
  [[nodiscard]] std::optional<double> end_of_row(std::vector<PdfWord> words, double from,
                                                 bool open) const {
    std::vector<bool> filled(columns_.edges().size(), false);
    const std::vector<PdfWord> all = words;
    double end = from;
    double last = from;
    for (const PdfLine& line : lines_of(std::move(words), page_.number)) {
      if (is_page_number(line.line.text)) {
        continue;
      }
      if (stands_outside(line) || line.middle - last > line_step * line.size) {
        return open && end > from ? std::optional(end) : std::nullopt;
      }
      last = line.middle;
      end = line.box.bottom + 1;
    }
    for (const std::vector<PdfWord>& line : word_lines(all)) {
      const bool sum = is_sum(line);
      for (const PdfWord& word : line) {
        if (!open && !sum && word.middle() < end && columns_.crosses_any(word)) {
          return std::nullopt;
        }
        if (word.middle() < end) {
          filled[columns_.column_of(word)] = true;
        }
      }
    }
    const auto cells = std::count(filled.begin(), filled.end(), true);
    const bool row = open || cells > 1 || (cells == 1 && !filled.front());
    return end > from && row ? std::optional(end) : std::nullopt;
  }

  /// Where a header begins that print sets above the table's first line: words that are columns'
  /// or head some, right above it.
  [[nodiscard]] std::optional<double> top_of_header() const {
    std::vector<PdfLine> lines = lines_of(words_above(levels_, page_), page_.number);
    double top = levels_.front().y;
    for (; !lines.empty() && top - lines.back().middle < line_step * lines.back().size;
         lines.pop_back()) {
      const PdfLine& line = lines.back();
      if (stands_outside(line) || is_page_number(line.line.text)) {
        break;
      }
      top = line.box.top - 1;
    }
    return heads_columns(top) ? std::optional(top) : std::nullopt;
  }

  /// Whether what stands between `top` and the first line are words of a header: one by one, or
  /// those of each column together, as narrow columns break them (预算金 | 额); or the first row of
  /// a form (项目名称 | 河道清淤).
  [[nodiscard]] bool heads_columns(double top) const {
    std::vector<const PdfWord*> words;
    for (const PdfWord& word : page_.words) {
      if (word.middle() > top && word.middle() < levels_.front().y) {
        words.push_back(&word);
      }
    }
    std::stable_sort(words.begin(), words.end(), [](const PdfWord* a, const PdfWord* b) {
      return a->middle() < b->middle() - a->size / 2 ||
             (a->middle() < b->middle() + a->size / 2 && a->box.left < b->box.left);
    });
    std::map<std::size_t, std::u32string> columns;
    std::size_t known = 0;
    for (const PdfWord* const word : words) {
      const bool inside = columns_.in_width(*word);
      known += inside && look_up_header(to_utf8(word->text)).role != Role::none ? 1U : 0U;
      columns[inside ? columns_.column_of(*word) : columns_.edges().size()] += word->text;
    }
    const auto of_columns = static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const auto& column) {
          return look_up_header(to_utf8(column.second)).role != Role::none;
        }));
    constexpr std::size_t least = 2;
    constexpr std::size_t whole_label = 4;  // 项目 heads other rows, too
    const bool names = words.size() > 1 && words.front()->text.size() >= whole_label &&
                       columns_.in_width(*words.front()) &&
                       look_up_header(to_utf8(words.front()->text)).role == Role::project_name;
    return names || (known >= least && known * 3 >= words.size() * 2) ||
           (of_columns > least && of_columns * 3 >= columns.size() * 2);
  }

  /// Whether a line is that of a sum: its word, which has a cell over several columns, and amounts.
  [[nodiscard]] static bool is_sum(const std::vector<PdfWord>& line) {
    return line.size() > 1 && is_sum_label(to_utf8(line.front().text)) &&
           std::all_of(line.begin() + 1, line.end(), [](const PdfWord& word) {
             return read_published_amount(word.text).has_value();
           });
  }

  void add(double y, std::vector<Level>::iterator at) {
    Level level;
    level.y = y;
    level.added = true;
    levels_.insert(at, std::move(level));
  }

  std::vector<Level>& levels_;
  const LevelColumns& columns_;
  const PdfPage& page_;
};

}  // namespace

void close_open_rows(std::vector<Level>& levels, const LevelColumns& columns, const PdfPage& page) {
  OpenRows rows(levels, columns, page);
  rows.close_head();
  rows.close_foot();
}

}  // namespace budgetdiff::import
