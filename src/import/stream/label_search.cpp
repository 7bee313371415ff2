#include "import/stream/label_search.hpp"

#include "import/project_types.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/flow.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr double wrong = 8;
/// A value that no label is for.
constexpr double loose_text = 2;
constexpr double loose_repeated = 0.5;
constexpr double loose_prose = 20;
/// The label of several lines stands beside their middle: lines above it are its own.
constexpr double above_label = 0.8;
/// Prose goes on behind a line that ends a sentence and is short, or that ends none.
constexpr double rest_of_name = 2.5;
constexpr double goes_on = 0.1;
constexpr double goes_on_behind_end = 1.6;
constexpr double begins_inside_sentence = 5;
constexpr double begins_behind_full_line = 1;
constexpr std::size_t most_above = 12;
/// A label without a value before one that has it.
constexpr double passed_label = 0.3;
constexpr double side_total = 1;
constexpr double common_name = 6;
constexpr double rest_of_value = 4;
/// More of either is no form's.
constexpr std::size_t most_items = 200;
constexpr std::size_t most_labels = 40;

double skip_cost(Role role) {
  switch (role) {
    case Role::project_name:
      return never_fits;
    case Role::money:
      return 0.6;
    case Role::goal:
    case Role::annual_goal:
      return 3;
    case Role::department:
    case Role::spending_unit:
      return 1.2;
    case Role::none:
      return 0.4;
    default:
      return 0.8;
  }
}

class Search {
 public:
  Search(const FormItems& form, std::size_t& budget, bool absurd)
      : form_(form), budget_(budget), absurd_(absurd) {}

  std::optional<std::vector<LabelStep>> run() {
    if (form_.items.size() > most_items || form_.waiting.size() > most_labels) {
      return std::nullopt;
    }
    for (const FormItem& item : form_.items) {
      widest_ =
          !item.label && is_prose(item.text) ? std::max(widest_, width_of(item.text)) : widest_;
    }
    return deal() ? std::optional(std::move(steps_)) : std::nullopt;
  }

 private:
  /// Behind so many items, with so many labels of the left used.
  struct State {
    std::size_t used = 0;
    Role role = Role::none;  ///< of the label that was filled last
    std::size_t open =
        LabelStep::nowhere;    ///< the first of the labels just before that may have a value yet
    std::size_t open_end = 0;  ///< behind the last of them
    friend bool operator<(const State& a, const State& b) {
      return std::tie(a.used, a.role, a.open, a.open_end) <
             std::tie(b.used, b.role, b.open, b.open_end);
    }
  };
  struct Way {
    double cost = impossible;
    State before;
    std::size_t from = 0;
    LabelAct act = LabelAct::none;
    std::size_t label = LabelStep::nowhere;  ///< the item that is filled
  };

  void reach(std::size_t at, const State& state, const Way& way) {
    if (budget_ == 0) {
      return;
    }
    --budget_;
    Way& known = ways_[at][state];
    if (way.cost < known.cost) {
      known = way;
    }
  }

  /// What it costs that the open labels stay blank.
  [[nodiscard]] double unfilled(const State& state) const {
    double cost = 0;
    for (std::size_t i = state.open; i < state.open_end; ++i) {
      cost += skip_cost(form_.items[i].term.role);
    }
    return cost;
  }

  [[nodiscard]] bool is_full(std::size_t i) const {
    constexpr int slack = 6;
    return width_of(form_.items[i].text) + slack >= widest_;
  }

  /// Whether a text behind a whole sentence is something else: a body's name, a date, a type.
  static bool is_no_rest(const std::u32string& text) {
    return !is_prose(text) &&
           (ends_as_body(text) || is_digit(text.front()) || is_project_type(text));
  }

  /// What it costs that item `i` goes on with the prose of the one before, which a label beside it
  /// may part.
  [[nodiscard]] double cost_of_going_on(std::size_t i) const {
    const FormItem& before = form_.items[i - 1];
    const std::u32string& text = form_.items[i].text;
    if (before.label) {
      return is_no_rest(text) ? wrong : goes_on;
    }
    if ((closes_sentence(before.text) || is_others(before, Role::goal)) && is_no_rest(text)) {
      return wrong;
    }
    if (!closes_sentence(before.text) ||
        (!point_of(form_.items[i].text).empty() && !begins_list(form_.items[i].text))) {
      return goes_on;
    }
    return is_full(i - 1) && !begins_list(form_.items[i].text) ? goes_on : goes_on_behind_end;
  }

  /// What it costs that a goal begins with item `i`, behind another's.
  [[nodiscard]] double cost_of_beginning(std::size_t i, Role last) const {
    std::size_t before = i;
    while (before > 0 && form_.items[before - 1].label) {
      --before;
    }
    if (before == 0 || !holds_prose(last) || !is_prose(form_.items[before - 1].text)) {
      return 0;
    }
    const std::u32string point = point_of(form_.items[i].text);
    const bool list = begins_list(form_.items[i].text);
    return !closes_sentence(form_.items[before - 1].text) || (!point.empty() && !list)
               ? begins_inside_sentence
           : before == i && is_full(i - 1) && !list ? begins_behind_full_line
                                                    : 0;
  }

  /// Whether a label of the whole sum follows another: 资金总额 | 财政拨款 | … | 项目资金, the last
  /// at the side of all.
  [[nodiscard]] bool is_side_total(std::size_t label) const {
    bool total = false;
    for (std::size_t i = label; i > 0 && form_.items[i - 1].label; --i) {
      total = total || form_.items[i - 1].term.column == "total";
    }
    return total && form_.items[label].term.column == "total";
  }

  /// Whether an item is hardly a value that each project has for itself, as most forms have it.
  static bool is_others(const FormItem& item, Role role) {
    return item.common && (role == Role::project_name || (is_goal(role) && !is_prose(item.text)));
  }

  /// What speaks against an item being a label's value: the names of two projects are not the same,
  /// and the rest of a value begins none; what all forms have, and is no prose, is no goal either.
  static double fit(const FormItem& item, Role role) {
    return fit_of_value(item.text, role) +
           (!is_prose(item.text) && begins_in_brackets(item.text) ? rest_of_value : 0) +
           (is_others(item, role) ? common_name : 0);
  }

  void step(std::size_t i, const State& state, double cost) {
    const FormItem& item = form_.items[i];
    const Way from{cost, state, i, LabelAct::none};
    const auto way = [&](double more, LabelAct act) {
      Way out = from;
      out.cost += more;
      out.act = act;
      return out;
    };
    const double blank = unfilled(state);
    if (item.label) {
      const bool more = state.open != LabelStep::nowhere && state.open_end == i;
      reach(i + 1, {state.used, state.role, more ? state.open : i, i + 1},
            way(more ? 0 : blank, LabelAct::label));
      return;
    }
    double passed = 0;
    const bool only = i > 0 && form_.items[i - 1].label &&
                      (i + 1 == form_.items.size() || !is_amount(form_.items[i + 1].text));
    for (std::size_t t = state.open; t < state.open_end; ++t) {
      const Role role = form_.items[t].term.role;
      Way fill = way(passed + fit(item, role) + (is_side_total(t) ? side_total : 0) +
                         (holds_prose(role) ? cost_of_beginning(i, state.role) : 0),
                     LabelAct::fill);
      fill.label = t;
      const bool more = t + 1 < state.open_end;
      reach(i + 1, {state.used, role, more ? t + 1 : LabelStep::nowhere, more ? state.open_end : 0},
            fill);
      // The last of some labels is the one whose value follows; behind it blanks are at the end.
      passed += only ? passed_label : skip_cost(role);
    }
    double skipped = blank;
    for (std::size_t q = state.used; q < form_.waiting.size() && skipped < never_fits; ++q) {
      const Role role = form_.waiting[q].term.role;
      const double begins = holds_prose(role) ? cost_of_beginning(i, state.role) : 0;
      reach(i + 1, {q + 1, role, LabelStep::nowhere, 0},
            way(skipped + begins + fit(item, role), LabelAct::take));
      skipped += skip_cost(role);
    }
    const bool beside = i > 0 && form_.items[i - 1].label && is_goal(state.role);
    const bool whole = beside || (item.starts_line && (item.ends_line || is_goal(state.role)));
    // 44149321R000436 / 038
    const bool code = state.role == Role::project_code &&
                      item.text.find_first_not_of(U"0123456789") == item.text.npos;
    if (i > 0 && state.role != Role::money && whole && (beside || !form_.items[i - 1].label) &&
        (code || !is_amount(item.text)) && !is_others(item, state.role) &&
        (form_.items[i - 1].label || may_go_on(state.role, form_.items[i - 1].text, item.text))) {
      const double more =
          is_goal(state.role) || (holds_prose(state.role) && is_prose(form_.items[i - 1].text))
              ? cost_of_going_on(i)
          : code                                              ? goes_on
          : is_prose(item.text) || is_project_type(item.text) ? wrong
                                                              : 1.2;
      reach(i + 1, {state.used, state.role, LabelStep::nowhere, 0},
            way(blank + more, LabelAct::go_on));
    }
    const bool heavy = is_sum(item.text) || is_prose(item.text);
    // A word of all forms, or what stands behind one: its value.
    const bool unknown = item.repeated || is_project_type(item.text) ||
                         (i > 0 && form_.items[i - 1].repeated && !form_.items[i - 1].label);
    reach(i + 1, {state.used, state.role, LabelStep::nowhere, 0},
          way(blank + (heavy     ? loose_prose
                       : unknown ? loose_repeated
                                 : loose_text),
              LabelAct::loose));
    above(i, state, way(blank, LabelAct::above));
  }

  /// Lines above the label of the cell that they are in.
  void above(std::size_t i, const State& state, Way way) {
    way.cost += above_label + cost_of_beginning(i, state.role);
    for (std::size_t k = i; k < form_.items.size() && k < i + most_above; ++k) {
      const FormItem& item = form_.items[k];
      if (item.label) {
        const Role role = item.term.role;
        const bool alone = k + 1 == form_.items.size() || form_.items[k + 1].label;
        if (is_goal(role) || (k == i + 1 && alone)) {
          way.cost += fit(form_.items[i], role);
          way.label = k;
          reach(k + 1, {state.used, role, LabelStep::nowhere, 0}, way);
        }
        return;
      }
      if (!item.starts_line || is_amount(item.text) != is_amount(form_.items[i].text) ||
          (k > i && item.common && !is_prose(item.text))) {
        return;
      }
      way.cost += k > i ? cost_of_going_on(k) : 0;
    }
  }

  bool deal() {
    ways_.assign(form_.items.size() + 1, {});
    ways_[0][{}] = {0, {}, 0, LabelAct::none};
    for (std::size_t i = 0; i < form_.items.size(); ++i) {
      for (const auto& [state, way] : std::map(ways_[i])) {
        step(i, state, way.cost);
        if (budget_ == 0) {
          return false;
        }
      }
    }
    double least = impossible;
    State best;
    for (const auto& [state, way] : ways_.back()) {
      double cost = way.cost + unfilled(state);
      for (std::size_t q = state.used; q < form_.waiting.size(); ++q) {
        cost += skip_cost(form_.waiting[q].term.role);
      }
      if (cost < least) {
        least = cost;
        best = state;
      }
    }
    if (least == impossible || (least >= never_fits && !absurd_)) {
      return false;
    }
    for (std::size_t at = form_.items.size(); at > 0;) {
      const Way& way = ways_[at].at(best);
      steps_.push_back({way.act, way.from, at, best.used, way.label});
      at = way.from;
      best = way.before;
    }
    std::reverse(steps_.begin(), steps_.end());
    return true;
  }

  const FormItems& form_;
  std::size_t& budget_;
  bool absurd_;
  int widest_ = 0;  ///< line of prose
  std::vector<std::map<State, Way>> ways_;
  std::vector<LabelStep> steps_;
};

}  // namespace

std::optional<std::vector<LabelStep>> search_labels(const FormItems& form, std::size_t& budget,
                                                    bool absurd) {
  return Search(form, budget, absurd).run();
}

}  // namespace budgetdiff::import
