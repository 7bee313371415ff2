#include "cli/subject_text.hpp"

#include "cli/sentence_pattern.hpp"
#include "report/thread_lines.hpp"
#include "report/wording.hpp"

#include <budgetdiff/model/comment.hpp>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::cli {
namespace {

/// What the store writes, with * for what varies, and the sentence for it. More
/// special ones first.
constexpr std::array<std::pair<std::string_view, const char*>, 18> subjects = {{
    {"make this repository a budgetdiff store", BD_TR("make this repository a budgetdiff store")},
    {"import *: * projects, no amounts", BD_TR("import {0}: projects {1}, no amounts")},
    {"import *: * project, no amounts", BD_TR("import {0}: projects {1}, no amounts")},
    {"import *: * projects, *", BD_TR("import {0}: projects {1}, {2}")},
    {"import *: * project, *", BD_TR("import {0}: projects {1}, {2}")},
    {"correct *: * projects, no amounts", BD_TR("correct {0}: projects {1}, no amounts")},
    {"correct *: * project, no amounts", BD_TR("correct {0}: projects {1}, no amounts")},
    {"correct *: * projects, *", BD_TR("correct {0}: projects {1}, {2}")},
    {"correct *: * project, *", BD_TR("correct {0}: projects {1}, {2}")},
    {"keep the source of *", BD_TR("keep the source of {0}")},
    {"edit on *", BD_TR("edit on {0}")},
    {"resolve on *", BD_TR("resolve on {0}")},
    {"reopen on *", BD_TR("reopen on {0}")},
    {"accept * -> *", BD_TR("accept {0} → {1}")},
    {"reject * -> *", BD_TR("reject {0} → {1}")},
    {"pin * -> *", BD_TR("pin {0} → {1}")},
    {"unpin *", BD_TR("unpin {0}")},
    {"sync with *", BD_TR("sync with {0}")},
}};

/// "question" in the reader's language.
std::string kind_of_comment(const Wording& say, const std::string& word) {
  for (const CommentKind kind :
       {CommentKind::question, CommentKind::explanation, CommentKind::note}) {
    if (to_string(kind) == word) {
      return kind_word(say, kind);
    }
  }
  return word;
}

}  // namespace

std::string subject_text(const Context& context, const std::string& subject) {
  if (context.language == Language::english) {
    return subject;
  }
  if (auto parts = match_sentence("comment (*) on *", subject)) {
    parts->front() = kind_of_comment(Wording(context.language), parts->front());
    return context.say(BD_TR("comment ({0}) on {1}"), *parts);
  }
  if (auto parts = match_sentence("reply (*) on *", subject)) {
    parts->front() = kind_of_comment(Wording(context.language), parts->front());
    return context.say(BD_TR("reply ({0}) on {1}"), *parts);
  }
  for (const auto& [pattern, sentence] : subjects) {
    if (auto parts = match_sentence(pattern, subject)) {
      for (std::string& part : *parts) {
        part = part == "(none)" ? context.say(BD_TR("(none)")) : std::move(part);
      }
      return context.say(sentence, *parts);
    }
  }
  return subject;
}

std::string reason_text(const Context& context, const std::string& reason) {
  if (context.language == Language::english) {
    return reason;
  }
  if (reason == "merged by budgetdiff sync") {
    return context.say(BD_TR("merged by budgetdiff sync"));
  }
  if (const auto parts =
          match_sentence("merged by budgetdiff sync, conflicts settled for *", reason)) {
    return parts->front() == "ours"
               ? context.say(BD_TR("merged by budgetdiff sync, conflicts settled for ours"))
               : context.say(BD_TR("merged by budgetdiff sync, conflicts settled for theirs"));
  }
  return reason;
}

}  // namespace budgetdiff::cli
