#include "report/html/change_article.hpp"

#include "report/html/indicator_table.hpp"
#include "report/html/overview.hpp"
#include "report/html/threads.hpp"
#include "report/html/whole_article.hpp"

#include <algorithm>
#include <set>

namespace budgetdiff::html {
namespace {

class Article {
 public:
  Article(Page& page, const ArticleContext& context, const ProjectChange& change,
          const std::vector<const Thread*>& threads)
      : page_(page),
        context_(context),
        say_(page.say()),
        change_(change),
        threads_(threads),
        parts_(change.from.size() > 1 || change.to.size() > 1) {}

  void run(const Ranks& ranks, const std::vector<Amount>& bounds) {
    const auto article = page_.in("article", {{"class", classes(bounds)},
                                              {"id", change_.id},
                                              {"aria-labelledby", "t-" + change_.id},
                                              {"data-d", std::to_string(ranks.document)},
                                              {"data-u", std::to_string(ranks.increase)},
                                              {"data-l", std::to_string(ranks.decrease)},
                                              {"data-p", std::to_string(ranks.percent)},
                                              {"data-c", std::to_string(ranks.doubt)}});
    page_.line();
    heading();
    amounts();
    if (parts_) {
      parts();
    }
    sides();
    for (const GoalChange& goal : change_.goals) {
      if (!goal.notation || context_.options.notation) {
        this->goal(goal);
      }
    }
    write_indicators(page_, context_, change_);
    write_whole(page_, context_, change_);
    match();
    places();
    write_threads(page_, threads_);
    page_.line();
  }

 private:
  [[nodiscard]] std::string classes(const std::vector<Amount>& bounds) const {
    std::string out = "change k-" + std::string(to_string(change_.kind));
    std::set<Effect> effects;
    for (const IndicatorChange& indicator : change_.indicators) {
      for (const TargetChange& target : indicator.targets) {
        effects.insert(target.effect);
      }
    }
    for (const Effect effect : effects) {
      out += " e-" + std::string(to_string(effect));
    }
    const Amount size = change_.delta.value_or(Amount()).abs();
    for (std::size_t i = 0; i < bounds.size() && size >= bounds[i]; ++i) {
      out += " a-" + std::to_string(i);
    }
    if (!threads_.empty()) {
      out += count_open(threads_) > 0 ? " c-any c-open" : " c-any";
    }
    return out;
  }

  void heading() {
    const auto header = page_.in("header");
    {
      const auto title = page_.in("h4", {{"id", "t-" + change_.id}});
      for (const FieldChange& field : change_.fields) {
        if (is_in_heading(field)) {
          page_.element("span", {{"id", field.id}}, "");
        }
      }
      page_.element("span", {{"class", "badge k-" + std::string(to_string(change_.kind))}},
                    say_.kind(change_.kind));
      page_.text(" ");
      page_.names(change_.from.empty() ? change_.to : change_.from);
      const bool arrow = !change_.from.empty() && !change_.to.empty() &&
                         (parts_ || change_.kind == ProjectChangeKind::renamed);
      if (arrow) {
        page_.text(" → ");
        page_.names(change_.to);
      }
    }
    page_.element("a",
                  {{"class", "permalink"},
                   {"href", "#" + change_.id},
                   {"aria-label", page_(BD_TR("Link to the change {0}"), {change_.id})}},
                  "#" + change_.id);
  }

  void amounts() {
    if (!change_.from_total && !change_.to_total) {
      return;
    }
    const auto line = page_.in("p", {{"class", "amounts"}});
    for (const AmountChange& amount : change_.funding) {
      if (is_in_amounts(amount)) {
        page_.element("span", {{"id", amount.id}}, "");
      }
    }
    if (change_.from.empty() || change_.from_total == change_.to_total) {
      page_.text(money(change_.to_total));
    } else if (change_.to.empty()) {
      page_.text(money(change_.from_total));
    } else {
      page_.text(money(change_.from_total) + " → " + money(change_.to_total));
    }
    if (!context_.changes.to.unit.empty()) {
      page_.text(" " + context_.changes.to.unit);
    }
    if (change_.delta && (!change_.delta->is_zero() || parts_)) {
      page_.text(" ");
      page_.delta(change_.delta, change_.percent);
    } else if (change_.delta && !change_.from.empty() && !change_.to.empty()) {
      page_.text(" ");
      page_.element("span", {{"class", "delta"}}, page_(BD_TR("money level")));
    }
  }

  void side_heads(const std::string& first, bool with_change) {
    const auto head = page_.in("thead");
    const auto row = page_.in("tr");
    if (!first.empty()) {
      page_.element("th", {{"scope", "col"}}, first);
    }
    page_.element("th", {{"scope", "col"}}, say_.side(context_.changes.from, false));
    page_.element("th", {{"scope", "col"}}, say_.side(context_.changes.to, true));
    if (with_change) {
      page_.element("th", {{"scope", "col"}}, page_(BD_TR("change")));
    }
  }

  /// The projects of both years side by side, with their sums.
  void parts() {
    const auto table = page_.in("table", {{"class", "parts"}});
    side_heads({}, false);
    const auto body = page_.in("tbody");
    const std::size_t rows = std::max(change_.from.size(), change_.to.size());
    const auto cell = [&](const std::vector<ProjectRef>& refs, std::size_t i) {
      const auto td = page_.in("td");
      if (i < refs.size()) {
        page_.name(refs[i].name);
        page_.text(" ");
        page_.element("span", {{"class", "amount"}}, money(refs[i].total));
      }
    };
    for (std::size_t i = 0; i < rows; ++i) {
      const auto row = page_.in("tr");
      cell(change_.from, i);
      cell(change_.to, i);
    }
    const auto row = page_.in("tr", {{"class", "sum"}});
    sum_cell(change_.from, context_.changes.from.unit);
    sum_cell(change_.to, context_.changes.to.unit);
  }

  void sum_cell(const std::vector<ProjectRef>& refs, const std::string& unit) {
    Amount sum;
    for (const ProjectRef& ref : refs) {
      sum += ref.total.value_or(Amount());
    }
    const auto td = page_.in("td");
    page_.text(page_(BD_TR("sum")) + " ");
    page_.element("span", {{"class", "amount"}}, sum.grouped() + (unit.empty() ? "" : " " + unit));
  }

  /// Names, amounts by column and other short texts, before and after.
  void sides() {
    const auto total =
        std::find_if(change_.funding.begin(), change_.funding.end(),
                     [](const AmountChange& c) { return c.column == column::total; });
    std::vector<const AmountChange*> amounts;
    for (const AmountChange& amount : change_.funding) {
      // A single source that carries the whole change says nothing new.
      const bool repeats = total != change_.funding.end() && &amount != &*total &&
                           amount.from == total->from && amount.to == total->to;
      if (!repeats && !is_in_amounts(amount) && (!amount.notation || context_.options.notation)) {
        amounts.push_back(&amount);
      }
    }
    std::vector<const FieldChange*> fields;
    for (const FieldChange& field : change_.fields) {
      if (is_in_heading(field)) {
        continue;
      }
      if (!field.notation || context_.options.notation) {
        fields.push_back(&field);
      }
    }
    if (amounts.empty() && fields.empty()) {
      return;
    }
    const auto table = page_.in("table", {{"class", "sides"}});
    side_heads(page_(BD_TR("what")), true);
    const auto body = page_.in("tbody");
    for (const FieldChange* field : fields) {
      const auto row = page_.in("tr", {{"id", field->id}});
      page_.element("th", {{"scope", "row"}}, say_.field(field->field));
      page_.text_cell(field->from);
      page_.text_cell(field->to);
      page_.element("td", field->notation ? page_(BD_TR("notation only")) : "");
    }
    for (const AmountChange* amount : amounts) {
      const auto row = page_.in("tr", {{"id", amount->id}});
      page_.element("th", {{"scope", "row"}}, say_.column(amount->column));
      page_.element("td", {{"class", "number"}}, money(amount->from));
      page_.element("td", {{"class", "number"}}, money(amount->to));
      const auto cell = page_.in("td", {{"class", "number"}});
      page_.delta(amount->delta, amount->percent);
    }
  }

  [[nodiscard]] bool is_in_heading(const FieldChange& field) const {
    return field.field == "name" && change_.kind == ProjectChangeKind::renamed;
  }

  /// Whether the amounts of a column stand in the line above all tables.
  [[nodiscard]] bool is_in_amounts(const AmountChange& amount) const {
    return amount.column == column::total &&
           std::all_of(change_.funding.begin(), change_.funding.end(),
                       [&](const AmountChange& other) {
                         return other.from == amount.from && other.to == amount.to;
                       });
  }

  void goal(const GoalChange& goal) {
    const auto block = page_.in("div", {{"class", "goal"}, {"id", goal.id}});
    {
      const auto label = page_.in("h5");
      page_.text(say_.field(goal.field));
      if (parts_) {
        page_.text(" (");
        page_.name(goal.from_project);
        page_.text(" → ");
        page_.name(goal.to_project);
        page_.text(")");
      }
    }
    {
      const auto text = page_.in(
          "p", {{"class", "prose"}, {"dir", "auto"}, {"lang", page_.lang_of(goal.from + goal.to)}});
      for (const TextEdit& edit : goal.edits) {
        switch (edit.kind) {
          case TextEdit::Kind::keep:
            page_.text(edit.text);
            break;
          case TextEdit::Kind::remove:
            page_.element("del", edit.text);
            break;
          case TextEdit::Kind::insert:
            page_.element("ins", edit.text);
            break;
        }
      }
    }
    if (goal.from.empty() || goal.to.empty()) {
      return;
    }
    const auto details = page_.in("details");
    page_.element("summary", page_(BD_TR("Before and after, side by side")));
    const auto table = page_.in("table", {{"class", "sides prose"}});
    side_heads({}, false);
    const auto body = page_.in("tbody");
    const auto row = page_.in("tr");
    page_.text_cell(goal.from);
    page_.text_cell(goal.to);
  }

  void match() {
    if (change_.from.empty() || change_.to.empty()) {
      return;
    }
    const auto paragraph = page_.in("p", {{"class", "match small"}});
    page_.text(page_(BD_TR("match: {0}, confidence {1}"),
                     {say_.method(change_.method), confidence_text(change_.confidence)}));
    std::vector<std::string> reasons;
    for (const Message& reason : change_.evidence) {
      reasons.push_back(say_(reason));
    }
    if (!reasons.empty()) {
      page_.name(page_(BD_TR(" ({0})"), {say_.list(reasons)}));
    }
  }

  void places() {
    std::vector<std::string> words;
    const auto look = [&](const std::vector<ProjectRef>& refs, const SnapshotRef& snapshot,
                          bool later, const ReportedDocument& document) {
      if (document.provenance == nullptr) {
        return;
      }
      std::vector<std::string> places;
      for (const ProjectRef& ref : refs) {
        if (ref.index < document.provenance->projects.size()) {
          const std::string place =
              place_text(document.provenance->projects[ref.index].place, say_);
          if (!place.empty()) {
            places.push_back(place);
          }
        }
      }
      if (!places.empty()) {
        words.push_back(page_(BD_TR("{0}: {1}"), {say_.side(snapshot, later), say_.list(places)}));
      }
    };
    look(change_.from, context_.changes.from, false, context_.from);
    look(change_.to, context_.changes.to, true, context_.to);
    if (words.empty()) {
      return;
    }
    const auto paragraph = page_.in("p", {{"class", "place small"}});
    page_.text(page_(BD_TR("in the source: ")));
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) {
        page_.text(" · ");
      }
      page_.name(words[i]);
    }
  }

  Page& page_;
  const ArticleContext& context_;
  const Wording& say_;
  const ProjectChange& change_;
  const std::vector<const Thread*>& threads_;
  bool parts_;
};

}  // namespace

std::vector<Amount> amount_bounds(const ChangeSet& changes) {
  constexpr std::size_t most = 5;
  constexpr std::size_t longest = 36;  // digits of a computed amount
  Amount largest;
  for (const ProjectChange& change : changes.projects) {
    largest = std::max(largest, change.delta.value_or(Amount()).abs());
  }
  std::vector<Amount> bounds;
  Amount::Integer bound = 1;
  while (Amount(bound, 0) <= largest && bounds.size() < longest) {
    bounds.emplace_back(bound, 0);
    bound *= 10;
  }
  if (bounds.size() > most) {
    bounds.erase(bounds.begin(), bounds.end() - static_cast<std::ptrdiff_t>(most));
  }
  return bounds;
}

void write_article(Page& page, const ArticleContext& context, const ProjectChange& change,
                   const Ranks& ranks, const std::vector<Amount>& bounds,
                   const std::vector<const Thread*>& threads) {
  Article(page, context, change, threads).run(ranks, bounds);
}

}  // namespace budgetdiff::html
