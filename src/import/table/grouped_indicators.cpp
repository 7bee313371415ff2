#include "import/table/grouped_indicators.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace budgetdiff::import {

bool is_left_open(const IndicatorText& indicator) {
  const auto dots = [](const Flow& flow) {
    return flow.text.find_first_not_of(U"….．·0123456789、 ") == flow.text.npos;
  };
  return !indicator.name.empty() && indicator.name.text.find(U'…') != indicator.name.text.npos &&
         dots(indicator.name) && dots(indicator.annual) && dots(indicator.period) &&
         dots(indicator.value);
}

namespace {

/// Whether a category may be another's: a page's end leaves some blank and cuts others.
bool may_be_same(const Flow& a, const Flow& b) {
  return a.text.starts_with(b.text) || b.text.starts_with(a.text);
}

/// The indicator of the whole period that one of the year repeats, or none.
std::vector<IndicatorText>::iterator counterpart(std::vector<IndicatorText>& rows,
                                                 const IndicatorText& of_year) {
  const auto open = [&](const IndicatorText& one) {
    return one.name.text == of_year.name.text && one.value.empty() && one.annual.empty() &&
           (!one.period_value.empty() || !one.period.empty());
  };
  const auto same = std::find_if(rows.begin(), rows.end(), [&](const IndicatorText& one) {
    return open(one) && one.level1.text == of_year.level1.text &&
           one.level2.text == of_year.level2.text;
  });
  return same != rows.end() || of_year.name.empty()
             ? same
             : std::find_if(rows.begin(), rows.end(), [&](const IndicatorText& one) {
                 return open(one) && may_be_same(one.level1, of_year.level1) &&
                        may_be_same(one.level2, of_year.level2);
               });
}

}  // namespace

void add_indicator(std::vector<IndicatorText>& rows, IndicatorText&& indicator, Span span) {
  if (span == Span::annual) {
    // The year's table repeats what the table of the whole period has.
    const auto same = counterpart(rows, indicator);
    if (same != rows.end()) {
      same->value = std::move(indicator.value);
      same->annual = std::move(indicator.annual);
      same->comparator = std::move(indicator.comparator);
      same->unit = std::move(indicator.unit);
      same->side_by_side = std::move(indicator.side_by_side);
      return;
    }
  }
  // Those of one group of columns stay together.
  auto at = rows.end();
  while (at != rows.begin() && (at - 1)->group > indicator.group) {
    --at;
  }
  rows.insert(at, std::move(indicator));
}

bool is_paired(const IndicatorText& indicator) {
  return (!indicator.period.empty() || !indicator.period_value.empty()) &&
         (!indicator.annual.empty() || !indicator.value.empty());
}

void pair_last(std::vector<IndicatorText>& rows, std::size_t group, Span span) {
  const auto last = std::find_if(rows.rbegin(), rows.rend(),
                                 [&](const IndicatorText& one) { return one.group == group; });
  if (last == rows.rend()) {
    return;
  }
  IndicatorText indicator = std::move(*last);
  rows.erase(std::next(last).base());
  add_indicator(rows, std::move(indicator), span);
}

}  // namespace budgetdiff::import
