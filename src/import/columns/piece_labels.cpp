#include "import/columns/piece_labels.hpp"

#include "import/columns/column_widths.hpp"
#include "import/columns/line_partings.hpp"
#include "import/columns/lost_hyphens.hpp"
#include "import/columns/piece_costs.hpp"
#include "import/columns/piece_search.hpp"

#include <array>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

/// Ways to part all lines of a text; more are no department's table.
constexpr std::size_t most_ways = 80'000;
/// Lines that are labelled anew for halves of lines that stand in turn.
constexpr std::size_t most_anew = 16'000;

/// Whether names stand apart from goals and lists: the columns of money are between, and a line
/// that has both without an amount is one of a few at most. Text that keeps its columns has many.
bool names_stand_apart(const PieceLabels& labels) {
  std::size_t names = 0;
  std::size_t beside = 0;
  const ColumnPiece* before = nullptr;
  for (const ColumnPiece& piece : labels.pieces) {
    names += piece.column == Column::name ? 1U : 0U;
    const bool prose = piece.column == Column::goal || piece.column == Column::list;
    beside += prose && before != nullptr && before->at == piece.at && before->column == Column::name
                  ? 1U
                  : 0U;
    before = &piece;
  }
  return beside * 8 < names;
}

/// `name` is how wide names are where that is known.
ColumnWidths measured(const PieceLabels& labels, int name) {
  std::array<std::vector<int>, 3> widths;
  for (const ColumnPiece& piece : labels.pieces) {
    if (piece.column != Column::amount) {
      const bool is_name = piece.column == Column::name;
      widths[is_name                        ? 0
             : piece.column == Column::goal ? 1
                                            : 2]
          .push_back(width_of(is_name ? without_space(piece.text) : piece.text));
    }
  }
  return {name > 0 ? name : widest_usual(widths[0]), column_width(widths[1]),
          column_width(widths[2]), names_stand_apart(labels)};
}

/// Whether a line begins with a mark that no line begins with, and may go on from the
/// last word of the next: where a line's font changes, its halves are given in turn.
bool begins_inside(const ColumnwiseText& text, std::size_t at) {
  const ColumnLine& line = text.lines[at];
  const ColumnLine& next = text.lines[at + 1];
  return line.flow == next.flow && !line.words.empty() && next.words.size() > 1 &&
         !line.words.front().amount && !next.words.back().amount &&
         !may_begin(line.words.front().text.front());
}

/// Parts lines of names that lost a hyphen at their end, and so have the next line behind
/// them; whether there was one.
bool part_wide_lines(ColumnwiseText& text, int width) {
  bool any = false;
  for (std::size_t i = 0; width > 0 && i < text.lines.size(); ++i) {
    if (text.lines[i].words.empty()) {
      continue;
    }
    ColumnWord& word = text.lines[i].words.front();
    const std::size_t at = word.amount ? word.text.npos : lost_hyphen_in(word.text, width);
    if (at != word.text.npos) {
      ColumnLine rest = text.lines[i];
      rest.words.front().text.erase(0, at);
      word.text.resize(at);
      word.text += U'-';
      text.lines[i].words.resize(1);
      text.lines.insert(text.lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
      any = true;
    }
  }
  return any;
}

PieceLabels labelled(const ColumnwiseText& text) {
  const int name = width_of_names(text);
  ColumnWidths widths{name};
  PieceLabels labels = PieceSearch(text, widths).labels();
  constexpr int rounds = 3;
  for (int i = 0; i < rounds; ++i) {
    const ColumnWidths again = measured(labels, name);
    if (again == widths) {
      break;
    }
    widths = again;
    labels = PieceSearch(text, widths).labels();
  }
  return labels;
}

}  // namespace

PieceLabels label_pieces(ColumnwiseText& text) {
  std::size_t ways = 0;
  for (const ColumnLine& line : text.lines) {
    ways += ways_of_line(line);
  }
  if (ways > most_ways) {
    return {};
  }
  PieceLabels labels = labelled(text);
  if (part_wide_lines(text, labels.name_width)) {
    labels = labelled(text);
  }
  std::size_t anew = 0;
  std::optional<PieceSearch> search;
  for (std::size_t i = 0; i + 1 < text.lines.size(); ++i) {
    if (!begins_inside(text, i) || anew + text.lines.size() > most_anew) {
      continue;
    }
    anew += text.lines.size();
    if (!search) {
      search.emplace(
          text,
          ColumnWidths{labels.name_width, labels.goal_width, labels.list_width, labels.names_apart},
          true);
    }
    std::vector<ColumnWord>& words = text.lines[i].words;
    std::vector<ColumnWord>& next = text.lines[i + 1].words;
    const ColumnWord cut = words.front();
    words.front().text = next.back().text + cut.text;
    const ColumnWord moved = next.back();
    next.pop_back();
    if (search->again(i, i + 1)) {
      labels = search->labels();
    } else {
      words.front() = cut;
      next.push_back(moved);
    }
  }
  return labels;
}

}  // namespace budgetdiff::import
