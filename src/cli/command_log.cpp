#include "cli/commands.hpp"
#include "cli/operand.hpp"
#include "report/text_paint.hpp"

#include <array>
#include <budgetdiff/store/resolve.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <cstdio>
#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string department;
  std::optional<int> year;
  std::size_t limit = 0;
  bool json = false;
};

/// "2026-11-23 10:00:00 +0800": the author's own clock.
std::string time_text(const LogEntry& entry) {
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

std::string as_json(const std::vector<LogEntry>& entries) {
  auto list = nlohmann::ordered_json::array();
  for (const LogEntry& entry : entries) {
    nlohmann::ordered_json item;
    item["commit"] = entry.commit;
    item["author"] = entry.author_name;
    item["email"] = entry.author_email;
    item["time"] = time_text(entry);
    item["subject"] = entry.subject;
    auto trailers = nlohmann::ordered_json::array();
    for (const auto& [key, value] : entry.trailers) {
      trailers.push_back({key, value});
    }
    item["trailers"] = std::move(trailers);
    list.push_back(std::move(item));
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string as_text(const Context& context, const std::vector<LogEntry>& entries) {
  const Paint paint(context.colour_output());
  std::string out;
  for (const LogEntry& entry : entries) {
    out += paint(Tone::warn, entry.commit.substr(0, 10)) + "  " + time_text(entry) + "  " +
           printable(entry.author_name) + "\n    " + printable(entry.subject) + "\n";
    for (const auto& [key, value] : entry.trailers) {
      if (key == "Reason" || key == "Source-File") {
        out += "    " + paint(Tone::dim, printable(key) + ": " + printable(value)) + "\n";
      }
    }
  }
  return out;
}

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  std::string department;
  if (!options.department.empty()) {
    const auto keys = (*store)->keys("");
    if (!keys) {
      return report_error(context, keys.error());
    }
    const auto resolved = resolve_department(*keys, options.department);
    if (!resolved) {
      return report_error(context, resolved.error());
    }
    department = *resolved;
  }
  const auto entries = (*store)->log(department, options.year, options.limit);
  if (!entries) {
    return report_error(context, entries.error());
  }
  return print(context, options.json ? as_json(*entries) : as_text(context, *entries));
}

}  // namespace

void add_log(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("log", BD_TR("Say who recorded what, and when"),
                                "budgetdiff log\n  budgetdiff log --year 2024 --json");
  verb->add_option("--department", options->department,
                   context.say(BD_TR("Only this department, or part of its name")));
  verb->add_option("--year", options->year, context.say(BD_TR("Only this budget year")));
  verb->add_option("-n,--limit", options->limit, context.say(BD_TR("At most so many")));
  verb->add_flag("--json", options->json, context.say(BD_TR("Print JSON")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
