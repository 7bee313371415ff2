#include "import/page/text_shares.hpp"

#include "import/page/broken_lines.hpp"
#include "import/text/flow.hpp"

#include <algorithm>

namespace budgetdiff::import {
namespace {

/// Lines that end at this part of the widest are full.
constexpr double full = 0.95;

/// Where a text ends.
struct TextEnd {
  std::size_t line = 0;     ///< behind its last one
  std::size_t choices = 0;  ///< lines at which it may end
};

/// A line of several short cells beside each other, which is no line of a text: 25.00% 50.00%
/// 83.00% 100.00%.
bool is_cells(const Pieces& line) {
  constexpr std::size_t longest = 10;
  constexpr std::size_t fewest = 3;
  return line.size() >= fewest && std::all_of(line.begin(), line.end(), [](const FormPiece& piece) {
           return letters(piece) <= longest;
         });
}

bool holds_prose(const Pieces& line) {
  return std::any_of(line.begin(), line.end(), is_prose);
}

/// The line before which a text ends: of those between a text and short cells, and of those behind
/// a line that ends a sentence and is not full, within [least, most], the nearest to `at`; `none`
/// where there is no such.
TextEnd nearest_end(const std::vector<Pieces>& lines, std::size_t at, std::size_t least,
                    std::size_t most, std::size_t none) {
  const double most_right = widest(lines);
  const auto off = [&](std::size_t i) { return i > at ? i - at : at - i; };
  TextEnd out{none, 0};
  for (std::size_t i = std::max<std::size_t>(least, 1); i <= most && i < lines.size(); ++i) {
    const bool parted = (is_cells(lines[i - 1]) && holds_prose(lines[i])) ||
                        (holds_prose(lines[i - 1]) && is_cells(lines[i]));
    if (parted && (out.choices == 0 || off(i) < off(out.line))) {
      out = {i, 1};
    }
  }
  if (out.choices > 0) {
    return out;
  }
  for (std::size_t i = std::max<std::size_t>(least, 1); i <= std::min(most, lines.size()); ++i) {
    const FormPiece& last = lines[i - 1].back();
    const bool ends = closes_sentence(text_of(last.words)) && last.box.right < most_right * full;
    const bool list = i < lines.size() && begins_later_point(lines[i]);
    if (ends && !list) {
      ++out.choices;
      out.line = out.line == none || off(i) < off(out.line) ? i : out.line;
    }
  }
  return out;
}

}  // namespace

std::vector<TextShare> text_shares(const std::vector<Pieces>& lines,
                                   const std::vector<SideLabel>& labels, std::size_t begin,
                                   std::size_t end) {
  // Beside the first line of each text, or beside its middle.
  const bool top = labels.front().first == begin &&
                   std::all_of(labels.begin() + 1, labels.end(), [&](const SideLabel& label) {
                     return closes_sentence(text_of(lines[label.first - 1].back().words)) &&
                            !begins_later_point(lines[label.first]);
                   });
  std::vector<TextShare> out;
  std::size_t from = begin;
  for (std::size_t k = 0; k < labels.size(); ++k) {
    std::size_t choices = 1;
    const bool is_last = k + 1 == labels.size();
    std::size_t to = is_last ? end
                     : top   ? labels[k + 1].first
                             : labels[k].first + labels[k].last + 1 - from;
    if (!is_last && !top) {
      const TextEnd near = nearest_end(lines, to, labels[k].last + 1, labels[k + 1].first, to);
      choices = near.choices;
      to = std::clamp(near.line, labels[k].last + 1, labels[k + 1].first);
    }
    std::size_t first = from;
    if (is_last && !top) {
      // As many lines above the label as below; more belong to what stands above.
      const std::size_t below = to - 1 - labels[k].last;
      const std::size_t start = labels[k].first - std::min(labels[k].first - from, below);
      if (start > from) {
        const TextEnd near = nearest_end(lines, start, from + 1, labels[k].first, from);
        choices = near.choices;
        first = near.line;
      } else {
        // Short cells right above are no lines of it, however many stand below.
        for (std::size_t i = from + 1; i <= labels[k].first; ++i) {
          first = is_cells(lines[i - 1]) && holds_prose(lines[i]) ? i : first;
        }
      }
    }
    const bool guess = !top && choices != 1 && (to < end || first > from || labels.size() > 1);
    out.push_back({first, to, guess});
    from = to;
  }
  return out;
}

bool lacks_end(const PastedCell& text) {
  return text.size() > 1 && !closes_sentence(packed(text));
}

}  // namespace budgetdiff::import
