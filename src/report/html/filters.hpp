#pragma once

/// What lets a reader of a report choose: filters and orders.

#include "report/html/change_article.hpp"
#include "report/html/page.hpp"
#include "report/significance.hpp"

#include <map>
#include <vector>

namespace budgetdiff::html {

/// The controls. They work by the style sheet alone, but for text and order,
/// which need the script and stay hidden without.
void write_filters(Page& page, const ChangeSet& changes, const Tally& tally,
                   const std::vector<const ProjectChange*>& listed, bool commented);

/// Links to all changes in the order of the later document: a second order for
/// readers without the script.
void write_index(Page& page, std::vector<const ProjectChange*> listed);

/// The place of each change in every order that a reader may choose.
/// REQUIRES: all changes are of one change set.
class Orders {
 public:
  explicit Orders(const std::vector<const ProjectChange*>& listed);
  [[nodiscard]] const Ranks& of(const ProjectChange* change) const { return ranks_.at(change); }

 private:
  std::map<const ProjectChange*, Ranks> ranks_;
};

}  // namespace budgetdiff::html
