/// Laws of folding: reviews made at random, by several people on clones that
/// meet now and then, with clocks that disagree.

#include "generate.hpp"

#include <budgetdiff/codec/comment_json.hpp>
#include <budgetdiff/review/threads.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace budgetdiff {
namespace {

using testing::Random;

/// What an event names as before it: the newest of its thread on this clone.
std::vector<std::string> newest(const std::vector<CommentEvent>& clone, const std::string& root,
                                const std::vector<std::string>& roots) {
  std::set<std::string> ids;
  std::set<std::string> named;
  for (std::size_t i = 0; i < clone.size(); ++i) {
    if (roots[i] == root) {
      ids.insert(clone[i].id);
      named.insert(clone[i].after.begin(), clone[i].after.end());
    }
  }
  std::vector<std::string> out;
  std::set_difference(ids.begin(), ids.end(), named.begin(), named.end(), std::back_inserter(out));
  return out;
}

struct Clone {
  std::vector<CommentEvent> events;
  std::vector<std::string> roots;  ///< one for each event
  std::int64_t clock = 0;          ///< seconds that it is wrong by
};

void write(Random& random, Clone& clone, std::int64_t now, int person) {
  CommentEvent event;
  event.author = {"人" + std::to_string(person), "p@example.invalid"};
  event.time.seconds = now / 3 + clone.clock;  // several events share a second
  event.change = "0123456789ab";
  event.pair = {"某局", "", 2023, "", 2024, ""};
  event.text = std::to_string(random.below(1000000));
  std::string root;
  if (!clone.events.empty() && !random.chance(20)) {
    const std::size_t at = random.below(clone.events.size());
    event.comment = clone.events[at].id;
    root = clone.roots[at];
    constexpr std::array actions{CommentAction::reply, CommentAction::edit, CommentAction::resolve,
                                 CommentAction::reopen};
    event.action = random.pick(actions);
    event.after = newest(clone.events, root, clone.roots);
  }
  event.id = comment_id_of(event);
  clone.events.push_back(event);
  clone.roots.push_back(root.empty() ? event.id : root);
}

void take_from(Clone& clone, const Clone& other) {
  for (std::size_t i = 0; i < other.events.size(); ++i) {
    const bool there =
        std::any_of(clone.events.begin(), clone.events.end(),
                    [&](const CommentEvent& event) { return event.id == other.events[i].id; });
    if (!there) {
      clone.events.push_back(other.events[i]);
      clone.roots.push_back(other.roots[i]);
    }
  }
}

TEST(ReviewLaws, AnyOrderOfEventsGivesOneReview) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Random random(seed);
    std::array<Clone, 3> clones;
    for (Clone& clone : clones) {
      clone.clock = static_cast<std::int64_t>(random.below(20)) - 10;
    }
    for (int step = 0; step < 40; ++step) {
      const std::size_t who = random.below(clones.size());
      write(random, clones[who], step, static_cast<int>(who));
      if (random.chance(25)) {
        take_from(clones[random.below(clones.size())], clones[who]);
      }
    }
    Clone all;
    for (const Clone& clone : clones) {
      take_from(all, clone);
    }
    const Review expected = fold(all.events);
    ASSERT_TRUE(expected.orphans.empty()) << "seed " << seed;
    std::size_t messages = 0;
    for (const Thread& thread : expected.threads) {
      // The state is that of its last resolve or reopen, as people read it.
      ThreadState state = ThreadState::open;
      for (const ThreadMessage& message : thread.messages) {
        state = message.action == CommentAction::resolve  ? ThreadState::resolved
                : message.action == CommentAction::reopen ? ThreadState::open
                                                          : state;
        messages += 1 + message.edits.size();
      }
      ASSERT_EQ(thread.state, state) << "seed " << seed;
      // Nothing stands before what its writer had read.
      std::set<std::string> seen;
      for (const ThreadMessage& message : thread.messages) {
        const auto event =
            std::find_if(all.events.begin(), all.events.end(),
                         [&](const CommentEvent& one) { return one.id == message.id; });
        for (const std::string& before : event->after) {
          const auto named =
              std::find_if(all.events.begin(), all.events.end(),
                           [&](const CommentEvent& one) { return one.id == before; });
          ASSERT_TRUE(named->action == CommentAction::edit || seen.contains(before))
              << "seed " << seed;
        }
        seen.insert(message.id);
      }
    }
    ASSERT_EQ(messages, all.events.size()) << "seed " << seed << ": no event is lost";
    for (int turn = 0; turn < 5; ++turn) {
      std::vector<CommentEvent> shuffled = all.events;
      for (std::size_t i = shuffled.size(); i > 1; --i) {
        std::swap(shuffled[i - 1], shuffled[random.below(i)]);
      }
      ASSERT_EQ(fold(shuffled).threads, expected.threads) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace budgetdiff
