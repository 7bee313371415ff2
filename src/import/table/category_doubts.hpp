#pragma once

/// Categories that pages show beside rows of others.

#include "import/table/records.hpp"

namespace budgetdiff::import {

/// Adds a finding for each project of a page that has a second level under a first one which
/// it is none of (时效指标 under 效益指标), where the table has it under its own elsewhere, or
/// hardly any such: print draws the border of a merged cell that a page cuts in the wrong place, or
/// not at all. So for a project that begins with what others have behind the category that they
/// begin with, and has that later: its first rows may be another's. So for one that begins with no
/// category, though its other rows have one and nearly all projects begin with one.
void doubt_categories(TableRecords& records);

}  // namespace budgetdiff::import
