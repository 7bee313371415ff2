#include "serve/page_server.hpp"

#include <sys/socket.h>
#include <unistd.h>
#include <charconv>
#include <functional>
#include <string>

namespace budgetdiff::serving {
namespace {

/// A connection as httplib reads and writes it.
class Exchange final : public httplib::Stream {
 public:
  explicit Exchange(Connection& guest) : guest_(guest) {}

  [[nodiscard]] bool is_readable() const override { return true; }
  [[nodiscard]] bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override {
    return refuses_ ? -1 : guest_.read(to, size);
  }
  ssize_t write(const char* bytes, std::size_t size) override {
    guest_.write({bytes, size});
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  [[nodiscard]] socket_t socket() const override { return guest_.socket(); }

  /// Reads no more: httplib reads a body that is too large to its end.
  void refuse_body() { refuses_ = true; }

 private:
  Connection& guest_;
  bool refuses_ = false;
};

/// Runs what httplib would have a thread do.
struct AtOnce : httplib::TaskQueue {
  void enqueue(std::function<void()> task) override { task(); }
  void shutdown() override {}
};

}  // namespace

PageServer::PageServer(std::size_t largest_body) : largest_body_(largest_body) {
  new_task_queue = [] { return new AtOnce; };
  set_payload_max_length(largest_body);
}

void PageServer::set_backlog(std::size_t connections) const {
  static_cast<void>(::listen(svr_sock_, static_cast<int>(connections)));
}

bool PageServer::answer(Connection& guest) {
  Exchange exchange(guest);
  const std::size_t head = guest.head().size();
  const bool last = guest.is_last();
  bool closed = false;
  std::size_t body = 0;
  bool has_end = true;
  const bool done = process_request(exchange, last, closed, [&](const httplib::Request& request) {
    const std::string size = request.get_header_value("Content-Length");
    const char* const end = size.data() + size.size();
    has_end = !request.has_header("Transfer-Encoding") &&
              std::from_chars(size.data(), end, body).ptr == end;
    if (body > largest_body_) {
      exchange.refuse_body();
    }
  });
  // A body that nobody read is no next request.
  return done && !closed && !last && has_end && guest.consumed() >= head + body;
}

bool PageServer::process_and_close_socket(socket_t socket) {
  if (lobby_ == nullptr) {
    ::close(socket);
  } else {
    lobby_->enter(socket);
  }
  return true;
}

}  // namespace budgetdiff::serving
