#pragma once

/// Rows of a table of projects that are no projects.

#include "import/table/records.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <string>

namespace budgetdiff::import {

/// 无 or （空表） under 项目名称 with no money: the usual way to say that there are no projects.
/// `project` has the row's name and funding.
[[nodiscard]] bool says_nothing(const Project& project, const ProjectText& text);

/// What a row without a name says first; "" where it says nothing at all.
[[nodiscard]] std::u32string first_words(const ProjectText& text);

}  // namespace budgetdiff::import
