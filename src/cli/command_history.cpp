#include "cli/commands.hpp"
#include "cli/editions.hpp"
#include "cli/operand.hpp"

#include <budgetdiff/diff/trace.hpp>
#include <budgetdiff/report/history.hpp>
#include <budgetdiff/store/resolve.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <memory>
#include <set>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string project;
  std::string department;
  std::string stage = "budget";
  std::string format = "text";
  std::string output;
};

/// The line of the latest project of that name; else of those whose name holds
/// it, if they all belong to one line.
Result<Lineage> find_line(const Editions& editions, const std::string& name) {
  const auto line_of = [&](std::size_t edition, std::size_t project) {
    return trace(editions.snapshots, editions.alignments, edition, project);
  };
  const std::string folded = fold_name(name);
  std::set<std::string> names;
  std::optional<std::pair<std::size_t, std::size_t>> part;
  for (std::size_t e = editions.snapshots.size(); e-- > 0;) {
    const auto& projects = editions.snapshots[e].projects;
    for (std::size_t p = 0; p < projects.size(); ++p) {
      const std::string candidate = fold_name(projects[p].name);
      if (candidate == folded) {
        return line_of(e, p);
      }
      if (!folded.empty() && candidate.find(folded) != std::string::npos) {
        names.insert(projects[p].name);
        part = part ? part : std::pair(e, p);
      }
    }
  }
  if (!part) {
    return fail({BD_TR("no project is named {0}"), {name}},
                {BD_TR("budgetdiff show YEAR lists them; a part of a name is enough"), {}});
  }
  Lineage line = line_of(part->first, part->second);
  std::set<std::string> others = names;
  for (const LineageNode& node : line.nodes) {
    others.erase(node.name);
  }
  if (others.empty()) {
    return line;
  }
  std::string list;
  for (const std::string& candidate : names) {
    list += (list.empty() ? "" : ", ") + candidate;
  }
  return fail({BD_TR("{0} is part of several names: {1}"), {name, list}},
              {BD_TR("give more of the name"), {}});
}

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  const auto keys = (*store)->keys("");
  if (!keys) {
    return report_error(context, keys.error());
  }
  const auto department = resolve_department(*keys, options.department);
  if (!department) {
    return report_error(context, department.error());
  }
  const auto editions = load_editions(**store, *keys, {*department, options.stage});
  if (!editions) {
    return report_error(context, editions.error());
  }
  const auto found = find_line(*editions, options.project);
  if (!found) {
    return report_error(context, found.error());
  }
  const Lineage& lineage = *found;
  std::string text;
  if (options.format == "json") {
    text = history_json(lineage);
  } else if (options.format == "mermaid") {
    text = history_mermaid(lineage);
  } else if (options.format == "dot") {
    text = history_dot(lineage);
  } else {
    text =
        history_text(lineage, context.language, options.output.empty() && context.colour_output());
  }
  return write_output(context, text, options.output);
}

}  // namespace

void add_history(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb =
      program.verb("history", BD_TR("Follow one project through all years of the store"),
                   "budgetdiff history 医疗保障基金\n  budgetdiff history 博士后 --format mermaid");
  verb->add_option("PROJECT", options->project,
                   context.say(BD_TR("A project's name or part of it")))
      ->required();
  verb->add_option("--department", options->department,
                   context.say(BD_TR("The department, where the store has several")));
  verb->add_option("--stage", options->stage,
                   context.say(BD_TR("budget (default), adjusted or final")))
      ->check(CLI::IsMember({"budget", "adjusted", "final"}));
  verb->add_option("--format", options->format,
                   context.say(BD_TR("text, json, mermaid or dot (Graphviz)")))
      ->check(CLI::IsMember({"text", "json", "mermaid", "dot"}));
  verb->add_option("-o,--output", options->output,
                   context.say(BD_TR("Write to this file instead of standard output")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
