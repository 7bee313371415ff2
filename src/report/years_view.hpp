#pragma once

/// What all reports over several years share.

#include "report/wording.hpp"

#include <budgetdiff/model/years.hpp>

#include <string>
#include <vector>

namespace budgetdiff {

/// "2024", or "2024.adjusted" where it is not the budget.
[[nodiscard]] std::string edition_name(const LineageEdition& edition);

/// The lines whose money changed most from the first to the last edition, most
/// first; at most `most`, none that is level.
[[nodiscard]] std::vector<const YearsLine*> biggest_movers(const YearsOverview& years,
                                                           std::size_t most);

/// "2023 split, 2024 renamed, 2025 ended: NAME OF THE PART". Names are as published.
[[nodiscard]] std::string events_text(const YearsOverview& years, const YearsLine& line,
                                      const Wording& say);

/// " (2023 in 元, converted)": which tables were published in another unit than the report's, to
/// follow the unit; empty where none was. Units are as published.
[[nodiscard]] std::string other_units_text(const YearsOverview& years, const Wording& say);

/// The names that a line had, each once, in order of time; those of one edition, its parts,
/// together ("A + B").
[[nodiscard]] std::vector<std::string> names_of(const YearsLine& line);

}  // namespace budgetdiff
