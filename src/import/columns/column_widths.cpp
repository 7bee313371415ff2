#include "import/columns/column_widths.hpp"

#include "import/columns/line_partings.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace budgetdiff::import {
namespace {

/// Whether a line and the one before it are of one page, and it begins with an amount.
bool begins_with_amount(const ColumnwiseText& text, std::size_t at) {
  return at > 0 && at < text.lines.size() && text.lines[at].page == text.lines[at - 1].page &&
         !text.lines[at].words.empty() && text.lines[at].words.front().amount;
}

}  // namespace

bool is_prose(std::u32string_view text) {
  return text.find(U"指标") != text.npos || text.find(U'；') != text.npos || text.back() == U'。';
}

int column_width(const std::vector<int>& widths) {
  int best = 0;
  std::ptrdiff_t most = 0;
  for (const int width : widths) {
    const auto near = std::count_if(widths.begin(), widths.end(), [&](int other) {
      return other <= width && other >= width - 2;
    });
    if (near > most || (near == most && width < best)) {
      most = near;
      best = width;
    }
  }
  return best;
}

int widest_usual(std::vector<int> widths) {
  if (widths.empty()) {
    return 0;
  }
  std::sort(widths.begin(), widths.end());
  const int usual = widths[widths.size() * 3 / 4];
  return *std::find_if(widths.rbegin(), widths.rend(),
                       [&](int width) { return width * 2 <= usual * 3; });
}

int width_of_names(const ColumnwiseText& text) {
  std::vector<int> widths;
  std::vector<int> waiting;  // of flows before the one that an amount follows
  std::vector<int> beside;   // lines that an amount follows, in flows with prose
  for (std::size_t begin = 0; begin < text.lines.size();) {
    std::size_t end = begin;
    int widest = 0;
    bool prose = false;
    bool amount = false;
    for (; end < text.lines.size() && text.lines[end].flow == text.lines[begin].flow; ++end) {
      std::u32string line;
      bool follows = false;  // amounts, what stands before them
      for (const ColumnWord& word : text.lines[end].words) {
        amount = amount || word.amount;
        follows = word.amount.has_value();
        line += word.amount ? U"" : word.text;
      }
      if (follows && !line.empty() && text.lines[end].words.size() <= text.money.size() + 1) {
        widths.push_back(width_of(line));
      }
      const bool sentence = !line.empty() && (is_prose(line) || line.find(U'，') != line.npos);
      prose = prose || sentence;
      widest = std::max(widest, width_of(line));
      if (!sentence && !line.empty() && begins_with_amount(text, end + 1)) {
        beside.push_back(width_of(line));
      }
    }
    // Names may come one after the other before all their amounts.
    if (prose || text.lines[end - 1].page != text.lines[begin].page) {
      waiting.clear();
    } else if (widest > 0) {
      waiting.push_back(widest);
    }
    if (!prose && (amount || begins_with_amount(text, end))) {
      widths.insert(widths.end(), waiting.begin(), waiting.end());
      waiting.clear();
    }
    begin = end;
  }
  return widest_usual(widths.empty() ? beside : widths);
}

std::vector<bool> lines_of_names(const ColumnwiseText& text, int width) {
  std::vector<bool> out(text.lines.size(), false);
  constexpr int slack = 2;
  for (std::size_t begin = 0; begin < text.lines.size();) {
    std::size_t end = begin;
    bool names = width > 0;
    bool amount = false;
    std::size_t worded = 0;
    for (; end < text.lines.size() && text.lines[end].flow == text.lines[begin].flow; ++end) {
      std::u32string line;
      for (const ColumnWord& word : text.lines[end].words) {
        amount = amount || word.amount;
        line += word.amount ? U"" : word.text;
      }
      worded += line.empty() ? 0U : 1U;
      names = names && width_of(line) <= width + slack && line.find(U"指标") == line.npos &&
              line.find(U'；') == line.npos && (worded != 1 || line.empty() || !is_prose(line));
    }
    const bool found = names && worded > 1 && (amount || begins_with_amount(text, end));
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(begin),
              out.begin() + static_cast<std::ptrdiff_t>(end), found);
    begin = end;
  }
  return out;
}

std::vector<bool> lines_without_amounts(const ColumnwiseText& text) {
  constexpr std::size_t near = 4;
  std::vector<bool> alone(text.lines.size(), false);
  const auto same_flow = [&](std::size_t a, std::size_t b) {
    return text.lines[a].flow == text.lines[b].flow;
  };
  const auto has_amount = [&](std::size_t at) {
    const auto& words = text.lines[at].words;
    return std::any_of(words.begin(), words.end(),
                       [](const ColumnWord& word) { return word.amount.has_value(); });
  };
  for (std::size_t begin = 0; begin < text.lines.size();) {
    std::size_t end = begin;
    bool prose = false;
    for (; end < text.lines.size() && same_flow(begin, end); ++end) {
      const std::u32string line = joined(text.lines[end].words, 0, text.lines[end].words.size());
      prose = prose || (!line.empty() && is_prose(line));
    }
    for (std::size_t i = begin; i < end && prose; ++i) {
      bool found = false;
      for (std::size_t k = i < begin + near ? begin : i - near; k < end && k <= i + near; ++k) {
        found = found || has_amount(k);
      }
      found = found || (end <= i + near && end < text.lines.size() && has_amount(end));
      alone[i] = !found;
    }
    begin = end;
  }
  return alone;
}

}  // namespace budgetdiff::import
