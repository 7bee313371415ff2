#include "codec/comment_time.hpp"

#include <budgetdiff/codec/comment_json.hpp>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string>

namespace budgetdiff {
namespace {

constexpr std::int64_t day_seconds = 86400;
constexpr std::size_t text_length = 25;  // 2024-03-01T08:00:00+08:00
constexpr int most_offset = 24 * 60;

std::string two_digits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

std::string to_text(const CommentTime& time) {
  namespace ch = std::chrono;
  const std::int64_t local = time.seconds + std::int64_t{60} * time.offset_minutes;
  std::int64_t days = local / day_seconds;
  std::int64_t rest = local % day_seconds;
  if (rest < 0) {
    rest += day_seconds;
    --days;
  }
  const ch::year_month_day date{ch::sys_days{ch::days{days}}};
  const int year = static_cast<int>(date.year());
  const int offset = std::abs(time.offset_minutes);
  return two_digits(year / 100) + two_digits(year % 100) + '-' +
         two_digits(static_cast<unsigned>(date.month())) + '-' +
         two_digits(static_cast<unsigned>(date.day())) + 'T' + two_digits(rest / 3600) + ':' +
         two_digits(rest / 60 % 60) + ':' + two_digits(rest % 60) +
         (time.offset_minutes < 0 ? '-' : '+') + two_digits(offset / 60) + ':' +
         two_digits(offset % 60);
}

namespace json {

std::optional<CommentTime> read_comment_time(std::string_view text) {
  namespace ch = std::chrono;
  if (text.size() != text_length) {
    return std::nullopt;
  }
  constexpr std::array<std::pair<std::size_t, std::size_t>, 8> fields{
      {{0, 4}, {5, 2}, {8, 2}, {11, 2}, {14, 2}, {17, 2}, {20, 2}, {23, 2}}};
  std::array<int, 8> numbers{};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const char* const begin = text.data() + fields[i].first;
    const char* const end = begin + fields[i].second;
    const auto [stop, failure] = std::from_chars(begin, end, numbers[i]);
    if (failure != std::errc{} || stop != end || numbers[i] < 0) {
      return std::nullopt;
    }
  }
  const auto [year, month, day, hour, minute, second, offset_hour, offset_minute] = numbers;
  const ch::year_month_day date{ch::year{year}, ch::month{static_cast<unsigned>(month)},
                                ch::day{static_cast<unsigned>(day)}};
  const int offset = offset_hour * 60 + offset_minute;
  if (!date.ok() || hour > 23 || minute > 59 || second > 59 || offset_minute > 59 ||
      offset >= most_offset) {
    return std::nullopt;
  }
  CommentTime out;
  out.offset_minutes = text[19] == '-' ? -offset : offset;
  out.seconds = ch::sys_days{date}.time_since_epoch().count() * day_seconds +
                std::int64_t{3600} * hour + std::int64_t{60} * minute + second -
                std::int64_t{60} * out.offset_minutes;
  // What else stands between the numbers, "-00:00" and the like.
  return to_text(out) == text ? std::optional(out) : std::nullopt;
}

}  // namespace json
}  // namespace budgetdiff
