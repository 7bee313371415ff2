/// Loads the git module as the program does and asks it for a store that is
/// not there: the error comes from libgit2's side, the words from core's.

#include "cli/modules.hpp"

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 2) {
    return 2;
  }
  const auto store = budgetdiff::cli::open_store(argv[1], false);
  if (store) {
    std::printf("opened %s\n", (*store)->path().c_str());
    return 1;
  }
  const std::string error = budgetdiff::in_english(store.error());
  std::printf("%s\n", error.c_str());
  return error.find("there is no such directory") != std::string::npos ? 0 : 1;
}
