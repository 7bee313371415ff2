/// What the page writes: comments and decisions, each one commit in the
/// reader's name.

#include "serve/api.hpp"
#include "serve/change_json.hpp"
#include "serve/comparison.hpp"

#include <budgetdiff/codec/decisions_json.hpp>
#include <budgetdiff/review/changes.hpp>
#include <budgetdiff/review/decide.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::serving {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& body, const char* key) {
  const auto found = body.find(key);
  return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The body as an object of valid texts; nothing where it is none.
std::optional<Json> object_of(const Request& request) {
  if (find_invalid_utf8(request.body) != std::string::npos) {
    return std::nullopt;
  }
  Json body = Json::parse(request.body, nullptr, false);
  if (!body.is_object()) {
    return std::nullopt;
  }
  return body;
}

Response bad_request(const char* what, Language language,
                     const std::vector<std::string>& args = {}) {
  return problem(400, {{}, {}, {what, args}, {}}, language);
}

/// Name and address are git's to keep on one line.
bool is_author(const CommentAuthor& author) {
  const auto fits = [](const std::string& text) {
    return !text.empty() && text.size() <= 200 &&
           std::none_of(text.begin(), text.end(), [](unsigned char c) {
             return c < 0x20 || c == 0x7F || c == '<' || c == '>';
           });
  };
  return fits(author.name) && fits(author.email);
}

/// Makes the store write in the reader's name, where the request gives one.
std::optional<Response> set_author(const Json& body, Store& store, Language language) {
  const auto found = body.find("author");
  if (found == body.end() || !found->is_object()) {
    return std::nullopt;
  }
  const CommentAuthor author{text_of(*found, "name"), text_of(*found, "email")};
  if (!is_author(author)) {
    return bad_request(BD_TR("say who you are: a name and an e-mail address"), language);
  }
  store.write_as(author);
  return std::nullopt;
}

struct Pair {
  SnapshotKey from;
  SnapshotKey to;
};

Result<Pair> pair_in(const Json& body) {
  const std::string department = text_of(body, "department");
  const std::string earlier = text_of(body, "from_department");
  auto from = edition_key(earlier.empty() ? department : earlier, text_of(body, "from"));
  if (!from) {
    return fail(std::move(from).error());
  }
  auto to = edition_key(department, text_of(body, "to"));
  if (!to) {
    return fail(std::move(to).error());
  }
  return Pair{std::move(*from), std::move(*to)};
}

/// The message of that id and its thread; null where there is none.
std::pair<const Thread*, const ThreadMessage*> find_said(const std::vector<Thread>& threads,
                                                         const std::string& id) {
  for (const Thread& thread : threads) {
    for (const ThreadMessage& message : thread.messages) {
      if (message.id == id) {
        return {&thread, &message};
      }
    }
  }
  return {};
}

/// Whether there is nothing to record: as on the command line, what is resolved is not
/// resolved again, and the same words are no other wording.
bool is_so_already(const CommentEvent& event, const Thread& thread, const ThreadMessage& message) {
  switch (event.action) {
    case CommentAction::resolve:
      return thread.state == ThreadState::resolved;
    case CommentAction::reopen:
      return thread.state == ThreadState::open;
    case CommentAction::edit:
      return event.text == message.text && event.kind == message.kind;
    case CommentAction::comment:
    case CommentAction::reply:
      break;
  }
  return false;
}

constexpr std::array actions{CommentAction::comment, CommentAction::reply, CommentAction::edit,
                             CommentAction::resolve, CommentAction::reopen};
constexpr std::array kinds{CommentKind::question, CommentKind::explanation, CommentKind::note};

template <class List>
auto named(const List& list, const std::string& word) -> std::optional<typename List::value_type> {
  for (const auto value : list) {
    if (to_string(value) == word) {
      return value;
    }
  }
  return std::nullopt;
}

}  // namespace

Response Api::write_comment(const Request& request, Store& store) const {
  const Language language = language_of(request);
  const auto body = object_of(request);
  if (!body) {
    return bad_request(BD_TR("the request is no JSON object"), language);
  }
  if (auto refused = set_author(*body, store, language)) {
    return *refused;
  }
  const auto pair = pair_in(*body);
  if (!pair) {
    return problem(400, pair.error(), language);
  }
  const std::string word = text_of(*body, "action");
  const auto action = named(actions, word.empty() ? "comment" : word);
  const std::string kind_word = text_of(*body, "kind");
  // As on the command line: who begins asks, who answers remarks.
  const auto kind = kind_word.empty()
                        ? std::optional(action == CommentAction::comment ? CommentKind::question
                                                                         : CommentKind::note)
                        : named(kinds, kind_word);
  if (!action || !kind) {
    return bad_request(BD_TR("unknown action or kind: {0}"), language, {word + " " + kind_word});
  }
  CommentEvent event;
  event.action = *action;
  event.kind = *kind;
  event.pair = pair_of(pair->from, pair->to);
  event.text = text_of(*body, "text");
  event.comment = text_of(*body, "comment");
  const bool needs_text = *action == CommentAction::comment || *action == CommentAction::reply ||
                          *action == CommentAction::edit;
  if (needs_text && event.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return bad_request(BD_TR("the comment says nothing"), language);
  }
  const auto comparison = compare_stored(store, pair->from, pair->to);
  if (!comparison) {
    return problem(404, comparison.error(), language);
  }
  if (*action == CommentAction::comment) {
    const auto change = find_change(comparison->changes, text_of(*body, "change"));
    if (!change) {
      return problem(404, change.error(), language);
    }
    event.change = change->id;
    event.about = change->about;
  } else {
    // It speaks of a thread, and stands with it whatever the change is now.
    const auto [thread, message] = find_said(comparison->threads, event.comment);
    if (thread == nullptr) {
      return problem(404, {{}, {}, {BD_TR("there is no such comment"), {}}, {}}, language);
    }
    if (*action == CommentAction::edit && kind_word.empty()) {
      event.kind = message->kind;
    }
    if (is_so_already(event, *thread, *message)) {
      return json_response({{"id", message->id}, {"commit", ""}});
    }
    event.change = thread->change;
    event.about = thread->about;
  }
  const auto written = store.write_comment_on(event);
  if (!written) {
    return problem(409, written.error(), language);
  }
  return json_response({{"id", written->event.id}, {"commit", written->commit}}, 201);
}

Response Api::write_match(const Request& request, Store& store) const {
  const Language language = language_of(request);
  const auto body = object_of(request);
  if (!body) {
    return bad_request(BD_TR("the request is no JSON object"), language);
  }
  if (auto refused = set_author(*body, store, language)) {
    return *refused;
  }
  const auto pair = pair_in(*body);
  if (!pair) {
    return problem(400, pair.error(), language);
  }
  const std::string word = text_of(*body, "action");
  if (word != "accept" && word != "reject") {
    return bad_request(BD_TR("unknown action or kind: {0}"), language, {word});
  }
  auto comparison = compare_stored(store, pair->from, pair->to);
  if (!comparison) {
    return problem(404, comparison.error(), language);
  }
  DecideRequest wanted;
  wanted.action = word == "accept" ? DecideAction::accept : DecideAction::reject;
  wanted.id = text_of(*body, "id");
  wanted.reason = text_of(*body, "reason");
  const auto commit = store.change_decisions_on(
      pair->from, pair->to,
      [&](const Decisions& now) -> Result<DecisionsChange> {
        // What somebody else decided meanwhile may have settled this match: then it is none
        // to decide on, rather than decided the other way round without a word.
        if (write_decisions(now) != write_decisions(comparison->decisions)) {
          comparison->changes = changes_under(*comparison, now);
          comparison->decisions = now;
        }
        DecisionsChange change{now, {}};
        auto subject = decide({comparison->from_snapshot, comparison->to_snapshot,
                               comparison->changes, text_of(*body, "from"), text_of(*body, "to")},
                              wanted, change.decisions);
        if (!subject) {
          return fail(std::move(subject).error());
        }
        change.subject = std::move(*subject);
        return change;
      },
      wanted.reason);
  if (!commit) {
    return problem(409, commit.error(), language);
  }
  return json_response({{"commit", *commit}}, 201);
}

}  // namespace budgetdiff::serving
