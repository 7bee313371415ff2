/// What git says of the signatures of commits.

#include "store/child.hpp"
#include "store/git_store_impl.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <unistd.h>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace budgetdiff::git {

Result<std::vector<CommitSignature>> GitStore::signatures() {
  // git itself, which knows the user's keys, allowed signers and gpg programs.
  const std::string output =
      repository_.git_directory() + "budgetdiff-signatures-" + std::to_string(::getpid());
  const ChildResult done = run_child({"git", "-C", path(), "log", "--format=%H %G?", "HEAD"},
                                     "/dev/null", output, "/dev/null");
  std::vector<CommitSignature> out;
  {
    std::ifstream lines(output);
    std::string line;
    while (std::getline(lines, line)) {
      if (line.size() == 42 && line[40] == ' ' && line[41] != 'N') {
        out.push_back({line.substr(0, 40), line[41]});
      }
    }
  }
  static_cast<void>(std::remove(output.c_str()));
  if (done.error_number != 0) {
    return fail(
        {BD_TR("cannot run git to check signatures: {0}"), {std::strerror(done.error_number)}},
        {BD_TR("install git"), {}});
  }
  return out;
}

}  // namespace budgetdiff::git
