#include "test_store.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

namespace budgetdiff::testing {
namespace {

namespace fs = std::filesystem;

/// Set before libgit2 starts, which looks at HOME only once.
const TemporaryDirectory& pinned_home() {
  static const TemporaryDirectory home;
  static const bool done = [] {
    for (const char* const name :
         {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
          "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
          "GIT_OBJECT_DIRECTORY", "GIT_CEILING_DIRECTORIES", "EMAIL"}) {
      ::unsetenv(name);
    }
    const std::string path = home.path().string();
    ::setenv("HOME", path.c_str(), 1);
    ::setenv("XDG_CONFIG_HOME", (path + "/.config").c_str(), 1);
    ::setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    ::setenv("TZ", "UTC", 1);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    return true;
  }();
  static_cast<void>(done);
  return home;
}

}  // namespace

TemporaryDirectory::TemporaryDirectory() {
  std::string name = (fs::temp_directory_path() / "budgetdiff-store-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    std::perror("mkdtemp");
    std::abort();
  }
  path_ = fs::canonical(name);
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

CommandResult run(const std::string& shell_command) {
  CommandResult result;
  FILE* const pipe = ::popen(("( " + shell_command + " ) 2>&1").c_str(), "r");
  if (pipe == nullptr) {
    return result;
  }
  std::array<char, 4096> buffer{};
  std::size_t got = 0;
  while ((got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0) {
    result.output.append(buffer.data(), got);
  }
  const int status = ::pclose(pipe);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

std::string git(const std::string& directory, const std::string& arguments) {
  const CommandResult result = run("git -c core.quotepath=off -C '" + directory + "' " + arguments);
  EXPECT_EQ(result.status, 0) << "git " << arguments << "\n" << result.output;
  return result.output;
}

void write_bytes(const std::string& path, std::string_view bytes) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes;
}

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string StoreTest::home() {
  return pinned_home().path().string();
}

void StoreTest::set_identity(bool known) {
  write_bytes(home() + "/.gitconfig",
              known ? "[user]\n\tname = 测试者\n\temail = tester@example.com\n"
                    : "[user]\n\tuseConfigOnly = true\n");
}

void StoreTest::SetUp() {
  set_identity(true);
  ::setenv("GIT_AUTHOR_DATE", "2024-03-01T09:00:00+08:00", 1);
  ::setenv("GIT_COMMITTER_DATE", "2024-03-01T09:00:00+08:00", 1);
}

std::unique_ptr<Store> StoreTest::make_store(const std::string& name, bool bare) {
  return must(init_git_store(directory / name, bare));
}

std::unique_ptr<Store> StoreTest::open(const std::string& path) {
  return must(open_git_store(path, false));
}

void StoreTest::expect_sound(const std::string& path) {
  const CommandResult fsck = run("git -C '" + path + "' fsck --strict --full");
  EXPECT_EQ(fsck.status, 0) << fsck.output;
  EXPECT_EQ(fsck.output.find("error"), std::string::npos) << fsck.output;
  if (fs::exists(path + "/.git")) {
    EXPECT_EQ(git(path, "status --porcelain"), "");
  }
}

Snapshot sample_snapshot(const std::string& name, int year, int projects) {
  Snapshot snapshot;
  snapshot.department = name;
  snapshot.year = year;
  snapshot.unit = "万元";
  for (int i = 1; i <= projects; ++i) {
    Project& project = snapshot.projects.emplace_back();
    project.name = "项目" + std::to_string(i);
    project.funding.set(column::total, Amount(100 + i, 2));
    project.goal = "目标" + std::to_string(i);
    Indicator& indicator = project.indicators.emplace_back();
    indicator.level1 = "产出指标";
    indicator.level2 = "数量指标";
    indicator.name = "完成数";
    indicator.annual_target = "≥" + std::to_string(i) + "个";
  }
  snapshot.stated_total.set(column::total, sum_of_totals(snapshot));
  return snapshot;
}

PutRequest sample_request(const std::string& name, int year, int projects) {
  PutRequest request;
  request.snapshot = sample_snapshot(name, year, projects);
  request.provenance.file = std::to_string(year) + ".pdf";
  request.provenance.sha256 = std::string(64, 'a');
  request.provenance.size = 1234;
  request.provenance.importer = "text";
  request.provenance.importer_version = "0";
  for (int i = 1; i <= projects; ++i) {
    Place first;
    first.page = i;
    Place indicator;
    indicator.page = i;
    indicator.line = 2;
    request.provenance.projects.push_back({first, {indicator}});
  }
  return request;
}

}  // namespace budgetdiff::testing
