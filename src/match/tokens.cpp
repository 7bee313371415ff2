#include "match/tokens.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::matching {
namespace {

/// Words whose presence in two names proves next to nothing.
constexpr std::array<std::u32string_view, 45> general_words = {
    U"专项经费", U"专项资金", U"工作经费", U"工作",   U"项目", U"补助",   U"补贴",     U"费用",
    U"支出",     U"业务",     U"事业",     U"服务",   U"管理", U"建设",   U"发展",     U"财政",
    U"办公",     U"运行",     U"运维",     U"维护",   U"购买", U"采购",   U"相关",     U"其他",
    U"事業",     U"経費",     U"推進",     U"整備",   U"実施", U"必要な", U"に要する", U"に必要な",
    U"に関する", U"に係る",   U"のための", U"拠出金", U"経費", U"業務",   U"計畫",     U"補助",
    U"購置",     U"行政",     U"一般",     U"日常",   U"等",
};

constexpr Token three = 1ULL << 63;

Token pair_token(char32_t a, char32_t b) {
  return static_cast<Token>(a) << 21 | static_cast<Token>(b);
}

}  // namespace

void add_tokens(std::u32string_view text, TokenSet& tokens) {
  if (text.size() == 1) {
    tokens.push_back(pair_token(0, text[0]));
    return;
  }
  if (const std::size_t most = tokens.size() + text.size(); most > tokens.capacity()) {
    tokens.reserve(std::max(most, 2 * tokens.capacity()));
  }
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const bool wide = is_cjk(text[i]) || is_cjk(text[i + 1]);
    if (wide) {
      tokens.push_back(pair_token(text[i], text[i + 1]));
    } else if (i + 2 < text.size() && !is_cjk(text[i + 2])) {
      tokens.push_back(three | static_cast<Token>(text[i]) << 42 |
                       pair_token(text[i + 1], text[i + 2]));
    } else if (i == 0 || is_cjk(text[i - 1])) {
      tokens.push_back(pair_token(text[i], text[i + 1]));
    }
  }
}

void sort_unique(TokenSet& tokens) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

const TokenSet& general_tokens() {
  static const TokenSet tokens = [] {
    TokenSet out;
    for (const std::u32string_view word : general_words) {
      add_tokens(word, out);
    }
    sort_unique(out);
    return out;
  }();
  return tokens;
}

bool is_general(Token token) {
  const TokenSet& general = general_tokens();
  return std::binary_search(general.begin(), general.end(), token);
}

std::uint64_t hash_text(std::u32string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char32_t c : text) {
    hash = (hash ^ c) * 1099511628211ULL;
  }
  return hash;
}

std::uint64_t hash_text(std::string_view text, std::uint64_t seed) {
  constexpr std::uint64_t prime = 1099511628211ULL;
  std::uint64_t hash = seed;
  // Eight bytes at a time: everything of every project is hashed. Made of
  // bytes, so that the hash is the same on any machine.
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      eight |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[at + i])) << (8 * i);
    }
    hash = (hash ^ eight) * prime;
    hash ^= hash >> 32;  // the top bits would otherwise never reach the lower ones
  }
  for (; at < text.size(); ++at) {
    hash = (hash ^ static_cast<unsigned char>(text[at])) * prime;
  }
  // The length, so that "ab","c" and "a","bc" differ when chained.
  return (hash ^ (0xFFU + text.size())) * prime;
}

}  // namespace budgetdiff::matching
