#include "cli/commands.hpp"
#include "cli/operand.hpp"

#include <budgetdiff/history/editions.hpp>
#include <budgetdiff/report/history.hpp>
#include <memory>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string project;
  std::string department;
  std::string stage = "budget";
  std::string format = "text";
  std::string output;
};

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto stored = open_department(handle, options.department);
  if (!stored) {
    return report_error(context, stored.error());
  }
  const auto editions =
      load_editions(*stored->store, stored->keys, {stored->department, options.stage});
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
