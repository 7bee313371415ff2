#include "cli/commands.hpp"
#include "cli/compare.hpp"
#include "cli/decide.hpp"
#include "cli/usage.hpp"
#include "report/text_paint.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <budgetdiff/match/explain.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string from;
  std::string to;
  std::string project;
  bool json = false;
};

using Json = nlohmann::ordered_json;

std::string names_of(const std::vector<ProjectRef>& refs) {
  std::string out;
  for (const ProjectRef& ref : refs) {
    out += (out.empty() ? "" : " + ") + printable(ref.name);
  }
  return out.empty() ? "—" : out;
}

Json names_json(const std::vector<ProjectRef>& refs) {
  Json list = Json::array();
  for (const ProjectRef& ref : refs) {
    list.push_back(ref.name);
  }
  return list;
}

Json evidence_json(const std::vector<Message>& evidence) {
  Json list = Json::array();
  for (const Message& message : evidence) {
    list.push_back(in_english(message));
  }
  return list;
}

std::string evidence_text(const Wording& say, const std::vector<Message>& evidence) {
  std::vector<std::string> parts;
  parts.reserve(evidence.size());
  for (const Message& message : evidence) {
    parts.push_back(printable(say(message)));
  }
  return say.list(parts);
}

/// Doubtful ones first, then the least sure.
std::string list_text(const Context& context, const Comparison& comparison) {
  const Wording say(context.language);
  const Paint paint(context.colour_output());
  std::string out;
  for (const SuggestedMatch& suggestion : comparison.changes.suggested) {
    out += paint(Tone::warn, suggestion.id + "  ? " + confidence_text(suggestion.confidence)) +
           "  " + names_of(suggestion.from) + " → " + names_of(suggestion.to) + "\n" +
           "                    " + evidence_text(say, suggestion.evidence) + "\n";
  }
  std::vector<const ProjectChange*> groups;
  for (const ProjectChange& change : comparison.changes.projects) {
    groups.push_back(&change);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const ProjectChange* a, const ProjectChange* b) {
                     const bool alone_a = a->from.empty() || a->to.empty();
                     const bool alone_b = b->from.empty() || b->to.empty();
                     return alone_a != alone_b ? alone_b : a->confidence < b->confidence;
                   });
  for (const ProjectChange* change : groups) {
    const bool alone = change->from.empty() || change->to.empty();
    out += change->id + "  " + (alone ? "      " : "  " + confidence_text(change->confidence)) +
           "  " + pad_right(say.kind(change->kind), 10) + names_of(change->from) + " → " +
           names_of(change->to);
    if (!alone) {
      out += "  (" + say.method(change->method) + ")";
    }
    out += "\n";
  }
  return out;
}

std::string list_json(const Comparison& comparison) {
  Json out;
  out["suggested"] = Json::array();
  for (const SuggestedMatch& suggestion : comparison.changes.suggested) {
    Json item;
    item["id"] = suggestion.id;
    item["confidence"] = suggestion.confidence / 1000.0;
    item["from"] = names_json(suggestion.from);
    item["to"] = names_json(suggestion.to);
    item["evidence"] = evidence_json(suggestion.evidence);
    out["suggested"].push_back(std::move(item));
  }
  out["groups"] = Json::array();
  for (const ProjectChange& change : comparison.changes.projects) {
    Json item;
    item["id"] = change.id;
    item["kind"] = to_string(change.kind);
    item["method"] = to_string(change.method);
    item["confidence"] = change.confidence / 1000.0;
    item["from"] = names_json(change.from);
    item["to"] = names_json(change.to);
    item["evidence"] = evidence_json(change.evidence);
    out["groups"].push_back(std::move(item));
  }
  return out.dump(2) + "\n";
}

Exit run_list(const Context& context, const Options& options) {
  StoreHandle store(context);
  const auto comparison = compare(store, options.from, options.to, {});
  if (!comparison) {
    return report_error(context, comparison.error());
  }
  for (const Message& problem : comparison->alignment.problems) {
    note(context, context.say(BD_TR("note: {0}"), {say(context.language, problem)}));
  }
  return print(context, options.json ? list_json(*comparison) : list_text(context, *comparison));
}

std::string position_name(const Snapshot& snapshot, std::size_t position) {
  return printable(snapshot.projects[position].name);
}

std::string explain_text(const Context& context, const Comparison& comparison, MatchSide side,
                         std::size_t position) {
  const Wording say(context.language);
  const Paint paint(context.colour_output());
  MatchOptions options;
  options.decisions = &comparison.decisions;
  const Snapshot& from = comparison.from.snapshot;
  const Snapshot& to = comparison.to.snapshot;
  const MatchExplanation why = explain_match(from, to, side, position, options);
  const auto names = [&](const Snapshot& snapshot, const std::vector<std::size_t>& positions) {
    std::string out;
    for (const std::size_t at : positions) {
      out += (out.empty() ? "" : " + ") + position_name(snapshot, at);
    }
    return out.empty() ? std::string("—") : out;
  };
  std::string out =
      paint(Tone::bold, names(from, why.group.from) + " → " + names(to, why.group.to)) + "\n";
  if (why.group.method != MatchMethod::none) {
    out += "  " +
           say(BD_TR("match: {0}, confidence {1}"),
               {say.method(why.group.method), confidence_text(why.group.confidence)}) +
           "\n";
  }
  for (const Message& message : why.group.evidence) {
    out += "  + " + printable(say(message)) + "\n";
  }
  for (const Message& message : why.against) {
    out += "  - " + printable(say(message)) + "\n";
  }
  const Snapshot& other = side == MatchSide::from ? to : from;
  if (why.alternatives.empty()) {
    out += "\n" + say(BD_TR("Nothing else came near.")) + "\n";
  }
  for (const MatchAlternative& alternative : why.alternatives) {
    out += "\n" +
           say(BD_TR("Not taken: {0}, confidence {1}"), {position_name(other, alternative.position),
                                                         confidence_text(alternative.confidence)}) +
           "\n";
    for (const Message& message : alternative.evidence) {
      out += "  + " + printable(say(message)) + "\n";
    }
    for (const Message& message : alternative.against) {
      out += "  - " + printable(say(message)) + "\n";
    }
  }
  return out;
}

Exit run_explain(const Context& context, const Options& options) {
  StoreHandle store(context);
  const auto comparison = compare(store, options.from, options.to, {});
  if (!comparison) {
    return report_error(context, comparison.error());
  }
  // The later table first: that is where a reviewer finds the name.
  const std::pair<MatchSide, const Snapshot*> sides[] = {
      {MatchSide::to, &comparison->to.snapshot}, {MatchSide::from, &comparison->from.snapshot}};
  std::string text;
  std::set<std::string> said;  // the parts of a split have one match
  for (const auto& [side, snapshot] : sides) {
    for (const std::size_t position : find_projects(*snapshot, options.project)) {
      const std::string why = explain_text(context, *comparison, side, position);
      if (said.insert(why).second) {
        text += (text.empty() ? "" : "\n") + why;
      }
    }
    if (!text.empty()) {
      return print(context, text);
    }
  }
  return report_error(
      context, {{},
                {},
                {BD_TR("no project is named {0}"), {options.project}},
                {BD_TR("budgetdiff match list {0} {1} lists them"), {options.from, options.to}}});
}

}  // namespace

void add_match(const Program& program) {
  const Context& context = program.context;
  CLI::App* verb = program.verb("match", BD_TR("Show and settle which project became which"),
                                "budgetdiff match list 2023 2024\n"
                                "  budgetdiff match explain 2023 2024 医疗保障\n"
                                "  budgetdiff match accept 2023 2024 4ef02f --reason 已核实");
  verb->require_subcommand(1);
  const auto add = [&](const char* name, const char* description) {
    CLI::App* action = add_verb(*verb, context, name, description);
    action->fallthrough();
    return action;
  };
  auto options = std::make_shared<Options>();
  CLI::App* list = add("list", BD_TR("All groups with method and confidence, doubtful ones first"));
  program.add_sides(*list, options->from, options->to);
  list->add_flag("--json", options->json, context.say(BD_TR("Print JSON")));
  list->callback([program, options] { program.exit = run_list(program.context, *options); });
  CLI::App* explain =
      add("explain", BD_TR("Why a project was matched, what came second and why it lost"));
  program.add_sides(*explain, options->from, options->to);
  explain
      ->add_option("PROJECT", options->project,
                   context.say(BD_TR("A project's name or part of it")))
      ->required();
  explain->callback([program, options] { program.exit = run_explain(program.context, *options); });

  auto decide = std::make_shared<DecideOptions>();
  const auto decision = [&](const char* name, const char* description, DecideAction action) {
    CLI::App* added = add(name, description);
    program.add_sides(*added, decide->from, decide->to);
    added->add_option("--reason", decide->request.reason,
                      context.say(BD_TR("Why; it is kept with the decision")));
    added->callback([program, decide, action] {
      decide->request.action = action;
      program.exit = run_decide(program.context, *decide);
    });
    return added;
  };
  for (CLI::App* added :
       {decision("accept", BD_TR("Accept a suggested match, or fix one that was found"),
                 DecideAction::accept),
        decision("reject", BD_TR("Say that these projects have nothing to do with each other"),
                 DecideAction::reject)}) {
    added
        ->add_option("ID", decide->request.id,
                     context.say(BD_TR("An id of match list or diff; its beginning is enough")))
        ->required();
  }
  CLI::App* pin = decision("pin", BD_TR("Say which projects became which"), DecideAction::pin);
  pin->add_option("--from", decide->request.from_names,
                  context.say(BD_TR("Earlier projects by name (NAME#2: the second of that name); "
                                    "none: the later ones are new")));
  pin->add_option("--to", decide->request.to_names,
                  context.say(BD_TR("Later projects by name; none: the earlier ones have ended")));
  CLI::App* unpin =
      decision("unpin", BD_TR("Forget the decisions on a project"), DecideAction::unpin);
  unpin
      ->add_option("PROJECT", decide->request.id,
                   context.say(BD_TR("The name of an earlier or later project")))
      ->required();
}

}  // namespace budgetdiff::cli
