#pragma once

/// Two readings of a document's forms put together.

#include "import/stream/ordered_forms.hpp"

#include <optional>

namespace budgetdiff::import {

/// Each form as `ordered` gives it (ordered_forms.hpp), and those that it does not understand as
/// `spread` does (spread_forms.hpp): a form that print puts out of order says nothing of the
/// others. Nothing where neither understands a form, or most are understood by `spread` alone and
/// faulty.
[[nodiscard]] std::optional<OrderedForms> mixed_forms(const OrderedForms& ordered,
                                                      const OrderedForms& spread);

}  // namespace budgetdiff::import
