#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <vector>

/// What titles say: which table it is, of which year and stage.

namespace budgetdiff::import {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The spelling of a title without what stands in brackets (含转移支付项目).
std::string outside_brackets(std::string_view line) {
  std::string out;
  int depth = 0;
  for (const char c : header_spelling(line)) {
    if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}') {
      depth = std::max(0, depth - 1);
    } else if (depth == 0) {
      out += c;
    }
  }
  return out;
}

}  // namespace

bool is_table_title(std::string_view line) {
  if (line.size() > 300) {
    return false;
  }
  const std::string text = outside_brackets(line);
  constexpr auto ends = std::to_array<std::string_view>(
      {"绩效目标表", "绩效目标申报表", "绩效目标批复表", "绩效目标公开表", "绩效目标情况表",
       "绩效目标自评表", "绩效目标一览表", "绩效目标汇总表", "绩效目标明细表", "绩效信息表"});
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

std::optional<std::string_view> stage_in(std::string_view text) {
  const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  if (has("决算")) {
    return stage::final_accounts;
  }
  if (has("调整预算") || has("预算调整") || has("调整后预算") || has("调整方案")) {
    return stage::adjusted;
  }
  if (has("年初预算") || has("部门预算") || has("年预算")) {
    return stage::budget;
  }
  return std::nullopt;
}

std::optional<int> year_in(std::string_view text) {
  struct Run {
    std::size_t begin;
    std::size_t end;
  };
  // Width alone is folded: white space keeps a page's number from its year.
  std::string folded;
  for (const char32_t c : to_code_points(text)) {
    append_utf8(folded, c >= U'０' && c <= U'９' ? c - U'０' + U'0' : c);
  }
  std::vector<Run> years;
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_digit(folded[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < folded.size() && is_digit(folded[at])) {
      ++at;
    }
    const std::string_view digits = std::string_view(folded).substr(begin, at - begin);
    if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"))) {
      years.push_back({begin, at});
    }
  }
  const auto joins = [&](const Run& a, const Run& b) {
    std::string_view between = std::string_view(folded).substr(a.end, b.begin - a.end);
    if (between.starts_with("年")) {
      between.remove_prefix(std::string_view("年").size());
    }
    return between == "-" || between == "~" || between == "—" || between == "–" ||
           between == "至" || between == "——" || between == "--";
  };
  for (std::size_t i = 0; i < years.size(); ++i) {
    const bool in_span = (i > 0 && joins(years[i - 1], years[i])) ||
                         (i + 1 < years.size() && joins(years[i], years[i + 1]));
    if (!in_span) {
      int year = 0;
      for (std::size_t at = years[i].begin; at < years[i].end; ++at) {
        year = year * 10 + (folded[at] - '0');
      }
      return year;
    }
  }
  return std::nullopt;
}

}  // namespace budgetdiff::import
