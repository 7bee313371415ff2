#include <budgetdiff/codec/comment_json.hpp>

#include "codec/comment_time.hpp"
#include "codec/json_tree.hpp"
#include "codec/snapshot_parts.hpp"
#include "codec/thread_json.hpp"

#include <budgetdiff/base/digest.hpp>

#include <algorithm>
#include <limits>

namespace budgetdiff {
namespace {

using json::Kind;
using json::ObjectReader;
using json::Value;
using json::Writer;

constexpr std::size_t id_length = 12;

bool is_id(std::string_view text) {
  return text.size() == id_length &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool has_kind(CommentAction action) {
  return action == CommentAction::comment || action == CommentAction::reply ||
         action == CommentAction::edit;
}

std::string write_with_id(const CommentEvent& event, std::string_view id) {
  Writer out;
  out.begin_object();
  out.member("schema", CommentEvent::schema);
  out.member("id", id);
  out.member("action", to_string(event.action));
  out.member("comment", event.comment);
  json::write_texts(out, "after", event.after);
  if (has_kind(event.action)) {
    out.member("kind", to_string(event.kind));
  }
  json::write_author(out, event.author);
  out.member("time", to_text(event.time));
  json::write_pair(out, event.pair);
  out.member("change", event.change);
  json::write_about(out, event.about);
  out.member("text", event.text);
  if (event.copy != 1) {
    out.key("copy");
    out.integer(event.copy);
  }
  out.end_object();
  return out.take();
}

/// The member's value among the words that `to_string` gives; another word is an error.
template <class Enum, std::size_t n>
Enum read_word(ObjectReader& in, const Value& object, std::string_view key,
               const std::array<Enum, n>& all) {
  std::string word;
  in.text(object, key, word);
  for (const Enum one : all) {
    if (word == to_string(one)) {
      return one;
    }
  }
  in.error(object, {BD_TR("\"{0}\" is an unknown word: {1}"), {std::string(key), word}});
  return all.front();
}

std::vector<std::string> read_texts(ObjectReader& in, const Value& object, std::string_view key) {
  std::vector<std::string> out;
  if (const Value* const list = in.member(object, key, Kind::array)) {
    for (const Value& item : list->items()) {
      if (item.kind() != Kind::string) {
        in.error(item, {BD_TR("an item of \"{0}\" is no text"), {std::string(key)}});
        break;
      }
      out.push_back(json::canonical_text(item.text()));
    }
  }
  return out;
}

void read_id(ObjectReader& in, const Value& object, std::string_view key, std::string& out) {
  in.text(object, key, out);
  if (in.ok() && !is_id(out)) {
    in.error(object, {BD_TR("\"{0}\" is no id of 12 hexadecimal digits"), {std::string(key)}});
  }
}

int read_integer(ObjectReader& in, const Value& object, std::string_view key, long long most) {
  std::optional<long long> number;
  in.integer(object, key, 1, most, number);
  return static_cast<int>(number.value_or(0));
}

CommentedChange read_about(ObjectReader& in, const Value& root) {
  CommentedChange about;
  const Value* const object = in.member(root, "about", Kind::object);
  if (object == nullptr) {
    in.error(root, {BD_TR("a comment must have \"{0}\""), {"about"}});
    return about;
  }
  constexpr std::array parts{ChangePart::total,   ChangePart::project, ChangePart::field,
                             ChangePart::funding, ChangePart::goal,    ChangePart::indicator,
                             ChangePart::target,  ChangePart::match};
  about.part = read_word(in, *object, "part", parts);
  about.from_projects = read_texts(in, *object, "from_projects");
  about.to_projects = read_texts(in, *object, "to_projects");
  in.text(*object, "name", about.name);
  in.text(*object, "field", about.field);
  in.text(*object, "from", about.from);
  in.text(*object, "to", about.to);
  return about;
}

void read_pair(ObjectReader& in, const Value& root, EditionPair& pair) {
  constexpr long long last_year = 9999;
  in.text(root, "department", pair.department);
  in.text(root, "from_department", pair.from_department);
  pair.from_year = read_integer(in, root, "from_year", last_year);
  in.text(root, "from_stage", pair.from_stage);
  pair.to_year = read_integer(in, root, "to_year", last_year);
  in.text(root, "to_stage", pair.to_stage);
  if (pair.department.empty() || pair.from_year == 0 || pair.to_year == 0) {
    in.error(root, {BD_TR("a comment must say its department and its two years"), {}});
  }
}

void read_author(ObjectReader& in, const Value& root, CommentAuthor& author) {
  if (const Value* const object = in.member(root, "author", Kind::object)) {
    in.text(*object, "name", author.name);
    in.text(*object, "email", author.email);
  }
  if (author.name.empty()) {
    in.error(root, {BD_TR("a comment must have \"{0}\""), {"author"}});
  }
}

void read_time(ObjectReader& in, const Value& root, CommentTime& time) {
  std::string text;
  in.text(root, "time", text);
  if (const auto read = json::read_comment_time(text)) {
    time = *read;
  } else {
    in.error(root, {BD_TR("\"{0}\" is no time: {1}"), {"time", text}},
             {BD_TR("write it like 2024-01-31T12:00:00+08:00"), {}});
  }
}

/// What each kind of event must and may say.
void check_whole(ObjectReader& in, const Value& root, const CommentEvent& event) {
  if (event.action == CommentAction::comment ? !event.comment.empty() : !is_id(event.comment)) {
    in.error(root, {BD_TR("\"{0}\" is no id of 12 hexadecimal digits"), {"comment"}});
  }
  if (!std::all_of(event.after.begin(), event.after.end(), is_id)) {
    in.error(root, {BD_TR("\"{0}\" is no id of 12 hexadecimal digits"), {"after"}});
  }
  if (has_kind(event.action) && event.text.empty()) {
    in.error(root, {BD_TR("a comment must have \"{0}\""), {"text"}});
  }
}

}  // namespace

std::string write_comment(const CommentEvent& event) {
  return write_with_id(event, event.id);
}

std::string comment_id_of(const CommentEvent& event) {
  return sha256_hex(write_with_id(event, {})).substr(0, id_length);
}

Result<CommentEvent> read_comment(std::string_view bytes, std::string_view file) {
  const auto tree = json::read(std::string(bytes), file);
  if (!tree) {
    return fail(tree.error());
  }
  const Value& root = tree->root();
  ObjectReader in(file, *tree);
  if (!in.opens(root, CommentEvent::schema, BD_TR("this JSON is no comment: it is no object"),
                BD_TR("this JSON is no comment: its schema is {0}, not {1}"))) {
    return fail(in.take_error());
  }
  CommentEvent event;
  read_id(in, root, "id", event.id);
  constexpr std::array actions{CommentAction::comment, CommentAction::reply, CommentAction::edit,
                               CommentAction::resolve, CommentAction::reopen};
  event.action = read_word(in, root, "action", actions);
  in.text(root, "comment", event.comment);
  event.after = read_texts(in, root, "after");
  if (has_kind(event.action)) {
    constexpr std::array kinds{CommentKind::question, CommentKind::explanation, CommentKind::note};
    event.kind = read_word(in, root, "kind", kinds);
  }
  read_author(in, root, event.author);
  read_time(in, root, event.time);
  read_pair(in, root, event.pair);
  read_id(in, root, "change", event.change);
  event.about = read_about(in, root);
  in.text(root, "text", event.text);
  event.copy = std::max(1, read_integer(in, root, "copy", std::numeric_limits<int>::max()));
  check_whole(in, root, event);
  if (!in.ok()) {
    return fail(in.take_error());
  }
  return event;
}

}  // namespace budgetdiff
