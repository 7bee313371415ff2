#include <budgetdiff/review/threads.hpp>

#include <budgetdiff/review/changes.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace budgetdiff {
namespace {

using EventsById = std::map<std::string_view, const CommentEvent*>;

/// By time, then id; the rest only matters for files that were altered.
bool earlier(const CommentEvent* a, const CommentEvent* b) {
  return std::tie(a->time.seconds, a->id, a->text, a->author.name) <
         std::tie(b->time.seconds, b->id, b->text, b->author.name);
}

/// What `event` leads to by the comments that it and they speak of, as long as
/// `goes_on` says so; null where one of them is not there.
template <class GoesOn>
const CommentEvent* follow(const EventsById& events, const CommentEvent* event, GoesOn goes_on) {
  for (std::size_t steps = 0; goes_on(*event); ++steps) {
    const auto next = events.find(event->comment);
    if (next == events.end() || steps > events.size()) {
      return nullptr;  // gone, or a ring, which only a forged file can make
    }
    event = next->second;
  }
  return event;
}

const CommentEvent* root_of(const EventsById& events, const CommentEvent* event) {
  return follow(events, event,
                [](const CommentEvent& at) { return at.action != CommentAction::comment; });
}

/// The events of one thread, each after those that it says came before.
std::vector<const CommentEvent*> in_order(const std::vector<const CommentEvent*>& thread,
                                          const CommentEvent* root) {
  std::set<std::string_view> waiting;
  for (const CommentEvent* const event : thread) {
    waiting.insert(event->id);
  }
  std::vector<const CommentEvent*> left = thread;  // already by time, then id
  std::vector<const CommentEvent*> out;
  while (!left.empty()) {
    const auto ready = [&](const CommentEvent* event) {
      const auto waits_for = [&](const std::string& id) {
        return id != event->id && waiting.contains(id);
      };
      return event == root || (!waits_for(root->id) && !waits_for(event->comment) &&
                               std::none_of(event->after.begin(), event->after.end(), waits_for));
    };
    auto next = std::find_if(left.begin(), left.end(), ready);
    if (next == left.end()) {
      next = left.begin();
    }
    waiting.erase((*next)->id);
    out.push_back(*next);
    left.erase(next);
  }
  return out;
}

Thread thread_of(const EventsById& events, const std::vector<const CommentEvent*>& thread,
                 const CommentEvent* root) {
  Thread out;
  out.id = root->id;
  out.pair = root->pair;
  out.change = root->change;
  out.about = root->about;
  for (const CommentEvent* const event : in_order(thread, root)) {
    if (event->action != CommentAction::edit) {
      out.messages.push_back({event->id,
                              event->action,
                              event->kind,
                              event->author,
                              event->time,
                              event->text,
                              event->about.from,
                              event->about.to,
                              false,
                              {}});
      if (event->action == CommentAction::resolve) {
        out.state = ThreadState::resolved;
      } else if (event->action == CommentAction::reopen) {
        out.state = ThreadState::open;
      }
      continue;
    }
    const CommentEvent* const target = follow(
        events, event, [](const CommentEvent& at) { return at.action == CommentAction::edit; });
    const auto message = std::find_if(
        out.messages.begin(), out.messages.end(),
        [&](const ThreadMessage& one) { return target != nullptr && one.id == target->id; });
    // Only the author gives words another wording; a file that says otherwise counts for
    // nothing, and verify names it.
    if (message != out.messages.end() && message->author.email != event->author.email) {
      continue;
    }
    if (message != out.messages.end()) {
      message->text = event->text;
      message->kind = event->kind;
      message->edits.push_back(event->id);
    }
  }
  return out;
}

}  // namespace

Review fold(const std::vector<CommentEvent>& events) {
  std::vector<const CommentEvent*> sorted;
  sorted.reserve(events.size());
  for (const CommentEvent& event : events) {
    sorted.push_back(&event);
  }
  std::sort(sorted.begin(), sorted.end(), earlier);
  EventsById by_id;
  std::erase_if(sorted,
                [&](const CommentEvent* event) { return !by_id.emplace(event->id, event).second; });
  std::map<std::string_view, std::vector<const CommentEvent*>> threads;
  std::vector<const CommentEvent*> roots;
  Review out;
  for (const CommentEvent* const event : sorted) {
    const CommentEvent* const root = root_of(by_id, event);
    if (root == nullptr) {
      out.orphans.push_back(*event);
      continue;
    }
    threads[root->id].push_back(event);
    if (root == event) {
      roots.push_back(event);
    }
  }
  for (const CommentEvent* const root : roots) {
    out.threads.push_back(thread_of(by_id, threads[root->id], root));
  }
  return out;
}

void mark_outdated(std::vector<Thread>& threads, const ChangeSet& changes) {
  const std::vector<ReviewedChange> all = reviewed_changes(changes);
  std::map<std::string_view, const CommentedChange*> by_id;
  for (const ReviewedChange& change : all) {
    by_id.emplace(change.id, &change.about);
  }
  for (Thread& thread : threads) {
    const auto now = by_id.find(thread.change);
    if (now == by_id.end()) {
      thread.currency = ThreadCurrency::gone;
      thread.now_from.clear();
      thread.now_to.clear();
      for (ThreadMessage& message : thread.messages) {
        message.outdated = true;
      }
      continue;
    }
    thread.now_from = now->second->from;
    thread.now_to = now->second->to;
    for (ThreadMessage& message : thread.messages) {
      message.outdated =
          !same_value(message.from, thread.now_from) || !same_value(message.to, thread.now_to);
    }
    thread.currency =
        thread.opening().outdated ? ThreadCurrency::outdated : ThreadCurrency::current;
  }
}

}  // namespace budgetdiff
