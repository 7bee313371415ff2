#include "import/page/header_cells.hpp"

#include "import/page/header_cuts.hpp"
#include "import/page/header_headings.hpp"
#include "import/page/header_lines.hpp"
#include "import/page/header_memory.hpp"
#include "import/page/header_tails.hpp"
#include "import/page/joined_letters.hpp"
#include "import/page/parted_ends.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines of a header, each column's broken lines counted by itself.
constexpr std::size_t deepest_header = 12;

/// Takes out a cell of text that stands over another one, in a line above all of its, or for
/// targets between two such: it heads these columns, which print has slid from under it.
void drop_heads(std::vector<HeaderCell>& cells) {
  const auto is_above = [](const HeaderCell& cell, const HeaderCell& below) {
    return cell.box.bottom <= below.box.top;
  };
  std::vector<HeaderCell> out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const HeaderCell& cell = cells[i];
    const bool over = std::any_of(cells.begin(), cells.end(), [&](const HeaderCell& below) {
      const double shared =
          std::min(cell.box.right, below.box.right) - std::max(cell.box.left, below.box.left);
      return shared * 2 >= cell.box.right - cell.box.left && is_above(cell, below);
    });
    const bool between = holds_targets(cell.term.role) && i > 0 && i + 1 < cells.size() &&
                         is_above(cell, cells[i - 1]) && is_above(cell, cells[i + 1]);
    if (!over && !between) {
      out.push_back(cell);
    }
  }
  cells = std::move(out);
}

/// 指标 beside 指标值, where no column is said to be the third level.
void name_the_indicators(HeaderBand& band) {
  std::size_t last = band.cells.size();
  bool named = false;
  bool levels = false;
  bool target = false;
  for (std::size_t i = 0; i < band.cells.size(); ++i) {
    const Role role = band.cells[i].term.role;
    named = named || role == Role::level3 || role == Role::project_name;
    levels = levels || role == Role::level1 || role == Role::level2;
    target = target || role == Role::value || role == Role::annual_target;
    last = role == Role::indicators ? i : last;
  }
  if (!named && !levels && target && last < band.cells.size()) {
    band.cells[last].term.role = Role::level3;
  }
}

/// Whether a text's cells are those of two things: a form's goals side by side, which are labels of
/// their own, above the heads of its indicators.
bool begins_with_goals(const std::vector<HeaderCell>& cells) {
  double goals = -1;
  double levels = -1;
  for (const HeaderCell& cell : cells) {
    const Role role = cell.term.role;
    if (role == Role::project_name || role == Role::indicators || cell.words.front().line == 0) {
      return false;
    }
    if (role == Role::goal || role == Role::annual_goal) {
      goals = std::max(goals, cell.box.bottom);
    } else if (holds_levels(role)) {
      levels = levels < 0 ? cell.box.top : std::min(levels, cell.box.top);
    }
  }
  return goals >= 0 && goals <= levels;
}

bool is_header(HeaderBand& band, HeaderKind kind) {
  const std::vector<HeaderCell>& cells = band.cells;
  std::size_t& known = band.known;
  bool name = false;
  bool column = false;
  bool level3 = false;
  bool target = false;
  std::size_t categories = 0;  // of columns of print, each of which has a category's indicators
  name_the_indicators(band);
  for (const HeaderCell& cell : cells) {
    const Role role = cell.term.role;
    if (role != Role::none) {
      ++known;
      band.weight += letters_weight(cell.text);
    }
    categories += role == Role::none && cell.words.front().line == 0 &&
                          (is_level1_category(cell.text) || is_level2_category(cell.text))
                      ? 1U
                      : 0U;
    name = name || role == Role::project_name;
    level3 = level3 || role == Role::level3;
    column = column || (role == Role::money && kind == HeaderKind::any) || role == Role::goal ||
             role == Role::annual_goal || role == Role::indicators || role == Role::level3;
    target =
        target || role == Role::value || role == Role::annual_target || role == Role::period_target;
  }
  const std::size_t understood = known + (name ? categories : 0);
  return understood * 10 >= cells.size() * 6 && !begins_with_goals(cells) &&
         ((name && column && known >= 3) || (level3 && target && known >= 3));
}

/// Of two headers the one that knows more cells, then more letters. In text, where a
/// line above may be taken for one of the header's, unknown cells count against it.
std::pair<double, double> rank_of(const HeaderBand& band) {
  const bool text = band.cells.front().words.front().line > 0;
  const std::size_t unknown = text ? band.cells.size() - band.known : 0;
  return {static_cast<double>(band.known) - static_cast<double>(unknown), band.weight};
}

/// The header that all of `lines` are, read by their places or by the order of each line's words;
/// its top and bottom are not set.
std::optional<HeaderBand> header_of(const std::vector<WordLine>& lines, bool text, bool aligned,
                                    int page, HeaderKind kind, HeaderReadings& readings) {
  HeaderBand band;
  band.cells = aligned ? text_cells_of(lines, page, readings) : cells_of(lines, page, readings);
  if (text) {
    drop_heads(band.cells);
  }
  return is_header(band, kind) ? std::optional(std::move(band)) : std::nullopt;
}

/// Whether a line below the first has a word of the third level, so that one of all indicators
/// above it heads it.
bool heads_third_level(const std::vector<WordLine>& lines) {
  return lines.size() > 1 && std::any_of(lines.begin() + 1, lines.end(), [](const WordLine& line) {
           return std::any_of(line.words.begin(), line.words.end(), [](const PdfWord& word) {
             return word.text.find(U"三级") != word.text.npos;
           });
         });
}

/// The best header that all of `lines` are, whichever way they are read.
std::optional<HeaderBand> best_of(const std::vector<WordLine>& lines, int page, HeaderKind kind,
                                  HeaderReadings& readings) {
  const std::vector<PdfWord>& last = lines.back().words;
  const bool text = !last.empty() && last.front().line > 0;
  std::vector<WordLine> own_lines =
      text || heads_third_level(lines) || heads_categories(lines) ? without_repeated(lines) : lines;
  std::vector<WordLine> bare_lines = own_lines;
  bool differs = false;
  for (std::size_t i = 0; i + 1 < bare_lines.size(); ++i) {
    bare_lines[i] = without_headings(
        own_lines[i], {own_lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, own_lines.end()});
    differs = differs || bare_lines[i].words.size() != own_lines[i].words.size();
  }
  std::vector<WordLine> joined_lines;
  std::vector<WordLine> parted_lines;
  std::vector<WordLine> spread_lines;
  if (text) {
    joined_lines = with_joined_words(own_lines);
    parted_lines = with_parted_ends(own_lines);
    spread_lines = with_letters_joined(own_lines);
  }
  std::optional<HeaderBand> best;
  for (std::vector<WordLine>* const one :
       {&own_lines, &bare_lines, &joined_lines, &parted_lines, &spread_lines}) {
    if ((one == &bare_lines && !differs) || one->empty()) {
      continue;
    }
    for (const bool aligned : {false, true}) {
      if (aligned && !text) {
        continue;
      }
      std::optional<HeaderBand> band = header_of(*one, text, aligned, page, kind, readings);
      if (band && (!best || rank_of(*band) > rank_of(*best))) {
        best = std::move(band);
      }
    }
  }
  return best;
}

/// The best header that begins with line `first`.
std::optional<HeaderBand> header_from(const std::vector<WordLine>& lines, std::size_t first,
                                      int page, HeaderKind kind, HeaderMemory& memory) {
  std::optional<HeaderBand> best;
  if (is_body(lines[first]) || !may_be_header(lines[first])) {
    return best;
  }
  std::vector<WordLine> band_lines;
  for (std::size_t depth = 0; depth < deepest_header && first + depth < lines.size(); ++depth) {
    const WordLine& line = lines[first + depth];
    if (depth > 0 &&
        (line.middle - lines[first + depth - 1].middle > 2.5 * line.size || is_body(line))) {
      break;
    }
    band_lines.push_back(line);
    const std::optional<HeaderBand>& band =
        memory.band_of(band_lines, kind == HeaderKind::any ? 1 : 0,
                       [&] { return best_of(band_lines, page, kind, memory.readings); });
    // A line further down may complete words that are broken over lines.
    if (band && (!best || rank_of(*band) > rank_of(*best))) {
      best = band;
      best->top = lines[first].middle - lines[first].size;
      best->bottom = line.middle + line.size * 0.45;
    }
  }
  return best;
}

}  // namespace

std::optional<HeaderBand> find_header(std::vector<PdfWord> words, int page, HeaderKind kind,
                                      HeaderMemory* memory) {
  const std::vector<WordLine> lines = header_lines(std::move(words));
  std::optional<HeaderBand> best;
  HeaderMemory own;
  for (std::size_t first = 0; first < lines.size(); ++first) {
    if (best && lines[first].middle > best->bottom) {
      break;
    }
    // A line that takes nothing away when it goes stands above the header.
    std::optional<HeaderBand> band =
        header_from(lines, first, page, kind, memory != nullptr ? *memory : own);
    if (band && (!best || rank_of(*band) >= rank_of(*best))) {
      best = std::move(band);
    }
  }
  if (best) {
    take_tails(*best, lines);
  }
  return best;
}

}  // namespace budgetdiff::import
