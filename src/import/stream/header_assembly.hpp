#pragma once

/// A header whose words print breaks over lines, in text that gives the pieces line by line.

#include "import/stream/stream_header.hpp"
#include "import/stream/tokens.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

struct AssembledHeader {
  std::vector<StreamToken> tokens;  ///< the pieces, those of a word behind each other
  StreamHeader header;              ///< its cells are tokens of these
};

/// The words around 一级指标 of which a line gives the first pieces, and a later one the rests, in
/// the order of their columns: 指标权 计量单 指标 / 重 位 性质. A rest is the first unfinished
/// word's that it makes a known one. Categories come first, other columns in the order of the
/// text. Nothing where that makes no names and no targets.
[[nodiscard]] std::optional<AssembledHeader> assemble_header(const std::vector<StreamToken>& form);

}  // namespace budgetdiff::import
