#include "import/paste/pasted_grid.hpp"

#include "import/csv/csv_grid.hpp"
#include "import/paste/header_spans.hpp"
#include "import/paste/lost_spans.hpp"
#include "import/paste/pasted_rows.hpp"
#include "import/table/columns.hpp"
#include "import/table/context.hpp"
#include "import/table/form_reader.hpp"
#include "import/table/scan.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Nobody pastes more lines.
constexpr std::size_t most_pasted = 50'000;

Role role_of(const PastedCell& cell) {
  return look_up_header(to_utf8(packed(cell))).role;
}

/// Whether a row begins a project's form: 项目名称<tab>X.
bool begins_form(const PastedRow& row) {
  Grid grid(1, row.cells.size());
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    Cell cell;
    cell.column = i;
    cell.lines = row.cells[i];
    grid.add(std::move(cell));
  }
  return !row.loose() && FormReader::names_project(grid, 0);
}

/// Whether a line stands above what follows and is no cell's: a title, 第三部分 ….
bool heads_text(const std::u32string& text) {
  constexpr std::size_t longest_number = 4;
  const std::size_t part = std::min(text.find(U"部分"), text.find(U'章'));
  return is_any_title(text) || is_table_title(to_utf8(text)) ||
         (text.front() == U'第' && part <= longest_number);
}

/// Whether a text may go on in the row below: neither label, title nor a form's begin.
bool continues_text(const PastedRow& below) {
  const PastedCell& next = below.cells.front();
  if (next.empty()) {
    return false;
  }
  const std::u32string text = packed(next);
  const std::vector<Labelled> labels = labels_in(next.front().text);
  const bool said = std::any_of(labels.begin(), labels.end(), [](const Labelled& one) {
    return one.role != Role::goal && one.role != Role::annual_goal;  // 目标1：
  });
  return role_of(next) == Role::none && !said && !heads_text(text) && !begins_form(below);
}

/// Whether a form's row goes on in the one below: a goal has paragraphs.
bool goes_on(const PastedRow& row, const PastedRow& below) {
  constexpr std::size_t shortest = 8;
  if (row.loose()) {
    return false;
  }
  const Role label = role_of(row.cells[row.cells.size() - 2]);
  if (label != Role::none && label != Role::goal && label != Role::annual_goal &&
      label != Role::remark) {
    return false;  // a name may hold commas, and has no paragraphs
  }
  const std::u32string above = packed(row.cells.back());
  return above.size() >= shortest && above.find_first_of(U"。；，;,、") != above.npos &&
         continues_text(below);
}

/// What the widest rows of a list say of the columns whose header says nothing. Those have
/// all cells, but for a label at the side.
void settle(Header& header, const Grid& head, const std::vector<PastedRow>& list) {
  const std::size_t columns = header.columns.size();
  std::size_t widest = 0;
  for (const PastedRow& row : list) {
    widest = std::max(widest, row.cells.size() <= columns ? row.cells.size() : 0);
  }
  Grid grid(head.rows() + list.size(), columns);
  for (const Cell& cell : head.cells()) {
    grid.add(cell);
  }
  std::size_t height = head.rows();
  for (const PastedRow& row : list) {
    for (std::size_t i = 0; widest > 1 && row.cells.size() == widest && i < widest; ++i) {
      Cell cell;
      cell.row = height;
      cell.column = columns - widest + i;
      cell.lines = row.cells[i];
      grid.add(std::move(cell));
    }
    height += row.cells.size() == widest ? 1U : 0U;
  }
  settle_columns(header, grid, head.rows(), height);
}

/// Rows with the columns of their cells; spans are blank positions, as in a sheet.
class Pasted {
 public:
  explicit Pasted(std::vector<PastedRow> rows) : rows_(std::move(rows)) {}

  std::optional<GridDocument> run() {
    for (std::size_t at = 0; at < rows_.size();) {
      const std::size_t count = header_rows(rows_, at);
      auto grid = count > 0 ? header_grid(rows_, at, count) : std::nullopt;
      const auto header = grid ? header_at(*grid, 0) : std::nullopt;
      if (!header) {
        PastedRow row = rows_[at++];
        // 年度绩效目标, and its text below.
        const bool goal = row.loose() && (role_of(row.cells.front()) == Role::goal ||
                                          role_of(row.cells.front()) == Role::annual_goal);
        if (goal && at < rows_.size() && rows_[at].loose()) {
          add_plain(std::exchange(row, rows_[at]));
          ++at;
          while (at < rows_.size() && rows_[at].loose() && continues_text(rows_[at])) {
            append(row, rows_[at++]);
          }
        }
        while (at < rows_.size() && goes_on(row, rows_[at]) && header_rows(rows_, at) == 0) {
          append(row, rows_[at++]);
        }
        add_plain(row);
        continue;
      }
      found_ = true;
      add_header(*grid);
      at = add_list(at + count, *header, *grid);
    }
    if (!found_) {
      return std::nullopt;
    }
    std::size_t columns = 1;
    for (const Cell& cell : cells_) {
      columns = std::max(columns, cell.column + cell.columns);
    }
    for (const std::size_t line : lines_) {
      cells_[line].columns = columns;
    }
    if (height_ > Grid::most_positions / columns || cells_.size() > Grid::most_filled) {
      return std::nullopt;
    }
    Grid grid(height_, columns);
    grid.place.line = 1;
    grid.doubts = std::move(doubts_);
    for (Cell& cell : cells_) {
      grid.add(std::move(cell));
    }
    GridDocument out;
    out.importer = "text";
    out.blocks.emplace_back(std::move(grid));
    return out;
  }

 private:
  void add(const PastedCell& lines, std::size_t column) {
    Cell cell;
    cell.row = height_;
    cell.column = column;
    cell.lines = lines;
    if (!lines.empty()) {
      cell.place = lines.front().place;
      cells_.push_back(std::move(cell));
    }
  }

  /// A line of its own spans the table.
  void add_line(const PastedCell& lines) {
    lines_.push_back(cells_.size());
    add(lines, 0);
  }

  void add_header(const Grid& grid) {
    for (Cell cell : grid.cells()) {
      cell.row += height_;
      cells_.push_back(std::move(cell));
    }
    height_ += grid.rows();
    label_cells_ = 0;
  }

  /// A row outside lists: labels with their values, or a line. A label that spans rows
  /// (项目资金, 总体目标 over 实施期目标 | 年度目标) is not there in the rows below, which have a
  /// cell less.
  void add_plain(const PastedRow& row) {
    const std::size_t k = row.cells.size();
    if (row.loose()) {
      add_line(row.cells.front());
      ++height_;
      label_cells_ = 0;
      return;
    }
    found_ = found_ || begins_form(row);
    const auto is_label = [](const PastedCell& cell) { return role_of(cell) != Role::none; };
    const bool money = role_of(row.cells.front()) == Role::money;
    const bool values = heads_ && std::none_of(row.cells.begin(), row.cells.end(), is_label);
    const bool below = k + 1 == label_cells_ && (money || values);
    if (!below) {
      heads_ = k > 2 && std::all_of(row.cells.begin(), row.cells.end(), is_label);
      const bool spans =
          heads_ || (k > 2 && (role_of(row.cells[1]) == Role::money || row.cells[1].empty()));
      label_cells_ = spans ? k : 0;
    }
    for (std::size_t i = 0; i < k; ++i) {
      add(row.cells[i], i + (below ? 1 : 0));
    }
    ++height_;
  }

  /// The rows from `at` on that are the list's; where they end.
  std::size_t add_list(std::size_t at, Header header, const Grid& head) {
    std::size_t end = at;
    while (end < rows_.size() && header_rows(rows_, end) == 0 && !begins_form(rows_[end]) &&
           !(rows_[end].loose() && heads_text(packed(rows_[end].cells.front())))) {
      ++end;
    }
    std::vector<PastedRow> list(rows_.begin() + static_cast<std::ptrdiff_t>(at),
                                rows_.begin() + static_cast<std::ptrdiff_t>(end));
    settle(header, head, list);
    for (const PlacedRow& placed : place_rows(list, header)) {
      if (placed.outside && placed.row.loose()) {
        add_line(placed.row.cells.front());
      }
      for (std::size_t i = 0;
           !(placed.outside && placed.row.loose()) && i < placed.row.cells.size(); ++i) {
        add(placed.row.cells[i], placed.columns[i]);
      }
      if (placed.doubtful) {
        for (const PastedCell& cell : placed.row.cells) {
          if (!cell.empty()) {
            doubts_.push_back(cell.front().place);
            break;
          }
        }
      }
      ++height_;
    }
    return end;
  }

  std::vector<PastedRow> rows_;
  std::vector<Cell> cells_;
  std::vector<std::size_t> lines_;  ///< the cells that are lines of their own
  std::vector<Place> doubts_;
  std::size_t height_ = 0;
  std::size_t label_cells_ = 0;  ///< of the row above, where its first label may span more
  bool heads_ = false;           ///< and all its cells are labels
  bool found_ = false;
};

}  // namespace

bool looks_pasted(std::string_view text) {
  if (text.find('\t') == text.npos || csv_separator(text) != '\t') {
    return false;
  }
  const std::vector<PastedRow> rows = pasted_rows(text);
  const auto tabbed = [](const PastedRow& row) { return !row.loose(); };
  const auto first = std::find_if(rows.begin(), rows.end(), tabbed);
  const auto last = std::find_if(rows.rbegin(), rows.rend(), tabbed).base();
  return first < last && std::any_of(first, last, [&](const PastedRow& row) {
           return row.cells.size() != first->cells.size();
         });
}

std::optional<GridDocument> pasted_document(std::string_view text) {
  std::vector<PastedRow> rows = pasted_rows(text);
  if (rows.size() > most_pasted) {
    return std::nullopt;
  }
  join_labels(rows);
  return Pasted(std::move(rows)).run();
}

}  // namespace budgetdiff::import
