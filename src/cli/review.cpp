#include "cli/review.hpp"

#include <budgetdiff/review/threads.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::cli {

Result<std::vector<Thread>> threads_on(StoreHandle& handle, const Comparison& comparison) {
  if (!comparison.from.key || !comparison.to.key) {
    return std::vector<Thread>();
  }
  const auto store = handle.get();
  if (!store) {
    return fail(store.error());
  }
  const auto events = (*store)->read_comments_on(pair_of(*comparison.from.key, *comparison.to.key),
                                                 comparison.to.revision);
  if (!events) {
    return fail(events.error());
  }
  std::vector<Thread> threads = fold(*events).threads;
  mark_outdated(threads, comparison.changes);
  return threads;
}

Result<std::vector<Thread>> all_threads(StoreHandle& handle) {
  const auto store = handle.get();
  if (!store) {
    return fail(store.error());
  }
  const auto events = (*store)->read_all_comments("");
  const auto keys = (*store)->keys("");
  if (!events || !keys) {
    return fail(!events ? events.error() : keys.error());
  }
  // The events come in order of path, so those of one pair stand together.
  std::vector<Thread> out;
  for (auto first = events->begin(); first != events->end();) {
    const auto last = std::find_if(
        first, events->end(), [&](const CommentEvent& event) { return event.pair != first->pair; });
    std::vector<Thread> threads = fold({first, last}).threads;
    const SnapshotKey from = from_key_of(first->pair);
    const SnapshotKey to = to_key_of(first->pair);
    const auto there = [&](const SnapshotKey& key) {
      return std::any_of(keys->begin(), keys->end(),
                         [&](const SnapshotKey& one) { return one == key; });
    };
    if (there(from) && there(to)) {
      auto earlier = load_key(handle, from, "");
      auto later = load_key(handle, to, "");
      if (!earlier || !later) {
        return fail(!earlier ? std::move(earlier).error() : std::move(later).error());
      }
      const auto comparison =
          compare_loaded(handle, std::move(*earlier), std::move(*later), CompareOptions{});
      if (!comparison) {
        return fail(comparison.error());
      }
      mark_outdated(threads, comparison->changes);
    } else {
      mark_outdated(threads, ChangeSet{});
    }
    out.insert(out.end(), std::make_move_iterator(threads.begin()),
               std::make_move_iterator(threads.end()));
    first = last;
  }
  return out;
}

ThreadsByChange by_change(std::vector<Thread> threads) {
  ThreadsByChange out;
  for (Thread& thread : threads) {
    std::string change = thread.change;
    out[std::move(change)].push_back(std::move(thread));
  }
  return out;
}

Result<FoundMessage> find_message(const std::vector<Thread>& threads, std::string_view id) {
  std::vector<FoundMessage> found;
  std::string list;
  for (const Thread& thread : threads) {
    for (const ThreadMessage& message : thread.messages) {
      if (!id.empty() && std::string_view(message.id).starts_with(id)) {
        found.push_back({&thread, &message});
        list += (list.empty() ? "" : ", ") + message.id;
      }
    }
  }
  if (found.size() == 1) {
    return found.front();
  }
  if (found.empty()) {
    return fail({BD_TR("no comment has the id {0}"), {std::string(id)}},
                {BD_TR("budgetdiff comment list shows them"), {}});
  }
  return fail({BD_TR("{0} comments begin with {1}: {2}"),
               {std::to_string(found.size()), std::string(id), list}},
              {BD_TR("give more of the id"), {}});
}

Result<CommentKind> read_kind(const std::string& word) {
  for (const auto& [name, kind] :
       {std::pair{"question", CommentKind::question}, std::pair{"问题", CommentKind::question},
        std::pair{"explanation", CommentKind::explanation},
        std::pair{"主要原因", CommentKind::explanation},
        std::pair{"说明", CommentKind::explanation}, std::pair{"note", CommentKind::note},
        std::pair{"备注", CommentKind::note}}) {
    if (word == name) {
      return kind;
    }
  }
  return fail({BD_TR("{0} is no kind of comment"), {word}},
              {BD_TR("say question, explanation (主要原因) or note"), {}});
}

}  // namespace budgetdiff::cli
