#include "cli/document_files.hpp"

#include "cli/operand.hpp"

#include <budgetdiff/base/system_failure.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace budgetdiff::cli {
namespace {

namespace fs = std::filesystem;

bool has_document_ending(const fs::path& path) {
  constexpr auto known =
      std::to_array<std::string_view>({".pdf", ".xlsx", ".xlsm", ".xls", ".docx", ".htm", ".mht",
                                       ".mhtml", ".html", ".csv", ".tsv", ".txt", ".json"});
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(known.begin(), known.end(), ending) != known.end();
}

Result<std::vector<std::string>> documents_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    if (at->path().filename().string().starts_with(".")) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(failure) && has_document_ending(at->path())) {
      files.push_back(at->path().string());
    }
  }
  if (failure) {
    return fail({folder, {}, {BD_TR("cannot be read"), {}}, system_failure(failure.value())});
  }
  if (files.empty()) {
    return fail(
        {folder,
         {},
         {BD_TR("the folder holds no document"), {}},
         {BD_TR("documents end in pdf, xlsx, xls, docx, html, mht, csv, tsv, txt or json"), {}}});
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<std::vector<std::string>> with_folders_opened(const std::vector<std::string>& operands) {
  std::vector<std::string> out;
  for (const std::string& operand : operands) {
    std::error_code failure;
    if (!fs::is_directory(operand, failure)) {
      out.push_back(operand);
      continue;
    }
    auto files = documents_below(operand);
    if (!files) {
      return fail(std::move(files).error());
    }
    out.insert(out.end(), std::make_move_iterator(files->begin()),
               std::make_move_iterator(files->end()));
  }
  return out;
}

}  // namespace budgetdiff::cli
