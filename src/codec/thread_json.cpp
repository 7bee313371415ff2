#include "codec/thread_json.hpp"

#include <budgetdiff/codec/comment_json.hpp>

namespace budgetdiff {
namespace json {
namespace {

void write_integer(Writer& out, std::string_view key, int number) {
  out.key(key);
  out.integer(number);
}

void write_outdated(Writer& out, bool outdated) {
  out.key("outdated");
  out.boolean(outdated);
}

void write_message(Writer& out, const ThreadMessage& message) {
  const bool says_kind =
      message.action == CommentAction::comment || message.action == CommentAction::reply;
  out.begin_object();
  out.member("id", message.id);
  out.member("action", to_string(message.action));
  if (says_kind) {
    out.member("kind", to_string(message.kind));
  }
  write_author(out, message.author);
  out.member("time", to_text(message.time));
  out.member("text", message.text);
  if (says_kind) {
    write_outdated(out, message.outdated);
  }
  write_texts(out, "edits", message.edits);
  out.end_object();
}

}  // namespace

void write_texts(Writer& out, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) {
    return;
  }
  out.key(key);
  out.begin_array();
  for (const std::string& text : texts) {
    out.string(text);
  }
  out.end_array();
}

void write_author(Writer& out, const CommentAuthor& author) {
  out.key("author");
  out.begin_object();
  out.member("name", author.name);
  out.member("email", author.email);
  out.end_object();
}

void write_pair(Writer& out, const EditionPair& pair) {
  out.member("department", pair.department);
  out.member("from_department", pair.from_department);
  write_integer(out, "from_year", pair.from_year);
  out.member("from_stage", pair.from_stage);
  write_integer(out, "to_year", pair.to_year);
  out.member("to_stage", pair.to_stage);
}

void write_about(Writer& out, const CommentedChange& about) {
  out.key("about");
  out.begin_object();
  out.member("part", to_string(about.part));
  write_texts(out, "from_projects", about.from_projects);
  write_texts(out, "to_projects", about.to_projects);
  out.member("name", about.name);
  out.member("field", about.field);
  out.member("from", about.from);
  out.member("to", about.to);
  out.end_object();
}

void write_thread(Writer& out, const Thread& thread) {
  const ThreadMessage& opening = thread.opening();
  out.begin_object();
  out.member("id", thread.id);
  out.member("state", to_string(thread.state));
  out.member("kind", to_string(opening.kind));
  write_outdated(out, thread.outdated());
  write_author(out, opening.author);
  out.member("time", to_text(opening.time));
  out.member("text", opening.text);
  write_pair(out, thread.pair);
  out.member("change", thread.change);
  write_about(out, thread.about);
  if (thread.outdated()) {
    // What the change is now; empty where there is none any more.
    out.key("now");
    out.begin_object();
    out.member("from", thread.now_from);
    out.member("to", thread.now_to);
    out.end_object();
  }
  out.key("messages");
  out.begin_array();
  for (const ThreadMessage& message : thread.messages) {
    write_message(out, message);
  }
  out.end_array();
  out.end_object();
}

}  // namespace json

std::string write_threads(const std::vector<Thread>& threads) {
  json::Writer out;
  out.begin_array();
  for (const Thread& thread : threads) {
    json::write_thread(out, thread);
  }
  out.end_array();
  return out.take();
}

}  // namespace budgetdiff
