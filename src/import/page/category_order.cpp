#include "import/page/category_order.hpp"

#include "import/categories.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_lines = 4;

class Lines {
 public:
  explicit Lines(ColumnText& column) : column_(column) {}

  void order() {
    std::string above;
    for (std::size_t i = 0; i < column_.lines.size(); ++i) {
      const std::string text = text_of(i);
      if (!above.empty() && begins(above + text)) {
        above += text;
        continue;
      }
      if (!begins(text)) {
        move_down(i);
      }
      above = text_of(i);
    }
  }

 private:
  [[nodiscard]] std::string text_of(std::size_t line) const {
    return to_utf8(without_space(column_.lines[line].line.text));
  }

  [[nodiscard]] bool begins(const std::string& text) const {
    return column_.role == Role::level1 ? begins_level1(text) : begins_level2(text);
  }

  [[nodiscard]] bool is_whole(const std::string& text) const {
    return column_.role == Role::level1 ? is_level1_category(text) : is_level2_category(text);
  }

  /// Whether the line below `last` is further from it than `line` is from the one below: of two
  /// ends, one above and one below, the nearer is the category's.
  [[nodiscard]] bool is_further(std::size_t last, std::size_t line) const {
    const auto number = [&](std::size_t i) { return column_.lines[i].line.place.line; };
    return number(last + 1) - number(last) > number(line + 1) - number(line);
  }

  /// Puts a line's text behind those of the lines below that it ends.
  void move_down(std::size_t line) {
    const std::string end = text_of(line);
    std::string text;
    for (std::size_t last = line + 1; last < std::min(column_.lines.size(), line + most_lines);
         ++last) {
      text += text_of(last);
      if (!begins(text)) {
        return;
      }
      const bool goes_on = last + 1 < column_.lines.size() && begins(text + text_of(last + 1)) &&
                           !begins(text_of(last + 1)) && !is_further(last, line);
      if (!goes_on && is_whole(text + end)) {
        for (std::size_t i = line; i < last; ++i) {
          std::swap(column_.lines[i].line.text, column_.lines[i + 1].line.text);
        }
        return;
      }
    }
  }

  ColumnText& column_;
};

}  // namespace

void order_categories(std::vector<ColumnText>& columns) {
  for (ColumnText& column : columns) {
    if (column.role == Role::level1 || column.role == Role::level2) {
      Lines(column).order();
    }
  }
}

}  // namespace budgetdiff::import
