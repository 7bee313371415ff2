#include "import/content_kind.hpp"

#include <budgetdiff/import/pdf.hpp>
#include <budgetdiff/import/tables.hpp>

#include <algorithm>
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

bool looks_like_html(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  const std::size_t begin = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (begin == std::string::npos || head[begin] != '<') {
    return false;
  }
  return head.find("<!doctype html") != std::string::npos ||
         head.find("<html") != std::string::npos || head.find("<table") != std::string::npos ||
         head.find("<body") != std::string::npos;
}

}  // namespace import
}  // namespace budgetdiff
