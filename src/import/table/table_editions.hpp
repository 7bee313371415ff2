#pragma once

/// Which year and stage a table of a document is of, by its own title and caption:
/// this year's goals and last year's self-evaluation often stand in one document.

#include <budgetdiff/import/importer.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What a table's own lines say surely, and nothing where they do not.
struct TableEdition {
  std::string department;  ///< set by who knows it; tables of other departments are others
  std::optional<int> year;
  std::optional<std::string_view> stage;
  std::string title;           ///< the nearest title, packed
  std::string owner;           ///< whose it is by its title, the line over or below that, or ""
  bool owner_alone = false;    ///< that is a name alone in its line, perhaps a unit's
  bool evaluates = false;      ///< its title says that it looks back on the year (自评表)
  std::string sheet;           ///< whose name said the stage, where no title does, or ""
  std::string owner_of_sheet;  ///< a body that the sheet is called after, or ""

  /// What a later part of the table says and the first did not.
  void add(const TableEdition& later);
};

/// Of lines that stand between a table and the one before it. The year is that of the
/// nearest title (…表, 绩效目标公开) unless that is called after a project, of the line directly
/// over a title that says none, or of a caption behind it (2025年度); a heading of another year's
/// chapter says nothing. The owner is said in the same places; a name alone in a line behind which
/// other lines follow (who signed what stands before, and when) is none.
[[nodiscard]] TableEdition edition_said(const std::vector<std::string>& lines);

/// The year that the name of a place's sheet says: a sheet called 2024 or 某局2024年 is that
/// year's where its table does not say.
[[nodiscard]] std::optional<int> year_of_sheet(const Place& place);

/// Adds what the name of the place's sheet says and the table's own lines do not: the year, the
/// stage (年初预算, 2024年调整), the body that it is called after. A sheet called 2024年 behind one
/// whose name said a stage (`before`) has the budget.
void add_sheet(TableEdition& edition, const Place& place, const TableEdition& before);

/// Whether titles of two tables, or the lines beside these, name two departments: neither name is a
/// part of the other, as a unit's that begins with its department's.
[[nodiscard]] bool is_other_owner(const std::string& owner, const std::string& next);

/// Whether `next` is of another year or stage than the table before it. Where either
/// says nothing of it, they stay together; a title that is the other's but for the words
/// of the stage says that it has another, and so does a full title of goals behind one that
/// names a stage: those goals are the budget's.
[[nodiscard]] bool is_other_edition(const TableEdition& table, const TableEdition& next);

/// For each table whether it is meant. Where the document has tables of several years,
/// `options.year` chooses among them, as does `options.stage` where one department's
/// year has several; otherwise they say what the tables are of, and all are meant.
/// Errors: none is of the year or stage that is asked for; those that there are are named.
[[nodiscard]] Result<std::vector<bool>> meant_editions(const std::vector<TableEdition>& tables,
                                                       const SourceDocument& source,
                                                       const ImportOptions& options);

}  // namespace budgetdiff::import
