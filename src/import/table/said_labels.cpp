#include "import/table/said_labels.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 16;

bool is_colon(char32_t c) {
  return c == U':' || c == U'：';
}

/// 项目名称：X；预算金额：Y
bool parts_labels(char32_t c) {
  return is_space(c) || std::u32string_view(U"；;，,、").find(c) != std::u32string_view::npos;
}

Term label_of(std::u32string_view word) {
  return look_up_header(to_utf8(word));
}

/// The parts of a line between wide gaps.
std::vector<std::u32string_view> between_gaps(std::u32string_view line) {
  std::vector<std::u32string_view> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const bool gap = at == line.size() || line[at] == 0x3000 || line[at] == '\t' ||
                     (is_space(line[at]) && at + 1 < line.size() && is_space(line[at + 1]));
    if (!gap) {
      continue;
    }
    if (at > begin) {
      out.push_back(line.substr(begin, at - begin));
    }
    begin = at + 1;
  }
  return out;
}

/// Where the label that ends at `colon` begins, at `from` or behind it; `colon` if none does.
std::size_t label_before(std::u32string_view text, std::size_t from, std::size_t colon) {
  std::size_t at = colon > from + longest_label ? colon - longest_label : from;
  while (at < colon &&
         (is_space(text[at]) || label_of(text.substr(at, colon - at)).role == Role::none)) {
    ++at;
  }
  return at;
}

struct Part {
  std::u32string_view word;
  std::u32string_view value;
};

/// The labels of a part that begins with one; empty where it does not.
std::vector<Part> parts_of(std::u32string_view text) {
  std::vector<Part> out;
  std::size_t free = 0;
  for (std::size_t colon = 0; colon < text.size(); ++colon) {
    if (!is_colon(text[colon])) {
      continue;
    }
    const std::size_t begin = label_before(text, free, colon);
    const bool numbered = colon > 0 && is_digit(text[colon - 1]);  // 目标1：… is a goal's text
    if (out.empty() &&
        (numbered || begin == colon || !without_space(text.substr(0, begin)).empty())) {
      return {};
    }
    if (begin < colon) {
      if (!out.empty()) {
        out.back().value = text.substr(free, begin - free);
        while (!out.back().value.empty() && parts_labels(out.back().value.back())) {
          out.back().value.remove_suffix(1);
        }
      }
      out.push_back({text.substr(begin, colon - begin), text.substr(colon + 1)});
      free = colon + 1;
      const Role role = label_of(out.back().word).role;
      if (role == Role::goal || role == Role::annual_goal) {
        break;
      }
    }
  }
  return out;
}

}  // namespace

std::vector<SaidLabel> said_labels(const Cell& cell) {
  std::vector<SaidLabel> out;
  for (const TextLine& line : cell.lines) {
    for (const std::u32string_view text : between_gaps(line.text)) {
      const std::vector<Part> parts = parts_of(text);
      if (parts.empty() && out.empty()) {
        return {};
      }
      if (parts.empty()) {
        out.back().value.lines.push_back({std::u32string(text), line.place});
      }
      for (const Part& part : parts) {
        SaidLabel said{cell, cell};
        said.label.lines = {{std::u32string(part.word), line.place}};
        said.value.lines = {{std::u32string(part.value), line.place}};
        out.push_back(std::move(said));
      }
    }
  }
  std::erase_if(out, [](const SaidLabel& one) { return one.value.is_blank(); });
  return out;
}

bool begin_project(const std::vector<SaidLabel>& said) {
  // 项目 alone heads the lines of other tables.
  return !said.empty() && said.front().label.packed().size() >= 4 &&
         label_of(said.front().label.packed()).role == Role::project_name;
}

bool says_project(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.empty()) {
    return false;
  }
  // Most cells have no colon so near their beginning.
  const std::vector<TextLine>& lines = cells.front()->lines;
  constexpr std::size_t longest_spaced = 3 * longest_label;
  const std::u32string_view begin =
      std::u32string_view(lines.front().text).substr(0, longest_spaced);
  if (std::none_of(begin.begin(), begin.end(), is_colon)) {
    return false;
  }
  const bool names = begin_project(said_labels(*cells.front()));
  // Beside a value of its own kind the rest of the row is a form's.
  return names && std::all_of(cells.begin() + 1, cells.end(),
                              [](const Cell* cell) { return !said_labels(*cell).empty(); });
}

}  // namespace budgetdiff::import
