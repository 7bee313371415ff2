#include "cli/commands.hpp"
#include "cli/operand.hpp"

#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/diff/years.hpp>
#include <budgetdiff/history/editions.hpp>
#include <budgetdiff/report/years.hpp>

#include <memory>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string years;
  std::string department;
  std::string stage = "budget";
  std::string format = "text";
  std::string output;
};

/// "2021-2025" into the range; empty text leaves it as it is.
Result<EditionRange> read_years(const std::string& text, EditionRange range) {
  if (text.empty()) {
    return range;
  }
  const std::size_t hyphen = text.find('-');
  const auto first = read_stored_year(std::string_view(text).substr(0, hyphen));
  const auto last = hyphen == std::string::npos
                        ? std::nullopt
                        : read_stored_year(std::string_view(text).substr(hyphen + 1));
  if (!first || !last || *first >= *last) {
    return fail({BD_TR("--years is no span of years: {0}"), {text}},
                {BD_TR("write for example 2021-2025, the earlier year first"), {}});
  }
  range.first_year = *first;
  range.last_year = *last;
  return range;
}

std::string years_there(const std::vector<SnapshotKey>& keys, const EditionRange& range) {
  std::string out;
  for (const SnapshotKey& key : keys) {
    if (key.department == range.department && key.stage == range.stage) {
      out += (out.empty() ? "" : ", ") + std::to_string(key.year);
    }
  }
  return out;
}

/// Years that were asked for and are not there are said, and left out.
void say_missing(const Context& context, const EditionRange& range, const Editions& editions) {
  constexpr std::size_t most = 10;
  std::string list;
  std::size_t count = 0;
  std::size_t there = 0;
  for (int year = range.first_year; year <= range.last_year; ++year) {
    if (there < editions.snapshots.size() && editions.snapshots[there].year == year) {
      ++there;
    } else if (++count <= most) {
      list += (list.empty() ? "" : ", ") + std::to_string(year);
    }
  }
  if (count > 0) {
    note(context, context.say(BD_TR("not in the store, and left out: {0}"),
                              {count > most ? list + ", …" : list}));
  }
}

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto stored = open_department(handle, options.department);
  if (!stored) {
    return report_error(context, stored.error());
  }
  const auto range = read_years(options.years, {stored->department, options.stage});
  if (!range) {
    return report_error(context, range.error());
  }
  const auto editions = load_editions(*stored->store, stored->keys, *range);
  if (!editions) {
    return report_error(context, editions.error());
  }
  if (editions->snapshots.size() < 2) {
    return report_error(context,
                        {{},
                         {},
                         {BD_TR("a report needs two years or more; the store has of {0}: {1}"),
                          {stored->department, years_there(stored->keys, *range)}},
                         {BD_TR("import more years, or widen --years"), {}}});
  }
  if (!options.years.empty()) {
    say_missing(context, *range, *editions);
  }
  const YearsOverview years = years_overview(editions->snapshots, editions->alignments);
  std::string text;
  if (options.format == "json") {
    text = years_json(years);
  } else if (options.format == "markdown") {
    text = years_markdown(years, context.language);
  } else if (options.format == "html") {
    std::vector<ChangeSet> pairs;
    for (std::size_t i = 0; i < editions->alignments.size(); ++i) {
      pairs.push_back(diff({editions->snapshots[i], editions->snapshots[i + 1], {}, {}},
                           editions->alignments[i]));
    }
    text = years_html(years, pairs, context.language);
  } else {
    text = years_text(years, context.language, options.output.empty() && context.colour_output());
  }
  return write_output(context, text, options.output);
}

}  // namespace

void add_report(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb =
      program.verb("report", BD_TR("Put several years of a department beside each other"),
                   "budgetdiff report --years 2021-2025\n"
                   "  budgetdiff report --years 2021-2025 --format html -o years.html");
  verb->add_option(
      "--years", options->years,
      context.say(BD_TR("First and last year, 2021-2025; otherwise all of the store")));
  verb->add_option("--department", options->department,
                   context.say(BD_TR("The department, where the store has several")));
  verb->add_option("--stage", options->stage,
                   context.say(BD_TR("budget (default), adjusted or final")))
      ->check(CLI::IsMember({"budget", "adjusted", "final"}));
  verb->add_option("--format", options->format,
                   context.say(BD_TR("text, json, markdown or html (one file that needs nothing "
                                     "else)")))
      ->check(CLI::IsMember({"text", "json", "markdown", "html"}));
  verb->add_option("-o,--output", options->output,
                   context.say(BD_TR("Write to this file instead of standard output")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
