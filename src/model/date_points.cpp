#include "model/date_points.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstddef>
#include <utility>

namespace budgetdiff {
namespace {

using namespace std::string_view_literals;

constexpr std::array ends{U"底"sv, U"末"sv};

int day_of(int month, int day) {
  return month * 100 + day;
}

int last_day(int month) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day_of(month, days.at(static_cast<std::size_t>(month - 1)));
}

/// Where a point lies, as far as it is known.
struct Span {
  int earliest = 0;
  int latest = 0;
};

/// A period that ends a deadline: by its end; 前 alone may mean its beginning.
Span by_end_of(std::u32string_view& text, int before, int first, int last) {
  if (take_one(text, ends)) {
    return {last, last};
  }
  if (consume(text, U"初")) {
    return {first, last};
  }
  std::u32string_view rest = text;
  return take_one(rest, befores) ? Span{before, last} : Span{last, last};
}

/// A month's third; nothing where none is said.
std::optional<int> take_third(std::u32string_view& text) {
  int day = 10;
  for (const std::u32string_view word : {U"上旬"sv, U"中旬"sv, U"下旬"sv}) {
    if (consume(text, word)) {
      return day;
    }
    day += 10;
  }
  return std::nullopt;
}

std::optional<Span> take_month(std::u32string_view& text) {
  std::u32string_view rest = text;
  const auto month = take_whole(rest, 1, 12);
  if (!month || !consume(rest, U"月")) {
    return std::nullopt;
  }
  const auto done = [&](Span span) {
    text = rest;
    return span;
  };
  if (const auto third = take_third(rest)) {
    const int day = *third == 30 ? last_day(*month) : day_of(*month, *third);
    return done({day, day});
  }
  std::u32string_view behind = rest;
  const auto day = take_whole(behind, 1, 31);
  if (day && (consume(behind, U"日") || consume(behind, U"号"))) {
    rest = behind;
    return done({day_of(*month, *day), day_of(*month, *day)});
  }
  const int before = *month == 1 ? day_of(0, 31) : last_day(*month - 1);
  const Span span = by_end_of(rest, before, day_of(*month, 1), last_day(*month));
  return done(span);
}

std::optional<Span> take_quarter(std::u32string_view& text) {
  std::u32string_view rest = text;
  for (const auto& [word, month] : {std::pair{U"上半年"sv, 6}, std::pair{U"下半年"sv, 12}}) {
    if (consume(rest, word)) {
      text = rest;
      return by_end_of(text, last_day(month), day_of(month - 5, 1), last_day(month));
    }
  }
  const bool ordinal = consume(rest, U"第") || consume(rest, U"Q") || consume(rest, U"q");
  const auto quarter = take_whole(rest, 1, 4);
  const bool latin = ordinal && text.front() != U'第';
  if (!quarter || (!latin && !consume(rest, U"季度"))) {
    return std::nullopt;
  }
  text = rest;
  const int last = last_day(*quarter * 3);
  const int before = *quarter == 1 ? day_of(0, 31) : last_day(*quarter * 3 - 3);
  return by_end_of(text, before, day_of(*quarter * 3 - 2, 1), last);
}

/// 年底, 年末, 年内, 年中, 年初: the year's own.
std::optional<Span> take_part_of_year(std::u32string_view& text) {
  constexpr int last = 1231;
  if (consume(text, U"中")) {
    return Span{day_of(6, 1), day_of(7, 31)};
  }
  if (consume(text, U"初")) {
    return Span{day_of(1, 1), day_of(3, 31)};
  }
  std::u32string_view rest = text;
  if (take_one(text, ends) || take_one(rest, withins)) {
    return Span{last, last};
  }
  return std::nullopt;
}

/// 20241231; no other number of eight figures begins with a year and has such ends.
bool take_eight_figures(std::u32string_view& text, Deadline& out) {
  constexpr std::size_t length = 8;
  const std::u32string_view figures = text.substr(0, length);
  if (figures.size() < length || !std::all_of(figures.begin(), figures.end(), is_digit) ||
      (text.size() > length && (is_digit(text[length]) || text[length] == U'.'))) {
    return false;
  }
  const auto number = [&](std::size_t at, std::size_t count) {
    int value = 0;
    for (const char32_t c : figures.substr(at, count)) {
      value = value * 10 + static_cast<int>(c - U'0');
    }
    return value;
  };
  const int year = number(0, 4);
  const int month = number(4, 2);
  const int day = number(6, 2);
  std::u32string_view rest = text.substr(length);
  const bool alone = rest.empty() || take_one(rest, befores);
  if (year < 1949 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31 || !alone) {
    return false;
  }
  out.year = year;
  out.earliest = out.latest = day_of(month, day);
  text.remove_prefix(length);
  return true;
}

/// 2024-12-31, 2024/12/31, 2024.12.31, 2024-12, 2024.12.
bool take_figures(std::u32string_view& text, Deadline& out) {
  if (take_eight_figures(text, out)) {
    return true;
  }
  std::u32string_view rest = text;
  const auto year = take_whole(rest, 1949, 2100);
  if (!year || rest.empty() || U"-/."sv.find(rest.front()) == std::u32string_view::npos) {
    return false;
  }
  const char32_t mark = rest.front();
  const auto part = [&](int most) -> std::optional<int> {
    std::u32string_view digits = rest;
    if (digits.size() < 2 || digits.front() != mark || !is_digit(digits[1])) {
      return std::nullopt;
    }
    digits.remove_prefix(1);
    const auto number = take_whole(digits, 1, most);
    if (number) {
      rest = digits;
    }
    return number;
  };
  const auto month = part(12);
  if (!month) {
    return false;
  }
  const std::size_t digits = text.size() - rest.size();
  const auto day = part(31);
  if (!day && mark == U'.' && digits != U"2024.05"sv.size()) {
    return false;  // 2024.5 is a number
  }
  if (!rest.empty() && (is_digit(rest.front()) || rest.front() == mark || rest.front() == U'%')) {
    return false;
  }
  out.year = year;
  out.scale = Deadline::Scale::year;
  out.earliest = out.latest = day ? day_of(*month, *day) : last_day(*month);
  text = rest;
  return true;
}

}  // namespace

std::optional<int> take_whole(std::u32string_view& text, int least, int most) {
  std::u32string_view rest = text;
  if (rest.empty() || rest.front() == U'-') {
    return std::nullopt;
  }
  // A dot parts what read_number() would take for decimals.
  const std::size_t dot = std::min(rest.find(U'.'), rest.size());
  std::u32string_view whole = rest.substr(0, dot);
  const std::size_t before = whole.size();
  const auto number = read_number(whole);
  if (!number || number->percent || number->value.scale() != 0 ||
      number->value < Amount(least, 0) || number->value > Amount(most, 0)) {
    return std::nullopt;
  }
  rest.remove_prefix(before - whole.size());
  text = rest;
  return static_cast<int>(number->value.mantissa());
}

bool take_in_year(std::u32string_view& text, Deadline& out) {
  out.scale = Deadline::Scale::year;
  if (take_figures(text, out)) {
    return true;
  }
  std::u32string_view rest = text;
  const auto year = take_whole(rest, 1949, 2100);
  if (year && consume(rest, U"年")) {
    text = rest;
    out.year = year;
    consume(text, U"度");
  }
  auto span = take_quarter(text);
  if (!span) {
    span = take_month(text);
  }
  if (!span && (out.year || consume(text, U"年"))) {
    span = take_part_of_year(text);
    std::u32string_view behind = text;
    if (!span && out.year) {
      span = take_one(behind, befores) ? Span{0, day_of(12, 31)} : Span{1231, 1231};
    }
  }
  if (!span) {
    return false;
  }
  out.earliest = span->earliest;
  out.latest = span->latest;
  return true;
}

bool take_in_month(std::u32string_view& text, bool of_month, Deadline& out) {
  out.scale = Deadline::Scale::month;
  std::u32string_view rest = text;
  if (const auto day = take_whole(rest, 1, 31)) {
    const bool numbered = consume(rest, U"号");
    if (!numbered && !consume(rest, U"日")) {
      return false;
    }
    std::u32string_view behind = rest;
    const bool dated = take_one(behind, befores);
    if (numbered ? !dated && !rest.empty() : !of_month && !dated) {
      return false;  // 10号楼; 15日 is counted
    }
    std::u32string_view within = rest;
    if (take_one(within, withins)) {
      return false;  // 15日内 is counted
    }
    text = rest;
    out.earliest = out.latest = *day;
    return true;
  }
  const bool month = consume(rest, U"当月") || consume(rest, U"月");
  if (const auto third = take_third(rest)) {
    const int day = *third == 30 ? 31 : *third;
    out.earliest = out.latest = day;
  } else if (month && consume(rest, U"中")) {
    out.earliest = 11;
    out.latest = 20;
  } else if (month && consume(rest, U"初")) {
    out.earliest = 1;
    out.latest = 10;
  } else if (month && take_one(rest, ends)) {
    out.earliest = out.latest = 31;
  } else {
    return false;
  }
  text = rest;
  return true;
}

bool take_clock(std::u32string_view& text, Deadline& out) {
  out.scale = Deadline::Scale::day;
  std::u32string_view rest = text;
  const bool afternoon = take_one(rest, std::array{U"下午"sv, U"晚上"sv, U"傍晚"sv, U"晚"sv});
  const bool morning =
      !afternoon && take_one(rest, std::array{U"上午"sv, U"早上"sv, U"凌晨"sv, U"早"sv});
  auto hour = take_whole(rest, 0, 24);
  if (!hour) {
    return false;
  }
  int minute = 0;
  if (consume(rest, U":") || consume(rest, U"：")) {
    const auto minutes = take_whole(rest, 0, 59);
    if (!minutes) {
      return false;
    }
    minute = *minutes;
  } else if (consume(rest, U"点") || consume(rest, U"时")) {
    if (consume(rest, U"半")) {
      minute = 30;
    } else if (const auto minutes = take_whole(rest, 0, 59)) {
      if (!consume(rest, U"分")) {
        return false;
      }
      minute = *minutes;
    } else {
      consume(rest, U"整");
    }
  } else {
    return false;
  }
  // 8时 alone is eight hours, 20点 twenty places, 1:16 a ratio.
  std::u32string_view behind = rest;
  if (!take_one(behind, befores) && !afternoon && !morning) {
    return false;
  }
  if (afternoon && *hour < 12) {
    *hour += 12;
  }
  text = rest;
  out.earliest = out.latest = *hour * 60 + minute;
  return true;
}

}  // namespace budgetdiff
