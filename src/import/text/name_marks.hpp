#pragma once

/// The name of the department as a watermark across the forms of a text.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Takes out lines that are nothing but the name that a label of the document gives
/// (填报单位：某局), below the head of a form's indicators: an upright watermark comes as a line of
/// its own there, and would be a name of the rows around it. In lists such a line is a cell of the
/// column of units.
void drop_name_marks(std::vector<PdfPage>& pages);

}  // namespace budgetdiff::import
