#include "import/page/form_pieces.hpp"

#include "import/page/lines.hpp"
#include "import/page/white_strip.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Wider gaps part two cells, in letters.
constexpr double parts = 0.9;
/// In text a blank may be print's own, beside a number.
constexpr double blanks = 1.5;

/// Whether of two words one is an amount and the other a label or a piece of one: 其中：财政 12.50.
bool parts_amount(const std::u32string& a, const std::u32string& b) {
  constexpr std::size_t shortest = 2;
  constexpr std::size_t longest = 8;
  const auto amount = [](const std::u32string& text) {
    return text.find(U'.') != text.npos && read_published_amount(text).has_value();
  };
  const auto name = [&](const std::u32string& text) {
    return text.size() >= shortest && text.size() <= longest && is_cjk(text.front()) &&
           std::u32string_view(U"万亿千百元").find(text.front()) == std::u32string_view::npos;
  };
  return (amount(a) && name(b)) || (name(a) && amount(b)) || (amount(a) && amount(b));
}

/// Whether Chinese letters of a page begin behind others with a gap, be it small: cells of little
/// padding. Inside a text they have none, where print does not space all of them out.
bool stand_apart(const PdfWord& a, const PdfWord& b) {
  constexpr double least = 0.2;
  return a.line == 0 && a.text.size() > 1 && b.text.size() > 1 && is_cjk(a.text.back()) &&
         is_cjk(b.text.front()) && b.box.left - a.box.right > least * std::min(a.size, b.size);
}

/// Where a word ends that print has put right before another one, a label and what is none: 76.06 |
/// 项目类型, 项目编码 | 4401Y01; its size where it is one.
std::size_t end_of_word(const std::u32string& text) {
  const auto role = [&](std::size_t begin, std::size_t end) {
    return label_of(std::u32string_view(text).substr(begin, end - begin)).role;
  };
  const std::size_t amount = std::min(text.find_first_not_of(U"0123456789.,"), text.size());
  if (amount > 0 && amount < text.size()) {
    const std::u32string number = text.substr(0, amount);
    const bool before = number.find(U'.') != number.npos && read_published_amount(number) &&
                        role(amount, text.size()) != Role::none;
    return before ? amount : text.size();
  }
  const auto other = std::find_if(text.begin(), text.end(), [](char32_t c) { return c < 0x80; });
  const auto label = static_cast<std::size_t>(other - text.begin());
  const bool alone = std::all_of(other, text.end(), [](char32_t c) { return c < 0x80; });
  if (label == 0 || label == text.size() || !alone) {
    return text.size();
  }
  const bool code = role(0, label) == Role::project_code;
  const bool money = role(0, label) == Role::money && read_published_amount(text.substr(label));
  return code || money ? label : text.size();
}

bool counts(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return is_digit(c) || c == U'.'; });
}

/// The words of a line of text, such parted.
std::vector<PdfWord> parted_labels(const std::vector<PdfWord>& line) {
  std::vector<PdfWord> out;
  for (const PdfWord& word : line) {
    const std::size_t end = word.line > 0 ? end_of_word(word.text) : word.text.size();
    out.push_back(end < word.text.size() ? part_of(word, 0, end) : word);
    if (end < word.text.size()) {
      out.push_back(part_of(word, end, word.text.size()));
    }
  }
  return out;
}

}  // namespace

Term label_of(std::u32string_view text) {
  return text.empty() || text.size() > longest_form_label ? Term{} : look_up_header(to_utf8(text));
}

bool opens(std::u32string_view text) {
  const auto count = [&](char32_t full, char32_t half) {
    return std::count(text.begin(), text.end(), full) + std::count(text.begin(), text.end(), half);
  };
  return count(U'（', U'(') > count(U'）', U')');
}

std::u32string text_of(const std::vector<PdfWord>& words) {
  std::u32string out;
  for (const PdfWord& word : words) {
    out += without_space(word.text);
  }
  return out;
}

FormPiece piece_of(std::vector<PdfWord> words) {
  FormPiece out;
  out.box = words.front().box;
  double middle = 0;
  for (const PdfWord& word : words) {
    out.box.left = std::min(out.box.left, word.box.left);
    out.box.right = std::max(out.box.right, word.box.right);
    out.box.top = std::min(out.box.top, word.box.top);
    out.box.bottom = std::max(out.box.bottom, word.box.bottom);
    middle += word.middle();
    out.is_text = out.is_text || word.line > 0;
    out.size = std::max(out.size, word.size);
  }
  out.middle = middle / static_cast<double>(words.size());
  const std::u32string text = text_of(words);
  out.term = label_of(text);
  out.heading = !out.is_label() && text.size() <= longest_form_label &&
                !money_unit_in_header(to_utf8(text)).empty();
  out.words = std::move(words);
  return out;
}

std::vector<std::vector<PdfWord>> word_lines(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<std::vector<PdfWord>> out;
  double middle = 0;
  for (PdfWord& word : words) {
    if (out.empty() || word.middle() - middle > 0.45 * std::max(1.0, word.size)) {
      out.emplace_back();
      middle = word.middle();
    }
    out.back().push_back(std::move(word));
  }
  for (std::vector<PdfWord>& line : out) {
    std::sort(line.begin(), line.end(),
              [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
  }
  return out;
}

std::vector<FormPiece> pieces_of(const std::vector<PdfWord>& whole_line) {
  const std::vector<PdfWord> line = parted_labels(whole_line);
  std::vector<FormPiece> out;
  std::vector<PdfWord> loose;
  const auto gap = [](const PdfWord& a, const PdfWord& b) {
    return (b.box.left - a.box.right) / std::max(1.0, std::min(a.size, b.size));
  };
  const auto parted = [&](const PdfWord& a, const PdfWord& b) {
    return b.line == 0
               ? gap(a, b) > parts
               : gap(a, b) > blanks || blank_parts(a.text, b.text) || parts_amount(a.text, b.text);
  };
  const auto end_loose = [&] {
    if (!loose.empty()) {
      out.push_back(piece_of(std::exchange(loose, {})));
    }
  };
  for (std::size_t i = 0; i < line.size();) {
    // The longest run of words from here that is a label and stands apart.
    std::size_t label_end = i;
    std::u32string text;
    for (std::size_t k = i; k < line.size() && text.size() <= longest_form_label; ++k) {
      // What stands in brackets is no part of the label, but ends with it.
      if (k > i && opens(text) &&
          (read_published_amount(line[k].text) || parted(line[k - 1], line[k]))) {
        break;
      }
      // A number in a cell of its own is the label's value, though numbers end labels (目标 1).
      if (k > i && read_published_amount(line[k].text) && parted(line[k - 1], line[k])) {
        break;
      }
      // 共计 78 人次 and 绩效目标 97 个乡镇: a figure with its unit is text.
      if (k > i && line[k].line > 0 && k + 1 < line.size() && counts(line[k].text) &&
          is_cjk(line[k + 1].text.front()) && gap(line[k], line[k + 1]) <= blanks) {
        break;
      }
      text += without_space(line[k].text);
      // A word that ends in the middle of what print gave as one is apart, too.
      const bool apart =
          k + 1 == line.size() || gap(line[k], line[k + 1]) > may_part_cells ||
          (k == i && stand_apart(line[k], line[k + 1])) ||
          (line[k].line > 0 && end_of_word(line[k].text + line[k + 1].text) == line[k].text.size());
      // 绩效目标 （含监理 12.50万元），…: what a bracket begins behind a whole label of a goal is
      // text.
      const Role role = apart ? label_of(text).role : Role::none;
      const bool is_goal = role == Role::goal || role == Role::annual_goal;
      if (role != Role::none && !(is_goal && label_end > i && opens(text))) {
        label_end = k + 1;
      }
    }
    const bool begins = (loose.empty() || gap(loose.back(), line[i]) > may_part_cells ||
                         (line[i].line > 0 && parts_amount(loose.back().text, line[i].text))) &&
                        !read_published_amount(line[i].text);
    if (begins && label_end > i) {
      end_loose();
      out.push_back(piece_of({line.begin() + static_cast<std::ptrdiff_t>(i),
                              line.begin() + static_cast<std::ptrdiff_t>(label_end)}));
      i = label_end;
      continue;
    }
    if (!loose.empty() && parted(loose.back(), line[i])) {
      end_loose();
    }
    loose.push_back(line[i++]);
  }
  end_loose();
  return out;
}

bool overlap(const Box& a, const Box& b) {
  return std::min(a.right, b.right) - std::max(a.left, b.left) >
         0.4 * std::min(a.right - a.left, b.right - b.left);
}

}  // namespace budgetdiff::import
