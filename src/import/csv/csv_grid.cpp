#include "import/csv/csv_grid.hpp"

#include "import/table/columns.hpp"
#include "import/table/label_values.hpp"
#include "import/text/symbol_fonts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_fields = 16'384;
/// Lines that are looked at when the kind of a file is told.
constexpr std::size_t probed = 1U << 16U;

/// ="0012" without its formula: so other programs write a text that Excel is not to take for a
/// number. The field itself where it is anything else (="a"&"b").
std::string without_formula(std::string field) {
  if (field.size() < 3 || !field.starts_with("=\"") || field.back() != '"') {
    return field;
  }
  std::string out;
  for (std::size_t at = 2; at + 1 < field.size(); ++at) {
    if (field[at] == '"' && (at + 2 >= field.size() || field[++at] != '"')) {
      return field;
    }
    out += field[at];
  }
  return out;
}

/// '0012 without the mark by which Excel knows a text that is not to be a number, and '≥3个; the
/// field itself where the mark may quote.
std::string without_text_mark(std::string field) {
  const bool may = field.size() > 1 && field.front() == '\'' && field.find('\'', 1) == field.npos;
  const auto next = may ? static_cast<unsigned char>(field[1]) : 0U;
  const bool figure = (next >= '0' && next <= '9') || next == '=' || next == '+' || next == '-' ||
                      next == '<' || next == '>' || next >= 0x80;
  return figure ? field.substr(1) : field;
}

}  // namespace

char csv_separator(std::string_view text) {
  text = text.substr(0, probed);
  constexpr auto candidates = std::to_array<char>({'\t', ',', ';'});
  char best = ',';
  std::size_t most = 0;
  for (const char candidate : candidates) {
    const auto count = static_cast<std::size_t>(std::count(text.begin(), text.end(), candidate));
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best;
}

Result<std::vector<CsvRow>> csv_rows(std::string_view text, char separator,
                                     const std::string& file) {
  std::vector<CsvRow> rows;
  CsvRow row;
  std::string field;
  int line = 1;
  row.line = 1;
  bool quoted = false;
  int quote_line = 0;
  const auto error = [&](Message what, int at) {
    Place place;
    place.line = at;
    return fail(
        Error{file,
              place,
              std::move(what),
              {BD_TR("look at the quotes and separators of this line, or save the table anew "
                     "as CSV or XLSX"),
               {}}});
  };
  const auto end_row = [&] {
    row.fields.push_back(without_text_mark(without_formula(std::move(field))));
    field.clear();
    rows.push_back(std::move(row));
    row = {};
    row.line = line;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' || (c == '\r' && (at + 1 >= text.size() || text[at + 1] != '\n'))) {
      ++line;
    }
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        field += '"';
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == '"' && field.empty()) {
      quoted = true;
      quote_line = line;
    } else if (c == separator) {
      row.fields.push_back(without_text_mark(without_formula(std::move(field))));
      field.clear();
      if (row.fields.size() > most_fields) {
        return error({BD_TR("the line has more than {0} fields"), {std::to_string(most_fields)}},
                     line);
      }
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
        ++at;
        ++line;
      }
      end_row();
    } else {
      field += c;
    }
    if (field.size() > Grid::largest_cell) {
      return error({BD_TR("a field is larger than {0} KB; is a quote missing?"),
                    {std::to_string(Grid::largest_cell >> 10U)}},
                   row.line);
    }
  }
  if (quoted) {
    return error({BD_TR("the quote that opens here is never closed"), {}}, quote_line);
  }
  if (!field.empty() || !row.fields.empty()) {
    end_row();
  }
  return rows;
}

namespace {

Cell cell_of(const CsvRow& row, std::size_t field, std::size_t r, std::size_t c) {
  Cell cell;
  cell.row = r;
  cell.column = c;
  cell.place.line = row.line;
  if (field < row.fields.size() && !row.fields[field].empty()) {
    cell.lines = text_lines(published_text(row.fields[field]), cell.place);
  }
  return cell;
}

}  // namespace

Result<Grid> csv_grid(std::string_view text, const std::string& file) {
  auto rows = csv_rows(text, csv_separator(text), file);
  return rows ? grid_of_rows(*rows, file) : tl::unexpected(std::move(rows.error()));
}

Result<Grid> grid_of_rows(const std::vector<CsvRow>& rows, const std::string& file) {
  std::size_t columns = 0;
  std::size_t fields = 0;
  for (const CsvRow& row : rows) {
    columns = std::max(columns, row.fields.size());
    fields += row.fields.size();
  }
  if (columns == 0 || fields > Grid::most_filled || rows.size() > Grid::most_positions / columns) {
    return fail(
        Error{file,
              {},
              {BD_TR("the table is empty or too large: it has {0} lines and {1} fields"),
               {std::to_string(rows.size()), std::to_string(fields)}},
              {BD_TR("give a table of at most {0} fields, one year or one department a file"),
               {std::to_string(Grid::most_filled)}}});
  }
  Grid grid(rows.size(), columns);
  grid.place.line = 1;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      grid.add(cell_of(rows[r], c, r, c));
    }
  }
  return grid;
}

namespace {

/// The lines before a quote that is never closed, which is the error of reading `text`.
std::string_view lines_before(std::string_view text, int line) {
  std::size_t at = 0;
  for (int i = 1; i < line && at != text.npos; ++i) {
    at = text.find('\n', at);
    at += at == text.npos ? 0 : 1;
  }
  return text.substr(0, at == text.npos ? 0 : at);
}

}  // namespace

namespace {

/// Whether a separator stands between two fields, and no mark amid the digits of an amount:
/// 8,436,489.00 is one.
bool parts(const std::string& left, const std::string& right) {
  const std::size_t digits = std::min(right.find_first_not_of("0123456789"), right.size());
  constexpr std::size_t group = 3;
  return left.empty() || left.back() < '0' || left.back() > '9' || digits != group;
}

/// Whether separators are what parts the lines: as a rule each has some, where text that keeps
/// its columns has them amid amounts alone, and now and then in prose.
bool separators_part(const std::vector<CsvRow>& rows) {
  std::size_t filled = 0;
  std::size_t parted = 0;
  for (const CsvRow& row : rows) {
    if (row.fields.size() < 2) {
      filled += row.fields.empty() || row.fields.front().empty() ? 0U : 1U;
      continue;
    }
    ++filled;
    bool any = false;
    for (std::size_t i = 0; !any && i + 1 < row.fields.size(); ++i) {
      any = parts(row.fields[i], row.fields[i + 1]);
    }
    parted += any ? 1U : 0U;
  }
  return parted * 2 >= filled;
}

}  // namespace

bool looks_like_csv(std::string_view text) {
  std::string_view head = text.substr(0, probed);
  if (head.size() < text.size()) {
    head = head.substr(0, head.rfind('\n') + 1);
  }
  const auto rows = csv_rows(head, csv_separator(head), "");
  // A quoted field may run over the end of what is looked at.
  auto grid = csv_grid(rows ? head : text, "");
  if (!grid && grid.error().place.line > 1) {
    // It is told by its header still, so that the quote can be named.
    grid = csv_grid(lines_before(text, grid.error().place.line), "");
  }
  if (!grid || grid->columns() < 2 || (rows && !separators_part(*rows))) {
    return false;
  }
  for (std::size_t row = 0; row < grid->rows(); ++row) {
    if (header_at(*grid, row, NameColumns::supposed) || names_project(*grid, row)) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
