#pragma once

/// The texts that cells of a list may have, as pieces are put together, and what speaks for and
/// against them in each column.

#include "import/spread/list_pieces.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// Texts by number; the same pieces are the same text. Costs are of the scale of `fit`.
/// REQUIRES: the roles outlive it
/// Threads: of one at a time.
class ListTexts {
 public:
  /// `department`: whose list it is, if that is known; `explaining`: columns that explain rows.
  ListTexts(const std::vector<Role>& roles, const std::vector<ListPiece>& pieces,
            std::u32string department, ColumnMask explaining);

  /// The text of a cell that begins with a piece.
  [[nodiscard]] int begin(const StreamToken& piece);
  /// That of one of column `c` that goes on with the text of a piece.
  [[nodiscard]] int go_on(int text, int piece, std::size_t c);

  /// What it costs that a cell begins with a text.
  [[nodiscard]] double of_beginning(int text, std::size_t c);
  /// That `after` is the text of a cell that was `before`.
  [[nodiscard]] double of_going_on(int before, int after, std::size_t c);
  /// That a cell ends with a text.
  [[nodiscard]] double of_end(int text, std::size_t c);

  /// Whether the blank before the last piece of `after` parts cells.
  [[nodiscard]] bool parts_at_blank(int before, int after) const;
  /// Whether the last piece may stand behind a short line: a goal's next point, a mark.
  [[nodiscard]] bool begins_freely(int text, std::size_t c) const;
  /// Whether the last piece goes on behind a Latin word.
  [[nodiscard]] bool goes_on_in_latin(int text) const;
  /// Whether a cell that ends with a text, and the next that begins with another, part a day.
  [[nodiscard]] bool part_date(int text, int next) const;
  /// Whether a target is a number that has its unit elsewhere.
  [[nodiscard]] bool is_bare_number(int text) const;

 private:
  struct Text {
    std::vector<StreamToken> pieces;  ///< of prose the last two
    std::u32string joined;
    std::vector<double> fits;  ///< in each column, as all that follow
    std::vector<double> begins;
    std::vector<double> goes_on;
    std::vector<double> ends;
  };

  [[nodiscard]] double fit(int text, std::size_t c);
  [[nodiscard]] bool is_common(const std::u32string& text) const;
  [[nodiscard]] double more(const std::u32string& text, Role role) const;
  [[nodiscard]] double beginning(int text, std::size_t c);
  [[nodiscard]] double going_on(int before, int after, std::size_t c);
  [[nodiscard]] double end(int text, std::size_t c);
  int add(std::vector<StreamToken> pieces);
  int join(int text, const StreamToken& piece, std::size_t c);

  const std::vector<Role>& roles_;
  std::unordered_map<std::u32string, std::size_t> times_;
  std::u32string department_;
  ColumnMask explaining_ = 0;
  bool has_units_ = false;
  bool has_types_ = false;
  bool coded_ = false;  ///< names of projects begin with their codes
  std::vector<Text> texts_;
  std::unordered_map<std::uint64_t, int> joins_;
  std::unordered_map<std::u32string, int> numbers_;  ///< by the pieces, a blank between
};

}  // namespace budgetdiff::import
