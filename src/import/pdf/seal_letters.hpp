#pragma once

/// The letters of a round seal: set in a ring, each turned further than the one before.

#include "import/pdf/rules.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace budgetdiff::import {

/// A piece of text that is shown, as bytes [begin, end) of a page's content.
struct ShownText {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t letters = 0;  ///< bytes of its strings, with brackets
  double angle = 0;         ///< radians
  double size = 0;          ///< of its letters, on the page
  bool aslant = false;
};

/// Which level letters of a content stream are of a seal: most of a ring's letters stand aslant,
/// and the one at its top, or a side, does not. It is as large as they are and turned as far from
/// the next two (or the last two) as these from each other; a watermark's letters are all turned
/// alike. Threads: an object is one reader's.
class SealLetters {
 public:
  /// The next text that is shown; gives the level letter that it shows to be a seal's, or is.
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> next(const ShownText& text);

 private:
  std::array<ShownText, 2> last_;  ///< the one before it and the one before that
};

}  // namespace budgetdiff::import
