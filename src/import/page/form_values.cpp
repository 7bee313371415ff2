#include "import/page/form_values.hpp"

#include "import/page/form_amounts.hpp"
#include "import/page/form_runs.hpp"
#include "import/page/goals_below.hpp"
#include "import/page/lines.hpp"
#include "import/page/side_labels.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

class Form {
 public:
  Form(std::vector<FormPiece> pieces, double line_step, bool goes_on)
      : pieces_(std::move(pieces)), line_step_(line_step), goes_on_(goes_on) {}

  /// The values of the labels, by label.
  void assign() {
    find_side_labels(pieces_);
    find_unknown_labels(pieces_, line_step_);
    find_labels_behind_values(pieces_);
    find_beside();
    give_amounts(pieces_);
    give_goals_below(pieces_);
    other_page_ = give_runs(pieces_, line_step_, goes_on_);
  }

  Grid grid(const PdfPage& page) {
    std::vector<std::vector<PdfWord>> values(pieces_.size());
    for (FormPiece& piece : pieces_) {
      if (piece.owner != Grid::none) {
        values[piece.owner].insert(values[piece.owner].end(), piece.words.begin(),
                                   piece.words.end());
      }
    }
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      // A label that nobody knows is one all the same: its text is left out, and said to be.
      if (pieces_[i].is_label() || pieces_[i].heading || pieces_[i].behind ||
          (pieces_[i].unknown && !values[i].empty())) {
        rows.push_back(i);
      }
    }
    // The name opens the form, what is said above it follows.
    std::stable_partition(rows.begin(), rows.end(), [&](std::size_t i) {
      return pieces_[i].term.role == Role::project_name && !values[i].empty();
    });
    const std::size_t head = other_page_.head.empty() ? 0 : 1;
    const std::size_t foot = other_page_.foot.empty() ? 0 : 1;
    Grid out(std::max<std::size_t>(1, head + rows.size() + foot), 2);
    out.place.page = page.number;
    if (head > 0) {
      add_unlabelled(out, 0, other_page_.head, page.number);
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
      add(out, head + r, 0, pieces_[rows[r]].words, page.number);
      if (!values[rows[r]].empty()) {
        add(out, head + r, 1, values[rows[r]], page.number);
      }
    }
    if (foot > 0) {
      add_unlabelled(out, head + rows.size(), other_page_.foot, page.number);
    }
    add_doubts(out, page.number);
    return out;
  }

 private:
  /// On a label's own line, up to the next label.
  void find_beside() {
    for (FormPiece& value : pieces_) {
      if (value.has_own() || value.heading) {
        continue;
      }
      std::size_t best = Grid::none;
      for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const FormPiece& label = pieces_[i];
        const bool marks = label.has_own() || label.heading;
        if (marks && label.box.right <= value.box.left + 1 && is_value_of(label, value) &&
            (best == Grid::none || label.box.right > pieces_[best].box.right)) {
          best = i;
        }
      }
      value.owner = best != Grid::none && pieces_[best].has_own() ? best : Grid::none;
      if (best != Grid::none && !beside(pieces_[best], value)) {
        // Beside a label's second line, where the text of a nearer label may go on.
        for (const FormPiece& above : pieces_) {
          const double step = value.middle - above.middle;
          const bool goes_on =
              value.box.right - value.box.left <= above.box.right - above.box.left + value.size &&
              !is_amount(above) && !is_amount(value);
          if (goes_on && above.owner != Grid::none && step > same_height * value.size &&
              is_next_line(value, step, line_step_) && overlap(above.box, value.box) &&
              pieces_[above.owner].box.right > pieces_[best].box.right) {
            value.owner = above.owner;
          }
        }
      }
    }
  }

  /// Prose and amounts of a page that no label has are said, and texts side by side whose labels
  /// are on another page: which is whose is not known.
  void add_doubts(Grid& out, int page) const {
    constexpr std::size_t least_prose = 8;
    for (const FormPiece& piece : pieces_) {
      if (piece.owner == Grid::none && !piece.has_own() && !piece.heading && !piece.is_text &&
          !piece.elsewhere && !piece.words.empty() &&
          (text_of(piece.words).size() >= least_prose || is_amount(piece))) {
        out.doubts.push_back(lines_of(piece.words, page).front().line.place);
      }
    }
    // A label of money has no prose: where texts stand at the foot of their cells, lines of a goal
    // are beside the label above.
    for (const FormPiece& piece : pieces_) {
      if (!piece.is_text && piece.owner != Grid::none && !is_amount(piece) &&
          pieces_[piece.owner].term.role == Role::money && is_prose(piece)) {
        out.doubts.push_back(lines_of(piece.words, page).front().line.place);
      }
    }
    // Of a label that the page's end breaks, half is none.
    const auto lowest = std::max_element(
        pieces_.begin(), pieces_.end(),
        [](const FormPiece& a, const FormPiece& b) { return a.middle < b.middle; });
    for (const FormPiece& piece : pieces_) {
      if (!piece.is_text && is_amount(piece) && piece.owner != Grid::none &&
          pieces_[piece.owner].unknown && lowest->middle < piece.middle + piece.size) {
        out.doubts.push_back(lines_of(piece.words, page).front().line.place);
      }
    }
    for (const std::size_t i : other_page_.side_by_side) {
      out.doubts.push_back(lines_of(pieces_[i].words, page).front().line.place);
    }
  }

  static bool is_prose(const FormPiece& piece) {
    constexpr std::size_t least_letters = 16;
    const std::u32string text = text_of(piece.words);
    return text.size() >= least_letters && text.find_first_of(U"，。；") != text.npos;
  }

  static void add_unlabelled(Grid& out, std::size_t row, const std::vector<PdfWord>& words,
                             int page) {
    Cell label;
    label.row = row;
    label.place.page = page;
    out.add(std::move(label));
    add(out, row, 1, words, page);
  }

  static void add(Grid& out, std::size_t row, std::size_t column, std::vector<PdfWord> words,
                  int page) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    for (PdfLine& line : lines_of(std::move(words), page)) {
      cell.lines.push_back(std::move(line.line));
    }
    cell.place = cell.lines.front().place;
    out.add(std::move(cell));
  }

  std::vector<FormPiece> pieces_;
  double line_step_;
  bool goes_on_;
  OtherPageTexts other_page_;
};

}  // namespace

Grid values_of_form(std::vector<FormPiece> pieces, const PdfPage& page, bool goes_on) {
  Form form(std::move(pieces), page.line_step, goes_on);
  form.assign();
  return form.grid(page);
}

}  // namespace budgetdiff::import
