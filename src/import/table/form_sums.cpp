#include "import/table/form_sums.hpp"

#include "import/table/amount_words.hpp"
#include "import/table/amounts_below.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {

std::string without_colon(std::string word) {
  while (word.ends_with("：") || word.ends_with(":")) {
    word.erase(word.size() - (word.back() == ':' ? 1 : std::string_view("：").size()));
  }
  return word;
}

namespace {

/// Whether two labels stand in one column: over each other on the page, where their places are
/// known (pages count their columns anew, and on those without lines they say nothing), or in one
/// column of the table. Neighbours may overlap by a hair where two pages draw their lines.
bool in_one_column(std::size_t a, const Place& at, std::size_t b, const Place& other) {
  if (!at.box || !other.box) {
    return a == b;
  }
  constexpr double least = 0.1;  // of the narrower
  const double shared =
      std::min(at.box->right, other.box->right) - std::max(at.box->left, other.box->left);
  return shared >
         least * std::min(at.box->right - at.box->left, other.box->right - other.box->left);
}

/// 资金来源项目 | 金额
bool heads_table_of_sources(const std::vector<const Cell*>& cells) {
  return cells.size() > 1 && cell_word(*cells.back()) == "金额" &&
         heads_sources(cell_word(*cells[cells.size() - 2]));
}

}  // namespace

bool FormSums::has_total_before(const Cell& label) const {
  return std::any_of(sums_.begin(), sums_.end(), [&](const Sum& sum) {
    return sum.place.page == label.place.page && sum.row == label.row && sum.column < label.column;
  });
}

FormKey FormSums::key_of(const Cell& label, std::string_view key) {
  constexpr std::string_view several_years = "multi_year_total";
  const bool stage = key == "adjusted_budget" || key == "executed";
  if (key == column::total || key == several_years || stage) {
    sums_.push_back({label.row, label.column, label.place, key, cell_word(label)});
    return {std::string(key)};
  }
  const Sum* const owner = owner_of(label);
  // Other years and stages are no parts of it.
  if (owner == nullptr || stage || key == "previous_year") {
    return {std::string(key)};
  }
  const bool again = std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) {
    return part.page == label.place.page && part.row == label.row && part.key == key;
  });
  parts_.push_back({label.place.page, label.row, key});
  const std::string word(published_word(key));
  if (owner->key == several_years) {
    return {without_colon(owner->word) + "：" + word, std::string(key)};
  }
  if (owner->key == column::total || !again) {
    return {std::string(key)};
  }
  FormKey out{word + "（" + amount_key(owner->word) + "）"};
  out.stage_key = key;
  out.stage_column = owner->key;
  return out;
}

std::string FormSums::sum_over(const Cell& label) const {
  const Sum* const owner = owner_of(label);
  return owner == nullptr ? std::string{} : owner->word;
}

void FormSums::see_total(const Cell& label) {
  sums_.push_back({label.row, label.column, label.place, column::total, cell_word(label)});
}

void FormSums::see_row(const Grid& grid, std::size_t row) {
  labels_.clear();
  if (heads_table_of_sources(grid.filled_cells(row))) {
    sums_.clear();
  }
  for (const Cell* cell : grid.filled_cells(row)) {
    const Term term = label_term(*cell);
    if (cell->row == row && term.role == Role::money) {
      labels_.push_back({cell->place.page, row, cell->column, term.column});
    }
  }
}

/// Where the labels that mean the same in the row are as many as the sums of the row above, the
/// first is of the first, and so on.
const FormSums::Sum* FormSums::owner_in_order(const Cell& label) const {
  const std::string_view key = label_term(label).column;
  std::size_t place = 0;
  std::size_t all = 0;
  bool there = false;
  for (const RowLabel& one : labels_) {
    if (one.key == key) {
      const bool own =
          one.page == label.place.page && one.row == label.row && one.column == label.column;
      place = own ? all : place;
      there = there || own;
      ++all;
    }
  }
  if (!there || all < 2 || sums_.empty()) {
    return nullptr;
  }
  const Sum& last = sums_.back();
  const auto first = std::find_if(sums_.begin(), sums_.end(), [&](const Sum& sum) {
    return sum.place.page == last.place.page && sum.row == last.row;
  });
  const bool above = last.place.page == label.place.page && last.row < label.row;
  return above && static_cast<std::size_t>(sums_.end() - first) == all
             ? &*(first + static_cast<std::ptrdiff_t>(place))
             : nullptr;
}

const FormSums::Sum* FormSums::owner_of(const Cell& label) const {
  const Sum* owner = owner_in_order(label);
  if (owner != nullptr) {
    return owner;
  }
  for (const Sum& sum : sums_) {
    const auto at = std::pair(sum.place.page, sum.row);
    const bool above = at < std::pair(label.place.page, label.row) &&
                       in_one_column(sum.column, sum.place, label.column, label.place);
    if (above && (owner == nullptr || at > std::pair(owner->place.page, owner->row))) {
      owner = &sum;
    }
  }
  for (const Sum& sum : sums_) {
    if (owner == nullptr && sum.place.page == label.place.page && sum.row == label.row &&
        sum.column < label.column) {
      owner = &sum;
    }
  }
  return owner;
}

}  // namespace budgetdiff::import
