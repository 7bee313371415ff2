#pragma once

/// The cheapest way to deal a form's values to its labels.

#include "import/stream/form_items.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Ways that may be looked at in a document: some seconds.
inline constexpr std::size_t most_label_ways = 10'000'000;

/// What becomes of an item.
enum class LabelAct {
  none,
  label,  ///< it is a label
  fill,   ///< the value of a label among the items before it
  take,   ///< the value of one that waits
  go_on,  ///< goes on with the value before
  loose,  ///< no label's
  above,  ///< some lines above the label that they are the value of
};

struct LabelStep {
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  LabelAct act = LabelAct::none;
  std::size_t from = 0;  ///< items [from, to)
  std::size_t to = 0;
  std::size_t used = 0;         ///< of the labels that wait, the last one taken here for `take`
  std::size_t label = nowhere;  ///< the item that is filled
};

/// The steps in the order of the items. Labels are filled in their order by values of their kind:
/// amounts for money, prose for goals. Prose goes on behind a line that ends no sentence, or is
/// full. Nothing where all ways are absurd, or where `budget`, what may be looked at in all forms
/// of a document, is used up: a form that people made takes some thousands of ways. Cost: items
/// times labels times the labels that may be open, `budget` at most.
/// With `absurd` ways are taken, too, of which some step is.
[[nodiscard]] std::optional<std::vector<LabelStep>> search_labels(const FormItems& form,
                                                                  std::size_t& budget,
                                                                  bool absurd = false);

}  // namespace budgetdiff::import
