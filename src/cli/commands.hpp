#pragma once

/// The verbs. Each function adds one to the program; running it sets `exit`.

#include "cli/context.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace budgetdiff::cli {

/// What the verbs share while the command line is read.
struct Program {
  CLI::App& app;
  Context& context;
  Exit& exit;

  /// A subcommand with its sentence and example, both translated.
  CLI::App* verb(const char* name, const char* description, const char* example) const;

  /// FROM and TO of a verb that compares, both required. They are read into `from` and `to`,
  /// which must live as long as `verb`.
  void add_sides(CLI::App& verb, std::string& from, std::string& to) const;
};

void add_parse(const Program& program);
void add_check(const Program& program);
void add_diff(const Program& program);
void add_apply(const Program& program);
void add_init(const Program& program);
void add_import(const Program& program);
void add_export(const Program& program);
void add_list(const Program& program);
void add_show(const Program& program);
void add_log(const Program& program);
void add_match(const Program& program);
void add_history(const Program& program);
void add_comment(const Program& program);
void add_gate(const Program& program);
void add_suggest(const Program& program);
void add_report(const Program& program);
void add_verify(const Program& program);
void add_sync(const Program& program);
void add_git_setup(const Program& program);
void add_git_driver(const Program& program);
void add_blame(const Program& program);
void add_serve(const Program& program);

}  // namespace budgetdiff::cli
