#include "import/mapping/mapped_tables.hpp"

#include "import/identity.hpp"
#include "import/table/build_snapshot.hpp"
#include "import/table/columns.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/paragraphs.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Rows in which a header is looked for.
constexpr std::size_t header_depth = 50;

std::optional<std::size_t> letter_column(std::string_view text) {
  if (text.empty() || text.size() > 3) {
    return std::nullopt;
  }
  std::size_t column = 0;
  for (const char c : text) {
    if (c < 'A' || c > 'Z') {
      return std::nullopt;
    }
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  return column - 1;
}

class MappedGrid {
 public:
  MappedGrid(const Grid& grid, const TableMapping& mapping) : grid_(grid), mapping_(mapping) {}

  /// Finds the header row; the first missing column's name where there is none.
  std::optional<std::string> find_header() {
    std::string missing;
    const std::size_t depth = std::min(grid_.rows(), header_depth);
    const auto given = static_cast<std::size_t>(mapping_.header_row);
    for (std::size_t row = given > 0 ? given - 1 : 0; row < (given > 0 ? given : depth); ++row) {
      header_ = row;
      const std::optional<std::string> problem = resolve();
      if (!problem) {
        return std::nullopt;
      }
      if (missing.empty()) {
        missing = *problem;
      }
    }
    return missing.empty() ? "?" : missing;
  }

  [[nodiscard]] std::size_t first_row() const { return header_ + 1; }

  [[nodiscard]] const Cell* cell(std::size_t row, const std::string& column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? nullptr : grid_.at(row, found->second);
  }

  [[nodiscard]] std::string text(std::size_t row, const std::string& column) const {
    const Cell* found = column.empty() ? nullptr : cell(row, column);
    if (found == nullptr) {
      return {};
    }
    Flow flow;
    for (std::size_t i = 0; i < found->lines.size(); ++i) {
      flow.append(found->lines[i].text, static_cast<std::uint32_t>(i));
    }
    return published(flow.text);
  }

 private:
  std::optional<std::string> resolve() {
    columns_.clear();
    bool any_by_name = false;
    for (const std::string& wanted : wanted_columns()) {
      std::optional<std::size_t> found;
      for (std::size_t c = 0; c < grid_.columns() && !found; ++c) {
        const Cell* here = grid_.at(header_, c);
        if (here != nullptr && header_spelling(cell_word(*here)) == header_spelling(wanted)) {
          found = c;
          any_by_name = true;
        }
      }
      if (!found) {
        found = letter_column(wanted);
      }
      if (!found || *found >= grid_.columns()) {
        return wanted;
      }
      columns_[wanted] = *found;
    }
    // Letters alone fit any row: the header is then the one that was given, or none.
    if (!any_by_name && mapping_.header_row == 0) {
      header_ = static_cast<std::size_t>(-1);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<std::string> wanted_columns() const {
    std::vector<std::string> out = mapping_.name;
    for (const auto& [key, column] : mapping_.amounts) {
      out.push_back(column);
    }
    for (const auto& [column, text] : mapping_.where) {
      out.push_back(column);
    }
    for (const std::string& column : {mapping_.code, mapping_.type, mapping_.goal,
                                      mapping_.spending_unit, mapping_.department, mapping_.year}) {
      if (!column.empty()) {
        out.push_back(column);
      }
    }
    return out;
  }

  const Grid& grid_;
  const TableMapping& mapping_;
  std::size_t header_ = 0;
  std::map<std::string, std::size_t> columns_;
};

std::optional<int> read_year(std::string_view text) {
  int year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  if (read.ec == std::errc() && read.ptr == text.data() + text.size() && year > 0 && year < 9999) {
    return year;
  }
  return year_in(text);
}

Project read_project(const MappedGrid& grid, const TableMapping& mapping, std::size_t row,
                     std::vector<Finding>& findings, const Place& place) {
  Project project;
  for (const std::string& column : mapping.name) {
    const std::string part = grid.text(row, column);
    const bool says_nothing =
        part.empty() || std::find(mapping.name_skip.begin(), mapping.name_skip.end(), part) !=
                            mapping.name_skip.end();
    if (!says_nothing) {
      project.name += (project.name.empty() ? "" : mapping.name_separator) + part;
    }
  }
  project.code = grid.text(row, mapping.code);
  project.type = grid.text(row, mapping.type);
  project.spending_unit = grid.text(row, mapping.spending_unit);
  if (const Cell* goal = mapping.goal.empty() ? nullptr : grid.cell(row, mapping.goal)) {
    Flow flow;
    for (std::size_t i = 0; i < goal->lines.size(); ++i) {
      flow.append(goal->lines[i].text, static_cast<std::uint32_t>(i));
    }
    project.goal = published_goal(flow);
  }
  for (const auto& [key, column] : mapping.amounts) {
    const Cell* cell = grid.cell(row, column);
    std::u32string text = cell == nullptr ? std::u32string() : cell->packed();
    // A workbook's format may show the table's unit behind each number.
    if (const std::u32string unit = to_code_points(mapping.unit);
        !unit.empty() && text.ends_with(unit)) {
      text.erase(text.size() - unit.size());
    }
    if (text.empty() || text == U"-" || text == U"—") {
      continue;
    }
    if (const auto amount = read_published_amount(text)) {
      project.funding.set(key, *amount);
    } else {
      findings.push_back(
          {"amount-unreadable",
           Severity::error,
           place,
           project.name,
           {BD_TR("{0} stands where an amount should and is no number; it was left out"),
            {published(text)}}});
    }
  }
  return project;
}

}  // namespace

Result<ImportedDocument> mapped_tables(const GridDocument& document, const TableMapping& mapping,
                                       const SourceDocument& source, const ImportOptions& options) {
  const auto error = [&](Message what) {
    return fail(Error{source.name, {}, std::move(what), {BD_TR("look at the mapping file"), {}}});
  };
  const Grid* chosen = nullptr;
  for (const Block& block : document.blocks) {
    const Grid* grid = std::get_if<Grid>(&block);
    if (grid != nullptr && chosen == nullptr &&
        (mapping.sheet.empty() || grid->place.sheet == mapping.sheet)) {
      chosen = grid;
    }
  }
  if (chosen == nullptr) {
    return error({BD_TR("there is no table (sheet {0})"), {mapping.sheet}});
  }
  MappedGrid grid(*chosen, mapping);
  if (const auto missing = grid.find_header()) {
    return error({BD_TR("no column is called {0}"), {*missing}});
  }
  ImportedDocument out;
  std::map<std::pair<std::string, int>, std::size_t> tables;
  std::size_t sums = 0;
  for (std::size_t row = grid.first_row(); row < chosen->rows(); ++row) {
    const auto cells = chosen->filled_cells(row);
    if (cells.empty() ||
        std::any_of(mapping.where.begin(), mapping.where.end(),
                    [&](const auto& one) { return grid.text(row, one.first) != one.second; })) {
      continue;
    }
    std::string department = grid.text(row, mapping.department);
    if (mapping.department.empty()) {
      department = options.department.value_or(mapping.department_text);
    } else if (options.department && department != *options.department) {
      continue;
    }
    std::optional<int> year = mapping.year_value;
    if (!mapping.year.empty()) {
      year = read_year(grid.text(row, mapping.year));
      if (options.year && year != options.year) {
        continue;
      }
    }
    std::vector<Finding> findings;
    const Place& place = cells.front()->place;
    Project project = read_project(grid, mapping, row, findings, place);
    if (project.name.empty()) {
      continue;
    }
    if (is_sum_label(project.name)) {
      ++sums;
      continue;
    }
    const auto [found, is_new] =
        tables.emplace(std::pair(department, year.value_or(0)), out.tables.size());
    if (is_new) {
      ImportedTable table;
      table.provenance = provenance_of(source, document.importer + "+mapping");
      ImportOptions own = options;
      own.department = department;
      if (year) {
        own.year = year;
      }
      identify(table.snapshot, table.provenance.findings, {department, ""}, source.name, own);
      table.snapshot.unit = mapping.unit;
      out.tables.push_back(std::move(table));
    }
    ImportedTable& table = out.tables[found->second];
    table.snapshot.projects.push_back(std::move(project));
    table.provenance.projects.push_back({place, {}});
    for (Finding& finding : findings) {
      table.provenance.findings.push_back(std::move(finding));
    }
  }
  if (out.tables.empty()) {
    return error({BD_TR("no row of the table was chosen"), {}});
  }
  if (sums > 0) {
    out.tables.front().provenance.findings.push_back(
        {"sum-rows-left-out",
         Severity::note,
         {},
         "",
         {BD_TR("{0} rows of sums were left out"), {std::to_string(sums)}}});
  }
  return out;
}

}  // namespace budgetdiff::import
