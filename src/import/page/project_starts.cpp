#include "import/page/project_starts.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace budgetdiff::import {

int order_of_category(std::string_view category) {
  struct Known {
    std::string_view word;
    int order;
  };
  for (const Known& known : {Known{"投入", 1},
                             {"过程", 1},
                             {"产出", 1},
                             {"成本", 1},
                             {"满意", 3},
                             {"效益", 2},
                             {"效果", 2}}) {
    if (category.find(known.word) != category.npos) {
      return known.order;
    }
  }
  return 0;
}

std::vector<double> doubts_of_projects(const std::vector<std::string>& categories,
                                       const std::vector<std::size_t>& first, std::size_t rows) {
  constexpr double inside_category = 4;
  constexpr double new_category = 1;
  std::vector<double> out(rows, inside_category);
  // Where each row says its category, the same again is the one above rather than a project's.
  const bool repeats = categories.size() == rows;
  std::set<std::string> seen;
  int last = 0;
  for (std::size_t k = 0; k < categories.size(); ++k) {
    const int order = order_of_category(categories[k]);
    const bool same = repeats && k > 0 && categories[k] == categories[k - 1];
    const bool again =
        k > 0 && !same && (seen.contains(categories[k]) || (order > 0 && order < last));
    if (again) {
      seen.clear();
    }
    last = order > 0 ? order : last;
    seen.insert(categories[k]);
    out[first[k]] = again || k == 0 ? 0 : new_category;
  }
  return out;
}

std::vector<double> doubts_of_groups(const std::vector<std::vector<bool>>& filled,
                                     std::size_t rows) {
  std::vector<double> out(rows, 1);
  for (std::size_t r = 0; r < rows; ++r) {
    const bool begins =
        r == 0 || std::any_of(filled.begin(), filled.end(), [&](const std::vector<bool>& group) {
          return group[r] && !group[r - 1];
        });
    out[r] = begins ? 0 : 1;
  }
  return out;
}

}  // namespace budgetdiff::import
