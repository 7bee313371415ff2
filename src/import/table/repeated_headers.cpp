#include "import/table/repeated_headers.hpp"

#include "import/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

struct Repeated {
  Header* header = nullptr;
  std::size_t rows = 0;  ///< below it
};

std::vector<Repeated> headers_of_pages(const std::vector<const Grid*>& grids,
                                       std::vector<GridScan>& scans) {
  std::vector<Repeated> out;
  for (std::size_t i = 0; i < scans.size() && i < grids.size(); ++i) {
    auto& headers = scans[i].headers;
    for (auto at = headers.begin(); grids[i]->place.page > 0 && at != headers.end(); ++at) {
      const auto next = std::next(at);
      const std::size_t end = next == headers.end() ? grids[i]->rows() : next->first;
      const std::size_t begin = at->first + at->second.rows;
      out.push_back({&at->second, end > begin ? end - begin : 0});
    }
  }
  return out;
}

bool says_the_same(const Header& a, const Header& b) {
  return a.groups == b.groups && a.lists_projects() == b.lists_projects() &&
         std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                    [](const Column& one, const Column& other) {
                      return one.header == other.header && one.group == other.group;
                    });
}

bool says_nothing(const Column& column) {
  return column.role == Role::none || column.role == Role::remark;
}

void take_meaning(Header& header, const Header& richer) {
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    const Column& known = richer.columns[c];
    if (!says_nothing(column) || says_nothing(known) || header.has(known.role)) {
      continue;
    }
    std::string unit = std::move(column.unit);  // may be the caption's above this page's table
    column = known;
    column.unit = std::move(unit);
    std::erase(header.unread, column.header);
    std::erase(header.unknown, column.header);
  }
}

}  // namespace

void agree_on_columns(const std::vector<const Grid*>& grids, std::vector<GridScan>& scans) {
  const std::vector<Repeated> all = headers_of_pages(grids, scans);
  for (const Repeated& one : all) {
    const Repeated* richest = &one;
    for (const Repeated& other : all) {
      if (other.rows > richest->rows && says_the_same(*one.header, *other.header)) {
        richest = &other;
      }
    }
    if (richest != &one) {
      take_meaning(*one.header, *richest->header);
    }
  }
}

}  // namespace budgetdiff::import
