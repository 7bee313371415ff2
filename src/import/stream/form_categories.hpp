#pragma once

/// The rows of a form's categories, in text that gives these apart from them (category_tokens.hpp).
///
/// Print centres a category beside its rows, or puts it at their top, and `pdftotext` gives the
/// lines of a page from top to bottom, or a narrow column by itself. So a category stands
/// somewhere among its rows, or before all of them; that all of a table come in their order is
/// all that is sure.

#include "import/stream/category_tokens.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// The rows that a form's indicators are: of each the number of kept tokens before its first
/// one, and its name.
struct FormRow {
  std::size_t begin = 0;
  std::string name;
  bool doubtful = false;  ///< as may be read otherwise
};

struct DealtCategories {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> level1;  ///< of each row the category that begins with it, or none
  std::vector<std::size_t> level2;
  std::vector<bool> doubtful;  ///< rows whose category may as well be that before or behind
};

/// Which of the categories each row belongs to: each has some rows, in their order, beside the
/// middle of which it stands (`centred`) or at whose top, whose names do not speak for another
/// (category_sense.hpp), and second levels are below first ones that may have them. `first` are
/// categories that stand before all rows. Nothing where a category is left without rows, rows
/// without a category, or where nothing tells where one ends.
/// Cost: categories times the square of rows.
struct CategoryTask {
  std::vector<FormCategory> first;  ///< of the first level, apart from the rows
  std::vector<FormCategory> among;  ///< take_categories()
  std::vector<FormRow> rows;
  bool has_level1 = false;  ///< the header has such a column
  bool has_level2 = false;
};
struct CategoryAnswer {
  DealtCategories dealt;
  std::vector<FormCategory> level1;  ///< that `dealt` speaks of
  std::vector<FormCategory> level2;
  double cost = 0;
};
[[nodiscard]] std::optional<CategoryAnswer> deal_categories(const CategoryTask& task, bool centred);

/// The same for all forms of a document, beside the middle or at the top of their rows, whichever
/// suits all better. Where both do, rows that they give other categories are doubtful. Nothing of
/// forms that have no answer either way.
[[nodiscard]] std::vector<std::optional<CategoryAnswer>> deal_forms_categories(
    const std::vector<CategoryTask>& tasks);

/// The same for forms of which not all tell where their categories end. Where these stand apart
/// from the rows, names and order decide, and rows that another cut, hardly dearer, gives another
/// category are doubtful; where nothing fits, each row has what suits it best, and all of that
/// form are.
[[nodiscard]] std::vector<CategoryAnswer> deal_most_categories(
    const std::vector<CategoryTask>& tasks);

}  // namespace budgetdiff::import
