#include "diff/word_diff.hpp"

#include "diff/sequence_diff.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

namespace budgetdiff {
namespace {

void append(std::vector<TextEdit>& edits, TextEdit::Kind kind, std::string text) {
  if (text.empty()) {
    return;
  }
  if (!edits.empty() && edits.back().kind == kind) {
    edits.back().text += text;
  } else {
    edits.push_back({kind, std::move(text)});
  }
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    out += words[i];
  }
  return out;
}

/// One character that is no line end: 的 kept between two edits helps nobody.
bool is_single(const std::string& text) {
  return text != "\n" && to_code_points(text).size() == 1;
}

}  // namespace

std::vector<TextEdit> word_diff(std::string_view from, std::string_view to) {
  const std::vector<std::string> before = words(from);
  const std::vector<std::string> after = words(to);
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto number_all = [&](const std::vector<std::string>& list) {
    std::vector<std::uint32_t> out;
    out.reserve(list.size());
    for (const std::string& word : list) {
      out.push_back(
          numbers.emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return out;
  };
  const std::vector<std::uint32_t> a = number_all(before);
  const std::vector<std::uint32_t> b = number_all(after);
  std::vector<CommonRun> runs = common_runs(a, b);

  // Fold a single character between two real edits into them. The ends of the
  // texts count as common runs of no length.
  runs.push_back({a.size(), b.size(), 0});
  std::vector<CommonRun> kept;
  CommonRun last;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const CommonRun& run = runs[r];
    if (r + 1 < runs.size() && run.length == 1 && is_single(before[run.from])) {
      const CommonRun& next = runs[r + 1];
      const bool edited_before =
          run.from > last.from + last.length && run.to > last.to + last.length;
      const bool edited_after = next.from > run.from + 1 && next.to > run.to + 1;
      if (edited_before && edited_after) {
        continue;
      }
    }
    kept.push_back(run);
    last = run;
  }

  std::vector<TextEdit> edits;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const CommonRun& run : kept) {
    append(edits, TextEdit::Kind::remove, joined(before, i, run.from));
    append(edits, TextEdit::Kind::insert, joined(after, j, run.to));
    append(edits, TextEdit::Kind::keep, joined(before, run.from, run.from + run.length));
    i = run.from + run.length;
    j = run.to + run.length;
  }
  return edits;
}

}  // namespace budgetdiff
