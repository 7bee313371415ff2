#include "import/pdf/turned_places.hpp"

#include <algorithm>
#include <map>

namespace budgetdiff::import {
namespace {

/// `b` of a page that was turned as read_pages does it: the other way round.
Box shown(const Box& b, const PdfPage& page) {
  switch (page.turned) {
    case 1:  // the page's text ran down: its width is the height as read
      return {page.height - b.bottom, b.left, page.height - b.top, b.right};
    case 3:
      return {b.top, page.width - b.right, b.bottom, page.width - b.left};
    case 2:
      return {page.width - b.right, page.height - b.bottom, page.width - b.left,
              page.height - b.top};
    default:
      return b;
  }
}

}  // namespace

void turn_back(const std::vector<PdfPage>& pages, ImportedDocument& document) {
  std::map<int, const PdfPage*> turned;
  for (const PdfPage& page : pages) {
    if (page.turned != 0) {
      turned.emplace(page.number, &page);
    }
  }
  if (turned.empty()) {
    return;
  }
  const auto turn = [&](Place& place) {
    if (const auto page = turned.find(place.page); page != turned.end() && place.box) {
      place.box = shown(*place.box, *page->second);
    }
  };
  for (ImportedTable& table : document.tables) {
    for (ProjectPlace& project : table.provenance.projects) {
      turn(project.place);
      std::for_each(project.indicators.begin(), project.indicators.end(), turn);
    }
    for (Finding& finding : table.provenance.findings) {
      turn(finding.place);
    }
  }
}

}  // namespace budgetdiff::import
