#include "import/stream/value_text.hpp"

#include "import/project_types.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace budgetdiff::import {
namespace {

constexpr double wrong = 8;
constexpr std::size_t shortest_prose = 14;

bool has_prose_marks(const std::u32string& text) {
  return text.find_first_of(U"，。；") != text.npos;
}

/// 50元, 财政拨款50元
bool has_amount(const std::u32string& text) {
  return text.find(U'元') != text.npos && text.find_first_of(U"0123456789") != text.npos;
}

/// 总额：50元，其中：财政拨款50元
bool lists_amounts(const std::u32string& text) {
  return has_amount(text) &&
         (text.starts_with(U"总额") || text.starts_with(U"合计") || text.starts_with(U"总计"));
}

bool is_code(const std::u32string& text) {
  constexpr std::size_t shortest = 8;
  return text.size() >= shortest &&
         text.find_first_not_of(U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == text.npos;
}

/// 2024-01-01, 2024年, 5年, 2021.1-2023.12
bool is_date(const std::u32string& text) {
  constexpr std::size_t longest = 24;
  return text.size() <= longest && is_digit(text.front()) &&
         text.find_first_not_of(U"0123456789-—~至/.年月日") == text.npos &&
         (text.find_first_of(U"年月日") != text.npos ||
          std::count(text.begin(), text.end(), U'-') > 1);
}

}  // namespace

bool is_goal(Role role) {
  return role == Role::goal || role == Role::annual_goal;
}

bool holds_prose(Role role) {
  return is_goal(role) || role == Role::none || role == Role::remark;
}

bool is_prose(const std::u32string& text) {
  return (text.size() >= shortest_prose && has_prose_marks(text)) ||
         (text.size() >= 4 && closes_sentence(text));
}

bool is_amount(const std::u32string& text) {
  if (read_published_amount(text)) {
    return true;
  }
  const std::size_t end = text.find_first_not_of(U"0123456789.,，-");
  return end != text.npos && end > 0 && !money_unit_said(to_utf8(text.substr(end))).empty();
}

bool is_sum(const std::u32string& text) {
  constexpr std::size_t longest_number = 4;
  return is_amount(text) &&
         (text.find_first_of(U".,，") != text.npos || text.size() > longest_number);
}

std::u32string point_of(const std::u32string& text) {
  constexpr std::size_t longest = 2;
  const std::size_t at = text.find_first_not_of(U"目标（(");
  const std::size_t end =
      at == text.npos ? at : text.find_first_not_of(U"0123456789一二三四五六七八九十", at);
  const bool marked =
      end != text.npos && end > at && end - at <= longest &&
      std::u32string_view(U".、．）):：").find(text[end]) != std::u32string_view::npos;
  return marked ? text.substr(at, end - at) : std::u32string{};
}

bool begins_list(const std::u32string& text) {
  const std::u32string point = point_of(text);
  return point == U"1" || point == U"一";
}

bool closes_brackets(const std::u32string& text) {
  int depth = 0;
  for (const char32_t c : text) {
    depth += std::u32string_view(U"（《“").find(c) != std::u32string_view::npos   ? 1
             : std::u32string_view(U"）》”").find(c) != std::u32string_view::npos ? -1
                                                                                  : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth == 0;
}

bool ends_as_body(const std::u32string& text) {
  constexpr std::u32string_view ends = U"局厅委院所站办会部校心队园馆室组）)";
  return ends.find(text.back()) != ends.npos;
}

bool closes_bracket_of(const std::u32string& text, const std::u32string& rest) {
  return !closes_brackets(text) && !closes_brackets(rest) && closes_brackets(text + rest);
}

bool begins_in_brackets(const std::u32string& text) {
  const std::size_t close = text.find_first_of(U"）)");
  return close != text.npos && text.find_first_of(U"（(") > close &&
         !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(close), is_digit);
}

bool may_go_on(Role role, const std::u32string& text, const std::u32string& rest) {
  if (role == Role::project_code) {
    return std::all_of(rest.begin(), rest.end(), [](char32_t c) { return c > 0x20 && c < 0x7F; });
  }
  const bool body = role == Role::department || role == Role::spending_unit;
  if ((body || role == Role::project_name) && is_date(rest)) {
    return false;  // 项目起始时间's
  }
  return !body || !ends_as_body(text) || ends_as_body(rest);
}

bool is_cut_short(const std::u32string& text, const std::u32string& other) {
  constexpr std::size_t shortest = 3;
  return text.size() >= shortest && other.size() > text.size() && other.starts_with(text) &&
         std::none_of(text.begin(), text.end(), is_digit);
}

bool ends_within_name(const std::u32string& text) {
  return !text.empty() && std::u32string_view(U"的和与及或、，：（《“").find(text.back()) !=
                              std::u32string_view::npos;
}

double fit_of_value(const std::u32string& text, Role role) {
  const bool amount = is_amount(text);
  const bool prose = is_prose(text);
  const bool body = ends_as_body(text);
  switch (role) {
    case Role::money:
      return amount             ? 0
             : has_amount(text) ? (prose && !lists_amounts(text) ? 2.5 : 0.5)
                                : never_fits;
    case Role::goal:
    case Role::annual_goal:
      return amount || is_code(text) || is_project_type(text) ? never_fits
             : prose                                          ? 0
             : text.size() < shortest_prose                   ? 3
             : body                                           ? 3
                                                              : 1;
    case Role::project_name:
      return amount || is_date(text) || is_code(text) ? never_fits
             : is_project_type(text)                  ? wrong
             : (prose && text.size() > 30) || text.back() == U'；' ||
                     (prose && !point_of(text).empty())
                 ? wrong
                 : 0;
    case Role::department:
    case Role::spending_unit:
      return amount || is_date(text)          ? never_fits
             : prose || is_project_type(text) ? wrong
             : body                           ? 0
                                              : 1.5;
    case Role::project_code:
      return is_code(text) ? 0 : wrong;
    case Role::project_type:
      return amount ? never_fits : prose ? wrong : text.size() <= 10 ? 0.2 : 3;
    default:
      return amount ? 4 : prose ? 0.3 : 0.6;
  }
}

}  // namespace budgetdiff::import
