#include "import/stream/row_search.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
/// What a row has so far, as bits.
constexpr std::size_t has_name = 1;
constexpr std::size_t has_target = 2;
constexpr std::size_t all = has_name | has_target;
constexpr std::size_t states = 4;

constexpr double new_row = 0.2;
/// Rows have lines of their own.
constexpr double within_line = 2.5;
/// Behind a category that was taken out one is likely to begin.
constexpr double behind_other = -1.5;
constexpr double no_name = 8;
constexpr double no_target = 6;
/// A project's row begins without its name.
constexpr double begins_unnamed = 8;
constexpr double begins_project = 0.5;
/// The first row of all begins with a category that others have above it.
constexpr double begins_late = 4;
/// Another way to read a row is as good when it costs no more than this above the cheapest.
constexpr double margin = 0.6;

}  // namespace

RowSearch::RowSearch(const std::vector<StreamToken>& tokens, const std::vector<Role>& roles)
    : tokens_(tokens), roles_(roles), size_(tokens.size()), costs_(tokens, roles) {
  levels_ = roles.size();
  name_ = roles.size();
  for (std::size_t c = roles.size(); c-- > 0;) {
    levels_ = holds_levels(roles[c]) ? c : levels_;
    name_ = roles[c] == Role::project_name ? c : name_;
  }
  for (const StreamToken& token : tokens) {
    const std::string word = to_utf8(token.text);
    starts_line_.push_back(token.starts_line);
    sums_.push_back(is_sum_label(word) || is_subtotal_label(word));
  }
}

std::size_t RowSearch::measure(std::vector<ColumnFacts>& facts) const {
  std::size_t rows = 0;
  for (const Cut& cell : cut(forward())) {
    costs_.measure(cell.from, cell.to, facts[cell.column]);
    rows += cell.begins_row || rows == 0 ? 1U : 0U;
  }
  return rows;
}

RowSearch::Found RowSearch::run() const {
  const std::vector<Step> steps = forward();
  const std::vector<Cut> cells = cut(steps);
  const std::vector<bool> close = close_tokens(steps, cells);
  Found out;
  out.places.resize(size_);
  std::size_t row = 0;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const Cut& cell = cells[k];
    row += k > 0 && cell.begins_row ? 1U : 0U;
    out.doubtful.resize(row + 1, false);
    out.close.resize(row + 1, false);
    for (std::size_t i = cell.from; i < cell.to; ++i) {
      out.places[i] = {row, cell.column};
      out.close[row] = out.close[row] || close[i];
    }
    if (costs_.of(cell.from, cell.to, cell.column) >= fit::unlikely) {
      out.doubtful[row] = true;
    }
    const bool ends = k + 1 == cells.size() || cells[k + 1].begins_row;
    if (ends && cell.missing) {
      out.doubtful[row] = true;
    }
  }
  return out;
}

std::size_t RowSearch::bits_of(std::size_t column, std::size_t from, std::size_t to) const {
  if (to - from == 1 && sums_[from] && column <= name_) {
    return all;  // 合计
  }
  return roles_[column] == Role::level3 ? has_name : holds_targets(roles_[column]) ? has_target : 0;
}

double RowSearch::start_cost(std::size_t column, bool first) const {
  if (column < levels_) {
    return begins_project + (column > name_ ? begins_unnamed : 0);
  }
  double cost = 0;
  for (std::size_t c = levels_; c < column; ++c) {
    cost += holds_levels(roles_[c]) && roles_[c] != Role::level3 ? 0 : costs_.blank(c);
  }
  const bool late = first && (name_ < roles_.size() || column > levels_);
  return cost + (late ? begins_late : 0);
}

double RowSearch::end_cost(std::size_t state) const {
  double cost = 0;
  for (std::size_t c = state / states + 1; c < roles_.size(); ++c) {
    // Names and targets have costs of their own.
    const bool counted = roles_[c] == Role::level3 || holds_levels(roles_[c]);
    cost += counted || state / states < levels_ ? 0 : costs_.blank(c);
  }
  return cost + ((state & has_name) != 0 ? 0 : no_name) +
         ((state & has_target) != 0 ? 0 : no_target);
}

std::vector<double> RowSearch::end_costs() const {
  std::vector<double> out(roles_.size() * states);
  for (std::size_t s = 0; s < out.size(); ++s) {
    out[s] = end_cost(s);
  }
  return out;
}

double RowSearch::begin_cost(std::size_t i, std::size_t column) const {
  return (i > 0 ? new_row : 0) + (starts_line_[i] ? 0 : within_line) +
         (tokens_[i].apart ? behind_other : 0) + start_cost(column, i == 0);
}

std::vector<RowSearch::Step> RowSearch::forward() const {
  const std::size_t columns = roles_.size();
  const std::size_t width = columns * states;
  std::vector<Step> steps((size_ + 1) * width);
  const std::vector<double> end_costs = this->end_costs();
  for (std::size_t i = 0; i < size_; ++i) {
    const Step* before = &steps[i * width];
    double ended = i == 0 ? 0 : impossible;
    std::size_t ended_at = 0;
    for (std::size_t s = 0; i > 0 && s < width; ++s) {
      if (before[s].cost + end_costs[s] < ended) {
        ended = before[s].cost + end_costs[s];
        ended_at = s;
      }
    }
    // The cheapest state at the left of each column, by what its row has.
    std::array<double, states> left{};
    left.fill(impossible);
    std::array<std::size_t, states> left_at{};
    Step sum;  // the same of a row of sums
    for (std::size_t c = 0; c < columns; ++c) {
      // The new row may be cheaper than what the row so far leads to, for some bits only.
      std::array<Step, states> entered{};
      for (std::size_t bits = 0; bits < states; ++bits) {
        entered[bits] = {left[bits], 0, static_cast<std::uint32_t>(left_at[bits]), false};
      }
      const double begun = ended + begin_cost(i, c);
      if (begun < entered[0].cost) {
        entered[0] = {begun, 0, static_cast<std::uint32_t>(ended_at), true};
      }
      // A row of sums has amounts and nothing else.
      if (roles_[c] == Role::money && sum.cost < entered[all].cost) {
        entered[all] = sum;
      }
      enter(i, c, entered, steps);
      for (std::size_t bits = 0; bits < states; ++bits) {
        const double own = before[c * states + bits].cost;
        if (bits == all && c < levels_) {
          sum.cost += costs_.blank(c);
          if (own < sum.cost) {
            sum = {own, 0, static_cast<std::uint32_t>(c * states + bits), false};
          }
          continue;
        }
        left[bits] += costs_.blank(c);
        if (own < left[bits]) {
          left[bits] = own;
          left_at[bits] = c * states + bits;
        }
      }
    }
  }
  return steps;
}

void RowSearch::enter(std::size_t i, std::size_t c, const std::array<Step, states>& entered,
                      std::vector<Step>& steps) const {
  const std::size_t width = roles_.size() * states;
  const std::size_t last = std::min(size_, i + CellCosts::most_tokens_of(roles_[c]));
  for (std::size_t to = i + 1; to <= last; ++to) {
    const double own = costs_.of(i, to, c);
    if (own >= fit::never) {
      break;
    }
    for (std::size_t bits = 0; bits < states; ++bits) {
      if (entered[bits].cost == impossible) {
        continue;
      }
      Step& best = steps[to * width + c * states + (bits | bits_of(c, i, to))];
      if (entered[bits].cost + own < best.cost) {
        best = entered[bits];
        best.cost += own;
        best.from = static_cast<std::uint32_t>(i);
      }
    }
  }
}

std::vector<double> RowSearch::backward() const {
  const std::size_t columns = roles_.size();
  const std::size_t width = columns * states;
  const std::vector<double> end_costs = this->end_costs();
  std::vector<double> rest((size_ + 1) * width, impossible);
  std::copy(end_costs.begin(), end_costs.end(), rest.end() - static_cast<std::ptrdiff_t>(width));
  std::vector<std::array<double, states>> ahead(columns);  // of a cell that begins here
  for (std::size_t i = size_; i-- > 0;) {
    double begun = impossible;
    for (std::size_t c = 0; c < columns; ++c) {
      ahead[c] = cells_ahead(i, c, rest);
      begun = std::min(begun, begin_cost(i, c) + ahead[c][0]);
    }
    for (std::size_t bits = 0; bits < states; ++bits) {
      // From the right: the cheapest cell behind column c, and behind it in a row of sums.
      double right = impossible;
      double sum = impossible;
      for (std::size_t c = columns; c-- > 0;) {
        const bool sums = bits == all && c < levels_;
        rest[i * width + c * states + bits] =
            std::min(end_costs[c * states + bits] + begun, sums ? sum : right);
        right = std::min(right + costs_.blank(c), ahead[c][bits]);
        sum =
            std::min(sum + costs_.blank(c), roles_[c] == Role::money ? ahead[c][all] : impossible);
      }
    }
  }
  return rest;
}

std::array<double, states> RowSearch::cells_ahead(std::size_t i, std::size_t c,
                                                  const std::vector<double>& rest) const {
  std::array<double, states> out{};
  out.fill(impossible);
  const std::size_t width = roles_.size() * states;
  const std::size_t last = std::min(size_, i + CellCosts::most_tokens_of(roles_[c]));
  for (std::size_t to = i + 1; to <= last; ++to) {
    const double own = costs_.of(i, to, c);
    if (own >= fit::never) {
      break;
    }
    const std::size_t adds = bits_of(c, i, to);
    for (std::size_t bits = 0; bits < states; ++bits) {
      out[bits] = std::min(out[bits], own + rest[to * width + c * states + (bits | adds)]);
    }
  }
  return out;
}

std::vector<bool> RowSearch::close_tokens(const std::vector<Step>& steps,
                                          const std::vector<Cut>& cells) const {
  const std::size_t width = roles_.size() * states;
  const std::vector<double> rest = backward();
  std::vector<std::size_t> ends(size_ + 1, roles_.size());  // the column of the cell there
  for (const Cut& cell : cells) {
    ends[cell.to] = cell.column;
  }
  double least = impossible;
  for (std::size_t s = 0; s < width; ++s) {
    least = std::min(least, steps[size_ * width + s].cost + rest[size_ * width + s]);
  }
  std::vector<bool> out(size_, false);
  for (std::size_t i = 1; i < size_; ++i) {
    for (std::size_t s = 0; s < width; ++s) {
      const double way = steps[i * width + s].cost + rest[i * width + s];
      out[i - 1] = out[i - 1] || (s / states != ends[i] && way < least + margin);
    }
  }
  return out;
}

std::vector<RowSearch::Cut> RowSearch::cut(const std::vector<Step>& steps) const {
  const std::size_t width = roles_.size() * states;
  const std::vector<double> end_costs = this->end_costs();
  std::size_t state = 0;
  double least = impossible;
  for (std::size_t s = 0; s < width; ++s) {
    if (const double cost = steps[size_ * width + s].cost + end_costs[s]; cost < least) {
      least = cost;
      state = s;
    }
  }
  std::vector<Cut> out;
  for (std::size_t at = size_; at > 0;) {
    const Step& step = steps[at * width + state];
    const bool missing = state % states != all;
    out.push_back({step.from, at, state / states, step.begins_row, missing});
    at = step.from;
    state = step.state_before;
  }
  std::reverse(out.begin(), out.end());
  return out;
}
}  // namespace budgetdiff::import
