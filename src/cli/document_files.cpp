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
  constexpr auto known = std::to_array<std::string_view>(
      {".pdf",   ".xlsx", ".xlsm",  ".xltx", ".xltm", ".xls",  ".xlt",  ".et",
       ".ods",   ".ots",  ".fods",  ".odt",  ".ott",  ".fodt", ".docx", ".docm",
       ".dotx",  ".doc",  ".wps",   ".rtf",  ".ofd",  ".htm",  ".html", ".shtml",
       ".xhtml", ".mht",  ".mhtml", ".csv",  ".tsv",  ".txt",  ".json"});
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(known.begin(), known.end(), ending) != known.end();
}

/// ~$table.xlsx, which Excel and Word keep beside a document that somebody has open, and what
/// Windows keeps in a folder.
bool is_kept_by_system(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini";
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The digits from `at` on without leading zeros; moves `at` behind them.
std::string_view number_at(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') {
    ++at;
  }
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) {
    ++at;
  }
  return text.substr(begin, at - begin);
}

/// By bytes, numbers by their value: 附件2 before 附件10, as people count the parts of
/// one table.
bool counts_before(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const std::string_view one = number_at(a, i);
      const std::string_view other = number_at(b, j);
      if (one != other) {
        return one.size() != other.size() ? one.size() < other.size() : one < other;
      }
    } else if (a[i] != b[j]) {
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
    } else {
      ++i;
      ++j;
    }
  }
  const bool equal = i == a.size() && j == b.size();
  return equal ? a < b : i == a.size();
}

Result<FoundFiles> files_below(const std::string& folder) {
  FoundFiles out;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    if (at->path().filename().string().starts_with(".")) {
      at.disable_recursion_pending();
    } else if (!is_kept_by_system(at->path()) && at->is_regular_file(failure)) {
      (has_document_ending(at->path()) ? out.documents : out.passed_over)
          .push_back(at->path().string());
    }
  }
  if (failure) {
    return fail({folder, {}, {BD_TR("cannot be read"), {}}, system_failure(failure.value())});
  }
  if (out.documents.empty()) {
    return fail(
        {folder,
         {},
         {BD_TR("the folder holds no document"), {}},
         {BD_TR(
              "documents end in pdf, xlsx, xls, ods, docx, odt, html, mht, csv, tsv, txt or json"),
          {}}});
  }
  std::sort(out.documents.begin(), out.documents.end(), counts_before);
  std::sort(out.passed_over.begin(), out.passed_over.end(), counts_before);
  return out;
}

}  // namespace

Result<FoundFiles> with_folders_opened(const std::vector<std::string>& operands) {
  FoundFiles out;
  const auto add = [](std::vector<std::string>& to, std::vector<std::string>& files) {
    to.insert(to.end(), std::make_move_iterator(files.begin()),
              std::make_move_iterator(files.end()));
  };
  for (const std::string& operand : operands) {
    std::error_code failure;
    if (!fs::is_directory(operand, failure)) {
      out.documents.push_back(operand);
      continue;
    }
    auto files = files_below(operand);
    if (!files) {
      return fail(std::move(files).error());
    }
    add(out.documents, files->documents);
    add(out.passed_over, files->passed_over);
  }
  return out;
}

}  // namespace budgetdiff::cli
