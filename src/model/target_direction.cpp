/// Which way an indicator gets better: docs/targets.md.

#include <budgetdiff/model/target.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff {
namespace {

using namespace std::string_view_literals;

/// What an indicator measures stands at the end of its name: 投诉处理及时率 is
/// a rate of timeliness, whatever is complained about.
constexpr std::array good_heads{
    "及时率"sv, "完成率"sv, "处理率"sv, "办结率"sv, "合格率"sv, "达标率"sv, "满意度"sv,
    "满意率"sv, "覆盖率"sv, "知晓率"sv, "及时性"sv, "准确率"sv, "准确性"sv, "兑现率"sv,
    "发放率"sv, "到位率"sv, "执行率"sv, "使用率"sv, "降低率"sv, "下降率"sv, "减少率"sv,
    "节约率"sv, "整改率"sv, "修复率"sv, "化解率"sv, "解决率"sv, "回复率"sv, "响应率"sv,
    "结案率"sv, "调解率"sv, "查处率"sv, "受理率"sv, "合规性"sv, "合规率"sv, "利用率"sv,
    "通过率"sv, "完成度"sv, "知晓度"sv, "留存率"sv, "参与率"sv, "排查率"sv, "处置率"sv,
    "反馈率"sv, "优良率"sv, "治愈率"sv, "就业率"sv, "入学率"sv, "保障率"sv, "公开率"sv};

/// Things of which fewer are better.
constexpr std::array bad_things{
    "投诉"sv, "故障"sv, "事故"sv, "差错"sv,     "错误"sv, "失败"sv, "败诉"sv,   "违规"sv,
    "违法"sv, "违纪"sv, "超支"sv, "死亡"sv,     "发病"sv, "感染"sv, "流失"sv,   "损失"sv,
    "失业"sv, "返贫"sv, "逾期"sv, "滞后"sv,     "积压"sv, "上访"sv, "信访量"sv, "能耗"sv,
    "排放"sv, "污染"sv, "闲置"sv, "空置"sv,     "发案"sv, "案发"sv, "偏差"sv,   "缺陷"sv,
    "浪费"sv, "停电"sv, "停机"sv, "中断"sv,     "拥堵"sv, "误差"sv, "漏报"sv,   "退件"sv,
    "返工"sv, "泄露"sv, "泄漏"sv, "漏洞"sv,     "病死"sv, "伤亡"sv, "火灾"sv,   "耗时"sv,
    "用时"sv, "缺口"sv, "纠纷"sv, "舆情事件"sv, "辍学"sv, "赤字"sv, "不合格"sv, "不良"sv,
    "超标"sv, "破损"sv, "空缺"sv, "缺勤"sv,     "拖欠"sv, "差评"sv, "隐患数"sv};

constexpr std::array costs{"成本"sv, "费用"sv, "单价"sv, "支出"sv, "造价"sv,
                           "经费"sv, "价格"sv, "开支"sv, "花费"sv, "预算控制"sv};

constexpr std::array times{"时间"sv, "时限"sv, "天数"sv, "期限"sv, "周期"sv,
                           "时长"sv, "工期"sv, "等待"sv, "响应"sv, "更新时间"sv};

constexpr std::array time_units{"天"sv,     "日"sv,       "小时"sv, "分钟"sv, "个月"sv,
                                "工作日"sv, "个工作日"sv, "秒"sv,   "周"sv,   "年"sv};

template <std::size_t N>
std::string_view found_in(std::string_view text, const std::array<std::string_view, N>& words) {
  const auto at = std::find_if(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
  return at == words.end() ? std::string_view{} : *at;
}

template <std::size_t N>
std::string_view ends_with_one_of(std::string_view text,
                                  const std::array<std::string_view, N>& words) {
  const auto at = std::find_if(words.begin(), words.end(),
                               [&](std::string_view word) { return text.ends_with(word); });
  return at == words.end() ? std::string_view{} : *at;
}

/// 无故障, 零投诉, 减少事故: the absence of a bad thing is what is counted.
bool is_negated(std::string_view name, std::string_view word) {
  static constexpr std::array negations{"无"sv,   "零"sv,   "未发生"sv, "防止"sv,
                                        "避免"sv, "减少"sv, "降低"sv};
  const std::string_view before = name.substr(0, name.find(word));
  return !ends_with_one_of(before, negations).empty();
}

/// 不合格率, 未完成率, 逾期办结率: the word before a good measure that makes it a
/// bad one, empty if none.
std::string_view turned_round(std::string_view name, std::string_view head) {
  static constexpr std::array words{"不"sv,   "未"sv,   "非"sv,   "逾期"sv, "超期"sv,
                                    "超时"sv, "违规"sv, "重复"sv, "虚假"sv};
  return ends_with_one_of(name.substr(0, name.size() - head.size()), words);
}

bool is_one_of(std::string_view text, const auto& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

DirectionRule direction_of(std::string_view indicator_name, std::string_view level2,
                           const Target& target) {
  switch (target.comparator) {
    case Comparator::at_least:
    case Comparator::more_than:
      return {Direction::up, "comparator " + std::string(to_string(target.comparator))};
    case Comparator::at_most:
    case Comparator::less_than:
      return {Direction::down, "comparator " + std::string(to_string(target.comparator))};
    default:
      break;
  }
  if (!target.numeric) {
    return {};
  }
  // A label of change: 降低10% and 提高10% are both better when larger.
  if (!target.label.empty() && target.prose != Direction::unknown) {
    return {Direction::up, "label: " + target.label};
  }
  std::string name = fold_width(indicator_name);
  // The unit in brackets at the end is not part of what is counted.
  if (name.ends_with(")") && name.rfind('(') != std::string::npos) {
    name.resize(name.rfind('('));
  }
  if (const auto head = ends_with_one_of(name, good_heads); !head.empty()) {
    const auto turned = turned_round(name, head);
    return {turned.empty() ? Direction::up : Direction::down,
            "name: " + std::string(turned) + std::string(head)};
  }
  if (const auto bad = found_in(name, bad_things); !bad.empty()) {
    return {is_negated(name, bad) ? Direction::up : Direction::down, "name: " + std::string(bad)};
  }
  const bool timed = is_one_of(target.unit, time_units);
  if (const auto time = found_in(name, times); timed && !time.empty()) {
    return {Direction::down, "name: " + std::string(time)};
  }
  if (timed && level2.find("时效") != std::string_view::npos) {
    return {Direction::down, "category: 时效"};
  }
  if (const auto cost = found_in(name, costs); !cost.empty()) {
    return {Direction::down, "name: " + std::string(cost)};
  }
  if (level2.find("成本") != std::string_view::npos && target.unit != "%") {
    return {Direction::down, "category: 成本"};
  }
  return {Direction::up, "default: more is better"};
}

}  // namespace budgetdiff
