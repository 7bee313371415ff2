#include "cli/import_run.hpp"

#include "cli/change_summary.hpp"
#include "cli/counted.hpp"
#include "cli/import_files.hpp"
#include "import/join_files.hpp"

#include <unistd.h>
#include <algorithm>
#include <budgetdiff/check/checker.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/model/whole_total.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <utility>

namespace budgetdiff::cli {
namespace {

using import::FileGroup;
using import::FileTable;

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

/// What a page that does not unpack would have shown nobody knows: nothing of its file is stored.
std::optional<Error> damaged(const std::string& file, const ImportedDocument& document) {
  for (const ImportedTable& table : document.tables) {
    for (const Finding& finding : table.provenance.findings) {
      if (finding.code == "page-damaged" || finding.code == "page-unreadable") {
        return Error{
            file,
            finding.place,
            finding.message,
            {BD_TR("get the file anew; budgetdiff parse shows what can be read of it"), {}}};
      }
    }
  }
  return std::nullopt;
}

std::string label_of(const Snapshot& snapshot) {
  std::string label = snapshot.department + " " + std::to_string(*snapshot.year);
  return snapshot.stage == stage::budget ? label : label + "." + snapshot.stage;
}

std::string short_commit(const std::string& commit) {
  return commit.substr(0, 10);
}

/// A group as it is to be stored.
struct Entry {
  std::vector<std::size_t> files;
  std::vector<FileGroup::Same> same;
  PutRequest request;
  PutOutcome outcome = PutOutcome::added;  ///< as foreseen
  std::string label;

  [[nodiscard]] std::vector<std::size_t> all_files() const {
    std::vector<std::size_t> all = files;
    for (const FileGroup::Same& one : same) {
      all.push_back(one.file);
    }
    return all;
  }
};

void add_checks(ImportedTable& table) {
  auto& known = table.provenance.findings;
  for (Finding& finding : check(table.snapshot, &table.provenance)) {
    if (std::find(known.begin(), known.end(), finding) == known.end()) {
      known.push_back(std::move(finding));
    }
  }
}

class Run {
 public:
  Run(const Context& context, const ImportWish& wish, Store* store)
      : context_(context), wish_(wish), store_(store) {}

  Exit operator()(const std::vector<std::string>& files) {
    decide(import::group_files(read(files)));
    for (Entry& entry : entries_) {
      store_entry(entry);
    }
    return sum_up();
  }

 private:
  /// Says and notes why nothing of a file is stored; the first reason stays.
  void fail_file(std::size_t file, Error error) {
    if (files_[file].failed()) {
      return;
    }
    if (error.file.empty()) {
      error.file = files_[file].path;
    }
    report_error(context_, error);
    files_[file].failure = std::move(error);
  }

  std::vector<FileTable> read(const std::vector<std::string>& paths) {
    std::vector<FileTable> tables;
    const bool progress = paths.size() > 1 && ::isatty(STDERR_FILENO) == 1;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if (progress) {
        note(context_,
             "[" + std::to_string(i + 1) + "/" + std::to_string(paths.size()) + "] " + paths[i]);
      }
      ImportFile& file = files_.emplace_back();
      file.path = paths[i];
      auto document = read_import_file(file, wish_.import, wish_.keep_source);
      if (!document) {
        fail_file(i, std::move(document).error());
        continue;
      }
      for (ImportedTable& table : document->tables) {
        for (const Finding& finding : table.provenance.findings) {
          report_finding(context_, file.path, finding);
        }
      }
      if (auto problem = damaged(file.path, *document)) {
        fail_file(i, *std::move(problem));
        continue;
      }
      for (ImportedTable& table : document->tables) {
        if (const auto problem = not_storable(file.path, table.snapshot)) {
          fail_file(i, *problem);
        } else {
          tables.push_back({i, file.path, std::move(table)});
        }
      }
    }
    return tables;
  }

  void decide(std::vector<FileGroup> groups) {
    for (FileGroup& group : groups) {
      for (FileGroup::Conflict& conflict : group.conflicts) {
        fail_file(conflict.file, std::move(conflict.why));
      }
      Entry& entry = entries_.emplace_back();
      entry.label = label_of(group.table.snapshot);
      entry.files = std::move(group.files);
      entry.same = std::move(group.same);
      if (group.conflicts.empty()) {
        add_checks(group.table);
      }
      entry.request.snapshot = std::move(group.table.snapshot);
      entry.request.provenance = std::move(group.table.provenance);
      entry.request.reason = wish_.reason;
      if (group.conflicts.empty() && store_ != nullptr) {
        foresee(entry);
      }
    }
    spread_failures();
  }

  void foresee(Entry& entry) {
    tell_correction(entry.request.snapshot, entry.label);
    auto outcome = store_->foresee(entry.request);
    if (outcome) {
      entry.outcome = *outcome;
    } else {
      fail_file(entry.files.front(), std::move(outcome).error());
    }
  }

  /// What recording a year that is there, without a reason, would change: the
  /// store then refuses it.
  void tell_correction(const Snapshot& snapshot, const std::string& label) const {
    if (!wish_.reason.empty()) {
      return;
    }
    const auto bytes =
        store_->read_snapshot_bytes({snapshot.department, *snapshot.year, snapshot.stage}, "");
    if (!bytes || *bytes == write_snapshot(snapshot)) {
      return;
    }
    const auto before = read_snapshot(*bytes, label);
    if (!before) {
      return;
    }
    const ChangeSet changes = changes_between(*before, snapshot);
    note(context_, context_.say(BD_TR("{0} is there and would change: {1}"),
                                {label, change_summary(context_, changes)}));
    for (const std::string& line : changed_projects(context_, changes, 10)) {
      note(context_, "  " + line);
    }
  }

  /// Nothing of a file is stored where one of its tables cannot be, and files whose
  /// tables make one snapshot are stored together or not at all.
  void spread_failures() {
    for (bool more = true; more;) {
      more = false;
      for (const Entry& entry : entries_) {
        const std::vector<std::size_t> all = entry.all_files();
        const auto bad = first_failed(all);
        for (const std::size_t file : all) {
          if (bad && !files_[file].failed()) {
            fail_file(file, {{},
                             {},
                             {BD_TR("its table of {0} belongs together with that of {1}, of which "
                                    "nothing is stored"),
                              {entry.label, files_[*bad].path}},
                             {}});
            more = true;
          }
        }
      }
    }
  }

  [[nodiscard]] std::optional<std::size_t> first_failed(
      const std::vector<std::size_t>& files) const {
    const auto bad = std::find_if(files.begin(), files.end(),
                                  [&](std::size_t file) { return files_[file].failed(); });
    return bad == files.end() ? std::nullopt : std::optional(*bad);
  }

  void store_entry(Entry& entry) {
    if (first_failed(entry.all_files())) {
      return;
    }
    const std::string size = size_of(entry);
    std::string commit;
    if (!wish_.dry_run) {
      for (const std::size_t file : entry.files) {
        if (wish_.keep_source && !add_source(entry.request, file)) {
          return spread_failures();
        }
      }
      auto result = store_->put(entry.request);
      entry.request.sources.clear();
      if (!result) {
        fail_file(entry.files.front(), std::move(result).error());
        return spread_failures();
      }
      entry.outcome = result->outcome;
      commit = short_commit(result->commit);
    }
    for (const Finding& finding : entry.request.provenance.findings) {
      if (finding.code == "files-joined") {
        report_finding(context_, files_[entry.files.front()].path, finding);
      }
    }
    say_outcome(entry, size, commit);
    for (const FileGroup::Same& one : entry.same) {
      ++unchanged_;
      const std::string& path = files_[one.file].path;
      note(context_,
           path == files_[one.as].path
               ? context_.say(BD_TR("unchanged {0}: {1} was given twice"), {entry.label, path})
               : context_.say(BD_TR("unchanged {0}: {1} says the same as {2}"),
                              {entry.label, path, files_[one.as].path}));
    }
  }

  bool add_source(PutRequest& request, std::size_t file) {
    auto bytes = read_again(files_[file]);
    if (!bytes) {
      fail_file(file, std::move(bytes).error());
      return false;
    }
    request.sources.push_back({std::move(*bytes), extension_of(files_[file].path)});
    return true;
  }

  /// Says what the projects add up to where the stated total is another.
  [[nodiscard]] std::string sum_beside(const Snapshot& snapshot, const Amount& total) const {
    const Amount sum = sum_of_totals(snapshot);
    return sum == total || snapshot.projects.empty()
               ? std::string()
               : context_.say(BD_TR(" (its projects add up to {0})"), {sum.grouped()});
  }

  [[nodiscard]] std::string size_of(const Entry& entry) const {
    const Snapshot& snapshot = entry.request.snapshot;
    const auto& findings = entry.request.provenance.findings;
    const auto notes = static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [](const Finding& finding) { return finding.severity == Severity::note; }));
    // The total of a table is what it states; that its projects add up to something
    // else is a finding, and said here since a correction is often just that.
    const std::optional<Amount> total = whole_total(snapshot);
    const std::string unit = snapshot.unit.empty() ? std::string() : " " + snapshot.unit;
    return context_.say(
        BD_TR("{0}, {1}, {2}, {3}"),
        {counted(context_, snapshot.projects.size(), BD_TR("{0} project"), BD_TR("{0} projects")),
         total ? total->grouped() + unit + sum_beside(snapshot, *total)
               : context_.say(BD_TR("no amounts"), {}),
         counted(context_, findings.size() - notes, BD_TR("{0} error or warning"),
                 BD_TR("{0} errors and warnings")),
         counted(context_, notes, BD_TR("{0} note"), BD_TR("{0} notes"))});
  }

  void say_outcome(const Entry& entry, const std::string& size, const std::string& commit) {
    if (entry.outcome == PutOutcome::unchanged) {
      ++unchanged_;
      note(context_, context_.say(BD_TR("unchanged {0}: it is there already, no commit made"),
                                  {entry.label}));
      return;
    }
    ++stored_;
    const bool added = entry.outcome == PutOutcome::added;
    if (wish_.dry_run) {
      const char* const text =
          added ? BD_TR("would import {0}: {1}") : BD_TR("would correct {0}: {1}");
      note(context_, context_.say(text, {entry.label, size}));
    } else {
      const char* const text = added ? BD_TR("imported {0}: {1} (commit {2})")
                                     : BD_TR("corrected {0}: {1} (commit {2})");
      note(context_, context_.say(text, {entry.label, size, commit}));
    }
  }

  /// What check() says of the tables is counted, but not printed: there may be pages of it.
  void lead_to_check() const {
    for (const Entry& entry : entries_) {
      const auto& findings = entry.request.provenance.findings;
      const bool any = std::any_of(findings.begin(), findings.end(), [](const Finding& one) {
        return one.severity != Severity::note;
      });
      if (any && !first_failed(entry.all_files()) && stored_ > 0) {
        const std::string what = wish_.dry_run ? files_[entry.files.front()].path
                                               : std::to_string(*entry.request.snapshot.year);
        note(context_, context_.say(BD_TR("what was found in it: budgetdiff check {0}"), {what}));
        return;
      }
    }
  }

  [[nodiscard]] Exit sum_up() const {
    lead_to_check();
    const auto failed = static_cast<std::size_t>(std::count_if(
        files_.begin(), files_.end(), [](const ImportFile& file) { return file.failed(); }));
    if (files_.size() > 1) {
      const char* const text = wish_.dry_run
                                   ? BD_TR("{0} would be imported, {1} unchanged, {2} files failed")
                                   : BD_TR("{0} imported, {1} unchanged, {2} files failed");
      note(context_, context_.say(text, {std::to_string(stored_), std::to_string(unchanged_),
                                         std::to_string(failed)}));
      for (const ImportFile& file : files_) {
        if (file.failed()) {
          note(context_,
               context_.say(
                   BD_TR("  not imported: {0}: {1}"),
                   {file.path, printable(budgetdiff::say(context_.language, file.failure->what))}));
        }
      }
    }
    return failed == 0 ? Exit::done : Exit::failed;
  }

  const Context& context_;
  const ImportWish& wish_;
  Store* store_;
  std::vector<ImportFile> files_;
  std::vector<Entry> entries_;
  std::size_t stored_ = 0;
  std::size_t unchanged_ = 0;
};

}  // namespace

Exit import_files(const Context& context, const ImportWish& wish, Store* store,
                  const std::vector<std::string>& files) {
  return Run(context, wish, store)(files);
}

}  // namespace budgetdiff::cli
