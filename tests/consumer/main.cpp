/// A program of somebody else's that uses the installed library.

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/match/matcher.hpp>
#include <budgetdiff/store/git_store.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

budgetdiff::Snapshot load(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return budgetdiff::read_snapshot(bytes, path).value();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    return 2;
  }
  const budgetdiff::Snapshot from = load(argv[1]);
  const budgetdiff::Snapshot to = load(argv[2]);
  const budgetdiff::ChangeSet changes =
      budgetdiff::diff({from, to, "", ""}, budgetdiff::match(from, to));
  for (const budgetdiff::ProjectChange& change : changes.projects) {
    if (!change.from.empty()) {
      std::cout << to_string(change.kind) << ' ' << change.from.front().name << '\n';
    }
  }
  // Links the store too: a folder without one is an error, not a crash.
  return budgetdiff::open_git_store("/", false) ? 1 : 0;
}
