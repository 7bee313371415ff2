#include "cli/inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace budgetdiff::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kept = {
    "snapshots", "provenance", "sources", "matches", "reviews", "budgetdiff.json", ".git"};

std::set<fs::path>& stores() {
  static std::set<fs::path> paths;
  return paths;
}

/// Device and inode of each.
std::set<std::pair<dev_t, ino_t>>& inputs() {
  static std::set<std::pair<dev_t, ino_t>> files;
  return files;
}

}  // namespace

void note_input(const struct stat& file) {
  inputs().emplace(file.st_dev, file.st_ino);
}

bool is_input(const struct stat& file) {
  return inputs().count({file.st_dev, file.st_ino}) > 0;
}

void note_store(const std::string& path) {
  std::error_code problem;
  fs::path real = fs::canonical(path, problem);
  if (!problem) {
    stores().insert(std::move(real));
  }
}

bool is_of_store(const std::string& file) {
  std::error_code problem;
  const fs::path real = fs::weakly_canonical(file, problem);
  return !problem && std::any_of(stores().begin(), stores().end(), [&](const fs::path& store) {
    const fs::path inside = real.lexically_relative(store);
    if (inside.empty() || *inside.begin() == "..") {
      return false;
    }
    const bool bare = !fs::exists(store / ".git", problem);
    return bare || std::find(kept.begin(), kept.end(), inside.begin()->string()) != kept.end();
  });
}

}  // namespace budgetdiff::cli
