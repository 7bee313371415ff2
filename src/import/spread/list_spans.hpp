#pragma once

/// Which rows of a list belong to its projects, and to categories that stand there once.

#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Where a text stands among a list's pieces.
struct ListSpot {
  std::size_t first = 0;  ///< of its pieces, and the last
  std::size_t last = 0;
  std::size_t page = 0;
};

struct SpanRow {
  std::u32string name;
  std::u32string weight;
  ListSpot spot;                   ///< of its name
  std::vector<std::size_t> lines;  ///< that hold pieces of it
};

/// A cell that spans rows.
struct SpanCell {
  std::u32string text;
  ListSpot spot;
  std::vector<std::size_t> lines;
  std::vector<std::size_t> goal;  ///< lines of a goal that stands beside the same rows
};

struct SpanTask {
  std::vector<SpanRow> rows;
  std::vector<SpanCell> projects;
  std::vector<SpanCell> level1;
  std::vector<SpanCell> level2;
  std::vector<std::size_t> flows;  ///< of each piece
  bool weighted = false;           ///< rows have weights
};

struct SpanAnswer {
  std::vector<std::size_t> projects;  ///< of each row
  std::vector<std::size_t> level1;
  std::vector<std::size_t> level2;
  std::vector<bool> doubtful;  ///< rows that may as well be another's
  bool whole = false;          ///< false: there are more cells than rows
};

/// The cheapest parts of the rows: of a second level those that stand beside it, and whose names
/// speak for it; of a first level second levels that it may have, each once; of a project first
/// levels, each once, whose weights are 100.
[[nodiscard]] SpanAnswer list_spans(const SpanTask& task);

}  // namespace budgetdiff::import
