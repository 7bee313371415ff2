/// The two targets of one indicator: missing, or against each other.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

/// Things that add up over the years: what one year allows or demands cannot
/// be more than the whole period does. A rate or a score may differ freely.
bool adds_up_over_years(const Target& target) {
  static constexpr std::array free_units{"%"sv, "‰"sv, "分"sv, "倍"sv, "级"sv, "个百分点"sv};
  return !is_one(target.unit, free_units) && target.unit.find('/') == std::string::npos;
}

/// A unit as so many of the smallest of its kind, for those that convert: seconds,
/// centimetres, grams, thirds of a square metre (15 亩 are one 公顷).
struct Scale {
  std::string_view unit;
  char kind;
  int factor;
};
constexpr int day = 86'400;
constexpr std::array scales{Scale{"年", 't', 360 * day},  Scale{"个季度", 't', 90 * day},
                            Scale{"个月", 't', 30 * day}, Scale{"天", 't', day},
                            Scale{"日", 't', day},        Scale{"小时", 't', 3600},
                            Scale{"分钟", 't', 60},       Scale{"秒", 't', 1},
                            Scale{"公里", 'l', 100'000},  Scale{"千米", 'l', 100'000},
                            Scale{"米", 'l', 100},        Scale{"厘米", 'l', 1},
                            Scale{"吨", 'w', 1'000'000},  Scale{"公斤", 'w', 1000},
                            Scale{"千克", 'w', 1000},     Scale{"斤", 'w', 500},
                            Scale{"克", 'w', 1},          Scale{"平方公里", 'a', 3'000'000},
                            Scale{"公顷", 'a', 30'000},   Scale{"亩", 'a', 2000},
                            Scale{"平方米", 'a', 3}};

const Scale* scale_of(std::string_view unit) {
  const auto* const at = std::find_if(scales.begin(), scales.end(),
                                      [&](const Scale& scale) { return scale.unit == unit; });
  return at == scales.end() ? nullptr : at;
}

/// Where units may be compared: the factors that make them one unit.
std::optional<std::pair<int, int>> common_unit(const Target& a, const Target& b) {
  if (a.unit == b.unit || a.unit.empty() || b.unit.empty()) {
    return std::pair(1, 1);
  }
  const Scale* const x = scale_of(a.unit);
  const Scale* const y = scale_of(b.unit);
  if (x != nullptr && y != nullptr && x->kind == y->kind) {
    return std::pair(x->factor, y->factor);
  }
  return std::nullopt;
}

/// 场 and 场/年 count the same things.
bool per_something(const Target& a, const Target& b) {
  const std::string& x = a.unit.size() < b.unit.size() ? a.unit : b.unit;
  const std::string& y = a.unit.size() < b.unit.size() ? b.unit : a.unit;
  return y.starts_with(x + "/");
}

Amount times(const Amount& amount, int factor) {
  return Amount(amount.mantissa() * factor, amount.scale());
}

/// What may be lost where a number of that unit was converted and cut behind a decimal:
/// 100亩 are 6.67公顷, or 6.66. Numbers without decimals were counted.
Amount rounding(const Amount& number, int factor) {
  return number.scale() == 0 ? Amount() : Amount(factor, number.scale());
}

/// Whether the year's number is more than the period's.
bool is_more(const Amount& year, const Amount& period, const std::pair<int, int>& factors) {
  const Amount more = times(year, factors.second) - times(period, factors.first);
  if (factors.first == factors.second) {
    return more > Amount();
  }
  return more > rounding(year, factors.second) + rounding(period, factors.first);
}

/// Numbers that came with the text may be of any size.
bool fits(const Amount& amount) {
  return amount < Amount(1'000'000'000'000, 0);
}

/// 10-5次: the greater end first. Not where numbers go round: 11-3月, 22-6点.
bool is_reversed(const std::string& text, const Target& target) {
  static constexpr std::array around{"个月"sv, "日"sv, "号"sv, "点"sv, "时"sv, "周"sv};
  if (target.comparator != Comparator::range || is_one(target.unit, around)) {
    return false;
  }
  const std::string folded = fold_width(text);
  const std::size_t begin = folded.find_first_of("0123456789");
  const std::size_t end = folded.find_first_not_of("0123456789.", begin);
  if (begin == std::string::npos || end == std::string::npos) {
    return false;
  }
  const auto first = Amount::parse(std::string_view(folded).substr(begin, end - begin));
  const bool year = first && target.unit.empty() && *first > Amount(1900, 0);  // 2024-12
  return first && !year && *first == target.high && target.low < target.high;
}

void compare(const ReadIndicator& one, Report& report) {
  const Target& period = one.period;
  const Target& annual = one.annual;
  if (!period.numeric || !annual.numeric) {
    return;
  }
  const std::vector<std::string> both{one.published->name, one.published->period_target,
                                      one.published->annual_target};
  const auto find = [&](Message message) {
    report.indicator(one.project, one.indicator, "targets-contradict", Severity::warning,
                     std::move(message));
  };
  if (one.opposed()) {
    find({BD_TR("the period's target and the year's point in opposite directions: {0}, {1} and "
                "{2}"),
          both});
    return;
  }
  const auto factors = common_unit(period, annual);
  if (!factors) {
    if (!per_something(period, annual)) {
      find({BD_TR("the period's target and the year's count different things: {0}, {1} and {2}"),
            both});
    }
    return;
  }
  if (adds_up_over_years(period) && adds_up_over_years(annual) &&
      !(one.measure.rate || one.measure.satisfaction) && period.label == annual.label &&
      period.comparator != Comparator::about && annual.comparator != Comparator::about &&
      fits(annual.low) && fits(period.high) && is_more(annual.low, period.high, *factors)) {
    find({BD_TR("the year's target is more than the whole period's: {0}, {1} and {2}"), both});
  }
}

/// Whether a text is a unit and nothing else: %, 人次, 万元, 元/人.
bool is_bare_unit(std::u32string_view text) {
  static constexpr std::array units{
      U"%"sv,      U"‰"sv,        U"百分比"sv, U"个百分点"sv, U"人"sv,   U"人次"sv, U"人天"sv,
      U"个"sv,     U"次"sv,       U"场"sv,     U"场次"sv,     U"项"sv,   U"份"sv,   U"期"sv,
      U"批"sv,     U"批次"sv,     U"天"sv,     U"日"sv,       U"月"sv,   U"个月"sv, U"年"sv,
      U"小时"sv,   U"分钟"sv,     U"秒"sv,     U"元"sv,       U"户"sv,   U"户次"sv, U"家"sv,
      U"家次"sv,   U"套"sv,       U"台"sv,     U"台套"sv,     U"辆"sv,   U"件"sv,   U"件次"sv,
      U"篇"sv,     U"条"sv,       U"处"sv,     U"所"sv,       U"座"sv,   U"名"sv,   U"位"sv,
      U"组"sv,     U"支"sv,       U"轮"sv,     U"周"sv,       U"公里"sv, U"千米"sv, U"米"sv,
      U"亩"sv,     U"公顷"sv,     U"平方米"sv, U"平方公里"sv, U"吨"sv,   U"公斤"sv, U"千克"sv,
      U"立方米"sv, U"本"sv,       U"册"sv,     U"张"sv,       U"村"sv,   U"季度"sv, U"遍"sv,
      U"班"sv,     U"班次"sv,     U"类"sv,     U"种"sv,       U"起"sv,   U"宗"sv,   U"趟"sv,
      U"例"sv,     U"只"sv,       U"头"sv,     U"株"sv,       U"棵"sv,   U"根"sv,   U"块"sv,
      U"度"sv,     U"分"sv,       U"倍"sv,     U"级"sv,       U"床"sv,   U"幅"sv,   U"部"sv,
      U"工作日"sv, U"个工作日"sv, U"车次"sv,   U"台次"sv};
  if (const std::size_t slash = text.find(U'/'); slash != text.npos) {
    return is_bare_unit(text.substr(0, slash)) && is_bare_unit(text.substr(slash + 1));
  }
  for (const std::u32string_view many : {U"万"sv, U"亿"sv, U"千"sv, U"百"sv}) {
    if (text.size() > 1 && text.starts_with(many)) {
      return is_bare_unit(text.substr(1));
    }
  }
  return std::find(units.begin(), units.end(), text) != units.end();
}

/// A text that stands where a target should and is none: /, ——, 待定, 个月, ≥%, ≥XX人. What
/// has words behind its comparator is one: =有所提升, ≥I类.
bool is_placeholder(const std::string& text) {
  static constexpr std::array words{"待定"sv,   "未定"sv, "待确定"sv, "待明确"sv,
                                    "待补充"sv, "n/a"sv,  "na"sv,     "null"sv};
  const std::string folded = fold_width(text);
  // The form's own words, which the one who filled it in left there.
  static constexpr std::array labels{"指标值"sv,     "目标值"sv,     "年度指标值"sv,
                                     "年度目标值"sv, "绩效指标值"sv, "预期指标值"sv};
  if (is_one(folded, words) || is_one(folded, labels) ||
      has_one(folded, std::array{"xx"sv, "××"sv, "**"sv})) {
    return true;
  }
  const std::u32string code_points = to_code_points(folded);
  constexpr std::u32string_view comparators = U"≥≤≧≦⩾⩽<>=≈";
  const std::size_t behind = code_points.find_first_not_of(comparators);
  if (behind != 0 && !code_points.empty()) {
    return behind == code_points.npos ||
           is_bare_unit(std::u32string_view(code_points).substr(behind));
  }
  if (is_bare_unit(code_points)) {
    return true;  // its number is lost, or stands in a half of the row that a page cut off
  }
  constexpr std::u32string_view marks = U"/\\-—–_.…·*~。、,;:()";
  return !code_points.empty() && code_points.find_first_not_of(marks) == code_points.npos;
}

bool is_given(const std::string& text) {
  return !text.empty() && !is_placeholder(text);
}

/// Whether the table gives nearly every indicator a target of the year, so that
/// one without it lacks something.
bool gives_annual_targets(const std::vector<ReadIndicator>& indicators) {
  constexpr std::size_t least = 5;
  const auto given =
      static_cast<std::size_t>(std::count_if(indicators.begin(), indicators.end(), [](auto& one) {
        return is_given(one.published->annual_target);
      }));
  return indicators.size() >= least && given * 10 >= indicators.size() * 9;
}

}  // namespace

void check_targets(const std::vector<ReadIndicator>& indicators, Report& report) {
  const bool annual_expected = gives_annual_targets(indicators);
  for (const ReadIndicator& one : indicators) {
    const Indicator& published = *one.published;
    for (const auto& [text, target] : {std::pair(&published.annual_target, &one.annual),
                                       std::pair(&published.period_target, &one.period)}) {
      if (is_reversed(*text, *target)) {
        report.indicator(
            one.project, one.indicator, "range-reversed", Severity::warning,
            {BD_TR("the range begins with its greater end: {0}, {1}"), {published.name, *text}});
        break;
      }
    }
    if (!is_given(published.period_target) && !is_given(published.annual_target)) {
      const std::string& text = one.target_text();
      if (text.empty()) {
        report.indicator(one.project, one.indicator, "target-missing", Severity::warning,
                         {BD_TR("the indicator has no target: {0}"), {published.name}});
      } else {
        report.indicator(
            one.project, one.indicator, "target-missing", Severity::warning,
            {BD_TR("{1} stands where the target should: {0}"), {published.name, text}});
      }
    } else if (annual_expected && !is_given(published.annual_target)) {
      report.indicator(
          one.project, one.indicator, "target-missing", Severity::warning,
          {BD_TR("the indicator has a target of the period and none of the year: {0}, {1}"),
           {published.name, published.period_target}});
    } else {
      compare(one, report);
    }
  }
}

}  // namespace budgetdiff::check_rules
