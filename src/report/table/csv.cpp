#include <budgetdiff/report/table.hpp>

#include <string_view>

namespace budgetdiff {
namespace {

/// What spreadsheets take for the beginning of a formula (OWASP, CSV injection).
bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

void append_field(std::string& out, std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    out += c;
    if (c == '"') {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

std::string write_csv(const Table& table) {
  std::string out = "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    out += i > 0 ? "," : "";
    append_field(out, table.columns[i]);
  }
  out += "\r\n";
  for (const std::vector<Cell>& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += i > 0 ? "," : "";
      const Cell& cell = row[i];
      const bool live = cell.kind == Cell::Kind::text && looks_like_formula(cell.text);
      append_field(out, live ? "'" + cell.text : cell.text);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace budgetdiff
