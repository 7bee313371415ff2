#pragma once

/// Headers of web pages whose cells lost what they span.

#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// 项目名称 | 预算数 | 绩效指标 over seven columns, and below it seven words from the left edge on:
/// the page says that the group spans columns and no longer that the others span rows. The words
/// are put below their group, and the others span both rows. Only in tables whose cells flow (web
/// pages), where the words of the second row are the indicators' own and as many as the group
/// spans.
void restore_header_spans(std::vector<Block>& blocks);

}  // namespace budgetdiff::import
