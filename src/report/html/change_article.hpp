#pragma once

/// One project's change as an article of the report.

#include "report/html/page.hpp"

#include <budgetdiff/model/comment.hpp>
#include <budgetdiff/report/html.hpp>

#include <cstddef>
#include <vector>

namespace budgetdiff::html {

/// What all articles of a report share.
struct ArticleContext {
  const ChangeSet& changes;
  const ReportOptions& options;
  const ReportedDocument& from;
  const ReportedDocument& to;
};

/// Where an article stands in each of the orders that a reader may choose.
struct Ranks {
  std::size_t document = 0;
  std::size_t increase = 0;
  std::size_t decrease = 0;
  std::size_t percent = 0;
  std::size_t doubt = 0;
};

/// The bounds of the filter by amount: powers of ten below the largest change,
/// largest last. Fewer where there is nothing to tell apart.
[[nodiscard]] std::vector<Amount> amount_bounds(const ChangeSet& changes);

/// The article with the change's id. `bounds` as amount_bounds() gave them;
/// `threads` are the comments on the change and its parts.
void write_article(Page& page, const ArticleContext& context, const ProjectChange& change,
                   const Ranks& ranks, const std::vector<Amount>& bounds,
                   const std::vector<const Thread*>& threads);

}  // namespace budgetdiff::html
