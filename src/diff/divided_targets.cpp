#include "diff/divided_targets.hpp"

#include <budgetdiff/model/target.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace budgetdiff {
namespace {

using Position = std::pair<std::size_t, std::size_t>;  // project, indicator
using Field = std::string Indicator::*;

struct Named {
  const char* name;
  Field field;
};

constexpr std::array<Named, 2> fields{
    {{"period_target", &Indicator::period_target}, {"annual_target", &Indicator::annual_target}}};

/// Whether numbers of the unit may be counted together: not 95% and 90%, 5元/人 and 6元/人,
/// 12个月 and 6个月, 90分 and 85分.
bool is_additive(const std::string& unit) {
  static constexpr std::array<std::string_view, 14> others{
      "天", "日", "小时", "分钟", "个月", "工作日", "个工作日",
      "秒", "周", "年",   "分",   "级",   "度",     "倍"};
  return unit.find('%') == std::string::npos && unit.find('/') == std::string::npos &&
         std::find(others.begin(), others.end(), unit) == others.end();
}

Target target_of(const Indicator& indicator, Field field) {
  return read_target(indicator.*field, unit_in_name(indicator.name));
}

bool is_one_number(const Target& target) {
  return target.numeric && target.comparator != Comparator::range &&
         target.comparator != Comparator::about;
}

/// Whether `parts`, several, add up to `whole`.
bool add_up(const std::vector<Target>& parts, const Target& whole) {
  if (!is_one_number(whole) || !is_additive(whole.unit)) {
    return false;
  }
  Amount sum;
  for (const Target& part : parts) {
    if (!is_one_number(part) || part.unit != whole.unit || part.comparator != whole.comparator ||
        part.low.is_zero()) {
      return false;
    }
    sum += part.low;
  }
  return sum == whole.low;
}

}  // namespace

DividedTargets divided_targets(const Snapshot& from, const Snapshot& to,
                               const AlignedGroup& group) {
  DividedTargets out;
  const auto earlier = [&](const IndicatorPair& pair) -> const Indicator& {
    return from.projects[pair.from_project].indicators[pair.from_indicator];
  };
  const auto later = [&](const IndicatorPair& pair) -> const Indicator& {
    return to.projects[pair.to_project].indicators[pair.to_indicator];
  };
  std::map<Position, std::vector<const IndicatorPair*>> of_earlier;
  std::map<Position, std::vector<const IndicatorPair*>> of_later;
  for (const IndicatorPair& pair : group.indicators) {
    of_earlier[{pair.from_project, pair.from_indicator}].push_back(&pair);
    of_later[{pair.to_project, pair.to_indicator}].push_back(&pair);
  }
  const auto look = [&](const auto& sides, const auto& whole_of, const auto& part_of) {
    for (const auto& [position, pairs] : sides) {
      if (pairs.size() < 2) {
        continue;
      }
      for (const Named& field : fields) {
        std::vector<Target> parts;
        for (const IndicatorPair* pair : pairs) {
          parts.push_back(target_of(part_of(*pair), field.field));
        }
        if (add_up(parts, target_of(whole_of(*pairs.front()), field.field))) {
          for (const IndicatorPair* pair : pairs) {
            out.emplace(pair, field.name);
          }
        }
      }
    }
  };
  look(of_earlier, earlier, later);
  look(of_later, later, earlier);
  return out;
}

}  // namespace budgetdiff
