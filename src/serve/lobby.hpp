#pragma once

/// Where connections wait, so that no thread does: for the rest of a request's head, for news of
/// the store, for a reader to take its answer. Whoever is slow or gone costs a place here and no
/// thread; where there are no more places, the one that waits longest loses its own.

#include "serve/connection.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace budgetdiff::serving {

struct LobbyLimits {
  ClientLimits client;
  std::size_t connections = 512;
  std::size_t threads = 32;                      ///< that answer
  std::size_t unsent = std::size_t{256} << 20U;  ///< bytes of answers that wait for their readers
  std::chrono::milliseconds for_news{20'000};
  std::chrono::milliseconds look_every{300};
};

class Lobby {
 public:
  struct Host {
    /// Answers the request whose head has arrived; whether another may follow. Any thread.
    std::function<bool(Connection&)> answer;
    /// What its client knows of the store already, where a head waits for news; nothing where it
    /// is to be answered at once. One thread, as the next.
    std::function<std::optional<std::string>(std::string_view head)> knows;
    /// What there is to know; "" where that cannot be told.
    std::function<std::string()> news;
  };

  Lobby(const LobbyLimits& limits, Host host);
  Lobby(const Lobby&) = delete;
  Lobby& operator=(const Lobby&) = delete;
  Lobby(Lobby&&) = delete;
  Lobby& operator=(Lobby&&) = delete;
  /// Lets what is being answered be answered and sent, and closes all other connections.
  ~Lobby();

  /// Takes over a socket that was accepted. Any thread.
  void enter(int socket);

 private:
  using Guests = std::list<std::unique_ptr<Connection>>;

  void wait();
  void work();
  void wake() const;
  /// Lets in who has arrived and back who was answered; false at the end.
  bool open_door();
  void poll_guests();
  /// What a guest does next, now that the system says `events` of it; false where it leaves.
  bool go_on(Connection& guest, short events);
  void begin(Connection& guest);
  void answer(Connection& guest);
  void make_room();
  /// Frees the place of the guest that waits longest among those in `state`.
  bool dismiss(Connection::State state);
  void hear_news();
  [[nodiscard]] std::chrono::milliseconds time_to_wait() const;

  const LobbyLimits limits_;
  const Host host_;
  int bell_ = -1;  ///< an eventfd that wakes the waiting thread
  Guests guests_;  ///< the waiting thread's, as are the next
  std::string news_;
  Clock::time_point heard_;
  std::optional<Clock::time_point> closes_;  ///< when what is not sent is given up
  std::mutex mutex_;
  std::condition_variable work_;
  std::vector<int> arrived_;                           ///< under mutex_, as are the next
  std::deque<Connection*> questions_;                  ///< to be answered
  std::vector<std::pair<Connection*, bool>> answers_;  ///< and whether each is the last
  std::size_t busy_ = 0;                               ///< questions and what workers have
  bool ends_ = false;
  std::thread waiter_;
  std::vector<std::thread> workers_;
};

}  // namespace budgetdiff::serving
