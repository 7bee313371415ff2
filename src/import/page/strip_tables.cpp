#include "import/page/strip_tables.hpp"

#include "import/page/form_pairs.hpp"
#include "import/page/goal_rests.hpp"
#include "import/page/header_cells.hpp"
#include "import/page/header_grid.hpp"
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

/// The columns of what a page cuts in two keep what the page before knew of them.
void take_over(std::optional<StripColumns>& before, StripColumns& next) {
  if (before && before->money.size() == next.money.size()) {
    next.before = std::move(before->before);
    next.extents = std::move(before->extents);
    next.figured = std::move(before->figured);
  }
}

/// The reading of one page's part, step by step.
class StripReader {
 public:
  StripReader(const PdfPage& page, const std::vector<PdfWord>& words,
              std::optional<StripColumns>& columns, StripMemory* memory)
      : page_(page), words_(words), columns_(columns), memory_(memory) {}

  StripTable run(HeaderKind kind, bool form_goes_on) {
    find_header_words(kind);
    part_words();
    if (!lists_projects() && take_form(form_goes_on) && !header_) {
      return pass_over(std::move(before_));
    }
    if ((!header_ && !columns_) || has_only_titles()) {
      return pass_over(words_);
    }
    settle_columns();
    deal_words();
    join_lines();
    if (!header_ && is_no_table()) {
      columns_.reset();
      return pass_over(words_);
    }
    std::move(below_.begin(), below_.end(), std::back_inserter(before_));
    out_.above = lines_of(std::move(before_), page_.number);
    out_.table = make_grid();
    return std::move(out_);
  }

 private:
  /// The page has no table; where it has a form alone, its columns end.
  StripTable pass_over(std::vector<PdfWord> lines) {
    if (out_.form) {
      columns_.reset();
    }
    out_.above = lines_of(std::move(lines), page_.number);
    return std::move(out_);
  }

  void find_header_words(HeaderKind kind) {
    header_ = find_header(words_, page_.number, kind,
                          memory_ != nullptr ? &memory_->read_headers : nullptr);
    if (header_ && is_text(words_) && memory_ != nullptr) {
      memory_->headers.settle(*header_, header_lines(words_));
    }
    if (header_) {
      leave_goal_label(*header_);
    }
  }

  /// Words above the header, and those of the table below it.
  void part_words() {
    for (const PdfWord& word : words_) {
      if (header_ && word.middle() < header_->top) {
        before_.push_back(word);
      } else if (word.middle() > (header_ ? header_->bottom : -1)) {
        body_.push_back(word);
      }
    }
  }

  [[nodiscard]] bool lists_projects() const {
    return header_ &&
           std::any_of(header_->cells.begin(), header_->cells.end(),
                       [](const HeaderCell& cell) { return cell.term.role == Role::project_name; });
  }

  /// A table of indicators alone is the last part of a form.
  [[nodiscard]] bool take_form(bool form_goes_on) {
    std::vector<PdfWord> heading;
    out_.form = form_pairs(page_, header_ ? before_ : words_, heading, form_goes_on);
    if (!out_.form) {
      return false;
    }
    if (is_text(words_)) {
      doubt_goals(*out_.form);
    }
    before_ = std::move(heading);
    return true;
  }

  /// Whether the page stands between two parts of the table.
  [[nodiscard]] bool has_only_titles() const {
    return !header_ && (only_titles(words_, page_.number) ||
                        (columns_->indicator_rows && is_text(words_) && !has_rows(words_)));
  }

  /// The columns are the header's, or those of the page before, where this page puts them.
  void settle_columns() {
    continued_ = !header_;
    if (header_) {
      // A table that goes on repeats its header.
      continued_ = columns_ && columns_->money.size() == header_->cells.size() && !out_.form;
      StripColumns own = columns_of(*header_, body_, page_);
      take_over(columns_, own);
      columns_ = std::move(own);
    } else if (columns_->indicator_rows) {
      if (is_text(body_)) {
        // In text the columns are those of the header, wherever this page puts them.
        of_header_ = columns_->edges;
      }
      fit_edges(*columns_, body_);
    }
    inner_.assign(columns_->edges.begin() + 1, columns_->edges.end() - 1);
    by_column_.resize(columns_->edges.size() - 1);
  }

  void deal_words() {
    if (is_text(body_)) {
      deal_text();
    } else {
      deal_print();
    }
    if (columns_->indicator_rows) {
      drop_side_label(by_column_.front(), *columns_);
    }
  }

  void deal_text() {
    cut_prose_below(body_, columns_->edges, below_);
    if (header_) {
      drop_header_rest(body_, *header_);
      drop_column_numbers(body_);
    }
    const bool rows = columns_->indicator_rows;
    if (rows && header_) {
      drop_side_label(body_, *columns_);
    }
    // Places are a page's own.
    std::vector<double> edges;
    if (header_) {
      edges = columns_->edges;
    } else if (!rows) {
      edges = edges_of_page(*columns_, body_);
    }
    if (rows) {
      std::vector<Extent> extents = columns_->extents;
      tell_comparators(columns_->roles,
                       dealt_words(body_, columns_->roles, edges, nullptr, &extents));
    }
    by_column_ =
        dealt_words(body_, columns_->roles, edges, memory_ != nullptr ? &memory_->words : nullptr,
                    rows ? &columns_->extents : nullptr);
    if (rows) {
      learn_money();
    }
  }

  /// Where figures stand is shown by the page with the header. On one without, the first figures
  /// of a column are a guess where the one beside it has never had any: they may be of either.
  void learn_money() {
    const std::vector<bool> before = columns_->figured;
    columns_->figured.resize(columns_->money.size(), false);
    for (std::size_t c = 0; c < columns_->money.size(); ++c) {
      columns_->figured[c] =
          columns_->figured[c] ||
          (columns_->money[c] &&
           std::any_of(by_column_[c].begin(), by_column_[c].end(),
                       [](const PdfWord& word) { return read_published_amount(word.text); }));
    }
    const auto lacks_figures = [&](std::size_t c) {
      return c < columns_->money.size() && columns_->money[c] && !columns_->figured[c];
    };
    for (std::size_t c = 0; !header_ && !before.empty() && c < before.size(); ++c) {
      if (columns_->figured[c] && !before[c] &&
          (lacks_figures(c + 1) || (c > 0 && lacks_figures(c - 1)))) {
        columns_->money_guessed = true;
      }
    }
  }

  /// A goal that is too long for its column runs over the next one, where that is blank: a part of
  /// it that stands in a column of categories, and is none of one, stays with the goal.
  void join_overrun_goals(std::vector<std::pair<std::size_t, PdfWord>>& parts) const {
    for (std::size_t i = 1; i < parts.size();) {
      const Role role = columns_->roles[std::min(parts[i].first, columns_->roles.size() - 1)];
      const Role before = columns_->roles[std::min(parts[i - 1].first, columns_->roles.size() - 1)];
      const std::string text = to_utf8(without_space(parts[i].second.text));
      const bool piece = role == Role::level1   ? is_piece_of_level1(text)
                         : role == Role::level2 ? is_piece_of_level2(text)
                                                : true;
      if (piece || (before != Role::goal && before != Role::annual_goal)) {
        ++i;
        continue;
      }
      append_word(parts[i - 1].second, parts[i].second);
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  void deal_print() {
    for (const PdfWord& word : body_) {
      // Nothing was joined where a word is one amount or 合计 over two columns, or in text that
      // keeps its layout, where columns are parted by blanks.
      const bool is_one =
          word.line > 0 || read_published_amount(word.text) || is_sum_label(to_utf8(word.text));
      auto parts =
          is_one ? std::vector<std::pair<std::size_t, PdfWord>>{{column_at(inner_, word), word}}
                 : cut_at_edges(word, inner_);
      join_overrun_goals(parts);
      across_ += parts.size() > 1 ? 1U : 0U;
      for (auto& [column, part] : parts) {
        by_column_[std::min(column, by_column_.size() - 1)].push_back(std::move(part));
      }
    }
  }

  void join_lines() {
    lines_.resize(by_column_.size());
    for (std::size_t c = 0; c < lines_.size(); ++c) {
      // What spans rows may be prose, which print to text sets apart at will.
      const Role role = columns_->roles[c];
      const bool by_gaps = columns_->indicator_rows && is_text(body_) && of_one_row(role);
      lines_[c] = by_gaps ? text_lines(std::move(by_column_[c]), page_.number, role == Role::level3)
                          : lines_of(std::move(by_column_[c]), page_.number);
      if (is_text(body_) &&
          (role == Role::goal || role == Role::annual_goal || role == Role::indicators)) {
        put_back_rests(lines_[c]);
      }
    }
    join_sum_labels(lines_, columns_->money);
    if (const std::size_t figure = columns_->figure; figure != Grid::none) {
      anchors_ = anchors_of(lines_[figure], columns_->money[figure]);
    }
  }

  /// Whether a page that shows no header is none of the table's.
  [[nodiscard]] bool is_no_table() const {
    return across_ * 100 > body_.size() * across_of_hundred || (anchors_.empty() && across_ > 0) ||
           body_.empty();
  }

  Grid make_grid() {
    const std::vector<HeaderGroup> groups =
        header_ ? header_groups(words_, *header_, page_.number) : std::vector<HeaderGroup>{};
    const bool headed =
        !groups.empty() && std::none_of(groups.begin(), groups.end(), [](const HeaderGroup& group) {
          return group.heading.empty();
        });
    // Categories over the columns have a row of their own above the header's.
    const std::size_t header_row = headed ? 1 : 0;
    const std::size_t first = header_ ? header_row + 1 : 0;
    const std::vector<Place> doubts =
        is_text(body_) ? money_doubts(*columns_, lines_) : std::vector<Place>{};
    Grid grid = columns_->indicator_rows ? make_indicator_rows(first)
                                         : Grid(first + anchors_.size() + 2, lines_.size());
    grid.doubts.insert(grid.doubts.end(), doubts.begin(), doubts.end());
    if (!of_header_.empty()) {
      columns_->edges = std::move(of_header_);
    }
    grid.edges = columns_->edges;
    grid.place.page = page_.number;
    if (header_) {
      add_header_cells(*header_, headed ? groups : std::vector<HeaderGroup>{}, words_, page_.number,
                       grid);
    }
    if (!groups.empty() && !headed) {
      // The categories of the columns stand somewhere, and nobody knows where.
      const std::vector<PdfWord>& named = header_->cells[groups.front().first].words;
      grid.doubts.push_back(lines_of(named, page_.number).front().line.place);
    }
    if (columns_->indicator_rows) {
      columns_->before.clear();
    } else {
      place_project_rows(*columns_, lines_, anchors_, first, grid);
    }
    if (is_text(body_)) {
      doubt_blanks(grid);
    }
    return grid;
  }

  Grid make_indicator_rows(std::size_t first) {
    std::vector<ColumnText> texts(lines_.size());
    for (std::size_t c = 0; c < texts.size(); ++c) {
      texts[c] = {columns_->roles[c], std::move(lines_[c])};
    }
    return indicator_rows(std::move(texts), first, continued_, page_.line_step,
                          memory_ != nullptr ? &memory_->votes : nullptr,
                          memory_ != nullptr && is_text(body_) ? &memory_->style : nullptr,
                          page_.dividers);
  }

  const PdfPage& page_;
  const std::vector<PdfWord>& words_;
  std::optional<StripColumns>& columns_;
  StripMemory* memory_;
  StripTable out_;
  std::optional<HeaderBand> header_;
  std::vector<PdfWord> before_;    ///< above the table
  std::vector<PdfWord> body_;      ///< of the table
  std::vector<PdfWord> below_;     ///< prose behind the table
  bool continued_ = false;         ///< the table began on a page before
  std::vector<double> of_header_;  ///< edges to hand on, where the page has others
  std::vector<double> inner_;      ///< edges between columns
  std::size_t across_ = 0;         ///< words over more than one column
  std::vector<std::vector<PdfWord>> by_column_;
  std::vector<std::vector<PdfLine>> lines_;  ///< of each column
  std::vector<double> anchors_;              ///< where rows are, by their figures
};

}  // namespace

StripTable strip_table(const PdfPage& page, const std::vector<PdfWord>& words, HeaderKind kind,
                       std::optional<StripColumns>& columns, bool form_goes_on,
                       StripMemory* memory) {
  return StripReader(page, words, columns, memory).run(kind, form_goes_on);
}

}  // namespace budgetdiff::import
