#include "import/page/text_form.hpp"

#include "import/page/broken_lines.hpp"
#include "import/page/goal_labels.hpp"
#include "import/page/goals_beside.hpp"
#include "import/page/labels_in_text.hpp"
#include "import/page/lines.hpp"
#include "import/page/money_lines.hpp"
#include "import/page/stage_rows.hpp"
#include "import/page/text_form_rows.hpp"
#include "import/page/text_shares.hpp"
#include "import/page/values_around_labels.hpp"
#include "import/paste/plain_rows.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 16;
constexpr std::size_t shortest_label = 2;

class TextForm {
 public:
  TextForm(std::vector<Pieces> lines, int page)
      : lines_(std::move(lines)), page_(page), rows_(page, {}) {}

  /// Adds what they are to the rows of the form.
  void add_to(PlainRows& out) {
    if (lines_.empty()) {
      return;
    }
    join_values_around_labels(lines_);
    join_broken_amounts(lines_);
    join_money_labels(lines_);
    join_parted_lines(lines_);
    part_overhangs(lines_);
    join_broken_lines(lines_);
    part_side_words(lines_);
    join_labels_in_text(lines_);
    drop_section_labels(lines_);
    join_amounts_below(lines_);
    join_amounts_behind_prose(lines_);
    rows_ = TextFormRows(page_, blank_amounts(lines_));
    for (std::size_t at = 0; at < lines_.size();) {
      if (is_structured(at)) {
        rows_.take_structured(lines_[at++]);
        continue;
      }
      std::size_t end = at;
      while (end < lines_.size() && !is_structured(end)) {
        ++end;
      }
      take_run(at, end);
      at = end;
    }
    rows_.add_to(out);
  }

 private:
  /// Whether a line has labels with their values, and is no line of a goal's text.
  [[nodiscard]] bool is_structured(std::size_t at) const {
    const Pieces& line = lines_[at];
    const auto labels = std::count_if(line.begin(), line.end(),
                                      [](const FormPiece& piece) { return piece.is_label(); });
    const bool only_goal =
        labels == 1 && line.front().is_label() && is_goal_role(line.front().term.role);
    // 年度 / 总体 / 目标, a line each; the first may stand beside the headings of two texts.
    const bool part = (line.size() == 1 && letters(line.front()) <= shortest_label) ||
                      (begins_goal_label(lines_, at) && !is_goal_and_outcome(line));
    return labels > 0 && !only_goal && !part;
  }

  /// Lines [begin, end) without labels but those of goals.
  void take_run(std::size_t begin, std::size_t end) {
    if (take_goals_beside(begin, end)) {
      return;
    }
    double left = 0;  // of the text
    bool prose = false;
    bool breaks_off = false;
    for (std::size_t i = begin; i < end; ++i) {
      for (const FormPiece& piece : lines_[i]) {
        // A goal may be one short sentence.
        const bool text = is_prose(piece) || text_of(piece.words).back() == U'。';
        if (text && !piece.is_label()) {
          left = prose ? std::min(left, piece.box.left) : piece.box.left;
          prose = true;
          breaks_off = !closes_sentence(text_of(piece.words));
        }
      }
    }
    const auto at_side = [&](const FormPiece& piece) {
      return piece.is_label() ||
             (prose && letters(piece) <= longest_label &&
              (piece.box.right <= left || (piece.box.left < left && begins_line(piece))));
    };
    while (begin < end &&
           (rows_.goes_on_above(lines_[begin], widest(lines_)) || ends_above(begin, end))) {
      rows_.go_on(lines_[begin++]);
    }
    // Lines above the text are of what stands above it: amounts below their labels, the end of
    // a broken label.
    while (begin < end && prose && !holds_text(lines_[begin], left, at_side)) {
      if (!rows_.take_amounts(lines_[begin])) {
        rows_.go_on(lines_[begin]);
      }
      ++begin;
    }
    if (!prose) {
      while (begin < end && rows_.take_amounts(lines_[begin])) {
        ++begin;
      }
    }
    if (begin == 0 && !prose && rows_.empty() && ends_goal_label(lines_, end)) {
      return;
    }
    const Cut cut{breaks_off && end == lines_.size(), begin == 0 && rows_.empty()};
    const std::vector<SideLabel> labels = side_labels(lines_, begin, end, at_side, page_, cut);
    if (labels.empty()) {
      for (std::size_t i = begin; i < end; ++i) {
        rows_.go_on(lines_[i]);
      }
      return;
    }
    const std::vector<TextShare> shares = text_shares(lines_, labels, begin, end);
    std::size_t from = begin;
    for (std::size_t k = 0; k < labels.size(); ++k) {
      const TextShare& share = shares[k];
      for (std::size_t i = from; i < share.first; ++i) {
        rows_.go_on(lines_[i]);
      }
      if (share.guess) {
        rows_.add_doubt(labels[k].cell.front().place);
      }
      PastedRow row;
      row.cells.push_back(labels[k].cell);
      PastedCell text;
      for (std::size_t i = share.first; i < share.end; ++i) {
        Pieces rest;
        std::copy_if(lines_[i].begin(), lines_[i].end(), std::back_inserter(rest),
                     [&](const FormPiece& piece) { return !at_side(piece); });
        const PastedCell more = line_of(rest);
        text.insert(text.end(), more.begin(), more.end());
      }
      if (!text.empty()) {
        if (labels[k].known && lacks_end(text)) {
          rows_.add_doubt(text.front().place);
        }
        row.cells.push_back(std::move(text));
      }
      rows_.take_text(std::move(row));
      from = share.end;
    }
    rows_.close_row();
  }

  /// Whether a short piece begins a line and prose is right behind it: a line whose part of a label
  /// is shorter has its text further left (总体目 | 1.… above 标 | 2.…).
  [[nodiscard]] bool begins_line(const FormPiece& piece) const {
    constexpr std::size_t longest_part = 8;
    return letters(piece) <= longest_part &&
           std::any_of(lines_.begin(), lines_.end(), [&](const Pieces& line) {
             return line.size() == 2 && &line.front() == &piece && is_prose(line.back());
           });
  }

  /// Whether a line has prose, or something at the side that may be a part of a goal's label.
  template <typename AtSide>
  static bool holds_text(const Pieces& line, double left, const AtSide& at_side) {
    return std::any_of(line.begin(), line.end(), [&](const FormPiece& piece) {
      constexpr double slides = 2;
      const bool short_prose = ends_sentence(text_of(piece.words).back()) &&
                               std::abs(piece.box.left - left) <= slides * piece.size;
      return is_prose(piece) || short_prose ||
             (at_side(piece) && !read_published_amount(text_of(piece.words)) &&
              (is_goal_role(piece.term.role) || letters(piece) <= 4));
    });
  }

  /// The pieces of a line as one.
  [[nodiscard]] PastedCell line_of(const Pieces& pieces) const {
    std::vector<PdfWord> words;
    for (const FormPiece& piece : pieces) {
      words.insert(words.end(), piece.words.begin(), piece.words.end());
    }
    return words.empty() ? PastedCell{} : cell_of_piece(piece_of(std::move(words)), page_);
  }

  /// Whether a line ends the text of the row above: it ends a sentence below that text, and the
  /// next line begins the points of another one.
  [[nodiscard]] bool ends_above(std::size_t at, std::size_t end) const {
    return at + 1 < end && rows_.ends_above(lines_[at]) && begins_first_point(lines_[at + 1]);
  }

  /// 实施期目标 | 年度目标 above two texts side by side.
  bool take_goals_beside(std::size_t begin, std::size_t end) {
    const std::vector<double> middles = rows_.goals_above();
    if (middles.empty()) {
      return false;
    }
    GoalTexts texts = goals_beside(lines_, begin, end, middles[0], middles[1], page_);
    for (const Place& place : texts.doubts) {
      rows_.add_doubt(place);
    }
    rows_.take_goals(std::move(texts.row));
    return true;
  }

  std::vector<Pieces> lines_;
  int page_;
  TextFormRows rows_;
};

}  // namespace

std::optional<Grid> text_form(std::vector<std::vector<FormPiece>> lines, int page) {
  PlainRows out;
  if (const std::optional<StageRows> stages = stage_rows(lines, page)) {
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(stages->begin);
    TextForm(std::vector<Pieces>(lines.begin(), begin), page).add_to(out);
    add_rows(stages->rows, out);
    for (const Place& place : stages->doubts) {
      out.add_doubt(place);
    }
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(stages->end));
  }
  TextForm(std::move(lines), page).add_to(out);
  return std::move(out).grid();
}

}  // namespace budgetdiff::import
