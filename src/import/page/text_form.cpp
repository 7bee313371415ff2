#include "import/page/text_form.hpp"

#include "import/page/amount_heads.hpp"
#include "import/page/broken_lines.hpp"
#include "import/page/goal_labels.hpp"
#include "import/page/goals_beside.hpp"
#include "import/page/lines.hpp"
#include "import/page/money_lines.hpp"
#include "import/page/stage_rows.hpp"
#include "import/page/text_shares.hpp"
#include "import/paste/plain_rows.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 16;
constexpr std::size_t shortest_label = 2;
/// Lines that end at this part of the widest are nearly full.
constexpr double nearly_full = 0.8;

void add_rows(const std::vector<PastedRow>& rows, PlainRows& out) {
  for (const PastedRow& row : rows) {
    if (row.loose()) {
      out.add_line(row.cells.front());
    } else {
      out.add_labels(row);
    }
  }
}

class TextForm {
 public:
  TextForm(std::vector<Pieces> lines, int page) : lines_(std::move(lines)), page_(page) {}

  /// Adds what they are to the rows of the form.
  void add_to(PlainRows& out) {
    if (lines_.empty()) {
      return;
    }
    join_broken_amounts(lines_);
    join_money_labels(lines_);
    join_parted_lines(lines_);
    part_overhangs(lines_);
    join_broken_lines(lines_);
    part_side_words(lines_);
    drop_section_labels(lines_);
    join_amounts_below(lines_);
    join_amounts_behind_prose(lines_);
    blank_amounts_ = blank_amounts(lines_);
    for (std::size_t at = 0; at < lines_.size();) {
      if (is_structured(at)) {
        take_structured(lines_[at++]);
        continue;
      }
      std::size_t end = at;
      while (end < lines_.size() && !is_structured(end)) {
        ++end;
      }
      take_run(at, end);
      at = end;
    }
    add_rows(rows_, out);
    for (const Place& place : doubts_) {
      out.add_doubt(place);
    }
  }

 private:
  /// Whether a line has labels with their values, and is no line of a goal's text.
  [[nodiscard]] bool is_structured(std::size_t at) const {
    const Pieces& line = lines_[at];
    const auto labels = std::count_if(line.begin(), line.end(),
                                      [](const FormPiece& piece) { return piece.is_label(); });
    const bool only_goal =
        labels == 1 && line.front().is_label() && is_goal_role(line.front().term.role);
    // 年度 / 总体 / 目标, a line each.
    const bool part = (line.size() == 1 && letters(line.front()) <= shortest_label) ||
                      begins_goal_label(lines_, at);
    return labels > 0 && !only_goal && !part;
  }

  void take_structured(const Pieces& line) {
    // （元） below 项目资金.
    const FormPiece& front = line.front();
    const bool bracket = text_of({front.words.front()}).starts_with(U'（') ||
                         text_of({front.words.front()}).starts_with(U'(');
    if (bracket && !rows_.empty() && !rows_.back().loose()) {
      append(rows_.back().cells.front(), cell_of_piece(piece_of({front.words.front()}), page_));
      Pieces rest(line.begin() + 1, line.end());
      if (front.words.size() > 1) {
        rest.insert(rest.begin(), piece_of({front.words.begin() + 1, front.words.end()}));
      }
      start_row(rest);
      return;
    }
    const bool heads_amounts = front.heading || front.term.role == Role::money;
    // 项目资金 beside the middle of its labels and the amounts below them: above both.
    if (line.size() == 1 && heads_amounts && heads_.stand_right_of(front, rows_.size())) {
      PastedRow title;
      title.cells.push_back(cell_of_piece(front, page_));
      rows_.insert(rows_.end() - 1, std::move(title));
      heads_.move_down();
      return;
    }
    // The same beside the amounts.
    if (line.size() > 1 && heads_amounts && heads_.stand_right_of(front, rows_.size())) {
      const std::size_t row = rows_.size() - 1;
      if (take_amounts({line.begin() + 1, line.end()})) {
        PastedRow title;
        title.cells.push_back(cell_of_piece(front, page_));
        rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(row), std::move(title));
        heads_.move_down();
        return;
      }
    }
    // 项目资金（万元） beside the middle of its amounts: above them.
    const bool side = line.size() > 2 && heads_amounts && line[1].is_label();
    // Or alone, left of the labels above.
    const bool alone = line.size() == 1 && heads_amounts && !boxes_.empty() &&
                       (front.box.left + front.box.right) / 2 < boxes_.front().left;
    if ((side || alone) && !rows_.empty()) {
      std::size_t first = rows_.size();
      while (first > 0 && rows_[first - 1].cells.size() <= 2 && is_money(rows_[first - 1])) {
        --first;
      }
      if (first < rows_.size()) {
        rows_[first].cells.insert(rows_[first].cells.begin(), cell_of_piece(line.front(), page_));
        if (side) {
          start_row({line.begin() + 1, line.end()});
        }
        return;
      }
    }
    start_row(line);
  }

  static bool is_money(const PastedRow& row) {
    return look_up_header(to_utf8(packed(row.cells.front()))).role == Role::money;
  }

  void start_row(const Pieces& pieces) {
    rows_.emplace_back();
    boxes_.clear();
    for (const FormPiece& piece : pieces) {
      rows_.back().cells.push_back(cell_of_piece(piece, page_));
      boxes_.push_back(piece.box);
    }
    const Role last = pieces.empty() ? Role::none : pieces.back().term.role;
    open_label_ = last != Role::none && last != Role::money && !is_goal_role(last) &&
                  pieces.size() > 2 && !pieces[pieces.size() - 2].is_label();
    const bool blank = !pieces.empty() && blank_amounts_.contains(pieces.back().words.front().line);
    if (blank) {
      rows_.back().cells.emplace_back();
      boxes_.emplace_back();
    }
    // A label of both goals at the side of the second one's, with its text, is none above two
    // texts.
    outcome_ = is_goal_and_outcome(pieces);
    goals_ = outcome_ ? 2
             : !pieces.empty() && !pieces.back().is_label()
                 ? 0
                 : static_cast<std::size_t>(std::count_if(
                       pieces.begin(), pieces.end(),
                       [](const FormPiece& piece) { return is_goal_role(piece.term.role); }));
    if (pieces.size() > 1 && !blank &&
        std::all_of(pieces.begin(), pieces.end(),
                    [](const FormPiece& piece) { return piece.is_label(); })) {
      heads_ = AmountHeads(pieces, rows_.size());
    }
    if (pieces.empty()) {
      rows_.pop_back();
    }
  }

  static void append(PastedCell& cell, const PastedCell& more) {
    cell.insert(cell.end(), more.begin(), more.end());
  }

  /// Lines [begin, end) without labels but those of goals.
  void take_run(std::size_t begin, std::size_t end) {
    if (goals_ > 1 && take_goals_beside(begin, end)) {
      return;
    }
    double left = 0;  // of the text
    bool prose = false;
    for (std::size_t i = begin; i < end; ++i) {
      for (const FormPiece& piece : lines_[i]) {
        // A goal may be one short sentence.
        const bool text = is_prose(piece) || text_of(piece.words).back() == U'。';
        if (text && !piece.is_label()) {
          left = prose ? std::min(left, piece.box.left) : piece.box.left;
          prose = true;
        }
      }
    }
    const auto at_side = [&](const FormPiece& piece) {
      return piece.is_label() ||
             (prose && letters(piece) <= longest_label &&
              (piece.box.right <= left || (piece.box.left < left && begins_line(piece))));
    };
    while (begin < end && (goes_on_above(lines_[begin]) || ends_above(begin, end))) {
      go_on(lines_[begin++]);
    }
    // Lines above the text are of what stands above it: amounts below their labels, the end of
    // a broken label.
    while (begin < end && prose && !holds_text(lines_[begin], left, at_side)) {
      if (!take_amounts(lines_[begin])) {
        go_on(lines_[begin]);
      }
      ++begin;
    }
    if (!prose) {
      while (begin < end && take_amounts(lines_[begin])) {
        ++begin;
      }
    }
    const std::vector<SideLabel> labels = side_labels(lines_, begin, end, at_side, page_);
    if (labels.empty()) {
      for (std::size_t i = begin; i < end; ++i) {
        go_on(lines_[i]);
      }
      return;
    }
    const std::vector<TextShare> shares = text_shares(lines_, labels, begin, end);
    std::size_t from = begin;
    for (std::size_t k = 0; k < labels.size(); ++k) {
      const TextShare& share = shares[k];
      for (std::size_t i = from; i < share.first; ++i) {
        go_on(lines_[i]);
      }
      if (share.guess) {
        doubts_.push_back(labels[k].cell.front().place);
      }
      PastedRow row;
      row.cells.push_back(labels[k].cell);
      PastedCell text;
      for (std::size_t i = share.first; i < share.end; ++i) {
        Pieces rest;
        std::copy_if(lines_[i].begin(), lines_[i].end(), std::back_inserter(rest),
                     [&](const FormPiece& piece) { return !at_side(piece); });
        append(text, line_of(rest));
      }
      if (!text.empty()) {
        if (labels[k].known && lacks_end(text)) {
          doubts_.push_back(text.front().place);
        }
        row.cells.push_back(std::move(text));
      }
      rows_.push_back(std::move(row));
      from = share.end;
    }
    boxes_.clear();
    goals_ = 0;
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

  /// A line of amounts below a row of labels.
  bool take_amounts(const Pieces& line) {
    std::optional<AmountsBelow> amounts = heads_.amounts_below(line, rows_.size(), page_);
    if (!amounts) {
      return false;
    }
    if (amounts->guess) {
      Place place;
      place.page = page_;
      place.line = line.front().words.front().line;
      doubts_.push_back(place);
    }
    rows_.push_back(std::move(amounts->row));
    boxes_.clear();
    return true;
  }

  /// The pieces of a line as one.
  [[nodiscard]] PastedCell line_of(const Pieces& pieces) const {
    std::vector<PdfWord> words;
    for (const FormPiece& piece : pieces) {
      words.insert(words.end(), piece.words.begin(), piece.words.end());
    }
    return words.empty() ? PastedCell{} : cell_of_piece(piece_of(std::move(words)), page_);
  }

  /// 其他资金0.00万元
  static bool ends_with_amount(const std::u32string& text) {
    if (text.back() != U'元') {
      return false;
    }
    const std::size_t number = text.find_last_not_of(U"百千万亿", text.size() - 2);
    return number != text.npos && is_digit(text[number]);
  }

  /// Whether the text of the row above breaks off in a full line, above a line that is alone.
  [[nodiscard]] bool goes_on_above(const Pieces& line) const {
    if (boxes_.size() < 2 || line.size() != 1 || line.front().box.left < boxes_.back().left - 1) {
      return false;
    }
    const std::u32string text = packed(rows_.back().cells.back());
    const double end = boxes_.back().right;
    // Inside a sentence, a line hardly ends half way; amounts in a sentence have a mark behind
    // them. No text ends with ；, only one of its points does.
    const bool whole = closes_sentence(text) && (text.back() != U'；' || begins_first_point(line));
    return text.size() >= shortest_prose && !whole && !ends_with_amount(text) &&
           end >= widest(lines_) * nearly_full;
  }

  /// Whether a line ends the text of the row above: it ends a sentence below that text, and the
  /// next line begins the points of another one.
  [[nodiscard]] bool ends_above(std::size_t at, std::size_t end) const {
    const Pieces& line = lines_[at];
    return boxes_.size() == 2 && line.size() == 1 && at + 1 < end && is_prose(line.front()) &&
           std::abs(line.front().box.left - boxes_.back().left) <= line.front().size &&
           packed(rows_.back().cells.back()).size() >= shortest_prose &&
           closes_sentence(text_of(line.front().words)) && !begins_first_point(line) &&
           !begins_later_point(line) && begins_first_point(lines_[at + 1]);
  }

  /// A line without labels goes on in the cells of the row above, those it stands below; where
  /// the last of these is a label without a value, it is that.
  void go_on(const Pieces& line) {
    if (open_label_ && !boxes_.empty() && line.size() == 1 &&
        line.front().box.right > boxes_.back().left) {
      open_label_ = false;
      rows_.back().cells.push_back(cell_of_piece(line.front(), page_));
      boxes_.push_back(line.front().box);
      return;
    }
    for (const FormPiece& piece : line) {
      std::size_t best = boxes_.size();
      double most = 0;
      for (std::size_t c = 0; c < boxes_.size(); ++c) {
        const double shared =
            std::min(piece.box.right, boxes_[c].right) - std::max(piece.box.left, boxes_[c].left);
        if (shared > most) {
          most = shared;
          best = c;
        }
      }
      // Prose below several cells is none of theirs, and no label goes on with it.
      const auto covers = [&](const Box& box) {
        return piece.box.left <= box.left && box.right <= piece.box.right;
      };
      const auto is_label = [](const PastedCell& cell) {
        return look_up_header(to_utf8(packed(cell))).role == Role::money;
      };
      const bool apart = is_prose(piece) && best < boxes_.size() &&
                         (std::count_if(boxes_.begin(), boxes_.end(), covers) > 1 ||
                          is_label(rows_.back().cells[best]));
      if (best < boxes_.size() && !apart) {
        append(rows_.back().cells[best], cell_of_piece(piece, page_));
        boxes_[best].right = std::max(boxes_[best].left, piece.box.right);
      } else {
        // What begins a page in prose goes on with a text of the page before, all its lines.
        const bool rest = rows_.empty() && is_prose(piece);
        start_row({piece});
        if (!rest) {
          boxes_.clear();
        }
      }
    }
  }

  /// 实施期目标 | 年度目标 above two texts side by side.
  bool take_goals_beside(std::size_t begin, std::size_t end) {
    std::vector<double> centers;
    for (std::size_t c = 0; c < boxes_.size(); ++c) {
      const Role role = look_up_header(to_utf8(packed(rows_.back().cells[c]))).role;
      const bool named = is_goal_role(role) || (outcome_ && c + 2 >= boxes_.size());
      if (named) {
        centers.push_back((boxes_[c].left + boxes_[c].right) / 2);
      }
    }
    while (centers.size() > 2) {
      centers.erase(centers.begin());  // 总体目标 | 实施期目标 | 年度目标
    }
    if (centers.size() < 2) {
      return false;
    }
    GoalTexts texts = goals_beside(lines_, begin, end, centers[0], centers[1], page_);
    doubts_.insert(doubts_.end(), texts.doubts.begin(), texts.doubts.end());
    if (outcome_) {
      const PastedRow labels = std::move(rows_.back());
      rows_.pop_back();
      for (PastedRow& row : goal_and_outcome(labels, texts.row)) {
        rows_.push_back(std::move(row));
      }
    } else {
      rows_.push_back(std::move(texts.row));
    }
    boxes_.clear();
    goals_ = 0;
    return true;
  }

  std::vector<Pieces> lines_;
  int page_;
  std::vector<PastedRow> rows_;
  std::vector<Box> boxes_;  ///< of the cells of the last row
  std::size_t goals_ = 0;   ///< labels of goals in it
  bool outcome_ = false;    ///< the second of them is that of what became of the first
  std::vector<Place> doubts_;
  std::set<int> blank_amounts_;  ///< lines of the text
  AmountHeads heads_;            ///< the last row that was made of labels
  bool open_label_ = false;      ///< the last row ends with a label without its value
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
