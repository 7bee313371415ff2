#pragma once

/// CLI11's own words, in the reader's language.

#include "cli/context.hpp"

#include <budgetdiff/base/message.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace budgetdiff::cli {

/// Headings and standing options of every --help. To be called before any
/// option or verb is added, which take their headings from here.
void translate_help(CLI::App& app, const Context& context);

/// A verb of `parent`, the program or another verb, described by a sentence of
/// the catalogue.
CLI::App* add_verb(CLI::App& parent, const Context& context, const char* name,
                   const char* description);

/// How --help names the values that options take: the words to choose from, a range,
/// a number; without the types that CLI11 writes before them. To be called when all
/// options are there.
void name_values(CLI::App& app);

/// What CLI11 found wrong with the command line. A sentence that is not known
/// here comes as CLI11 wrote it.
[[nodiscard]] Message usage_error(const CLI::ParseError& error);

/// The first word of the command line that names a file and begins with a dash, so that it
/// was read as options; "" if there is none.
[[nodiscard]] std::string file_read_as_options(int argc, char** argv);

}  // namespace budgetdiff::cli
