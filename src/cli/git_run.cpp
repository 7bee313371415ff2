#include "cli/git_run.hpp"

#include "store/child.hpp"

#include <stdlib.h>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <system_error>

namespace budgetdiff::cli {
namespace {

namespace fs = std::filesystem;

std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  while (!text.empty() && text.back() == '\n') {
    text.pop_back();
  }
  return text;
}

/// Why nothing can be written in a folder; "" where it can.
std::string problem_of(const std::string& folder) {
  constexpr std::size_t a_block = 4096;
  errno = 0;
  std::ofstream probe(folder + "/probe", std::ios::binary);
  probe << std::string(a_block, ' ') << std::flush;
  return probe.good() ? std::string() : std::generic_category().message(errno);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::error_code problem;
  std::string pattern = (fs::temp_directory_path(problem) / "budgetdiff-XXXXXX").string();
  if (::mkdtemp(pattern.data()) != nullptr) {
    path_ = pattern;
  }
}

TemporaryFolder::~TemporaryFolder() {
  if (!path_.empty()) {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
}

GitRun run_git(const std::string& directory, const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  if (folder.path().empty()) {
    GitRun run;
    run.errors = "fatal: no temporary folder: " + std::generic_category().message(errno);
    return run;
  }
  // In English: what git says is read here, too.
  std::vector<std::string> words{"env", "LC_ALL=C", "git"};
  if (!directory.empty()) {
    words.insert(words.end(), {"-C", directory});
  }
  words.insert(words.end(), arguments.begin(), arguments.end());
  const std::string output = folder.path() + "/out";
  const std::string errors = folder.path() + "/err";
  const git::ChildResult done = git::run_child(words, "/dev/null", output, errors);
  GitRun run;
  run.status = done.error_number != 0 ? -1 : done.status;
  run.output = whole_file(output);
  run.errors = whole_file(errors);
  if (!run.ok() && run.errors.empty()) {
    // What git says is caught in a file, for which there may be no room.
    if (const std::string problem = problem_of(folder.path()); !problem.empty()) {
      run.errors = "fatal: " + folder.path() + ": " + problem;
    }
  }
  return run;
}

std::string reason_of(const GitRun& run) {
  std::string first;
  std::istringstream lines(run.errors);
  for (std::string line; std::getline(lines, line);) {
    for (const std::string_view head : {"fatal: ", "error: "}) {
      if (line.starts_with(head)) {
        first = line.substr(head.size());
        if (head == "fatal: ") {
          return first;
        }
      }
    }
    first = first.empty() ? line : first;
  }
  return first;
}

std::string own_program() {
  std::error_code problem;
  const fs::path path = fs::read_symlink("/proc/self/exe", problem);
  return problem ? "budgetdiff" : path.string();
}

std::string shell_quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return out + "'";
}

std::string driver_attributes() {
  return "snapshots/**/*.json diff=budgetdiff merge=budgetdiff\n"
         "provenance/**/*.json merge=budgetdiff\n"
         "*.snapshot.json diff=budgetdiff merge=budgetdiff\n";
}

}  // namespace budgetdiff::cli
