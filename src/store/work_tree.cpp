#include "store/work_tree.hpp"

#include "store/files.hpp"
#include "store/git_error.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cerrno>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace budgetdiff::git {
namespace {

namespace fs = std::filesystem;

std::string own(const Repository& repository, const char* name) {
  return repository.git_directory() + name;
}

bool same_file(const std::string& a, const std::string& b) {
  struct stat first {};
  struct stat second {};
  return ::lstat(a.c_str(), &first) == 0 && ::lstat(b.c_str(), &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

tl::unexpected<Error> in_the_way(const std::string& path, Message what) {
  return fail(Error{printable(path),
                    {},
                    std::move(what),
                    {BD_TR("commit it or put it aside first; nothing was changed"), {}}});
}

/// Makes the folders above a file; one that is a link or a file is refused, so
/// that nothing is ever written outside the work tree.
Result<void> make_folders(const std::string& root, const std::string& path) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    const std::string folder = root + path.substr(0, slash);
    struct stat info {};
    if (::lstat(folder.c_str(), &info) == 0) {
      if (!S_ISDIR(info.st_mode)) {
        return in_the_way(path.substr(0, slash),
                          {BD_TR("this is in the way: it is no plain folder"), {}});
      }
    } else if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
      Error error = system_error(errno, {BD_TR("cannot make the folder: {0}"), {}});
      error.file = printable(folder);
      return fail(std::move(error));
    }
  }
  return {};
}

void remove_empty_folders(const std::string& root, std::string path) {
  for (std::size_t slash = path.rfind('/'); slash != std::string::npos; slash = path.rfind('/')) {
    path.resize(slash);
    if (::rmdir((root + path).c_str()) != 0) {
      return;
    }
  }
}

git_index_time to_index_time(const struct timespec& time) {
  return {static_cast<std::int32_t>(time.tv_sec), static_cast<std::uint32_t>(time.tv_nsec)};
}

}  // namespace

bool same(const git_oid& a, const git_oid& b) {
  return git_oid_equal(&a, &b) != 0;
}

bool is_null(const git_oid& id) {
  return git_oid_is_zero(&id) != 0;
}

void WorkTree::clear_stale_lock(const Repository& repository) {
  if (repository.is_bare()) {
    return;
  }
  // Our lock is made as a second name of a file of our own, so a lock that
  // shares its inode is ours for certain, and its maker dead: we hold the
  // WriteLock.
  const std::string lock = own(repository, "index.lock");
  const std::string owner = own(repository, scratch::index_owner);
  if (same_file(lock, owner)) {
    ::unlink(lock.c_str());
  }
  ::unlink(owner.c_str());
  ::unlink(own(repository, scratch::index).c_str());
  ::unlink((own(repository, scratch::index) + ".lock").c_str());
  ::unlink(own(repository, scratch::file).c_str());
}

Result<WorkTree> WorkTree::lock(const Repository& repository) {
  const std::string path = own(repository, "index.lock");
  const std::string owner = own(repository, scratch::index_owner);
  const int descriptor = ::open(owner.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return fail(system_error(errno, {BD_TR("cannot write to the store: {0}"), {}}));
  }
  ::close(descriptor);
  constexpr int patience = 50;
  int problem = EEXIST;
  for (int attempt = 0; attempt < patience && problem == EEXIST; ++attempt) {
    if (attempt > 0) {
      ::usleep(100'000);
    }
    problem = ::link(owner.c_str(), path.c_str()) == 0 ? 0 : errno;
  }
  if (problem == EPERM || problem == ENOTSUP || problem == EMLINK) {
    // A file system without hard links: a plain lock, which a kill would leave.
    const int plain = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    problem = plain < 0 ? errno : 0;
    if (plain >= 0) {
      ::close(plain);
    }
  }
  if (problem == EEXIST) {
    ::unlink(owner.c_str());
    return fail(Error{printable(path),
                      {},
                      {BD_TR("another git program is at work in this work tree"), {}},
                      {BD_TR("wait for it, or remove that file if none is running"), {}}});
  }
  if (problem != 0) {
    ::unlink(owner.c_str());
    return fail(system_error(problem, {BD_TR("cannot lock the index: {0}"), {}}));
  }
  WorkTree tree(repository, own(repository, "index"));
  const std::string copy = own(repository, scratch::index);
  ::unlink(copy.c_str());
  if (const auto bytes = read_small_file(tree.index_path_)) {
    if (auto written = write_file(copy, *bytes, copy + ".lock"); !written) {
      return fail(std::move(written).error());
    }
  }
  const int code = git_index_open(Out(tree.index_), copy.c_str());
  if (code < 0) {
    return failed(code, {BD_TR("cannot read the index of the work tree: {0}"), {}});
  }
  return tree;
}

WorkTree::WorkTree(WorkTree&& other) noexcept
    : repository_(other.repository_),
      index_path_(std::move(other.index_path_)),
      index_(std::move(other.index_)),
      locked_(std::exchange(other.locked_, false)) {}

WorkTree::~WorkTree() {
  if (locked_) {
    ::unlink(own(*repository_, scratch::index).c_str());
    ::unlink(own(*repository_, "index.lock").c_str());
    ::unlink(own(*repository_, scratch::index_owner).c_str());
  }
}

Result<git_oid> WorkTree::on_disk(const std::string& path) const {
  git_oid id{};
  const std::string full = repository_->work_directory() + path;
  struct stat info {};
  if (::lstat(full.c_str(), &info) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      return id;
    }
    Error error = system_error(errno, {BD_TR("cannot read: {0}"), {}});
    error.file = printable(full);
    return fail(std::move(error));
  }
  if (!S_ISREG(info.st_mode)) {
    return in_the_way(path, {BD_TR("this is in the way: it is no plain file"), {}});
  }
  const int code =
      git_repository_hashfile(&id, repository_->get(), full.c_str(), GIT_OBJECT_BLOB, nullptr);
  if (code < 0) {
    Error error = error_of(code, {BD_TR("cannot read: {0}"), {}});
    error.file = printable(full);
    return fail(std::move(error));
  }
  return id;
}

git_oid WorkTree::in_index(const std::string& path) const {
  const git_index_entry* const entry = git_index_get_bypath(index_.get(), path.c_str(), 0);
  return entry != nullptr ? entry->id : git_oid{};
}

bool WorkTree::is_sparse(const std::string& path) const {
  const git_index_entry* const entry = git_index_get_bypath(index_.get(), path.c_str(), 0);
  return entry != nullptr && (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
}

Result<void> WorkTree::check(const std::vector<JournalPath>& paths) const {
  for (const JournalPath& one : paths) {
    for (int side = 1; side <= 3; ++side) {
      if (git_index_get_bypath(index_.get(), one.path.c_str(), side) != nullptr) {
        return in_the_way(one.path, {BD_TR("a merge of this file is not finished"), {}});
      }
    }
    const git_oid staged = in_index(one.path);
    if (!same(staged, one.before) && !same(staged, one.after)) {
      return in_the_way(one.path, {BD_TR("this file has staged changes"), {}});
    }
    if (is_sparse(one.path)) {
      continue;
    }
    const auto disk = on_disk(one.path);
    if (!disk) {
      return fail(disk.error());
    }
    if (same(*disk, one.before) || same(*disk, one.after)) {
      continue;
    }
    if (is_null(*disk)) {
      return in_the_way(one.path, {BD_TR("this file was deleted in the work tree"), {}});
    }
    return in_the_way(one.path, is_null(one.before)
                                    ? Message{BD_TR("an untracked file is in the way"), {}}
                                    : Message{BD_TR("this file has local edits"), {}});
  }
  return {};
}

Result<void> WorkTree::put(const std::string& path, const git_oid& id) const {
  const std::string root = repository_->work_directory();
  const std::string full = root + path;
  if (is_null(id)) {
    ::unlink(full.c_str());
    remove_empty_folders(root, path);
    return {};
  }
  if (auto made = make_folders(root, path); !made) {
    return made;
  }
  const auto bytes = repository_->read_blob(id);
  if (!bytes) {
    return fail(bytes.error());
  }
  return write_file(full, *bytes, own(*repository_, scratch::file));
}

Result<void> WorkTree::stage(const std::string& path, const git_oid& id) {
  int code = 0;
  if (is_null(id)) {
    code = git_index_remove(index_.get(), path.c_str(), 0);
    if (code == GIT_ENOTFOUND) {
      forget_failures();
      code = 0;
    }
  } else {
    git_index_entry entry{};
    if (const git_index_entry* const old = git_index_get_bypath(index_.get(), path.c_str(), 0)) {
      entry.flags_extended = old->flags_extended;
    }
    struct stat info {};
    if (::lstat((repository_->work_directory() + path).c_str(), &info) == 0) {
      entry.ctime = to_index_time(info.st_ctim);
      entry.mtime = to_index_time(info.st_mtim);
      entry.dev = static_cast<std::uint32_t>(info.st_dev);
      entry.ino = static_cast<std::uint32_t>(info.st_ino);
      entry.uid = info.st_uid;
      entry.gid = info.st_gid;
      entry.file_size = static_cast<std::uint32_t>(info.st_size);
    }
    entry.mode = GIT_FILEMODE_BLOB;
    entry.id = id;
    entry.path = path.c_str();
    code = git_index_add(index_.get(), &entry);
  }
  if (code < 0) {
    return failed(code, {BD_TR("cannot stage {0}: {1}"), {printable(path)}});
  }
  return {};
}

Result<void> WorkTree::write(const std::vector<JournalPath>& paths) {
  for (const JournalPath& one : paths) {
    Result<void> done;
    if (!is_sparse(one.path)) {
      done = put(one.path, one.after);
    }
    if (done) {
      done = stage(one.path, one.after);
    }
    if (!done) {
      undo(paths);
      return done;
    }
  }
  return {};
}

void WorkTree::undo(const std::vector<JournalPath>& paths) const {
  for (const JournalPath& one : paths) {
    const auto disk = on_disk(one.path);
    if (disk && same(*disk, one.after) && !same(one.before, one.after)) {
      // Best effort: the failure that led here is what gets reported.
      static_cast<void>(put(one.path, one.before));
    }
  }
}

Result<void> WorkTree::publish() {
  const int code = git_index_write(index_.get());
  if (code < 0) {
    return failed(code, {BD_TR("cannot write the index: {0}"), {}});
  }
  const std::string written = own(*repository_, scratch::index);
  if (::rename(written.c_str(), index_path_.c_str()) != 0) {
    return fail(system_error(errno, {BD_TR("cannot write the index: {0}"), {}}));
  }
  return {};
}

void WorkTree::mend(const std::vector<JournalPath>& paths, const git_tree* head) {
  bool touched = false;
  for (const JournalPath& one : paths) {
    const auto entry = repository_->find(head, one.path);
    if (!entry) {
      continue;
    }
    const git_oid target = *entry ? (*entry)->id : git_oid{};
    if (!same(target, one.before) && !same(target, one.after)) {
      continue;
    }
    const git_oid& other = same(target, one.after) ? one.before : one.after;
    const auto disk = on_disk(one.path);
    if (!is_sparse(one.path) && disk && same(*disk, other) && !put(one.path, target)) {
      continue;
    }
    const git_oid staged = in_index(one.path);
    if (same(staged, other) || same(staged, target)) {
      touched = stage(one.path, target).has_value() || touched;
    }
  }
  if (touched) {
    static_cast<void>(publish());
  }
}

}  // namespace budgetdiff::git
