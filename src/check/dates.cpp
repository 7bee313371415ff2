/// Days and months that no calendar has: 2月30日, 2025年13月, 2025-02-30.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

/// Takes a number of at most `most` digits from the front; nothing where there is none or
/// it is longer.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < text.size() && is_digit(text[digits])) {
    if (++digits > most) {
      return std::nullopt;
    }
    value = value * 10 + (text[digits - 1] - '0');
  }
  text.remove_prefix(digits);
  return digits > 0 ? std::optional(value) : std::nullopt;
}

bool take(std::string_view& text, std::string_view word) {
  const bool starts = text.starts_with(word);
  text.remove_prefix(starts ? word.size() : 0);
  return starts;
}

/// `year` is 0 where none is said: then February may have 29 days.
bool is_day(int year, int month, int day) {
  constexpr std::array days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) {
    return false;
  }
  const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return day <= (month == 2 && !leap ? 28 : days.at(static_cast<std::size_t>(month - 1)));
}

/// Whether what stands behind N月 makes it a month of the calendar and no number of months
/// (24月龄, 18月均).
bool dates_month(std::string_view behind) {
  static constexpr std::array words{"底"sv,   "末"sv,   "前"sv,   "份"sv, "初"sv,
                                    "上旬"sv, "中旬"sv, "下旬"sv, "至"sv};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return behind.starts_with(word); });
}

/// A day that a text may begin with.
struct Day {
  std::size_t length = 0;  ///< 0: no date
  bool real = true;
};

/// 20241301: eight figures of a year, by themselves or before 前.
Day read_figures(std::string_view text) {
  constexpr std::size_t length = 8;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view behind = text.substr(digits);
  if (digits != length || !(text.starts_with("19") || text.starts_with("20")) ||
      !(behind.empty() || behind.starts_with("前"))) {
    return {};
  }
  const auto number = [&](std::size_t at, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(at, count)) {
      value = value * 10 + (c - '0');
    }
    return value;
  };
  return {length, is_day(number(0, 4), number(4, 2), number(6, 2))};
}

/// What `text`, which begins with a number, says of a day.
Day read_day(std::string_view text) {
  const std::string_view whole = text;
  const auto of = [&](bool real) { return Day{whole.size() - text.size(), real}; };
  if (const Day figures = read_figures(text); figures.length > 0) {
    return figures;
  }
  std::string_view rest = text;
  int year = 0;
  if (const auto first = take_number(rest, 4); first && *first >= 1900 && *first < 2100) {
    for (const std::string_view mark : {"-"sv, "/"sv, "."sv}) {
      std::string_view date = rest;
      if (!take(date, mark)) {
        continue;
      }
      const auto month = take_number(date, 2);
      const bool parted = month && take(date, mark);
      const auto day = parted ? take_number(date, 2) : std::nullopt;
      if (day && (date.empty() || !is_digit(date.front())) && !date.starts_with(mark)) {
        text = date;
        return of(is_day(*first, *month, *day));
      }
    }
    if (!take(rest, "年")) {
      return {};
    }
    year = *first;
    text = rest;
  }
  const auto month = take_number(text, 2);
  if (!month || !take(text, "月")) {
    return {};
  }
  const std::string_view behind = text;
  const auto day = take_number(text, 2);
  if (day && (take(text, "日") || take(text, "号"))) {
    return of(is_day(year, *month, *day));
  }
  text = behind;
  return year != 0 || dates_month(text) ? of(*month >= 1 && *month <= 12) : Day{};
}

/// The first date of a text that no calendar has; "" if there is none.
std::string impossible_date(const std::string& published) {
  const std::string folded = fold_width(published);
  const std::string_view text = folded;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const bool part = at > 0 && (text[at - 1] == '.' || text[at - 1] == '-' || text[at - 1] == '/');
    const Day day = part ? Day{} : read_day(text.substr(at));
    if (!day.real) {
      return std::string(text.substr(at, day.length));
    }
    at += day.length;
    while (day.length == 0 && at < text.size() && is_digit(text[at])) {
      ++at;
    }
  }
  return {};
}

}  // namespace

void check_dates(const Snapshot& snapshot, Report& report) {
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const Project& project = snapshot.projects[p];
    for (const std::string* text : {&project.name, &project.goal, &project.annual_goal}) {
      if (const std::string date = impossible_date(*text); !date.empty()) {
        report.project(p, "date-impossible", Severity::warning,
                       {BD_TR("there is no such day: {0}"), {date}});
        break;
      }
    }
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
      const Indicator& one = project.indicators[i];
      for (const std::string* text : {&one.name, &one.annual_target, &one.period_target}) {
        if (const std::string date = impossible_date(*text); !date.empty()) {
          report.indicator(p, i, "date-impossible", Severity::warning,
                           {BD_TR("there is no such day: {0}"), {date}});
          break;
        }
      }
    }
  }
}

}  // namespace budgetdiff::check_rules
