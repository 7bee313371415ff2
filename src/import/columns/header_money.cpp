#include "import/columns/header_money.hpp"

#include "import/columns/header_pieces.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// The pieces, those of a letter put together: a column of a letter's width gives its word so.
std::vector<std::u32string> with_letters_joined(const std::vector<std::u32string>& pieces) {
  std::vector<std::u32string> out;
  bool letter = false;
  for (const std::u32string& piece : pieces) {
    if (letter && piece.size() == 1) {
      out.back() += piece;
    } else {
      out.push_back(piece);
    }
    letter = piece.size() == 1;
  }
  return out;
}

}  // namespace

std::optional<std::vector<std::string>> money_columns(const std::vector<std::u32string>& pieces) {
  auto words = joined_header_words(pieces);
  if (!words) {
    words = joined_header_words(with_letters_joined(pieces));
  }
  if (!words) {
    return std::nullopt;
  }
  Funding canonical;
  std::vector<std::pair<std::string, std::string>> columns;  // column and word
  for (const std::u32string& word : *words) {
    const Term term = term_of_list_header(word);
    const std::string key(term.column);
    if (term.role == Role::money && !key.empty() && !canonical.find(key)) {
      canonical.set(key, {});
      // Below a group 小计 is what 合计 is elsewhere.
      columns.emplace_back(key, word == U"小计" ? "合计" : to_utf8(word));
    }
  }
  const auto rank = [&](const std::string& key) {
    return std::find_if(canonical.items().begin(), canonical.items().end(),
                        [&](const Funding::Item& item) { return item.first == key; });
  };
  std::stable_sort(columns.begin(), columns.end(),
                   [&](const auto& a, const auto& b) { return rank(a.first) < rank(b.first); });
  std::vector<std::string> out;
  for (auto& [key, word] : columns) {
    out.push_back(std::move(word));
  }
  return out;
}

}  // namespace budgetdiff::import
