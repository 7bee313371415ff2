#include "import/spread/column_order.hpp"

#include "import/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Where a column of that kind stands from left to right in nearly all lists.
int usual_place(Role role) {
  switch (role) {
    case Role::sequence:
      return 0;
    case Role::department:
    case Role::spending_unit:
      return 1;
    case Role::project_code:
      return 2;
    case Role::project_name:
      return 3;
    case Role::project_type:
      return 4;
    case Role::money:
      return 5;
    case Role::goal:
    case Role::annual_goal:
      return 6;
    case Role::level1:
      return 7;
    case Role::level2:
      return 8;
    case Role::level3:
      return 9;
    case Role::comparator:
      return 10;
    case Role::period_target:
    case Role::annual_target:
    case Role::value:
      return 11;
    case Role::measurement_unit:
      return 12;
    case Role::weight:
      return 13;
    default:
      return 14;
  }
}

/// In which order columns of money stand where no line says it.
int usual_place(const HeaderPieces& word) {
  constexpr int others = 100;
  const int place = usual_place(word.role) * others;
  if (word.role != Role::money) {
    return place;
  }
  const std::string_view key = word.money;
  const bool last = key.find("carried") != key.npos;
  return place + (key == total_column()                                               ? 0
                  : key.find("general") != key.npos || key.find("fiscal") != key.npos ? 1
                  : key.find("government") != key.npos                                ? 2
                  : key.find("other") != key.npos                                     ? others - 2
                  : last                                                              ? others - 1
                                                                                      : 3);
}

void place_usual(std::vector<FoundWord>& columns, const std::vector<StreamToken>& page) {
  std::stable_sort(columns.begin(), columns.end(), [](const FoundWord& a, const FoundWord& b) {
    return usual_place(a.word) < usual_place(b.word);
  });
  // Words of one line stand in its order.
  const auto left_of = [&](const FoundWord& a, const FoundWord& b) {
    return page[a.tokens.front()].line == page[b.tokens.front()].line &&
           a.tokens.front() < b.tokens.front();
  };
  for (std::size_t round = 0; round < columns.size(); ++round) {
    for (std::size_t a = 0; a < columns.size(); ++a) {
      for (std::size_t b = a + 1; b < columns.size(); ++b) {
        if (left_of(columns[b], columns[a])) {
          // The one whose place is less sure moves beside the other.
          const bool unsure = usual_place(columns[b].word.role) >= 13;
          if (unsure) {
            std::rotate(columns.begin() + static_cast<std::ptrdiff_t>(a),
                        columns.begin() + static_cast<std::ptrdiff_t>(b),
                        columns.begin() + static_cast<std::ptrdiff_t>(b) + 1);
          } else {
            std::rotate(columns.begin() + static_cast<std::ptrdiff_t>(a),
                        columns.begin() + static_cast<std::ptrdiff_t>(a) + 1,
                        columns.begin() + static_cast<std::ptrdiff_t>(b) + 1);
          }
        }
      }
    }
  }
}

}  // namespace

void put_in_order(std::vector<FoundWord>& columns, const std::vector<Line>& lines,
                  const std::vector<StreamToken>& page) {
  // A remark stands behind the word before it, where nothing parts the two.
  std::vector<FoundWord> remarks;
  for (std::size_t c = columns.size(); c-- > 0;) {
    const std::size_t at = columns[c].tokens.front();
    const bool remark = columns[c].word.role == Role::remark || columns[c].word.role == Role::none;
    if (remark && !begins_flow(lines, page, at)) {
      remarks.push_back(std::move(columns[c]));
      columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(c));
    }
  }
  place_usual(columns, page);
  for (auto one = remarks.rbegin(); one != remarks.rend(); ++one) {
    const std::size_t at = one->tokens.front();
    auto left = columns.end();
    for (auto column = columns.begin(); column != columns.end(); ++column) {
      const std::size_t other = column->tokens.front();
      if (other < at && (left == columns.end() || other > left->tokens.front())) {
        left = column;
      }
    }
    columns.insert(left == columns.end() ? left : left + 1, std::move(*one));
  }
}

}  // namespace budgetdiff::import
