#pragma once

/// Titles of a document's tables, and which of the tables were passed over.

#include "import/table/grid.hpp"

#include <budgetdiff/model/finding.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff::import {

class PassedOver {
 public:
  /// Looks at a line between tables; true where it is the title of another
  /// table than the one that is being read (a page that goes on repeats its own).
  bool see_line(const TextLine& line);
  /// Looks at a line of the document, in no table: what heads a table without being a title
  /// (表3 部门收支总体情况) names one that is passed over.
  void see_caption(const TextLine& line);
  /// Whether `title` is that of the table that is being read.
  [[nodiscard]] bool is_current(const std::string& title) const;
  /// The table whose title was seen last is read.
  void use();
  /// The table is not read; it is named by its title or caption, above it or in its first
  /// rows, and its first words, once for all pages that it goes over. That is a warning where
  /// it holds indicators or its title is that of a performance table, unless that is `expected`.
  void pass_over(const Grid& grid, bool expected = false);

  /// Findings, in the order of the document. A title without cells behind it (a
  /// table of contents has them, too) is named once, and only where no table of
  /// that title was met.
  [[nodiscard]] std::vector<Finding> findings();

 private:
  /// A table that was passed over, as far as it tells which pages go on with it.
  struct Named {
    std::string title;
    std::string words;
    int page = 0;
    std::size_t columns = 0;
    std::vector<double> edges;
  };

  void end_title();
  [[nodiscard]] static bool are_one(const Named& a, const Named& b);
  [[nodiscard]] bool goes_on(const Named& next) const;

  std::string next_;     ///< title of the table that comes next
  std::string current_;  ///< of the one that is being read
  Place next_place_;
  std::string caption_;  ///< of the table that comes next, if it has no title
  Named last_;
  std::set<std::string> met_;  ///< titles of tables that were passed over
  std::map<std::string, Place> bare_;
  std::set<std::string> used_;
  std::vector<Finding> findings_;
};

}  // namespace budgetdiff::import
