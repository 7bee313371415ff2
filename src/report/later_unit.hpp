#pragma once

/// The changes as reports show them: all amounts in the later snapshot's unit.

#include <budgetdiff/model/change_set.hpp>

#include <optional>
#include <string>

namespace budgetdiff {

/// Keeps a converted copy where the units differ, and refers to the change set where they do not.
/// The change set must outlive it. Threads: as the change set.
class LaterUnit {
 public:
  explicit LaterUnit(const ChangeSet& published) : published_(published) {
    if (published.from.unit != published.to.unit) {
      converted_ = in_later_unit(published);
    }
  }

  [[nodiscard]] const ChangeSet& changes() const { return converted_ ? *converted_ : published_; }

  /// The unit that the earlier snapshot was published in where it was converted; else empty.
  [[nodiscard]] std::string unit_before() const {
    return converted_ && converted_->from.unit != published_.from.unit ? published_.from.unit
                                                                       : std::string();
  }

 private:
  const ChangeSet& published_;
  std::optional<ChangeSet> converted_;
};

}  // namespace budgetdiff
