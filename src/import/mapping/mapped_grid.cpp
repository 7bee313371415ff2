#include "import/mapping/mapped_grid.hpp"

#include "import/mapping/money_signs.hpp"
#include "import/table/amount_text.hpp"
#include "import/table/coded_name.hpp"
#include "import/table/columns.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/paragraphs.hpp"
#include "import/text/read_list.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
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

/// What a cell of money holds, without what repeats the table's unit: a workbook's format may show
/// the unit behind each number, and the currency before.
std::u32string money_text(const Cell* cell, const TableMapping& mapping,
                          std::u32string_view& currency) {
  std::u32string text = cell == nullptr ? std::u32string() : amount_text(*cell);
  if (const std::u32string unit = to_code_points(mapping.unit); !unit.empty()) {
    text.erase(text.size() - (text.ends_with(unit) ? unit.size() : 0));
    text.erase(0, text.starts_with(unit) ? unit.size() : 0);
  }
  return bare_amount(std::move(text), currency);
}

/// The text of a cell with its lines. Line ends inside such a cell part words as blanks do; print's
/// may stand anywhere.
Flow typed_text(const Cell& cell) {
  std::u32string whole;
  for (const TextLine& line : cell.lines) {
    whole += (whole.empty() || line.place.page > 0 ? U"" : U" ") + line.text;
  }
  Flow flow;
  flow.append(whole, 0);
  std::size_t at = 0;
  for (std::size_t i = 0; i < cell.lines.size(); ++i) {
    std::size_t letters = without_space(cell.lines[i].text).size();
    while (at < flow.size() && (letters > 0 || is_space(flow.text[at]))) {
      letters -= is_space(flow.text[at]) ? 0U : 1U;
      flow.origin[at++] = static_cast<std::uint32_t>(i);
    }
  }
  return flow;
}

std::string published_cell(const Cell& cell) {
  return published(typed_text(cell).text);
}

std::optional<Amount> amount_in(std::u32string_view text, const Place& place,
                                AmountColumns& columns) {
  if (!columns.of_workbook || columns.decimal != DecimalSign::comma) {
    return read_amount_of(text, columns.decimal);
  }
  bool unsure = false;
  const auto out = read_amount_of_workbook(text, unsure);
  if (unsure && ++columns.maybe_numbers == 1) {
    columns.first_maybe = text;
    columns.first_place = place;
  }
  return out;
}

/// Adds what one text of a row says of its being a sum.
void add(SumName& out, SumName one) {
  out.is_sum = out.is_sum || one.is_sum;
  out.may_be_sum = out.may_be_sum || one.may_be_sum;
  if (!one.group.empty()) {
    out.group = std::move(one.group);
  }
}

}  // namespace

std::optional<std::string> MappedGrid::find_header() {
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

std::string MappedGrid::beyond_header(std::size_t row) const {
  std::string out;
  for (const Cell* cell : grid_.filled_cells(row)) {
    if (has_header_ && cell->column > last_column_) {
      out += (out.empty() ? "" : " | ") + to_utf8(cell->packed());
    }
  }
  return out;
}

std::string MappedGrid::shown_columns() const {
  const std::size_t depth = std::min(grid_.rows(), header_depth);
  std::size_t row = mapping_.header_row > 0 ? static_cast<std::size_t>(mapping_.header_row) - 1 : 0;
  while (mapping_.header_row == 0 && row < depth && grid_.filled_cells(row).size() < 2) {
    ++row;
  }
  std::string out;
  for (const Cell* cell :
       row < grid_.rows() ? grid_.filled_cells(row) : std::vector<const Cell*>{}) {
    out += out.empty() ? "" : ", ";
    for (const TextLine& line : cell->lines) {
      out += to_utf8(line.text);
    }
  }
  return out;
}

const Cell* MappedGrid::cell(std::size_t row, const std::string& column) const {
  const auto found = columns_.find(column);
  if (const auto outline = stands_in_.find(column); outline != stands_in_.end()) {
    row = outline->second[row];
  }
  return found == columns_.end() ? nullptr : grid_.at(row, found->second);
}

std::vector<std::string> MappedGrid::words_of(std::size_t row) const {
  std::vector<std::string> out;
  for (const Cell* const cell : grid_.filled_cells(row)) {
    const bool is_amount =
        std::any_of(mapping_.amounts.begin(), mapping_.amounts.end(), [&](const auto& one) {
          const auto found = columns_.find(one.second);
          return found != columns_.end() && found->second == cell->column;
        });
    if (!is_amount) {
      out.push_back(published_cell(*cell));
    }
  }
  return out;
}

void MappedGrid::find_outlines() {
  for (std::size_t i = 0; i + 1 < mapping_.name.size(); ++i) {
    find_outline(mapping_.name[i]);
  }
}

void MappedGrid::find_outline(const std::string& column) {
  Outline out{column};
  std::vector<std::size_t> stands_in(grid_.rows());
  std::string above;
  std::size_t row_above = 0;
  for (std::size_t row = 0; row < grid_.rows(); ++row) {
    stands_in[row] = row;
    if (row < first_row() || text(row, mapping_.name.back()).empty()) {
      continue;  // a sum, or nothing
    }
    const std::string own = text(row, column);
    if (own == above) {
      return;  // it begins blank, or says the same in each row
    }
    if (own.empty()) {
      ++out.blank;
      stands_in[row] = row_above;
      continue;
    }
    ++out.filled;
    above = own;
    row_above = row;
  }
  if (out.blank > 0) {
    outlines_.push_back(out);
    stands_in_[column] = std::move(stands_in);
  }
}

std::string MappedGrid::text(std::size_t row, const std::string& column) const {
  const Cell* found = column.empty() ? nullptr : cell(row, column);
  return found == nullptr ? std::string() : published_cell(*found);
}

std::optional<std::string> MappedGrid::resolve() {
  columns_.clear();
  named_twice_.clear();
  has_header_ = false;
  for (const std::string& wanted : wanted_columns()) {
    std::optional<std::size_t> found;
    for (std::size_t c = 0; c < grid_.columns(); ++c) {
      const Cell* here = grid_.begins_at(header_, c);
      if (here == nullptr || header_spelling(cell_word(*here)) != header_spelling(wanted)) {
        continue;
      }
      if (found) {
        named_twice_.push_back(wanted);
        break;
      }
      found = c;
      has_header_ = true;
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
  if (!has_header_ && mapping_.header_row == 0) {
    header_ = static_cast<std::size_t>(-1);
  }
  if (has_header_) {
    const auto cells = grid_.filled_cells(header_);
    last_column_ = cells.back()->column + cells.back()->columns - 1;
  }
  return std::nullopt;
}

std::vector<std::string> MappedGrid::wanted_columns() const {
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

void look_at_amounts(const MappedGrid& grid, const TableMapping& mapping, std::size_t row,
                     const Place& place, NotationEvidence& evidence) {
  for (const auto& [key, column] : mapping.amounts) {
    std::u32string_view currency;
    evidence.add(money_text(grid.cell(row, column), mapping, currency), place);
  }
}

MappedRow read_mapped_row(const MappedGrid& grid, const TableMapping& mapping, std::size_t row,
                          const Place& place, AmountColumns& columns,
                          std::vector<Finding>& findings) {
  MappedRow out;
  Project& project = out.project;
  for (const std::string& column : mapping.name) {
    const std::string part = grid.text(row, column);
    const bool says_nothing =
        part.empty() || std::find(mapping.name_skip.begin(), mapping.name_skip.end(), part) !=
                            mapping.name_skip.end();
    add(out.sum, sum_name(part, mapping.sum_names));
    if (!says_nothing) {
      project.name += (project.name.empty() ? "" : mapping.name_separator) + part;
    }
  }
  if (project.name.empty()) {
    // A spreadsheet's own sums name the group, in its column, and no project.
    for (const std::string& text : grid.words_of(row)) {
      add(out.sum, sum_name(text, mapping.sum_names));
    }
  }
  project.code = grid.text(row, mapping.code);
  if (is_rounded_code(project.code)) {
    findings.push_back(
        {"code-rounded",
         Severity::warning,
         place,
         project.name,
         {BD_TR("the project's code is a rounded number, as spreadsheets make of long ones; it "
                "was left out: {0}"),
          {std::exchange(project.code, {})}}});
  }
  project.type = grid.text(row, mapping.type);
  project.spending_unit = grid.text(row, mapping.spending_unit);
  if (const Cell* goal = mapping.goal.empty() ? nullptr : grid.cell(row, mapping.goal)) {
    project.goal = published_goal(typed_text(*goal));
  }
  bool any_amount = false;
  for (const auto& [key, column] : mapping.amounts) {
    const Cell* cell = grid.cell(row, column);
    const std::u32string text = money_text(cell, mapping, columns.currency);
    any_amount = any_amount || !text.empty();
    if (text.empty() || is_blank_mark(text) || says_no_amount(text)) {
      continue;
    }
    if (out.first_text.empty()) {
      out.first_text = published(text);
    }
    if (const auto amount = amount_in(text, cell->place, columns)) {
      project.funding.set(key, *amount);
      ++columns.amounts[column];
    } else {
      columns.unreadable.try_emplace(column, text);
      findings.push_back(
          {"amount-unreadable",
           Severity::error,
           place,
           project.name,
           {BD_TR("{0} stands where an amount should and is no number; it was left out"),
            {published(text)}}});
    }
  }
  if (!any_amount && !project.name.empty()) {
    findings.push_back({"amount-missing",
                        Severity::error,
                        place,
                        project.name,
                        {BD_TR("no amounts stand beside this project"), {}}});
  }
  for (const std::string* text : {&project.code, &project.goal}) {
    out.first_text = out.first_text.empty() ? *text : out.first_text;
  }
  return out;
}

}  // namespace budgetdiff::import
