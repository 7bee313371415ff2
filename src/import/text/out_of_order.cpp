#include "import/text/out_of_order.hpp"

#include "import/spread/list_header.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/page_structure.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace budgetdiff::import {
namespace {

/// A narrow column breaks a word over so many lines at most.
constexpr std::size_t most_pieces = 3;
constexpr std::size_t longest_word = 30;

/// Lines that are a word of a header.
struct Found {
  Role role = Role::none;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Roles that only the header of a performance table has, or that it has with others.
bool is_of_header(Role role) {
  return role == Role::project_name || role == Role::project_code || role == Role::money ||
         role == Role::goal || role == Role::annual_goal || role == Role::indicators ||
         role == Role::comparator || role == Role::measurement_unit || role == Role::weight ||
         holds_levels(role) || holds_targets(role);
}

/// The word that begins with line `at`, whole or broken over lines of one page.
Found word_at(const std::vector<Line>& lines, std::size_t at) {
  std::u32string text;
  for (std::size_t end = at; end < lines.size() && end - at < most_pieces; ++end) {
    if (end > at && (lines[end].blank_before || lines[end].page != lines[at].page)) {
      break;
    }
    text += without_space(lines[end].text);
    if (text.size() > longest_word) {
      break;
    }
    const Role role = look_up_listed_header(to_utf8(text)).role;
    if (is_of_header(role)) {
      return {role, at, end + 1};
    }
  }
  return {};
}

/// Whether words say enough of a header: what things are called, what is wanted of them, and one
/// more.
bool make_header(const std::vector<Found>& words) {
  constexpr std::size_t least = 3;
  std::set<Role> roles;
  for (const Found& word : words) {
    roles.insert(word.role);
  }
  const auto has = [&](auto is) { return std::any_of(roles.begin(), roles.end(), is); };
  return roles.size() >= least &&
         has([](Role role) { return role == Role::project_name || role == Role::level3; }) &&
         has([](Role role) {
           return role == Role::indicators || role == Role::level1 || role == Role::level2 ||
                  holds_targets(role);
         });
}

/// Whether words that follow one another have a name and a target.
bool are_together(const std::vector<Found>& words) {
  bool named = false;
  bool wanted = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && words[i].begin > words[i - 1].end) {
      named = wanted = false;
    }
    named = named || words[i].role == Role::level3;
    wanted = wanted || holds_targets(words[i].role);
    if (named && wanted) {
      return true;
    }
  }
  return false;
}

std::optional<HeaderWordsFound> whole_lines_found(const std::vector<Line>& lines) {
  std::vector<Found> words;
  const auto answer = [&]() -> std::optional<HeaderWordsFound> {
    return make_header(words)
               ? std::optional(HeaderWordsFound{words.front().begin, are_together(words)})
               : std::nullopt;
  };
  for (std::size_t at = 0; at < lines.size();) {
    const Found word = word_at(lines, at);
    if (word.role == Role::none) {
      ++at;
      continue;
    }
    if (!words.empty() && lines[word.begin].page != lines[words.back().begin].page) {
      if (const auto found = answer()) {
        return found;
      }
      words.clear();
    }
    words.push_back(word);
    at = word.end;
  }
  return answer();
}

/// The same of words that are broken beside each other (一级指 二级指 / 标 标), which is surer the
/// more of them there are.
std::optional<HeaderWordsFound> broken_words_found(const std::vector<Line>& lines) {
  const std::vector<StreamToken> tokens = tokens_of(lines);
  for (std::size_t at = 0; at < tokens.size();) {
    std::vector<StreamToken> page;
    const int number = lines[tokens[at].line].page;
    for (; at < tokens.size() && lines[tokens[at].line].page == number; ++at) {
      page.push_back(tokens[at]);
    }
    if (const auto header = list_header(lines, page)) {
      std::size_t first = lines.size();
      std::size_t last = 0;
      for (const HeaderPieces& word : header->columns) {
        first = std::min(first, word.line);
        last = std::max(last, word.line);
      }
      return HeaderWordsFound{first, last - first <= header->columns.size()};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<HeaderWordsFound> header_words_found(const std::vector<Line>& lines) {
  const auto whole = whole_lines_found(lines);
  return whole ? whole : broken_words_found(lines);
}

Error out_of_order(const std::vector<Line>& lines, const SourceDocument& source) {
  const auto found = header_words_found(lines);
  return {
      source.name,
      found ? place_of(lines[found->line]) : Place{},
      {found && !found->together
           ? BD_TR("the text gives the columns of this table one after the other, so that which "
                   "target belongs to which indicator cannot be told")
           : BD_TR("the cells of its table do not come in the order of the rows, so that "
                   "what belongs together is lost"),
       {}},
      {BD_TR("give the PDF itself, or its text by `pdftotext -layout`"), {}}};
}

}  // namespace budgetdiff::import
