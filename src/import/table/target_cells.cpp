#include "import/table/target_cells.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/target.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {
namespace {

using namespace std::string_view_literals;

constexpr std::u32string_view further_signs = U"⩾⩽﹥﹤≠≈±";
constexpr std::u32string_view numerals = U"一二两三四五六七八九十百千万亿零〇";

bool is_sign(char32_t c) {
  return comparator_signs.find(c) != comparator_signs.npos ||
         further_signs.find(c) != further_signs.npos;
}

bool has_figure(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

/// Whether a cell of the column of comparators compares, before its number.
bool compares(std::string_view text) {
  constexpr auto words = std::to_array<std::string_view>(
      {"大于", "小于", "等于", "不低", "不少", "不高", "不超", "不大", "不小", "不多",  "不突破",
       "低于", "高于", "少于", "多于", "超过", "至少", "至多", "最少", "最多", "控制在"});
  constexpr auto whole = std::to_array<std::string_view>({"约", "大约", "达", "达到", "应达到"});
  const std::u32string letters = to_code_points(std::string(text));
  return std::any_of(letters.begin(), letters.end(), is_sign) ||
         std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; }) ||
         std::find(whole.begin(), whole.end(), text) != whole.end();
}

/// Whether it does behind number and unit: 5公里以内, 12月底前.
bool compares_behind(std::string_view text) {
  constexpr auto words =
      std::to_array<std::string_view>({"以上", "及以上", "以下", "及以下", "以内", "之内", "内",
                                       "左右", "上下", "前", "之前", "以前"});
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// The code of a budget system's dictionary before its word: 1-≥, 05-公里.
std::string_view without_code(std::string_view text) {
  const std::size_t behind = text.find_first_not_of("0123456789");
  if (behind == 0 || behind == text.npos) {
    return text;
  }
  for (const std::string_view mark : {"-", "－", "—", "_", ".", "、"}) {
    if (text.substr(behind).starts_with(mark)) {
      return text.substr(behind + mark.size());
    }
  }
  return text;
}

/// GE, ≥ in the letters of a program.
std::string_view spelled_out(std::string_view code) {
  constexpr auto codes =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"ge", "≥"},
                                                                    {"gte", "≥"},
                                                                    {"le", "≤"},
                                                                    {"lte", "≤"},
                                                                    {"gt", ">"},
                                                                    {"lt", "<"},
                                                                    {"eq", "="}});
  const std::string folded = fold_width(code);
  const auto* const found = std::find_if(codes.begin(), codes.end(),
                                         [&](const auto& one) { return one.first == folded; });
  return found == codes.end() ? code : found->second;
}

/// The words of a comparator's cell that compare: without a code, and without brackets that say
/// it again (≥（大于等于）).
std::string comparator_of(std::string_view cell) {
  std::string_view text = without_code(cell);
  if (const std::size_t sign = text.find_first_not_of("0123456789");
      sign != text.npos && sign > 0 && compares(text.substr(sign))) {
    text = text.substr(sign);  // 01≥
  }
  for (const auto& [open, close] : {std::pair{"（"sv, "）"sv}, std::pair{"("sv, ")"sv}}) {
    const std::size_t at = text.find(open);
    if (at != text.npos && at > 0 && text.ends_with(close) && compares(text.substr(0, at)) &&
        compares(text.substr(at + open.size()))) {
      text = text.substr(0, at);
    }
  }
  return std::string(spelled_out(text));
}

bool compares_itself(std::string_view value) {
  constexpr auto words =
      std::to_array<std::string_view>({"不低于", "不少于", "不超过", "大于", "小于", "等于"});
  const std::u32string letters = to_code_points(std::string(value));
  return (!letters.empty() && is_sign(letters.front())) ||
         std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return value.starts_with(word); });
}

/// Whether a word says of what kind an indicator is, or that nothing is to be said.
bool is_kind(std::string_view text) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"定性", "定量", "正向",  "反向", "逆向", "负向", "中性", "文字", "描述",
       "数值", "数字", "计数",  "数量", "质量", "时效", "成本", "枚举", "日期",
       "时间", "是否", "是/否", "有无", "预期", "约束", "核心", "共性", "个性",
       "常规", "必选", "可选",  "指标", "类型", "其他", "其它"});
  const bool said = std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) {
    return text.find(kind) != text.npos;
  });
  return said || text == "无" || fold_name(text).empty();
}

/// Whether a number stands alone, so that the word beside it may be what compares it; a range has
/// both its ends.
bool is_bare_number(std::string_view value) {
  const Target target = read_target(value);
  return target.numeric && target.comparator == Comparator::none;
}

/// 年月日, 年-月-日, 月日: how a date is written, where two of the words stand or more.
bool writes_date(std::u32string_view unit) {
  constexpr std::u32string_view marks = U"-/.－、";
  std::size_t words = 0;
  for (const char32_t c : unit) {
    if (std::u32string_view(U"年月日时分").find(c) != std::u32string_view::npos) {
      ++words;
    } else if (marks.find(c) == marks.npos) {
      return false;
    }
  }
  return words > 1 && unit.find(U'/') == unit.npos;
}

/// What stands in a column of units and is none: 定性, 日期, and the values that a target may
/// have (是/否).
bool is_no_unit(std::string_view unit, std::string_view value) {
  constexpr auto kinds = std::to_array<std::string_view>({"定性", "定量", "日期", "时间", "文字",
                                                          "文字描述", "描述", "是否", "/", "-", "—",
                                                          "无", "其他", "其它", "是/否", "有/无"});
  const std::size_t slash = unit.find('/');
  const bool choice =
      slash != unit.npos && (value == unit.substr(0, slash) || value == unit.substr(slash + 1));
  return choice || std::find(kinds.begin(), kinds.end(), unit) != kinds.end() ||
         writes_date(to_code_points(std::string(unit)));
}

/// Where the unit of a value goes: before 以上 behind its figure (90以上, %), else behind it.
std::size_t place_of_unit(std::string_view value) {
  for (const std::string_view word : {"以上", "以下", "以内", "左右"}) {
    if (value.ends_with(word) && value.size() > word.size() &&
        is_digit(static_cast<unsigned char>(value[value.size() - word.size() - 1]))) {
      return value.size() - word.size();
    }
  }
  return value.size();
}

/// What a value has behind its last figure.
std::u32string behind_figures(const std::u32string& value) {
  std::size_t at = value.size();
  while (at > 0 && !is_digit(value[at - 1])) {
    --at;
  }
  return value.substr(at);
}

/// 5万, 100余, 3个: letters behind a figure that are of the number, not its unit.
bool counts_on(const std::u32string& behind) {
  return behind.find_first_not_of(U"十百千万亿多余来个几+＋") == behind.npos;
}

/// Whether a value without figures may be counted in a unit: Ⅲ, A, 五, 优. Others are words
/// (合格), which are what is to be reached and are counted in nothing.
bool may_count(const std::u32string& value) {
  const std::size_t first = value.find_first_not_of(comparator_signs);
  const std::u32string text = first == value.npos ? std::u32string() : value.substr(first);
  return text.size() <= 1 || std::all_of(text.begin(), text.end(), [](char32_t c) {
           constexpr char32_t first_roman = U'Ⅰ';
           constexpr char32_t last_roman = U'ⅿ';
           return c <= 0x7F || (c >= first_roman && c <= last_roman) ||
                  numerals.find(c) != numerals.npos;
         });
}

struct UnitOfValue {
  std::string text;
  std::string left_out;
};

bool same_unit(std::string_view value, std::string_view unit) {
  return read_target(value).unit == read_target("1" + std::string(unit)).unit;
}

/// What of a cell of units goes behind the value: nothing where it has one or takes none; only what
/// it does not say yet (5个 | 个月).
UnitOfValue unit_of(std::string_view value, std::string_view unit) {
  const std::u32string letters = to_code_points(std::string(value));
  if (unit.empty() || is_no_unit(unit, value) || value.ends_with(unit)) {
    return {};
  }
  if (const std::u32string of = to_code_points(std::string(unit));
      std::all_of(of.begin(), of.end(), is_digit)) {
    return {{}, std::string(unit)};  // a code without its word, and no further digit of the number
  }
  if (!has_figure(letters)) {
    // Where the order of texts alone tells cells apart, the rest of prose stands here (效果 |
    // 显著).
    const std::u32string rest = to_code_points(std::string(unit));
    const bool glued = may_count(letters) || std::any_of(rest.begin(), rest.end(), is_cjk);
    return {glued ? std::string(unit) : std::string(), {}};
  }
  const std::u32string behind = behind_figures(letters);
  const std::u32string whole = to_code_points(std::string(unit));
  if (!behind.empty() && whole.starts_with(behind)) {
    return {to_utf8(whole.substr(behind.size())), {}};
  }
  if (counts_on(behind) || whole.starts_with(U"/") || place_of_unit(value) != value.size()) {
    return {std::string(unit), {}};
  }
  const Target target = read_target(value);
  const bool date = target.deadline &&
                    std::u32string_view(U"年月日季度旬天").find(whole) != std::u32string_view::npos;
  if (date || (target.numeric && same_unit(value, unit))) {
    return {};
  }
  // What is no number with a unit of its own goes on here: 11月30日 | 前.
  return target.numeric ? UnitOfValue{{}, std::string(unit)} : UnitOfValue{std::string(unit), {}};
}

std::string unit_cell(std::string_view cell) {
  const std::string_view text = without_code(cell);
  return std::string(text.starts_with("单位：") ? text.substr("单位："sv.size()) : text);
}

}  // namespace

TargetCells joined_target(std::string_view comparator_cell, std::string_view value,
                          std::string_view unit) {
  TargetCells out;
  if (value.empty()) {
    return out;
  }
  const std::string comparator = comparator_of(comparator_cell);
  const bool behind = compares_behind(comparator);
  const UnitOfValue units = unit_of(value, unit_cell(unit));
  const std::size_t place = place_of_unit(value);
  std::string number(value.substr(0, place));
  number += units.text;
  number += value.substr(place);
  out.left_out = units.left_out;
  if (compares_itself(value)) {
    out.text = number;
  } else if (compares(comparator)) {
    out.text = comparator + number;
  } else if (behind && !number.ends_with(comparator)) {
    out.text = number + comparator;
  } else {
    out.text = number;
    if (!comparator.empty() && !behind && !is_kind(comparator) && is_bare_number(number)) {
      out.left_out = comparator;
    }
  }
  return out;
}

}  // namespace budgetdiff::import
