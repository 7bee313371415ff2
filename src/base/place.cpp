#include <budgetdiff/base/place.hpp>

namespace budgetdiff {

std::string to_string(const Place& place) {
  if (!place.file.empty()) {
    Place inside = place;
    inside.file.clear();
    const std::string rest = to_string(inside);
    return place.file + (rest.empty() ? "" : ":") + rest;
  }
  if (!place.cell.empty()) {
    return place.sheet.empty() ? place.cell : place.sheet + "!" + place.cell;
  }
  if (!place.sheet.empty()) {
    return place.sheet;
  }
  std::string out;
  if (place.page > 0) {
    out = "p" + std::to_string(place.page);
  }
  if (place.line > 0) {
    out += (out.empty() ? "" : ":") + std::to_string(place.line);
  }
  return out;
}

}  // namespace budgetdiff
