#pragma once

/// Several years of a department for people and for other programs.

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/years.hpp>
#include <budgetdiff/text/catalogue.hpp>

#include <string>
#include <vector>

namespace budgetdiff {

/// For a terminal: totals by year, the biggest movers, then every line.
[[nodiscard]] std::string years_text(const YearsOverview& years, Language language, bool colour);

/// For a git host. Text from documents is escaped.
[[nodiscard]] std::string years_markdown(const YearsOverview& years, Language language);

/// Canonical JSON, schema budgetdiff/years/1 (docs/formats/years.md).
[[nodiscard]] std::string years_json(const YearsOverview& years);

/// One self-contained HTML file, as html_report() makes them. `pairs` are the
/// change sets of consecutive editions, one less than there are editions.
[[nodiscard]] std::string years_html(const YearsOverview& years,
                                     const std::vector<ChangeSet>& pairs, Language language);

}  // namespace budgetdiff
