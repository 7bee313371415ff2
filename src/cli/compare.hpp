#pragma once

/// Comparing two operands: load, match under a person's decisions, diff.

#include "cli/operand.hpp"

#include <budgetdiff/match/matcher.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/decision.hpp>

#include <string>

namespace budgetdiff::cli {

struct Comparison {
  Operand from;
  Operand to;
  Decisions decisions;
  Alignment alignment;
  ChangeSet changes;
  /// The two sides as the user may name them to other verbs; empty where a
  /// side is a file, since decisions live in a store.
  std::string from_name;
  std::string to_name;
};

/// What else a comparison must know.
struct CompareOptions {
  MatchMode mode = MatchMode::full;
  bool blob_ids = false;  ///< JSON and apply need them, the reports do not
  bool ids = true;        ///< comments and all formats but plain text need them; a
                          ///< comparison of two years of a store always has them
};

[[nodiscard]] Result<Comparison> compare(StoreHandle& store, const std::string& from,
                                         const std::string& to, const CompareOptions& options);

/// The same of two snapshots that were read already; their names stay empty.
[[nodiscard]] Result<Comparison> compare_loaded(StoreHandle& store, Operand from, Operand to,
                                                const CompareOptions& options);

}  // namespace budgetdiff::cli
