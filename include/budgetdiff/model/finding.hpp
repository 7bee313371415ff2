#pragma once

/// Something wrong or odd inside one document. All codes: docs/findings.md.

#include <budgetdiff/base/message.hpp>
#include <budgetdiff/base/place.hpp>

#include <string>
#include <string_view>

namespace budgetdiff {

enum class Severity { note, warning, error };

/// "note", "warning", "error".
[[nodiscard]] std::string_view to_string(Severity severity);

struct Finding {
  std::string code;  ///< stable, kebab-case: "sum-mismatch"
  Severity severity = Severity::warning;
  Place place;
  std::string project;  ///< name of the project it is about; empty: the whole document
  Message message;

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace budgetdiff
