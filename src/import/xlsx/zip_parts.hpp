#pragma once

/// The XML parts of an office document, unpacked in memory and within bounds.
/// No path of the archive is ever used as one, no entity expanded.

#include "import/xml/xml_tree.hpp"

#include <budgetdiff/base/result.hpp>

#include <zip.h>
#include <pugixml.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

class ZipParts {
 public:
  /// `bytes` must outlive the object. Errors: no archive.
  [[nodiscard]] static Result<ZipParts> open(std::string_view bytes, const std::string& file);

  [[nodiscard]] bool has(const std::string& part) const;

  /// Whether the part is there and is XML. A part that is broken, too large or declares a
  /// document type is the document's problem() as well.
  bool load(const std::string& part, pugi::xml_document& document);

  /// Why the document cannot be read, as far as it was.
  [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }
  void too_large(const std::string& part);
  /// Says so, unless something else was wrong before.
  void broken();

 private:
  using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

  ZipParts(Archive archive, std::string file)
      : archive_(std::move(archive)), file_(std::move(file)) {}
  std::optional<std::string> unpack(const std::string& part);

  Archive archive_;
  std::string file_;
  std::uint64_t unpacked_ = 0;
  std::optional<Error> problem_;
};

}  // namespace budgetdiff::import
