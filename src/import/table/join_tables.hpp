#pragma once

/// Tables of one department that a document shows apart from each other.

#include <budgetdiff/import/importer.hpp>

#include <string>

namespace budgetdiff::import {

/// A snapshot's bytes with amounts as 386.4 that may be written as 386.40: two tables that
/// differ in notation alone say the same.
[[nodiscard]] std::string substance_of(const Snapshot& snapshot);
/// The same whatever the notation and the unit of amounts: ≥3个 and >=3个, 12.5 万元 and 125,000.00
/// 元.
[[nodiscard]] std::string folded_substance_of(const Snapshot& snapshot);

/// Puts the projects of `from` behind those of `into`, with their places and findings.
/// Stated totals are added up by column, and a column that one of them does not state
/// goes; where both state the same and it is not what each adds up to, it is the total
/// of the whole and stays.
void append_table(ImportedTable& into, ImportedTable&& from);

/// The user's word on the department, and one table a department.
///
/// Where the document names several departments, `options.department` chooses one of
/// them (its name, or a part of it that no other has); where it names one or none,
/// it says whose table it is. It never puts one department's projects under another's
/// name: a choice that is not among them is an error that lists them.
///
/// Tables of the same department, year and stage become one: the projects of all in
/// their order, stated totals added up. A table that is there twice is taken once. Each
/// is said in a finding. Tables in different units stay apart, as do those without a
/// department.
[[nodiscard]] Result<void> settle_departments(ImportedDocument& document,
                                              const SourceDocument& source,
                                              const ImportOptions& options);

}  // namespace budgetdiff::import
