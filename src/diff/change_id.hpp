#pragma once

/// Ids of changes: docs/formats/changeset.md, "Ids".

#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// Makes ids from the department, the two years and what is compared, and from
/// no value: a corrected figure keeps its id, and so its comments and links.
class ChangeIds {
 public:
  /// `wanted`: false makes every id empty.
  ChangeIds(const Snapshot& from, const Snapshot& to, bool wanted);

  /// 12 hexadecimal digits for what the parts name.
  [[nodiscard]] std::string make(std::initializer_list<std::string_view> parts) const;

  /// The names of the projects at these positions, sorted, each with which of
  /// several of that name it is ("name#2").
  [[nodiscard]] std::string from_names(const std::vector<std::size_t>& positions) const;
  [[nodiscard]] std::string to_names(const std::vector<std::size_t>& positions) const;

 private:
  bool wanted_;
  std::string context_;
  std::vector<std::string> from_names_;
  std::vector<std::string> to_names_;
};

}  // namespace budgetdiff
