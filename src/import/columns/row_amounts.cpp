#include "import/columns/row_amounts.hpp"

#include "import/columns/amount_groups.hpp"
#include "import/columns/sum_amounts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

class Assigner {
 public:
  Assigner(const ColumnwiseText& text, const PieceLabels& labels, const std::vector<RowSpan>& spans,
           const std::vector<int>& name_rows, int count)
      : text_(text), pieces_(labels.pieces), spans_(spans) {
    out_.rows.resize(static_cast<std::size_t>(count));
    first_piece_.assign(static_cast<std::size_t>(count), pieces_.size());
    std::size_t name = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].column == Column::name) {
        auto& first = first_piece_[static_cast<std::size_t>(name_rows[name++])];
        first = std::min(first, i);
      }
    }
  }

  /// `sum` are the amounts of 合计, its total first.
  std::optional<AmountsOfRows> run(const std::vector<std::size_t>& sum) {
    if (!take_sums(sum)) {
      return std::nullopt;
    }
    // A cell that says nothing is the same as a blank one.
    const bool zeros = std::any_of(pieces_.begin(), pieces_.end(), [](const ColumnPiece& piece) {
      return piece.column == Column::amount && !piece.amount.is_zero();
    });
    std::map<int, std::vector<std::size_t>> amounts;  // of each page, those that are left
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const bool nothing = zeros && pieces_[i].amount.is_zero();
      if (pieces_[i].column == Column::amount && !nothing && !gone_.contains(i)) {
        amounts[page_of(i)].push_back(i);
      }
    }
    std::map<int, std::vector<std::size_t>> rows;
    for (std::size_t row = 0; row < first_piece_.size(); ++row) {
      rows[page_of(first_piece_[row])].push_back(row);
    }
    // Names, and so their amounts, may stand in another order than the rows.
    for (auto& [page, own] : rows) {
      std::sort(own.begin(), own.end(),
                [&](std::size_t a, std::size_t b) { return first_piece_[a] < first_piece_[b]; });
    }
    for (const auto& [page, own] : amounts) {
      if (const auto found = rows.find(page); found != rows.end()) {
        take_page(own, found->second);
      } else {
        out_.only = false;  // no row is there that they may be of
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] int page_of(std::size_t piece) const { return text_.lines[pieces_[piece].at].page; }
  [[nodiscard]] const Amount& value(std::size_t piece) const { return pieces_[piece].amount; }
  [[nodiscard]] std::size_t columns() const { return text_.money.size(); }

  /// Takes the amounts of 合计 and of the department, which say the same wherever a page
  /// repeats them.
  bool take_sums(const std::vector<std::size_t>& sum) {
    out_.sum = sum;
    const std::vector<std::size_t> marks = sum_lines(text_);
    std::map<Amount, std::size_t> shown;
    for (const std::size_t piece : out_.sum) {
      ++shown[value(piece)];
    }
    return std::all_of(shown.begin(), shown.end(), [&](const auto& entry) {
      return take_repeated(entry.first, entry.second, marks);
    });
  }

  bool take_repeated(const Amount& amount, std::size_t times,
                     const std::vector<std::size_t>& marks) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].column == Column::amount && value(i) == amount) {
        all.push_back(i);
      }
    }
    const std::size_t wanted = times * marks.size();
    if (all.size() < wanted) {
      return false;
    }
    if (all.size() == wanted) {
      gone_.insert(all.begin(), all.end());
      return true;
    }
    // A row has the same amount: those nearest behind each mark are the sum's.
    for (const std::size_t mark : marks) {
      std::size_t taken = 0;
      for (const std::size_t piece : all) {
        if (taken < times && pieces_[piece].at >= mark && gone_.insert(piece).second) {
          ++taken;
        }
      }
      if (taken < times) {
        return false;
      }
    }
    return true;
  }

  void take_page(const std::vector<std::size_t>& own, const std::vector<std::size_t>& rows) {
    std::vector<Amount> values;
    values.reserve(own.size());
    for (const std::size_t piece : own) {
      values.push_back(value(piece));
    }
    const auto groups = only_groups(values, rows.size(), columns());
    if (!groups) {
      return;
    }
    // Totals one after the other, each before its parts; or a column of totals first.
    std::vector<Order> orders;
    if (auto order = column_first(own, *groups)) {
      orders.push_back(std::move(*order));
    }
    if (auto order = rows_first(own, *groups)) {
      orders.push_back(std::move(*order));
    }
    std::erase_if(orders, [&](const Order& order) { return !fits(order, rows); });
    if (orders.size() == 2 && !same(orders[0], orders[1])) {
      return;
    }
    auto beside = beside_names(own, *groups, rows);
    if (beside && !fits(*beside, rows)) {
      beside.reset();
    }
    if (orders.empty() && !beside) {
      return;
    }
    if (!orders.empty() && beside && !same(orders.back(), *beside)) {
      // Where as many amounts follow names as names stand there, both come in one order.
      Order& order = come_in_turn(orders.back(), rows) ? orders.back() : *beside;
      const Order& other = &order == &*beside ? orders.back() : *beside;
      for (std::size_t k = 0; k < rows.size(); ++k) {
        order[k].sure = &order != &*beside || value(order[k].total) == value(other[k].total);
      }
      orders = {order};
    }
    const Order& order = orders.empty() ? *beside : orders.back();
    for (std::size_t k = 0; k < rows.size(); ++k) {
      out_.rows[rows[k]] = order[k];
    }
    note_disputed(order, rows);
  }

  using Order = std::vector<RowAmounts>;

  /// Gives the pieces `totals`, in their order, the parts of their groups.
  [[nodiscard]] std::optional<Order> with_parts(const std::vector<std::size_t>& totals,
                                                const std::vector<std::size_t>& own,
                                                const std::vector<AmountGroup>& groups) const {
    std::vector<bool> used(groups.size(), false);
    std::set<std::size_t> taken(totals.begin(), totals.end());
    Order order;
    for (const std::size_t total : totals) {
      std::size_t group = 0;
      while (group < groups.size() && (used[group] || groups[group].total != value(total))) {
        ++group;
      }
      if (group == groups.size()) {
        return std::nullopt;
      }
      used[group] = true;
      RowAmounts row{total, {}};
      for (const Amount& part : groups[group].parts) {
        const auto piece = std::find_if(own.begin(), own.end(), [&](std::size_t i) {
          return value(i) == part && !taken.contains(i) && i > total;
        });
        if (piece == own.end()) {
          return std::nullopt;  // a part stands before its total
        }
        taken.insert(*piece);
        row.parts.push_back(*piece);
      }
      std::sort(row.parts.begin(), row.parts.end());
      order.push_back(std::move(row));
    }
    return order;
  }

  [[nodiscard]] std::optional<Order> column_first(const std::vector<std::size_t>& own,
                                                  const std::vector<AmountGroup>& groups) const {
    return with_parts({own.begin(), own.begin() + static_cast<std::ptrdiff_t>(groups.size())}, own,
                      groups);
  }

  /// Of each total the first that is no part of one before.
  [[nodiscard]] std::optional<Order> rows_first(const std::vector<std::size_t>& own,
                                                const std::vector<AmountGroup>& groups) const {
    std::map<Amount, int> open;  // parts that are still to come
    std::vector<bool> used(groups.size(), false);
    std::vector<std::size_t> totals;
    for (const std::size_t piece : own) {
      if (auto part = open.find(value(piece)); part != open.end() && part->second > 0) {
        --part->second;
        continue;
      }
      std::size_t group = 0;
      while (group < groups.size() && (used[group] || groups[group].total != value(piece))) {
        ++group;
      }
      if (group == groups.size()) {
        return std::nullopt;
      }
      used[group] = true;
      totals.push_back(piece);
      for (const Amount& part : groups[group].parts) {
        ++open[part];
      }
    }
    return totals.size() == groups.size() ? with_parts(totals, own, groups) : std::nullopt;
  }

  /// Whether each amount may be of its row.
  [[nodiscard]] bool fits(const Order& order, const std::vector<std::size_t>& rows) const {
    const auto may_be = [&](std::size_t piece, std::size_t row) {
      return spans_[piece].first <= static_cast<int>(row) &&
             static_cast<int>(row) <= spans_[piece].last;
    };
    for (std::size_t k = 0; k < rows.size(); ++k) {
      if (!may_be(order[k].total, rows[k]) ||
          !std::all_of(order[k].parts.begin(), order[k].parts.end(),
                       [&](std::size_t part) { return may_be(part, rows[k]); })) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool same(const Order& a, const Order& b) const {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [&](const RowAmounts& x, const RowAmounts& y) { return value(x.total) == value(y.total); });
  }

  /// Totals right behind names are theirs; what is left is that of the names that are left, in
  /// their order, and not sure.
  [[nodiscard]] std::optional<Order> beside_names(const std::vector<std::size_t>& own,
                                                  const std::vector<AmountGroup>& groups,
                                                  const std::vector<std::size_t>& rows) const {
    const auto found = rows_first(own, groups);
    if (!found) {
      return std::nullopt;
    }
    std::vector<std::size_t> totals(rows.size(), pieces_.size());
    std::vector<std::size_t> left;
    for (const RowAmounts& one : *found) {
      std::size_t nearest = rows.size();
      for (std::size_t k = 0; k < rows.size(); ++k) {
        nearest = first_piece_[rows[k]] < one.total ? k : nearest;
      }
      if (nearest < rows.size() && totals[nearest] == pieces_.size()) {
        totals[nearest] = one.total;
      } else {
        left.push_back(one.total);
      }
    }
    std::set<std::size_t> unsure(left.begin(), left.end());
    for (std::size_t& total : totals) {
      if (total == pieces_.size()) {
        total = left.front();
        left.erase(left.begin());
      }
    }
    auto order = with_parts(totals, own, groups);
    for (std::size_t k = 0; order && k < order->size(); ++k) {
      (*order)[k].sure = !unsure.contains((*order)[k].total);
    }
    return order;
  }

  /// Whether behind each run of names stand as many totals before the next name.
  [[nodiscard]] bool come_in_turn(const Order& order, const std::vector<std::size_t>& rows) const {
    std::vector<std::pair<std::size_t, bool>> events;  // where, and whether it is a total
    for (std::size_t k = 0; k < rows.size(); ++k) {
      events.emplace_back(first_piece_[rows[k]], false);
      events.emplace_back(order[k].total, true);
    }
    std::sort(events.begin(), events.end());
    int open = 0;
    bool totals = false;
    for (const auto& [at, total] : events) {
      if (!total && totals && open != 0) {
        return false;
      }
      open += total ? -1 : 1;
      totals = total;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }

  /// Notes rows whose parts come in another order than their totals.
  void note_disputed(const Order& order, const std::vector<std::size_t>& rows) {
    std::vector<std::size_t> by_parts(rows.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
      by_parts[k] = k;
    }
    const auto first_part = [&](std::size_t k) {
      return order[k].parts.empty() ? order[k].total : order[k].parts.front();
    };
    std::stable_sort(by_parts.begin(), by_parts.end(),
                     [&](std::size_t a, std::size_t b) { return first_part(a) < first_part(b); });
    std::vector<DisputedRow> disputed;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      if (value(order[by_parts[k]].total) != value(order[k].total)) {
        disputed.push_back({rows[by_parts[k]], rows[k]});
      }
    }
    if (!disputed.empty()) {
      out_.disputed.push_back(std::move(disputed));
    }
  }

  const ColumnwiseText& text_;
  const std::vector<ColumnPiece>& pieces_;
  const std::vector<RowSpan>& spans_;
  std::vector<std::size_t> first_piece_;  ///< of each row's name
  std::set<std::size_t> gone_;
  AmountsOfRows out_;
};

/// Whether all rows have amounts, and their totals make up the sum.
bool adds_up(const AmountsOfRows& amounts, const PieceLabels& labels) {
  Amount sum;
  for (const auto& row : amounts.rows) {
    if (!row) {
      return false;
    }
    sum += labels.pieces[row->total].amount;
  }
  return amounts.sum.empty() || sum == labels.pieces[amounts.sum.front()].amount;
}

}  // namespace

AmountsOfRows amounts_of_rows(const ColumnwiseText& text, const PieceLabels& labels,
                              const std::vector<RowSpan>& spans, const std::vector<int>& name_rows,
                              int count) {
  const auto told = [&](const AmountsOfRows& amounts) {
    return std::count_if(amounts.rows.begin(), amounts.rows.end(),
                         [](const auto& row) { return row.has_value(); }) +
           (adds_up(amounts, labels) ? count : 0);
  };
  AmountsOfRows out;
  out.rows.resize(static_cast<std::size_t>(count));
  std::ptrdiff_t best = -1;  // a sum is known even where no row is told
  for (const std::vector<std::size_t>& sum : sum_amounts(text, labels)) {
    auto found = Assigner(text, labels, spans, name_rows, count).run(sum);
    if (!found) {
      continue;
    }
    const std::ptrdiff_t own = told(*found);
    if (own > best) {
      best = own;
      out = *std::move(found);
    } else if (own == best) {
      out.only = false;
    }
  }
  return out;
}

bool all_told(const AmountsOfRows& amounts, const PieceLabels& labels) {
  return amounts.only && adds_up(amounts, labels);
}

}  // namespace budgetdiff::import
