#include "diff/sequence_diff.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <span>
#include <unordered_map>
#include <utility>

namespace budgetdiff {
namespace {

using Elements = std::span<const std::uint32_t>;

/// Inputs that together are no longer than this go to dtl: it cannot make more
/// edits than there are elements, so the cliff is out of reach.
constexpr std::size_t dtl_limit = 2400;

struct Differ {
  std::vector<CommonRun> runs;

  void add(std::size_t from, std::size_t to, std::size_t length) {
    if (length == 0) {
      return;
    }
    if (!runs.empty() && runs.back().from + runs.back().length == from &&
        runs.back().to + runs.back().length == to) {
      runs.back().length += length;
    } else {
      runs.push_back({from, to, length});
    }
  }

  void by_dtl(Elements a, Elements b, std::size_t a_at, std::size_t b_at) {
    using Sequence = std::vector<std::uint32_t>;
    dtl::Diff<std::uint32_t, Sequence> diff(Sequence(a.begin(), a.end()),
                                            Sequence(b.begin(), b.end()), true);
    diff.compose();  // once: twice doubles the script
    // Positions are counted here, since dtl's own can be wrong.
    for (const auto& [element, info] : diff.getSes().getSequence()) {
      switch (info.type) {
        case dtl::SES_DELETE:
          ++a_at;
          break;
        case dtl::SES_ADD:
          ++b_at;
          break;
        default:
          add(a_at++, b_at++, 1);
      }
    }
  }

  /// Elements that stand once in `a` and once in `b`, in increasing order on
  /// both sides (the longest such chain).
  static std::vector<std::pair<std::size_t, std::size_t>> anchors(Elements a, Elements b) {
    struct Seen {
      std::size_t at = 0;
      std::size_t in_a = 0;
      std::size_t in_b = 0;
    };
    std::unordered_map<std::uint32_t, Seen> seen;
    for (std::size_t i = 0; i < a.size(); ++i) {
      Seen& entry = seen[a[i]];
      ++entry.in_a;
      entry.at = i;
    }
    for (const std::uint32_t element : b) {
      ++seen[element].in_b;
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;  // ascending in b
    for (std::size_t j = 0; j < b.size(); ++j) {
      const Seen& entry = seen[b[j]];
      if (entry.in_a == 1 && entry.in_b == 1) {
        pairs.emplace_back(entry.at, j);
      }
    }
    // Longest increasing subsequence by a, patience sorting.
    std::vector<std::size_t> tails;
    std::vector<std::size_t> previous(pairs.size());
    constexpr auto none = static_cast<std::size_t>(-1);
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      const auto at = std::lower_bound(
          tails.begin(), tails.end(), k,
          [&](std::size_t x, std::size_t y) { return pairs[x].first < pairs[y].first; });
      previous[k] = at == tails.begin() ? none : *(at - 1);
      if (at == tails.end()) {
        tails.push_back(k);
      } else {
        *at = k;
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> chain;
    for (std::size_t k = tails.empty() ? none : tails.back(); k != none; k = previous[k]) {
      chain.push_back(pairs[k]);
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  void run(Elements a, Elements b, std::size_t a_at, std::size_t b_at) {
    std::size_t prefix = 0;
    while (prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix]) {
      ++prefix;
    }
    add(a_at, b_at, prefix);
    a = a.subspan(prefix);
    b = b.subspan(prefix);
    a_at += prefix;
    b_at += prefix;
    std::size_t suffix = 0;
    while (suffix < a.size() && suffix < b.size() &&
           a[a.size() - 1 - suffix] == b[b.size() - 1 - suffix]) {
      ++suffix;
    }
    const Elements a_core = a.first(a.size() - suffix);
    const Elements b_core = b.first(b.size() - suffix);
    if (!a_core.empty() && !b_core.empty()) {
      if (a_core.size() + b_core.size() <= dtl_limit) {
        by_dtl(a_core, b_core, a_at, b_at);
      } else {
        std::size_t a_done = 0;
        std::size_t b_done = 0;
        const auto chain = anchors(a_core, b_core);
        for (const auto& [i, j] : chain) {
          run(a_core.subspan(a_done, i - a_done), b_core.subspan(b_done, j - b_done), a_at + a_done,
              b_at + b_done);
          add(a_at + i, b_at + j, 1);
          a_done = i + 1;
          b_done = j + 1;
        }
        if (!chain.empty()) {
          run(a_core.subspan(a_done), b_core.subspan(b_done), a_at + a_done, b_at + b_done);
        }
      }
    }
    add(a_at + a_core.size(), b_at + b_core.size(), suffix);
  }
};

}  // namespace

std::vector<CommonRun> common_runs(const std::vector<std::uint32_t>& a,
                                   const std::vector<std::uint32_t>& b) {
  Differ differ;
  differ.run(a, b, 0, 0);
  return std::move(differ.runs);
}

}  // namespace budgetdiff
