#include "import/columns/line_words.hpp"

#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {

std::vector<std::u32string> words_of(std::u32string_view text) {
  std::vector<std::u32string> words;
  std::u32string word;
  for (const char32_t c : text) {
    if (!is_space(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) {
    words.push_back(std::move(word));
  }
  return words;
}

namespace {

bool is_letter(const std::u32string& word) {
  return word.size() == 1 && word.front() > 127;
}

/// Marks and numbers, which stand between letters in a line that print spaces out (1 、 1- 产).
bool may_go_on(const std::u32string& word) {
  constexpr std::u32string_view marks = U"（）《》“”、，。；：()-－%.";
  return !amount_in(word) && std::all_of(word.begin(), word.end(), [&](char32_t c) {
    return is_digit(c) || marks.find(c) != marks.npos;
  });
}

/// Where a run of letters ends that begins at `begin`; `letters` counts them.
std::size_t end_of_run(const std::vector<std::u32string>& words, std::size_t begin,
                       std::size_t& letters) {
  std::size_t end = begin;
  for (std::size_t i = begin; i < words.size(); ++i) {
    if (is_letter(words[i])) {
      ++letters;
      end = i + 1;
    } else if (!may_go_on(words[i])) {
      break;
    }
  }
  return end;
}

}  // namespace

std::vector<std::u32string> words_of_cells(std::u32string_view text) {
  constexpr std::size_t least = 3;  // two may be two cells, or a name's letters
  std::vector<std::u32string> out;
  const std::vector<std::u32string> words = words_of(text);
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t letters = 0;
    const std::size_t end = end_of_run(words, begin, letters);
    if (letters < least) {
      out.push_back(words[begin]);
      ++begin;
      continue;
    }
    std::u32string run;
    for (; begin < end; ++begin) {
      run += words[begin];
    }
    out.push_back(std::move(run));
  }
  return out;
}

std::optional<Amount> amount_in(std::u32string_view word) {
  if (word.find_first_of(U".,．，") == word.npos) {
    return std::nullopt;
  }
  return read_published_amount(word);
}

std::vector<std::u32string> parted_amounts(const std::u32string& word) {
  const auto points = std::count(word.begin(), word.end(), U'.');
  const std::size_t decimals = word.size() - word.rfind(U'.') - 1;
  if (points < 2 || (decimals != 2 && decimals != 4) ||
      word.find_first_not_of(U"0123456789,.") != word.npos) {
    return {word};
  }
  std::vector<std::u32string> out;
  for (std::size_t begin = 0; begin < word.size();) {
    const std::size_t end = word.find(U'.', begin) + decimals + 1;
    out.push_back(word.substr(begin, end - begin));
    begin = end;
    if (out.back().front() == U'.' || out.back().front() == U',' || !amount_in(out.back())) {
      return {word};
    }
  }
  return out.size() == static_cast<std::size_t>(points) ? out : std::vector{word};
}

std::size_t amount_behind(std::u32string_view word) {
  const std::size_t point = word.rfind('.');
  const std::size_t decimals = point == word.npos ? 0 : word.size() - point - 1;
  if (decimals != 2 && decimals != 4) {
    return 0;
  }
  std::size_t begin = point;
  while (begin > 0 && (is_digit(word[begin - 1]) || word[begin - 1] == ',')) {
    --begin;
  }
  const bool letter = begin > 1 && word[begin - 1] >= U'一' && word[begin - 1] <= U'龥';
  return letter && begin < point && amount_in(word.substr(begin)) ? begin : 0;
}

std::optional<Amount> whole_amount_in(std::u32string_view word) {
  constexpr std::size_t longest = 13;
  if (word.empty() || word.size() > longest || (word.size() > 1 && word.front() == '0') ||
      !std::all_of(word.begin(), word.end(), [](char32_t c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  return read_published_amount(word);
}

}  // namespace budgetdiff::import
