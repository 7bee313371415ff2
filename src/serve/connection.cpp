#include "serve/connection.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace budgetdiff::serving {
namespace {

constexpr std::string_view end_of_head = "\r\n\r\n";

/// Whether it can be read or written before `end`.
bool is_ready(int socket, short what, Clock::time_point end) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
    if (left.count() <= 0) {
      return false;
    }
    pollfd one{socket, what, 0};
    const int ready = ::poll(&one, 1, static_cast<int>(left.count()));
    if (ready > 0) {
      return true;
    }
    if (ready < 0 && errno != EINTR) {
      return false;
    }
  }
}

bool would_wait() {
  return errno == EAGAIN || errno == EINTR;
}

}  // namespace

Connection::Connection(int socket, const ClientLimits& limits) : socket_(socket), limits_(limits) {
  // Programs that are started meanwhile must not keep it open.
  static_cast<void>(::fcntl(socket_, F_SETFD, FD_CLOEXEC));
  static_cast<void>(::fcntl(socket_, F_SETFL, ::fcntl(socket_, F_GETFL) | O_NONBLOCK));
  begin_reading();
}

Connection::~Connection() {
  ::close(socket_);
}

bool Connection::receive() {
  std::array<char, 1U << 14U> buffer{};
  while (true) {
    const ssize_t got = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (got == 0) {
      return false;
    }
    if (got < 0) {
      return would_wait();
    }
    if (state_ == State::leaving) {
      continue;  // what it sends has no reader any more
    }
    if (state_ == State::reading && in_.empty()) {
      end_ = Clock::now() + limits_.for_head;
    }
    in_.append(buffer.data(), static_cast<std::size_t>(got));
    if (state_ == State::reading && !head().empty()) {
      return true;
    }
    if (in_.size() > limits_.head) {
      return false;
    }
  }
}

std::string_view Connection::head() const {
  const std::string_view whole = in_;
  const std::size_t end = whole.substr(0, limits_.head).find(end_of_head);
  return end == whole.npos ? std::string_view() : whole.substr(0, end + end_of_head.size());
}

bool Connection::send() {
  while (sent_ < out_.size()) {
    const ssize_t done = ::send(socket_, out_.data() + sent_, out_.size() - sent_, MSG_NOSIGNAL);
    if (done < 0) {
      return would_wait();
    }
    sent_ += static_cast<std::size_t>(done);
    end_ = since_ + time_for(sent_);
  }
  return true;
}

void Connection::begin_reading() {
  state_ = State::reading;
  in_.erase(0, taken_);
  taken_ = 0;
  out_.clear();
  sent_ = 0;
  since_ = Clock::now();
  end_ = since_ + (in_.empty() ? limits_.between_requests : limits_.for_head);
}

void Connection::wait_for_news(std::string known, Clock::time_point end) {
  state_ = State::waiting_for_news;
  since_ = Clock::now();
  end_ = end;
  known_ = std::move(known);
}

void Connection::begin_answer() {
  state_ = State::busy;
  since_ = Clock::now();
  consumed_ = 0;
  ++requests_;
}

void Connection::begin_sending(bool last) {
  state_ = State::sending;
  since_ = Clock::now();
  last_ = last;
  end_ = since_ + time_for(sent_);
}

void Connection::begin_leaving() {
  // Closed at once, an answer that is still on its way would be lost.
  state_ = State::leaving;
  since_ = Clock::now();
  end_ = since_ + limits_.for_farewell;
  out_.clear();
  sent_ = 0;
  static_cast<void>(::shutdown(socket_, SHUT_WR));
}

void Connection::stop_receiving() const {
  static_cast<void>(::shutdown(socket_, SHUT_RD));
}

long Connection::read(char* to, std::size_t size) {
  if (taken_ == in_.size()) {
    // The client may wait for the word to go on (100-continue).
    while (to_send() > 0) {
      if (!is_ready(socket_, POLLOUT, since_ + time_for(sent_)) || !send()) {
        return -1;
      }
    }
    std::array<char, 1U << 16U> buffer{};
    ssize_t got = -1;
    while (got < 0) {
      if (!is_ready(socket_, POLLIN, since_ + time_for(consumed_))) {
        return -1;
      }
      got = ::recv(socket_, buffer.data(), buffer.size(), 0);
      if (got == 0 || (got < 0 && !would_wait())) {
        return got;
      }
    }
    in_.assign(buffer.data(), static_cast<std::size_t>(got));
    taken_ = 0;
  }
  const std::size_t count = std::min(size, in_.size() - taken_);
  in_.copy(to, count, taken_);
  taken_ += count;
  consumed_ += count;
  return static_cast<long>(count);
}

std::chrono::milliseconds Connection::time_for(std::size_t bytes) const {
  constexpr std::size_t thousand = 1000;
  return limits_.for_body + std::chrono::milliseconds(bytes * thousand / limits_.slowest);
}

}  // namespace budgetdiff::serving
