#include <budgetdiff/model/comment.hpp>

namespace budgetdiff {

std::string_view to_string(CommentAction action) {
  switch (action) {
    case CommentAction::comment:
      return "comment";
    case CommentAction::reply:
      return "reply";
    case CommentAction::edit:
      return "edit";
    case CommentAction::resolve:
      return "resolve";
    case CommentAction::reopen:
      return "reopen";
  }
  return "";
}

std::string_view to_string(CommentKind kind) {
  switch (kind) {
    case CommentKind::question:
      return "question";
    case CommentKind::explanation:
      return "explanation";
    case CommentKind::note:
      return "note";
  }
  return "";
}

std::string_view to_string(ChangePart part) {
  switch (part) {
    case ChangePart::total:
      return "total";
    case ChangePart::project:
      return "project";
    case ChangePart::field:
      return "field";
    case ChangePart::funding:
      return "funding";
    case ChangePart::goal:
      return "goal";
    case ChangePart::indicator:
      return "indicator";
    case ChangePart::target:
      return "target";
    case ChangePart::match:
      return "match";
  }
  return "";
}

std::string_view to_string(ThreadState state) {
  return state == ThreadState::open ? "open" : "resolved";
}

}  // namespace budgetdiff
