#include "import/table/subtotals.hpp"

#include "import/vocabulary.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {

std::optional<Amount> wrong_subtotal(const Amount& stated,
                                     const std::vector<const Amount*>& amounts, std::size_t first,
                                     std::size_t behind) {
  Amount above;
  Amount own;
  bool any = false;
  for (std::size_t i = behind; i-- > 0;) {
    if (amounts[i] == nullptr) {
      continue;
    }
    above += *amounts[i];
    if (i >= first) {
      own = above;
      any = true;
    }
    if (above == stated) {
      return std::nullopt;
    }
  }
  Amount below;
  for (std::size_t i = behind; i < amounts.size(); ++i) {
    below += amounts[i] == nullptr ? Amount() : *amounts[i];
    if (below == stated) {
      return std::nullopt;
    }
  }
  // With nothing of its own above it, it heads what follows, to an end that nothing says.
  return any ? std::optional(own) : std::nullopt;
}

std::optional<Amount> wrong_sum_of_unit(const Amount& stated,
                                        const std::vector<const Amount*>& amounts,
                                        const std::vector<bool>& of_unit, std::size_t behind) {
  Amount own;
  Amount below;
  bool any = false;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (amounts[i] == nullptr) {
      continue;
    }
    if (of_unit[i]) {
      own += *amounts[i];
      any = true;
    }
    if (i >= behind) {
      below += *amounts[i];
      if (below == stated) {
        return std::nullopt;
      }
    }
  }
  return any && own != stated ? std::optional(own) : std::nullopt;
}

void take_total_of_unit(TableRecords& records) {
  std::vector<SubtotalText>& rows = records.subtotals;
  const auto is_sum = [](const SubtotalText& row) { return is_sum_label(row.label); };
  const auto first = std::find_if(rows.begin(), rows.end(), is_sum);
  if (!records.sums.empty() || first == rows.end()) {
    return;
  }
  const bool only = std::none_of(first + 1, rows.end(), is_sum);
  const bool at_end = first->behind == 0 || first->behind == records.projects.size();
  const bool above_another =
      first == rows.begin() && rows.size() > 1 && first->behind == 0 && rows[1].behind == 0;
  if ((only && at_end) || above_another) {
    records.sums.push_back(std::move(first->money));
    rows.erase(first);
  }
}

}  // namespace budgetdiff::import
