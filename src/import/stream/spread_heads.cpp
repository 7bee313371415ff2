#include "import/stream/spread_heads.hpp"

#include "import/stream/deal_ways.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <string>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = DealPlace::outside;

/// The dealt column (one without categories) whose header is `word`, if one alone is.
std::size_t column_of(const SpreadWords& words, const std::u32string& word) {
  std::size_t found = none;
  std::size_t dealt = 0;
  for (const Column& column : words.columns.header.columns) {
    if (column.role == Role::level1 || column.role == Role::level2) {
      continue;
    }
    if (to_code_points(column.header) == word) {
      if (found != none) {
        return none;
      }
      found = dealt;
    }
    ++dealt;
  }
  return found < most_deal_columns ? found : none;
}

/// Whether token `i` is the only word of the header in its flow, alone in its line, and something
/// of the flow is behind it.
bool heads_flow(const std::vector<std::size_t>& flows, const std::vector<StreamToken>& form,
                const std::vector<bool>& header, std::size_t i) {
  const std::size_t flow = flows[form[i].line];
  if (!form[i].starts_line || i + 1 == form.size() || !form[i + 1].starts_line ||
      flows[form[i + 1].line] != flow) {
    return false;
  }
  for (std::size_t k = 0; k < form.size(); ++k) {
    if (k != i && header[k] && flows[form[k].line] == flow) {
      return false;
    }
  }
  return true;
}

}  // namespace

void tell_heads(const std::vector<Line>& lines, const std::vector<std::size_t>& flows,
                const SpreadWords& words, const std::vector<StreamToken>& form,
                const std::vector<bool>& header, std::vector<DealToken>& pieces) {
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (!header[i] || !heads_flow(flows, form, header, i)) {
      continue;
    }
    const std::size_t column = column_of(words, form[i].text);
    if (column == none) {
      continue;
    }
    for (DealToken& piece : pieces) {
      const bool below = piece.token.line > form[i].line;
      if (piece.flow == flows[form[i].line] && below) {
        piece.headed = column;
      } else if (piece.page == lines[form[i].line].page && piece.token.line < form[i].line) {
        piece.headed_below |= 1U << column;
      }
    }
  }
}

}  // namespace budgetdiff::import
