#pragma once

/// The ruled lines of pages, from their content streams. A scanner of our own
/// reads the few operators that draw; text and images are skipped.

#include "import/page/ruled_lines.hpp"
#include "import/pdf/clip.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// x' = a x + c y + e; y' = b x + d y + f, as PDF writes it: [a b c d e f].
using Matrix = std::array<double, 6>;

[[nodiscard]] Matrix multiply(const Matrix& first, const Matrix& then);

/// Where a matrix puts a point.
[[nodiscard]] Point map(const Matrix& matrix, const Point& point);

/// What `/Name Do` shows.
struct FormSource {
  /// The content of the form `name`, its matrix and its own forms; false for
  /// images and what is unknown. An empty function where there are none.
  std::function<bool(const std::string& name, std::string& content, Matrix& matrix,
                     FormSource& inner)>
      find;
};

/// What one page may take: forms shown inside forms grow without bound.
struct ScanBudget {
  std::size_t forms = 5'000;
  std::size_t bytes = std::size_t{128} << 20U;  ///< of their contents, each time they are shown
};

/// Operators that show text which is none of a table's, as bytes [begin, end) of a page's
/// content.
struct HiddenText {
  /// Hidden by a clip: spreadsheets draw the text of a cell that a page cuts on both pages.
  std::vector<std::pair<std::size_t, std::size_t>> clipped;
  /// Set aslant over the page: a watermark, of letters of any size.
  std::vector<std::pair<std::size_t, std::size_t>> aslant;
  /// Of the page's own colour.
  std::vector<std::pair<std::size_t, std::size_t>> unseen;

  [[nodiscard]] std::size_t size() const { return clipped.size() + aslant.size() + unseen.size(); }
};

/// Adds the horizontal and vertical lines that `content` draws, transformed by
/// `to_page`, and which way its text runs. Thin filled rectangles are lines;
/// large ones are backgrounds. Broken content gives what could be read. Bounded:
/// at most `max_rules` lines, and as many forms as `budget` allows, forty
/// deep. False where the budget ran out: what is left of the page is unknown,
/// and reading it may take forever. What `content` itself (and no form) shows aslant,
/// white on white or hidden by a rectangular clip is added to `hidden`, where that is given.
[[nodiscard]] bool scan_rules(std::string_view content, const Matrix& to_page, FormSource& forms,
                              Rules& out, ScanBudget& budget, int depth = 0,
                              HiddenText* hidden = nullptr);

/// Joins pieces of one line (borders are drawn cell by cell) and drops what is
/// too short to be a border.
[[nodiscard]] Rules merge_rules(Rules rules);

}  // namespace budgetdiff::import
