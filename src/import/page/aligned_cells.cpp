#include "import/page/aligned_cells.hpp"

#include "import/text/source_lines.hpp"

#include <algorithm>
#include <limits>

namespace budgetdiff::import {
namespace {

/// Headers of more lines or ways to read them are none that people made.
constexpr std::size_t most_lines = 5;
constexpr std::size_t most_states = 6'000;

/// Costs of a cell, of each letter of an unknown one, of putting unknown words
/// together, and of each letter that its words stand apart.
constexpr double cell_cost = 2;
constexpr double unknown_letter = 1;
constexpr double unknown_pair = 4;
constexpr double apart = 0.5;
/// A bracket without its other half is as bad as so many letters apart.
constexpr double half_bracket = 24;

double distance(const PdfWord& a, const PdfWord& b) {
  const double gap = std::max({0.0, a.box.left - b.box.right, b.box.left - a.box.right});
  return gap / std::max(1.0, a.size);
}

/// All ways to go through the lines' words at once, as a position in each line.
class Ways {
 public:
  Ways(const std::vector<std::vector<PdfWord>>& lines,
       const std::function<double(const std::u32string&)>& weight)
      : lines_(lines), weight_(weight) {
    steps_.push_back(1);
    for (const std::vector<PdfWord>& line : lines) {
      steps_.push_back(steps_.back() * (line.size() + 1));
      if (steps_.back() > most_states) {
        return;
      }
    }
    few_ = true;
  }

  [[nodiscard]] bool few() const { return few_; }

  std::vector<std::vector<PdfWord>> best() {
    const std::size_t n = steps_.back();
    std::vector<double> score(n, -std::numeric_limits<double>::infinity());
    struct Move {
      std::size_t first = 0;
      std::size_t end = 0;
    };
    std::vector<Move> move(n);
    score[0] = 0;
    // Every move goes to a higher state.
    for (std::size_t state = 0; state < n; ++state) {
      for (std::size_t first = 0; first < lines_.size(); ++first) {
        std::vector<const PdfWord*> cell;
        std::size_t next = state;
        for (std::size_t end = first + 1; end <= lines_.size(); ++end) {
          const std::size_t line = end - 1;
          const std::size_t at = state / steps_[line] % (lines_[line].size() + 1);
          if (at == lines_[line].size()) {
            break;
          }
          cell.push_back(&lines_[line][at]);
          next += steps_[line];
          const double total = score[state] + score_of(cell);
          if (total > score[next]) {
            score[next] = total;
            move[next] = {first, end};
          }
        }
      }
    }
    std::vector<std::vector<PdfWord>> out;
    for (std::size_t state = n - 1; state > 0;) {
      std::vector<PdfWord>& cell = out.emplace_back();
      const Move back = move[state];
      for (std::size_t line = back.first; line < back.end; ++line) {
        const std::size_t at = state / steps_[line] % (lines_[line].size() + 1);
        cell.push_back(lines_[line][at - 1]);
      }
      for (std::size_t line = back.first; line < back.end; ++line) {
        state -= steps_[line];
      }
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  [[nodiscard]] double score_of(const std::vector<const PdfWord*>& cell) const {
    std::u32string text;
    double off = 0;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      text += without_space(cell[i]->text);
      off += i > 0 ? std::max(0.0, distance(*cell[i - 1], *cell[i]) - 1) : 0;
    }
    const auto count = [&](char32_t full, char32_t half) {
      return std::count(text.begin(), text.end(), full) +
             std::count(text.begin(), text.end(), half);
    };
    off += count(U'（', U'(') != count(U'）', U')') ? half_bracket : 0;
    const double weight = weight_(text);
    const double unknown = unknown_letter * static_cast<double>(text.size()) +
                           unknown_pair * static_cast<double>(cell.size() - 1);
    return (weight > 0 ? weight : -unknown) - cell_cost - apart * off;
  }

  const std::vector<std::vector<PdfWord>>& lines_;
  const std::function<double(const std::u32string&)>& weight_;
  std::vector<std::size_t> steps_;
  bool few_ = false;
};

double center_of(const std::vector<PdfWord>& cell) {
  double left = cell.front().box.left;
  double right = cell.front().box.right;
  for (const PdfWord& word : cell) {
    left = std::min(left, word.box.left);
    right = std::max(right, word.box.right);
  }
  return (left + right) / 2;
}

/// From left to right, as far as their lines' order allows.
std::vector<std::vector<PdfWord>> in_order(std::vector<std::vector<PdfWord>> cells) {
  const auto before = [](const std::vector<PdfWord>& a, const std::vector<PdfWord>& b) {
    return std::any_of(a.begin(), a.end(), [&](const PdfWord& one) {
      return std::any_of(b.begin(), b.end(), [&](const PdfWord& other) {
        return one.line == other.line && one.box.left < other.box.left;
      });
    });
  };
  std::vector<std::vector<PdfWord>> out;
  while (!cells.empty()) {
    auto next = cells.end();
    for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
      const bool free = std::none_of(cells.begin(), cells.end(), [&](const auto& other) {
        return &other != &*cell && before(other, *cell);
      });
      if (free && (next == cells.end() || center_of(*cell) < center_of(*next))) {
        next = cell;
      }
    }
    out.push_back(std::move(*next));
    cells.erase(next);
  }
  return out;
}

}  // namespace

std::vector<std::vector<PdfWord>> aligned_cells(
    const std::vector<std::vector<PdfWord>>& lines,
    const std::function<double(const std::u32string&)>& weight) {
  if (lines.size() > most_lines) {
    return {};
  }
  Ways ways(lines, weight);
  if (!ways.few()) {
    return {};
  }
  return in_order(ways.best());
}

}  // namespace budgetdiff::import
