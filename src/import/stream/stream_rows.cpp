#include "import/stream/stream_rows.hpp"

#include "import/page/white_strip.hpp"
#include "import/page/word_kinds.hpp"
#include "import/stream/stream_sense.hpp"
#include "import/table/target_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
/// What a row has so far, as bits.
constexpr std::size_t has_name = 1;
constexpr std::size_t has_target = 2;
constexpr std::size_t states = 4;

/// Costs of a row without its name or target, and of one that begins with them.
constexpr double no_name = 8;
constexpr double no_target = 6;
constexpr double begins_with_name = 3;
constexpr double begins_late = 6;
constexpr double begins_project = 0.5;
constexpr double short_start = 1.5;
constexpr double new_row = 0.2;
constexpr double skipped_name = 6;
constexpr double skipped_category = 3;
/// 标 and 指标 begin no category.
constexpr double begins_with_tail = 3;
/// A sentence or a department's name has ended, and goes on nevertheless.
constexpr double behind_an_end = 1.5;
/// Costs of a cell that goes on: over a line's end, over a blank.
constexpr double name_goes_on = 1;
constexpr double short_line = 2;
constexpr double target_goes_on = 1.5;
constexpr double single_goes_on = 4;
constexpr double prose_goes_on = 0.1;
constexpr double blank_in_cell = 0.4;
constexpr double blank_between_cells = 4;
/// What it is worth that pieces make a category, that a code begins a name, that
/// words end as a department's do.
constexpr double whole_category = -2;
constexpr double code_begins = -2;
constexpr std::size_t shortest_code = 10;
constexpr double department_ends = -0.1;
constexpr double bracket_goes_on = -1;

bool ends_department(const std::u32string& text) {
  return std::u32string_view(U"局厅委院所站办会部校心队").find(text.back()) !=
         std::u32string_view::npos;
}

class Rows {
 public:
  Rows(const std::vector<StreamToken>& tokens, const StreamHeader& header, std::size_t end)
      : tokens_(tokens), roles_(header.roles), begin_(header.end), end_(end) {
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      level2_ = level2_ || roles_[c] == Role::level2;
      if (holds_levels(roles_[c]) && levels_ > c) {
        levels_ = c;
      }
      if (roles_[c] == Role::level3 && name_ > c) {
        name_ = c;
      }
    }
  }

  /// The cell of each token.
  std::vector<StreamPlace> run() {
    const std::size_t n = end_ - begin_;
    const std::size_t width = roles_.size() * states;
    std::vector<Step> steps(n * width);
    std::vector<double> last(width, impossible);
    for (std::size_t i = 0; i < n; ++i) {
      last = next(i, last, &steps[i * width]);
    }
    std::vector<StreamPlace> out(n);
    if (n == 0) {
      return out;
    }
    // Rows are counted from the last, as that is how they are found.
    std::size_t state = 0;
    double least = impossible;
    for (std::size_t s = 0; s < width; ++s) {
      if (last[s] + end_cost(s % states) < least) {
        least = last[s] + end_cost(s % states);
        state = s;
      }
    }
    std::vector<std::size_t> backwards(n);
    std::size_t row = 0;
    for (std::size_t i = n; i-- > 0;) {
      out[i].column = state / states;
      backwards[i] = row;
      const Step& step = steps[i * width + state];
      row += step.new_row ? 1U : 0U;
      state = step.from;
    }
    for (std::size_t i = 0; i < n; ++i) {
      out[i].row = backwards.front() - backwards[i];
    }
    return out;
  }

 private:
  struct Step {
    std::uint32_t from = 0;
    bool new_row = false;
  };

  static double end_cost(std::size_t bits) {
    return ((bits & has_name) != 0 ? 0 : no_name) + ((bits & has_target) != 0 ? 0 : no_target);
  }

  [[nodiscard]] std::size_t bits_of(std::size_t column) const {
    return roles_[column] == Role::level3  ? has_name
           : holds_targets(roles_[column]) ? has_target
                                           : 0;
  }

  [[nodiscard]] double start_cost(std::size_t column) const {
    switch (roles_[column]) {
      case Role::level3:
        return level2_ ? begins_with_name : 0;
      case Role::level1:
      case Role::level2:
        return 0;
      case Role::project_name:
      case Role::project_code:
      case Role::spending_unit:
      case Role::sequence:
      case Role::department:
        return begins_project;
      default:
        return column < levels_ ? begins_project : begins_late;
    }
  }

  /// What it costs that token `i` goes on in the cell of the one before.
  [[nodiscard]] double join_cost(std::size_t i, const WordKind& before, const WordKind& kind,
                                 Role role) const {
    const StreamToken& above = tokens_[begin_ + i - 1];
    const StreamToken& token = tokens_[begin_ + i];
    double cost = 0;
    if (!token.starts_line) {
      cost += blank_parts(above.text, token.text) ? blank_between_cells : blank_in_cell;
    }
    const bool ended = (role == Role::spending_unit && ends_department(above.text)) ||
                       (holds_prose(role) && above.text.back() == U'。');
    cost += ended ? behind_an_end : 0;
    cost += token.starts_line && (token.text.front() == U'（' || token.text.front() == U'(')
                ? bracket_goes_on
                : 0;
    // Inside prose a number is as good as any word.
    cost -= holds_prose(role) && kind.number ? fit::unlikely : 0;
    switch (role) {
      case Role::level1:
      case Role::level2:
        return cost + (makes_category(i, role) ? whole_category
                       : before.whole          ? fit::wrong
                                               : prose_goes_on);
      case Role::level3:
        return cost + name_goes_on + (above.text.size() < 4 ? short_line : 0);
      case Role::value:
      case Role::annual_target:
      case Role::period_target:
        return cost + (token.starts_line ? target_goes_on : 0) + (kind.number ? target_goes_on : 0);
      case Role::money:
      case Role::weight:
        return fit::never;
      case Role::comparator:
      case Role::measurement_unit:
        return cost + (token.starts_line ? prose_goes_on : single_goes_on);
      case Role::spending_unit:
      case Role::department:
        return cost + prose_goes_on + (ends_department(token.text) ? department_ends : 0);
      default:
        return cost + prose_goes_on;
    }
  }

  /// Whether the pieces that end with token `i` make a category.
  [[nodiscard]] bool makes_category(std::size_t i, Role role) const {
    std::string text;
    for (std::size_t k = 0; k < 4 && k <= i; ++k) {
      text.insert(0, to_utf8(tokens_[begin_ + i - k].text));
      if (k > 0 && (role == Role::level1 ? is_level1_category(text) : is_level2_category(text))) {
        return true;
      }
    }
    return false;
  }

  std::vector<double> next(std::size_t i, const std::vector<double>& last, Step* steps) {
    const StreamToken& token = tokens_[begin_ + i];
    const WordKind kind = kind_of(token.text);
    const bool coded = coded_name(to_utf8(token.text)).code.size() >= shortest_code;
    // The end of a broken cell begins none.
    const double stub = token.text.size() <= 2 && token.starts_line ? short_start : 0;
    std::vector<double> out(last.size(), impossible);
    // The best end of a row before this token.
    double ended = i == 0 ? 0 : impossible;
    std::size_t ended_at = 0;
    for (std::size_t s = 0; i > 0 && s < last.size(); ++s) {
      if (last[s] + end_cost(s % states) < ended) {
        ended = last[s] + end_cost(s % states);
        ended_at = s;
      }
    }
    // The best state of a column further left, by what the row has.
    std::array<double, states> left{};
    left.fill(impossible);
    std::array<std::size_t, states> left_at{};
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      const double own =
          fit_of(kind, roles_[c]) + (roles_[c] == Role::project_name && coded ? code_begins : 0);
      const auto reach = [&](std::size_t bits, double cost, std::size_t from, bool is_new) {
        double& best = out[c * states + bits];
        if (cost + own < best) {
          best = cost + own;
          steps[c * states + bits] = {static_cast<std::uint32_t>(from), is_new};
        }
      };
      const bool category = roles_[c] == Role::level1 || roles_[c] == Role::level2;
      const double begins = holds_prose(roles_[c])  ? stub
                            : category && kind.tail ? begins_with_tail
                                                    : 0;
      reach(bits_of(c), ended + new_row + start_cost(c) + begins, ended_at, i > 0);
      const double join = i > 0 ? join_cost(i, before_, kind, roles_[c]) : 0;
      for (std::size_t bits = 0; bits < states && i > 0; ++bits) {
        const double skips = c > name_ && (bits & has_name) == 0 ? skipped_name : 0;
        if (roles_[c] == Role::level3 && level2_) {
          for (std::size_t from = bits; from < c * states; from += states) {
            const double skipped = roles_[from / states] == Role::level2 ? 0 : skipped_category;
            if (last[from] < impossible) {
              reach(bits | bits_of(c), last[from] + skips + begins + skipped, from, false);
            }
          }
        } else if (left[bits] < impossible) {
          // Behind a remark's full stop stands no other remark.
          const bool another = roles_[c] == Role::remark &&
                               roles_[left_at[bits] / states] == Role::remark &&
                               tokens_[begin_ + i - 1].text.back() == U'。';
          reach(bits | bits_of(c), left[bits] + skips + begins + (another ? behind_an_end : 0),
                left_at[bits], false);
        }
        const std::size_t same = c * states + bits;
        if (last[same] < impossible) {
          reach(bits | bits_of(c), last[same] + join, same, false);
        }
      }
      for (std::size_t bits = 0; bits < states; ++bits) {
        if (last[c * states + bits] < left[bits]) {
          left[bits] = last[c * states + bits];
          left_at[bits] = c * states + bits;
        }
      }
    }
    before_ = kind;
    return out;
  }

  const std::vector<StreamToken>& tokens_;
  const std::vector<Role>& roles_;
  std::size_t begin_;
  std::size_t end_;
  bool level2_ = false;
  std::size_t name_ = static_cast<std::size_t>(-1);    ///< first column of names
  std::size_t levels_ = static_cast<std::size_t>(-1);  ///< first column of an indicator
  WordKind before_;
};

}  // namespace

StreamTable stream_rows(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
                        const StreamHeader& header, std::size_t end) {
  std::vector<StreamPlace> at = Rows(tokens, header, end).run();
  lift_levels(at, tokens, header.end, header.roles);
  std::size_t rows = 0;
  for (const StreamPlace& one : at) {
    rows = std::max(rows, one.row + 1);
  }
  StreamTable out;
  out.doubtful = is_doubtful(at, rows, tokens, header);
  Grid& grid = out.grid;
  grid = Grid(rows + 1, header.roles.size());
  grid.place = cell_of(lines, tokens, header.begin, header.begin + 1, 0, 0).place;
  for (std::size_t c = 0; c < header.cells.size(); ++c) {
    grid.add(cell_of(lines, tokens, header.cells[c].first, header.cells[c].second, 0, c));
  }
  // A cell's tokens are neighbours, but for levels that were lifted.
  for (std::size_t i = 0; i < at.size();) {
    std::size_t next = i + 1;
    while (next < at.size() && at[next].row == at[i].row && at[next].column == at[i].column) {
      ++next;
    }
    grid.add(
        cell_of(lines, tokens, header.end + i, header.end + next, at[i].row + 1, at[i].column));
    i = next;
  }
  return out;
}

}  // namespace budgetdiff::import
