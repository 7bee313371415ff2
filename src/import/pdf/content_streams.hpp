#pragma once

/// The ruled lines of a PDF's pages, through qpdf.

#include "import/page/ruled_lines.hpp"
#include "import/pdf/font_height.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// An opened PDF. Where qpdf cannot read it, every page is without lines.
class ContentStreams {
 public:
  /// `bytes` must outlive the object.
  explicit ContentStreams(std::string_view bytes);
  ~ContentStreams();
  ContentStreams(const ContentStreams&) = delete;
  ContentStreams& operator=(const ContentStreams&) = delete;
  ContentStreams(ContentStreams&&) = delete;
  ContentStreams& operator=(ContentStreams&&) = delete;

  /// A damaged document as it was understood here, and one whose pages show text which a
  /// clip or its colour hides or which stands aslant, without that text, written anew; nothing
  /// where it is sound. Readers mend damage in different ways: what one of them measured another
  /// may not read.
  [[nodiscard]] std::optional<std::string> mended();

  /// The lines of page `index` (from 0) as the page is displayed.
  /// Nothing where the page's content unpacks or nests beyond all measure: no
  /// reader should try it.
  [[nodiscard]] std::optional<Rules> rules_of(std::size_t index);

  /// How many pieces of text stood aslant over the pages that rules_of() has read: they are
  /// taken out.
  [[nodiscard]] std::size_t aslant() const;

  /// The same of text in the page's own colour, which nobody sees.
  [[nodiscard]] std::size_t unseen() const;

  /// The heights of a page's fonts, of those that say them.
  [[nodiscard]] std::vector<FontHeight> font_heights(std::size_t index) const;

  /// Whether a page shows pictures.
  [[nodiscard]] bool has_pictures(std::size_t index) const;

  /// Whether the content of a page, once rules_of() has read it, did not unpack to its
  /// end: what it shows is not all that it held.
  [[nodiscard]] bool is_damaged(std::size_t index) const;

 private:
  struct Opened;
  std::unique_ptr<Opened> opened_;
};

}  // namespace budgetdiff::import
