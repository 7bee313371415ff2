#include "import/table/form_fields.hpp"

#include "import/table/ticked_boxes.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/table/years_of_rows.hpp"
#include "import/text/source_lines.hpp"
#include "import/title_words.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <utility>

namespace budgetdiff::import {

void FormFields::begin_row(bool name_follows) {
  department_row_ = Grid::none;
  name_follows_ = name_follows;
}

/// 部门名称 | X | 单位名称 | Y: of two labels of bodies in one row the second, 单位, says
/// who spends.
bool FormFields::takes_spender(const Cell& label, const Flow& value) {
  const std::string word = cell_word(label);
  const bool second = department_row_ == label.row && department_word_ != word;
  if (!second) {
    department_row_ = label.row;
    department_word_ = word;
    return false;
  }
  if (word.find("单位") == std::string::npos) {
    return false;
  }
  if (Flow& spender = project().spending_unit; spender.empty()) {
    spender = value;
  }
  return true;
}

void FormFields::begin_project(const Cell& name) {
  records_.projects.push_back(std::exchange(ahead_, {}));
  active_ = true;
  name_follows_ = false;
  department_said_.clear();
  amounts_.begin();
  ProjectText& project = records_.projects.back();
  project.has_form = true;
  places_.append(project.name, name);
  project.place = name.text_place();
}

void FormFields::take_context(const Cell& label, Role role, const Cell& value,
                              std::vector<Labelled>& context) {
  Flow flow;
  places_.append(flow, value);
  std::string said = published(flow.text);
  if (role == Role::department) {
    if (takes_spender(label, flow)) {
      return;
    }
    // 中央主管部门 and, below, 省级主管部门: the table is the first one's.
    if (!department_said_.empty() && department_said_ != said) {
      add_once(records_.unread, without_colon(cell_word(label)));
    }
    department_said_ = department_said_.empty() ? said : department_said_;
  }
  context.push_back({role, std::move(said)});
}

void FormFields::take_year(const Cell& label, const Cell& value) {
  const std::string word = without_colon(cell_word(label));
  Flow flow;
  places_.append(flow, value);
  if (!year_in(published(flow.text))) {
    add_once(records_.unread, word);  // 2023-2025, 长期
    return;
  }
  Flow& year = project().year;
  if (year.empty() || says_budget_year(word)) {
    year = std::move(flow);
  }
  take_years_word(records_, word);
}

bool FormFields::is_beside_goal(const Cell& label) const {
  return goal_label_.row == label.row && goal_label_.place.page == label.place.page &&
         goal_label_.word != cell_word(label);
}

void FormFields::take(const Cell& label, const Cell& value, const CutTexts& cut,
                      std::vector<Labelled>& context) {
  Term term = label_term(label);
  // 项目 | ☑延续 □新增, where print broke 项目属性.
  if (term.role == Role::project_name && holds_boxes(value.packed())) {
    term = {Role::project_type, {}};
  }
  const auto set = [&](Flow& flow) {
    if (flow.empty()) {
      flow.append(cut.before(label, term.role));
      places_.append(flow, value);
    }
  };
  switch (term.role) {
    case Role::project_name:
      begin_project(value);
      return;
    case Role::department:
    case Role::money_unit:
    case Role::stage:
      take_context(label, term.role, value, context);
      return;
    // A form may give code and type above its project's name.
    case Role::project_code:
      set(project().code);
      return;
    case Role::spending_unit:
      set(project().spending_unit);
      return;
    case Role::year:
      take_year(label, value);
      return;
    case Role::project_type: {
      Flow flow;
      places_.append(flow, value);
      if (Flow& type = project().type; type.empty()) {
        // With its blanks, which part one choice from the next.
        std::u32string text;
        for (const TextLine& line : value.lines) {
          text += (text.empty() ? U"" : U"\n") + line.text;
        }
        type.append(ticked(text), flow.empty() ? 0 : flow.origin.front());
      }
      return;
    }
    default:
      break;
  }
  if (precedes_name()) {
    return;
  }
  switch (term.role) {
    case Role::goal:
      // 中期目标（2025年—2027年） | 绩效目标 side by side: the second is the year's.
      if (!project().goal.empty() && is_beside_goal(label)) {
        set(project().annual_goal);
        break;
      }
      goal_label_ = {label.place, label.row, cell_word(label)};
      set(project().goal);
      break;
    case Role::annual_goal:
      set(project().annual_goal);
      break;
    case Role::indicators:
      set(project().indicators);
      break;
    case Role::money:
      amounts_.take(label, value, term.column);
      break;
    default:
      break;
  }
}

}  // namespace budgetdiff::import
