#include "import/table/text_headings.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"
#include "import/vocabulary.hpp"

#include <string>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_heading = 16;
constexpr std::size_t least_text = 8;

bool says_outcome(const Cell& cell) {
  return holds_any(header_spelling(cell_word(cell)), {"完成", "实际", "实现情况", "结果"});
}

/// The text below a short cell that speaks of goals or their outcome, as wide as that; or null.
const Cell* text_under(const Grid& grid, const Cell& heading) {
  const std::u32string words = heading.packed();
  if (words.empty() || words.size() > longest_heading ||
      words.find_first_of(U"。，；,;0123456789") != words.npos ||
      !(says_outcome(heading) || holds_any(header_spelling(cell_word(heading)), {"目标"}))) {
    return nullptr;
  }
  const Cell* const under = cell_below(grid, heading);
  const bool fits = under != nullptr && under->column == heading.column &&
                    under->columns == heading.columns && label_term(*under).role == Role::none;
  return fits ? under : nullptr;
}

bool is_text(const Cell* cell) {
  return cell != nullptr && cell->packed().size() >= least_text;
}

/// Of two headings beside each other.
HeadedTexts texts_of(const Grid& grid, const Cell& one, const Cell& other) {
  const Cell* const below_one = text_under(grid, one);
  const Cell* const below_other = text_under(grid, other);
  if (one.rows != other.rows || below_one == nullptr || below_other == nullptr ||
      says_outcome(one) == says_outcome(other)) {
    return {};
  }
  const bool first = !says_outcome(one);
  HeadedTexts out{first ? below_one : below_other, first ? below_other : below_one,
                  first ? &other : &one};
  if (!is_text(out.meant)) {
    return {};
  }
  out.outcome = out.outcome->is_blank() ? nullptr : out.outcome;
  return out;
}

}  // namespace

HeadedTexts headed_texts(const Grid& grid, const Cell& label, const Cell& value) {
  const Cell* const next = grid.at(value.row, value.column + value.columns);
  if (label.rows > value.rows && next != nullptr && next->row == value.row) {
    if (HeadedTexts out = texts_of(grid, value, *next); out.meant != nullptr) {
      return out;
    }
  }
  return label.row == value.row ? texts_of(grid, label, value) : HeadedTexts{};
}

std::vector<const Cell*> texts_of_content(const Grid& grid, const Cell& label, const Cell& value) {
  const std::string word = header_spelling(cell_word(value));
  std::vector<const Cell*> out;
  if (word != "内容" && word != "具体内容" && word != "描述") {
    return out;
  }
  for (std::size_t row = value.row + value.rows; row < grid.rows(); ++row) {
    const Cell* const text = grid.begins_at(row, value.column);
    const Cell* const part = grid.begins_at(row, label.column);
    const Role role = part != nullptr ? label_term(*part).role : Role::none;
    if (text == nullptr || part == nullptr || text->columns != value.columns ||
        part->columns != label.columns || (role != Role::none && role != Role::remark)) {
      break;
    }
    if (!text->is_blank()) {
      out.push_back(text);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
