#include "import/page/word_kinds.hpp"

#include "import/text/amount_run.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// A unit of units is as long as they are together, and no prose for that.
std::size_t longest_part(const std::u32string& text) {
  std::size_t longest = 0;
  std::size_t part = 0;
  for (const char32_t c : text) {
    part = c == U'/' || c == U'／' || c == U'·' ? 0 : part + 1;
    longest = std::max(longest, part);
  }
  return longest;
}

}  // namespace

WordKind kind_of(const std::u32string& text) {
  WordKind out;
  const std::string utf8 = to_utf8(text);
  out.letters = text.size();
  out.part = longest_part(text);
  out.chinese = is_cjk(text.front());
  out.number = read_published_amount(text).has_value();
  out.amount = out.number && text.find_first_of(U".,，") != text.npos;
  constexpr std::size_t longest_figure = 16;
  out.figure = !out.number && is_digit(text.front()) && text.size() <= longest_figure &&
               text.find_first_of(U"、：:") == text.npos;
  out.bare = out.figure && text.back() != U'，' &&
             text.find_first_not_of(U"0123456789.,，%％‰") == text.npos;
  const std::size_t mark = text.find_first_of(U"-－—_");
  constexpr std::size_t shortest_code = 3;
  out.coded =
      mark != text.npos && mark >= shortest_code && mark + 1 < text.size() &&
      std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(mark), is_digit) &&
      is_cjk(text[mark + 1]);
  const bool sign = comparator_signs.find(text.front()) != comparator_signs.npos;
  out.compares = (sign && text.size() <= 2) || text == U"定性" || text == U"定量";
  out.nature = text == U"定" || text == U"性" || text == U"量";
  out.target = sign && text.size() > 1;
  out.percent = text == U"%" || text == U"％" || text == U"‰";
  out.lists = text.find(U"指标") != text.npos && text.find_first_of(U"；;：:") != text.npos;
  out.piece1 = is_piece_of_level1(utf8);
  out.piece2 = is_piece_of_level2(utf8);
  out.whole = is_level1_category(utf8) || is_level2_category(utf8);
  out.blank = text == U"/" || text == U"-" || text == U"—" || text == U"——";
  out.sentence = text.find_first_of(U"，。；") != text.npos;
  out.tail = text == U"标" || text == U"指标";
  return out;
}

double fit_of(const WordKind& kind, Role role) {
  using namespace fit;
  const bool sign = kind.compares || kind.percent;
  switch (role) {
    case Role::comparator:
      return kind.compares                     ? sure
             : kind.nature                     ? likely
             : kind.number || kind.letters > 4 ? wrong
                                               : unlikely;
    case Role::weight:
      return kind.number && !kind.amount ? likely : kind.number ? 0 : wrong;
    case Role::value:
    case Role::annual_target:
    case Role::period_target:
      return kind.target                                      ? sure
             : kind.number || kind.figure                     ? likely
             : kind.sentence                                  ? unlikely / 2
             : kind.piece2 && (kind.tail || kind.letters > 2) ? unlikely
                                                              : 0;
    case Role::measurement_unit:
      return kind.percent                   ? sure
             : kind.number || kind.compares ? wrong
             : kind.part > 4                ? unlikely
             : kind.sentence || kind.tail   ? unlikely
                                            : 0;
    case Role::level1:
      return !kind.piece1 ? wrong : kind.tail || kind.letters == 1 ? 0 : sure;
    case Role::level2:
      return !kind.piece2 ? wrong : kind.tail || kind.letters == 1 ? 0 : sure;
    case Role::level3:
      return sign || kind.target ? never
             : kind.blank        ? wrong
             : kind.number       ? unlikely
             : kind.tail         ? unlikely / 2
             : kind.sentence     ? unlikely / 2
             : kind.figure       ? unlikely / 2
                                 : 0;
    case Role::money:
      // Amounts in 元 have as many digits, and hardly anything else has.
      // What is no amount may stand where one should: a mark for nothing, a share, half of one.
      return kind.amount        ? sure
             : kind.blank       ? 0
             : kind.bare        ? unlikely
             : !kind.number     ? wrong
             : kind.letters > 4 ? likely
                                : 0;
    case Role::project_name:
    case Role::spending_unit:
    case Role::department:
      if (kind.sentence) {
        return role == Role::project_name ? unlikely : wrong;
      }
      if (kind.bare) {
        return wrong;
      }
      // A project's may begin with its number, or a year; any with its code.
      if (kind.figure && !kind.coded && role != Role::project_name) {
        return wrong;
      }
      [[fallthrough]];
    case Role::goal:
    case Role::annual_goal:
      return kind.amount || sign || kind.blank                                   ? wrong
             : kind.tail                                                         ? unlikely / 2
             : kind.number || ((kind.piece1 || kind.piece2) && kind.letters > 1) ? unlikely
                                                                                 : 0;
    case Role::indicators:
      return kind.amount ? wrong : kind.lists ? sure : 0;
    case Role::sequence:
      return kind.number && !kind.amount ? likely : wrong;
    case Role::project_code:
      return kind.number ? likely : kind.letters > 0 && kind.chinese ? wrong : 0;
    default:
      return kind.number || kind.figure ? unlikely / 2
             : kind.compares            ? unlikely
             : kind.target              ? unlikely / 2
                                        : 0;
  }
}

}  // namespace budgetdiff::import
