#include "cli/commands.hpp"
#include "cli/document_files.hpp"
#include "cli/import_options.hpp"
#include "cli/import_run.hpp"
#include "cli/operand.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  ImportWish wish;
};

/// Whether there is no store, rather than one that cannot be used. A store that was
/// named is one that the run would fail without.
bool is_no_store(const Context& context, const Error& error) {
  return context.store.empty() &&
         (error.what.text == "there is no store here or in a directory above" ||
          error.what.text == "this is a git repository but no store");
}

/// What folders hold beside documents, some of it by name: a scan or an archive may hold a table.
void say_passed_over(const Context& context, const std::vector<std::string>& files) {
  constexpr std::size_t most_named = 10;
  if (files.empty()) {
    return;
  }
  std::string names;
  for (std::size_t i = 0; i < std::min(files.size(), most_named); ++i) {
    names += (i == 0 ? "" : ", ") + files[i];
  }
  names += files.size() > most_named ? ", …" : "";
  const char* const text =
      files.size() == 1
          ? BD_TR(
                "{0} file in a folder was not read, as its name does not end as a document's: {1}")
          : BD_TR(
                "{0} files in folders were not read, as their names do not end as those of "
                "documents: {1}");
  note(context, context.say(text, {std::to_string(files.size()), printable(names)}));
}

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto store = handle.get();
  if (!store && !(options.wish.dry_run && is_no_store(context, store.error()))) {
    return report_error(context, store.error());
  }
  const auto files = with_folders_opened(options.files);
  if (!files) {
    return report_error(context, files.error());
  }
  const Exit exit = import_files(context, options.wish, store ? *store : nullptr, files->documents);
  say_passed_over(context, files->passed_over);
  return exit;
}

}  // namespace

void add_import(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("import", BD_TR("Read documents and record them in the store"),
                                "budgetdiff import 2024.txt --year 2024\n"
                                "  budgetdiff import 2023/*.pdf 2024 --keep-source");
  verb->add_option("FILE", options->files,
                   context.say(BD_TR("Documents, snapshots, or folders of them")))
      ->required();
  ImportWish& wish = options->wish;
  add_import_options(program, *verb, wish.import);
  verb->add_flag("--keep-source", wish.keep_source,
                 context.say(BD_TR("Keep the document itself in the store")));
  verb->add_option("--reason", wish.reason,
                   context.say(BD_TR("Why: demanded when a recorded year is corrected")));
  verb->add_flag("--dry-run", wish.dry_run,
                 context.say(BD_TR("Say what would be recorded, and record nothing")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
