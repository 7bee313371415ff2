#include "cli/change_summary.hpp"
#include "cli/commands.hpp"
#include "cli/log_time.hpp"
#include "cli/operand.hpp"
#include "cli/subject_text.hpp"
#include "report/text_paint.hpp"

#include <algorithm>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/store/resolve.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string department;
  std::optional<int> year;
  std::string project;
  std::size_t limit = 0;
  bool json = false;
};

/// What one commit did to one edition.
struct EditionChange {
  SnapshotKey key;
  std::optional<ChangeSet> changes;  ///< absent: the edition was not there before
};

struct Told {
  LogEntry entry;
  std::vector<EditionChange> editions;
};

Result<Snapshot> snapshot_at(Store& store, const SnapshotKey& key, const std::string& commit) {
  auto bytes = store.read_snapshot_bytes(key, commit);
  if (!bytes) {
    return fail(bytes.error());
  }
  return read_snapshot(std::move(*bytes), key.department + " " + std::to_string(key.year));
}

bool names(const std::vector<ProjectRef>& refs, const std::string& folded) {
  return std::any_of(refs.begin(), refs.end(), [&](const ProjectRef& ref) {
    return fold_name(ref.name).find(folded) != std::string::npos;
  });
}

/// Whether the commit brought, changed or took a project of that name.
bool speaks_of(const Told& told, Store& store, const std::string& folded) {
  return std::any_of(told.editions.begin(), told.editions.end(), [&](const EditionChange& edition) {
    if (edition.changes) {
      return std::any_of(
          edition.changes->projects.begin(), edition.changes->projects.end(),
          [&](const ProjectChange& change) {
            return (change.kind != ProjectChangeKind::unchanged || change.notation) &&
                   (names(change.from, folded) || names(change.to, folded));
          });
    }
    const auto snapshot = snapshot_at(store, edition.key, told.entry.commit);
    return snapshot &&
           std::any_of(snapshot->projects.begin(), snapshot->projects.end(),
                       [&](const Project& project) {
                         return fold_name(project.name).find(folded) != std::string::npos;
                       });
  });
}

Result<Told> tell(Store& store, LogEntry entry) {
  Told told{std::move(entry), {}};
  for (const SnapshotKey& key : told.entry.snapshots) {
    EditionChange change{key, {}};
    const auto& corrected = told.entry.corrected;
    if (!told.entry.parents.empty() &&
        std::find(corrected.begin(), corrected.end(), key) != corrected.end()) {
      const auto before = snapshot_at(store, key, told.entry.parents.front());
      const auto after = snapshot_at(store, key, told.entry.commit);
      if (!after) {
        return fail(after.error());
      }
      if (before) {
        change.changes = changes_between(*before, *after);
      }
    }
    told.editions.push_back(std::move(change));
  }
  return told;
}

std::string edition_text(const SnapshotKey& key) {
  return printable(key.department) + " " + std::to_string(key.year) +
         (key.stage == stage::budget ? "" : "." + printable(key.stage));
}

std::string as_json(const Context& context, const std::vector<Told>& list_of) {
  auto list = nlohmann::ordered_json::array();
  for (const Told& told : list_of) {
    const LogEntry& entry = told.entry;
    nlohmann::ordered_json item;
    item["commit"] = entry.commit;
    item["author"] = entry.author_name;
    item["email"] = entry.author_email;
    item["time"] = log_time_text(entry);
    item["subject"] = entry.subject;
    auto trailers = nlohmann::ordered_json::array();
    for (const auto& [key, value] : entry.trailers) {
      trailers.push_back({key, value});
    }
    item["trailers"] = std::move(trailers);
    auto editions = nlohmann::ordered_json::array();
    for (const EditionChange& edition : told.editions) {
      nlohmann::ordered_json one;
      one["department"] = edition.key.department;
      one["year"] = edition.key.year;
      one["stage"] = edition.key.stage;
      one["change"] = edition.changes ? "corrected" : "added";
      if (edition.changes) {
        one["summary"] = change_summary(context, *edition.changes);
        one["projects"] = changed_projects(context, *edition.changes, 1000);
      }
      editions.push_back(std::move(one));
    }
    item["editions"] = std::move(editions);
    list.push_back(std::move(item));
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string as_text(const Context& context, const std::vector<Told>& list_of) {
  const Paint paint(context.colour_output());
  std::string out;
  for (const Told& told : list_of) {
    const LogEntry& entry = told.entry;
    out += paint(Tone::warn, entry.commit.substr(0, 10)) + "  " + log_time_text(entry) + "  " +
           printable(entry.author_name) + "\n    " +
           printable(subject_text(context, entry.subject)) + "\n";
    for (const auto& [key, value] : entry.trailers) {
      if (key == "Reason" || key == "Source-File") {
        const std::string text =
            key == "Reason" ? context.say(BD_TR("Reason")) + context.say(BD_TR(": ")) +
                                  reason_text(context, value)
                            : context.say(BD_TR("Source-File")) + context.say(BD_TR(": ")) + value;
        out += "    " + paint(Tone::dim, printable(text)) + "\n";
      }
    }
    for (const EditionChange& edition : told.editions) {
      if (edition.changes) {
        out += "    " + edition_text(edition.key) + context.say(BD_TR(": ")) +
               change_summary(context, *edition.changes) + "\n";
        for (const std::string& line : changed_projects(context, *edition.changes, 5)) {
          out += "      " + line + "\n";
        }
      }
    }
  }
  return out;
}

Result<std::vector<Told>> told_of(Store& store, std::vector<LogEntry> entries,
                                  const Options& options) {
  std::vector<Told> out;
  const std::string folded = fold_name(options.project);
  for (LogEntry& entry : entries) {
    auto told = tell(store, std::move(entry));
    if (!told) {
      return fail(std::move(told).error());
    }
    if (folded.empty() || speaks_of(*told, store, folded)) {
      out.push_back(std::move(*told));
    }
    if (options.limit > 0 && out.size() == options.limit) {
      break;
    }
  }
  return out;
}

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  std::string department;
  if (!options.department.empty()) {
    const auto keys = (*store)->keys("");
    if (!keys) {
      return report_error(context, keys.error());
    }
    const auto resolved = resolve_department(*keys, options.department);
    if (!resolved) {
      return report_error(context, resolved.error());
    }
    department = *resolved;
  }
  const auto entries =
      (*store)->log(department, options.year, options.project.empty() ? options.limit : 0);
  if (!entries) {
    return report_error(context, entries.error());
  }
  const auto told = told_of(**store, *entries, options);
  if (!told) {
    return report_error(context, told.error());
  }
  if (told->empty() && !options.json) {
    note(context, context.say(BD_TR("Nothing is recorded that fits")));
    return Exit::done;
  }
  return print(context, options.json ? as_json(context, *told) : as_text(context, *told));
}

}  // namespace

void add_log(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("log", BD_TR("Say who recorded what, and when"),
                                "budgetdiff log\n  budgetdiff log --year 2024 --json");
  verb->add_option("--department", options->department,
                   context.say(BD_TR("Only this department, or part of its name")));
  verb->add_option("--year", options->year, context.say(BD_TR("Only this budget year")));
  verb->add_option(
      "--project", options->project,
      context.say(BD_TR("Only commits that brought or changed projects of this name")));
  verb->add_option("-n,--limit", options->limit, context.say(BD_TR("At most so many")))
      ->check(CLI::Range(1, 1'000'000'000));
  verb->add_flag("--json", options->json, context.say(BD_TR("Print JSON")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
