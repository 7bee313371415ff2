// docs/findings.md lists every code that the sources use.

#include <gtest/gtest.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace budgetdiff {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

bool is_code(const std::string& text) {
  return text.find('-') != std::string::npos && text.size() > 5 &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

/// Codes as the sources give them: a literal of this shape right before a severity.
std::set<std::string> codes_in_sources() {
  std::set<std::string> out;
  const std::filesystem::path root = BUDGETDIFF_SOURCE_DIR;
  for (const char* const folder : {"src/import", "src/check"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const std::string text = read_file(entry.path());
      for (std::size_t at = text.find("Severity::"); at != std::string::npos;
           at = text.find("Severity::", at + 1)) {
        const std::size_t end = text.rfind('"', at);
        const std::size_t begin = end == std::string::npos ? end : text.rfind('"', end - 1);
        if (begin != std::string::npos && at - end < 24) {
          const std::string code = text.substr(begin + 1, end - begin - 1);
          if (is_code(code)) {
            out.insert(code);
          }
        }
      }
    }
  }
  return out;
}

TEST(FindingsDocument, ListsEveryCode) {
  const std::string document = read_file(BUDGETDIFF_SOURCE_DIR "/docs/findings.md");
  const std::set<std::string> codes = codes_in_sources();
  EXPECT_GT(codes.size(), 20U);
  for (const std::string& code : codes) {
    EXPECT_NE(document.find("| `" + code + "` |"), std::string::npos) << code;
  }
}

}  // namespace
}  // namespace budgetdiff
