#include "import/table/targets_in_names.hpp"

#include "import/text/free_item.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// A part of a cell's text: all of it is said to stand where the cell begins.
Flow flow_of(const std::string& text, const Flow& whole) {
  Flow out;
  out.append(to_code_points(text), whole.origin.front());
  return out;
}

}  // namespace

void take_targets_of_names(TableRecords& records) {
  std::vector<IndicatorText*> rows;
  for (ProjectText& project : records.projects) {
    for (IndicatorText& row : project.rows) {
      if (row.has_target()) {
        return;
      }
      if (!row.name.empty()) {
        rows.push_back(&row);
      }
    }
  }
  std::vector<std::u32string_view> names;
  for (const IndicatorText* row : rows) {
    names.emplace_back(row->name.text);
  }
  const FreeNotation notation = shared_notation(names);
  std::vector<std::pair<IndicatorText*, Indicator>> parted;
  for (IndicatorText* row : rows) {
    Indicator read;
    if (read_free_item(row->name.text, notation, read)) {
      parted.emplace_back(row, std::move(read));
    }
  }
  if (parted.size() * 2 < rows.size()) {
    return;
  }
  for (const auto& [row, read] : parted) {
    const Flow whole = row->name;
    row->name = flow_of(read.name, whole);
    row->annual = flow_of(read.annual_target, whole);
    if (row->weight.empty() && !read.weight.empty()) {
      row->weight = flow_of(read.weight, whole);
    }
  }
}

}  // namespace budgetdiff::import
