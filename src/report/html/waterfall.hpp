#pragma once

/// Where a change of money comes from, step by step, adding up.

#include "report/html/page.hpp"

#include <string>
#include <vector>

namespace budgetdiff::html {

struct WaterfallStep {
  std::string label;
  Amount delta;
  std::string link;  ///< id of the change; empty where the step is several
};

struct Waterfall {
  std::string id;       ///< of the picture, unique in the page
  std::string caption;  ///< the sentence above it
  std::string from_label;
  std::string to_label;
  Amount from;
  Amount to;
  std::vector<WaterfallStep> steps;  ///< `from` and all deltas give `to`
};

/// The change of the total by kind of change. REQUIRES: totals.from, .to and
/// .delta are known.
[[nodiscard]] Waterfall waterfall_by_kind(const ChangeSet& changes, const Wording& say);

/// The same by project: the `most` largest ones, then what is left in one step
/// up and one down. Nothing is left out.
[[nodiscard]] Waterfall waterfall_by_project(const ChangeSet& changes, const Wording& say,
                                             std::size_t most);

/// The picture and its numbers as a table.
void write(Page& page, const Waterfall& waterfall);

}  // namespace budgetdiff::html
