#include "import/page/labels_in_text.hpp"

#include "import/page/broken_lines.hpp"
#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines of a text stand within so many of each other.
constexpr std::size_t near = 4;

/// Whether a text begins with the number of a goal: 1：… 一、…
bool begins_with_number(std::u32string_view text) {
  constexpr std::u32string_view numbers = U"0123456789一二三四五六七八九十";
  constexpr std::u32string_view marks = U"：:、.．，,";
  const std::size_t end = text.find_first_not_of(numbers);
  return end > 0 && end <= 2 && end < text.size() && marks.find(text[end]) != text.npos;
}

/// Whether a text is a figure with its unit, which is none of money, and goes on: 78 人次，…
bool begins_with_count(std::u32string_view text) {
  const std::size_t end = text.find_first_not_of(U"0123456789.,");
  return end > 0 && end < text.size() && is_cjk(text[end]) &&
         std::u32string_view(U"百千万亿元").find(text[end]) == text.npos;
}

/// Whether a word and what is behind it are text: 目标 1：…, 共计 78 人次.
bool is_text(const PdfWord& word, Role role, const FormPiece& rest) {
  const std::u32string text = text_of(rest.words);
  return without_space(word.text) == U"目标" ? begins_with_number(text)
                                             : role == Role::money && begins_with_count(text);
}

/// Whether the text's lines near this one begin where one of its words does: most that begin near
/// there, or further right, do. A goal's label left of it says so, too.
bool begins_a_line(const std::vector<Pieces>& lines, std::size_t line, const PdfWord& word) {
  constexpr std::size_t shortest = 3;
  std::size_t same = 0;
  std::size_t further = 0;
  for (std::size_t i = line - std::min(line, near); i < std::min(lines.size(), line + near + 1);
       ++i) {
    const FormPiece& front = lines[i].front();
    const bool beside = is_goal_role(front.term.role) && front.box.right <= word.box.left;
    const auto text = std::find_if(lines[i].begin(), lines[i].end(), [&](const FormPiece& piece) {
      return is_prose(piece) ||
             (letters(piece) >= shortest && closes_sentence(text_of(piece.words)));
    });
    if (i == line || text == lines[i].end() || text->is_label() ||
        (text != lines[i].begin() && (text - 1)->is_label() &&
         !is_goal_role((text - 1)->term.role))) {
      same += i != line && beside && lines[i].size() == 1 ? 1U : 0U;
      continue;
    }
    const double off = text->box.left - word.box.left;
    same += std::abs(off) <= word.size ? 1U : 0U;
    further += off > word.size ? 1U : 0U;
  }
  return same > further;
}

}  // namespace

void join_labels_in_text(std::vector<Pieces>& lines) {
  constexpr double blank = 1.5;  // letters
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t k = 0; k + 1 < lines[i].size(); ++k) {
      const FormPiece& label = lines[i][k];
      const FormPiece& rest = lines[i][k + 1];
      // The first line of a label may stand right before the word: 总 目标 1：…
      const PdfWord& word = label.words.back();
      if (!is_text(word, label.term.role, rest) ||
          rest.box.left - word.box.right > blank * word.size ||
          ((k == 0 || label.words.size() > 1) && !begins_a_line(lines, i, word))) {
        continue;
      }
      std::vector<PdfWord> text{word};
      text.insert(text.end(), rest.words.begin(), rest.words.end());
      std::vector<PdfWord> before(label.words.begin(), label.words.end() - 1);
      const auto at = lines[i].begin() + static_cast<std::ptrdiff_t>(k);
      at[1] = piece_of(std::move(text));
      if (before.empty()) {
        lines[i].erase(at);
      } else {
        *at = piece_of(std::move(before));
      }
    }
  }
}

}  // namespace budgetdiff::import
