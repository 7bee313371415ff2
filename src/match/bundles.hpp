#pragma once

/// Projects that belong to one group whatever pairs they stand in.

#include "match/one_to_one.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace budgetdiff::matching {

/// Links that make one group of all they touch.
struct Bundle {
  std::vector<Candidate> links;
  std::int64_t odds = 0;  ///< log odds in thousandths of a nat that all of them hold
};

/// Which pair each project stands in. Refers to the pairing.
class Partners {
 public:
  Partners(const Corpus& corpus, const OneToOne& pairing);
  /// Null where in none.
  [[nodiscard]] const PairedProjects* of(Side side, std::size_t i) const {
    return pair_of_[static_cast<std::size_t>(side)][i];
  }

 private:
  std::array<std::vector<const PairedProjects*>, 2> pair_of_;
};

/// Whether the two are one by more than resemblance.
[[nodiscard]] bool is_certain(const PairedProjects& pair);

/// `part` stands on `part_side`, `whole` on the other.
[[nodiscard]] Candidate link(Side part_side, std::size_t part, std::size_t whole);

/// What names declare (joined_names.hpp), unless the joining name has a partner of
/// its own name.
[[nodiscard]] std::vector<Bundle> find_joined(const Corpus& corpus, const OneToOne& pairing);

/// Two projects that became parts of one new whole, （市级） and （区级） or （一期） and
/// （二期）, or the other way round: each part has most of what one of the two says
/// and the other does not, and at least one part has something of both.
[[nodiscard]] std::vector<Bundle> find_recut(const Corpus& corpus, const OneToOne& pairing);

}  // namespace budgetdiff::matching
