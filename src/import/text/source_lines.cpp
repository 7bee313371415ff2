#include "import/text/source_lines.hpp"
#include "import/text/symbol_fonts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

bool ends_line(char32_t c) {
  return c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

int line_number_at(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

Result<void> check_text(std::string_view bytes, std::string_view file) {
  const auto error = [&](Place place, Message what, Message advice) {
    return fail(Error{std::string(file), std::move(place), std::move(what), std::move(advice)});
  };
  if (bytes.empty()) {
    return error(
        {}, {BD_TR("the file is empty"), {}},
        {BD_TR(
             "give the published table as PDF, XLSX, XLS, ODS, DOCX, ODT, HTML, MHT, CSV or text"),
         {}});
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return error(
        {}, {BD_TR("this is no text: byte {0} is zero"), {std::to_string(nul + 1)}},
        {BD_TR(
             "give the published table as PDF, XLSX, XLS, ODS, DOCX, ODT, HTML, MHT or CSV, or as "
             "text in UTF-8"),
         {}});
  }
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    Place place;
    place.line = line_number_at(bytes, bad);
    return error(
        place,
        {BD_TR("the text is neither UTF-8 nor GB18030 at byte {0}"), {std::to_string(bad + 1)}},
        {BD_TR("save it as UTF-8"), {}});
  }
  return {};
}

}  // namespace

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c < 0x20 || c == 0x7F;
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９');
}

int width_of(std::u32string_view text) {
  int width = 0;
  for (const char32_t c : text) {
    width += c >= 0x1100 && (is_cjk(c) || c >= 0x2E80) ? 2 : 1;
  }
  return width;
}

std::u32string without_space(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char32_t c) { return !is_space(c); });
  return out;
}

Result<std::vector<Line>> source_lines(std::string_view bytes, std::string_view file) {
  if (const auto checked = check_text(bytes, file); !checked) {
    return tl::unexpected(checked.error());
  }
  const std::u32string text = published_text(bytes);
  std::vector<Line> lines;
  int number = 1;
  int page = 1;
  bool blank = false;
  bool page_break = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto stop = static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), ends_line) -
        text.begin());
    Line line;
    std::size_t begin = at;
    for (; begin < stop && (is_space(text[begin]) || is_invisible(text[begin])); ++begin) {
      if (text[begin] == '\t') {
        line.indent += 8 - line.indent % 8;
      } else if (!is_invisible(text[begin])) {
        line.indent += text[begin] == 0x3000 ? 2 : 1;
      }
    }
    std::size_t end = stop;
    while (end > begin && (is_space(text[end - 1]) || is_invisible(text[end - 1]))) {
      --end;
    }
    if (begin == end) {
      blank = true;
    } else {
      line.text.reserve(end - begin);
      std::copy_if(text.begin() + static_cast<std::ptrdiff_t>(begin),
                   text.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(line.text),
                   [](char32_t c) { return !is_invisible(c); });
      line.number = number;
      line.page = page;
      line.space_at_end = end < stop;
      line.blank_before = std::exchange(blank, false);
      line.starts_page = std::exchange(page_break, false);
      lines.push_back(std::move(line));
    }
    if (stop == text.size()) {
      break;
    }
    const char32_t ender = text[stop];
    at = stop + 1;
    if (ender == '\r' && at < text.size() && text[at] == '\n') {
      ++at;
    }
    if (ender == '\f') {
      ++page;
      page_break = true;
    } else if (ender != '\v') {
      ++number;
    }
  }
  if (page == 1) {
    for (Line& line : lines) {
      line.page = 0;
    }
  }
  if (lines.empty()) {
    return fail(
        Error{std::string(file),
              {},
              {BD_TR("the file holds nothing but white space"), {}},
              {BD_TR("a PDF of scanned pages gives such a text; look for one with text"), {}}});
  }
  return lines;
}

bool ends_with_any(std::u32string_view text, std::initializer_list<std::u32string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::u32string_view end) { return text.ends_with(end); });
}

}  // namespace budgetdiff::import
