#pragma once

/// The verbs of `match` that record a person's word.

#include "cli/context.hpp"

#include <budgetdiff/review/decide.hpp>

#include <string>

namespace budgetdiff::cli {

struct DecideOptions {
  std::string from;
  std::string to;
  DecideRequest request;
};

/// Changes the decisions on a pair of stored years in one commit.
Exit run_decide(const Context& context, const DecideOptions& options);

}  // namespace budgetdiff::cli
