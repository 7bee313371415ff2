#pragma once

/// --department, --year and --stage, the same for every verb that reads documents.

#include "cli/commands.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff::cli {

inline void add_import_options(const Program& program, CLI::App& verb, ImportOptions& options) {
  const Context& context = program.context;
  verb.add_option("--department", options.department,
                  context.say(BD_TR("Whose table it is, where the document does not say")));
  verb.add_option("--year", options.year,
                  context.say(BD_TR("The budget year, where the document does not say")))
      ->check(CLI::Range(1900, 2200));
  verb.add_option("--stage", options.stage,
                  context.say(BD_TR("budget (default), adjusted or final")))
      ->check(CLI::IsMember({"budget", "adjusted", "final"}));
}

}  // namespace budgetdiff::cli
