#pragma once

/// The words of a comment: from -m, a file, standard input or an editor.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/store/store.hpp>

#include <string>
#include <vector>

namespace budgetdiff::cli {

struct TextSource {
  std::vector<std::string> messages;  ///< of -m; each is a paragraph
  std::string file;                   ///< of -F; "-" is standard input
  bool may_be_empty = false;          ///< then nothing is asked for where neither is given
};

/// The text, without blank ends. Where neither -m nor -F is given it is read
/// from standard input if that is a file, or a pipe and no GIT_EDITOR is set;
/// else git's editor is opened (GIT_EDITOR, core.editor, VISUAL, EDITOR, vi)
/// with `initial`, and under it `about` as lines that begin with '#', which do
/// not count. No text is an error.
[[nodiscard]] Result<std::string> comment_text(const Store& store, const TextSource& source,
                                               const std::string& initial,
                                               const std::string& about);

}  // namespace budgetdiff::cli
