#include "import/spread/list_header.hpp"

#include "import/spread/column_order.hpp"
#include "import/spread/found_words.hpp"
#include "import/stream/value_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <utility>

namespace budgetdiff::import {
namespace {

/// Of two names or targets the one that says more is a remark.
void demote(std::vector<FoundWord>& found, Role role) {
  FoundWord* best = nullptr;
  const auto says = [](const FoundWord& one) {
    const bool level = one.word.text.starts_with(U"三级");
    return std::pair(level ? 0U : 1U, one.word.text.size());
  };
  for (FoundWord& one : found) {
    if (one.word.role == role && (best == nullptr || says(one) < says(*best))) {
      best = &one;
    }
  }
  for (FoundWord& one : found) {
    if (one.word.role == role && &one != best) {
      one.word.role = Role::remark;
    }
  }
}

}  // namespace

std::optional<ListHeader> list_header(const std::vector<Line>& lines,
                                      const std::vector<StreamToken>& page) {
  std::vector<FoundWord> found = found_words(lines, page);
  demote(found, Role::level3);
  demote(found, Role::value);
  ListHeader out;
  std::size_t totals = 0;
  for (const FoundWord& one : found) {
    totals += one.word.role == Role::money && one.word.money == total_column() ? 1U : 0U;
  }
  std::vector<FoundWord> columns;
  for (FoundWord& one : found) {
    const bool sum = is_sum_label(to_utf8(one.word.text));
    const bool group =
        one.word.role == Role::indicators ||
        (totals > 1 && one.word.role == Role::money && one.word.money == total_column() && !sum);
    if (group) {
      out.groups.push_back(std::move(one.word));
    } else {
      columns.push_back(std::move(one));
    }
  }
  put_in_order(columns, lines, page);
  std::size_t names = 0;
  std::size_t targets = 0;
  std::size_t projects = 0;
  for (FoundWord& one : columns) {
    names += one.word.role == Role::level3 ? 1U : 0U;
    targets += holds_targets(one.word.role) ? 1U : 0U;
    projects += one.word.role == Role::project_name ? 1U : 0U;
    out.columns.push_back(std::move(one.word));
  }
  return names == 1 && targets > 0 && projects == 1 ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace budgetdiff::import
