#include "store/identity.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <ctime>

namespace budgetdiff::git {
namespace {

/// Reads a date from left to right; every step gives nothing where it fails.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }

  void skip_blanks() {
    while (!rest_.empty() && rest_.front() == ' ') {
      rest_.remove_prefix(1);
    }
  }
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }
  std::optional<std::int64_t> number(std::size_t least, std::size_t most) {
    std::size_t size = 0;
    while (size < rest_.size() && size < most && rest_[size] >= '0' && rest_[size] <= '9') {
      ++size;
    }
    std::int64_t value = 0;
    if (size < least ||
        std::from_chars(rest_.data(), rest_.data() + size, value).ec != std::errc()) {
      return std::nullopt;
    }
    rest_.remove_prefix(size);
    return value;
  }
  /// A word of letters, its first three.
  std::string_view word() {
    std::size_t size = 0;
    while (size < rest_.size() && ((rest_[size] >= 'a' && rest_[size] <= 'z') ||
                                   (rest_[size] >= 'A' && rest_[size] <= 'Z'))) {
      ++size;
    }
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out.substr(0, 3);
  }
  /// "+0800", "+08:00", "Z"; minutes.
  std::optional<int> offset() {
    if (take('Z')) {
      return 0;
    }
    const bool negative = !rest_.empty() && rest_.front() == '-';
    if (!take('+') && !take('-')) {
      return std::nullopt;
    }
    const auto hours = number(2, 2);
    take(':');
    const auto minutes = number(2, 2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) {
      return std::nullopt;
    }
    const int total = static_cast<int>(*hours * 60 + *minutes);
    return negative ? -total : total;
  }

 private:
  std::string_view rest_;
};

/// hours:minutes:seconds into `parts`.
bool read_clock(Scanner& in, std::tm& parts) {
  const auto hour = in.number(1, 2);
  if (!hour || !in.take(':')) {
    return false;
  }
  const auto minute = in.number(2, 2);
  std::optional<std::int64_t> second = 0;
  if (in.take(':')) {
    second = in.number(2, 2);
  }
  if (!minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
    return false;
  }
  parts.tm_hour = static_cast<int>(*hour);
  parts.tm_min = static_cast<int>(*minute);
  parts.tm_sec = static_cast<int>(*second);
  return true;
}

std::optional<GitDate> from_parts(Scanner& in, std::tm parts) {
  const int day = parts.tm_mday;
  const int month = parts.tm_mon;
  in.skip_blanks();
  if (in.done()) {
    parts.tm_isdst = -1;
    const std::time_t local = std::mktime(&parts);
    if (parts.tm_mday != day || parts.tm_mon != month) {
      return std::nullopt;
    }
    return GitDate{local, static_cast<int>(parts.tm_gmtoff / 60)};
  }
  const auto offset = in.offset();
  if (!offset || !in.done()) {
    return std::nullopt;
  }
  const std::time_t utc = ::timegm(&parts);
  if (parts.tm_mday != day || parts.tm_mon != month) {
    return std::nullopt;  // the 31st of a month of 30 days
  }
  return GitDate{utc - std::int64_t{*offset} * 60, *offset};
}

std::optional<GitDate> read_raw(std::string_view text) {
  Scanner in(text);
  const bool marked = in.take('@');
  const auto seconds = in.number(marked ? 1 : 9, 12);
  if (!seconds) {
    return std::nullopt;
  }
  in.skip_blanks();
  if (in.done()) {
    return GitDate{*seconds, 0};
  }
  const auto offset = in.offset();
  if (!offset || !in.done()) {
    return std::nullopt;
  }
  return GitDate{*seconds, *offset};
}

std::optional<GitDate> read_iso(std::string_view text) {
  Scanner in(text);
  std::tm parts{};
  const auto year = in.number(4, 4);
  if (!year || !in.take('-')) {
    return std::nullopt;
  }
  const auto month = in.number(2, 2);
  if (!month || !in.take('-')) {
    return std::nullopt;
  }
  const auto day = in.number(2, 2);
  if (!day || *month < 1 || *month > 12 || *day < 1 || (!in.take('T') && !in.take(' '))) {
    return std::nullopt;
  }
  parts.tm_year = static_cast<int>(*year - 1900);
  parts.tm_mon = static_cast<int>(*month - 1);
  parts.tm_mday = static_cast<int>(*day);
  if (!read_clock(in, parts)) {
    return std::nullopt;
  }
  return from_parts(in, parts);
}

std::optional<GitDate> read_rfc2822(std::string_view text) {
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  Scanner in(text);
  if (!in.word().empty()) {
    in.take(',');
    in.skip_blanks();
  }
  std::tm parts{};
  const auto day = in.number(1, 2);
  in.skip_blanks();
  const std::string_view name = in.word();
  in.skip_blanks();
  const auto year = in.number(4, 4);
  in.skip_blanks();
  if (!day || !year || *day < 1 || !read_clock(in, parts)) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months[i] == name) {
      parts.tm_year = static_cast<int>(*year - 1900);
      parts.tm_mon = static_cast<int>(i);
      parts.tm_mday = static_cast<int>(*day);
      return from_parts(in, parts);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<GitDate> read_git_date(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) {
    text.remove_suffix(1);
  }
  for (const auto reader : {read_raw, read_iso, read_rfc2822}) {
    if (const auto date = reader(text)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace budgetdiff::git
