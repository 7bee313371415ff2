#include "cli/comment_write.hpp"

#include "cli/review.hpp"

#include <budgetdiff/codec/comment_json.hpp>
#include <budgetdiff/report/comments.hpp>
#include <budgetdiff/review/changes.hpp>
#include <budgetdiff/review/threads.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::cli {
namespace {

/// What will be recorded, and what its writer must see of it.
struct Draft {
  CommentEvent event;
  std::string initial;  ///< for an edit: the words as they are
  std::string about;    ///< for the editor
  bool nothing_to_do = false;
};

Error lives_in_a_store() {
  return {{},
          {},
          {BD_TR("comments live in a store, and these are files"), {}},
          {BD_TR("import both and name their years"), {}}};
}

std::string said_before(const Thread& thread) {
  std::string out;
  for (const ThreadMessage& message : thread.messages) {
    if (!message.text.empty()) {
      out += "\n" + message.author.name + ": " + message.text;
    }
  }
  return out;
}

Result<Draft> draft_comment(StoreHandle& store, const Context& context,
                            const CommentOptions& options) {
  if (is_file_operand(options.operands[0]) || is_file_operand(options.operands[1])) {
    return fail(lives_in_a_store());
  }
  const auto comparison = compare(store, options.operands[0], options.operands[1], {});
  if (!comparison) {
    return fail(comparison.error());
  }
  if (!comparison->from.key || !comparison->to.key) {
    return fail(lives_in_a_store());
  }
  const auto change = find_change(comparison->changes, options.operands[2]);
  if (!change) {
    return fail(change.error());
  }
  Draft draft;
  draft.event.pair = pair_of(*comparison->from.key, *comparison->to.key);
  draft.event.change = change->id;
  draft.event.about = change->about;
  draft.about = about_text(context.language, change->about);
  return draft;
}

/// What the change of a thread is now, or was, where it is gone.
Result<CommentedChange> about_now(StoreHandle& store, const Thread& thread) {
  auto earlier = load_key(store, from_key_of(thread.pair), "");
  auto later = load_key(store, to_key_of(thread.pair), "");
  if (!earlier || !later) {
    return thread.about;
  }
  const auto comparison =
      compare_loaded(store, std::move(*earlier), std::move(*later), CompareOptions{});
  if (!comparison) {
    return fail(comparison.error());
  }
  const auto change = find_change(comparison->changes, thread.change);
  return change ? change->about : thread.about;
}

/// The threads that an id may mean: of a pair, or of the whole store.
Result<std::vector<Thread>> candidates(StoreHandle& handle, const CommentOptions& options) {
  const auto store = handle.get();
  if (!store) {
    return fail(store.error());
  }
  auto events = Result<std::vector<CommentEvent>>();
  if (options.operands.size() == 3) {
    const auto earlier = load(handle, options.operands[0]);
    const auto later = load(handle, options.operands[1]);
    if (!earlier || !later) {
      return fail(!earlier ? earlier.error() : later.error());
    }
    if (!earlier->key || !later->key) {
      return fail(lives_in_a_store());
    }
    events = (*store)->read_comments_on(pair_of(*earlier->key, *later->key), "");
  } else {
    events = (*store)->read_all_comments("");
  }
  if (!events) {
    return fail(std::move(events).error());
  }
  return fold(*events).threads;
}

Result<Draft> draft_on_comment(StoreHandle& handle, const Context& context,
                               const CommentOptions& options) {
  const auto threads = candidates(handle, options);
  if (!threads) {
    return fail(threads.error());
  }
  const auto found = find_message(*threads, options.operands.back());
  if (!found) {
    return fail(found.error());
  }
  const Thread& thread = *found->thread;
  Draft draft;
  draft.event.pair = thread.pair;
  draft.event.change = thread.change;
  draft.event.comment = found->message->id;
  draft.event.kind = found->message->kind;
  draft.nothing_to_do =
      (options.action == CommentAction::resolve && thread.state == ThreadState::resolved) ||
      (options.action == CommentAction::reopen && thread.state == ThreadState::open);
  if (options.action == CommentAction::edit) {
    const auto author = (*handle.get())->author();
    if (!author) {
      return fail(author.error());
    }
    if (found->message->author.email != author->email) {
      return fail({BD_TR("these are the words of {0}"), {found->message->author.name}},
                  {BD_TR("answer them with budgetdiff comment reply {0}"), {found->message->id}});
    }
    draft.initial = found->message->text;
  }
  auto about = about_now(handle, thread);
  if (!about) {
    return fail(std::move(about).error());
  }
  draft.event.about = std::move(*about);
  draft.about = about_text(context.language, draft.event.about) + said_before(thread);
  return draft;
}

std::string done_text(const Context& context, const WrittenComment& written) {
  const std::string commit = written.commit.substr(0, 10);
  const std::string about = about_text(context.language, written.event.about);
  switch (written.event.action) {
    case CommentAction::comment:
      return context.say(BD_TR("recorded: comment {0} on {1} (commit {2})"),
                         {written.event.id, about, commit});
    case CommentAction::reply:
      return context.say(BD_TR("recorded: reply {0} to {1} (commit {2})"),
                         {written.event.id, written.event.comment, commit});
    case CommentAction::edit:
      return context.say(BD_TR("recorded: another wording of {0} (commit {1})"),
                         {written.event.comment, commit});
    case CommentAction::resolve:
      return context.say(BD_TR("resolved: {0} (commit {1})"), {written.event.comment, commit});
    case CommentAction::reopen:
      return context.say(BD_TR("reopened: {0} (commit {1})"), {written.event.comment, commit});
  }
  return {};
}

/// The thread that the event is now part of, as JSON.
Result<std::string> thread_json(Store& store, const CommentEvent& event) {
  const auto events = store.read_comments_on(event.pair, "");
  if (!events) {
    return fail(events.error());
  }
  std::vector<Thread> threads = fold(*events).threads;
  std::erase_if(threads, [&](const Thread& thread) {
    return std::none_of(
        thread.messages.begin(), thread.messages.end(), [&](const ThreadMessage& message) {
          return message.id == event.id || std::find(message.edits.begin(), message.edits.end(),
                                                     event.id) != message.edits.end();
        });
  });
  return write_threads(threads);
}

}  // namespace

Exit run_comment(const Context& context, const CommentOptions& options) {
  const bool opens = options.action == CommentAction::comment;
  if (opens ? options.operands.size() != 3
            : options.operands.size() != 1 && options.operands.size() != 3) {
    return report_error(context,
                        {{},
                         {},
                         {opens ? BD_TR("a comment needs FROM, TO and the id of a change")
                                : BD_TR("name one comment by its id, or FROM, TO and the id"),
                          {}},
                         {BD_TR("budgetdiff comment {0} --help shows how"),
                          {opens ? "add" : std::string(to_string(options.action))}}});
  }
  StoreHandle handle(context);
  auto draft =
      opens ? draft_comment(handle, context, options) : draft_on_comment(handle, context, options);
  if (!draft) {
    return report_error(context, draft.error());
  }
  if (draft->nothing_to_do) {
    note(context, options.action == CommentAction::resolve
                      ? context.say(BD_TR("{0} is resolved already"), {draft->event.comment})
                      : context.say(BD_TR("{0} is open already"), {draft->event.comment}));
    return Exit::done;
  }
  CommentEvent& event = draft->event;
  event.action = options.action;
  if (!options.kind.empty()) {
    const auto kind = read_kind(options.kind);
    if (!kind) {
      return report_error(context, kind.error());
    }
    event.kind = *kind;
  } else if (options.action == CommentAction::reply) {
    event.kind = CommentKind::note;
  }
  const auto store = handle.get();
  if (!store) {
    return report_error(context, store.error());
  }
  auto text = comment_text(**store, options.text, draft->initial, draft->about);
  if (!text) {
    return report_error(context, text.error());
  }
  event.text = std::move(*text);
  if (event.action == CommentAction::edit && event.text == draft->initial && options.kind.empty()) {
    note(context, context.say(BD_TR("the wording is the same, so nothing was recorded"), {}));
    return Exit::done;
  }
  const auto written = (*store)->write_comment_on(event);
  if (!written) {
    return report_error(context, written.error());
  }
  note(context, done_text(context, *written));
  if (!options.json) {
    return print(context, written->event.id + "\n");
  }
  const auto json = thread_json(**store, written->event);
  return json ? print(context, *json) : report_error(context, json.error());
}

}  // namespace budgetdiff::cli
