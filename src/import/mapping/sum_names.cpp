#include "import/mapping/sum_names.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace budgetdiff::import {
namespace {

/// Of what a row of sums may be called.
constexpr std::size_t longest = 120;

/// Names of sums; a longer name that begins or ends in one may be a sum's.
constexpr auto sums = std::to_array<std::string_view>({
    "合计",           "总计",          "共计",        "总合计",       "小计",       "本年合计",
    "本页小计",       "本页合计",      "累计",        "支出合计",     "收入合计",   "岁出合计",
    "総計",           "総合計",        "소계",        "합계",         "총계",       "총합계",
    "누계",           "total",         "totals",      "subtotal",     "sub-total",  "subtotals",
    "grand total",    "overall total", "total sum",   "total amount", "sous-total", "totaux",
    "summe",          "zwischensumme", "gesamtsumme", "endsumme",     "gesamt",     "insgesamt",
    "gesamtergebnis", "suma total",    "totale",      "subtotale",    "totaal",     "subtotaal",
    "totalt",         "yhteensä",      "razem",       "ogółem",       "celkem",     "összesen",
    "toplam",         "итого",         "всего",       "разом",        "усього",     "общо",
    "σύνολο",         "tổng cộng",     "tổng số",
});

/// Names of sums only where nothing else is said: 计算机, Lump sum, Tổng cục.
constexpr auto alone = std::to_array<std::string_view>(
    {"计", "계", "sum", "suma", "soma", "somma", "summa", "i alt", "tổng", "cộng", "jumlah"});

/// Ends of sums' names that other names have, too: 甲汇总 as Excel writes it, 数据汇总.
constexpr auto ordinary_ends =
    std::to_array<std::string_view>({"计", "계", "汇总", "集计", "요약", "ergebnis"});

/// Takes marks off both ends: Total:, -- Total --, *Total*.
std::string_view trimmed(std::string_view text) {
  constexpr auto marks = std::to_array<std::string_view>(
      {":", ".", ",", ";", "*", "-", "=", "_", "#", "+", "~", "/", "|", "–", "—", "·", "•", "、"});
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : marks) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      }
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return text;
}

/// Folded, without blanks, what stands in brackets, and marks at the ends.
std::string spelled(std::string_view name) {
  return std::string(trimmed(part_by_brackets(header_spelling(name), Brackets::outside)));
}

using Spellings = std::set<std::string, std::less<>>;

template <typename Words>
Spellings spellings_of(const Words& words) {
  Spellings out;
  for (const std::string_view word : words) {
    out.insert(spelled(word));
  }
  return out;
}

const Spellings& known_sums() {
  static const Spellings known = spellings_of(sums);
  return known;
}

/// Where a word may begin in `name`, behind its first: behind what is no letter, and before any
/// letter of a script that is written without blanks.
bool begins_word(const std::u32string& name, std::size_t at) {
  constexpr std::u32string_view marks = U" \t\u00a0\u3000-–—:：,，;；/|()（）[]*_.、·";
  return is_cjk(name[at]) || is_cjk(name[at - 1]) || marks.find(name[at - 1]) != marks.npos;
}

/// Whether `name`, which is spelled `word`, begins with one of `known` and goes on with another
/// word: Summe Einzelplan 01 with Summe, and not Summer school with Sum. Or ends so: Health Total.
bool holds_at_an_end(std::string_view name, std::string_view word, const Spellings& known) {
  // Few names have the letters there: the others are not looked at word by word.
  const bool any = std::any_of(known.begin(), known.end(), [&](const std::string& sum) {
    return word.starts_with(sum) || word.ends_with(sum);
  });
  const std::u32string letters = any ? to_code_points(name) : std::u32string();
  for (std::size_t at = 1; at < letters.size(); ++at) {
    if (begins_word(letters, at) && (known.contains(spelled(to_utf8(letters.substr(0, at)))) ||
                                     known.contains(spelled(to_utf8(letters.substr(at)))))) {
      return true;
    }
  }
  return false;
}

/// What stands before an end that is one of `ordinary_ends`, or "".
std::string before_ordinary_end(std::string_view word) {
  for (const std::string_view end : ordinary_ends) {
    if (word.size() > end.size() && word.ends_with(end)) {
      return std::string(trimmed(word.substr(0, word.size() - end.size())));
    }
  }
  return {};
}

/// Whether 计 behind `before` is a word of its own, and no end of another: 设计, 统计.
bool ends_in_count(std::string_view word, std::string_view before) {
  constexpr auto of_words = std::to_array<std::string_view>(
      {"设", "会", "统", "审", "集", "推", "时", "家", "估", "预", "余", "测", "量",
       "度", "位", "压", "圧", "速", "生", "大", "合", "总", "共", "小", "累", "総"});
  return word.ends_with("计") &&
         std::none_of(of_words.begin(), of_words.end(),
                      [&](std::string_view letter) { return before.ends_with(letter); });
}

}  // namespace

SumName sum_name(std::string_view name, const std::vector<std::string>& others) {
  SumName out;
  if (name.empty() || name.size() > longest) {
    return out;
  }
  static const Spellings alone_too = spellings_of(alone);
  const std::string word = spelled(name);
  const Spellings of_mapping = spellings_of(others);
  if (known_sums().contains(word) || alone_too.contains(word) || of_mapping.contains(word)) {
    out.is_sum = true;
    return out;
  }
  // Total expenditures, also where no blank parts them.
  constexpr auto beginnings =
      std::to_array<std::string_view>({"subtotal", "sub-total", "grandtotal", "total"});
  out.group = before_ordinary_end(word);
  out.may_be_sum =
      std::any_of(beginnings.begin(), beginnings.end(),
                  [&](std::string_view beginning) { return word.starts_with(beginning); }) ||
      holds_at_an_end(name, word, known_sums()) || holds_at_an_end(name, word, of_mapping) ||
      ends_in_count(word, out.group);
  return out;
}

bool names_group(std::string_view text, std::string_view group) {
  return text.size() <= longest && spelled(text) == group;
}

}  // namespace budgetdiff::import
