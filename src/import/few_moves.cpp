#include "import/few_moves.hpp"

#include <map>

namespace budgetdiff::import {
namespace {

using Amounts = std::vector<Amount>;

Amounts less(Amounts all, const Amounts& part) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] -= part[i];
  }
  return all;
}

class Search {
 public:
  explicit Search(const std::vector<RowMove>& moves) : moves_(moves) {
    for (std::size_t i = 0; i < moves.size(); ++i) {
      by_change_[moves[i].change].push_back(i);
    }
  }

  /// The choices of `count` moves and those found before; two are as good as more.
  const std::vector<std::vector<std::size_t>>& run(const Amounts& missing, std::size_t count) {
    choose(missing, count, 0);
    return found_;
  }

 private:
  /// Moves from `from` on, so that each choice comes once.
  void choose(const Amounts& missing, std::size_t left, std::size_t from) {
    if (left == 1) {
      const auto last = by_change_.find(missing);
      for (std::size_t k = 0; last != by_change_.end() && k < last->second.size(); ++k) {
        if (last->second[k] >= from && is_free(last->second[k])) {
          found_.push_back(chosen_);
          found_.back().push_back(last->second[k]);
        }
      }
      return;
    }
    for (std::size_t i = from; i < moves_.size() && found_.size() < 2; ++i) {
      if (is_free(i)) {
        chosen_.push_back(i);
        choose(less(missing, moves_[i].change), left - 1, i + 1);
        chosen_.pop_back();
      }
    }
  }

  /// Whether no move of the same row is chosen.
  [[nodiscard]] bool is_free(std::size_t move) const {
    for (const std::size_t other : chosen_) {
      if (moves_[other].row == moves_[move].row) {
        return false;
      }
    }
    return true;
  }

  const std::vector<RowMove>& moves_;
  std::map<Amounts, std::vector<std::size_t>> by_change_;
  std::vector<std::size_t> chosen_;
  std::vector<std::vector<std::size_t>> found_;
};

}  // namespace

std::vector<std::size_t> only_few_moves(const std::vector<RowMove>& moves, const Amounts& missing) {
  constexpr std::size_t most_moves = 400;
  constexpr std::size_t few = 3;
  if (moves.size() > most_moves) {
    return {};
  }
  Search search(moves);
  std::vector<std::vector<std::size_t>> found;
  for (std::size_t count = 1; count <= few && found.size() < 2; ++count) {
    found = search.run(missing, count);
  }
  return found.size() == 1 ? found.front() : std::vector<std::size_t>{};
}

}  // namespace budgetdiff::import
