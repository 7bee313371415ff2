#pragma once

/// Columns and colours of terminal text.

#include <string>
#include <string_view>

namespace budgetdiff {

enum class Tone { plain, bold, dim, good, bad, warn, heading };

/// Colours when asked to, and leaves text alone otherwise.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  [[nodiscard]] bool on() const { return on_; }
  [[nodiscard]] std::string operator()(Tone tone, std::string_view text) const;

 private:
  bool on_;
};

/// `text` with blanks behind (or before) it, to `width` terminal columns; wide
/// characters take two. A text that is longer stays as it is.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

/// `text` cut after so many terminal columns (a Chinese character takes two),
/// with "…" where something is left out.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

}  // namespace budgetdiff
