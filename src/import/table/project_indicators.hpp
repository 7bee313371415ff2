#pragma once

/// The indicators that a project's cells hold, whatever way they stand there: a row each, all
/// in one cell, a cell a category.

#include "import/table/records.hpp"
#include "import/text/free_list.hpp"

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Reads the indicators of one table's projects. `ends` says who ended the lines of its cells:
/// where print did, what stands in which cell was judged.
class ProjectIndicators {
 public:
  ProjectIndicators(const Places& places, LineEnds ends, std::vector<Finding>& findings)
      : places_(places), ends_(ends), findings_(findings) {}

  /// Adds all of them to `project` and their places to `place`; what breaks off, is left out or
  /// doubted is a finding.
  void read(const ProjectText& text, Project& project, ProjectPlace& place);

  /// How many there are.
  [[nodiscard]] std::size_t count(const ProjectText& text) const;

  /// Whether scores stood behind categories of those that were read: 产出指标（50分）.
  [[nodiscard]] bool scored() const { return scored_; }

 private:
  /// The indicators of a row: one, or one for each number or typed line of its cells.
  [[nodiscard]] std::vector<IndicatorText> parted(const IndicatorText& cells) const;
  void add_row(const IndicatorText& row, Project& project, ProjectPlace& place);
  /// Says once a table which words beside targets were left out.
  void say_left_out(const std::vector<std::string>& words, const Place& place,
                    const Project& project);
  void add_list(const Flow& list, Project& project, ProjectPlace& place);
  void add_free_list(const Flow& list, ListCell cell, Project& project, ProjectPlace& place);

  const Places& places_;
  LineEnds ends_;
  std::vector<Finding>& findings_;
  std::vector<std::uint32_t> typed_;  ///< of the project: ProjectText::typed_lines
  std::set<std::string> said_;        ///< of what was left out beside targets
  bool scored_ = false;
};

}  // namespace budgetdiff::import
