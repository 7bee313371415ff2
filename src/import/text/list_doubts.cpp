#include "import/text/list_doubts.hpp"

#include "import/text/free_item.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

constexpr auto categories =
    std::to_array<std::u32string_view>({U"产出指标", U"数量指标", U"质量指标", U"时效指标",
                                        U"成本指标", U"效益指标", U"满意度指标", U"影响指标"});

constexpr std::u32string_view digits = U"0123456789";

bool has_any(std::u32string_view text, std::u32string_view marks) {
  return text.find_first_of(marks) != text.npos;
}

/// A category inside a longer text, and no word such as 效益指标体系.
bool holds_category(std::u32string_view text) {
  return std::any_of(categories.begin(), categories.end(), [&](std::u32string_view word) {
    const std::size_t at = text.find(word);
    if (at == text.npos || text.size() == word.size()) {
      return false;
    }
    const std::size_t end = at + word.size();
    return end == text.size() || !is_cjk(text[end]);
  });
}

/// 指标值： or 目标值≥ inside.
bool holds_target_word(std::u32string_view text) {
  for (const std::u32string_view word : {U"指标值", U"目标值"}) {
    const std::size_t at = text.find(word);
    const std::size_t end = at + word.size();
    if (at != text.npos && end < text.size() &&
        (has_any(text.substr(end, 1), U"：:") || has_any(text.substr(end, 1), comparator_signs))) {
      return true;
    }
  }
  return false;
}

bool closes_brackets(std::u32string_view text) {
  int depth = 0;
  for (const char32_t c : text) {
    depth += has_any({&c, 1}, U"（(【[〔") ? 1 : has_any({&c, 1}, U"）)】]〕") ? -1 : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth == 0;
}

bool doubtful_level(std::u32string_view text) {
  return has_any(text, U"|｜→＞>·•：:") || !closes_brackets(text);
}

/// 加固水库12座、清淤渠道: a figure with its unit before further words is another's target.
/// 2024年、 5岁、… are no quantities.
bool holds_quantity(std::u32string_view text) {
  constexpr std::size_t longest_unit = 3;
  for (std::size_t mark = text.find_first_of(U"、，,；;"); mark != text.npos;
       mark = text.find_first_of(U"、，,；;", mark + 1)) {
    std::size_t unit = mark;
    while (unit > 0 && mark - unit < longest_unit && !has_any(text.substr(unit - 1, 1), digits)) {
      --unit;
    }
    if (unit > 0 && unit < mark && has_any(text.substr(unit - 1, 1), digits) &&
        !has_any(text.substr(unit, 1), U"年月日号条类级期岁．.")) {
      return true;
    }
  }
  return false;
}

bool doubtful_name(std::u32string_view text) {
  if (text.empty()) {
    return false;
  }
  constexpr std::u32string_view at_ends = U"|｜→＞>·•／/、，,：:；;＝=";
  return has_any(text.substr(0, 1), at_ends) || has_any(text.substr(text.size() - 1), at_ends) ||
         has_any(text, U"|｜→") || holds_category(text) || holds_target_word(text) ||
         holds_quantity(text) || text.size() == 1 ||
         text.find_first_not_of(U"0123456789.．、") == text.npos || !closes_brackets(text);
}

/// …；3.落实…： a point of a goal goes on where the target should have ended.
bool holds_point(std::u32string_view text) {
  constexpr std::size_t least_behind = 6;
  for (std::size_t at = text.find_first_of(U"；。"); at != text.npos;
       at = text.find_first_of(U"；。", at + 1)) {
    const std::size_t mark = at + 2;
    if (mark + least_behind < text.size() && text[at + 1] >= U'1' && text[at + 1] <= U'9' &&
        has_any(text.substr(mark, 1), U".、．") && is_cjk(text[mark + 1])) {
      return true;
    }
  }
  return false;
}

/// ≥99%案件按期处置, ≥60000件系统正常运行: behind a percentage, or a figure with its unit, stand
/// words of another indicator; ≥30个工作日内完成支付 says until when.
bool holds_words_behind_figure(std::u32string_view text) {
  constexpr std::size_t least_behind_percent = 4;
  constexpr std::size_t least_with_unit = 7;
  if (text.empty() || !has_any(text.substr(0, 1), comparator_signs)) {
    return false;
  }
  std::size_t at = text.find_first_not_of(U"0123456789.", 1);
  if (at == text.npos || at < 2) {
    return false;
  }
  const bool percent = has_any(text.substr(at, 1), U"%％");
  at += percent ? 1U : 0U;
  std::size_t end = at;
  while (end < text.size() && is_cjk(text[end])) {
    ++end;
  }
  return end - at >= (percent ? least_behind_percent : least_with_unit) &&
         !has_any(text.substr(at, end - at), U"内前后上下");
}

/// 3） in a target is a numbering; brackets that open and do not close are not.
bool doubtful_target(std::u32string_view text) {
  const std::size_t second = text.find_first_of(U"≥≤", 1);
  const bool another = second != text.npos && is_cjk(text[second - 1]) &&
                       has_any(text.substr(0, second), U"、，,；;。") &&
                       has_any(text.substr(0, 1), U"≥≤");
  // ≥15万亩/≥5万亩: which is whose?
  const bool two = second != text.npos && has_any(text.substr(second - 1, 1), U"/／");
  // ≥500人发放及时率≥95%: the end of the first was not seen.
  constexpr std::size_t shortest = 4;
  const bool glued = second != text.npos && second >= shortest &&
                     has_any(text.substr(0, 1), U"≥≤") &&
                     std::all_of(text.begin() + static_cast<std::ptrdiff_t>(second - shortest),
                                 text.begin() + static_cast<std::ptrdiff_t>(second), is_cjk);
  return has_any(text, U"|｜→") || another || two || glued || holds_point(text) ||
         holds_words_behind_figure(text) || holds_category(text) || holds_target_word(text);
}

/// One of two targets that is the other and sentences behind it.
bool holds_prose(const Indicator& indicator) {
  constexpr std::size_t least = 10;  // letters: more than a remark
  const std::u32string period = to_code_points(indicator.period_target);
  const std::u32string annual = to_code_points(indicator.annual_target);
  const std::u32string& longer = period.size() > annual.size() ? period : annual;
  const std::u32string& shorter = period.size() > annual.size() ? annual : period;
  return !shorter.empty() && longer.size() > shorter.size() + least &&
         longer.starts_with(shorter) && has_any(longer.substr(shorter.size(), 1), U"；;。") &&
         longer.back() == U'。';
}

}  // namespace

bool is_doubtful(const Indicator& indicator) {
  const std::u32string period = to_code_points(indicator.period_target);
  const std::u32string annual = to_code_points(indicator.annual_target);
  return doubtful_level(to_code_points(indicator.level1)) ||
         doubtful_level(to_code_points(indicator.level2)) ||
         doubtful_name(to_code_points(indicator.name)) || doubtful_target(period) ||
         doubtful_target(annual);
}

bool holds_list_piece(std::string_view goal) {
  const std::u32string text = to_code_points(goal);
  for (std::size_t at = text.find(U"标值"); at != text.npos; at = text.find(U"标值", at + 1)) {
    const std::u32string_view behind = std::u32string_view(text).substr(at + 2);
    if (behind.size() > 1 && has_any(behind.substr(0, 1), U"：:") &&
        (has_any(behind.substr(1, 1), comparator_signs) || has_any(behind.substr(1, 1), digits))) {
      return true;
    }
  }
  return false;
}

bool is_torn(const std::vector<Indicator>& list) {
  return std::any_of(list.begin(), list.end(), [](const Indicator& indicator) {
    return holds_prose(indicator) || has_any(to_code_points(indicator.level1), U"。，") ||
           has_any(to_code_points(indicator.level2), U"。，") ||
           holds_target_word(to_code_points(indicator.name));
  });
}

}  // namespace budgetdiff::import
