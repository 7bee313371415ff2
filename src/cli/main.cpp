/// budgetdiff, the program: reads the command line, runs one verb, and turns
/// whatever goes wrong into one line and an exit status.

#include "cli/commands.hpp"
#include "cli/context.hpp"

#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

namespace budgetdiff::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : value;
}

/// The language must be known before the help texts are made, so --lang is
/// looked for ahead of everything else.
Language language_of(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") {
      break;
    }
    if (argument == "--lang" && i + 1 < argc) {
      return language_of_locale(argv[i + 1]);
    }
    if (argument.starts_with("--lang=")) {
      return language_of_locale(argument.substr(7));
    }
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const std::string_view locale = environment(name); !locale.empty()) {
      return language_of_locale(locale);
    }
  }
  return Language::english;
}

void add_common_options(CLI::App& app, Context& context) {
  app.add_option("-C", context.store,
                 context.say(BD_TR("The store (otherwise BUDGETDIFF_STORE, or found upward)")))
      ->envname("BUDGETDIFF_STORE");
  app.add_option("--lang", context.lang, context.say(BD_TR("zh or en; otherwise the locale's")))
      ->check(CLI::IsMember({"zh", "en"}));
  const std::map<std::string, ColourChoice> colours{{"auto", ColourChoice::automatic},
                                                    {"always", ColourChoice::always},
                                                    {"never", ColourChoice::never}};
  app.add_option("--color", context.colour, context.say(BD_TR("auto, always or never")))
      ->transform(CLI::CheckedTransformer(colours).description(""));
  app.add_flag_callback(
      "--no-pager", [&context] { context.pager = false; },
      context.say(BD_TR("Print straight to the terminal")));
}

std::string verbs_of(const CLI::App& app) {
  std::string names;
  for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    names += (names.empty() ? "" : ", ") + verb->get_name();
  }
  return names;
}

/// The first word that stands where a verb should and is none; CLI11 only says
/// that a subcommand is missing.
std::string unknown_verb(const CLI::App& app, int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "-C" || word == "--lang" || word == "--color") {
      ++i;
    } else if (!word.starts_with('-')) {
      const auto named = [&](const CLI::App* verb) { return verb->get_name() == word; };
      return app.get_subcommands(named).empty() ? word : std::string{};
    }
  }
  return {};
}

Exit run(int argc, char** argv) {
  Context context;
  context.language = language_of(argc, argv);
  CLI::App app{context.say(BD_TR("Says what changed between two years of a department's budget")),
               "budgetdiff"};
  Exit exit = Exit::done;
  app.set_version_flag("--version", "budgetdiff " BUDGETDIFF_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(context.say(BD_TR("Example")) +
             ":\n  budgetdiff diff 2023.txt 2024.txt\n  budgetdiff diff --help");
  app.get_formatter()->label("REQUIRED", "");
  app.get_formatter()->label("TEXT", "");
  add_common_options(app, context);

  const Program program{app, context, exit};
  add_parse(program);
  add_check(program);
  add_init(program);
  add_import(program);
  add_list(program);
  add_show(program);
  add_diff(program);
  add_apply(program);
  add_match(program);
  add_history(program);
  add_log(program);
  add_verify(program);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    return app.exit(wanted) == 0 ? Exit::done : Exit::failed;
  } catch (const CLI::ParseError& error) {
    if (const std::string word = unknown_verb(app, argc, argv); !word.empty()) {
      return report_error(context, {{},
                                    {},
                                    {BD_TR("there is no verb {0}"), {word}},
                                    {BD_TR("the verbs are {0}"), {verbs_of(app)}}});
    }
    return report_error(context, {{},
                                  {},
                                  {BD_TR("{0}"), {error.what()}},
                                  {BD_TR("budgetdiff --help lists the verbs, budgetdiff VERB "
                                         "--help what one takes"),
                                   {}}});
  }
  return exit;
}

}  // namespace

CLI::App* Program::verb(const char* name, const char* description, const char* example) const {
  CLI::App* added = app.add_subcommand(name, context.say(description));
  added->footer(context.say(BD_TR("Example")) + ":\n  " + example);
  return added;
}

}  // namespace budgetdiff::cli

int main(int argc, char** argv) {
  using budgetdiff::cli::Exit;
  try {
    return static_cast<int>(budgetdiff::cli::run(argc, argv));
  } catch (const std::bad_alloc&) {
    std::fputs("budgetdiff: out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "budgetdiff: %s\n", error.what());
  }
  return static_cast<int>(Exit::failed);
}
