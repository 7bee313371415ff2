#include "cli/commands.hpp"
#include "cli/git_run.hpp"

#include <budgetdiff/text/unicode.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace budgetdiff::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  bool global = false;
  bool remove = false;
};

constexpr std::string_view begin_mark = "# budgetdiff git-setup: begin\n";
constexpr std::string_view end_mark = "# budgetdiff git-setup: end\n";

Exit git_failed(const Context& context, const GitRun& run) {
  return report_error(context, {{},
                                {},
                                {BD_TR("git refused: {0}"), {printable(reason_of(run))}},
                                {BD_TR("run it inside a repository, or with --global"), {}}});
}

/// The file of attributes that no commit holds.
Result<std::string> attributes_file(const Options& options) {
  if (!options.global) {
    const GitRun run = run_git("", {"rev-parse", "--git-path", "info/attributes"});
    if (!run.ok()) {
      return fail({BD_TR("git refused: {0}"), {printable(reason_of(run))}},
                  {BD_TR("run it inside a repository, or with --global"), {}});
    }
    return run.output;
  }
  const GitRun set = run_git("", {"config", "--global", "--path", "core.attributesFile"});
  if (set.ok() && !set.output.empty()) {
    return set.output;
  }
  const char* const config = std::getenv("XDG_CONFIG_HOME");
  const char* const home = std::getenv("HOME");
  const std::string folder = config != nullptr && *config != '\0' ? std::string(config)
                             : home != nullptr                    ? std::string(home) + "/.config"
                                                                  : std::string();
  if (folder.empty()) {
    return fail({BD_TR("there is no home directory to write to"), {}}, {BD_TR("set HOME"), {}});
  }
  return folder + "/git/attributes";
}

/// The file's text without what an earlier git-setup put there.
std::string without_ours(std::string text) {
  const std::size_t begin = text.find(begin_mark);
  const std::size_t end = text.find(end_mark);
  if (begin != std::string::npos && end != std::string::npos && begin < end) {
    text.erase(begin, end + end_mark.size() - begin);
  }
  return text;
}

Exit run(const Context& context, const Options& options) {
  const auto file = attributes_file(options);
  if (!file) {
    return report_error(context, file.error());
  }
  std::ifstream in(*file, std::ios::binary);
  const std::string before((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::string after = without_ours(before);
  if (!options.remove) {
    after += std::string(begin_mark) + driver_attributes() + std::string(end_mark);
  }
  std::error_code problem;
  if (after.empty()) {
    fs::remove(*file, problem);
  } else if (after != before) {
    fs::create_directories(fs::path(*file).parent_path(), problem);
    if (const Exit written = write_output(context, after, *file); written != Exit::done) {
      return written;
    }
  }
  const std::string scope = options.global ? "--global" : "--local";
  for (const char* const section : {"diff.budgetdiff", "merge.budgetdiff"}) {
    static_cast<void>(run_git("", {"config", scope, "--remove-section", section}));
  }
  if (!options.remove) {
    const std::string program = shell_quoted(own_program());
    const std::pair<const char*, std::string> settings[] = {
        {"diff.budgetdiff.textconv", program + " git-driver textconv"},
        {"diff.budgetdiff.command", program + " git-driver diff"},
        {"merge.budgetdiff.name", "snapshots of budgets, field by field"},
        {"merge.budgetdiff.driver", program + " git-driver merge %O %A %B %P"}};
    for (const auto& [key, value] : settings) {
      if (const GitRun set = run_git("", {"config", scope, key, value}); !set.ok()) {
        return git_failed(context, set);
      }
    }
  }
  note(context, options.remove
                    ? context.say(BD_TR("git treats snapshots as any other file again"))
                    : context.say(BD_TR("git diff, log -p, show and merge now understand "
                                        "snapshots; undo it with --remove")));
  return Exit::done;
}

}  // namespace

void add_git_setup(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb(
      "git-setup", BD_TR("Make git diff and git merge of a repository understand snapshots"),
      "budgetdiff git-setup\n  budgetdiff git-setup --global --remove");
  verb->add_flag("--global", options->global, context.say(BD_TR("For all of your repositories")));
  verb->add_flag("--remove", options->remove, context.say(BD_TR("Undo it")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
