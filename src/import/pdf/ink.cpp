#include "import/pdf/ink.hpp"

#include <algorithm>

namespace budgetdiff::import {
namespace {

constexpr double nearly = 0.01;
/// Lines are no background.
constexpr double thin = 3.0;
/// More shapes than people draw: letters may stand on any.
constexpr std::size_t most_shapes = 4000;

}  // namespace

bool Ink::set(Paint& paint, std::string_view op, const double* numbers, std::size_t count) {
  const auto all = [&](std::size_t wanted, double value) {
    return count == wanted && std::all_of(numbers, numbers + count, [&](double number) {
             return number > value - nearly && number < value + nearly;
           });
  };
  if (op == "g") {
    paint.white = all(1, 1);
  } else if (op == "rg") {
    paint.white = all(3, 1);
  } else if (op == "k") {
    paint.white = all(4, 0);
  } else if (op == "sc" || op == "scn") {
    // One number may be of any ink, and what four say is not known.
    paint.white = all(3, 1);
  } else if (op == "cs") {
    paint.white = false;
  } else if (op == "Tr" && count > 0) {
    paint.mode = static_cast<int>(numbers[0]);
  } else {
    return false;
  }
  return true;
}

void Ink::fill(const Paint& paint) {
  if (paint.white || path_.right - path_.left < thin || path_.bottom - path_.top < thin) {
    return;
  }
  if (coloured_.size() >= most_shapes) {
    everywhere_ = true;
  } else {
    coloured_.push_back(path_);
  }
}

void Ink::show_picture(const Matrix& matrix) {
  cleared();
  for (const Point& corner : {Point{0, 0}, Point{1, 0}, Point{0, 1}, Point{1, 1}}) {
    add(map(matrix, corner));
  }
  fill({});
  cleared();
}

bool Ink::hides(const Paint& paint, const Matrix& matrix, double size) const {
  if (!paint.white || paint.mode != 0 || everywhere_) {
    return false;
  }
  constexpr double inside = 0.3;  ///< of the first letter
  const double in = inside * size;
  const Point point = map(matrix, {in, in});
  return std::none_of(coloured_.begin(), coloured_.end(), [&](const Clip& shape) {
    return shape.left <= point.x && point.x <= shape.right && shape.top <= point.y &&
           point.y <= shape.bottom;
  });
}

}  // namespace budgetdiff::import
