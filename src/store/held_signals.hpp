#pragma once

/// A write to the store is short and holds locks of git's own; a signal that
/// ends the program in its middle would leave them, and git refuses to work
/// beside them until the next write clears them.

#include <csignal>

namespace budgetdiff::git {

/// Holds back, for as long as it lives, the signals by which people end
/// programs (SIGINT, SIGTERM, SIGHUP); one that came takes effect as it goes.
/// Of this thread only: the program has one, and the server keeps these signals
/// for a thread that waits for them.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  HeldSignals(HeldSignals&&) = delete;
  HeldSignals& operator=(HeldSignals&&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace budgetdiff::git
