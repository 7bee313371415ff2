#include "import/html/hidden_tables.hpp"

#include "import/html/nodes.hpp"
#include "import/table/performance_roles.hpp"
#include "import/text/source_lines.hpp"
#include "import/text/symbol_fonts.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

bool is_cell(const GumboNode* node) {
  return is_element(node) &&
         (node->v.element.tag == GUMBO_TAG_TD || node->v.element.tag == GUMBO_TAG_TH);
}

void add_text(const GumboNode* node, std::u32string& out) {
  if (is_element(node)) {
    for_each_child(node, [&](const GumboNode* child) { add_text(child, out); });
  } else if (node->type != GUMBO_NODE_DOCUMENT && node->type != GUMBO_NODE_COMMENT) {
    out += without_space(published_text(node->v.text.text));
  }
}

struct PageTable {
  std::vector<std::u32string> cells;  ///< their texts without blanks
  int line = 0;
};

class Tables {
 public:
  Tables(const GumboNode* document, const ShownNodes& shown) : shown_(shown) {
    walk(document, false);
  }

  [[nodiscard]] const std::vector<PageTable>& hidden() const { return hidden_; }
  [[nodiscard]] bool shows(const PageTable& table) const { return said_.contains(table.cells); }

 private:
  /// Takes the innermost tables below a node; whether there are any.
  bool walk(const GumboNode* node, bool hidden) {
    bool any = false;
    for_each_child(node, [&](const GumboNode* child) {
      if (!is_element(child)) {
        return;
      }
      const bool left_out = hidden || !shown_.shows(child);
      const bool inner = walk(child, left_out);
      const bool table = child->v.element.tag == GUMBO_TAG_TABLE;
      if (table && !inner) {
        add(child, left_out);
      }
      any = any || inner || table;
    });
    return any;
  }

  void add(const GumboNode* table, bool hidden) {
    PageTable out;
    out.line = static_cast<int>(table->v.element.start_pos.line);
    add_cells(table, out);
    if (hidden) {
      hidden_.push_back(std::move(out));
    } else {
      said_.insert(std::move(out.cells));
    }
  }

  static void add_cells(const GumboNode* node, PageTable& out) {
    for_each_child(node, [&](const GumboNode* child) {
      if (is_cell(child)) {
        std::u32string text;
        add_text(child, text);
        out.cells.push_back(std::move(text));
      } else if (is_element(child)) {
        add_cells(child, out);
      }
    });
  }

  const ShownNodes& shown_;
  std::vector<PageTable> hidden_;
  std::set<std::vector<std::u32string>> said_;
};

/// Whether a table's words are those of projects or indicators: what they are called, what is
/// wanted or spent, and one more.
bool lists_performance(const PageTable& table) {
  constexpr std::size_t least = 3;
  std::set<Role> roles;
  for (const std::u32string& cell : table.cells) {
    const Role role = look_up_listed_header(to_utf8(cell)).role;
    if (role == Role::project_name || is_of_performance(role)) {
      roles.insert(role);
    }
  }
  return roles.size() >= least &&
         (roles.contains(Role::project_name) || roles.contains(Role::level3));
}

/// What the table begins with, for a person who looks for it.
std::string beginning_of(const PageTable& table) {
  constexpr std::size_t most = 4;
  std::string out;
  std::size_t said = 0;
  for (const std::u32string& cell : table.cells) {
    if (!cell.empty() && said++ < most) {
      out += (out.empty() ? "" : " ") + to_utf8(cell);
    }
  }
  return out;
}

}  // namespace

std::vector<Finding> hidden_tables(const GumboNode* document, const ShownNodes& shown) {
  const Tables tables(document, shown);
  std::vector<Finding> out;
  for (const PageTable& table : tables.hidden()) {
    if (!lists_performance(table) || tables.shows(table)) {
      continue;
    }
    Place place;
    place.line = table.line;
    out.push_back({"cells-hidden",
                   Severity::warning,
                   place,
                   "",
                   {BD_TR("the page hides a table of projects or indicators, which was passed "
                          "over: {0}; save the page with that part open"),
                    {beginning_of(table)}}});
  }
  return out;
}

}  // namespace budgetdiff::import
