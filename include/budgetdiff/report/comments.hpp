#pragma once

/// Comments for people.

#include <budgetdiff/model/comment.hpp>
#include <budgetdiff/report/report.hpp>
#include <budgetdiff/text/catalogue.hpp>

#include <string>
#include <vector>

namespace budgetdiff {

/// "企业薪酬调查, total: 21.21 万元 → 35.00 万元": one line, as it is, not escaped.
/// Long texts are cut.
[[nodiscard]] std::string about_text(Language language, const CommentedChange& about);

/// Threads with all that was said, for a terminal.
[[nodiscard]] std::string comments_text(const std::vector<Thread>& threads, Language language,
                                        bool colour);

/// The same for a git host. Text of people and documents is escaped.
[[nodiscard]] std::string comments_markdown(const std::vector<Thread>& threads, Language language);

}  // namespace budgetdiff
