#include "import/table/records.hpp"

#include <algorithm>

namespace budgetdiff::import {

void ProjectText::append_lists(const ProjectText& further) {
  indicators.append(further.indicators);
  typed_lines.insert(typed_lines.end(), further.typed_lines.begin(), further.typed_lines.end());
  for (const CategoryList& more : further.lists) {
    const auto own = std::find_if(lists.begin(), lists.end(), [&](const CategoryList& one) {
      return one.categories == more.categories;
    });
    if (own == lists.end()) {
      lists.push_back(more);
    } else {
      own->text.append(more.text);
    }
  }
}

void TableRecords::add_note(std::u32string_view text) {
  Flow flow;
  flow.append(text, 0);
  const std::string own = published(flow.text);
  if (note.find(own) == std::string::npos) {
    note += (note.empty() ? "" : "\n") + own;
  }
}

void add_once(std::vector<std::string>& words, std::string word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) {
    words.push_back(std::move(word));
  }
}

void say_once(Finding finding, std::vector<Finding>& findings) {
  const bool said = std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
    return one.code == finding.code && one.message == finding.message;
  });
  if (!said) {
    findings.push_back(std::move(finding));
  }
}

std::string page_list(const std::vector<int>& pages) {
  std::string text;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t end = i;
    while (end + 1 < pages.size() && pages[end + 1] == pages[end] + 1) {
      ++end;
    }
    text += (text.empty() ? "" : ", ") + std::to_string(pages[i]);
    if (end > i) {
      text += "-" + std::to_string(pages[end]);
    }
    i = end + 1;
  }
  return text;
}

void say_pages(TableRecords& records) {
  std::vector<int>& pages = records.pages;
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  if (pages.empty()) {
    return;
  }
  Place place;
  place.page = pages.front();
  records.findings.push_back({"pages-used",
                              Severity::note,
                              place,
                              "",
                              {BD_TR("the table was read from page(s) {0}"), {page_list(pages)}}});
}

}  // namespace budgetdiff::import
