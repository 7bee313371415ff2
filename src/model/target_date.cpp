#include "model/target_date.hpp"

#include "model/date_points.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace budgetdiff {
namespace {

using namespace std::string_view_literals;

bool contains_one(std::u32string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return text.find(word) != std::u32string_view::npos;
  });
}

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
