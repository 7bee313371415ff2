#include "cli/commands.hpp"
#include "cli/comment_write.hpp"
#include "cli/review.hpp"
#include "cli/usage.hpp"

#include <algorithm>
#include <budgetdiff/codec/comment_json.hpp>
#include <budgetdiff/report/comments.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <memory>

namespace budgetdiff::cli {
namespace {

struct ListOptions {
  std::vector<std::string> sides;  ///< none, or FROM and TO
  std::string state;
  std::string project;
  std::string author;
  std::string kind;
  std::string format = "text";
  std::string output;
  bool json = false;
};

bool has_part(const std::string& text, const std::string& folded_part) {
  return fold_name(text).find(folded_part) != std::string::npos;
}

bool any_has_part(const std::vector<std::string>& texts, const std::string& folded_part) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return has_part(text, folded_part); });
}

bool has_state(const Thread& thread, const std::string& state) {
  return state == "outdated" ? thread.outdated() : state == to_string(thread.state);
}

/// Who opened the thread, by a part of the name or the whole address.
bool is_by(const Thread& thread, const std::string& author) {
  const CommentAuthor& opening = thread.opening().author;
  return opening.email == author || has_part(opening.name, fold_name(author));
}

/// A question that was explained is found among the explanations too.
bool has_kind(const Thread& thread, CommentKind kind) {
  return std::any_of(
      thread.messages.begin(), thread.messages.end(), [&](const ThreadMessage& message) {
        const bool opening = message.action == CommentAction::comment;
        const bool explains =
            message.action == CommentAction::reply && kind == CommentKind::explanation;
        return (opening || explains) && message.kind == kind;
      });
}

Result<std::vector<Thread>> listed(StoreHandle& handle, const ListOptions& options) {
  auto threads = Result<std::vector<Thread>>();
  if (options.sides.empty()) {
    threads = all_threads(handle);
  } else if (options.sides.size() == 2) {
    const auto comparison = compare(handle, options.sides[0], options.sides[1], {});
    if (!comparison) {
      return fail(comparison.error());
    }
    if (!comparison->from.key || !comparison->to.key) {
      return fail({BD_TR("comments live in a store, and these are files"), {}},
                  {BD_TR("import both and name their years"), {}});
    }
    threads = threads_on(handle, *comparison);
  } else {
    return fail({BD_TR("name both years, or none"), {}},
                {BD_TR("budgetdiff comment {0} --help shows how"), {"list"}});
  }
  if (!threads) {
    return threads;
  }
  std::optional<CommentKind> kind;
  if (!options.kind.empty()) {
    const auto read = read_kind(options.kind);
    if (!read) {
      return fail(read.error());
    }
    kind = *read;
  }
  const std::string project = fold_name(options.project);
  std::erase_if(*threads, [&](const Thread& thread) {
    return (!options.state.empty() && !has_state(thread, options.state)) ||
           (!options.project.empty() && !any_has_part(thread.about.from_projects, project) &&
            !any_has_part(thread.about.to_projects, project)) ||
           (!options.author.empty() && !is_by(thread, options.author)) ||
           (kind && !has_kind(thread, *kind));
  });
  return threads;
}

Exit run_list(const Context& context, const ListOptions& options) {
  StoreHandle handle(context);
  const auto threads = listed(handle, options);
  if (!threads) {
    return report_error(context, threads.error());
  }
  std::string text;
  if (options.json || options.format == "json") {
    text = write_threads(*threads);
  } else if (options.format == "markdown") {
    text = comments_markdown(*threads, context.language);
  } else {
    text = comments_text(*threads, context.language,
                         options.output.empty() && context.colour_output());
  }
  return write_output(context, text, options.output);
}

void add_list_options(CLI::App& list, const Context& context, ListOptions& options) {
  list.add_option("YEARS", options.sides,
                  context.say(BD_TR("FROM and TO; none: all comments of the store")))
      ->expected(0, 2);
  list.add_option("--state", options.state, context.say(BD_TR("open, resolved or outdated")))
      ->check(CLI::IsMember({"open", "resolved", "outdated"}));
  list.add_option("--project", options.project,
                  context.say(BD_TR("A project's name or part of it")));
  list.add_option("--author", options.author,
                  context.say(BD_TR("Who asked: part of the name, or the address")));
  list.add_option("--kind", options.kind, context.say(BD_TR("question, explanation or note")));
  list.add_option("--format", options.format, context.say(BD_TR("text, json or markdown")))
      ->check(CLI::IsMember({"text", "json", "markdown"}));
  list.add_flag("--json", options.json, context.say(BD_TR("Print JSON")));
  list.add_option("-o,--output", options.output,
                  context.say(BD_TR("Write to this file instead of standard output")));
}

struct Action {
  const char* name;
  const char* description;
  CommentAction action;
};

}  // namespace

void add_comment(const Program& program) {
  const Context& context = program.context;
  CLI::App* verb = program.verb("comment", BD_TR("Ask about a change, explain it, settle it"),
                                "budgetdiff comment add 2023 2024 c3f09a -m 为什么增加？\n"
                                "  budgetdiff comment reply 90b3 --kind explanation -F reason.txt\n"
                                "  budgetdiff comment list 2023 2024 --state open");
  verb->require_subcommand(1);
  for (const Action& one :
       {Action{"add", BD_TR("Comment on a change"), CommentAction::comment},
        Action{"reply", BD_TR("Answer a comment"), CommentAction::reply},
        Action{"edit", BD_TR("Give your own comment another wording"), CommentAction::edit},
        Action{"resolve", BD_TR("Settle a comment"), CommentAction::resolve},
        Action{"reopen", BD_TR("Take up a settled comment again"), CommentAction::reopen}}) {
    CLI::App* added = add_verb(*verb, context, one.name, one.description);
    added->fallthrough();
    auto options = std::make_shared<CommentOptions>();
    options->action = one.action;
    const bool opens = one.action == CommentAction::comment;
    const bool settles =
        one.action == CommentAction::resolve || one.action == CommentAction::reopen;
    options->text.may_be_empty = settles;
    added
        ->add_option(opens ? "CHANGE" : "COMMENT", options->operands,
                     opens ? context.say(BD_TR("FROM, TO and the id of a change; the beginning of "
                                               "the id is enough (diff --ids shows them)"))
                           : context.say(BD_TR("The id of a comment or its beginning; FROM and TO "
                                               "may stand before it")))
        ->required()
        ->expected(1, 3);
    added
        ->add_option("-m,--message", options->text.messages,
                     context.say(BD_TR("The text; given again, another paragraph")))
        ->allow_extra_args(false);
    added->add_option("-F,--file", options->text.file,
                      context.say(BD_TR("Take the text from this file (- for standard input); "
                                        "without -m and -F an editor is opened")));
    if (!settles) {
      added->add_option("--kind", options->kind,
                        context.say(BD_TR("question, explanation or note")));
    }
    added->add_flag("--json", options->json, context.say(BD_TR("Print the thread as JSON")));
    added->callback([program, options] { program.exit = run_comment(program.context, *options); });
  }
  auto options = std::make_shared<ListOptions>();
  CLI::App* list = add_verb(*verb, context, "list", BD_TR("The comments, with all that was said"));
  list->fallthrough();
  add_list_options(*list, context, *options);
  list->callback([program, options] { program.exit = run_list(program.context, *options); });
}

}  // namespace budgetdiff::cli
