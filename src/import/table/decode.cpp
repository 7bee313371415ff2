#include "import/table/decode.hpp"

#include "import/table/foreign_bytes.hpp"

#include <budgetdiff/text/big5.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <optional>

namespace budgetdiff::import {

Result<std::string> decode_text(std::string_view bytes, const std::string& file) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) {
    bytes.remove_prefix(mark.size());
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    if (std::optional<std::string> text = from_encoding(bytes, Encoding::utf16)) {
      return std::move(*text);
    }
  }
  const std::size_t bad = find_invalid_utf8(bytes);
  if (bad == std::string_view::npos) {
    return std::string(bytes);
  }
  if (bytes.find('\0') == std::string_view::npos && !looks_foreign(bytes)) {
    if (looks_like_big5(bytes)) {
      if (std::optional<std::string> text = from_big5(bytes)) {
        return std::move(*text);
      }
    }
    if (std::optional<std::string> text = from_encoding(bytes, Encoding::gb18030)) {
      return std::move(*text);
    }
  }
  return fail(Error{file,
                    {},
                    {BD_TR("byte {0} is neither UTF-8 nor GB18030"), {std::to_string(bad)}},
                    {BD_TR("save the file as UTF-8"), {}}});
}

}  // namespace budgetdiff::import
