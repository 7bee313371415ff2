#include "match/corpus.hpp"

#include "match/fixed_log.hpp"
#include "match/year_shift.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <utility>

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

const std::string& goal_of(const Project& project) {
  return project.goal.empty() ? project.annual_goal : project.goal;
}

/// Sorts what was collected into `out`, which takes no more room than it needs.
void take_tokens(TokenSet& collected, TokenSet& out) {
  sort_unique(collected);
  out.assign(collected.begin(), collected.end());
  collected.clear();
}

/// `tokens`: room to collect them, empty before and after.
void read_goal(ProjectView& view, TokenSet& tokens) {
  const std::u32string goal = fold_name_wide(goal_of(*view.project));
  if (!goal.empty()) {
    view.goal_hash = hash_text(goal) | 1U;
    add_tokens(goal, tokens);
    take_tokens(tokens, view.goal_tokens.tokens);
  }
}

void read_indicators(ProjectView& view, TokenSet& tokens) {
  view.indicators.reserve(view.project->indicators.size());
  for (const Indicator& indicator : view.project->indicators) {
    const std::u32string name = fold_name_wide(indicator.name);
    view.indicators.push_back(hash_text(name));
    add_tokens(name, tokens);
  }
  sort_unique(view.indicators);
  take_tokens(tokens, view.indicator_tokens.tokens);
}

bool same_indicator_names(const Project& a, const Project& b) {
  return std::equal(a.indicators.begin(), a.indicators.end(), b.indicators.begin(),
                    b.indicators.end(),
                    [](const Indicator& x, const Indicator& y) { return x.name == y.name; });
}

/// What reads the same in `namesake`, of the same name in the other year, is
/// taken from there; it may be null.
ProjectView view_of(const Project& project, const Snapshot& snapshot, const std::string& unit,
                    bool units_differ, const ProjectView* namesake, TokenSet& tokens) {
  ProjectView view;
  view.project = &project;
  if (namesake != nullptr) {
    view.name = namesake->name;
    view.name_tokens.tokens = namesake->name_tokens.tokens;
  } else {
    view.name = read_name(project.name);
    add_tokens(view.name.stem, tokens);
    // The general ending and the qualifiers count as well, as far as they are rare.
    add_tokens(view.name.skeleton, tokens);
    take_tokens(tokens, view.name_tokens.tokens);
  }
  view.code = project.code.empty() ? view.name.code : fold_name(project.code);
  view.spending_unit = fold_name(project.spending_unit);
  if (namesake != nullptr && goal_of(*namesake->project) == goal_of(project)) {
    view.goal_hash = namesake->goal_hash;
    view.goal_tokens.tokens = namesake->goal_tokens.tokens;
  } else {
    read_goal(view, tokens);
  }
  if (namesake != nullptr && same_indicator_names(*namesake->project, project)) {
    view.indicators = namesake->indicators;
    view.indicator_tokens.tokens = namesake->indicator_tokens.tokens;
  } else {
    read_indicators(view, tokens);
  }
  view.content = hash_everything(project);
  if (const Amount* total = project.funding.total()) {
    view.total = convert(*total, snapshot.unit, unit);
  }
  view.unit = units_differ ? unit : std::string();
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

void TokenWeights::add(const TokenSet& tokens, std::uint32_t projects) {
  projects_ += projects;
  for (const Token token : tokens) {
    std::uint32_t& count = counts_[token];
    count += projects;
    most_ = std::max(most_, count);
  }
}

void TokenWeights::finish(const TokenSet& own) {
  const int all = log2_milli(2 * projects_ + 2);
  weight_of_count_.assign(most_ + 1U, all);
  for (std::uint32_t count = 1; count <= most_; ++count) {
    weight_of_count_[count] = all - log2_milli(count);
  }
  for (const TokenSet* tokens : {&general_tokens(), &own}) {
    for (const Token token : *tokens) {
      if (std::uint32_t* count = counts_.find(token)) {
        *count |= general;
      }
    }
  }
}

std::size_t TokenWeights::count(Token token) const {
  const std::uint32_t* count = counts_.find(token);
  return count == nullptr ? 0 : *count & ~general;
}

int TokenWeights::weight(Token token) const {
  const std::uint32_t* found = counts_.find(token);
  const std::uint32_t count = found == nullptr ? 0 : *found;
  int weight = weight_of_count_[count & ~general];
  if ((count & general) != 0) {
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

std::string say_amount(const Amount& amount, const ProjectView& of) {
  return amount.grouped() + (of.unit.empty() ? "" : " " + of.unit);
}

Corpus::Corpus(const Snapshot& from, const Snapshot& to, const Constraints& constraints) {
  // Amounts are compared in the finer unit where the units differ, so that
  // which side comes first makes no difference.
  std::string unit = std::max(from.unit, to.unit);
  const auto a = read_money_unit(from.unit);
  const auto b = read_money_unit(to.unit);
  if (a && b) {
    unit = a->exponent <= b->exponent ? from.unit : to.unit;
  }
  read_projects(from, to, unit, find_namesakes(from, to, constraints));
  for (std::size_t side = 0; side < 2; ++side) {
    canonical[side] = canonical_order(views[side]);
  }
  count_tokens();
  TokenSet department;
  for (const Snapshot* snapshot : {&from, &to}) {
    add_tokens(fold_name_wide(snapshot->department), department);
  }
  sort_unique(department);
  name_weights.finish(department);
  goal_weights.finish({});
  indicator_weights.finish({});
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t i = 0; i < views[side].size(); ++i) {
      if (!is_unchanged[side][i]) {
        weigh(views[side][i]);
      }
    }
  }
  years = {from.year, to.year};
  if (from.year && to.year) {
    snapshot_shift = *to.year - *from.year;
  }
  year_shift = find_year_shift(*this);
}

void Corpus::read_projects(const Snapshot& from, const Snapshot& to, const std::string& unit,
                           Namesakes namesakes) {
  auto& [earlier, later] = views;
  const bool units_differ = from.unit != to.unit;
  TokenSet tokens;
  earlier.reserve(from.projects.size());
  for (const Project& project : from.projects) {
    earlier.push_back(view_of(project, from, unit, units_differ, nullptr, tokens));
  }
  is_unchanged[0].assign(from.projects.size(), false);
  is_unchanged[1].assign(to.projects.size(), false);
  for (const auto& [i, j] : namesakes.unchanged) {
    is_unchanged[0][i] = true;
    is_unchanged[1][j] = true;
  }
  later.reserve(to.projects.size());
  for (std::size_t j = 0; j < to.projects.size(); ++j) {
    const std::size_t i = namesakes.of_later[j];
    if (is_unchanged[1][j]) {
      later.push_back(earlier[i]);
      later.back().project = &to.projects[j];
    } else {
      later.push_back(view_of(to.projects[j], to, unit, units_differ,
                              i == Namesakes::none ? nullptr : &earlier[i], tokens));
    }
  }
  note_goals();
  find_joined();
  keep_unchanged(namesakes.unchanged);
}

void Corpus::note_goals() {
  for (const auto& side : views) {
    for (const ProjectView& view : side) {
      if (view.goal_hash != 0) {
        goals_.push_back(view.goal_hash);
      }
    }
  }
  std::sort(goals_.begin(), goals_.end());
}

std::size_t Corpus::count_of_goal(std::uint64_t goal_hash) const {
  const auto [first, last] = std::equal_range(goals_.begin(), goals_.end(), goal_hash);
  return static_cast<std::size_t>(last - first);
}

void Corpus::find_joined() {
  std::array<std::vector<NameToJoin>, 2> names;
  for (std::size_t side = 0; side < 2; ++side) {
    names[side].reserve(views[side].size());
    for (std::size_t i = 0; i < views[side].size(); ++i) {
      const ProjectView& view = views[side][i];
      names[side].push_back({view.project->name, &view.name, !is_unchanged[side][i]});
    }
  }
  joined = find_joined_names(names);
}

/// Leaves out those that something else may be made of: the medical fund stands as
/// it did, and its （2024年） stands beside it; or a new project has its very goal,
/// or its name joined with another's.
void Corpus::keep_unchanged(const std::vector<Candidate>& pairs) {
  std::unordered_set<std::u32string_view> open_stems;
  std::unordered_set<std::uint64_t> open_goals;
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t i = 0; i < views[side].size(); ++i) {
      if (!is_unchanged[side][i]) {
        open_stems.insert(views[side][i].name.stem);
        if (views[side][i].goal_hash != 0) {
          open_goals.insert(views[side][i].goal_hash);
        }
      }
    }
  }
  for (const JoinedName& join : joined) {
    for (const std::size_t part : join.parts) {
      open_stems.insert(views[1 - join.side][part].name.stem);
    }
  }
  for (const Candidate& pair : pairs) {
    if (open_stems.contains(views[0][pair.from].name.stem) ||
        open_goals.contains(views[0][pair.from].goal_hash)) {
      is_unchanged[0][pair.from] = false;
      is_unchanged[1][pair.to] = false;
    } else {
      unchanged.push_back(pair);
    }
  }
}

void Corpus::count_tokens() {
  std::size_t names = 0;
  std::size_t goals = 0;
  std::size_t indicators = 0;
  for (const ProjectView& view : views[0]) {
    names += view.name_tokens.tokens.size();
    goals += view.goal_tokens.tokens.size();
    indicators += view.indicator_tokens.tokens.size();
  }
  // About half of them are others' tokens, too.
  name_weights = TokenWeights(std::min(names / 2, most_room));
  goal_weights = TokenWeights(std::min(goals / 2, most_room));
  indicator_weights = TokenWeights(std::min(indicators / 2, most_room));
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t i = 0; i < views[side].size(); ++i) {
      const ProjectView& view = views[side][i];
      if (is_unchanged[side][i] && side == 1) {
        continue;  // counted with its twin
      }
      const std::uint32_t projects = is_unchanged[side][i] ? 2 : 1;
      name_weights.add(view.name_tokens.tokens, projects);
      if (!view.goal_tokens.empty()) {
        goal_weights.add(view.goal_tokens.tokens, projects);
      }
      if (!view.indicator_tokens.empty()) {
        indicator_weights.add(view.indicator_tokens.tokens, projects);
      }
    }
  }
}

void Corpus::weigh(ProjectView& view) const {
  name_weights.weigh(view.name_tokens);
  goal_weights.weigh(view.goal_tokens);
  indicator_weights.weigh(view.indicator_tokens);
}

void Corpus::include_unchanged() {
  for (const auto& [i, j] : unchanged) {
    weigh(views[0][i]);
    weigh(views[1][j]);
    is_unchanged[0][i] = false;
    is_unchanged[1][j] = false;
  }
  unchanged.clear();
}

}  // namespace budgetdiff::matching
