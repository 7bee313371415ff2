#include "import/text/list_number.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <array>
#include <utility>

namespace budgetdiff::import {
namespace {

/// a … z, aa … zz, aaa: as letters of lists go on.
std::string letters(unsigned int number, char first) {
  constexpr unsigned int alphabet = 26;
  constexpr unsigned int most = 5;
  const unsigned int count = (number - 1) / alphabet + 1;
  return count > most ? std::to_string(number)
                      : std::string(count, static_cast<char>(static_cast<unsigned int>(first) +
                                                             (number - 1) % alphabet));
}

std::string roman(unsigned int number, bool upper) {
  constexpr auto parts = std::to_array<std::pair<unsigned int, std::string_view>>({{1000, "m"},
                                                                                   {900, "cm"},
                                                                                   {500, "d"},
                                                                                   {400, "cd"},
                                                                                   {100, "c"},
                                                                                   {90, "xc"},
                                                                                   {50, "l"},
                                                                                   {40, "xl"},
                                                                                   {10, "x"},
                                                                                   {9, "ix"},
                                                                                   {5, "v"},
                                                                                   {4, "iv"},
                                                                                   {1, "i"}});
  constexpr unsigned int most = 4000;
  if (number >= most) {
    return std::to_string(number);
  }
  std::string out;
  for (const auto& [value, sign] : parts) {
    for (; number >= value; number -= value) {
      out += sign;
    }
  }
  for (char& c : out) {
    c = upper ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

/// 十二, 三十, 一百零五; figures above a thousand.
std::string chinese(unsigned int number, std::u32string_view digits, std::u32string_view units,
                    bool ten_alone) {
  if (number >= 1000) {
    return std::to_string(number);
  }
  const unsigned int hundreds = number / 100;
  const unsigned int tens = number / 10 % 10;
  const unsigned int ones = number % 10;
  std::u32string out;
  if (hundreds > 0) {
    out += digits[hundreds];
    out += units[1];
  }
  if (tens > 0) {
    if (tens > 1 || hundreds > 0 || !ten_alone) {
      out += digits[tens];
    }
    out += units[0];
  } else if (hundreds > 0 && ones > 0) {
    out += U'零';
  }
  if (ones > 0) {
    out += digits[ones];
  }
  return to_utf8(out);
}

/// Each digit of a number as another sign.
std::string by_digit(unsigned int number, std::u32string_view digits) {
  std::u32string out;
  for (const char c : std::to_string(number)) {
    out += digits[static_cast<std::size_t>(c - '0')];
  }
  return to_utf8(out);
}

/// Signs of their own, in a row from that of 1 on.
std::string one_sign(unsigned int number, char32_t first, unsigned int count) {
  return number <= count ? to_utf8(std::u32string(1, first + number - 1)) : std::to_string(number);
}

std::string one_of(unsigned int number, std::u32string_view signs) {
  return number <= signs.size() ? to_utf8(signs.substr(number - 1, 1)) : std::to_string(number);
}

}  // namespace

std::string list_number(unsigned int number, NumberStyle style) {
  if (style == NumberStyle::none) {
    return {};
  }
  if (number == 0) {
    return "0";
  }
  switch (style) {
    case NumberStyle::two_digits:
      return (number < 10 ? "0" : "") + std::to_string(number);
    case NumberStyle::full_width:
      return by_digit(number, U"０１２３４５６７８９");
    case NumberStyle::lower_letter:
      return letters(number, 'a');
    case NumberStyle::upper_letter:
      return letters(number, 'A');
    case NumberStyle::lower_roman:
      return roman(number, false);
    case NumberStyle::upper_roman:
      return roman(number, true);
    case NumberStyle::chinese:
      return chinese(number, U"〇一二三四五六七八九", U"十百", true);
    case NumberStyle::chinese_legal:
      return chinese(number, U"零壹贰叁肆伍陆柒捌玖", U"拾佰", false);
    case NumberStyle::digits:
      return by_digit(number, U"〇一二三四五六七八九");
    case NumberStyle::stems:
      return one_of(number, U"甲乙丙丁戊己庚辛壬癸");
    case NumberStyle::branches:
      return one_of(number, U"子丑寅卯辰巳午未申酉戌亥");
    case NumberStyle::circled:
      return one_sign(number, U'①', 20);
    case NumberStyle::in_brackets:
      return one_sign(number, U'⑴', 20);
    case NumberStyle::with_point:
      return one_sign(number, U'⒈', 20);
    default:
      return std::to_string(number);
  }
}

NumberStyle number_style(std::string_view word) {
  constexpr auto words = std::to_array<std::pair<std::string_view, NumberStyle>>({
      {"", NumberStyle::none},
      {"none", NumberStyle::none},
      {"bullet", NumberStyle::none},
      {"disc", NumberStyle::none},
      {"circle", NumberStyle::none},
      {"square", NumberStyle::none},
      {"decimalZero", NumberStyle::two_digits},
      {"decimal-leading-zero", NumberStyle::two_digits},
      {"01, 02, 03, ...", NumberStyle::two_digits},
      {"decimalFullWidth", NumberStyle::full_width},
      {"decimalFullWidth2", NumberStyle::full_width},
      {"１, ２, ３, ...", NumberStyle::full_width},
      {"a", NumberStyle::lower_letter},
      {"lowerLetter", NumberStyle::lower_letter},
      {"lower-alpha", NumberStyle::lower_letter},
      {"lower-latin", NumberStyle::lower_letter},
      {"A", NumberStyle::upper_letter},
      {"upperLetter", NumberStyle::upper_letter},
      {"upper-alpha", NumberStyle::upper_letter},
      {"upper-latin", NumberStyle::upper_letter},
      {"i", NumberStyle::lower_roman},
      {"lowerRoman", NumberStyle::lower_roman},
      {"lower-roman", NumberStyle::lower_roman},
      {"I", NumberStyle::upper_roman},
      {"upperRoman", NumberStyle::upper_roman},
      {"upper-roman", NumberStyle::upper_roman},
      {"chineseCounting", NumberStyle::chinese},
      {"chineseCountingThousand", NumberStyle::chinese},
      {"taiwaneseCounting", NumberStyle::chinese},
      {"taiwaneseCountingThousand", NumberStyle::chinese},
      {"japaneseCounting", NumberStyle::chinese},
      {"cjk-ideographic", NumberStyle::chinese},
      {"simp-chinese-informal", NumberStyle::chinese},
      {"trad-chinese-informal", NumberStyle::chinese},
      {"一, 二, 三, ...", NumberStyle::chinese},
      {"一", NumberStyle::chinese},
      {"chineseLegalSimplified", NumberStyle::chinese_legal},
      {"simp-chinese-formal", NumberStyle::chinese_legal},
      {"壹, 贰, 叁, ...", NumberStyle::chinese_legal},
      {"ideographDigital", NumberStyle::digits},
      {"taiwaneseDigital", NumberStyle::digits},
      {"japaneseDigitalTenThousand", NumberStyle::digits},
      {"cjk-decimal", NumberStyle::digits},
      {"ideographTraditional", NumberStyle::stems},
      {"cjk-heavenly-stem", NumberStyle::stems},
      {"甲, 乙, 丙, ...", NumberStyle::stems},
      {"ideographZodiac", NumberStyle::branches},
      {"cjk-earthly-branch", NumberStyle::branches},
      {"子, 丑, 寅, ...", NumberStyle::branches},
      {"decimalEnclosedCircle", NumberStyle::circled},
      {"decimalEnclosedCircleChinese", NumberStyle::circled},
      {"①, ②, ③, ...", NumberStyle::circled},
      {"①", NumberStyle::circled},
      {"decimalEnclosedParen", NumberStyle::in_brackets},
      {"decimalEnclosedFullstop", NumberStyle::with_point},
  });
  for (const auto& [known, style] : words) {
    if (known == word) {
      return style;
    }
  }
  return NumberStyle::decimal;
}

}  // namespace budgetdiff::import
