#include "import/page/stage_rows.hpp"

#include "import/page/aligned_cells.hpp"
#include "import/page/amount_heads.hpp"
#include "import/page/header_readings.hpp"
#include "import/page/lines.hpp"
#include "import/table/amounts_below.hpp"
#include "import/text/amount_run.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Words of columns are broken over this many lines at most.
constexpr std::size_t most_head_lines = 4;
constexpr std::size_t most_rows = 16;
constexpr std::size_t fewest_stages = 2;

std::vector<PdfWord> words_of(const Pieces& line) {
  std::vector<PdfWord> out;
  for (const FormPiece& piece : line) {
    out.insert(out.end(), piece.words.begin(), piece.words.end());
  }
  return out;
}

/// An amount, a share of a hundred, or a mark of none.
bool is_value(const PdfWord& word) {
  constexpr std::u32string_view letters = U"0123456789.,，%％-—－/";
  return std::all_of(word.text.begin(), word.text.end(),
                     [&](char32_t c) { return letters.find(c) != letters.npos; });
}

bool has_amounts(const Pieces& line) {
  const std::vector<PdfWord> words = words_of(line);
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_value)) >=
         fewest_stages;
}

bool is_money(const FormPiece& piece) {
  return piece.term.role == Role::money;
}

/// Whether a column beside amounts may be called so: 权重, 备注.
bool may_head_figures(Role role) {
  return role == Role::weight || role == Role::remark || role == Role::value;
}

Box box_of(const std::vector<PdfWord>& words) {
  return piece_of(words).box;
}

/// The words of columns in some lines: as they are on the page, a line of it each, with the second
/// half of a bracket behind its first.
std::vector<std::vector<PdfWord>> head_lines(const std::vector<Pieces>& lines, std::size_t begin,
                                             std::size_t end) {
  std::vector<PdfWord> words;
  for (std::size_t i = begin; i < end; ++i) {
    const std::vector<PdfWord> more = words_of(lines[i]);
    words.insert(words.end(), more.begin(), more.end());
  }
  std::vector<std::vector<PdfWord>> out = word_lines(std::move(words));
  for (std::vector<PdfWord>& line : out) {
    std::vector<PdfWord> joined;
    for (PdfWord& word : line) {
      if (joined.empty() || !opens(joined.back().text)) {
        joined.push_back(std::move(word));
        continue;
      }
      append_word(joined.back(), word);
    }
    line = std::move(joined);
  }
  return out;
}

/// Columns by their words.
struct Heads {
  std::vector<PastedCell> cells;
  std::vector<Box> boxes;
  std::size_t stages = 0;
};

/// What the words of lines [begin, end) are as heads of columns right of the rows' labels.
Heads heads_of(const std::vector<Pieces>& lines, std::size_t begin, std::size_t end, int page) {
  HeaderReadings readings;
  Heads out;
  const std::vector<std::vector<PdfWord>> cells =
      aligned_cells(head_lines(lines, begin, end),
                    [&](const std::u32string& text) { return readings.weight_of(text); });
  Grid grid(1, std::max<std::size_t>(1, cells.size()));
  for (std::size_t c = 0; c < cells.size(); ++c) {
    Cell cell;
    cell.column = c;
    cell.lines = cell_of_piece(piece_of(cells[c]), page);
    out.cells.push_back(cell.lines);
    out.boxes.push_back(box_of(cells[c]));
    grid.add(std::move(cell));
  }
  out.stages = cells.empty() ? 0 : stage_columns(grid, 0).size();
  return out;
}

/// A source's row.
struct SourceRow {
  std::vector<PdfWord> label;
  std::vector<PdfWord> values;
};

/// Where a label stands that print has put right behind that of its section.
Box box_of_label(const FormPiece& piece) {
  for (std::size_t k = piece.words.size(); k-- > 1;) {
    const FormPiece own =
        piece_of({piece.words.begin() + static_cast<std::ptrdiff_t>(k), piece.words.end()});
    if (own.term.role == Role::money && own.term.column == piece.term.column) {
      return own.box;
    }
  }
  return piece.box;
}

/// Whether a value begins, ends or has its middle where another of its column does.
bool is_aligned(const Box& value, const Box& other, double letter) {
  return std::min({std::abs(value.left - other.left), std::abs(value.right - other.right),
                   std::abs(value.left + value.right - other.left - other.right) / 2}) <= letter;
}

class SourceRows {
 public:
  SourceRows(const std::vector<Pieces>& lines, int page) : lines_(lines), page_(page) {}

  std::optional<StageRows> run() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (has_amounts(lines_[i]) && std::any_of(lines_[i].begin(), lines_[i].end(), is_money) &&
          find_heads(i)) {
        return rows_from(i);
      }
    }
    return std::nullopt;
  }

 private:
  /// The heads of the columns whose first amounts stand in that line.
  bool find_heads(std::size_t line) {
    for (std::size_t begin = line; begin-- > 0 && line - begin <= most_head_lines;) {
      const Pieces& head = lines_[begin];
      const bool other = std::any_of(head.begin(), head.end(), [](const FormPiece& piece) {
        return piece.is_label() && !is_money(piece) && !may_head_figures(piece.term.role);
      });
      const std::vector<PdfWord> words = words_of(head);
      if (other || std::any_of(words.begin(), words.end(), is_value)) {
        break;
      }
      Heads heads = heads_of(lines_, begin, line, page_);
      if (heads.stages >= fewest_stages && heads.stages > heads_.stages) {
        heads_ = std::move(heads);
        begin_ = begin;
      }
    }
    return heads_.stages > 0;
  }

  std::optional<StageRows> rows_from(std::size_t first) {
    // The label nearest to the amounts.
    const Pieces& line = lines_[first];
    const auto label = std::find_if(line.rbegin(), line.rend(), is_money);
    label_ = box_of_label(*label);
    // 年度预算数（万元） above the labels: a word more than there are amounts. Where it stands
    // tells less, since print counts the letters before it half as wide as they are.
    const std::vector<PdfWord> words = words_of(line);
    const auto amounts =
        static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_value));
    while (heads_.boxes.size() > amounts && heads_.boxes.front().left < label_.right) {
      above_labels_ = heads_.cells.front();
      heads_.cells.erase(heads_.cells.begin());
      heads_.boxes.erase(heads_.boxes.begin());
    }
    std::size_t end = first;
    while (end < lines_.size() && rows_.size() <= most_rows && take(lines_[end])) {
      ++end;
    }
    if (failed_ || heads_.cells.empty()) {
      return std::nullopt;
    }
    return placed(end);
  }

  /// Takes a line; false where it is behind the rows.
  bool take(const Pieces& line) {
    std::vector<PdfWord> values;
    for (const FormPiece& piece : line) {
      if (piece.is_label() && !is_money(piece)) {
        return false;
      }
      auto text_end = piece.words.end();
      while (text_end != piece.words.begin() && is_value(*(text_end - 1))) {
        --text_end;
      }
      values.insert(values.end(), text_end, piece.words.end());
      std::vector<PdfWord> text(piece.words.begin(), text_end);
      if (text.empty() || text.front().box.left >= heads_.boxes.front().right) {
        continue;  // what stands behind the values is a remark
      }
      const std::vector<PdfWord> side = part_side(text);
      if (!side.empty() && !money_unit_in_header(to_utf8(text_of(side))).empty()) {
        side_ = cell_of_piece(piece_of(side), page_);
      }
      if (!text.empty() && !take_label(std::move(text))) {
        return false;
      }
    }
    if (values.empty()) {
      return true;
    }
    failed_ = rows_.empty();
    if (!failed_) {
      std::vector<PdfWord>& own = rows_.back().values;
      own.insert(own.end(), values.begin(), values.end());
      std::sort(own.begin(), own.end(),
                [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
      failed_ = own.size() > heads_.cells.size();
    }
    return !failed_;
  }

  /// Takes what stands left of the labels from the words of a piece.
  std::vector<PdfWord> part_side(std::vector<PdfWord>& words) const {
    const auto end = std::find_if(words.begin(), words.end(), [&](const PdfWord& word) {
      return word.box.right > label_.left;
    });
    std::vector<PdfWord> out(words.begin(), end);
    words.erase(words.begin(), end);
    return out;
  }

  /// A label, or the rest of the one above; false where a text is too long to be one.
  bool take_label(std::vector<PdfWord> words) {
    const std::u32string text = text_of(words);
    if (text.size() > longest_form_label) {
      return false;
    }
    if (!rows_.empty()) {
      SourceRow& above = rows_.back();
      const std::u32string before = text_of(above.label);
      const bool known = label_of(before).role != Role::none;
      if (label_of(before + text).role == Role::money ||
          (!known && above.values.empty() && label_of(text).role == Role::none)) {
        above.label.insert(above.label.end(), words.begin(), words.end());
        return true;
      }
    }
    rows_.push_back({std::move(words), {}});
    return true;
  }

  /// Where the columns are: where the values of the total stand, which has one in every column but
  /// the last ones (remarks, scores). Words of columns stand elsewhere: print counts their letters
  /// half as wide as they are.
  [[nodiscard]] std::vector<Box> columns_by_values() const {
    std::vector<Box> out = heads_.boxes;
    const auto total = std::find_if(rows_.begin(), rows_.end(), [](const SourceRow& row) {
      const Term term = label_of(text_of(row.label));
      return term.role == Role::money && term.column == "total";
    });
    if (total == rows_.end() || total->values.size() < heads_.stages) {
      return out;
    }
    constexpr double far = 1e6;
    for (std::size_t c = 0; c < out.size(); ++c) {
      out[c] = c < total->values.size() ? total->values[c].box : Box{far, 0, far, 0};
    }
    return out;
  }

  [[nodiscard]] StageRows placed(std::size_t end) const {
    StageRows out;
    out.begin = begin_;
    out.end = end;
    if (!side_.empty()) {
      out.rows.emplace_back().cells.push_back(side_);
    }
    PastedRow& head = out.rows.emplace_back();
    head.cells.push_back(above_labels_);
    head.cells.insert(head.cells.end(), heads_.cells.begin(), heads_.cells.end());
    const std::vector<Box> columns = columns_by_values();
    for (const SourceRow& row : rows_) {
      std::vector<Box> boxes;
      for (const PdfWord& word : row.values) {
        boxes.push_back(word.box);
      }
      PastedRow& own = out.rows.emplace_back();
      own.cells.resize(1 + columns.size());
      own.cells.front() = cell_of_piece(piece_of(row.label), page_);
      if (boxes.empty()) {
        continue;
      }
      const double letter = row.values.front().size;
      const DealtAmounts dealt = deal_amounts(columns, false, boxes, letter);
      for (std::size_t k = 0; k < boxes.size(); ++k) {
        own.cells[1 + dealt.labels[k]] = cell_of_piece(piece_of({row.values[k]}), page_);
      }
      bool aligned = true;
      for (std::size_t k = 0; k < boxes.size(); ++k) {
        aligned = aligned && is_aligned(boxes[k], columns[dealt.labels[k]], letter);
      }
      if (dealt.guess && !aligned) {
        out.doubts.push_back(own.cells.front().front().place);
      }
    }
    return out;
  }

  const std::vector<Pieces>& lines_;
  int page_;
  Heads heads_;
  std::size_t begin_ = 0;
  Box label_;                ///< of the first row
  PastedCell above_labels_;  ///< the word over all labels
  PastedCell side_;          ///< left of all labels, saying a unit
  std::vector<SourceRow> rows_;
  bool failed_ = false;
};

}  // namespace

std::optional<StageRows> stage_rows(const std::vector<Pieces>& lines, int page) {
  return SourceRows(lines, page).run();
}

}  // namespace budgetdiff::import
