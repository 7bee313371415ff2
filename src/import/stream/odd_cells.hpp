#pragma once

/// Goals and targets of text that gives cells in some order, where they show that this was not the
/// order of the rows.

#include <budgetdiff/import/importer.hpp>

namespace budgetdiff::import {

/// Adds a guess to each project whose goals are unlike those of most others of its table: one is
/// blank, one is there that they have not, one ends inside a sentence where theirs end with one. So
/// it is where a line of a goal, or a value of another label, was dealt wrongly.
void doubt_odd_goals(ImportedDocument& document);

/// Adds one to each project whose goal ends inside a sentence while one of its indicators, or the
/// next project's name, holds the end of one and goes on behind it, or a target ends with a full
/// stop as hardly another does: where a page cuts a row, the
/// goal's rest stands among those cells. Adds one to that next project, too.
void doubt_parted_goals(ImportedDocument& document);

/// Adds one to each project with a target that ends as categories do (≥93%指标), since the rest of
/// a category that print breaks over lines stands behind its row, or with an indicator's name that
/// ends as none does (群众对治水工作的); to each with a goal that is the end of one (务。), or a
/// name that is (（区级）1), and to the project before that; and to each indicator that is another
/// cell: a category as the name of one without categories, a group of projects with its amount
/// (一、本级项目 = 70.00).
void doubt_odd_rows(ImportedDocument& document);

/// Adds one to each project whose goal holds pieces of a list of indicators (指标值：≥3公里), or
/// one of whose targets holds the label of another (≥90%；年, 上升；年度指标10%) or another target
/// (≥30公里32公里): lines of two cells were mixed.
void doubt_mixed_lists(ImportedDocument& document);

}  // namespace budgetdiff::import
