#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/modules.hpp"
#include "cli/operand.hpp"

#include <budgetdiff/codec/decisions_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/report/store_tables.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <sys/stat.h>
#include <memory>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string format = "ndjson";
  std::string output;
  std::string revision;
};

Result<StoreContents> read_everything(Store& store, const std::string& revision) {
  StoreContents out;
  const auto snapshots = store.list(revision);
  if (!snapshots) {
    return fail(snapshots.error());
  }
  for (const StoredSnapshot& stored : *snapshots) {
    auto bytes = store.read_snapshot_bytes(stored.key, revision);
    if (!bytes) {
      return fail(std::move(bytes).error());
    }
    auto snapshot = read_snapshot(std::move(*bytes),
                                  stored.key.department + " " + std::to_string(stored.key.year));
    if (!snapshot) {
      return fail(std::move(snapshot).error());
    }
    StoredYear year{std::move(*snapshot), stored.blob_id, {}};
    if (auto provenance = store.read_provenance_of(stored.key, revision)) {
      year.provenance = std::move(*provenance);
    }
    out.years.push_back(std::move(year));
  }
  const auto files = store.files("matches", revision);
  if (!files) {
    return fail(files.error());
  }
  for (const StoredPath& file : *files) {
    const auto bytes = store.read_blob(file.blob_id);
    auto decisions = bytes ? read_decisions(*bytes, printable(file.path)) : fail(bytes.error());
    if (!decisions) {
      return fail(std::move(decisions).error());
    }
    out.decisions.push_back(std::move(*decisions));
  }
  auto comments = store.read_all_comments(revision);
  if (!comments) {
    return fail(std::move(comments).error());
  }
  out.comments = std::move(*comments);
  return out;
}

Exit write_folder(const Context& context, const std::vector<StoreTable>& tables,
                  const std::string& folder) {
  ::mkdir(folder.c_str(), 0777);  // what is wrong with it, the first file says
  for (const StoreTable& table : tables) {
    const std::string file = folder + "/" + std::string(table.name) + ".csv";
    if (const Exit exit = write_output(context, store_table_csv(table), file); exit != Exit::done) {
      return exit;
    }
  }
  return Exit::done;
}

Exit write_database(const Context& context, const std::vector<StoreTable>& tables,
                    const std::string& file) {
  const auto bytes = database_of(tables);
  return bytes ? write_output(context, *bytes, file) : report_error(context, bytes.error());
}

Exit run(const Context& context, const Options& options) {
  const bool needs_name = options.format != "ndjson";
  if (needs_name && (options.output.empty() || options.output == "-")) {
    return report_error(context, {{},
                                  {},
                                  {options.format == "csv" ? BD_TR("several tables need a folder")
                                                           : BD_TR("a database needs a file"),
                                   {}},
                                  {BD_TR("name it with -o"), {}}});
  }
  StoreHandle handle(context);
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  const auto contents = read_everything(**store, options.revision);
  if (!contents) {
    return report_error(context, contents.error());
  }
  const std::vector<StoreTable> tables = store_tables(*contents);
  Exit exit = Exit::done;
  if (options.format == "csv") {
    exit = write_folder(context, tables, options.output);
  } else if (options.format == "sqlite") {
    exit = write_database(context, tables, options.output);
  } else {
    exit = write_output(context, store_tables_ndjson(tables), options.output);
  }
  if (exit == Exit::done && !options.output.empty() && options.output != "-") {
    std::size_t rows = 0;
    for (const StoreTable& table : tables) {
      rows += table.rows.size();
    }
    note(context, context.say(BD_TR("{0}, {1}, {2}: {3} in {4}"),
                              {counted(context, contents->years.size(), BD_TR("{0} snapshot"),
                                       BD_TR("{0} snapshots")),
                               counted(context, contents->decisions.size(),
                                       BD_TR("{0} decision file"), BD_TR("{0} decision files")),
                               counted(context, contents->comments.size(), BD_TR("{0} comment"),
                                       BD_TR("{0} comments")),
                               counted(context, rows, BD_TR("{0} row"), BD_TR("{0} rows")),
                               options.output}));
  }
  return exit;
}

}  // namespace

void add_export(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("export", BD_TR("Write the whole store as tables"),
                                "budgetdiff export --format sqlite -o budgets.db\n"
                                "  budgetdiff export --format csv -o tables\n"
                                "  budgetdiff export | jq 'select(.table == \"projects\")'");
  verb->add_option("--format", options->format,
                   context.say(BD_TR("ndjson, csv (a folder of files) or sqlite")))
      ->check(CLI::IsMember({"ndjson", "csv", "sqlite"}));
  verb->add_option("-o,--output", options->output,
                   context.say(BD_TR("The file, or the folder of CSV files")));
  verb->add_option("--revision", options->revision, context.say(BD_TR("As it was at this commit")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
