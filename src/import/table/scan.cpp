#include "import/table/scan.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/column_content.hpp"
#include "import/table/column_words.hpp"
#include "import/table/indicator_ends.hpp"
#include "import/table/label_values.hpp"
#include "import/table/repeated_headers.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/said_labels.hpp"
#include "import/table/table_halves.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <variant>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_title = 40;

/// A column that only may name projects does where its cells look like names.
void settle_supposed_names(Header& header, const Grid& grid, std::size_t first_row,
                           std::size_t end_row) {
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    if (column.role == Role::project_name && may_name_projects(column.word) &&
        !(header.of_performance() && shows_names(grid, first_row, end_row, c))) {
      column.role = Role::remark;
    }
  }
}

/// Whether a row below a list's header is one of its own though a cell begins as labels do: what
/// stands where names do is a name (项目A（二期）), where the row fills the list's columns and no
/// other label stands in it.
bool fills_list(const Grid& grid, std::size_t row, const Header& header) {
  const std::size_t name = header.find(Role::project_name);
  std::size_t filled = 0;
  for (const Cell* cell : grid.filled_cells(row)) {
    const Role role = label_term(*cell).role;
    const bool label = role == Role::project_name || role == Role::money || role == Role::goal ||
                       role == Role::annual_goal || role == Role::project_code ||
                       role == Role::department || role == Role::spending_unit ||
                       role == Role::project_type || role == Role::person;
    if (label && (cell->column != name || cell->columns > 1)) {
      return false;
    }
    ++filled;
  }
  const auto heads = static_cast<std::size_t>(
      std::count_if(header.columns.begin(), header.columns.end(),
                    [](const Column& column) { return !column.header.empty(); }));
  constexpr std::size_t least = 3;
  return filled >= least && filled * 10 >= heads * 6;
}

/// Whether nothing stands in the rows from `row` on: pages without lines have a blank one at
/// their foot.
bool is_blank(const Grid& grid, std::size_t row) {
  for (std::size_t r = row; r < grid.rows(); ++r) {
    if (!grid.filled_cells(r).empty()) {
      return false;
    }
  }
  return true;
}

/// `next` goes on behind a page's end, or is null.
GridScan scan(const Grid& grid, const Grid* next_page, NameColumns names) {
  GridScan out;
  for (std::size_t row = 0; row < grid.rows(); ++row) {
    if (auto header = header_at(grid, row, names)) {
      const std::size_t rows = std::max<std::size_t>(header->rows, 1);
      out.headers.emplace(row, std::move(*header));
      row += rows - 1;
    } else if (names_project(grid, row)) {
      const bool of_list = out.forms.empty() && !out.headers.empty() &&
                           out.headers.rbegin()->second.lists_projects() &&
                           fills_list(grid, row, out.headers.rbegin()->second);
      if (!of_list) {
        out.forms.push_back(row);
      }
    }
  }
  for (auto at = out.headers.begin(); at != out.headers.end(); ++at) {
    const auto next = std::next(at);
    const auto form = std::upper_bound(out.forms.begin(), out.forms.end(), at->first);
    std::size_t end = std::min(next == out.headers.end() ? grid.rows() : next->first,
                               form == out.forms.end() ? grid.rows() : *form);
    const std::size_t begin = at->first + at->second.rows;
    for (std::size_t row = begin; row < end; ++row) {
      end = labels_text(grid, row, at->second) ? row : end;
    }
    // A header at a page's foot has its rows on the next.
    const bool at_foot =
        is_blank(grid, begin) && next_page != nullptr && next_page->columns() == grid.columns();
    const Grid& below = at_foot ? *next_page : grid;
    const std::size_t end_row = at_foot ? next_page->rows() : end;
    std::size_t first_row = at_foot ? 0 : begin;
    if (first_row < end_row && numbers_columns(below, first_row)) {
      ++first_row;  // 1, 2, 3 … are no content: of a page's few rows they are many
    }
    settle_columns(at->second, below, first_row, end_row);
    settle_supposed_names(at->second, below, first_row, end_row);
  }
  // Categories and targets without a name between them are no indicators.
  std::erase_if(out.headers, [](const auto& entry) {
    return !entry.second.lists_projects() && !entry.second.of_performance();
  });
  return out;
}

}  // namespace

bool GridScan::only_indicators() const {
  return !headers.empty() && forms.empty() &&
         std::none_of(headers.begin(), headers.end(),
                      [](const auto& entry) { return entry.second.lists_projects(); });
}

bool GridScan::form_at(std::size_t row) const {
  return std::binary_search(forms.begin(), forms.end(), row);
}

bool GridScan::form_follows(std::size_t row) const {
  constexpr std::size_t most_rows = 4;
  const auto next = std::upper_bound(forms.begin(), forms.end(), row);
  return next != forms.end() && *next <= row + most_rows;
}

bool GridScan::other_at(std::size_t row) const {
  return std::binary_search(others.begin(), others.end(), row);
}

namespace {

/// Whether a document names projects anywhere in so many words.
bool names_projects(const GridDocument& document, const std::vector<GridScan>& scans) {
  const bool in_tables = std::any_of(scans.begin(), scans.end(), [](const GridScan& one) {
    return !one.forms.empty() ||
           std::any_of(one.headers.begin(), one.headers.end(),
                       [](const auto& entry) { return entry.second.lists_projects(); });
  });
  return in_tables ||
         std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
           const TextLine* const line = std::get_if<TextLine>(&block);
           Cell cell;
           if (line != nullptr) {
             cell.lines = {*line};
           }
           return line != nullptr && begin_project(said_labels(cell));
         });
}

std::vector<GridScan> scan_all(const GridDocument& document, NameColumns names) {
  std::vector<GridScan> out;
  std::vector<const Grid*> grids;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    if (const Grid* grid = std::get_if<Grid>(&document.blocks[b])) {
      const Grid* next =
          b + 1 < document.blocks.size() ? std::get_if<Grid>(&document.blocks[b + 1]) : nullptr;
      if (next != nullptr && (grid->place.page == 0 || next->place.page != grid->place.page + 1)) {
        next = nullptr;
      }
      out.push_back(scan(*grid, next, names));
      grids.push_back(grid);
    }
  }
  agree_on_columns(grids, out);
  return out;
}

}  // namespace

std::vector<GridScan> scan_grids(const GridDocument& document) {
  std::vector<GridScan> out = scan_all(document, NameColumns::said);
  if (!names_projects(document, out)) {
    out = scan_all(document, NameColumns::supposed);
  }
  bool performance = false;
  bool amounts = false;            // stand in tables of performance
  std::vector<std::string> named;  // in lists of performance
  std::vector<const Grid*> grids;
  for (const Block& block : document.blocks) {
    if (const Grid* grid = std::get_if<Grid>(&block)) {
      grids.push_back(grid);
    }
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    amounts = amounts || !out[i].forms.empty();
    for (const auto& [row, header] : out[i].headers) {
      const bool list = header.lists_projects() && header.of_performance();
      // Without lines a form and the table of its indicators are two, the one above the other.
      const bool below_form = i > 0 && !out[i - 1].forms.empty() && !header.lists_projects();
      performance =
          performance || list || (header.of_performance() && (!out[i].forms.empty() || below_form));
      amounts = amounts || (list && header.has(Role::money));
      if (list && !amounts) {
        const std::vector<std::string> names = names_below(*grids[i], row, header);
        named.insert(named.end(), names.begin(), names.end());
      }
    }
  }
  bool half_found = false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    GridScan& one = out[i];
    std::erase_if(one.headers, [&](const auto& entry) {
      const Header& header = entry.second;
      const bool half = !amounts && !half_found && header.plain_list() &&
                        is_half_of(names_below(*grids[i], entry.first, header), named);
      half_found = half_found || half;
      const bool other = !header.of_performance() && !half && (performance || !header.plain_list());
      if (other) {
        one.others.push_back(entry.first);
      }
      return other;
    });
  }
  return out;
}

bool is_any_title(std::u32string_view line) {
  std::u32string text = without_space(line);
  while (!text.empty() && (text.back() == U'）' || text.back() == U')')) {
    const std::size_t open = text.find_last_of(U"（(");
    if (open == text.npos) {
      break;
    }
    text.erase(open);
  }
  return text.size() >= 4 && text.size() <= longest_title && text.back() == U'表' &&
         text.find_first_of(U"。；，：:…") == text.npos;
}

bool heads_section(std::u32string_view line) {
  constexpr std::size_t longest_number = 4;
  const std::size_t part = std::min(line.find(U"部分"), line.find(U'章'));
  constexpr std::size_t longest_mark = 8;  // 表13, 附件3
  const bool mark = line.size() <= longest_mark &&
                    (line.starts_with(U'表') || line.starts_with(U'附')) &&
                    line.find_first_of(U"0123456789一二三四五六七八九十") != line.npos;
  return mark || is_any_title(line) || is_table_title(to_utf8(line)) ||
         (line.starts_with(U'第') && part <= longest_number);
}

}  // namespace budgetdiff::import
