#pragma once

/// The records of a .xls workbook's stream ([MS-XLS] 2.1.4): a kind, a length, bytes.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// The kinds that matter to tables.
enum class RecordKind : std::uint16_t {
  formula = 0x0006,
  end = 0x000A,
  page_header = 0x0014,
  date_system = 0x0022,
  password = 0x002F,
  font = 0x0031,
  go_on = 0x003C,  ///< more bytes of the record before it
  column_info = 0x007D,
  sheet = 0x0085,
  numbers_packed = 0x00BD,
  rich_label = 0x00D6,
  cell_format = 0x00E0,
  merged_cells = 0x00E5,
  shared_strings = 0x00FC,
  shared_label = 0x00FD,
  number = 0x0203,
  label = 0x0204,
  truth_or_error = 0x0205,
  formula_text = 0x0207,
  row = 0x0208,
  number_packed = 0x027E,
  number_format = 0x041E,
  begin = 0x0809,
};

struct Record {
  RecordKind kind{};
  std::string_view bytes;
  /// Those of the go_on records behind it. A text may run on in them.
  std::vector<std::string_view> more;
};

/// Takes one record after the other from a stream.
class RecordStream {
 public:
  explicit RecordStream(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}

  /// False at the end, and where the stream is cut short or holds no record.
  bool next(Record& record);

 private:
  bool take(RecordKind& kind, std::string_view& bytes);

  std::string_view stream_;
  std::size_t at_;
};

/// Numbers and texts of a record, in their order, over its parts.
class RecordReader {
 public:
  /// From `skip` bytes behind the record's begin; `record` must outlive the object.
  explicit RecordReader(const Record& record, std::size_t skip = 0) : record_(record), at_(skip) {}

  /// Whether everything taken was there.
  [[nodiscard]] bool good() const { return good_; }

  [[nodiscard]] std::uint64_t number(std::size_t bytes);
  void skip(std::uint64_t bytes);

  /// A text of `length` units, the byte before which says how wide they are: what
  /// [MS-XLS] calls XLUnicodeString, length taken already. UTF-8.
  [[nodiscard]] std::string text(std::size_t length);

  /// A text of the workbook's table of texts, with its formatting, which is left out.
  [[nodiscard]] std::string rich_text();

 private:
  [[nodiscard]] std::string_view part() const;
  bool to_next_part();
  [[nodiscard]] std::string units(std::size_t length, bool wide);

  const Record& record_;
  std::size_t part_ = 0;  ///< 0 is the record's own
  std::size_t at_ = 0;
  bool good_ = true;
};

}  // namespace budgetdiff::import
