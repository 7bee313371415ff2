#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/money_unit.hpp>

#include <string>

namespace budgetdiff {
namespace {

/// Converts what can be; `unit` to `to`.
void convert_to(std::optional<Amount>& amount, const std::string& unit, const std::string& to) {
  if (amount) {
    amount = convert(*amount, unit, to).value_or(*amount);
  }
}

}  // namespace

ChangeSet in_later_unit(ChangeSet changes) {
  const std::string unit = changes.from.unit;
  const std::string& to = changes.to.unit;
  if (unit == to || !convert(Amount(), unit, to)) {
    return changes;
  }
  for (AmountChange& change : changes.stated) {
    convert_to(change.from, unit, to);
  }
  for (SuggestedMatch& match : changes.suggested) {
    for (ProjectRef& ref : match.from) {
      convert_to(ref.total, unit, to);
    }
  }
  for (ProjectChange& project : changes.projects) {
    for (ProjectRef& ref : project.from) {
      convert_to(ref.total, unit, to);
    }
    for (AmountChange& change : project.funding) {
      convert_to(change.from, unit, to);
    }
  }
  changes.from.unit = to;
  return changes;
}

}  // namespace budgetdiff
