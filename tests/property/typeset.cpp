#include "typeset.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <sstream>
#include <vector>

namespace budgetdiff::testing {
namespace {

template <std::size_t N>
std::string pick(Dice& dice, const char* const (&words)[N]) {
  return words[dice.roll(N)];
}

const char* const places[] = {"花都区", "狮岭镇", "全市", "区人社局", "临空产业", "城乡居民", ""};
const char* const things[] = {"人才",         "培训",   "就业服务", "医疗保障", "信息化系统",
                              "3、4号楼改造", "博士后", "IT运维",   "劳动监察", "档案2号库"};
const char* const kinds[] = {"专项经费", "工作经费", "补助",    "项目",
                             "奖励金",   "购置费",   "基金专项"};
const char* const marks[] = {"", "", "", "（市级）", "（2024年）", "（区本级）", "(二期)", "2025"};
const char* const phrases[] = {
    "通过开展专项工作",       "提高服务水平",         "投入约2.5亿元",          "完成率达到100%",
    "推动“智汇花都”行动",     "落实《二十六条》文件", "包括：1、甲类；2、乙类", "保障经费3.00万元",
    "为全区12个镇（街）服务", "使用App Store平台"};
const char* const counted[] = {"户数",         "完成率",        "满意度",
                               "培训次数",     "年度培训期数",  "推进档案数字化，方便群众办事。",
                               "1、2号线",     "现场维护率(%)", "宣传效果（0）",
                               "甲；乙类数量", "落实年度指标值"};
const char* const targets[] = {"≥95%",
                               "≧90%",
                               "255",
                               "≤550元/人/天",
                               "≥2亿",
                               "100.00%",
                               "0次",
                               "良",
                               "90分以上",
                               "1:2",
                               "故障后，100%当天启动。",
                               "≥1,000人",
                               "1.5-2.0万元",
                               "12月31日前",
                               "提高。持续"};

struct Category {
  const char* code1;
  const char* level1;
  const char* code2;
  const char* level2;
};
const Category categories[] = {
    {"1", "产出指标", "11", "数量指标"},
    {"1", "产出指标", "12", "质量指标"},
    {"1", "产出指标", "14", "成本指标"},
    {"2", "效益指标", "22", "社会效益"},
    {"2", "效益指标", "24", "可持续影响"},
    {"3", "满意度指标", "31", "服务对象满意度"},
    {"", "产出", "", "数量"},
    {"", "成本指标", "", "经济成本指标"},
    {"4", "专项指标", "41", "特别约定"},
};

Amount random_amount(Dice& dice) {
  const std::int64_t top = dice.one_in(4) ? 900000 : 9000;
  return {static_cast<Amount::Integer>(1 + dice.roll(static_cast<unsigned>(top))) * 1, 2};
}

std::string sentence(Dice& dice) {
  std::string out = pick(dice, phrases);
  for (unsigned i = dice.roll(5); i > 0; --i) {
    out += "，" + pick(dice, phrases);
  }
  return out + "。";
}

std::string random_goal(Dice& dice) {
  if (dice.one_in(10)) {
    return {};
  }
  if (dice.one_in(4)) {
    std::string out;
    const unsigned count = 2 + dice.roll(3);
    const unsigned style = dice.roll(3);
    const char* const chinese[] = {"一", "二", "三", "四"};
    for (unsigned i = 0; i < count; ++i) {
      const std::string number = style == 0   ? std::to_string(i + 1) + "."
                                 : style == 1 ? std::to_string(i + 1) + "、"
                                              : "（" + std::string(chinese[i]) + "）";
      out += (i > 0 ? "\n" : "") + number + pick(dice, things) + "：" + pick(dice, places) +
             "提高水平。";
    }
    return out;
  }
  return sentence(dice);
}

Indicator random_indicator(Dice& dice, bool coded) {
  Indicator out;
  const Category& category = categories[coded ? dice.roll(6) : 6 + dice.roll(3)];
  out.level1_code = category.code1;
  out.level1 = category.level1;
  out.level2_code = category.code2;
  out.level2 = category.level2;
  out.name = pick(dice, things) + pick(dice, counted);
  out.annual_target = pick(dice, targets);
  // A full stop inside a value is told from its end by the other target alone.
  const bool stop_inside = out.annual_target.find("。") != std::string::npos;
  if (stop_inside || !dice.one_in(6)) {
    out.period_target = !stop_inside && dice.one_in(5) ? pick(dice, targets) : out.annual_target;
  }
  return out;
}

bool ends_with_stop(const std::string& text) {
  return text.ends_with("。");
}

/// Breaks a text into lines as a narrow cell does, inside words and numbers.
std::vector<std::string> wrap(const std::string& text, unsigned width, bool ragged, Dice& dice) {
  std::vector<std::string> out;
  std::istringstream paragraphs(text);
  std::string paragraph;
  while (std::getline(paragraphs, paragraph)) {
    const std::u32string points = to_code_points(paragraph);
    for (std::size_t at = 0; at < points.size();) {
      const std::size_t size = ragged ? width / 2 + 1 + dice.roll(width / 2 + 1) : width;
      std::size_t end = std::min(points.size(), at + size);
      // A blank at the break would be lost in print as well.
      while (end < points.size() && end > at + 1 &&
             (points[end] == U' ' || points[end - 1] == U' ')) {
        --end;
      }
      out.push_back(to_utf8(points.substr(at, end - at)));
      at = end;
    }
  }
  return out;
}

/// Whether a line could be taken for amounts or for a page number by anyone
/// who does not know what stands around it.
bool is_number_alone(const std::string& line) {
  return line.find_first_not_of("0123456789.,-") == std::string::npos;
}

class Setter {
 public:
  Setter(const Snapshot& snapshot, const Style& style, Dice& dice)
      : snapshot_(snapshot), style_(style), dice_(dice) {}

  std::string run() {
    if (style_.byte_order_mark) {
      out_ += "\xEF\xBB\xBF";
    }
    page_head();
    std::string unit;
    for (const Project& project : snapshot_.projects) {
      if (project.spending_unit != unit || unit.empty()) {
        unit = project.spending_unit.empty() ? snapshot_.department : project.spending_unit;
        if (&project == &snapshot_.projects.front() || !project.spending_unit.empty()) {
          unit_row(project.spending_unit);
        }
        unit = project.spending_unit.empty() ? "-" : project.spending_unit;
      }
      set_project(project);
    }
    if (style_.page_numbers && !style_.last_stop_missing) {
      put(std::to_string(page_));
    }
    return out_;
  }

 private:
  void put(const std::string& line) {
    out_ += line;
    out_ += style_.carriage_returns ? "\r\n" : "\n";
    if (style_.blank_lines && !line.empty()) {
      out_ += style_.carriage_returns ? "\r\n" : "\n";
    }
  }

  /// A line of a cell; a page may end before it.
  void cell_line(const std::string& line) {
    if (style_.page_breaks && dice_.one_in(25)) {
      if (style_.page_numbers) {
        put(std::to_string(page_));
      }
      ++page_;
      if (style_.form_feeds) {
        out_ += "\f";
      }
      page_head();
      if (style_.unit_row_repeats && !unit_lines_.empty()) {
        for (const std::string& unit_line : unit_lines_) {
          put(unit_line);
        }
      }
    }
    std::string text = line;
    if (style_.stray_spaces) {
      for (const char* const mark : {"，", "。", "（"}) {
        const std::size_t at = text.find(mark);
        if (at != std::string::npos && at > 0 && dice_.one_in(4)) {
          text.insert(at, " ");
        }
      }
    }
    put(text);
  }

  void page_head() {
    put("项目支出绩效目标表（含转移支付项目）");
    put("部门名称：" + snapshot_.department + " 单位：" + snapshot_.unit);
    put("项目名称（资金使");
    put("用单位）");
    put("总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标");
    put("合计 " + amounts(snapshot_.stated_total));
  }

  [[nodiscard]] std::string amounts(const Funding& funding) const {
    std::string out;
    for (const auto& [key, amount] : funding.items()) {
      out += (out.empty() ? "" : style_.tabs ? "\t" : " ") + amount.grouped();
    }
    return out;
  }

  void unit_row(const std::string& unit) {
    Funding sum;
    for (const Project& project : snapshot_.projects) {
      if (project.spending_unit == unit) {
        for (const auto& [key, amount] : project.funding.items()) {
          const Amount* before = sum.find(key);
          sum.set(key, before == nullptr ? amount : *before + amount);
        }
      }
    }
    unit_lines_ = wrap(unit.empty() ? snapshot_.department : unit, style_.name_width, false, dice_);
    unit_lines_.push_back(amounts(sum));
    for (const std::string& line : unit_lines_) {
      put(line);
    }
  }

  void set_project(const Project& project) {
    std::vector<std::string> name = wrap(project.name, style_.name_width, style_.ragged, dice_);
    std::vector<std::string> goal = wrap(project.goal, style_.goal_width, style_.ragged, dice_);
    if (style_.indent_names) {
      name.front().insert(0, "    ");
    }
    std::string row = amounts(project.funding);
    if (style_.one_line_rows && dice_.one_in(2)) {
      row = name.back() + " " + row;
      name.pop_back();
    }
    if (style_.one_line_rows && !goal.empty() && dice_.one_in(2)) {
      row += " " + goal.front();
      goal.erase(goal.begin());
    }
    for (const std::string& line : name) {
      cell_line(line);
    }
    if (style_.amounts_one_a_line && row == amounts(project.funding)) {
      for (const auto& [key, amount] : project.funding.items()) {
        put(amount.grouped());
      }
    } else {
      put(row);
    }
    for (const std::string& line : goal) {
      cell_line(line);
    }
    for (const std::string& line : list_lines(project)) {
      cell_line(line);
    }
  }

  std::vector<std::string> list_lines(const Project& project) {
    const std::string semicolon = style_.narrow_semicolons ? ";" : "；";
    const std::string colon = style_.wide_colons ? "：" : ":";
    std::string list;
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
      const Indicator& one = project.indicators[i];
      const auto level = [&](const std::string& code, const std::string& words) {
        return (code.empty() ? "" : code + "-") + words + semicolon;
      };
      list += std::to_string(i + 1) + "、" + level(one.level1_code, one.level1) +
              level(one.level2_code, one.level2) + one.name + semicolon;
      if (!one.period_target.empty()) {
        list += "实施周期指标值" + colon + one.period_target + semicolon;
      }
      list += "年度指标值" + colon + one.annual_target;
      const bool last = i + 1 == project.indicators.size();
      const bool serves_twice =
          ends_with_stop(one.annual_target) && one.annual_target == one.period_target;
      // Without its full stop only the period's target shows where a list ends.
      const bool left_out = last && style_.last_stop_missing &&
                            !ends_with_stop(one.annual_target) &&
                            one.annual_target == one.period_target;
      if (!serves_twice && !left_out) {
        list += "。";
      }
    }
    std::vector<std::string> lines = wrap(list, style_.list_width, style_.ragged, dice_);
    // A number alone on a line of a wide cell is what a wrap rarely makes and
    // nobody could tell from a page number: give it company.
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (is_number_alone(lines[i])) {
        lines[i - 1] += lines[i];
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i--));
      }
    }
    return lines;
  }

  const Snapshot& snapshot_;
  const Style& style_;
  Dice& dice_;
  std::string out_;
  std::vector<std::string> unit_lines_;
  int page_ = 1;
};

}  // namespace

std::string Style::describe() const {
  std::ostringstream out;
  out << "indent_names " << indent_names << ", blank_lines " << blank_lines << ", page_breaks "
      << page_breaks << ", form_feeds " << form_feeds << ", page_numbers " << page_numbers
      << ", unit_row_repeats " << unit_row_repeats << ", one_line_rows " << one_line_rows
      << ", amounts_one_a_line " << amounts_one_a_line << ", last_stop_missing "
      << last_stop_missing << ", ragged " << ragged << ", tabs " << tabs << ", widths "
      << name_width << ' ' << goal_width << ' ' << list_width;
  return out.str();
}

Style random_style(Dice& dice) {
  Style style;
  style.indent_names = !dice.one_in(3);
  style.blank_lines = !dice.one_in(3);
  style.carriage_returns = dice.one_in(5);
  style.byte_order_mark = dice.one_in(5);
  style.page_breaks = !dice.one_in(3);
  style.form_feeds = dice.one_in(3);
  style.page_numbers = dice.one_in(3);
  style.unit_row_repeats = dice.one_in(4);
  style.stray_spaces = dice.one_in(2);
  style.one_line_rows = dice.one_in(2);
  style.amounts_one_a_line = dice.one_in(5);
  style.wide_colons = dice.one_in(4);
  style.narrow_semicolons = dice.one_in(8);
  style.last_stop_missing = dice.one_in(8);
  style.ragged = dice.one_in(4);
  style.tabs = dice.one_in(6);
  style.name_width = 5 + dice.roll(10);
  style.goal_width = style.name_width + 4 + dice.roll(24);
  style.list_width = 10 + dice.roll(40);
  return style;
}

Snapshot random_table(Dice& dice) {
  Snapshot out;
  out.department = dice.one_in(2) ? "某市某区人力资源和社会保障局（本级）" : "某市教育局";
  out.unit = "万元";
  const unsigned columns = dice.one_in(3) ? 4 : 2;
  const bool coded = !dice.one_in(3);
  const unsigned units = dice.one_in(3) ? 2 + dice.roll(2) : 1;
  const char* const unit_names[] = {"某市某区就业服务中心", "某市第一中学", "某市某区档案馆"};
  for (unsigned unit = 0; unit < units; ++unit) {
    for (unsigned i = 1 + dice.roll(6); i > 0; --i) {
      Project project;
      project.name =
          pick(dice, places) + pick(dice, things) + pick(dice, kinds) + pick(dice, marks);
      project.spending_unit = units > 1 ? unit_names[unit] : "";
      Amount total;
      const std::string keys[] = {"fiscal_appropriation", "special_account", "other_funds"};
      for (unsigned c = 0; c + 1 < columns; ++c) {
        const Amount amount = random_amount(dice);
        project.funding.set(keys[c], amount);
        total += amount;
      }
      project.funding.set("total", total);
      project.goal = random_goal(dice);
      for (unsigned k = dice.one_in(12) ? 0 : 1 + dice.roll(5); k > 0; --k) {
        project.indicators.push_back(random_indicator(dice, coded));
      }
      if (project.indicators.empty() && project.goal.empty()) {
        project.goal = sentence(dice);
      }
      for (const auto& [key, amount] : project.funding.items()) {
        const Amount* before = out.stated_total.find(key);
        out.stated_total.set(key, before == nullptr ? amount : *before + amount);
      }
      out.projects.push_back(std::move(project));
    }
  }
  return out;
}

std::string typeset(const Snapshot& snapshot, const Style& style, Dice& dice) {
  return Setter(snapshot, style, dice).run();
}

}  // namespace budgetdiff::testing
