#pragma once

/// httplib's server, whose clients wait in a lobby.

#include "serve/lobby.hpp"

#include <httplib.h>
#include <cstddef>

namespace budgetdiff::serving {

/// httplib has a thread wait for each client. Here it accepts connections and answers requests;
/// what waits, waits in the lobby.
class PageServer final : public httplib::Server {
 public:
  /// Bodies that are larger than `largest_body` are refused.
  explicit PageServer(std::size_t largest_body);

  /// Where connections go from now on, or nowhere.
  void set_lobby(Lobby* lobby) { lobby_ = lobby; }

  /// Lets as many connect at a time; httplib lets five. REQUIRES: bound to a port
  void set_backlog(std::size_t connections) const;

  /// Answers a request whose head has arrived; whether another may follow.
  bool answer(Connection& guest);

 private:
  bool process_and_close_socket(socket_t socket) override;

  std::size_t largest_body_;
  Lobby* lobby_ = nullptr;
};

}  // namespace budgetdiff::serving
