#include "import/paste/pasted_grid.hpp"

#include "import/csv/csv_grid.hpp"
#include "import/paste/header_spans.hpp"
#include "import/paste/lost_spans.hpp"
#include "import/paste/pasted_rows.hpp"
#include "import/paste/plain_rows.hpp"
#include "import/table/columns.hpp"
#include "import/table/context.hpp"
#include "import/table/label_values.hpp"
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
  return !row.loose() && names_project(grid, 0);
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
  return role_of(next) == Role::none && !said && !heads_section(text) && !begins_form(below);
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
      out_.add_grid(*grid);
      at = add_list(at + count, *header, *grid);
    }
    if (!found_) {
      return std::nullopt;
    }
    auto grid = std::move(out_).grid();
    if (!grid) {
      return std::nullopt;
    }
    GridDocument out;
    out.importer = "text";
    out.blocks.emplace_back(*std::move(grid));
    return out;
  }

 private:
  void add_plain(const PastedRow& row) {
    if (row.loose()) {
      out_.add_line(row.cells.front());
      return;
    }
    found_ = found_ || begins_form(row);
    out_.add_labels(row);
  }

  /// The rows from `at` on that are the list's; where they end.
  std::size_t add_list(std::size_t at, Header header, const Grid& head) {
    std::size_t end = at;
    while (end < rows_.size() && header_rows(rows_, end) == 0 && !begins_form(rows_[end]) &&
           !(rows_[end].loose() && heads_section(packed(rows_[end].cells.front())))) {
      ++end;
    }
    std::vector<PastedRow> list(rows_.begin() + static_cast<std::ptrdiff_t>(at),
                                rows_.begin() + static_cast<std::ptrdiff_t>(end));
    settle(header, head, list);
    for (const PlacedRow& placed : place_rows(list, header)) {
      const PastedRow& row = placed.row;
      if (placed.outside && row.loose()) {
        out_.add_line(row.cells.front());
      } else {
        out_.add_row(row, placed.columns);
      }
      const auto filled = std::find_if(row.cells.begin(), row.cells.end(),
                                       [](const PastedCell& cell) { return !cell.empty(); });
      if (placed.doubtful && filled != row.cells.end()) {
        out_.add_doubt(filled->front().place);
      }
    }
    return end;
  }

  std::vector<PastedRow> rows_;
  PlainRows out_;
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
