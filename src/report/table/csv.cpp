#include <budgetdiff/report/table.hpp>

#include <string_view>

namespace budgetdiff {
namespace {

/// "-5%", "+1,200.50": a value wherever it is read.
bool is_signed_number(std::string_view text) {
  return text.size() > 1 && (text[0] == '-' || text[0] == '+') &&
         text.find_first_not_of("0123456789.,%", 1) == std::string_view::npos;
}

/// What spreadsheets take for the beginning of a formula (OWASP, CSV injection),
/// full-width signs, which some read as the ASCII ones, and blanks before it.
bool looks_like_formula(std::string_view text) {
  if (is_signed_number(text)) {
    return false;
  }
  const auto drop = [&](std::string_view blank) {
    const bool there = text.starts_with(blank);
    text.remove_prefix(there ? blank.size() : 0);
    return there;
  };
  if (text.starts_with('\t') || text.starts_with('\r') || text.starts_with('\n')) {
    return true;
  }
  while (drop(" ") || drop("\u00A0") || drop("\u3000") || drop("\uFEFF")) {
  }
  for (const std::string_view opener : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(opener)) {
      return true;
    }
  }
  return false;
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
