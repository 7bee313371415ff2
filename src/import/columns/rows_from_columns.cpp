#include "import/columns/rows_from_columns.hpp"

#include "import/columns/column_text.hpp"
#include "import/columns/name_order.hpp"
#include "import/columns/part_columns.hpp"
#include "import/columns/piece_labels.hpp"
#include "import/columns/piece_rows.hpp"
#include "import/columns/printed_zeros.hpp"
#include "import/columns/row_amounts.hpp"
#include "import/columns/row_doubts.hpp"
#include "import/columns/row_order.hpp"
#include "import/columns/strange_names.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

/// Text that is no table of a department is longer.
constexpr std::size_t most_lines = 4'000;
/// How much may be odd about the labels of a row, in tenths of a doubt.
constexpr int most_cost_a_row = 90;
/// Of a table with so many rows not nearly all may be doubtful.
constexpr int least_rows_to_tell = 5;
/// With more than this a text's lines are not told at all.
constexpr int hopeless_cost_a_row = 150;

/// Whether a text has what the search is for: the beginning of a list, at a line's start or
/// behind a blank.
bool has_list(const std::vector<Line>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
    const std::size_t at = line.text.find(U"1、");
    return at != line.text.npos && (at == 0 || is_space(line.text[at - 1])) &&
           line.text.find(U'；', at) != line.text.npos;
  });
}

/// How often goals and lists share lines.
Sharing sharing_of(const PieceLabels& labels) {
  std::set<std::u32string> shared;  // a line that every page repeats counts once
  std::size_t rows = 0;
  const ColumnPiece* goal = nullptr;
  for (const ColumnPiece& piece : labels.pieces) {
    const bool list = piece.column == Column::list;
    constexpr std::u32string_view marks = U"，。；、：）（(》”";
    if (list && goal != nullptr && goal->at == piece.at &&
        marks.find(piece.text.front()) == marks.npos &&
        piece.text.find(U"指标") != piece.text.npos) {
      shared.insert(goal->text);
    }
    rows += piece.begins ? 1U : 0U;
    goal = piece.column == Column::goal ? &piece : nullptr;
  }
  return shared.size() >= std::max<std::size_t>(3, rows / 2) ? Sharing::many
         : shared.empty()                                    ? Sharing::none
                                                             : Sharing::some;
}

/// Whether a text may be a whole name: brackets are opened before they are closed, and no
/// sentence is in it.
bool may_be_name(std::u32string_view name) {
  if (std::count_if(name.begin(), name.end(), [](char32_t c) { return c > 127; }) < 2 ||
      name.find_first_of(U"。；！？，") != name.npos) {
    return false;
  }
  int open = 0;
  for (const char32_t c : name) {
    open += c == U'（' || c == '(' ? 1 : c == U'）' || c == ')' ? -1 : 0;
    if (open < 0) {
      return false;
    }
  }
  return open == 0;
}

/// Takes names in lines that are odd for pieces of goals, so that they have a line's words in
/// another order at worst; false where there are none.
bool take_for_goals(PieceLabels& labels) {
  bool any = false;
  for (ColumnPiece& piece : labels.pieces) {
    if (piece.column == Column::name && labels.costs[piece.at] >= most_cost_of_a_line) {
      piece.column = Column::goal;
      any = true;
    }
  }
  return any;
}

/// What is odd about the labels, but for lines whose rows are doubtful for that alone.
int ordinary_cost(const PieceLabels& labels) {
  int out = labels.cost;
  for (const int cost : labels.costs) {
    out -= cost >= most_cost_of_a_line ? cost : 0;
  }
  return out;
}

class Builder {
 public:
  Builder(const std::vector<Line>& lines, const ColumnwiseText& text, const PieceLabels& labels)
      : source_(lines), text_(text), labels_(labels) {}

  /// Adds to `doubts` what shows when the rows are put together.
  std::optional<ColumnRows> run(const RowsOfPieces& names, const RowsOfPieces& goals,
                                const std::vector<RowSpan>& spans, const AmountsOfRows& amounts,
                                RowDoubts& doubts) {
    for (const std::size_t line : text_.preamble) {
      out_.lines.push_back(source_[line]);
    }
    add_header();
    if (!amounts.sum.empty()) {
      add_sum(amounts.sum);
    }
    DocumentText document = page_structure(out_.lines);
    if (document.tables.size() != 1) {
      return std::nullopt;
    }
    out_.table = std::move(document.tables.front());
    out_.rows.rows.resize(amounts.rows.size());
    add_cells(names, goals, spans, doubts);
    for (std::size_t row = 0; row < amounts.rows.size(); ++row) {
      RowText& own = out_.rows.rows[row];
      own.heads = find_item_heads(own.indicators.text);
      if (amounts.rows[row]) {
        add_amounts(own, *amounts.rows[row]);
      }
      if (!amounts.rows[row] || !amounts.rows[row]->sure || !may_be_name(own.name.text)) {
        doubts.add(row);
      }
    }
    if (!is_in_order(amounts, doubts)) {
      return std::nullopt;
    }
    out_.doubtful = doubts.rows();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const ColumnPiece& piece(std::size_t i) const { return labels_.pieces[i]; }

  /// Adds a line that says `text`, standing where a piece stands; its position.
  std::uint32_t add_line(std::u32string text, std::size_t of_piece) {
    Line line = source_[text_.lines[piece(of_piece).at].line];
    line.text = std::move(text);
    line.indent = 0;
    line.blank_before = false;
    line.starts_page = false;
    out_.lines.push_back(std::move(line));
    return static_cast<std::uint32_t>(out_.lines.size() - 1);
  }

  /// 合计 with a dash for each column that is known to be blank.
  void add_sum(const std::vector<std::size_t>& sum) {
    const PartColumns parts = columns_of_parts(text_, labels_, sum);
    std::vector<std::u32string> cells(parts.columns.empty() ? 0 : text_.money.size(), U"-");
    for (std::size_t i = 0; i < parts.columns.size(); ++i) {
      cells[parts.columns[i]] = piece(sum[i + 1]).text;
    }
    std::u32string text = piece(sum.front()).text;
    for (std::size_t i = 1; i < cells.size(); ++i) {
      text += U" " + cells[i];
    }
    out_.sum_guessed = !parts.columns.empty() && !parts.sure;
    add_line(U"合计 " + (cells.empty() ? run_text(sum) : text), sum.front());
  }

  void add_header() {
    std::u32string header = U"项目名称";
    for (const std::string& word : text_.money) {
      header += U" " + to_code_points(word);
    }
    add_line(header + U" 绩效目标 绩效指标", 0);
  }

  [[nodiscard]] std::u32string run_text(const std::vector<std::size_t>& pieces) const {
    std::u32string out;
    for (const std::size_t i : pieces) {
      out += (out.empty() ? U"" : U" ") + piece(i).text;
    }
    return out;
  }

  void add_cells(const RowsOfPieces& names, const RowsOfPieces& goals,
                 const std::vector<RowSpan>& spans, RowDoubts& doubts) {
    std::size_t name = 0;
    std::size_t goal = 0;
    std::optional<std::pair<int, std::pair<std::size_t, std::uint32_t>>> end;  // of a row's name
    for (std::size_t i = 0; i < labels_.pieces.size(); ++i) {
      if (piece(i).column == Column::amount) {
        continue;
      }
      const std::uint32_t line = add_line(piece(i).text, i);
      if (piece(i).column == Column::list) {
        row_at(spans[i].first).indicators.append(piece(i).text, line);
      } else if (piece(i).column == Column::goal) {
        row_at(goals.rows[goal++]).goal.append(piece(i).text, line);
      } else {
        const int row = names.rows[name++];
        const bool ends_below = name < names.rows.size() && names.rows[name] == row &&
                                ends_name_below(text_, labels_, i);
        if (ends_below) {
          end = {row, {i, line}};
          doubts.add(static_cast<std::size_t>(row));
          continue;
        }
        add_name(row, i, line);
        const bool goes_on = name < names.rows.size() && names.rows[name] == row;
        if (end && end->first == row && !goes_on) {
          add_name(row, end->second.first, end->second.second);
          end.reset();
        }
      }
    }
  }

  void add_name(int at, std::size_t of_piece, std::uint32_t line) {
    RowText& row = row_at(at);
    if (row.name.empty()) {
      row.line = line;
    }
    // Blanks in a name are those of a justified line.
    row.name.append(without_space(piece(of_piece).text), line);
  }

  RowText& row_at(int row) { return out_.rows.rows[static_cast<std::size_t>(row)]; }

  void add_amounts(RowText& row, const RowAmounts& amounts) {
    std::vector<std::size_t> all{amounts.total};
    all.insert(all.end(), amounts.parts.begin(), amounts.parts.end());
    const std::u32string text = run_text(all);
    row.amount_line = add_line(text, amounts.total);
    row.amounts = amount_run_in(out_.lines.back(), text_.money.size());
  }

  /// Whether names stand with their own prose: of half of the rows no other order is much likelier,
  /// those of the other half are doubtful. Where the parts
  /// of the amounts come in another order, and that one is not much less likely, rows are doubtful.
  [[nodiscard]] bool is_in_order(const AmountsOfRows& amounts, RowDoubts& doubts) const {
    std::vector<std::u32string> names;
    std::vector<std::u32string> prose;
    for (const RowText& row : out_.rows.rows) {
      names.push_back(row.name.text);
      prose.push_back(row.goal.text + row.indicators.text);
    }
    const RowOrder order(names, prose);
    const auto misordered = order.misordered();
    if (misordered.size() * 2 > out_.rows.rows.size()) {
      return false;
    }
    for (const std::size_t row : misordered) {
      doubts.add(row);
    }
    for (const auto& page : amounts.disputed) {
      int gain = 0;
      for (const DisputedRow& row : page) {
        gain += order.shared(row.row, row.row) - order.shared(row.row, row.by_parts);
      }
      for (const DisputedRow& row : page) {
        if (gain < order.much()) {
          doubts.add(row.row);
        }
      }
    }
    return true;
  }

  const std::vector<Line>& source_;
  const ColumnwiseText& text_;
  const PieceLabels& labels_;
  ColumnRows out_;
};

}  // namespace

RowsFromColumns rows_from_columns(const std::vector<Line>& lines) {
  RowsFromColumns out;
  if (lines.size() > most_lines || !has_list(lines)) {
    return out;
  }
  auto text = column_text(lines);
  if (!text) {
    ColumnwiseText all = all_lines(lines);
    out.sharing = sharing_of(label_pieces(all));
    return out;
  }
  PieceLabels labels = label_pieces(*text);
  out.sharing = sharing_of(labels);
  const auto spans = row_spans(*text, labels);
  if (!spans) {
    return out;
  }
  const auto count =
      static_cast<int>(std::count_if(labels.pieces.begin(), labels.pieces.end(),
                                     [](const ColumnPiece& piece) { return piece.begins; }));
  auto names = rows_of(*text, labels, *spans, Column::name, count);
  if (!names && take_for_goals(labels)) {
    names = rows_of(*text, labels, *spans, Column::name, count);
  }
  const auto take_for_goal = [&](std::size_t strange) {
    ColumnPiece& piece = labels.pieces[strange];
    piece.column = Column::goal;
    // So that its row is a guess.
    labels.costs[piece.at] = std::max(labels.costs[piece.at], most_cost_of_a_line);
  };
  if (!names) {
    for (const std::size_t strange : strange_names(*text, labels, *spans, count)) {
      take_for_goal(strange);
    }
    names = rows_of(*text, labels, *spans, Column::name, count);
  }
  for (int tries = 0; names && tries < count; ++tries) {
    const std::size_t strange = stranger_among(*text, labels, *spans, *names, count);
    if (strange == labels.pieces.size()) {
      break;
    }
    take_for_goal(strange);
    names = rows_of(*text, labels, *spans, Column::name, count);
  }
  const auto goals = rows_of(*text, labels, *spans, Column::goal, count);
  if (!names || !goals || labels.cost > hopeless_cost_a_row * (count + 1)) {
    return out;
  }
  RowDoubts doubts(*text, labels, static_cast<std::size_t>(count));
  doubts.add_margins(*names);
  doubts.add_margins(*goals);
  doubts.add_torn_goals(*goals);
  doubts.add_miscounted_goals(*goals);
  doubts.add_odd_pieces(*names, *goals, *spans);
  if (count >= least_rows_to_tell &&
      doubts.rows().size() * 4 > static_cast<std::size_t>(count) * 3) {
    return out;
  }
  NameOrder order = names_in_order(labels, *spans, *names, *goals, static_cast<std::size_t>(count));
  names->rows = std::move(order.rows);
  for (const std::size_t row : order.doubtful) {
    doubts.add(row);
  }
  AmountsOfRows amounts = amounts_of_rows(*text, labels, *spans, names->rows, count);
  add_printed_zeros(amounts, *text, labels);
  // Without a sum nothing would show a misreading.
  if (amounts.sum.empty() || !all_told(amounts, labels) ||
      ordinary_cost(labels) > most_cost_a_row * (count + 1)) {
    doubts.add_all();
  }
  auto built = Builder(lines, *text, labels).run(*names, *goals, *spans, amounts, doubts);
  if (built) {
    (built->doubtful.empty() ? out.read : out.likely) = std::move(built);
  }
  return out;
}

}  // namespace budgetdiff::import
