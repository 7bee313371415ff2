#pragma once

/// A sentence for people, kept apart from the language it will be read in.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff {

/// An English sentence that doubles as the key of the translation catalogue
/// (po/), with `{0}`, `{1}` … where the arguments go. Nothing is translated or
/// put together before the last moment, so one value serves every language.
struct Message {
  /// The English text. Mark literals with BD_TR so that xgettext finds them.
  std::string text;
  std::vector<std::string> args;

  friend bool operator==(const Message&, const Message&) = default;
};

/// Puts `args` in the place of `{0}`, `{1}` … A number without an argument
/// stays as it stands; `{{` gives one brace.
[[nodiscard]] std::string substitute(std::string_view text, const std::vector<std::string>& args);

/// The message in English, as logs, tests and JSON show it.
[[nodiscard]] inline std::string in_english(const Message& message) {
  return substitute(message.text, message.args);
}

}  // namespace budgetdiff

/// Marks a literal for the translation catalogue; expands to the literal.
#define BD_TR(text) text
