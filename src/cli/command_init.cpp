#include "cli/commands.hpp"
#include "cli/modules.hpp"

#include <memory>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string directory;
  bool bare = false;
};

Exit run(const Context& context, const Options& options) {
  std::string directory = options.directory;
  if (directory.empty()) {
    directory = context.store.empty() ? "." : context.store;
  }
  const auto store = init_store(directory, options.bare);
  if (!store) {
    return report_error(context, store.error());
  }
  note(context, context.say(BD_TR("The store is at {0}"), {(*store)->path()}));
  return Exit::done;
}

}  // namespace

void add_init(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("init", BD_TR("Make a store: a git repository for snapshots"),
                                "budgetdiff init budgets\n  budgetdiff init --bare budgets.git");
  verb->add_option("DIR", options->directory,
                   context.say(BD_TR("Where; made if it is not there. Otherwise here")));
  verb->add_flag("--bare", options->bare, context.say(BD_TR("Without a work tree")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
