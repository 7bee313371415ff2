#include "store/repository.hpp"

#include "store/git_error.hpp"
#include "store/ownership.hpp"

#include <budgetdiff/base/system_failure.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <array>
#include <filesystem>
#include <utility>

namespace budgetdiff::git {
namespace {

namespace fs = std::filesystem;

constexpr unsigned no_search = GIT_REPOSITORY_OPEN_NO_SEARCH;

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') {
    path.pop_back();
  }
  return path;
}

/// Why open failed: FACTS of libgit2 1.5.1 are that a repository of another
/// user gives "not found" like one that is missing.
Error open_error(int code, const std::string& directory, bool search_upward) {
  const git_error* const last = git_error_last();
  const bool configuration = last != nullptr && last->klass == GIT_ERROR_CONFIG;
  std::error_code ignored;
  if (!fs::exists(directory, ignored)) {
    return {printable(directory), {}, {BD_TR("there is no such directory"), {}}, {}};
  }
  if (const auto foreign = foreign_repository(directory, search_upward)) {
    return {printable(*foreign),
            {},
            {BD_TR("this repository belongs to another user, so git will not trust it"), {}},
            {BD_TR("if you do, run: git config --global --add safe.directory {0}"),
             {printable(*foreign)}}};
  }
  if (code != GIT_ENOTFOUND || configuration) {
    Error error = error_of(code, {BD_TR("cannot open the repository: {0}"), {}});
    error.file = printable(directory);
    return error;
  }
  return {printable(directory),
          {},
          search_upward ? Message{BD_TR("there is no store here or in a directory above"), {}}
                        : Message{BD_TR("this is no store"), {}},
          {BD_TR("make one with `budgetdiff init`, or name one with -C STORE"), {}}};
}

}  // namespace

std::string to_hex(const git_oid& id) {
  std::array<char, GIT_OID_HEXSZ + 1> text{};
  git_oid_tostr(text.data(), text.size(), &id);
  return text.data();
}

Result<Repository> Repository::open(const std::string& directory, bool search_upward) {
  start_library();
  RepositoryHandle handle;
  const unsigned flags = search_upward ? 0 : no_search;
  int code = git_repository_open_ext(Out(handle), directory.c_str(), flags, nullptr);
  if (code < 0) {
    // Taken down now: looking into the cause makes calls of its own.
    Error error = open_error(code, directory, search_upward);
    const auto foreign = foreign_repository(directory, search_upward);
    if (!foreign || !is_trusted_by_configuration(*foreign)) {
      return fail(std::move(error));
    }
    const OwnershipUnchecked unchecked;
    code = git_repository_open_ext(Out(handle), directory.c_str(), flags, nullptr);
    if (code < 0) {
      return failed(code, {BD_TR("cannot open the repository: {0}"), {}});
    }
  }
  return Repository(std::move(handle));
}

Result<Repository> Repository::create(const std::string& directory, bool bare) {
  start_library();
  std::error_code problem;
  fs::create_directories(directory, problem);
  if (problem) {
    return fail(Error{printable(directory),
                      {},
                      {BD_TR("cannot make the directory"), {}},
                      system_failure(problem.value())});
  }
  git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
  options.flags = GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_NO_REINIT;
  if (bare) {
    options.flags |= GIT_REPOSITORY_INIT_BARE;
  }
  // libgit2 1.5.1 would take init.defaultBranch itself, but "master" without.
  ConfigHandle config;
  Buffer branch;
  options.initial_head = "main";
  if (const int code = git_config_open_default(Out(config)); code < 0) {
    return failed(code, {BD_TR("cannot read git's configuration: {0}"), {}});
  }
  if (git_config_get_string_buf(branch.out(), config.get(), "init.defaultbranch") == 0 &&
      branch.size() > 0) {
    options.initial_head = branch.text();
  }
  RepositoryHandle handle;
  const int code = git_repository_init_ext(Out(handle), directory.c_str(), &options);
  if (code < 0) {
    Error error = error_of(code, {BD_TR("cannot make a repository: {0}"), {}});
    error.file = printable(directory);
    return fail(std::move(error));
  }
  return Repository(std::move(handle));
}

bool Repository::is_bare() const {
  return git_repository_is_bare(get()) != 0;
}

std::string Repository::git_directory() const {
  return git_repository_path(get());
}

std::string Repository::common_directory() const {
  return git_repository_commondir(get());
}

std::string Repository::work_directory() const {
  const char* const path = git_repository_workdir(get());
  return path != nullptr ? path : "";
}

std::string Repository::shown_path() const {
  return without_slash(is_bare() ? git_directory() : work_directory());
}

Result<Head> Repository::head() const {
  Head out;
  ReferenceHandle symbolic;
  int code = git_reference_lookup(Out(symbolic), get(), "HEAD");
  if (code < 0) {
    return failed(code, {BD_TR("cannot read HEAD of {0}: {1}"), {printable(shown_path())}});
  }
  if (git_reference_type(symbolic.get()) == GIT_REFERENCE_SYMBOLIC) {
    out.branch = git_reference_symbolic_target(symbolic.get());
  } else {
    out.detached = true;
  }
  git_oid id;
  code = git_reference_name_to_id(&id, get(), "HEAD");
  if (code == GIT_ENOTFOUND && !out.detached) {
    forget_failures();
    return out;
  }
  if (code < 0) {
    return failed(code, {BD_TR("cannot read HEAD of {0}: {1}"), {printable(shown_path())}});
  }
  code = git_commit_lookup(Out(out.commit), get(), &id);
  if (code < 0) {
    return failed(code,
                  {BD_TR("cannot read the newest commit of {0}: {1}"), {printable(shown_path())}});
  }
  return out;
}

Result<CommitHandle> Repository::commit_at(std::string_view revision) const {
  if (revision.empty()) {
    auto now = head();
    if (!now) {
      return fail(std::move(now).error());
    }
    if (now->commit == nullptr) {
      return fail({BD_TR("the store {0} holds no commit yet"), {printable(shown_path())}});
    }
    return std::move(now->commit);
  }
  const std::string text(revision);
  ObjectHandle object;
  int code = git_revparse_single(Out(object), get(), text.c_str());
  if (code == 0) {
    ObjectHandle peeled;
    code = git_object_peel(Out(peeled), object.get(), GIT_OBJECT_COMMIT);
    if (code == 0) {
      CommitHandle commit;
      code = git_commit_lookup(Out(commit), get(), git_object_id(peeled.get()));
      if (code == 0) {
        return commit;
      }
    }
  }
  constexpr std::size_t shortest_id = 4;  // of git: no fewer digits name a commit
  if (code == GIT_EAMBIGUOUS && text.size() >= shortest_id) {
    return fail({BD_TR("several objects of the store begin with {0}"), {printable(text)}},
                {BD_TR("write more of its digits"), {}});
  }
  if (code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC || code == GIT_EPEEL ||
      code == GIT_EAMBIGUOUS) {
    return fail({BD_TR("the store has no revision {0}"), {printable(text)}},
                {BD_TR("`budgetdiff log` lists those it has"), {}});
  }
  return failed(code, {BD_TR("cannot read revision {0}: {1}"), {printable(text)}});
}

Result<TreeHandle> Repository::tree_of(const git_commit* commit) const {
  TreeHandle tree;
  const int code = git_commit_tree(Out(tree), commit);
  if (code < 0) {
    return failed(code, {BD_TR("cannot read commit {0}: {1}"), {to_hex(*git_commit_id(commit))}});
  }
  return tree;
}

Result<TreeHandle> Repository::tree_at(std::string_view revision) const {
  const auto commit = commit_at(revision);
  if (!commit) {
    return fail(commit.error());
  }
  return tree_of(commit->get());
}

Result<std::optional<Entry>> Repository::find(const git_tree* tree, const std::string& path) const {
  if (tree == nullptr) {
    return std::optional<Entry>();
  }
  TreeEntryHandle entry;
  const int code = git_tree_entry_bypath(Out(entry), tree, path.c_str());
  if (code == GIT_ENOTFOUND) {
    // A missing tree object gives the same code as a missing entry: only the
    // class of the error tells them apart.
    const git_error* const last = git_error_last();
    if (last == nullptr || last->klass != GIT_ERROR_ODB) {
      forget_failures();
      return std::optional<Entry>();
    }
  }
  if (code < 0) {
    return failed(code, {BD_TR("cannot read {0} in the store: {1}"), {printable(path)}});
  }
  return std::optional<Entry>(Entry{git_tree_entry_name(entry.get()),
                                    *git_tree_entry_id(entry.get()),
                                    git_tree_entry_type(entry.get()) == GIT_OBJECT_TREE});
}

Result<std::vector<Entry>> Repository::entries(const git_tree* tree,
                                               const std::string& path) const {
  std::vector<Entry> out;
  TreeHandle folder;
  const git_tree* listed = tree;
  if (!path.empty()) {
    const auto found = find(tree, path);
    if (!found) {
      return fail(found.error());
    }
    if (!*found || !(*found)->is_tree) {
      return out;
    }
    const int code = git_tree_lookup(Out(folder), get(), &(*found)->id);
    if (code < 0) {
      return failed(code, {BD_TR("cannot read {0} in the store: {1}"), {printable(path)}});
    }
    listed = folder.get();
  }
  const std::size_t count = listed != nullptr ? git_tree_entrycount(listed) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    const git_tree_entry* const entry = git_tree_entry_byindex(listed, i);
    out.push_back({git_tree_entry_name(entry), *git_tree_entry_id(entry),
                   git_tree_entry_type(entry) == GIT_OBJECT_TREE});
  }
  return out;
}

Result<std::string> Repository::read_blob(const git_oid& id) const {
  // A few kilobytes of a pack may unpack to any size, and packs come from others.
  constexpr std::size_t largest = std::size_t{512} << 20U;
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  Handle<git_odb, git_odb_free> objects;
  int code = git_repository_odb(Out(objects), get());
  if (code == 0 && (code = git_odb_read_header(&size, &type, objects.get(), &id)) == 0 &&
      size > largest) {
    return fail({BD_TR("object {0} of the store is larger than {1} MB"),
                 {to_hex(id), std::to_string(largest >> 20U)}},
                {});
  }
  BlobHandle blob;
  code = code < 0 ? code : git_blob_lookup(Out(blob), get(), &id);
  if (code < 0) {
    return failed(code, {BD_TR("cannot read object {0} of the store: {1}"), {to_hex(id)}});
  }
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                     static_cast<std::size_t>(git_blob_rawsize(blob.get())));
}

Result<std::optional<std::string>> Repository::read_file(const git_tree* tree,
                                                         const std::string& path) const {
  const auto found = find(tree, path);
  if (!found) {
    return fail(found.error());
  }
  if (!*found || (*found)->is_tree) {
    return std::optional<std::string>();
  }
  auto bytes = read_blob((*found)->id);
  if (!bytes) {
    return fail(std::move(bytes).error());
  }
  return std::optional<std::string>(std::move(*bytes));
}

}  // namespace budgetdiff::git
