#pragma once

/// The format codes of workbooks (`#,##0.00`, `0"次"`, `yyyy"年"m"月"`) in pieces.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// A piece of what a format shows.
struct FormatPart {
  enum class Kind {
    literal,  ///< `text` as it is
    number,   ///< the digits, wherever the code has 0, # or ?
    text,     ///< @
    year,
    month,
    day,
    hour,
    minute,
    second,
    all_hours,  ///< [h]: more than 24, too
    all_minutes,
    all_seconds,
    half_day,         ///< AM/PM
    weekday,          ///< ddd
    chinese_weekday,  ///< aaa, aaaa
  };
  Kind kind = Kind::literal;
  std::string text;
  std::size_t length = 0;  ///< letters of the code: mm is 12 or 02
};

/// One of the sections that `;` parts: positive numbers, negative ones, zero, text.
struct FormatSection {
  enum class Numerals { arabic, chinese, formal };

  std::vector<FormatPart> parts;
  std::string condition;  ///< `>=100`, or none
  int decimals = 0;       ///< at least so many are shown
  int shift = 0;          ///< decimal places to the left of what is stored: 2 for percent
  bool date = false;
  bool chinese = false;  ///< names of months and days, by the code's locale
  Numerals numerals = Numerals::arabic;
  bool understood = true;

  [[nodiscard]] bool has(FormatPart::Kind kind) const;
};

/// How a cell shows its number. Without sections: General.
struct NumberFormat {
  std::string code;
  std::vector<FormatSection> sections;  ///< of numbers
  std::vector<FormatSection> text;      ///< of texts; one or none
};

/// Reads a format code. What it cannot read is a section that is not understood.
[[nodiscard]] NumberFormat number_format(std::string_view code);

/// The format that a workbook means by a number without saying its code: those of
/// ECMA-376 part 1, 18.8.30, as Excel shows them in Chinese.
[[nodiscard]] NumberFormat built_in_format(int id);

}  // namespace budgetdiff::import
