#include "diff/divided_targets.hpp"

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/target.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

namespace budgetdiff {
namespace {

using Position = std::pair<std::size_t, std::size_t>;  // project, indicator
using Pairs = std::vector<const IndicatorPair*>;
using Field = std::string Indicator::*;

struct Named {
  const char* name;
  Field field;
};

constexpr std::array<Named, 2> fields{
    {{"period_target", &Indicator::period_target}, {"annual_target", &Indicator::annual_target}}};

bool has_one(std::string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// Whether numbers of the unit may be counted together: not 95% and 90%, 5元/人 and 6元/人,
/// 12个月 and 6个月, 90分 and 85分; nor what a name says of each, or of how well.
bool is_additive(const std::string& name, const std::string& unit) {
  static constexpr std::array<std::string_view, 14> others{
      "天", "日", "小时", "分钟", "个月", "工作日", "个工作日",
      "秒", "周", "年",   "分",   "级",   "度",     "倍"};
  static constexpr std::array<std::string_view, 16> names{
      "均",   "每",   "标准", "单价", "单次", "单位成本", "频次", "频率",
      "指数", "系数", "得分", "评分", "浓度", "等级",     "排名", "名次"};
  return unit.find('%') == std::string::npos && unit.find('/') == std::string::npos &&
         std::find(others.begin(), others.end(), unit) == others.end() && !has_one(name, names);
}

bool is_one_number(const Target& target) {
  return target.numeric && target.comparator != Comparator::range &&
         target.comparator != Comparator::about;
}

/// The indicators of a group that hang together by pairs, with the pairs.
struct Component {
  std::set<Position> from;
  std::set<Position> to;
  Pairs pairs;
};

std::vector<Component> components_of(const AlignedGroup& group) {
  std::vector<Component> out;
  for (const IndicatorPair& pair : group.indicators) {
    Component joined;
    joined.from.insert({pair.from_project, pair.from_indicator});
    joined.to.insert({pair.to_project, pair.to_indicator});
    for (std::size_t i = 0; i < out.size();) {
      const bool touches = out[i].from.contains(*joined.from.begin()) ||
                           out[i].to.contains({pair.to_project, pair.to_indicator});
      if (!touches) {
        ++i;
        continue;
      }
      joined.from.merge(out[i].from);
      joined.to.merge(out[i].to);
      joined.pairs.insert(joined.pairs.end(), out[i].pairs.begin(), out[i].pairs.end());
      out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    }
    joined.pairs.push_back(&pair);
    out.push_back(std::move(joined));
  }
  for (Component& one : out) {
    std::sort(one.pairs.begin(), one.pairs.end(), [](const auto* a, const auto* b) {
      return std::pair(a->to_project, a->to_indicator) < std::pair(b->to_project, b->to_indicator);
    });
  }
  return out;
}

/// One side of a component in one field.
struct Side {
  std::vector<const Indicator*> indicators;
  std::vector<Target> targets;

  Side(const Snapshot& snapshot, const std::set<Position>& positions, Field field) {
    for (const auto& [project, index] : positions) {
      const Indicator& indicator = snapshot.projects[project].indicators[index];
      indicators.push_back(&indicator);
      targets.push_back(read_target(indicator.*field, unit_in_name(indicator.name)));
    }
  }

  /// Whether a part of it can be a part of a quantity.
  [[nodiscard]] bool is_quantity() const {
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (targets[i].numeric && is_additive(indicators[i]->name, targets[i].unit)) {
        return true;
      }
    }
    return false;
  }

  /// As one target in the grammar of targets; empty where the numbers cannot be added.
  [[nodiscard]] std::string sum(bool grouped) const {
    Amount sum;
    for (const Target& target : targets) {
      if (!is_one_number(target) || target.unit != targets.front().unit ||
          target.comparator != targets.front().comparator) {
        return {};
      }
      sum += target.low;
    }
    sum = sum.reduced();
    return std::string(to_string(targets.front().comparator)) +
           (grouped ? sum.grouped() : sum.to_string()) + targets.front().unit;
  }
};

}  // namespace

DividedTargets divided_targets(const Snapshot& from, const Snapshot& to,
                               const AlignedGroup& group) {
  DividedTargets out;
  for (const Component& one : components_of(group)) {
    if (one.pairs.size() < 2) {
      continue;
    }
    for (const Named& field : fields) {
      const Side before(from, one.from, field.field);
      const Side after(to, one.to, field.field);
      if (!before.is_quantity() || !after.is_quantity()) {
        continue;
      }
      TargetComparison said;
      said.effect = Effect::changed;
      said.rule = rule_of_parts;
      const std::string sum_before = before.sum(false);
      const std::string sum_after = after.sum(false);
      if (!sum_before.empty() && !sum_after.empty()) {
        const Indicator& first = *before.indicators.front();
        const Indicator& last = *after.indicators.front();
        said = compare_targets(sum_before, sum_after, first.name, last.name,
                               last.level2.empty() ? first.level2 : last.level2);
        const bool level = said.effect == Effect::same || said.effect == Effect::reworded;
        said.effect = level ? Effect::changed : said.effect;
        said.rule = level ? std::string(rule_of_division)
                          : std::string(rule_of_sum) + before.sum(true) + " -> " + after.sum(true);
      }
      for (const IndicatorPair* pair : one.pairs) {
        const std::string& text =
            from.projects[pair->from_project].indicators[pair->from_indicator].*field.field;
        if (text == to.projects[pair->to_project].indicators[pair->to_indicator].*field.field) {
          continue;
        }
        out.emplace(std::pair(pair, field.name), said);
        // Said of all together, so once.
        said.effect = Effect::changed;
        said.delta.reset();
        said.unit.clear();
      }
    }
  }
  return out;
}

}  // namespace budgetdiff
