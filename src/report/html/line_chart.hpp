#pragma once

/// Amounts over the years as a line.

#include "report/html/page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::html {

/// One point a year; a year without an amount is a gap.
struct Series {
  std::vector<std::string> labels;
  std::vector<std::optional<Amount>> values;  ///< as many as labels
};

/// The line with its amounts written at the points, for a figure whose caption
/// has the given id. Returns whether the axis begins above zero.
bool write_line_chart(Page& page, const Series& series, const std::string& caption_id);

/// A line as small as a word, from zero up; decoration beside the numbers.
void write_sparkline(Page& page, const std::vector<std::optional<Amount>>& values);

}  // namespace budgetdiff::html
