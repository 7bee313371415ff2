#include "import/table/target_units.hpp"

#include <array>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view digits = U"0123456789０１２３４５６７８９";

constexpr std::array<Flow IndicatorText::*, 3> targets{
    &IndicatorText::period, &IndicatorText::annual, &IndicatorText::value};

/// What stands behind the last figure.
std::u32string behind_figure(const std::u32string& target) {
  const std::size_t last = target.find_last_of(digits);
  return last == target.npos ? std::u32string() : target.substr(last + 1);
}

}  // namespace

void TargetUnits::add(const IndicatorText& row) {
  constexpr std::size_t longest = 8;
  for (const auto target : targets) {
    std::u32string unit = behind_figure((row.*target).text);
    if (!unit.empty() && unit.size() <= longest) {
      units_.insert(std::move(unit));
    }
  }
}

bool TargetUnits::complete(const IndicatorText& above, const IndicatorText& half) const {
  for (const auto target : targets) {
    const std::u32string& first = (above.*target).text;
    const std::u32string& rest = (half.*target).text;
    if (!rest.empty() && rest.find_first_of(digits) == rest.npos &&
        first.find_first_of(digits) != first.npos && units_.contains(behind_figure(first) + rest)) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
