#include "cli/commands.hpp"
#include "cli/operand.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/change_set_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/diff/apply.hpp>
#include <memory>
#include <utility>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string change_set;
  std::string snapshot;
  std::string output;
  bool reverse = false;
};

Error misfit(const std::string& file, const std::string& expected, const std::string& found) {
  return {file,
          {},
          {BD_TR("is not the snapshot that the change set starts from ({0}, not {1})"),
           {found, expected}},
          {BD_TR("apply it to the earlier snapshot, or with --reverse to the later one"), {}}};
}

Exit run(const Context& context, const Options& options) {
  const auto bytes = read_file(options.change_set);
  if (!bytes) {
    return report_error(context, bytes.error());
  }
  auto changes = read_change_set(*bytes, options.change_set);
  if (!changes) {
    return report_error(context, changes.error());
  }
  StoreHandle store(context);
  const auto operand = load(store, options.snapshot);
  if (!operand) {
    return report_error(context, operand.error());
  }
  const ChangeSet way = options.reverse ? invert(*changes) : std::move(*changes);
  const std::string blob_id = blob_id_of(*operand);
  if (blob_id != way.from.blob_id) {
    return report_error(context, misfit(options.snapshot, way.from.blob_id, blob_id));
  }
  const auto result = apply(way, operand->snapshot);
  if (!result) {
    Error error = result.error();
    error.file = options.change_set;
    return report_error(context, error);
  }
  const std::string text = write_snapshot(*result);
  // The change set names what must come out; anything else is not written.
  if (git_blob_id(text) != way.to.blob_id) {
    return report_error(
        context,
        {options.change_set,
         {},
         {BD_TR("does not lead to the snapshot it names ({0}); it was altered"), {way.to.blob_id}},
         {BD_TR("make it again with budgetdiff diff --format json"), {}}});
  }
  return write_output(context, text, options.output);
}

}  // namespace

void add_apply(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb =
      program.verb("apply", BD_TR("Rebuild one snapshot from the other and a change set"),
                   "budgetdiff apply changes.json 2023.json > 2024.json\n"
                   "  budgetdiff apply --reverse changes.json 2024.json > 2023.json");
  verb->add_option("CHANGESET", options->change_set,
                   context.say(BD_TR("What budgetdiff diff --format json wrote")))
      ->required();
  verb->add_option("SNAPSHOT", options->snapshot,
                   context.say(BD_TR("The earlier snapshot (with --reverse the later one)")))
      ->required();
  verb->add_flag("--reverse", options->reverse, context.say(BD_TR("Go back")));
  verb->add_option("-o,--output", options->output,
                   context.say(BD_TR("Write to this file instead of standard output")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
