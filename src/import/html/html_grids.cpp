#include "import/html/html_grids.hpp"

#include "import/html/hidden_tables.hpp"
#include "import/html/node_words.hpp"
#include "import/html/nodes.hpp"
#include "import/html/page_depth.hpp"
#include "import/html/shown_nodes.hpp"
#include "import/table/narrow_columns.hpp"
#include "import/text/raised_text.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t largest_page = 64U << 20U;
/// gumbo takes its tree down by recursion; browsers stop at 512.
constexpr int deepest = 1000;
constexpr std::size_t widest_span = 1000;
constexpr std::size_t longest_span = 65'534;

int line_of(const GumboNode* node) {
  return static_cast<int>(is_element(node) ? node->v.element.start_pos.line
                                           : node->v.text.start_pos.line);
}

bool contains_table(const GumboNode* node) {
  for (const GumboNode* child : children(node)) {
    if (is_element(child) && (child->v.element.tag == GUMBO_TAG_TABLE || contains_table(child))) {
      return true;
    }
  }
  return false;
}

std::size_t span(const GumboNode* cell, const char* name, std::size_t most) {
  const std::string_view text = attribute_of(cell, name);
  std::size_t value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp<std::size_t>(value, 1, most);
}

class Page {
 public:
  explicit Page(const GumboNode* root) : root_(root), shown_(root) {}

  GridDocument take() {
    document_.importer = "html";
    walk(root_);
    end_line();
    if (const std::size_t rows = shown_.hidden_rows(); rows > 0) {
      document_.findings.push_back(
          {"cells-hidden",
           Severity::note,
           {},
           "",
           {BD_TR("{0} hidden rows of the page were passed over"), {std::to_string(rows)}}});
    }
    if (const std::size_t pieces = shown_.hidden_pieces(); pieces > 0) {
      document_.findings.push_back(
          {"cells-hidden",
           Severity::note,
           {},
           "",
           {BD_TR("{0} pieces of hidden text were passed over"), {std::to_string(pieces)}}});
    }
    for (Finding& finding : hidden_tables(root_, shown_)) {
      document_.findings.push_back(std::move(finding));
    }
    if (auto struck = shown_.struck().finding()) {
      document_.findings.push_back(*std::move(struck));
    }
    return std::move(document_);
  }

 private:
  void walk(const GumboNode* node, SymbolFont font = SymbolFont::none) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      if (line_ == 0) {
        line_ = line_of(node);
      }
      add_text(text_, as_shown(node->v.text.text, font));
      return;
    }
    if (node->type == GUMBO_NODE_DOCUMENT) {
      for (const GumboNode* child : children(node)) {
        walk(child);
      }
      return;
    }
    if (!is_element(node) || !shown_.shows(node)) {
      return;
    }
    const GumboTag tag = node->v.element.tag;
    if (breaks_line(tag)) {
      end_line();
    }
    if (tag == GUMBO_TAG_TABLE && (!contains_table(node) || is_form(node))) {
      add_table(node);
      add_inner_tables(node);
      return;
    }
    for (const GumboNode* child : children(node)) {
      walk(child, font_of(node, font));
    }
    if (breaks_line(tag)) {
      end_line();
    }
  }

  /// Adds text, behind the number of the item that begins with it.
  void add_shown(std::string& to, std::string_view text) {
    if (!number_.empty() && text.find_first_not_of(" \n\r\t") != text.npos) {
      to += number_;
      number_ = {};
    }
    add_text(to, text);
  }

  static void add_text(std::string& to, std::string_view text) {
    for (const char c : text) {
      to += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
  }

  void end_line() {
    const std::u32string text = published_text(text_);
    if (!without_space(text).empty()) {
      Place place;
      place.line = line_;
      document_.blocks.emplace_back(TextLine{text, place});
    }
    text_.clear();
    line_ = 0;
  }

  void cell_text(const GumboNode* node, std::string& out, SymbolFont font = SymbolFont::none) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      add_shown(out, as_shown(node->v.text.text, font));
      return;
    }
    // A table inside a cell is one of its own.
    if (!is_element(node) || !shown_.shows(node) || node->v.element.tag == GUMBO_TAG_TABLE) {
      return;
    }
    if (node->v.element.tag == GUMBO_TAG_SUP) {
      std::string raised;
      for (const GumboNode* child : children(node)) {
        cell_text(child, raised, font_of(node, font));
      }
      add_raised(out, raised);
      return;
    }
    if (node->v.element.tag == GUMBO_TAG_INPUT) {
      add_shown(out, typed_in(node));
      return;
    }
    if (node->v.element.tag == GUMBO_TAG_IMG) {
      // A sign set as a picture (≥, ☑) says what it is; other pictures only describe themselves.
      const std::u32string sign = without_space(to_code_points(attribute_of(node, "alt")));
      if (sign.size() == 1 && sign.front() > 0x7F && !is_cjk(sign.front())) {
        out += to_utf8(sign);
      }
      return;
    }
    if (breaks_line(node->v.element.tag)) {
      out += '\n';
    }
    const bool is_item = node->v.element.tag == GUMBO_TAG_LI;
    number_ = is_item ? shown_.number_of(node) : number_;
    for (const GumboNode* child : children(node)) {
      cell_text(child, out, font_of(node, font));
    }
    number_ = is_item ? std::string_view() : number_;
    if (breaks_line(node->v.element.tag) && node->v.element.tag != GUMBO_TAG_BR) {
      out += '\n';
    }
  }

  /// Whether a table that holds others is a form and no layout of the page: one of its own cells
  /// labels a project's name.
  bool is_form(const GumboNode* table) {
    std::vector<const GumboNode*> rows;
    find_rows(table, rows);
    return std::any_of(rows.begin(), rows.end(), [this](const GumboNode* row) {
      for (const GumboNode* cell : children(row)) {
        std::string text;
        cell_text(cell, text);
        if (look_up_listed_header(text).role == Role::project_name) {
          return true;
        }
      }
      return false;
    });
  }

  /// The tables inside the cells of one, behind it.
  void add_inner_tables(const GumboNode* node) {
    for (const GumboNode* child : children(node)) {
      if (is_element(child) && child->v.element.tag == GUMBO_TAG_TABLE) {
        walk(child);
      } else if (is_element(child)) {
        add_inner_tables(child);
      }
    }
  }

  /// What a table shows from top to bottom: its first head before all, its first foot behind all,
  /// wherever they are written.
  static std::vector<const GumboNode*> in_shown_order(const GumboNode* node) {
    std::vector<const GumboNode*> out;
    const GumboNode* head = nullptr;
    const GumboNode* foot = nullptr;
    for (const GumboNode* child : children(node)) {
      if (!is_element(child)) {
        continue;
      }
      const GumboTag tag = child->v.element.tag;
      if (tag == GUMBO_TAG_THEAD && head == nullptr) {
        head = child;
        out.insert(out.begin(), child);
      } else if (tag == GUMBO_TAG_TFOOT && foot == nullptr) {
        foot = child;
      } else {
        out.push_back(child);
      }
    }
    if (foot != nullptr) {
      out.push_back(foot);
    }
    return out;
  }

  void find_rows(const GumboNode* node, std::vector<const GumboNode*>& rows) {
    for (const GumboNode* child : in_shown_order(node)) {
      if (!shown_.shows(child)) {
        continue;
      }
      if (child->v.element.tag == GUMBO_TAG_TR) {
        rows.push_back(child);
      } else if (child->v.element.tag == GUMBO_TAG_CAPTION) {
        continue;
      } else {
        find_rows(child, rows);
      }
    }
  }

  void add_table(const GumboNode* table) {
    for (const GumboNode* child : children(table)) {
      if (is_element(child) && child->v.element.tag == GUMBO_TAG_CAPTION) {
        cell_text(child, text_);
        line_ = line_of(child);
        end_line();
      }
    }
    std::vector<const GumboNode*> rows;
    find_rows(table, rows);
    std::vector<Cell> cells;
    std::vector<std::size_t> busy;  // rows below that each column is taken for
    std::size_t columns = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::size_t c = 0;
      for (const GumboNode* node : children(rows[r])) {
        if (!is_element(node) ||
            (node->v.element.tag != GUMBO_TAG_TD && node->v.element.tag != GUMBO_TAG_TH)) {
          continue;
        }
        while (c < busy.size() && busy[c] > r) {
          ++c;
        }
        Cell cell;
        cell.row = r;
        cell.column = c;
        cell.rows = std::min(span(node, "rowspan", longest_span), rows.size() - r);
        cell.columns = span(node, "colspan", widest_span);
        cell.place.line = line_of(node);
        std::string text;
        cell_text(node, text);
        cell.lines = text_lines(published_text(text), cell.place);
        columns = std::max(columns, c + cell.columns);
        if ((columns + 1) > Grid::most_positions / (rows.size() + 1)) {
          return;  // no table that people made
        }
        busy.resize(std::max(busy.size(), c + cell.columns), 0);
        for (std::size_t k = c; k < c + cell.columns; ++k) {
          busy[k] = r + cell.rows;
        }
        c += cell.columns;
        cells.push_back(std::move(cell));
      }
    }
    if (cells.empty()) {
      return;
    }
    Grid grid(rows.size(), narrow_columns(cells, columns));
    grid.flows = true;
    grid.place.line = line_of(table);
    for (Cell& cell : cells) {
      grid.add(std::move(cell));
    }
    document_.blocks.emplace_back(std::move(grid));
  }

  const GumboNode* root_;
  ShownNodes shown_;
  GridDocument document_;
  std::string text_;
  std::string_view number_;  ///< of an item whose text has not begun yet
  int line_ = 0;
};

}  // namespace

Result<GridDocument> html_grids(const std::string& text, const std::string& file) {
  if (text.size() > largest_page || page_depth(text) > deepest) {
    return fail(Error{file,
                      {},
                      {BD_TR("the page is too large or nested too deeply"), {}},
                      {BD_TR("save the part with the table alone"), {}}});
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&options](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, text.data(), text.size()), destroy);
  return Page(output->document).take();
}

}  // namespace budgetdiff::import
