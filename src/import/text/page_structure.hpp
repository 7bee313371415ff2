#pragma once

/// Takes a document apart into tables and each table into its heading and the
/// lines of its body; what every page repeats is gone from the body.

#include "import/table/table_editions.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/header_row.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// The row of the whole table (合计), once for each page that shows it.
struct SumRow {
  std::size_t line = 0;  ///< position in the document's lines
  AmountRun run;
};

struct BodyLine {
  std::size_t line = 0;       ///< position in the document's lines
  bool after_header = false;  ///< first line after a header that the table repeats
};

struct TableText {
  std::string department;  ///< as published; "" if the document names none
  std::size_t department_line = 0;
  std::string unit;        ///< money unit as published, or ""
  std::string note;        ///< 说明：… before the table
  TableEdition edition;    ///< that its titles say
  std::u32string heading;  ///< titles and other text before the table, joined
  HeaderRow header;
  std::size_t header_line = 0;
  std::vector<SumRow> sums;
  std::vector<BodyLine> body;
};

struct DocumentText {
  std::vector<TableText> tables;
  std::vector<Finding> findings;  ///< text outside all tables
};

[[nodiscard]] DocumentText page_structure(const std::vector<Line>& lines);

/// The place of a line, for findings and provenance.
[[nodiscard]] Place place_of(const Line& line);

/// Whether a line opens a remark on the whole table: 说明：, 备注：, 注：.
[[nodiscard]] bool opens_note(const Line& line);

}  // namespace budgetdiff::import
