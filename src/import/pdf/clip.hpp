#pragma once

/// What of a page's text a clip hides.

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace budgetdiff::import {

struct Point {
  double x = 0;
  double y = 0;

  /// As Clip::turned().
  [[nodiscard]] Point turned(std::size_t quarter_turns) const {
    switch (quarter_turns) {
      case 1:
        return {y, -x};
      case 2:
        return {-x, -y};
      case 3:
        return {-y, x};
      default:
        return *this;
    }
  }
};

/// The part of a page that is painted, as displayed: a rectangle.
struct Clip {
  double left = -std::numeric_limits<double>::infinity();
  double top = -std::numeric_limits<double>::infinity();
  double right = std::numeric_limits<double>::infinity();
  double bottom = std::numeric_limits<double>::infinity();

  /// A rectangle around nothing.
  [[nodiscard]] static Clip none() {
    constexpr double end = std::numeric_limits<double>::infinity();
    return {end, end, -end, -end};
  }

  /// Makes it reach a point.
  void take_in(const Point& point) {
    left = std::min(left, point.x);
    top = std::min(top, point.y);
    right = std::max(right, point.x);
    bottom = std::max(bottom, point.y);
  }

  /// Cuts it to the rectangle around a path; other shapes show no more than that.
  void cut(const std::vector<std::vector<Point>>& path) {
    Clip around = none();
    bool any = false;
    for (const std::vector<Point>& shape : path) {
      if (shape.empty()) {
        return;  // a curve
      }
      for (const Point& point : shape) {
        any = true;
        around.take_in(point);
      }
    }
    if (any) {
      *this = {std::max(left, around.left), std::max(top, around.top),
               std::min(right, around.right), std::min(bottom, around.bottom)};
    }
  }

  /// The same on a page turned so that text which runs down (1), back (2) or up (3) is level.
  [[nodiscard]] Clip turned(std::size_t quarter_turns) const {
    switch (quarter_turns) {
      case 1:
        return {top, -right, bottom, -left};
      case 2:
        return {-right, -bottom, -left, -top};
      case 3:
        return {-bottom, left, -top, right};
      default:
        return *this;
    }
  }

  /// Whether letters that stand at a height are not seen. Those that a page's foot cuts are
  /// seen there unless hardly anything of them is, and on the next page only then.
  [[nodiscard]] bool hides_line(double y, double size) const {
    constexpr double ascent = 0.8;
    constexpr double at_foot = 0.3;
    // With what the foot shows less than all: both are rounded, and no line may be lost between.
    constexpr double at_head = 0.685;
    const double height = ascent * size;
    const double seen = std::min(y, bottom) - std::max(y - height, top);
    const double least = y - height < top ? at_head : at_foot;
    return height > 0 && seen < least * height;
  }
};

}  // namespace budgetdiff::import
