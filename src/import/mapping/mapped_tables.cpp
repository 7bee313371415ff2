#include "import/mapping/mapped_tables.hpp"

#include "import/mapping/mapped_grid.hpp"
#include "import/mapping/mapped_reader.hpp"
#include "import/mapping/sheet_years.hpp"
#include "import/text/read_list.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
Result<ImportedDocument> mapped_tables(const GridDocument& document, const TableMapping& mapping,
                                       const SourceDocument& source, const ImportOptions& options) {
  const auto error = [&](Message what) {
    return fail(Error{source.name, {}, std::move(what), {BD_TR("look at the mapping file"), {}}});
  };
  MappedReader reader(mapping, source, options, document.importer);
  std::vector<const Grid*> fitting;
  std::vector<MappedGrid> mapped;
  std::optional<std::string> missing;
  std::string shown;  // columns of the first table that lacks one
  for (const Block& block : document.blocks) {
    const Grid* grid = std::get_if<Grid>(&block);
    if (grid == nullptr || (!mapping.sheet.empty() && grid->place.sheet != mapping.sheet)) {
      continue;
    }
    MappedGrid one(*grid, mapping);
    const auto lacks = one.find_header();
    // Letters alone fit any table, so that only the first is surely meant.
    if (lacks || (!fitting.empty() && !one.has_header())) {
      missing = missing ? missing : lacks;
      shown = shown.empty() ? one.shown_columns() : shown;
      reader.pass_over(*grid);
      continue;
    }
    one.find_outlines();
    fitting.push_back(grid);
    mapped.push_back(std::move(one));
  }
  if (fitting.empty()) {
    return missing ? error({BD_TR("no column is called {0}; there are: {1}"), {*missing, shown}})
                   : error({BD_TR("there is no table (sheet {0})"), {mapping.sheet}});
  }
  SheetYears sheets;
  if (mapping.year.empty()) {
    sheets = years_of_sheets(fitting, mapping);
  }
  if (sheets.differ && sheets.without) {
    return error(
        {BD_TR("some sheets are called after years, and {0} is not; \"sheet\" chooses one"),
         {fitting[*sheets.without]->place.sheet}});
  }
  if (sheets.doubled) {
    return error({BD_TR("the sheet {0} is kept under {1}, as another is; \"sheet\" chooses one"),
                  {fitting[*sheets.doubled]->place.sheet,
                   std::to_string(sheets.years[*sheets.doubled].value_or(0))}});
  }
  const std::optional<int> wanted = options.year ? options.year : mapping.year_value;
  for (std::size_t i = 0; i < fitting.size(); ++i) {
    reader.look_at(*fitting[i], mapped[i]);
  }
  for (std::size_t i = 0; i < fitting.size(); ++i) {
    const std::optional<int> year = sheets.differ ? sheets.years[i] : mapping.year_value;
    if (!sheets.differ || !wanted || wanted == year) {
      reader.read(*fitting[i], mapped[i], year);
    }
  }
  if (const auto none = reader.column_of_none()) {
    return error({BD_TR("no cell of the column {0} is an amount; the first is {1}"),
                  {none->first, quote(none->second)}});
  }
  if (auto problem = reader.problem_of_years()) {
    return fail(std::move(*problem));
  }
  if (const std::string years = reader.other_years(); !years.empty()) {
    return fail(Error{source.name,
                      {},
                      {BD_TR("no row is of the year {0}; the column {1} says {2}"),
                       {std::to_string(*options.year), mapping.year, years}},
                      {BD_TR("choose one with --year"), {}}});
  }
  if (reader.all_are_nobodys() && !options.department) {
    return error({BD_TR("no row says anything under {0}, which is to name its department"),
                  {mapping.department}});
  }
  auto out = reader.finish(document.findings);
  if (!out) {
    return error({BD_TR("no row of the table was chosen"), {}});
  }
  return std::move(*out);
}

}  // namespace budgetdiff::import
