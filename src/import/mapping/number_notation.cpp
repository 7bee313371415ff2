#include "import/mapping/number_notation.hpp"

#include "import/table/cell_amount.hpp"
#include "import/text/read_list.hpp"

#include <budgetdiff/base/message.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {
namespace {

char32_t folded(char32_t c) {
  return c >= U'！' && c <= U'～' ? c - U'！' + U'!' : c;
}

bool is_plain_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'＇';
}

/// Digits and the marks between them, from the first to the last of them.
bool is_of_figure(char32_t c) {
  return is_plain_digit(c) || c == U'.' || c == U',' || is_apostrophe(c);
}

/// `whole` without the marks that part its groups; nothing where they part none of three.
std::optional<std::u32string> without_groups(std::u32string_view whole, char32_t other) {
  constexpr std::size_t size = 3;
  std::u32string out;
  char32_t mark = 0;
  std::size_t group = 0;
  for (const char32_t c : whole) {
    if (is_plain_digit(c)) {
      out += c;
      ++group;
      continue;
    }
    const bool parts = c == other || is_apostrophe(c);
    const bool full =
        mark == 0 ? group >= 1 && group <= size && out.front() != U'0' : group == size;
    if (!parts || !full || (mark != 0 && mark != c)) {
      return std::nullopt;
    }
    mark = c;
    group = 0;
  }
  return mark != 0 && group != size ? std::nullopt : std::optional(std::move(out));
}

}  // namespace

std::optional<Amount> read_amount_of(std::u32string_view text, DecimalSign decimal) {
  std::u32string narrow(text);
  std::transform(narrow.begin(), narrow.end(), narrow.begin(), folded);
  const auto begin = std::find_if(narrow.begin(), narrow.end(), is_of_figure);
  const auto end = std::find_if_not(begin, narrow.end(), is_of_figure);
  const std::u32string_view figure = std::u32string_view(narrow).substr(
      static_cast<std::size_t>(begin - narrow.begin()), static_cast<std::size_t>(end - begin));
  const char32_t sign = decimal == DecimalSign::comma ? U',' : U'.';
  const std::size_t at = figure.rfind(sign);
  const auto whole =
      without_groups(figure.substr(0, at), decimal == DecimalSign::comma ? U'.' : U',');
  if (!whole) {
    return std::nullopt;
  }
  std::u32string plain(narrow.begin(), begin);
  plain += *whole;
  if (at != figure.npos) {
    plain += U'.';
    plain += figure.substr(at + 1);
  }
  plain.append(end, narrow.end());
  return read_cell_amount(plain);
}

std::optional<Amount> read_amount_of_workbook(std::u32string_view text, bool& unsure) {
  const auto by_point = read_amount_of(text, DecimalSign::point);
  const auto by_comma = read_amount_of(text, DecimalSign::comma);
  if (text.find(U'.') == text.npos || !by_point) {
    return by_comma;
  }
  // 2.000: a number is shown without noughts at its end, but by a format of three decimals, which
  // money hardly has.
  if (by_comma && *by_comma != *by_point && text.ends_with(U'0')) {
    return by_comma;
  }
  unsure = by_comma && *by_comma != *by_point;
  return by_point;
}

void NotationEvidence::Seen::add(std::u32string_view text, const Place& at) {
  if (++count == 1) {
    first = text;
    place = at;
  }
}

void NotationEvidence::add(std::u32string_view text, const Place& place) {
  const auto by_point = read_amount_of(text, DecimalSign::point);
  const auto by_comma = read_amount_of(text, DecimalSign::comma);
  if (by_point && by_comma) {
    if (*by_point != *by_comma) {
      const bool point = text.find_first_of(U".．") != text.npos;
      (point ? either_by_point_ : either_by_comma_).add(text, place);
    }
  } else if (by_point || by_comma) {
    (by_point ? only_point_ : only_comma_).add(text, place);
  }
}

DecimalSign NotationEvidence::sign() const {
  // One 12,5 among 1,234 and 2,000 is a slip, and no reason to read those as decimals.
  const bool comma = only_comma_.count > 0 && only_point_.count == 0 && either_by_comma_.count == 0;
  return comma ? DecimalSign::comma : DecimalSign::point;
}

void NotationEvidence::say(std::vector<Finding>& findings) const {
  const auto add = [&](Severity severity, const Seen& seen, const char* sentence) {
    findings.push_back({"column-guess",
                        severity,
                        seen.place,
                        "",
                        {sentence, {quote(seen.first), std::to_string(seen.count)}}});
  };
  if (sign() == DecimalSign::comma) {
    // One figure that decides how all others are read may be a slip itself.
    add(only_comma_.count > 1 ? Severity::note : Severity::warning, only_comma_,
        BD_TR("{0} is an amount only where a comma stands before decimals ({1} such amounts): all "
              "amounts were read so, and points as parting thousands; \"decimal\" in the mapping "
              "says which sign it is"));
    return;
  }
  if (only_point_.count > 0) {
    return;
  }
  if (either_by_point_.count > 0) {
    add(Severity::warning, either_by_point_,
        BD_TR("nothing shows whether the point of {0} ({1} such amounts) stands before decimals or "
              "parts thousands; decimals were taken; \"decimal\" in the mapping says which sign it "
              "is"));
  }
  if (either_by_comma_.count > 0 && (only_comma_.count > 0 || either_by_point_.count > 0)) {
    add(Severity::warning, either_by_comma_,
        BD_TR(
            "the amounts do not agree whether the comma of {0} ({1} such amounts) parts thousands "
            "or stands before decimals; thousands were taken; \"decimal\" in the mapping says "
            "which sign it is"));
  }
}

}  // namespace budgetdiff::import
