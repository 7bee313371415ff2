#include "import/columns/amount_groups.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Ways that are tried before a page is given up.
constexpr int most_tries = 200'000;

/// One page's amounts as groups of a total and its parts.
class Groups {
 public:
  /// `values` are the amounts of a page; `rows` how many groups they make, each of a
  /// total and from one to `columns` - 1 parts.
  Groups(std::vector<Amount> values, std::size_t rows, std::size_t columns)
      : values_(std::move(values)), rows_(rows), columns_(columns) {
    std::sort(values_.begin(), values_.end(),
              [](const Amount& a, const Amount& b) { return b < a; });
  }

  /// The only way; nothing where there is none or more than one.
  std::optional<std::vector<AmountGroup>> run() {
    used_.assign(values_.size(), false);
    search(values_.size());
    if (tries_ > most_tries || found_.size() != 1) {
      return std::nullopt;
    }
    return found_.front();
  }

 private:
  void search(std::size_t left) {
    if (++tries_ > most_tries || found_.size() > 1) {
      return;
    }
    const std::size_t open = rows_ - groups_.size();
    if (left == 0 && open == 0) {
      if (std::find(found_.begin(), found_.end(), groups_) == found_.end()) {
        found_.push_back(groups_);
      }
      return;
    }
    const std::size_t least = columns_ == 1 ? 1 : 2;
    if (open == 0 || left < open * least || left > open * columns_) {
      return;
    }
    // The largest that is left is a total: no part is more than its own.
    const auto largest =
        static_cast<std::size_t>(std::find(used_.begin(), used_.end(), false) - used_.begin());
    used_[largest] = true;
    groups_.push_back({values_[largest], {}});
    if (columns_ == 1) {
      search(left - 1);
    } else {
      add_parts(largest + 1, values_[largest], left - 1);
    }
    groups_.pop_back();
    used_[largest] = false;
  }

  void add_parts(std::size_t from, const Amount& open, std::size_t left) {
    if (++tries_ > most_tries || found_.size() > 1) {
      return;
    }
    if (open.is_zero()) {
      search(left);
      return;
    }
    if (groups_.back().parts.size() + 1 >= columns_) {
      return;
    }
    for (std::size_t i = from; i < values_.size(); ++i) {
      const bool again = i > from && !used_[i - 1] && values_[i - 1] == values_[i];
      if (used_[i] || again || values_[i] > open || values_[i].is_zero()) {
        continue;
      }
      used_[i] = true;
      groups_.back().parts.push_back(values_[i]);
      Amount rest = open;
      rest -= values_[i];
      add_parts(i + 1, rest, left - 1);
      groups_.back().parts.pop_back();
      used_[i] = false;
    }
  }

  std::vector<Amount> values_;
  std::size_t rows_;
  std::size_t columns_;
  std::vector<bool> used_;
  std::vector<AmountGroup> groups_;
  std::vector<std::vector<AmountGroup>> found_;
  int tries_ = 0;
};

}  // namespace

std::optional<std::vector<AmountGroup>> only_groups(std::vector<Amount> values, std::size_t rows,
                                                    std::size_t columns) {
  return Groups(std::move(values), rows, columns).run();
}

}  // namespace budgetdiff::import
