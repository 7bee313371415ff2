#include "import/sheet/date_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>

namespace budgetdiff::import {
namespace {

using Kind = FormatPart::Kind;
using Numerals = FormatSection::Numerals;

constexpr std::int64_t day_seconds = 86'400;
/// 31 December 9999.
constexpr std::int64_t last_day = 2'958'465;
constexpr std::int64_t days_1904_later = 1462;
constexpr std::int64_t false_leap_day = 60;

struct Moment {
  std::int64_t days = 0;  ///< as stored
  std::int64_t seconds = 0;
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;  ///< from Sunday
};

/// The number in whole seconds, by its digits; more than nine decimals say nothing of
/// them.
std::optional<std::int64_t> seconds_of(std::string_view stored) {
  const std::size_t point = std::min(stored.find('.'), stored.size());
  std::int64_t days = 0;
  const std::string_view whole = stored.substr(0, point);
  const auto read = std::from_chars(whole.data(), whole.data() + whole.size(), days);
  if (read.ec != std::errc() || read.ptr != whole.data() + whole.size() || days < 0 ||
      days > last_day) {
    return std::nullopt;
  }
  constexpr std::size_t decimals = 9;
  constexpr std::int64_t unit = 1'000'000'000;
  std::int64_t part = 0;
  for (std::size_t i = 0; i < decimals; ++i) {
    const std::size_t at = point + 1 + i;
    const char c = at < stored.size() ? stored[at] : '0';
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    part = part * 10 + (c - '0');
  }
  return days * day_seconds + (part * day_seconds + unit / 2) / unit;
}

std::chrono::sys_days epoch() {
  return std::chrono::sys_days(std::chrono::year(1899) / 12 / 30);
}

std::optional<Moment> moment_of(std::string_view stored, DateSystem system) {
  const std::optional<std::int64_t> seconds = seconds_of(stored);
  if (!seconds) {
    return std::nullopt;
  }
  Moment out;
  out.days = *seconds / day_seconds;
  out.seconds = *seconds % day_seconds;
  const bool from_1900 = system == DateSystem::from_1900;
  std::int64_t days = out.days + (from_1900 ? 0 : days_1904_later);
  out.weekday = static_cast<int>((days + 6) % 7);
  if (from_1900 && (days == 0 || days == false_leap_day)) {
    out.year = 1900;
    out.month = days == 0 ? 1 : 2;
    out.day = days == 0 ? 0 : 29;
    return out;
  }
  days += from_1900 && days < false_leap_day ? 1 : 0;
  const std::chrono::year_month_day date(epoch() + std::chrono::days(days));
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned int>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned int>(date.day()));
  return out;
}

std::string numeral(std::int64_t digit, Numerals numerals) {
  const std::u32string_view digits =
      numerals == Numerals::chinese ? U"〇一二三四五六七八九" : U"零壹贰叁肆伍陆柒捌玖";
  return to_utf8(digits.substr(static_cast<std::size_t>(digit), 1));
}

/// 31 as 31, 三十一 or 叁拾壹.
std::string count(std::int64_t value, std::size_t length, Numerals numerals) {
  if (numerals == Numerals::arabic || value > 99) {
    std::string out = std::to_string(value);
    return out.insert(0, out.size() < length ? length - out.size() : 0, '0');
  }
  std::string out;
  if (value >= 10) {
    const bool one = value < 20 && numerals == Numerals::chinese;
    out = (one ? std::string() : numeral(value / 10, numerals)) +
          (numerals == Numerals::chinese ? "十" : "拾");
  }
  return value % 10 > 0 || value == 0 ? out + numeral(value % 10, numerals) : out;
}

std::string year(int year, std::size_t length, Numerals numerals) {
  std::string digits = length <= 2 ? count(year % 100, 2, Numerals::arabic) : std::to_string(year);
  if (numerals == Numerals::arabic) {
    return digits;
  }
  std::string out;
  for (const char c : digits) {
    out += numeral(c - '0', numerals);
  }
  return out;
}

std::string month(const Moment& moment, const FormatPart& part, const FormatSection& section) {
  if (part.length <= 2) {
    return count(moment.month, part.length, section.numerals);
  }
  if (section.chinese) {
    return count(moment.month, 1, Numerals::chinese) + "月";
  }
  constexpr auto names = std::to_array<std::string_view>(
      {"January", "February", "March", "April", "May", "June", "July", "August", "September",
       "October", "November", "December"});
  const std::string_view name = names[static_cast<std::size_t>(moment.month - 1)];
  return std::string(name.substr(0, part.length == 3 ? 3 : part.length == 5 ? 1 : name.npos));
}

std::string weekday(const Moment& moment, const FormatPart& part, bool chinese) {
  const auto day = static_cast<std::size_t>(moment.weekday);
  if (chinese) {
    const std::string letter = to_utf8(std::u32string_view(U"日一二三四五六").substr(day, 1));
    return part.length > 3 ? "星期" + letter : part.kind == Kind::weekday ? "周" + letter : letter;
  }
  constexpr auto names = std::to_array<std::string_view>(
      {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"});
  return std::string(part.length > 3 ? names[day] : names[day].substr(0, 3));
}

/// AM/PM in the code's own words.
std::string half_day(bool afternoon, const FormatPart& part, bool chinese) {
  if (chinese || part.length > 5) {
    return afternoon ? "下午" : "上午";
  }
  const std::string out = afternoon ? "PM" : "AM";
  return part.length == 3 ? out.substr(0, 1) : out;
}

}  // namespace

std::optional<std::string> date_text(std::string_view stored, const FormatSection& section,
                                     DateSystem system) {
  const std::optional<Moment> moment = moment_of(stored, system);
  if (!moment) {
    return std::nullopt;
  }
  const bool halves = section.has(Kind::half_day);
  const std::int64_t hour = moment->seconds / 3600;
  const std::int64_t all = moment->days * day_seconds + moment->seconds;
  std::string out;
  for (const FormatPart& part : section.parts) {
    const auto number = [&](std::int64_t value) {
      out += count(value, part.length, section.numerals);
    };
    switch (part.kind) {
      case Kind::literal:
        out += part.text;
        break;
      case Kind::year:
        out += year(moment->year, part.length, section.numerals);
        break;
      case Kind::month:
        out += month(*moment, part, section);
        break;
      case Kind::day:
        number(moment->day);
        break;
      case Kind::hour:
        number(halves ? (hour + 11) % 12 + 1 : hour);
        break;
      case Kind::minute:
        number(moment->seconds / 60 % 60);
        break;
      case Kind::second:
        number(moment->seconds % 60);
        break;
      case Kind::all_hours:
        number(all / 3600);
        break;
      case Kind::all_minutes:
        number(all / 60);
        break;
      case Kind::all_seconds:
        number(all);
        break;
      case Kind::half_day:
        out += half_day(hour >= 12, part, section.chinese);
        break;
      case Kind::weekday:
        out += weekday(*moment, part, section.chinese);
        break;
      case Kind::chinese_weekday:
        out += weekday(*moment, part, true);
        break;
      case Kind::number:
      case Kind::text:
        return std::nullopt;
    }
  }
  return out;
}

std::optional<std::string> date_number(std::string_view iso, DateSystem system) {
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = -1;
    const std::string_view text = at < iso.size() ? iso.substr(at, length) : std::string_view();
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return text.size() == length && read.ptr == text.data() + text.size() ? value : -1;
  };
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') {
    return std::nullopt;
  }
  const std::chrono::year_month_day date(
      std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned int>(number(5, 2))),
      std::chrono::day(static_cast<unsigned int>(number(8, 2))));
  if (!date.ok()) {
    return std::nullopt;
  }
  std::int64_t days = (std::chrono::sys_days(date) - epoch()).count();
  days -= system == DateSystem::from_1904 ? days_1904_later : days <= false_leap_day ? 1 : 0;
  if (days < 0) {
    return std::nullopt;
  }
  std::string out = std::to_string(days);
  if (iso.size() >= 16 && iso[10] == 'T' && iso[13] == ':') {
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = iso.size() >= 19 && iso[16] == ':' ? number(17, 2) : 0;
    if (hour < 0 || minute < 0 || second < 0 || hour > 23 || minute > 59 || second > 59) {
      return std::nullopt;
    }
    const std::int64_t seconds = hour * 3600 + minute * 60 + second;
    const std::int64_t part = (seconds * 1'000'000'000 + day_seconds / 2) / day_seconds;
    const std::string decimals = std::to_string(part);
    out += seconds == 0 ? "" : "." + std::string(9 - decimals.size(), '0') + decimals;
  } else if (iso.size() > 10) {
    return std::nullopt;
  }
  return out;
}

}  // namespace budgetdiff::import
