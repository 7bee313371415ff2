#include <budgetdiff/model/funding_kind.hpp>

namespace budgetdiff {

bool is_beside_total(std::string_view column) {
  return column == "multi_year_total" || column == "adjusted_budget" || column == "executed" ||
         column == "previous_year";
}

bool is_part_of_fiscal(std::string_view column) {
  return column == "general_public_budget" || column == "government_funds" ||
         column == "state_capital";
}

}  // namespace budgetdiff
