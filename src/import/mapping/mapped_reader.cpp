#include "import/mapping/mapped_reader.hpp"

#include "import/identity.hpp"
#include "import/text/read_list.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Source: …, 1. Includes …: the only text of a row below the last amounts, prose or behind a
/// blank row. A name may be a project's that has no amount.
bool is_note(const Grid& cells, std::size_t row) {
  const auto filled = cells.filled_cells(row);
  if (filled.size() != 1) {
    return false;
  }
  const std::u32string text = filled.front()->packed();
  constexpr std::u32string_view marks = U"*†‡注※[(（";
  return text.find_first_of(U":：") != text.npos || text.back() == U'.' || text.back() == U'。' ||
         is_digit(text.front()) || marks.find(text.front()) != marks.npos ||
         (row > 0 && cells.filled_cells(row - 1).empty());
}

/// A second row of the header (Resource | Capital): right below it, without a name, and words
/// where amounts would be.
bool goes_on_with_header(const Grid& cells, const MappedGrid& grid, std::size_t row,
                         const TableMapping& mapping) {
  if (!grid.has_header() || row != grid.first_row() || cells.filled_cells(row).empty()) {
    return false;
  }
  const bool named =
      std::any_of(mapping.name.begin(), mapping.name.end(),
                  [&](const std::string& column) { return !grid.text(row, column).empty(); });
  const auto has_figure = [](const Cell* cell) {
    const std::u32string text = cell->packed();
    return std::any_of(text.begin(), text.end(), is_digit);
  };
  const auto filled = cells.filled_cells(row);
  return !named && std::none_of(filled.begin(), filled.end(), has_figure);
}

void say_kept_sum(const Project& project, const Place& place, std::vector<Finding>& findings) {
  findings.push_back(
      {"sum-rows-left-out",
       Severity::warning,
       place,
       project.name,
       {BD_TR("a row whose name begins or ends as a sum's does was taken for a project; if it is a "
              "sum, list it in \"sum_names\" of the mapping"),
        {}}});
}

}  // namespace

MappedReader::MappedReader(const TableMapping& mapping, const SourceDocument& source,
                           const ImportOptions& options, std::string importer)
    : mapping_(mapping),
      source_(source),
      options_(options),
      of_workbook_(importer == "xlsx" || importer == "xls" || importer == "ods" ||
                   importer == "spreadsheetml"),
      document_(provenance_of(source, std::move(importer) + "+mapping")),
      year_column_(mapping.year, mapping.year_offset, options.year) {}

void MappedReader::look_at(const Grid& cells, const MappedGrid& grid) {
  for (std::size_t row = grid.first_row(); row < cells.rows(); ++row) {
    if (const auto filled = cells.filled_cells(row); !filled.empty()) {
      look_at_amounts(grid, mapping_, row, filled.front()->place, notation_);
    }
  }
  columns_.decimal = mapping_.decimal.value_or(notation_.sign());
  columns_.of_workbook = of_workbook_;
}

void MappedReader::read(const Grid& cells, const MappedGrid& grid, std::optional<int> year) {
  std::size_t long_rows = 0;
  Place first_long;
  std::string beyond;
  const std::size_t end = end_of_amounts(cells, grid);
  for (std::size_t row = grid.first_row(); row < cells.rows(); ++row) {
    if (row >= end && is_note(cells, row)) {
      say("text-left-over", Severity::note, cells.filled_cells(row).front()->place,
          {BD_TR("a line below the table was left out: {0}"),
           {quote(cells.filled_cells(row).front()->packed())}});
      continue;
    }
    if (row < end && goes_on_with_header(cells, grid, row, mapping_)) {
      continue;
    }
    if (!read_row_of(cells, grid, row, year)) {
      continue;
    }
    if (std::string more = grid.beyond_header(row); !more.empty() && ++long_rows == 1) {
      first_long = cells.filled_cells(row).front()->place;
      beyond = std::move(more);
    }
  }
  for (const MappedGrid::Outline& outline : grid.outlines()) {
    say("column-guess", outline.blank < outline.filled ? Severity::warning : Severity::note,
        cells.place,
        {BD_TR("blank cells under {0} were taken to say what stands above them ({1} rows)"),
         {outline.column, std::to_string(outline.blank)}});
  }
  for (const std::string& column : grid.named_twice()) {
    say("column-guess", Severity::warning, cells.place,
        {BD_TR("two columns are called {0}; the first was taken"), {column}});
  }
  if (long_rows > 0) {
    say("text-left-over", Severity::warning, first_long,
        {BD_TR("{0} rows hold more than the header has columns; what stands behind was left "
               "out, here {1}"),
         {std::to_string(long_rows), quote(to_code_points(beyond))}});
  }
}

void MappedReader::pass_over(const Grid& cells) {
  std::string words;
  for (std::size_t row = 0; row < cells.rows() && words.empty(); ++row) {
    for (const Cell* cell : cells.filled_cells(row)) {
      words += (words.empty() ? "" : " | ") + to_utf8(cell->packed());
    }
  }
  if (!words.empty()) {
    say("table-passed-over", Severity::note, cells.place,
        {BD_TR("a table that the mapping does not fit was passed over: {0}"),
         {quote(to_code_points(words))}});
  }
}

std::optional<ImportedDocument> MappedReader::finish(const std::vector<Finding>& of_reader) {
  for (std::size_t i = 0; i < out_.tables.size(); ++i) {
    say_missing_total(out_.tables[i]);
  }
  std::erase_if(out_.tables,
                [](const ImportedTable& table) { return table.snapshot.projects.empty(); });
  if (out_.tables.empty()) {
    return std::nullopt;
  }
  if (!mapping_.decimal) {
    notation_.say(findings_);
  }
  if (columns_.maybe_numbers > 0) {
    say("column-guess", Severity::warning, columns_.first_place,
        {BD_TR("{0} ({1} such amounts) was read as a number of the workbook, with decimals behind "
               "its point; a text would mean thousands"),
         {quote(columns_.first_maybe), std::to_string(columns_.maybe_numbers)}});
  }
  year_column_.say(findings_);
  if (rows_of_nobody_ > 0) {
    say("department-missing", nobodys_had_amounts_ ? Severity::error : Severity::warning,
        first_of_nobody_,
        {BD_TR("{0} rows that say nothing under {1} were left out"),
         {std::to_string(rows_of_nobody_), mapping_.department}});
  }
  if (sums_ > 0) {
    say("sum-rows-left-out", Severity::note, first_sum_,
        {BD_TR("rows of sums that were left out: {0}"), {std::to_string(sums_)}});
  }
  std::vector<Finding>& all = out_.tables.front().provenance.findings;
  all.insert(all.begin(), of_reader.begin(), of_reader.end());
  all.insert(all.end(), findings_.begin(), findings_.end());
  return std::move(out_);
}

std::optional<std::pair<std::string, std::u32string>> MappedReader::column_of_none() const {
  for (const auto& [column, text] : columns_.unreadable) {
    if (!columns_.amounts.contains(column)) {
      return std::pair(column, text);
    }
  }
  return std::nullopt;
}

std::optional<Error> MappedReader::problem_of_years() const {
  return year_column_.problem(source_.name);
}

std::string MappedReader::other_years() const {
  std::string out;
  for (const int year : other_years_) {
    out += (out.empty() ? "" : ", ") + std::to_string(year);
  }
  return out_.tables.empty() ? out : std::string();
}

std::size_t MappedReader::end_of_amounts(const Grid& cells, const MappedGrid& grid) const {
  std::size_t end = cells.rows();
  const auto has_amount = [&](std::size_t row) {
    return std::any_of(mapping_.amounts.begin(), mapping_.amounts.end(), [&](const auto& one) {
      const Cell* const cell = grid.cell(row, one.second);
      return cell != nullptr && !cell->is_blank();
    });
  };
  while (end > grid.first_row() && !has_amount(end - 1)) {
    --end;
  }
  return end;
}

void MappedReader::say_missing_total(ImportedTable& table) const {
  const std::vector<Project>& projects = table.snapshot.projects;
  const bool any = std::any_of(projects.begin(), projects.end(), [](const Project& project) {
    return project.funding.total() != nullptr;
  });
  if (any || projects.empty()) {
    return;
  }
  std::string keys;
  for (const auto& [key, column] : mapping_.amounts) {
    keys += (keys.empty() ? "" : ", ") + std::string(published_word(key));
  }
  table.provenance.findings.push_back(
      {"amount-missing",
       Severity::warning,
       table.provenance.projects.front().place,
       "",
       {BD_TR("no project of the table has a total: its amounts are under {0}"), {keys}}});
}

void MappedReader::say(const char* code, Severity severity, const Place& place, Message message) {
  findings_.push_back({code, severity, place, "", std::move(message)});
}

bool MappedReader::read_row_of(const Grid& grid_cells, const MappedGrid& grid, std::size_t row,
                               std::optional<int> year) {
  const auto cells = grid_cells.filled_cells(row);
  if (cells.empty() ||
      std::any_of(mapping_.where.begin(), mapping_.where.end(),
                  [&](const auto& one) { return grid.text(row, one.first) != one.second; })) {
    return false;
  }
  std::string department = grid.text(row, mapping_.department);
  if (department.empty()) {
    department = mapping_.department_text;
  }
  const bool nobodys = !mapping_.department.empty() && department.empty();
  if (mapping_.department.empty()) {
    department = options_.department.value_or(department);
  } else if (options_.department && !nobodys && department != *options_.department) {
    return false;
  }
  const Place& place = cells.front()->place;
  const std::string year_text = grid.text(row, mapping_.year);
  if (!mapping_.year.empty()) {
    year = year_column_.read(year_text, place);
    if (options_.year && year && year != options_.year) {
      other_years_.insert(*year);
      return false;
    }
  }
  std::vector<Finding> findings;
  MappedRow read = read_mapped_row(grid, mapping_, row, place, columns_, findings);
  RowAbove own{read.project.funding, department, year, &grid, row};
  if (above_.are_summed_by(read.sum, own)) {
    first_sum_ = ++sums_ == 1 ? place : first_sum_;
    return true;
  }
  above_.add(std::move(own));
  if (read.project.name.empty()) {
    if (!read.first_text.empty()) {
      say("name-missing", Severity::error, place,
          {BD_TR("a row without a project's name was left out: {0}"),
           {quote(to_code_points(read.first_text))}});
    }
    return true;
  }
  if (nobodys) {
    // Whose it is may stand in the cell above, or nowhere.
    nobodys_had_amounts_ = nobodys_had_amounts_ || !read.project.funding.items().empty();
    first_of_nobody_ = ++rows_of_nobody_ == 1 ? place : first_of_nobody_;
    return true;
  }
  if (!mapping_.year.empty() && !year) {
    year_column_.left_out(year_text, !read.project.funding.items().empty(), place);
    return true;
  }
  const std::size_t at = table_of(department, year);
  if (read.sum.may_be_sum) {
    say_kept_sum(read.project, place, findings);
  }
  ImportedTable& table = out_.tables[at];
  table.snapshot.projects.push_back(std::move(read.project));
  table.provenance.projects.push_back({place, {}});
  for (Finding& finding : findings) {
    table.provenance.findings.push_back(std::move(finding));
  }
  return true;
}

std::size_t MappedReader::table_of(const std::string& department, std::optional<int> year) {
  const auto [found, is_new] =
      tables_.emplace(std::pair(department, year.value_or(0)), out_.tables.size());
  if (is_new) {
    ImportedTable table;
    table.provenance = document_;
    ImportOptions own = options_;
    own.department = department;
    if (year) {
      own.year = year;
    }
    identify(table.snapshot, table.provenance.findings, {department, ""}, source_.name, own);
    table.snapshot.unit = mapping_.unit;
    out_.tables.push_back(std::move(table));
  }
  return found->second;
}

}  // namespace budgetdiff::import
