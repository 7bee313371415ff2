#include <budgetdiff/review/changes.hpp>

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace budgetdiff {
namespace {

std::string money(const std::optional<Amount>& amount, const std::string& unit) {
  if (!amount) {
    return {};
  }
  return unit.empty() ? amount->to_string() : amount->to_string() + ' ' + unit;
}

std::vector<std::string> names_of(const std::vector<ProjectRef>& refs) {
  std::vector<std::string> out;
  out.reserve(refs.size());
  for (const ProjectRef& ref : refs) {
    out.push_back(ref.name);
  }
  return out;
}

std::vector<std::string> one_or_all(const std::string& name, const std::vector<ProjectRef>& refs) {
  return name.empty() ? names_of(refs) : std::vector<std::string>{name};
}

std::optional<Amount> sum_of(const std::vector<ProjectRef>& refs) {
  std::optional<Amount> sum;
  for (const ProjectRef& ref : refs) {
    if (ref.total) {
      sum = sum ? *sum + *ref.total : *ref.total;
    }
  }
  return sum;
}

/// An indicator as one line: categories, name, targets.
std::string line_of(const std::optional<Indicator>& indicator) {
  std::string out;
  if (!indicator) {
    return out;
  }
  for (const std::string* const part :
       {&indicator->level1, &indicator->level2, &indicator->name, &indicator->period_target,
        &indicator->annual_target, &indicator->weight}) {
    if (!part->empty()) {
      out += (out.empty() ? "" : " / ") + *part;
    }
  }
  return out;
}

class Lister {
 public:
  explicit Lister(const ChangeSet& changes) : changes_(changes) {}

  std::vector<ReviewedChange> list() {
    for (const AmountChange& change : changes_.stated) {
      ReviewedChange& item = add(change.id, ChangePart::total);
      item.about.name = change.column;
      item.about.from = money(change.from, changes_.from.unit);
      item.about.to = money(change.to, changes_.to.unit);
      item.amount = &change;
    }
    for (const SuggestedMatch& match : changes_.suggested) {
      ReviewedChange& item = add(match.id, ChangePart::match);
      item.about.from_projects = names_of(match.from);
      item.about.to_projects = names_of(match.to);
      item.about.from = money(sum_of(match.from), changes_.from.unit);
      item.about.to = money(sum_of(match.to), changes_.to.unit);
      item.match = &match;
    }
    for (const ProjectChange& project : changes_.projects) {
      list_project(project);
    }
    return std::move(out_);
  }

 private:
  ReviewedChange& add(const std::string& id, ChangePart part) {
    ReviewedChange& item = out_.emplace_back();
    item.id = id;
    item.about.part = part;
    return item;
  }

  ReviewedChange& add_in(const ProjectChange& project, const std::string& id, ChangePart part) {
    ReviewedChange& item = add(id, part);
    item.project = &project;
    item.about.from_projects = names_of(project.from);
    item.about.to_projects = names_of(project.to);
    return item;
  }

  void list_project(const ProjectChange& project) {
    ReviewedChange& whole = add_in(project, project.id, ChangePart::project);
    whole.about.from = money(project.from_total, changes_.to.unit);
    whole.about.to = money(project.to_total, changes_.to.unit);
    for (const FieldChange& change : project.fields) {
      ReviewedChange& item = add_in(project, change.id, ChangePart::field);
      item.about.field = change.field;
      item.about.from = change.from;
      item.about.to = change.to;
      item.text_field = &change;
    }
    for (const AmountChange& change : project.funding) {
      ReviewedChange& item = add_in(project, change.id, ChangePart::funding);
      item.about.name = change.column;
      item.about.from = money(change.from, changes_.from.unit);
      item.about.to = money(change.to, changes_.to.unit);
      item.amount = &change;
    }
    for (const GoalChange& change : project.goals) {
      ReviewedChange& item = add_in(project, change.id, ChangePart::goal);
      item.about.from_projects = one_or_all(change.from_project, project.from);
      item.about.to_projects = one_or_all(change.to_project, project.to);
      item.about.name = change.field;
      item.about.from = change.from;
      item.about.to = change.to;
      item.goal = &change;
    }
    for (const IndicatorChange& change : project.indicators) {
      list_indicator(project, change);
    }
  }

  void list_indicator(const ProjectChange& project, const IndicatorChange& change) {
    const std::optional<Indicator>& named = change.to ? change.to : change.from;
    const auto add_part = [&](const std::string& id, ChangePart part) -> ReviewedChange& {
      ReviewedChange& item = add_in(project, id, part);
      item.about.from_projects = one_or_all(change.from_project, project.from);
      item.about.to_projects = one_or_all(change.to_project, project.to);
      item.about.name = named ? named->name : std::string();
      item.indicator = &change;
      return item;
    };
    ReviewedChange& whole = add_part(change.id, ChangePart::indicator);
    whole.about.from = line_of(change.from);
    whole.about.to = line_of(change.to);
    for (const TargetChange& target : change.targets) {
      ReviewedChange& item = add_part(target.id, ChangePart::target);
      item.about.field = target.field;
      item.about.from = target.from;
      item.about.to = target.to;
      item.target = &target;
    }
  }

  const ChangeSet& changes_;
  std::vector<ReviewedChange> out_;
};

/// "21.21 万元" as its two parts.
std::optional<std::pair<Amount, std::string_view>> read_money(std::string_view text) {
  const std::size_t blank = text.find(' ');
  const auto amount = Amount::parse_computed(text.substr(0, blank));
  if (!amount) {
    return std::nullopt;
  }
  return std::pair(*amount,
                   blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1));
}

}  // namespace

std::vector<ReviewedChange> reviewed_changes(const ChangeSet& changes) {
  return Lister(changes).list();
}

Result<ReviewedChange> find_change(const ChangeSet& changes, std::string_view id) {
  std::vector<ReviewedChange> found;
  for (ReviewedChange& change : Lister(changes).list()) {
    const bool fits = !id.empty() && std::string_view(change.id).starts_with(id);
    if (fits && (found.empty() || found.front().id != change.id)) {
      found.push_back(std::move(change));
    }
  }
  if (found.size() == 1) {
    return std::move(found.front());
  }
  if (found.empty()) {
    return fail({BD_TR("no change has the id {0}"), {std::string(id)}},
                {BD_TR("budgetdiff diff FROM TO --ids shows the ids"), {}});
  }
  std::string list;
  for (const ReviewedChange& change : found) {
    list += (list.empty() ? "" : ", ") + change.id;
  }
  return fail({BD_TR("{0} changes begin with {1}: {2}"),
               {std::to_string(found.size()), std::string(id), list}},
              {BD_TR("give more of the id"), {}});
}

bool same_value(std::string_view a, std::string_view b) {
  if (a == b) {
    return true;
  }
  const auto first = read_money(a);
  const auto second = read_money(b);
  if (first && second) {
    const auto converted = convert(first->first, first->second, second->second);
    return converted && *converted == second->first;
  }
  return fold_width(a) == fold_width(b);
}

}  // namespace budgetdiff
