#include "import/paste/even_separators.hpp"

#include "import/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t least_in_header = 3;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    out.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == text.npos ? std::string_view{}
                            : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// Whether cells are a header's: mostly known words, among them a name.
bool is_header(const Cells& cells) {
  std::size_t known = 0;
  bool names = false;
  for (const std::string& cell : cells) {
    const Role role = look_up_header(cell).role;
    known += role != Role::none ? 1U : 0U;
    names = names || role == Role::project_name || role == Role::level3;
  }
  return names && known >= least_in_header && known * 2 > cells.size();
}

std::string joined(const Cells& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += (i > 0 ? "\t" : "") + cells[i];
  }
  return out;
}

/// The cells of a line; one where nothing parts it.
Cells between(std::string_view line, std::string_view separator) {
  Cells out;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(separator, begin), line.size());
    out.emplace_back(trimmed(line.substr(begin, end - begin)));
    begin = end + separator.size();
  }
  return out;
}

/// The lines from the first header on with a tab between cells; those above are as they were, since
/// a separator parts no cells there. Nothing where no line is a header.
template <typename CellsOf>
std::optional<std::string> parted_by_tabs(const std::vector<std::string_view>& lines,
                                          CellsOf cells_of) {
  std::string out;
  bool header = false;
  for (const std::string_view line : lines) {
    const Cells cells = cells_of(line);
    header = header || is_header(cells);
    out += (header ? joined(cells) : std::string(line)) + '\n';
  }
  return header ? std::optional(std::move(out)) : std::nullopt;
}

/// A line without the bars at its ends.
std::string_view inside_bars(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with('|')) {
    line.remove_prefix(1);
  }
  if (line.ends_with('|')) {
    line.remove_suffix(1);
  }
  return line;
}

/// |:---|---:|
bool is_rule(std::string_view line) {
  return line.find("--") != line.npos && line.find('|') != line.npos &&
         line.find_first_not_of("|-: ") == line.npos;
}

std::optional<std::string> without_bars(std::vector<std::string_view> lines) {
  std::erase_if(lines, is_rule);
  return parted_by_tabs(lines,
                        [](std::string_view line) { return between(inside_bars(line), "|"); });
}

/// The lengths of the runs of blanks, two at least, inside a line; those at its ends do not count.
std::vector<std::size_t> gaps_in(std::string_view line) {
  line = trimmed(line);
  std::vector<std::size_t> out;
  for (std::size_t at = line.find("  "); at != line.npos; at = line.find("  ", at)) {
    const std::size_t end = line.find_first_not_of(' ', at);
    out.push_back(end - at);
    at = end;
  }
  return out;
}

std::optional<std::string> without_gaps(const std::vector<std::string_view>& lines) {
  constexpr std::size_t least_lines = 3;
  std::size_t gap = 0;
  std::size_t parted = 0;
  for (const std::string_view line : lines) {
    const std::vector<std::size_t> gaps = gaps_in(line);
    parted += gaps.size() > 1 ? 1U : 0U;
    for (const std::size_t one : gaps) {
      if (line.starts_with(' ') || (gap > 0 && one != gap)) {
        return std::nullopt;
      }
      gap = one;
    }
  }
  if (gap == 0 || parted < least_lines) {
    return std::nullopt;
  }
  const std::string blanks(gap, ' ');
  return parted_by_tabs(lines, [&](std::string_view line) { return between(line, blanks); });
}

}  // namespace

std::optional<std::string> with_tabs(std::string_view text) {
  if (text.find('\t') != text.npos || text.find('\f') != text.npos) {
    return std::nullopt;
  }
  const std::vector<std::string_view> lines = lines_of(text);
  if (text.find('|') != text.npos) {
    if (auto out = without_bars(lines)) {
      return out;
    }
  }
  return without_gaps(lines);
}

}  // namespace budgetdiff::import
