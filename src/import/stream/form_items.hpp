#pragma once

/// What stands above the indicators of one form, taken apart into labels and values.

#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// The words that most forms of a document have.
class RepeatedWords {
 public:
  /// Adds what stands above the indicators of a form.
  void add_form(const std::vector<StreamToken>& tokens);
  [[nodiscard]] bool has(const std::u32string& word) const;

 private:
  std::map<std::u32string, std::size_t> forms_with_;
  std::size_t forms_ = 0;
};

/// A label or a value: some tokens of one line, or the pieces of a broken label.
struct FormItem {
  std::size_t begin = 0;  ///< tokens [begin, end)
  std::size_t end = 0;
  bool label = false;
  bool repeated = false;  ///< other forms have such a line: a label that nobody knows, or a word
  bool common = false;    ///< most forms have it: a body, a word; the name of no project
  Term term;
  std::u32string text;
  bool starts_line = false;
  bool ends_line = false;
};

struct FormItems {
  std::vector<StreamToken> heading;  ///< titles, whose it is, the unit of money
  std::vector<StreamToken> tokens;   ///< all others; those of the items
  std::vector<FormItem> waiting;     ///< labels of the left column, before all values
  std::vector<FormItem> items;       ///< labels and values in the order of the text
  /// The tokens of a unit that stands by itself below a label: （万元）.
  std::optional<std::pair<std::size_t, std::size_t>> unit;
};

/// Labels that line ends cut are put together; words of other forms with a value behind them are
/// labels, too, which nobody knows. Labels that follow one another from the first one on, up to a
/// blank line, wait.
[[nodiscard]] FormItems form_items(const std::vector<Line>& lines,
                                   const std::vector<StreamToken>& tokens,
                                   const RepeatedWords& repeated);

}  // namespace budgetdiff::import
