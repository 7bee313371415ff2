#include "import/text/name_marks.hpp"

#include "import/page/header_lines.hpp"
#include "import/table/context.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace budgetdiff::import {
namespace {

/// The words of a line as one text; `between` parts them.
std::u32string text_of(const WordLine& line, std::u32string_view between) {
  std::u32string out;
  for (const PdfWord& word : line.words) {
    out += (out.empty() ? std::u32string_view{} : between);
    out += word.text;
  }
  return out;
}

std::set<std::string> names_in(const std::vector<WordLine>& lines) {
  std::set<std::string> out;
  for (const WordLine& line : lines) {
    for (const Labelled& label : labels_in(text_of(line, U" "))) {
      if (label.role == Role::department && !label.value.empty()) {
        out.insert(label.value);
      }
    }
  }
  return out;
}

bool has_role(const WordLine& line, Role role) {
  return std::any_of(line.words.begin(), line.words.end(), [&](const PdfWord& word) {
    return look_up_listed_header(to_utf8(word.text)).role == role;
  });
}

/// What a line begins or ends, so far as that matters here.
enum class Part { none, form, rows, list };

Part part_of_line(const WordLine& line) {
  const bool project = has_role(line, Role::project_name);
  const bool levels = has_role(line, Role::level3);
  return levels && project ? Part::list : levels ? Part::rows : project ? Part::form : Part::none;
}

}  // namespace

void drop_name_marks(std::vector<PdfPage>& pages) {
  std::set<std::string> names;
  std::vector<std::vector<WordLine>> lines;
  for (const PdfPage& page : pages) {
    lines.push_back(header_lines(page.words));
    names.merge(names_in(lines.back()));
  }
  Part part = Part::none;
  for (std::size_t p = 0; p < pages.size() && !names.empty() && part != Part::list; ++p) {
    for (const WordLine& line : lines[p]) {
      const Part next = part_of_line(line);
      part = next == Part::none ? part : next;
      if (part == Part::list) {
        break;
      }
      const std::u32string text = text_of(line, U"");
      if (part == Part::rows && names.contains(to_utf8(without_space(text)))) {
        std::erase_if(pages[p].words,
                      [&](const PdfWord& word) { return word.line == line.words.front().line; });
      }
    }
  }
}

}  // namespace budgetdiff::import
