#pragma once

/// Typesets snapshots as a published table would look once its text has been
/// extracted: the inverse of import_text(), with the choices printers make.

#include <budgetdiff/model/snapshot.hpp>

#include <cstdint>
#include <random>
#include <string>

namespace budgetdiff::testing {

/// Numbers that are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  /// 0 … sides - 1
  unsigned roll(unsigned sides) { return static_cast<unsigned>(engine_() % sides); }
  bool one_in(unsigned n) { return roll(n) == 0; }

 private:
  std::mt19937 engine_;
};

/// How one document is set.
struct Style {
  bool indent_names = true;
  bool blank_lines = true;
  bool carriage_returns = false;
  bool byte_order_mark = false;
  bool page_breaks = true;  ///< anywhere, with the headers repeated
  bool form_feeds = false;
  bool page_numbers = false;
  bool unit_row_repeats = false;
  bool stray_spaces = true;    ///< before Chinese punctuation
  bool one_line_rows = false;  ///< name, amounts and goal share lines where they may
  bool amounts_one_a_line = false;
  bool wide_colons = false;
  bool narrow_semicolons = false;
  bool last_stop_missing = false;  ///< lists end without 。
  bool ragged = false;             ///< lines break at random widths
  bool tabs = false;               ///< between amounts
  unsigned name_width = 8;         ///< in characters
  unsigned goal_width = 24;
  unsigned list_width = 24;

  [[nodiscard]] std::string describe() const;
};

[[nodiscard]] Style random_style(Dice& dice);

/// A random table; `units` may be spending units of it.
[[nodiscard]] Snapshot random_table(Dice& dice);

/// Its text.
[[nodiscard]] std::string typeset(const Snapshot& snapshot, const Style& style, Dice& dice);

}  // namespace budgetdiff::testing
