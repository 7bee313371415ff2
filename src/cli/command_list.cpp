#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/operand.hpp"
#include "report/text_paint.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <budgetdiff/text/unicode.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string revision;
  bool json = false;
};

std::string as_json(const std::vector<StoredSnapshot>& snapshots) {
  auto list = nlohmann::ordered_json::array();
  for (const StoredSnapshot& snapshot : snapshots) {
    nlohmann::ordered_json item;
    item["department"] = snapshot.key.department;
    item["year"] = snapshot.key.year;
    item["stage"] = snapshot.key.stage;
    item["unit"] = snapshot.unit;
    if (snapshot.total) {
      item["total"] = snapshot.total->to_string();
    }
    item["projects"] = snapshot.projects;
    item["indicators"] = snapshot.indicators;
    item["snapshot"] = snapshot.blob_id;
    list.push_back(std::move(item));
  }
  return list.dump(2) + "\n";
}

std::string as_text(const Context& context, const std::vector<StoredSnapshot>& snapshots) {
  const Wording say(context.language);
  std::string out;
  std::string department;
  std::size_t total_width = 16;
  std::size_t unit_width = 8;
  for (const StoredSnapshot& snapshot : snapshots) {
    total_width = std::max(total_width, money(snapshot.total).size() + 1);
    unit_width = std::max(unit_width, display_width(printable(snapshot.unit)) + 2);
  }
  for (const StoredSnapshot& snapshot : snapshots) {
    if (snapshot.key.department != department) {
      department = snapshot.key.department;
      out += (out.empty() ? "" : "\n") + printable(department) + "\n";
    }
    out += "  " + std::to_string(snapshot.key.year) + "  " +
           pad_right(printable(say.stage(snapshot.key.stage)), 16) +
           pad_left(" " + money(snapshot.total), total_width) + " " +
           pad_right(printable(snapshot.unit), unit_width) +
           context.say(
               BD_TR("{0}, {1}"),
               {counted(context, snapshot.projects, BD_TR("{0} project"), BD_TR("{0} projects")),
                counted(context, snapshot.indicators, BD_TR("{0} indicator"),
                        BD_TR("{0} indicators"))}) +
           "\n";
  }
  return out;
}

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  const auto snapshots = (*store)->list(options.revision);
  if (!snapshots) {
    return report_error(context, snapshots.error());
  }
  if (options.json) {
    return print(context, as_json(*snapshots));
  }
  if (snapshots->empty()) {
    note(context, context.say(BD_TR("The store is empty; budgetdiff import FILE fills it")));
    return Exit::done;
  }
  return print(context, as_text(context, *snapshots));
}

}  // namespace

void add_list(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb =
      program.verb("list", BD_TR("List the departments, years and totals of the store"),
                   "budgetdiff list\n  budgetdiff -C budgets list --json");
  verb->add_option("--revision", options->revision, context.say(BD_TR("As it was at this commit")));
  verb->add_flag("--json", options->json, context.say(BD_TR("Print JSON")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
