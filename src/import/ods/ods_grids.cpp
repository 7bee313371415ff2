#include "import/ods/ods_grids.hpp"

#include "import/odf/odf_text.hpp"
#include "import/ods/shown_value.hpp"
#include "import/sheet/sheet_grids.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Groups of rows and columns stand in one another.
constexpr int deepest = 40;

/// What an attribute counts: at least 1, at most `most`.
std::size_t count_of(const pugi::xml_node& node, std::string_view name, std::size_t most) {
  return std::clamp<std::size_t>(attribute(node, name).as_ullong(1), 1, most);
}

bool is_error_text(std::string_view text) {
  return text.starts_with("Err:") || text == "#REF!" || text == "#DIV/0!" || text == "#N/A" ||
         text == "#VALUE!" || text == "#NAME?" || text == "#NUM!" || text == "#NULL!";
}

/// A cell of a row, as often as it stands there.
struct Cells {
  std::size_t column = 0;
  std::size_t repeated = 1;
  std::string text;
  pugi::xml_node node;
};

class Spreadsheet {
 public:
  Spreadsheet(const pugi::xml_node& document, const std::string& file)
      : sheets_("ods", file), text_styles_(document) {
    for (const pugi::xml_node& style : child(document, "automatic-styles").children()) {
      if (std::string_view(attribute(child(style, "table-properties"), "display").value()) ==
          "false") {
        hidden_styles_.emplace_back(attribute(style, "name").value());
      }
    }
  }

  Result<GridDocument> read(const pugi::xml_node& spreadsheet) {
    for (const pugi::xml_node& table : spreadsheet.children()) {
      if (local(table) != "table") {
        continue;  // also changes that are recorded, with the cells before them
      }
      const std::string name = attribute(table, "name").value();
      if (std::find(hidden_styles_.begin(), hidden_styles_.end(),
                    attribute(table, "style-name").value()) != hidden_styles_.end()) {
        sheets_.pass_over(name);
        continue;
      }
      sheets_.begin(name);
      row_ = 0;
      column_ = 0;
      hidden_ahead_.clear();
      read_columns(table, false, 0);
      if (!read_rows(table, false, 0) || !sheets_.end()) {
        return fail(*sheets_.problem());
      }
    }
    return sheets_.take();
  }

 private:
  static bool is_hidden(const pugi::xml_node& node) {
    const std::string_view visibility = attribute(node, "visibility").value();
    return visibility == "collapse" || visibility == "filter";
  }

  static bool is_folded(const pugi::xml_node& group) {
    return std::string_view(attribute(group, "display").value()) == "false";
  }

  void read_columns(const pugi::xml_node& parent, bool hidden, int depth) {
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local(node);
      if (name == "table-column") {
        const std::size_t end =
            std::min(column_ + count_of(node, "number-columns-repeated", SheetGrids::most_columns),
                     SheetGrids::most_columns);
        for (; column_ < end; ++column_) {
          if (hidden || is_hidden(node)) {
            sheets_.hide_column(column_);
          }
        }
      } else if ((name == "table-columns" || name == "table-header-columns" ||
                  name == "table-column-group") &&
                 depth < deepest) {
        read_columns(node, hidden || is_folded(node), depth + 1);
      }
    }
  }

  bool read_rows(const pugi::xml_node& parent, bool hidden, int depth) {
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local(node);
      if (name == "table-row") {
        if (!read_row(node, hidden || is_hidden(node))) {
          return false;
        }
      } else if ((name == "table-rows" || name == "table-header-rows" ||
                  name == "table-row-group") &&
                 depth < deepest && !read_rows(node, hidden || is_folded(node), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  bool read_row(const pugi::xml_node& row, bool hidden) {
    const std::size_t repeated = count_of(row, "number-rows-repeated", SheetGrids::most_rows);
    const std::vector<Cells> cells = cells_of(row);
    if (hidden) {
      hidden_ahead_.emplace_back(row_, row_ + repeated);
    }
    if (!cells.empty() && !add_rows(cells, repeated)) {
      return false;
    }
    row_ = std::min(row_ + repeated, SheetGrids::most_rows);
    return true;
  }

  /// Rows of a sheet's end are hidden by the million; those that cells stand in or below
  /// matter.
  bool hide_rows() {
    for (const auto& [first, end] : std::exchange(hidden_ahead_, {})) {
      hidden_rows_ += end - first;
      if (!sheets_.expect(hidden_rows_)) {
        return false;
      }
      for (std::size_t row = first; row < end; ++row) {
        sheets_.hide_row(row);
      }
    }
    return true;
  }

  /// The cells of a row that hold something.
  std::vector<Cells> cells_of(const pugi::xml_node& row) {
    std::vector<Cells> out;
    std::size_t column = 0;
    for (const pugi::xml_node& node : row.children()) {
      const std::string_view name = local(node);
      const bool covered = name == "covered-table-cell";
      if ((!covered && name != "table-cell") || column >= SheetGrids::most_columns) {
        continue;
      }
      Cells one{
          column, count_of(node, "number-columns-repeated", SheetGrids::most_columns), {}, node};
      column += one.repeated;
      if (covered) {
        continue;  // what it holds lies under a merged cell
      }
      one.text = text_of(node, one.column);
      if (!one.text.empty() || spans(node)) {
        out.push_back(std::move(one));
      }
    }
    return out;
  }

  static bool spans(const pugi::xml_node& cell) {
    return attribute(cell, "number-columns-spanned").as_uint(1) > 1 ||
           attribute(cell, "number-rows-spanned").as_uint(1) > 1;
  }

  bool add_rows(const std::vector<Cells>& cells, std::size_t repeated) {
    if (row_ >= SheetGrids::most_rows) {
      return true;
    }
    std::size_t in_row = 0;
    for (const Cells& one : cells) {
      in_row += one.text.empty() ? 0 : one.repeated;
    }
    if (!hide_rows() || !sheets_.expect(in_row) ||
        (in_row > 0 && !sheets_.expect(in_row * repeated))) {
      return false;
    }
    const std::size_t rows = in_row > 0 ? std::min(repeated, SheetGrids::most_rows - row_) : 1;
    for (std::size_t r = row_; r < row_ + rows; ++r) {
      for (const Cells& one : cells) {
        for (std::size_t c = one.column; !one.text.empty() && c < one.column + one.repeated; ++c) {
          if (!sheets_.add(r, c, one.text)) {
            return false;
          }
        }
        if (spans(one.node)) {
          sheets_.merge({r, one.column,
                         count_of(one.node, "number-rows-spanned", SheetGrids::most_rows),
                         count_of(one.node, "number-columns-spanned", SheetGrids::most_columns)});
        }
      }
    }
    return true;
  }

  /// What the cell shows.
  std::string text_of(const pugi::xml_node& cell, std::size_t column) {
    std::string shown;
    bool has_paragraph = false;
    OdfLeftOut left_out;
    const std::string_view style = attribute(cell, "style-name").value();
    const OdfSetting set{text_styles_.font(style, SymbolFont::none),
                         text_styles_.strikes(style, false)};
    for (const pugi::xml_node& one : cell.children()) {
      if (local(one) == "p") {
        shown += has_paragraph ? "\n" : "";
        has_paragraph = true;
        odf_paragraph(one, text_styles_, set, shown, left_out);
      }
    }
    if (!left_out.struck.empty()) {
      sheets_.struck(row_, column, left_out.struck);
      return shown;
    }
    const bool formula = !attribute(cell, "formula").empty();
    const std::string_view type = attribute(cell, "value-type").value();
    if (is_error(cell, formula, shown)) {
      sheets_.without_value(row_, column, NoValue::error);
      return {};
    }
    if (formula && type.empty() && shown.empty()) {
      sheets_.without_value(row_, column, NoValue::not_computed);
      return {};
    }
    if (type == "float" || type == "percentage" || type == "currency") {
      const std::string_view stored = attribute(cell, "value").value();
      ShownNumber number = shown_value(stored, shown, type == "percentage");
      if (!number.as_shown || (has_paragraph && shown.empty() && number.text != "0")) {
        sheets_.not_as_shown(row_, column, shown);
      }
      return std::move(number.text);
    }
    return has_paragraph ? shown : value_of(cell, type);
  }

  static bool is_error(const pugi::xml_node& cell, bool formula, const std::string& shown) {
    if (formula && is_error_text(shown)) {
      return true;
    }
    // calcext:value-type beside office:value-type
    return std::any_of(cell.attributes().begin(), cell.attributes().end(),
                       [](const pugi::xml_attribute& one) {
                         return std::string_view(one.name()).ends_with(":value-type") &&
                                std::string_view(one.value()) == "error";
                       });
  }

  /// The value of a cell that a script wrote without the text that shows it.
  static std::string value_of(const pugi::xml_node& cell, std::string_view type) {
    if (type == "date") {
      const std::string date = attribute(cell, "date-value").value();
      return date.substr(0, date.find("T00:00:00"));
    }
    if (type == "boolean") {
      return logical_text(attribute(cell, "boolean-value").value());
    }
    for (const char* const value : {"string-value", "time-value", "value"}) {
      if (const pugi::xml_attribute said = attribute(cell, value)) {
        return said.value();
      }
    }
    return {};
  }

  SheetGrids sheets_;
  OdfTextStyles text_styles_;
  std::vector<std::string> hidden_styles_;  ///< of sheets
  std::size_t row_ = 0;                     ///< that is read
  std::size_t column_ = 0;                  ///< of the columns that are read
  std::vector<std::pair<std::size_t, std::size_t>> hidden_ahead_;
  std::size_t hidden_rows_ = 0;  ///< of all sheets
};

}  // namespace

Result<GridDocument> ods_grids(const pugi::xml_node& content, const std::string& file) {
  return Spreadsheet(content, file).read(child(child(content, "body"), "spreadsheet"));
}

}  // namespace budgetdiff::import
