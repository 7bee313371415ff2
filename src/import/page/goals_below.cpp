#include "import/page/goals_below.hpp"

#include "import/page/form_amounts.hpp"
#include "import/page/lines.hpp"
#include "import/page/side_labels.hpp"
#include "import/page/white_strip.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a goal's label stands alone in its line, over a text that begins left of it: one at
/// the text's side would stand left of it all.
bool heads_text(const std::vector<FormPiece>& pieces, std::size_t i) {
  constexpr std::size_t least_prose = 8;
  const FormPiece& head = pieces[i];
  const bool alone = std::none_of(pieces.begin(), pieces.end(), [&](const FormPiece& piece) {
    return &piece != &head && !piece.words.empty() && beside(head, piece);
  });
  return alone && std::any_of(pieces.begin(), pieces.end(), [&](const FormPiece& piece) {
           const double step = piece.middle - head.middle;
           return !piece.has_own() && !piece.heading && step > same_height * head.size &&
                  step < form_line_step_in_text * head.size && piece.box.left < head.box.left &&
                  text_of(piece.words).size() >= least_prose;
         });
}

/// Gives what stands below a row of labels, down to `bottom`, to that in whose column it is.
void share_below(std::vector<FormPiece>& pieces, const std::vector<std::size_t>& row,
                 double bottom) {
  const FormPiece& head = pieces[row.front()];
  std::vector<std::size_t> inside;
  std::vector<PdfWord> words;
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    const FormPiece& piece = pieces[k];
    const bool free = !piece.is_label() && !piece.heading;
    if (free && piece.middle > head.middle + head.size * same_height && piece.middle < bottom) {
      inside.push_back(k);
      words.insert(words.end(), piece.words.begin(), piece.words.end());
    }
  }
  std::vector<double> edges;
  for (std::size_t k = 0; k + 1 < row.size(); ++k) {
    const auto center = [&](std::size_t r) {
      return (pieces[row[r]].box.left + pieces[row[r]].box.right) / 2;
    };
    edges.push_back(emptiest_strip(center(k), center(k + 1), words));
  }
  std::vector<FormPiece> shared;
  const auto share = [&](std::size_t column, PdfWord part) {
    FormPiece piece = piece_of({std::move(part)});
    piece.term = {};
    piece.heading = false;
    piece.owner = row[column];
    shared.push_back(std::move(piece));
  };
  for (const std::size_t k : inside) {
    for (const PdfWord& word : pieces[k].words) {
      if (word.line > 0) {  // parted by blanks
        const double middle = (word.box.left + word.box.right) / 2;
        share(static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), middle) -
                                       edges.begin()),
              word);
        continue;
      }
      for (auto& [column, part] : cut_at_edges(word, edges)) {
        share(column, std::move(part));
      }
    }
    pieces[k].words.clear();
    pieces[k].owner = Grid::none;
  }
  pieces.insert(pieces.end(), std::make_move_iterator(shared.begin()),
                std::make_move_iterator(shared.end()));
}

}  // namespace

void give_goals_below(std::vector<FormPiece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!is_goal(pieces[i]) || has_value(pieces, i)) {
      continue;
    }
    std::vector<std::size_t> row;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      // 预期目标 | 实际完成情况: what became of a goal stands beside it.
      const bool outcome =
          pieces[k].term.role == Role::remark && pieces[k].box.left > pieces[i].box.right;
      if ((is_goal(pieces[k]) || outcome) && beside(pieces[i], pieces[k]) &&
          !has_value(pieces, k)) {
        row.push_back(k);
      }
    }
    if ((row.size() < 2 && !heads_text(pieces, i)) || row.front() != i) {
      continue;
    }
    const FormPiece& head = pieces[i];
    double bottom = std::numeric_limits<double>::infinity();
    for (const FormPiece& piece : pieces) {
      const bool next = (piece.is_label() && !is_goal(piece)) || piece.heading;
      if (next && piece.middle > head.middle + head.size * same_height) {
        bottom = std::min(bottom, piece.middle - piece.size * same_height);
      }
    }
    share_below(pieces, row, bottom);
  }
}

}  // namespace budgetdiff::import
