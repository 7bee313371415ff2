#include "import/other_kinds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace budgetdiff::import {
namespace {

using namespace std::string_view_literals;

enum class Family { picture, archive, document };

struct Kind {
  std::string_view first;
  std::string_view name;
  Family family;
};

constexpr std::array kinds{
    Kind{"\x89PNG\r\n"sv, "PNG"sv, Family::picture},
    Kind{"\xFF\xD8\xFF"sv, "JPEG"sv, Family::picture},
    Kind{"GIF87a"sv, "GIF"sv, Family::picture},
    Kind{"GIF89a"sv, "GIF"sv, Family::picture},
    Kind{"II*\0"sv, "TIFF"sv, Family::picture},
    Kind{"MM\0*"sv, "TIFF"sv, Family::picture},
    Kind{"AT&TFORM"sv, "DjVu"sv, Family::picture},
    Kind{"Rar!\x1A\x07"sv, "RAR"sv, Family::archive},
    Kind{"7z\xBC\xAF\x27\x1C"sv, "7z"sv, Family::archive},
    Kind{"\x1F\x8B\x08"sv, "gzip"sv, Family::archive},
    Kind{"{\\rtf"sv, "RTF"sv, Family::document},
};

Error refusal(const std::string& file, const Kind& kind) {
  const std::string name(kind.name);
  switch (kind.family) {
    case Family::picture:
      return {file,
              {},
              {BD_TR("this is a picture ({0}), which holds no text"), {name}},
              {BD_TR("make it searchable first (OCR), or ask for the original document"), {}}};
    case Family::archive:
      return {file,
              {},
              {BD_TR("this is a packed archive ({0})"), {name}},
              {BD_TR("unpack it and give the documents in it"), {}}};
    case Family::document:
      break;
  }
  return {file,
          {},
          {BD_TR("documents of this kind are not read: {0}"), {name}},
          {BD_TR("save the document as XLSX, DOCX, PDF, HTML or CSV"), {}}};
}

}  // namespace

std::optional<Error> refuse_other_kind(const SourceDocument& source) {
  const std::string_view bytes = source.bytes;
  const auto* const kind = std::find_if(
      kinds.begin(), kinds.end(), [&](const Kind& one) { return bytes.starts_with(one.first); });
  if (kind != kinds.end()) {
    return refusal(source.name, *kind);
  }
  constexpr std::size_t behind_size = 8;
  if (bytes.starts_with("RIFF") && bytes.substr(std::min(behind_size, bytes.size()), 4) == "WEBP") {
    return refusal(source.name, {{}, "WebP", Family::picture});
  }
  return std::nullopt;
}

}  // namespace budgetdiff::import
