#pragma once

/// One client's connection: what has arrived and what is to be sent, with bounds on how long
/// either may take.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace budgetdiff::serving {

using Clock = std::chrono::steady_clock;

/// What a client may take. Real ones send a head in one piece and read as fast as the network is.
struct ClientLimits {
  std::size_t head = std::size_t{64} << 10U;  ///< bytes
  std::chrono::milliseconds for_head{10'000};
  std::chrono::milliseconds between_requests{30'000};
  /// To send a body or to take an answer, and as long again as its bytes take at `slowest`.
  std::chrono::milliseconds for_body{30'000};
  std::size_t slowest = std::size_t{64} << 10U;   ///< bytes a second
  std::chrono::milliseconds for_farewell{2'000};  ///< to close, after the last answer
  std::size_t requests = 1000;                    ///< of one connection
};

/// A worker has it while its request is answered, the lobby at all other times.
class Connection {
 public:
  enum class State { reading, waiting_for_news, busy, sending, leaving };

  /// Takes the socket over; `limits` must outlive it.
  Connection(int socket, const ClientLimits& limits);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = delete;
  Connection& operator=(Connection&&) = delete;
  ~Connection();

  [[nodiscard]] int socket() const { return socket_; }
  [[nodiscard]] State state() const { return state_; }
  /// When it has taken too long, and since when it waits.
  [[nodiscard]] Clock::time_point end() const { return end_; }
  [[nodiscard]] Clock::time_point since() const { return since_; }
  /// Whether no request may come behind this one.
  [[nodiscard]] bool is_last() const { return requests_ >= limits_.requests; }

  // The lobby's, none of which waits.

  /// Takes what has arrived; false where the client is gone, or sends more than a head may have.
  [[nodiscard]] bool receive();
  /// Sends what can be sent; false where the client is gone.
  [[nodiscard]] bool send();
  [[nodiscard]] std::size_t to_send() const { return out_.size() - sent_; }
  /// The head of the next request, once it is whole; else "".
  [[nodiscard]] std::string_view head() const;
  void begin_reading();
  void wait_for_news(std::string known, Clock::time_point end);
  [[nodiscard]] const std::string& known() const { return known_; }
  void begin_answer();
  void begin_sending(bool last);
  [[nodiscard]] bool is_answered_last() const { return last_; }
  void begin_leaving();
  /// What has not arrived by now does not count any more, also for the worker that waits for it.
  void stop_receiving() const;

  // The worker's.

  /// What the client sends, up to `size` bytes, waiting for it as long as a body may take. 0 at its
  /// end, -1 where it is gone or too slow.
  [[nodiscard]] long read(char* to, std::size_t size);
  /// Bytes read of this request, its head included.
  [[nodiscard]] std::size_t consumed() const { return consumed_; }
  /// Keeps what is to be sent.
  void write(std::string_view bytes) { out_ += bytes; }

 private:
  [[nodiscard]] std::chrono::milliseconds time_for(std::size_t bytes) const;

  int socket_;
  const ClientLimits& limits_;
  State state_ = State::reading;
  std::string in_;         ///< what has arrived
  std::size_t taken_ = 0;  ///< of it, by the worker
  std::string out_;        ///< what is to be sent
  std::size_t sent_ = 0;
  std::size_t consumed_ = 0;
  std::size_t requests_ = 0;
  bool last_ = false;
  std::string known_;
  Clock::time_point since_ = Clock::now();
  Clock::time_point end_ = since_;
};

}  // namespace budgetdiff::serving
