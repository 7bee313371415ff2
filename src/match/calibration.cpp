#include "match/calibration.hpp"

#include "match/fixed_log.hpp"

#include <algorithm>
#include <cstdint>

namespace budgetdiff::matching {
namespace {

/// Past this, 19 of 20, more of a margin makes a group hardly any surer: what
/// documents do not tell, whether a line ended or went over, errs there as well.
constexpr std::int64_t sure = 3000;

std::int64_t rising(std::int64_t margin, std::int64_t slope, std::int64_t offset) {
  const std::int64_t odds = slope * margin + offset;
  return odds <= sure ? odds : sure + (margin - (sure - offset) / slope) / 4;
}

}  // namespace

int confidence_of(const ProjectGroup& group) {
  const bool several_from = group.from.size() > 1;
  const bool several_to = group.to.size() > 1;
  if (several_from && several_to) {
    return probability_per_mille(rising(group.margin, 3, 1500));
  }
  // Splits and mergers are each other's mirror image, and as sure.
  if (several_from || several_to) {
    return probability_per_mille(
        std::max(std::min<std::int64_t>(group.margin, sure), rising(group.margin, 4, -400)));
  }
  return probability_per_mille(group.margin);
}

}  // namespace budgetdiff::matching
