#include "import/page/money_lines.hpp"

#include "import/page/broken_lines.hpp"
#include "import/text/amount_run.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {

void join_money_labels(std::vector<Pieces>& lines) {
  constexpr std::size_t longest_end = 2;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    Pieces& line = lines[i];
    Pieces& next = lines[i + 1];
    if (line.size() != 1 || line.front().is_label() || next.empty() || next.size() > 2 ||
        next.back().is_label() || letters(next.back()) > longest_end ||
        next.back().box.right <= line.front().box.left ||
        next.back().box.left >= line.front().box.right) {
      continue;
    }
    std::vector<PdfWord> words = line.front().words;
    words.insert(words.end(), next.back().words.begin(), next.back().words.end());
    FormPiece whole = piece_of(std::move(words));
    if (whole.term.role != Role::money) {
      continue;
    }
    line.front() = std::move(whole);
    next.pop_back();
    if (next.empty()) {
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
}

void join_amounts_below(std::vector<Pieces>& lines) {
  const auto lone_label = [&](std::size_t i) {
    const Pieces& line = lines[i];
    return line.back().term.role == Role::money && line.size() <= 2 &&
           (line.front().is_label() || line.front().heading);
  };
  const auto lone_amount = [&](std::size_t i) {
    return lines[i].size() == 1 && read_published_amount(text_of(lines[i].front().words));
  };
  for (std::size_t first = 0; first < lines.size(); ++first) {
    std::size_t middle = first;
    while (middle < lines.size() && lone_label(middle)) {
      ++middle;
    }
    std::size_t end = middle;
    while (end < lines.size() && lone_amount(end)) {
      ++end;
    }
    const std::size_t count = middle - first;
    const bool right = std::all_of(
        lines.begin() + static_cast<std::ptrdiff_t>(middle),
        lines.begin() + static_cast<std::ptrdiff_t>(end),
        [&](const Pieces& line) { return line.front().box.left > lines[first].back().box.right; });
    if (count < 2 || end - middle != count || !right) {
      continue;
    }
    for (std::size_t k = 0; k < count; ++k) {
      lines[first + k].push_back(std::move(lines[middle + k].front()));
    }
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(middle),
                lines.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

void join_amounts_behind_prose(std::vector<Pieces>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Pieces& above = lines[i - 1];
    if (above.size() != 1 || above.front().term.role != Role::money) {
      continue;
    }
    for (std::size_t k = 0; k + 1 < lines[i].size(); ++k) {
      const FormPiece& amount = lines[i][k + 1];
      if (is_prose(lines[i][k]) && !lines[i][k].is_label() &&
          amount.box.left > above.front().box.right &&
          read_published_amount(text_of(amount.words))) {
        above.push_back(amount);
        lines[i].erase(lines[i].begin() + static_cast<std::ptrdiff_t>(k) + 1);
        break;
      }
    }
  }
}

std::set<int> blank_amounts(const std::vector<Pieces>& lines) {
  std::set<int> out;
  const auto money = [](const FormPiece& piece) { return piece.term.role == Role::money; };
  const auto shows_amount = [&](std::size_t i, const FormPiece& label) {
    const Pieces& line = lines[i];
    for (std::size_t k = 0; k + 1 < line.size(); ++k) {
      if (money(line[k]) && overlap(line[k].box, label.box)) {
        return read_published_amount(text_of(line[k + 1].words)).has_value();
      }
    }
    return false;
  };
  // 预算数 73.37 其中：财政资金 73.37 其他资金: those before it in its line have one behind them.
  const auto lacks_last = [&](const Pieces& line) {
    constexpr std::ptrdiff_t fewest = 2;
    std::ptrdiff_t labels = 0;
    for (std::size_t k = 0; k + 1 < line.size(); ++k) {
      const bool has = read_published_amount(text_of(line[k + 1].words)).has_value();
      labels += money(line[k]) && has ? 1 : 0;
      if (money(line[k]) && !has) {
        return false;
      }
    }
    return labels >= fewest;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const FormPiece& label = lines[i].back();
    if (money(label) && (lacks_last(lines[i]) || (i > 0 && shows_amount(i - 1, label)) ||
                         (i + 1 < lines.size() && shows_amount(i + 1, label)))) {
      out.insert(label.words.front().line);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
