#include "import/text/closing_chapters.hpp"

#include "import/table/scan.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_heading = 120;  ///< bytes, blanks left out

/// 第四部分 名词解释; not a line of a table of contents (…… 12).
bool heads_chapter(const std::u32string& line) {
  const std::size_t part = line.find(U"部分");
  constexpr std::size_t longest_number = 4;
  return line.starts_with(U'第') && part != line.npos && part <= longest_number &&
         line.size() > part + 2 && line.find_first_of(U"。；，：…．.") == line.npos &&
         !is_digit(line.back());
}

/// Words that a table of projects, or another one, begins with.
bool heads_table(const std::u32string& line) {
  return line.find(U"项目名称") != line.npos || is_any_title(line);
}

}  // namespace

std::string_view before_closing_chapters(std::string_view text) {
  bool any_table = false;
  std::size_t chapter = std::string_view::npos;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (line.find("部分") != line.npos || line.find("表") != line.npos ||
        line.find("项目名称") != line.npos) {
      const std::u32string packed = without_space(to_code_points(line));
      if (heads_table(packed)) {
        any_table = any_table || packed.find(U"项目名称") != packed.npos;
        chapter = std::string_view::npos;
      } else if (any_table && chapter == std::string_view::npos && line.size() <= longest_heading &&
                 heads_chapter(packed)) {
        chapter = begin;
      }
    }
    begin = end + 1;
  }
  return text.substr(0, std::min(chapter, text.size()));
}

}  // namespace budgetdiff::import
