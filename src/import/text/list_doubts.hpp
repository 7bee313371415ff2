#pragma once

/// What the reader of lists does not trust in its own work: lists are written in more
/// notations than anyone knows, and one that is not understood must not pass in silence.

#include <budgetdiff/model/snapshot.hpp>

#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Whether the parts of an indicator look as if they were cut in the wrong places: marks at
/// a name's ends, arrows and bars inside, brackets that do not close, a category or 指标值
/// inside a name or target, a quantity before other words of a name, a name of figures alone or of
/// one letter, a second comparator behind other words, words behind a figure with its unit, a point
/// of a goal inside a target.
[[nodiscard]] bool is_doubtful(const Indicator& indicator);

/// Whether a list has pieces of another cell in it: sentences in a category or behind one of an
/// indicator's two targets, 指标值 in a name.
[[nodiscard]] bool is_torn(const std::vector<Indicator>& list);

/// Whether a goal has a piece of a list of indicators in it: 指标值： or its end, with a target
/// behind it (标值:>1020篇).
[[nodiscard]] bool holds_list_piece(std::string_view goal);

}  // namespace budgetdiff::import
