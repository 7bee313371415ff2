#pragma once

/// Projects as a table shows them, before their texts are read.

#include "import/table/side_columns.hpp"
#include "import/text/flow.hpp"

#include <budgetdiff/base/place.hpp>
#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

struct Cell;

/// Where lines stood; a Flow's origins are positions in it.
class Places {
 public:
  /// The lines of a cell as one flow.
  void append(Flow& flow, const Cell& cell);
  [[nodiscard]] const Place& at(std::uint32_t origin) const { return places_[origin]; }

 private:
  std::vector<Place> places_;
};

/// An amount as published.
struct MoneyText {
  std::string key;
  std::string unit;  ///< that its header, form or caption names, or ""
  std::u32string text;
  Place place;
  int year = 0;       ///< that its header names; 0: none
  std::string word;   ///< of the form, that heads or labels it; "" where a sentence says it
  bool adds = false;  ///< to what stands under its key, and does not say it again
  /// Of a part of the total of several years (项目总预算：财政拨款): its own key; else "".
  std::string part_key = {};
  /// Of an amount of another stage than the budget's (财政拨款（全年执行数）): the key that it is
  /// under in that stage's snapshot, and the stage's column; else "".
  std::string stage_key = {};
  std::string_view stage_column = {};
  std::string sum_word = {};  ///< of a form's part of a total: that total's label; else ""
};

/// A row of a table with one row an indicator.
struct IndicatorText {
  Flow level1;
  Flow level2;
  Flow name;
  Flow period;
  Flow annual;
  Flow comparator;
  Flow value;
  Flow unit;
  Flow period_comparator;
  Flow period_value;
  Flow period_unit;
  Flow weight;
  std::vector<SideText> side_by_side;  ///< until choose_targets() has told which is its own
  Place place;
  /// Its category's cell begins blank at a page's foot: the text stands on the next.
  bool level1_open = false;
  bool level2_open = false;
  bool of_years = false;  ///< its targets stand side by side, a year each
  std::size_t group = 0;  ///< of the columns it stood in, where several stand side by side

  [[nodiscard]] bool has_target() const {
    return !period.empty() || !annual.empty() || !value.empty() || !period_value.empty() ||
           !side_by_side.empty();
  }
};

/// Indicators of one category that stand in a column of their own, all in one cell.
struct CategoryList {
  std::string categories;  ///< as a list says them: 产出指标：数量指标：
  bool scored = false;     ///< with scores behind them
  Flow text;
};

struct ProjectText {
  Flow name;
  std::u32string number;  ///< of its row (序号), without white space
  Flow code;
  Flow type;
  Flow year;        ///< that a column or a form's label says of it (年度)
  Flow department;  ///< of a list that has a column of it beside one of units
  Flow spending_unit;
  Flow goal;
  Flow annual_goal;
  std::vector<SideText> goals_beside;  ///< of several stages or years; the first is in `goal`, too
  Flow indicators;                     ///< all of them in one cell
  std::vector<IndicatorText> rows;     ///< or one row each
  std::vector<CategoryList> lists;     ///< or one cell a category
  std::vector<MoneyText> money;
  std::vector<MoneyText> lone_amounts;  ///< of a form: see lone_amount()
  std::optional<MoneyText> cost_total;  ///< of a table of what it is spent on
  Flow source;                          ///< of its money (资金来源), as its first row says
  std::vector<std::u32string> sources;  ///< of all rows of its money, "" where none is said
  bool sums_parts = false;              ///< its total is the sum of its parts' rows
  bool has_sum_of_sources = false;      ///< one of these rows is the sum of the others
  Place place;
  /// Its name's cell begins blank at a page's foot: the name stands on the next.
  bool cut_ahead = false;
  /// Origins of the lines of its lists that are known to be typed as such (typed_lines()).
  std::vector<std::uint32_t> typed_lines;
  bool has_form = false;  ///< has a form (申报表) of its own and is no row of a list

  [[nodiscard]] bool has_indicators() const {
    return !indicators.empty() || !rows.empty() || !lists.empty();
  }
  /// Adds what a further row of the project holds of indicators in single cells.
  void append_lists(const ProjectText& further);
};

/// A row 小计 among the projects.
struct SubtotalText {
  std::size_t behind = 0;  ///< so many of the table's projects
  std::string label;
  std::vector<MoneyText> money;
  Place place;
  std::string unit = {};  ///< whose name stands beside it, as published, or ""
};

/// Adds a word to those that are there, once.
void add_once(std::vector<std::string>& words, std::string word);

/// Adds a finding unless one of the same code and sentence is there, at whatever place.
void say_once(Finding finding, std::vector<Finding>& findings);

/// Everything that belongs to one department's table.
struct TableRecords {
  std::string department;
  std::string labelled;  ///< a name behind its label that may be no body's (may_be_body())
  std::string unit;
  std::string note;
  std::string heading;
  std::vector<ProjectText> projects;
  std::vector<std::vector<MoneyText>> sums;  ///< 合计 rows
  std::vector<SubtotalText> subtotals;
  std::vector<Finding> findings;
  /// The header of its only column of bodies (主管部门, 单位名称), where it has one of departments
  /// and none of units: whose they are only its words say.
  std::string bodies_column;
  std::string years_word;  ///< of the column or label that says projects' years, or ""
  /// The header of a column of those that spend (预算单位) where it has none of departments, or "".
  std::string units_column;
  std::string sources_column;  ///< the header of the column of where the money comes from, or ""
  std::vector<std::string> unread;        ///< headers and labels that a snapshot has no place for
  std::optional<std::string_view> stage;  ///< that the table's own title says surely
  Place header_place;
  /// The published words of every column or label of money by its key, be it blank all over.
  std::map<std::string, std::string> money_words;
  std::vector<int> pages;  ///< that parts of it stood on

  /// Adds a remark (说明：…) to the note, once.
  void add_note(std::u32string_view text);
};

/// Pages (ascending) as 1-3, 7.
[[nodiscard]] std::string page_list(const std::vector<int>& pages);

/// Adds the finding that names the pages which parts of a table stood on, where it has any.
void say_pages(TableRecords& records);

}  // namespace budgetdiff::import
