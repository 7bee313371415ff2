#include "import/page/header_headings.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Words of a line that stand close together.
struct Fragment {
  double left = 0;
  double right = 0;
  std::size_t first = 0;
  std::size_t count = 0;
};

/// Words of columns: where one is a whole word of a header (三级指标) the next is another column's
/// however near it stands.
bool ends_column(const PdfWord& word) {
  constexpr std::size_t shortest = 4;  // 指标 may go on
  return word.text.size() >= shortest &&
         look_up_listed_header(to_utf8(without_space(word.text))).role != Role::none;
}

std::vector<Fragment> fragments_of(const WordLine& line, double within, bool of_columns = false) {
  std::vector<Fragment> out;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const PdfWord& word = line.words[i];
    const bool apart = of_columns && i > 0 && ends_column(line.words[i - 1]);
    if (out.empty() || apart || word.box.left > out.back().right + within * word.size) {
      out.push_back({word.box.left, word.box.right, i, 0});
    }
    out.back().right = std::max(out.back().right, word.box.right);
    ++out.back().count;
  }
  return out;
}

bool overlaps(const Fragment& a, const Fragment& b, double nearly = 0) {
  return a.left < b.right + nearly && a.right + nearly > b.left;
}

/// How many pieces of lines below stand under a piece, each with those above and below it. What is
/// no further beside it than letters of one cell does, too.
std::size_t pieces_under(const Fragment& one, const std::vector<Fragment>& below, double nearly) {
  std::vector<Fragment> under;
  for (const Fragment& other : below) {
    if (!overlaps(one, other, nearly)) {
      continue;
    }
    Fragment whole = other;
    std::erase_if(under, [&](const Fragment& piece) {
      const bool same = overlaps(piece, whole);
      whole.left = same ? std::min(whole.left, piece.left) : whole.left;
      whole.right = same ? std::max(whole.right, piece.right) : whole.right;
      return same;
    });
    under.push_back(whole);
  }
  return under.size();
}

/// A line of columns of categories: 产出指标 | 效益指标 | 满意度指标.
bool is_of_categories(const WordLine& line) {
  return std::count_if(line.words.begin(), line.words.end(), [](const PdfWord& word) {
           return is_level1_category(to_utf8(without_space(word.text)));
         }) > 1;
}

}  // namespace

bool heads_categories(const std::vector<WordLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), is_of_categories);
}

WordLine without_headings(const WordLine& line, const std::vector<WordLine>& below) {
  std::vector<std::vector<Fragment>> under;
  std::vector<Fragment> all;
  for (const WordLine& other : below) {
    under.push_back(fragments_of(other, inside_cell, true));
    all.insert(all.end(), under.back().begin(), under.back().end());
  }
  under.push_back(std::move(all));
  WordLine out{{}, line.middle, line.size};
  for (const Fragment& one : fragments_of(line, 2 * may_part)) {
    const bool heads =
        std::any_of(under.begin(), under.end(), [&](const std::vector<Fragment>& pieces) {
          return pieces_under(one, pieces, may_part * line.size) >= 2;
        });
    for (std::size_t i = one.first; !heads && i < one.first + one.count; ++i) {
      out.words.push_back(line.words[i]);
    }
  }
  return out;
}

std::vector<WordLine> without_repeated(const std::vector<WordLine>& lines) {
  constexpr std::size_t shortest = 4;  // 指标 is as often the end of a broken word
  std::vector<std::vector<Term>> terms;
  std::size_t names = 0;  // the last line with a word of the third level, or of categories
  for (std::size_t l = 0; l < lines.size(); ++l) {
    terms.emplace_back();
    names = is_of_categories(lines[l]) ? l : names;
    for (const PdfWord& word : lines[l].words) {
      terms.back().push_back(look_up_listed_header(to_utf8(without_space(word.text))));
      names = word.text.find(U"三级") != word.text.npos ? l : names;
    }
  }
  std::vector<WordLine> out;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    out.push_back({{}, lines[l].middle, lines[l].size});
    for (std::size_t w = 0; w < lines[l].words.size(); ++w) {
      const PdfWord& word = lines[l].words[w];
      const Term& own = terms[l][w];
      // 资金来源 is known, and no money by itself.
      const bool sources = own.role == Role::remark && word.text.find(U"资金") != word.text.npos;
      bool heads = word.text.size() >= shortest && own.role == Role::indicators && l < names;
      for (std::size_t below = l + 1; below < lines.size() && (own.role == Role::money || sources);
           ++below) {
        heads =
            heads || std::any_of(terms[below].begin(), terms[below].end(), [&](const Term& one) {
              return sources ? one.role == Role::money
                             : one == own && !is_sum_label(to_utf8(word.text));
            });
      }
      if (!heads) {
        out.back().words.push_back(word);
      }
    }
  }
  std::erase_if(out, [](const WordLine& line) { return line.words.empty(); });
  return out;
}

}  // namespace budgetdiff::import
