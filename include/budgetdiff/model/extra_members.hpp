#pragma once

/// Members of published JSON that the format does not know, held against each other.

#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// A member whose value differs: its JSON text on either side, "" where it is not there.
struct MemberChange {
  std::string key;
  std::string from;
  std::string to;
};

/// What differs between the unknown members of two things, by key.
[[nodiscard]] std::vector<MemberChange> changed_members(const std::vector<ExtraMember>& from,
                                                        const std::vector<ExtraMember>& to);

/// Before the key of such a member in the field of a change: "extra:KEY".
inline constexpr std::string_view extra_prefix = "extra:";

}  // namespace budgetdiff
