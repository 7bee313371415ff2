#include "import/columns/row_amounts.hpp"

#include "import/columns/amount_groups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

using Column = ColumnPiece::Column;

/// The lines of rows of sums.
std::vector<std::size_t> marks_of(const ColumnText& text) {
  std::vector<std::size_t> marks;
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    if (text.lines[i].kind != ColumnLine::Kind::cells) {
      marks.push_back(i);
    }
  }
  return marks;
}

class Assigner {
 public:
  Assigner(const ColumnText& text, const PieceLabels& labels, const std::vector<RowSpan>& spans,
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
    std::map<int, std::vector<std::size_t>> amounts;  // of each page, those that are left
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].column == Column::amount && !gone_.contains(i)) {
        amounts[page_of(i)].push_back(i);
      }
    }
    std::map<int, std::vector<std::size_t>> rows;
    for (std::size_t row = 0; row < first_piece_.size(); ++row) {
      rows[page_of(first_piece_[row])].push_back(row);
    }
    for (const auto& [page, own] : amounts) {
      const auto found = rows.find(page);
      if (found == rows.end() || !take_page(own, found->second)) {
        return std::nullopt;
      }
      rows.erase(found);
    }
    return rows.empty() && adds_up() ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  [[nodiscard]] int page_of(std::size_t piece) const { return text_.lines[pieces_[piece].at].page; }
  [[nodiscard]] const Amount& value(std::size_t piece) const { return pieces_[piece].amount; }
  [[nodiscard]] std::size_t columns() const { return text_.money.size(); }

  /// Takes the amounts of 合计 and of the department, which say the same wherever a page
  /// repeats them.
  bool take_sums(const std::vector<std::size_t>& sum) {
    out_.sum = sum;
    const std::vector<std::size_t> marks = marks_of(text_);
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

  bool take_page(const std::vector<std::size_t>& own, const std::vector<std::size_t>& rows) {
    std::vector<Amount> values;
    values.reserve(own.size());
    for (const std::size_t piece : own) {
      values.push_back(value(piece));
    }
    const auto groups = only_groups(values, rows.size(), columns());
    if (!groups) {
      return false;
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
    const auto same = [&](const Order& a, const Order& b) {
      return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                        [&](const RowAmounts& x, const RowAmounts& y) {
                          return value(x.total) == value(y.total);
                        });
    };
    if (orders.empty() || (orders.size() == 2 && !same(orders[0], orders[1]))) {
      return false;
    }
    for (std::size_t k = 0; k < rows.size(); ++k) {
      out_.rows[rows[k]] = orders.back()[k];
    }
    note_disputed(orders.back(), rows);
    return true;
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

  [[nodiscard]] bool adds_up() const {
    if (out_.sum.empty()) {
      return true;
    }
    Amount sum;
    for (const RowAmounts& row : out_.rows) {
      sum += value(row.total);
    }
    return sum == value(out_.sum.front());
  }

  const ColumnText& text_;
  const std::vector<ColumnPiece>& pieces_;
  const std::vector<RowSpan>& spans_;
  std::vector<std::size_t> first_piece_;  ///< of each row's name
  std::set<std::size_t> gone_;
  AmountsOfRows out_;
};

/// What the amounts of 合计 may be: its total is the first behind the first such row, its
/// parts add up to it and are there once for each such row.
class Sums {
 public:
  Sums(const ColumnText& text, const PieceLabels& labels)
      : pieces_(labels.pieces), columns_(text.money.size()), marks_(marks_of(text)) {}

  std::vector<std::vector<std::size_t>> run() {
    if (marks_.empty()) {
      return {{}};
    }
    std::map<Amount, std::size_t> times;
    std::vector<std::size_t> behind;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].column == Column::amount) {
        ++times[pieces_[i].amount];
        if (pieces_[i].at >= marks_.front()) {
          behind.push_back(i);
        }
      }
    }
    if (behind.empty()) {
      return {};
    }
    chosen_ = {behind.front()};
    if (columns_ == 1) {
      return {chosen_};
    }
    const Amount total = pieces_[behind.front()].amount;
    std::set<Amount> seen;
    for (std::size_t k = 1; k < behind.size(); ++k) {
      const Amount& part = pieces_[behind[k]].amount;
      const std::size_t least = marks_.size() * (part == total ? 2 : 1);
      if (part <= total && !part.is_zero() && times[part] >= least && seen.insert(part).second &&
          parts_.size() < most_parts) {
        parts_.push_back(behind[k]);
      }
    }
    choose(0, total);
    return std::move(found_);
  }

 private:
  static constexpr std::size_t most_parts = 40;
  static constexpr std::size_t most_found = 16;

  void choose(std::size_t from, const Amount& open) {
    if (open.is_zero()) {
      found_.push_back(chosen_);
      return;
    }
    for (std::size_t i = from; i < parts_.size(); ++i) {
      const Amount& part = pieces_[parts_[i]].amount;
      if (part <= open && chosen_.size() < columns_ && found_.size() < most_found) {
        Amount rest = open;
        rest -= part;
        chosen_.push_back(parts_[i]);
        choose(i + 1, rest);
        chosen_.pop_back();
      }
    }
  }

  const std::vector<ColumnPiece>& pieces_;
  std::size_t columns_;
  std::vector<std::size_t> marks_;
  std::vector<std::size_t> parts_;  ///< each value once, in the text's order
  std::vector<std::size_t> chosen_;
  std::vector<std::vector<std::size_t>> found_;
};

}  // namespace

std::optional<AmountsOfRows> amounts_of_rows(const ColumnText& text, const PieceLabels& labels,
                                             const std::vector<RowSpan>& spans,
                                             const std::vector<int>& name_rows, int count) {
  std::optional<AmountsOfRows> out;
  for (const std::vector<std::size_t>& sum : Sums(text, labels).run()) {
    auto found = Assigner(text, labels, spans, name_rows, count).run(sum);
    if (found && out) {
      return std::nullopt;  // two ways
    }
    if (found) {
      out = std::move(found);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
