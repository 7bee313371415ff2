#include "import/title_department.hpp"

#include "import/identity.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::import {
namespace {

/// Words for what a table is; the body's name ends before one of them.
constexpr auto table_words = std::to_array<std::u32string_view>(
    {U"部门",     U"单位", U"项目", U"绩效", U"预算", U"决算", U"专项", U"财政", U"支出", U"整体",
     U"转移支付", U"政府", U"本级", U"区级", U"市级", U"县级", U"省级", U"公开", U"重点", U"关于"});

bool is_number(char32_t c) {
  return is_digit(c) ||
         std::u32string_view(U"一二三四五六七八九十〇○零").find(c) != std::u32string_view::npos;
}

/// Without `附件3：`, `表10`, `附表1-2`, `3、` and `预算公开09表` before it.
std::u32string_view without_number(std::u32string_view text) {
  std::u32string_view rest = text;
  bool named = false;
  for (const std::u32string_view word : {U"附件", U"附表", U"附", U"表"}) {
    if (rest.starts_with(word)) {
      rest.remove_prefix(word.size());
      named = true;
      break;
    }
  }
  std::size_t digits = 0;
  while (digits < rest.size() && (is_number(rest[digits]) ||
                                  (digits > 0 && (rest[digits] == '-' || rest[digits] == '.')))) {
    ++digits;
  }
  std::u32string_view behind = rest.substr(digits);
  const bool year = behind.starts_with(U"年");
  const bool marked = !behind.empty() && std::u32string_view(U"：:、.．").find(behind.front()) !=
                                             std::u32string_view::npos;
  if (year || (!named && !(digits > 0 && marked))) {
    return text;
  }
  return marked ? behind.substr(1) : behind;
}

/// Without 关于公开 and the like, as notices call what they publish.
std::u32string_view without_notice(std::u32string_view text) {
  for (const std::u32string_view word : {U"关于", U"公开", U"公布", U"公示", U"印发"}) {
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
    }
  }
  return text;
}

/// Without years, the brackets around them, and 度 behind.
std::u32string without_years(std::u32string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text[at] == U'（' || text[at] == '(' ? 1U : 0U;
    std::size_t end = at + open;
    while (end < text.size() && is_number(text[end])) {
      ++end;
    }
    if (end == at + open + 4 && end < text.size() && text[end] == U'年') {
      ++end;
      end += end < text.size() && text[end] == U'度' ? 1U : 0U;
      end += open == 1 && end < text.size() && (text[end] == U'）' || text[end] == ')') ? 1U : 0U;
      at = end;
      continue;
    }
    out += text[at++];
  }
  return out;
}

}  // namespace

std::string department_in_title(std::string_view line) {
  constexpr std::size_t longest_title = 60;
  const std::u32string spelled = without_space(to_code_points(line));
  const bool title = spelled.find(U"绩效") != spelled.npos ||
                     spelled.find(U"预算") != spelled.npos || spelled.find(U"决算") != spelled.npos;
  if (!title || spelled.size() > longest_title ||
      spelled.find_first_of(U"。；，") != spelled.npos) {
    return {};
  }
  const std::u32string text = without_years(without_notice(without_number(spelled)));
  // The longest beginning that names a body: 某市项目管理局项目支出绩效目标表.
  for (std::size_t end = text.size(); end > 2; --end) {
    const std::u32string_view rest = std::u32string_view(text).substr(end);
    const bool cut = std::any_of(table_words.begin(), table_words.end(),
                                 [&](std::u32string_view word) { return rest.starts_with(word); });
    if (!cut) {
      continue;
    }
    const std::string name = to_utf8(text.substr(0, end));
    if (name.find("：") == name.npos && name.find(':') == name.npos && names_public_body(name)) {
      return without_unit_code(name);
    }
  }
  return {};
}

}  // namespace budgetdiff::import
