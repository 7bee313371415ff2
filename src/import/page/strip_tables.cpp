#include "import/page/strip_tables.hpp"

#include "import/page/form_pairs.hpp"
#include "import/page/goal_rests.hpp"
#include "import/page/header_cells.hpp"
#include "import/page/header_groups.hpp"
#include "import/page/header_lines.hpp"
#include "import/page/indicator_rows.hpp"
#include "import/page/project_rows.hpp"
#include "import/page/side_of_indicators.hpp"
#include "import/page/strip_columns.hpp"
#include "import/page/sum_rows.hpp"
#include "import/page/text_parts.hpp"
#include "import/page/typed_words.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A page with more of its words across the columns is no part of the table.
constexpr std::size_t across_of_hundred = 6;

/// The words of a table in text that stand where amounts should, and the first amount where their
/// columns are a guess.
std::vector<Place> money_doubts(const StripColumns& columns,
                                const std::vector<std::vector<PdfLine>>& lines) {
  std::vector<Place> out;
  const Place* first = nullptr;
  for (std::size_t c = 0; c < lines.size(); ++c) {
    for (const PdfLine& line : lines[c]) {
      if (columns.money[c] && !read_published_amount(without_space(line.line.text))) {
        out.push_back(line.line.place);
      }
      first = columns.money[c] && first == nullptr ? &line.line.place : first;
    }
  }
  if (columns.money_guessed && first != nullptr) {
    out.push_back(*first);
  }
  return out;
}

std::size_t column_at(const std::vector<double>& edges, const PdfWord& word) {
  const double middle = (word.box.left + word.box.right) / 2;
  return static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), middle) -
                                  edges.begin());
}

/// Adds the category over the columns of a group.
void add_heading(Grid& grid, const HeaderGroup& group) {
  Cell cell;
  cell.column = group.first;
  cell.columns = group.cells;
  for (const PdfLine& line : group.heading) {
    cell.place = cell.lines.empty() ? line.line.place : cell.place;
    cell.lines.push_back(line.line);
  }
  grid.add(std::move(cell));
}

}  // namespace

std::optional<Grid> strip_table(const PdfPage& page, const std::vector<PdfWord>& words,
                                HeaderKind kind, std::optional<StripColumns>& columns,
                                std::vector<PdfLine>& above, std::optional<Grid>& form,
                                bool form_goes_on, StripMemory* memory) {
  std::optional<HeaderBand> header =
      find_header(words, page.number, kind, memory != nullptr ? &memory->read_headers : nullptr);
  if (header && is_text(words) && memory != nullptr) {
    memory->headers.settle(*header, header_lines(words));
  }
  if (header) {
    leave_goal_label(*header);
  }
  const double top = header ? header->top : -1;
  const double body_top = header ? header->bottom : -1;
  std::vector<PdfWord> body;
  std::vector<PdfWord> before;
  for (const PdfWord& word : words) {
    if (header && word.middle() < top) {
      before.push_back(word);
    } else if (word.middle() > body_top) {
      body.push_back(word);
    }
  }
  // A table of indicators alone is the last part of a form.
  const bool lists_projects =
      header && std::any_of(header->cells.begin(), header->cells.end(), [](const HeaderCell& cell) {
        return cell.term.role == Role::project_name;
      });
  if (!lists_projects) {
    std::vector<PdfWord> heading;
    form = form_pairs(page, header ? before : words, heading, form_goes_on);
    if (form) {
      if (is_text(words)) {
        doubt_goals(*form);
      }
      before = std::move(heading);
      if (!header) {
        columns.reset();
        above = lines_of(std::move(before), page.number);
        return std::nullopt;
      }
    }
  }
  if (!header && !columns) {
    above = lines_of(words, page.number);
    return std::nullopt;
  }
  const bool titles = !header && (only_titles(words, page.number) ||
                                  (columns->indicator_rows && is_text(words) && !has_rows(words)));
  if (titles) {
    above = lines_of(words, page.number);  // between two parts of the table
    return std::nullopt;
  }
  bool continued = !header;
  std::vector<PdfWord> below;
  if (header) {
    // A table that goes on repeats its header.
    std::vector<Before> ended;
    std::vector<Extent> extents;
    continued = columns && columns->money.size() == header->cells.size() && !form;
    if (columns && columns->money.size() == header->cells.size()) {
      ended = std::move(columns->before);
      extents = std::move(columns->extents);
    }
    columns = columns_of(*header, body, page);
    columns->before = std::move(ended);
    columns->extents = std::move(extents);
  }
  // In text the columns are those of the header, wherever this page puts them.
  std::vector<double> of_header;
  if (!header && columns->indicator_rows) {
    of_header = is_text(body) ? columns->edges : of_header;
    fit_edges(*columns, body);
  }
  const std::size_t n = columns->edges.size() - 1;
  const std::vector<double> inner(columns->edges.begin() + 1, columns->edges.end() - 1);
  std::vector<std::vector<PdfWord>> by_column(n);
  std::size_t across = 0;
  if (is_text(body)) {
    cut_prose_below(body, columns->edges, below);
  }
  if (is_text(body) && header) {
    drop_header_rest(body, *header);
    drop_column_numbers(body);
  }
  if (is_text(body)) {
    if (columns->indicator_rows && header) {
      drop_side_label(body, *columns);
    }
    // Places are a page's own.
    const std::vector<double> edges = header                     ? columns->edges
                                      : !columns->indicator_rows ? edges_of_page(*columns, body)
                                                                 : std::vector<double>{};
    if (columns->indicator_rows) {
      std::vector<Extent> extents = columns->extents;
      tell_comparators(columns->roles, dealt_words(body, columns->roles, edges, nullptr, &extents));
    }
    by_column =
        dealt_words(body, columns->roles, edges, memory != nullptr ? &memory->words : nullptr,
                    columns->indicator_rows ? &columns->extents : nullptr);
  } else {
    for (const PdfWord& word : body) {
      // Nothing was joined where a word is one amount or 合计 over two columns, or in text that
      // keeps its layout, where columns are parted by blanks.
      auto parts =
          word.line > 0 || read_published_amount(word.text) || is_sum_label(to_utf8(word.text))
              ? std::vector<std::pair<std::size_t, PdfWord>>{{column_at(inner, word), word}}
              : cut_at_edges(word, inner);
      if (parts.size() > 1) {
        ++across;
      }
      for (auto& [column, part] : parts) {
        by_column[std::min(column, n - 1)].push_back(std::move(part));
      }
    }
  }
  if (columns->indicator_rows) {
    drop_side_label(by_column.front(), *columns);
  }
  std::vector<std::vector<PdfLine>> lines(n);
  for (std::size_t c = 0; c < n; ++c) {
    // What spans rows may be prose, which print to text sets apart at will.
    const bool by_gaps = columns->indicator_rows && is_text(body) && of_one_row(columns->roles[c]);
    lines[c] = by_gaps ? text_lines(std::move(by_column[c]), page.number)
                       : lines_of(std::move(by_column[c]), page.number);
    const Role role = columns->roles[c];
    if (is_text(body) &&
        (role == Role::goal || role == Role::annual_goal || role == Role::indicators)) {
      put_back_rests(lines[c]);
    }
  }
  join_sum_labels(lines, columns->money);
  const std::size_t figure = columns->figure;
  std::vector<double> anchors;
  if (figure != Grid::none) {
    anchors = anchors_of(lines[figure], columns->money[figure]);
  }
  if (!header && (across * 100 > body.size() * across_of_hundred ||
                  (anchors.empty() && across > 0) || body.empty())) {
    columns.reset();
    above = lines_of(words, page.number);
    return std::nullopt;
  }
  std::move(below.begin(), below.end(), std::back_inserter(before));
  above = lines_of(std::move(before), page.number);

  // Categories over the columns have a row of their own above the header's.
  const std::vector<HeaderGroup> groups =
      header ? header_groups(words, *header, page.number) : std::vector<HeaderGroup>{};
  const bool headed = !groups.empty() &&
                      std::none_of(groups.begin(), groups.end(),
                                   [](const HeaderGroup& group) { return group.heading.empty(); });
  const std::size_t header_row = headed ? 1 : 0;
  const std::size_t first = header ? header_row + 1 : 0;
  Grid grid(first + anchors.size() + 2, n);
  const std::vector<Place> doubts =
      is_text(body) ? money_doubts(*columns, lines) : std::vector<Place>{};
  if (columns->indicator_rows) {
    std::vector<ColumnText> texts(n);
    for (std::size_t c = 0; c < n; ++c) {
      texts[c] = {columns->roles[c], std::move(lines[c])};
    }
    grid = indicator_rows(std::move(texts), first, continued, page.line_step,
                          memory != nullptr ? &memory->votes : nullptr,
                          memory != nullptr && is_text(body) ? &memory->style : nullptr,
                          page.dividers);
  }
  grid.doubts.insert(grid.doubts.end(), doubts.begin(), doubts.end());
  if (!of_header.empty()) {
    columns->edges = std::move(of_header);
  }
  grid.edges = columns->edges;
  grid.place.page = page.number;
  if (header) {
    for (const HeaderGroup& group : groups) {
      if (headed) {
        add_heading(grid, group);
      }
    }
    if (!groups.empty() && !headed) {
      // The categories of the columns stand somewhere, and nobody knows where.
      grid.doubts.push_back(
          lines_of(header->cells[groups.front().first].words, page.number).front().line.place);
    }
    for (std::size_t c = 0; c < n && c < header->cells.size(); ++c) {
      Cell cell;
      const bool in_group =
          headed && std::any_of(groups.begin(), groups.end(), [&](const HeaderGroup& one) {
            return one.first <= c && c < one.first + one.cells;
          });
      cell.row = in_group ? header_row : 0;
      cell.rows = header_row + 1 - cell.row;
      cell.column = c;
      for (PdfLine& line : lines_of(header->cells[c].words, page.number)) {
        cell.place = line.line.place;
        cell.lines.push_back(std::move(line.line));
      }
      grid.add(std::move(cell));
    }
  }
  if (columns->indicator_rows) {
    columns->before.clear();
    if (is_text(body)) {
      doubt_blanks(grid);
    }
    return grid;
  }
  place_project_rows(*columns, lines, anchors, first, grid);
  if (is_text(body)) {
    doubt_blanks(grid);
  }
  return grid;
}

}  // namespace budgetdiff::import
