#pragma once

/// OpenDocument files (.ods, .odt and their templates): a zip archive whose part content.xml
/// holds all of the document's own text, and styles.xml the styles that have names.

#include "import/xml/xml_tree.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// An archive of OpenDocument, whatever it holds.
[[nodiscard]] bool looks_like_odf(std::string_view bytes);

/// The tree of content.xml. No other part is unpacked. Errors: broken, encrypted or oversized
/// files, a document type (DTD).
[[nodiscard]] Result<pugi::xml_document> odf_content(std::string_view bytes,
                                                     const std::string& file);

/// The tree of styles.xml; an empty one where it is missing or broken, as no text stands in it.
[[nodiscard]] pugi::xml_document odf_styles(std::string_view bytes);

}  // namespace budgetdiff::import
