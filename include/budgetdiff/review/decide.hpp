#pragma once

/// A person's word on matches: accept, reject, pin, unpin.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/decision.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff {

enum class DecideAction { accept, reject, pin, unpin };

struct DecideRequest {
  DecideAction action = DecideAction::accept;
  std::string
      id;  ///< of a group or suggestion, its beginning is enough; for unpin a project's name
  std::vector<std::string> from_names;  ///< pin: NAME, or NAME#2 for the second of that name
  std::vector<std::string> to_names;
  std::string reason;
};

/// What was compared, and how the user may name the two sides in advice.
struct DecideInput {
  const Snapshot& from;
  const Snapshot& to;
  const ChangeSet& changes;
  std::string from_name;
  std::string to_name;
};

/// Puts the word into `decisions`, where it replaces older ones on the same
/// projects, and returns the subject of the commit that records it. Nothing is
/// changed where it is an error: an unknown or ambiguous id or name.
[[nodiscard]] Result<std::string> decide(const DecideInput& input, const DecideRequest& request,
                                         Decisions& decisions);

/// Projects of exactly that name, or else those whose name holds it.
[[nodiscard]] std::vector<std::size_t> find_projects(const Snapshot& snapshot,
                                                     const std::string& name);

}  // namespace budgetdiff
