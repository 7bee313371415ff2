#include "import/page/column_extents.hpp"

#include "import/page/sum_rows.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A column of fewer words says nothing of its place; one word in so many may stray.
constexpr std::size_t few_words = 4;
constexpr std::size_t strays = 5;
constexpr double stray = 60;  ///< in points

/// The value in the middle of others.
double median_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Leaves out words of which neither the beginning nor the middle is where most are.
void drop_strays(std::vector<double>& lefts, std::vector<double>& rights) {
  std::vector<double> sums;
  for (std::size_t k = 0; k < lefts.size(); ++k) {
    sums.push_back(lefts[k] + rights[k]);
  }
  const double left = median_of(lefts);
  const double sum = median_of(sums);
  std::vector<double> kept_lefts;
  std::vector<double> kept_rights;
  for (std::size_t k = 0; k < lefts.size(); ++k) {
    if (std::abs(lefts[k] - left) <= stray || std::abs(sums[k] - sum) <= 2 * stray) {
      kept_lefts.push_back(lefts[k]);
      kept_rights.push_back(rights[k]);
    }
  }
  lefts = std::move(kept_lefts);
  rights = std::move(kept_rights);
}

/// Between the columns that are known, of a page whose header is not there: where the others are.
std::vector<Extent> between_known(std::vector<Extent> known, const std::vector<bool>& is_known) {
  constexpr double far = 1e6;
  double left = 0;
  for (std::size_t c = 0; c < known.size(); ++c) {
    known[c].left = is_known[c] ? known[c].left : left;
    left = is_known[c] ? known[c].right : left;
  }
  double right = far;
  for (std::size_t c = known.size(); c-- > 0;) {
    known[c].right = is_known[c] ? known[c].right : std::max(known[c].left, right);
    right = is_known[c] ? known[c].left : right;
  }
  return known;
}

}  // namespace

std::vector<Extent> extents_of(const std::vector<PdfWord>& words,
                               const std::vector<std::size_t>& column,
                               const std::vector<Role>& roles, const std::vector<Extent>& before) {
  std::vector<Extent> out = before;
  out.resize(roles.size());
  std::vector<bool> known(roles.size(), false);
  for (std::size_t c = 0; c < roles.size(); ++c) {
    std::vector<double> lefts;
    std::vector<double> rights;
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (column[w] == c) {
        lefts.push_back(words[w].box.left);
        rights.push_back(words[w].box.right);
      }
    }
    const bool sure = before.empty() && (of_category(roles[c]) || holds_targets(roles[c]));
    if (lefts.size() < (sure ? 1 : few_words) || (roles[c] == Role::money && !before.empty())) {
      continue;
    }
    known[c] = true;
    drop_strays(lefts, rights);
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    out[c] = {lefts[lefts.size() / strays], rights[rights.size() - 1 - rights.size() / strays]};
  }
  return before.empty() ? between_known(std::move(out), known) : out;
}

}  // namespace budgetdiff::import
