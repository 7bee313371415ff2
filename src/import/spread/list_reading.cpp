#include "import/spread/list_reading.hpp"

#include "import/spread/list_deal.hpp"
#include "import/text/amount_run.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = ListReading::none;

class Reading {
 public:
  explicit Reading(ListText text) {
    out_.text = std::move(text);
    // Columns of money are dealt as one.
    for (std::size_t c = 0; c < out_.text.header.columns.size(); ++c) {
      const Role role = out_.text.header.columns[c].role;
      if (role == Role::money) {
        out_.money.push_back(c);
        out_.merged.push_back(out_.column_of(Role::money) == none ? out_.roles.size()
                                                                  : out_.column_of(Role::money));
        if (out_.column_of(Role::money) != none) {
          continue;
        }
      } else {
        out_.merged.push_back(out_.roles.size());
      }
      out_.roles.push_back(role);
    }
    for (ListPiece& piece : out_.text.pieces) {
      ColumnMask below = 0;
      for (std::size_t c = 0; c < out_.merged.size(); ++c) {
        below |= (piece.below >> c & 1U) != 0 ? ColumnMask{1} << out_.merged[c] : 0U;
      }
      piece.below = below;
    }
  }

  std::optional<ListReading> run() {
    // The first readings only measure, for which some pages are enough.
    constexpr int measuring = 2;
    const std::vector<ListPiece> sample = first_pages();
    ListWidths widths = first_widths(sample, out_.roles);
    for (int i = 0; i < measuring; ++i) {
      const std::vector<ListPlace> dealt = deal_list(sample, out_.roles, widths, known(false));
      widths = widths_of(sample, dealt, out_.roles.size());
    }
    const std::vector<ListPlace> places =
        deal_list(out_.text.pieces, out_.roles, widths, known(true));
    widths = widths_of(out_.text.pieces, places, out_.roles.size());
    const auto rows = list_rows(out_.text.pieces, places, out_.roles, widths);
    if (!rows) {
      return std::nullopt;
    }
    out_.rows = *rows;
    if (!take_projects()) {
      return std::nullopt;
    }
    take_money();
    return std::move(out_);
  }

 private:
  /// The pieces of the first pages that have enough of them.
  [[nodiscard]] std::vector<ListPiece> first_pages() const {
    constexpr std::size_t enough = 3'000;
    std::size_t end = 0;
    while (end < out_.text.pieces.size() &&
           (end < enough || out_.text.pieces[end].page == out_.text.pieces[end - 1].page)) {
      ++end;
    }
    return {out_.text.pieces.begin(), out_.text.pieces.begin() + static_cast<std::ptrdiff_t>(end)};
  }

  [[nodiscard]] ListKnown known(bool last_reading) const {
    ListKnown out{out_.text.department, out_.money.size(), 0, last_reading};
    for (std::size_t h = 0; h < out_.merged.size(); ++h) {
      const std::u32string& word = out_.text.header.columns[h].text;
      const Role role = out_.roles[out_.merged[h]];
      const bool explains = word.find(U"解释") != word.npos || word.find(U"内容") != word.npos ||
                            word.find(U"说明") != word.npos;
      if (explains && (role == Role::remark || role == Role::none)) {
        out.explaining |= ColumnMask{1} << out_.merged[h];
      }
    }
    return out;
  }

  [[nodiscard]] ListSpot spot_of(const ListCell& cell) const {
    return {*std::min_element(cell.pieces.begin(), cell.pieces.end()),
            *std::max_element(cell.pieces.begin(), cell.pieces.end()),
            out_.text.pieces[cell.pieces.front()].page};
  }

  [[nodiscard]] std::vector<std::size_t> lines_of(const ListCell& cell) const {
    std::vector<std::size_t> out;
    for (const std::size_t i : cell.pieces) {
      out.push_back(out_.text.pieces[i].token.line);
    }
    return out;
  }

  [[nodiscard]] std::vector<SpanCell> span_cells(std::size_t column) const {
    std::vector<SpanCell> out;
    if (column != none) {
      for (const ListCell& cell : out_.rows.cells[column]) {
        out.push_back({out_.text_of(cell), spot_of(cell), lines_of(cell), {}});
      }
    }
    return out;
  }

  bool take_projects() {
    if (!out_.rows.repeated.empty()) {
      take_repeated();
      return true;
    }
    SpanTask task;
    const std::size_t name = out_.column_of(Role::level3);
    const std::size_t weight = out_.column_of(Role::weight);
    for (const DealtRow& row : out_.rows.rows) {
      SpanRow one;
      const ListCell& cell = out_.rows.cells[name][row.cells[name]];
      one.name = out_.text_of(cell);
      one.spot = spot_of(cell);
      for (std::size_t c = 0; c < out_.roles.size(); ++c) {
        if (row.cells[c] != none) {
          const auto lines = lines_of(out_.rows.cells[c][row.cells[c]]);
          one.lines.insert(one.lines.end(), lines.begin(), lines.end());
        }
      }
      if (weight != none && row.cells[weight] != none) {
        one.weight = out_.text_of(out_.rows.cells[weight][row.cells[weight]]);
      }
      task.rows.push_back(std::move(one));
    }
    for (const ListPiece& piece : out_.text.pieces) {
      task.flows.push_back(piece.flow);
    }
    task.weighted = weight != none;
    task.level1 = span_cells(out_.column_of(Role::level1));
    task.level2 = span_cells(out_.column_of(Role::level2));
    task.projects = span_cells(out_.column_of(Role::project_name));
    const std::size_t goal = out_.goal_column();
    // A goal stands beside the rows of its project, too.
    for (std::size_t k = 0; goal != none && k < task.projects.size(); ++k) {
      const std::size_t at = out_.rows.projects[goal][k];
      if (at != none) {
        task.projects[k].goal = lines_of(out_.rows.cells[goal][at]);
      }
    }
    out_.spans = list_spans(task);
    return out_.spans.whole;
  }

  /// Each row has its own cells.
  void take_repeated() {
    out_.spans.projects = out_.rows.repeated;
    out_.spans.doubtful.assign(out_.rows.rows.size(), false);
    out_.spans.whole = true;
    const std::size_t level1 = out_.column_of(Role::level1);
    const std::size_t level2 = out_.column_of(Role::level2);
    for (const DealtRow& row : out_.rows.rows) {
      out_.spans.level1.push_back(level1 == none ? none : row.cells[level1]);
      out_.spans.level2.push_back(level2 == none ? none : row.cells[level2]);
    }
  }

  void take_money() {
    const std::size_t column = out_.column_of(Role::money);
    if (column == none) {
      return;
    }
    const std::size_t names = out_.column_of(Role::project_name);
    ListMoneyTask task;
    task.columns = out_.money.size();
    std::vector<std::size_t> pieces;
    if (out_.rows.repeated.empty()) {
      for (const ListCell& cell : out_.rows.cells[column]) {
        pieces.push_back(cell.pieces.front());
      }
    } else {
      // Those of the row that begins a project.
      pieces = amounts_of_first_rows(column);
    }
    std::vector<std::size_t> read;
    for (const std::size_t i : pieces) {
      const auto amount = read_published_amount(out_.text.pieces[i].token.text);
      if (amount) {
        task.amounts.push_back({*amount, out_.text.pieces[i].token.line, out_.text.pieces[i].page});
        read.push_back(i);
      }
    }
    for (const std::size_t at : out_.rows.projects[names]) {
      task.pages.push_back(at == none ? 0 : out_.rows.cells[names][at].page);
    }
    for (std::size_t k = 1; k < out_.text.sum.size(); ++k) {
      const auto amount = read_published_amount(out_.text.sum[k].token.text);
      task.sums.push_back(amount ? *amount : Amount());
    }
    out_.amounts = list_money(task);
    for (std::vector<std::size_t>& project : out_.amounts.projects) {
      for (std::size_t& at : project) {
        at = at == none ? none : read[at];
      }
    }
  }

  [[nodiscard]] std::vector<std::size_t> amounts_of_first_rows(std::size_t column) const {
    std::vector<std::size_t> out;
    std::size_t last = none;
    for (std::size_t r = 0; r < out_.rows.rows.size(); ++r) {
      const std::size_t at = out_.rows.rows[r].cells[column];
      if (out_.rows.repeated[r] != last && at != none) {
        last = out_.rows.repeated[r];
        const std::vector<ListCell>& cells = out_.rows.cells[column];
        const std::size_t line = out_.text.pieces[cells[at].pieces.front()].token.line;
        for (std::size_t k = at; k < cells.size(); ++k) {
          const std::size_t piece = cells[k].pieces.front();
          if (out_.text.pieces[piece].token.line == line) {
            out.push_back(piece);
          }
        }
      }
    }
    return out;
  }

  ListReading out_;
};

}  // namespace

std::size_t ListReading::column_of(Role role) const {
  const auto found = std::find(roles.begin(), roles.end(), role);
  return found == roles.end() ? none : static_cast<std::size_t>(found - roles.begin());
}

std::size_t ListReading::goal_column() const {
  const std::size_t goal = column_of(Role::goal);
  return goal == none ? column_of(Role::annual_goal) : goal;
}

std::u32string ListReading::text_of(const ListCell& cell) const {
  std::u32string out;
  for (const std::size_t i : cell.pieces) {
    out += text.pieces[i].token.text;
  }
  return out;
}

std::optional<ListReading> read_list(ListText text) {
  return Reading(std::move(text)).run();
}

}  // namespace budgetdiff::import
