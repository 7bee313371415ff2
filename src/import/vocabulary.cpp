#include "import/vocabulary.hpp"

#include "import/header_parts.hpp"
#include "import/header_words.hpp"
#include "import/term_memory.hpp"
#include "import/traditional_letters.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <bitset>
#include <initializer_list>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The words in byte order, so that those with one beginning stand together.
const std::vector<HeaderWord>& sorted_words() {
  static const std::vector<HeaderWord> sorted = [] {
    std::vector<HeaderWord> words(words_of_headers.begin(), words_of_headers.end());
    std::sort(words.begin(), words.end(),
              [](const HeaderWord& a, const HeaderWord& b) { return a.text < b.text; });
    return words;
  }();
  return sorted;
}

std::vector<HeaderWord>::const_iterator first_word_from(std::string_view text) {
  const std::vector<HeaderWord>& words = sorted_words();
  return std::lower_bound(
      words.begin(), words.end(), text,
      [](const HeaderWord& word, std::string_view sought) { return word.text < sought; });
}

Term find_word(std::string_view spelling) {
  const auto found = first_word_from(spelling);
  return found != sorted_words().end() && found->text == spelling ? found->term : Term{};
}

constexpr std::size_t first_han = 0x4E00;
constexpr std::size_t last_han = 0x9FFF;
using HanSet = std::bitset<last_han - first_han + 1>;

/// The Chinese letter that begins at `at`, or 0; all have three bytes.
std::size_t han_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) {
    return 0;
  }
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0xE4U || byte(0) > 0xE9U) {
    return 0;
  }
  const std::size_t c = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  return c >= first_han && c <= last_han ? c : 0;
}

/// The letters of all words. Most cells of a table have another one and are
/// known to be no header without folding them.
const HanSet& letters_of_words() {
  static const HanSet letters = [] {
    HanSet out;
    for (const HeaderWord& word : words_of_headers) {
      for (std::size_t at = 0; at < word.text.size(); ++at) {
        if (const std::size_t c = han_at(word.text, at); c != 0) {
          out.set(c - first_han);
        }
      }
    }
    for (const std::string_view added :
         {"考", "年", "度", "其", "中", "小", "计", "及", "和", "前", "去", "今"}) {
      out.set(han_at(added, 0) - first_han);
    }
    for (const char32_t letter : traditional_letters()) {
      if (out.test(simplified(letter) - first_han)) {
        out.set(letter - first_han);
      }
    }
    for (std::string_view numbers = "一二三四五六七八九十"; !numbers.empty();
         numbers.remove_prefix(3)) {
      out.set(han_at(numbers, 0) - first_han);
    }
    return out;
  }();
  return letters;
}

/// Brackets of three bytes: their first tells them from nearly all else.
bool opens_wide(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 3);
  return (text[at] == '\xEF' || text[at] == '\xE3') &&
         (rest == "（" || rest == "【" || rest == "〔" || rest == "〈");
}
bool closes_wide(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 3);
  return (text[at] == '\xEF' || text[at] == '\xE3') &&
         (rest == "）" || rest == "】" || rest == "〕" || rest == "〉");
}

}  // namespace

bool has_strange_letter(std::string_view text) {
  const HanSet& known = letters_of_words();
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const std::size_t c = han_at(text, at); c != 0) {
      if (depth == 0 && !known.test(c - first_han)) {
        return true;
      }
      at += 2;
    } else if (opens_bracket(text[at]) || opens_wide(text, at)) {
      ++depth;
    } else if (closes_bracket(text[at]) || closes_wide(text, at)) {
      depth = std::max(0, depth - 1);
    }
  }
  return false;
}

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// `2024年预算数`, `2024年度绩效目标`: the word behind the year.
std::string_view behind_year(std::string_view text) {
  constexpr std::string_view year = "年";
  constexpr std::string_view degree = "度";
  if (text.size() < 4 + year.size() || !(text.starts_with("19") || text.starts_with("20")) ||
      !is_digit(text[2]) || !is_digit(text[3]) || !text.substr(4).starts_with(year)) {
    return text;
  }
  if (find_word(text.substr(4)).role != Role::none) {
    return text.substr(4);  // 2024年初预算数
  }
  text.remove_prefix(4 + year.size());
  if (text.starts_with(degree)) {
    text.remove_prefix(degree.size());
  }
  return text;
}

/// A word behind 调整前, 调整后, 上年 …, which say of which edition it is.
Term find_of_edition(std::string_view text) {
  struct Prefix {
    std::string_view text;
    std::string_view total;  ///< the key that a total of this edition has
    bool other_year;
    bool own_year = false;  ///< 本年财政拨款 is 财政拨款
  };
  constexpr auto prefixes = std::to_array<Prefix>({{"调整前", column::total, false},
                                                   {"调整后", "adjusted_budget", false},
                                                   {"上年度", "previous_year", true},
                                                   {"上年", "previous_year", true},
                                                   {"上一年度", "previous_year", true},
                                                   {"上一年", "previous_year", true},
                                                   {"去年", "previous_year", true},
                                                   {"本年度", column::total, false, true},
                                                   {"本年", column::total, false, true},
                                                   {"当年度", column::total, false, true},
                                                   {"当年", column::total, false, true},
                                                   {"今年", column::total, false, true}});
  for (const Prefix& prefix : prefixes) {
    if (!text.starts_with(prefix.text)) {
      continue;
    }
    const Term term = find_word(text.substr(prefix.text.size()));
    if (term.role == Role::money && term.column == column::total) {
      return {Role::money, prefix.total};
    }
    if (term.role == Role::money && prefix.own_year && term.column != "previous_year" &&
        term.column != "multi_year_total") {
      return term;
    }
    if (holds_targets(term.role) || term.role == Role::comparator) {
      return prefix.other_year ? Term{Role::remark, {}} : term;
    }
    if (term.role == Role::remark) {
      return term;
    }
  }
  return {};
}

/// A word with what forms add to it: a year or a number before it, 其中, a
/// number behind it (年度绩效目标1), 小计.
Term find_decorated(std::string_view text) {
  if (const Term term = find_word(text); term.role != Role::none) {
    return term;
  }
  std::string_view word = behind_year(text);
  constexpr std::string_view of_these = "其中";
  if (word.starts_with(of_these)) {
    word.remove_prefix(of_these.size());
  }
  std::size_t digits = 0;
  while (digits < word.size() && is_digit(word[digits])) {
    ++digits;
  }
  word.remove_prefix(digits == 1 ? 1 : 0);  // ① folds to 1
  digits = 0;
  while (digits < word.size() && is_digit(word[word.size() - 1 - digits])) {
    ++digits;
  }
  // 年度绩效目标1 is a label; 项目10 and 专项2 are names.
  const std::string_view unnumbered = word.substr(0, word.size() - (digits <= 2 ? digits : 0));
  const bool label =
      find_word(unnumbered).role != Role::project_name || unnumbered.ends_with("名称");
  word = label ? unnumbered : word;
  Term term = word == text ? Term{} : find_word(word);
  constexpr std::string_view part_sum = "小计";
  if (term.role == Role::none && word.ends_with(part_sum)) {
    word.remove_suffix(part_sum.size());
    term = find_word(word);
    term = term.role == Role::money ? term : Term{};
  }
  return term.role == Role::none ? find_of_edition(word) : term;
}

/// Whose a table or row is.
bool of_body(Role role) {
  return role == Role::department || role == Role::spending_unit || role == Role::remark;
}

/// `单位名称、项目名称`: words joined, all of them known. Where projects are among
/// what the rows are, the rows are projects.
Term find_joined(std::string_view text) {
  Term out;
  std::size_t parts = 0;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t next = text.size();
    for (const std::string_view mark : {"、", "/", "及", "和", ","}) {
      if (const std::size_t at = text.find(mark); at < end) {
        end = at;
        next = at + mark.size();
      }
    }
    const Term term = find_word(text.substr(0, end));
    const bool fits = of_body(term.role) || term.role == Role::project_name ||
                      term.role == Role::project_code || term.role == Role::sequence ||
                      term.role == Role::money_unit;  // 单位
    if (!fits) {
      return {};
    }
    if (parts == 0 || term.role == Role::project_name) {
      out = term;
    }
    ++parts;
    text.remove_prefix(next);
  }
  return parts > 1 && out.role == Role::project_name ? out : Term{};
}

}  // namespace

HeaderMatch longest_header_word(std::string_view spelling) {
  HeaderMatch best;
  constexpr std::size_t one_letter = 3;  // all words begin with a Chinese one
  const std::string_view front = spelling.substr(0, one_letter);
  for (auto word = first_word_from(front);
       word != sorted_words().end() && word->text.starts_with(front); ++word) {
    if (word->text.size() > best.length && spelling.starts_with(word->text)) {
      best = {word->text.size(), word->term};
    }
  }
  return best;
}

namespace {

/// No header is this long; a cell of prose is not worth the folding.
bool may_be_header(std::string_view cell) {
  return !cell.empty() && cell.size() <= 200 && !has_strange_letter(cell);
}

/// 三级指标（权重）, 指标值（单位）: brackets behind levels or targets say what else stands in
/// their cells, and make no column of weights or units of them.
Term find_explained(std::string_view spelling) {
  const std::string outside = part_by_brackets(spelling, Brackets::outside);
  const Term term = find_word(without_numbering(outside));
  if (!holds_levels(term.role) && !holds_targets(term.role)) {
    return {};
  }
  const Role inside = find_word(part_by_brackets(spelling, Brackets::inside)).role;
  const bool explains =
      inside == Role::weight || inside == Role::measurement_unit || inside == Role::money_unit;
  return explains ? term : Term{};
}

/// REQUIRES: may_be_header(cell).
Term find_listed(std::string_view cell) {
  const std::string spelling = header_spelling(cell);
  const bool brackets = spelling.find_first_of("()[]{}") != spelling.npos;
  if (brackets) {
    if (const Term term = find_explained(spelling); term.role != Role::none) {
      return term;
    }
  }
  const std::string whole =
      brackets ? part_by_brackets(spelling, Brackets::both) : std::string(spelling);
  if (const Term term = find_word(without_numbering(whole)); term.role != Role::none) {
    return term;
  }
  const std::string outside = brackets ? part_by_brackets(spelling, Brackets::outside) : whole;
  const Term term = find_decorated(without_numbering(outside));
  // 项目单位（项目名称）: the rows below are projects, whoever else has a row.
  if (brackets && of_body(term.role)) {
    const Term inside = find_word(without_numbering(part_by_brackets(spelling, Brackets::inside)));
    if (inside.role == Role::project_name || inside.role == Role::project_code) {
      return inside;
    }
  }
  return term.role != Role::none ? term : find_joined(without_numbering(outside));
}

/// A header's Chinese where a second language stands beside it (`项目名称 Project`); "" where
/// it has one language only.
std::string chinese_of(std::string_view cell) {
  std::string out;
  bool other = false;
  for (const char32_t c : to_code_points(cell)) {
    const bool digit = c >= '0' && c <= '9';
    other =
        other || (c < 0x2E80 && (c >= 0xC0 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')));
    if (c >= 0x2E80 || digit || c == '(' || c == ')' || c == '/' || c == ':') {
      append_utf8(out, c);
    }
  }
  return other && out.size() >= 6 ? out : std::string{};
}

}  // namespace

Term look_up_listed_header(std::string_view cell) {
  thread_local TermMemory memory(find_listed);
  return may_be_header(cell) ? memory.term_of(cell) : Term{};
}

namespace {

/// REQUIRES: may_be_header(cell).
Term find_term(std::string_view cell) {
  if (const Term listed = look_up_listed_header(cell); listed.role != Role::none) {
    return listed;
  }
  if (const std::string chinese = chinese_of(cell); !chinese.empty()) {
    return look_up_header(chinese);
  }
  const std::string outside = part_by_brackets(header_spelling(cell), Brackets::outside);
  const std::string_view word = without_numbering(outside);
  // 资金（元） is an amount, 资金 alone may head anything.
  if ((word == "资金" || word == "经费") && !money_unit_in_header(cell).empty()) {
    return {Role::money, column::total};
  }
  return term_by_parts(behind_year(word));
}

}  // namespace

Term look_up_header(std::string_view cell) {
  thread_local TermMemory memory(find_term);
  return may_be_header(cell) ? memory.term_of(cell) : Term{};
}

bool is_sum_label(std::string_view cell) {
  if (cell.size() > 60) {
    return false;
  }
  const std::string label = part_by_brackets(header_spelling(cell), Brackets::outside);
  const std::string_view name = without_numbering(label);
  return name == "合计" || name == "总计" || name == "共计" || name == "总合计";
}

bool is_subtotal_label(std::string_view cell) {
  if (cell.size() > 60) {
    return false;
  }
  const std::string label = part_by_brackets(header_spelling(cell), Brackets::outside);
  const std::string_view name = without_numbering(label);
  return name == "小计" || name == "本页小计" || name == "本页合计" || name == "页小计";
}

bool ends_as_sum(std::string_view cell) {
  const std::string label = part_by_brackets(header_spelling(cell), Brackets::outside);
  constexpr auto ends = std::to_array<std::string_view>({"小计", "合计", "总计", "共计"});
  constexpr std::size_t longest = 60;
  return label.size() <= longest &&
         std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
           return label.ends_with(end) && label.size() > end.size();
         });
}

bool counts_projects(std::string_view cell) {
  constexpr std::size_t longest = 16;
  std::u32string text = to_code_points(header_spelling(cell));
  if (text.size() > longest) {
    return false;
  }
  for (const std::u32string_view front : {U"项目数量", U"项目个数", U"项目数", U"项目", U"合计",
                                          U"总计", U"共计", U"总共", U"共有", U"共"}) {
    if (text.starts_with(front)) {
      text.erase(0, front.size());
    }
  }
  text.erase(0, std::min(text.find_first_not_of(U"：:（("), text.size()));
  while (!text.empty() && std::u32string_view(U"）)").find(text.back()) != std::u32string::npos) {
    text.pop_back();
  }
  const std::size_t behind = text.find_first_not_of(U"0123456789一二三四五六七八九十百");
  const std::u32string unit = behind == text.npos ? std::u32string{} : text.substr(behind);
  return behind > 0 && (unit == U"个" || unit == U"项" || unit == U"个项目" || unit == U"项目" ||
                        unit == U"项项目");
}

}  // namespace budgetdiff::import
