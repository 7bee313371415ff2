#pragma once

/// What every page of the program shares: head, policy, style sheet, script,
/// and the small pieces (names, amounts) that are written everywhere.

#include "report/html/html_writer.hpp"
#include "report/text_paint.hpp"
#include "report/wording.hpp"

#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/model/change_set.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::html {

/// A self-contained page: nothing is loaded, and a policy in its head allows
/// no script but its own.
class Page : public Html {
 public:
  Page(Language language, std::string_view title);

  [[nodiscard]] const Wording& say() const { return say_; }
  /// A sentence of the program's in the page's language.
  [[nodiscard]] std::string operator()(std::string_view english,
                                       const std::vector<std::string>& args = {}) const {
    return say_(english, args);
  }

  /// Text from a document: its writing direction stays inside, and a page in
  /// English says where Chinese begins.
  void name(std::string_view text);
  /// What to write in lang="" for a text from a document; empty where the page's
  /// own language will do.
  [[nodiscard]] std::string lang_of(std::string_view text) const;
  /// The changes that have an article in the page: only these are linked to.
  void set_listed(std::set<std::string> ids) { listed_ = std::move(ids); }
  /// A name as a link to its change, where the page has it.
  void linked_name(std::string_view text, const std::string& id);
  /// Names one after another, with `mark` between them.
  void names(const std::vector<ProjectRef>& refs, std::string_view mark = " + ");

  /// "+878.26 (+5.81%)" in the colour of its direction, with its sign as text.
  void delta(const std::optional<Amount>& delta, const std::optional<std::string>& percent);

  /// A table's cell with text from a document, or with the word for none.
  void text_cell(std::string_view text);

  /// Scripts and closing tags; then the page is whole.
  [[nodiscard]] std::string finish();

 private:
  Wording say_;
  std::set<std::string> listed_;
};

}  // namespace budgetdiff::html
