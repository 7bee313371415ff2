#include "import/table/form_sums.hpp"

#include "import/table/columns.hpp"

#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff::import {

std::string without_colon(std::string word) {
  while (word.ends_with("：") || word.ends_with(":")) {
    word.erase(word.size() - (word.back() == ':' ? 1 : std::string_view("：").size()));
  }
  return word;
}

std::string FormSums::key_of(const Cell& label, std::string_view key) {
  constexpr std::string_view several_years = "multi_year_total";
  if (key == column::total || key == several_years) {
    sums_.push_back({label.row, label.column, key, cell_word(label)});
    return std::string(key);
  }
  const Sum* owner = nullptr;
  for (const Sum& sum : sums_) {
    const bool above = sum.column == label.column && sum.row < label.row;
    if (above && (owner == nullptr || sum.row > owner->row)) {
      owner = &sum;
    }
  }
  for (const Sum& sum : sums_) {
    if (owner == nullptr && sum.row == label.row && sum.column < label.column) {
      owner = &sum;
    }
  }
  // Other years and stages are no parts of it.
  const bool part = key != "previous_year" && key != "adjusted_budget" && key != "executed";
  if (owner == nullptr || owner->key != several_years || !part) {
    return std::string(key);
  }
  return without_colon(owner->word) + "：" + std::string(published_word(key));
}

}  // namespace budgetdiff::import
