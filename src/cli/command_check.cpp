#include "cli/commands.hpp"
#include "cli/findings.hpp"
#include "cli/import_options.hpp"
#include "cli/operand.hpp"

#include <budgetdiff/check/checker.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace budgetdiff::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::vector<std::string> files;
  ImportOptions import;
  bool json = false;
  bool exit_code = false;
};

Json to_json(const Context& context, const std::string& file, const Finding& finding) {
  Json json;
  json["file"] = file;
  json["code"] = finding.code;
  json["severity"] = to_string(finding.severity);
  if (finding.place.page > 0) {
    json["page"] = finding.place.page;
  }
  if (finding.place.line > 0) {
    json["line"] = finding.place.line;
  }
  if (!finding.place.sheet.empty()) {
    json["sheet"] = finding.place.sheet;
  }
  if (!finding.place.cell.empty()) {
    json["cell"] = finding.place.cell;
  }
  if (!finding.project.empty()) {
    json["project"] = finding.project;
  }
  json["message"] = say(context.language, finding.message);
  return json;
}

/// All tables of a document, the one snapshot of a year of the store.
Result<std::vector<Operand>> load_every_table(StoreHandle& store, const std::string& what,
                                              const ImportOptions& options) {
  if (is_file_operand(what)) {
    return load_tables(what, options);
  }
  auto operand = load(store, what, options);
  if (!operand) {
    return fail(std::move(operand).error());
  }
  std::vector<Operand> out;
  out.push_back(std::move(*operand));
  return out;
}

Exit run(const Context& context, const Options& options) {
  StoreHandle store(context);
  Json list = Json::array();
  std::string text;
  Exit exit = Exit::done;
  bool found = false;
  for (const std::string& file : options.files) {
    const auto operands = load_every_table(store, file, options.import);
    if (!operands) {
      exit = report_error(context, operands.error());
      continue;
    }
    for (const Operand& operand : *operands) {
      for (const Finding& finding : findings_of(operand)) {
        found = found || finding.severity != Severity::note;
        if (options.json) {
          list.push_back(to_json(context, file, finding));
        } else {
          text += finding_line(context, file, finding) + "\n";
        }
      }
    }
  }
  if (options.json) {
    text = list.dump(2) + "\n";
  }
  const Exit written = print(context, text);
  if (exit == Exit::done) {
    exit = written;
  }
  return exit == Exit::done && found && options.exit_code ? Exit::differs : exit;
}

}  // namespace

void add_check(const Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.verb("check", BD_TR("List what is wrong or odd inside documents"),
                                "budgetdiff check 2024.txt\n  budgetdiff check --json *.json");
  verb->add_option("WHAT", options->files,
                   program.context.say(BD_TR("Documents, snapshots, or years of the store")))
      ->required();
  verb->add_flag("--json", options->json, program.context.say(BD_TR("Print JSON")));
  verb->add_flag("--exit-code", options->exit_code,
                 program.context.say(BD_TR("End with 1 where there are warnings or errors")));
  add_import_options(program, *verb, options->import);
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
