#pragma once

/// What verify() looks for among the files of reviews.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/store/store.hpp>

#include <map>
#include <string>
#include <vector>

namespace budgetdiff {

/// Takes the files of reviews/ one by one, then looks at them together.
class ReviewFiles {
 public:
  /// Canonical, unaltered since its id was made, and where it belongs.
  void look_at(const std::string& path, const std::string& bytes, std::vector<Error>& problems);

  /// Every comment that a file speaks of is there, and nobody gives another's words
  /// another wording.
  void look_for_missing(std::vector<Error>& problems) const;

 private:
  struct Named {
    std::string change;  ///< the folder of the change
    std::vector<std::string> ids;
    std::string edited;  ///< the comment that gets another wording; empty: none
    CommentAuthor author;
  };

  std::map<std::string, Named> named_;          ///< by path
  std::map<std::string, std::string> changes_;  ///< folder of the change, by id of the event
  std::map<std::string, CommentAuthor> authors_;
};

/// Files of reviews that commit `since` had and `head` has not, or not as they were.
[[nodiscard]] Result<void> look_for_lost_comments(Store& store, const std::string& since,
                                                  const std::string& head,
                                                  std::vector<Error>& problems);

}  // namespace budgetdiff
