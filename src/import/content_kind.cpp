#include "import/content_kind.hpp"

#include <budgetdiff/import/pdf.hpp>
#include <budgetdiff/import/tables.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace budgetdiff {

bool looks_like_pdf(std::string_view bytes) {
  // The header may stand a little behind the start; that it is near is the rule
  // readers go by.
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

bool looks_like_compound_file(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0");
}

namespace import {

bool looks_like_workbook(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || looks_like_compound_file(bytes);
}

namespace {

/// The first bytes in small letters, without white space before them.
std::string head_of(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  head.erase(0, std::min(head.find_first_not_of("\xEF\xBB\xBF \t\r\n"), head.size()));
  return head;
}

}  // namespace

bool looks_like_spreadsheetml(std::string_view bytes) {
  const std::string head = head_of(bytes);
  return head.starts_with('<') &&
         (head.find("<workbook") != std::string::npos ||
          head.find(":workbook") != std::string::npos) &&
         head.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos;
}

bool looks_like_flat_odf(std::string_view bytes) {
  const std::string head = head_of(bytes);
  return head.starts_with('<') && head.find(":document ") != std::string::npos &&
         head.find("urn:oasis:names:tc:opendocument:xmlns:office:1.0") != std::string::npos;
}

bool looks_like_mht(std::string_view bytes) {
  const std::string head = head_of(bytes);
  const std::size_t type = head.find("content-type:");
  // A header line comes first, as in a letter.
  const std::size_t name = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz-");
  return type != std::string::npos && name != 0 && head[name] == ':' &&
         head.substr(type, 200).find("multipart/related") != std::string::npos;
}

bool looks_like_html(std::string_view bytes) {
  const std::string head = head_of(bytes);
  if (!head.starts_with('<')) {
    return false;
  }
  // Parts of pages, as sites and editors save them, begin with any element of one.
  constexpr auto begins = std::to_array<std::string_view>(
      {"meta",    "style", "title",  "link", "script", "head",   "h1",   "h2",
       "h3",      "h4",    "p",      "div",  "span",   "center", "font", "section",
       "article", "main",  "header", "b",    "strong", "br",     "hr",   "tbody",
       "tr",      "form",  "ul",     "ol",   "a",      "img",    "base"});
  const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789", 1);
  const std::string_view first = std::string_view(head).substr(1, end == head.npos ? 0 : end - 1);
  if (std::find(begins.begin(), begins.end(), first) != begins.end()) {
    return true;
  }
  return head.find("<!doctype html") != std::string::npos ||
         head.find("<html") != std::string::npos || head.find("<table") != std::string::npos ||
         head.find("<body") != std::string::npos;
}

}  // namespace import
}  // namespace budgetdiff
