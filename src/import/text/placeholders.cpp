#include "import/text/placeholders.hpp"

#include "import/text/flow.hpp"

namespace budgetdiff::import {

std::size_t behind_placeholder(std::u32string_view text) {
  constexpr std::u32string_view word = U"指标";
  constexpr std::size_t most_digits = 2;
  if (!text.starts_with(word)) {
    return 0;
  }
  std::size_t at = word.size();
  const auto numeral = [](char32_t c) {
    return is_digit(c) ||
           std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
  };
  while (at < text.size() && at < word.size() + most_digits && numeral(text[at])) {
    ++at;
  }
  if (at == word.size()) {
    return 0;
  }
  const bool marked = at < text.size() &&
                      std::u32string_view(U"：:、.．").find(text[at]) != std::u32string_view::npos;
  // 指标1 alone is one, too; 指标1个 is not.
  return marked ? at + 1 : at == text.size() ? at : 0;
}

bool is_left_blank(std::u32string_view text) {
  text.remove_prefix(behind_placeholder(text));
  return text.find_first_not_of(U" 　…⋯.．。·•—－-_＿：:、；;/") == text.npos;
}

}  // namespace budgetdiff::import
