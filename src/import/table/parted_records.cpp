#include "import/table/parted_records.hpp"

#include <utility>

namespace budgetdiff::import {

std::vector<TableRecords> parted_records(const TableRecords& records,
                                         const std::vector<std::size_t>& part_of,
                                         std::size_t count) {
  TableRecords common = records;
  common.projects.clear();
  common.subtotals.clear();
  if (!common.sums.empty()) {
    common.sums.clear();
    add_once(common.unread, "合计");
  }
  std::vector<TableRecords> out(count, common);
  for (std::size_t row = 0; row < records.projects.size(); ++row) {
    if (part_of[row] < count) {
      out[part_of[row]].projects.push_back(records.projects[row]);
    }
  }
  for (std::size_t i = 1; i < count; ++i) {
    out[i].findings.clear();  // they are of the whole table, and said once
  }
  return out;
}

}  // namespace budgetdiff::import
