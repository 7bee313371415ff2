#include "import/page/strip_tables.hpp"

#include "import/page/amounts_before_text.hpp"
#include "import/page/form_pairs.hpp"
#include "import/page/header_cells.hpp"
#include "import/page/header_groups.hpp"
#include "import/page/indicator_rows.hpp"
#include "import/page/money_strips.hpp"
#include "import/page/strip_rows.hpp"
#include "import/page/sum_rows.hpp"
#include "import/page/text_parts.hpp"
#include "import/page/typed_words.hpp"
#include "import/page/white_strip.hpp"
#include "import/page/word_kinds.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A page with more of its words across the columns is no part of the table.
constexpr std::size_t across_of_hundred = 6;
/// Lines that end this many letters before the widest are full.
constexpr double full_line = 2.1;

/// Parts the columns anew where a page without header shows more of them than the
/// one with the header did. An edge that this page leaves white stays: a page of short
/// texts says nothing against it.
void fit_edges(StripColumns& columns, const std::vector<PdfWord>& body) {
  std::vector<PdfWord> words = columns.header;
  words.insert(words.end(), body.begin(), body.end());
  for (std::size_t c = 0; c + 1 < columns.centers.size(); ++c) {
    const double edge = columns.edges[c + 1];
    const bool white = std::none_of(body.begin(), body.end(), [&](const PdfWord& word) {
      return word.box.left < edge && word.box.right > edge;
    });
    if (white && !is_text(body)) {
      continue;
    }
    columns.edges[c + 1] = parting_strip(columns.centers, c, words);
  }
}

/// Leaves the end of a goal's label at a form's side (目标 of 年度总体目标) to what stands above
/// the header of its indicators, whose first line is hard by it.
void leave_goal_label(HeaderBand& header) {
  std::vector<HeaderCell>& cells = header.cells;
  const bool of_form = std::none_of(cells.begin(), cells.end(), [](const HeaderCell& cell) {
    return cell.term.role == Role::project_name;
  });
  const Role first = cells.front().term.role;
  if (!of_form || cells.size() < 3 || is_text(cells.front().words) ||
      (first != Role::goal && first != Role::annual_goal) || cells[1].term.role != Role::level1) {
    return;
  }
  cells.erase(cells.begin());
  header.top = header.bottom;
  for (const HeaderCell& cell : cells) {
    for (const PdfWord& word : cell.words) {
      header.top = std::min(header.top, word.middle() - word.size);
    }
  }
}

/// 绩效指标 at the side of a form's table of indicators, left of its first column.
void drop_side_label(std::vector<PdfWord>& words, const StripColumns& columns) {
  const Role first = columns.roles.front();
  if (first == Role::project_name) {
    return;
  }
  const auto aside = [&](const PdfWord& word) {
    return first == Role::indicators || word.box.right < columns.first_left + 0.3 * word.size;
  };
  std::u32string text;
  for (const PdfWord& word : words) {
    text += aside(word) ? without_space(word.text) : U"";
  }
  const Role role = look_up_header(to_utf8(text)).role;
  // 年度目标表, 绩效指标: no category ends so but those that are listed.
  const bool heads = !is_text(words) && (text.ends_with(U"目标表") || text.ends_with(U"指标表"));
  if (role == Role::indicators || heads || (first == Role::indicators && text.empty())) {
    std::erase_if(words, aside);
  }
  // Whatever else a form calls the table of its indicators (年度目标表), it is no category.
  if (first == Role::level1 && is_text(words)) {
    std::erase_if(words, [&](const PdfWord& word) {
      return aside(word) && !is_piece_of_level1(to_utf8(without_space(word.text)));
    });
  }
}

/// A row has one name and one target. Where a header names one of them twice and the other once
/// (三级指标 and 指标内容, 指标值 and 指标值内容), the later column explains the first.
void only_once(std::vector<Role>& roles) {
  const auto count = [&](Role role) { return std::count(roles.begin(), roles.end(), role); };
  for (const auto& [twice, once] :
       {std::pair(Role::level3, Role::value), std::pair(Role::value, Role::level3)}) {
    if (count(twice) == 2 && count(once) <= 1) {
      *std::find(roles.rbegin(), roles.rend(), twice) = Role::remark;
      return;
    }
  }
}

/// The edges of the columns on a page of text without a header, those of money where it puts
/// them itself.
std::vector<double> edges_of_page(StripColumns& columns, const std::vector<PdfWord>& body) {
  std::vector<double> out = columns.edges;
  const auto first = std::find(columns.money.begin(), columns.money.end(), true);
  const auto last = std::find(first, columns.money.end(), false);
  if (first != last) {
    columns.money_guessed = !fit_money_edges(
        out, columns.centers, static_cast<std::size_t>(first - columns.money.begin()),
        static_cast<std::size_t>(last - columns.money.begin()) - 1, body);
  }
  return out;
}

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

/// A column before the values of numbers with units that nobody knows (指标方向) is that of
/// comparators where the table has some and no other column for them.
void find_comparators(std::vector<Role>& roles, const std::vector<PdfWord>& body) {
  constexpr std::ptrdiff_t fewest = 3;
  const auto has = [&](Role role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  const auto value = std::find(roles.begin(), roles.end(), Role::value);
  if (has(Role::comparator) || !has(Role::measurement_unit) || value == roles.begin() ||
      value == roles.end() || (*(value - 1) != Role::remark && *(value - 1) != Role::none)) {
    return;
  }
  const auto signs = std::count_if(body.begin(), body.end(),
                                   [](const PdfWord& word) { return kind_of(word.text).compares; });
  if (signs >= fewest) {
    *(value - 1) = Role::comparator;
  }
}

StripColumns columns_of(const HeaderBand& band, const std::vector<PdfWord>& body,
                        const PdfPage& page) {
  StripColumns out;
  std::vector<PdfWord> words = body;
  for (const HeaderCell& cell : band.cells) {
    words.insert(words.end(), cell.words.begin(), cell.words.end());
    out.header.insert(out.header.end(), cell.words.begin(), cell.words.end());
    out.centers.push_back(cell.center());
  }
  out.edges.push_back(0);
  out.first_left = band.cells.front().box.left;
  const std::size_t side = is_text(body) ? side_cells(band) : 0;
  std::size_t money = Grid::none;
  std::size_t target = Grid::none;
  bool level3 = false;
  for (std::size_t i = 0; i < band.cells.size(); ++i) {
    const HeaderCell& cell = band.cells[i];
    if (i + 1 < band.cells.size()) {
      out.edges.push_back(parting_strip(out.centers, i, words));
    }
    const Role role = i < side ? Role::indicators : cell.term.role;
    out.roles.push_back(role);
    out.money.push_back(role == Role::money);
    out.prose.push_back(role == Role::goal || role == Role::annual_goal ||
                        role == Role::indicators);
    if (role == Role::money && money == Grid::none) {
      money = i;
    }
    if (role == Role::indicators) {
      out.list = i;
    }
    level3 = level3 || role == Role::level3;
    if (role == Role::annual_target || role == Role::value ||
        (role == Role::period_target && target == Grid::none)) {
      target = i;
    }
  }
  if (is_text(body)) {
    only_once(out.roles);
    find_comparators(out.roles, body);
  }
  out.edges.push_back(std::max(page.width, band.cells.back().box.right));
  std::size_t last = money;
  while (money != Grid::none && last + 1 < out.money.size() && out.money[last + 1]) {
    ++last;
  }
  if (money != Grid::none && is_text(body)) {
    out.money_guessed = !fit_money_edges(out.edges, out.centers, money, last, body);
  } else if (money != Grid::none && last > money) {
    std::vector<Box> heads;
    for (const HeaderCell& cell : band.cells) {
      heads.push_back(cell.box);
    }
    keep_figures_right(out.edges, heads, money, last, body);
  }
  if (money != Grid::none && !is_text(body)) {
    keep_amounts_before_text(out.edges, last, body);
  }
  out.indicator_rows = level3 && target != Grid::none;
  out.figure = level3 && target != Grid::none ? target : money;
  if (level3) {
    out.list = Grid::none;
  }
  return out;
}

std::size_t column_at(const std::vector<double>& edges, const PdfWord& word) {
  const double middle = (word.box.left + word.box.right) / 2;
  return static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), middle) -
                                  edges.begin());
}

/// Heights of the rows.
std::vector<double> anchors_of(const std::vector<PdfLine>& lines, bool money) {
  std::vector<double> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (money) {
      if (read_published_amount(without_space(lines[i].line.text))) {
        out.push_back(lines[i].middle);
      }
      continue;
    }
    // Lines of one cell are close together.
    const double start = lines[i].middle;
    while (i + 1 < lines.size() &&
           lines[i + 1].middle - lines[i].middle < 1.45 * std::max(1.0, lines[i].size)) {
      ++i;
    }
    out.push_back((start + lines[i].middle) / 2);
  }
  return out;
}

/// How a column ends on this page; unknown where its cells do not end in 。.
Before ending_of(const std::vector<PdfLine>& lines, const std::vector<std::size_t>& rows) {
  std::size_t cells = 0;
  std::size_t whole = 0;
  const auto stops = [&](std::size_t i) {
    const std::u32string text = without_space(lines[i].line.text);
    return !text.empty() && text.back() == U'。';
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (rows[i] != rows[i + 1]) {
      ++cells;
      whole += stops(i) ? 1U : 0U;
    }
  }
  if (lines.size() > 1 && cells == 0) {
    // A single cell, which hardly ends with a full line and no full stop.
    double widest = 0;
    for (const PdfLine& line : lines) {
      widest = std::max(widest, line.box.right - line.box.left);
    }
    const PdfLine& last = lines.back();
    const bool full = last.box.right - last.box.left > widest - full_line * last.size;
    return full && !stops(lines.size() - 1) ? Before::open : Before::unknown;
  }
  if (lines.empty() || cells == 0 || whole * 10 < cells * 8) {
    return Before::unknown;
  }
  return stops(lines.size() - 1) ? Before::whole : Before::open;
}

/// Which rows are sums: their label stands at the height of their figures.
std::vector<bool> sum_rows(const std::vector<PdfLine>& lines, const std::vector<double>& anchors) {
  std::vector<bool> out(anchors.size(), false);
  for (const PdfLine& line : lines) {
    for (std::size_t i = 0; i < anchors.size(); ++i) {
      if (std::abs(anchors[i] - line.middle) < 0.6 * line.size &&
          is_sum_label(to_utf8(without_space(line.line.text)))) {
        out[i] = true;
      }
    }
  }
  return out;
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
      find_header(words, page.number, kind, memory != nullptr ? &memory->head_words : nullptr);
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
    continued = columns && columns->money.size() == header->cells.size() && !form;
    if (columns && columns->money.size() == header->cells.size()) {
      ended = std::move(columns->before);
    }
    columns = columns_of(*header, body, page);
    columns->before = std::move(ended);
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
    drop_header_rest(body);
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
    by_column =
        dealt_words(body, columns->roles, edges, memory != nullptr ? &memory->words : nullptr);
  } else {
    for (const PdfWord& word : body) {
      // Nothing was joined where a word is one amount, or in text that keeps its
      // layout, where columns are parted by blanks.
      auto parts =
          word.line > 0 || read_published_amount(word.text)
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
  }
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
  std::vector<bool> sums(anchors.size(), false);
  std::size_t label = Grid::none;
  for (std::size_t c = 0; c < n && label == Grid::none; ++c) {
    if (!columns->money[c]) {
      sums = sum_rows(lines[c], anchors);
      label = std::find(sums.begin(), sums.end(), true) != sums.end() ? c : Grid::none;
    }
  }
  std::vector<Before> last(n, Before::unknown);
  for (std::size_t c = 0; c < n; ++c) {
    std::vector<std::size_t> rows;
    if (columns->money[c] && !anchors.empty()) {
      for (const PdfLine& line : lines[c]) {
        const auto nearest =
            std::min_element(anchors.begin(), anchors.end(), [&](double a, double b) {
              return std::abs(a - line.middle) < std::abs(b - line.middle);
            });
        rows.push_back(static_cast<std::size_t>(nearest - anchors.begin()) + 1);
      }
    } else {
      rows = rows_of_lines(lines[c], anchors, c == columns->list,
                           c == label ? std::vector<bool>{} : sums,
                           columns->before.empty() ? Before::unknown : columns->before[c]);
    }
    if (columns->prose[c]) {
      last[c] = ending_of(lines[c], rows);
    }
    for (std::size_t i = 0; i < lines[c].size();) {
      Cell cell;
      cell.row = first + rows[i];
      cell.column = c;
      cell.place = lines[c][i].line.place;
      const std::size_t row = rows[i];
      for (; i < lines[c].size() && rows[i] == row; ++i) {
        cell.lines.push_back(std::move(lines[c][i].line));
      }
      grid.add(std::move(cell));
    }
  }
  columns->before = std::move(last);
  if (is_text(body)) {
    doubt_blanks(grid);
  }
  return grid;
}

}  // namespace budgetdiff::import
