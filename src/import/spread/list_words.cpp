#include "import/spread/list_words.hpp"

#include "import/page/category_sense.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

std::u32string without_brackets(const std::u32string& text) {
  const std::size_t open = text.find_last_of(U"（(");
  const bool last = !text.empty() && (text.back() == U'）' || text.back() == U')');
  return last && open != text.npos && open > 0 ? text.substr(0, open) : text;
}

}  // namespace

bool begins_with_end(const std::u32string& text) {
  return std::u32string_view(U"，。；、：）》”！？】%％").find(text.front()) !=
         std::u32string_view::npos;
}

bool ends_as_project(const std::u32string& text) {
  const std::u32string name = without_brackets(text);
  return ends_with_any(name, {U"费", U"资金", U"项目", U"补助", U"专项", U"工程", U"支出"});
}

bool ends_as_indicator(const std::u32string& text) {
  const std::string name = to_utf8(text);
  return speaks_for_another(name, "数量指标") || speaks_for_another(name, "满意度指标");
}

bool is_long_figure(const std::u32string& text) {
  constexpr std::size_t most = 6;
  const std::size_t letters =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char32_t c) {
        return is_cjk(c) &&
               std::u32string_view(U"年月日前底至").find(c) == std::u32string_view::npos;
      }));
  return is_digit(text.front()) && letters > most - 2 && text.find(U'年') != text.npos;
}

bool is_coded(const std::u32string& text) {
  constexpr std::size_t shortest = 8;
  const std::size_t end = text.find_first_not_of(U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return end != text.npos && end >= shortest && text[end] == U'-';
}

bool is_category(const std::u32string& text, Role role) {
  const std::string word = to_utf8(text);
  return role == Role::level1 ? is_level1_category(word) : is_level2_category(word);
}

bool may_begin_category(const std::u32string& text, Role role) {
  const std::string word = to_utf8(text);
  return role == Role::level1 ? begins_level1(word) : begins_level2(word);
}

bool may_begin_sign(const std::u32string& text) {
  return text == U"定";
}

bool is_later_point(const std::u32string& text) {
  return !point_of(text).empty() && !begins_list(text);
}

}  // namespace budgetdiff::import
