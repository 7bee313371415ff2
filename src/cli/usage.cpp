#include "cli/usage.hpp"

#include "cli/sentence_pattern.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace budgetdiff::cli {
namespace {

/// CLI11's sentence, with * for what varies, and ours. More special ones first.
constexpr std::array<std::pair<std::string_view, const char*>, 12> sentences = {{
    {"A subcommand is required", BD_TR("say what to do: a verb is missing")},
    {"* is required", BD_TR("{0} is required")},
    {"The following argument was not expected: *", BD_TR("this was not expected: {0}")},
    {"The following arguments were not expected: *", BD_TR("this was not expected: {0}")},
    {"*: * not in {*}", BD_TR("{0} takes one of {2}, not {1}")},
    {"*: Value * not in range * to *", BD_TR("{0} takes a whole number from {2} to {3}, not {1}")},
    {"*: * required * missing", BD_TR("{0} needs a value")},
    {"*: At Most * required but received *",
     BD_TR("{0} is given {2} times, and at most {1} is allowed")},
    {"* was given a disallowed flag override", BD_TR("{0} takes no value")},
    {"* requires *", BD_TR("{0} needs {1} beside it")},
    {"* excludes *", BD_TR("{0} and {1} exclude each other")},
    {"Could not convert: * = *", BD_TR("{0} cannot take this value: {1}")},
}};

}  // namespace

void translate_help(CLI::App& app, const Context& context) {
  const auto formatter = app.get_formatter();
  formatter->label("Usage", context.say(BD_TR("Usage")));
  formatter->label("Positionals", context.say(BD_TR("Arguments")));
  formatter->label("OPTIONS", context.say(BD_TR("OPTIONS")));
  formatter->label("SUBCOMMAND", context.say(BD_TR("VERB")));
  formatter->label("SUBCOMMANDS", context.say(BD_TR("VERB")));
  formatter->label("Env", context.say(BD_TR("environment")));
  formatter->label("Excludes", context.say(BD_TR("not with")));
  formatter->label("Needs", context.say(BD_TR("with")));
  formatter->label("REQUIRED", "");
  formatter->label("TEXT", "");
  app.option_defaults()->group(context.say(BD_TR("Options")));
  app.set_help_flag("-h,--help", context.say(BD_TR("Print this help and end")));
  app.set_version_flag("--version", "budgetdiff " BUDGETDIFF_VERSION,
                       context.say(BD_TR("Print the version and end")));
}

void name_values(CLI::App& app) {
  constexpr std::size_t longest_bound = 6;  // an end that is longer is no end that matters
  const auto formatter = app.get_formatter();
  for (const CLI::Option* const option : app.get_options()) {
    const std::string type = option->get_type_name();
    if (const auto words = match_sentence("TEXT:{*}", type)) {
      std::string list = words->front();
      std::replace(list.begin(), list.end(), ',', '|');
      formatter->label(type, list);
    } else if (const auto range = match_sentence("*:* in [* - *]", type);
               range && range->back().size() <= longest_bound) {
      formatter->label(type, (*range)[2] + "-" + (*range)[3]);
    } else if (type.starts_with("INT") || type.starts_with("UINT")) {
      formatter->label(type, "N");
    }
  }
  for (CLI::App* const verb : app.get_subcommands({})) {
    name_values(*verb);
  }
}

CLI::App* add_verb(CLI::App& parent, const Context& context, const char* name,
                   const char* description) {
  CLI::App* verb = parent.add_subcommand(name, context.say(description));
  verb->group(context.say(BD_TR("Verbs")));
  // Made anew: CLI11 makes it before the verb has its parent's headings.
  verb->set_help_flag("-h,--help", context.say(BD_TR("Print this help and end")));
  return verb;
}

Message usage_error(const CLI::ParseError& error) {
  const std::string text = error.what();
  for (const auto& [pattern, sentence] : sentences) {
    if (auto parts = match_sentence(pattern, text)) {
      return {sentence, std::move(*parts)};
    }
  }
  return {BD_TR("{0}"), {text}};
}

std::string file_read_as_options(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    std::error_code ignored;
    if (word == "--") {
      break;
    }
    if (word.size() > 2 && word.front() == '-' && std::filesystem::exists(word, ignored)) {
      return word;
    }
  }
  return {};
}

}  // namespace budgetdiff::cli
