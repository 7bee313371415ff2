/// import_document(): which reader a document is for, told by its content.

#include <budgetdiff/import/importer.hpp>

#include <array>
#include <string_view>

namespace budgetdiff {
namespace {

struct Kind {
  bool (*is_of_kind)(std::string_view bytes);
  Result<ImportedDocument> (*read)(const SourceDocument&, const ImportOptions&);
};

bool anything(std::string_view /*bytes*/) {
  return true;
}

/// The first that fits reads. A new kind is one line, before the text.
constexpr auto kinds = std::to_array<Kind>({
    {anything, import_text},
});

}  // namespace

Result<ImportedDocument> import_document(const SourceDocument& source,
                                         const ImportOptions& options) {
  for (const Kind& kind : kinds) {
    if (kind.is_of_kind(source.bytes)) {
      return kind.read(source, options);
    }
  }
  return import_text(source, options);
}

}  // namespace budgetdiff
