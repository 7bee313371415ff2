#include "import/page/line_step.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>

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
};

struct Step {
  double points = 0;
  bool full = false;  ///< from a line that is not shorter than the next
};

/// The texts of a page's lines, parted where they stand apart; those of Chinese letters.
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
        out.push_back({word.box.left, word.box.right, word.middle(), 0, 0, 0});
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
  std::erase_if(out, [](const Piece& piece) { return piece.letters == 0 || piece.size <= 0; });
  return out;
}

void add_steps(const std::vector<Piece>& pieces, std::vector<Step>& out) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& above = pieces[i];
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

/// The step inside cells among all of them, or what is less than any.
double least_of(std::vector<Step> steps) {
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
    std::vector<PdfPage*> pages;
  };
  std::vector<Group> groups;
  for (PdfPage& page : pages) {
    if (page.rules.vertical.size() > 1) {
      continue;
    }
    const std::vector<Piece> pieces = pieces_of(page);
    const double size = usual_size(pieces);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& one) {
      return std::abs(one.size - size) < same_size * size;
    });
    if (group == groups.end()) {
      group = groups.insert(groups.end(), Group{size, {}, {}});
    }
    group->pages.push_back(&page);
    if (group->steps.size() < enough_steps) {
      add_steps(pieces, group->steps);
    }
  }
  for (Group& group : groups) {
    const double step = least_of(std::move(group.steps));
    for (PdfPage* const page : group.pages) {
      page->line_step = step;
    }
  }
}

}  // namespace budgetdiff::import
