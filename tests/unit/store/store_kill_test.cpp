#include "test_store.hpp"

#include <gmock/gmock.h>

#include <array>
#include <chrono>
#include <random>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace budgetdiff::testing {
namespace {

namespace fs = std::filesystem;

class StoreKill : public StoreTest, public ::testing::WithParamInterface<bool> {};

struct Writer {
  pid_t process = -1;
  int output = -1;
};

Writer start_writer(const std::string& store, const std::string& name, int first, int count) {
  std::array<int, 2> ends{};
  EXPECT_EQ(::pipe(ends.data()), 0);
  const std::string first_text = std::to_string(first);
  const std::string count_text = std::to_string(count);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::execl(STORE_WRITER, STORE_WRITER, store.c_str(), name.c_str(), first_text.c_str(),
            count_text.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[1]);
  return {child, ends[0]};
}

/// Reads what the writer says until it has said `lines` lines (0: to its end).
std::string read_lines(const Writer& writer, int lines) {
  std::string text;
  char c = 0;
  while (::read(writer.output, &c, 1) == 1) {
    text += c;
    if (c == '\n' && --lines == 0) {
      break;
    }
  }
  return text;
}

std::vector<int> numbers(const std::string& text) {
  std::vector<int> out;
  std::istringstream in(text);
  for (int number = 0; in >> number;) {
    out.push_back(number);
  }
  return out;
}

/// Waits for the writer; the years that it said were written.
std::vector<int> acknowledged(const Writer& writer, int* status) {
  const std::string text = read_lines(writer, 0);
  ::close(writer.output);
  ::waitpid(writer.process, status, 0);
  return numbers(text);
}

TEST_P(StoreKill, LosesNoWriteOfEightWritersAtOnce) {
  const auto store = make_store("s", GetParam());
  constexpr int writers = 8;
  constexpr int each = 5;
  std::vector<Writer> running;
  running.reserve(writers);
  for (int i = 0; i < writers; ++i) {
    running.push_back(start_writer(store->path(), "局" + std::to_string(i), 2000, each));
  }
  for (const Writer& writer : running) {
    int status = -1;
    EXPECT_EQ(acknowledged(writer, &status).size(), static_cast<std::size_t>(each));
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(must(store->keys("")).size(), static_cast<std::size_t>(writers * each));
  EXPECT_EQ(git(store->path(), "rev-list --count HEAD"), std::to_string(1 + writers * each) + "\n");
  expect_sound(store->path());
}

TEST_P(StoreKill, HoldsEveryAcknowledgedWriteWhenKilledAtAnyMoment) {
  const auto store = make_store("s", GetParam());
  constexpr unsigned seed = 20240301;
  std::mt19937 random(seed);  // NOLINT(bugprone-random-generator-seed): the same waits every time
  constexpr int kills = 20;   // for bare and for work tree: 40 in all
  int next = 1000;
  int mid_write = 0;
  std::vector<int> promised;
  for (int i = 0; i < kills; ++i) {
    const Writer writer = start_writer(store->path(), "局", next, 1000);
    // How long one write takes here and now sets how far into the next one,
    // or the one after, the writer gets.
    std::vector<int> years = numbers(read_lines(writer, 1));
    const auto first = std::chrono::steady_clock::now();
    const std::vector<int> second = numbers(read_lines(writer, 1));
    const auto one_write = std::chrono::steady_clock::now() - first;
    std::this_thread::sleep_for(one_write * static_cast<int>(random() % 1000) / 500);
    ::kill(writer.process, SIGKILL);
    int status = -1;
    const std::vector<int> rest = acknowledged(writer, &status);
    years.insert(years.end(), second.begin(), second.end());
    years.insert(years.end(), rest.begin(), rest.end());
    ASSERT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself: " << status;
    promised.insert(promised.end(), years.begin(), years.end());
    ASSERT_GE(years.size(), 2U);
    next = years.back() + 2;  // the one under way may be there
    if (fs::exists(store->path() + (GetParam() ? "" : "/.git") + "/budgetdiff-journal")) {
      ++mid_write;
    }
    // Whatever the kill left, history is whole now, before any repair …
    const CommandResult fsck = run("git -C '" + store->path() + "' fsck --strict --full");
    EXPECT_EQ(fsck.status, 0) << fsck.output;
    // … and one more write puts everything right.
    const auto put = store->put(sample_request("修复局", 1000 + i));
    ASSERT_TRUE(put) << "kill " << i << ", seed " << seed << ": " << error_text(put);
    for (const auto& entry : fs::recursive_directory_iterator(store->path())) {
      EXPECT_NE(entry.path().extension(), ".lock") << entry.path();
    }
    expect_sound(store->path());
    if (HasFailure()) {
      FAIL() << "kill " << i << ", seed " << seed;
    }
  }
  const std::string there = git(store->path(), "ls-tree --name-only HEAD:snapshots/局");
  for (const int year : promised) {
    EXPECT_NE(there.find(std::to_string(year) + ".json"), std::string::npos) << year;
  }
  RecordProperty("acknowledged", static_cast<int>(promised.size()));
  RecordProperty("killed_with_a_journal", mid_write);
}

TEST_F(StoreTest, ClearsTheLocksOfAWriterThatDied) {
  const auto store = make_store("s");
  const std::string head = git(store->path(), "rev-parse HEAD").substr(0, 40);
  const std::string git_directory = store->path() + "/.git/";
  const std::string dead(40, 'd');
  // What a kill between taking the ref's lock and moving the ref leaves.
  write_bytes(git_directory + "budgetdiff-lock", "writing\n");
  write_bytes(git_directory + "budgetdiff-journal",
              "budgetdiff journal 1\nref refs/heads/main\ncommit " + dead + "\nend\n");
  write_bytes(git_directory + "refs/heads/main.lock", dead + "\n");
  write_bytes(git_directory + "budgetdiff-index-owner", "");
  fs::create_hard_link(git_directory + "budgetdiff-index-owner", git_directory + "index.lock");
  must(store->put(sample_request(department, 2024)));
  expect_sound(store->path());
  // An empty lock too, as a kill before the first byte leaves it.
  write_bytes(git_directory + "budgetdiff-lock", "writing\n");
  write_bytes(git_directory + "budgetdiff-journal",
              "budgetdiff journal 1\nref refs/heads/main\ncommit " + dead + "\nend\n");
  write_bytes(git_directory + "refs/heads/main.lock", "");
  must(store->put(sample_request(department, 2025)));
  expect_sound(store->path());
}

TEST_F(StoreTest, LeavesTheLocksOfOtherGitProgramsAlone) {
  const auto store = make_store("s");
  const std::string git_directory = store->path() + "/.git/";
  write_bytes(git_directory + "budgetdiff-lock", "writing\n");
  write_bytes(
      git_directory + "budgetdiff-journal",
      "budgetdiff journal 1\nref refs/heads/main\ncommit " + std::string(40, 'd') + "\nend\n");
  write_bytes(git_directory + "refs/heads/main.lock", std::string(40, 'e') + "\n");
  EXPECT_THAT(error_text(store->put(sample_request(department, 2024))),
              ::testing::HasSubstr("another git program"));
  EXPECT_TRUE(fs::exists(git_directory + "refs/heads/main.lock"));
  fs::remove(git_directory + "refs/heads/main.lock");
  must(store->put(sample_request(department, 2024)));
  expect_sound(store->path());
}

INSTANTIATE_TEST_SUITE_P(BareAndNot, StoreKill, ::testing::Bool(),
                         [](const auto& instance) { return instance.param ? "Bare" : "WorkTree"; });

}  // namespace
}  // namespace budgetdiff::testing
