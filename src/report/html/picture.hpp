#pragma once

/// Geometry of pictures in whole numbers: the same picture on every machine.

#include <budgetdiff/model/amount.hpp>

#include <string>

namespace budgetdiff::html {

/// A picture is drawn twice, for a screen and for a phone; the style sheet
/// shows one of the two.
struct Frame {
  const char* shown_on;  ///< class of the drawing: "wide" or "narrow"
  int width;
  bool narrow;
};

inline constexpr Frame wide_frame{"wide", 920, false};
inline constexpr Frame narrow_frame{"narrow", 360, true};

/// Maps amounts between `low` and `high` to 0 … pixels, exactly and then
/// rounded down. What lies outside is drawn at the edge.
class Scale {
 public:
  Scale(const Amount& low, const Amount& high, int pixels);
  [[nodiscard]] int operator()(const Amount& amount) const;

 private:
  Amount low_;
  Amount range_;
  int pixels_;
};

/// "3" of 3: a coordinate.
[[nodiscard]] inline std::string px(int value) {
  return std::to_string(value);
}

/// "0 0 920 400".
[[nodiscard]] std::string view_box(int width, int height);

}  // namespace budgetdiff::html
