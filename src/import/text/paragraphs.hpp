#pragma once

/// Goals: prose whose line breaks are undone and whose paragraphs are kept.

#include "import/text/flow.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {

/// The goal as published, paragraphs separated by one '\n'.
///
/// A line break is a paragraph's where a numbered paragraph (1. 2、（三） ④
/// 第五，) begins behind a finished sentence, or counts on from the text's first (1.安置120 over
/// 2.培训500). Numbers that run on inside a line
/// are an enumeration, and then none of its numbers begins a paragraph.
[[nodiscard]] std::string published_goal(const Flow& goal);

}  // namespace budgetdiff::import
