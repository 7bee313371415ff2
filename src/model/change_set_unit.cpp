#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/money_unit.hpp>

#include <string>

namespace budgetdiff {
namespace {

/// From one unit to another that it converts into.
class Conversion {
 public:
  Conversion(std::string from, std::string to) : from_(std::move(from)), to_(std::move(to)) {}

  [[nodiscard]] bool is_possible() const { return convert(Amount(), from_, to_).has_value(); }
  [[nodiscard]] bool is_needed() const { return from_ != to_; }

  void operator()(Amount& amount) const { amount = convert(amount, from_, to_).value_or(amount); }
  void operator()(std::optional<Amount>& amount) const {
    if (amount) {
      (*this)(*amount);
    }
  }
  void operator()(Funding& funding) const {
    const std::vector<Funding::Item> published = funding.items();
    for (const auto& [column, amount] : published) {
      funding.set(column, convert(amount, from_, to_).value_or(amount));
    }
  }
  void operator()(std::vector<ProjectRef>& refs) const {
    for (ProjectRef& ref : refs) {
      (*this)(ref.total);
      if (ref.content) {
        (*this)(ref.content->funding);
      }
    }
  }

 private:
  std::string from_;
  std::string to_;
};

/// What stands in the unit of the earlier snapshot.
void convert_earlier(ChangeSet& changes, const Conversion& to_unit) {
  for (AmountChange& change : changes.stated) {
    to_unit(change.from);
  }
  for (SuggestedMatch& match : changes.suggested) {
    to_unit(match.from);
  }
  for (ProjectChange& project : changes.projects) {
    to_unit(project.from);
    for (AmountChange& change : project.funding) {
      to_unit(change.from);
    }
  }
}

/// What stands in the unit of the later one: its amounts, and all that was compared.
void convert_later(ChangeSet& changes, const Conversion& to_unit) {
  to_unit(changes.totals.from);
  to_unit(changes.totals.to);
  to_unit(changes.totals.delta);
  for (ReconciliationLine& line : changes.reconciliation) {
    to_unit(line.delta);
  }
  for (AmountChange& change : changes.stated) {
    to_unit(change.to);
    to_unit(change.delta);
  }
  for (SuggestedMatch& match : changes.suggested) {
    to_unit(match.to);
  }
  for (ProjectChange& project : changes.projects) {
    to_unit(project.to);
    to_unit(project.from_total);
    to_unit(project.to_total);
    to_unit(project.delta);
    for (AmountChange& change : project.funding) {
      to_unit(change.to);
      to_unit(change.delta);
    }
  }
}

}  // namespace

ChangeSet in_later_unit(ChangeSet changes) {
  const std::string unit = changes.to.unit;
  return in_unit(std::move(changes), unit);
}

ChangeSet in_unit(ChangeSet changes, const std::string& unit) {
  const Conversion later(changes.to.unit, unit);
  if (!later.is_possible()) {
    return in_later_unit(std::move(changes));
  }
  const Conversion earlier(changes.from.unit, unit);
  if (earlier.is_needed() && earlier.is_possible()) {
    convert_earlier(changes, earlier);
    changes.from.unit = unit;
  }
  if (later.is_needed()) {
    convert_later(changes, later);
    changes.to.unit = unit;
  }
  return changes;
}

}  // namespace budgetdiff
