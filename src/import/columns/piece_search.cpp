#include "import/columns/piece_search.hpp"

#include "import/columns/column_widths.hpp"
#include "import/columns/line_partings.hpp"
#include "import/columns/list_grammar.hpp"
#include "import/columns/piece_costs.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <queue>
#include <string_view>
#include <tuple>
#include <utility>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

// Costs, in tenths of a doubt.
constexpr int elsewhere = 15;      ///< a cell goes on in another flow
constexpr int hardly_name = 60;    ///< no amount is near
constexpr int hardly_goal = 60;    ///< in a flow of names
constexpr int hardly_beside = 60;  ///< prose behind a name in a text that has no such line
constexpr int list_cut_off = 120;  ///< another begins
constexpr int hopeless = 400;      ///< more than a way may cost and catch up
constexpr int most_cost = 1'000'000'000;

constexpr int lines_to_go_on = 6;  ///< of other cells between two lines of a name
constexpr std::size_t beam = 48;

}  // namespace

class PieceSearch::Search {
 public:
  Search(const ColumnwiseText& text, ColumnWidths widths, bool keeps)
      : text_(text), widths_(widths), keeps_(keeps) {
    alone_ = lines_without_amounts(text);
    names_ = lines_of_names(text, widths.name);
    states_ = {State{}};
    lists_ = {ListGrammar{}};
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      keep_step(i, steps_);
      step(i);
    }
    cost_ = cost_of(best());
  }

  bool again(std::size_t first, std::size_t last) {
    const std::vector<bool> alone = std::exchange(alone_, lines_without_amounts(text_));
    const std::vector<bool> names = std::exchange(names_, lines_of_names(text_, widths_.name));
    for (std::size_t i = 0; i < alone.size(); ++i) {
      if (alone[i] != alone_[i] || names[i] != names_[i]) {
        first = std::min(first, i);
        last = std::max(last, i);
      }
    }
    const auto from = std::prev(steps_.upper_bound(first));
    const std::size_t nodes = nodes_.size();
    auto states = std::exchange(states_, from->second.states);
    auto lists = std::exchange(lists_, from->second.lists);
    std::map<std::size_t, Step> steps;
    bool cheaper = true;
    for (std::size_t i = from->first; i < text_.lines.size() && cheaper; ++i) {
      const auto known = i > last ? steps_.find(i) : steps_.end();
      if (known != steps_.end() && dearer_by(known->second) >= 0) {
        cheaper = false;
        break;
      }
      keep_step(i, steps);
      step(i);
    }
    cheaper = cheaper && cost_of(best()) < cost_;
    if (cheaper) {
      cost_ = cost_of(best());
      steps_.erase(from, steps_.end());
      steps_.merge(steps);
    } else {
      alone_ = alone;
      names_ = names;
      states_ = std::move(states);
      lists_ = std::move(lists);
      nodes_.resize(nodes);
    }
    return cheaper;
  }

 private:
  struct State {
    int cost = 0;
    int list = 0;  ///< position in lists_
    bool goal_closed = true;
    int goal_flow = -1;  ///< of the last piece of a goal
    int list_flow = -1;  ///< and of a list
    int open_name = 0;   ///< in how many lines a name may go on whose last line is full
    int name_flow = -1;  ///< of that line
    int node = -1;

    /// What later costs go by.
    [[nodiscard]] auto key() const {
      return std::tie(list, goal_closed, goal_flow, list_flow, open_name, name_flow);
    }
    friend bool operator<(const State& a, const State& b) { return a.key() < b.key(); }
  };
  struct Node {
    int parent = -1;
    std::size_t line = 0;
    Parting parting;
    bool begins = false;
    int cost = 0;  ///< of the way up to it
  };
  /// What a piece of a list makes of what came before it.
  struct Continued {
    int list = 0;  ///< position in lists_
    int cost = 0;
    bool begins = false;
  };

  void step(std::size_t at) {
    const std::vector<ColumnWord>& words = text_.lines[at].words;
    if (words.empty()) {
      return;
    }
    known_.clear();
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      known_.emplace(lists_[i], static_cast<int>(i));
    }
    continued_.clear();
    std::map<State, Node> next;  // by what later costs go by
    least_ = most_cost;
    fresh_ = {};
    for (const Parting& parting : partings(words)) {
      try_parting(at, parting, next);
    }
    keep_best(next);
  }

  /// Of the ways to a line the cheapest are gone on with; lists that none of them has are
  /// forgotten.
  void keep_best(const std::map<State, Node>& next) {
    std::vector<const std::pair<const State, Node>*> sorted;
    sorted.reserve(next.size());
    for (const auto& entry : next) {
      sorted.push_back(&entry);
    }
    const auto kept = std::min(sorted.size(), beam);
    std::partial_sort(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(kept),
                      sorted.end(),
                      [&](const auto* a, const auto* b) { return is_better(a->first, b->first); });
    std::map<int, int> moved;
    std::vector<ListGrammar> lists;
    states_.clear();
    for (std::size_t i = 0; i < kept; ++i) {
      State state = sorted[i]->first;
      const auto [place, fresh] = moved.try_emplace(state.list, static_cast<int>(lists.size()));
      if (fresh) {
        lists.push_back(std::move(list_at(state.list)));
      }
      state.list = place->second;
      state.node = static_cast<int>(nodes_.size());
      nodes_.push_back(sorted[i]->second);
      nodes_.back().cost = state.cost;
      states_.push_back(state);
    }
    lists_ = std::move(lists);
  }

  [[nodiscard]] ListGrammar& list_at(int at) { return lists_[static_cast<std::size_t>(at)]; }
  [[nodiscard]] const ListGrammar& list_at(int at) const {
    return lists_[static_cast<std::size_t>(at)];
  }

  /// The cheaper one; of two the order is that of what they say, so that it is always the same.
  [[nodiscard]] bool is_better(const State& a, const State& b) const {
    if (a.cost != b.cost || a.list == b.list) {
      return a.cost != b.cost ? a.cost < b.cost : a < b;
    }
    return list_at(a.list) < list_at(b.list);
  }

  void try_parting(std::size_t at, const Parting& parting, std::map<State, Node>& next) {
    const std::vector<ColumnWord>& words = text_.lines[at].words;
    const std::u32string name = joined(words, 0, parting.name);
    const std::u32string goal = joined(words, parting.amount, parting.goal);
    const std::u32string list = joined(words, parting.goal, words.size());
    int cost = parting_cost(words, parting);
    const bool of_names = names_[at];
    cost += name.empty() || of_names ? 0 : name_cost(name, widths_.name);
    cost += goal.empty() ? 0 : goal_cost(goal, widths_.goal) + (of_names ? hardly_goal : 0);
    const int width = width_of(without_space(name));
    const bool between = parting.amount > parting.name || parting.amount == words.size();
    cost += widths_.apart && !name.empty() && !between ? hardly_beside : 0;
    for (const State& state : states_) {  // the cheapest first
      if (state.cost + cost > std::min(least_ + hopeless, most_of_kept())) {
        break;
      }
      State after = state;
      Node node{state.node, at, parting, false};
      after.cost += cost;
      const int flow = text_.lines[at].flow;
      if (!name.empty()) {
        const bool goes_on = state.open_name > 0 && state.name_flow == flow;
        after.cost += alone_[at] && !goes_on ? hardly_name : 0;
        after.open_name = widths_.name > 0 && width >= widths_.name - 2 ? lines_to_go_on : 0;
        after.name_flow = flow;
      } else if (state.open_name > 0) {
        after.open_name = state.name_flow == flow ? state.open_name - 1 : 0;
      }
      if (!goal.empty()) {
        after.cost += !state.goal_closed && state.goal_flow != flow ? elsewhere : 0;
        after.goal_closed = closes_sentence(goal.back());
        after.goal_flow = flow;
      }
      if (!list.empty()) {
        const Continued& read = continued(state.list, parting.goal, list);
        after.list = read.list;
        after.cost += read.cost;
        node.begins = read.begins;
        const bool open = !list_at(state.list).may_end();
        after.cost += open && !node.begins && state.list_flow != flow ? elsewhere : 0;
        after.list_flow = flow;
      }
      least_ = std::min(least_, after.cost);
      if (after.cost <= most_of_kept()) {
        keep(after, node, next);
      }
    }
  }

  void keep(const State& after, const Node& node, std::map<State, Node>& next) {
    const auto known = next.lower_bound(after);
    if (known == next.end() || after < known->first) {
      next.emplace_hint(known, after, node);
      fresh_.push(after.cost);
      if (fresh_.size() > beam) {
        fresh_.pop();
      }
    } else if (after.cost < known->first.cost) {
      next.emplace_hint(next.erase(known), after, node);
    }
  }

  /// What is dearer is not among the best of a line, as so many cheaper ways are known.
  [[nodiscard]] int most_of_kept() const { return fresh_.size() < beam ? most_cost : fresh_.top(); }

  /// Whether a piece begins another list: with a first item, where a list may end or by
  /// an item's whole head.
  static bool starts_over(const ListGrammar& before, const std::u32string& list) {
    if (!begins_list(list)) {
      return false;
    }
    if (before.may_end() || before.phase == ListGrammar::Phase::start) {
      return true;
    }
    ListGrammar head;
    return read_on(head, list) == 0 && head.phase > ListGrammar::Phase::level1;
  }

  /// What the words of a line from `word` on make of a list.
  const Continued& continued(int before, std::size_t word, const std::u32string& text) {
    const auto [found, fresh] = continued_.try_emplace({word, before});
    if (fresh) {
      ListGrammar state = list_at(before);
      Continued out;
      out.begins = starts_over(state, text);
      if (out.begins) {
        out.cost += state.may_end() || state.phase == ListGrammar::Phase::start ? 0 : list_cut_off;
        state = {};
      }
      out.cost += read_on(state, text);
      out.cost += list_cost(text, widths_.list, state);
      const auto [place, unknown] = known_.try_emplace(state, static_cast<int>(lists_.size()));
      if (unknown) {
        lists_.push_back(std::move(state));
      }
      out.list = place->second;
      found->second = out;
    }
    return found->second;
  }

  /// What is known before a line.
  struct Step {
    std::vector<State> states;
    std::vector<ListGrammar> lists;
  };

  void keep_step(std::size_t at, std::map<std::size_t, Step>& steps) const {
    constexpr std::size_t between = 8;
    if (keeps_ && at % between == 0) {
      steps.emplace(at, Step{states_, lists_});
    }
  }

  /// By how much the ways to a line are dearer than others were, if they are the same but for
  /// that; less than 0 where they are not. All that comes behind is the same, too, then.
  [[nodiscard]] int dearer_by(const Step& before) const {
    if (states_.size() != before.states.size() || lists_ != before.lists) {
      return -1;
    }
    const int out = states_.front().cost - before.states.front().cost;
    const bool same = std::equal(states_.begin(), states_.end(), before.states.begin(),
                                 [&](const State& a, const State& b) {
                                   return a.key() == b.key() && a.cost - b.cost == out;
                                 });
    return same ? out : -1;
  }

  [[nodiscard]] int cost_of(const State& state) const {
    return state.cost + (list_at(state.list).may_end() ? 0 : list_cut_off);
  }

  [[nodiscard]] const State& best() const {
    return *std::min_element(states_.begin(), states_.end(), [&](const State& a, const State& b) {
      return cost_of(a) < cost_of(b);
    });
  }

 public:
  [[nodiscard]] PieceLabels labels() const {
    PieceLabels out;
    out.name_width = widths_.name;
    out.goal_width = widths_.goal;
    out.list_width = widths_.list;
    out.names_apart = widths_.apart;
    out.cost = cost_;
    std::vector<const Node*> path;
    for (int at = best().node; at >= 0; at = nodes_[static_cast<std::size_t>(at)].parent) {
      path.push_back(&nodes_[static_cast<std::size_t>(at)]);
    }
    out.costs.assign(text_.lines.size(), 0);
    int before = 0;
    ListGrammar state;
    for (auto node = path.rbegin(); node != path.rend(); ++node) {
      add_pieces(**node, out.pieces);
      // What is against the grammar may as well be a value's own words.
      state = (*node)->begins ? ListGrammar{} : std::move(state);
      const auto& words = text_.lines[(*node)->line].words;
      const int grammar = read_on(state, joined(words, (*node)->parting.goal, words.size()));
      out.costs[(*node)->line] = (*node)->cost - before - grammar / 2;
      before = (*node)->cost;
    }
    return out;
  }

 private:
  void add_pieces(const Node& node, std::vector<ColumnPiece>& pieces) const {
    const std::vector<ColumnWord>& words = text_.lines[node.line].words;
    const Parting& parting = node.parting;
    const auto add = [&](Column column, std::size_t begin, std::size_t end, bool begins) {
      if (begin < end) {
        pieces.push_back({column, joined(words, begin, end), {}, node.line, begins});
      }
    };
    add(Column::name, 0, parting.name, false);
    for (std::size_t i = parting.name; i < parting.amount; ++i) {
      pieces.push_back({Column::amount, words[i].text, *words[i].amount, node.line, false});
    }
    add(Column::goal, parting.amount, parting.goal, false);
    add(Column::list, parting.goal, words.size(), node.begins);
  }

  const ColumnwiseText& text_;
  ColumnWidths widths_;
  bool keeps_;  ///< steps, to search again from there
  std::map<std::size_t, Step> steps_;
  int cost_ = 0;
  std::vector<bool> alone_;
  std::vector<bool> names_;         ///< lines of flows that hold names alone
  int least_ = 0;                   ///< cost of a way to the line at hand
  std::priority_queue<int> fresh_;  ///< the least costs that its ways had when they were found
  std::vector<State> states_;
  std::vector<ListGrammar> lists_;  ///< those of the states, each once
  std::map<ListGrammar, int> known_;
  std::map<std::pair<std::size_t, int>, Continued> continued_;  ///< by word and list
  std::vector<Node> nodes_;
};

PieceSearch::PieceSearch(const ColumnwiseText& text, ColumnWidths widths, bool keeps_steps)
    : search_(std::make_unique<Search>(text, widths, keeps_steps)) {}
PieceSearch::~PieceSearch() = default;

PieceLabels PieceSearch::labels() const {
  return search_->labels();
}

bool PieceSearch::again(std::size_t first, std::size_t last) {
  return search_->again(first, last);
}

}  // namespace budgetdiff::import
