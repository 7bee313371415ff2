#pragma once

/// One project through the years: what it was called, what it became.

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff {

/// One project of one year that belongs to the line.
struct LineageNode {
  std::size_t edition = 0;  ///< index into Lineage::editions
  std::size_t project = 0;  ///< position in that snapshot
  std::string name;
  std::optional<Amount> total;
  std::optional<std::string> share;  ///< of the whole budget, in percent
};

/// That one project became another (two edges from one node are a split).
struct LineageEdge {
  std::size_t from = 0;  ///< index into Lineage::nodes
  std::size_t to = 0;
  MatchMethod method = MatchMethod::none;
  int confidence = 1000;  ///< per mille
};

/// One year and stage that the line was looked for in.
struct LineageEdition {
  int year = 0;
  std::string stage;
  std::string unit;
};

/// The targets of one indicator through the years.
struct LineageIndicator {
  std::string name;                  ///< as it was last called
  std::vector<std::string> targets;  ///< one for each edition; empty: not there
};

struct Lineage {
  std::vector<LineageEdition> editions;  ///< in order of time
  std::vector<LineageNode> nodes;        ///< by edition, then by position
  std::vector<LineageEdge> edges;
  std::vector<LineageIndicator> indicators;
};

}  // namespace budgetdiff
