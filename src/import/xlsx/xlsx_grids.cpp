#include "import/xlsx/xlsx_grids.hpp"

#include "import/text/source_lines.hpp"
#include "import/xlsx/number_text.hpp"
#include "import/xlsx/zip_parts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Spreadsheet programs stop at 32,767 letters.
constexpr std::size_t largest_cell = std::size_t{1} << 20U;
constexpr std::size_t most_text = std::size_t{256} << 20U;
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t most_rows = 1'048'576;

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

std::string to_cell_name(std::size_t row, std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row + 1);
}

/// Text of <t> elements, by itself and in runs <r>; phonetic hints left out.
void rich_text(const pugi::xml_node& node, std::string& out) {
  for (const pugi::xml_node& one : node.children()) {
    if (local(one) == "t") {
      out += one.text().get();
    } else if (local(one) == "r") {
      out += child(one, "t").text().get();
    }
  }
}

class Workbook {
 public:
  Workbook(ZipParts& archive, const std::string& file) : archive_(archive), file_(file) {}

  Result<GridDocument> read() {
    pugi::xml_document workbook;
    if (!load("xl/workbook.xml", workbook)) {
      return archive_.problem()
                 ? fail(*archive_.problem())
                 : fail(Error{file_,
                              {},
                              {BD_TR("the archive is no XLSX or DOCX document"), {}},
                              {BD_TR("save the document as XLSX, DOCX, PDF, HTML or CSV"), {}}});
    }
    read_relations();
    read_shared_strings();
    read_styles();
    GridDocument out;
    out.importer = "xlsx";
    for (const pugi::xml_node& sheet : child(workbook.document_element(), "sheets").children()) {
      const std::string name = sheet.attribute("name").value();
      const std::string_view state = sheet.attribute("state").value();
      if (state == "hidden" || state == "veryHidden") {
        Place place;
        place.sheet = name;
        out.findings.push_back({"sheet-passed-over",
                                Severity::note,
                                place,
                                "",
                                {BD_TR("the sheet {0} is hidden and was passed over"), {name}}});
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
        read_sheet(target->second, name, out);
      }
      if (archive_.problem()) {
        return fail(*archive_.problem());
      }
    }
    if (archive_.problem()) {
      return fail(*archive_.problem());
    }
    return out;
  }

 private:
  void too_large(const std::string& part) { archive_.too_large(part); }

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
      std::string text;
      rich_text(item, text);
      strings_.push_back(std::move(text));
    }
  }

  void read_styles() {
    pugi::xml_document document;
    if (!load("xl/styles.xml", document)) {
      return;
    }
    std::map<int, NumberFormat> codes{{2, {2, false}},  {4, {2, false}},  {9, {0, true}},
                                      {10, {2, true}},  {39, {2, false}}, {40, {2, false}},
                                      {43, {2, false}}, {44, {2, false}}};
    for (const pugi::xml_node& one : child(document.document_element(), "numFmts").children()) {
      codes[one.attribute("numFmtId").as_int()] =
          number_format(one.attribute("formatCode").value());
    }
    for (const pugi::xml_node& one : child(document.document_element(), "cellXfs").children()) {
      const auto found = codes.find(one.attribute("numFmtId").as_int());
      formats_.push_back(found == codes.end() ? NumberFormat{} : found->second);
    }
  }

  [[nodiscard]] std::string value_of(const pugi::xml_node& cell) const {
    const std::string_view type = cell.attribute("t").value();
    std::string value = child(cell, "v").text().get();
    if (type == "s") {
      std::size_t index = 0;
      for (const char c : value) {
        if (c < '0' || c > '9' || index > strings_.size()) {
          return {};
        }
        index = index * 10 + static_cast<std::size_t>(c - '0');
      }
      return index < strings_.size() ? strings_[index] : std::string();
    }
    if (type == "inlineStr") {
      std::string text;
      rich_text(child(cell, "is"), text);
      return text;
    }
    if (type == "str" || type == "b") {
      return value;
    }
    if (type == "e") {
      return {};
    }
    const auto style = static_cast<std::size_t>(cell.attribute("s").as_uint());
    return number_text(value, style < formats_.size() ? formats_[style] : NumberFormat{});
  }

  /// Columns that the sheet does not show.
  static std::set<std::size_t> hidden_columns(const pugi::xml_node& sheet) {
    std::set<std::size_t> out;
    for (const pugi::xml_node& one : child(sheet, "cols").children()) {
      if (!one.attribute("hidden").as_bool()) {
        continue;
      }
      const std::size_t last = std::min<std::size_t>(one.attribute("max").as_uint(), most_columns);
      for (std::size_t c = std::max(one.attribute("min").as_uint(), 1U); c <= last; ++c) {
        out.insert(c - 1);
      }
    }
    return out;
  }

  static bool is_hidden(const pugi::xml_node& row) {
    const pugi::xml_attribute height = row.attribute("ht");
    return row.attribute("hidden").as_bool() || (!height.empty() && height.as_double() == 0.0);
  }

  void read_sheet(const std::string& part, const std::string& name, GridDocument& out) {
    pugi::xml_document document;
    if (!load(part, document)) {
      archive_.broken();
      return;
    }
    const pugi::xml_node sheet = document.document_element();
    std::map<std::pair<std::size_t, std::size_t>, Cell> cells;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t next_row = 0;
    const std::set<std::size_t> hidden = hidden_columns(sheet);
    std::size_t passed = 0;
    for (const pugi::xml_node& row : child(sheet, "sheetData").children()) {
      std::size_t next_column = 0;
      const std::size_t said = row.attribute("r").as_uint();
      const std::size_t r = said > 0 ? said - 1 : next_row;
      next_row = r + 1;
      for (const pugi::xml_node& node : row.children()) {
        CellName at{r, next_column};
        if (const auto named = cell_name(node.attribute("r").value())) {
          at = *named;
        }
        next_column = at.column + 1;
        const std::string text = value_of(node);
        if (text.empty() || at.row >= most_rows || at.column >= most_columns) {
          continue;
        }
        if (is_hidden(row) || hidden.contains(at.column)) {
          ++passed;
          continue;
        }
        Cell cell;
        cell.row = at.row;
        cell.column = at.column;
        cell.place.sheet = name;
        cell.place.cell = to_cell_name(at.row, at.column);
        text_ += text.size();
        if (text.size() > largest_cell) {
          archive_.refuse(cell.place, {BD_TR("the cell holds more than {0} KB of text"),
                                       {std::to_string(largest_cell >> 10U)}});
          return;
        }
        if (text_ > most_text) {
          too_large(part);
          return;
        }
        cell.lines = text_lines(to_code_points(to_nfc(text)), cell.place);
        rows = std::max(rows, at.row + 1);
        columns = std::max(columns, at.column + 1);
        cells[{at.row, at.column}] = std::move(cell);
        if (++filled_ > Grid::most_filled) {
          too_large(part);
          return;
        }
      }
    }
    if (passed > 0) {
      Place place;
      place.sheet = name;
      out.findings.push_back({"cells-hidden",
                              Severity::note,
                              place,
                              "",
                              {BD_TR("{0} cells stand in hidden rows or columns of the sheet and "
                                     "were passed over"),
                               {std::to_string(passed)}}});
    }
    if (cells.empty()) {
      return;
    }
    if (rows > Grid::most_positions / columns) {
      too_large(part);
      return;
    }
    Grid grid(rows, columns);
    grid.place.sheet = name;
    for (const pugi::xml_node& merged : child(sheet, "mergeCells").children()) {
      const std::string_view area = merged.attribute("ref").value();
      const std::size_t colon = area.find(':');
      if (colon == std::string_view::npos) {
        continue;
      }
      const auto from = cell_name(area.substr(0, colon));
      const auto to = cell_name(area.substr(colon + 1));
      const auto found = from ? cells.find({from->row, from->column}) : cells.end();
      if (!to || found == cells.end() || to->row < from->row || to->column < from->column) {
        continue;
      }
      found->second.rows = to->row - from->row + 1;
      found->second.columns = to->column - from->column + 1;
    }
    for (auto& [place, cell] : cells) {
      grid.add(std::move(cell));
    }
    out.blocks.emplace_back(std::move(grid));
  }

  ZipParts& archive_;
  const std::string& file_;
  std::size_t filled_ = 0;  ///< cells of all sheets
  std::size_t text_ = 0;    ///< bytes of their texts: one string may fill many cells
  std::map<std::string, std::string> relations_;
  std::vector<std::string> strings_;
  std::vector<NumberFormat> formats_;
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
