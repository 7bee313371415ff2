/// Which way an indicator gets better: docs/targets.md.
///
/// The head of a Chinese name stands at its end: 成本收益率 is a yield and no cost, 投诉处理及时率
/// a rate of timeliness. So ends are asked first, words inside a name after them, the category and
/// the size of a share last; what none of them tells is not known.

#include <budgetdiff/model/target.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff {
namespace {

using namespace std::string_view_literals;

/// Good measures, whatever stands before them.
constexpr std::array good_heads{
    "及时率"sv, "完成率"sv, "处理率"sv, "办结率"sv, "合格率"sv, "达标率"sv, "满意度"sv,
    "满意率"sv, "覆盖率"sv, "覆盖面"sv, "知晓率"sv, "及时性"sv, "准确率"sv, "准确性"sv,
    "兑现率"sv, "发放率"sv, "到位率"sv, "执行率"sv, "使用率"sv, "节约率"sv, "整改率"sv,
    "修复率"sv, "化解率"sv, "解决率"sv, "回复率"sv, "响应率"sv, "结案率"sv, "调解率"sv,
    "查处率"sv, "受理率"sv, "合规性"sv, "合规率"sv, "利用率"sv, "通过率"sv, "完成度"sv,
    "知晓度"sv, "留存率"sv, "参与率"sv, "排查率"sv, "处置率"sv, "反馈率"sv, "优良率"sv,
    "治愈率"sv, "就业率"sv, "入学率"sv, "保障率"sv, "公开率"sv, "支出率"sv, "支付率"sv,
    "拨付率"sv, "进度"sv,   "完好率"sv, "普及率"sv, "安置率"sv, "破案率"sv, "侦破率"sv,
    "监测率"sv, "检测率"sv, "抽检率"sv, "回收率"sv, "收益率"sv, "回报率"sv, "清运率"sv,
    "治理率"sv, "救治率"sv, "成功率"sv, "转化率"sv, "有效率"sv, "绿化率"sv, "资源化率"sv,
    "化率"sv,   "上座率"sv, "到场率"sv, "签约率"sv, "参保率"sv, "接种率"sv, "认可度"sv,
    "美誉度"sv, "有效性"sv, "规范性"sv, "完整性"sv, "获奖率"sv, "升学率"sv, "公开度"sv,
    "增收率"sv, "盈利率"sv, "利润率"sv, "录用率"sv};

/// What turns one of those round when it stands right before: 不合格率, 逾期办结率.
constexpr std::array reversals{"不"sv,   "未"sv,   "非"sv,   "误"sv,   "漏"sv,   "错"sv,
                               "逾期"sv, "超期"sv, "超时"sv, "延期"sv, "延迟"sv, "违规"sv,
                               "违法"sv, "重复"sv, "虚假"sv, "恶"sv,   "老龄"sv, "劣"sv};
/// May stand between: 未按时完成率.
constexpr std::array manners{"按时"sv, "按期"sv, "及时"sv, "如期"sv, "按规定"sv, "按要求"sv};

/// Things of which fewer are better.
constexpr std::array bad_things{
    "投诉"sv, "故障"sv,   "事故"sv,   "差错"sv,     "错误"sv,   "失败"sv, "败诉"sv,   "违规"sv,
    "违法"sv, "违纪"sv,   "超支"sv,   "死亡"sv,     "发病"sv,   "感染"sv, "流失"sv,   "损失"sv,
    "失业"sv, "返贫"sv,   "逾期"sv,   "滞后"sv,     "积压"sv,   "上访"sv, "信访"sv,   "能耗"sv,
    "排放"sv, "污染"sv,   "闲置"sv,   "空置"sv,     "发案"sv,   "案发"sv, "偏差"sv,   "缺陷"sv,
    "浪费"sv, "停电"sv,   "停机"sv,   "中断"sv,     "拥堵"sv,   "误差"sv, "漏报"sv,   "退件"sv,
    "返工"sv, "泄露"sv,   "泄漏"sv,   "漏洞"sv,     "病死"sv,   "伤亡"sv, "火灾"sv,   "缺口"sv,
    "纠纷"sv, "舆情"sv,   "辍学"sv,   "赤字"sv,     "不良"sv,   "超标"sv, "破损"sv,   "空缺"sv,
    "缺勤"sv, "拖欠"sv,   "差评"sv,   "隐患"sv,     "不合格"sv, "债务"sv, "负债"sv,   "犯罪"sv,
    "刑事"sv, "非法"sv,   "超期"sv,   "超时"sv,     "延误"sv,   "近视"sv, "复发"sv,   "退货"sv,
    "退学"sv, "患病"sv,   "病率"sv,   "疾病"sv,     "违约"sv,   "坏账"sv, "欠薪"sv,   "欠费"sv,
    "浓度"sv, "噪声"sv,   "噪音"sv,   "贫困发生"sv, "失信"sv,   "超限"sv, "超载"sv,   "内涝"sv,
    "侵权"sv, "溺水"sv,   "自杀"sv,   "等候"sv,     "排队"sv,   "宕机"sv, "漏损"sv,   "损耗"sv,
    "黑臭"sv, "失误"sv,   "灾害"sv,   "扣分"sv,     "排名"sv,   "名次"sv, "药占比"sv, "重复"sv,
    "退回"sv, "并发症"sv, "不满意"sv, "误报"sv,     "消耗"sv,   "压疮"sv, "报废"sv,   "漏水"sv,
    "超概"sv, "受害率"sv, "受灾率"sv, "成灾率"sv,   "空驶"sv};

/// What is done about bad things, and counted as work: 查处违法案件, 故障排除.
constexpr std::array deeds{
    "处理"sv, "处置"sv,   "办理"sv, "办结"sv, "查处"sv, "查办"sv, "查获"sv, "受理"sv, "接听"sv,
    "接待"sv, "调处"sv,   "调解"sv, "化解"sv, "审理"sv, "审查"sv, "审结"sv, "打击"sv, "破获"sv,
    "侦破"sv, "侦办"sv,   "整治"sv, "整改"sv, "治理"sv, "排查"sv, "排除"sv, "检出"sv, "筛查"sv,
    "治疗"sv, "救治"sv,   "救助"sv, "救援"sv, "扑救"sv, "抢修"sv, "维修"sv, "修复"sv, "回复"sv,
    "答复"sv, "解决"sv,   "结案"sv, "演练"sv, "消除"sv, "清退"sv, "纠正"sv, "督办"sv, "监测"sv,
    "防控"sv, "防治"sv,   "防范"sv, "预防"sv, "赔付"sv, "理赔"sv, "帮扶"sv, "检测"sv, "执法"sv,
    "清理"sv, "挽回"sv,   "追回"sv, "办案"sv, "监督"sv, "发现"sv, "拆除"sv, "立案"sv, "响应"sv,
    "报告"sv, "再就业"sv, "管控"sv, "复核"sv, "上报"sv};
/// What makes such work a bad thing itself where it stands right before: 逾期受理件数.
constexpr std::array lateness{"逾期"sv, "超期"sv, "超时"sv, "延期"sv, "延迟"sv, "延误"sv};
/// What makes of either a bound, or may: 允许投诉次数, 成本控制率.
constexpr std::array bounds{"允许"sv, "容忍"sv, "控制"sv, "不超"sv};
/// What stands right before a bad thing and takes it away …
constexpr std::array negations{"无"sv, "零"sv, "免"sv, "抗"sv, "防"sv};
/// … and anywhere before it: 未发生重大安全事故.
constexpr std::array preventions{"未发生"sv, "不发生"sv, "未出现"sv, "防止"sv,
                                 "防范"sv,   "避免"sv,   "杜绝"sv,   "预防"sv};
/// Those whom it has befallen, who are helped: 失业人员, 患病家庭.
constexpr std::array befallen{"人员"sv, "人群"sv, "群体"sv, "家庭"sv,
                              "患者"sv, "对象"sv, "儿童"sv, "农户"sv};

/// A change of something. Downwards, more of it is better; upwards it is as good as the thing.
constexpr std::array falls{"降低"sv, "下降"sv, "减少"sv, "压减"sv, "压降"sv, "压缩"sv, "缩短"sv,
                           "缩减"sv, "减轻"sv, "节约"sv, "节省"sv, "节能"sv, "节水"sv, "节电"sv,
                           "减排"sv, "减免"sv, "遏制"sv, "挽回"sv, "追回"sv, "削减"sv};
constexpr std::array rises{"增长"sv, "增加"sv, "提高"sv, "提升"sv, "上升"sv, "增"sv, "扩大"sv};
/// What may stand behind a change and still be it; longest first.
constexpr std::array change_tails{"金额"sv, "总额"sv, "数量"sv, "比例"sv, "比率"sv,
                                  "幅度"sv, "人数"sv, "次数"sv, "天数"sv, "时间"sv,
                                  "率"sv,   "额"sv,   "量"sv,   "数"sv,   "值"sv,
                                  "幅"sv,   "速"sv,   "度"sv,   "件数"sv, "起数"sv};

constexpr std::array costs{"成本"sv, "费用"sv, "单价"sv, "造价"sv, "价格"sv, "开支"sv, "花费"sv};
/// Costs to the one and help to the other; under outputs and effects not known which.
constexpr std::array outlays{"支出"sv, "经费"sv};
constexpr std::array cost_tails{"控制额"sv, "控制数"sv, "总额"sv, "金额"sv, "水平"sv, "总数"sv,
                                "占比"sv,   "比例"sv,   "比重"sv, "额"sv,   "数"sv,   "率"sv};

constexpr std::array time_units{"天"sv,     "日"sv,       "小时"sv, "分钟"sv, "个月"sv,
                                "工作日"sv, "个工作日"sv, "秒"sv,   "周"sv,   "年"sv};
/// Of these the time is short where things go well …
constexpr std::array waits{
    "时限"sv, "期限"sv, "耗时"sv, "用时"sv, "等待"sv, "等候"sv, "响应"sv, "周期"sv, "工期"sv,
    "延迟"sv, "延期"sv, "停留"sv, "滞留"sv, "住院"sv, "办理"sv, "办结"sv, "处理"sv, "处置"sv,
    "审批"sv, "审核"sv, "审查"sv, "拨付"sv, "支付"sv, "发放"sv, "报送"sv, "上报"sv, "回复"sv,
    "答复"sv, "反馈"sv, "完成"sv, "修复"sv, "抢修"sv, "恢复"sv, "到达"sv, "送达"sv, "交付"sv,
    "受理"sv, "结案"sv, "整改"sv, "出具"sv, "更新"sv, "施工"sv, "竣工"sv, "验收"sv, "出警"sv,
    "到场"sv, "通勤"sv, "排队"sv, "下达"sv, "及时"sv, "间隔"sv, "到账"sv, "公开"sv, "评审"sv};
/// … and of these long: what is offered, kept, or lasts.
constexpr std::array stays{
    "开放"sv, "培训"sv, "服务"sv, "运行"sv, "运营"sv, "营业"sv, "播出"sv, "播放"sv, "值班"sv,
    "值守"sv, "巡查"sv, "学习"sv, "授课"sv, "课时"sv, "学时"sv, "活动"sv, "演出"sv, "展览"sv,
    "展出"sv, "宣传"sv, "保存"sv, "存储"sv, "留存"sv, "保管"sv, "质保"sv, "保修"sv, "维保"sv,
    "公示"sv, "有效"sv, "使用"sv, "供水"sv, "供电"sv, "供暖"sv, "供气"sv, "护理"sv, "志愿"sv,
    "正常"sv, "续航"sv, "寿命"sv, "优良"sv, "达标"sv, "提前"sv, "出勤"sv, "锻炼"sv, "维护"sv,
    "保障"sv, "监测"sv, "检查"sv, "驻场"sv, "驻点"sv, "研修"sv, "实习"sv, "作业"sv};

/// Work that is counted, in whatever category it stands.
constexpr std::array works{
    "培训"sv, "服务"sv, "受益"sv, "覆盖"sv, "就业"sv, "惠及"sv, "救助"sv, "补助"sv, "资助"sv,
    "帮扶"sv, "参与"sv, "参加"sv, "接待"sv, "保障"sv, "发放"sv, "建设"sv, "新建"sv, "改造"sv,
    "修建"sv, "维护"sv, "养护"sv, "购置"sv, "采购"sv, "配备"sv, "安装"sv, "举办"sv, "开展"sv,
    "组织"sv, "宣传"sv, "检查"sv, "抽查"sv, "检测"sv, "走访"sv, "调查"sv, "调研"sv, "慰问"sv,
    "种植"sv, "绿化"sv, "完成"sv, "编制"sv, "出版"sv, "制作"sv, "印发"sv, "发表"sv, "引进"sv,
    "培育"sv, "新增"sv, "带动"sv, "维修"sv, "修复"sv, "加固"sv, "招聘"sv, "审计"sv, "评审"sv,
    "巡查"sv, "清扫"sv, "保洁"sv, "演出"sv, "活动"sv, "招商"sv, "获奖"sv, "专利"sv, "优良"sv,
    "接种"sv, "体检"sv, "义诊"sv, "签约"sv, "扶持"sv, "支持"sv, "推广"sv, "示范"sv, "植树"sv};
/// Money that comes in, or goes to those who are to have it.
constexpr std::array gains{"收入"sv, "产值"sv, "利润"sv, "税收"sv, "销售"sv, "营业额"sv,
                           "收益"sv, "增收"sv, "投资"sv, "融资"sv, "捐赠"sv, "募集"sv,
                           "筹集"sv, "交易"sv, "贸易"sv, "消费"sv, "带动"sv, "争取"sv};

std::string_view found_in(std::string_view text, const auto& words) {
  const auto at = std::find_if(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
  return at == words.end() ? std::string_view{} : *at;
}

std::string_view end_of(std::string_view text, const auto& words) {
  const auto at = std::find_if(words.begin(), words.end(),
                               [&](std::string_view word) { return text.ends_with(word); });
  return at == words.end() ? std::string_view{} : *at;
}

bool is_one_of(std::string_view text, const auto& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string_view without_end(std::string_view text, std::string_view end) {
  return text.substr(0, text.size() - end.size());
}

bool names_rate(std::string_view name) {
  static constexpr std::array heads{"率"sv, "比例"sv, "占比"sv, "比重"sv, "百分比"sv, "水平"sv};
  return !end_of(name, heads).empty();
}

class Reading {
 public:
  Reading(std::string_view name, std::string_view category, const Target& target)
      : name_(name), category_(category), target_(target) {}

  DirectionRule run() {
    for (const auto step : {&Reading::change, &Reading::good_head, &Reading::time, &Reading::bad,
                            &Reading::cost, &Reading::share, &Reading::money, &Reading::count}) {
      if (auto rule = (this->*step)()) {
        return *rule;
      }
    }
    return {};
  }

 private:
  using Answer = std::optional<DirectionRule>;

  static Answer of_name(Direction direction, std::string_view word) {
    return DirectionRule{direction, "name: " + std::string(word)};
  }
  static Answer of_category(Direction direction, std::string_view word) {
    return DirectionRule{direction, "category: " + std::string(word)};
  }
  static Answer unknown() { return DirectionRule{}; }

  [[nodiscard]] bool is_of(std::string_view category) const {
    return category_.find(category) != std::string_view::npos;
  }
  [[nodiscard]] bool timed() const { return is_one_of(target_.unit, time_units); }
  [[nodiscard]] bool in_percent() const { return target_.unit == "%"; }
  [[nodiscard]] bool in_money() const { return target_.unit.find("元") != std::string::npos; }

  /// The bad thing that is counted, empty if none: not where a word takes it away (无故障) or it
  /// only says to whom it happened.
  [[nodiscard]] static std::string_view bad_thing(std::string_view text) {
    for (const std::string_view word : bad_things) {
      const std::size_t at = text.find(word);
      if (at == std::string_view::npos) {
        continue;
      }
      const std::string_view before = text.substr(0, at);
      const std::string_view behind = text.substr(at + word.size());
      const bool gone = !end_of(before, negations).empty() ||
                        !found_in(before, preventions).empty() || before.starts_with("无") ||
                        before.starts_with("零");
      const bool of_people = std::any_of(befallen.begin(), befallen.end(), [&](auto people) {
        return behind.starts_with(people) && behind.size() > people.size();
      });
      if (!gone && !of_people) {
        return word;
      }
    }
    return {};
  }

  /// 成本降低额, 投诉增长率; 节约支出, 减少碳排放量.
  Answer change() {
    const std::string_view tail = end_of(name_, change_tails);
    const std::string_view stem = without_end(name_, tail);
    if (const auto word = end_of(stem, falls); !word.empty()) {
      const std::string_view thing = without_end(stem, word);
      return end_of(thing, good_heads).empty() ? of_name(Direction::up, word)
                                               : of_name(Direction::down, word);
    }
    if (const auto word = end_of(stem, rises); !word.empty()) {
      const std::string_view thing = without_end(stem, word);
      if (const auto bad = bad_thing(thing); !bad.empty()) {
        return of_name(Direction::down, bad);
      }
      const bool cost = !found_in(thing, costs).empty() || !found_in(thing, outlays).empty();
      return cost ? unknown() : of_name(Direction::up, word);
    }
    const auto word = found_in(name_, falls);
    if (word.empty()) {
      return std::nullopt;
    }
    // 降低事故率 5%, 缩短办理时间 3天, 降低单位成本 5元/件: by so much, or to it?
    const bool saves = word.starts_with("节") || word.starts_with("挽") || word.starts_with("追");
    const bool level = names_rate(name_) || timed() || target_.unit.find('/') != std::string::npos;
    return level && !saves ? unknown() : of_name(Direction::up, word);
  }

  Answer good_head() {
    // 拨付进度 10天 is a time, whatever it is called.
    const auto head = timed() ? std::string_view{} : end_of(name_, good_heads);
    if (head.empty()) {
      return std::nullopt;
    }
    std::string_view before = without_end(name_, head);
    before = without_end(before, end_of(before, manners));
    const auto turned = end_of(before, reversals);
    return of_name(turned.empty() ? Direction::up : Direction::down,
                   std::string(turned) + std::string(head));
  }

  Answer time() {
    if (!timed()) {
      return std::nullopt;
    }
    const auto stay = found_in(name_, stays);
    static constexpr std::array counted{"月数"sv, "年数"sv, "课时"sv, "学时"sv};
    if (stay == "提前"sv || !end_of(name_, counted).empty()) {
      return of_name(Direction::up, stay.empty() ? end_of(name_, counted) : stay);
    }
    if (const auto wait = found_in(name_, waits); !wait.empty()) {
      return of_name(Direction::down, wait);
    }
    if (const auto bad = bad_thing(name_); !bad.empty()) {
      return of_name(Direction::down, bad);
    }
    if (!stay.empty()) {
      return of_name(Direction::up, stay);
    }
    return is_of("时效") ? of_category(Direction::down, "时效") : unknown();
  }

  Answer bad() {
    static constexpr std::array tails{"发生率"sv, "发生比例"sv, "率"sv, "占比"sv, "比例"sv};
    const auto bad = bad_thing(name_);
    if (bad.empty()) {
      const auto word = found_in(name_, bad_things);
      const bool gone = !word.empty() && (name_.find(std::string(word) + "人") == name_.npos);
      return gone && found_in(name_, befallen).empty() ? of_name(Direction::up, word)
                                                       : std::nullopt;
    }
    // A rate of the bad thing itself, whoever deals with it: 法律援助案件差评率.
    if (const auto tail = end_of(name_, tails);
        !tail.empty() && !end_of(without_end(name_, tail), bad_things).empty()) {
      return of_name(Direction::down, bad);
    }
    if (!found_in(name_, bounds).empty()) {
      return unknown();
    }
    const auto deed = found_in(name_, deeds);
    if (deed.empty() || !end_of(name_.substr(0, name_.find(deed)), lateness).empty()) {
      return of_name(Direction::down, bad);
    }
    if (in_percent() || names_rate(name_) || in_money()) {
      return std::nullopt;  // the size, or what is paid, tells
    }
    return of_name(Direction::up, deed);
  }

  Answer cost() {
    std::string_view stem = without_end(name_, end_of(name_, cost_tails));
    if (const auto word = end_of(stem, costs); !word.empty()) {
      return of_name(Direction::down, word);
    }
    if (name_.ends_with("预算控制数") || name_.ends_with("上限") || name_.ends_with("限额")) {
      return of_name(Direction::down, name_.substr(name_.size() - "上限"sv.size()));
    }
    const bool counted = !in_money() && !target_.unit.empty();
    if (is_of("成本") && !counted) {
      // What is paid to people costs the one and helps the other.
      static constexpr std::array paid{"补助"sv, "补贴"sv, "救助"sv, "奖励"sv, "奖补"sv, "津贴"sv};
      if (names_rate(name_) || !found_in(name_, paid).empty()) {
        return unknown();
      }
      return of_category(Direction::down, "成本");
    }
    if (const auto word = end_of(stem, outlays); !word.empty()) {
      const bool promised = is_of("数量") || is_of("质量") || is_of("效益") || in_percent();
      return promised ? unknown() : of_name(Direction::down, word);
    }
    return std::nullopt;
  }

  /// A share that is asked to be most of the whole is one to reach, where nothing bad is named.
  Answer share() {
    static constexpr std::array degrees{"度"sv, "性"sv, "面"sv};
    const bool percent = in_percent() || (target_.unit.empty() && names_rate(name_));
    if (is_of("满意") && (percent || target_.unit == "分" || target_.unit.empty())) {
      return of_category(Direction::up, "满意");
    }
    if (target_.unit == "分") {
      return of_name(Direction::up, "分");
    }
    if (!percent && !(target_.unit.empty() && !end_of(name_, degrees).empty())) {
      return std::nullopt;
    }
    if (target_.low >= Amount(60, 0) && found_in(name_, bounds).empty()) {
      return DirectionRule{Direction::up, "a share of 60% or more is one to reach"};
    }
    return unknown();
  }

  Answer money() {
    if (!in_money()) {
      return std::nullopt;
    }
    const auto gain = found_in(name_, gains);
    return gain.empty() ? unknown() : of_name(Direction::up, gain);
  }

  Answer count() {
    if (is_of("数量")) {
      return of_category(Direction::up, "数量");
    }
    if (const auto work = found_in(name_, works); !work.empty()) {
      return of_name(Direction::up, work);
    }
    if (const auto gain = found_in(name_, gains); !gain.empty()) {
      return of_name(Direction::up, gain);
    }
    return unknown();
  }

  std::string_view name_;
  std::string_view category_;
  const Target& target_;
};

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
  return Reading(name, level2, target).run();
}

}  // namespace budgetdiff
