#include "import/odf/odf_package.hpp"

#include "import/xlsx/zip_parts.hpp"

#include <utility>

namespace budgetdiff::import {
namespace {

const char* const content_part = "content.xml";
const char* const manifest_part = "META-INF/manifest.xml";

/// Whether the list of the archive's parts says that one of them is encrypted.
bool is_encrypted(std::string_view bytes) {
  auto archive = ZipParts::open(bytes, "");
  pugi::xml_document manifest;
  if (!archive || archive->has("encrypted-package") || !archive->load(manifest_part, manifest)) {
    return archive && archive->has("encrypted-package");
  }
  for (const pugi::xml_node& entry : manifest.document_element().children()) {
    if (child(entry, "encryption-data")) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool looks_like_odf(std::string_view bytes) {
  const auto archive = ZipParts::open(bytes, "");
  return archive && (archive->has(content_part) || archive->has("encrypted-package")) &&
         archive->has(manifest_part);
}

Result<pugi::xml_document> odf_content(std::string_view bytes, const std::string& file) {
  auto archive = ZipParts::open(bytes, file);
  if (!archive) {
    return tl::unexpected(std::move(archive.error()));
  }
  pugi::xml_document content;
  if (archive->load(content_part, content)) {
    return Result<pugi::xml_document>(std::move(content));
  }
  if (is_encrypted(bytes)) {
    return fail(Error{file,
                      {},
                      {BD_TR("the document is encrypted"), {}},
                      {BD_TR("open it and save it without a password"), {}}});
  }
  archive->broken();
  return fail(*archive->problem());
}

pugi::xml_document odf_styles(std::string_view bytes) {
  const std::string part = "styles.xml";
  auto archive = ZipParts::open(bytes, "");
  pugi::xml_document styles;
  if (!archive || !archive->has(part) || !archive->load(part, styles)) {
    styles.reset();
  }
  return styles;
}

}  // namespace budgetdiff::import
