/// The words of names, and what they say is measured. Every list was held
/// against tests/unit/check/indicators.txt.

#include "check/measure.hpp"

#include "check/words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <array>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

/// A name that ends in 数 counts, but for these: an index, a factor, a sum of
/// money, and days of good air, which are published as a percentage of the year.
constexpr std::array no_counts{
    "指数"sv,   "系数"sv,   "参数"sv,   "分数"sv,   "倍数"sv,   "基数"sv,     "多数"sv,
    "少数"sv,   "级数"sv,   "位数"sv,   "度数"sv,   "读数"sv,   "均数"sv,     "比数"sv,
    "比例数"sv, "控制数"sv, "预算数"sv, "执行数"sv, "决算数"sv, "优良天数"sv, "达标天数"sv};

/// Other ends that count. 投诉 and 事故 count where nothing is done about them.
constexpr std::array counted{"场次"sv, "人次"sv, "数量"sv, "批次"sv, "班次"sv,  "户次"sv,
                             "家次"sv, "车次"sv, "件次"sv, "台次"sv, "投诉量"sv};
constexpr std::array events{"投诉"sv, "事故"sv};

constexpr std::array rates{"率"sv, "比例"sv, "占比"sv, "百分比"sv, "比重"sv};

/// Words in 率 that are no ratio of like things, so may have any unit.
constexpr std::array no_rates{"频率"sv, "效率"sv, "概率"sv, "功率"sv,   "速率"sv,   "分辨率"sv,
                              "帧率"sv, "码率"sv, "利率"sv, "汇率"sv,   "税率"sv,   "费率"sv,
                              "心率"sv, "曲率"sv, "斜率"sv, "生产率"sv, "周转率"sv, "产出率"sv};

/// Measured per thousand or more, in people or cases: 万车死亡率, 每百户; so are
/// crime and illness, said or not.
constexpr std::array per_many{"发案率"sv, "发病率"sv, "患病率"sv, "万"sv,  "亿"sv,
                              "千"sv,     "每"sv,     "百户"sv,   "百人"sv};

constexpr std::array satisfactions{"满意度"sv, "满意率"sv, "满意程度"sv, "满意度情况"sv,
                                   "满意度水平"sv};

/// Degrees and qualities that are published as a share.
constexpr std::array degrees{"知晓度"sv, "认可度"sv, "支持度"sv, "完成度"sv, "接受度"sv,
                             "准确度"sv, "及时性"sv, "准确性"sv, "合规性"sv, "完整性"sv,
                             "有效性"sv, "规范性"sv, "一致性"sv, "真实性"sv, "覆盖面"sv};

/// Ratios that may pass 100%: growth and return; gross enrolment (children of
/// other ages attend); beds in use (beds are added); loans of books; ratios of
/// banks and insurers, whose lower bound is above 100%; self-sufficiency.
constexpr std::array unbounded{
    "增长"sv, "提高"sv, "提升"sv, "增幅"sv, "增速"sv,     "同比"sv,     "环比"sv, "增加"sv,
    "超额"sv, "回报"sv, "收益"sv, "利润"sv, "产值"sv,     "倍"sv,       "杠杆"sv, "增值"sv,
    "带动"sv, "撬动"sv, "放大"sv, "产出"sv, "拨备"sv,     "储备"sv,     "上年"sv, "去年"sv,
    "毛入"sv, "床位"sv, "病床"sv, "流通"sv, "借阅"sv,     "充足率"sv,   "流动"sv, "速动"sv,
    "产销"sv, "自给"sv, "复种"sv, "担保"sv, "利息保障"sv, "资产负债"sv, "均衡"sv};

/// A change of something, not the thing: 事故下降率, 减少投诉次数.
constexpr std::array changes{"增长"sv, "增幅"sv, "增速"sv, "增加"sv, "提高"sv, "提升"sv, "上升"sv,
                             "改善"sv, "下降"sv, "降低"sv, "降幅"sv, "减少"sv, "压降"sv, "压减"sv,
                             "缩短"sv, "减轻"sv, "节约"sv, "节省"sv, "节能"sv, "同比"sv, "环比"sv,
                             "上年"sv, "去年"sv, "变化"sv, "变动"sv};

/// What is near 100% where things go well, whatever stands before it.
constexpr std::array full_heads{
    "完成率"sv, "及时率"sv, "合格率"sv, "准确率"sv, "运行率"sv,     "覆盖率"sv,     "知晓率"sv,
    "通过率"sv, "达标率"sv, "到位率"sv, "发放率"sv, "执行率"sv,     "受理率"sv,     "办结率"sv,
    "结案率"sv, "处理率"sv, "验收率"sv, "到岗率"sv, "出勤率"sv,     "使用率"sv,     "维护率"sv,
    "完好率"sv, "兑现率"sv, "响应率"sv, "审核率"sv, "答复率"sv,     "持证率"sv,     "公开率"sv,
    "优良率"sv, "完整率"sv, "有效率"sv, "正常率"sv, "支付率"sv,     "拨付率"sv,     "兑付率"sv,
    "竣工率"sv, "报送率"sv, "整改率"sv, "处置率"sv, "修复率"sv,     "回复率"sv,     "反馈率"sv,
    "查处率"sv, "缴交率"sv, "接种率"sv, "入学率"sv, "巩固率"sv,     "建档率"sv,     "在线率"sv,
    "归档率"sv, "规范率"sv, "合规率"sv, "达成率"sv, "落实率"sv,     "故障率"sv,     "好评率"sv,
    "完成度"sv, "知晓度"sv, "及时性"sv, "准确性"sv, "准确度"sv,     "合规性"sv,     "完整性"sv,
    "成活率"sv, "存活率"sv, "完工率"sv, "运转率"sv, "共享率"sv,     "办复率"sv,     "保证率"sv,
    "成功率"sv, "安置率"sv, "就业率"sv, "入园率"sv, "治愈率"sv,     "收缴率"sv,     "清运率"sv,
    "收运率"sv, "开通率"sv, "配备率"sv, "保障率"sv, "满足率"sv,     "安装率"sv,     "亮灯率"sv,
    "正点率"sv, "准点率"sv, "检验率"sv, "送达率"sv, "综合利用率"sv, "回收利用率"sv, "建成率"sv,
    "可用率"sv, "交付率"sv, "实施率"sv, "开工率"sv, "按期率"sv,     "留档率"sv,     "录入率"sv,
    "采集率"sv, "签订率"sv};

/// What turns one of those round when it stands right before: 不合格率, 逾期办结率.
constexpr std::array reversals{"不"sv,   "未"sv,   "非"sv,   "误"sv,   "漏"sv,   "错"sv,
                               "逾期"sv, "超期"sv, "超时"sv, "延期"sv, "延迟"sv, "延误"sv,
                               "过期"sv, "违规"sv, "违法"sv, "重复"sv, "虚假"sv, "多头"sv};
/// May stand between: 未按时办结率.
constexpr std::array manners{"按时"sv,   "按期"sv, "及时"sv, "如期"sv, "按规定"sv,
                             "按要求"sv, "有效"sv, "正常"sv, "全部"sv};

/// Things of which fewer are better, without doubt.
constexpr std::array bad_things{
    "投诉"sv, "故障"sv, "事故"sv, "差错"sv,   "错误"sv, "失误"sv,   "败诉"sv,   "违规"sv,
    "违纪"sv, "超标"sv, "流失"sv, "损失"sv,   "逾期"sv, "返贫"sv,   "辍学"sv,   "误差"sv,
    "缺勤"sv, "漏检"sv, "退货"sv, "漏报"sv,   "迟报"sv, "瞒报"sv,   "退件"sv,   "破损"sv,
    "拖欠"sv, "停电"sv, "停机"sv, "宕机"sv,   "中断"sv, "不合格"sv, "不达标"sv, "不满意"sv,
    "不良"sv, "上访"sv, "超支"sv, "浪费"sv,   "泄露"sv, "泄漏"sv,   "闲置"sv,   "空置"sv,
    "火灾"sv, "伤亡"sv, "漏损"sv, "延误"sv,   "拥堵"sv, "违法"sv,   "失信"sv,   "感染"sv,
    "死亡"sv, "发病"sv, "失业"sv, "未完成"sv, "压疮"sv, "隐患"sv,   "欠薪"sv,   "污染"sv,
    "偏差"sv, "纠纷"sv, "返工"sv, "返修"sv,   "受害"sv, "受灾"sv,   "成灾"sv};
/// Of these only the rate: people who died, fell ill or lost work are counted
/// where they are helped, hidden dangers and offences where they are found.
constexpr std::array bad_as_rate_only{"死亡"sv, "发病"sv, "失业"sv, "感染"sv, "隐患"sv,
                                      "违法"sv, "失信"sv, "欠薪"sv, "污染"sv, "纠纷"sv,
                                      "受害"sv, "受灾"sv, "成灾"sv};

/// What may stand behind a bad thing and still count it; longest first.
constexpr std::array bad_tails{
    "发生起数"sv, "发生次数"sv, "发生件数"sv, "天数"sv, "时长"sv, "发生率"sv, "发生数"sv,
    "事件数"sv,   "案件数"sv,   "次数"sv,     "件数"sv, "起数"sv, "宗数"sv,   "例数"sv,
    "数量"sv,     "事件"sv,     "比例"sv,     "占比"sv, "数"sv,   "率"sv,     "量"sv};

/// What is done about bad things: of 处理投诉 or 查处违法 more may be better.
constexpr std::array deeds{
    "处理"sv, "处置"sv, "办理"sv, "办结"sv, "查处"sv, "查办"sv, "查获"sv, "受理"sv, "接受"sv,
    "接听"sv, "接待"sv, "调处"sv, "调解"sv, "化解"sv, "审理"sv, "审查"sv, "打击"sv, "破获"sv,
    "侦破"sv, "整治"sv, "整改"sv, "治理"sv, "排查"sv, "排除"sv, "发现"sv, "检出"sv, "筛查"sv,
    "治疗"sv, "救治"sv, "救助"sv, "救援"sv, "扑救"sv, "抢修"sv, "维修"sv, "修复"sv, "回复"sv,
    "回访"sv, "答复"sv, "响应"sv, "解决"sv, "结案"sv, "应急"sv, "演练"sv, "消除"sv, "控制"sv,
    "遏制"sv, "防止"sv, "防范"sv, "预防"sv, "避免"sv, "杜绝"sv, "挽回"sv, "追回"sv, "清退"sv,
    "纠正"sv, "督办"sv, "监测"sv, "报告"sv, "上报"sv, "监管"sv, "统计"sv, "调查"sv, "防控"sv,
    "保险"sv, "赔付"sv, "赔偿"sv, "理赔"sv, "补偿"sv, "抚恤"sv, "帮扶"sv, "曝光"sv, "修缮"sv,
    "更换"sv, "识别"sv, "预警"sv, "容忍"sv, "允许"sv, "化验"sv, "检测"sv, "执法"sv};
constexpr std::array negations{"无"sv, "零"sv, "未发生"sv, "不发生"sv, "没有"sv,  "未出现"sv,
                               "非"sv, "防"sv, "抗"sv,     "免"sv,     "无重大"sv};

constexpr std::array costs{"成本"sv, "单价"sv, "造价"sv, "开支"sv, "花费"sv, "费用"sv};
constexpr std::array limits{"时限"sv,     "响应时间"sv, "办理时间"sv, "处理时间"sv, "处置时间"sv,
                            "等待时间"sv, "到达时间"sv, "办结时间"sv, "完成时间"sv, "修复时间"sv,
                            "恢复时间"sv, "办理时长"sv, "等待时长"sv, "处理时长"sv, "响应时长"sv};
/// Times that may be long: stores, warranties, notice given ahead.
constexpr std::array long_times{"提前"sv, "保存"sv, "存储"sv, "留存"sv, "保管"sv, "质保"sv,
                                "服务"sv, "公示"sv, "缩短"sv, "预警"sv, "追溯"sv};

std::string_view without_brackets(std::string_view name) {
  while (name.ends_with(")")) {
    const std::size_t at = name.rfind('(');
    if (at == std::string_view::npos || at == 0) {
      break;
    }
    name = name.substr(0, at);
  }
  return name;
}

/// Whether a bad thing is named that nothing takes away again (无故障).
bool names_bad(std::string_view text) {
  return std::any_of(bad_things.begin(), bad_things.end(), [&](std::string_view word) {
    const std::size_t at = text.find(word);
    return at != std::string_view::npos && !ends_with_one(text.substr(0, at), negations);
  });
}

bool is_full(std::string_view name) {
  if (ends_with_one(name, satisfactions)) {
    return !name.substr(0, name.size() - ending_of(name, satisfactions).size()).ends_with("不");
  }
  const std::string_view head = ending_of(name, full_heads);
  if (head.empty()) {
    return false;
  }
  std::string_view before = name.substr(0, name.size() - head.size());
  before.remove_suffix(ending_of(before, manners).size());
  if (head == "故障率"sv) {
    return before.ends_with("无");
  }
  // A rate of dealing with bad things is good; any other rate of them is not.
  return !ends_with_one(before, reversals) && (!names_bad(before) || has_one(name, deeds));
}

bool is_bad(std::string_view name) {
  if (has_one(name, deeds)) {
    return false;
  }
  const std::string_view tail = ending_of(name, bad_tails);
  const std::string_view stem = name.substr(0, name.size() - tail.size());
  const std::string_view word = ending_of(stem, bad_things);
  if (word.empty() || ends_with_one(stem.substr(0, stem.size() - word.size()), negations) ||
      has_one(name, std::array{"无"sv, "零"sv, "未发生"sv})) {
    return false;
  }
  const bool as_rate = tail.ends_with("率") || tail == "比例"sv || tail == "占比"sv;
  if (is_one(word, bad_as_rate_only)) {
    return as_rate;
  }
  return !tail.empty() || is_one(word, events);
}

}  // namespace

Measure measure_of(std::string_view indicator_name) {
  Measure out;
  const std::string folded = fold_width(indicator_name);
  out.name = without_brackets(folded);
  const std::string_view name = out.name;
  out.change = has_one(name, changes);
  out.satisfaction = ends_with_one(name, satisfactions);
  out.rate = ends_with_one(name, rates) && !ends_with_one(name, no_rates);
  out.per_many = has_one(name, per_many);
  out.share = (out.rate || out.satisfaction || ends_with_one(name, degrees)) &&
              !has_one(name, unbounded) && !out.per_many;
  out.full = !out.change && is_full(name);
  out.bad = !out.change && is_bad(name);
  out.counts =
      !out.change && ((name.ends_with("数") && !ends_with_one(name, no_counts)) ||
                      ends_with_one(name, counted) || (ends_with_one(name, events) && out.bad));
  out.cost = !out.change && ends_with_one(name, costs);
  out.time_limit = !out.change && ends_with_one(name, limits) && !has_one(name, long_times);
  return out;
}

}  // namespace budgetdiff::check_rules
