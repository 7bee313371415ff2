#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/operand.hpp"
#include "cli/verify_content.hpp"

#include <algorithm>
#include <budgetdiff/store/verify.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string since;
  bool json = false;
};

std::string as_json(const VerifyReport& report, std::size_t signatures) {
  nlohmann::ordered_json out;
  out["head"] = report.head;
  out["snapshots"] = report.snapshots;
  out["provenance"] = report.provenance;
  out["sources"] = report.sources;
  out["decisions"] = report.decisions;
  out["comments"] = report.comments;
  out["commits"] = report.commits;
  out["signatures"] = signatures;
  out["problems"] = nlohmann::ordered_json::array();
  for (const Error& problem : report.problems) {
    out["problems"].push_back({{"file", problem.file},
                               {"line", problem.place.line},
                               {"message", in_english(problem.what)}});
  }
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Exit run(const Context& context, const Options& options) {
  StoreHandle handle(context);
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  auto report = verify(**store, {options.since});
  if (!report) {
    return report_error(context, report.error());
  }
  auto content = verify_content(**store);
  if (!content) {
    return report_error(context, content.error());
  }
  std::move(content->begin(), content->end(), std::back_inserter(report->problems));
  const auto signatures = (*store)->signatures();
  if (!signatures) {
    return report_error(context, signatures.error());
  }
  for (const CommitSignature& signature : *signatures) {
    if (signature.verdict == 'B' || signature.verdict == 'R') {
      report->problems.push_back(
          {{}, {}, {BD_TR("the signature of commit {0} is bad"), {signature.commit}}, {}});
    } else if (signature.verdict == 'E') {
      report->problems.push_back({{},
                                  {},
                                  {BD_TR("the signature of commit {0} cannot be checked: its key "
                                         "is not known here"),
                                   {signature.commit}},
                                  {}});
    }
  }
  std::string text;
  if (options.json) {
    text = as_json(*report, signatures->size());
  } else {
    for (const Error& problem : report->problems) {
      const std::string place = to_string(problem.place);
      text += printable(problem.file) + (place.empty() ? "" : ":" + place) +
              (problem.file.empty() ? "" : ": ") + printable(say(context.language, problem.what)) +
              "\n";
    }
    text += context.say(
        BD_TR("{0}, {1} and {2} looked at: {3}"),
        {counted(context, report->snapshots, BD_TR("{0} snapshot"), BD_TR("{0} snapshots")),
         counted(context, report->sources, BD_TR("{0} kept source"), BD_TR("{0} kept sources")),
         counted(context, report->commits, BD_TR("{0} commit"), BD_TR("{0} commits")),
         counted(context, report->problems.size(), BD_TR("{0} problem"), BD_TR("{0} problems"))});
    if (!signatures->empty()) {
      text += context.say(BD_TR("; ")) + counted(context, signatures->size(),
                                                 BD_TR("{0} signed commit"),
                                                 BD_TR("{0} signed commits"));
    }
    text += "\n";
  }
  const Exit written = print(context, text);
  return written == Exit::done && !report->problems.empty() ? Exit::differs : written;
}

}  // namespace

void add_verify(const Program& program) {
  auto options = std::make_shared<Options>();
  const Context& context = program.context;
  CLI::App* verb = program.verb("verify", BD_TR("Prove that the store is whole and unaltered"),
                                "budgetdiff verify\n  budgetdiff verify --since 1ef606673b");
  verb->add_option("--since", options->since,
                   context.say(BD_TR("A commit known to be good, which the history must hold")));
  verb->add_flag("--json", options->json, context.say(BD_TR("Print JSON")));
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
