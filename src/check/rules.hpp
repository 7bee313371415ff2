#pragma once

/// The rules of check(), one file a subject. Each adds its findings to `report`.

#include "check/category.hpp"
#include "check/measure.hpp"

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/model/target.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::check_rules {

/// Where findings go; knows the places of projects and indicators.
class Report {
 public:
  Report(const Snapshot& snapshot, const Provenance* provenance)
      : snapshot_(snapshot), provenance_(provenance) {}

  /// On the whole table.
  void table(std::string code, Severity severity, Message message);
  void project(std::size_t project, std::string code, Severity severity, Message message);
  void indicator(std::size_t project, std::size_t indicator, std::string code, Severity severity,
                 Message message);

  /// Whether the reader of the document has a finding of that code.
  [[nodiscard]] bool was_said(std::string_view code) const;

  /// All findings, the table's first, then by project, without those that the
  /// provenance holds already.
  [[nodiscard]] std::vector<Finding> take();

 private:
  struct Entry {
    std::size_t project;  ///< npos: the table
    std::size_t indicator;
    Finding finding;
  };
  void add(std::size_t project, std::size_t indicator, Finding finding);

  const Snapshot& snapshot_;
  const Provenance* provenance_;
  std::vector<Entry> entries_;
};

/// Which way a comparator bounds a number.
enum class Bound { none, lower, upper };

[[nodiscard]] Bound bound_of(const Target& target);

/// An indicator, its name and targets read once for all rules.
struct ReadIndicator {
  std::size_t project = 0;
  std::size_t indicator = 0;
  const Indicator* published = nullptr;
  Measure measure;
  Category category = Category::unknown;
  Target period;
  Target annual;

  /// The annual target, or the period's where there is no annual one.
  [[nodiscard]] const Target& target() const {
    return published->annual_target.empty() ? period : annual;
  }
  [[nodiscard]] const std::string& target_text() const {
    return published->annual_target.empty() ? published->period_target : published->annual_target;
  }

  /// Calls `wrong(target)` with the annual target, then with the period's, and
  /// gives the text of the first that it is true of; null if of neither.
  [[nodiscard]] const std::string* first_of(const auto& wrong) const {
    if (wrong(annual)) {
      return &published->annual_target;
    }
    return wrong(period) ? &published->period_target : nullptr;
  }
  /// Whether one target bounds from below and the other from above.
  [[nodiscard]] bool opposed() const {
    return bound_of(period) != Bound::none && bound_of(annual) != Bound::none &&
           bound_of(period) != bound_of(annual);
  }
};

/// What many indicators of a table share is one finding on the table.
constexpr std::size_t most_of_a_kind = 5;

[[nodiscard]] std::vector<ReadIndicator> read_indicators(const Snapshot& snapshot);

void check_money(const Snapshot& snapshot, Report& report);
void check_weights(const Snapshot& snapshot, Report& report);
void check_dates(const Snapshot& snapshot, Report& report);
void check_costs(const Snapshot& snapshot, const std::vector<ReadIndicator>& indicators,
                 Report& report);
void check_doubles(const Snapshot& snapshot, Report& report);
void check_parts(const Snapshot& snapshot, Report& report);
void check_categories(const Snapshot& snapshot, Report& report);
void check_targets(const std::vector<ReadIndicator>& indicators, Report& report);
void check_rates(const std::vector<ReadIndicator>& indicators, Report& report);
void check_directions(const std::vector<ReadIndicator>& indicators, Report& report);
void check_notation(const std::vector<ReadIndicator>& indicators, Report& report);
void check_malformed(const std::vector<ReadIndicator>& indicators, Report& report);
void check_placement(const std::vector<ReadIndicator>& indicators, Report& report);
void check_consistency(const Snapshot& snapshot, const std::vector<ReadIndicator>& indicators,
                       Report& report);
void check_goals(const Snapshot& snapshot, Report& report);
void check_years(const Snapshot& snapshot, Report& report);
void check_names(const std::vector<ReadIndicator>& indicators, Report& report);
void check_glyphs(const std::vector<ReadIndicator>& indicators, Report& report);

}  // namespace budgetdiff::check_rules
