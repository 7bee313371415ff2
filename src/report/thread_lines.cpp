#include "report/thread_lines.hpp"

#include "report/markdown_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff {
namespace {

constexpr std::size_t longest_line = 60;  // code points of a comment

/// The first words, on one line.
std::string beginning(const std::string& text) {
  std::u32string points = to_code_points(text);
  const std::size_t end = points.find(U'\n');
  const bool cut = end != std::u32string::npos || points.size() > longest_line;
  points.resize(std::min({points.size(), end, longest_line}));
  return to_utf8(points) + (cut ? "…" : "");
}

/// "open, outdated, 2 replies"
std::string situation(const Wording& say, const Thread& thread) {
  std::vector<std::string> parts{state_word(say, thread)};
  if (thread.outdated()) {
    parts.push_back(say(BD_TR("outdated")));
  }
  const auto replies = std::count_if(
      thread.messages.begin(), thread.messages.end(),
      [](const ThreadMessage& message) { return message.action == CommentAction::reply; });
  if (replies > 0) {
    parts.push_back(replies == 1 ? say(BD_TR("1 reply"))
                                 : say(BD_TR("{0} replies"), {std::to_string(replies)}));
  }
  return say.list(parts);
}

}  // namespace

std::vector<const Thread*> ThreadLines::on(const std::string& id) {
  std::vector<const Thread*> out;
  if (threads_ != nullptr) {
    if (const auto found = threads_->find(id);
        found != threads_->end() && said_.insert(id).second) {
      for (const Thread& thread : found->second) {
        out.push_back(&thread);
      }
    }
  }
  return out;
}

std::vector<const Thread*> ThreadLines::on(const ProjectChange& change) {
  std::vector<const Thread*> out = on(change.id);
  const auto add = [&](const std::string& id) {
    const std::vector<const Thread*> more = on(id);
    out.insert(out.end(), more.begin(), more.end());
  };
  for (const AmountChange& amount : change.funding) {
    add(amount.id);
  }
  for (const FieldChange& field : change.fields) {
    add(field.id);
  }
  for (const GoalChange& goal : change.goals) {
    add(goal.id);
  }
  for (const IndicatorChange& indicator : change.indicators) {
    add(indicator.id);
    for (const TargetChange& target : indicator.targets) {
      add(target.id);
    }
  }
  return out;
}

std::vector<const Thread*> ThreadLines::rest() const {
  std::vector<const Thread*> out;
  if (threads_ == nullptr) {
    return out;
  }
  for (const auto& [id, threads] : *threads_) {
    if (!said_.contains(id)) {
      for (const Thread& thread : threads) {
        out.push_back(&thread);
      }
    }
  }
  return out;
}

std::string state_word(const Wording& say, const Thread& thread) {
  return thread.state == ThreadState::open ? say(BD_TR("open")) : say(BD_TR("resolved"));
}

std::string kind_word(const Wording& say, CommentKind kind) {
  switch (kind) {
    case CommentKind::question:
      return say(BD_TR("question"));
    case CommentKind::explanation:
      return say(BD_TR("explanation"));
    case CommentKind::note:
      return say(BD_TR("remark"));
  }
  return {};
}

std::string thread_text_line(const Wording& say, const Paint& paint, const Thread& thread) {
  const ThreadMessage& opening = thread.opening();
  const bool quiet = thread.state == ThreadState::resolved && !thread.outdated();
  return paint(quiet ? Tone::dim : Tone::warn, "| " + kind_word(say, opening.kind) + " " +
                                                   thread.id + " (" + situation(say, thread) +
                                                   ")") +
         " " + printable(opening.author.name) + say.colon() + printable(beginning(opening.text));
}

std::string thread_markdown_line(const Wording& say, const Thread& thread) {
  const ThreadMessage& opening = thread.opening();
  return "**" + kind_word(say, opening.kind) + "** (" + situation(say, thread) + ") " +
         escaped(opening.author.name) + say.colon() + escaped(beginning(opening.text)) + " <sub>`" +
         thread.id + "`</sub>";
}

}  // namespace budgetdiff
