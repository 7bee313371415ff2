#include "import/stream/deal_costs.hpp"

#include "import/page/white_strip.hpp"
#include "import/page/word_kinds.hpp"
#include "import/stream/cell_text.hpp"
#include "import/stream/date_seam.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <string>

namespace budgetdiff::import {
namespace {

constexpr double leaves_in_line = 6;    ///< a line is partly a row's and partly not
constexpr double leaves_in_flow = 2.5;  ///< the next lines are
constexpr double leaves_at_flow = 0.5;  ///< the next column is
constexpr double value_below_header = 2;
constexpr double cell_above_header = 20;
constexpr double headed_elsewhere = 3;  ///< below the word of another column
constexpr double label_as_cell = 6;
constexpr double unusual_label_as_cell = 1.5;
constexpr double repeated_as_cell = 0.4;
constexpr double name_as_cell = 3;
constexpr double goes_on_unknown = 1.5;
constexpr double goes_on_full = 0.2;
constexpr double goes_on_short = 4.5;
constexpr double blank_inside = 4;
constexpr double number_without_unit = 1.5;

/// What speaks for or against a piece being a label or a value.
double cost_outside(const DealToken& piece) {
  const std::u32string& text = piece.token.text;
  if (piece.heading || piece.label || piece.behind_label || is_prose(text)) {
    return 0;
  }
  const WordKind kind = kind_of(text);
  if (kind.compares || kind.target) {
    return 6;
  }
  if (is_amount(text) && (kind.amount || text.size() > 4)) {
    return fit::likely;  // as good as a target
  }
  return kind.percent             ? 1.5
         : kind.number            ? 1
         : piece.repeated         ? 0.3
         : is_digit(text.front()) ? 0.5
         : ends_as_body(text)     ? 0.5
                                  : 1;
}

}  // namespace

DealCosts::DealCosts(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
                     const DealWidths& widths)
    : tokens_(tokens), roles_(roles), widths_(widths) {
  for (const DealToken& piece : tokens) {
    stream_.push_back(piece.token);
  }
  for (const Role role : roles) {
    has_units_ = has_units_ || role == Role::measurement_unit;
  }
}

bool DealCosts::fresh_flow(std::size_t i) const {
  return i == 0 || tokens_[i].flow != tokens_[i - 1].flow || tokens_[i].behind_header;
}

double DealCosts::of_outside(std::size_t i, bool was_row) const {
  const DealToken& piece = tokens_[i];
  const bool rest_of_line = !piece.token.starts_line && !was_row && i > 0;
  return of_zone(i, was_row, false) + (rest_of_line ? 0 : cost_outside(piece));
}

double DealCosts::of_entering(std::size_t i, bool was_row) const {
  const DealToken& piece = tokens_[i];
  return of_zone(i, was_row, true) + (piece.above_header ? cell_above_header : 0) +
         (!piece.label                           ? 0
          : piece.repeated || piece.above_header ? label_as_cell
                                                 : unusual_label_as_cell) +
         (piece.repeated ? repeated_as_cell : 0) + (piece.behind_label ? name_as_cell : 0);
}

double DealCosts::of_head(std::size_t i, std::size_t c) const {
  const DealToken& piece = tokens_[i];
  const bool above = (piece.headed_below >> c & 1U) != 0;
  return (above ? cell_above_header : 0) +
         (piece.headed != DealPlace::outside && piece.headed != c ? headed_elsewhere : 0);
}

double DealCosts::of_text(std::size_t i, std::size_t c) {
  auto& known = alone_[i];
  if (known.empty()) {
    const CellText text = cell_text(stream_, i, i + 1);
    for (const Role role : roles_) {
      // A target has its unit, where units have no column.
      const bool bare = holds_targets(role) && text.kind.number && !has_units_;
      known.push_back(fit_of(text, role) + (bare ? number_without_unit : 0));
    }
  }
  return known[c];
}

double DealCosts::of_rest(std::size_t before, std::size_t i, std::size_t c) {
  auto& known = rests_[{before, i}];
  if (known.empty()) {
    const std::vector<StreamToken> both{stream_[before], stream_[i]};
    const CellText first = cell_text(both, 0, 1);
    const CellText text = cell_text(both, 0, 2);
    for (const Role role : roles_) {
      known.push_back(std::max(0.0, fit_of(text, role) - fit_of(first, role)));
    }
  }
  double cost = known[c];
  if (!tokens_[i].token.starts_line) {
    const bool parts = blank_parts(stream_[before].text, stream_[i].text);
    return cost + (parts ? blank_inside : 0);
  }
  return cost + (parts_date(stream_[before].text, stream_[i].text) ? goes_on_full
                 : widths_[c] == 0                                 ? goes_on_unknown
                 : is_full(before, c)                              ? goes_on_full
                                                                   : goes_on_short);
}

bool DealCosts::is_full(std::size_t i, std::size_t c) const {
  constexpr int letter = 2;
  return width_of(stream_[i].text) + letter >= widths_[c];
}

/// What it costs to leave or enter the rows with token `i`.
double DealCosts::of_zone(std::size_t i, bool was_row, bool is_row) const {
  const DealToken& piece = tokens_[i];
  if (!piece.token.starts_line && i > 0 && !piece.behind_header) {
    return was_row == is_row ? 0 : leaves_in_line;
  }
  if (!is_row && piece.behind_header && !piece.heading && !piece.label) {
    return value_below_header;
  }
  if (was_row == is_row || (is_row && piece.behind_header) || piece.heading || piece.label) {
    return 0;
  }
  return fresh_flow(i) ? leaves_at_flow : leaves_in_flow;
}

}  // namespace budgetdiff::import
