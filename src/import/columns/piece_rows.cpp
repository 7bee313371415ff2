#include "import/columns/piece_rows.hpp"

#include "import/text/paragraph_marker.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

constexpr int never = 1'000'000;

/// The first and last row that each page may hold.
std::map<int, RowSpan> rows_of_pages(const ColumnwiseText& text, const PieceLabels& labels,
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

/// What a paragraph's number says: no goal begins with a second one, and few have a first
/// one further on.
Costs number_costs(const std::u32string& next) {
  constexpr int hardly = 60;
  constexpr int seldom = 20;
  const auto marker = paragraph_marker(next);
  if (!marker || marker->doubtful) {
    return {};
  }
  return marker->number > 1 ? Costs{hardly, 0} : marker->number == 1 ? Costs{0, seldom} : Costs{};
}

/// `text` and `next` are those of the two pieces.
Costs goal_costs(const ColumnLine& before, const ColumnLine& after, const std::u32string& text,
                 const std::u32string& next, int width) {
  const bool is_short = width_of(text) < width - 5;
  const bool end = ends_text(text);
  const bool same_flow = before.flow == after.flow;
  const bool same_page = before.page == after.page;
  Costs costs = number_costs(next);
  costs.parted += (end ? 0 : 40) + (is_short ? 0 : 10);
  if (is_short) {
    costs.joined += end ? 30 : same_page ? 40 : 0;
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

/// The pieces of one column with what parting or joining them costs.
struct Neighbours {
  std::size_t first = 0;            ///< position in PieceLabels::pieces
  std::array<Costs, 2> costs = {};  ///< to the next: where this one goes on, or begins a row
};

/// The characters that names end with (费, 金), by those whose last line is short or the
/// last of its flow.
std::set<char32_t> endings_of_names(const ColumnwiseText& text, const PieceLabels& labels) {
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

/// The piece of a name behind `at`; pieces.size() where there is none.
std::size_t next_name(const std::vector<ColumnPiece>& pieces, std::size_t at) {
  while (++at < pieces.size() && pieces[at].column != Column::name) {
  }
  return at;
}

std::array<Costs, 2> costs_between(const ColumnwiseText& text, const PieceLabels& labels,
                                   std::size_t first, std::size_t second, int indent,
                                   const std::set<char32_t>& endings) {
  const ColumnPiece& before = labels.pieces[first];
  const ColumnLine& from = text.lines[before.at];
  const ColumnLine& to = text.lines[labels.pieces[second].at];
  if (before.column == Column::goal) {
    const Costs costs =
        goal_costs(from, to, before.text, labels.pieces[second].text, labels.goal_width);
    return {costs, costs};
  }
  const auto begin = labels.pieces.begin();
  const bool amount_between = std::any_of(
      begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(second),
      [](const ColumnPiece& piece) { return piece.column == Column::amount; });
  constexpr Costs end_first{0, 15};
  if (ends_name_below(text, labels, first)) {
    return {end_first, end_first};
  }
  const bool ends = endings.contains(before.text.back());
  return {name_costs(from, to, before.text, labels.name_width, amount_between, ends),
          name_costs(from, to, before.text, labels.name_width - indent, amount_between, ends)};
}

/// Ways to deal the pieces of one column to rows: what is cheapest up to each piece, and
/// behind it, by its row and whether it begins it.
class Ways {
 public:
  Ways(const std::vector<Neighbours>& pieces, const std::vector<RowSpan>& spans, std::size_t rows)
      : pieces_(pieces), spans_(spans), rows_(rows) {}

  /// Nothing where there is no way; `cost` is what the cheapest costs.
  std::optional<RowsOfPieces> run(int& cost) {
    if (pieces_.size() < rows_ || !fits(0, 0)) {
      return std::nullopt;
    }
    go_forward();
    go_backward();
    const std::size_t last = pieces_.size() - 1;
    State at{rows_ - 1, ahead(last, {rows_ - 1, true}) < ahead(last, {rows_ - 1, false})};
    cost = ahead(last, at);
    if (cost >= never) {
      return std::nullopt;
    }
    RowsOfPieces out;
    out.rows.resize(pieces_.size());
    out.margins.assign(rows_, never);
    for (std::size_t k = pieces_.size(); k-- > 0;) {
      out.rows[k] = static_cast<int>(at.row);
      if (k > 0) {
        note_margin(k, at, cost, out);
        at = before(k, at);
      }
    }
    out.margin = *std::min_element(out.margins.begin(), out.margins.end());
    return out;
  }

 private:
  struct State {
    std::size_t row = 0;
    bool begins = false;
  };
  using Table = std::vector<std::vector<std::array<int, 2>>>;  // by piece, row, and beginning

  [[nodiscard]] bool fits(std::size_t piece, std::size_t row) const {
    const RowSpan& span = spans_[pieces_[piece].first];
    return span.first <= static_cast<int>(row) && static_cast<int>(row) <= span.last;
  }
  [[nodiscard]] int ahead(std::size_t piece, State at) const {
    return ahead_[piece][at.row][at.begins ? 1 : 0];
  }
  [[nodiscard]] int behind(std::size_t piece, State at) const {
    return behind_[piece][at.row][at.begins ? 1 : 0];
  }
  /// What the step from the piece before costs.
  [[nodiscard]] int step(std::size_t piece, bool from_begins, bool begins) const {
    const Costs& costs = pieces_[piece - 1].costs[from_begins ? 1 : 0];
    return begins ? costs.parted : costs.joined;
  }

  void go_forward() {
    ahead_.assign(pieces_.size(), {rows_, {never, never}});
    ahead_[0][0][1] = 0;
    for (std::size_t k = 1; k < pieces_.size(); ++k) {
      for (std::size_t row = 0; row < rows_ && row <= k; ++row) {
        for (const bool begins : {false, true}) {
          if (fits(k, row) && (row > 0 || !begins)) {
            const State from = before(k, {row, begins});
            ahead_[k][row][begins ? 1 : 0] =
                std::min(never, ahead(k - 1, from) + step(k, from.begins, begins));
          }
        }
      }
    }
  }

  void go_backward() {
    behind_.assign(pieces_.size(), {rows_, {never, never}});
    behind_.back()[rows_ - 1] = {0, 0};
    for (std::size_t k = pieces_.size() - 1; k-- > 0;) {
      for (std::size_t row = 0; row < rows_ && row <= k; ++row) {
        for (const bool begins : {false, true}) {
          int& best = behind_[k][row][begins ? 1 : 0];
          for (const bool next : {false, true}) {
            const std::size_t to = row + (next ? 1 : 0);
            if (to < rows_ && fits(k + 1, to)) {
              best = std::min(best, behind(k + 1, {to, next}) + step(k + 1, begins, next));
            }
          }
        }
      }
    }
  }

  /// Where the cheapest way to a piece comes from.
  [[nodiscard]] State before(std::size_t piece, State at) const {
    const std::size_t row = at.row - (at.begins ? 1 : 0);
    const auto cost = [&](bool begins) {
      return ahead(piece - 1, {row, begins}) + step(piece, begins, at.begins);
    };
    return {row, cost(true) < cost(false)};
  }

  /// Notes at the rows on both sides how much dearer the cheapest way is in which the piece
  /// does otherwise than it does: begin a row, or go on in one.
  void note_margin(std::size_t piece, State at, int cost, RowsOfPieces& out) const {
    int other = never;
    for (std::size_t row = 0; row < rows_; ++row) {
      const State state{row, !at.begins};
      other = std::min(other, ahead(piece, state) + behind(piece, state));
    }
    for (std::size_t row = at.row - (at.begins ? 1 : 0); row <= at.row; ++row) {
      out.margins[row] = std::min(out.margins[row], other - cost);
    }
  }

  const std::vector<Neighbours>& pieces_;
  const std::vector<RowSpan>& spans_;
  std::size_t rows_;
  Table ahead_;
  Table behind_;
};

/// Where two ways give a row other pieces, its margin is no more than what they differ by.
void doubt_what_differs(RowsOfPieces& kept, const RowsOfPieces& other, int difference) {
  for (std::size_t k = 0; k < kept.rows.size(); ++k) {
    if (kept.rows[k] != other.rows[k]) {
      int& margin = kept.margins[static_cast<std::size_t>(kept.rows[k])];
      int& beside = kept.margins[static_cast<std::size_t>(other.rows[k])];
      margin = std::min(margin, difference);
      beside = std::min(beside, difference);
      kept.margin = std::min(kept.margin, difference);
    }
  }
}

}  // namespace

bool ends_name_below(const ColumnwiseText& text, const PieceLabels& labels, std::size_t piece) {
  constexpr std::size_t short_end = 4;
  const std::vector<ColumnPiece>& pieces = labels.pieces;
  const auto flow = [&](std::size_t i) { return text.lines[pieces[i].at].flow; };
  const std::size_t below = next_name(pieces, piece);
  if (pieces[piece].text.size() > short_end || below != piece + 1 || below == pieces.size() ||
      text.lines[pieces[piece].at].page != text.lines[pieces[below].at].page ||
      (piece > 0 && flow(piece - 1) == flow(piece)) || flow(below) == flow(piece)) {
    return false;
  }
  std::size_t last = below;
  while (next_name(pieces, last) < pieces.size() && flow(next_name(pieces, last)) == flow(below)) {
    last = next_name(pieces, last);
  }
  constexpr int nearly = 7;  // first lines may be indented, and marks made narrow
  return width_of(without_space(pieces[last].text)) >= labels.name_width - nearly;
}

std::optional<std::vector<RowSpan>> row_spans(const ColumnwiseText& text,
                                              const PieceLabels& labels) {
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

std::optional<RowsOfPieces> rows_of(const ColumnwiseText& text, const PieceLabels& labels,
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
    auto found = Ways(own, spans, static_cast<std::size_t>(count)).run(cost);
    if (!found) {
      continue;
    }
    if (!out || cost < least) {
      std::swap(out, found);
      std::swap(least, cost);
    }
    if (found) {
      doubt_what_differs(*out, *found, cost - least);
    }
  }
  if (out) {
    out->cost = least;
  }
  return out;
}

}  // namespace budgetdiff::import
