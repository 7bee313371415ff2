#include "store/committer.hpp"
#include "store/git_store_impl.hpp"
#include "store/identity.hpp"
#include "store/store_paths.hpp"

#include <budgetdiff/codec/comment_json.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace budgetdiff::git {
namespace {

/// Folders below reviews/: department, pair, change.
constexpr int deepest = 3;

Result<void> collect(const Repository& repository, const git_tree* tree, const std::string& folder,
                     int depth, std::vector<CommentEvent>& out) {
  const auto entries = repository.entries(tree, folder);
  if (!entries) {
    return fail(entries.error());
  }
  for (const Entry& entry : *entries) {
    const std::string path = folder + '/' + entry.name;
    if (entry.is_tree) {
      if (depth < deepest) {
        if (auto done = collect(repository, tree, path, depth + 1, out); !done) {
          return done;
        }
      }
      continue;
    }
    if (!path.ends_with(".json")) {
      continue;  // no file of ours, as among the snapshots
    }
    const auto bytes = repository.read_blob(entry.id);
    if (!bytes) {
      return fail(bytes.error());
    }
    auto event = read_comment(*bytes, printable(path));
    if (!event) {
      return fail(std::move(event).error());
    }
    out.push_back(std::move(*event));
  }
  return {};
}

Result<std::vector<CommentEvent>> events_below(const Repository& repository, const git_tree* tree,
                                               const std::string& folder, int depth) {
  std::vector<CommentEvent> out;
  if (tree != nullptr) {
    if (auto done = collect(repository, tree, folder, depth, out); !done) {
      return fail(std::move(done).error());
    }
  }
  return out;
}

/// The comment that opened the thread of `id`; empty where one on the way is missing.
std::string root_of(const std::map<std::string, const CommentEvent*>& events, std::string id) {
  for (std::size_t steps = 0; steps <= events.size(); ++steps) {
    const auto found = events.find(id);
    if (found == events.end()) {
      return {};
    }
    if (found->second->action == CommentAction::comment) {
      return id;
    }
    id = found->second->comment;
  }
  return {};
}

/// The newest events of the thread of `comment`: those that no other names.
Result<std::vector<std::string>> newest_of_thread(const std::vector<CommentEvent>& events,
                                                  const std::string& comment) {
  std::map<std::string, const CommentEvent*> by_id;
  for (const CommentEvent& event : events) {
    by_id.emplace(event.id, &event);
  }
  const std::string root = root_of(by_id, comment);
  if (root.empty()) {
    return fail(Message{BD_TR("there is no comment {0} on this change"), {printable(comment)}});
  }
  std::set<std::string> newest;
  std::set<std::string> named;
  for (const CommentEvent& event : events) {
    if (root_of(by_id, event.id) == root) {
      newest.insert(event.id);
      named.insert(event.after.begin(), event.after.end());
    }
  }
  std::vector<std::string> out;
  std::set_difference(newest.begin(), newest.end(), named.begin(), named.end(),
                      std::back_inserter(out));
  return out;
}

/// Whose words an edit of `comment` would change; nothing where it is not there.
std::optional<CommentAuthor> words_of(const std::vector<CommentEvent>& events,
                                      std::string comment) {
  for (std::size_t steps = 0; steps <= events.size(); ++steps) {
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](const CommentEvent& event) { return event.id == comment; });
    if (found == events.end()) {
      return std::nullopt;
    }
    if (found->action != CommentAction::edit) {
      return found->author;
    }
    comment = found->comment;
  }
  return std::nullopt;
}

/// The event with an id that no file has yet.
void number(CommentEvent& event, const std::vector<CommentEvent>& there) {
  for (event.copy = 1;; ++event.copy) {
    event.id = comment_id_of(event);
    if (std::none_of(there.begin(), there.end(),
                     [&](const CommentEvent& other) { return other.id == event.id; })) {
      return;
    }
  }
}

CommentAuthor author_of(const Identities& who) {
  return {printable(who.author->name), printable(who.author->email)};
}

/// "comment (question) on 2023-2024 c3f09a1b22d4 企业薪酬调查"
std::string subject_of(const CommentEvent& event) {
  const std::string pair = store_paths::pair_name(from_key_of(event.pair), to_key_of(event.pair));
  std::string what(to_string(event.action));
  if (event.action == CommentAction::comment || event.action == CommentAction::reply) {
    what += " (";
    what += to_string(event.kind);
    what += ")";
  }
  const auto& names =
      event.about.to_projects.empty() ? event.about.from_projects : event.about.to_projects;
  std::string subject = what + " on " + pair + ' ' + event.change;
  if (!names.empty()) {
    subject += ' ' + names.front();
  }
  return subject;
}

}  // namespace

Result<CommentAuthor> GitStore::author() {
  const auto who = find_identities(repository_.get(), repository_.author());
  if (!who) {
    return fail(who.error());
  }
  return CommentAuthor{printable(who->author->name), printable(who->author->email)};
}

Result<WrittenComment> GitStore::write_comment_on(const CommentEvent& draft) {
  const SnapshotKey from = from_key_of(draft.pair);
  const SnapshotKey to = to_key_of(draft.pair);
  const std::string folder = store_paths::reviews_folder(from, to) + '/' + draft.change;
  WrittenComment out;
  auto id = commit(repository_, [&](const git_tree* head) -> Result<Plan> {
    const auto who = find_identities(repository_.get(), repository_.author());
    if (!who) {
      return fail(who.error());
    }
    CommentEvent event = draft;
    event.author = author_of(*who);
    event.time = {who->author->when.time, who->author->when.offset};
    const auto there = events_below(repository_, head, folder, deepest);
    if (!there) {
      return fail(there.error());
    }
    if (event.action != CommentAction::comment) {
      auto newest = newest_of_thread(*there, event.comment);
      if (!newest) {
        return fail(std::move(newest).error());
      }
      event.after = std::move(*newest);
    }
    if (event.action == CommentAction::edit) {
      const auto author = words_of(*there, event.comment);
      if (author && author->email != event.author.email) {
        return fail({BD_TR("these are the words of {0}"), {author->name}},
                    {BD_TR("answer them with a reply"), {}});
      }
    }
    // As it will be read: one spelling of every letter, line ends LF.
    event.id = comment_id_of(event);
    auto canonical = read_comment(write_comment(event), folder);
    if (!canonical) {
      return fail(std::move(canonical).error());
    }
    event = std::move(*canonical);
    number(event, *there);
    Plan plan;
    plan.changes.push_back({store_paths::comment_file(event), write_comment(event)});
    plan.subject = subject_of(event);
    plan.trailers = {{"Department", to.department},
                     {"From-Year", store_paths::edition(from.year, from.stage)},
                     {"To-Year", store_paths::edition(to.year, to.stage)},
                     {"Change", event.change},
                     {"Comment", event.id},
                     {"In-Reply-To", event.comment}};
    out.event = std::move(event);
    return plan;
  });
  if (!id) {
    return fail(std::move(id).error());
  }
  out.commit = std::move(*id);
  return out;
}

std::string GitStore::setting(const std::string& key) const {
  return git_setting(repository_.get(), key);
}

Result<CommentAuthor> GitStore::author() const {
  const auto who = find_identities(repository_.get());
  if (!who) {
    return fail(who.error());
  }
  return author_of(*who);
}

Result<std::vector<CommentEvent>> GitStore::read_comments_on(const EditionPair& pair,
                                                             std::string_view revision) {
  const auto tree = repository_.tree_at(revision);
  if (!tree) {
    return fail(tree.error());
  }
  return events_below(repository_, tree->get(),
                      store_paths::reviews_folder(from_key_of(pair), to_key_of(pair)), deepest - 1);
}

Result<std::vector<CommentEvent>> GitStore::read_all_comments(std::string_view revision) {
  const auto tree = repository_.tree_at(revision);
  if (!tree) {
    return fail(tree.error());
  }
  return events_below(repository_, tree->get(), std::string(store_paths::reviews), 0);
}

}  // namespace budgetdiff::git
