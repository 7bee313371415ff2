#include "store/git_error.hpp"
#include "store/git_store_impl.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::git {
namespace {

/// Folders deeper than any of the store's end the search.
constexpr int deepest = 16;

Result<void> collect(const Repository& repository, const git_tree* tree, const std::string& folder,
                     int depth, std::vector<StoredPath>& out) {
  const auto entries = repository.entries(tree, folder);
  if (!entries) {
    return fail(entries.error());
  }
  for (const Entry& entry : *entries) {
    const std::string path = folder.empty() ? entry.name : folder + '/' + entry.name;
    if (!entry.is_tree) {
      out.push_back({path, to_hex(entry.id)});
    } else if (depth < deepest) {
      if (auto done = collect(repository, tree, path, depth + 1, out); !done) {
        return done;
      }
    }
  }
  return {};
}

Result<git_oid> read_id(std::string_view text) {
  git_oid id{};
  if (text.size() != GIT_OID_HEXSZ || git_oid_fromstrn(&id, text.data(), text.size()) < 0) {
    return fail(Message{BD_TR("{0} is no object of git"), {printable(text)}});
  }
  return id;
}

}  // namespace

Result<std::vector<StoredPath>> GitStore::files(std::string_view folder,
                                                std::string_view revision) {
  const auto tree = repository_.tree_at(revision);
  if (!tree) {
    return fail(tree.error());
  }
  std::vector<StoredPath> out;
  if (auto done = collect(repository_, tree->get(), std::string(folder), 0, out); !done) {
    return fail(std::move(done).error());
  }
  std::sort(out.begin(), out.end(),
            [](const StoredPath& a, const StoredPath& b) { return a.path < b.path; });
  return out;
}

Result<std::string> GitStore::read_blob(std::string_view blob_id) {
  const auto id = read_id(blob_id);
  return id ? repository_.read_blob(*id) : Result<std::string>(fail(id.error()));
}

Result<std::string> GitStore::resolve(std::string_view revision) {
  const auto commit = repository_.commit_at(revision);
  if (!commit) {
    return fail(commit.error());
  }
  return to_hex(*git_commit_id(commit->get()));
}

Result<bool> GitStore::is_ancestor(std::string_view earlier, std::string_view later) {
  const auto first = read_id(earlier);
  const auto second = read_id(later);
  if (!first || !second) {
    return fail(!first ? first.error() : second.error());
  }
  if (git_oid_equal(&*first, &*second) != 0) {
    return true;
  }
  const int code = git_graph_descendant_of(repository_.get(), &*second, &*first);
  if (code < 0) {
    return failed(code, {BD_TR("cannot read the history of the store: {0}"), {}});
  }
  return code == 1;
}

}  // namespace budgetdiff::git
