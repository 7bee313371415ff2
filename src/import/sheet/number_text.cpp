#include "import/sheet/number_text.hpp"

#include "import/sheet/decimal_text.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

using Kind = FormatPart::Kind;

/// What stands before and behind the digits.
struct Around {
  std::string before;
  std::string behind;
  bool digits = false;
};

Around around(const FormatSection& section) {
  Around out;
  for (const FormatPart& part : section.parts) {
    if (part.kind == Kind::literal) {
      (out.digits ? out.behind : out.before) += part.text;
    } else {
      out.digits = true;
    }
  }
  return out;
}

/// Takes away what all amounts may have around them: blanks, signs of currencies and, of
/// `negative` numbers, those that say so (-, brackets, ▲).
std::string without_signs(std::string_view text, bool negative) {
  std::u32string out;
  for (const char32_t c : to_code_points(text)) {
    constexpr std::u32string_view currencies = U"¥￥$€£";
    constexpr std::u32string_view minus = U"-－−()（）▲△";
    if (currencies.find(c) == currencies.npos && (!negative || minus.find(c) == minus.npos)) {
      out += c;
    }
  }
  const std::string words = to_utf8(without_space(out));
  const bool code = words == "RMB" || words == "CNY" || words == "USD" || words == "HKD";
  return words.empty() || code ? std::string() : to_utf8(out);
}

/// -, — and blanks: what amounts of nothing are shown as.
bool says_nothing(std::string_view text) {
  const std::u32string wide = to_code_points(text);
  return std::all_of(wide.begin(), wide.end(), [](char32_t c) {
    return is_space(c) || c == '-' || c == U'－' || c == U'—' || c == U'–';
  });
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == text.npos ? std::string()
                            : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool holds(const std::string& condition, const Amount& value) {
  const std::size_t digits = std::min(condition.find_first_not_of("<>="), condition.size());
  const std::optional<Amount> bound = Amount::parse_computed(condition.substr(digits));
  if (!bound) {
    return false;
  }
  const std::string_view sign = std::string_view(condition).substr(0, digits);
  return (sign == "<" && value < *bound) || (sign == ">" && value > *bound) ||
         (sign == "<=" && value <= *bound) || (sign == ">=" && value >= *bound) ||
         (sign == "=" && value == *bound) || (sign == "<>" && value != *bound);
}

/// The section for a value; null where none is for it.
const FormatSection* section_for(const std::vector<FormatSection>& sections, const Amount& value) {
  const bool conditions = std::any_of(sections.begin(), sections.end(),
                                      [](const auto& one) { return !one.condition.empty(); });
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const FormatSection& one = sections[i];
    const bool last = i + 1 == sections.size();
    const bool by_sign =
        i == 0 ? (sections.size() < 3 && !conditions ? !value.is_negative()
                                                     : !value.is_negative() && !value.is_zero())
               : value.is_negative();
    if (one.condition.empty() ? last || by_sign : holds(one.condition, value)) {
      return &one;
    }
  }
  return nullptr;
}

ShownNumber written(const FormatSection& section, const std::string& digits, bool own_section) {
  const bool negative = digits.starts_with('-');
  const std::string bare = negative ? digits.substr(1) : digits;
  const Around parts = around(section);
  const std::string before = without_signs(parts.before, negative);
  const std::string behind = without_signs(parts.behind, negative);
  if (!parts.digits) {
    const std::string words = trimmed(parts.before);
    return words.empty() ? ShownNumber{digits, false} : ShownNumber{words, true};
  }
  if ((before.empty() || before == "+") && behind.empty()) {
    return {digits, true};
  }
  // A section for negative numbers says itself how they are told: 亏0.
  const bool said = own_section && before == without_signs(parts.before, false) && !before.empty();
  return {trimmed((negative && !said ? "-" : "") + before + bare + behind), true};
}

}  // namespace

ShownNumber shown_number(std::string_view stored, const NumberFormat& format, DateSystem system) {
  const std::optional<std::string> plain = decimal_text(stored, 0, 0);
  if (!plain) {
    return {std::string(stored), true};
  }
  const std::vector<FormatSection>& sections =
      format.sections.empty() ? format.text : format.sections;
  const std::optional<Amount> value = Amount::parse_computed(*plain);
  if (sections.empty() || !value) {
    return {*plain, sections.empty()};
  }
  const FormatSection* section = section_for(sections, *value);
  if (section == nullptr) {
    return {*plain, false};
  }
  const Around parts = around(*section);
  if (value->is_zero() && section == &sections.back() && sections.size() == 3 &&
      section->condition.empty() &&
      says_nothing(without_signs(parts.before + parts.behind, false))) {
    section = &sections.front();  // 0.00 is shown as - or not at all: an amount all the same
  }
  if (section->date) {
    std::optional<std::string> date =
        section->understood ? date_text(*plain, *section, system) : std::nullopt;
    return date ? ShownNumber{trimmed(*date), true} : ShownNumber{*plain, false};
  }
  const std::string digits =
      decimal_text(stored, section->decimals, section->shift).value_or(*plain);
  const bool numerals = section->numerals != FormatSection::Numerals::arabic;
  if (!section->understood || numerals || section->parts.empty()) {
    return {section->shift > 0 ? digits + "%" : *plain, false};
  }
  return written(*section, digits, section != &sections.front());
}

std::string number_text(std::string_view stored, const NumberFormat& format) {
  return shown_number(stored, format).text;
}

std::string shown_text(std::string text, const NumberFormat& format) {
  if (format.text.empty() || format.text.front().parts.size() < 2 || text.empty()) {
    return text;
  }
  std::string out;
  for (const FormatPart& part : format.text.front().parts) {
    out += part.kind == Kind::text ? text : part.text;
  }
  return trimmed(out);
}

}  // namespace budgetdiff::import
