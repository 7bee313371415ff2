#pragma once

/// libgit2's objects with owners: move-only, freed once, never copied.

#include <git2.h>

#include <memory>

namespace budgetdiff::git {

template <auto free_function>
struct Free {
  template <class T>
  void operator()(T* object) const noexcept {
    free_function(object);
  }
};

template <class T, auto free_function>
using Handle = std::unique_ptr<T, Free<free_function>>;

using RepositoryHandle = Handle<git_repository, git_repository_free>;
using ConfigHandle = Handle<git_config, git_config_free>;
using ConfigIteratorHandle = Handle<git_config_iterator, git_config_iterator_free>;
using ReferenceHandle = Handle<git_reference, git_reference_free>;
using ObjectHandle = Handle<git_object, git_object_free>;
using CommitHandle = Handle<git_commit, git_commit_free>;
using TreeHandle = Handle<git_tree, git_tree_free>;
using TreeEntryHandle = Handle<git_tree_entry, git_tree_entry_free>;
using BlobHandle = Handle<git_blob, git_blob_free>;
using SignatureHandle = Handle<git_signature, git_signature_free>;
using IndexHandle = Handle<git_index, git_index_free>;
using RevwalkHandle = Handle<git_revwalk, git_revwalk_free>;

/// A git_buf that frees what libgit2 put there.
class Buffer {
 public:
  Buffer() = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  Buffer(Buffer&&) = delete;
  Buffer& operator=(Buffer&&) = delete;
  ~Buffer() { git_buf_dispose(&buffer_); }

  [[nodiscard]] git_buf* out() { return &buffer_; }
  [[nodiscard]] const char* text() const { return buffer_.ptr != nullptr ? buffer_.ptr : ""; }
  [[nodiscard]] std::size_t size() const { return buffer_.size; }

 private:
  git_buf buffer_ = GIT_BUF_INIT;
};

/// The `T**` that libgit2 wants: `git_x_lookup(Out(handle), …)`. What is put
/// there goes into the handle at the end of the full expression, so the handle
/// must not be used in the same one.
template <class T, class Deleter>
class Out {
 public:
  explicit Out(std::unique_ptr<T, Deleter>& target) : target_(target) {}
  Out(const Out&) = delete;
  Out& operator=(const Out&) = delete;
  Out(Out&&) = delete;
  Out& operator=(Out&&) = delete;
  ~Out() { target_.reset(raw_); }
  operator T**() { return &raw_; }  // NOLINT(google-explicit-constructor): a C out-parameter

 private:
  std::unique_ptr<T, Deleter>& target_;
  T* raw_ = nullptr;
};

}  // namespace budgetdiff::git
