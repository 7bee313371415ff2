#pragma once

/// Which sign parts the decimals of a table that may come from anywhere: 1,234.56 or 1.234,56.

#include <budgetdiff/import/mapping.hpp>
#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// An amount by the sign before its decimals. Groups of three may be parted by the other sign or
/// by apostrophes (1'234.50); a first group of 0 (0.500 before a decimal comma) is no group.
[[nodiscard]] std::optional<Amount> read_amount_of(std::u32string_view text, DecimalSign decimal);

/// An amount of a workbook whose texts have a decimal comma. Its numbers have no sign, and are
/// shown with a point here; so is what can be nothing else (1234.5, 0.25). `unsure` is set where a
/// text may be either (12.345): then it is read as a number, and
/// 2.000 as thousands.
[[nodiscard]] std::optional<Amount> read_amount_of_workbook(std::u32string_view text, bool& unsure);

/// What the amounts of a table show together. One of them may be read both ways: 1.234 is a
/// thousand times as much where the point parts thousands.
class NotationEvidence {
 public:
  /// `text`: what stands in the place of an amount.
  void add(std::u32string_view text, const Place& place);

  /// The sign: a comma only where an amount can be read no other way, and none speaks against it.
  [[nodiscard]] DecimalSign sign() const;

  /// What a reviewer must know: that a comma was taken, or that the amounts do not show the sign.
  void say(std::vector<Finding>& findings) const;

 private:
  struct Seen {
    std::size_t count = 0;
    std::u32string first;
    Place place;

    void add(std::u32string_view text, const Place& at);
  };

  Seen only_point_;
  Seen only_comma_;
  Seen either_by_point_;  ///< 1.234
  Seen either_by_comma_;  ///< 1,234
};

}  // namespace budgetdiff::import
