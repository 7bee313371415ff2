#include "import/stream/dealt_rows.hpp"

#include "import/page/word_kinds.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = DealPlace::outside;

}  // namespace

bool never_blank(Role role) {
  return role == Role::level3 || holds_targets(role);
}

bool is_bare_number(const std::u32string& text) {
  return is_digit(text.front()) && text.find_first_of(U"年月日") == text.npos;
}

bool place_blanks(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
                  const std::vector<bool>& beside, FormDealt& out) {
  std::vector<bool> counted(out.rows, false);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const DealPlace& place = out.places[i];
    if (place.column != none && holds_targets(roles[place.column])) {
      const WordKind kind = kind_of(tokens[i].token.text);
      counted[place.row] = counted[place.row] || kind.number || kind.target;
    }
  }
  const auto numbers = static_cast<std::size_t>(std::count(counted.begin(), counted.end(), true));
  for (std::size_t c = 0; c < roles.size(); ++c) {
    std::size_t cells = 0;
    bool all_beside = true;
    std::size_t last = none;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (out.places[i].column == c && out.places[i].row != last) {
        last = out.places[i].row;
        all_beside = all_beside && beside[i];
        ++cells;
      }
    }
    if (never_blank(roles[c]) || cells == out.rows || cells == 0 || all_beside) {
      continue;
    }
    const bool of_numbers = roles[c] == Role::measurement_unit || roles[c] == Role::comparator;
    if (!of_numbers || cells != numbers) {
      return false;
    }
    std::vector<std::size_t> rows;
    for (std::size_t r = 0; r < out.rows; ++r) {
      if (counted[r]) {
        rows.push_back(r);
      }
    }
    last = none;
    std::size_t next = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (out.places[i].column == c) {
        next += last != none && out.places[i].row != last ? 1U : 0U;
        last = out.places[i].row;
        out.places[i].row = rows[next];
      }
    }
  }
  return true;
}

bool are_named(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
               const FormDealt& out) {
  std::vector<std::size_t> letters(out.rows, 0);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const DealPlace& place = out.places[i];
    if (place.column != none && roles[place.column] == Role::level3) {
      letters[place.row] += tokens[i].token.text.size();
    }
  }
  return std::all_of(letters.begin(), letters.end(), [](std::size_t n) { return n > 1; });
}

bool rows_agree(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
                const FormDealt& out) {
  struct Row {
    std::u32string target, comparator, unit;
  };
  std::vector<Row> rows(out.rows);
  const bool has_units =
      std::find(roles.begin(), roles.end(), Role::measurement_unit) != roles.end();
  bool has_comparators = false;
  std::u32string others;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const DealPlace& place = out.places[i];
    if (place.column == none) {
      continue;
    }
    const Role role = roles[place.column];
    const std::u32string& text = tokens[i].token.text;
    has_comparators = has_comparators || role == Role::comparator;
    Row& row = rows[place.row];
    (holds_targets(role)              ? row.target
     : role == Role::comparator       ? row.comparator
     : role == Role::measurement_unit ? row.unit
                                      : others) += text;
  }
  return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
    const bool number = !row.target.empty() && is_bare_number(row.target);
    const bool compares = !row.comparator.empty() &&
                          comparator_signs.find(row.comparator.front()) != comparator_signs.npos;
    const bool units = !has_units || number == !row.unit.empty();
    return units && (!compares || number) && (!number || !has_comparators || compares);
  });
}

}  // namespace budgetdiff::import
