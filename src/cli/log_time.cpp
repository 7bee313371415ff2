#include "cli/log_time.hpp"

#include <array>
#include <cstdio>
#include <ctime>

namespace budgetdiff::cli {

std::string log_time_text(const LogEntry& entry) {
  const std::time_t local =
      static_cast<std::time_t>(entry.time) + std::time_t{entry.offset_minutes} * 60;
  std::tm parts{};
  ::gmtime_r(&local, &parts);
  std::array<char, 32> date{};
  std::strftime(date.data(), date.size(), "%Y-%m-%d %H:%M:%S", &parts);
  const int offset = entry.offset_minutes < 0 ? -entry.offset_minutes : entry.offset_minutes;
  std::array<char, 16> zone{};
  std::snprintf(zone.data(), zone.size(), " %c%02d%02d", entry.offset_minutes < 0 ? '-' : '+',
                offset / 60, offset % 60);
  return std::string(date.data()) + zone.data();
}

}  // namespace budgetdiff::cli
