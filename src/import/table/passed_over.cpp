#include "import/table/passed_over.hpp"

#include "import/table/scan.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a table holds indicators: what is passed over then may be a lost part.
bool holds_categories(const Grid& grid) {
  constexpr std::ptrdiff_t least = 2;
  return std::count_if(grid.cells().begin(), grid.cells().end(), [](const Cell& cell) {
           const std::u32string text = cell.packed();
           constexpr std::size_t longest = 12;
           return text.size() <= longest && !text.empty() && is_level2_category(to_utf8(text));
         }) >= least;
}

Finding finding(Severity severity, const Place& place, const std::string& words) {
  return {"table-passed-over",
          severity,
          place,
          "",
          {BD_TR("no performance table, passed over: {0}"), {words}}};
}

}  // namespace

bool PassedOver::see_line(const TextLine& line) {
  const std::string text = to_utf8(line.text);
  if (!is_table_title(text) &&
      (!is_any_title(line.text) || look_up_header(text).role != Role::none)) {
    return false;  // 年度绩效指标表 heads a part of a form
  }
  std::string title = to_utf8(without_space(line.text));
  if (is_current(title)) {
    return false;
  }
  end_title();
  next_ = std::move(title);
  next_place_ = line.place;
  return true;
}

void PassedOver::end_title() {
  if (!next_.empty() && !is_table_title(next_)) {
    bare_[next_] = next_place_;
  }
  next_.clear();
}

void PassedOver::use() {
  if (!next_.empty()) {
    current_ = next_;
    used_.insert(std::move(next_));
    next_.clear();
  }
}

void PassedOver::pass_over(const Grid& grid, bool expected) {
  constexpr std::size_t most_cells = 4;
  constexpr std::size_t most_letters = 12;
  std::string words;
  std::size_t cells = 0;
  for (std::size_t row = 0; row < grid.rows() && row < 3 && cells < most_cells; ++row) {
    for (const Cell* cell : grid.filled_cells(row)) {
      if (cells++ < most_cells) {
        words += (words.empty() ? "" : " | ") + to_utf8(cell->packed().substr(0, most_letters));
      }
    }
  }
  if (cells < 2) {
    return;  // a frame around text
  }
  const bool goes_on = next_.empty() && words == last_words_;
  last_words_ = words;
  if (goes_on) {
    return;  // the next page of a table that was named
  }
  const Severity severity =
      !expected && holds_categories(grid) ? Severity::warning : Severity::note;
  findings_.push_back(finding(severity, grid.place, next_.empty() ? words : next_ + ": " + words));
  next_.clear();
}

std::vector<Finding> PassedOver::findings() {
  end_title();
  for (const auto& entry : bare_) {
    const std::string& title = entry.first;
    const bool met = std::any_of(findings_.begin(), findings_.end(), [&](const Finding& one) {
      return one.message.args.front().starts_with(title + ": ");
    });
    if (!met && !used_.contains(title)) {
      findings_.push_back(finding(Severity::note, entry.second, title));
    }
  }
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    return std::pair(a.place.page, a.place.line) < std::pair(b.place.page, b.place.line);
  });
  return std::move(findings_);
}

}  // namespace budgetdiff::import
