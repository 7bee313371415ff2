#include <budgetdiff/base/result.hpp>

namespace budgetdiff {

std::string in_english(const Error& error) {
  std::string out = error.file;
  const std::string place = to_string(error.place);
  if (!place.empty()) {
    out += (out.empty() ? "" : ":") + place;
  }
  if (!out.empty()) {
    out += ": ";
  }
  out += in_english(error.what);
  if (!error.what_to_do.text.empty()) {
    out += "; " + in_english(error.what_to_do);
  }
  return out;
}

}  // namespace budgetdiff
