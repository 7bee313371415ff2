#include <budgetdiff/check/checker.hpp>

#include "check/rules.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace budgetdiff {
namespace check_rules {

namespace {
constexpr std::size_t none = static_cast<std::size_t>(-1);
}  // namespace

void Report::add(std::size_t project, std::size_t indicator, Finding finding) {
  if (project != none) {
    finding.project = snapshot_.projects[project].name;
    if (provenance_ != nullptr && project < provenance_->projects.size()) {
      const ProjectPlace& place = provenance_->projects[project];
      finding.place =
          indicator < place.indicators.size() ? place.indicators[indicator] : place.place;
    }
  }
  entries_.push_back({project, indicator, std::move(finding)});
}

void Report::table(std::string code, Severity severity, Message message) {
  add(none, none, {std::move(code), severity, {}, {}, std::move(message)});
}

void Report::project(std::size_t project, std::string code, Severity severity, Message message) {
  add(project, none, {std::move(code), severity, {}, {}, std::move(message)});
}

void Report::indicator(std::size_t project, std::size_t indicator, std::string code,
                       Severity severity, Message message) {
  add(project, indicator, {std::move(code), severity, {}, {}, std::move(message)});
}

bool Report::was_said(std::string_view code) const {
  return provenance_ != nullptr &&
         std::any_of(provenance_->findings.begin(), provenance_->findings.end(),
                     [&](const Finding& finding) { return finding.code == code; });
}

std::vector<Finding> Report::take() {
  // By its sentence: the reader's code may be another (indicator-incomplete, target-missing).
  using Key = std::tuple<std::string, std::string, std::vector<std::string>>;
  const auto key = [](const Finding& finding) {
    return Key(finding.project, finding.message.text, finding.message.args);
  };
  std::set<Key> known;
  if (provenance_ != nullptr) {
    for (const Finding& finding : provenance_->findings) {
      known.insert(key(finding));
    }
  }
  // npos + 1 is zero: the table stands before its projects, a project before
  // its indicators.
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.project + 1, a.indicator + 1) < std::pair(b.project + 1, b.indicator + 1);
  });
  std::vector<Finding> out;
  for (Entry& entry : entries_) {
    if (!known.contains(key(entry.finding))) {
      out.push_back(std::move(entry.finding));
    }
  }
  return out;
}

Bound bound_of(const Target& target) {
  switch (target.comparator) {
    case Comparator::at_least:
    case Comparator::more_than:
      return Bound::lower;
    case Comparator::at_most:
    case Comparator::less_than:
      return Bound::upper;
    default:
      return Bound::none;
  }
}

std::vector<ReadIndicator> read_indicators(const Snapshot& snapshot) {
  std::vector<ReadIndicator> out;
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const std::vector<Indicator>& indicators = snapshot.projects[p].indicators;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      const std::string unit = unit_in_name(indicators[i].name);
      out.push_back({p, i, &indicators[i], measure_of(indicators[i].name),
                     category_of(indicators[i]), read_target(indicators[i].period_target, unit),
                     read_target(indicators[i].annual_target, unit)});
    }
  }
  return out;
}

}  // namespace check_rules

std::vector<Finding> check(const Snapshot& snapshot, const Provenance* provenance) {
  check_rules::Report report(snapshot, provenance);
  const auto indicators = check_rules::read_indicators(snapshot);
  check_rules::check_money(snapshot, report);
  check_rules::check_costs(snapshot, indicators, report);
  check_rules::check_weights(snapshot, report);
  check_rules::check_doubles(snapshot, report);
  check_rules::check_parts(snapshot, report);
  check_rules::check_categories(snapshot, report);
  check_rules::check_targets(indicators, report);
  check_rules::check_rates(indicators, report);
  check_rules::check_directions(indicators, report);
  check_rules::check_notation(indicators, report);
  check_rules::check_malformed(indicators, report);
  check_rules::check_placement(indicators, report);
  check_rules::check_consistency(snapshot, indicators, report);
  check_rules::check_goals(snapshot, report);
  check_rules::check_years(snapshot, report);
  check_rules::check_dates(snapshot, report);
  check_rules::check_names(indicators, report);
  check_rules::check_glyphs(indicators, report);
  return report.take();
}

}  // namespace budgetdiff
