#include "import/page/form_values.hpp"

#include "import/page/form_amounts.hpp"
#include "import/page/goals_below.hpp"
#include "import/page/line_step.hpp"
#include "import/page/lines.hpp"
#include "import/page/side_labels.hpp"
#include "import/page/strip_rows.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
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
    find_beside();
    give_amounts(pieces_);
    give_goals_below(pieces_);
    find_runs();
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
      if (pieces_[i].is_label() || pieces_[i].heading) {
        rows.push_back(i);
      }
    }
    // The name opens the form, what is said above it follows.
    std::stable_partition(rows.begin(), rows.end(), [&](std::size_t i) {
      return pieces_[i].term.role == Role::project_name && !values[i].empty();
    });
    const std::size_t head = head_.empty() ? 0 : 1;
    const std::size_t foot = foot_.empty() ? 0 : 1;
    Grid out(std::max<std::size_t>(1, head + rows.size() + foot), 2);
    out.place.page = page.number;
    if (head > 0) {
      add_unlabelled(out, 0, head_, page.number);
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
      add(out, head + r, 0, pieces_[rows[r]].words, page.number);
      if (!values[rows[r]].empty()) {
        add(out, head + r, 1, values[rows[r]], page.number);
      }
    }
    if (foot > 0) {
      add_unlabelled(out, head + rows.size(), foot_, page.number);
    }
    add_doubts(out, page.number);
    return out;
  }

 private:
  /// Whether a line so far below a text may be its next one.
  [[nodiscard]] bool goes_on(const FormPiece& piece, double step) const {
    return step < form_line_step * piece.size &&
           (line_step_ == 0 || piece.is_text || is_line_step(step, line_step_));
  }

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
              this->goes_on(value, step) && overlap(above.box, value.box) &&
              pieces_[above.owner].box.right > pieces_[best].box.right) {
            value.owner = above.owner;
          }
        }
      }
    }
  }

  /// Lines of prose that belong together: what has no label at its height goes
  /// to the label of the lines above or below, or to the one it stands around.
  void find_runs() {
    std::vector<std::size_t> loose;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!pieces_[i].has_own() && !pieces_[i].heading && !pieces_[i].words.empty()) {
        loose.push_back(i);
      }
    }
    std::stable_sort(loose.begin(), loose.end(), [&](std::size_t a, std::size_t b) {
      return pieces_[a].middle < pieces_[b].middle;
    });
    std::vector<bool> taken(pieces_.size(), false);
    for (const std::size_t start : loose) {
      if (taken[start]) {
        continue;
      }
      std::vector<std::size_t> run{start};
      taken[start] = true;
      for (const std::size_t next : loose) {
        const FormPiece& last = pieces_[run.back()];
        const FormPiece& piece = pieces_[next];
        const double step = piece.middle - last.middle;
        const bool far = piece.is_text && label_between(last, piece);
        const bool near = far ? step < form_line_step_in_text * last.size : goes_on(last, step);
        const bool both =
            piece.owner != Grid::none &&
            (last.owner != Grid::none || is_amount(piece) || owned_by_other(run, piece.owner));
        const bool under = overlap(last.box, piece.box) || far;
        if (!taken[next] && step > same_height * last.size && near && under && !both) {
          run.push_back(next);
          taken[next] = true;
        }
      }
      give_run(run);
    }
  }

  [[nodiscard]] bool owned_by_other(const std::vector<std::size_t>& run, std::size_t owner) const {
    return std::any_of(run.begin(), run.end(), [&](std::size_t i) {
      return pieces_[i].owner != Grid::none && pieces_[i].owner != owner;
    });
  }

  /// Whether the label of two lines stands between them, which has nothing beside it:
  /// text puts it on a line of its own.
  [[nodiscard]] bool label_between(const FormPiece& above, const FormPiece& below) const {
    return std::any_of(pieces_.begin(), pieces_.end(), [&](const FormPiece& label) {
      const auto i = static_cast<std::size_t>(&label - pieces_.data());
      return label.is_label() && label.middle > above.middle && label.middle < below.middle &&
             label.box.right <= std::min(above.box.left, below.box.left) + 1 &&
             !has_value(pieces_, i);
    });
  }

  /// Prose above all labels of a form that goes on, or below them all, has its label on
  /// another page: print sets it in the middle of its cell.
  bool is_of_other_page(const std::vector<std::size_t>& run) {
    constexpr std::size_t least_prose = 12;
    std::size_t letters = 0;
    for (const std::size_t i : run) {
      letters += text_of(pieces_[i].words).size();
      if (pieces_[i].is_text || pieces_[i].owner != Grid::none) {
        return false;
      }
    }
    const double top = pieces_[run.front()].middle;
    const double bottom = pieces_[run.back()].middle;
    bool above = goes_on_;
    bool below = true;
    for (const FormPiece& piece : pieces_) {
      const bool label = piece.is_label() || piece.heading;
      above = above && (!label || piece.middle > bottom);
      below = below && (!label || piece.middle < top);
    }
    // The end of a sentence is a text's last line, however short.
    const std::u32string last = text_of(pieces_[run.back()].words);
    const bool ends = above && !last.empty() && (last.back() == U'。' || last.back() == U'；');
    if ((letters < least_prose && !ends) || !(above || (below && line_step_ > 0))) {
      return false;
    }
    std::vector<PdfWord>& words = above ? head_ : foot_;
    const bool beside = std::any_of(words.begin(), words.end(), [&](const PdfWord& word) {
      return word.middle() > top - word.size && word.middle() < bottom + word.size;
    });
    if (beside) {
      side_by_side_.push_back(run.front());
    }
    for (const std::size_t i : run) {
      pieces_[i].elsewhere = true;
      words.insert(words.end(), pieces_[i].words.begin(), pieces_[i].words.end());
    }
    return true;
  }

  /// Amounts are no prose: those whose labels stand on the page before are nobody's here.
  void give(std::size_t piece, std::size_t label) {
    const bool money = is_amount(pieces_[piece]) &&
                       text_of(pieces_[piece].words).find(U'.') != std::u32string::npos;
    const bool stray = money && label != Grid::none && is_goal(pieces_[label]);
    pieces_[piece].owner = stray && !pieces_[piece].is_text ? Grid::none : label;
  }

  void give_run(const std::vector<std::size_t>& run) {
    const bool open = std::any_of(run.begin(), run.end(),
                                  [&](std::size_t i) { return pieces_[i].owner == Grid::none; });
    if (!open) {
      return;
    }
    const FormPiece& top = pieces_[run.front()];
    const FormPiece& bottom = pieces_[run.back()];
    // Labels at the side of the run.
    std::vector<std::size_t> labels;
    std::vector<double> heights;
    double nearest = std::numeric_limits<double>::infinity();
    std::size_t near = Grid::none;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const FormPiece& label = pieces_[i];
      if (!label.has_own() || label.box.right > top.box.left + 1) {
        continue;
      }
      if (label.middle > top.middle - label.size && label.middle < bottom.middle + label.size) {
        labels.push_back(i);
        heights.push_back(label.middle);
      }
      // Of two labels as near, one whose text is beside it needs no more.
      const double off = std::abs(label.middle - (top.middle + bottom.middle) / 2) +
                         (label.is_text && has_value(pieces_, i) ? label.size / 2 : 0);
      if (off < nearest) {
        nearest = off;
        near = i;
      }
    }
    // Of two labels at one height the nearer one has the text.
    for (std::size_t k = 0; k < labels.size();) {
      const bool doubled = std::any_of(labels.begin(), labels.end(), [&](std::size_t other) {
        return other != labels[k] && beside(pieces_[other], pieces_[labels[k]]) &&
               pieces_[other].box.left > pieces_[labels[k]].box.left;
      });
      // A label whose text is elsewhere needs none of this.
      const bool served = std::any_of(pieces_.begin(), pieces_.end(), [&](const FormPiece& piece) {
        return piece.owner == labels[k] &&
               std::find(run.begin(), run.end(),
                         static_cast<std::size_t>(&piece - pieces_.data())) == run.end();
      });
      if (doubled || (served && labels.size() > 1)) {
        labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(k));
        heights.erase(heights.begin() + static_cast<std::ptrdiff_t>(k));
      } else {
        ++k;
      }
    }
    if (labels.empty() && is_of_other_page(run)) {
      return;
    }
    if (labels.size() < 2) {
      const std::size_t owner = labels.empty() ? near : labels.front();
      for (const std::size_t i : run) {
        give(i, pieces_[i].owner == Grid::none ? owner : pieces_[i].owner);
      }
      return;
    }
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return heights[a] < heights[b]; });
    std::sort(heights.begin(), heights.end());
    std::vector<PdfLine> lines;
    lines.reserve(run.size());
    for (const std::size_t i : run) {
      lines.push_back(lines_of(pieces_[i].words, 0).front());
    }
    const std::vector<std::size_t> rows = rows_of_lines(lines, heights, false);
    for (std::size_t k = 0; k < run.size(); ++k) {
      const std::size_t row = std::clamp<std::size_t>(rows[k], 1, labels.size());
      give(run[k], labels[order[row - 1]]);
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
    for (const std::size_t i : side_by_side_) {
      out.doubts.push_back(lines_of(pieces_[i].words, page).front().line.place);
    }
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
  std::vector<PdfWord> head_;              ///< text whose label is on the page before
  std::vector<PdfWord> foot_;              ///< text whose label is on the next page
  std::vector<std::size_t> side_by_side_;  ///< first pieces of such texts beside others
};

}  // namespace

Grid values_of_form(std::vector<FormPiece> pieces, const PdfPage& page, bool goes_on) {
  Form form(std::move(pieces), page.line_step, goes_on);
  form.assign();
  return form.grid(page);
}

}  // namespace budgetdiff::import
