#include "store/ownership.hpp"

#include "store/git_handle.hpp"

#include <filesystem>
#include <string_view>

#include <sys/stat.h>
#include <unistd.h>

namespace budgetdiff::git {
namespace {

namespace fs = std::filesystem;

bool is_repository(const fs::path& directory) {
  std::error_code ignored;
  return fs::exists(directory / ".git", ignored) ||
         (fs::exists(directory / "HEAD", ignored) && fs::exists(directory / "objects", ignored));
}

bool is_foreign(const fs::path& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 && info.st_uid != ::geteuid();
}

}  // namespace

std::optional<std::string> foreign_repository(const std::string& directory, bool search_upward) {
  std::error_code problem;
  fs::path path = fs::canonical(directory, problem);
  if (problem) {
    return std::nullopt;
  }
  while (!is_repository(path)) {
    if (!search_upward || !path.has_relative_path()) {
      return std::nullopt;
    }
    path = path.parent_path();
  }
  if (is_foreign(path) || is_foreign(path / ".git")) {
    return path.string();
  }
  return std::nullopt;
}

bool is_trusted_by_configuration(const std::string& directory) {
  ConfigHandle config;
  ConfigIteratorHandle values;
  if (git_config_open_default(Out(config)) < 0) {
    return false;
  }
  if (git_config_multivar_iterator_new(Out(values), config.get(), "safe.directory", nullptr) < 0) {
    return false;
  }
  bool trusted = false;
  git_config_entry* entry = nullptr;
  while (git_config_next(&entry, values.get()) == 0) {
    const std::string_view value = entry->value != nullptr ? entry->value : "";
    if (value.empty()) {
      trusted = false;  // an empty value forgets those before it
    } else if (value == "*" || value == directory) {
      trusted = true;
    }
  }
  return trusted;
}

OwnershipUnchecked::OwnershipUnchecked() {
  git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}

OwnershipUnchecked::~OwnershipUnchecked() {
  git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1);
}

}  // namespace budgetdiff::git
