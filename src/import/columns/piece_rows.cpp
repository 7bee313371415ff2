#include "import/columns/piece_rows.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

constexpr int never = 1'000'000;

/// The first and last row that each page may hold.
std::map<int, RowSpan> rows_of_pages(const ColumnText& text, const PieceLabels& labels,
                                     const std::vector<int>& list_rows) {
  std::map<int, RowSpan> pages;
  for (std::size_t i = 0; i < list_rows.size(); ++i) {
    if (list_rows[i] < 0) {
      continue;
    }
    const int page = text.lines[labels.pieces[i].at].page;
    const auto [found, fresh] = pages.try_emplace(page, RowSpan{list_rows[i], list_rows[i]});
    if (!fresh) {
      found->second.first = std::min(found->second.first, list_rows[i]);
      found->second.last = std::max(found->second.last, list_rows[i]);
    }
  }
  // The cells of a page's last row may go on upon the next where its list does not.
  const RowSpan* before = nullptr;
  for (auto& [page, span] : pages) {
    if (before != nullptr) {
      span.first = std::min(span.first, before->last);
    }
    before = &span;
  }
  return pages;
}

bool ends_text(const std::u32string& text) {
  return text.back() == U'。' || text.back() == U'！';
}

/// What it costs that two neighbouring pieces are of two rows, and of one.
struct Costs {
  int parted = 0;
  int joined = 0;
};

Costs goal_costs(const ColumnLine& before, const ColumnLine& after, const std::u32string& text,
                 int width) {
  const bool is_short = width_of(text) < width - 5;
  const bool end = ends_text(text);
  const bool same_flow = before.flow == after.flow;
  const bool same_page = before.page == after.page;
  Costs costs;
  costs.parted = (end ? 0 : 40) + (is_short ? 0 : 10);
  if (is_short) {
    costs.joined = end ? 30 : same_page ? 40 : 0;
  }
  if (!same_flow && same_page) {
    costs.joined += end ? 40 : 20;
  }
  return costs;
}

/// `width` is what a full line takes: less in the first line of an indented name.
Costs name_costs(const ColumnLine& before, const ColumnLine& after, const std::u32string& text,
                 int width, bool amount_between, bool ends) {
  const int own = width_of(without_space(text));
  const bool is_short = own <= width - 5;
  const bool full = own >= width - 2;
  if (full && ends && before.flow == after.flow) {
    return {15, amount_between ? 10 : 5};
  }
  if (before.flow == after.flow) {
    if (amount_between) {
      return is_short ? Costs{0, 50} : full ? Costs{20, 10} : Costs{10, 20};
    }
    return is_short ? Costs{0, 40} : full ? Costs{25, 0} : Costs{10, 10};
  }
  if (amount_between) {
    return {full ? 10 : 0, is_short ? 80 : full ? 45 : 60};
  }
  return {0, before.page == after.page ? 60 : 30};
}

/// The best two ways to each row so far, by whether the last piece begins the row.
struct Way {
  int cost = never;
  int second = never;
  std::size_t row = 0;  ///< of the piece before
  bool began = false;   ///< whether that one began its row
};

void offer(Way& way, const Way& before, int cost, std::size_t row, bool began) {
  if (before.cost >= never) {
    return;
  }
  const int own = before.cost + cost;
  const int other = std::min(before.second, never) + cost;
  if (own < way.cost) {
    way.second = std::min({way.second, way.cost, other});
    way.cost = own;
    way.row = row;
    way.began = began;
  } else {
    way.second = std::min(way.second, own);
  }
}

using Ways = std::vector<std::array<Way, 2>>;  // by row, and whether it begins there

/// The pieces of one column with what parting or joining them costs.
struct Neighbours {
  std::size_t first = 0;            ///< position in PieceLabels::pieces
  std::array<Costs, 2> costs = {};  ///< to the next: where this one goes on, or begins a row
};

/// The characters that names end with (费, 金), by those whose last line is short or the
/// last of its flow.
std::set<char32_t> endings_of_names(const ColumnText& text, const PieceLabels& labels) {
  std::map<char32_t, int> times;
  const ColumnPiece* before = nullptr;
  const auto count = [&](const ColumnPiece* next) {
    const bool last = next == nullptr || text.lines[next->at].flow != text.lines[before->at].flow;
    if (last || width_of(without_space(before->text)) <= labels.name_width - 5) {
      ++times[before->text.back()];
    }
  };
  for (const ColumnPiece& piece : labels.pieces) {
    if (piece.column == Column::name) {
      if (before != nullptr) {
        count(&piece);
      }
      before = &piece;
    }
  }
  if (before != nullptr) {
    count(nullptr);
  }
  std::set<char32_t> out;
  for (const auto& [c, n] : times) {
    if (n >= 2) {
      out.insert(c);
    }
  }
  return out;
}

std::array<Costs, 2> costs_between(const ColumnText& text, const PieceLabels& labels,
                                   std::size_t first, std::size_t second, int indent,
                                   const std::set<char32_t>& endings) {
  const ColumnPiece& before = labels.pieces[first];
  const ColumnLine& from = text.lines[before.at];
  const ColumnLine& to = text.lines[labels.pieces[second].at];
  if (before.column == Column::goal) {
    const Costs costs = goal_costs(from, to, before.text, labels.goal_width);
    return {costs, costs};
  }
  const auto begin = labels.pieces.begin();
  const bool amount_between = std::any_of(
      begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(second),
      [](const ColumnPiece& piece) { return piece.column == Column::amount; });
  const bool ends = endings.contains(before.text.back());
  return {name_costs(from, to, before.text, labels.name_width, amount_between, ends),
          name_costs(from, to, before.text, labels.name_width - indent, amount_between, ends)};
}

std::optional<RowsOfPieces> best_rows(const std::vector<Neighbours>& pieces,
                                      const std::vector<RowSpan>& spans, std::size_t rows,
                                      int& cost) {
  const auto fits = [&](std::size_t piece, std::size_t row) {
    return spans[piece].first <= static_cast<int>(row) &&
           static_cast<int>(row) <= spans[piece].last;
  };
  if (pieces.size() < rows || !fits(pieces.front().first, 0)) {
    return std::nullopt;
  }
  std::vector<Ways> ways(pieces.size(), Ways(rows));
  ways[0][0][1] = {0, never, 0, false};
  for (std::size_t k = 1; k < pieces.size(); ++k) {
    for (std::size_t row = 0; row < rows && row <= k; ++row) {
      if (!fits(pieces[k].first, row)) {
        continue;
      }
      for (const bool began : {false, true}) {
        const Costs& costs = pieces[k - 1].costs[began ? 1 : 0];
        offer(ways[k][row][0], ways[k - 1][row][began ? 1 : 0], costs.joined, row, began);
        if (row > 0) {
          offer(ways[k][row][1], ways[k - 1][row - 1][began ? 1 : 0], costs.parted, row - 1, began);
        }
      }
    }
  }
  const auto& last = ways.back().back();
  bool began = last[1].cost < last[0].cost;
  const Way& best = last[began ? 1 : 0];
  if (best.cost >= never) {
    return std::nullopt;
  }
  cost = best.cost;
  RowsOfPieces out;
  out.margin = std::min(best.second, last[began ? 0 : 1].cost) - best.cost;
  out.rows.resize(pieces.size());
  std::size_t row = rows - 1;
  for (std::size_t k = pieces.size(); k-- > 0;) {
    out.rows[k] = static_cast<int>(row);
    const Way& way = ways[k][row][began ? 1 : 0];
    row = way.row;
    began = way.began;
  }
  return out;
}

}  // namespace

std::optional<std::vector<RowSpan>> row_spans(const ColumnText& text, const PieceLabels& labels) {
  const std::vector<ColumnPiece>& pieces = labels.pieces;
  std::vector<int> list_rows(pieces.size(), -1);
  int row = -1;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].column == Column::list) {
      row += pieces[i].begins ? 1 : 0;
      if (row < 0) {
        return std::nullopt;
      }
      list_rows[i] = row;
    }
  }
  if (row < 0) {
    return std::nullopt;
  }
  const auto pages = rows_of_pages(text, labels, list_rows);
  std::vector<RowSpan> spans(pieces.size());
  const auto line = [&](std::size_t i) -> const ColumnLine& { return text.lines[pieces[i].at]; };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (list_rows[i] >= 0) {
      spans[i] = {list_rows[i], list_rows[i]};
      continue;
    }
    const auto page = pages.find(line(i).page);
    RowSpan span = page == pages.end() ? RowSpan{0, row} : page->second;
    // A list beside it in its line, else above and below it.
    for (std::size_t k = i; k-- > 0 && line(k).flow == line(i).flow;) {
      if (list_rows[k] >= 0) {
        span.first = list_rows[k];
        break;
      }
    }
    for (std::size_t k = i + 1; k < pieces.size() && line(k).flow == line(i).flow; ++k) {
      if (list_rows[k] >= 0) {
        span.last = list_rows[k];
        if (pieces[k].at == pieces[i].at) {
          span.first = list_rows[k];
        }
        break;
      }
    }
    spans[i] = span;
  }
  return spans;
}

std::optional<RowsOfPieces> rows_of(const ColumnText& text, const PieceLabels& labels,
                                    const std::vector<RowSpan>& spans, Column column, int count) {
  std::vector<Neighbours> own;
  for (std::size_t i = 0; i < labels.pieces.size(); ++i) {
    if (labels.pieces[i].column == column) {
      own.push_back({i, {}});
    }
  }
  if (own.empty() || count <= 0) {
    return std::nullopt;
  }
  const std::set<char32_t> endings =
      column == Column::name ? endings_of_names(text, labels) : std::set<char32_t>{};
  std::optional<RowsOfPieces> out;
  int least = never;
  // Names may be indented by two characters, and nothing else says so.
  constexpr int indented = 4;
  for (const int indent : {0, indented}) {
    if (indent > 0 && column != Column::name) {
      break;
    }
    for (std::size_t k = 0; k + 1 < own.size(); ++k) {
      own[k].costs = costs_between(text, labels, own[k].first, own[k + 1].first, indent, endings);
    }
    int cost = 0;
    auto found = best_rows(own, spans, static_cast<std::size_t>(count), cost);
    if (!found) {
      continue;
    }
    const bool better = !out || cost < least;
    if (out && out->rows != found->rows) {
      (better ? *found : *out).margin =
          std::min((better ? *found : *out).margin, std::abs(cost - least));
    }
    if (better) {
      out = std::move(found);
      least = cost;
    }
  }
  return out;
}

}  // namespace budgetdiff::import
