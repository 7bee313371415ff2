#pragma once

/// Text of documents and people inside Markdown.

#include <string>
#include <string_view>

namespace budgetdiff {

/// For any place in Markdown but the start of a line: nothing in it is markup,
/// nothing breaks a table's cell, and a host makes no link, mention or reference
/// of it.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace budgetdiff
