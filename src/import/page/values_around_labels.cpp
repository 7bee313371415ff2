#include "import/page/values_around_labels.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a label's value is a name: neither an amount, whose labels stand in rows of their own,
/// nor prose.
bool has_name(const FormPiece& piece) {
  return piece.is_label() && piece.term.role != Role::money && !is_goal_role(piece.term.role) &&
         !piece.heading;
}

bool has_labels(const Pieces& line) {
  return std::any_of(line.begin(), line.end(),
                     [](const FormPiece& piece) { return piece.is_label() || piece.heading; });
}

/// The piece that stands right of `from` and ends before `to` begins; none where there is no such.
const FormPiece* between(const Pieces& line, double from, double to) {
  const auto found = std::find_if(line.begin(), line.end(), [&](const FormPiece& piece) {
    return piece.box.left >= from && piece.box.left < to;
  });
  return found == line.end() ? nullptr : &*found;
}

/// The labels of a line with their values, above and below it; empty where these lines have
/// anything else.
Pieces whole_line(const Pieces& line, const Pieces& above, const Pieces& below) {
  Pieces out;
  std::size_t taken_above = 0;
  std::size_t taken_below = 0;
  for (std::size_t k = 0; k < line.size(); ++k) {
    out.push_back(line[k]);
    const bool alone = k + 1 == line.size() || line[k + 1].is_label();
    if (!has_name(line[k]) || !alone) {
      continue;
    }
    const double from = line[k].box.right;
    const double to =
        k + 1 < line.size() ? line[k + 1].box.left : std::numeric_limits<double>::infinity();
    const FormPiece* const first = between(above, from, to);
    const FormPiece* const last = between(below, from, to);
    if (first == nullptr || last == nullptr ||
        std::abs(first->box.left - last->box.left) > first->size) {
      return {};
    }
    std::vector<PdfWord> words = first->words;
    words.insert(words.end(), last->words.begin(), last->words.end());
    out.push_back(piece_of(std::move(words)));
    ++taken_above;
    ++taken_below;
  }
  const bool all = taken_above == above.size() && taken_below == below.size();
  return all && taken_above > 0 ? out : Pieces{};
}

}  // namespace

void join_values_around_labels(std::vector<Pieces>& lines) {
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    if (has_labels(lines[i - 1]) || has_labels(lines[i + 1]) || !has_labels(lines[i])) {
      continue;
    }
    Pieces whole = whole_line(lines[i], lines[i - 1], lines[i + 1]);
    if (whole.empty()) {
      continue;
    }
    lines[i] = std::move(whole);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(--i));
  }
}

}  // namespace budgetdiff::import
