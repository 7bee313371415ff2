#include "import/stream/spread_pages.hpp"

#include "import/stream/form_parts.hpp"
#include "import/table/scan.hpp"
#include "import/text/page_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstddef>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

class Pages {
 public:
  Pages(const std::vector<Line>& lines, const Tokens& tokens) : lines_(lines), tokens_(tokens) {}

  std::optional<SpreadPages> run() {
    return take_pages() ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  bool take_pages() {
    for (std::size_t at = 0; at < tokens_.size();) {
      std::size_t end = at + 1;
      while (end < tokens_.size() &&
             lines_[tokens_[end].line].page == lines_[tokens_[at].line].page) {
        ++end;
      }
      Tokens page;
      append(page, tokens_, at, end);
      at = end;
      const std::vector<std::size_t> begins = form_begins(lines_, page);
      for (std::size_t k = 0; k < begins.size(); ++k) {
        const std::size_t part_end = k + 1 < begins.size() ? begins[k + 1] : page.size();
        if (!take_part(page, begins[k], part_end)) {
          return false;
        }
      }
    }
    return !out_.forms.empty();
  }

  bool take_part(const Tokens& page, std::size_t begin, std::size_t end) {
    std::size_t names = 0;
    bool levels = false;
    for (std::size_t i = begin; i < end; ++i) {
      names += is_name_label(page, i) ? 1U : 0U;
      levels = levels || holds_levels(look_up_listed_header(to_utf8(page[i].text)).role);
    }
    if (names > 1) {
      return false;
    }
    if (out_.forms.empty() && !levels) {
      append(out_.before, page, begin, end);  // other tables of a budget (项目 | 预算数)
      return true;
    }
    if (names == 0 && out_.forms.empty()) {
      return false;
    }
    if (names > 0 && (levels || out_.behind.empty())) {
      if (!out_.behind.empty()) {
        return false;  // another kind of table between forms
      }
      out_.forms.emplace_back();
    }
    std::size_t section = begin;
    const auto heads = [&](std::size_t i) {
      const Line& line = lines_[page[i].line];
      return page[i].starts_line && heads_section(without_space(line.text)) && !is_title(line);
    };
    while (section < end && out_.behind.empty() && ((names > 0 && levels) || !heads(section))) {
      ++section;
    }
    append(out_.forms.back(), page, begin, section);
    append(out_.behind, page, section, end);
    return true;
  }

  const std::vector<Line>& lines_;
  const Tokens& tokens_;
  SpreadPages out_;
};

}  // namespace

std::optional<SpreadPages> spread_pages(const std::vector<Line>& lines, const Tokens& tokens) {
  return Pages(lines, tokens).run();
}

}  // namespace budgetdiff::import
