#include "store/verify_reviews.hpp"

#include "store/store_paths.hpp"

#include <budgetdiff/codec/comment_json.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <string_view>

namespace budgetdiff {
namespace {

void add(std::vector<Error>& problems, const std::string& path, Message what) {
  problems.push_back({printable(path), {}, std::move(what), {}});
}

}  // namespace

void ReviewFiles::look_at(const std::string& path, const std::string& bytes,
                          std::vector<Error>& problems) {
  const auto event = read_comment(bytes, printable(path));
  if (!event) {
    problems.push_back(event.error());
    return;
  }
  if (write_comment(*event) != bytes) {
    add(problems, path, {BD_TR("these bytes are not canonical"), {}});
  }
  if (const std::string id = comment_id_of(*event); id != event->id) {
    add(problems, path, {BD_TR("this comment was altered: its content has the id {0}"), {id}});
  }
  if (const std::string own = store_paths::comment_file(*event); own != path) {
    add(problems, path, {BD_TR("what this file holds belongs in {0}"), {printable(own)}});
  }
  const std::string folder = path.substr(0, path.rfind('/'));
  Named& named = named_[path];
  named.change = folder;
  named.ids = event->after;
  if (!event->comment.empty()) {
    named.ids.insert(named.ids.begin(), event->comment);
  }
  named.author = event->author;
  named.edited = event->action == CommentAction::edit ? event->comment : std::string();
  changes_.emplace(event->id, folder);
  authors_.emplace(event->id, event->author);
}

void ReviewFiles::look_for_missing(std::vector<Error>& problems) const {
  for (const auto& [path, named] : named_) {
    for (const std::string& id : named.ids) {
      const auto there = changes_.find(id);
      if (there == changes_.end()) {
        add(problems, path, {BD_TR("this speaks of comment {0}, which is not there"), {id}});
        break;
      }
      if (there->second != named.change) {
        add(problems, path,
            {BD_TR("this speaks of comment {0}, which is on another change"), {id}});
        break;
      }
    }
    const auto author = authors_.find(named.edited);
    if (author != authors_.end() && author->second.email != named.author.email) {
      add(problems, path,
          {BD_TR("this gives the words of {0} another wording, by {1}"),
           {author->second.name, named.author.name}});
    }
  }
}

Result<void> look_for_lost_comments(Store& store, const std::string& since, const std::string& head,
                                    std::vector<Error>& problems) {
  const auto before = store.files(store_paths::reviews, since);
  const auto now = store.files(store_paths::reviews, head);
  if (!before || !now) {
    return fail(!before ? before.error() : now.error());
  }
  std::map<std::string_view, std::string_view> there;
  for (const StoredPath& file : *now) {
    there.emplace(file.path, file.blob_id);
  }
  for (const StoredPath& file : *before) {
    const auto found = there.find(file.path);
    if (found == there.end()) {
      add(problems, file.path,
          {BD_TR("this comment was there in commit {0} and is gone"), {since}});
    } else if (found->second != file.blob_id) {
      add(problems, file.path, {BD_TR("this comment was changed since commit {0}"), {since}});
    }
  }
  return {};
}

}  // namespace budgetdiff
