#include "import/stream/stream_sense.hpp"

#include "import/page/word_kinds.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {

void lift_levels(std::vector<StreamPlace>& at, const std::vector<StreamToken>& tokens,
                 std::size_t begin, const std::vector<Role>& roles) {
  std::size_t level1 = roles.size();
  std::size_t level2 = roles.size();
  for (std::size_t c = 0; c < roles.size(); ++c) {
    level1 = roles[c] == Role::level1 ? c : level1;
    level2 = roles[c] == Role::level2 ? c : level2;
  }
  if (at.empty() || level1 == roles.size() || level2 == roles.size()) {
    return;
  }
  std::vector<std::string> first(at.back().row + 1);
  std::vector<std::string> second(first.size());
  std::vector<std::vector<std::size_t>> labels(first.size());  // tokens of `first`
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (at[i].column == level1) {
      first[at[i].row] += to_utf8(tokens[begin + i].text);
      labels[at[i].row].push_back(i);
    } else if (at[i].column == level2) {
      second[at[i].row] += to_utf8(tokens[begin + i].text);
    }
  }
  std::string above;
  std::size_t below = 0;  // rows are looked through once: those before it have no label
  for (std::size_t row = 0; row < first.size(); ++row) {
    if (first[row].empty() && !second[row].empty() &&
        (above.empty() || !may_belong_under(above, second[row]))) {
      below = std::max(below, row + 1);
      while (below < first.size() && first[below].empty() && !second[below].empty()) {
        ++below;
      }
      if (below < first.size() && !first[below].empty() &&
          may_belong_under(first[below], second[row])) {
        for (const std::size_t i : labels[below]) {
          at[i].row = row;
        }
        first[row] = std::exchange(first[below], {});
      }
    }
    above = first[row].empty() ? above : first[row];
  }
}

}  // namespace budgetdiff::import
