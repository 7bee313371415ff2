#include "cli/commands.hpp"
#include "cli/findings.hpp"
#include "cli/review.hpp"
#include "report/text_paint.hpp"
#include "report/wording.hpp"

#include <budgetdiff/codec/policy_json.hpp>
#include <budgetdiff/report/comments.hpp>
#include <budgetdiff/review/gate.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string from;
  std::string to;
  std::string policy;
  bool json = false;
};

using Json = nlohmann::ordered_json;

Json about_json(const CommentedChange& about) {
  Json out;
  out["part"] = to_string(about.part);
  out["from_projects"] = about.from_projects;
  out["to_projects"] = about.to_projects;
  for (const auto& [key, value] : {std::pair{"name", &about.name}, std::pair{"field", &about.field},
                                   std::pair{"from", &about.from}, std::pair{"to", &about.to}}) {
    if (!value->empty()) {
      out[key] = *value;
    }
  }
  return out;
}

std::string as_json(const Policy& policy, const std::vector<BrokenRule>& broken) {
  Json out;
  out["schema"] = "budgetdiff/gate/1";
  out["passed"] = broken.empty();
  out["rules"] = policy.rules.size();
  out["broken"] = Json::array();
  for (const BrokenRule& one : broken) {
    const PolicyRule& rule = policy.rules[one.rule];
    Json item;
    item["rule"] = to_string(rule.kind);
    item["number"] = one.rule + 1;
    item["line"] = rule.line;
    if (!rule.name.empty()) {
      item["name"] = rule.name;
    }
    if (!one.change.empty()) {
      item["change"] = one.change;
    }
    if (!one.thread.empty()) {
      item["comment"] = one.thread;
    }
    item["about"] = about_json(one.about);
    if (one.delta) {
      item["delta"] = one.delta->to_string();
    }
    if (one.percent) {
      item["percent"] = *one.percent;
    }
    if (one.finding) {
      item["finding"] = {{"code", one.finding->code},
                         {"severity", to_string(one.finding->severity)},
                         {"side", one.in_later ? "to" : "from"},
                         {"message", in_english(one.finding->message)}};
    }
    item["why"] = in_english(one.why);
    if (!one.missing.text.empty()) {
      item["missing"] = in_english(one.missing);
    }
    out["broken"].push_back(std::move(item));
  }
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

/// "老旧小区改造: 100.00 万元 → 170.00 万元, +70.00 (+70.00%)"
std::string what_text(const Context& context, const std::string& file, const BrokenRule& one) {
  if (one.finding) {
    return finding_line(context, file, *one.finding);
  }
  std::string out = printable(about_text(context.language, one.about));
  if (one.delta) {
    out += "  " + signed_money(*one.delta);
    out += one.percent ? " (" + signed_percent(one.percent) + ")" : "";
  }
  return out;
}

std::string as_text(const Context& context, const Options& options, const Policy& policy,
                    const std::vector<BrokenRule>& broken) {
  const Wording say(context.language);
  const Paint paint(context.colour_output());
  std::string out;
  std::size_t last = policy.rules.size();
  for (const BrokenRule& one : broken) {
    const PolicyRule& rule = policy.rules[one.rule];
    if (one.rule != last) {
      out +=
          paint(Tone::heading,
                "== " + say(BD_TR("Rule {0}"), {std::to_string(one.rule + 1)}) + ": " +
                    (rule.name.empty() ? std::string(to_string(rule.kind)) : printable(rule.name)) +
                    " (" + printable(options.policy) + ":" + std::to_string(rule.line) + ")") +
          "\n";
      last = one.rule;
    }
    const std::string& file = one.in_later ? options.to : options.from;
    out += "  " + pad_right(one.change.empty() ? "-" : one.change, 12) + "  " +
           paint(Tone::bold, what_text(context, file, one)) + "\n                " +
           printable(say(one.why));
    if (!one.missing.text.empty()) {
      out += say(BD_TR("; ")) + paint(Tone::warn, printable(say(one.missing)));
    }
    out += "\n";
  }
  out += broken.empty()
             ? say(BD_TR("passed: {0} rules"), {std::to_string(policy.rules.size())})
             : say(BD_TR("not passed: {0} of {1} rules are broken, {2} times"),
                   {std::to_string([&] {
                      std::size_t count = 0;
                      for (std::size_t i = 0; i < broken.size(); ++i) {
                        count += i == 0 || broken[i].rule != broken[i - 1].rule ? 1U : 0U;
                      }
                      return count;
                    }()),
                    std::to_string(policy.rules.size()), std::to_string(broken.size())});
  return out + "\n";
}

std::set<std::string> columns_of(const Comparison& comparison) {
  std::set<std::string> out;
  const auto add = [&](const Funding& funding) {
    for (const auto& [column, amount] : funding.items()) {
      out.insert(column);
    }
  };
  for (const Snapshot* snapshot : {&comparison.from.snapshot, &comparison.to.snapshot}) {
    add(snapshot->stated_total);
    for (const Project& project : snapshot->projects) {
      add(project.funding);
    }
  }
  return out;
}

Exit run(const Context& context, const Options& options) {
  const auto bytes = read_file(options.policy, largest_writing);
  if (!bytes) {
    return report_error(context, bytes.error());
  }
  const auto policy = read_policy(*bytes, options.policy);
  if (!policy) {
    return report_error(context, policy.error());
  }
  StoreHandle store(context);
  const auto comparison = compare(store, options.from, options.to, {});
  if (!comparison) {
    return report_error(context, comparison.error());
  }
  const auto threads = threads_on(store, *comparison);
  if (!threads) {
    return report_error(context, threads.error());
  }
  const std::vector<Finding> from_findings = findings_of(comparison->from);
  const std::vector<Finding> to_findings = findings_of(comparison->to);
  const std::set<std::string> columns = columns_of(*comparison);
  const auto broken =
      gate(*policy, {comparison->changes, *threads, from_findings, to_findings, columns});
  if (!broken) {
    Error error = broken.error();
    error.file = options.policy;
    return report_error(context, error);
  }
  const Exit written = print(context, options.json ? as_json(*policy, *broken)
                                                   : as_text(context, options, *policy, *broken));
  return written == Exit::done && !broken->empty() ? Exit::differs : written;
}

}  // namespace

void add_gate(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("gate", BD_TR("Hold the changes and their review against a policy"),
                                "budgetdiff gate 2023 2024 --policy policy.json\n"
                                "  budgetdiff gate 2023.pdf 2024.pdf --policy policy.json --json");
  program.add_sides(*verb, options->from, options->to);
  verb->add_option("--policy", options->policy,
                   context.say(BD_TR("The rules, as JSON (docs/formats/policy.md)")))
      ->required();
  verb->add_flag("--json", options->json, context.say(BD_TR("Print JSON")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
