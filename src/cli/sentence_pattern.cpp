#include "cli/sentence_pattern.hpp"

namespace budgetdiff::cli {

std::optional<std::vector<std::string>> match_sentence(std::string_view pattern,
                                                       std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t star = pattern.find('*');
    if (text.substr(0, star) != pattern.substr(0, star)) {
      return std::nullopt;
    }
    if (star == std::string_view::npos) {
      return text.size() == pattern.size() ? std::optional(parts) : std::nullopt;
    }
    pattern.remove_prefix(star + 1);
    text.remove_prefix(star);
    const std::string_view until = pattern.substr(0, pattern.find('*'));
    // What follows the last * ends the text.
    const std::size_t end =
        until.size() == pattern.size()
            ? (text.ends_with(until) ? text.size() - until.size() : std::string_view::npos)
            : text.find(until);
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

}  // namespace budgetdiff::cli
