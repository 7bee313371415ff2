#include "import/xlsx/xlsx_grids.hpp"

#include "import/sheet/number_text.hpp"
#include "import/sheet/print_head.hpp"
#include "import/sheet/sheet_grids.hpp"
#include "import/text/raised_text.hpp"
#include "import/text/symbol_fonts.hpp"
#include "import/xlsx/escaped_text.hpp"
#include "import/xlsx/zip_parts.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_columns = SheetGrids::most_columns;
constexpr std::size_t most_rows = SheetGrids::most_rows;

struct CellName {
  std::size_t row = 0;
  std::size_t column = 0;
};

std::optional<CellName> cell_name(std::string_view text) {
  std::size_t column = 0;
  std::size_t row = 0;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && column <= most_columns; ++at) {
    column = column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
  }
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && row <= most_rows; ++at) {
    row = row * 10 + static_cast<std::size_t>(text[at] - '0');
  }
  if (at != text.size() || column == 0 || row == 0 || column > most_columns || row > most_rows) {
    return std::nullopt;
  }
  return CellName{row - 1, column - 1};
}

/// Whether a font's element <strike> is there and not switched off.
bool is_struck(const pugi::xml_node& font) {
  const pugi::xml_node strike = child(font, "strike");
  return strike && attribute(strike, "val").as_bool(true);
}

/// A cell's text: of its cell's font, and in runs of fonts of their own.
struct RichText {
  std::string text;      ///< all that is not struck through by a run's own font
  std::string own_font;  ///< what of it is in runs of their own fonts
  StruckText struck;     ///< by the runs' own fonts
};

/// Text of <t> elements, by itself and in runs <r>; phonetic hints left out.
RichText rich_text(const pugi::xml_node& node) {
  RichText out;
  for (const pugi::xml_node& one : node.children()) {
    if (local(one) == "t") {
      out.text += unescaped(one.text().get());
    } else if (local(one) == "r") {
      const pugi::xml_node font = child(one, "rPr");
      const std::string text = unescaped(child(one, "t").text().get());
      if (is_struck(font)) {
        out.struck.add(text);
        continue;
      }
      const std::string shown =
          as_shown(text, symbol_font(child(font, "rFont").attribute("val").value()));
      const std::string_view place = child(font, "vertAlign").attribute("val").value();
      if (place == "superscript") {
        add_raised(out.text, shown);
      } else {
        out.text += shown;
      }
      out.own_font += font ? shown : "";
    }
  }
  return out;
}

class Workbook {
 public:
  Workbook(ZipParts& archive, const std::string& file)
      : archive_(archive), file_(file), sheets_("xlsx", file) {}

  Result<GridDocument> read() {
    pugi::xml_document workbook;
    if (!load("xl/workbook.xml", workbook)) {
      if (archive_.problem()) {
        return fail(*archive_.problem());
      }
      if (archive_.has("OFD.xml")) {
        return fail(Error{file_,
                          {},
                          {BD_TR("documents of this kind are not read: {0}"), {"OFD"}},
                          {BD_TR("save it as PDF in its viewer"), {}}});
      }
      return fail(
          Error{file_,
                {},
                {BD_TR("the archive is no XLSX, DOCX or OpenDocument file"), {}},
                {BD_TR("save the document as XLSX, DOCX, PDF, HTML or CSV; if it is an archive of "
                       "documents, unpack it"),
                 {}}});
    }
    const std::string_view from_1904 =
        child(workbook.document_element(), "workbookPr").attribute("date1904").value();
    if (from_1904 == "1" || from_1904 == "true" || from_1904 == "on") {
      dates_ = DateSystem::from_1904;
    }
    compute_at_opening_ =
        child(workbook.document_element(), "calcPr").attribute("fullCalcOnLoad").as_bool();
    read_relations();
    read_shared_strings();
    read_styles();
    for (const pugi::xml_node& sheet : child(workbook.document_element(), "sheets").children()) {
      const std::string name = unescaped(sheet.attribute("name").value());
      const std::string_view state = sheet.attribute("state").value();
      if (state == "hidden" || state == "veryHidden") {
        sheets_.pass_over(name);
        continue;
      }
      std::string id;
      for (const pugi::xml_attribute& attribute : sheet.attributes()) {
        if (std::string_view(attribute.name()).ends_with(":id")) {
          id = attribute.value();
        }
      }
      const auto target = relations_.find(id);
      if (target != relations_.end()) {
        read_sheet(target->second, name);
      }
      if (sheets_.problem()) {
        return fail(*sheets_.problem());
      }
      if (archive_.problem()) {
        return fail(*archive_.problem());
      }
    }
    if (archive_.problem()) {
      return fail(*archive_.problem());
    }
    return sheets_.take();
  }

 private:
  bool load(const std::string& part, pugi::xml_document& document) {
    return archive_.load(part, document);
  }

  void read_relations() {
    pugi::xml_document document;
    if (!load("xl/_rels/workbook.xml.rels", document)) {
      return;
    }
    for (const pugi::xml_node& one : document.document_element().children()) {
      std::string target = one.attribute("Target").value();
      if (target.starts_with('/')) {
        target.erase(0, 1);
      } else {
        target.insert(0, "xl/");
      }
      relations_[one.attribute("Id").value()] = target;
    }
  }

  void read_shared_strings() {
    pugi::xml_document document;
    if (!load("xl/sharedStrings.xml", document)) {
      return;
    }
    for (const pugi::xml_node& item : document.document_element().children()) {
      strings_.push_back(rich_text(item));
    }
  }

  void read_styles() {
    pugi::xml_document document;
    if (!load("xl/styles.xml", document)) {
      return;
    }
    std::map<int, NumberFormat> codes;
    for (const pugi::xml_node& one : child(document.document_element(), "numFmts").children()) {
      codes[one.attribute("numFmtId").as_int()] =
          number_format(unescaped(one.attribute("formatCode").value()));
    }
    std::vector<bool> struck_fonts;
    for (const pugi::xml_node& one : child(document.document_element(), "fonts").children()) {
      struck_fonts.push_back(is_struck(one));
    }
    for (const pugi::xml_node& one : child(document.document_element(), "cellXfs").children()) {
      const int id = one.attribute("numFmtId").as_int();
      const auto found = codes.find(id);
      formats_.push_back(found == codes.end() ? built_in_format(id) : found->second);
      const auto font = static_cast<std::size_t>(one.attribute("fontId").as_uint());
      struck_.push_back(font < struck_fonts.size() && struck_fonts[font]);
    }
  }

  /// What the workbook stores in a cell that is no number.
  [[nodiscard]] RichText text_of(const pugi::xml_node& cell, std::string_view type,
                                 const std::string& value) const {
    if (type == "s") {
      std::size_t index = 0;
      for (const char c : value) {
        if (c < '0' || c > '9' || index > strings_.size()) {
          return {};
        }
        index = index * 10 + static_cast<std::size_t>(c - '0');
      }
      return index < strings_.size() ? strings_[index] : RichText();
    }
    if (type == "inlineStr") {
      return rich_text(child(cell, "is"));
    }
    return {unescaped(value), {}, {}};
  }

  /// What of a cell's text is not struck through.
  [[nodiscard]] std::string left_of(RichText text, const CellName& at, bool struck_cell) {
    sheets_.struck(at.row, at.column, text.struck);
    if (!struck_cell) {
      return std::move(text.text);
    }
    StruckText whole;
    whole.add(text.text);
    sheets_.struck(at.row, at.column, whole);
    return std::move(text.own_font);
  }

  [[nodiscard]] std::string value_of(const pugi::xml_node& cell, const CellName& at) {
    const std::string_view type = cell.attribute("t").value();
    std::string value = child(cell, "v").text().get();
    if (type == "e") {
      sheets_.without_value(at.row, at.column, NoValue::error);
      return {};
    }
    if (child(cell, "f") && !is_computed(type, value)) {
      sheets_.without_value(at.row, at.column, NoValue::not_computed);
      return {};
    }
    const auto style = static_cast<std::size_t>(cell.attribute("s").as_uint());
    const bool struck = style < struck_.size() && struck_[style];
    if (type == "b") {
      return left_of({logical_text(value), {}, {}}, at, struck);
    }
    static const NumberFormat general;
    const NumberFormat& format = style < formats_.size() ? formats_[style] : general;
    if (type == "s" || type == "inlineStr" || type == "str") {
      return shown_text(left_of(text_of(cell, type, value), at, struck), format);
    }
    if (type == "d") {
      const std::optional<std::string> number = date_number(value, dates_);
      if (!number || format.sections.empty() || !format.sections.front().date) {
        return left_of(
            {value.ends_with("T00:00:00") ? value.substr(0, value.size() - 9) : value, {}, {}}, at,
            struck);
      }
      value = *number;
    }
    ShownNumber shown = shown_number(value, format, dates_);
    if (!shown.as_shown) {
      sheets_.not_as_shown(at.row, at.column, format.code);
    }
    return left_of({std::move(shown.text), {}, {}}, at, struck);
  }

  /// Whether a formula's value was stored by a program that worked it out. A text that is
  /// empty is one ("" by =IF(…)).
  [[nodiscard]] bool is_computed(std::string_view type, const std::string& value) const {
    return value.empty() ? type == "str" : !only_zeros_ || !is_zero(value);
  }

  static bool is_zero(std::string_view value) {
    return !value.empty() && value.find_first_not_of("0.") == value.npos;
  }

  /// Whether no formula of the sheet has another value than 0, while the workbook asks for
  /// all to be computed when it is opened: programs that write workbooks and cannot work
  /// formulas out store 0 for each.
  [[nodiscard]] bool has_only_zeros(const pugi::xml_node& data) const {
    if (!compute_at_opening_) {
      return false;
    }
    for (const pugi::xml_node& row : data.children()) {
      for (const pugi::xml_node& cell : row.children()) {
        const std::string_view value = child(cell, "v").text().get();
        if (child(cell, "f") && !value.empty() && !is_zero(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Columns that the sheet does not show.
  void hide_columns(const pugi::xml_node& sheet) {
    for (const pugi::xml_node& one : child(sheet, "cols").children()) {
      if (!one.attribute("hidden").as_bool()) {
        continue;
      }
      const std::size_t last =
          std::min<std::size_t>(one.attribute("max").as_uint(), SheetGrids::most_columns);
      for (std::size_t c = std::max(one.attribute("min").as_uint(), 1U); c <= last; ++c) {
        sheets_.hide_column(c - 1);
      }
    }
  }

  /// What the print of the sheet has above its cells: on its first page, then on others.
  void read_head(const pugi::xml_node& node) {
    std::vector<std::string> lines;
    for (const char* const name : {"firstHeader", "oddHeader"}) {
      const bool shown =
          std::string_view(name) == "oddHeader" || node.attribute("differentFirst").as_bool();
      for (std::string& line :
           print_head(shown ? unescaped(child(node, name).text().get()) : std::string())) {
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
          sheets_.head(line);
          lines.push_back(std::move(line));
        }
      }
    }
  }

  static bool is_hidden(const pugi::xml_node& row) {
    const pugi::xml_attribute height = row.attribute("ht");
    return row.attribute("hidden").as_bool() || (!height.empty() && height.as_double() == 0.0);
  }

  void read_sheet(const std::string& part, const std::string& name) {
    pugi::xml_document document;
    if (!load(part, document)) {
      archive_.broken();
      return;
    }
    const pugi::xml_node sheet = document.document_element();
    sheets_.begin(name);
    std::size_t next_row = 0;
    hide_columns(sheet);
    read_head(child(sheet, "headerFooter"));
    only_zeros_ = has_only_zeros(child(sheet, "sheetData"));
    for (const pugi::xml_node& row : child(sheet, "sheetData").children()) {
      std::size_t next_column = 0;
      const std::size_t said = row.attribute("r").as_uint();
      const std::size_t r = said > 0 ? said - 1 : next_row;
      next_row = r + 1;
      if (is_hidden(row)) {
        sheets_.hide_row(r);
      }
      for (const pugi::xml_node& node : row.children()) {
        CellName at{r, next_column};
        if (const auto named = cell_name(node.attribute("r").value())) {
          at = *named;
        }
        next_column = at.column + 1;
        if (!sheets_.add(at.row, at.column, value_of(node, at))) {
          return;
        }
      }
    }
    for (const pugi::xml_node& merged : child(sheet, "mergeCells").children()) {
      const std::string_view area = merged.attribute("ref").value();
      const std::size_t colon = area.find(':');
      if (colon == std::string_view::npos) {
        continue;
      }
      const auto from = cell_name(area.substr(0, colon));
      const auto to = cell_name(area.substr(colon + 1));
      if (from && to && to->row >= from->row && to->column >= from->column) {
        sheets_.merge(
            {from->row, from->column, to->row - from->row + 1, to->column - from->column + 1});
      }
    }
    sheets_.end();
  }

  ZipParts& archive_;
  const std::string& file_;
  SheetGrids sheets_;
  std::map<std::string, std::string> relations_;
  std::vector<RichText> strings_;
  std::vector<NumberFormat> formats_;
  std::vector<bool> struck_;  ///< of each style: whether its font strikes text through
  DateSystem dates_ = DateSystem::from_1900;
  bool compute_at_opening_ = false;
  bool only_zeros_ = false;  ///< of the formulas of the sheet that is read
};

}  // namespace

Result<GridDocument> xlsx_grids(std::string_view bytes, const std::string& file) {
  auto archive = ZipParts::open(bytes, file);
  if (!archive) {
    return tl::unexpected(std::move(archive.error()));
  }
  return Workbook(*archive, file).read();
}

}  // namespace budgetdiff::import
