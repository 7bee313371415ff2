#include "import/ods/shown_value.hpp"

#include "import/sheet/decimal_text.hpp"

#include <budgetdiff/model/amount.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

bool is_digit_char(char c) {
  return c >= '0' && c <= '9';
}

/// The only figure of a text, and what stands around it.
struct Figure {
  std::string before;
  std::string digits;  ///< without separators
  std::string behind;
  int decimals = 0;
};

std::optional<Figure> figure_in(std::string_view text) {
  const auto first = static_cast<std::size_t>(
      std::find_if(text.begin(), text.end(), is_digit_char) - text.begin());
  Figure out;
  out.before = text.substr(0, first);
  bool point = false;
  std::size_t at = first;
  for (; at < text.size(); ++at) {
    const bool digit_follows = at + 1 < text.size() && is_digit_char(text[at + 1]);
    if (is_digit_char(text[at])) {
      out.decimals += point ? 1 : 0;
    } else if (text[at] == '.' && !point && digit_follows) {
      point = true;
    } else if (text[at] == ',' && !point && digit_follows) {
      continue;
    } else {
      break;
    }
    out.digits += text[at];
  }
  out.behind = text.substr(at);
  const bool another =
      std::any_of(out.behind.begin(), out.behind.end(), is_digit_char);  // 1.5E+03, 1 1/2
  return out.digits.empty() || another ? std::nullopt : std::optional(std::move(out));
}

/// Whether a figure is a number rounded to the figure's decimals.
bool rounds_to(const Amount& number, const Amount& figure) {
  const Amount difference = (number.abs() - figure).abs();
  return difference + difference <= Amount(1, figure.scale());
}

FormatSection section_of(const Figure& figure, int shift) {
  FormatSection out;
  out.parts.push_back({FormatPart::Kind::literal, figure.before, 0});
  out.parts.push_back({FormatPart::Kind::number, {}, 0});
  out.parts.push_back({FormatPart::Kind::literal, figure.behind, 0});
  out.decimals = figure.decimals;
  out.shift = shift;
  return out;
}

}  // namespace

ShownNumber shown_value(std::string_view stored, std::string_view shown, bool percent) {
  const std::optional<std::string> plain = decimal_text(stored, 0, 0);
  if (!plain) {
    return {std::string(shown.empty() ? stored : shown), true};
  }
  if (shown.find_first_not_of(" -") == shown.npos) {
    // A zero may be shown as - or not at all; another number is hidden by its format.
    if (!shown.empty() && *plain != "0") {
      return {*plain, false};
    }
    return percent ? ShownNumber{decimal_text(stored, 0, 2).value_or(*plain) + "%", true}
                   : ShownNumber{*plain, true};
  }
  const std::optional<Figure> figure = figure_in(shown);
  const auto said = figure ? Amount::parse_computed(figure->digits) : std::nullopt;
  if (!said) {
    return {std::string(shown), true};
  }
  const int shift = figure->behind.starts_with('%') ? 2 : figure->behind.starts_with("‰") ? 3 : 0;
  const auto value = Amount::parse_computed(decimal_text(stored, 0, shift).value_or(*plain));
  const auto exact = shift == 0 ? Amount::parse_computed(stored) : std::nullopt;
  constexpr std::size_t exact_digits = 15;  // of decimal_text()
  const bool longer = figure->digits.size() > exact_digits && exact && exact->abs() == *said;
  if (!value || !rounds_to(*value, *said) || longer) {
    return {std::string(shown), true};
  }
  const FormatSection section = section_of(*figure, shift);
  NumberFormat format;
  format.sections.push_back(section);
  if (value->is_negative()) {
    format.sections.push_back(section);  // its own words may say so: 亏3.00
  }
  return shown_number(stored, format);
}

}  // namespace budgetdiff::import
