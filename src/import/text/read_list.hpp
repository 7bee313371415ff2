#pragma once

/// A list of indicators in one cell, as indicators with their places; the one
/// reader of it for text and for cells of tables.

#include "import/text/flow.hpp"
#include "import/text/indicator_list.hpp"

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// The beginning of a text, for findings.
[[nodiscard]] std::string quote(std::u32string_view text);

/// That the parts of an indicator are a guess (list_doubts.hpp).
[[nodiscard]] Finding doubt(std::u32string_view item, const Place& place,
                            const std::string& project);

/// Adds the indicators that begin at `heads` to `project` and their places to
/// `place`; what breaks off, is misnumbered or left over is a finding.
/// `place_at` gives the place of a flow's origin.
void read_list(const Flow& list, const std::vector<ItemHead>& heads,
               const std::function<Place(std::uint32_t)>& place_at, Project& project,
               ProjectPlace& place, std::vector<Finding>& findings);

}  // namespace budgetdiff::import
