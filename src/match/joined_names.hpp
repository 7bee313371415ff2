#pragma once

/// Names that are literally the names of other projects, joined: 公路及航道养护 of
/// 公路养护 and 航道养护.

#include "match/name_reading.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::matching {

/// A project whose name joins those of two or more projects of the other side.
struct JoinedName {
  std::size_t side = 0;  ///< where the joining name stands: 0 earlier, 1 later
  std::size_t whole = 0;
  std::vector<std::size_t> parts;  ///< on the other side, in the order of the name

  friend bool operator==(const JoinedName&, const JoinedName&) = default;
};

/// A name as far as joining goes. Both outlive the search.
struct NameToJoin {
  std::string_view published;
  const NameReading* reading = nullptr;
  bool open = true;  ///< may be a whole; parts are looked for among all
};

/// Joining names whose parts each stand once on the other side, and which do not
/// stand there themselves: those were there before and declare nothing. Ascending
/// by side and whole.
[[nodiscard]] std::vector<JoinedName> find_joined_names(
    const std::array<std::vector<NameToJoin>, 2>& names);

}  // namespace budgetdiff::matching
