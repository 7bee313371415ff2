#include "import/xlsx/zip_parts.hpp"

#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Unpacked sizes; a sheet of 140,000 cells has 10 MB.
constexpr std::uint64_t largest_part = 256U << 20U;
constexpr std::uint64_t largest_whole = 512U << 20U;

Error broken_file(const std::string& file) {
  return Error{file,
               {},
               {BD_TR("the file is broken or cut short"), {}},
               {BD_TR("download it again, or open and save it anew"), {}}};
}

}  // namespace

Result<ZipParts> ZipParts::open(std::string_view bytes, const std::string& file) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (opened == nullptr && source != nullptr) {
    zip_source_free(source);
  }
  zip_error_fini(&error);
  if (opened == nullptr) {
    return fail(broken_file(file));
  }
  return ZipParts(Archive(opened, &zip_discard), file);
}

bool ZipParts::has(const std::string& part) const {
  return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

void ZipParts::too_large(const std::string& part) {
  problem_ = Error{file_,
                   {},
                   {BD_TR("the document's part {0} is too large to read"), {part}},
                   {BD_TR("save the part with the table alone"), {}}};
}

void ZipParts::broken() {
  if (!problem_) {
    problem_ = broken_file(file_);
  }
}

std::optional<std::string> ZipParts::unpack(const std::string& part) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), part.c_str(), ZIP_FL_NOCASE, &stat) != 0) {
    return std::nullopt;
  }
  if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > largest_part) {
    too_large(part);
    return std::nullopt;
  }
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> opened(
      zip_fopen_index(archive_.get(), stat.index, 0), &zip_fclose);
  if (!opened) {
    return std::nullopt;
  }
  // What the archive says of a size is not to be trusted: count.
  std::string out;
  std::vector<char> buffer(std::size_t{1} << 16U);
  while (true) {
    const zip_int64_t got = zip_fread(opened.get(), buffer.data(), buffer.size());
    if (got < 0) {
      broken();
      return std::nullopt;
    }
    if (got == 0) {
      break;
    }
    out.append(buffer.data(), static_cast<std::size_t>(got));
    unpacked_ += static_cast<std::uint64_t>(got);
    if (out.size() > largest_part || unpacked_ > largest_whole) {
      too_large(part);
      return std::nullopt;
    }
  }
  return out;
}

bool ZipParts::load(const std::string& part, pugi::xml_document& document) {
  const std::optional<std::string> text = unpack(part);
  if (!text) {
    return false;
  }
  switch (read_xml(*text, document)) {
    case XmlState::read:
      return true;
    case XmlState::document_type:
      problem_ = Error{file_,
                       {},
                       {BD_TR("the document's part {0} declares a document type (DTD), which no "
                              "office program writes"),
                        {part}},
                       {BD_TR("open the document in an office program and save it anew"), {}}};
      break;
    case XmlState::broken:
      broken();
      break;
  }
  document.reset();  // what was read of it before it broke
  return false;
}

}  // namespace budgetdiff::import
