#include "import/stream/text_lines.hpp"

#include "import/text/page_structure.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <string>
#include <utility>

namespace budgetdiff::import {

void add_text_lines(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
                    std::size_t begin, std::size_t end, std::vector<Block>& blocks) {
  for (std::size_t at = begin; at < end; ++at) {
    if (at == begin || tokens[at].line != tokens[at - 1].line) {
      const Line& line = lines[tokens[at].line];
      // `部门名称 X` without a colon.
      const bool label = at + 1 < end && !tokens[at + 1].starts_line &&
                         look_up_header(to_utf8(tokens[at].text)).role == Role::department;
      std::u32string text = line.text;
      if (label && text.starts_with(tokens[at].text)) {
        text.insert(tokens[at].text.size(), U"：");
      }
      blocks.emplace_back(TextLine{std::move(text), place_of(line)});
    }
  }
}

}  // namespace budgetdiff::import
