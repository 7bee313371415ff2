#include "import/page/line_step.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Lines are no nearer, and lines of one cell no further apart, than this many letters.
constexpr double least_step = 0.95;
constexpr double longest_step = 1.75;
/// Words of a line nearer than this many letters are one text.
constexpr double together = 0.9;
/// Steps this near, in points, are the same; so are sizes of letters, as a part of one.
constexpr double same_step = 0.45;
constexpr double same_size = 0.05;
/// Cells' padding that is more than a pixel's rounding, in points.
constexpr double least_padding = 1.1;
/// Of the steps inside cells so many go down from a line that is not shorter.
constexpr std::size_t full_of_hundred = 70;
/// A line may be so many letters shorter than the next: signs at its end do not break.
constexpr double ragged = 1.1;
/// Pages are enough that hold so many lines.
constexpr std::size_t enough_steps = 4000;

struct Piece {
  double left = 0;
  double right = 0;
  double middle = 0;
  double size = 0;
  std::size_t letters = 0;  ///< Chinese ones
  std::size_t all = 0;
  bool compares = false;  ///< begins with a comparator
};

struct Step {
  double points = 0;
  bool full = false;  ///< from a line that is not shorter than the next
};

/// The texts of a page's lines, parted where they stand apart.
std::vector<Piece> pieces_of(const PdfPage& page) {
  std::vector<const PdfWord*> words;
  for (const PdfWord& word : page.words) {
    words.push_back(&word);
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord* a, const PdfWord* b) { return a->middle() < b->middle(); });
  std::vector<Piece> out;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() &&
           words[end]->middle() - words[i]->middle() < 0.25 * std::max(1.0, words[i]->size)) {
      ++end;
    }
    std::sort(words.begin() + static_cast<std::ptrdiff_t>(i),
              words.begin() + static_cast<std::ptrdiff_t>(end),
              [](const PdfWord* a, const PdfWord* b) { return a->box.left < b->box.left; });
    const std::size_t first = out.size();
    for (; i < end; ++i) {
      const PdfWord& word = *words[i];
      const bool goes_on =
          out.size() > first && word.box.left - out.back().right < together * word.size;
      if (!goes_on) {
        const bool compares = comparator_signs.find(word.text.front()) != comparator_signs.npos;
        out.push_back({word.box.left, word.box.right, word.middle(), 0, 0, 0, compares});
      }
      Piece& piece = out.back();
      piece.right = std::max(piece.right, word.box.right);
      const auto letters = static_cast<std::size_t>(
          std::count_if(word.text.begin(), word.text.end(), [](char32_t c) { return is_cjk(c); }));
      // The heights of Chinese letters tell; those of others are off where fonts are mixed.
      if (letters > piece.letters || piece.size == 0) {
        piece.middle = word.middle();
        piece.size = word.size;
      }
      piece.letters = std::max(piece.letters, letters);
      piece.all += word.text.size();
    }
  }
  return out;
}

/// Only those of Chinese letters.
std::vector<Piece> texts_of(std::vector<Piece> pieces) {
  std::erase_if(pieces, [](const Piece& piece) { return piece.letters == 0 || piece.size <= 0; });
  return pieces;
}

/// A comparator begins a target, and a cell has one: how far such lines are apart no lines of a
/// cell are.
void add_targets_apart(const std::vector<Piece>& pieces, double size, std::vector<double>& out) {
  const Piece* above = nullptr;
  for (const Piece& piece : pieces) {
    if (!piece.compares) {
      continue;
    }
    if (above != nullptr && piece.left < above->right && above->left < piece.right &&
        piece.middle - above->middle > least_step * size) {
      out.push_back(piece.middle - above->middle);
    }
    above = &piece;
  }
}

/// Steps between lines of letters of `size`: those of titles are of larger ones.
void add_steps(const std::vector<Piece>& pieces, double size, std::vector<Step>& out) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& above = pieces[i];
    if (std::abs(above.size - size) > same_size * size) {
      continue;
    }
    for (std::size_t k = i + 1; k < pieces.size(); ++k) {
      const Piece& below = pieces[k];
      const double step = (below.middle - above.middle) / above.size;
      if (step > longest_step) {
        break;
      }
      const double shared = std::min(above.right, below.right) - std::max(above.left, below.left);
      const double width = std::min(above.right - above.left, below.right - below.left);
      const auto same = [&](double a, double b) { return std::abs(a - b) < 0.3 * above.size; };
      const bool aligned = same(above.left, below.left) || same(above.right, below.right) ||
                           same(above.left + above.right, below.left + below.right);
      if (step < least_step || shared < 0.4 * width || !aligned ||
          std::abs(above.size - below.size) > 0.05 * above.size) {
        continue;
      }
      const bool full = below.right - below.left < above.right - above.left + ragged * above.size;
      out.push_back({below.middle - above.middle, full});
      break;
    }
  }
}

/// How near to each other two targets stand; the second nearest, as one may be of one cell.
std::optional<double> nearest_targets(std::vector<double> apart) {
  if (apart.size() < 2) {
    return std::nullopt;
  }
  std::nth_element(apart.begin(), apart.begin() + 1, apart.end());
  return apart[1];
}

/// The step inside cells among all of them, or what is less than any.
double least_of(std::vector<Step> steps, const std::optional<double>& targets) {
  if (steps.empty()) {
    return 0;
  }
  std::sort(steps.begin(), steps.end(),
            [](const Step& a, const Step& b) { return a.points < b.points; });
  // One in fifty says nothing: a page number below a line, a line of another font.
  constexpr std::size_t one_in = 50;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t full = 0;
  do {
    begin = end;
    full = 0;
    while (end < steps.size() && steps[end].points < steps[begin].points + same_step) {
      full += steps[end].full ? 1U : 0U;
      ++end;
    }
  } while (end < steps.size() && (end - begin) * one_in < steps.size());
  if (targets && steps[begin].points > *targets - same_step) {
    return std::min(steps[begin].points, *targets) - 2 * same_step;
  }
  // Rows of one line each are all as far apart, but for a pixel.
  const bool apart =
      end < steps.size() && steps[end].points - steps[end - 1].points > least_padding;
  return apart || full * 100 >= (end - begin) * full_of_hundred
             ? steps[(begin + end) / 2].points
             : steps[begin].points - 2 * same_step;
}

double usual_size(const std::vector<Piece>& pieces) {
  std::vector<double> sizes;
  sizes.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    sizes.push_back(piece.size);
  }
  if (sizes.empty()) {
    return 0;
  }
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

}  // namespace

void find_line_steps(std::vector<PdfPage>& pages) {
  struct Group {
    double size;
    std::vector<Step> steps;
    std::vector<double> targets;  ///< how far they are apart
    std::vector<PdfPage*> pages;
  };
  std::vector<Group> groups;
  for (PdfPage& page : pages) {
    if (page.rules.vertical.size() > 1) {
      continue;
    }
    const std::vector<Piece> all = pieces_of(page);
    const std::vector<Piece> pieces = texts_of(all);
    const double size = usual_size(pieces);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& one) {
      return std::abs(one.size - size) < same_size * size;
    });
    if (group == groups.end()) {
      group = groups.insert(groups.end(), Group{size, {}, {}, {}});
    }
    group->pages.push_back(&page);
    if (group->steps.size() < enough_steps) {
      add_steps(pieces, size, group->steps);
      add_targets_apart(all, size, group->targets);
    }
  }
  for (Group& group : groups) {
    const double step = least_of(std::move(group.steps), nearest_targets(std::move(group.targets)));
    for (PdfPage* const page : group.pages) {
      page->line_step = step;
    }
  }
}

}  // namespace budgetdiff::import
