#pragma once

/// Forms of one project (申报表): labels with their values beside or below.

#include "import/table/context.hpp"
#include "import/table/cut_texts.hpp"
#include "import/table/cut_values.hpp"
#include "import/table/form_amounts.hpp"
#include "import/table/form_fields.hpp"
#include "import/table/grid.hpp"
#include "import/table/left_over_cells.hpp"
#include "import/table/records.hpp"
#include "import/table/said_labels.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff::import {

class FormReader {
 public:
  FormReader(Places& places, TableRecords& records)
      : records_(records),
        amounts_(records),
        fields_(places, records, amounts_),
        cut_(places),
        cut_values_(places) {}

  /// Reads the labels of one row. What they say of the whole table (department,
  /// unit) is added to `context`.
  void read_row(const Grid& grid, std::size_t row, std::vector<Labelled>& context);

  /// Takes labels that stand with their values in one cell (绩效目标：…); false where the
  /// cell has none of a project.
  bool take_said(const Cell& cell, std::vector<Labelled>& context);

  /// The same for labels that are known to be a project's.
  void take_all(const std::vector<SaidLabel>& said, std::vector<Labelled>& context);

  /// The unit said above the form that begins now, or "".
  void set_unit(const std::string& unit) { amounts_.set_unit(unit); }

  /// The rest of texts that the page before cut: the first row of a grid, if it is that
  /// and nothing else. True where the row was taken.
  [[nodiscard]] bool continues_text(const Grid& grid);

  /// Says at the end of a grid which texts in the form's rows no label explained.
  void end_grid(const Grid& grid) { left_over_.say(grid, records_); }

  /// Whether a project's form has begun and not been left.
  [[nodiscard]] bool active() const { return fields_.active(); }
  void stop() { fields_.stop(); }

 private:
  /// The same for a value that stands in the grid, where a page may cut it.
  void take(const Grid& grid, const Cell& label, const Cell& value, std::vector<Labelled>& context);
  [[nodiscard]] bool has_project() const { return active() && !records_.projects.empty(); }
  void take_units(const std::vector<const Cell*>& cells, std::vector<Labelled>& context);
  [[nodiscard]] bool takes_label_row(const Grid& grid, std::size_t row,
                                     std::vector<Labelled>& context);
  void read_label(const Grid& grid, const Cell& label, std::vector<Labelled>& context);
  void read_other(const Grid& grid, const Cell& cell, std::vector<Labelled>& context);
  void read_amounts_under(const Grid& grid, const Cell& label, std::vector<Labelled>& context);
  void read_goal_under(const Grid& grid, const Cell& label, const Cell* blank,
                       std::vector<Labelled>& context);
  void head_amounts(const std::string& unit, std::vector<Labelled>& context);
  bool passes_costs(const Grid& grid, std::size_t row, std::vector<Labelled>& context);
  void take_amounts_below(const Grid& grid, const Cell& label, std::vector<Labelled>& context);
  bool take_goal_parts(const Grid& grid, const Cell& label, std::vector<Labelled>& context);
  void take_parts(const Cell& label, const std::vector<const Cell*>& parts,
                  std::vector<Labelled>& context);
  bool take_headed(const Grid& grid, const Cell& label, const Cell& value,
                   std::vector<Labelled>& context);
  void say_left_out(const Grid& grid, const Cell& label, const Cell& value);
  void take_unit_behind(const Grid& grid, const Cell& value, std::vector<Labelled>& context);
  void note_unread(const Grid& grid, const Cell& label);

  TableRecords& records_;
  const Grid* costs_ = nullptr;  ///< that holds the last table of costs, which ends before
  std::size_t costs_end_ = 0;    ///< this row
  FormAmounts amounts_;
  FormFields fields_;
  CutTexts cut_;
  CutValues cut_values_;
  LeftOverCells left_over_;
  std::set<const Cell*> goal_numbers_;  ///< 目标1, which labels nothing by itself
};

}  // namespace budgetdiff::import
