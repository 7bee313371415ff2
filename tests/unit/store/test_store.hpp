#pragma once

/// What tests of the store share: a directory of their own, git's settings
/// pinned, the real git command to check with.

#include <budgetdiff/store/git_store.hpp>
#include <budgetdiff/store/store.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::testing {

/// A new directory, removed at the end.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  TemporaryDirectory(TemporaryDirectory&&) = delete;
  TemporaryDirectory& operator=(TemporaryDirectory&&) = delete;
  ~TemporaryDirectory();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string operator/(std::string_view name) const {
    return (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

/// A command's output (both streams) and exit status.
struct CommandResult {
  int status = -1;
  std::string output;
};
CommandResult run(const std::string& shell_command);

/// `git -C directory arguments`; the test fails if git does.
std::string git(const std::string& directory, const std::string& arguments);

void write_bytes(const std::string& path, std::string_view bytes);
[[nodiscard]] std::string read_bytes(const std::string& path);

/// HOME and git's environment pinned to a directory of the test program's own,
/// with user.name and user.email set and the dates fixed.
class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override;

  TemporaryDirectory directory;

  /// A new store with a work tree (or bare) in `directory`/NAME.
  std::unique_ptr<Store> make_store(const std::string& name, bool bare = false);
  [[nodiscard]] static std::unique_ptr<Store> open(const std::string& path);

  /// fsck --strict is clean and, where there is a work tree, so is status.
  static void expect_sound(const std::string& path);

  /// user.name and user.email, or a home that has neither.
  static void set_identity(bool known);
  [[nodiscard]] static std::string home();
};

/// A valid snapshot of `projects` projects, each of 1.00 万元 plus its number.
[[nodiscard]] Snapshot sample_snapshot(const std::string& name, int year, int projects = 2);
[[nodiscard]] PutRequest sample_request(const std::string& name, int year, int projects = 2);

/// The value, or a failed test that prints the error.
template <class T>
T must(Result<T> result) {
  if (!result) {
    ADD_FAILURE() << in_english(result.error());
    return T();
  }
  return std::move(*result);
}

template <class T>
std::string error_text(const Result<T>& result) {
  return result ? std::string("(no error)") : in_english(result.error());
}

inline constexpr const char* department = "广州市花都区人力资源和社会保障局（本级）";

}  // namespace budgetdiff::testing
