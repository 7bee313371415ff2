#include "import/text/cut_goal.hpp"

#include "import/text/indicator_list.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The rest of a goal is no longer.
constexpr std::size_t longest_rest = 600;

/// Where the prose that begins at `begin` ends with a full stop at its line's end;
/// `begin` where it is none.
std::size_t end_of_prose(const Flow& flow, std::size_t begin) {
  const std::size_t limit = std::min(flow.size(), begin + longest_rest);
  for (std::size_t at = begin; at < limit; ++at) {
    const bool line_ends = at + 1 == flow.size() || flow.starts_line(at + 1);
    if (flow.text[at] != U'。' || !line_ends) {
      continue;
    }
    const std::u32string text = flow.text.substr(begin, at + 1 - begin);
    return text.find(U"指标") == text.npos ? at + 1 : begin;
  }
  return begin;
}

}  // namespace

void join_cut_goal(Flow& flow, const std::set<std::uint32_t>& page_starts) {
  if (page_starts.empty()) {
    return;
  }
  const std::vector<ItemHead> heads = find_item_heads(flow.text);
  if (heads.empty() || heads.front().begin == 0) {
    return;
  }
  std::size_t goal_end = heads.front().begin;
  for (std::size_t at = goal_end; at < flow.size(); ++at) {
    if (!flow.starts_line(at) || !page_starts.contains(flow.origin[at])) {
      continue;
    }
    if (ends_sentence(flow.text[goal_end - 1])) {
      return;
    }
    const std::size_t end = end_of_prose(flow, at);
    if (end == at) {
      continue;
    }
    Flow joined = flow.sub(0, goal_end);
    joined.append(flow.sub(at, end));
    joined.append(flow.sub(goal_end, at));
    joined.append(flow.sub(end, flow.size()));
    flow = std::move(joined);
    goal_end += end - at;
    at = end - 1;
  }
}

}  // namespace budgetdiff::import
