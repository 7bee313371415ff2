#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/operand.hpp"
#include "report/text_paint.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <budgetdiff/codec/provenance_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/review/decide.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <cmath>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string what;
  std::string project;
  bool json = false;
  bool source = false;
};

/// In a list: `show WHAT PROJECT` shows the whole of a name that was read wrong.
constexpr std::size_t longest_name = 120;

class Shower {
 public:
  Shower(const Context& context, const Operand& operand, const Options& options)
      : context_(context),
        operand_(operand),
        options_(options),
        say_(context.language),
        paint_(context.colour_output()) {}

  std::string whole() {
    const Snapshot& snapshot = operand_.snapshot;
    heading();
    std::size_t width = 0;
    std::size_t total_width = 16;
    for (const Project& project : snapshot.projects) {
      width = std::max(width, display_width(printable(project.name)));
      if (const Amount* const total = project.funding.total()) {
        total_width = std::max(total_width, total->grouped().size() + 1);
      }
    }
    width = std::min<std::size_t>(width, 60);
    for (std::size_t i = 0; i < snapshot.projects.size(); ++i) {
      const Project& project = snapshot.projects[i];
      const Amount* total = project.funding.total();
      out_ += pad_left(std::to_string(i + 1), 4) + "  " +
              pad_right(shortened(printable(project.name), longest_name), width) +
              pad_left(total != nullptr ? " " + total->grouped() : "—", total_width) + "  " +
              counted(context_, project.indicators.size(), BD_TR("{0} indicator"),
                      BD_TR("{0} indicators")) +
              source_of(i) + "\n";
    }
    return std::move(out_);
  }

  std::string projects(const std::vector<std::size_t>& positions) {
    heading();
    for (const std::size_t position : positions) {
      project(position);
    }
    return std::move(out_);
  }

 private:
  void heading() {
    const Snapshot& snapshot = operand_.snapshot;
    SnapshotRef ref;
    ref.year = snapshot.year;
    ref.stage = snapshot.stage;
    out_ += paint_(Tone::bold, printable(snapshot.department)) + "\n";
    if (snapshot.year) {
      out_ += say_.side(ref, true) + "    ";
    }
    out_ +=
        context_.say(BD_TR("unit: {0}"), {snapshot.unit.empty() ? "—" : printable(snapshot.unit)}) +
        "\n";
    if (!snapshot.note.empty()) {
      out_ += paint_(Tone::warn, "! " + printable(snapshot.note)) + "\n";
    }
    std::size_t amount_width = 16;
    for (const auto& [column, amount] : snapshot.stated_total.items()) {
      amount_width = std::max(amount_width, amount.grouped().size() + 1);
    }
    for (const auto& [column, amount] : snapshot.stated_total.items()) {
      out_ += "  " + pad_right(printable(say_.column(column)), 24) +
              pad_left(" " + amount.grouped(), amount_width) + "\n";
    }
    if (options_.source && !operand_.provenance.file.empty()) {
      const Provenance& source = operand_.provenance;
      one_source(document_of(source, {}));
      for (const SourcePart& part : source.parts) {
        one_source(part);
      }
    }
    out_ += "\n";
  }

  void one_source(const SourcePart& part) {
    out_ +=
        context_.say(BD_TR("source: {0}, SHA-256 {1}"), {printable(part.file), part.sha256}) + "\n";
  }

  static std::string place_text(const Place& place) {
    std::string text = printable(to_string(place));
    if (place.box) {
      const auto whole = [](double value) { return std::to_string(std::lround(value)); };
      text += " [" + whole(place.box->left) + "," + whole(place.box->top) + " " +
              whole(place.box->right) + "," + whole(place.box->bottom) + "]";
    }
    return text.empty() ? text : "  @" + text;
  }

  [[nodiscard]] std::string source_of(std::size_t project) const {
    const auto& places = operand_.provenance.projects;
    return options_.source && project < places.size() ? place_text(places[project].place) : "";
  }

  [[nodiscard]] std::string source_of(std::size_t project, std::size_t indicator) const {
    const auto& places = operand_.provenance.projects;
    const bool known =
        options_.source && project < places.size() && indicator < places[project].indicators.size();
    return known ? place_text(places[project].indicators[indicator]) : "";
  }

  static std::string category_of(const Indicator& indicator) {
    const bool both = !indicator.level1.empty() && !indicator.level2.empty();
    const std::string text = indicator.level1 + (both ? "/" : "") + indicator.level2;
    return text.empty() ? text : text + "  ";
  }

  void field(std::string_view label, std::string_view text) {
    if (!text.empty()) {
      out_ += "  " + paint_(Tone::dim, label) + "  " + printable(text, true) + "\n";
    }
  }

  void project(std::size_t position) {
    const Project& project = operand_.snapshot.projects[position];
    out_ += paint_(Tone::bold, printable(project.name)) + source_of(position) + "\n";
    field(say_.field("code"), project.code);
    field(say_.field("type"), project.type);
    field(say_.field("spending_unit"), project.spending_unit);
    for (const auto& [column, amount] : project.funding.items()) {
      field(printable(say_.column(column)), amount.grouped());
    }
    field(say_.field("goal"), project.goal);
    field(say_.field("annual_goal"), project.annual_goal);
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
      const Indicator& indicator = project.indicators[i];
      out_ += "  " + pad_left(std::to_string(i + 1), 2) + ". " + printable(category_of(indicator)) +
              printable(indicator.name) + "  ";
      if (indicator.period_target == indicator.annual_target || indicator.period_target.empty()) {
        out_ += printable(indicator.annual_target);
      } else if (indicator.annual_target.empty()) {
        out_ += printable(indicator.period_target);
      } else {
        out_ += say_.field("period_target") + " " + printable(indicator.period_target) + ", " +
                say_.field("annual_target") + " " + printable(indicator.annual_target);
      }
      out_ += source_of(position, i) + "\n";
    }
    out_ += "\n";
  }

  const Context& context_;
  const Operand& operand_;
  const Options& options_;
  Wording say_;
  Paint paint_;
  std::string out_;
};

/// A text of JSON as a value of another, two columns further in.
std::string indented(std::string json) {
  while (!json.empty() && json.back() == '\n') {
    json.pop_back();
  }
  for (std::size_t at = json.find('\n'); at != json.npos; at = json.find('\n', at + 1)) {
    json.insert(at + 1, "  ");
  }
  return json;
}

/// The snapshot's projects at `positions`; with their places where those are asked for.
std::string json_of(const Operand& operand, const Options& options,
                    const std::vector<std::size_t>& positions) {
  Snapshot snapshot = operand.snapshot;
  Provenance provenance = operand.provenance;
  snapshot.projects.clear();
  provenance.projects.clear();
  for (const std::size_t position : positions) {
    snapshot.projects.push_back(operand.snapshot.projects[position]);
    if (position < operand.provenance.projects.size()) {
      provenance.projects.push_back(operand.provenance.projects[position]);
    }
  }
  if (!options.source) {
    return write_snapshot(snapshot);
  }
  std::erase_if(provenance.findings, [&](const Finding& finding) {
    return !finding.project.empty() &&
           std::none_of(snapshot.projects.begin(), snapshot.projects.end(),
                        [&](const Project& one) { return one.name == finding.project; });
  });
  return "{\n  \"snapshot\": " + indented(write_snapshot(snapshot)) +
         ",\n  \"provenance\": " + indented(write_provenance(provenance)) + "\n}\n";
}

Exit run(const Context& context, const Options& options) {
  StoreHandle store(context);
  const auto operand = load(store, options.what);
  if (!operand) {
    return report_error(context, operand.error());
  }
  if (options.json && options.project.empty()) {
    std::vector<std::size_t> all(operand->snapshot.projects.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return print(context, json_of(*operand, options, all));
  }
  Shower shower(context, *operand, options);
  if (options.project.empty()) {
    return print(context, shower.whole());
  }
  const std::vector<std::size_t> found = find_projects(operand->snapshot, options.project);
  if (found.empty()) {
    return report_error(
        context,
        {options.what,
         {},
         {BD_TR("no project is named {0}"), {options.project}},
         {BD_TR("budgetdiff show {0} lists them; a part of a name is enough"), {options.what}}});
  }
  if (options.json) {
    return print(context, json_of(*operand, options, found));
  }
  return print(context, shower.projects(found));
}

}  // namespace

void add_show(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("show", BD_TR("Show one snapshot, or one project of it"),
                                "budgetdiff show 2024\n  budgetdiff show 2024 医疗保障 --source");
  verb->add_option("WHAT", options->what,
                   context.say(BD_TR("A document, a snapshot, or a year of the store")))
      ->required();
  verb->add_option("PROJECT", options->project,
                   context.say(BD_TR("A project's name or part of it")));
  verb->add_flag("--json", options->json, context.say(BD_TR("Print JSON")));
  verb->add_flag("--source", options->source,
                 context.say(BD_TR("Say where in the source each part stood")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
