#pragma once

/// What speaks for and against the place of a list's piece, behind those that are dealt: where it
/// stands, how wide columns are, and what it says (list_texts.hpp).

#include "import/spread/list_pieces.hpp"
#include "import/spread/list_state.hpp"
#include "import/spread/list_texts.hpp"
#include "import/spread/list_widths.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace budgetdiff::import {

struct ListKnown {
  std::u32string department;  ///< whose list it is, or nothing
  std::size_t amounts = 0;    ///< columns of money, which are dealt as one
  ColumnMask explaining = 0;  ///< columns that explain what a row's indicator is
  bool last_reading = true;   ///< earlier ones only measure, and look at less
};

/// Columns of which a row has a cell each, of indicators and of projects.
enum class ListGroup { none, row, project };

/// The columns of a list, and which of them belong together.
struct ListColumns {
  ListColumns(const std::vector<Role>& roles, const ListKnown& known);

  std::vector<ListGroup> groups;
  std::vector<bool> may_be_blank;  ///< columns of rows
  std::size_t name = 0;
  std::size_t project = 0;
  std::size_t target = 0;
  std::size_t unit = ListPlace::none;
};

/// The piece that is dealt.
struct NextPiece {
  std::size_t number = 0;
  int text = 0;  ///< its own, as of a cell that begins
  int width = 0;
  bool new_page = false;          ///< it is the first of its page
  std::uint32_t flow_begins = 0;  ///< the line where its flow does
};

struct GoesOn {
  double cost = 0;
  bool parted = false;  ///< what print made two lines of is one
};

/// Costs are of the scale of `fit`. What is passed to it must outlive it.
class ListCosts {
 public:
  ListCosts(const std::vector<ListPiece>& pieces, const std::vector<Role>& roles,
            const ListWidths& widths, const ListColumns& columns, ListTexts& texts)
      : pieces_(pieces), roles_(roles), widths_(widths), columns_(columns), texts_(texts) {}

  /// That a piece stands in column `c` behind what stands before it.
  [[nodiscard]] double of_column(const ListState& state, std::size_t piece, std::size_t c) const;
  /// `cost`, and that it begins the next cell there.
  [[nodiscard]] double of_beginning(const ListState& state, const NextPiece& piece, std::size_t c,
                                    double cost) const;
  /// `cost`, and that it goes on in the last cell, whose text is then `text`.
  [[nodiscard]] GoesOn of_going_on(const ListState& state, const NextPiece& piece, std::size_t c,
                                   int text, double cost) const;
  /// That a page ends: its columns have not as many cells.
  [[nodiscard]] double of_page(const ListState& state) const;
  /// That the list ends.
  [[nodiscard]] double of_end(const ListState& state) const;

 private:
  [[nodiscard]] double in_line(const ListState& state, std::size_t piece, std::size_t c, int rows,
                               bool begins) const;
  [[nodiscard]] double in_flow(const ListState& state, std::size_t c, int rows) const;
  [[nodiscard]] double in_row(const ListState& state, std::size_t c) const;
  [[nodiscard]] int columns_between(const ListState& state, std::size_t c, std::uint32_t line,
                                    std::uint32_t flow_begins) const;
  [[nodiscard]] bool is_full(int width, std::size_t c, const std::u32string& next) const;
  [[nodiscard]] double behind(int width, std::size_t c, const std::u32string& next) const;

  const std::vector<ListPiece>& pieces_;
  const std::vector<Role>& roles_;
  const ListWidths& widths_;
  const ListColumns& columns_;
  ListTexts& texts_;
};

}  // namespace budgetdiff::import
