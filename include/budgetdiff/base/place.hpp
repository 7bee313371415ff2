#pragma once

/// Where something stood in a source document.

#include <optional>
#include <string>

namespace budgetdiff {

/// A rectangle on a page in PDF points (1/72 inch), origin at the top left.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  friend bool operator==(const Box&, const Box&) = default;
};

/// A place in a document. Each part is absent where its kind of document has
/// none: a text has lines, a PDF pages and boxes, a workbook sheets and cells.
struct Place {
  int page = 0;       ///< first page is 1; 0 means none
  int line = 0;       ///< first line is 1; 0 means none
  std::string sheet;  ///< name of a workbook's sheet; empty means none
  std::string cell;   ///< a cell as people write it ("B12"); empty means none
  std::optional<Box> box;
  std::string file =
      {};  ///< name of the document, where a snapshot is of several; empty: the first

  friend bool operator==(const Place&, const Place&) = default;

  [[nodiscard]] bool empty() const {
    return page == 0 && line == 0 && sheet.empty() && cell.empty() && !box && file.empty();
  }
};

/// "3", "p2", "p2:14", "Sheet1!B12", "b.pdf:p2": short, for error lines; "" when empty.
[[nodiscard]] std::string to_string(const Place& place);

}  // namespace budgetdiff
