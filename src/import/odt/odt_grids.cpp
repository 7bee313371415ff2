#include "import/odt/odt_grids.hpp"

#include "import/odf/odf_text.hpp"
#include "import/odt/numbered_items.hpp"
#include "import/sheet/sheet_grids.hpp"
#include "import/table/narrow_columns.hpp"
#include "import/text/source_lines.hpp"
#include "import/xml/text_boxes.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Tables inside cells inside tables, and sections and lists around paragraphs.
constexpr int deepest = 40;
constexpr std::size_t widest_span = 1000;
constexpr std::size_t most_rows = SheetGrids::most_rows;
/// A cell that is repeated says a lot in few bytes.
constexpr std::size_t most_text = std::size_t{256} << 20U;

std::size_t count_of(const pugi::xml_node& node, std::string_view name, std::size_t most) {
  return std::clamp<std::size_t>(attribute(node, name).as_ullong(1), 1, most);
}

bool is_paragraph(const pugi::xml_node& node) {
  return local(node) == "p" || local(node) == "h";
}

/// What stands in the text and is no part of it: changes that are recorded, with what was
/// deleted; declarations.
bool is_apart(const pugi::xml_node& node) {
  const std::string_view name = local(node);
  return name == "tracked-changes" || name == "forms" || name.ends_with("-decls");
}

/// A part of the text that is not shown, or not while its condition is what it is.
bool is_hidden_section(const pugi::xml_node& node) {
  return local(node) == "section" &&
         (std::string_view(attribute(node, "display").value()) == "none" ||
          std::string_view(attribute(node, "is-hidden").value()) == "true");
}

/// The rows of a table, those that are headers or stand in groups, too.
void rows_of(const pugi::xml_node& node, std::vector<pugi::xml_node>& rows, int depth) {
  for (const pugi::xml_node& one : node.children()) {
    const std::string_view name = local(one);
    if (name == "table-row") {
      rows.push_back(one);
    } else if ((name == "table-rows" || name == "table-header-rows" || name == "table-row-group") &&
               depth < deepest) {
      rows_of(one, rows, depth + 1);
    }
  }
}

/// The positions that a row's cells take.
std::size_t positions_of(const pugi::xml_node& row) {
  std::size_t count = 1;
  for (const pugi::xml_node& one : row.children()) {
    count += local(one).ends_with("table-cell")
                 ? count_of(one, "number-columns-repeated", widest_span)
                 : 0;
  }
  return count;
}

std::size_t count_cells(const pugi::xml_node& table) {
  std::vector<pugi::xml_node> rows;
  rows_of(table, rows, 0);
  std::size_t count = 0;
  for (const pugi::xml_node& row : rows) {
    count += static_cast<std::size_t>(
        std::count_if(row.children().begin(), row.children().end(),
                      [](const pugi::xml_node& one) { return local(one) == "table-cell"; }));
  }
  return count;
}

/// The largest table inside a node, in cells.
std::size_t largest_inside(const pugi::xml_node& node, int depth) {
  std::size_t largest = 0;
  for (const pugi::xml_node& one : node.children()) {
    if (depth < deepest) {
      largest = std::max(
          {largest, local(one) == "table" ? count_cells(one) : 0, largest_inside(one, depth + 1)});
    }
  }
  return largest;
}

/// Whether a table is but a frame: one in a cell of it has more cells than itself.
bool lays_out(const pugi::xml_node& table) {
  const std::size_t inside = largest_inside(table, 0);
  return inside > 1 && inside > count_cells(table);
}

class TextDocument {
 public:
  explicit TextDocument(const pugi::xml_node& document) : styles_(document) {}

  GridDocument take(const pugi::xml_node& body) {
    out_.importer = "odt";
    walk(body, 0);
    if (left_out_.hidden > 0) {
      out_.findings.push_back({"cells-hidden",
                               Severity::note,
                               {},
                               "",
                               {BD_TR("{0} pieces of hidden text were passed over"),
                                {std::to_string(left_out_.hidden)}}});
    }
    if (auto struck = left_out_.struck.finding()) {
      out_.findings.push_back(*std::move(struck));
    }
    return std::move(out_);
  }
  [[nodiscard]] bool too_large() const { return too_large_; }

 private:
  void walk(const pugi::xml_node& node, int depth) {
    for (const pugi::xml_node& one : node.children()) {
      if (is_paragraph(one)) {
        add_paragraph(one);
      } else if (local(one) == "table" && !(depth < deepest && lays_out(one))) {
        add_table(one);
      } else if (is_hidden_section(one)) {
        ++left_out_.hidden;
      } else if (depth < deepest && !is_apart(one)) {
        walk(one, depth + 1);
      }
    }
  }

  void add_paragraph(const pugi::xml_node& paragraph) {
    std::string text;
    odf_paragraph(paragraph, styles_, {}, text, left_out_);
    Place place;
    place.line = ++paragraphs_;
    for (TextLine& line : text_lines(published_text(text), place)) {
      if (!without_space(line.text).empty()) {
        out_.blocks.emplace_back(std::move(line));
      }
    }
  }

  /// Everything a cell says, a paragraph a line; tables inside it, too.
  void cell_text(const pugi::xml_node& node, std::string& out, int depth) {
    for (const pugi::xml_node& one : node.children()) {
      if (is_paragraph(one)) {
        std::string text;
        odf_paragraph(one, styles_, {}, text, left_out_);
        out += text + '\n';
      } else if (depth < deepest && !is_apart(one)) {
        cell_text(one, out, depth + 1);
      }
    }
  }

  void add_table(const pugi::xml_node& table) {
    ++tables_;
    std::vector<pugi::xml_node> rows;
    rows_of(table, rows, 0);
    std::vector<Cell> cells;
    std::size_t columns = 0;
    std::size_t r = 0;
    for (const pugi::xml_node& row : rows) {
      const std::size_t repeated = count_of(row, "number-rows-repeated", most_rows);
      filled_ += repeated * positions_of(row);
      if (filled_ > Grid::most_filled) {
        too_large_ = true;
        return;
      }
      for (std::size_t i = 0; i < repeated && !too_large_; ++i) {
        columns = std::max(columns, add_row(row, r++, cells));
      }
    }
    if (cells.empty() || too_large_) {
      return;
    }
    if (r > (Grid::most_positions - positions_) / columns) {
      too_large_ = true;
      return;
    }
    positions_ += r * columns;
    Grid grid(r, narrow_columns(cells, columns));
    grid.place.sheet = sheet();
    for (Cell& cell : cells) {
      grid.add(std::move(cell));
    }
    out_.blocks.emplace_back(std::move(grid));
  }

  /// Adds a row's cells; gives the columns that they take.
  std::size_t add_row(const pugi::xml_node& row, std::size_t r, std::vector<Cell>& cells) {
    std::size_t c = 0;
    for (const pugi::xml_node& node : row.children()) {
      const bool covered = local(node) == "covered-table-cell";
      if (!covered && local(node) != "table-cell") {
        continue;
      }
      const std::size_t repeated = count_of(node, "number-columns-repeated", widest_span);
      for (std::size_t i = 0; i < repeated && !too_large_; ++i, ++c) {
        if (!covered) {
          cells.push_back(cell_at(node, r, c));
        }
      }
    }
    return c;
  }

  Cell cell_at(const pugi::xml_node& node, std::size_t r, std::size_t c) {
    Cell cell;
    cell.row = r;
    cell.column = c;
    cell.rows = count_of(node, "number-rows-spanned", most_rows);
    cell.columns = count_of(node, "number-columns-spanned", widest_span);
    cell.place.sheet = sheet();
    cell.place.cell = to_cell_name(r, c);
    std::string text;
    cell_text(node, text, 0);
    text_ += text.size();
    too_large_ = too_large_ || text_ > most_text;
    cell.lines = text_lines(published_text(text), cell.place);
    return cell;
  }

  [[nodiscard]] std::string sheet() const { return "table " + std::to_string(tables_); }

  OdfTextStyles styles_;
  GridDocument out_;
  int paragraphs_ = 0;
  int tables_ = 0;
  std::size_t filled_ = 0;     ///< cells of all tables, repeated and covered ones, too
  std::size_t text_ = 0;       ///< bytes in them
  std::size_t positions_ = 0;  ///< of all grids
  OdfLeftOut left_out_;
  bool too_large_ = false;
};

}  // namespace

Result<GridDocument> odt_grids(const pugi::xml_node& content, const pugi::xml_node& styles,
                               const std::string& file) {
  move_boxes_out(content, "text-box");
  number_items(content, styles);
  TextDocument reader(content);
  GridDocument out = reader.take(child(child(content, "body"), "text"));
  if (reader.too_large()) {
    return fail(Error{file,
                      {},
                      {BD_TR("the document's part {0} is too large to read"), {"content.xml"}},
                      {BD_TR("save the part with the table alone"), {}}});
  }
  return out;
}

}  // namespace budgetdiff::import
