#pragma once

/// The categories that hold while a list of indicators is read.

#include <string>

namespace budgetdiff::import {

/// A category holds for what follows it. Those in a part of their own are headings, which
/// an indicator may repeat as its name (`（一）社会效益指标 1.社会效益：显著`).
/// Threads: an object is one reader's.
class HeldCategories {
 public:
  [[nodiscard]] const std::string& level1() const { return level1_; }
  [[nodiscard]] const std::string& level2() const { return level2_; }

  /// A part of the list begins: an indicator with the categories before it, or a heading.
  void begin_part();
  /// The part that ends had categories and nothing else.
  void end_heading();

  /// A category. 成本 and 满意度 are of both levels: behind a first level they are the second.
  void take(const std::string& name);

  /// Whether an indicator called `name`, a category itself, is of the second level that
  /// holds: it stands in its own part, or is a heading that it may stand under.
  [[nodiscard]] bool is_of(const std::string& name) const;

  /// Keeps the categories of such an indicator, or takes its name for one.
  void take_for(const std::string& name);

 private:
  std::string level1_;
  std::string level2_;
  bool first_in_part_ = false;   ///< a first level stands in the part that is read
  bool second_in_part_ = false;  ///< a second does
  bool first_heads_ = false;     ///< the first level stood in a part of its own
  bool second_heads_ = false;    ///< the second did
};

}  // namespace budgetdiff::import
