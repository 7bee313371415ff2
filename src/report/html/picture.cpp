#include "report/html/picture.hpp"

#include <algorithm>

namespace budgetdiff::html {

Scale::Scale(const Amount& low, const Amount& high, int pixels)
    : low_(low), range_(high - low), pixels_(pixels) {}

int Scale::operator()(const Amount& amount) const {
  const Amount above = amount - low_;
  if (above <= Amount() || range_ <= Amount()) {
    return 0;
  }
  if (above >= range_) {
    return pixels_;
  }
  const int scale = std::max(above.scale(), range_.scale());
  Amount::Integer part = above.with_scale_at_least(scale).mantissa();
  Amount::Integer whole = range_.with_scale_at_least(scale).mantissa();
  // Digits far below a pixel go, so that the product has room.
  constexpr Amount::Integer room = 1'000'000'000'000'000'000;
  while (whole > room) {
    part /= 10;
    whole /= 10;
  }
  return static_cast<int>(part * pixels_ / whole);
}

std::string view_box(int width, int height) {
  return "0 0 " + px(width) + " " + px(height);
}

}  // namespace budgetdiff::html
