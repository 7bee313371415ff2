#pragma once

/// Years in names that moved with the budget year.

#include "match/name_reading.hpp"

#include <optional>

namespace budgetdiff::matching {

struct Corpus;

/// Later minus earlier where two names are equal but for years, all of which
/// moved by the same number; 0 where the years are equal too. Nothing where the
/// names differ elsewhere or the years moved unevenly.
[[nodiscard]] std::optional<int> years_moved(const NameReading& from, const NameReading& to);

/// The move that most pairs of names show; the documents' own distance breaks
/// ties. 0 where no year moved.
[[nodiscard]] int find_year_shift(const Corpus& corpus);

/// Whether a move by `moved` years is that of the documents: the common one, or
/// the length of a span in one of the names (2022-2024 to 2025-2027).
[[nodiscard]] bool fits_year_shift(int moved, const NameReading& from, const NameReading& to,
                                   const Corpus& corpus);

}  // namespace budgetdiff::matching
