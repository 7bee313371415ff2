#include "import/pdf/turned_places.hpp"

#include "import/table/records.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace budgetdiff::import {
namespace {

/// `b` of a page that was turned as read_pages does it: the other way round.
Box shown(const Box& b, const PdfPage& page, double width) {
  switch (page.turned) {
    case 1:  // the page's text ran down: its width is the height as read
      return {page.height - b.bottom, b.left, page.height - b.top, b.right};
    case 3:
      return {b.top, width - b.right, b.bottom, width - b.left};
    case 2:
      return {width - b.right, page.height - b.bottom, width - b.left, page.height - b.top};
    default:
      return b;
  }
}

}  // namespace

namespace {

/// The place on the page that shows it, of several that were read as one.
void part_back(Place& place, const PdfPage& page, double& width) {
  const PagePart* part = &page.parts.front();
  for (const PagePart& one : page.parts) {
    const bool inside = place.box && (place.box->left + place.box->right) / 2 > one.from;
    part = inside ? &one : part;
  }
  place.page = part->number;
  width = part->width;
  if (place.box) {
    place.box->left -= part->shift;
    place.box->right -= part->shift;
  }
}

/// The pages that show those of a list (1-3, 7), where several were read as one.
std::string shown_pages(std::string_view list, const std::map<int, const PdfPage*>& moved) {
  std::vector<int> out;
  int last = 0;
  bool up_to = false;
  for (std::size_t at = 0; at < list.size();) {
    if (list[at] < '0' || list[at] > '9') {
      up_to = up_to || list[at] == '-';
      ++at;
      continue;
    }
    int number = 0;
    const auto [end, error] = std::from_chars(list.data() + at, list.data() + list.size(), number);
    if (error != std::errc()) {
      return std::string(list);
    }
    for (int page = up_to ? last + 1 : number; page <= number; ++page) {
      const auto found = moved.find(page);
      if (found == moved.end() || found->second->parts.empty()) {
        out.push_back(page);
        continue;
      }
      for (const PagePart& part : found->second->parts) {
        out.push_back(part.number);
      }
    }
    last = number;
    up_to = false;
    at = static_cast<std::size_t>(end - list.data());
  }
  std::sort(out.begin(), out.end());
  return page_list(out);
}

}  // namespace

void turn_back(const std::vector<PdfPage>& pages, ImportedDocument& document) {
  std::map<int, const PdfPage*> moved;
  for (const PdfPage& page : pages) {
    if (page.turned != 0 || !page.parts.empty()) {
      moved.emplace(page.number, &page);
    }
  }
  if (moved.empty()) {
    return;
  }
  const auto turn = [&](Place& place) {
    const auto found = moved.find(place.page);
    if (found == moved.end()) {
      return;
    }
    const PdfPage& page = *found->second;
    double width = page.width;
    if (!page.parts.empty()) {
      part_back(place, page, width);
    }
    if (place.box) {
      place.box = shown(*place.box, page, width);
    }
  };
  for (ImportedTable& table : document.tables) {
    for (ProjectPlace& project : table.provenance.projects) {
      turn(project.place);
      std::for_each(project.indicators.begin(), project.indicators.end(), turn);
    }
    for (Finding& finding : table.provenance.findings) {
      if (finding.code == "pages-used" && !finding.message.args.empty()) {
        finding.message.args.front() = shown_pages(finding.message.args.front(), moved);
      }
      // What is said of a whole page names it as the document does.
      if (!finding.code.starts_with("page-")) {
        turn(finding.place);
      }
    }
  }
}

}  // namespace budgetdiff::import
