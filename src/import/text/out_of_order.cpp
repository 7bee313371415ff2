#include "import/text/out_of_order.hpp"

#include "import/spread/list_header.hpp"
#include "import/stream/tokens.hpp"
#include "import/stream/value_text.hpp"
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

/// What a word heads; a category (产出指标, 数量指标) may head a column of its indicators.
Role role_of(const std::string& word) {
  const Role role = look_up_listed_header(word).role;
  const bool category =
      word.ends_with("指标") && (is_level1_category(word) || is_level2_category(word));
  return role == Role::none && category ? Role::indicators : role;
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
    const Role role = role_of(to_utf8(text));
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

/// Whether words that follow one another have a name and a target, or are all of them.
bool are_together(const std::vector<Found>& words) {
  const auto apart = [](const Found& a, const Found& b) { return b.begin > a.end; };
  constexpr std::size_t whole_header = 5;
  if (words.size() >= whole_header &&
      std::adjacent_find(words.begin(), words.begin() + whole_header, apart) ==
          words.begin() + whole_header) {
    return true;
  }
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

/// The words of one line, known ones from its beginning to its end, however they are parted: print
/// may space letters out (一 级 指 标 二 级 指 标).
std::vector<Found> words_of_line(const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t longest_line = 200;
  std::vector<Found> out;
  std::string rest = header_spelling(to_utf8(without_space(lines[at].text)));
  if (rest.size() > longest_line * 3) {
    return out;
  }
  while (!rest.empty()) {
    std::size_t length = longest_header_word(rest).length;
    Role role = length > 0 ? role_of(rest.substr(0, length)) : Role::none;
    constexpr std::size_t letters = 12;  // of a category
    for (std::size_t n = letters; role == Role::none && n >= 4; --n) {
      const std::string word = rest.substr(0, n * 3);
      role = word.size() == n * 3 ? role_of(word) : Role::none;
      length = role == Role::none ? length : word.size();
    }
    if (length == 0 || !is_of_header(role)) {
      return {};
    }
    out.push_back({role, at, at + 1});
    rest.erase(0, length);
  }
  return out;
}

/// Words that stand anywhere in a few lines, among pieces of broken ones: what projects are called,
/// and more than any sentence has by chance.
std::optional<HeaderWordsFound> words_near_each_other(const std::vector<Line>& lines) {
  constexpr std::size_t most_lines = 6;
  constexpr std::size_t least = 4;
  const std::vector<StreamToken> tokens = tokens_of(lines);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (role_of(to_utf8(tokens[at].text)) == Role::none) {
      continue;
    }
    std::set<std::u32string> words;
    bool named = false;
    bool wanted = false;
    for (std::size_t i = at; i < tokens.size(); ++i) {
      const Line& line = lines[tokens[i].line];
      if (tokens[i].line >= tokens[at].line + most_lines ||
          line.page != lines[tokens[at].line].page) {
        break;
      }
      const Role role = role_of(to_utf8(tokens[i].text));
      if (is_of_header(role)) {
        words.insert(tokens[i].text);
        named = named || role == Role::project_name;
        wanted = wanted || role == Role::indicators || is_goal(role) || holds_targets(role);
      }
    }
    if (named && wanted && words.size() >= least) {
      return HeaderWordsFound{tokens[at].line, true};
    }
  }
  return std::nullopt;
}

std::optional<HeaderWordsFound> line_of_words_found(const std::vector<Line>& lines) {
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::vector<Found> words = words_of_line(lines, at);
    if (make_header(words)) {
      return HeaderWordsFound{at, true};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<HeaderWordsFound> header_words_apart(const std::vector<Line>& lines) {
  const auto whole = whole_lines_found(lines);
  return whole ? whole : broken_words_found(lines);
}

std::optional<HeaderWordsFound> header_words_found(const std::vector<Line>& lines) {
  if (const auto apart = header_words_apart(lines)) {
    return apart;
  }
  const auto line = line_of_words_found(lines);
  return line ? line : words_near_each_other(lines);
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
