#include "import/page/text_rows.hpp"

#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

namespace budgetdiff::import {
namespace {

/// A row of more lines is none that people made.
constexpr std::size_t most_lines = 10;

/// What speaks against a row, by what it holds; 1: hardly anything.
constexpr double no_name = 6;
constexpr double no_target = 4;
constexpr double no_figure = 3;
constexpr double second_figure = 8;
constexpr double second_category = 6;
constexpr double early_end = 4;
constexpr double cut_name = 2.5;
constexpr double cut_bracket = 3;
constexpr double no_category = 1;
constexpr double cut_category = 3;
constexpr double beside_middle = 0.8;
constexpr double blank_line = 0.7;
/// So much against a row makes it a guess.
constexpr double doubtful_row = 2.4;

/// A line of a cell.
struct Piece {
  std::u32string text;
  int width = 0;
  bool full = false;      ///< reaches its column's edge
  bool compares = false;  ///< begins with a comparator
};

/// A line of the table: what each of its columns holds there.
struct TableLine {
  int number = 0;
  double middle = 0;
  std::vector<const Piece*> pieces;
};

struct PieceColumn {
  Role role = Role::none;
  std::map<int, Piece> pieces;  ///< by line
};

bool is_figure(Role role) {
  return role == Role::weight || role == Role::comparator;
}

PieceColumn pieces_of(const ColumnText& column) {
  PieceColumn out{column.role, {}};
  int widest = 0;
  for (const PdfLine& line : column.lines) {
    Piece piece;
    piece.text = without_space(line.line.text);
    if (piece.text.empty()) {
      continue;
    }
    piece.width = width_of(piece.text);
    piece.compares = comparator_signs.find(piece.text.front()) != comparator_signs.npos;
    widest = std::max(widest, piece.width);
    out.pieces.emplace(line.line.place.line, std::move(piece));
  }
  for (auto& [line, piece] : out.pieces) {
    piece.full = piece.width + 2 >= widest;
  }
  return out;
}

class TextRows {
 public:
  explicit TextRows(const std::vector<ColumnText>& columns) {
    std::map<int, double> heights;
    for (const ColumnText& column : columns) {
      const Role role = column.role;
      if (role == Role::level2 || role == Role::level3 || holds_targets(role) || is_figure(role) ||
          role == Role::measurement_unit) {
        columns_.push_back(pieces_of(column));
        for (const PdfLine& line : column.lines) {
          heights[line.line.place.line] = line.middle;
        }
      }
    }
    for (const auto& [number, middle] : heights) {
      TableLine line{number, middle, {}};
      for (const PieceColumn& column : columns_) {
        const auto found = column.pieces.find(number);
        line.pieces.push_back(found == column.pieces.end() ? nullptr : &found->second);
      }
      lines_.push_back(std::move(line));
    }
    double step = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      step = std::min(step, lines_[i].middle - lines_[i - 1].middle);
    }
    half_line_ = lines_.size() > 1 ? 0.4 * step : 1;
  }

  [[nodiscard]] std::vector<TextRow> run() const {
    const std::size_t n = lines_.size();
    std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> from(n + 1, 0);
    best[0] = 0;
    for (std::size_t end = 1; end <= n; ++end) {
      for (std::size_t begin = end; begin-- > 0 && end - begin <= most_lines;) {
        const double cost = best[begin] + row_cost(begin, end) + break_cost(begin);
        if (cost < best[end]) {
          best[end] = cost;
          from[end] = begin;
        }
      }
    }
    std::vector<TextRow> out;
    for (std::size_t end = n; end > 0; end = from[end]) {
      out.push_back(row(from[end], end));
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  /// The lines of [begin, end) in which a column has something.
  [[nodiscard]] std::vector<std::size_t> filled(std::size_t column, std::size_t begin,
                                                std::size_t end) const {
    std::vector<std::size_t> out;
    for (std::size_t i = begin; i < end; ++i) {
      if (lines_[i].pieces[column] != nullptr) {
        out.push_back(i);
      }
    }
    return out;
  }

  [[nodiscard]] double row_cost(std::size_t begin, std::size_t end) const {
    double cost = 0;
    for (std::size_t i = begin + 1; i < end; ++i) {
      cost += blank_line * (lines_[i].number - lines_[i - 1].number - 1);
    }
    bool target = false;
    bool targets = false;
    double figures = 0;
    std::size_t counted = 0;
    std::vector<std::size_t> names;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (columns_[c].pieces.empty()) {
        continue;
      }
      const std::vector<std::size_t> at = filled(c, begin, end);
      const Role role = columns_[c].role;
      if (is_figure(role)) {
        cost += at.empty() ? no_figure : second_figure * static_cast<double>(at.size() - 1);
      } else if (holds_targets(role)) {
        targets = true;
        target = target || !at.empty();
        cost += lines_cost(c, at);
      } else if (role == Role::level3) {
        cost += at.empty() ? no_name : lines_cost(c, at);
        names = at;
      } else if (role == Role::level2) {
        cost += at.empty() ? no_category : categories_cost(c, at);
      }
      if (!at.empty() && (is_figure(role) || holds_targets(role))) {
        figures += static_cast<double>(at.front() + at.back()) / 2;
        ++counted;
      }
    }
    cost += targets && !target ? no_target : 0;
    if (counted > 0 && !names.empty()) {
      // Figures stand beside the middle of the name.
      const double off = std::abs(figures / static_cast<double>(counted) -
                                  static_cast<double>(names.front() + names.back()) / 2);
      cost += beside_middle * std::max(0.0, off - 0.5);
    }
    return cost;
  }

  /// Lines of one cell: all but the last are full, and only the first compares.
  [[nodiscard]] double lines_cost(std::size_t c, const std::vector<std::size_t>& at) const {
    double cost = 0;
    for (std::size_t k = 1; k < at.size(); ++k) {
      const Piece& above = *lines_[at[k - 1]].pieces[c];
      const Piece& piece = *lines_[at[k]].pieces[c];
      cost += piece.compares ? second_figure : above.full ? 0 : early_end;
    }
    return cost;
  }

  [[nodiscard]] double categories_cost(std::size_t c, const std::vector<std::size_t>& at) const {
    std::string text;
    std::size_t whole = 0;
    for (const std::size_t i : at) {
      text += to_utf8(lines_[i].pieces[c]->text);
      if (is_level2_category(text)) {
        ++whole;
        text.clear();
      }
    }
    return whole > 1 ? second_category * static_cast<double>(whole - 1) : 0;
  }

  /// A row that begins with line `i`: hardly in the middle of a cell.
  [[nodiscard]] double break_cost(std::size_t i) const {
    double cost = 0;
    for (std::size_t c = 0; i > 0 && c < columns_.size(); ++c) {
      const Piece* const above = lines_[i - 1].pieces[c];
      const Piece* const piece = lines_[i].pieces[c];
      if (above == nullptr || piece == nullptr) {
        continue;
      }
      if (columns_[c].role == Role::level3 && above->full && piece->text.size() <= 2) {
        cost += cut_name / static_cast<double>(piece->text.size()) * 2;
      }
      if (std::u32string_view(U"（(）)，。；、").find(piece->text.front()) !=
          std::u32string_view::npos) {
        cost += cut_bracket;
      }
      if (columns_[c].role == Role::level2 && !is_level2_category(to_utf8(above->text)) &&
          is_level2_category(to_utf8(above->text + piece->text))) {
        cost += cut_category;
      }
    }
    return cost;
  }

  [[nodiscard]] TextRow row(std::size_t begin, std::size_t end) const {
    TextRow out;
    out.top = lines_[begin].middle - half_line_;
    out.bottom = lines_[end - 1].middle + half_line_;
    out.middle = (out.top + out.bottom) / 2;
    out.line = lines_[begin].number;
    out.doubtful = row_cost(begin, end) + break_cost(begin) >= doubtful_row;
    return out;
  }

  std::vector<PieceColumn> columns_;
  std::vector<TableLine> lines_;
  double half_line_ = 1;  ///< nearly
};

}  // namespace

std::vector<TextRow> text_rows(const std::vector<ColumnText>& columns) {
  return TextRows(columns).run();
}

}  // namespace budgetdiff::import
