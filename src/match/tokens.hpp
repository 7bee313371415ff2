#pragma once

/// Texts as sets of character n-grams, which need no dictionary of any language.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace budgetdiff::matching {

/// One n-gram; equal n-grams have equal tokens on every machine.
using Token = std::uint64_t;
/// Ascending, each once.
using TokenSet = std::vector<Token>;

/// Pairs of neighbouring Chinese or Japanese characters, triples of other
/// letters and digits. `text` is folded. A text of one character is its own token.
void add_tokens(std::u32string_view text, TokenSet& tokens);
void sort_unique(TokenSet& tokens);

/// The tokens of the general words of budgets (专项, 经费, 工作 …).
[[nodiscard]] const TokenSet& general_tokens();
[[nodiscard]] bool is_general(Token token);

/// FNV-1a, for keys that stand for a whole text.
[[nodiscard]] std::uint64_t hash_text(std::string_view text,
                                      std::uint64_t seed = 14695981039346656037ULL);
/// The same of code points; not equal to that of their UTF-8.
[[nodiscard]] std::uint64_t hash_text(std::u32string_view text);

/// The weight of the tokens that `a` and `b` share. Both have `tokens` and, in
/// their order, `weights`; a token weighs the same on both sides.
template <class Weighed>
[[nodiscard]] std::int64_t shared_weight(const Weighed& a, const Weighed& b) {
  std::int64_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.tokens.size() && j < b.tokens.size();) {
    if (a.tokens[i] == b.tokens[j]) {
      shared += a.weights[i];
      ++i;
      ++j;
    } else if (a.tokens[i] < b.tokens[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return shared;
}

}  // namespace budgetdiff::matching
