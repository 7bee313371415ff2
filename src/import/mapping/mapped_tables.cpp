#include "import/mapping/mapped_tables.hpp"

#include "import/identity.hpp"
#include "import/mapping/mapped_grid.hpp"
#include "import/mapping/number_notation.hpp"
#include "import/mapping/sheet_years.hpp"
#include "import/mapping/year_column.hpp"
#include "import/text/read_list.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

/// The grids that a mapping reads become the tables of a document.
class MappedReader {
 public:
  MappedReader(const TableMapping& mapping, const SourceDocument& source,
               const ImportOptions& options, std::string importer)
      : mapping_(mapping),
        source_(source),
        options_(options),
        of_workbook_(importer == "xlsx" || importer == "xls" || importer == "ods" ||
                     importer == "spreadsheetml"),
        document_(provenance_of(source, std::move(importer) + "+mapping")),
        year_column_(mapping.year, mapping.year_offset, options.year) {}

  /// How amounts are written shows in all of them, so that it is looked for before any is read.
  void look_at(const Grid& cells, const MappedGrid& grid) {
    for (std::size_t row = grid.first_row(); row < cells.rows(); ++row) {
      if (const auto filled = cells.filled_cells(row); !filled.empty()) {
        look_at_amounts(grid, mapping_, row, filled.front()->place, notation_);
      }
    }
    columns_.decimal = mapping_.decimal.value_or(notation_.sign());
    columns_.of_workbook = of_workbook_;
  }

  /// `year`: that of the sheet, where each has its own. `cells` and `grid` are asked again when
  /// others are read.
  void read(const Grid& cells, const MappedGrid& grid, std::optional<int> year) {
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
      if (row < end && goes_on_with_header(cells, grid, row)) {
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

  void pass_over(const Grid& cells) {
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

  /// Nothing where no row was chosen.
  std::optional<ImportedDocument> finish(const std::vector<Finding>& of_reader) {
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
          {BD_TR(
               "{0} ({1} such amounts) was read as a number of the workbook, with decimals behind "
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

  /// A column of amounts in which no cell is one, and its first text: it is not what was meant.
  [[nodiscard]] std::optional<std::pair<std::string, std::u32string>> column_of_none() const {
    for (const auto& [column, text] : columns_.unreadable) {
      if (!columns_.amounts.contains(column)) {
        return std::pair(column, text);
      }
    }
    return std::nullopt;
  }

  /// Whether no row that could be read names its department.
  [[nodiscard]] bool all_are_nobodys() const { return rows_of_nobody_ > 0 && out_.tables.empty(); }

  /// What is wrong with the column of years as a whole.
  [[nodiscard]] std::optional<Error> problem_of_years() const {
    return year_column_.problem(source_.name);
  }

  /// What the rows' own years are where none is the one that was asked for; "" elsewhere.
  [[nodiscard]] std::string other_years() const {
    std::string out;
    for (const int year : other_years_) {
      out += (out.empty() ? "" : ", ") + std::to_string(year);
    }
    return out_.tables.empty() ? out : std::string();
  }

 private:
  /// Behind the last row that has anything under a column of amounts.
  [[nodiscard]] std::size_t end_of_amounts(const Grid& cells, const MappedGrid& grid) const {
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

  /// Source: …, 1. Includes …: the only text of a row below the last amounts, prose or behind a
  /// blank row. A name may be a project's that has no amount.
  static bool is_note(const Grid& cells, std::size_t row) {
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
  [[nodiscard]] bool goes_on_with_header(const Grid& cells, const MappedGrid& grid,
                                         std::size_t row) const {
    if (!grid.has_header() || row != grid.first_row() || cells.filled_cells(row).empty()) {
      return false;
    }
    const bool named =
        std::any_of(mapping_.name.begin(), mapping_.name.end(),
                    [&](const std::string& column) { return !grid.text(row, column).empty(); });
    const auto has_figure = [](const Cell* cell) {
      const std::u32string text = cell->packed();
      return std::any_of(text.begin(), text.end(), is_digit);
    };
    const auto filled = cells.filled_cells(row);
    return !named && std::none_of(filled.begin(), filled.end(), has_figure);
  }

  /// A row above, whosever it is, with or without a name.
  struct RowAbove {
    Funding funding;
    std::string department;
    std::optional<int> year;
    const MappedGrid* grid = nullptr;
    std::size_t row = 0;

    [[nodiscard]] bool is_of(std::string_view group) const {
      const std::vector<std::string> words = grid->words_of(row);
      return std::any_of(words.begin(), words.end(),
                         [&](const std::string& word) { return names_group(word, group); });
    }
  };

  [[nodiscard]] bool is_sum(const SumName& name, const RowAbove& row) const {
    return name.is_sum || (name.may_be_sum && sums_up(row)) ||
           (!name.group.empty() && sums_up_group(row, name.group));
  }

  /// 教育費計: the row has what the rows right above it that say 教育費 add up to.
  [[nodiscard]] bool sums_up_group(const RowAbove& row, std::string_view group) const {
    std::size_t first = above_.size();
    while (first > 0 && above_[first - 1].is_of(group)) {
      --first;
    }
    return sums_up(row.funding, [&](const RowAbove& one) {
      return static_cast<std::size_t>(&one - above_.data()) >= first &&
             (!row.year || one.year == row.year);
    });
  }

  /// Subtotal - roads: the row is a sum where it has what the rows above it add up to, from any of
  /// them on: those of its year, of all departments or its own.
  [[nodiscard]] bool sums_up(const RowAbove& row) const {
    const auto of_year = [&](const RowAbove& one) { return !row.year || one.year == row.year; };
    return sums_up(row.funding, of_year) || sums_up(row.funding, [&](const RowAbove& one) {
             return of_year(one) && one.department == row.department;
           });
  }

  template <typename Counts>
  [[nodiscard]] bool sums_up(const Funding& stated, Counts counts) const {
    if (stated.items().empty()) {
      return false;
    }
    const auto& [key, amount] = *stated.items().begin();
    Amount sum;
    for (std::size_t i = above_.size(); i-- > 0;) {
      const Amount* const one = counts(above_[i]) ? above_[i].funding.find(key) : nullptr;
      if (one != nullptr) {
        sum += *one;
      }
      if (one != nullptr && sum == amount) {
        return true;
      }
    }
    return false;
  }

  void say_kept_sum(const Project& project, const Place& place, std::vector<Finding>& findings) {
    findings.push_back(
        {"sum-rows-left-out",
         Severity::warning,
         place,
         project.name,
         {BD_TR(
              "a row whose name begins or ends as a sum's does was taken for a project; if it is a "
              "sum, list it in \"sum_names\" of the mapping"),
          {}}});
  }

  /// A key that is no `total` is a column of its own: one that was misspelt, too.
  void say_missing_total(ImportedTable& table) const {
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

  void say(const char* code, Severity severity, const Place& place, Message message) {
    findings_.push_back({code, severity, place, "", std::move(message)});
  }

  /// Whether the row is one of those that are meant.
  bool read_row_of(const Grid& grid_cells, const MappedGrid& grid, std::size_t row,
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
    if (is_sum(read.sum, own)) {
      first_sum_ = ++sums_ == 1 ? place : first_sum_;
      return true;
    }
    above_.push_back(std::move(own));
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

  std::size_t table_of(const std::string& department, std::optional<int> year) {
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

  const TableMapping& mapping_;
  const SourceDocument& source_;
  const ImportOptions& options_;
  bool of_workbook_;
  Provenance document_;
  ImportedDocument out_;
  std::vector<Finding> findings_;  ///< of no table in particular
  std::map<std::pair<std::string, int>, std::size_t> tables_;
  std::vector<RowAbove> above_;
  AmountColumns columns_;
  NotationEvidence notation_;
  YearColumn year_column_;
  std::set<int> other_years_;  ///< of rows that were left out, as another year was asked for
  std::size_t sums_ = 0;
  Place first_sum_;
  std::size_t rows_of_nobody_ = 0;
  bool nobodys_had_amounts_ = false;
  Place first_of_nobody_;
};

}  // namespace

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
