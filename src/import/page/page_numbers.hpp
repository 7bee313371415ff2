#pragma once

/// The numbers of pages: what they look like, and where a document has them.

#include "import/page/lines.hpp"
#include "import/page/page_content.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Heights of one line on several pages, in points.
inline constexpr double same_height_on_pages = 3.0;
/// Pages that must repeat a line before it is furniture.
inline constexpr std::size_t least_repeating_pages = 3;

/// A page number, alone in its line: 12, - 12 -, 第12页, 12/60, Page 3 of 9.
[[nodiscard]] bool is_page_number(std::u32string_view text);

/// 第4页，共8页: no other text looks so. `text` has no white space.
[[nodiscard]] bool counts_pages(std::u32string_view text);

/// Inside a table that is drawn with lines.
[[nodiscard]] bool is_ruled_at(const PdfPage& page, double middle);

/// The number of a page, however wide its margins: the last line or the first, with signs on both
/// sides that no figure has, or a number that pages count at one place.
struct PageNumber {
  std::size_t page;  ///< index
  double middle;
  double size;
};
[[nodiscard]] std::vector<PageNumber> counted_pages(const std::vector<PdfPage>& pages);

/// Where the pages of a document have their numbers, with the signs that tell a number of a page
/// from a figure (第 3 页, - 3 -).
class NumberPlaces {
 public:
  void add(const PdfLine& line);

  /// Takes the number of a page out of the cell that it stands in: a row may be so high that it
  /// runs over the page's foot. Others have theirs in the same place and outside of their tables.
  void take_out(PdfPage& page) const;

 private:
  struct Place {
    double middle;
    double left;
    double right;
    std::size_t pages;
  };

  std::vector<Place> places_;
};

}  // namespace budgetdiff::import
