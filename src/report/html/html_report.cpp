#include <budgetdiff/report/html.hpp>

#include "report/html/alluvial.hpp"
#include "report/html/change_article.hpp"
#include "report/html/filters.hpp"
#include "report/html/overview.hpp"
#include "report/html/threads.hpp"
#include "report/html/waterfall.hpp"
#include "report/later_unit.hpp"
#include "report/significance.hpp"
#include "report/thread_lines.hpp"

namespace budgetdiff {
namespace html {
namespace {

constexpr std::size_t projects_in_waterfall = 12;

class Report {
 public:
  Report(const LaterUnit& shown, const ReportOptions& options, const ReportedDocument& from,
         const ReportedDocument& to)
      : changes_(shown.changes()),
        unit_before_(shown.unit_before()),
        options_(options),
        from_(from),
        to_(to),
        page_(options.language, title(changes_, Wording(options.language))),
        tally_(tally(changes_)),
        order_(by_importance(changes_, options.min_change)),
        threads_(options.threads) {
    if (options.threads != nullptr) {
      for (const auto& [id, threads] : *options.threads) {
        for (const Thread& thread : threads) {
          (thread.state == ThreadState::open ? open_ : resolved_) += 1;
        }
      }
    }
    std::set<std::string> listed;
    for (const auto* list : {&order_.money, &order_.weakened, &order_.other, &order_.notation}) {
      if (list == &order_.notation && !options.notation) {
        continue;
      }
      for (const ProjectChange* change : *list) {
        listed.insert(change->id);
      }
    }
    page_.set_listed(std::move(listed));
  }

  std::string run() {
    page_.element("a", {{"class", "skip"}, {"href", "#changes"}},
                  page_(BD_TR("Skip to the changes")));
    page_.line();
    {
      const auto header = page_.in("header", {{"class", "top"}});
      write_heading(page_, changes_);
      contents();
    }
    page_.line();
    {
      const auto main = page_.in("main");
      page_.line();
      summary();
      pictures();
      body();
      doubts();
      other_threads();
      form_changes();
      write_findings(page_, changes_, from_, to_);
    }
    page_.line();
    footer();
    return page_.finish();
  }

 private:
  static std::string title(const ChangeSet& changes, const Wording& say) {
    const std::string& department =
        changes.to.department.empty() ? changes.from.department : changes.to.department;
    return (department.empty() ? "" : department + " ") + say.side(changes.from, false) + " → " +
           say.side(changes.to, true);
  }

  void contents() {
    const auto nav = page_.in("nav", {{"aria-label", page_(BD_TR("Parts of this report"))}});
    const auto link = [&](const char* id, const std::string& words) {
      page_.element("a", {{"href", std::string("#") + id}}, words);
      page_.text(" ");
    };
    link("summary", page_(BD_TR("Summary")));
    link("pictures", page_(BD_TR("Pictures")));
    link("changes", page_(BD_TR("Changes")));
    if (!changes_.suggested.empty()) {
      link("doubts", page_(BD_TR("Doubtful matches")));
    }
    link("findings", page_(BD_TR("Findings")));
  }

  void summary() {
    const auto section =
        page_.in("section", {{"id", "summary"}, {"aria-labelledby", "summary-title"}});
    page_.element("h2", {{"id", "summary-title"}}, page_(BD_TR("Summary")));
    {
      const auto paragraph = page_.in("p", {{"class", "lead"}});
      bool first = true;
      for (const std::string& sentence :
           reviewer_sentences(changes_, tally_, order_, page_.say())) {
        if (!first && options_.language == Language::english) {
          page_.text(" ");
        }
        first = false;
        page_.name(sentence);
      }
      if (open_ + resolved_ > 0) {
        page_.text(options_.language == Language::english ? " " : "");
        page_.text(page_(BD_TR("Comments open: {0}; resolved: {1}."),
                         {std::to_string(open_), std::to_string(resolved_)}));
      }
    }
    page_.line();
    write_totals(page_, changes_, unit_before_);
    write_counts(page_, changes_, tally_);
    write_reconciliation(page_, changes_);
    write_sources(page_, changes_, from_, to_);
  }

  void pictures() {
    page_.line();
    const auto section =
        page_.in("section", {{"id", "pictures"}, {"aria-labelledby", "pictures-title"}});
    page_.element("h2", {{"id", "pictures-title"}}, page_(BD_TR("Pictures")));
    page_.line();
    if (changes_.totals.from && changes_.totals.to && changes_.totals.delta) {
      write(page_, waterfall_by_kind(changes_, page_.say()));
      write(page_, waterfall_by_project(changes_, page_.say(), projects_in_waterfall));
    } else {
      page_.element("p", page_(BD_TR("The totals of the two years cannot be compared.")));
    }
    write_alluvial(page_, changes_);
  }

  void body() {
    page_.line();
    const auto section = page_.in(
        "section", {{"id", "changes"}, {"tabindex", "-1"}, {"aria-labelledby", "changes-title"}});
    page_.element("h2", {{"id", "changes-title"}}, page_(BD_TR("Changes")));
    std::vector<std::pair<std::string, const std::vector<const ProjectChange*>*>> parts{
        {page_(BD_TR("Money")), &order_.money},
        {page_(BD_TR("Money level, targets loosened")), &order_.weakened},
        {page_(BD_TR("Other changes")), &order_.other}};
    if (options_.notation) {
      parts.emplace_back(page_(BD_TR("Notation only")), &order_.notation);
    }
    std::vector<const ProjectChange*> listed;
    for (const auto& [name, list] : parts) {
      listed.insert(listed.end(), list->begin(), list->end());
    }
    if (listed.empty()) {
      page_.element("p", page_(BD_TR("Nothing changed.")));
    } else {
      write_filters(page_, changes_, tally_, listed, open_ + resolved_ > 0);
      write_index(page_, listed);
    }
    page_.line();
    const Orders orders(listed);
    const ArticleContext context{changes_, options_, from_, to_};
    const std::vector<Amount> bounds = amount_bounds(changes_);
    for (const auto& [name, list] : parts) {
      if (list->empty()) {
        continue;
      }
      const auto part = page_.in("section", {{"class", "part"}});
      page_.element("h3", name + " (" + std::to_string(list->size()) + ")");
      page_.line();
      for (const ProjectChange* change : *list) {
        write_article(page_, context, *change, orders.of(change), bounds, threads_.on(*change));
      }
    }
    std::vector<std::string> phrases;
    for (const Message& phrase : left_out(tally_, order_, options_.notation)) {
      phrases.push_back(page_.say()(phrase));
    }
    if (!phrases.empty()) {
      page_.element("p", {{"class", "small"}},
                    page_(BD_TR("Not listed: {0}."), {page_.say().list(phrases)}));
    }
    page_.line();
  }

  void doubts() {
    if (changes_.suggested.empty()) {
      return;
    }
    const auto section =
        page_.in("section", {{"id", "doubts"}, {"aria-labelledby", "doubts-title"}});
    page_.element("h2", {{"id", "doubts-title"}},
                  page_(BD_TR("Not sure: a person must decide")) + " (" +
                      std::to_string(changes_.suggested.size()) + ")");
    for (const SuggestedMatch& suggestion : changes_.suggested) {
      doubt(suggestion);
      page_.line();
    }
  }

  void doubt(const SuggestedMatch& suggestion) {
    const auto article = page_.in(
        "article",
        {{"class", "doubt"}, {"id", suggestion.id}, {"aria-labelledby", "t-" + suggestion.id}});
    {
      const auto header = page_.in("header");
      {
        const auto title = page_.in("h3", {{"id", "t-" + suggestion.id}});
        page_.names(suggestion.from);
        page_.text(" → ");
        page_.names(suggestion.to);
      }
      page_.element("a",
                    {{"class", "permalink"},
                     {"href", "#" + suggestion.id},
                     {"aria-label", page_(BD_TR("Link to the change {0}"), {suggestion.id})}},
                    "#" + suggestion.id);
    }
    {
      const auto paragraph = page_.in("p");
      for (const auto* side : {&suggestion.from, &suggestion.to}) {
        if (side == &suggestion.to) {
          page_.text(" → ");
        }
        for (std::size_t i = 0; i < side->size(); ++i) {
          page_.text((i > 0 ? " + " : "") + money((*side)[i].total));
        }
      }
    }
    std::vector<std::string> reasons;
    for (const Message& reason : suggestion.evidence) {
      reasons.push_back(page_.say()(reason));
    }
    {
      const auto paragraph = page_.in("p", {{"class", "match"}});
      page_.name(page_(BD_TR("confidence {0}"), {confidence_text(suggestion.confidence)}) +
                 (reasons.empty() ? "" : page_(BD_TR(" ({0})"), {page_.say().list(reasons)})));
    }
    write_threads(page_, threads_.on(suggestion));
    if (options_.from_name.empty()) {
      return;
    }
    const std::string operands = options_.from_name + " " + options_.to_name + " " + suggestion.id;
    const auto list = page_.in("ul", {{"class", "commands"}});
    for (const auto& [words, verb] : {std::pair{page_(BD_TR("they are the same:")), "accept"},
                                      std::pair{page_(BD_TR("they are not:")), "reject"}}) {
      const auto item = page_.in("li");
      page_.text(words + " ");
      page_.element("code", std::string("budgetdiff match ") + verb + " " + operands);
    }
  }

  /// What was commented on and has no article: totals, what is level or gone.
  void other_threads() {
    const std::vector<const Thread*> rest = threads_.rest();
    if (rest.empty()) {
      return;
    }
    const auto section =
        page_.in("section", {{"id", "comments"}, {"aria-labelledby", "comments-title"}});
    page_.element("h2", {{"id", "comments-title"}},
                  page_(BD_TR("Comments on what is not listed above")) + " (" +
                      std::to_string(rest.size()) + ")");
    write_threads(page_, rest);
  }

  void form_changes() {
    if (changes_.form_changes.empty()) {
      return;
    }
    const auto section = page_.in("section", {{"aria-labelledby", "form-title"}});
    page_.element("h2", {{"id", "form-title"}}, page_(BD_TR("The form changed")));
    const auto list = page_.in("ul");
    for (const FormChange& change : changes_.form_changes) {
      const auto item = page_.in("li");
      page_.name(page_.say().form_change(change));
    }
  }

  void footer() {
    const auto footer = page_.in("footer");
    page_.text(page_(BD_TR("Made by budgetdiff {0} from the two documents named above; this file "
                           "loads nothing and sends nothing."),
                     {BUDGETDIFF_VERSION}));
    page_.line();
  }

  const ChangeSet& changes_;
  std::string unit_before_;
  const ReportOptions& options_;
  const ReportedDocument& from_;
  const ReportedDocument& to_;
  Page page_;
  Tally tally_;
  ByImportance order_;
  ThreadLines threads_;
  std::size_t open_ = 0;
  std::size_t resolved_ = 0;
};

}  // namespace
}  // namespace html

std::string html_report(const ChangeSet& changes, const ReportOptions& options,
                        const ReportedDocument& from, const ReportedDocument& to) {
  const LaterUnit shown(changes);
  return html::Report(shown, options, from, to).run();
}

}  // namespace budgetdiff
