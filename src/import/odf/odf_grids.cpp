#include "import/odf/odf_grids.hpp"

#include "import/odf/odf_package.hpp"
#include "import/ods/ods_grids.hpp"
#include "import/odt/odt_grids.hpp"

#include <utility>

namespace budgetdiff::import {
namespace {

Result<GridDocument> grids_of(const pugi::xml_node& document, const pugi::xml_node& styles,
                              const std::string& file) {
  const pugi::xml_node body = child(document, "body");
  if (child(body, "spreadsheet")) {
    return ods_grids(document, file);
  }
  if (child(body, "text")) {
    return odt_grids(document, styles, file);
  }
  return fail(Error{file,
                    {},
                    {BD_TR("documents of this kind are not read: {0}"), {"OpenDocument"}},
                    {BD_TR("save the document as XLSX, DOCX, PDF, HTML or CSV"), {}}});
}

}  // namespace

Result<GridDocument> odf_grids(std::string_view bytes, const std::string& file) {
  const auto content = odf_content(bytes, file);
  if (!content) {
    return fail(content.error());
  }
  pugi::xml_document styles;
  if (child(child(content->document_element(), "body"), "text")) {
    styles = odf_styles(bytes);
  }
  return grids_of(content->document_element(), styles.document_element(), file);
}

Result<GridDocument> flat_odf_grids(const std::string& text, const std::string& file) {
  pugi::xml_document document;
  if (auto problem = xml_problem(read_xml(text, document, pugi::encoding_utf8), file)) {
    return fail(*std::move(problem));
  }
  return grids_of(document.document_element(), {}, file);
}

}  // namespace budgetdiff::import
