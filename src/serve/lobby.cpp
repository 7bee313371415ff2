#include "serve/lobby.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <iterator>
#include <utility>

namespace budgetdiff::serving {

using State = Connection::State;

Lobby::Lobby(const LobbyLimits& limits, Host host)
    : limits_(limits), host_(std::move(host)), bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  waiter_ = std::thread([this] { wait(); });
  for (std::size_t i = 0; i < limits_.threads; ++i) {
    workers_.emplace_back([this] { work(); });
  }
}

Lobby::~Lobby() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  work_.notify_all();
  wake();
  for (std::thread& worker : workers_) {
    worker.join();
  }
  wake();
  waiter_.join();
  for (const int socket : arrived_) {
    ::close(socket);
  }
  ::close(bell_);
}

void Lobby::enter(int socket) {
  {
    const std::lock_guard lock(mutex_);
    arrived_.push_back(socket);
  }
  wake();
}

void Lobby::wake() const {
  const std::uint64_t one = 1;
  static_cast<void>(::write(bell_, &one, sizeof one));
}

void Lobby::work() {
  while (true) {
    Connection* guest = nullptr;
    {
      std::unique_lock lock(mutex_);
      work_.wait(lock, [this] { return ends_ || !questions_.empty(); });
      if (questions_.empty()) {
        return;
      }
      guest = questions_.front();
      questions_.pop_front();
    }
    bool more = false;
    try {
      more = host_.answer(*guest);
    } catch (...) {
      // Without memory for an answer there is none, and the next request may have some.
    }
    {
      const std::lock_guard lock(mutex_);
      answers_.emplace_back(guest, !more);
    }
    wake();
  }
}

void Lobby::wait() {
  while (open_door()) {
    make_room();
    poll_guests();
    hear_news();
  }
}

bool Lobby::open_door() {
  std::uint64_t rings = 0;
  static_cast<void>(::read(bell_, &rings, sizeof rings));
  std::vector<int> arrived;
  std::vector<std::pair<Connection*, bool>> answers;
  bool ends = false;
  bool all_answered = false;
  {
    const std::lock_guard lock(mutex_);
    arrived.swap(arrived_);
    answers.swap(answers_);
    busy_ -= answers.size();
    ends = ends_;
    all_answered = busy_ == 0;
  }
  for (const int socket : arrived) {
    guests_.push_back(std::make_unique<Connection>(socket, limits_.client));
  }
  for (const auto& [guest, last] : answers) {
    guest->begin_sending(last);
  }
  if (ends && !closes_) {
    closes_ = Clock::now() + limits_.client.for_farewell;
    for (const auto& guest : guests_) {
      guest->stop_receiving();
    }
  }
  // At the end only the answers that were just given are sent yet.
  return !ends || !all_answered ||
         (*closes_ > Clock::now() &&
          std::any_of(guests_.begin(), guests_.end(),
                      [](const auto& guest) { return guest->state() == State::sending; }));
}

void Lobby::poll_guests() {
  std::vector<pollfd> polled;
  std::vector<Guests::iterator> of;
  polled.push_back({bell_, POLLIN, 0});
  for (auto guest = guests_.begin(); guest != guests_.end(); ++guest) {
    const State state = (*guest)->state();
    if (state != State::busy) {
      const bool sends = state == State::sending;
      polled.push_back({(*guest)->socket(), static_cast<short>(sends ? POLLOUT : POLLIN), 0});
      of.push_back(guest);
    }
  }
  const int ready = ::poll(polled.data(), polled.size(), static_cast<int>(time_to_wait().count()));
  if (ready < 0 && errno != EINTR) {
    return;
  }
  const auto now = Clock::now();
  for (std::size_t i = 0; i < of.size(); ++i) {
    Connection& guest = **of[i];
    const short events = ready > 0 ? polled[i + 1].revents : short{0};
    const bool waits_for_news = guest.state() == State::waiting_for_news;
    if (events != 0 && !go_on(guest, events)) {
      guests_.erase(of[i]);
    } else if (guest.state() != State::busy && guest.end() <= now) {
      if (waits_for_news && guest.state() == State::waiting_for_news) {
        answer(guest);  // that there are none
      } else {
        guests_.erase(of[i]);
      }
    }
  }
}

bool Lobby::go_on(Connection& guest, short events) {
  if (guest.state() == State::sending) {
    if (!guest.send()) {
      return false;
    }
    if (guest.to_send() == 0) {
      if (guest.is_answered_last()) {
        guest.begin_leaving();
      } else {
        guest.begin_reading();
        begin(guest);
      }
    }
    return true;
  }
  if ((events & (POLLERR | POLLNVAL)) != 0 || !guest.receive()) {
    return false;
  }
  if (guest.state() == State::reading) {
    begin(guest);
  }
  return true;
}

void Lobby::begin(Connection& guest) {
  const std::string_view head = guest.head();
  if (head.empty()) {
    return;
  }
  if (auto known = host_.knows(head)) {
    if (*known != news_) {
      news_ = host_.news();
      heard_ = Clock::now();
    }
    if (*known == news_) {
      guest.wait_for_news(std::move(*known), Clock::now() + limits_.for_news);
      return;
    }
  }
  answer(guest);
}

void Lobby::answer(Connection& guest) {
  {
    const std::lock_guard lock(mutex_);
    if (ends_) {
      guest.begin_leaving();
      return;
    }
    guest.begin_answer();
    questions_.push_back(&guest);
    ++busy_;
  }
  work_.notify_one();
}

void Lobby::make_room() {
  while (guests_.size() > limits_.connections) {
    // Whoever has asked nothing yet goes before who has.
    if (!dismiss(State::leaving) && !dismiss(State::reading) && !dismiss(State::waiting_for_news) &&
        !dismiss(State::sending)) {
      break;
    }
  }
  std::size_t unsent = 0;
  for (const auto& guest : guests_) {
    unsent += guest->state() == State::sending ? guest->to_send() : 0;
  }
  while (unsent > limits_.unsent && dismiss(State::sending)) {
    unsent = 0;
    for (const auto& guest : guests_) {
      unsent += guest->state() == State::sending ? guest->to_send() : 0;
    }
  }
}

bool Lobby::dismiss(State state) {
  auto longest = guests_.end();
  for (auto guest = guests_.begin(); guest != guests_.end(); ++guest) {
    if ((*guest)->state() == state &&
        (longest == guests_.end() || (*guest)->since() < (*longest)->since())) {
      longest = guest;
    }
  }
  if (longest == guests_.end()) {
    return false;
  }
  guests_.erase(longest);
  return true;
}

void Lobby::hear_news() {
  const auto waits = [](const auto& guest) { return guest->state() == State::waiting_for_news; };
  if (Clock::now() - heard_ < limits_.look_every ||
      std::none_of(guests_.begin(), guests_.end(), waits)) {
    return;
  }
  news_ = host_.news();
  heard_ = Clock::now();
  for (const auto& guest : guests_) {
    if (waits(guest) && guest->known() != news_) {
      answer(*guest);
    }
  }
}

std::chrono::milliseconds Lobby::time_to_wait() const {
  using std::chrono::milliseconds;
  const bool closes = closes_ && *closes_ > Clock::now();
  Clock::time_point end = closes ? *closes_ : Clock::time_point::max();
  for (const auto& guest : guests_) {
    if (guest->state() != State::busy) {
      end = std::min(end, guest->end());
    }
    if (guest->state() == State::waiting_for_news) {
      end = std::min(end, heard_ + limits_.look_every);
    }
  }
  constexpr milliseconds longest{60'000};
  if (end == Clock::time_point::max()) {
    return longest;
  }
  return std::clamp(std::chrono::ceil<milliseconds>(end - Clock::now()), milliseconds{0}, longest);
}

}  // namespace budgetdiff::serving
