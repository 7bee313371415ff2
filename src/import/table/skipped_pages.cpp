#include "import/table/skipped_pages.hpp"

#include "import/table/scan.hpp"
#include "import/text/flow.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace budgetdiff::import {
namespace {

struct PageText {
  std::u32string text;
  double widest = 0;
  const TextLine* first = nullptr;
  bool titled = false;
};

}  // namespace

void say_skipped_pages(const GridDocument& document, TableRecords& records) {
  const std::vector<int>& used = records.pages;
  if (used.size() < 2 || used.back() - used.front() < static_cast<int>(used.size())) {
    return;
  }
  std::map<int, PageText> skipped;
  double table = 0;
  const auto is_used = [&](int page) { return std::binary_search(used.begin(), used.end(), page); };
  for (const Block& block : document.blocks) {
    if (const TextLine* const line = std::get_if<TextLine>(&block)) {
      const int page = line->place.page;
      if (page <= used.front() || page >= used.back() || is_used(page) || !line->place.box) {
        continue;
      }
      PageText& on = skipped[page];
      on.first = on.first == nullptr ? line : on.first;
      on.text += line->text;
      on.widest = std::max(on.widest, line->place.box->right - line->place.box->left);
      on.titled = on.titled || heads_section(line->text) || is_any_title(line->text);
    } else if (const Grid& grid = std::get<Grid>(block); !grid.edges.empty()) {
      if (is_used(grid.place.page)) {
        table = std::max(table, grid.edges.back() - grid.edges.front());
      } else {
        skipped[grid.place.page].titled = true;  // another table
      }
    }
  }
  constexpr std::size_t shown = 24;
  for (const auto& [page, on] : skipped) {
    if (!on.titled && on.first != nullptr && on.widest * 2 < table) {
      records.findings.push_back(
          {"text-left-over",
           Severity::warning,
           on.first->place,
           "",
           {BD_TR("page {0} lies between those of the table, and no row was read from it; its "
                  "text was left out: {1}"),
            {std::to_string(page), published(on.text.substr(0, shown))}}});
    }
  }
}

}  // namespace budgetdiff::import
