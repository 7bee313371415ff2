#pragma once

/// A person's word on matches: accept, reject, pin, unpin.

#include "cli/context.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::cli {

enum class DecideAction { accept, reject, pin, unpin };

struct DecideOptions {
  DecideAction action = DecideAction::accept;
  std::string from;
  std::string to;
  std::string id;  ///< of a group or suggestion; for unpin a project's name
  std::vector<std::string> from_names;
  std::vector<std::string> to_names;
  std::string reason;
};

/// Changes the decisions on a pair of stored years in one commit.
Exit run_decide(const Context& context, const DecideOptions& options);

/// Projects of exactly that name, or else those whose name holds it.
[[nodiscard]] std::vector<std::size_t> find_projects(const Snapshot& snapshot,
                                                     const std::string& name);

}  // namespace budgetdiff::cli
