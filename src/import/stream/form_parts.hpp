#pragma once

/// The pages of a document of forms (申报表), each form taken apart.

#include "import/stream/form_categories.hpp"
#include "import/stream/form_columns.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

struct FormParts {
  std::vector<StreamToken> top;     ///< above the header of its indicators
  std::vector<StreamToken> header;  ///< with the words of `columns`
  std::vector<StreamToken> rows;    ///< of all its pages, without what these repeat
  std::vector<FormColumn> columns;  ///< that stand behind the rows
  std::vector<Role> main_roles;     ///< of the columns of `rows`
  std::vector<StreamToken> late;    ///< values of labels that stand behind the rows, too
  std::vector<FormCategory> first;  ///< categories above the header: the left column's
};

struct FormDocument {
  std::vector<StreamToken> before;  ///< pages before the first form
  std::vector<FormParts> forms;
  std::vector<StreamToken> behind;  ///< what stands behind the last
};

/// A page that names a project begins a form, others go on with it; forms that follow one another
/// on a page begin at their titles. Nothing where a form is not understood.
[[nodiscard]] std::optional<FormDocument> form_parts(const std::vector<Line>& lines,
                                                     const std::vector<StreamToken>& tokens);

/// Appends the tokens [begin, end) of others.
void append(std::vector<StreamToken>& to, const std::vector<StreamToken>& from, std::size_t begin,
            std::size_t end);

/// What a form's labels have and no indicator's name is: amounts, dates, bodies.
[[nodiscard]] bool is_label_value(const StreamToken& token);

}  // namespace budgetdiff::import
