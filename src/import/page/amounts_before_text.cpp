#include "import/page/amounts_before_text.hpp"

#include "import/text/amount_run.hpp"

#include <algorithm>
#include <limits>

namespace budgetdiff::import {
namespace {

bool is_amount(const PdfWord& word) {
  return read_published_amount(word.text).has_value();
}

/// Whether lines of the text whose lines begin at `left` go on with `amount`: 2025 | 年重点工作.
bool is_followed(const PdfWord& amount, double left, const std::vector<PdfWord>& body) {
  constexpr double together = 0.5;    ///< letters between words of one line
  constexpr double same_place = 1.5;  ///< beginnings of lines, in points
  return std::any_of(body.begin(), body.end(), [&](const PdfWord& word) {
    const double gap = word.box.left - amount.box.right;
    return &word != &amount && gap > -amount.size && gap < together * amount.size &&
           word.box.left - left > same_place && word.middle() > amount.box.top &&
           word.middle() < amount.box.bottom;
  });
}

}  // namespace

void keep_amounts_before_text(std::vector<double>& edges, std::size_t money,
                              const std::vector<PdfWord>& body) {
  if (money + 2 >= edges.size()) {
    return;
  }
  double& edge = edges[money + 1];
  const double end = edges[money + 2];
  double text = std::numeric_limits<double>::infinity();
  for (const PdfWord& word : body) {
    const double middle = (word.box.left + word.box.right) / 2;
    if (middle > edge && middle < end && !is_amount(word)) {
      text = std::min(text, word.box.left);
    }
  }
  double right = edge;
  for (const PdfWord& word : body) {
    const bool beyond = (word.box.left + word.box.right) / 2 > edge;
    if (text < end && beyond && word.box.right <= text && is_amount(word) &&
        !is_followed(word, text, body)) {
      right = std::max(right, word.box.right);
    }
  }
  if (right > edge) {
    edge = (right + text) / 2;
  }
}

}  // namespace budgetdiff::import
