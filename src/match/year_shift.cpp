#include "match/year_shift.hpp"

#include "match/corpus.hpp"

#include <array>
#include <cstdlib>
#include <map>
#include <tuple>
#include <vector>

namespace budgetdiff::matching {

std::optional<int> years_moved(const NameReading& from, const NameReading& to) {
  if (from.years.empty() || from.years.size() != to.years.size() || from.skeleton != to.skeleton) {
    return std::nullopt;
  }
  const int moved = to.years[0] - from.years[0];
  for (std::size_t i = 1; i < from.years.size(); ++i) {
    if (to.years[i] - from.years[i] != moved) {
      return std::nullopt;
    }
  }
  return moved;
}

int find_year_shift(const Corpus& corpus) {
  // Each set of years once, so that a thousand lines of one name cost nothing.
  using Years = std::map<std::vector<int>, const NameReading*>;
  std::map<std::u32string_view, std::array<Years, 2>> dated;
  for (const Side side : {Side::from, Side::to}) {
    for (const ProjectView& view : corpus.side(side)) {
      if (!view.name.years.empty()) {
        dated[view.name.skeleton][static_cast<std::size_t>(side)][view.name.years] = &view.name;
      }
    }
  }
  std::map<int, int> votes;
  for (const auto& [skeleton, years] : dated) {
    for (const auto& [before, earlier] : years[0]) {
      for (const auto& [after, later] : years[1]) {
        if (const auto moved = years_moved(*earlier, *later); moved && *moved != 0) {
          ++votes[*moved];
        }
      }
    }
  }
  int best = 0;
  auto rank = std::tuple(0, false, 0);
  for (const auto& [moved, count] : votes) {
    const auto own = std::tuple(count, corpus.snapshot_shift == moved, -std::abs(moved));
    if (own > rank) {
      rank = own;
      best = moved;
    }
  }
  return best;
}

bool fits_year_shift(int moved, const NameReading& from, const NameReading& to,
                     const Corpus& corpus) {
  if (moved == 0 || moved == corpus.year_shift || corpus.snapshot_shift == moved) {
    return true;
  }
  const int direction = corpus.snapshot_shift.value_or(corpus.year_shift) < 0 ? -1 : 1;
  for (const NameReading* name : {&from, &to}) {
    if (name->span && name->years.size() >= 2 &&
        moved == direction * (name->years[1] - name->years[0] + 1)) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::matching
