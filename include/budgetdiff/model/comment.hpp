#pragma once

/// Comments on changes: what is written (events) and what is read (threads).
///
/// An event is one file of the store and never changes; a thread is what the
/// events on one comment come to. Shape and rules: docs/formats/comment.md.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// What an event does.
enum class CommentAction {
  comment,  ///< opens a thread on a change
  reply,
  edit,     ///< gives a comment or reply another wording
  resolve,  ///< closes the thread
  reopen,
};

enum class CommentKind {
  question,
  explanation,  ///< 主要原因: what the department says of the change
  note,
};

/// "comment", "reply", "edit", "resolve", "reopen".
[[nodiscard]] std::string_view to_string(CommentAction action);
/// "question", "explanation", "note".
[[nodiscard]] std::string_view to_string(CommentKind kind);

/// What part of a change set a comment is on.
enum class ChangePart { total, project, field, funding, goal, indicator, target, match };

/// "total", "project", "field", "funding", "goal", "indicator", "target", "match".
[[nodiscard]] std::string_view to_string(ChangePart part);

/// The two editions that are compared. Empty stages mean the budget.
struct EditionPair {
  std::string department;       ///< of the later snapshot
  std::string from_department;  ///< of the earlier one, where it differs; else empty
  int from_year = 0;
  std::string from_stage;
  int to_year = 0;
  std::string to_stage;

  friend bool operator==(const EditionPair&, const EditionPair&) = default;
};

/// What is commented on in words, and its values, so that a comment can be
/// read, and be seen to be outdated, when the change itself is gone.
struct CommentedChange {
  ChangePart part = ChangePart::project;
  std::vector<std::string> from_projects;
  std::vector<std::string> to_projects;
  std::string name;   ///< funding: the column; indicator, target: the indicator; goal: the field
  std::string field;  ///< target: "annual_target", "period_target"; field: its key
  std::string from;   ///< the value before, amounts with their unit: "21.21 万元"
  std::string to;     ///< and after; empty: there is none

  friend bool operator==(const CommentedChange&, const CommentedChange&) = default;
};

struct CommentAuthor {
  std::string name;
  std::string email;

  friend bool operator==(const CommentAuthor&, const CommentAuthor&) = default;
};

/// A moment with the clock that it was read from.
struct CommentTime {
  std::int64_t seconds = 0;  ///< since 1970, UTC
  int offset_minutes = 0;    ///< the author's offset from UTC

  friend bool operator==(const CommentTime&, const CommentTime&) = default;
};

/// One file under reviews/.
struct CommentEvent {
  static constexpr std::string_view schema = "budgetdiff/comment/1";

  std::string id;  ///< comment_id_of() of all the rest
  CommentAction action = CommentAction::comment;
  /// What it speaks of: reply, resolve, reopen a comment (or a reply of its
  /// thread), edit the comment or reply that gets another wording.
  std::string comment;
  /// The newest events of the thread when this was written, sorted. What is
  /// named here came before, whatever the clocks say.
  std::vector<std::string> after;
  CommentKind kind = CommentKind::question;  ///< of comment, reply and edit
  CommentAuthor author;
  CommentTime time;
  EditionPair pair;
  std::string change;  ///< id of the change, in full
  CommentedChange about;
  std::string text;  ///< may be empty with resolve and reopen
  int copy = 1;      ///< 2: the same words again on the same change in the same second

  friend bool operator==(const CommentEvent&, const CommentEvent&) = default;
};

enum class ThreadState { open, resolved };

/// "open", "resolved".
[[nodiscard]] std::string_view to_string(ThreadState state);

/// One thing said in a thread: a comment, a reply, a resolving, a reopening.
struct ThreadMessage {
  std::string id;
  CommentAction action = CommentAction::comment;  ///< never edit
  CommentKind kind = CommentKind::question;
  CommentAuthor author;
  CommentTime time;
  std::string text;  ///< in its last wording
  std::string from;  ///< the values of the change when this was first written
  std::string to;
  bool outdated = false;           ///< they are others now
  std::vector<std::string> edits;  ///< ids of the edits, in order

  friend bool operator==(const ThreadMessage&, const ThreadMessage&) = default;
};

/// Whether what a thread is on still is what it was.
enum class ThreadCurrency {
  current,
  outdated,  ///< the change has other values now
  gone,      ///< there is no such change any more
};

/// A comment with everything that was said on it.
struct Thread {
  std::string id;  ///< of the comment that opened it
  ThreadState state = ThreadState::open;
  EditionPair pair;
  std::string change;
  CommentedChange about;                ///< as it was when the comment was written
  std::vector<ThreadMessage> messages;  ///< in order; the first opened the thread
  ThreadCurrency currency = ThreadCurrency::current;
  std::string now_from;  ///< the values now; empty where it is gone
  std::string now_to;

  /// REQUIRES: messages is not empty, as it never is in a thread that was folded.
  [[nodiscard]] const ThreadMessage& opening() const { return messages.front(); }
  [[nodiscard]] bool outdated() const { return currency != ThreadCurrency::current; }

  friend bool operator==(const Thread&, const Thread&) = default;
};

/// Threads by the change that they are on, each list in the order of fold().
using ThreadsByChange = std::map<std::string, std::vector<Thread>, std::less<>>;

}  // namespace budgetdiff
