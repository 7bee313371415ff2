#include "import/page/broken_labels.hpp"

#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A label is broken over this many lines at most.
constexpr std::size_t most_label_lines = 4;

/// The piece below another within a cell's step, among those behind `from`; their number where
/// there is none.
std::size_t below(const std::vector<FormPiece>& pieces, std::size_t from, const FormPiece& piece) {
  const double reach = piece.is_text ? form_line_step_in_text : form_line_step;
  for (std::size_t k = from; k < pieces.size(); ++k) {
    const double step = pieces[k].middle - piece.middle;
    if (step > reach * piece.size) {
      break;
    }
    if (step > 0.5 * piece.size && overlap(pieces[k].box, piece.box) && !pieces[k].words.empty()) {
      return k;
    }
  }
  return pieces.size();
}

/// The first word of a piece, or all of it, where it is short and stands apart from what follows:
/// perhaps a line of a label.
std::u32string head_of(const FormPiece& piece) {
  constexpr std::size_t longest_part = 8;
  const std::vector<PdfWord>& words = piece.words;
  if (words.empty() || piece.is_text) {
    return {};
  }
  std::u32string text = without_space(words.front().text);
  const bool apart = words.size() == 1 ||
                     words[1].box.left - words.front().box.right >= may_part_cells * words[1].size;
  return apart && text.size() <= longest_part ? text : std::u32string{};
}

/// Puts together the lines of a label that stand hard by those of the text beside them
/// (年度 | 1.做好, 总体 | 2.做好, 目标 | 3.做好): each is the first word of its piece.
void part_from_texts_beside(std::vector<FormPiece>& pieces) {
  constexpr std::size_t least_prose = 8;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::u32string text = head_of(pieces[i]);
    if (text.empty()) {
      continue;
    }
    std::vector<std::size_t> chain{i};
    std::size_t whole = 0;
    while (chain.size() < most_label_lines) {
      const FormPiece head = piece_of({pieces[chain.back()].words.front()});
      std::size_t next = chain.back() + 1;
      for (; next < pieces.size(); ++next) {
        const double step = pieces[next].middle - head.middle;
        if (step > form_line_step * head.size ||
            (step > 0.5 * head.size && !head_of(pieces[next]).empty() &&
             overlap(pieces[next].words.front().box, head.box))) {
          break;
        }
      }
      if (next == pieces.size() || pieces[next].middle - head.middle > form_line_step * head.size) {
        break;
      }
      text += head_of(pieces[next]);
      chain.push_back(next);
      const Role role = label_of(text).role;
      if (role == Role::goal || role == Role::annual_goal) {
        whole = chain.size();
      }
    }
    chain.resize(whole);
    const bool any_beside = std::any_of(chain.begin(), chain.end(), [&](std::size_t k) {
      return pieces[k].words.size() > 1 && !pieces[k].is_label();
    });
    const bool other = !chain.empty() && pieces[i].is_label() && i + 1 < pieces.size() &&
                       pieces[i + 1].middle - pieces[i].middle < 0.5 * pieces[i].size &&
                       text_of(pieces[i + 1].words).size() < least_prose;  // 年度 | 2024
    if (!any_beside || other) {
      continue;
    }
    std::vector<PdfWord> label;
    for (const std::size_t k : chain) {
      std::vector<PdfWord> words = std::move(pieces[k].words);
      label.push_back(words.front());
      pieces[k] = FormPiece{};
      if (words.size() > 1) {
        words.erase(words.begin());
        pieces[k] = piece_of(std::move(words));
      }
    }
    pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i), piece_of(std::move(label)));
    i += 1;
  }
  std::erase_if(pieces, [](const FormPiece& piece) { return piece.words.empty(); });
}

/// Parts 年度预 | 资金总, the lines of a label at the side and of one beside it that stand hard by
/// each other, where the second is a label with what stands below it (额).
void part_from_side_labels(std::vector<FormPiece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::vector<PdfWord> words = pieces[i].words;
    if (words.size() < 2 || pieces[i].is_label() || pieces[i].is_text ||
        text_of(words).size() > longest_form_label) {
      continue;
    }
    for (std::size_t k = 1; k < words.size(); ++k) {
      const auto at = words.begin() + static_cast<std::ptrdiff_t>(k);
      if (at->box.left - (at - 1)->box.right < may_part_cells * at->size) {
        continue;
      }
      FormPiece behind = piece_of({at, words.end()});
      const std::size_t next = below(pieces, i + 1, behind);
      if (behind.is_label() || next == pieces.size() ||
          label_of(text_of(behind.words) + text_of(pieces[next].words)).role == Role::none) {
        continue;
      }
      pieces[i] = piece_of({words.begin(), at});
      pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(behind));
      break;
    }
  }
}

/// 年度 beside a goal is no label of a year (2024), but the first line of 年度总体目标.
bool begins_goal_label(const std::vector<FormPiece>& pieces, const FormPiece& piece) {
  constexpr std::size_t least_prose = 8;
  return piece.term.role == Role::year &&
         std::none_of(pieces.begin(), pieces.end(), [&](const FormPiece& other) {
           return &other != &piece && other.box.left > piece.box.right &&
                  std::abs(other.middle - piece.middle) < 0.5 * piece.size &&
                  text_of(other.words).size() < least_prose;
         });
}

/// The goal whose label a page's end cuts above 目标, its last line: nothing stands lower, and with
/// that word it is one. None elsewhere.
Term goal_cut_at_foot(const std::vector<FormPiece>& pieces, const FormPiece& last,
                      const std::u32string& text) {
  const bool at_foot = std::all_of(pieces.begin(), pieces.end(), [&](const FormPiece& other) {
    return other.words.empty() || other.middle < last.middle + 0.5 * last.size;
  });
  const Term whole = at_foot && !last.is_text ? label_of(text + U"目标") : Term{};
  return whole.role == Role::goal || whole.role == Role::annual_goal ? whole : Term{};
}

}  // namespace

void join_broken_labels(std::vector<FormPiece>& pieces) {
  part_from_side_labels(pieces);
  part_from_texts_beside(pieces);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].words.empty() || text_of(pieces[i].words).size() > longest_form_label / 2) {
      continue;
    }
    std::vector<std::size_t> chain{i};
    std::size_t whole = 0;
    std::u32string text = text_of(pieces[i].words);
    const bool open = opens(text);
    // 项目名 is a label, and yet the first line of 项目名称.
    constexpr std::size_t whole_name = 4;
    const bool begins_name = pieces[i].term.role == Role::project_name && text.size() < whole_name;
    const bool begins =
        !pieces[i].is_label() || open || begins_name || begins_goal_label(pieces, pieces[i]);
    while (chain.size() < most_label_lines) {
      const FormPiece& last = pieces[chain.back()];
      const std::size_t next = below(pieces, chain.back() + 1, last);
      if (next == pieces.size()) {
        break;
      }
      text += text_of(pieces[next].words);
      chain.push_back(next);
      // What is a label by itself is none's part, unless both are parts of another
      // or its bracket is still open: 当年预算（万 and 元）.
      if (label_of(text).role != Role::none && begins && !opens(text)) {
        whole = chain.size();
      }
      if (open && (whole > 0 || pieces[next].is_label())) {
        break;
      }
    }
    const Term cut =
        whole == 0 && begins ? goal_cut_at_foot(pieces, pieces[chain.back()], text) : Term{};
    whole = cut.role != Role::none ? chain.size() : whole;
    for (std::size_t k = 1; k < whole; ++k) {
      FormPiece& part = pieces[chain[k]];
      pieces[i].words.insert(pieces[i].words.end(), part.words.begin(), part.words.end());
      part.words.clear();
    }
    if (whole > 1) {
      pieces[i] = piece_of(std::move(pieces[i].words));
    }
    pieces[i].term = cut.role != Role::none ? cut : pieces[i].term;
  }
  std::erase_if(pieces, [](const FormPiece& piece) { return piece.words.empty(); });
}

namespace {

/// Parts 拨款 1250 at a line's front, of which print has made one cell.
void part_at_amount(std::vector<FormPiece>& line) {
  std::vector<PdfWord>& words = line.front().words;
  if (words.size() == 2 && !line.front().is_label() && read_published_amount(words.back().text)) {
    FormPiece amount = piece_of({words.back()});
    line.front() = piece_of({words.front()});
    line.insert(line.begin() + 1, std::move(amount));
  }
}

/// 1250 其中：财政 above 拨款 1250: behind an amount one blank parts nothing, and the words go on
/// in the next line, wherever it stands: print counts the letters before them half as wide as they
/// are.
void join_sources_behind_amounts(std::vector<std::vector<FormPiece>>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::vector<PdfWord> words =
        lines[i].empty() ? std::vector<PdfWord>{} : lines[i].back().words;
    std::vector<FormPiece>& below = lines[i + 1];
    if (words.size() < 2 || below.empty() || !read_published_amount(words.front().text)) {
      continue;
    }
    part_at_amount(below);
    std::vector<PdfWord> label(words.begin() + 1, words.end());
    label.insert(label.end(), below.front().words.begin(), below.front().words.end());
    const FormPiece source = piece_of(std::move(label));
    const bool whole = source.term.role == Role::money && source.term.column != column::total &&
                       piece_of({words.begin() + 1, words.end()}).term.role == Role::none;
    if (!whole || below.size() < 2 || !read_published_amount(text_of(below[1].words))) {
      continue;
    }
    lines[i].back() = piece_of({words.front()});
    lines[i].push_back(source);
    std::move(below.begin() + 1, below.end(), std::back_inserter(lines[i]));
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace

void join_broken_labels(std::vector<std::vector<FormPiece>>& lines) {
  join_sources_behind_amounts(lines);
  constexpr std::size_t shortest = 2;
  constexpr std::size_t longest_rest = 4;
  std::vector<bool> goes_on(lines.size(), false);  // its first label's end was there
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    for (FormPiece& piece : lines[i]) {
      const std::u32string text = text_of(piece.words);
      if (text.size() < shortest || text.size() > longest_form_label / 2) {
        continue;
      }
      std::vector<FormPiece>& below = lines[i + 1];
      const auto rest = std::find_if(below.begin(), below.end(), [&](const FormPiece& other) {
        const std::u32string end = text_of(other.words);
        // 10 below 分值 is a score, and no rest of the word.
        return !other.is_label() && end.size() <= longest_rest && !read_published_amount(end) &&
               overlap(piece.box, other.box) && label_of(text + end).role != Role::none &&
               (!piece.is_label() || label_of(text + end).role == piece.term.role);
      });
      if (rest == below.end()) {
        continue;
      }
      std::vector<PdfWord> words = piece.words;
      words.insert(words.end(), rest->words.begin(), rest->words.end());
      const Box box = piece.box;
      const double middle = piece.middle;
      piece = piece_of(std::move(words));
      piece.box = box;  // it stands where it begins
      piece.middle = middle;
      goes_on[i + 1] = goes_on[i + 1] || (rest == below.begin() && &piece == &lines[i].back());
      below.erase(rest);
    }
    if (lines[i + 1].empty()) {
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      goes_on.erase(goes_on.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
  // What stands behind the end of a line's last label is beside that: its amount, more labels.
  for (std::size_t i = lines.size(); i-- > 1;) {
    std::vector<FormPiece>& above = lines[i - 1];
    if (goes_on[i] && above.back().term.role == Role::money &&
        read_published_amount(text_of(lines[i].front().words))) {
      above.insert(above.end(), std::make_move_iterator(lines[i].begin()),
                   std::make_move_iterator(lines[i].end()));
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
}

}  // namespace budgetdiff::import
