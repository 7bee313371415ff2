#pragma once

/// Which groups of projects the picture of the flows draws.

#include "report/wording.hpp"

#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/model/change_set.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff::html {

/// A project, or several gathered, on one side.
struct FlowNode {
  std::string label;
  Amount amount;     ///< in the later unit; zero where none is published
  bool name = true;  ///< text of a document, not of ours
  bool known = true;

  [[nodiscard]] std::string amount_text() const { return known ? amount.grouped() : "—"; }
};

/// Projects that became others; or what was gathered.
struct FlowGroup {
  ProjectChangeKind kind = ProjectChangeKind::unchanged;
  std::string link;  ///< id of the change; empty for what was gathered or not listed
  std::vector<FlowNode> from;
  std::vector<FlowNode> to;
  Amount from_sum;
  Amount to_sum;

  [[nodiscard]] Amount size() const { return std::max(from_sum, to_sum); }
  [[nodiscard]] bool regroups() const {
    return kind == ProjectChangeKind::split || kind == ProjectChangeKind::merged ||
           kind == ProjectChangeKind::regrouped;
  }
};

/// The groups to draw, in order: what goes on by money, then new, then ended,
/// each followed by what was gathered of it. Splits, mergers and regroupings
/// have first place. Empty where amounts cannot be compared.
[[nodiscard]] std::vector<FlowGroup> flow_groups(const ChangeSet& changes, const Wording& say);

}  // namespace budgetdiff::html
