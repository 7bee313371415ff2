#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/import_options.hpp"
#include "cli/operand.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>
#include <memory>

namespace budgetdiff::cli {
namespace {

struct Options {
  std::string file;
  std::string output;
  ImportOptions import;
};

Exit run(const Context& context, const Options& options) {
  const auto operand = load_file(options.file, options.import);
  if (!operand) {
    return report_error(context, operand.error());
  }
  for (const Finding& finding : operand->provenance.findings) {
    report_finding(context, options.file, finding);
  }
  return write_output(context, write_snapshot(operand->snapshot), options.output);
}

}  // namespace

void add_parse(const Program& program) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.verb(
      "parse", BD_TR("Read one document and write its canonical snapshot"),
      "budgetdiff parse 2024.txt > 2024.json\n  budgetdiff parse --year 2024 - < table.txt");
  verb->add_option("FILE", options->file,
                   program.context.say(BD_TR("A document or a snapshot; - is standard input")))
      ->required();
  verb->add_option("-o,--output", options->output,
                   program.context.say(BD_TR("Write to this file instead of standard output")));
  add_import_options(program, *verb, options->import);
  verb->callback([program, options] { program.exit = run(program.context, *options); });
}

}  // namespace budgetdiff::cli
