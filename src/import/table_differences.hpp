#pragma once

/// What two tables of one department, year and stage say differently of the projects that
/// both hold.

#include <budgetdiff/model/snapshot.hpp>

#include <string>

namespace budgetdiff::import {

/// Whether two projects are one: both have codes and these are equal, or one has none and
/// their names are equal when folded.
[[nodiscard]] bool are_one(const Project& a, const Project& b);

/// The first projects that both tables hold and that differ, with the first of their parts
/// that do, in the words of published forms, and both values where they are short:
/// `巡查（总计 1.00 / 9.00，绩效目标）、…`. "" where there are none.
[[nodiscard]] std::string differing_projects(const Snapshot& one, const Snapshot& other);

/// The names of the first projects that one of the tables holds alone. "" where there are none.
[[nodiscard]] std::string projects_of_one(const Snapshot& one, const Snapshot& other);

}  // namespace budgetdiff::import
