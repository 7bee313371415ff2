#include "import/text/page_edges.hpp"

#include "import/page/furniture.hpp"
#include "import/page/page_numbers.hpp"
#include "import/table/context.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>

namespace budgetdiff::import {
namespace {

/// Lines from a page's edge on which print may stand.
constexpr std::size_t nearest = 3;

/// n/m, the number of a page and of pages, at a text's end.
bool ends_with_count(const std::u32string& text) {
  const std::size_t slash = text.rfind(U'/');
  if (slash == text.npos || slash == 0 || slash + 1 == text.size()) {
    return false;
  }
  return is_digit(text[slash - 1]) &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(slash) + 1, text.end(), is_digit);
}

/// Whether a browser printed a line; its address ends with a page's number, as no cell's does.
bool is_printed(const Line& line) {
  const std::u32string text = without_space(line.text);
  return is_browser_line(text) && (is_digit(text.front()) || ends_with_count(text));
}

/// For each line how far it is from the nearer edge of its page; 0 where the text has no pages.
std::vector<std::size_t> from_edges(const std::vector<Line>& lines) {
  std::vector<std::size_t> out(lines.size(), 0);
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && lines[end].page == lines[begin].page) {
      ++end;
    }
    for (std::size_t i = begin; lines[begin].page > 0 && i < end; ++i) {
      out[i] = std::min(i - begin, end - 1 - i);
    }
    begin = end;
  }
  return out;
}

/// Takes lines out; a page's first one that stays begins it.
void erase(std::vector<Line>& lines, const std::vector<bool>& drop) {
  std::vector<Line> out;
  bool starts = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    starts = starts || lines[i].starts_page;
    if (!drop[i]) {
      lines[i].starts_page = starts;
      starts = false;
      out.push_back(std::move(lines[i]));
    }
  }
  if (!out.empty()) {
    lines = std::move(out);
  }
}

void drop_browser_lines(std::vector<Line>& lines) {
  const std::vector<std::size_t> edges = from_edges(lines);
  std::vector<bool> drop(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    drop[i] = edges[i] < nearest && is_printed(lines[i]);
  }
  erase(lines, drop);
}

/// 第4页，共8页 alone in its line, wherever a page ends: what stands above it may be a cell that
/// goes on behind it.
void drop_numbers_of_pages(std::vector<Line>& lines) {
  std::vector<bool> drop(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    drop[i] = counts_pages(without_space(lines[i].text));
  }
  erase(lines, drop);
}

/// The names that labels say of departments.
std::set<std::u32string> labelled_names(const std::vector<Line>& lines) {
  constexpr std::size_t shortest = 3;
  std::set<std::u32string> out;
  for (const Line& line : lines) {
    for (const Labelled& one : labels_in(line.text)) {
      std::u32string name = without_space(to_code_points(one.value));
      if (one.role == Role::department && name.size() >= shortest) {
        out.insert(std::move(name));
      }
    }
  }
  return out;
}

void drop_stamp(std::vector<Line>& lines) {
  constexpr std::size_t most_behind = 8;
  std::map<int, std::size_t> last;  // line of each page
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].page > 0) {
      last[lines[i].page] = i;
    }
  }
  if (last.size() < 2) {
    return;
  }
  const std::u32string text = without_space(lines[last.begin()->second].text);
  const auto differs = [&](const auto& one) {
    return without_space(lines[one.second].text) != text;
  };
  if (std::any_of(last.begin(), last.end(), differs)) {
    return;
  }
  const std::set<std::u32string> names = labelled_names(lines);
  const bool stamp = std::any_of(names.begin(), names.end(), [&](const std::u32string& name) {
    return text.starts_with(name) && text.size() <= name.size() + most_behind;
  });
  std::vector<bool> drop(lines.size(), false);
  for (const auto& [page, line] : last) {
    drop[line] = stamp;
  }
  erase(lines, drop);
}

}  // namespace

void drop_page_edges(std::vector<Line>& lines) {
  drop_browser_lines(lines);
  drop_numbers_of_pages(lines);
  drop_stamp(lines);
}

Result<std::vector<Line>> lines_of_pages(std::string_view bytes, std::string_view file) {
  auto lines = source_lines(bytes, file);
  if (lines) {
    drop_page_edges(*lines);
  }
  return lines;
}

}  // namespace budgetdiff::import
