#include "import/page/form_runs.hpp"

#include "import/page/form_amounts.hpp"
#include "import/page/line_step.hpp"
#include "import/page/lines.hpp"
#include "import/page/side_labels.hpp"
#include "import/page/strip_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace budgetdiff::import {
namespace {

class Runs {
 public:
  Runs(std::vector<FormPiece>& pieces, double line_step, bool goes_on)
      : pieces_(pieces), line_step_(line_step), goes_on_(goes_on) {}

  /// Lines of prose that belong together: what has no label at its height goes
  /// to the label of the lines above or below, or to the one it stands around.
  OtherPageTexts run() {
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
        const bool near =
            far ? step < form_line_step_in_text * last.size : is_next_line(last, step, line_step_);
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
    return std::move(other_page_);
  }

 private:
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
  /// another page: print sets it in the middle of its cell. `near` is the nearest label here, or
  /// none: a label of money has no words.
  bool is_of_other_page(const std::vector<std::size_t>& run, std::size_t near) {
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
    const bool wordless =
        above && near != Grid::none && pieces_[near].term.role == Role::money &&
        std::none_of(run.begin(), run.end(), [&](std::size_t i) { return is_amount(pieces_[i]); });
    if ((letters < least_prose && !ends && !wordless) || !(above || (below && line_step_ > 0))) {
      return false;
    }
    std::vector<PdfWord>& words = above ? other_page_.head : other_page_.foot;
    const bool beside = std::any_of(words.begin(), words.end(), [&](const PdfWord& word) {
      return word.middle() > top - word.size && word.middle() < bottom + word.size;
    });
    if (beside) {
      other_page_.side_by_side.push_back(run.front());
    }
    for (const std::size_t i : run) {
      pieces_[i].elsewhere = true;
      words.insert(words.end(), pieces_[i].words.begin(), pieces_[i].words.end());
    }
    return true;
  }

  /// 25% | 50% | 100%: figures beside each other in a line, each a cell of its own.
  [[nodiscard]] bool is_of_figures(std::size_t piece) const {
    const auto is_figure = [](const FormPiece& one) {
      const std::u32string text = text_of(one.words);
      return !text.empty() && text.find_first_not_of(U"0123456789.,%％‰-") == text.npos;
    };
    const FormPiece& own = pieces_[piece];
    return is_figure(own) &&
           std::any_of(pieces_.begin(), pieces_.end(), [&](const FormPiece& other) {
             return &other != &own &&
                    std::abs(other.middle - own.middle) < same_height * own.size &&
                    is_figure(other);
           });
  }

  /// Figures are no prose: those whose labels stand on the page before, or that nobody knows, are
  /// nobody's here.
  void give(std::size_t piece, std::size_t label) {
    const bool figures =
        is_of_figures(piece) || (is_amount(pieces_[piece]) &&
                                 text_of(pieces_[piece].words).find(U'.') != std::u32string::npos);
    const bool stray = figures && label != Grid::none && is_goal(pieces_[label]);
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
    if (labels.empty() && is_of_other_page(run, near)) {
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

  std::vector<FormPiece>& pieces_;
  double line_step_;
  bool goes_on_;
  OtherPageTexts other_page_;
};

}  // namespace

bool is_next_line(const FormPiece& piece, double step, double line_step) {
  return step < form_line_step * piece.size &&
         (line_step == 0 || piece.is_text || is_line_step(step, line_step));
}

OtherPageTexts give_runs(std::vector<FormPiece>& pieces, double line_step, bool goes_on) {
  return Runs(pieces, line_step, goes_on).run();
}

}  // namespace budgetdiff::import
