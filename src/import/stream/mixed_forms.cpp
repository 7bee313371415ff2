#include "import/stream/mixed_forms.hpp"

#include <cstddef>
#include <utility>

namespace budgetdiff::import {

std::optional<OrderedForms> mixed_forms(const OrderedForms& ordered, const OrderedForms& spread) {
  if (ordered.forms.size() != spread.forms.size()) {
    return std::nullopt;
  }
  OrderedForms out = ordered;
  out.labels_apart = true;
  std::size_t faulty = 0;
  for (std::size_t i = 0; i < out.forms.size(); ++i) {
    ReadForm& form = out.forms[i];
    const ReadForm& other = spread.forms[i];
    if (form.blocks.empty() || (!other.blocks.empty() && !other.faulty && !other.unread)) {
      form = other;
    }
    if (form.blocks.empty()) {
      return std::nullopt;
    }
    faulty += form.faulty || form.unread ? 1U : 0U;
  }
  return faulty * 2 <= out.forms.size() ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace budgetdiff::import
