#include "import/text/paragraphs.hpp"

#include "import/text/paragraph_marker.hpp"

#include <array>
#include <string_view>

namespace budgetdiff::import {
namespace {

bool may_precede_paragraph(char32_t c) {
  return c == U'。' || c == U'；' || c == ';' || c == U'！' || c == U'？' || c == U'：' ||
         c == ':' || c == U'”' || c == U'…';
}

}  // namespace

std::string published_goal(const Flow& goal) {
  const std::u32string_view text = goal.text;
  struct Found {
    std::size_t at;
    ParagraphMarker marker;
    bool breaks;
  };
  std::vector<Found> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool after_sentence = at == 0 || may_precede_paragraph(text[at - 1]);
    if (!after_sentence && !goal.starts_line(at)) {
      continue;
    }
    if (const auto marker = paragraph_marker(text.substr(at))) {
      const bool counts_on = !found.empty() && found.back().marker.style == marker->style &&
                             found.back().marker.number + 1 == marker->number;
      // Behind no sentence: the next number of those that begin lines, from the text's first on.
      if (!after_sentence && (!counts_on || marker->doubtful || found.front().at > 0 ||
                              found.front().marker.number != 1)) {
        continue;
      }
      if (marker->doubtful && at > 0 && !(counts_on && goal.starts_line(at))) {
        continue;
      }
      found.push_back({at, *marker, goal.starts_line(at)});
    }
  }
  // A style whose later numbers stand inside lines enumerates within the text.
  std::array<bool, 7> runs_on{};  // of each style
  const auto style_of = [](const Found& one) { return static_cast<std::size_t>(one.marker.style); };
  for (const Found& one : found) {
    runs_on[style_of(one)] = runs_on[style_of(one)] || (!one.breaks && one.at > 0);
  }
  std::vector<std::size_t> breaks;
  for (const Found& one : found) {
    if (one.at > 0 && one.breaks && !runs_on[style_of(one)]) {
      breaks.push_back(one.at);
    }
  }
  std::u32string out;
  std::size_t begin = 0;
  for (const std::size_t at : breaks) {
    out += text.substr(begin, at - begin);
    while (out.ends_with(U' ')) {
      out.pop_back();
    }
    out += U'\n';
    begin = at;
  }
  out += text.substr(begin);
  return published(out);
}

}  // namespace budgetdiff::import
