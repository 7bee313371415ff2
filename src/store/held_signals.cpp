#include "store/held_signals.hpp"

#include "store/child.hpp"

namespace budgetdiff::git {

HeldSignals::HeldSignals() {
  const sigset_t ending = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &ending, &before_);
}

HeldSignals::~HeldSignals() {
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace budgetdiff::git
