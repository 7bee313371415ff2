/// Indicators in a category that they do not belong to, and quantities that are
/// not counted.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <array>
#include <string>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

constexpr std::array timely{"及时率"sv, "及时性"sv};
constexpr std::array correct{"合格率"sv, "准确率"sv, "达标率"sv, "优良率"sv};

/// What is kept or not is a time: 工期达标率, 开放时间合格率.
constexpr std::array times{"工期"sv, "时间"sv, "时限"sv, "时效"sv, "进度"sv, "时长"sv,
                           "期限"sv, "按期"sv, "按时"sv, "及时"sv, "限期"sv, "准时"sv};

/// What comes late is counted as a time, too.
constexpr std::array late{"逾期"sv, "超期"sv, "超时"sv, "延期"sv, "延迟"sv, "延误"sv, "迟"sv};

/// What those served may be asked about or may say, beside 满意.
constexpr std::array opinions{"满意"sv, "好评"sv,   "差评"sv, "投诉"sv, "认可"sv, "获得感"sv,
                              "幸福"sv, "安全感"sv, "支持"sv, "表扬"sv, "信任"sv, "评价"sv,
                              "体验"sv, "口碑"sv,   "信访"sv, "举报"sv, "接受"sv, "认同"sv,
                              "意见"sv, "反馈"sv,   "评议"sv, "测评"sv, "美誉"sv, "感受"sv,
                              "赞"sv,   "评分"sv,   "诉求"sv, "上访"sv, "关注"sv, "欢迎"sv};
/// Ends of names that measure something, so that 受益群众 alone is not judged.
constexpr std::array measures{"率"sv, "数"sv, "人次"sv, "场次"sv, "数量"sv, "成本"sv, "时间"sv};

/// Words that say nothing of how many.
constexpr std::array vague{
    "良"sv,   "优"sv,   "好"sv,   "中"sv,   "良好"sv, "优秀"sv,       "较好"sv,     "及时"sv,
    "按时"sv, "有效"sv, "提升"sv, "提高"sv, "完成"sv, "按计划完成"sv, "按时完成"sv, "按期完成"sv,
    "足额"sv, "达标"sv, "合格"sv, "保障"sv, "持续"sv, "长期"sv,       "正常"sv,     "明显"sv,
    "显著"sv, "合理"sv, "充足"sv, "稳定"sv, "适量"sv, "多次"sv};

bool is_misplaced(const ReadIndicator& one) {
  const Measure& measure = one.measure;
  const bool timeliness = ends_with_one(measure.name, timely);
  switch (one.category) {
    case Category::quantity:
      return measure.satisfaction || timeliness;
    case Category::timeliness:
      return measure.satisfaction ||
             (ends_with_one(measure.name, correct) && !has_one(measure.name, times)) ||
             (measure.counts && !measure.bad && !measure.name.ends_with("天数") &&
              !has_one(measure.name, times) && !has_one(measure.name, late));
    case Category::cost:
      return measure.satisfaction || timeliness || ends_with_one(measure.name, correct) ||
             (measure.counts && !measure.bad && one.target().unit.find("元") == std::string::npos);
    case Category::economic:
    case Category::ecological:
      return measure.satisfaction || timeliness;
    case Category::satisfaction:
      return !has_one(measure.name, opinions) && ends_with_one(measure.name, measures);
    default:
      return false;
  }
}

/// One finding for the whole table: such quantities are common, and asking for
/// each would bury the rest.
void check_percentages(const std::vector<ReadIndicator>& indicators, Report& report) {
  std::size_t quantities = 0;
  std::size_t percentages = 0;
  for (const ReadIndicator& one : indicators) {
    if (one.category == Category::quantity) {
      ++quantities;
      percentages += one.target().numeric && one.target().unit == "%" ? 1U : 0U;
    }
  }
  if (percentages >= 3 && percentages * 5 >= quantities) {
    report.table("quantity-in-percent", Severity::note,
                 {BD_TR("{0} of {1} quantity indicators have a percentage for their target"),
                  {std::to_string(percentages), std::to_string(quantities)}});
  }
}

}  // namespace

void check_placement(const std::vector<ReadIndicator>& indicators, Report& report) {
  for (const ReadIndicator& one : indicators) {
    const std::string& level2 =
        one.published->level2.empty() ? one.published->level1 : one.published->level2;
    if (is_misplaced(one)) {
      report.indicator(one.project, one.indicator, "indicator-misplaced", Severity::note,
                       {BD_TR("stands under {0} and measures something else: {1}"),
                        {level2, one.published->name}});
    }
    const std::string target = fold_name(one.target_text());
    if (one.category == Category::quantity &&
        (is_one(target, vague) || target.starts_with("若干"))) {
      report.indicator(one.project, one.indicator, "quantity-unmeasured", Severity::note,
                       {BD_TR("a quantity without a number: {0}, {1}"),
                        {one.published->name, one.target_text()}});
    }
  }
  check_percentages(indicators, report);
}

}  // namespace budgetdiff::check_rules
