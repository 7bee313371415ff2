#pragma once

/// --department, --year, --stage and --mapping, the same for every verb that reads documents.

#include "cli/commands.hpp"
#include "cli/operand.hpp"
#include "cli/option_error.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <string>
#include <utility>

namespace budgetdiff::cli {

inline void add_import_options(const Program& program, CLI::App& verb, ImportOptions& options) {
  const Context& context = program.context;
  verb.add_option("--department", options.department,
                  context.say(BD_TR(
                      "Whose table it is, where the document does not say; or which of several")));
  verb.add_option("--year", options.year,
                  context.say(BD_TR(
                      "The budget year, where the document does not say; or which of several")))
      ->check(CLI::Range(1900, 2200));
  verb.add_option("--stage", options.stage,
                  context.say(BD_TR("budget (default), adjusted or final")))
      ->check(CLI::IsMember({"budget", "adjusted", "final"}));
  verb.add_option_function<std::string>(
          "--mapping",
          [&options](const std::string& file) {
            const auto bytes = read_file(file, largest_writing);
            if (!bytes) {
              throw OptionError("--mapping", bytes.error());
            }
            auto mapping = read_mapping(*bytes, file);
            if (!mapping) {
              throw OptionError("--mapping", mapping.error());
            }
            options.mapping = std::move(*mapping);
          },
          context.say(BD_TR("Read a table of another form by this file")))
      ->type_name("FILE");
}

}  // namespace budgetdiff::cli
