#include "import/stream/form_money.hpp"

#include "import/stream/stream_label.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/page_structure.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A form with more labels of money is none.
constexpr std::size_t most_labels = 14;
constexpr std::size_t longest_label = 14;
/// The rest of a broken label is so many tokens behind it at most.
constexpr std::size_t nearest = 9;
constexpr double not_beside = 1;
constexpr double crossed = 0.5;
constexpr double parts_differ = 4;
constexpr double no_total = 4;

struct Label {
  std::size_t begin = 0;  ///< tokens [begin, end)
  std::size_t end = 0;
  Term term;
  std::u32string text;
  std::optional<std::size_t> rest;  ///< a token of a later line that ends its word
};

class Money {
 public:
  Money(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens)
      : lines_(lines), tokens_(tokens), taken_(tokens.size(), false) {}

  std::optional<FormMoney> run() {
    find();
    if (amounts_.empty() || labels_.empty()) {
      out_.rest = tokens_;
      return std::move(out_);
    }
    if (amounts_.size() > labels_.size() || labels_.size() > most_labels) {
      return std::nullopt;
    }
    for (left_ = 0; left_ < labels_.size() && labels_[left_].begin < amounts_.front();) {
      ++left_;
    }
    std::vector<std::size_t> dealt;
    deal(0, 0, left_, dealt);
    if (best_.empty()) {
      return std::nullopt;
    }
    write();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool in_prose(std::size_t i) const {
    std::size_t begin = i;
    while (begin > 0 && !tokens_[begin].starts_line) {
      --begin;
    }
    std::size_t end = i + 1;
    while (end < tokens_.size() && !tokens_[end].starts_line) {
      ++end;
    }
    return is_prose(joined(tokens_, begin, end)) || is_prose(tokens_[i].text);
  }

  void find() {
    for (std::size_t i = 0; i < tokens_.size();) {
      const StreamLabel label = label_at(tokens_, i, tokens_.size());
      if (label.role == Role::money && !in_prose(i)) {
        const std::u32string text = joined(tokens_, i, label.end);
        labels_.push_back({i, label.end, look_up_header(to_utf8(text)), text, std::nullopt});
        i = label.end;
      } else if (label.role != Role::none) {
        i = label.end;
      } else if (heads_amount(i)) {
        take_broken(i);
        ++i;
      } else if (const auto rest = rest_of_label(i); rest && !in_prose(i)) {
        const std::u32string text = tokens_[i].text + tokens_[*rest].text;
        labels_.push_back({i, i + 1, look_up_header(to_utf8(text)), text, rest});
        ++i;
      } else {
        if (is_sum(tokens_[i].text) && !in_prose(i)) {
          amounts_.push_back(i);
        }
        ++i;
      }
    }
    drop_sides();
    for (const Label& label : labels_) {
      if (label.rest) {
        taken_[*label.rest] = true;
      }
      std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(label.begin),
                taken_.begin() + static_cast<std::ptrdiff_t>(label.end), true);
    }
    for (const std::size_t i : amounts_) {
      taken_[i] = true;
      values_.push_back(read_published_amount(tokens_[i].text));
    }
  }

  /// Whether a word that nobody knows stands before an amount in its line.
  [[nodiscard]] bool heads_amount(std::size_t i) const {
    return i + 1 < tokens_.size() && !tokens_[i + 1].starts_line && is_sum(tokens_[i + 1].text) &&
           !is_sum(tokens_[i].text) && !in_prose(i);
  }

  /// 年度资金总 … 额: the token that ends a known label of money, alone in one of the next lines.
  [[nodiscard]] std::optional<std::size_t> rest_of_label(std::size_t i) const {
    constexpr std::size_t longest_rest = 2;
    for (std::size_t k = i + 1; k < tokens_.size() && k < i + nearest; ++k) {
      const bool alone = tokens_[k].starts_line &&
                         (k + 1 == tokens_.size() || tokens_[k + 1].starts_line) &&
                         tokens_[k].text.size() <= longest_rest;
      if (alone &&
          look_up_listed_header(to_utf8(tokens_[i].text + tokens_[k].text)).role == Role::money) {
        return k;
      }
    }
    return std::nullopt;
  }

  /// 其中：财政拨 … 款: the rest of such a word begins one of the next lines. Without one the
  /// amount behind it is a guess.
  void take_broken(std::size_t i) {
    for (std::size_t k = i + 2; k < tokens_.size() && k < i + nearest; ++k) {
      const std::u32string text = tokens_[i].text + tokens_[k].text;
      const Term term = look_up_header(to_utf8(text));
      if (tokens_[k].starts_line && term.role == Role::money) {
        labels_.push_back({i, i + 1, term, text, k});
        return;
      }
    }
    out_.doubts.push_back(place_of(lines_[tokens_[i].line]));
  }

  /// 项目资金 at the side of 年度资金总额 and its parts has no amount of its own.
  void drop_sides() {
    const auto whole = [](const Label& label) {
      return label.term.column == "total" && (label.text.find(U'总') != label.text.npos ||
                                              label.text.find(U"合计") != label.text.npos);
    };
    if (std::none_of(labels_.begin(), labels_.end(), whole)) {
      return;
    }
    std::erase_if(labels_, [&](const Label& label) {
      const bool side = label.term.column == "total" && !whole(label);
      if (side) {
        std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(label.begin),
                  taken_.begin() + static_cast<std::ptrdiff_t>(label.end), true);
        sides_.push_back(label);
      }
      return side;
    });
  }

  /// Whether an amount stands just behind a label, no blank line between.
  [[nodiscard]] bool is_beside(std::size_t amount, std::size_t label) const {
    const StreamToken& token = tokens_[amounts_[amount]];
    const bool gap = token.starts_line && lines_[token.line].blank_before;
    return amounts_[amount] == labels_[label].end && !gap;
  }

  [[nodiscard]] bool in_line(std::size_t amount, std::size_t label) const {
    return is_beside(amount, label) && !tokens_[amounts_[amount]].starts_line;
  }

  /// All ways to give the amounts from `amount` on the labels of the left column from `left` on and
  /// those behind the first amount from `label` on, in the order of each: a line of a form has one
  /// of each. Behind one of these one of the left column comes next only where the first has its
  /// amount just behind it.
  void deal(std::size_t amount, std::size_t left, std::size_t label,
            std::vector<std::size_t>& dealt) {
    if (amount == amounts_.size()) {
      const double cost = cost_of(dealt);
      if (cost < least_) {
        second_ = std::exchange(least_, cost);
        other_ = std::exchange(best_, dealt);
      } else if (cost < second_) {
        second_ = cost;
        other_ = dealt;
      }
      return;
    }
    for (std::size_t l = left; l < labels_.size(); ++l) {
      const bool between = l >= left_;
      const bool crosses = !between && label > left_;
      if ((between && l < label) ||
          (crosses && !(is_beside(amount - 1, dealt.back()) || dealt.back() < left_))) {
        continue;
      }
      // What stands in a label's line is its own.
      const bool others = std::any_of(labels_.begin(), labels_.end(), [&](const Label& one) {
        const auto k = static_cast<std::size_t>(&one - labels_.data());
        return k != l && in_line(amount, k);
      });
      if (!others) {
        dealt.push_back(l);
        deal(amount + 1, between ? left : l + 1, between ? l + 1 : label, dealt);
        dealt.pop_back();
      }
    }
  }

  [[nodiscard]] double cost_of(const std::vector<std::size_t>& dealt) const {
    double cost = 0;
    std::optional<Amount> whole;
    std::optional<Amount> parts;
    bool has_whole = false;
    for (const Label& label : labels_) {
      has_whole = has_whole || label.term.column == "total";
    }
    for (std::size_t i = 0; i < dealt.size(); ++i) {
      cost += i > 0 && dealt[i] < dealt[i - 1] ? crossed : 0;
      const std::string_view column = labels_[dealt[i]].term.column;
      // A label whose amount follows has that one.
      for (std::size_t k = 0; k < labels_.size(); ++k) {
        cost += k != dealt[i] && is_beside(i, k) ? not_beside : 0;
      }
      if (column == "total" && !whole) {
        whole = values_[i];
      } else if (column != "total" && values_[i]) {
        parts = parts ? *parts + *values_[i] : *values_[i];
      }
    }
    cost += has_whole && !whole ? no_total : 0;
    const bool differ = whole && parts && *whole != *parts;
    return cost + (differ ? parts_differ : 0);
  }

  void write() {
    std::vector<StreamToken> unit;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::u32string& text = tokens_[i].text;
      const bool says = text.size() <= longest_label && text.find(U'（') != text.npos &&
                        !money_unit_in_header(to_utf8(text)).empty();
      if (!taken_[i] && says) {
        taken_[i] = true;
        if (text.front() == U'（') {
          unit.push_back(tokens_[i]);
        } else {  // 资金情况（万元） at the side of all
          add_row({i, i + 1, {}, text, std::nullopt}, {}, nullptr);
        }
      }
    }
    // A blank label says nothing, but for a unit.
    for (std::size_t l = 0; l < labels_.size(); ++l) {
      if (std::find(best_.begin(), best_.end(), l) == best_.end()) {
        sides_.push_back(labels_[l]);
      }
    }
    for (const Label& side : sides_) {
      if (!money_unit_in_header(to_utf8(side.text)).empty()) {
        add_row(side, {}, nullptr);
      }
    }
    for (std::size_t i = 0; i < best_.size(); ++i) {
      const Label& label = labels_[best_[i]];
      add_row(label, i == 0 ? unit : std::vector<StreamToken>{}, &tokens_[amounts_[i]]);
      const bool close = !other_.empty() && second_ < least_ + not_beside && other_[i] != best_[i];
      if (close) {
        out_.doubts.push_back(place_of(lines_[tokens_[amounts_[i]].line]));
      }
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!taken_[i]) {
        out_.rest.push_back(tokens_[i]);
        // What stood behind an amount or a label begins a line now.
        out_.rest.back().starts_line = tokens_[i].starts_line || (i > 0 && taken_[i - 1]);
      }
    }
  }

  void add_row(const Label& label, const std::vector<StreamToken>& unit,
               const StreamToken* amount) {
    PastedRow row;
    row.cells.push_back(cell_of(lines_, tokens_, label.begin, label.end, 0, 0).lines);
    if (label.rest) {
      const PastedCell more = cell_of(lines_, tokens_, *label.rest, *label.rest + 1, 0, 0).lines;
      row.cells.back().insert(row.cells.back().end(), more.begin(), more.end());
    }
    if (!unit.empty()) {
      const PastedCell more = cell_of(lines_, unit, 0, unit.size(), 0, 0).lines;
      row.cells.back().insert(row.cells.back().end(), more.begin(), more.end());
    }
    if (amount != nullptr) {
      const std::vector<StreamToken> one{*amount};
      row.cells.push_back(cell_of(lines_, one, 0, 1, 0, 0).lines);
    }
    out_.rows.push_back(std::move(row));
  }

  const std::vector<Line>& lines_;
  const std::vector<StreamToken>& tokens_;
  std::vector<bool> taken_;
  std::vector<Label> labels_;
  std::vector<Label> sides_;
  std::vector<std::size_t> amounts_;  ///< tokens
  std::size_t left_ = 0;              ///< labels that stand before all amounts
  std::vector<std::optional<Amount>> values_;
  double least_ = std::numeric_limits<double>::infinity();
  double second_ = std::numeric_limits<double>::infinity();
  std::vector<std::size_t> best_;   ///< the label of each amount
  std::vector<std::size_t> other_;  ///< in the second way
  FormMoney out_;
};

}  // namespace

std::optional<FormMoney> form_money(const std::vector<Line>& lines,
                                    const std::vector<StreamToken>& tokens) {
  return Money(lines, tokens).run();
}

}  // namespace budgetdiff::import
