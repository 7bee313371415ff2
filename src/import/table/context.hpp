#pragma once

/// What stands around a table: titles, the department, the unit of money.

#include "import/vocabulary.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// `部门名称：X 单位：万元` taken apart.
struct Labelled {
  Role role = Role::none;
  std::string value;
};

/// The known labels of a line that are followed by a colon, with what stands
/// up to the next one. White space in values is print's and goes.
[[nodiscard]] std::vector<Labelled> labels_in(std::u32string_view line);

/// What the lines and labels around tables said last: whose the next table is, in which
/// unit, and the titles above it.
class Surroundings {
 public:
  /// Looks at a line between tables or in a table's first rows.
  void see(std::u32string_view line);
  /// Takes what labels say of the whole table; those of a project say nothing here.
  void take_labels(const std::vector<Labelled>& labels);
  /// Adds a line to those that stand above the next table, the last dozen of them.
  void head(const std::string& line);
  /// A table begins here: what stood above was said of it.
  void begin_table();
  void set_heading(std::vector<std::string> lines) { heading_ = std::move(lines); }
  /// A table was passed over: its unit is that of no other.
  void pass_over() { unit_is_near_ = false; }
  /// So was one with rows of its own: what stands above it heads no other.
  void forget_near() { near_.clear(); }

  [[nodiscard]] const std::string& department() const { return department_; }
  /// A label named it behind the beginning of the last table, and no row of that table did.
  [[nodiscard]] bool department_is_near() const { return department_is_near_; }
  /// The last row's labels were the table's own.
  void give_department() { department_is_near_ = false; }
  /// The next table is another department's than the one before.
  void forget_department() { department_.clear(); }
  /// A name behind a department's label that does not end as those of bodies do, or "".
  [[nodiscard]] const std::string& labelled() const { return labelled_; }
  [[nodiscard]] const std::string& unit() const { return unit_; }
  /// The unit that stands at this table, and not at another one before it.
  [[nodiscard]] std::string near_unit() const { return unit_is_near_ ? unit_ : std::string{}; }
  [[nodiscard]] const std::vector<std::string>& heading() const { return heading_; }
  /// Those of them behind the last table of any kind.
  [[nodiscard]] const std::vector<std::string>& near() const { return near_; }
  /// The first lines of the document; of those behind its first table no titles.
  [[nodiscard]] const std::vector<std::string>& front() const { return front_; }

 private:
  void say_unit(std::string unit);

  std::vector<std::string> heading_;
  std::vector<std::string> near_;
  std::vector<std::string> front_;
  std::string department_;
  std::string labelled_;
  std::string unit_;  ///< of money, as said last
  bool behind_table_ = false;
  bool department_is_near_ = false;
  bool unit_is_near_ = false;  ///< said behind the last table that was passed over
};

}  // namespace budgetdiff::import
