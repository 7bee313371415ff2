#include "import/table/read_grids.hpp"

#include "import/mapping/mapped_tables.hpp"
#include "import/table/amount_text.hpp"
#include "import/table/interpret.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

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
