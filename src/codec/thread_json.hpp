#pragma once

/// What comments and threads share as JSON.

#include "codec/json_tree.hpp"

#include <budgetdiff/model/comment.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::json {

/// An array of texts; left out altogether when it is empty.
void write_texts(Writer& out, std::string_view key, const std::vector<std::string>& texts);

void write_author(Writer& out, const CommentAuthor& author);
void write_pair(Writer& out, const EditionPair& pair);
void write_about(Writer& out, const CommentedChange& about);
void write_thread(Writer& out, const Thread& thread);

}  // namespace budgetdiff::json
