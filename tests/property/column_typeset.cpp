#include "column_typeset.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <vector>

namespace budgetdiff::testing {
namespace {

/// A text as a cell of `width` characters breaks it: ASCII takes half a character, and no
/// line begins with a comma or a full stop.
std::vector<std::string> broken(const std::string& text, unsigned width) {
  std::vector<std::string> lines;
  std::u32string line;
  unsigned halves = 0;
  for (const char32_t c : to_code_points(text)) {
    const unsigned own = c < 128 ? 1 : 2;
    const bool mark = std::u32string_view(U"，。；：、）”%").find(c) != std::u32string_view::npos;
    if (halves + own > 2 * width && mark && line.size() > 1) {
      const char32_t last = line.back();
      line.pop_back();
      lines.push_back(to_utf8(line));
      line = {last, c};
      halves = (last < 128 ? 1 : 2) + own;
      continue;
    }
    if (halves + own > 2 * width) {
      lines.push_back(to_utf8(line));
      line.clear();
      halves = 0;
    }
    line += c;
    halves += own;
  }
  lines.push_back(to_utf8(line));
  return lines;
}

std::string list_of(const Project& project) {
  std::string out;
  int number = 0;
  for (const Indicator& one : project.indicators) {
    const auto coded = [](const std::string& code, const std::string& words) {
      return code.empty() ? words : code + "-" + words;
    };
    out += std::to_string(++number) + "、" + coded(one.level1_code, one.level1) + "；" +
           coded(one.level2_code, one.level2) + "；" + one.name +
           "；实施周期指标值:" + one.period_target + "；年度指标值:" + one.annual_target + "。";
  }
  return out;
}

/// Lines of two cells of one row, by their height.
std::string beside(const std::vector<std::string>& goal, const std::vector<std::string>& list,
                   bool centred) {
  const std::size_t rows = std::max(goal.size(), list.size());
  const auto top = [&](const std::vector<std::string>& cell) {
    return centred ? rows - cell.size() : 0;  // in half lines
  };
  std::string out;
  for (std::size_t half = 0; half < 2 * rows; ++half) {
    std::string line;
    for (const auto* const cell : {&goal, &list}) {
      const std::size_t from = top(*cell);
      if (half >= from && (half - from) % 2 == 0 && (half - from) / 2 < cell->size()) {
        line += (line.empty() ? "" : " ") + (*cell)[(half - from) / 2];
      }
    }
    out += line.empty() ? "" : line + "\n";
  }
  return out;
}

}  // namespace

ColumnStyle random_column_style(Dice& dice) {
  ColumnStyle style;
  style.centred = !dice.one_in(3);
  style.totals_first = dice.one_in(3);
  style.name_width = 8 + dice.roll(10);
  style.goal_width = 18 + dice.roll(20);
  style.list_width = 22 + dice.roll(24);
  style.rows_a_page = 2 + dice.roll(5);
  return style;
}

std::string typeset_columns(const Snapshot& snapshot, const ColumnStyle& style) {
  std::string out;
  const std::vector<Project>& projects = snapshot.projects;
  for (std::size_t begin = 0; begin < projects.size(); begin += style.rows_a_page) {
    const std::size_t end = std::min<std::size_t>(projects.size(), begin + style.rows_a_page);
    out += begin > 0 ? "\f" : "";
    out += "部门名称：" + snapshot.department + "\n项目名称\n总计\n财政拨款\n合计\n";
    for (const auto& [key, amount] : snapshot.stated_total.items()) {
      out += amount.grouped() + "\n";
    }
    std::string amounts;
    for (std::size_t i = begin; i < end; ++i) {
      out += "\n";
      for (const std::string& line : broken(projects[i].name, style.name_width)) {
        out += line + "\n";
      }
      if (!style.totals_first) {
        for (const auto& [key, amount] : projects[i].funding.items()) {
          out += "\n" + amount.grouped() + "\n";
        }
      }
    }
    for (const std::string key : {"total", "fiscal_appropriation"}) {
      for (std::size_t i = begin; i < end && style.totals_first; ++i) {
        const Amount* const amount = projects[i].funding.find(key);
        out += "\n" + (amount == nullptr ? "" : amount->grouped() + "\n");
      }
    }
    out += "\n项目支出绩效目标表\n绩效目标\n\n绩效指标\n\n单位：" + snapshot.unit + "\n\n";
    for (std::size_t i = begin; i < end; ++i) {
      out += beside(broken(projects[i].goal, style.goal_width),
                    broken(list_of(projects[i]), style.list_width), style.centred);
    }
  }
  return out;
}

}  // namespace budgetdiff::testing
