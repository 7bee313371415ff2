#include "import/table/subtotals.hpp"

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

}  // namespace budgetdiff::import
