#include "import/page/form_amounts.hpp"

#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cmath>

namespace budgetdiff::import {
namespace {

class Amounts {
 public:
  explicit Amounts(std::vector<FormPiece>& pieces) : pieces_(pieces) {}

  /// Amounts in a column whose labels stand in another, a line or two off: text puts
  /// the lines of a heading between them. As many of both are pairs in their order.
  void find_amounts() {
    std::vector<std::size_t> amounts;
    std::vector<std::size_t> labels;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].is_text && is_amount(pieces_[i]) && pieces_[i].owner == Grid::none) {
        amounts.push_back(i);
      } else if (pieces_[i].is_text && pieces_[i].term.role == Role::money &&
                 !has_value(pieces_, i) && !heads_labels(i)) {
        labels.push_back(i);
      }
    }
    for (std::size_t begin = 0; begin < amounts.size();) {
      std::size_t end = begin + 1;
      while (end < amounts.size() &&
             overlap(pieces_[amounts[end - 1]].box, pieces_[amounts[end]].box) &&
             pieces_[amounts[end]].middle - pieces_[amounts[end - 1]].middle <
                 form_line_step_in_text * pieces_[amounts[end]].size) {
        ++end;
      }
      const FormPiece& first = pieces_[amounts[begin]];
      const FormPiece& last = pieces_[amounts[end - 1]];
      const double reach = static_cast<double>(end - begin + 1) * form_line_step * first.size;
      std::vector<std::size_t> own;
      for (const std::size_t label : labels) {
        const FormPiece& piece = pieces_[label];
        if (piece.box.right <= first.box.left + first.size && !has_value(pieces_, label) &&
            piece.middle > first.middle - reach && piece.middle < last.middle + reach) {
          own.push_back(label);
        }
      }
      if (own.size() == end - begin) {
        for (std::size_t k = 0; k < own.size(); ++k) {
          pieces_[amounts[begin + k]].owner = own[k];
        }
      }
      begin = end;
    }
  }

  /// 其他资金： over 0.00 in one cell, which stands half a line off the others: an amount below a
  /// label without one is its own where the label beside it has another, or is none of money (预算
  /// 规模及资金 | 用途, whose two lines it stands between).
  void find_amounts_under_labels() {
    for (std::size_t label = 0; label < pieces_.size(); ++label) {
      const FormPiece& head = pieces_[label];
      const bool alone = std::none_of(pieces_.begin(), pieces_.end(), [&](const FormPiece& other) {
        return &other != &head && other.is_label() && beside(other, head);
      });
      if (head.is_text || head.term.role != Role::money || has_value(pieces_, label) || !alone) {
        continue;
      }
      for (FormPiece& amount : pieces_) {
        const double step = amount.middle - head.middle;
        if (is_amount(amount) && step > same_height * head.size &&
            step < form_line_step * head.size && overlap(amount.box, head.box) &&
            (amount.owner == Grid::none || owned(amount.owner) > 1 ||
             pieces_[amount.owner].term.role != Role::money)) {
          amount.owner = label;
          break;
        }
      }
    }
  }

  /// 资金总额 | 财政拨款 | 其他资金 on a line of their own, with their amounts on the next.
  void find_amounts_below() {
    std::vector<bool> headed(pieces_.size(), false);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const auto heads = [&](const FormPiece& piece) {
        return piece.term.role == Role::money && !piece.is_text && beside(piece, pieces_[i]) &&
               !has_value(pieces_, static_cast<std::size_t>(&piece - pieces_.data()));
      };
      std::vector<std::size_t> row;
      for (std::size_t k = 0; k < pieces_.size() && heads(pieces_[i]); ++k) {
        if (heads(pieces_[k])) {
          row.push_back(k);
        }
      }
      if (row.size() < 2 || row.front() != i || headed[i]) {
        continue;
      }
      for (const std::size_t label : row) {
        headed[label] = true;
      }
      std::sort(row.begin(), row.end(), [&](std::size_t a, std::size_t b) {
        return pieces_[a].box.left < pieces_[b].box.left;
      });
      for (const std::size_t amount : amounts_below(pieces_[row.front()])) {
        // The last label that begins before the amount ends: labels stand in the middle of
        // their columns, amounts mostly at the right of them.
        std::size_t owner = row.front();
        for (const std::size_t label : row) {
          owner = pieces_[label].box.left < pieces_[amount].box.right ? label : owner;
        }
        pieces_[amount].owner = owner;
      }
    }
  }

 private:
  /// How many amounts a label has.
  [[nodiscard]] std::ptrdiff_t owned(std::size_t label) const {
    return std::count_if(pieces_.begin(), pieces_.end(), [&](const FormPiece& piece) {
      return piece.owner == label && is_amount(piece);
    });
  }

  /// A label with another label right beside it: 项目资金 | 其中：财政拨款.
  [[nodiscard]] bool heads_labels(std::size_t label) const {
    return std::any_of(pieces_.begin(), pieces_.end(), [&](const FormPiece& other) {
      return other.is_label() && other.box.left > pieces_[label].box.right &&
             beside(other, pieces_[label]);
    });
  }

  /// The amounts of the first line below a piece, where it holds nothing else.
  [[nodiscard]] std::vector<std::size_t> amounts_below(const FormPiece& head) const {
    constexpr double next_line = 2.4;  ///< letters
    const FormPiece* first = nullptr;
    for (const FormPiece& piece : pieces_) {
      const double step = piece.middle - head.middle;
      const bool below = step > same_height * head.size && step < next_line * head.size;
      if (below && is_amount(piece) && (first == nullptr || piece.middle < first->middle)) {
        first = &piece;
      }
    }
    std::vector<std::size_t> out;
    for (std::size_t k = 0; k < pieces_.size() && first != nullptr; ++k) {
      if (beside(pieces_[k], *first) && pieces_[k].box.left >= head.box.left - head.size) {
        if (!is_amount(pieces_[k])) {
          return {};
        }
        out.push_back(k);
      }
    }
    return out;
  }

  std::vector<FormPiece>& pieces_;
};

}  // namespace

bool beside(const FormPiece& a, const FormPiece& b) {
  return std::abs(a.middle - b.middle) < same_height * std::max(a.size, b.size);
}

bool is_amount(const FormPiece& piece) {
  return !piece.is_label() && !piece.heading && piece.words.size() == 1 &&
         (read_published_amount(piece.words.front().text) || piece.words.front().text == U"-");
}

bool has_value(const std::vector<FormPiece>& pieces, std::size_t label) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](const FormPiece& piece) { return piece.owner == label; });
}

void give_amounts(std::vector<FormPiece>& pieces) {
  Amounts amounts(pieces);
  amounts.find_amounts();
  amounts.find_amounts_under_labels();
  amounts.find_amounts_below();
}

}  // namespace budgetdiff::import
