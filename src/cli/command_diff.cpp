#include "cli/commands.hpp"
#include "cli/compare.hpp"
#include "cli/findings.hpp"
#include "cli/modules.hpp"
#include "cli/review.hpp"

#include <unistd.h>
#include <algorithm>
#include <budgetdiff/codec/change_set_json.hpp>
#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/report/html.hpp>
#include <budgetdiff/report/report.hpp>
#include <budgetdiff/report/table.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <memory>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string from;
  std::string to;
  std::string format = "text";
  std::string output;
  std::string match = "full";
  std::string min_change;
  bool exit_code = false;
  bool notation = false;
  bool no_comments = false;
  bool ids = false;
  /// Kept here so that it lives as long as the program.
  Result<Comparison> comparison;
};

/// "5%", "100" (in the later unit), "100万元".
Result<MinChange> read_min_change(const std::string& text, const std::string& unit) {
  MinChange out;
  if (text.empty()) {
    return out;
  }
  const std::string folded = fold_width(text);
  const std::size_t end = folded.find_first_not_of("0123456789.");
  const auto number = Amount::parse(std::string_view(folded).substr(0, end));
  const std::string rest = end == std::string::npos ? "" : folded.substr(end);
  if (number && rest == "%") {
    out.percent = *number;
    return out;
  }
  if (number) {
    out.amount = rest.empty() ? number : convert(*number, rest, unit);
  }
  if (!out.amount) {
    return fail({BD_TR("--min-change is neither an amount nor a percentage: {0}"), {text}},
                {BD_TR("write for example 10万元, 10 (in the unit of the later table) or 5%"), {}});
  }
  return out;
}

/// Whether anything has changed; `notation`: or is only written otherwise.
bool differs(const ChangeSet& changes, bool notation) {
  if (notation) {
    return changes.from.blob_id != changes.to.blob_id;
  }
  return !changes.warnings.empty() || !changes.form_changes.empty() ||
         std::any_of(changes.stated.begin(), changes.stated.end(),
                     [](const AmountChange& change) { return !change.notation; }) ||
         std::any_of(changes.projects.begin(), changes.projects.end(),
                     [](const ProjectChange& change) {
                       return change.kind != ProjectChangeKind::unchanged;
                     });
}

/// What the report says of a side beside its changes.
ReportedDocument reported(const Operand& operand) {
  ReportedDocument out;
  const bool known = !operand.provenance.file.empty();
  out.provenance = known ? &operand.provenance : nullptr;
  out.findings = findings_of(operand);
  return out;
}

Exit run(const Context& context, Options& options) {
  StoreHandle store(context);
  CompareOptions compare_options;
  compare_options.mode = options.match == "exact" ? MatchMode::exact : MatchMode::full;
  compare_options.blob_ids = options.format == "json" || options.exit_code;
  compare_options.ids = options.format != "text" || options.ids;
  const auto& comparison = options.comparison =
      compare(store, options.from, options.to, compare_options);
  if (!comparison) {
    return report_error(context, comparison.error());
  }
  for (const auto& [file, operand] :
       {std::pair(&options.from, &comparison->from), std::pair(&options.to, &comparison->to)}) {
    for (const Finding& finding : operand->provenance.findings) {
      if (operand->from_document) {
        report_finding(context, *file, finding);
      }
    }
  }
  const ChangeSet& changes = comparison->changes;
  const auto min_change = read_min_change(options.min_change, changes.to.unit);
  if (!min_change) {
    return report_error(context, min_change.error());
  }
  ReportOptions report;
  report.language = context.language;
  report.colour = options.output.empty() && context.colour_output();
  report.notation = options.notation;
  report.min_change = *min_change;
  report.from_name = comparison->from_name;
  report.to_name = comparison->to_name;
  ThreadsByChange threads;
  if (!options.no_comments) {
    auto found = threads_on(store, *comparison);
    if (!found) {
      return report_error(context, found.error());
    }
    threads = by_change(std::move(*found));
    report.threads = &threads;
  }
  report.ids = options.ids;
  std::string text;
  if (options.format == "json") {
    text = write_change_set(changes, &threads);
  } else if (options.format == "markdown") {
    text = markdown_report(changes, report);
  } else if (options.format == "html") {
    text = html_report(changes, report, reported(comparison->from), reported(comparison->to));
  } else if (options.format == "csv") {
    text = write_csv(change_table(changes));
  } else if (options.format == "xlsx") {
    if (options.output.empty() && ::isatty(STDOUT_FILENO) == 1) {
      return report_error(context, {{},
                                    {},
                                    {BD_TR("a workbook is nothing for a terminal"), {}},
                                    {BD_TR("name a file: -o changes.xlsx"), {}}});
    }
    auto workbook = workbook_of(report_tables(
        changes, report, {findings_of(comparison->from), findings_of(comparison->to)}));
    if (!workbook) {
      return report_error(context, workbook.error());
    }
    text = std::move(*workbook);
  } else {
    text = text_report(changes, report);
  }
  const Exit written = write_output(context, text, options.output);
  if (written != Exit::done) {
    return written;
  }
  return options.exit_code && differs(changes, options.notation) ? Exit::differs : Exit::done;
}

}  // namespace

void add_diff(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("diff", BD_TR("Say what changed between two years"),
                                "budgetdiff diff 2023.txt 2024.txt\n"
                                "  budgetdiff diff 2023 2024 --format markdown -o changes.md");
  program.add_sides(*verb, options->from, options->to);
  verb->add_option(
          "--format", options->format,
          context.say(
              BD_TR("text, json, markdown, html (one file that needs nothing else), csv or xlsx")))
      ->check(CLI::IsMember({"text", "json", "markdown", "html", "csv", "xlsx"}));
  verb->add_option("-o,--output", options->output,
                   context.say(BD_TR("Write to this file instead of standard output")));
  verb->add_flag("--exit-code", options->exit_code,
                 context.say(BD_TR("End with 1 where something changed; with --notation, also "
                                   "where the two are only written otherwise")));
  verb->add_option("--match", options->match,
                   context.say(BD_TR("full, or exact: equal names only, no guessing")))
      ->check(CLI::IsMember({"full", "exact"}));
  verb->add_option("--min-change", options->min_change,
                   context.say(BD_TR("Leave out projects whose money changed less (10万元, 5%); "
                                     "JSON and CSV are always complete")));
  verb->add_flag("--notation", options->notation,
                 context.say(BD_TR("Also list what differs only in notation")));
  verb->add_flag("--no-comments", options->no_comments,
                 context.say(BD_TR("Leave out the comments of the review")));
  verb->add_flag("--ids", options->ids,
                 context.say(BD_TR("Give each change its id, to comment on it (text)")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
