#include "import/text/list_end.hpp"

#include "import/text/indicator_list.hpp"

#include <algorithm>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// Whether a break between these characters is one inside a value.
bool breaks_number(char32_t before, char32_t after) {
  constexpr std::u32string_view open = U":：≥≤≧≦＞＜><=＝.,，、（(-~～/";
  return open.find(before) != open.npos ||
         (is_digit(before) &&
          (is_digit(after) || after == '.' || after == ',' || after == '%' || after == U'％'));
}

/// How wide the lines from `begin` to `end` get.
int widest_line(const Flow& flow, const std::vector<Line>& lines, std::size_t begin,
                std::size_t end) {
  int widest = 0;
  for (std::size_t at = begin; at < end; ++at) {
    if (at == begin || flow.starts_line(at)) {
      widest = std::max(widest, width_of(lines[flow.origin[at]].text));
    }
  }
  return widest;
}

}  // namespace

ListEnd end_of_list(const Flow& flow, const std::vector<Line>& lines, std::size_t item,
                    std::size_t limit, const ListSegment& segment) {
  const std::u32string_view text = flow.text;
  const std::vector<Keyword> keywords = find_keywords(text, item, limit);
  const std::size_t value = keywords.empty() ? item : keywords.back().value;
  std::u32string_view period;
  if (keywords.size() >= 2) {
    const Keyword& one = keywords[keywords.size() - 2];
    period = text.substr(one.value, keywords.back().begin - one.value);
    while (!period.empty() && (period.back() == U'；' || period.back() == ';')) {
      period.remove_suffix(1);
    }
    if (!period.empty() && period.back() == U'。') {
      period.remove_suffix(1);
    }
  }
  std::size_t common = 0;  // how much of the period's target the value says again
  while (common < period.size() && value + common < limit &&
         text[value + common] == period[common]) {
    ++common;
  }
  const int full = widest_line(flow, lines, item, limit);
  // The name after the list holds no full stop of its own, as a rule.
  std::size_t last_stop = text.npos;
  for (std::size_t at = value; at < limit; ++at) {
    last_stop = text[at] == U'。' ? at : last_stop;
  }
  ListEnd best{limit, segment.last && limit == flow.size() ? 0 : -1000, false};
  int lines_read = 0;
  int second = -1000;
  for (std::size_t at = std::max<std::size_t>(value, 1); at <= limit; ++at) {
    const bool at_end = at == limit;
    if (!at_end && !flow.starts_line(at)) {
      continue;
    }
    if (at_end && !segment.last && limit == flow.size()) {
      break;
    }
    int score = 0;
    std::u32string_view read = text.substr(value, at - value);
    const bool stop = !read.empty() && read.back() == U'。';
    const std::u32string_view bare = stop ? read.substr(0, read.size() - 1) : read;
    score += stop ? 4 : -std::min(lines_read, 3);
    ++lines_read;
    score -= read.empty() ? 4 : 0;
    if (!period.empty() && common == period.size() && bare.size() == common) {
      score += 7;
    } else if (!period.empty() && !stop && at < limit && read.size() < period.size() &&
               read.size() <= common) {
      score -= 6;  // in the middle of a value that the period's target has whole
    }
    if (at_end) {
      score += 1;  // rather a value of two lines than text behind the table
    } else {
      const Line& next = lines[flow.origin[at]];
      if (segment.indented && !segment.last) {
        score += next.indent >= 2 ? 5 : -2;
      }
      if (last_stop != text.npos && last_stop >= at && !segment.last) {
        score -= 5;
      }
      if (width_of(lines[flow.origin[at - 1]].text) < full - 4) {
        score += 2;  // the line ends early, so a cell ends
      }
      if (!(segment.indented && next.indent >= 2) &&
          breaks_number(text[at - 1], next.text.front())) {
        score -= 6;
      }
      if (next.text.front() == U'。' || next.text.front() == U'；' || next.text.front() == '%' ||
          next.text.front() == U'%') {
        score -= 8;
      }
    }
    if (score > best.score) {
      second = best.score;
      best = {at, score, false};
    } else {
      second = std::max(second, score);
    }
  }
  best.guessed = best.score < 4 && second >= best.score - 1;
  if (best.score == -1000 && last_stop != text.npos && last_stop >= value) {
    best.at = last_stop + 1;  // list and name share their line
  }
  return best;
}

}  // namespace budgetdiff::import
