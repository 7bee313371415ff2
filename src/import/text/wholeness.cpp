#include "import/text/wholeness.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace budgetdiff::import {
namespace {

bool is_plain_digit(char c) {
  return c >= '0' && c <= '9';
}

bool says_targets(std::string_view text) {
  return text.find("指标值:") != text.npos || text.find("指标值：") != text.npos ||
         text.find("；年度指标") != text.npos;
}

/// Whether a finding may come from cells that were put together wrongly.
bool says_misfit(const Finding& finding) {
  constexpr auto codes = std::to_array<std::string_view>(
      {"sum-mismatch", "subtotal-mismatch", "name-missing", "amount-missing", "amount-unreadable",
       "indicator-numbering", "indicator-incomplete", "text-left-over", "boundary-guess"});
  return std::find(codes.begin(), codes.end(), finding.code) != codes.end();
}

/// Whether a name is one, or holds two or more, of the words that label forms and head columns.
bool holds_labels(std::string_view name) {
  constexpr auto labels = std::to_array<std::string_view>(
      {"一级指标", "二级指标", "三级指标", "指标值", "项目名称", "主管部门", "实施单位", "资金总额",
       "其中：财政拨款", "其他资金", "年度目标", "总体目标", "单位：万元"});
  return std::find(labels.begin(), labels.end(), name) != labels.end() ||
         std::count_if(labels.begin(), labels.end(),
                       [&](std::string_view label) { return name.find(label) != name.npos; }) > 1;
}

/// Whether letters stand beside an amount: four digits and cents.
bool holds_amount(std::string_view name) {
  for (std::size_t dot = name.find('.'); dot != name.npos; dot = name.find('.', dot + 1)) {
    std::size_t before = 0;
    while (before < dot &&
           (is_plain_digit(name[dot - before - 1]) || name[dot - before - 1] == ',')) {
      ++before;
    }
    std::size_t after = 0;
    while (dot + after + 1 < name.size() && is_plain_digit(name[dot + after + 1])) {
      ++after;
    }
    if (before >= 4 && (after == 2 || after == 4)) {
      return true;
    }
  }
  return false;
}

/// Whether a name ends with an amount, cents and all, right behind a Chinese letter: 古树保护5.00.
bool ends_with_amount(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot + 3 != name.size() || !is_plain_digit(name[dot + 1]) ||
      !is_plain_digit(name[dot + 2])) {
    return false;
  }
  std::size_t begin = dot;
  while (begin > 0 && (is_plain_digit(name[begin - 1]) || name[begin - 1] == ',' ||
                       name[begin - 1] == ' ' || name[begin - 1] == '.')) {
    --begin;
  }
  return begin < dot && begin > 0 && static_cast<unsigned char>(name[begin - 1]) >= 0x80;
}

/// Whether a name has the comparators of two targets.
bool holds_two_targets(std::string_view name) {
  std::size_t found = 0;
  for (const std::string_view sign : {"≥", "≤"}) {
    for (std::size_t at = name.find(sign); at != name.npos; at = name.find(sign, at + 1)) {
      ++found;
    }
  }
  return found > 1;
}

/// =270人
bool holds_target(std::string_view name) {
  const std::size_t sign = name.find('=');
  return sign != name.npos && sign > 0 && sign + 1 < name.size() && is_plain_digit(name[sign + 1]);
}

/// Whether a name begins with the end of another cell (元） of 金额（万 / 元）) or is as long as
/// several together: names have three dozen letters, and seldom five.
bool runs_together(std::string_view name) {
  constexpr std::size_t longest = 240;  // bytes, 80 letters
  const std::size_t closing = std::min(name.find("）"), name.find(')'));
  const std::size_t opening = std::min(name.find("（"), name.find('('));
  return name.size() > longest || (closing != name.npos && closing < opening);
}

/// Whether what should be a name is a row of cells (with targets, or sentences) or an amount.
bool is_mixed(std::string_view name) {
  const auto has = [&](std::string_view mark) { return name.find(mark) != name.npos; };
  constexpr std::size_t longest = 150;  // bytes
  if (std::all_of(name.begin(), name.end(),
                  [](char c) { return c == '.' || c == ',' || is_plain_digit(c); })) {
    return true;
  }
  return holds_labels(name) || holds_amount(name) || ((has("≥") || has("≤")) && has("指标")) ||
         holds_target(name) || ends_with_amount(name) || holds_two_targets(name) ||
         runs_together(name) || ((has("。") || has("，")) && name.size() > longest);
}

/// The same of what should be the name of a unit.
bool is_mixed_unit(std::string_view unit) {
  return !unit.empty() && (holds_labels(unit) || holds_target(unit) ||
                           unit.find("≥") != unit.npos || unit.find("≤") != unit.npos);
}

/// Whether the longer text is the shorter with a line of something else in it.
bool holds_inserted(std::string_view shorter, std::string_view longer) {
  constexpr std::size_t line = 15;  // bytes
  if (shorter.empty() || shorter.size() + line > longer.size()) {
    return false;
  }
  std::size_t same = 0;
  while (same < shorter.size() && shorter[same] == longer[same]) {
    ++same;
  }
  // What is only added at the end may be the value's own.
  return same < shorter.size() && longer.ends_with(shorter.substr(same));
}

}  // namespace

Wholeness wholeness(const ImportedDocument& document) {
  Wholeness out;
  for (const ImportedTable& table : document.tables) {
    for (const Project& project : table.snapshot.projects) {
      const bool lists =
          says_targets(project.goal) ||
          std::any_of(project.indicators.begin(), project.indicators.end(),
                      [](const Indicator& indicator) {
                        return indicator.name.empty() || says_targets(indicator.name) ||
                               holds_inserted(indicator.period_target, indicator.annual_target) ||
                               holds_inserted(indicator.annual_target, indicator.period_target) ||
                               (indicator.annual_target.empty() && indicator.period_target.empty());
                      });
      const bool lacks =
          project.funding.items().empty() || project.goal.empty() || project.indicators.empty();
      ++out.projects;
      out.lacking += lacks ? 1U : 0U;
      out.broken += lists ? 1U : 0U;
      out.mixed += is_mixed(project.name) || is_mixed_unit(project.spending_unit) ? 1U : 0U;
    }
    for (const Finding& finding : table.provenance.findings) {
      out.fits = out.fits && !says_misfit(finding);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
