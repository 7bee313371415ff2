#pragma once

/// Folders on the command line: the documents in them.

#include <budgetdiff/base/result.hpp>

#include <string>
#include <vector>

namespace budgetdiff::cli {

/// `operands` with each folder replaced by the documents in it and below it, in the
/// order of their paths, numbers in them by value (附件2 before 附件10); what is no folder stays as
/// it is. Documents are told by the endings that readers know, since a folder of downloads holds
/// other things, too; hidden files and links to folders are passed over. A folder without any
/// document and one that cannot be read are errors.
[[nodiscard]] Result<std::vector<std::string>> with_folders_opened(
    const std::vector<std::string>& operands);

}  // namespace budgetdiff::cli
