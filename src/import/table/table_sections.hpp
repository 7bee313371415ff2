#pragma once

/// Which table of a document its rows belong to: a document may hold several, of other
/// departments, years or stages, and each is a snapshot of its own.

#include "import/table/context.hpp"
#include "import/table/form_reader.hpp"
#include "import/table/grid.hpp"
#include "import/table/list_reader.hpp"
#include "import/table/passed_over.hpp"
#include "import/table/records.hpp"
#include "import/table/scan.hpp"
#include "import/table/table_editions.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// A table that is read: of one department, year and stage.
struct TablePart {
  std::unique_ptr<TableRecords> records;
  std::unique_ptr<Places> places;
  TableEdition edition;
};

/// The table that is being read, with its readers, and the lines around it. The document must
/// outlive it.
class TableSections {
 public:
  /// `file` is the document's name.
  TableSections(const GridDocument& document, std::string_view file);

  [[nodiscard]] TableRecords& records() { return *records_; }
  [[nodiscard]] ListReader& list() { return *list_; }
  [[nodiscard]] FormReader& form() { return *form_; }
  [[nodiscard]] Surroundings& around() { return around_; }
  [[nodiscard]] PassedOver& titles() { return titles_; }
  /// Whether a title of another table was seen behind the beginning of the current one.
  [[nodiscard]] bool title_seen() const { return title_seen_; }

  /// A line between tables or inside one: a remark, or what the next section is told by.
  void take_line(const TextLine& line);
  /// The same for a row of a grid that is no row of its table.
  void take_context_row(const Grid& grid, std::size_t row);

  /// What was said above belongs to the section that begins at `place`. Another department's,
  /// year's or stage's is another table: then true. `lists`: it is a list of projects.
  bool begin(const Place& place, bool lists);

  /// Takes labels inside the table: the department and the unit, where it has none yet.
  void take_labels(const std::vector<Labelled>& labels);

  /// Whose a form is stands below its project's name. Behind another department's projects it
  /// has to be known before it begins, at `row`.
  void see_department_of_form(const Grid& grid, const GridScan& scan, std::size_t row);

  /// The tables that had projects, in the document's order. No more rows come.
  [[nodiscard]] std::vector<TablePart> finish();

 private:
  void start_table();
  void finish_table();
  void say_sheet_owners();
  [[nodiscard]] bool titles_name_others(const TableEdition& next, bool lists) const;
  [[nodiscard]] bool sheets_name_others(const TableEdition& next);
  [[nodiscard]] bool names_other_department() const;
  void take_owner(bool anew);

  const GridDocument& document_;
  std::string file_owner_;                 ///< a department that the file is called after, or ""
  std::vector<std::string> sheet_owners_;  ///< others that this table's sheets are called after
  std::vector<TablePart> parts_;
  PassedOver titles_;
  std::unique_ptr<Places> places_;
  std::unique_ptr<TableRecords> records_;
  std::unique_ptr<ListReader> list_;
  std::unique_ptr<FormReader> form_;
  Surroundings around_;
  TableEdition edition_;  ///< of the table that is being read
  bool has_department_ = false;
  bool title_seen_ = false;
};

}  // namespace budgetdiff::import
