#include "model/target_date.hpp"

#include "model/target_number.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace budgetdiff {
namespace {

using namespace std::string_view_literals;

bool take_one(std::u32string_view& text, const auto& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return consume(text, word); });
}

bool contains_one(std::u32string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return text.find(word) != std::u32string_view::npos;
  });
}

constexpr std::array ends{U"底"sv, U"末"sv};
/// Behind a point that is a deadline; longest first.
constexpr std::array befores{U"之前"sv, U"以前"sv, U"为止"sv, U"前"sv, U"止"sv};
constexpr std::array withins{U"以内"sv, U"之内"sv, U"内"sv};
/// Behind or before a point that makes it the beginning of something, or one of several.
constexpr std::array begins{U"后"sv, U"起"sv, U"以后"sv, U"之后"sv, U"开始"sv, U"始"sv,
                            U"至"sv, U"到"sv, U"-"sv,    U"~"sv,    U"—"sv,    U"–"sv,
                            U"、"sv, U","sv,  U"，"sv,   U"和"sv,   U"及"sv,   U"或"sv,
                            U"/"sv,  U"与"sv, U"."sv,    U"左右"sv, U"各"sv,   U"均"sv};
constexpr std::array starts{U"自"sv,     U"从"sv, U"起"sv, U"后"sv,   U"晚于"sv, U"迟于"sv,
                            U"不早于"sv, U"≥"sv,  U">"sv,  U"提前"sv, U"大于"sv, U"不少于"sv,
                            U"会前"sv,   U"至"sv, U"到"sv, U"持续"sv};
/// Words before a point that say no more than that it is a deadline.
constexpr std::array neutral{U"≤"sv,      U"<="sv,     U"<"sv,    U"="sv,    U"不晚于"sv,
                             U"不迟于"sv, U"不超过"sv, U"早于"sv, U"截至"sv, U"截止到"sv,
                             U"截止至"sv, U"截止"sv,   U"于"sv,   U"在"sv};

/// A whole number of `least` to `most`, without sign or decimals.
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

/// 15日前, 1号, 月底, 月初, 下旬; 15日 alone is counted, but for 每月15日.
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

/// 10点前, 8:30前, 下午5时30分.
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

/// Figures of either kind: 一月一次 is no day in January.
bool has_number(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) {
    return is_digit(c) || c == U'%' ||
           U"一二两三四五六七八九十"sv.find(c) != std::u32string_view::npos;
  });
}

/// The head of what may be a range of months (1-6月, 1月至6月): its beginning, 0 if it is none.
std::size_t beginning_of(std::u32string_view text) {
  std::u32string_view rest = text;
  if (const auto year = take_whole(rest, 1949, 2100); year && !consume(rest, U"年")) {
    return 0;
  }
  if (!take_whole(rest, 1, 12)) {
    return 0;
  }
  consume(rest, U"月");
  consume(rest, U"份");
  if (!take_one(rest, std::array{U"-"sv, U"~"sv, U"—"sv, U"–"sv, U"至"sv, U"到"sv})) {
    return 0;
  }
  std::u32string_view behind = rest;
  const bool ends_in_month = take_whole(behind, 1, 12) && consume(behind, U"月");
  return ends_in_month ? text.size() - rest.size() : 0;
}

}  // namespace

std::optional<Deadline> read_deadline(std::u32string_view folded) {
  // Most targets hold nothing of a date, and are many.
  constexpr std::size_t figures = 8;
  if (folded.size() < figures &&
      folded.find_first_of(U"年月日号季旬点时:-./Qq") == std::u32string_view::npos) {
    return std::nullopt;
  }
  constexpr std::size_t longest = 12;  // words around a date
  std::u32string frame;
  std::u32string_view rest = folded;
  if (const std::size_t begun = beginning_of(rest); begun > 0) {
    frame = rest.substr(0, begun);
    rest.remove_prefix(begun);
  }
  bool compared = false;
  while (take_one(rest, neutral)) {
    compared = true;
  }
  // The point begins at the first place where one can be read.
  for (std::size_t at = 0; at <= std::min(rest.size(), longest); ++at) {
    const std::u32string_view words = rest.substr(0, at);
    if (at > 0 && is_digit(rest[at - 1])) {
      break;  // figures that are no date
    }
    std::u32string_view text = rest.substr(at);
    const bool of_month = words.ends_with(U"月") || words.ends_with(U"月度");
    Deadline out;
    if (!take_in_year(text, out)) {
      out = {};
      text = rest.substr(at);
      if (!take_in_month(text, of_month, out)) {
        out = {};
        text = rest.substr(at);
        if (!take_clock(text, out)) {
          continue;
        }
      }
    }
    // 6月 and 6月内 may be six months: the first is left open, the second is a number.
    const std::u32string_view point = rest.substr(at, rest.size() - at - text.size());
    const bool month = point.ends_with(U"月") && !out.year;
    const bool dated = take_one(text, befores) || consume(text, U"份");
    const bool within = !dated && take_one(text, withins);
    static constexpr std::array counted{U"龄"sv, U"均"sv, U"租"sv, U"薪"sv, U"费"sv, U"供"sv};
    std::u32string_view after = text;
    if (month && !dated && take_one(after, counted)) {
      return std::nullopt;  // 18月龄
    }
    if (month && !dated && (within || compared || (frame.empty() && !words.empty()))) {
      return std::nullopt;
    }
    std::u32string_view behind = text;
    if (contains_one(words, starts) || text.size() > longest || has_number(text) ||
        take_one(behind, begins)) {
      return std::nullopt;
    }
    // A period is no deadline by its end alone: 1-6月 says as much of how long something lasts.
    frame += frame.empty() ? words : folded;
    frame += U'|';
    frame += text;
    out.frame = to_utf8(frame);
    out.bare = !dated && frame == U"|" && (month || point.find(U'.') != point.npos);
    return out;
  }
  return std::nullopt;
}

DateOrder order_of(const Deadline& from, const Deadline& to, const TargetYears& years) {
  if (from.scale != to.scale || from.frame != to.frame) {
    return DateOrder::unknown;
  }
  const auto order = [](int a_first, int a_last, int b_first, int b_last) {
    if (a_first == b_first && a_last == b_last) {
      return a_first == a_last ? DateOrder::level : DateOrder::unknown;
    }
    if (b_first > a_first && b_last > a_last) {
      return DateOrder::later;
    }
    return b_first < a_first && b_last < a_last ? DateOrder::earlier : DateOrder::unknown;
  };
  const DateOrder in_year = order(from.earliest, from.latest, to.earliest, to.latest);
  if (from.year == to.year) {
    return in_year;
  }
  // Without a year it is the table's own.
  const auto own = [](const Deadline& one, const std::optional<int>& year) {
    return !one.year || (year && *one.year == *year);
  };
  if (own(from, years.from) && own(to, years.to)) {
    return in_year;
  }
  if (!from.year || !to.year || !years.from || !years.to) {
    return DateOrder::unknown;
  }
  // What was long before the table describes something (2000年前建成的小区).
  if (*from.year < *years.from - 1 || *to.year < *years.to - 1) {
    return DateOrder::unknown;
  }
  // Of another year than the table's: by the calendar and by the distance from the table, which
  // must agree.
  constexpr int year = 10000;
  const auto placed = [&](int from_year, int to_year) {
    return order(from_year * year + from.earliest, from_year * year + from.latest,
                 to_year * year + to.earliest, to_year * year + to.latest);
  };
  const DateOrder by_calendar = placed(*from.year, *to.year);
  const DateOrder by_distance = placed(*from.year - *years.from, *to.year - *years.to);
  return by_calendar == by_distance ? by_calendar : DateOrder::unknown;
}

}  // namespace budgetdiff
