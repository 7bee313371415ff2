#include "import/stream/cell_text.hpp"

#include "import/stream/value_text.hpp"
#include "import/table/coded_name.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

constexpr std::size_t shortest_code = 8;
constexpr std::size_t longest_target = 24;
/// A bracket that opens or closes in another cell.
constexpr double unbalanced = 2.5;
/// A category, or two targets, in one cell of another kind.
constexpr double category_inside = 5;

/// A day or a month by which something is done: 2025年11月底前.
bool is_date(const std::u32string& text) {
  return text.size() >= 4 && is_digit(text.front()) &&
         (text.find(U'年') != text.npos || text.find(U'月') != text.npos) &&
         (text.find(U'前') != text.npos || text.find(U'日') != text.npos ||
          text.find(U'底') != text.npos || text.find(U'月') != text.npos);
}

bool is_balanced(const std::u32string& text) {
  int depth = 0;
  for (const char32_t c : text) {
    depth += c == U'（' || c == U'(' || c == U'《' || c == U'“'   ? 1
             : c == U'）' || c == U')' || c == U'》' || c == U'”' ? -1
                                                                  : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth == 0;
}

bool begins_with_number(const std::u32string& text) {
  return is_digit(text.front()) || text.front() == U'-';
}

/// A number, or a comparator and more: a target of its own.
bool is_target(const std::u32string& text) {
  const WordKind kind = kind_of(text);
  return kind.number || kind.target || (is_digit(text.front()) && text.size() <= 6);
}

/// Whether a date goes on over a line's end: 2025年 | 12月底, 2025年1 | 1月30日.
bool goes_on_with_date(const std::u32string& before, const std::u32string& token) {
  const auto behind = std::find_if_not(token.begin(), token.end(), is_digit);
  return before.find(U'年') != before.npos && behind != token.end() &&
         (*behind == U'月' || *behind == U'日');
}

/// Whether a number goes on over a line's end: ≤13676.7 | 2万元. The first part has the comparator
/// and no unit, the second a unit and no comparator.
bool goes_on_with_number(const std::u32string& before, const std::u32string& token) {
  return kind_of(before).target && (is_digit(before.back()) || before.back() == U'.') &&
         is_digit(token.front()) && !read_published_amount(token);
}

/// What speaks for the text, brackets and what is inside aside.
double content(const CellText& piece, Role role) {
  using namespace fit;
  const WordKind& kind = piece.kind;
  switch (role) {
    case Role::level1:
      return piece.level1 ? sure - 1 : wrong;
    case Role::level2:
      return piece.level2 ? sure - 1 : wrong;
    case Role::level3:
      return piece.called_category                 ? wrong
             : kind.compares || kind.percent       ? never
             : piece.sign_inside                   ? wrong
             : kind.target || piece.date           ? unlikely + 2
             : kind.number || kind.blank           ? unlikely
             : piece.tail                          ? unlikely
             : piece.level1 || piece.level2        ? 1.5
             : piece.explains || piece.number_last ? unlikely
             : kind.sentence                       ? 1
             : kind.letters > 30                   ? 2
             : kind.letters < 3                    ? 1
                                                   : 0;
    case Role::value:
    case Role::annual_target:
    case Role::period_target:
      return piece.called_category                            ? wrong
             : piece.sign_inside                              ? unlikely + 1
             : kind.sentence && kind.letters > longest_target ? unlikely
             : kind.target                                    ? sure
             : piece.date                                     ? likely - 1
             : kind.number                                    ? likely
             : kind.compares                                  ? unlikely
             : piece.explains                                 ? unlikely
             : piece.quality                                  ? 0
             : kind.sentence                                  ? 3
             : kind.letters > 12                              ? 2.5
                                                              : 1.2;
    case Role::comparator:
      return kind.compares ? sure : wrong;
    case Role::measurement_unit:
      return kind.percent                                  ? sure
             : kind.number || kind.compares || kind.target ? wrong
             : kind.part > 5 || kind.whole                 ? unlikely
                                                           : 0;
    case Role::weight:
      return kind.number && !kind.amount ? likely : kind.number ? 0 : wrong;
    case Role::money:
      return kind.amount ? sure : kind.number || kind.blank ? 1 : wrong;
    case Role::project_type:
      return kind.letters > 5 || kind.number || kind.compares ? unlikely : 0;
    case Role::sequence:
      return kind.number && !kind.amount ? likely : wrong;
    case Role::project_code:
      return piece.code ? sure : kind.number ? 0 : unlikely;
    case Role::project_name:
      return piece.sum || piece.coded                                ? likely
             : kind.number || kind.target || piece.called_category   ? wrong
             : kind.compares || kind.percent                         ? wrong
             : piece.code || piece.number_first || piece.number_last ? unlikely + 1
             : kind.letters < 3                                      ? 2
             : kind.sentence                                         ? 1
                                                                     : 0;
    case Role::spending_unit:
    case Role::department:
      return kind.number || kind.target || kind.compares || piece.called_category || piece.code ||
                     piece.number_first
                 ? wrong
             : kind.sentence ? unlikely
             : piece.body    ? -0.5
                             : 1;
    case Role::goal:
    case Role::annual_goal:
      return kind.number || kind.compares || kind.percent || piece.called_category ? wrong
             : kind.sentence                                                       ? likely
             : kind.letters < 8                                                    ? 3
                                                                                   : 0;
    case Role::indicators:
      return kind.lists ? sure : kind.number || kind.compares ? wrong : 2;
    default:  // remarks, and what nobody knows
      return piece.explains                                ? likely
             : piece.called_category                       ? unlikely
             : kind.target || kind.number || kind.compares ? 0.5
                                                           : 1;
  }
}

}  // namespace

bool says_quality(const std::u32string& text) {
  constexpr std::size_t longest = 16;
  static constexpr auto words = std::to_array<std::u32string_view>(
      {U"提升", U"提高", U"增强", U"改善", U"促进", U"完善", U"健全", U"保障", U"确保", U"显著",
       U"明显", U"有效", U"持续", U"长期", U"逐步", U"稳定", U"稳步", U"符合", U"满意", U"优",
       U"良",   U"及时", U"完成", U"达标", U"合格", U"可控", U"控制", U"降低", U"减少", U"下降",
       U"上升", U"增加", U"增长", U"规范", U"到位", U"不",   U"无",   U"定性", U"有所", U"按"});
  return text.size() <= longest &&
         std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return text.find(word) != text.npos; });
}

CellText cell_text(const std::vector<StreamToken>& tokens, std::size_t from, std::size_t to) {
  CellText out;
  const std::u32string text = joined(tokens, from, to);
  const std::string utf8 = to_utf8(text);
  out.kind = kind_of(text);
  out.level1 = is_level1_category(utf8);
  out.level2 = is_level2_category(utf8);
  out.called_category = text.ends_with(U"指标") && (out.level1 || out.level2);
  out.date = is_date(text);
  out.body = ends_as_body(text);
  out.quality = says_quality(text);
  out.unbalanced = !is_balanced(text);
  out.tail = text.starts_with(U"指标") || text.starts_with(U"标");
  out.sign_inside = text.find_first_of(U"≥≤≧≦", 1) != text.npos;
  const std::u32string& last = tokens[to - 1].text;
  out.number_last = to - from > 1 && read_published_amount(last).has_value();
  for (std::size_t i = from; to - from > 1 && i < to; ++i) {
    const std::u32string& token = tokens[i].text;
    const bool amount = read_published_amount(token) && token.find_first_of(U".,，") != token.npos;
    const bool year = token.size() > 4 && is_digit(token.front()) && token[4] == U'年';
    const bool later = i > from;
    out.number_last = out.number_last || (later && (amount || year));
    // A category in a cell of its own is no part of another.
    out.holds_category =
        out.holds_category ||
        (token.ends_with(U"指标") && token.size() > 2 &&
         (is_level1_category(to_utf8(token)) || is_level2_category(to_utf8(token))));
    out.two_targets = out.two_targets || (later && tokens[i].starts_line && is_target(token) &&
                                          is_target(tokens[i - 1].text) &&
                                          !goes_on_with_date(tokens[i - 1].text, token) &&
                                          !goes_on_with_number(tokens[i - 1].text, token));
  }
  out.number_first =
      text.size() > shortest_code && text[6] != U'-' &&
      std::all_of(text.begin(), text.begin() + 6, [](char32_t c) { return is_digit(c); });
  out.coded = coded_name(utf8).code.size() >= shortest_code;
  out.explains =
      text.starts_with(U"反映") || text.starts_with(U"考核") || text.starts_with(U"考察");
  out.sum = is_sum_label(utf8) || is_subtotal_label(utf8);
  out.code = text.size() >= shortest_code && std::all_of(text.begin(), text.end(), [](char32_t c) {
               return c < 0x80 && (is_digit(c) || c >= U'A' || c == U'-');
             });
  if (!out.kind.number && !out.kind.target && begins_with_number(text)) {
    out.kind.target = text.size() <= 10 && !out.kind.sentence;  // 900人次, 100.00%
  }
  return out;
}

double fit_of(const CellText& cell, Role role) {
  const bool level = role == Role::level1 || role == Role::level2;
  return (cell.unbalanced ? unbalanced : 0) +
         (!level && (cell.holds_category || cell.two_targets) ? category_inside : 0) +
         content(cell, role);
}

}  // namespace budgetdiff::import
