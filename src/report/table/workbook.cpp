#include <budgetdiff/report/workbook.hpp>

#include <unistd.h>
#include <xlsxwriter.h>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <string_view>

namespace budgetdiff {
namespace {

constexpr std::size_t longest_cell = 32767;  // Excel's own limit
/// Digits that every double holds exactly as written.
constexpr std::size_t exact_digits = 15;

/// A file beside which nobody can slip another, gone with this object.
class TemporaryFile {
 public:
  TemporaryFile() {
    const char* const folder = std::getenv("TMPDIR");
    path_ =
        std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/budgetdiff-XXXXXX";
    descriptor_ = ::mkstemp(path_.data());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  TemporaryFile(TemporaryFile&&) = delete;
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  ~TemporaryFile() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
      ::unlink(path_.c_str());
    }
  }
  [[nodiscard]] bool ok() const { return descriptor_ >= 0; }
  [[nodiscard]] const std::string& path() const { return path_; }

  [[nodiscard]] std::string read() const {
    std::string bytes;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path_.c_str(), "rb"),
                                                               &std::fclose);
    char buffer[65536];
    for (std::size_t count = 0;
         file && (count = std::fread(buffer, 1, sizeof buffer, file.get())) > 0;) {
      bytes.append(buffer, count);
    }
    return bytes;
  }

 private:
  std::string path_;
  int descriptor_ = -1;
};

/// Whether text like _x0041_ begins here, which Excel reads as a character.
bool is_escape(std::string_view text) {
  const auto is_hex = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

/// What XML cannot hold is left out (control characters, U+FFFE and U+FFFF),
/// what Excel would read as an escape is escaped, and what it cannot hold is cut
/// between characters, with … at the end.
std::string cell_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::string_view three = text.substr(at, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
      at += 2;
    } else if (is_escape(text.substr(at))) {
      out += "_x005F_";
    } else if (byte >= 0x20 || text[at] == '\n' || text[at] == '\t') {
      out += text[at];
    }
  }
  std::size_t units = 0;
  std::size_t last_that_fits = 0;
  for (std::size_t at = 0; at < out.size(); ++at) {
    const auto byte = static_cast<unsigned char>(out[at]);
    if ((byte & 0xC0U) == 0x80U) {
      continue;
    }
    if (units < longest_cell) {
      last_that_fits = at;
    }
    units += byte >= 0xF0U ? 2U : 1U;
    if (units > longest_cell) {
      out.resize(last_that_fits);
      out += "…";
      break;
    }
  }
  return out;
}

/// Columns that the text takes, wide characters two, its longest line.
double width_of(std::string_view text) {
  double longest = 0;
  double width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      width = 0;
    } else if (byte < 0x80) {
      width += 1.1;
    } else if (byte >= 0xC0) {
      width += 2.1;
    }
    longest = std::max(longest, width);
  }
  return longest;
}

std::size_t decimals(std::string_view number) {
  const std::size_t point = number.find('.');
  return point == std::string_view::npos ? 0 : number.size() - point - 1;
}

std::size_t digits(std::string_view number) {
  return static_cast<std::size_t>(
      std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

class Writer {
 public:
  explicit Writer(lxw_workbook* book) : book_(book) {
    header_ = workbook_add_format(book_);
    format_set_bold(header_);
    format_set_bg_color(header_, 0xE8EDF2);
    format_set_text_wrap(header_);
    wrapped_ = workbook_add_format(book_);
    format_set_text_wrap(wrapped_);
    format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
  }

  void add(const Table& table) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book_, table.name.c_str());
    std::vector<double> widths(table.columns.size(), 6);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      put_text(sheet, 0, c, table.columns[c], header_);
      widths[c] = std::max(widths[c], width_of(table.columns[c]) + 3);
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
        put(sheet, r + 1, c, table.rows[r][c]);
        widths[c] = std::max(widths[c], width_of(table.rows[r][c].text) + 1);
      }
    }
    for (std::size_t c = 0; c < widths.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      worksheet_set_column(sheet, column, column, std::min(widths[c], 60.0), nullptr);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    if (!table.rows.empty()) {
      worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                           static_cast<lxw_col_t>(table.columns.size() - 1));
    }
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
  }

 private:
  void put(lxw_worksheet* sheet, std::size_t row, std::size_t column, const Cell& cell) {
    if (cell.text.empty()) {
      return;
    }
    if (cell.kind == Cell::Kind::number && digits(cell.text) <= exact_digits) {
      worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                             std::strtod(cell.text.c_str(), nullptr),
                             number_format(decimals(cell.text), cell.tone));
    } else {
      put_text(sheet, row, column, cell.text, text_format(cell.tone));
    }
  }

  /// Always as a string: what begins with = is no formula.
  static void put_text(lxw_worksheet* sheet, std::size_t row, std::size_t column,
                       const std::string& text, lxw_format* format) {
    worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                           cell_text(text).c_str(), format);
  }

  static void set_tone(lxw_format* format, const std::string& tone) {
    if (tone == "loosened" || tone == "comparator_changed" || tone == "unit_changed") {
      format_set_font_color(format, 0x9C0006);
      format_set_bg_color(format, 0xFFC7CE);
    } else if (tone == "tightened") {
      format_set_font_color(format, 0x006100);
      format_set_bg_color(format, 0xC6EFCE);
    }
  }

  lxw_format* text_format(const std::string& tone) {
    if (tone.empty()) {
      return wrapped_;
    }
    lxw_format*& format = texts_[tone];
    if (format == nullptr) {
      format = workbook_add_format(book_);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      set_tone(format, tone);
    }
    return format;
  }

  lxw_format* number_format(std::size_t places, const std::string& tone) {
    lxw_format*& format = numbers_[{places, tone}];
    if (format == nullptr) {
      format = workbook_add_format(book_);
      const std::string pattern = "#,##0" + (places == 0 ? "" : "." + std::string(places, '0'));
      format_set_num_format(format, pattern.c_str());
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      set_tone(format, tone);
    }
    return format;
  }

  lxw_workbook* book_;
  lxw_format* header_ = nullptr;
  lxw_format* wrapped_ = nullptr;
  std::map<std::string, lxw_format*> texts_;
  std::map<std::pair<std::size_t, std::string>, lxw_format*> numbers_;
};

}  // namespace

Result<std::string> write_workbook(const std::vector<Table>& tables) {
  const TemporaryFile file;
  if (!file.ok()) {
    return fail({BD_TR("cannot write a temporary file: {0}"), {std::strerror(errno)}},
                {BD_TR("set TMPDIR to a folder that can be written to"), {}});
  }
  lxw_workbook* const book = workbook_new(file.path().c_str());
  Writer writer(book);
  for (const Table& table : tables) {
    writer.add(table);
  }
  // Not the time of day: same input, same bytes.
  lxw_doc_properties properties{};
  char title[] = "budgetdiff";
  properties.title = title;
  properties.created = 1;
  workbook_set_properties(book, &properties);
  const lxw_error code = workbook_close(book);
  if (code != LXW_NO_ERROR) {
    return fail({BD_TR("cannot write the workbook: {0}"), {lxw_strerror(code)}},
                {BD_TR("set TMPDIR to a folder that can be written to"), {}});
  }
  return file.read();
}

}  // namespace budgetdiff
