#include "cli/commands.hpp"
#include "cli/review.hpp"
#include "report/markdown_text.hpp"
#include "report/wording.hpp"
#include "store/store_paths.hpp"

#include <algorithm>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/report/comments.hpp>
#include <budgetdiff/review/suggest.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string from;
  std::string to;
  std::string format = "markdown";
  std::string output;
  std::size_t limit = 0;
  bool json = false;
};

using Json = nlohmann::ordered_json;

/// Where the projects of a snapshot stand in a file: the line of each name,
/// and of the list itself.
struct Lines {
  std::string path;
  int list = 1;
  std::vector<int> projects;
};

int line_at(std::string_view text, std::size_t position) {
  return 1 + static_cast<int>(
                 std::count(text.begin(), text.begin() + static_cast<long>(position), '\n'));
}

/// In canonical bytes a project begins with "{" behind four blanks.
Lines canonical_lines(const Operand& operand) {
  Lines out;
  const std::string bytes = write_snapshot(operand.snapshot);
  int number = 0;
  bool inside = false;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t end = bytes.find('\n', at);
    const std::string_view line = std::string_view(bytes).substr(at, end - at);
    ++number;
    if (line.starts_with("  \"projects\": [")) {
      inside = true;
      out.list = number;
    } else if (inside && line == "    {") {
      out.projects.push_back(number + 1);  // the name comes first
    } else if (line.starts_with("  ]")) {
      inside = false;
    }
    at = end + 1;
  }
  return out;
}

/// Of a stored snapshot the lines of its file; of a document those that its
/// reader noted; of another snapshot file where the names stand.
Lines lines_of(const Operand& operand, const std::string& name) {
  Lines out = canonical_lines(operand);
  if (operand.key) {
    out.path = store_paths::snapshot_file(*operand.key);
    return out;
  }
  out.path = name;
  if (operand.from_document) {
    out.list = 1;
    for (std::size_t i = 0; i < out.projects.size(); ++i) {
      const bool known = i < operand.provenance.projects.size();
      out.projects[i] = known ? std::max(1, operand.provenance.projects[i].place.line) : 1;
    }
    return out;
  }
  const auto bytes = read_file(name);
  if (!bytes || *bytes == write_snapshot(operand.snapshot)) {
    return out;
  }
  std::size_t from = std::min(bytes->find("\"projects\""), bytes->size());
  out.list = line_at(*bytes, from);
  for (std::size_t i = 0; i < out.projects.size(); ++i) {
    const std::string quoted = Json(operand.snapshot.projects[i].name).dump();
    const std::size_t found = bytes->find(quoted, from);
    from = found == std::string::npos ? from : found + quoted.size();
    out.projects[i] = line_at(*bytes, found == std::string::npos ? from : found);
  }
  return out;
}

int line_of(const Lines& lines, const SuggestedComment& comment) {
  return comment.to_project && *comment.to_project < lines.projects.size()
             ? lines.projects[*comment.to_project]
             : lines.list;
}

/// The commands that settle it, for people who have the store.
std::vector<std::string> commands_of(const Comparison& comparison,
                                     const SuggestedComment& comment) {
  if (comparison.from_name.empty() || comment.change.empty()) {
    return {};
  }
  const std::string rest = comparison.from_name + " " + comparison.to_name + " " + comment.change;
  if (comment.doubtful) {
    return {"budgetdiff match accept " + rest, "budgetdiff match reject " + rest};
  }
  return {"budgetdiff comment add " + rest + " --kind explanation"};
}

std::string body_of(const Context& context, const Comparison& comparison,
                    const SuggestedComment& comment) {
  std::string out = "**" + escaped(about_text(context.language, comment.about)) + "**\n\n";
  for (const Message& question : comment.questions) {
    out += "- " + escaped(say(context.language, question)) + "\n";
  }
  for (const std::string& command : commands_of(comparison, comment)) {
    out += "\n`" + command + "`\n";
  }
  return out;
}

std::string summary(const Context& context, const Comparison& comparison, std::size_t count) {
  const SnapshotRef& from = comparison.changes.from;
  const SnapshotRef& to = comparison.changes.to;
  const Wording say(context.language);
  return context.say(BD_TR("{0}, {1} → {2}: {3} to ask about"),
                     {escaped(to.department.empty() ? from.department : to.department),
                      say.side(from, false), say.side(to, true), std::to_string(count)});
}

std::string as_json(const Context& context, const Comparison& comparison, const Lines& lines,
                    const std::vector<SuggestedComment>& comments) {
  Json out;
  out["schema"] = "budgetdiff/suggestions/1";
  out["event"] = "COMMENT";
  out["body"] = summary(context, comparison, comments.size());
  out["comments"] = Json::array();
  for (const SuggestedComment& comment : comments) {
    Json item;
    item["path"] = lines.path;
    item["line"] = line_of(lines, comment);
    item["side"] = "RIGHT";
    item["body"] = body_of(context, comparison, comment);
    if (!comment.change.empty()) {
      item["change"] = comment.change;
    }
    out["comments"].push_back(std::move(item));
  }
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string as_markdown(const Context& context, const Comparison& comparison, const Lines& lines,
                        const std::vector<SuggestedComment>& comments) {
  std::string out = "# " + summary(context, comparison, comments.size()) + "\n";
  for (const SuggestedComment& comment : comments) {
    out += "\n" + body_of(context, comparison, comment) + "\n<sub>" + escaped(lines.path) + ":" +
           std::to_string(line_of(lines, comment)) +
           (comment.change.empty() ? "" : " `" + comment.change + "`") + "</sub>\n";
  }
  return out;
}

Exit run(const Context& context, const Options& options) {
  StoreHandle store(context);
  const auto comparison = compare(store, options.from, options.to, {});
  if (!comparison) {
    return report_error(context, comparison.error());
  }
  const auto threads = threads_on(store, *comparison);
  if (!threads) {
    return report_error(context, threads.error());
  }
  std::vector<SuggestedComment> comments = suggest(comparison->changes, *threads);
  if (options.limit > 0 && comments.size() > options.limit) {
    comments.resize(options.limit);
  }
  const Lines lines = lines_of(comparison->to, options.to);
  const bool json = options.json || options.format == "json";
  return write_output(context,
                      json ? as_json(context, *comparison, lines, comments)
                           : as_markdown(context, *comparison, lines, comments),
                      options.output);
}

}  // namespace

void add_suggest(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("suggest", BD_TR("Write the questions that a reviewer would ask"),
                                "budgetdiff suggest 2023 2024\n"
                                "  budgetdiff suggest 2023 2024 --json -o review.json");
  program.add_sides(*verb, options->from, options->to);
  verb->add_option("--format", options->format, context.say(BD_TR("markdown or json")))
      ->check(CLI::IsMember({"markdown", "json"}));
  verb->add_flag("--json", options->json, context.say(BD_TR("Print JSON")));
  verb->add_option("-n,--limit", options->limit, context.say(BD_TR("At most so many")))
      ->check(CLI::Range(1, 1'000'000'000));
  verb->add_option("-o,--output", options->output,
                   context.say(BD_TR("Write to this file instead of standard output")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
