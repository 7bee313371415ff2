#pragma once

/// The page of a web archive (MHTML: "单个文件网页"), as Word and Excel save it under the
/// names .mht, .doc and .xls.

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The bytes of the archive's only HTML part, its quoted-printable or base64 undone;
/// pictures and lists of files are left out, nothing is fetched.
/// Errors: no page, several pages (a workbook of several sheets), an encoding that is none
/// of these, an archive cut short.
[[nodiscard]] Result<std::string> mht_page(std::string_view bytes, const std::string& file);

}  // namespace budgetdiff::import
