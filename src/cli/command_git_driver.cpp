/// What git calls, once git-setup has told it to: see docs/sync.md.

#include "cli/commands.hpp"
#include "cli/compare.hpp"
#include "cli/provenance_driver.hpp"
#include "cli/usage.hpp"
#include "report/wording.hpp"

#include <budgetdiff/codec/provenance_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/merge/merge.hpp>
#include <budgetdiff/report/report.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <cstdlib>
#include <memory>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::vector<std::string> words;
  std::string file;
  std::string base;
  std::string ours;
  std::string theirs;
  std::string path;
};

/// A snapshot line by line, so that git's own diff reads well.
std::string as_lines(const Snapshot& snapshot) {
  std::string out = snapshot.department + " " +
                    (snapshot.year ? std::to_string(*snapshot.year) : std::string()) + " " +
                    snapshot.stage + " " + snapshot.unit + "\n";
  for (const auto& [column, amount] : snapshot.stated_total.items()) {
    out += std::string(published_word(column)) + ": " + amount.grouped() + "\n";
  }
  for (const Project& project : snapshot.projects) {
    out += "\n# " + project.name + "\n";
    for (const auto& [column, amount] : project.funding.items()) {
      out += std::string(published_word(column)) + ": " + amount.grouped() + "\n";
    }
    for (const std::string* goal : {&project.goal, &project.annual_goal}) {
      out += goal->empty() ? "" : *goal + "\n";
    }
    for (const Indicator& indicator : project.indicators) {
      out += "- " + indicator.level1 + "/" + indicator.level2 + " " + indicator.name + ": " +
             indicator.period_target + " | " + indicator.annual_target + "\n";
    }
  }
  return out;
}

Result<Snapshot> snapshot_in(const std::string& file) {
  const auto bytes = read_file(file);
  if (!bytes) {
    return fail(bytes.error());
  }
  return read_snapshot(*bytes, file);
}

Exit run_textconv(const Context& context, const Options& options) {
  const auto snapshot = snapshot_in(options.file);
  if (snapshot) {
    return write_output(context, as_lines(*snapshot), "-");
  }
  // Not ours after all: as it is.
  const auto bytes = read_file(options.file);
  return bytes ? write_output(context, *bytes, "-") : report_error(context, bytes.error());
}

/// git gives: path, old file, its id and mode, new file, its id and mode; an
/// absent side is /dev/null.
Exit run_diff(const Context& context, const Options& options) {
  if (options.words.size() < 5) {
    return Exit::failed;
  }
  const std::string& path = options.words[0];
  const auto before = snapshot_in(options.words[1]);
  const auto after = snapshot_in(options.words[4]);
  std::string text = "budgetdiff " + printable(path) + "\n";
  if (before && after) {
    StoreHandle store(context);
    const auto comparison = compare(store, options.words[1], options.words[4], {});
    if (!comparison) {
      return report_error(context, comparison.error());
    }
    ReportOptions report;
    report.language = context.language;
    report.colour = context.colour_output();
    text += text_report(comparison->changes, report);
  } else if (before || after) {
    const std::string lines = as_lines(before ? *before : *after);
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      text += (before ? "-" : "+") + printable(lines.substr(at, end - at)) + "\n";
      at = end + 1;
    }
  }
  return write_output(context, text, "-");
}

std::string shown(const std::string& value) {
  return value.empty() ? "—" : printable(value);
}

/// How `sync` wants conflicts settled; empty where git itself merges.
std::string_view wished_side() {
  const char* const wish = std::getenv("BUDGETDIFF_MERGE");
  return wish == nullptr ? "" : wish;
}

Exit run_provenance_merge(const Context& context, const Options& options) {
  ThreeVersions versions;
  for (const auto& [file, bytes] :
       {std::pair{&options.base, &versions.base}, std::pair{&options.ours, &versions.ours},
        std::pair{&options.theirs, &versions.theirs}}) {
    auto read = read_file(*file);
    if (!read && file != &options.base) {
      return report_error(context, read.error());
    }
    *bytes = read ? std::move(*read) : std::string();
  }
  const std::string_view side = wished_side();
  const auto merged = merge_provenance_file(options.path, versions,
                                            side == "theirs" ? MergeSide::theirs : MergeSide::ours,
                                            side == "ours" || side == "theirs");
  // The snapshot's own conflicts are named where it is merged; %A stays ours.
  return merged ? replace_file(context, write_provenance(*merged), options.ours) : Exit::differs;
}

Exit run_merge(const Context& context, const Options& options) {
  if (is_provenance(options.path)) {
    return run_provenance_merge(context, options);
  }
  const auto ours = snapshot_in(options.ours);
  const auto theirs = snapshot_in(options.theirs);
  if (!ours || !theirs) {
    return report_error(context, ours ? theirs.error() : ours.error());
  }
  // Both imported it: git gives an empty file for what was not there.
  auto base = snapshot_in(options.base);
  if (!base) {
    Snapshot nothing = *ours;
    nothing.projects.clear();
    nothing.stated_total = {};
    base = nothing;
  }
  const std::string_view side = wished_side();
  const MergedSnapshot merged = merge_snapshots(
      *base, *ours, *theirs, side == "theirs" ? MergeSide::theirs : MergeSide::ours);
  const Wording say(context.language);
  for (const MergeConflict& conflict : merged.conflicts) {
    const std::string whose = conflict.project.empty() && conflict.is_money
                                  ? context.say(BD_TR("stated total"))
                                  : conflict.project;
    const std::string where =
        whose + (conflict.indicator.empty() ? "" : " · " + conflict.indicator);
    const auto value = [&](const std::string& text) {
      return shown(conflict.is_money ? grouped_money(text) : text);
    };
    note(context,
         context.say(BD_TR("conflict: ")) + printable(options.path) + context.say(BD_TR(": ")) +
             context.say(BD_TR("{0}, {1}: ours {2}, theirs {3}, was {4}"),
                         {shown(where), printable(say.key(conflict.field)), value(conflict.ours),
                          value(conflict.theirs), value(conflict.base)}));
  }
  const bool settled = merged.conflicts.empty() || side == "ours" || side == "theirs";
  if (!settled) {
    return Exit::differs;  // git marks the file as in conflict; %A stays ours
  }
  return replace_file(context, write_snapshot(merged.snapshot), options.ours);
}

}  // namespace

void add_git_driver(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb =
      program.verb("git-driver", BD_TR("What git calls after git-setup; not for people"),
                   "budgetdiff git-driver textconv FILE");
  verb->require_subcommand(1);
  CLI::App* textconv = add_verb(*verb, context, "textconv", BD_TR("A snapshot line by line"));
  textconv->add_option("FILE", options->file, "")->required();
  textconv->callback(
      [program, options] { program.exit = run_textconv(program.context, *options); });
  CLI::App* diff = add_verb(*verb, context, "diff", BD_TR("Two versions of a snapshot compared"));
  diff->add_option("ARGUMENT", options->words, "")->required();
  diff->callback([program, options] { program.exit = run_diff(program.context, *options); });
  CLI::App* merge = add_verb(*verb, context, "merge", BD_TR("Three versions of a snapshot merged"));
  merge->add_option("BASE", options->base, "")->required();
  merge->add_option("OURS", options->ours, "")->required();
  merge->add_option("THEIRS", options->theirs, "")->required();
  merge->add_option("PATH", options->path, "");
  merge->callback([program, options] { program.exit = run_merge(program.context, *options); });
}

}  // namespace budgetdiff::cli
