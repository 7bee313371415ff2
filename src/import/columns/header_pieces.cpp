#include "import/columns/header_pieces.hpp"

#include "import/columns/line_words.hpp"
#include "import/header_words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Words that have a meaning in such a header alone.
constexpr std::array words_of_lists{
    HeaderWord{"小计", {Role::money, column::total}},
    HeaderWord{"资金来源", {Role::money, {}}},
    HeaderWord{"预算来源", {Role::money, {}}},
};

std::optional<Term> term_in_lists(std::string_view spelling) {
  const auto* const found =
      std::find_if(words_of_lists.begin(), words_of_lists.end(),
                   [&](const HeaderWord& entry) { return entry.text == spelling; });
  return found == words_of_lists.end() ? std::nullopt : std::optional(found->term);
}

/// What exactly this word of the vocabulary means.
Term known_word(const std::u32string& word) {
  const std::string spelling = header_spelling(to_utf8(word));
  if (const auto term = term_in_lists(spelling)) {
    return *term;
  }
  const auto known = std::find_if(words_of_headers.begin(), words_of_headers.end(),
                                  [&](const HeaderWord& entry) { return entry.text == spelling; });
  return known == words_of_headers.end() ? Term{} : known->term;
}

struct Joining {
  std::vector<std::u32string> words;
  std::size_t odd = 0;  ///< words of two characters, and pieces that were words alone
  bool found = false;
  std::vector<std::u32string> best;  ///< with the fewest of these
  std::size_t least_odd = 0;
};

void join_rest(const std::vector<std::u32string>& pieces, std::vector<bool>& used,
               Joining& joining) {
  const auto first =
      static_cast<std::size_t>(std::find(used.begin(), used.end(), false) - used.begin());
  if (first == pieces.size()) {
    if (!joining.found || joining.odd < joining.least_odd) {
      joining.found = true;
      joining.best = joining.words;
      joining.least_odd = joining.odd;
    }
    return;
  }
  const auto try_parts = [&](std::initializer_list<std::size_t> parts) {
    std::u32string word;
    for (const std::size_t part : parts) {
      word += pieces[part];
    }
    const Term term = known_word(word);
    // 预算数 may head 合计 and the sources.
    const bool again =
        std::any_of(joining.words.begin(), joining.words.end(), [&](const std::u32string& other) {
          return known_word(other) == term &&
                 (term.column != column::total || (other.size() > 2) == (word.size() > 2));
        });
    if (!is_list_role(term.role) || again) {
      return;
    }
    for (const std::size_t part : parts) {
      used[part] = true;
    }
    std::size_t odd = parts.size() == 1 && word.size() <= 2 ? 1 : 0;
    for (const std::size_t part : parts) {
      odd +=
          parts.size() > 1 && pieces[part].size() > 2 && is_list_role(known_word(pieces[part]).role)
              ? 1U
              : 0U;
    }
    joining.words.push_back(word);
    joining.odd += odd;
    join_rest(pieces, used, joining);
    joining.odd -= odd;
    joining.words.pop_back();
    for (const std::size_t part : parts) {
      used[part] = false;
    }
  };
  try_parts({first});
  for (std::size_t b = first + 1; b < pieces.size(); ++b) {
    if (used[b]) {
      continue;
    }
    try_parts({first, b});
    for (std::size_t c = b + 1; c < pieces.size(); ++c) {
      if (!used[c]) {
        try_parts({first, b, c});
      }
    }
  }
}

}  // namespace

Term term_of_list_header(const std::u32string& word) {
  const std::string text = to_utf8(word);
  const auto term = term_in_lists(header_spelling(text));
  return term ? *term : look_up_listed_header(text);
}

bool is_list_role(Role role) {
  return role == Role::project_name || role == Role::money || role == Role::goal ||
         role == Role::annual_goal || role == Role::indicators;
}

bool is_header_piece(const std::u32string& word) {
  const std::string piece = header_spelling(to_utf8(word));
  const auto holds = [&](const HeaderWord& known) {
    return is_list_role(known.term.role) && known.text.find(piece) != known.text.npos;
  };
  return !piece.empty() && (std::any_of(words_of_headers.begin(), words_of_headers.end(), holds) ||
                            std::any_of(words_of_lists.begin(), words_of_lists.end(), holds));
}

std::vector<std::u32string> spaced_header_words(const std::u32string& letters) {
  std::vector<std::u32string> out;
  for (std::size_t at = 0; at < letters.size();) {
    std::size_t length = letters.size() - at;
    while (length > 1 && !is_list_role(known_word(letters.substr(at, length)).role)) {
      --length;
    }
    if (length < 2) {
      // The beginning of one that goes on below; 其他 may be its own.
      length = letters.size() - at;
      if (length < 2 && !out.empty()) {
        length += out.back().size();
        at -= out.back().size();
        out.pop_back();
      }
      // Two letters may be the ends of two words.
      if (length < 3 || !is_header_piece(letters.substr(at))) {
        return {};
      }
    }
    out.push_back(letters.substr(at, length));
    at += length;
  }
  return out;
}

std::vector<std::u32string> words_of_header(std::u32string_view line) {
  std::vector<std::u32string> out;
  std::vector<std::u32string> letters;
  const auto close = [&] {
    std::u32string run;
    for (const std::u32string& letter : letters) {
      run += letter;
    }
    const auto words = spaced_header_words(run);
    const auto& kept = words.empty() ? letters : words;
    out.insert(out.end(), kept.begin(), kept.end());
    letters.clear();
  };
  for (std::u32string& word : words_of(line)) {
    if (word.size() == 1) {
      letters.push_back(std::move(word));
      continue;
    }
    close();
    out.push_back(std::move(word));
  }
  close();
  return out;
}

bool opens_bracket(const std::vector<std::u32string>& words) {
  const std::u32string& word = words.front();
  const std::size_t open = word.find_first_of(U"（(");
  return open != word.npos && word.find_first_of(U"）)") == word.npos &&
         look_up_listed_header(to_utf8(word.substr(0, open))).role == Role::project_name;
}

bool goes_on_in_bracket(const std::vector<std::u32string>& words) {
  const std::u32string& word = words.front();
  return (word.front() == U'（' || word.front() == '(') &&
         word.find_first_of(U"）)") == word.npos &&
         std::all_of(words.begin() + 1, words.end(), is_header_piece);
}

std::optional<std::vector<std::u32string>> joined_header_words(
    const std::vector<std::u32string>& pieces) {
  if (pieces.size() > most_header_pieces) {
    return std::nullopt;
  }
  std::vector<bool> used(pieces.size(), false);
  Joining joining;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    // Other words may begin with one of two characters (其他, 财政), or with a whole
    // one (财政专户, 财政专户拨款).
    const bool goes_on = std::any_of(pieces.begin(), pieces.end(), [&](const auto& piece) {
      return is_list_role(known_word(pieces[i] + piece).role);
    });
    const bool sum = is_sum_label(to_utf8(pieces[i])) || pieces[i] == U"小计";
    if ((pieces[i].size() > 2 || sum) && !goes_on &&
        (sum || is_list_role(known_word(pieces[i]).role))) {
      used[i] = true;
      joining.words.push_back(pieces[i]);
    }
  }
  join_rest(pieces, used, joining);
  return joining.found ? std::optional(std::move(joining.best)) : std::nullopt;
}

}  // namespace budgetdiff::import
