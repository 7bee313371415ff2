#pragma once

/// What of a page's text has the colour of the page, so that nobody sees it.

#include "import/pdf/clip.hpp"
#include "import/pdf/rules.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What the fill of letters and shapes is like. A part of the graphics state.
struct Paint {
  bool white = false;
  int mode = 0;  ///< of text: 0 fills its letters, others draw or hide them
};

/// Where a page is not white, as far as its own content says: shapes filled with a colour,
/// pictures, and whatever a form or a shading may paint. Too large rather than too small. Threads:
/// an object is one reader's.
class Ink {
 public:
  /// Lets `paint` know an operator that sets it, with its numbers; false where it sets nothing.
  static bool set(Paint& paint, std::string_view op, const double* numbers, std::size_t count);

  /// A point of the path that is drawn; `cleared()` ends it.
  void add(const Point& point) { path_.take_in(point); }
  void cleared() { path_ = Clip::none(); }
  /// The path is filled.
  void fill(const Paint& paint);
  /// A picture is shown in the unit square of `matrix`.
  void show_picture(const Matrix& matrix);
  /// Something is painted anywhere.
  void paint_all() { everywhere_ = true; }

  /// Whether letters that begin where `matrix` puts them, `size` large before it, are not seen.
  [[nodiscard]] bool hides(const Paint& paint, const Matrix& matrix, double size) const;

 private:
  Clip path_ = Clip::none();
  std::vector<Clip> coloured_;
  bool everywhere_ = false;
};

}  // namespace budgetdiff::import
