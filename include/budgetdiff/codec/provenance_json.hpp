#pragma once

/// Provenance as canonical JSON: docs/formats/provenance.md.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/provenance.hpp>

#include <string>
#include <string_view>

namespace budgetdiff {

[[nodiscard]] std::string write_provenance(const Provenance& provenance);
[[nodiscard]] Result<Provenance> read_provenance(std::string_view bytes, std::string_view file);

}  // namespace budgetdiff
