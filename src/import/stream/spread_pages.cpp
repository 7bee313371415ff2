#include "import/stream/spread_pages.hpp"

#include "import/stream/form_cuts.hpp"
#include "import/stream/form_parts.hpp"
#include "import/table/scan.hpp"
#include "import/text/page_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
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
    const std::vector<Tokens> parts = parts_of_pages(lines_, tokens_);
    return std::all_of(parts.begin(), parts.end(),
                       [&](const Tokens& part) { return take_part(part); }) &&
           !out_.forms.empty();
  }

  bool take_part(const Tokens& part) {
    std::size_t names = 0;
    bool levels = false;
    for (std::size_t i = 0; i < part.size(); ++i) {
      names += is_name_label(part, i) ? 1U : 0U;
      levels = levels || holds_levels(look_up_listed_header(to_utf8(part[i].text)).role);
    }
    if (names > 1) {
      return false;
    }
    if (out_.forms.empty() && !levels) {
      append(out_.before, part, 0, part.size());  // other tables of a budget (项目 | 预算数)
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
    std::size_t section = 0;
    const auto heads = [&](std::size_t i) {
      const Line& line = lines_[part[i].line];
      return part[i].starts_line && heads_section(without_space(line.text)) && !is_title(line);
    };
    while (section < part.size() && out_.behind.empty() &&
           ((names > 0 && levels) || !heads(section))) {
      ++section;
    }
    append(out_.forms.back(), part, 0, section);
    append(out_.behind, part, section, part.size());
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
