#include "import/docx/docx_grids.hpp"

#include "import/docx/numbered_paragraphs.hpp"
#include "import/docx/page_heads.hpp"
#include "import/docx/paragraph_text.hpp"
#include "import/docx/shown_tree.hpp"
#include "import/table/narrow_columns.hpp"
#include "import/text/source_lines.hpp"
#include "import/text/symbol_fonts.hpp"
#include "import/vocabulary.hpp"
#include "import/xlsx/zip_parts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

const char* const main_part = "word/document.xml";
/// Tables inside cells inside tables, and wrappers around paragraphs.
constexpr int deepest = 40;
constexpr std::size_t widest_span = 1000;

class TextDocument {
 public:
  /// `document` has only what is shown, and `left_out` is what was taken out of it; `heads`: of
  /// each section the lines at the top of its pages.
  GridDocument take(const pugi::xml_node& document, NotShown left_out,
                    const std::vector<std::vector<std::string>>& heads) {
    out_.importer = "docx";
    heads_ = &heads;
    begin_section();
    walk(document, 0);
    if (left_out.hidden > 0) {
      out_.findings.push_back({"cells-hidden",
                               Severity::note,
                               {},
                               "",
                               {BD_TR("{0} pieces of hidden text were passed over"),
                                {std::to_string(left_out.hidden)}}});
    }
    if (auto struck = left_out.struck.finding()) {
      out_.findings.push_back(*std::move(struck));
    }
    return std::move(out_);
  }
  [[nodiscard]] bool too_large() const { return filled_ > Grid::most_filled; }

 private:
  void walk(const pugi::xml_node& node, int depth) {
    for (const pugi::xml_node& one : node.children()) {
      const std::string_view name = local(one);
      if (name == "p") {
        std::string text;
        paragraph_text(one, text);
        ++paragraphs_;
        add_lines(text);
        if (ends_section(one)) {
          begin_section();
        }
      } else if (name == "tbl" && depth < deepest && largest_inside(one, 0) > 1 && is_form(one)) {
        inner_apart_ = true;
        add_table(one);
        inner_apart_ = false;
        add_inner_tables(one, depth + 1);
      } else if (name == "tbl" && !(depth < deepest && lays_out(one))) {
        add_table(one);  // others were pasted from a web page: a cell of it holds the table
      } else if (depth < deepest) {
        walk(one, depth + 1);
      }
    }
  }

  void add_lines(const std::string& text) {
    Place place;
    place.line = paragraphs_;
    for (TextLine& line : text_lines(published_text(text), place)) {
      if (!without_space(line.text).empty()) {
        out_.blocks.emplace_back(std::move(line));
      }
    }
  }

  /// What the pages of the section that begins here say at their top stands above its text.
  void begin_section() {
    if (section_ < heads_->size()) {
      for (const std::string& line : (*heads_)[section_]) {
        add_lines(line);
      }
    }
    ++section_;
  }

  static std::size_t count_cells(const pugi::xml_node& table) {
    std::vector<pugi::xml_node> rows;
    rows_of(table, rows, 0);
    std::size_t count = 0;
    for (const pugi::xml_node& row : rows) {
      std::vector<pugi::xml_node> cells;
      cells_of(row, cells, 0);
      count += cells.size();
    }
    return count;
  }

  /// The largest table inside a node, in cells.
  static std::size_t largest_inside(const pugi::xml_node& node, int depth) {
    std::size_t largest = 0;
    for (const pugi::xml_node& one : node.children()) {
      if (depth < deepest) {
        largest = std::max(
            {largest, local(one) == "tbl" ? count_cells(one) : 0, largest_inside(one, depth + 1)});
      }
    }
    return largest;
  }

  /// Whether a table is but a frame: one in a cell of it has more cells than itself.
  static bool lays_out(const pugi::xml_node& table) {
    const std::size_t inside = largest_inside(table, 0);
    return inside > 1 && inside > count_cells(table);
  }

  /// Whether a table that holds others is a form: one of its own cells labels a project's name.
  bool is_form(const pugi::xml_node& table) {
    std::vector<pugi::xml_node> rows;
    rows_of(table, rows, 0);
    inner_apart_ = true;
    bool named = false;
    for (const pugi::xml_node& row : rows) {
      std::vector<pugi::xml_node> cells;
      cells_of(row, cells, 0);
      for (const pugi::xml_node& cell : cells) {
        std::string text;
        cell_text(cell, text, 0);
        named = named || look_up_listed_header(text).role == Role::project_name;
      }
    }
    inner_apart_ = false;
    return named;
  }

  /// The tables inside the cells of one, behind it.
  void add_inner_tables(const pugi::xml_node& node, int depth) {
    for (const pugi::xml_node& one : node.children()) {
      if (local(one) == "tbl") {
        add_table(one);
      } else if (depth < deepest) {
        add_inner_tables(one, depth + 1);
      }
    }
  }

  /// Everything a cell says, a paragraph a line; tables inside it, too, unless they are read by
  /// themselves.
  void cell_text(const pugi::xml_node& node, std::string& out, int depth) {
    for (const pugi::xml_node& one : node.children()) {
      const std::string_view name = local(one);
      if (name == "p") {
        paragraph_text(one, out);
        out += '\n';
      } else if (name != "tcPr" && depth < deepest && !(name == "tbl" && inner_apart_)) {
        cell_text(one, out, depth + 1);
      }
    }
  }

  static void rows_of(const pugi::xml_node& node, std::vector<pugi::xml_node>& rows, int depth) {
    for (const pugi::xml_node& one : node.children()) {
      if (local(one) == "tr") {
        rows.push_back(one);
      } else if (local(one) != "tbl" && depth < deepest) {
        rows_of(one, rows, depth + 1);
      }
    }
  }

  static void cells_of(const pugi::xml_node& node, std::vector<pugi::xml_node>& cells, int depth) {
    for (const pugi::xml_node& one : node.children()) {
      if (local(one) == "tc") {
        cells.push_back(one);
      } else if (local(one) != "trPr" && depth < deepest) {
        cells_of(one, cells, depth + 1);
      }
    }
  }

  static std::size_t number(std::string_view text) {
    std::size_t value = 0;
    for (const char c : text) {
      if (c < '0' || c > '9' || value > widest_span) {
        return value;
      }
      value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return std::min(value, widest_span);
  }

  void add_table(const pugi::xml_node& table) {
    ++tables_;
    std::vector<pugi::xml_node> rows;
    rows_of(table, rows, 0);
    std::vector<Cell> cells;
    std::vector<std::size_t> above;  ///< of each column: the cell that may grow down
    std::size_t columns = 0;
    for (std::size_t r = 0; r < rows.size() && !too_large(); ++r) {
      std::size_t c = number(attribute(child(child(rows[r], "trPr"), "gridBefore"), "val").value());
      std::vector<pugi::xml_node> nodes;
      cells_of(rows[r], nodes, 0);
      for (const pugi::xml_node& node : nodes) {
        const pugi::xml_node properties = child(node, "tcPr");
        const std::size_t span = std::max<std::size_t>(
            1, number(attribute(child(properties, "gridSpan"), "val").value()));
        const pugi::xml_node merge = child(properties, "vMerge");
        const bool goes_on =
            merge && std::string_view(attribute(merge, "val").value()) != "restart";
        above.resize(std::max(above.size(), c + span), Grid::none);
        if (goes_on && above[c] != Grid::none && cells[above[c]].column == c) {
          cells[above[c]].rows = r + 1 - cells[above[c]].row;
        } else {
          Cell cell;
          cell.row = r;
          cell.column = c;
          cell.columns = span;
          cell.place.sheet = "table " + std::to_string(tables_);
          cell.place.cell = cell_name(r, c);
          std::string text;
          cell_text(node, text, 0);
          cell.lines = text_lines(published_text(text), cell.place);
          std::fill_n(above.begin() + static_cast<std::ptrdiff_t>(c), span, cells.size());
          cells.push_back(std::move(cell));
          ++filled_;
        }
        c += span;
        columns = std::max(columns, c);
      }
    }
    if (cells.empty() || rows.size() > Grid::most_positions / columns) {
      return;
    }
    Grid grid(rows.size(), narrow_columns(cells, columns));
    grid.place.sheet = "table " + std::to_string(tables_);
    for (Cell& cell : cells) {
      grid.add(std::move(cell));
    }
    out_.blocks.emplace_back(std::move(grid));
  }

  static std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(row + 1);
  }

  GridDocument out_;
  const std::vector<std::vector<std::string>>* heads_ = nullptr;
  std::size_t section_ = 0;
  int paragraphs_ = 0;
  int tables_ = 0;
  std::size_t filled_ = 0;
  bool inner_apart_ = false;  ///< tables inside cells are no text of theirs
};

}  // namespace

bool looks_like_docx(std::string_view bytes) {
  const auto archive = ZipParts::open(bytes, "");
  return archive && archive->has(main_part);
}

Result<GridDocument> docx_grids(std::string_view bytes, const std::string& file) {
  auto archive = ZipParts::open(bytes, file);
  if (!archive) {
    return tl::unexpected(std::move(archive.error()));
  }
  pugi::xml_document document;
  if (!archive->load(main_part, document)) {
    archive->broken();
    return fail(*archive->problem());
  }
  TextDocument reader;
  const std::vector<std::vector<std::string>> heads =
      page_heads(*archive, document.document_element());
  NotShown left_out = keep_what_is_shown(document.document_element());
  number_paragraphs(*archive, document.document_element());
  if (archive->problem()) {
    return fail(*archive->problem());
  }
  GridDocument out = reader.take(document.document_element(), std::move(left_out), heads);
  if (reader.too_large()) {
    archive->too_large(main_part);
    return fail(*archive->problem());
  }
  return out;
}

}  // namespace budgetdiff::import
