#pragma once

/// A row that a page cuts inside its goal and inside its list: text gives the rest of
/// the goal behind the first part of the list.

#include "import/text/flow.hpp"

#include <cstdint>
#include <set>

namespace budgetdiff::import {

/// Puts the rest of the goal before the list. `flow` is the text between the amounts of
/// two rows; `page_starts` are the lines behind a repeated header. Nothing is moved
/// where the goal is whole, or where what follows a page's header is no prose that ends
/// with a full stop.
void join_cut_goal(Flow& flow, const std::set<std::uint32_t>& page_starts);

}  // namespace budgetdiff::import
