#include "report/wording.hpp"

#include <budgetdiff/model/extra_members.hpp>

#include <algorithm>

namespace budgetdiff {

std::string Wording::operator()(std::string_view english,
                                const std::vector<std::string>& args) const {
  return say(language_, english, args);
}

std::string Wording::operator()(const Message& message) const {
  return say(language_, message);
}

std::string Wording::kind(ProjectChangeKind kind) const {
  switch (kind) {
    case ProjectChangeKind::added:
      return (*this)(BD_TR("new"));
    case ProjectChangeKind::removed:
      return (*this)(BD_TR("ended"));
    case ProjectChangeKind::changed:
      return (*this)(BD_TR("changed"));
    case ProjectChangeKind::renamed:
      return (*this)(BD_TR("renamed"));
    case ProjectChangeKind::split:
      return (*this)(BD_TR("split"));
    case ProjectChangeKind::merged:
      return (*this)(BD_TR("merged"));
    case ProjectChangeKind::regrouped:
      return (*this)(BD_TR("regrouped"));
    case ProjectChangeKind::unchanged:
      return (*this)(BD_TR("unchanged"));
  }
  return {};
}

std::string Wording::kind(IndicatorChangeKind kind) const {
  switch (kind) {
    case IndicatorChangeKind::added:
      return (*this)(BD_TR("added"));
    case IndicatorChangeKind::removed:
      return (*this)(BD_TR("dropped"));
    case IndicatorChangeKind::changed:
      return (*this)(BD_TR("changed"));
    case IndicatorChangeKind::renamed:
      return (*this)(BD_TR("renamed"));
    case IndicatorChangeKind::reclassified:
      return (*this)(BD_TR("reclassified"));
    case IndicatorChangeKind::moved:
      return (*this)(BD_TR("moved"));
  }
  return {};
}

std::string Wording::effect(Effect effect) const {
  switch (effect) {
    case Effect::same:
      return (*this)(BD_TR("same"));
    case Effect::reworded:
      return (*this)(BD_TR("reworded"));
    case Effect::tightened:
      return (*this)(BD_TR("tightened"));
    case Effect::loosened:
      return (*this)(BD_TR("loosened"));
    case Effect::comparator_changed:
      return (*this)(BD_TR("comparator changed"));
    case Effect::unit_changed:
      return (*this)(BD_TR("unit changed"));
    case Effect::changed:
      return (*this)(BD_TR("changed"));
  }
  return {};
}

std::string Wording::effect(const TargetChange& target) const {
  const bool divided = target.rule == rule_of_division || target.rule == rule_of_parts ||
                       target.rule == rule_of_unknown || target.rule.starts_with(rule_of_sum);
  return effect(target.effect) +
         (divided ? (*this)(BD_TR(" ({0})"), {rule(target.rule)}) : std::string());
}

std::string Wording::reconciliation_kind(std::string_view kind) const {
  for (int i = 0; i <= static_cast<int>(ProjectChangeKind::unchanged); ++i) {
    if (to_string(static_cast<ProjectChangeKind>(i)) == kind) {
      return this->kind(static_cast<ProjectChangeKind>(i));
    }
  }
  return kind == "unexplained" ? (*this)(BD_TR("unexplained")) : std::string(kind);
}

std::string Wording::stage(std::string_view stage) const {
  if (stage == stage::budget) {
    return (*this)(BD_TR("budget"));
  }
  if (stage == stage::adjusted) {
    return (*this)(BD_TR("adjusted budget"));
  }
  if (stage == stage::final_accounts) {
    return (*this)(BD_TR("final accounts"));
  }
  return std::string(stage);
}

std::string Wording::column(std::string_view column) const {
  if (column == column::total) {
    return (*this)(BD_TR("total"));
  }
  if (column == column::fiscal_appropriation) {
    return (*this)(BD_TR("fiscal appropriation"));
  }
  if (column == column::special_account) {
    return (*this)(BD_TR("special account"));
  }
  if (column == column::other_funds) {
    return (*this)(BD_TR("other funds"));
  }
  if (column == "general_public_budget") {
    return (*this)(BD_TR("general public budget"));
  }
  if (column == "government_funds") {
    return (*this)(BD_TR("government funds"));
  }
  if (column == "state_capital") {
    return (*this)(BD_TR("state capital budget"));
  }
  if (column == "transfer_payment") {
    return (*this)(BD_TR("transfer payments"));
  }
  if (column == "operating_income") {
    return (*this)(BD_TR("operating income"));
  }
  if (column == "carried_over") {
    return (*this)(BD_TR("carried over"));
  }
  if (column == "multi_year_total") {
    return (*this)(BD_TR("total over several years"));
  }
  if (column == "adjusted_budget") {
    return (*this)(BD_TR("adjusted budget"));
  }
  if (column == "executed") {
    return (*this)(BD_TR("executed"));
  }
  if (column == "previous_year") {
    return (*this)(BD_TR("the year before"));
  }
  return std::string(column);
}

std::string Wording::method(MatchMethod method) const {
  switch (method) {
    case MatchMethod::pinned:
      return (*this)(BD_TR("decided by a person"));
    case MatchMethod::code:
      return (*this)(BD_TR("same project code"));
    case MatchMethod::exact:
      return (*this)(BD_TR("same name"));
    case MatchMethod::normalized:
      return (*this)(BD_TR("same name in another spelling"));
    case MatchMethod::year_rolled:
      return (*this)(BD_TR("same name but for the year"));
    case MatchMethod::similar:
      return (*this)(BD_TR("similar"));
    case MatchMethod::none:
      return {};
  }
  return {};
}

std::string Wording::form_change(const FormChange& change) const {
  const std::string count = std::to_string(change.count);
  const bool before = change.to.empty();
  const std::string& key = before ? change.from : change.to;
  switch (change.part) {
    case FormPart::category:
      break;
    case FormPart::funding:
    case FormPart::field: {
      const std::string word = change.part == FormPart::field ? field(key) : column(key);
      return before ? (*this)(BD_TR("{0} is no longer shown (projects: {1})"), {word, count})
                    : (*this)(BD_TR("{0} was not shown before (projects: {1})"), {word, count});
    }
    case FormPart::target:
      return before
                 ? (*this)(BD_TR("{0} is no longer shown (indicators: {1})"), {field(key), count})
                 : (*this)(BD_TR("{0} was not shown before (indicators: {1})"),
                           {field(key), count});
  }
  return (*this)(BD_TR("{0} → {1}: {2} indicators"), {change.from, change.to, count});
}

std::string Wording::field(std::string_view field) const {
  if (field == "name") {
    return (*this)(BD_TR("name"));
  }
  if (field == "code") {
    return (*this)(BD_TR("project code"));
  }
  if (field == "type") {
    return (*this)(BD_TR("type"));
  }
  if (field == "spending_unit") {
    return (*this)(BD_TR("spending unit"));
  }
  if (field == "goal") {
    return (*this)(BD_TR("goal"));
  }
  if (field == "annual_goal") {
    return (*this)(BD_TR("annual goal"));
  }
  if (field == "weight") {
    return (*this)(BD_TR("indicator weight"));
  }
  if (field == "period_target") {
    return (*this)(BD_TR("period target"));
  }
  if (field == "annual_target") {
    return (*this)(BD_TR("annual target"));
  }
  return std::string(field.starts_with(extra_prefix) ? field.substr(extra_prefix.size()) : field);
}

std::string Wording::key(std::string_view key) const {
  if (key == "indicator") {
    return (*this)(BD_TR("indicator"));
  }
  if (key == "project") {
    return (*this)(BD_TR("project"));
  }
  if (key == "level1" || key == "level1_code") {
    return (*this)(BD_TR("first-level category"));
  }
  if (key == "level2" || key == "level2_code") {
    return (*this)(BD_TR("second-level category"));
  }
  if (key == "weight") {
    return (*this)(BD_TR("weight of the indicator"));
  }
  const std::string word = field(key);
  return word == key ? column(key) : word;
}

std::string Wording::rule(std::string_view rule) const {
  const auto after = [&](std::string_view prefix) {
    return std::string(rule.substr(prefix.size()));
  };
  if (const std::size_t arrow = rule.find(" -> "); arrow != std::string_view::npos) {
    const std::size_t blank = rule.find(' ');
    const std::vector<std::string> sides{std::string(rule.substr(blank + 1, arrow - blank - 1)),
                                         std::string(rule.substr(arrow + 4))};
    if (rule.starts_with(rule_of_sum)) {
      return (*this)(
          BD_TR("all parts together: {0} → {1}"),
          {std::string(rule.substr(rule_of_sum.size(), arrow - rule_of_sum.size())), sides.back()});
    }
    if (rule.starts_with("comparator ")) {
      return (*this)(BD_TR("the comparator went from {0} to {1}"), sides);
    }
    if (rule.starts_with("unit ")) {
      return (*this)(BD_TR("the unit went from {0} to {1}"), sides);
    }
  }
  if (rule.starts_with("comparator ")) {
    return (*this)(BD_TR("the comparator {0}"), {after("comparator ")});
  }
  if (rule.starts_with("name: ")) {
    return (*this)(BD_TR("the name holds {0}"), {after("name: ")});
  }
  if (rule.starts_with("category: ")) {
    return (*this)(BD_TR("the category is {0}"), {after("category: ")});
  }
  if (rule.starts_with("label: ")) {
    return (*this)(BD_TR("the target says {0}"), {after("label: ")});
  }
  if (rule == "a share of 60% or more is one to reach") {
    return (*this)(BD_TR("a share of 60% or more is one to reach"));
  }
  if (rule == "fewer numbers meet it") {
    return (*this)(BD_TR("fewer numbers meet it"));
  }
  if (rule == "more numbers meet it") {
    return (*this)(BD_TR("more numbers meet it"));
  }
  if (rule == rule_of_division) {
    return (*this)(BD_TR("the parts add up to the whole"));
  }
  if (rule == rule_of_unknown) {
    return (*this)(BD_TR("whether more is better is not known"));
  }
  if (rule == rule_of_dates) {
    return (*this)(BD_TR("an earlier date is stricter"));
  }
  if (rule == rule_of_parts) {
    return (*this)(BD_TR("a part is not held against the whole"));
  }
  if (rule == "direction of the words") {
    return (*this)(BD_TR("direction of the words"));
  }
  return std::string(rule);
}

std::string Wording::severity(Severity severity) const {
  switch (severity) {
    case Severity::note:
      return (*this)(BD_TR("note"));
    case Severity::warning:
      return (*this)(BD_TR("warning"));
    case Severity::error:
      return (*this)(BD_TR("error"));
  }
  return {};
}

std::string Wording::side(const SnapshotRef& ref, bool later) const {
  if (!ref.year) {
    return later ? (*this)(BD_TR("later table")) : (*this)(BD_TR("earlier table"));
  }
  return std::to_string(*ref.year) + " " + stage(ref.stage);
}

std::string Wording::list(const std::vector<std::string>& items) const {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) {
      out += comma();
    }
    out += item;
  }
  return out;
}

const char* Wording::colon() const {
  return language_ == Language::chinese ? "：" : ": ";
}

const char* Wording::comma() const {
  return language_ == Language::chinese ? "，" : ", ";
}

std::string money(const std::optional<Amount>& amount) {
  return amount ? amount->grouped() : "—";
}

std::string grouped_money(std::string_view text) {
  const std::size_t blank = std::min(text.find(' '), text.size());
  const auto amount = Amount::parse(text.substr(0, blank));
  return amount ? amount->grouped() + std::string(text.substr(blank)) : std::string(text);
}

std::string signed_money(const Amount& amount) {
  return (amount.is_negative() || amount.is_zero() ? "" : "+") + amount.grouped();
}

std::string signed_percent(const std::optional<std::string>& percent) {
  if (!percent) {
    return {};
  }
  const bool positive =
      !percent->starts_with('-') && percent->find_first_of("123456789") != std::string::npos;
  return (positive ? "+" : "") + *percent + "%";
}

std::string confidence_text(int per_mille) {
  return Amount((per_mille + 5) / 10, 2).to_string();
}

}  // namespace budgetdiff
