#pragma once

/// How tall a font says that it is.
///
/// C++17, as are those who read it from PDFs.

namespace budgetdiff::import {

/// In letters (ems), both from the line of writing and neither negative.
struct FontHeight {
  double ascent = 0;
  double descent = 0;
};

}  // namespace budgetdiff::import
