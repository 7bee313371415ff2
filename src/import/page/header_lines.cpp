#include "import/page/header_lines.hpp"

#include "import/page/lines.hpp"
#include "import/page/text_parts.hpp"
#include "import/table/context.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {

std::vector<WordLine> header_lines(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<WordLine> out;
  for (PdfWord& word : words) {
    if (out.empty() || word.middle() - out.back().middle > 0.45 * std::max(1.0, word.size)) {
      out.push_back({{}, word.middle(), word.size});
    }
    out.back().words.push_back(std::move(word));
  }
  for (WordLine& line : out) {
    std::sort(line.words.begin(), line.words.end(),
              [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
  }
  return out;
}

bool is_body(const WordLine& line) {
  if (numbers_columns(line.words)) {
    return true;
  }
  std::u32string text;
  bool colon = false;
  for (const PdfWord& word : line.words) {
    text += (text.empty() ? U"" : U" ") + word.text;
    colon = colon || word.text.find_first_of(U"：:") != word.text.npos;
  }
  const std::vector<Labelled> labels = colon ? labels_in(text) : std::vector<Labelled>{};
  const auto of_table = [](const Labelled& one) {
    return (one.role == Role::department || one.role == Role::money_unit) && !one.value.empty();
  };
  if (std::any_of(labels.begin(), labels.end(), of_table)) {
    return true;
  }
  return std::any_of(line.words.begin(), line.words.end(), [](const PdfWord& word) {
    return word.text.find_first_of(U"。；，;≥≤≧≦") != word.text.npos ||
           (word.text.find(U'.') != word.text.npos && read_published_amount(word.text));
  });
}

bool may_be_header(const WordLine& line) {
  const bool usual = std::any_of(line.words.begin(), line.words.end(), [](const PdfWord& word) {
    return word.text.find_first_of(U"项目指标金额总合计财政绩效权重分值") != word.text.npos;
  });
  // On a page the only cell of two lines may begin above all others: 序 | 项目名称 … | 号. It has
  // letters of headers' words and no others.
  constexpr std::size_t most_tall_cells = 3;
  const auto is_piece = [](const PdfWord& word) {
    return word.line == 0 && is_cjk(word.text.front()) && !has_strange_letter(to_utf8(word.text));
  };
  return usual || (line.words.size() <= most_tall_cells &&
                   std::all_of(line.words.begin(), line.words.end(), is_piece));
}

std::vector<WordLine> with_joined_words(const std::vector<WordLine>& lines) {
  const auto role_of = [](const std::u32string& text) {
    return look_up_listed_header(to_utf8(without_space(text))).role;
  };
  const auto known = [&](const std::u32string& text) { return role_of(text) != Role::none; };
  constexpr double widest_gap = 4;  // letters
  std::vector<WordLine> out;
  for (const WordLine& line : lines) {
    out.push_back({{}, line.middle, line.size});
    std::vector<PdfWord>& words = out.back().words;
    for (const PdfWord& word : line.words) {
      const bool joins = !words.empty() &&
                         word.box.left - words.back().box.right < widest_gap * line.size &&
                         role_of(words.back().text + word.text) == Role::money &&
                         !(known(words.back().text) && known(word.text));
      if (!joins) {
        words.push_back(word);
        continue;
      }
      append_word(words.back(), word);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
