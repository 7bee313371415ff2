#include "serve/lobby.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>
#include <string>

namespace budgetdiff::serving {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

/// The client's end of a connection whose other end a lobby has. Its calls wait.
class Client {
 public:
  explicit Client(Lobby& lobby) {
    std::array<int, 2> ends{};
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    socket_ = ends[0];
    lobby.enter(ends[1]);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  Client(Client&&) = delete;
  Client& operator=(Client&&) = delete;
  ~Client() { close(); }

  void send(const std::string& text) const {
    EXPECT_EQ(::send(socket_, text.data(), text.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(text.size()));
  }
  /// `size` bytes, or fewer at the end.
  [[nodiscard]] std::string receive(std::size_t size) const {
    std::string out(size, '\0');
    std::size_t got = 0;
    while (got < size) {
      const ssize_t more = ::recv(socket_, out.data() + got, size - got, 0);
      if (more <= 0) {
        break;
      }
      got += static_cast<std::size_t>(more);
    }
    out.resize(got);
    return out;
  }
  void close() {
    if (socket_ >= 0) {
      ::close(socket_);
    }
    socket_ = -1;
  }

 private:
  int socket_ = -1;
};

/// Nothing ends by itself: what a test waits for must happen for its reason.
LobbyLimits patient() {
  LobbyLimits out;
  out.threads = 1;
  out.client.for_head = hours(1);
  out.client.between_requests = hours(1);
  out.client.for_body = hours(1);
  out.client.for_farewell = hours(1);
  out.for_news = hours(1);
  out.look_every = milliseconds(1);
  return out;
}

/// Reads a head byte by byte, as HTTP libraries do.
std::string head_of(Connection& guest) {
  std::string head;
  char c = 0;
  while (!head.ends_with("\r\n\r\n") && guest.read(&c, 1) == 1) {
    head += c;
  }
  return head;
}

class LobbyTest : public testing::Test {
 protected:
  /// Answers "big" with megabytes, "bye" for the last time, "body" with the five bytes behind it,
  /// all else with "[head]". "news" waits while the store is at "1".
  Lobby::Host host() {
    return {[](Connection& guest) {
              const std::string head = head_of(guest);
              const std::string word = head.substr(0, head.find('\r'));
              std::array<char, 5> body{};
              if (word == "body") {
                for (std::size_t at = 0; at < body.size();) {
                  const long got = guest.read(body.data() + at, body.size() - at);
                  if (got <= 0) {
                    return false;
                  }
                  at += static_cast<std::size_t>(got);
                }
                guest.write(std::string(body.data(), body.size()));
              } else {
                guest.write(word == "big" ? std::string(big, 'x') : "[" + word + "]");
              }
              return word != "bye";
            },
            [](std::string_view head) {
              return head.starts_with("news") ? std::optional<std::string>("1") : std::nullopt;
            },
            [this] {
              const std::lock_guard lock(mutex_);
              ++looks_;
              return news_;
            }};
  }

  static constexpr std::size_t big = std::size_t{8} << 20U;
  std::mutex mutex_;
  std::string news_ = "1";
  std::atomic<int> looks_ = 0;
};

TEST_F(LobbyTest, AnswersOneRequestAfterAnother) {
  Lobby lobby(patient(), host());
  const Client client(lobby);
  client.send("one\r\n\r\n");
  EXPECT_EQ(client.receive(5), "[one]");
  client.send("two\r\n\r");
  client.send("\nthree\r\n\r\n");
  EXPECT_EQ(client.receive(12), "[two][three]");
  client.send("body\r\n\r\nab");
  client.send("cdebye\r\n\r\nnever\r\n\r\n");
  EXPECT_EQ(client.receive(100), "abcde[bye]") << "the connection ends behind the last answer";
}

TEST_F(LobbyTest, NoThreadWaitsForHalfARequest) {
  Lobby lobby(patient(), host());
  const Client first(lobby);
  const Client second(lobby);
  first.send("on");
  second.send("two\r\n\r\n");
  EXPECT_EQ(second.receive(5), "[two]") << "with one thread";
  first.send("e\r\n\r\n");
  EXPECT_EQ(first.receive(5), "[one]");
}

TEST_F(LobbyTest, NoThreadWaitsForAReader) {
  Lobby lobby(patient(), host());
  const Client first(lobby);
  const Client second(lobby);
  first.send("big\r\n\r\n");
  EXPECT_EQ(first.receive(1), "x") << "it is being sent";
  second.send("two\r\n\r\n");
  EXPECT_EQ(second.receive(5), "[two]");
  EXPECT_EQ(first.receive(big - 1).size(), big - 1);
}

TEST_F(LobbyTest, NoThreadWaitsForNews) {
  Lobby lobby(patient(), host());
  const Client waiting(lobby);
  const Client other(lobby);
  waiting.send("news\r\n\r\n");
  other.send("two\r\n\r\n");
  EXPECT_EQ(other.receive(5), "[two]");
  {
    const std::lock_guard lock(mutex_);
    news_ = "2";
  }
  EXPECT_EQ(waiting.receive(6), "[news]");
  waiting.send("news\r\n\r\n");
  EXPECT_EQ(waiting.receive(6), "[news]") << "what it knows is old already";
}

TEST_F(LobbyTest, EndsAWaitForNewsWithoutAny) {
  LobbyLimits limits = patient();
  limits.for_news = milliseconds(1);
  Lobby lobby(limits, host());
  const Client client(lobby);
  client.send("news\r\n\r\n");
  EXPECT_EQ(client.receive(6), "[news]");
}

TEST_F(LobbyTest, FreesThePlaceOfWhoIsGone) {
  LobbyLimits limits = patient();
  limits.connections = 2;
  Lobby lobby(limits, host());
  Client gone(lobby);
  const Client waiting(lobby);
  waiting.send("news\r\n\r\n");
  gone.send("news\r\n\r\n");
  while (looks_ == 0) {  // until both have been heard
    std::this_thread::yield();
  }
  gone.close();
  // Looks go on only while somebody waits; some more, and the empty place was seen.
  for (const int seen = looks_; looks_ < seen + 2;) {
    std::this_thread::yield();
  }
  const Client next(lobby);
  next.send("one\r\n\r\n");
  EXPECT_EQ(next.receive(5), "[one]");
  {
    const std::lock_guard lock(mutex_);
    news_ = "2";
  }
  EXPECT_EQ(waiting.receive(6), "[news]") << "it did not have to make room";
}

TEST_F(LobbyTest, WhoWaitsLongestMakesRoom) {
  LobbyLimits limits = patient();
  limits.connections = 2;
  Lobby lobby(limits, host());
  const Client first(lobby);
  const Client second(lobby);
  first.send("half a req");
  second.send("two\r\n\r\n");
  EXPECT_EQ(second.receive(5), "[two]");
  const Client third(lobby);
  EXPECT_EQ(first.receive(1), "") << "closed";
  third.send("three\r\n\r\n");
  EXPECT_EQ(third.receive(7), "[three]");
}

TEST_F(LobbyTest, CutsOffWhoTakesTooLong) {
  LobbyLimits limits = patient();
  limits.client.for_head = milliseconds(1);
  Lobby lobby(limits, host());
  const Client slow(lobby);
  slow.send("half a req");
  EXPECT_EQ(slow.receive(1), "");
  limits = patient();
  limits.client.for_body = milliseconds(1);
  Lobby other(limits, host());
  const Client without_body(other);
  without_body.send("body\r\n\r\nab");
  EXPECT_EQ(without_body.receive(1), "");
}

TEST_F(LobbyTest, RefusesAHeadWithoutEnd) {
  LobbyLimits limits = patient();
  limits.client.head = 1000;
  Lobby lobby(limits, host());
  const Client client(lobby);
  client.send(std::string(5000, 'x'));
  EXPECT_EQ(client.receive(1), "");
}

TEST_F(LobbyTest, SendsWhatItAnswersBeforeItEnds) {
  std::optional<Lobby> lobby;
  lobby.emplace(patient(), host());
  const Client waiting(*lobby);
  waiting.send("news\r\n\r\n");
  const Client reading(*lobby);
  reading.send("big\r\n\r\n");
  EXPECT_EQ(reading.receive(1), "x");
  std::thread end([&] { lobby.reset(); });
  EXPECT_EQ(reading.receive(big).size(), big - 1);
  EXPECT_EQ(waiting.receive(1), "");
  end.join();
}

TEST_F(LobbyTest, EndsThoughABodyDoesNotArrive) {
  std::optional<Lobby> lobby;
  lobby.emplace(patient(), host());
  const Client client(*lobby);
  client.send("body\r\n\r\nab");
  lobby.reset();
  EXPECT_EQ(client.receive(1), "");
}

}  // namespace
}  // namespace budgetdiff::serving
