/// What git says of the signatures of commits.

#include "store/child.hpp"
#include "store/git_store_impl.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace budgetdiff::git {

Result<std::vector<CommitSignature>> GitStore::signatures() {
  // git itself, which knows the user's keys, allowed signers and gpg programs.
  // Beside the store and not in it: an auditor's copy may be read-only.
  std::error_code ignored;
  std::string output =
      (std::filesystem::temp_directory_path(ignored) / "budgetdiff-signatures-XXXXXX").string();
  const int file = ::mkstemp(output.data());
  if (file < 0) {
    return fail({BD_TR("cannot write a temporary file: {0}"), {std::strerror(errno)}},
                {BD_TR("set TMPDIR to a folder that can be written to"), {}});
  }
  ::close(file);
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
  if (done.status != 0) {
    return fail({BD_TR("git could not check the signatures of the store"), {}},
                {BD_TR("`git log --show-signature` in the store says why"), {}});
  }
  return out;
}

}  // namespace budgetdiff::git
