#include "import/stated_sums.hpp"

namespace budgetdiff::import {

Amount sum_of_column(const Snapshot& snapshot, std::string_view column) {
  Amount sum;
  for (const Project& project : snapshot.projects) {
    if (const Amount* amount = project.funding.find(column)) {
      sum += *amount;
    }
  }
  return sum;
}

std::vector<Finding> sum_mismatches(const Snapshot& snapshot, const Place& place) {
  std::vector<Finding> out;
  for (const auto& [key, stated] : snapshot.stated_total.items()) {
    const Amount sum = sum_of_column(snapshot, key);
    if (sum != stated) {
      out.push_back({"sum-mismatch",
                     Severity::error,
                     place,
                     "",
                     {BD_TR("合计 states {0} under {1}, and the projects add up to {2}"),
                      {stated.grouped(), std::string(published_word(key)), sum.grouped()}}});
    }
  }
  return out;
}

Finding subtotal_mismatch(const std::string& unit, std::string_view column, const Amount& stated,
                          const Amount& sum, const Place& place) {
  return {"subtotal-mismatch",
          Severity::error,
          place,
          "",
          {BD_TR("{0} states {1} under {2}, and its projects add up to {3}"),
           {unit, stated.grouped(), std::string(published_word(column)), sum.grouped()}}};
}

}  // namespace budgetdiff::import
