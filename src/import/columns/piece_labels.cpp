#include "import/columns/piece_labels.hpp"

#include "import/columns/column_widths.hpp"
#include "import/columns/list_state.hpp"
#include "import/columns/lost_hyphens.hpp"
#include "import/columns/piece_costs.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

// Costs, in tenths of a doubt.
constexpr int blank_inside = 15;  ///< between two Chinese characters of one cell
constexpr int parted_at_blank = 5;
constexpr int parted_elsewhere = 15;
constexpr int amount_inside = 30;  ///< a goal or a list
constexpr int elsewhere = 15;      ///< a cell goes on in another flow
constexpr int hardly_name = 60;    ///< no amount is near
constexpr int hardly_goal = 60;    ///< in a flow of names
constexpr int list_cut_off = 120;  ///< another begins
constexpr int hopeless = 400;      ///< more than a way may cost and catch up
constexpr int most_cost = 1'000'000'000;

constexpr int lines_to_go_on = 6;  ///< of other cells between two lines of a name
constexpr std::size_t beam = 48;
constexpr std::size_t most_words = 16;
/// Ways to part all lines of a text; more are no department's table.
constexpr std::size_t most_ways = 80'000;
/// Lines that are labelled anew for halves of lines that stand in turn.
constexpr std::size_t most_anew = 16'000;

/// Which words of a line are whose: names [0, name), amounts [name, amount), the goal
/// [amount, goal), the list behind.
struct Parting {
  std::size_t name = 0;
  std::size_t amount = 0;
  std::size_t goal = 0;
};

struct Widths {
  int name = 0;
  int goal = 0;
  int list = 0;

  friend bool operator==(const Widths&, const Widths&) = default;
};

bool is_wide_character(char32_t c) {
  return width_of({&c, 1}) == 2;
}

std::u32string joined(const std::vector<ColumnWord>& words, std::size_t begin, std::size_t end) {
  std::u32string out;
  for (std::size_t i = begin; i < end; ++i) {
    out += (out.empty() ? U"" : U" ") + words[i].text;
  }
  return out;
}

class Labeller {
 public:
  Labeller(const ColumnText& text, Widths widths) : text_(text), widths_(widths) {
    find_alone();
    names_ = lines_of_names(text, widths.name);
  }

  PieceLabels run() {
    states_ = {State{}};
    for (std::size_t i = 0; i < text_.lines.size(); ++i) {
      step(i);
    }
    return trace();
  }

 private:
  struct State {
    int cost = 0;
    ListState list;
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

  void step(std::size_t at) {
    const std::vector<ColumnWord>& words = text_.lines[at].words;
    if (words.empty()) {
      return;
    }
    std::map<State, Node> next;  // by what later costs go by
    least_ = most_cost;
    for (const Parting& parting : partings(words)) {
      try_parting(at, parting, next);
    }
    std::vector<std::pair<State, Node>> sorted;
    sorted.reserve(next.size());
    for (const auto& [state, node] : next) {
      sorted.emplace_back(state, node);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.first.cost < b.first.cost; });
    sorted.resize(std::min(sorted.size(), beam));
    states_.clear();
    for (auto& [state, node] : sorted) {
      state.node = static_cast<int>(nodes_.size());
      nodes_.push_back(node);
      nodes_.back().cost = state.cost;
      states_.push_back(std::move(state));
    }
  }

  /// Marks the lines of flows with prose that no amount stands near: hardly names.
  void find_alone() {
    constexpr std::size_t near = 4;
    alone_.assign(text_.lines.size(), false);
    const auto same_flow = [&](std::size_t a, std::size_t b) {
      return text_.lines[a].flow == text_.lines[b].flow;
    };
    const auto has_amount = [&](std::size_t at) {
      const auto& words = text_.lines[at].words;
      return std::any_of(words.begin(), words.end(),
                         [](const ColumnWord& word) { return word.amount.has_value(); });
    };
    for (std::size_t begin = 0; begin < text_.lines.size();) {
      std::size_t end = begin;
      bool prose = false;
      for (; end < text_.lines.size() && same_flow(begin, end); ++end) {
        const std::u32string line =
            joined(text_.lines[end].words, 0, text_.lines[end].words.size());
        prose = prose || (!line.empty() && is_prose(line));
      }
      for (std::size_t i = begin; i < end && prose; ++i) {
        bool found = false;
        for (std::size_t k = i < begin + near ? begin : i - near; k < end && k <= i + near; ++k) {
          found = found || has_amount(k);
        }
        found = found || (end <= i + near && end < text_.lines.size() && has_amount(end));
        alone_[i] = !found;
      }
      begin = end;
    }
  }

  static std::vector<Parting> partings(const std::vector<ColumnWord>& words) {
    std::vector<Parting> out;
    const std::size_t count = words.size();
    if (count > most_words) {
      // Prose with a word a blank: whole lines of one column.
      return {{count, count, count}, {0, 0, count}, {0, 0, 0}};
    }
    for (std::size_t name = 0; name <= count; ++name) {
      if (name > 0 && words[name - 1].amount) {
        break;  // the amounts stand behind the name
      }
      std::size_t amount = name;
      while (amount < count && words[amount].amount) {
        ++amount;
      }
      for (std::size_t goal = amount; goal <= count; ++goal) {
        out.push_back({name, amount, goal});
      }
      if (name == 0 && amount > 0) {  // numbers of a goal or a list
        out.push_back({0, 0, 0});
        out.push_back({0, 0, count});
      }
    }
    return out;
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
    std::map<ListState, std::pair<ListState, int>> read;  // what the list's piece makes of each
    for (const State& state : states_) {
      if (state.cost + cost > least_ + hopeless) {
        continue;
      }
      State after = state;
      Node node{state.node, at, parting, false};
      after.cost += cost;
      const int flow = text_.lines[at].flow;
      if (!name.empty()) {
        const bool goes_on = state.open_name > 0 && state.name_flow == flow;
        after.cost += alone_[at] && !goes_on ? hardly_name : 0;
        const int width = width_of(without_space(name));
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
        auto [found, fresh] = read.try_emplace(state.list);
        if (fresh) {
          found->second = continue_list(state.list, list);
        }
        after.list = found->second.first;
        after.cost += found->second.second;
        node.begins = starts_over(state.list, list);
        after.cost +=
            !state.list.may_end() && !node.begins && state.list_flow != flow ? elsewhere : 0;
        after.list_flow = flow;
      }
      least_ = std::min(least_, after.cost);
      const auto known = next.find(after);
      if (known == next.end()) {
        next.emplace(std::move(after), node);
      } else if (after.cost < known->first.cost) {
        next.erase(known);
        next.emplace(std::move(after), node);
      }
    }
  }

  /// Whether a piece begins another list: with a first item, where a list may end or by
  /// an item's whole head.
  static bool starts_over(const ListState& before, const std::u32string& list) {
    if (!begins_list(list)) {
      return false;
    }
    if (before.may_end() || before.phase == ListState::Phase::start) {
      return true;
    }
    ListState head;
    return read_on(head, list) == 0 && head.phase > ListState::Phase::level1;
  }

  [[nodiscard]] std::pair<ListState, int> continue_list(const ListState& before,
                                                        const std::u32string& list) const {
    ListState state = before;
    int cost = 0;
    if (starts_over(before, list)) {
      cost += state.may_end() || state.phase == ListState::Phase::start ? 0 : list_cut_off;
      state = {};
    }
    cost += read_on(state, list);
    cost += list_cost(list, widths_.list, state);
    return {std::move(state), cost};
  }

  /// What speaks against parting words there, and against leaving blanks in cells.
  static int parting_cost(const std::vector<ColumnWord>& words, const Parting& parting) {
    int cost = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool edge = i == parting.name || i == parting.amount || i == parting.goal;
      const bool amounts = words[i].amount || words[i - 1].amount;
      const bool wide =
          is_wide_character(words[i - 1].text.back()) && is_wide_character(words[i].text.front());
      if (edge) {
        cost += amounts ? 0 : wide ? parted_at_blank : parted_elsewhere;
      } else if (i > parting.amount && wide) {
        cost += blank_inside;
      } else if (i < parting.name) {
        cost += 3;
      }
    }
    for (std::size_t i = parting.amount; i < words.size(); ++i) {
      cost += words[i].amount ? amount_inside : 0;
    }
    return cost;
  }

  PieceLabels trace() {
    PieceLabels out;
    out.name_width = widths_.name;
    out.goal_width = widths_.goal;
    out.list_width = widths_.list;
    const auto cost = [](const State& state) {
      return state.cost + (state.list.may_end() ? 0 : list_cut_off);
    };
    const State& best =
        *std::min_element(states_.begin(), states_.end(),
                          [&](const State& a, const State& b) { return cost(a) < cost(b); });
    out.cost = cost(best);
    std::vector<const Node*> path;
    for (int at = best.node; at >= 0; at = nodes_[static_cast<std::size_t>(at)].parent) {
      path.push_back(&nodes_[static_cast<std::size_t>(at)]);
    }
    out.costs.assign(text_.lines.size(), 0);
    int before = 0;
    ListState list;
    for (auto node = path.rbegin(); node != path.rend(); ++node) {
      add_pieces(**node, out.pieces);
      // What is against the grammar may as well be a value's own words.
      list = (*node)->begins ? ListState{} : std::move(list);
      const auto& words = text_.lines[(*node)->line].words;
      const int grammar = read_on(list, joined(words, (*node)->parting.goal, words.size()));
      out.costs[(*node)->line] = (*node)->cost - before - grammar / 2;
      before = (*node)->cost;
    }
    return out;
  }

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

  const ColumnText& text_;
  Widths widths_;
  std::vector<bool> alone_;
  std::vector<bool> names_;  ///< lines of flows that hold names alone
  int least_ = 0;            ///< cost of a way to the line at hand
  std::vector<State> states_;
  std::vector<Node> nodes_;
};

/// `name` is how wide names are where that is known.
Widths measured(const PieceLabels& labels, int name) {
  std::array<std::vector<int>, 3> widths;
  for (const ColumnPiece& piece : labels.pieces) {
    if (piece.column != Column::amount) {
      const bool is_name = piece.column == Column::name;
      widths[is_name                        ? 0
             : piece.column == Column::goal ? 1
                                            : 2]
          .push_back(width_of(is_name ? without_space(piece.text) : piece.text));
    }
  }
  return {name > 0 ? name : widest_usual(widths[0]), column_width(widths[1]),
          column_width(widths[2])};
}

/// Whether a line begins with a mark that no line begins with, and may go on from the
/// last word of the next: where a line's font changes, its halves are given in turn.
bool begins_inside(const ColumnText& text, std::size_t at) {
  const ColumnLine& line = text.lines[at];
  const ColumnLine& next = text.lines[at + 1];
  return line.flow == next.flow && !line.words.empty() && next.words.size() > 1 &&
         !line.words.front().amount && !next.words.back().amount &&
         !may_begin(line.words.front().text.front());
}

/// Parts lines of names that lost a hyphen at their end, and so have the next line behind
/// them; whether there was one.
bool part_wide_lines(ColumnText& text, int width) {
  bool any = false;
  for (std::size_t i = 0; width > 0 && i < text.lines.size(); ++i) {
    if (text.lines[i].words.empty()) {
      continue;
    }
    ColumnWord& word = text.lines[i].words.front();
    const std::size_t at = word.amount ? word.text.npos : lost_hyphen_in(word.text, width);
    if (at != word.text.npos) {
      ColumnLine rest = text.lines[i];
      rest.words.front().text.erase(0, at);
      word.text.resize(at);
      word.text += U'-';
      text.lines[i].words.resize(1);
      text.lines.insert(text.lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
      any = true;
    }
  }
  return any;
}

PieceLabels labelled(const ColumnText& text) {
  const int name = width_of_names(text);
  Widths widths{name, 0, 0};
  PieceLabels labels = Labeller(text, widths).run();
  constexpr int rounds = 3;
  for (int i = 0; i < rounds; ++i) {
    const Widths again = measured(labels, name);
    if (again == widths) {
      break;
    }
    widths = again;
    labels = Labeller(text, widths).run();
  }
  return labels;
}

}  // namespace

PieceLabels label_pieces(ColumnText& text) {
  std::size_t ways = 0;
  for (const ColumnLine& line : text.lines) {
    const std::size_t words = line.words.size();
    ways += words > most_words ? 3 : (words + 1) * (words + 2) / 2;
  }
  if (ways > most_ways) {
    return {};
  }
  PieceLabels labels = labelled(text);
  if (part_wide_lines(text, labels.name_width)) {
    labels = labelled(text);
  }
  std::size_t anew = 0;
  for (std::size_t i = 0; i + 1 < text.lines.size(); ++i) {
    if (!begins_inside(text, i) || anew + text.lines.size() > most_anew) {
      continue;
    }
    anew += text.lines.size();
    std::vector<ColumnWord>& words = text.lines[i].words;
    std::vector<ColumnWord>& next = text.lines[i + 1].words;
    const ColumnWord cut = words.front();
    words.front().text = next.back().text + cut.text;
    const ColumnWord moved = next.back();
    next.pop_back();
    PieceLabels again =
        Labeller(text, {labels.name_width, labels.goal_width, labels.list_width}).run();
    if (again.cost < labels.cost) {
      labels = std::move(again);
    } else {
      words.front() = cut;
      next.push_back(moved);
    }
  }
  return labels;
}

}  // namespace budgetdiff::import
