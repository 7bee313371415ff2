#pragma once

/// Folders on the command line: the documents in them.

#include <budgetdiff/base/result.hpp>

#include <string>
#include <vector>

namespace budgetdiff::cli {

struct FoundFiles {
  std::vector<std::string> documents;
  std::vector<std::string> passed_over;  ///< in folders: pictures, archives and the like
};

/// `operands` with each folder replaced by the documents in it and below it, in the
/// order of their paths, numbers in them by value (附件2 before 附件10); what is no folder stays as
/// it is. Documents are told by the endings of those that are read, or that tables are published
/// in (.doc, .wps, .et: read_document() says what to do with them), since a folder of downloads
/// holds other things, too, which are `passed_over`; hidden files, what systems keep in folders,
/// and links to folders are not even that. A folder without any document and one that cannot be
/// read are errors.
[[nodiscard]] Result<FoundFiles> with_folders_opened(const std::vector<std::string>& operands);

}  // namespace budgetdiff::cli
