#include "import/spread/spread_list.hpp"

#include "import/spread/list_grid.hpp"
#include "import/spread/list_pieces.hpp"
#include "import/spread/list_reading.hpp"
#include "import/text/page_structure.hpp"

#include <utility>

namespace budgetdiff::import {

std::optional<std::vector<Block>> spread_list(const std::vector<Line>& lines) {
  constexpr std::size_t most_pieces = 12'000;
  auto text = list_text(lines);
  if (!text || text->pieces.size() > most_pieces) {
    return std::nullopt;
  }
  const auto list = read_list(*std::move(text));
  auto grid = list ? list_grid(lines, *list) : std::nullopt;
  if (!grid) {
    return std::nullopt;
  }
  std::vector<Block> out;
  const auto add = [&](std::size_t line) {
    out.emplace_back(TextLine{lines[line].text, place_of(lines[line])});
  };
  for (const std::size_t line : list->text.above) {
    add(line);
  }
  out.emplace_back(*std::move(grid));
  for (const std::size_t line : list->text.behind) {
    add(line);
  }
  return out;
}

}  // namespace budgetdiff::import
