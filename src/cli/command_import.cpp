#include "cli/change_summary.hpp"
#include "cli/commands.hpp"
#include "cli/document_files.hpp"
#include "cli/documents.hpp"
#include "cli/import_options.hpp"
#include "cli/operand.hpp"

#include <unistd.h>
#include <algorithm>
#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/check/checker.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <memory>
#include <utility>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  ImportOptions import;
  std::string reason;
  bool keep_source = false;
  bool dry_run = false;
};

struct Summary {
  std::size_t stored = 0;
  std::size_t unchanged = 0;
  struct Failure {
    std::string file;
    std::string why;
  };
  std::vector<Failure> failed;
  std::string why;  ///< of the last error

  Exit fail(const Context& context, const Error& error) {
    why = printable(budgetdiff::say(context.language, error.what));
    return report_error(context, error);
  }
};

std::string base_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::string extension(const std::string& path) {
  const std::string name = base_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? "bin" : name.substr(dot + 1);
}

/// A snapshot file is its own document; the options fill what it leaves out.
Result<ImportedDocument> read_tables(const SourceDocument& source, const ImportOptions& options) {
  if (!looks_like_json(source.bytes)) {
    return read_document(source, options);
  }
  auto snapshot = read_snapshot(source.bytes, source.name);
  if (!snapshot) {
    return fail(std::move(snapshot).error());
  }
  ImportedTable table;
  table.snapshot = std::move(*snapshot);
  if (options.department) {
    table.snapshot.department = *options.department;
  }
  if (options.year) {
    table.snapshot.year = *options.year;
  }
  if (options.stage) {
    table.snapshot.stage = *options.stage;
  }
  table.provenance.file = base_name(source.name);
  table.provenance.sha256 = sha256_hex(source.bytes);
  table.provenance.size = source.bytes.size();
  table.provenance.importer = "snapshot";
  table.provenance.importer_version = BUDGETDIFF_VERSION;
  for (const Project& project : table.snapshot.projects) {
    table.provenance.projects.push_back({{}, std::vector<Place>(project.indicators.size())});
  }
  ImportedDocument document;
  document.tables.push_back(std::move(table));
  return document;
}

/// Storing needs what comparing does not.
std::optional<Error> not_storable(const std::string& file, const Snapshot& snapshot) {
  if (!snapshot.year) {
    return Error{file,
                 {},
                 {BD_TR("neither the document nor its file name says the budget year"), {}},
                 {BD_TR("give it with --year, for example --year 2024"), {}}};
  }
  if (snapshot.department.empty()) {
    return Error{file,
                 {},
                 {BD_TR("neither the document nor its file name says the department"), {}},
                 {BD_TR("give it with --department"), {}}};
  }
  return std::nullopt;
}

std::string label_of(const Snapshot& snapshot) {
  std::string label = snapshot.department + " " + std::to_string(*snapshot.year);
  return snapshot.stage == stage::budget ? label : label + "." + snapshot.stage;
}

/// How the stored snapshot would change, for a correction that lacks a reason.
std::string short_commit(const std::string& commit) {
  return commit.substr(0, 10);
}

/// What recording a year that is there, without a reason, would change: the
/// store then refuses it.
void tell_correction(const Context& context, const Options& options, Store& store,
                     const Snapshot& snapshot) {
  if (!options.reason.empty()) {
    return;
  }
  const auto bytes =
      store.read_snapshot_bytes({snapshot.department, *snapshot.year, snapshot.stage}, "");
  if (!bytes || *bytes == write_snapshot(snapshot)) {
    return;
  }
  const auto before = read_snapshot(*bytes, label_of(snapshot));
  if (!before) {
    return;
  }
  const ChangeSet changes = changes_between(*before, snapshot);
  note(context, context.say(BD_TR("{0} is there and would change: {1}"),
                            {label_of(snapshot), change_summary(context, changes)}));
  for (const std::string& line : changed_projects(context, changes, 10)) {
    note(context, "  " + line);
  }
}

/// Whether a table can be seen not to be storable before anything is stored.
bool will_fail(const Options& options, Store* store, const Snapshot& snapshot) {
  if (not_storable("", snapshot)) {
    return true;
  }
  if (store == nullptr || !options.reason.empty()) {
    return false;
  }
  const auto bytes =
      store->read_snapshot_bytes({snapshot.department, *snapshot.year, snapshot.stage}, "");
  return bytes && *bytes != write_snapshot(snapshot);
}

Exit store_table(const Context& context, const Options& options, Store* store,
                 const SourceDocument& source, ImportedTable&& table, Summary& summary) {
  if (const auto problem = not_storable(source.name, table.snapshot)) {
    return summary.fail(context, *problem);
  }
  for (Finding& finding : check(table.snapshot, &table.provenance)) {
    auto& known = table.provenance.findings;
    if (std::find(known.begin(), known.end(), finding) == known.end()) {
      known.push_back(std::move(finding));
    }
  }
  const std::string label = label_of(table.snapshot);
  const auto notes = static_cast<std::size_t>(
      std::count_if(table.provenance.findings.begin(), table.provenance.findings.end(),
                    [](const Finding& finding) { return finding.severity == Severity::note; }));
  const std::string size = context.say(
      BD_TR("{0} projects, {1} {2}, {3} errors and warnings, {4} notes"),
      {std::to_string(table.snapshot.projects.size()), sum_of_totals(table.snapshot).grouped(),
       table.snapshot.unit, std::to_string(table.provenance.findings.size() - notes),
       std::to_string(notes)});
  if (store == nullptr) {
    note(context, context.say(BD_TR("would import {0}: {1}"), {label, size}));
    ++summary.stored;
    return Exit::done;
  }
  tell_correction(context, options, *store, table.snapshot);
  PutRequest request;
  request.snapshot = std::move(table.snapshot);
  request.provenance = std::move(table.provenance);
  request.reason = options.reason;
  if (options.keep_source) {
    request.source_bytes = source.bytes;
    request.source_extension = extension(source.name);
  }
  const auto result = store->put(request);
  if (!result) {
    Error error = result.error();
    if (error.file.empty()) {
      error.file = source.name;
    }
    return summary.fail(context, error);
  }
  switch (result->outcome) {
    case PutOutcome::unchanged:
      ++summary.unchanged;
      note(context,
           context.say(BD_TR("unchanged {0}: it is there already, no commit made"), {label}));
      break;
    case PutOutcome::added:
      ++summary.stored;
      note(context, context.say(BD_TR("imported {0}: {1} (commit {2})"),
                                {label, size, short_commit(result->commit)}));
      break;
    case PutOutcome::corrected:
      ++summary.stored;
      note(context, context.say(BD_TR("corrected {0}: {1} (commit {2})"),
                                {label, size, short_commit(result->commit)}));
      break;
  }
  return Exit::done;
}

Exit import_file(const Context& context, const Options& options, Store* store,
                 const std::string& file, Summary& summary) {
  auto bytes = read_file(file);
  if (!bytes) {
    return summary.fail(context, bytes.error());
  }
  const SourceDocument source{file, std::move(*bytes)};
  auto document = read_tables(source, options.import);
  if (!document) {
    return summary.fail(context, document.error());
  }
  // Nothing of a file is stored where one of its tables cannot be.
  const auto sound = std::stable_partition(
      document->tables.begin(), document->tables.end(),
      [&](const ImportedTable& table) { return will_fail(options, store, table.snapshot); });
  const bool fails = sound != document->tables.begin();
  if (fails) {
    document->tables.resize(1);
  }
  Exit exit = Exit::done;
  for (ImportedTable& table : document->tables) {
    for (const Finding& finding : table.provenance.findings) {
      report_finding(context, file, finding);
    }
    if (store_table(context, options, store, source, std::move(table), summary) != Exit::done) {
      exit = Exit::failed;
    }
  }
  return exit;
}

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  Store* store = nullptr;
  if (!options.dry_run) {
    const auto opened = handle.get();
    if (!opened) {
      return report_error(context, opened.error());
    }
    store = *opened;
  }
  const auto opened_folders = with_folders_opened(options.files);
  if (!opened_folders) {
    return report_error(context, opened_folders.error());
  }
  const std::vector<std::string>& files = *opened_folders;
  Summary summary;
  const bool progress = files.size() > 1 && ::isatty(STDERR_FILENO) == 1;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (progress) {
      note(context,
           "[" + std::to_string(i + 1) + "/" + std::to_string(files.size()) + "] " + files[i]);
    }
    if (import_file(context, options, store, files[i], summary) != Exit::done) {
      summary.failed.push_back({files[i], summary.why});
    }
  }
  if (files.size() > 1) {
    const char* const text = options.dry_run
                                 ? BD_TR("{0} would be imported, {1} unchanged, {2} files failed")
                                 : BD_TR("{0} imported, {1} unchanged, {2} files failed");
    note(context,
         context.say(text, {std::to_string(summary.stored), std::to_string(summary.unchanged),
                            std::to_string(summary.failed.size())}));
    for (const Summary::Failure& failure : summary.failed) {
      note(context, context.say(BD_TR("  not imported: {0}: {1}"), {failure.file, failure.why}));
    }
  }
  return summary.failed.empty() ? Exit::done : Exit::failed;
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
  add_import_options(program, *verb, options->import);
  verb->add_flag("--keep-source", options->keep_source,
                 context.say(BD_TR("Keep the document itself in the store")));
  verb->add_option("--reason", options->reason,
                   context.say(BD_TR("Why: demanded when a recorded year is corrected")));
  verb->add_flag("--dry-run", options->dry_run,
                 context.say(BD_TR("Read and check, record nothing")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
