#include "import/mapping/sum_names.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace budgetdiff::import {
namespace {

constexpr auto sums = std::to_array<std::string_view>(
    {"合计",      "总计",     "共计",       "总合计",       "小计",     "计",         "本年合计",
     "本页小计",  "本页合计", "累计",       "支出合计",     "收入合计", "合計",       "總計",
     "共計",      "總合計",   "小計",       "計",           "本年合計", "累計",       "支出合計",
     "歲出合計",  "総計",     "総合計",     "total",        "totals",   "subtotal",   "subtotals",
     "sub-total", "sum",      "grandtotal", "overalltotal", "totalsum", "totalamount"});

/// Folded, without blanks, what stands in brackets, and marks behind (Total:).
std::string spelled(std::string_view name) {
  std::string out;
  int depth = 0;
  for (const char c : header_spelling(name)) {
    if (c == '(' || c == '[') {
      ++depth;
    } else if (c == ')' || c == ']') {
      depth = std::max(0, depth - 1);
    } else if (depth == 0) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  while (!out.empty() && (out.back() == ':' || out.back() == '.' || out.back() == '*')) {
    out.pop_back();
  }
  return out;
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

}  // namespace

bool names_a_sum(std::string_view name, const std::vector<std::string>& others) {
  constexpr std::size_t longest = 60;
  if (name.empty() || name.size() > longest) {
    return false;
  }
  // Traditional letters are folded, too.
  static const Spellings known = spellings_of(sums);
  const std::string word = spelled(name);
  return known.contains(word) || spellings_of(others).contains(word);
}

namespace {

/// Whether `name` begins with one of `words` and goes on with another: Summe Einzelplan 01 with
/// Summe, and not Summer school with Sum.
bool begins_with_word(std::string_view name, const std::vector<std::string>& words) {
  constexpr std::size_t longest = 120;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const auto in_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  const Spellings spellings = spellings_of(words);
  name = name.substr(0, longest);
  for (std::size_t end = 1; end < name.size() && !spellings.empty(); ++end) {
    const bool in_word = is_letter(name[end]) && is_letter(name[end - 1]);
    const std::string word = in_word || in_letter(name[end]) ? "" : spelled(name.substr(0, end));
    if (!word.empty() && spellings.contains(word)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool may_name_a_sum(std::string_view name, const std::vector<std::string>& others) {
  constexpr auto beginnings =
      std::to_array<std::string_view>({"subtotal", "sub-total", "grandtotal", "total", "小计",
                                       "小計", "合计", "合計", "总计", "總計"});
  const std::string word = spelled(name);
  return std::any_of(
             beginnings.begin(), beginnings.end(),
             [&](std::string_view beginning) { return word.starts_with(spelled(beginning)); }) ||
         begins_with_word(name, others);
}

}  // namespace budgetdiff::import
