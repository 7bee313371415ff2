#pragma once

/// What the pages of a Word document say at their top (w:hdr), which a reader sees above a table as
/// well as a line of the text.

#include "import/xlsx/zip_parts.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {

/// Of each section in the document's order: the lines at the top of its first page, then of the
/// others, each once. A section that has none of its own has those of the one before; none stand
/// there where they are the same as in the section before.
[[nodiscard]] std::vector<std::vector<std::string>> page_heads(ZipParts& archive,
                                                               const pugi::xml_node& document);

/// Whether a section ends with a paragraph.
[[nodiscard]] bool ends_section(const pugi::xml_node& paragraph);

}  // namespace budgetdiff::import
