#include "import/page/level_walls.hpp"

#include "import/page/form_pieces.hpp"

#include <algorithm>
#include <cmath>

namespace budgetdiff::import {
namespace {

/// What a horizontal line does where a column might end.
enum class Meets : unsigned char { nothing, covers, ends, unknown };

class WallFinder {
 public:
  WallFinder(const std::vector<Level>& levels, const LevelColumns& columns, const PdfPage& page)
      : levels_(levels), columns_(columns), edges_(columns.edges()), page_(page) {
    meet();
    cross_words();
  }

  /// A line stands between two levels that meet the edge where one of them says that a cell
  /// ends there, and no word of the rows between runs over it.
  [[nodiscard]] std::vector<bool> walls() const {
    std::vector<bool> out(edges_.size() * levels_.size(), false);
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      const bool side = e == 0 || e + 1 == edges_.size();
      std::size_t above = 0;
      Meets from = meets(0, e) == Meets::nothing ? Meets::unknown : meets(0, e);
      for (std::size_t i = 1; i < levels_.size(); ++i) {
        Meets to = meets(i, e);
        if (to == Meets::nothing && i + 1 < levels_.size()) {
          continue;
        }
        to = to == Meets::nothing ? Meets::unknown : to;
        const auto begin = crossed_.begin() + static_cast<std::ptrdiff_t>(e * levels_.size());
        const bool crossed = std::find(begin + static_cast<std::ptrdiff_t>(above),
                                       begin + static_cast<std::ptrdiff_t>(i),
                                       true) != begin + static_cast<std::ptrdiff_t>(i);
        const bool ends = from == Meets::ends || to == Meets::ends ||
                          (from == Meets::unknown && to == Meets::unknown);
        for (std::size_t b = above; b < i; ++b) {
          out[e * levels_.size() + b] = side || (ends && !crossed);
        }
        above = i;
        from = to;
      }
    }
    return out;
  }

 private:
  [[nodiscard]] Meets& meets(std::size_t level, std::size_t edge) {
    return meets_[level * edges_.size() + edge];
  }
  [[nodiscard]] Meets meets(std::size_t level, std::size_t edge) const {
    return meets_[level * edges_.size() + edge];
  }

  void meet() {
    meets_.assign(levels_.size() * edges_.size(), Meets::nothing);
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      for (std::size_t e = 0; e < edges_.size(); ++e) {
        if (levels_[i].added) {
          meets(i, e) = Meets::unknown;
        }
      }
      for (const Rule* const rule : levels_[i].rules) {
        std::vector<double> ends{rule->from, rule->to};
        ends.insert(ends.end(), rule->joints.begin(), rule->joints.end());
        for (std::size_t e = 0; e < edges_.size(); ++e) {
          const double x = edges_[e];
          if (x < rule->from - same_place || x > rule->to + same_place) {
            continue;
          }
          const bool at_end = std::any_of(ends.begin(), ends.end(), [&](double end) {
            return std::abs(end - x) <= same_place;
          });
          Meets& here = meets(i, e);
          here = at_end ? Meets::ends : here == Meets::nothing ? Meets::covers : here;
        }
      }
    }
  }

  /// Marks the edges that words run over, band by band, or that fall into a blank between the
  /// words of a line that runs over another: no cell's border stands in the middle of prose.
  void cross_words() {
    crossed_.assign(edges_.size() * levels_.size(), false);
    std::vector<std::vector<PdfWord>> all(levels_.size());
    for (const PdfWord& word : page_.words) {
      const std::size_t band = band_of(word, levels_);
      if (band == levels_.size() || !columns_.in_width(word)) {
        continue;
      }
      all[band].push_back(word);
      for (auto e = std::upper_bound(edges_.begin(), edges_.end(), word.box.left);
           e != edges_.end() && *e < word.box.right; ++e) {
        if (LevelColumns::crosses(word, *e)) {
          crossed_[static_cast<std::size_t>(e - edges_.begin()) * levels_.size() + band] = true;
        }
      }
    }
    for (std::size_t band = 0; band < all.size(); ++band) {
      cross_blanks(all[band], band);
    }
  }

  void cross_blanks(const std::vector<PdfWord>& words, std::size_t band) {
    const auto parted = [](const PdfWord& word, const PdfWord& next) {
      constexpr double typed_blank = 0.4;  // letters; two cells' padding is wider
      return next.box.left - word.box.right > typed_blank * word.size;
    };
    // Where several lines begin just behind an edge, a cell does: prose has its blanks anywhere.
    const auto begins_cell = [&](double edge) {
      constexpr double padding = 6;
      constexpr double same_start = 0.5;
      constexpr std::ptrdiff_t least_lines = 3;
      return std::any_of(words.begin(), words.end(), [&](const PdfWord& word) {
        return word.box.left >= edge - 1 && word.box.left < edge + padding &&
               std::count_if(words.begin(), words.end(), [&](const PdfWord& other) {
                 return std::abs(other.box.left - word.box.left) < same_start;
               }) >= least_lines;
      });
    };
    for (const std::vector<PdfWord>& line : word_lines(words)) {
      for (auto first = line.begin(); first != line.end();) {
        const auto gap = std::adjacent_find(first, line.end(), parted);
        const auto end = gap == line.end() ? gap : gap + 1;
        if (std::any_of(first, end,
                        [&](const PdfWord& word) { return columns_.crosses_any(word); })) {
          for (auto word = first; word + 1 != end; ++word) {
            cross_between(word->box.right, (word + 1)->box.left, band, begins_cell);
          }
        }
        first = end;
      }
    }
  }

  template <typename BeginsCell>
  void cross_between(double from, double to, std::size_t band, BeginsCell begins_cell) {
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      if (from - 1 <= edges_[e] && edges_[e] <= to + 1 && !begins_cell(edges_[e])) {
        crossed_[e * levels_.size() + band] = true;
      }
    }
  }

  const std::vector<Level>& levels_;
  const LevelColumns& columns_;
  const std::vector<double>& edges_;
  const PdfPage& page_;
  std::vector<Meets> meets_;   ///< by line and edge
  std::vector<bool> crossed_;  ///< by edge and band
};

}  // namespace

std::size_t band_of(const PdfWord& word, const std::vector<Level>& levels) {
  const auto after = std::upper_bound(levels.begin(), levels.end(), word.middle(),
                                      [](double y, const Level& level) { return y < level.y; });
  return after == levels.begin() || after == levels.end()
             ? levels.size()
             : static_cast<std::size_t>(after - levels.begin() - 1);
}

LevelWalls::LevelWalls(const std::vector<Level>& levels, const LevelColumns& columns,
                       const PdfPage& page)
    : bands_(levels.size()), walls_(WallFinder(levels, columns, page).walls()) {}

}  // namespace budgetdiff::import
