/// budgetdiff, the program: reads the command line, runs one verb, and turns
/// whatever goes wrong into one line and an exit status.

#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/memory.hpp"
#include "cli/option_error.hpp"
#include "cli/usage.hpp"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iterator>
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
  app.add_option_function<std::string>(
         "--color",
         [&context](const std::string& choice) {
           context.colour = choice == "always"  ? ColourChoice::always
                            : choice == "never" ? ColourChoice::never
                                                : ColourChoice::automatic;
         },
         context.say(BD_TR("auto, always or never")))
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_flag_callback(
      "--no-pager", [&context] { context.pager = false; },
      context.say(BD_TR("Print straight to the terminal")));
}

struct Verb {
  std::string_view name;
  void (*add)(const Program& program);
};

/// In the order in which --help lists them.
constexpr Verb verbs[] = {
    {"parse", add_parse},
    {"check", add_check},
    {"init", add_init},
    {"import", add_import},
    {"list", add_list},
    {"show", add_show},
    {"diff", add_diff},
    {"apply", add_apply},
    {"match", add_match},
    {"comment", add_comment},
    {"gate", add_gate},
    {"suggest", add_suggest},
    {"history", add_history},
    {"report", add_report},
    {"log", add_log},
    {"blame", add_blame},
    {"verify", add_verify},
    {"sync", add_sync},
    {"export", add_export},
    {"serve", add_serve},
    {"git-setup", add_git_setup},
    {"git-driver", add_git_driver},
};

std::string verbs_of() {
  std::string names;
  for (const Verb& verb : verbs) {
    names += names.empty() ? "" : ", ";
    names += verb.name;
  }
  return names;
}

/// The word that stands where a verb should; empty where there is none.
std::string_view verb_word(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "-C" || word == "--lang" || word == "--color") {
      ++i;
    } else if (word == "-h" || word == "--help") {
      return {};  // of the program, which lists all verbs
    } else if (!word.starts_with('-')) {
      return word;
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
  translate_help(app, context);
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(context.say(BD_TR("Example")) +
             ":\n  budgetdiff diff 2023.txt 2024.txt\n  budgetdiff diff --help");
  add_common_options(app, context);

  const Program program{app, context, exit};
  // Making the options of all verbs would take longer than reading a snapshot.
  const std::string_view word = verb_word(argc, argv);
  const auto* const wanted = std::find_if(std::begin(verbs), std::end(verbs),
                                          [&](const Verb& verb) { return verb.name == word; });
  if (wanted != std::end(verbs)) {
    wanted->add(program);
  } else {
    for (const Verb& verb : verbs) {
      verb.add(program);
    }
  }
  name_values(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& shown) {
    return app.exit(shown) == 0 ? Exit::done : Exit::failed;
  } catch (const OptionError& option) {
    return report_error(context, option.error());
  } catch (const CLI::ParseError& error) {
    if (!word.empty() && wanted == std::end(verbs)) {
      return report_error(context, {{},
                                    {},
                                    {BD_TR("there is no verb {0}"), {std::string(word)}},
                                    {BD_TR("the verbs are {0}"), {verbs_of()}}});
    }
    if (std::string file = file_read_as_options(argc, argv); !file.empty()) {
      return report_error(context,
                          {{},
                           {},
                           {BD_TR("{0} begins with a dash and was read as options"), {file}},
                           {BD_TR("write ./{0}, or -- before the files"), {file}}});
    }
    return report_error(context, {{},
                                  {},
                                  usage_error(error),
                                  {BD_TR("budgetdiff --help lists the verbs, budgetdiff VERB "
                                         "--help what one takes"),
                                   {}}});
  }
  // What the verbs hold goes with the process; giving it back piece by piece
  // would only take time.
  std::exit(static_cast<int>(exit));
}

}  // namespace

CLI::App* Program::verb(const char* name, const char* description, const char* example) const {
  CLI::App* added = add_verb(app, context, name, description);
  added->footer(context.say(BD_TR("Example")) + ":\n  " + example);
  return added;
}

void Program::add_sides(CLI::App& verb, std::string& from, std::string& to) const {
  verb.add_option("FROM", from,
                  context.say(BD_TR("The earlier document, snapshot or year of the store")))
      ->required();
  verb.add_option("TO", to, context.say(BD_TR("The later one")))->required();
}

}  // namespace budgetdiff::cli

int main(int argc, char** argv) {
  using budgetdiff::cli::Exit;
  budgetdiff::cli::map_usual_memory();
  try {
    return static_cast<int>(budgetdiff::cli::run(argc, argv));
  } catch (const std::bad_alloc&) {
    std::fputs("budgetdiff: out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "budgetdiff: %s\n", error.what());
  }
  return static_cast<int>(Exit::failed);
}
