#pragma once

/// What an added or removed project holds, inside its article.

#include "report/html/change_article.hpp"
#include "report/html/page.hpp"

namespace budgetdiff::html {

/// Its fields, goals and indicators; nothing for any other change.
void write_whole(Page& page, const ArticleContext& context, const ProjectChange& change);

}  // namespace budgetdiff::html
