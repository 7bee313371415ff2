#include "import/table/read_grids.hpp"

#include "import/mapping/mapped_tables.hpp"
#include "import/table/amount_text.hpp"
#include "import/table/interpret.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Whether the cell holds more text than any that a person filled in. Letters of text
/// are one to four bytes.
bool is_gigantic(const Cell& cell) {
  std::size_t letters = 0;
  for (const TextLine& line : cell.lines) {
    letters += line.text.size() + 1;
  }
  if (letters <= Grid::largest_cell / 4) {
    return false;
  }
  std::size_t bytes = 0;
  for (const TextLine& line : cell.lines) {
    for (const char32_t c : line.text) {
      bytes += c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
    }
  }
  return bytes > Grid::largest_cell;
}

/// The first cell of the document that is too large for one, or null.
const Cell* gigantic_cell(const GridDocument& document) {
  for (const Block& block : document.blocks) {
    if (const Grid* const grid = std::get_if<Grid>(&block)) {
      const auto at = std::find_if(grid->cells().begin(), grid->cells().end(), is_gigantic);
      if (at != grid->cells().end()) {
        return &*at;
      }
    }
  }
  return nullptr;
}

/// Takes out what nobody sees. In a PDF U+00AD may be the hyphen that its font shows.
void drop_invisible(std::u32string& text, bool of_pdf) {
  std::erase_if(text, [&](char32_t c) { return is_invisible(c) && !(of_pdf && c == 0xAD); });
}

bool has_invisible(const Cell& cell) {
  return std::any_of(cell.lines.begin(), cell.lines.end(), [](const TextLine& line) {
    return std::any_of(line.text.begin(), line.text.end(), is_invisible);
  });
}

void drop_invisible(GridDocument& document) {
  const bool of_pdf = document.importer == "pdf";
  for (Block& block : document.blocks) {
    if (TextLine* const line = std::get_if<TextLine>(&block)) {
      drop_invisible(line->text, of_pdf);
      continue;
    }
    Grid& grid = std::get<Grid>(block);
    for (std::size_t i = 0; i < grid.cells().size(); ++i) {
      if (!has_invisible(grid.cells()[i])) {
        continue;
      }
      const std::size_t row = grid.cells()[i].row;
      const std::size_t column = grid.cells()[i].column;
      std::vector<TextLine> lines = grid.take_lines(row, column);
      for (TextLine& line : lines) {
        drop_invisible(line.text, of_pdf);
      }
      grid.append_lines(row, column, std::move(lines));
    }
  }
}

}  // namespace

Result<ImportedDocument> read_grids(Result<GridDocument> grids, const SourceDocument& source,
                                    const ImportOptions& options) {
  if (!grids) {
    return tl::unexpected(std::move(grids.error()));
  }
  if (const Cell* const cell = gigantic_cell(*grids)) {
    return fail(Error{source.name,
                      cell->place,
                      {BD_TR("the cell holds more than {0} KB of text"),
                       {std::to_string(Grid::largest_cell >> 10U)}},
                      {BD_TR("save the part with the table alone"), {}}});
  }
  drop_invisible(*grids);
  for (Block& block : grids->blocks) {
    if (Grid* const grid = std::get_if<Grid>(&block)) {
      join_broken_numbers(*grid);
    }
  }
  if (options.mapping) {
    return mapped_tables(*grids, *options.mapping, source, options);
  }
  return interpret(std::move(*grids), source, options);
}

}  // namespace budgetdiff::import
