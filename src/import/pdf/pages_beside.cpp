#include "import/pdf/pages_beside.hpp"

#include "import/pdf/ruled_tables.hpp"
#include "import/table/columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines of one row on two pages, and words of one column, are this near, in points.
constexpr double same_place = 1.5;
/// Fewer rows are at the same heights by chance.
constexpr std::size_t fewest_heights = 4;
/// How far apart pages of the same rows may be.
constexpr std::size_t most_apart = 100;
/// Pages whose headers are looked at, of a document: rows may all be as high on all pages.
constexpr std::size_t most_looks = 8;

bool near(double a, double b) {
  return std::abs(a - b) < same_place;
}

/// Places of lines, each once.
std::vector<double> places_of(const std::vector<Rule>& rules) {
  std::vector<double> out;
  out.reserve(rules.size());
  for (const Rule& rule : rules) {
    out.push_back(rule.at);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end(), near), out.end());
  return out;
}

/// Where the lines of a page are, and of a table's page its words, from left to right.
/// REQUIRES: the page's words outlive it
struct Outline {
  std::vector<double> xs;
  std::vector<double> ys;
  std::vector<const PdfWord*> words;

  explicit Outline(const PdfPage& page)
      : xs(places_of(page.rules.vertical)), ys(places_of(page.rules.horizontal)) {
    if (!is_table()) {
      return;
    }
    for (const PdfWord& word : page.words) {
      words.push_back(&word);
    }
    std::sort(words.begin(), words.end(),
              [](const PdfWord* a, const PdfWord* b) { return a->box.left < b->box.left; });
  }

  [[nodiscard]] bool is_table() const { return xs.size() > 1 && ys.size() > 1; }
};

/// Whether each of the fewer places is one of the others, and the first and the last are the same.
bool same_places(const std::vector<double>& a, const std::vector<double>& b) {
  const std::vector<double>& fewer = a.size() < b.size() ? a : b;
  const std::vector<double>& more = a.size() < b.size() ? b : a;
  return !fewer.empty() && near(fewer.front(), more.front()) && near(fewer.back(), more.back()) &&
         std::all_of(fewer.begin(), fewer.end(), [&](double place) {
           const auto at = std::lower_bound(more.begin(), more.end(), place - same_place);
           return at != more.end() && near(*at, place);
         });
}

bool same_word(const PdfWord& a, const PdfWord& b, double shift = 0) {
  return near(a.middle(), b.middle()) && near(a.box.left, b.box.left + shift) && a.text == b.text;
}

bool has_word(const PdfPage& page, const PdfWord& word, double shift = 0) {
  return std::any_of(page.words.begin(), page.words.end(),
                     [&](const PdfWord& other) { return same_word(other, word, shift); });
}

/// The same of a page whose words are in the order of their left ends.
bool has_word(const std::vector<const PdfWord*>& by_left, const PdfWord& word) {
  auto at = std::lower_bound(by_left.begin(), by_left.end(), word.box.left - same_place,
                             [](const PdfWord* one, double left) { return one->box.left < left; });
  for (; at != by_left.end() && (*at)->box.left <= word.box.left + same_place; ++at) {
    if (same_word(**at, word)) {
      return true;
    }
  }
  return false;
}

/// The end of the columns at the left that a page repeats of the one before it: their lines and
/// all of their words are the same. The page's left end where it repeats none.
double repeated_columns(const Outline& of_left, const PdfPage& right, const Outline& of_right) {
  constexpr std::size_t fewest_words = 3;
  double out = of_right.xs.front();
  std::size_t words = 0;
  for (std::size_t n = 1;
       n < std::min(of_left.xs.size(), of_right.xs.size()) && near(of_left.xs[n], of_right.xs[n]);
       ++n) {
    bool same = true;
    for (const PdfWord& word : right.words) {
      const double x = (word.box.left + word.box.right) / 2;
      if (same && x > of_right.xs[n - 1] && x < of_right.xs[n] &&
          word.middle() > of_right.ys.front() && word.middle() < of_right.ys.back()) {
        same = has_word(of_left.words, word);
        ++words;
      }
    }
    if (!same) {
      break;
    }
    out = words >= fewest_words ? of_right.xs[n] : out;
  }
  return out;
}

/// Takes the line at a page's end away where a cell runs over it: one whose text does.
void open_cut_cells(PdfPage& page, double cut) {
  constexpr double least_part = 0.4;  ///< of a letter, on each side
  for (const PdfWord& word : page.words) {
    const double part = least_part * word.size;
    if (word.box.left > cut - part || word.box.right < cut + part) {
      continue;
    }
    double top = 0;
    double bottom = page.height;
    for (const Rule& rule : page.rules.horizontal) {
      if (rule.from < cut + same_place && rule.to > cut - same_place) {
        (rule.at < word.middle() ? top : bottom) =
            rule.at < word.middle() ? std::max(top, rule.at) : std::min(bottom, rule.at);
      }
    }
    std::vector<Rule> rest;
    for (Rule& rule : page.rules.vertical) {
      if (!near(rule.at, cut) || rule.to <= top || rule.from >= bottom) {
        continue;
      }
      if (rule.to > bottom) {
        rest.push_back({rule.at, bottom, rule.to});
      }
      rule.to = top;
    }
    page.rules.vertical.insert(page.rules.vertical.end(), rest.begin(), rest.end());
    std::erase_if(page.rules.vertical,
                  [](const Rule& rule) { return rule.to - rule.from < same_place; });
  }
}

/// Adds to `left` what `right` shows from `begin` on.
void append(PdfPage& left, const PdfPage& right, double begin) {
  const Outline of_left(left);
  const double shift = of_left.xs.back() - begin;
  if (left.parts.empty()) {
    left.parts.push_back({left.number, left.width, 0, 0});
  }
  for (PdfWord word : right.words) {
    // A cell over the cut has its text on both pages; what is left of it here is not seen.
    if ((word.box.left + word.box.right) / 2 < begin || has_word(left, word, shift)) {
      continue;
    }
    word.box.left += shift;
    word.box.right += shift;
    for (double& x : word.char_left) {
      x += shift;
    }
    for (double& x : word.char_right) {
      x += shift;
    }
    left.words.push_back(std::move(word));
  }
  for (Rule rule : right.rules.horizontal) {
    if (rule.to > begin + same_place) {
      rule.from = std::max(rule.from, begin) + shift;
      rule.to += shift;
      for (double& joint : rule.joints) {
        joint += shift;
      }
      left.rules.horizontal.push_back(std::move(rule));
    }
  }
  for (Rule rule : right.rules.vertical) {
    if (rule.at > begin - same_place) {
      rule.at += shift;
      left.rules.vertical.push_back(std::move(rule));
    }
  }
  for (ClippedText clip : right.rules.clipped) {
    clip.left += shift;
    clip.right += shift;
    left.rules.clipped.push_back(clip);
  }
  const auto by_place = [](const Rule& a, const Rule& b) {
    return a.at < b.at || (a.at == b.at && a.from < b.from);
  };
  open_cut_cells(left, of_left.xs.back());
  std::sort(left.rules.horizontal.begin(), left.rules.horizontal.end(), by_place);
  std::sort(left.rules.vertical.begin(), left.rules.vertical.end(), by_place);
  left.width = right.width + shift;
  left.parts.push_back({right.number, right.width, of_left.xs.back(), shift});
}

/// How many columns of a list's header say what is to be reached, each target with the name
/// before it; 0 without a list.
std::size_t columns_of_performance(const PdfPage& page) {
  constexpr std::size_t first_rows = 6;
  std::vector<PdfWord> rest;
  for (const auto& [box, grid] : ruled_tables(page, rest)) {
    for (std::size_t row = 0; row < std::min(first_rows, grid.rows()); ++row) {
      const auto header = header_at(grid, row);
      if (!header || !header->lists_projects()) {
        continue;
      }
      const auto count = [&](auto is) {
        return static_cast<std::size_t>(
            std::count_if(header->columns.begin(), header->columns.end(),
                          [&](const Column& column) { return is(column.role); }));
      };
      const std::size_t names = count([](Role role) { return role == Role::level3; });
      return count([](Role role) {
               return role == Role::goal || role == Role::annual_goal || role == Role::indicators ||
                      holds_levels(role) || role == Role::comparator ||
                      role == Role::measurement_unit || role == Role::weight;
             }) +
             std::min(names, count(holds_targets));
    }
  }
  return 0;
}

/// Whether none of the first rows of a page is the same on the other, as those of a header are that
/// the next page repeats.
bool differs_at_head(const Outline& of_left, const PdfPage& right, const Outline& of_right,
                     double begin) {
  constexpr std::size_t rows = 3;
  std::size_t any = 0;
  for (std::size_t r = 0; r + 1 < of_right.ys.size() && r < rows; ++r) {
    std::size_t all = 0;
    std::size_t same = 0;
    for (const PdfWord& word : right.words) {
      if (word.middle() > of_right.ys[r] && word.middle() < of_right.ys[r + 1] &&
          word.box.left > begin) {
        ++all;
        same += has_word(of_left.words, word) ? 1U : 0U;
      }
    }
    if (all > 0 && same == all) {
      return false;
    }
    any += all;
  }
  return any > 0;
}

/// The pages of a document from `first` on that show one table: so many columns of pages, and in
/// each so many pages.
struct Block {
  std::size_t across = 1;
  std::size_t down = 1;
  bool across_first = false;

  [[nodiscard]] std::size_t page(std::size_t column, std::size_t row) const {
    return across_first ? row * across + column : column * down + row;
  }
};

class Joiner {
 public:
  explicit Joiner(std::vector<PdfPage>& pages) : pages_(pages) {
    for (const PdfPage& page : pages) {
      outlines_.emplace_back(page);
    }
  }

  std::size_t run() {
    std::vector<PdfPage> out;
    std::size_t joined = 0;
    int number = 0;  // by how much those that follow are less
    for (std::size_t i = 0; i < pages_.size();) {
      const Block block = block_at(i);
      if (block.across == 1) {
        keep(std::move(pages_[i++]), number, out);
        continue;
      }
      joined += block.across * block.down;
      const int first = pages_[i].number;
      for (std::size_t row = 0; row < block.down; ++row) {
        PdfPage page = std::move(pages_[i + block.page(0, row)]);
        for (std::size_t column = 1; column < block.across; ++column) {
          const PdfPage& right = pages_[i + block.page(column, row)];
          append(page, right, begins_[column - 1]);
        }
        page.number = first + static_cast<int>(row);
        keep(std::move(page), number, out);
      }
      i += block.across * block.down;
      number += static_cast<int>((block.across - 1) * block.down);
    }
    pages_ = std::move(out);
    return joined;
  }

 private:
  static void keep(PdfPage page, int less, std::vector<PdfPage>& out) {
    if (less > 0 && page.parts.empty()) {
      page.parts.push_back({page.number, page.width, 0, 0});
    }
    page.number -= less;
    out.push_back(std::move(page));
  }

  [[nodiscard]] bool same_rows(std::size_t a, std::size_t b) const {
    return b < pages_.size() && outlines_[a].is_table() && outlines_[b].is_table() &&
           pages_[a].turned == pages_[b].turned && same_places(outlines_[a].ys, outlines_[b].ys);
  }

  [[nodiscard]] bool same_columns(std::size_t a, std::size_t b) const {
    return b < pages_.size() && outlines_[b].is_table() &&
           same_places(outlines_[a].xs, outlines_[b].xs);
  }

  /// Whether page `b` shows what stands beside page `a`, as far as the pages tell without reading.
  [[nodiscard]] bool may_stand_beside(std::size_t a, std::size_t b, double& begin) const {
    if (outlines_[a].ys.size() < fewest_heights || outlines_[b].ys.size() < fewest_heights ||
        !same_rows(a, b)) {
      return false;
    }
    begin = repeated_columns(outlines_[a], pages_[b], outlines_[b]);
    return begin < outlines_[b].xs.back() - same_place &&
           differs_at_head(outlines_[a], pages_[b], outlines_[b], begin);
  }

  Block block_at(std::size_t first) {
    std::vector<std::size_t> beside;
    begins_.clear();
    PdfPage page;
    std::size_t known = 0;
    for (std::size_t i = first + 1; i < std::min(pages_.size(), first + most_apart); ++i) {
      double begin = 0;
      if (!may_stand_beside(first, i, begin)) {
        continue;
      }
      // As far from each other as the first two.
      if (!beside.empty() && i - first != (beside.front() - first) * (beside.size() + 1)) {
        continue;
      }
      if (beside.empty() && looks_++ >= most_looks) {
        break;
      }
      if (beside.empty()) {
        page = pages_[first];
        known = columns_of_performance(page);
      }
      append(page, pages_[i], begin);
      beside.push_back(i);
      begins_.push_back(begin);
    }
    Block out;
    if (beside.empty() || columns_of_performance(page) <= known) {
      return out;
    }
    out.across = beside.size() + 1;
    out.down = beside.front() - first;
    out.across_first = out.down == 1;
    if (!out.across_first) {
      return is_whole(first, out) ? out : Block{};
    }
    while (is_row(first, out, out.down)) {
      ++out.down;
    }
    return out;
  }

  /// Whether the pages of a row of the block have the columns of its first and the same rows.
  [[nodiscard]] bool is_row(std::size_t first, const Block& block, std::size_t row) const {
    const std::size_t begin = first + block.page(0, row);
    for (std::size_t column = 0; column < block.across; ++column) {
      const std::size_t page = first + block.page(column, row);
      if (page >= pages_.size() || !same_columns(first + block.page(column, 0), page) ||
          (column > 0 && !same_rows(begin, page))) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool is_whole(std::size_t first, const Block& block) const {
    for (std::size_t row = 1; row < block.down; ++row) {
      if (!is_row(first, block, row)) {
        return false;
      }
    }
    return true;
  }

  std::vector<PdfPage>& pages_;
  std::vector<Outline> outlines_;
  std::vector<double> begins_;  ///< of the last block's further columns of pages, where these begin
  std::size_t looks_ = 0;
};

}  // namespace

std::size_t join_pages_beside(std::vector<PdfPage>& pages) {
  return Joiner(pages).run();
}

}  // namespace budgetdiff::import
