#include "import/spreadsheetml/spreadsheetml_grids.hpp"

#include "import/sheet/number_text.hpp"
#include "import/sheet/print_head.hpp"
#include "import/sheet/sheet_grids.hpp"
#include "import/xml/xml_tree.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr int deepest_parent = 20;

/// What `name` says counts, within what a sheet has.
std::size_t count_of(const pugi::xml_node& node, std::string_view name) {
  return std::min<std::size_t>(attribute(node, name).as_uint(), SheetGrids::most_rows);
}

/// The text of an element and of all in it, formatting has elements of its own; and what of it is
/// struck through (<S>).
std::string text_in(const pugi::xml_node& node, StruckText& struck) {
  struct Walker : pugi::xml_tree_walker {
    explicit Walker(StruckText& out) : struck(out) {}
    bool for_each(pugi::xml_node& one) override {
      if (struck_below >= 0 && depth() <= struck_below) {
        struck_below = -1;
      }
      if (struck_below < 0 && local(one) == "S") {
        struck_below = depth();
      }
      if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) {
        if (struck_below < 0) {
          text += one.value();
        } else {
          struck.add(one.value());
        }
      }
      return true;
    }
    std::string text;
    StruckText& struck;
    int struck_below = -1;
  } walker(struck);
  pugi::xml_node walked = node;
  walked.traverse(walker);  // no recursion, however deep
  return std::move(walker.text);
}

/// Formats that have a name instead of a code.
NumberFormat named_format(std::string_view name) {
  if (name == "Percent") {
    return number_format("0.00%");
  }
  if (name == "Fixed" || name == "Standard" || name == "Currency" || name == "Euro Currency") {
    return number_format("0.00");
  }
  return number_format(name);
}

/// A day without the time of midnight that stands behind it.
std::string day_of(const std::string& text) {
  const std::size_t time = text.find("T00:00:00");
  return time == std::string::npos ? text : text.substr(0, time);
}

class Workbook {
 public:
  explicit Workbook(const std::string& file) : sheets_("spreadsheetml", file) {}

  Result<GridDocument> read(const pugi::xml_node& workbook) {
    for (const pugi::xml_node& style : child(workbook, "Styles").children()) {
      styles_[attribute(style, "ID").value()] = style;
    }
    for (const pugi::xml_node& sheet : workbook.children()) {
      if (local(sheet) != "Worksheet") {
        continue;
      }
      const std::string name = attribute(sheet, "Name").value();
      const std::string_view visible =
          child(child(sheet, "WorksheetOptions"), "Visible").text().get();
      if (visible == "SheetHidden" || visible == "SheetVeryHidden") {
        sheets_.pass_over(name);
        continue;
      }
      sheets_.begin(name);
      const pugi::xml_node setup = child(child(sheet, "WorksheetOptions"), "PageSetup");
      for (std::string& line : print_head(attribute(child(setup, "Header"), "Data").value())) {
        sheets_.head(std::move(line));
      }
      if (!read_table(child(sheet, "Table")) || !sheets_.end()) {
        return fail(*sheets_.problem());
      }
    }
    return sheets_.take();
  }

 private:
  [[nodiscard]] NumberFormat format_of(std::string style) const {
    for (int i = 0; i < deepest_parent; ++i) {
      const auto found = styles_.find(style);
      if (found == styles_.end()) {
        return {};
      }
      if (const auto format = attribute(child(found->second, "NumberFormat"), "Format")) {
        return named_format(format.value());
      }
      style = attribute(found->second, "Parent").value();
    }
    return {};
  }

  [[nodiscard]] bool is_struck(std::string style) const {
    for (int i = 0; i < deepest_parent; ++i) {
      const auto found = styles_.find(style);
      if (found == styles_.end()) {
        return false;
      }
      if (const auto said = attribute(child(found->second, "Font"), "StrikeThrough")) {
        return said.as_bool();
      }
      style = attribute(found->second, "Parent").value();
    }
    return false;
  }

  /// What the cell holds, less what is struck through.
  [[nodiscard]] std::string left_of(const pugi::xml_node& cell, const std::string& style,
                                    std::size_t row, std::size_t column) {
    StruckText struck;
    std::string text = value_of(cell, style, row, column, struck);
    if (!text.empty() && is_struck(style)) {
      struck.add(text);
      text.clear();
    }
    sheets_.struck(row, column, struck);
    return text;
  }

  [[nodiscard]] std::string value_of(const pugi::xml_node& cell, const std::string& style,
                                     std::size_t row, std::size_t column, StruckText& struck) {
    const pugi::xml_node data = child(cell, "Data");
    const std::string_view type = attribute(data, "Type").value();
    if (type == "Error") {
      sheets_.without_value(row, column, NoValue::error);
      return {};
    }
    if (!data && attribute(cell, "Formula")) {
      sheets_.without_value(row, column, NoValue::not_computed);
    }
    std::string text = text_in(data, struck);
    if (type == "Number") {
      return number_text(text, format_of(style));
    }
    if (type == "Boolean") {
      return logical_text(text);
    }
    return type == "DateTime" ? day_of(text) : text;
  }

  /// Columns' styles, for cells that say none.
  void read_columns(const pugi::xml_node& table) {
    column_styles_.clear();
    std::size_t column = 0;
    for (const pugi::xml_node& node : table.children()) {
      if (local(node) != "Column") {
        continue;
      }
      if (const std::size_t said = count_of(node, "Index"); said > 0) {
        column = said - 1;
      }
      const std::size_t end =
          std::min(column + 1 + count_of(node, "Span"), SheetGrids::most_columns);
      for (std::size_t c = column; count_of(node, "Hidden") > 0 && c < end; ++c) {
        sheets_.hide_column(c);
      }
      if (const auto style = attribute(node, "StyleID")) {
        column_styles_.resize(std::max(column_styles_.size(), end));
        for (; column < end; ++column) {
          column_styles_[column] = style.value();
        }
      }
      column = std::max(column, end);
    }
  }

  [[nodiscard]] std::string style_of(const pugi::xml_node& row, const pugi::xml_node& cell,
                                     std::size_t column) const {
    for (const pugi::xml_node& node : {cell, row}) {
      if (const auto style = attribute(node, "StyleID")) {
        return style.value();
      }
    }
    const bool has_own = column < column_styles_.size() && !column_styles_[column].empty();
    return has_own ? column_styles_[column] : "Default";
  }

  bool read_table(const pugi::xml_node& table) {
    read_columns(table);
    std::vector<std::size_t> busy;  // rows below that each column is taken for
    std::size_t r = 0;
    for (const pugi::xml_node& row : table.children()) {
      if (local(row) != "Row") {
        continue;
      }
      if (const std::size_t said = count_of(row, "Index"); said > 0) {
        r = said - 1;
      }
      if (count_of(row, "Hidden") > 0) {
        sheets_.hide_row(r);  // those of its Span have no cells
      }
      std::size_t c = 0;
      for (const pugi::xml_node& cell : row.children()) {
        if (local(cell) == "Cell" && !read_cell(row, cell, r, c, busy)) {
          return false;
        }
      }
      r += 1 + count_of(row, "Span");
    }
    return true;
  }

  /// `c` is the column behind the cell before, and then behind this one.
  bool read_cell(const pugi::xml_node& row, const pugi::xml_node& cell, std::size_t r,
                 std::size_t& c, std::vector<std::size_t>& busy) {
    if (const std::size_t said = count_of(cell, "Index"); said > 0) {
      c = said - 1;
    } else {
      // Columns that a cell above reaches down into have no cell here.
      while (c < busy.size() && busy[c] > r) {
        ++c;
      }
    }
    if (c >= SheetGrids::most_columns) {
      return true;
    }
    const std::size_t width =
        1 + std::min(count_of(cell, "MergeAcross"), SheetGrids::most_columns - c - 1);
    const std::size_t height = 1 + count_of(cell, "MergeDown");
    const std::string text = left_of(cell, style_of(row, cell, c), r, c);
    if (!text.empty() && c < busy.size() && busy[c] > r) {
      // LibreOffice counts columns wrongly behind blank cells: what it writes there
      // would be lost, or come to stand under another heading.
      return sheets_.refuse(r, c, {BD_TR("the cell lies under a merged one"), {}},
                            {BD_TR("open it and save it as XLSX"), {}});
    }
    if (!sheets_.add(r, c, text)) {
      return false;
    }
    if (width > 1 || height > 1) {
      sheets_.merge({r, c, height, width});
      busy.resize(std::max(busy.size(), c + width), 0);
      std::fill_n(busy.begin() + static_cast<std::ptrdiff_t>(c), width, r + height);
    }
    c += width;
    return true;
  }

  SheetGrids sheets_;
  std::map<std::string, pugi::xml_node> styles_;
  std::vector<std::string> column_styles_;
};

}  // namespace

Result<GridDocument> spreadsheetml_grids(const std::string& text, const std::string& file) {
  pugi::xml_document document;
  if (auto problem = xml_problem(read_xml(text, document, pugi::encoding_utf8), file)) {
    return fail(*std::move(problem));
  }
  return Workbook(file).read(document.document_element());
}

}  // namespace budgetdiff::import
