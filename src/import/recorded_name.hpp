#pragma once

/// The name of a document as provenance has it.

#include "import/identity.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The last part of a path. The name of a file is bytes, and JSON is UTF-8: a name that is
/// no UTF-8 (GBK out of a ZIP of Windows) has its other bytes escaped, `\xba`.
[[nodiscard]] inline std::string recorded_name(std::string_view path) {
  const std::string_view base = base_name(path);
  return find_invalid_utf8(base) == std::string_view::npos ? std::string(base) : printable(base);
}

}  // namespace budgetdiff::import
