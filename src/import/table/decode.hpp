#pragma once

/// Bytes of a text file as UTF-8.

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// UTF-8 with or without byte order mark, UTF-16 with one, Big5 where its bytes show that, else
/// GB18030 (and its subsets GBK and GB2312) where they show nothing else, else an error. `file` is
/// named in it.
[[nodiscard]] Result<std::string> decode_text(std::string_view bytes, const std::string& file);

}  // namespace budgetdiff::import
