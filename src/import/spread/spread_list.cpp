#include "import/spread/spread_list.hpp"

#include "import/spread/list_deal.hpp"
#include "import/spread/list_doubts.hpp"
#include "import/spread/list_money.hpp"
#include "import/spread/list_pieces.hpp"
#include "import/spread/list_rows.hpp"
#include "import/spread/list_spans.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/page_structure.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t most_pieces = 12'000;

class List {
 public:
  List(const std::vector<Line>& lines, ListText text) : lines_(lines), text_(std::move(text)) {
    // Columns of money are dealt as one.
    for (std::size_t c = 0; c < text_.header.columns.size(); ++c) {
      const Role role = text_.header.columns[c].role;
      if (role == Role::money) {
        money_.push_back(c);
        merged_.push_back(column_of(Role::money) == none ? roles_.size() : column_of(Role::money));
        if (column_of(Role::money) != none) {
          continue;
        }
      } else {
        merged_.push_back(roles_.size());
      }
      roles_.push_back(role);
    }
    for (ListPiece& piece : text_.pieces) {
      ColumnMask below = 0;
      for (std::size_t c = 0; c < merged_.size(); ++c) {
        below |= (piece.below >> c & 1U) != 0 ? ColumnMask{1} << merged_[c] : 0U;
      }
      piece.below = below;
    }
  }

  std::optional<std::vector<Block>> run() {
    // The first readings only measure, for which some pages are enough.
    constexpr int measuring = 2;
    const std::vector<ListPiece> sample = first_pages();
    ListWidths widths = first_widths(sample, roles_);
    for (int i = 0; i < measuring; ++i) {
      const std::vector<ListPlace> dealt = deal_list(sample, roles_, widths, known(false));
      widths = widths_of(sample, dealt, roles_.size());
    }
    const std::vector<ListPlace> places = deal_list(text_.pieces, roles_, widths, known(true));
    widths = widths_of(text_.pieces, places, roles_.size());
    const auto rows = list_rows(text_.pieces, places, roles_, widths);
    if (!rows) {
      return std::nullopt;
    }
    rows_ = *rows;
    if (!take_projects()) {
      return std::nullopt;
    }
    take_money();
    std::vector<Block> out = blocks();
    return is_lost_ ? std::nullopt : std::optional(std::move(out));
  }

 private:
  /// The pieces of the first pages that have enough of them.
  [[nodiscard]] std::vector<ListPiece> first_pages() const {
    constexpr std::size_t enough = 3'000;
    std::size_t end = 0;
    while (end < text_.pieces.size() &&
           (end < enough || text_.pieces[end].page == text_.pieces[end - 1].page)) {
      ++end;
    }
    return {text_.pieces.begin(), text_.pieces.begin() + static_cast<std::ptrdiff_t>(end)};
  }

  [[nodiscard]] ListKnown known(bool last_reading) const {
    ListKnown out{text_.department, money_.size(), 0, last_reading};
    for (std::size_t h = 0; h < merged_.size(); ++h) {
      const std::u32string& word = text_.header.columns[h].text;
      const Role role = roles_[merged_[h]];
      const bool explains = word.find(U"解释") != word.npos || word.find(U"内容") != word.npos ||
                            word.find(U"说明") != word.npos;
      if (explains && (role == Role::remark || role == Role::none)) {
        out.explaining |= ColumnMask{1} << merged_[h];
      }
    }
    return out;
  }

  [[nodiscard]] std::size_t column_of(Role role) const {
    const auto found = std::find(roles_.begin(), roles_.end(), role);
    return found == roles_.end() ? none : static_cast<std::size_t>(found - roles_.begin());
  }

  [[nodiscard]] std::u32string text_of(const ListCell& cell) const {
    std::u32string out;
    for (const std::size_t i : cell.pieces) {
      out += text_.pieces[i].token.text;
    }
    return out;
  }

  [[nodiscard]] ListSpot spot_of(const ListCell& cell) const {
    return {*std::min_element(cell.pieces.begin(), cell.pieces.end()),
            *std::max_element(cell.pieces.begin(), cell.pieces.end()),
            text_.pieces[cell.pieces.front()].page};
  }

  [[nodiscard]] std::vector<std::size_t> lines_of(const ListCell& cell) const {
    std::vector<std::size_t> out;
    for (const std::size_t i : cell.pieces) {
      out.push_back(text_.pieces[i].token.line);
    }
    return out;
  }

  [[nodiscard]] std::vector<SpanCell> span_cells(std::size_t column) const {
    std::vector<SpanCell> out;
    if (column != none) {
      for (const ListCell& cell : rows_.cells[column]) {
        out.push_back({text_of(cell), spot_of(cell), lines_of(cell), {}});
      }
    }
    return out;
  }

  bool take_projects() {
    if (!rows_.repeated.empty()) {
      take_repeated();
      return true;
    }
    SpanTask task;
    const std::size_t name = column_of(Role::level3);
    const std::size_t weight = column_of(Role::weight);
    for (const ListRow& row : rows_.rows) {
      SpanRow one;
      const ListCell& cell = rows_.cells[name][row.cells[name]];
      one.name = text_of(cell);
      one.spot = spot_of(cell);
      for (std::size_t c = 0; c < roles_.size(); ++c) {
        if (row.cells[c] != none) {
          const auto lines = lines_of(rows_.cells[c][row.cells[c]]);
          one.lines.insert(one.lines.end(), lines.begin(), lines.end());
        }
      }
      if (weight != none && row.cells[weight] != none) {
        one.weight = text_of(rows_.cells[weight][row.cells[weight]]);
      }
      task.rows.push_back(std::move(one));
    }
    for (const ListPiece& piece : text_.pieces) {
      task.flows.push_back(piece.flow);
    }
    task.weighted = weight != none;
    task.level1 = span_cells(column_of(Role::level1));
    task.level2 = span_cells(column_of(Role::level2));
    task.projects = span_cells(column_of(Role::project_name));
    const std::size_t goal = goal_column();
    // A goal stands beside the rows of its project, too.
    for (std::size_t k = 0; goal != none && k < task.projects.size(); ++k) {
      const std::size_t at = rows_.projects[goal][k];
      if (at != none) {
        task.projects[k].goal = lines_of(rows_.cells[goal][at]);
      }
    }
    spans_ = list_spans(task);
    return spans_.whole;
  }

  /// Each row has its own cells.
  void take_repeated() {
    spans_.projects = rows_.repeated;
    spans_.doubtful.assign(rows_.rows.size(), false);
    spans_.whole = true;
    const std::size_t level1 = column_of(Role::level1);
    const std::size_t level2 = column_of(Role::level2);
    for (const ListRow& row : rows_.rows) {
      spans_.level1.push_back(level1 == none ? none : row.cells[level1]);
      spans_.level2.push_back(level2 == none ? none : row.cells[level2]);
    }
  }

  void take_money() {
    const std::size_t column = column_of(Role::money);
    if (column == none) {
      return;
    }
    const std::size_t names = column_of(Role::project_name);
    ListMoneyTask task;
    task.columns = money_.size();
    std::vector<std::size_t> pieces;
    if (rows_.repeated.empty()) {
      for (const ListCell& cell : rows_.cells[column]) {
        pieces.push_back(cell.pieces.front());
      }
    } else {
      // Those of the row that begins a project.
      pieces = amounts_of_first_rows(column);
    }
    std::vector<std::size_t> read;
    for (const std::size_t i : pieces) {
      const auto amount = read_published_amount(text_.pieces[i].token.text);
      if (amount) {
        task.amounts.push_back({*amount, text_.pieces[i].token.line, text_.pieces[i].page});
        read.push_back(i);
      }
    }
    for (const std::size_t at : rows_.projects[names]) {
      task.pages.push_back(at == none ? 0 : rows_.cells[names][at].page);
    }
    for (std::size_t k = 1; k < text_.sum.size(); ++k) {
      const auto amount = read_published_amount(text_.sum[k].token.text);
      task.sums.push_back(amount ? *amount : Amount());
    }
    money_of_ = list_money(task);
    for (std::vector<std::size_t>& project : money_of_.projects) {
      for (std::size_t& at : project) {
        at = at == none ? none : read[at];
      }
    }
  }

  [[nodiscard]] std::vector<std::size_t> amounts_of_first_rows(std::size_t column) const {
    std::vector<std::size_t> out;
    std::size_t last = none;
    for (std::size_t r = 0; r < rows_.rows.size(); ++r) {
      const std::size_t at = rows_.rows[r].cells[column];
      if (rows_.repeated[r] != last && at != none) {
        last = rows_.repeated[r];
        const std::vector<ListCell>& cells = rows_.cells[column];
        const std::size_t line = text_.pieces[cells[at].pieces.front()].token.line;
        for (std::size_t k = at; k < cells.size(); ++k) {
          const std::size_t piece = cells[k].pieces.front();
          if (text_.pieces[piece].token.line == line) {
            out.push_back(piece);
          }
        }
      }
    }
    return out;
  }

  [[nodiscard]] std::size_t goal_column() const {
    const std::size_t goal = column_of(Role::goal);
    return goal == none ? column_of(Role::annual_goal) : goal;
  }

  std::vector<Block> blocks() {
    std::vector<Block> out;
    for (const std::size_t line : text_.above) {
      out.emplace_back(TextLine{lines_[line].text, place_of(lines_[line])});
    }
    out.emplace_back(grid());
    for (const std::size_t line : text_.behind) {
      out.emplace_back(TextLine{lines_[line].text, place_of(lines_[line])});
    }
    return out;
  }

  Grid grid() {
    std::vector<std::size_t> columns;  // of the header that are kept
    for (std::size_t h = 0; h < text_.header.columns.size(); ++h) {
      const Role role = text_.header.columns[h].role;
      const bool kept = role == Role::project_name || role == Role::project_code ||
                        role == Role::money || role == Role::goal || role == Role::annual_goal ||
                        holds_levels(role) || holds_targets(role) || role == Role::comparator ||
                        role == Role::measurement_unit || role == Role::weight;
      if (kept) {
        columns.push_back(h);
      }
    }
    const bool sum = !text_.sum.empty();
    const std::size_t top = sum ? 2 : 1;
    Grid out(top + rows_.rows.size(), columns.size());
    out.place = place_of(lines_[text_.header.columns.front().line]);
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const HeaderPieces& word = text_.header.columns[columns[k]];
      Cell cell;
      cell.column = k;
      cell.place = place_of(lines_[word.line]);
      cell.lines.push_back({word.text, cell.place});
      out.add(std::move(cell));
    }
    if (sum) {
      add_sum(out, columns);
    }
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const std::size_t h = columns[k];
      if (roles_[merged_[h]] == Role::money) {
        add_money(out, top, k, h);
      } else {
        add_column(out, top, k, merged_[h]);
      }
    }
    const std::vector<bool> odd = odd_rows();
    std::size_t broken = 0;     // rows that are doubtful of themselves
    std::size_t misplaced = 0;  // or whose project or categories are
    for (std::size_t r = 0; r < rows_.rows.size(); ++r) {
      const std::size_t project = spans_.projects[r];
      const bool doubtful =
          project != none && (rows_.doubtful_projects[project] ||
                              (!money_of_.doubtful.empty() && money_of_.doubtful[project]));
      // Where names and targets are as many, only units, comparators or weights are a guess.
      const bool unsure = rows_.rows[r].unpaired || odd[r];
      broken += unsure ? 1U : 0U;
      misplaced += unsure || spans_.doubtful[r] || doubtful ? 1U : 0U;
      if (rows_.rows[r].doubtful || spans_.doubtful[r] || doubtful || odd[r]) {
        const std::size_t name = column_of(Role::level3);
        const std::size_t piece = rows_.cells[name][rows_.rows[r].cells[name]].pieces.front();
        out.doubts.push_back(place_of(lines_[text_.pieces[piece].token.line]));
      }
    }
    // A page a project is how forms are printed, which their own reader knows better.
    const std::size_t projects = rows_.cells[column_of(Role::project_name)].size();
    const bool may_be_forms = projects <= text_.pieces.back().page + 1;
    is_lost_ = (may_be_forms ? misplaced : broken) * 3 > rows_.rows.size() * 2;
    // Nothing proves where a project's rows end, so that each project is a guess.
    for (std::size_t r = 0; r < rows_.rows.size(); ++r) {
      if (r == 0 || spans_.projects[r] != spans_.projects[r - 1]) {
        const std::size_t name = column_of(Role::level3);
        const std::size_t piece = rows_.cells[name][rows_.rows[r].cells[name]].pieces.front();
        out.doubts.push_back(place_of(lines_[text_.pieces[piece].token.line]));
      }
    }
    return out;
  }

  /// Rows that can hardly be so, or whose project can hardly.
  [[nodiscard]] std::vector<bool> odd_rows() const {
    std::vector<DoubtProject> projects;
    const auto text = [&](Role role, const std::vector<std::size_t>* cells, std::size_t r) {
      const std::size_t c = column_of(role);
      const std::size_t at = c == none          ? none
                             : cells != nullptr ? (*cells)[r]
                                                : rows_.rows[r].cells[c];
      return at == none ? std::u32string{} : text_of(rows_.cells[c][at]);
    };
    std::size_t last = none;
    const std::size_t names = column_of(Role::project_name);
    const std::size_t goal = goal_column();
    for (std::size_t r = 0; r < rows_.rows.size(); ++r) {
      const std::size_t project = spans_.projects[r];
      if (projects.empty() || project != last) {
        last = project;
        DoubtProject one;
        const auto of_project = [&](std::size_t c) {
          const std::size_t at = c == none || project == none ? none : rows_.projects[c][project];
          return at == none ? std::u32string{} : text_of(rows_.cells[c][at]);
        };
        one.name = of_project(names);
        one.goal = of_project(goal);
        projects.push_back(std::move(one));
      }
      DoubtRow row;
      row.level1 = text(Role::level1, &spans_.level1, r);
      row.level2 = text(Role::level2, &spans_.level2, r);
      row.name = text(Role::level3, nullptr, r);
      row.comparator = text(Role::comparator, nullptr, r);
      for (const Role role : {Role::value, Role::annual_target, Role::period_target}) {
        row.target += text(role, nullptr, r);
      }
      row.unit = text(Role::measurement_unit, nullptr, r);
      row.weight = text(Role::weight, nullptr, r);
      projects.back().rows.push_back(std::move(row));
    }
    const ListDoubts doubts = list_doubts(projects, column_of(Role::measurement_unit) != none,
                                          column_of(Role::comparator) != none);
    std::vector<bool> out;
    for (std::size_t p = 0; p < projects.size(); ++p) {
      for (std::size_t k = 0; k < projects[p].rows.size(); ++k) {
        out.push_back(doubts.rows[p][k] || (doubts.projects[p] && k == 0));
      }
    }
    return out;
  }

  void add_money(Grid& out, std::size_t top, std::size_t k, std::size_t h) const {
    const auto number =
        static_cast<std::size_t>(std::find(money_.begin(), money_.end(), h) - money_.begin());
    for (std::size_t r = 0; r < rows_.rows.size(); ++r) {
      const std::size_t span = spans_.projects[r];
      if (span == none || (r > 0 && spans_.projects[r - 1] == span) ||
          money_of_.projects[span][number] == none) {
        continue;
      }
      const std::vector<StreamToken> tokens{text_.pieces[money_of_.projects[span][number]].token};
      Cell cell = cell_of(lines_, tokens, 0, 1, top + r, k);
      cell.rows = rows_of(span, r) - r;
      out.add(std::move(cell));
    }
  }

  /// Where the rows of a project end that begin with row `r`.
  [[nodiscard]] std::size_t rows_of(std::size_t span, std::size_t r) const {
    while (r < rows_.rows.size() && spans_.projects[r] == span) {
      ++r;
    }
    return r;
  }

  void add_sum(Grid& out, const std::vector<std::size_t>& columns) const {
    std::size_t next = 1;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const Role role = text_.header.columns[columns[k]].role;
      std::vector<std::size_t> pieces;
      if (role == Role::project_name) {
        pieces = {0};
      } else if (role == Role::money && next < text_.sum.size()) {
        pieces = {next++};
      }
      for (const std::size_t i : pieces) {
        std::vector<StreamToken> tokens{text_.sum[i].token};
        out.add(cell_of(lines_, tokens, 0, 1, 1, k));
      }
    }
  }

  [[nodiscard]] Cell cell_at(const ListCell& cell, std::size_t row, std::size_t column) const {
    std::vector<StreamToken> tokens;
    for (const std::size_t i : cell.pieces) {
      tokens.push_back(text_.pieces[i].token);
    }
    return cell_of(lines_, tokens, 0, tokens.size(), row, column);
  }

  void add_column(Grid& out, std::size_t top, std::size_t k, std::size_t c) const {
    const Role role = roles_[c];
    const std::vector<std::size_t>* spans = role == Role::level1   ? &spans_.level1
                                            : role == Role::level2 ? &spans_.level2
                                            : rows_.of_projects[c] ? &spans_.projects
                                                                   : nullptr;
    for (std::size_t r = 0; r < rows_.rows.size(); ++r) {
      if (spans == nullptr) {
        const std::size_t at = rows_.rows[r].cells[c];
        if (at != none) {
          out.add(cell_at(rows_.cells[c][at], top + r, k));
        }
        continue;
      }
      const std::size_t span = (*spans)[r];
      if (span == none || (r > 0 && (*spans)[r - 1] == span)) {
        continue;
      }
      std::size_t end = r + 1;
      while (end < rows_.rows.size() && (*spans)[end] == span) {
        ++end;
      }
      const std::size_t at = rows_.of_projects[c] ? rows_.projects[c][span] : span;
      if (at == none) {
        continue;
      }
      Cell cell = cell_at(rows_.cells[c][at], top + r, k);
      cell.rows = end - r;
      out.add(std::move(cell));
    }
  }

  const std::vector<Line>& lines_;
  ListText text_;
  std::vector<Role> roles_;          ///< of the columns that are dealt
  std::vector<std::size_t> merged_;  ///< of the header's columns, those
  std::vector<std::size_t> money_;   ///< columns of money of the header
  ListRows rows_;
  ListMoney money_of_;
  SpanAnswer spans_;
  bool is_lost_ = false;  ///< most rows are doubtful
};

}  // namespace

std::optional<std::vector<Block>> spread_list(const std::vector<Line>& lines) {
  auto text = list_text(lines);
  if (!text || text->pieces.size() > most_pieces) {
    return std::nullopt;
  }
  return List(lines, *std::move(text)).run();
}

}  // namespace budgetdiff::import
