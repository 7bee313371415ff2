#pragma once

/// The indicators of one project that changed, as a table.

#include "report/html/change_article.hpp"
#include "report/html/page.hpp"

namespace budgetdiff::html {

/// Before and after with the effect in words and the rule behind it; nothing
/// where no indicator is listed. Rows and targets carry their ids.
void write_indicators(Page& page, const ArticleContext& context, const ProjectChange& change);

}  // namespace budgetdiff::html
