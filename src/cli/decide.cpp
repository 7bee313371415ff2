#include "cli/decide.hpp"

#include "cli/compare.hpp"
#include "cli/subject_text.hpp"

namespace budgetdiff::cli {

Exit run_decide(const Context& context, const DecideOptions& options) {
  StoreHandle handle(context);
  const auto comparison = compare(handle, options.from, options.to, {});
  if (!comparison) {
    return report_error(context, comparison.error());
  }
  if (!comparison->from.key || !comparison->to.key) {
    return report_error(context, {{},
                                  {},
                                  {BD_TR("decisions live in a store, and these are files"), {}},
                                  {BD_TR("import both and name their years"), {}}});
  }
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  std::string subject;
  const auto commit = (*store)->change_decisions_on(
      *comparison->from.key, *comparison->to.key,
      [&](const Decisions& now) -> Result<DecisionsChange> {
        DecisionsChange change{now, {}};
        auto said = decide({comparison->from.snapshot, comparison->to.snapshot, comparison->changes,
                            comparison->from_name, comparison->to_name},
                           options.request, change.decisions);
        if (!said) {
          return fail(std::move(said).error());
        }
        change.subject = subject = std::move(*said);
        return change;
      },
      options.request.reason);
  if (!commit) {
    return report_error(context, commit.error());
  }
  note(context, context.say(BD_TR("recorded: {0} (commit {1})"),
                            {subject_text(context, subject), commit->substr(0, 10)}));
  return Exit::done;
}

}  // namespace budgetdiff::cli
