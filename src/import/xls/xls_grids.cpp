#include "import/xls/xls_grids.hpp"

#include "import/sheet/number_text.hpp"
#include "import/sheet/print_head.hpp"
#include "import/sheet/sheet_grids.hpp"
#include "import/xls/compound_file.hpp"
#include "import/xls/little_endian.hpp"
#include "import/xls/records.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::uint16_t biff8 = 0x0600;
constexpr std::size_t most_sheets = 10'000;
constexpr std::size_t most_texts = 4 * Grid::most_filled;

Error broken_file(const std::string& file) {
  return Error{file,
               {},
               {BD_TR("the file is broken or cut short"), {}},
               {BD_TR("download it again, or open and save it anew"), {}}};
}

Error encrypted_file(const std::string& file) {
  return Error{file,
               {},
               {BD_TR("the document is encrypted"), {}},
               {BD_TR("open it and save it as XLSX or DOCX without a password"), {}}};
}

Error older_workbook(const std::string& file) {
  return Error{file,
               {},
               {BD_TR("the workbook was saved by Excel 95 or an older one"), {}},
               {BD_TR("open it and save it as XLSX"), {}}};
}

/// Why a compound file without a workbook's stream is not read.
Error other_document(const CompoundFile& container, const std::string& file) {
  if (container.has("EncryptedPackage")) {
    return encrypted_file(file);
  }
  if (container.has("Book")) {
    return older_workbook(file);
  }
  return Error{file,
               {},
               {BD_TR("this is an old document that is no workbook (.doc, .wps, .ppt …)"), {}},
               {BD_TR("open it and save it as DOCX, or as PDF"), {}}};
}

/// The number as its shortest digits, which number_text() brings to those that a
/// spreadsheet shows; no amount is calculated with.
std::string digits_of(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end.ptr};
}

/// A number packed into 32 bits: an integer of 30, or the upper half of a double, and
/// whether it is to be divided by a hundred. (The quotient of so small an integer has
/// the digits that were typed.)
double unpacked(std::uint32_t packed) {
  const double value = (packed & 2U) != 0
                           ? static_cast<double>(static_cast<std::int32_t>(packed) >> 2)
                           : std::bit_cast<double>(std::uint64_t{packed & ~3U} << 32U);
  return (packed & 1U) != 0 ? value / 100 : value;
}

struct Sheet {
  std::string name;
  std::size_t begin = 0;  ///< of its records in the stream
  bool hidden = false;
};

class Workbook {
 public:
  Workbook(std::string_view stream, const std::string& file)
      : stream_(stream), file_(file), sheets_("xls", file) {}

  Result<GridDocument> read() {
    if (auto wrong = read_globals()) {
      return fail(std::move(*wrong));
    }
    for (const Sheet& sheet : listed_) {
      if (sheet.hidden) {
        sheets_.pass_over(sheet.name);
        continue;
      }
      if (!read_sheet(sheet)) {
        return fail(sheets_.problem() ? *sheets_.problem() : broken_file(file_));
      }
    }
    return sheets_.take();
  }

 private:
  std::optional<Error> read_globals() {
    RecordStream records(stream_);
    Record record;
    if (!records.next(record) || record.kind != RecordKind::begin) {
      return broken_file(file_);
    }
    if (u16(record.bytes, 0) != biff8) {
      return older_workbook(file_);
    }
    while (records.next(record)) {
      switch (record.kind) {
        case RecordKind::password:
          return encrypted_file(file_);
        case RecordKind::sheet:
          list_sheet(record);
          break;
        case RecordKind::shared_strings:
          if (!read_strings(record)) {
            return broken_file(file_);
          }
          break;
        case RecordKind::number_format: {
          RecordReader reader(record);
          const auto id = static_cast<int>(reader.number(2));
          const auto length = static_cast<std::size_t>(reader.number(2));
          codes_[id] = number_format(reader.text(length));
          break;
        }
        case RecordKind::date_system:
          dates_ = u16(record.bytes, 0) == 1 ? DateSystem::from_1904 : DateSystem::from_1900;
          break;
        case RecordKind::font:
          struck_fonts_.push_back((u16(record.bytes, 2) & font_is_struck) != 0);
          break;
        case RecordKind::cell_format:
          cell_formats_.push_back(u16(record.bytes, 2));
          cell_fonts_.push_back(u16(record.bytes, 0));
          break;
        case RecordKind::end:
          if (listed_.size() > most_sheets) {
            return broken_file(file_);
          }
          return std::nullopt;
        default:
          break;
      }
    }
    return broken_file(file_);
  }

  void list_sheet(const Record& record) {
    RecordReader reader(record);
    Sheet sheet;
    sheet.begin = static_cast<std::size_t>(reader.number(4));
    sheet.hidden = (reader.number(1) & 3U) != 0;
    const bool is_table = reader.number(1) == 0;  // no chart, no program
    const auto length = static_cast<std::size_t>(reader.number(1));
    sheet.name = reader.text(length);
    if (is_table) {
      listed_.push_back(std::move(sheet));
    }
  }

  bool read_strings(const Record& record) {
    RecordReader reader(record, 4);
    std::uint64_t left = reader.number(4);
    if (left > most_texts) {
      return false;
    }
    for (; left > 0; --left) {
      std::string text = reader.rich_text();
      if (!reader.good()) {
        return false;
      }
      strings_.push_back(std::move(text));
    }
    return true;
  }

  /// Of the cell's number; read once each, since a sheet has thousands of one.
  [[nodiscard]] const NumberFormat& format_of(std::size_t cell_format) {
    constexpr int general = 0;
    const int id = cell_format < cell_formats_.size() ? cell_formats_[cell_format] : general;
    const auto found = codes_.find(id);
    return found != codes_.end() ? found->second
                                 : codes_.emplace(id, built_in_format(id)).first->second;
  }

  static constexpr unsigned font_is_struck = 0x8;

  /// Whether all of a cell is struck through: fonts are counted without a number 4.
  [[nodiscard]] bool is_struck(std::size_t cell_format) const {
    constexpr std::size_t none = 4;
    const std::size_t font = cell_format < cell_fonts_.size() ? cell_fonts_[cell_format] : 0;
    const std::size_t index = font > none ? font - 1 : font;
    return index < struck_fonts_.size() && struck_fonts_[index];
  }

  bool add(std::size_t row, std::size_t column, std::size_t cell_format, const std::string& text) {
    if (!is_struck(cell_format)) {
      return sheets_.add(row, column, text);
    }
    StruckText struck;
    struck.add(text);
    sheets_.struck(row, column, struck);
    return true;
  }

  bool add_number(std::size_t row, std::size_t column, std::size_t cell_format, double value) {
    if (!std::isfinite(value)) {
      return true;
    }
    const NumberFormat& format = format_of(cell_format);
    ShownNumber shown = shown_number(digits_of(value), format, dates_);
    if (!shown.as_shown) {
      sheets_.not_as_shown(row, column, format.code);
    }
    return add(row, column, cell_format, shown.text);
  }

  /// False where it is broken or beyond bounds.
  bool read_sheet(const Sheet& sheet) {
    RecordStream records(stream_, sheet.begin);
    Record record;
    if (!records.next(record) || record.kind != RecordKind::begin) {
      return false;
    }
    sheets_.begin(sheet.name);
    waiting_.reset();
    // A chart in the sheet has records of its own, with numbers that are not cells.
    for (int depth = 1; records.next(record);) {
      if (record.kind == RecordKind::begin) {
        ++depth;
      } else if (record.kind == RecordKind::end) {
        if (--depth == 0) {
          return sheets_.end();
        }
      } else if (depth == 1 && !read_cell(record)) {
        return false;
      }
    }
    return false;
  }

  static constexpr unsigned row_is_hidden = 0x20;  ///< fDyZero of a Row record

  bool read_cell(const Record& record) {
    const std::string_view bytes = record.bytes;
    const std::size_t row = u16(bytes, 0);
    const std::size_t column = u16(bytes, 2);
    const std::size_t cell_format = u16(bytes, 4);
    switch (record.kind) {
      case RecordKind::number:
        return bytes.size() >= 14 && add_number(row, column, cell_format, f64(bytes, 6));
      case RecordKind::number_packed:
        return bytes.size() >= 10 && add_number(row, column, cell_format, unpacked(u32(bytes, 6)));
      case RecordKind::numbers_packed:
        // The last two bytes name the last column.
        for (std::size_t at = 4, c = column; at + 8 <= bytes.size(); at += 6, ++c) {
          if (!add_number(row, c, u16(bytes, at), unpacked(u32(bytes, at + 2)))) {
            return false;
          }
        }
        return true;
      case RecordKind::shared_label: {
        const std::uint32_t index = u32(bytes, 6);
        return bytes.size() >= 10 && index < strings_.size() &&
               add(row, column, cell_format, strings_[index]);
      }
      case RecordKind::label:
      case RecordKind::rich_label: {
        RecordReader reader(record, 6);
        const auto length = static_cast<std::size_t>(reader.number(2));
        const std::string text = reader.text(length);
        return reader.good() && add(row, column, cell_format, text);
      }
      case RecordKind::truth_or_error:
        if (bytes.size() >= 8 && u8(bytes, 7) != 0) {
          sheets_.without_value(row, column, NoValue::error);
          return true;
        }
        return bytes.size() >= 8 &&
               add(row, column, cell_format, logical_text(u8(bytes, 6) != 0 ? "1" : "0"));
      case RecordKind::formula:
        return bytes.size() >= 14 && add_formula(bytes, row, column, cell_format);
      case RecordKind::formula_text: {
        if (!waiting_) {
          return true;
        }
        RecordReader reader(record);
        const auto length = static_cast<std::size_t>(reader.number(2));
        const std::string text = reader.text(length);
        const auto [r, c] = *std::exchange(waiting_, std::nullopt);
        return reader.good() && sheets_.add(r, c, text);
      }
      case RecordKind::row:
        if (bytes.size() >= 14 && (u16(bytes, 12) & row_is_hidden) != 0) {
          sheets_.hide_row(row);
        }
        return true;
      case RecordKind::column_info:
        if (bytes.size() >= 10 && (u16(bytes, 8) & 1U) != 0) {
          for (std::size_t c = row; c <= column; ++c) {  // the first and the last of them
            sheets_.hide_column(c);
          }
        }
        return true;
      case RecordKind::merged_cells:
        return add_merged(bytes);
      case RecordKind::page_header:
        read_head(record);
        return true;
      default:
        return true;
    }
  }

  /// What the print of the sheet has above its cells; an empty record says that it has nothing.
  void read_head(const Record& record) {
    RecordReader reader(record);
    const auto length = static_cast<std::size_t>(reader.number(2));
    const std::string text = reader.text(length);
    for (std::string& line : reader.good() ? print_head(text) : std::vector<std::string>{}) {
      sheets_.head(std::move(line));
    }
  }

  bool add_formula(std::string_view bytes, std::size_t row, std::size_t column,
                   std::size_t cell_format) {
    waiting_.reset();
    if (u16(bytes, 12) != 0xFFFF) {
      return add_number(row, column, cell_format, f64(bytes, 6));
    }
    switch (u8(bytes, 6)) {
      case 0:
        waiting_ = {row, column};  // its text follows in a record of its own
        return true;
      case 1:
        return add(row, column, cell_format, logical_text(u8(bytes, 8) != 0 ? "1" : "0"));
      case 2:
        sheets_.without_value(row, column, NoValue::error);
        return true;
      default:
        return true;  // an empty text
    }
  }

  bool add_merged(std::string_view bytes) {
    const std::size_t count = u16(bytes, 0);
    if (bytes.size() < 2 + count * 8) {
      return false;
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = 2 + i * 8;
      const std::size_t row = u16(bytes, at);
      const std::size_t last_row = u16(bytes, at + 2);
      const std::size_t column = u16(bytes, at + 4);
      const std::size_t last_column = u16(bytes, at + 6);
      if (last_row >= row && last_column >= column) {
        sheets_.merge({row, column, last_row - row + 1, last_column - column + 1});
      }
    }
    return true;
  }

  std::string_view stream_;
  const std::string& file_;
  SheetGrids sheets_;
  std::vector<Sheet> listed_;
  std::vector<std::string> strings_;
  std::vector<std::size_t> cell_fonts_;
  std::vector<bool> struck_fonts_;
  std::vector<int> cell_formats_;  ///< the number format of each cell format
  DateSystem dates_ = DateSystem::from_1900;
  std::map<int, NumberFormat> codes_;                           ///< number formats, by their ids
  std::optional<std::pair<std::size_t, std::size_t>> waiting_;  ///< for a formula's text
};

}  // namespace

Result<GridDocument> xls_grids(std::string_view bytes, const std::string& file) {
  const auto container = CompoundFile::open(bytes);
  if (!container) {
    return fail(broken_file(file));
  }
  if (!container->has("Workbook")) {
    return fail(other_document(*container, file));
  }
  const auto stream = container->read("Workbook");
  if (!stream) {
    return fail(broken_file(file));
  }
  return Workbook(*stream, file).read();
}

}  // namespace budgetdiff::import
