#include "match/corpus.hpp"

#include "match/fixed_log.hpp"
#include "match/year_shift.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <numeric>

namespace budgetdiff::matching {
namespace {

constexpr int least_weight = 50;
constexpr int general_share = 4;  // general words weigh a quarter

std::uint64_t hash_everything(const Project& project) {
  std::uint64_t hash = hash_text(project.name);
  for (const std::string* text : {&project.code, &project.type, &project.spending_unit,
                                  &project.goal, &project.annual_goal}) {
    hash = hash_text(*text, hash);
  }
  for (const auto& [column, amount] : project.funding.items()) {
    hash = hash_text(amount.to_string(), hash_text(column, hash));
  }
  for (const Indicator& indicator : project.indicators) {
    for (const std::string* text :
         {&indicator.level1_code, &indicator.level1, &indicator.level2_code, &indicator.level2,
          &indicator.name, &indicator.period_target, &indicator.annual_target, &indicator.weight}) {
      hash = hash_text(*text, hash);
    }
  }
  for (const ExtraMember& member : project.extra) {
    hash = hash_text(member.json, hash_text(member.key, hash));
  }
  return hash;
}

ProjectView view_of(const Project& project, const Snapshot& snapshot, const std::string& unit) {
  ProjectView view;
  view.project = &project;
  view.name = read_name(project.name);
  view.code = project.code.empty() ? view.name.code : fold_name(project.code);
  view.spending_unit = fold_name(project.spending_unit);
  add_tokens(view.name.stem, view.name_tokens.tokens);
  // The general ending and the qualifiers count as well, as far as they are rare.
  add_tokens(view.name.skeleton, view.name_tokens.tokens);
  sort_unique(view.name_tokens.tokens);
  const std::string goal = fold_name(project.goal.empty() ? project.annual_goal : project.goal);
  if (!goal.empty()) {
    view.goal_hash = hash_text(goal) | 1U;
    add_tokens(to_code_points(goal), view.goal_tokens.tokens);
    sort_unique(view.goal_tokens.tokens);
  }
  for (const Indicator& indicator : project.indicators) {
    const std::string name = fold_name(indicator.name);
    view.indicators.push_back(hash_text(name));
    add_tokens(to_code_points(name), view.indicator_tokens.tokens);
  }
  sort_unique(view.indicators);
  sort_unique(view.indicator_tokens.tokens);
  view.content = hash_everything(project);
  if (const Amount* total = project.funding.total()) {
    view.total = convert(*total, snapshot.unit, unit);
  }
  return view;
}

/// Content decides; projects alike in everything stand in published order.
std::vector<std::size_t> canonical_order(std::vector<ProjectView>& views) {
  std::vector<std::size_t> order(views.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int names = views[a].project->name.compare(views[b].project->name);
    if (names != 0) {
      return names < 0;
    }
    return std::pair(views[a].content, a) < std::pair(views[b].content, b);
  });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const ProjectView& before = views[order[i - 1]];
    ProjectView& view = views[order[i]];
    if (view.content == before.content) {
      view.occurrence = before.occurrence + 1;
    }
  }
  return order;
}

}  // namespace

void TokenWeights::add(const TokenSet& tokens) {
  ++projects_;
  for (const Token token : tokens) {
    ++counts_[token];
  }
}

void TokenWeights::finish() {
  std::uint32_t most = 0;
  for (const auto& [token, count] : counts_) {
    most = std::max(most, count);
  }
  const int all = log2_milli(2 * projects_ + 2);
  weight_of_count_.assign(most + 1U, all);
  for (std::uint32_t count = 1; count <= most; ++count) {
    weight_of_count_[count] = all - log2_milli(count);
  }
}

std::size_t TokenWeights::count(Token token) const {
  const auto found = counts_.find(token);
  return found == counts_.end() ? 0 : found->second;
}

int TokenWeights::weight(Token token) const {
  int weight = weight_of_count_[count(token)];
  if (is_general(token) || std::binary_search(general_.begin(), general_.end(), token)) {
    weight /= general_share;
  }
  return std::max(weight, least_weight);
}

void TokenWeights::weigh(WeighedTokens& text) const {
  text.weights.reserve(text.tokens.size());
  for (const Token token : text.tokens) {
    text.weights.push_back(weight(token));
    text.sum += text.weights.back();
  }
}

Corpus::Corpus(const Snapshot& from, const Snapshot& to) {
  // Amounts are compared in the finer unit where the units differ, so that
  // which side comes first makes no difference.
  std::string unit = std::max(from.unit, to.unit);
  const auto a = read_money_unit(from.unit);
  const auto b = read_money_unit(to.unit);
  if (a && b) {
    unit = a->exponent <= b->exponent ? from.unit : to.unit;
  }
  const std::array<const Snapshot*, 2> snapshots = {&from, &to};
  for (std::size_t side = 0; side < 2; ++side) {
    views[side].reserve(snapshots[side]->projects.size());
    for (const Project& project : snapshots[side]->projects) {
      views[side].push_back(view_of(project, *snapshots[side], unit));
    }
    canonical[side] = canonical_order(views[side]);
    for (const ProjectView& view : views[side]) {
      name_weights.add(view.name_tokens.tokens);
      if (!view.goal_tokens.empty()) {
        goal_weights.add(view.goal_tokens.tokens);
      }
      if (!view.indicator_tokens.empty()) {
        indicator_weights.add(view.indicator_tokens.tokens);
      }
    }
  }
  TokenSet department;
  for (const Snapshot* snapshot : snapshots) {
    add_tokens(to_code_points(fold_name(snapshot->department)), department);
  }
  sort_unique(department);
  name_weights.set_general(std::move(department));
  name_weights.finish();
  goal_weights.finish();
  indicator_weights.finish();
  for (std::vector<ProjectView>& side : views) {
    for (ProjectView& view : side) {
      name_weights.weigh(view.name_tokens);
      goal_weights.weigh(view.goal_tokens);
      indicator_weights.weigh(view.indicator_tokens);
    }
  }
  if (from.year && to.year) {
    snapshot_shift = *to.year - *from.year;
  }
  year_shift = find_year_shift(*this);
}

}  // namespace budgetdiff::matching
