#include "import/text/stair_lines.hpp"

#include "import/text/amount_run.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {
namespace {

/// So many steps to the right, each to a line that begins where the one before has ended, are no
/// accident; one is a cell that goes on below its row, and a row without cells at the left.
constexpr std::size_t least_steps = 2;

/// A line of the page: its words are [begin, end).
struct TextRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  double left = 0;
  double right = 0;
  double top = 0;
  int number = 0;
};

/// Lines [begin, end), each of one of `rows` rows.
struct Stairs {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t rows = 0;
  std::vector<std::size_t> row;  ///< of each line
};

std::vector<TextRun> lines_on(const PdfPage& page) {
  std::vector<TextRun> out;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const PdfWord& word = page.words[i];
    if (out.empty() || out.back().number != word.line) {
      out.push_back({i, i, word.box.left, word.box.right, word.box.top, word.line});
    }
    out.back().end = i + 1;
    out.back().right = std::max(out.back().right, word.box.right);
  }
  return out;
}

/// How many lines each part between steps has, from line `first` on, which begins one: lines that
/// begin neither in the parts before nor below a blank line. `right`: where the part before ends.
std::vector<std::size_t> parts_from(const std::vector<TextRun>& lines, std::size_t first,
                                    double right, double step) {
  std::vector<std::size_t> out = {1};
  double here = lines[first].right;
  for (std::size_t i = first + 1; i < lines.size(); ++i) {
    const bool steps = lines[i].left > lines[i - 1].right;
    if (lines[i].left <= (steps ? here : right) || lines[i].top - lines[i - 1].top > 1.5 * step) {
      break;
    }
    if (steps) {
      right = here;
      out.push_back(0);
    }
    here = std::max(here, lines[i].right);
    ++out.back();
  }
  return out;
}

/// The row of each line where all hold together. Of two rows each change of height goes to the
/// other one, so cells may be blank; of more every row has a cell in every part.
std::optional<std::vector<std::size_t>> rows_of(const std::vector<std::size_t>& parts,
                                                std::size_t rows) {
  std::vector<std::size_t> out;
  std::size_t row = rows - 1;  // that of the line before
  for (const std::size_t part : parts) {
    for (std::size_t i = 0; i < part; ++i) {
      const std::size_t next = rows == 2 && i == 0 ? 1 - row : i == 0 ? 0 : row + 1;
      if (next >= rows) {
        return std::nullopt;
      }
      row = next;
      out.push_back(row);
    }
    if (rows > 2 && part != rows) {
      return std::nullopt;
    }
  }
  return out;
}

/// Whether the words of each row stand one behind the other.
bool side_by_side(const std::vector<TextRun>& lines, const Stairs& stairs) {
  std::vector<double> right(stairs.rows, -1);
  for (std::size_t i = stairs.begin; i < stairs.end; ++i) {
    double& before = right[stairs.row[i - stairs.begin]];
    if (lines[i].left <= before) {
      return false;
    }
    before = lines[i].right;
  }
  return true;
}

/// Whether line `first` is an amount and nothing else, and the two above are labels: it is beside
/// none of the second's letters, or it would stand in that line.
bool is_amount_of_labels(const PdfPage& page, const std::vector<TextRun>& lines,
                         std::size_t first) {
  constexpr std::size_t labels = 2;
  const TextRun& line = lines[first];
  const std::u32string& amount = page.words[line.begin].text;
  if (first < labels || line.end != line.begin + 1 || amount.find(U'.') == amount.npos ||
      !read_published_amount(amount)) {
    return false;
  }
  const auto begin = page.words.begin() + static_cast<std::ptrdiff_t>(lines[first - labels].begin);
  const auto end = page.words.begin() + static_cast<std::ptrdiff_t>(line.begin);
  return std::none_of(begin, end, [](const PdfWord& word) {
    return std::any_of(word.text.begin(), word.text.end(), is_digit) ||
           word.text.find_first_of(U"，。；") != word.text.npos;
  });
}

/// The stairs whose first step goes to line `first`.
std::optional<Stairs> stairs_at(const PdfPage& page, const std::vector<TextRun>& lines,
                                std::size_t first, double step) {
  const std::vector<std::size_t> after = parts_from(lines, first, lines[first - 1].right, step);
  if (after.size() < least_steps &&
      !(after.front() == 1 && is_amount_of_labels(page, lines, first))) {
    return std::nullopt;
  }
  const std::size_t rows = std::max<std::size_t>(2, *std::max_element(after.begin(), after.end()));
  if (first < rows) {
    return std::nullopt;
  }
  Stairs out;
  out.begin = first - rows;
  out.end = first;
  out.rows = rows;
  // The first part: as many lines that end before the second one begins.
  for (std::size_t i = out.begin; i < first; ++i) {
    if (lines[i].right >= lines[first].left || lines[i + 1].top - lines[i].top > 1.5 * step) {
      return std::nullopt;
    }
    out.row.push_back(i - out.begin);
  }
  const auto row = rows_of(after, rows);
  if (!row) {
    return std::nullopt;
  }
  out.row.insert(out.row.end(), row->begin(), row->end());
  out.end += row->size();
  return side_by_side(lines, out) ? std::optional(out) : std::nullopt;
}

}  // namespace

void undo_stairs(PdfPage& page, double step) {
  const std::vector<TextRun> lines = lines_on(page);
  double up = 0;
  const auto move = [&page](const TextRun& line, double by, int number) {
    for (std::size_t w = line.begin; w < line.end; ++w) {
      page.words[w].box.top -= by;
      page.words[w].box.bottom -= by;
      page.words[w].line = number;
    }
  };
  std::vector<std::optional<Stairs>> at(lines.size());  // by their first lines
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].left > lines[i - 1].right) {
      if (auto stairs = stairs_at(page, lines, i, step)) {
        i = stairs->end - 1;
        at[stairs->begin] = std::move(stairs);
      }
    }
  }
  for (std::size_t i = 0; i < lines.size();) {
    if (!at[i]) {
      move(lines[i], up, lines[i].number);
      ++i;
      continue;
    }
    const Stairs& stairs = *at[i];
    for (; i < stairs.end; ++i) {
      const TextRun& to = lines[stairs.begin + stairs.row[i - stairs.begin]];
      move(lines[i], up + lines[i].top - to.top, to.number);
    }
    up += step * static_cast<double>(stairs.end - stairs.begin - stairs.rows);
  }
  page.height -= up;
  std::stable_sort(page.words.begin(), page.words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.line < b.line; });
}

}  // namespace budgetdiff::import
