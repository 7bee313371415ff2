/// Rates and counts: what a name promises against the unit and size of its
/// target.

#include "check/rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

/// Ends of names that count things.
constexpr std::array counts{"次数"sv, "人数"sv, "户数"sv, "场数"sv, "个数"sv, "件数"sv,
                            "份数"sv, "期数"sv, "篇数"sv, "台数"sv, "套数"sv, "家数"sv,
                            "天数"sv, "场次"sv, "人次"sv, "数量"sv, "批次"sv, "班次"sv};

/// Units of things that are counted.
constexpr std::array count_units{"次"sv, "人"sv, "户"sv, "场"sv, "个"sv,   "件"sv,   "份"sv,
                                 "期"sv, "篇"sv, "台"sv, "套"sv, "人次"sv, "场次"sv, "家"sv};

/// Rates that are near 100% where things go well.
constexpr std::array full_rates{
    "完成率"sv, "及时率"sv, "合格率"sv, "准确率"sv, "运行率"sv, "满意率"sv, "满意度"sv,
    "覆盖率"sv, "知晓率"sv, "通过率"sv, "达标率"sv, "到位率"sv, "发放率"sv, "执行率"sv,
    "受理率"sv, "办结率"sv, "结案率"sv, "处理率"sv, "验收率"sv, "到岗率"sv, "出勤率"sv,
    "使用率"sv, "维护率"sv, "完好率"sv, "兑现率"sv, "响应率"sv, "审核率"sv, "答复率"sv};

/// Rates that may pass 100%.
constexpr std::array growths{"增长"sv, "提高"sv, "提升"sv, "增幅"sv,     "同比"sv, "增加"sv,
                             "超额"sv, "回报"sv, "收益"sv, "产值"sv,     "倍"sv,   "杠杆"sv,
                             "增值"sv, "带动"sv, "放大"sv, "投入产出"sv, "拨备"sv, "储备"sv};

/// Fewer than this and a table's rates say nothing of what is usual.
constexpr std::size_t least_neighbours = 3;

template <std::size_t N>
bool ends_with_one(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

template <std::size_t N>
bool has_one(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// The name without a bracket at its end: 终端无故障运行率（%）.
std::string_view bare_name(std::string_view name) {
  for (const auto& [open, close] : {std::pair("（"sv, "）"sv), std::pair("("sv, ")"sv)}) {
    if (name.ends_with(close)) {
      const std::size_t at = name.rfind(open);
      if (at != std::string_view::npos && at > 0) {
        return name.substr(0, at);
      }
    }
  }
  return name;
}

bool is_rate(std::string_view name) {
  return name.ends_with("率") || name.ends_with("比例") || name.ends_with("占比") ||
         name.ends_with("百分比");
}

bool demands_much(const Target& target) {
  return target.numeric && target.unit == "%" && target.comparator != Comparator::at_most &&
         target.comparator != Comparator::less_than;
}

void check_over_100(const ReadIndicator& one, Report& report) {
  const std::string_view name = bare_name(one.published->name);
  const Target& target = one.target();
  const bool share = is_rate(name) || name.ends_with("满意度");
  if (demands_much(target) && share && !has_one(name, growths) && target.low > Amount(100, 0)) {
    report.indicator(
        one.project, one.indicator, "percentage-over-100", Severity::warning,
        {BD_TR("more than 100% is asked for: {0}, {1}"), {one.published->name, one.target_text()}});
  }
}

void check_unit(const ReadIndicator& one, Report& report) {
  const std::string_view name = bare_name(one.published->name);
  const Target& target = one.target();
  if (!target.numeric) {
    return;
  }
  if (ends_with_one(name, counts) && (target.unit == "%" || target.unit == "‰")) {
    report.indicator(one.project, one.indicator, "count-in-percent", Severity::warning,
                     {BD_TR("a count has a percentage for its target: {0}, {1}"),
                      {one.published->name, one.target_text()}});
  }
  if (is_rate(name) &&
      std::find(count_units.begin(), count_units.end(), target.unit) != count_units.end()) {
    report.indicator(one.project, one.indicator, "rate-in-counts", Severity::warning,
                     {BD_TR("a rate has a count for its target: {0}, {1}"),
                      {one.published->name, one.target_text()}});
  }
}

bool is_full_rate(const ReadIndicator& one) {
  return demands_much(one.target()) && ends_with_one(bare_name(one.published->name), full_rates);
}

/// A rate of 1% where the others of its kind say 90%.
void check_neighbours(const std::vector<ReadIndicator>& indicators, Report& report) {
  std::vector<Amount> usual;
  for (const ReadIndicator& one : indicators) {
    if (is_full_rate(one)) {
      usual.push_back(one.target().low);
    }
  }
  if (usual.size() <= least_neighbours) {
    return;
  }
  const auto middle = usual.begin() + static_cast<std::ptrdiff_t>(usual.size() / 2);
  std::nth_element(usual.begin(), middle, usual.end());
  const Amount median = *middle;
  if (median < Amount(80, 0)) {
    return;
  }
  for (const ReadIndicator& one : indicators) {
    if (is_full_rate(one) && one.target().low <= Amount(10, 0)) {
      report.indicator(one.project, one.indicator, "rate-out-of-line", Severity::warning,
                       {BD_TR("a target of {1} where rates of its kind mostly ask for {2}%: {0}"),
                        {one.published->name, one.target_text(), median.reduced().to_string()}});
    }
  }
}

}  // namespace

void check_rates(const std::vector<ReadIndicator>& indicators, Report& report) {
  for (const ReadIndicator& one : indicators) {
    check_over_100(one, report);
    check_unit(one, report);
  }
  check_neighbours(indicators, report);
}

}  // namespace budgetdiff::check_rules
