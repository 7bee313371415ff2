#pragma once

/// The pages of a document of forms (申报表), each form taken apart.

#include "import/stream/category_tokens.hpp"
#include "import/stream/form_columns.hpp"
#include "import/stream/stream_header.hpp"
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

/// The header of a page's indicators, whose 一级指标 may stand at the left, by itself; moved
/// there. Nothing where it has none.
[[nodiscard]] std::optional<StreamHeader> take_header(std::vector<StreamToken>& page);

/// Whether a line is what every page repeats above its table.
[[nodiscard]] bool is_form_heading(const Line& line);

/// Whether a form's name is labelled here: 项目名称 at the beginning of a line.
[[nodiscard]] bool is_name_label(const std::vector<StreamToken>& tokens, std::size_t at);

/// Appends the tokens [begin, end) of others.
void append(std::vector<StreamToken>& to, const std::vector<StreamToken>& from, std::size_t begin,
            std::size_t end);

/// What a form's labels have and no indicator's name is: amounts, dates, bodies.
[[nodiscard]] bool is_label_value(const StreamToken& token);

}  // namespace budgetdiff::import
