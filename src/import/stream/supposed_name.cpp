#include "import/stream/supposed_name.hpp"

#include "import/paste/plain_rows.hpp"
#include "import/stream/form_parts.hpp"
#include "import/stream/value_text.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

bool may_be_name(const StreamToken& token, const RepeatedWords& repeated) {
  constexpr std::size_t shortest = 4;
  const std::u32string& text = token.text;
  return text.size() >= shortest && text.find_first_of(U"，。；：") == text.npos &&
         fit_of_value(text, Role::project_name) < 1 && !repeated.has(text) &&
         fit_of_value(text, Role::department) > 0 &&
         look_up_header(to_utf8(text)).role == Role::none &&
         std::any_of(text.begin(), text.end(), is_cjk);
}

}  // namespace

std::optional<FormLabels> supposed_name(const std::vector<Line>& lines,
                                        const std::vector<StreamToken>& tokens,
                                        const RepeatedWords& repeated) {
  std::size_t label = 0;
  while (label < tokens.size() && !is_name_label(tokens, label)) {
    ++label;
  }
  if (label == tokens.size()) {
    return std::nullopt;
  }
  std::size_t name = label + 1;
  if (name == tokens.size() || !may_be_name(tokens[name], repeated)) {
    name = 0;
    while (name < tokens.size() &&
           !(tokens[name].starts_line && may_be_name(tokens[name], repeated) &&
             !is_form_heading(lines[tokens[name].line]))) {
      ++name;
    }
  }
  if (name == tokens.size()) {
    return std::nullopt;
  }
  FormLabels out;
  PastedRow row;
  for (const std::size_t i : {label, name}) {
    row.cells.push_back(cell_of(lines, tokens, i, i + 1, 0, 0).lines);
  }
  out.doubts.push_back(row.cells.back().front().place);
  out.rows.push_back(std::move(row));
  return out;
}

}  // namespace budgetdiff::import
