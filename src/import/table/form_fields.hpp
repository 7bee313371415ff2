#pragma once

/// The fields of a form's project: each value goes where its label says.

#include "import/table/context.hpp"
#include "import/table/cut_texts.hpp"
#include "import/table/form_amounts.hpp"
#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Records and amounts are the form's own and must outlive it.
class FormFields {
 public:
  FormFields(Places& places, TableRecords& records, FormAmounts& amounts)
      : places_(places), records_(records), amounts_(amounts) {}

  /// A row begins. `name_follows`: in it or the next one stands the name of the next project.
  void begin_row(bool name_follows);

  /// Takes the value of a label; 项目名称 begins a project. What says something of the whole table
  /// (department, unit, stage) is added to `context`. `cut` has what the page before ended
  /// with.
  void take(const Cell& label, const Cell& value, const CutTexts& cut,
            std::vector<Labelled>& context);

  /// Whether a project's form has begun and not been left.
  [[nodiscard]] bool active() const { return active_; }
  void stop() { active_ = false; }

 private:
  void begin_project(const Cell& name);
  void take_context(const Cell& label, Role role, const Cell& value,
                    std::vector<Labelled>& context);
  void take_year(const Cell& label, const Cell& value);
  [[nodiscard]] bool takes_spender(const Cell& label, const Flow& value);
  /// What is said before a project's name is that project's.
  [[nodiscard]] bool precedes_name() const {
    return !active_ || records_.projects.empty() || name_follows_;
  }
  [[nodiscard]] ProjectText& project() {
    return precedes_name() ? ahead_ : records_.projects.back();
  }

  /// Whether a label stands beside that of the goal, with other words.
  [[nodiscard]] bool is_beside_goal(const Cell& label) const;

  /// A label of a goal.
  struct GoalLabel {
    Place place;
    std::size_t row = Grid::none;
    std::string word;
  };

  Places& places_;
  TableRecords& records_;
  FormAmounts& amounts_;
  bool active_ = false;
  bool name_follows_ = false;
  std::size_t department_row_ = Grid::none;  ///< of the last label of a body
  std::string department_word_;              ///< that label
  std::string department_said_;              ///< by the first label of it behind the project's name
  GoalLabel goal_label_;                     ///< the last that was taken
  ProjectText ahead_;                        ///< what was said of a project before its name
};

}  // namespace budgetdiff::import
