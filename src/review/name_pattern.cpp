#include "review/name_pattern.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string_view>

namespace budgetdiff {
namespace {

/// Whether `text` is what the pattern says, spelling aside; '*' is any text.
bool fits(std::string_view pattern, const std::string& text) {
  const std::string folded = fold_name(text);
  std::size_t at = 0;
  bool first = true;
  for (;;) {
    const std::size_t star = pattern.find('*');
    const std::string piece = fold_name(pattern.substr(0, star));
    const bool last = star == std::string_view::npos;
    if (first && last) {
      return folded == piece;
    }
    if (last) {
      return folded.size() >= at + piece.size() && folded.ends_with(piece);
    }
    const std::size_t found =
        first ? (folded.starts_with(piece) ? 0 : std::string::npos) : folded.find(piece, at);
    if (found == std::string::npos) {
      return false;
    }
    at = found + piece.size();
    pattern.remove_prefix(star + 1);
    first = false;
  }
}

}  // namespace

bool any_fits(const std::vector<std::string>& patterns, const std::string& text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return fits(pattern, text); });
}

}  // namespace budgetdiff
