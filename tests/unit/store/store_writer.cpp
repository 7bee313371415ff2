/// store_writer STORE DEPARTMENT FIRST_YEAR COUNT: puts that many years, one
/// commit each, and prints each year after its write was acknowledged. Tests
/// run several at once, or kill one.

#include <budgetdiff/store/git_store.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>

#include <unistd.h>

int main(int argc, char** argv) {
  if (argc != 5) {
    return 2;
  }
  auto store = budgetdiff::open_git_store(argv[1], false);
  if (!store) {
    std::fprintf(stderr, "%s\n", budgetdiff::in_english(store.error()).c_str());
    return 1;
  }
  const int first = std::atoi(argv[3]);
  const int count = std::atoi(argv[4]);
  for (int year = first; year < first + count; ++year) {
    budgetdiff::PutRequest request;
    request.snapshot.department = argv[2];
    request.snapshot.year = year;
    request.snapshot.unit = "万元";
    request.snapshot.projects.emplace_back().name = "项目";
    request.provenance.file = "a.pdf";
    request.provenance.projects.emplace_back();
    const auto put = (*store)->put(request);
    if (!put) {
      std::fprintf(stderr, "%d: %s\n", year, budgetdiff::in_english(put.error()).c_str());
      return 1;
    }
    const std::string line = std::to_string(year) + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) {
      return 1;
    }
  }
  return 0;
}
