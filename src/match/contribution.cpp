#include "match/contribution.hpp"

#include <algorithm>
#include <cstdint>

namespace budgetdiff::matching {
namespace {

/// Answers whether ascending tokens are in a set, in one walk through it.
class Walk {
 public:
  explicit Walk(const TokenSet& tokens) : at_(tokens.begin()), end_(tokens.end()) {}

  bool finds(Token token) {
    while (at_ != end_ && *at_ < token) {
      ++at_;
    }
    return at_ != end_ && *at_ == token;
  }

 private:
  TokenSet::const_iterator at_;
  TokenSet::const_iterator end_;
};

}  // namespace

std::optional<int> contribution(const ProjectView& part, const ProjectView& whole, TokensOf tokens,
                                const std::vector<ProjectView>& views,
                                const std::vector<std::size_t>& others) {
  const WeighedTokens& own_text = part.*tokens;
  Walk in_whole((whole.*tokens).tokens);
  std::vector<Walk> in_others;
  in_others.reserve(others.size());
  for (const std::size_t i : others) {
    in_others.emplace_back((views[i].*tokens).tokens);
  }
  std::int64_t all = 0;
  std::int64_t own = 0;
  std::int64_t covered = 0;
  for (std::size_t i = 0; i < own_text.tokens.size(); ++i) {
    const Token token = own_text.tokens[i];
    const int weight = own_text.weights[i];
    all += weight;
    const bool known = std::any_of(in_others.begin(), in_others.end(),
                                   [&](Walk& other) { return other.finds(token); });
    if (!known) {
      own += weight;
      covered += in_whole.finds(token) ? weight : 0;
    }
  }
  if (own * 5 < all || own == 0) {
    return std::nullopt;
  }
  return static_cast<int>(covered * 1000 / own);
}

}  // namespace budgetdiff::matching
