#include "import/table/ticked_boxes.hpp"

#include "import/text/source_lines.hpp"

#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view ticks = U"☑☒■√✓✔✅▣◉●🗹🗸";
constexpr std::u32string_view open_boxes = U"□☐○◯▢◻⬜";
constexpr char32_t tick = U'☑';
constexpr char32_t box = U'□';

bool is_one_of(char32_t c, std::u32string_view signs) {
  return signs.find(c) != signs.npos;
}

/// Writes every box as one of two signs, also those of brackets: [√] and （ ）.
std::u32string with_plain_boxes(std::u32string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t c = text[at];
    if (is_one_of(c, U"[(（【［〔")) {
      std::size_t end = at + 1;
      bool ticked_inside = false;
      while (end < text.size() && (is_space(text[end]) || is_one_of(text[end], ticks))) {
        ticked_inside = ticked_inside || is_one_of(text[end], ticks);
        ++end;
      }
      if (end < text.size() && is_one_of(text[end], U"])）】］〕")) {
        out += ticked_inside ? tick : box;
        at = end;
        continue;
      }
    }
    out += is_one_of(c, ticks) ? tick : is_one_of(c, open_boxes) ? box : c;
  }
  return out;
}

/// A word that stands beside a box, without blanks and the number before it: 2.延续, B.延续.
std::u32string bare(std::u32string_view word) {
  std::u32string out = without_space(word);
  const bool numbered = out.size() > 2 && is_one_of(out[1], U".．、") &&
                        (is_digit(out[0]) || (out[0] >= U'A' && out[0] <= U'Z'));
  out.erase(0, numbered ? 2 : 0);
  while (!out.empty() && is_one_of(out.back(), U"、，,；;/")) {
    out.pop_back();
  }
  return out;
}

/// The word right before `at`, or right behind it, where only what is chosen has a box: √延续 新增.
std::u32string word_beside(std::u32string_view text, std::size_t at, bool behind) {
  const auto ends = [](char32_t c) { return is_space(c) || c == tick; };
  if (behind) {
    std::size_t begin = at + 1;
    while (begin < text.size() && is_space(text[begin])) {
      ++begin;
    }
    std::size_t end = begin;
    while (end < text.size() && !ends(text[end])) {
      ++end;
    }
    return bare(text.substr(begin, end - begin));
  }
  std::size_t end = at;
  while (end > 0 && is_space(text[end - 1])) {
    --end;
  }
  std::size_t begin = end;
  while (begin > 0 && !ends(text[begin - 1])) {
    --begin;
  }
  return bare(text.substr(begin, end - begin));
}

}  // namespace

bool holds_boxes(std::u32string_view text) {
  return text.find_first_of(ticks) != text.npos || text.find_first_of(open_boxes) != text.npos;
}

std::u32string ticked(std::u32string_view given) {
  const std::u32string text = with_plain_boxes(given);
  const bool any_open = text.find(box) != text.npos;
  if (!any_open && text.find(tick) == text.npos) {
    return std::u32string(given);
  }
  // Boxes stand before their words, or behind them: 新增□ 延续☑.
  std::size_t first = 0;
  while (first < text.size() && is_space(text[first])) {
    ++first;
  }
  const bool before = text[first] == tick || text[first] == box;
  std::vector<std::u32string> chosen;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != tick && text[at] != box) {
      continue;
    }
    if (text[at] == tick && !any_open) {
      chosen.push_back(word_beside(text, at, before));
    } else if (text[at] == tick && before) {
      const std::size_t end = text.find_first_of(std::u32string{tick, box}, at + 1);
      chosen.push_back(bare(std::u32string_view(text).substr(at + 1, end - at - 1)));
    } else if (text[at] == tick) {
      chosen.push_back(bare(std::u32string_view(text).substr(begin, at - begin)));
    }
    begin = at + 1;
  }
  std::u32string out;
  for (const std::u32string& word : chosen) {
    out += (out.empty() || word.empty() ? U"" : U"、") + word;
  }
  return out;
}

}  // namespace budgetdiff::import
