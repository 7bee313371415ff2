#include "import/stream/form_columns.hpp"

#include "import/page/word_kinds.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Where the rows begin among tokens that are names, or names and comparators.
std::optional<std::vector<std::size_t>> row_begins(const std::vector<StreamToken>& tokens,
                                                   bool compared) {
  std::vector<std::size_t> out;
  bool ended = true;  // the row before
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool comparator = kind_of(tokens[i].text).compares;
    if (compared && comparator == ended) {
      return std::nullopt;  // a row without a name, or one of several lines
    }
    if (!compared && comparator) {
      return std::nullopt;
    }
    if (!compared && !tokens[i].starts_line) {
      continue;  // the rest of a name
    }
    if (!comparator) {
      out.push_back(i);
    }
    ended = comparator;
  }
  return compared && !ended ? std::nullopt : std::optional(std::move(out));
}

bool is_number(const StreamToken& cell) {
  const WordKind kind = kind_of(cell.text);
  return kind.number || kind.target;
}

bool is_compared(const std::vector<Role>& roles) {
  return roles.size() == 2 && roles.back() == Role::comparator;
}

}  // namespace

std::size_t rows_before_columns(const FormRowTokens& rows, const std::vector<Role>& roles) {
  const auto begins = row_begins(rows.kept, is_compared(roles));
  return begins ? begins->size() : 0;
}

std::optional<FormRowTokens> with_columns(const FormRowTokens& rows, const std::vector<Role>& roles,
                                          const std::vector<FormColumn>& columns) {
  const bool named = !roles.empty() && roles.front() == Role::level3;
  const bool compared = is_compared(roles);
  const auto begins = row_begins(rows.kept, compared);
  if (!named || (roles.size() > 1 && !compared) || !begins) {
    return std::nullopt;
  }
  const std::size_t count = begins->size();
  // Which rows have a number: units stand beside these.
  std::vector<bool> counted(count, true);
  for (const FormColumn& column : columns) {
    for (std::size_t r = 0; holds_targets(column.role) && r < column.cells.size() && r < count;
         ++r) {
      counted[r] = is_number(column.cells[r]);
    }
  }
  const auto numbers = static_cast<std::size_t>(std::count(counted.begin(), counted.end(), true));
  FormRowTokens out;
  std::vector<std::size_t> moved(rows.kept.size() + 1, 0);  // where each token went
  std::vector<std::size_t> next(columns.size(), 0);
  for (std::size_t r = 0; r < count; ++r) {
    const std::size_t end = r + 1 < count ? (*begins)[r + 1] : rows.kept.size();
    for (std::size_t i = (*begins)[r]; i < end; ++i) {
      moved[i] = out.kept.size();
      out.kept.push_back(rows.kept[i]);
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const std::vector<StreamToken>& cells = columns[c].cells;
      const bool units = columns[c].role == Role::measurement_unit && cells.size() == numbers;
      if (cells.size() != count && !units) {
        return std::nullopt;
      }
      if (cells.size() == count || counted[r]) {
        out.kept.push_back(cells[next[c]++]);
        out.kept.back().starts_line = true;
      }
    }
  }
  moved.back() = out.kept.size();
  out.categories = rows.categories;
  for (FormCategory& category : out.categories) {
    category.before = moved[category.before];
  }
  return out;
}

}  // namespace budgetdiff::import
