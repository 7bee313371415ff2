#include "import/page/text_form_rows.hpp"

#include "import/page/broken_lines.hpp"
#include "import/page/goals_beside.hpp"
#include "import/page/lines.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines that end at this part of the widest are nearly full.
constexpr double nearly_full = 0.8;

bool is_money(const PastedRow& row) {
  return look_up_header(to_utf8(packed(row.cells.front()))).role == Role::money;
}

void append(PastedCell& cell, const PastedCell& more) {
  cell.insert(cell.end(), more.begin(), more.end());
}

/// 其他资金0.00万元
bool ends_with_amount(const std::u32string& text) {
  if (text.back() != U'元') {
    return false;
  }
  const std::size_t number = text.find_last_not_of(U"百千万亿", text.size() - 2);
  return number != text.npos && is_digit(text[number]);
}

}  // namespace

void TextFormRows::take_structured(const Pieces& line) {
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

void TextFormRows::start_row(const Pieces& pieces) {
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

void TextFormRows::go_on(const Pieces& line) {
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

bool TextFormRows::take_amounts(const Pieces& line) {
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

bool TextFormRows::goes_on_above(const Pieces& line, double widest) const {
  if (boxes_.size() < 2 || line.size() != 1 || line.front().box.left < boxes_.back().left - 1) {
    return false;
  }
  const std::u32string text = packed(rows_.back().cells.back());
  const double end = boxes_.back().right;
  // Inside a sentence, a line hardly ends half way; amounts in a sentence have a mark behind
  // them. No text ends with ；, only one of its points does.
  const bool whole = closes_sentence(text) && (text.back() != U'；' || begins_first_point(line));
  return text.size() >= shortest_prose && !whole && !ends_with_amount(text) &&
         end >= widest * nearly_full;
}

bool TextFormRows::ends_above(const Pieces& line) const {
  return boxes_.size() == 2 && line.size() == 1 && is_prose(line.front()) &&
         std::abs(line.front().box.left - boxes_.back().left) <= line.front().size &&
         packed(rows_.back().cells.back()).size() >= shortest_prose &&
         closes_sentence(text_of(line.front().words)) && !begins_first_point(line) &&
         !begins_later_point(line);
}

std::vector<double> TextFormRows::goals_above() const {
  if (goals_ < 2) {
    return {};
  }
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
  return centers.size() < 2 ? std::vector<double>{} : centers;
}

void TextFormRows::take_goals(PastedRow texts) {
  if (outcome_) {
    const PastedRow labels = std::move(rows_.back());
    rows_.pop_back();
    for (PastedRow& row : goal_and_outcome(labels, texts)) {
      rows_.push_back(std::move(row));
    }
  } else {
    rows_.push_back(std::move(texts));
  }
  close_row();
}

void TextFormRows::close_row() {
  boxes_.clear();
  goals_ = 0;
}

void TextFormRows::add_to(PlainRows& out) const {
  add_rows(rows_, out);
  for (const Place& place : doubts_) {
    out.add_doubt(place);
  }
}

void add_rows(const std::vector<PastedRow>& rows, PlainRows& out) {
  for (const PastedRow& row : rows) {
    if (row.loose()) {
      out.add_line(row.cells.front());
    } else {
      out.add_labels(row);
    }
  }
}

}  // namespace budgetdiff::import
