#include "import/spread/list_grid.hpp"

#include "import/spread/list_doubts.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/page_structure.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = ListReading::none;

class ListTable {
 public:
  ListTable(const std::vector<Line>& lines, const ListReading& list) : lines_(lines), list_(list) {}

  std::optional<Grid> run() {
    std::vector<std::size_t> columns;  // of the header that are kept
    for (std::size_t h = 0; h < list_.text.header.columns.size(); ++h) {
      const Role role = list_.text.header.columns[h].role;
      const bool kept = role == Role::project_name || role == Role::project_code ||
                        role == Role::money || role == Role::goal || role == Role::annual_goal ||
                        holds_levels(role) || holds_targets(role) || role == Role::comparator ||
                        role == Role::measurement_unit || role == Role::weight;
      if (kept) {
        columns.push_back(h);
      }
    }
    const bool sum = !list_.text.sum.empty();
    const std::size_t top = sum ? 2 : 1;
    Grid out(top + list_.rows.rows.size(), columns.size());
    out.place = place_of(lines_[list_.text.header.columns.front().line]);
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const HeaderPieces& word = list_.text.header.columns[columns[k]];
      Cell cell;
      cell.column = k;
      cell.place = place_of(lines_[word.line]);
      cell.lines.push_back({word.text, cell.place});
      out.add(std::move(cell));
    }
    if (sum) {
      add_sum(out, columns);
    }
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const std::size_t h = columns[k];
      if (list_.roles[list_.merged[h]] == Role::money) {
        add_money(out, top, k, h);
      } else {
        add_column(out, top, k, list_.merged[h]);
      }
    }
    const std::vector<bool> odd = odd_rows();
    std::size_t broken = 0;     // rows that are doubtful of themselves
    std::size_t misplaced = 0;  // or whose project or categories are
    for (std::size_t r = 0; r < list_.rows.rows.size(); ++r) {
      const std::size_t project = list_.spans.projects[r];
      const bool doubtful =
          project != none && (list_.rows.doubtful_projects[project] ||
                              (!list_.amounts.doubtful.empty() && list_.amounts.doubtful[project]));
      // Where names and targets are as many, only units, comparators or weights are a guess.
      const bool unsure = list_.rows.rows[r].unpaired || odd[r];
      broken += unsure ? 1U : 0U;
      misplaced += unsure || list_.spans.doubtful[r] || doubtful ? 1U : 0U;
      if (list_.rows.rows[r].doubtful || list_.spans.doubtful[r] || doubtful || odd[r]) {
        const std::size_t name = list_.column_of(Role::level3);
        const std::size_t piece =
            list_.rows.cells[name][list_.rows.rows[r].cells[name]].pieces.front();
        out.doubts.push_back(place_of(lines_[list_.text.pieces[piece].token.line]));
      }
    }
    // A page a project is how forms are printed, which their own reader knows better.
    const std::size_t projects = list_.rows.cells[list_.column_of(Role::project_name)].size();
    const bool may_be_forms = projects <= list_.text.pieces.back().page + 1;
    if ((may_be_forms ? misplaced : broken) * 3 > list_.rows.rows.size() * 2) {
      return std::nullopt;
    }
    // Nothing proves where a project's rows end, so that each project is a guess.
    for (std::size_t r = 0; r < list_.rows.rows.size(); ++r) {
      if (r == 0 || list_.spans.projects[r] != list_.spans.projects[r - 1]) {
        const std::size_t name = list_.column_of(Role::level3);
        const std::size_t piece =
            list_.rows.cells[name][list_.rows.rows[r].cells[name]].pieces.front();
        out.doubts.push_back(place_of(lines_[list_.text.pieces[piece].token.line]));
      }
    }
    return out;
  }

 private:
  /// Rows that can hardly be so, or whose project can hardly.
  [[nodiscard]] std::vector<bool> odd_rows() const {
    std::vector<DoubtProject> projects;
    const auto text = [&](Role role, const std::vector<std::size_t>* cells, std::size_t r) {
      const std::size_t c = list_.column_of(role);
      const std::size_t at = c == none          ? none
                             : cells != nullptr ? (*cells)[r]
                                                : list_.rows.rows[r].cells[c];
      return at == none ? std::u32string{} : list_.text_of(list_.rows.cells[c][at]);
    };
    std::size_t last = none;
    const std::size_t names = list_.column_of(Role::project_name);
    const std::size_t goal = list_.goal_column();
    for (std::size_t r = 0; r < list_.rows.rows.size(); ++r) {
      const std::size_t project = list_.spans.projects[r];
      if (projects.empty() || project != last) {
        last = project;
        DoubtProject one;
        const auto of_project = [&](std::size_t c) {
          const std::size_t at =
              c == none || project == none ? none : list_.rows.projects[c][project];
          return at == none ? std::u32string{} : list_.text_of(list_.rows.cells[c][at]);
        };
        one.name = of_project(names);
        one.goal = of_project(goal);
        projects.push_back(std::move(one));
      }
      DoubtRow row;
      row.level1 = text(Role::level1, &list_.spans.level1, r);
      row.level2 = text(Role::level2, &list_.spans.level2, r);
      row.name = text(Role::level3, nullptr, r);
      row.comparator = text(Role::comparator, nullptr, r);
      for (const Role role : {Role::value, Role::annual_target, Role::period_target}) {
        row.target += text(role, nullptr, r);
      }
      row.unit = text(Role::measurement_unit, nullptr, r);
      row.weight = text(Role::weight, nullptr, r);
      projects.back().rows.push_back(std::move(row));
    }
    const ListDoubts doubts = list_doubts(projects, list_.column_of(Role::measurement_unit) != none,
                                          list_.column_of(Role::comparator) != none);
    std::vector<bool> out;
    for (std::size_t p = 0; p < projects.size(); ++p) {
      for (std::size_t k = 0; k < projects[p].rows.size(); ++k) {
        out.push_back(doubts.rows[p][k] || (doubts.projects[p] && k == 0));
      }
    }
    return out;
  }

  void add_money(Grid& out, std::size_t top, std::size_t k, std::size_t h) const {
    const auto number = static_cast<std::size_t>(
        std::find(list_.money.begin(), list_.money.end(), h) - list_.money.begin());
    for (std::size_t r = 0; r < list_.rows.rows.size(); ++r) {
      const std::size_t span = list_.spans.projects[r];
      if (span == none || (r > 0 && list_.spans.projects[r - 1] == span) ||
          list_.amounts.projects[span][number] == none) {
        continue;
      }
      const std::vector<StreamToken> tokens{
          list_.text.pieces[list_.amounts.projects[span][number]].token};
      Cell cell = cell_of(lines_, tokens, 0, 1, top + r, k);
      cell.rows = rows_of(span, r) - r;
      out.add(std::move(cell));
    }
  }

  /// Where the rows of a project end that begin with row `r`.
  [[nodiscard]] std::size_t rows_of(std::size_t span, std::size_t r) const {
    while (r < list_.rows.rows.size() && list_.spans.projects[r] == span) {
      ++r;
    }
    return r;
  }

  void add_sum(Grid& out, const std::vector<std::size_t>& columns) const {
    std::size_t next = 1;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const Role role = list_.text.header.columns[columns[k]].role;
      std::vector<std::size_t> pieces;
      if (role == Role::project_name) {
        pieces = {0};
      } else if (role == Role::money && next < list_.text.sum.size()) {
        pieces = {next++};
      }
      for (const std::size_t i : pieces) {
        std::vector<StreamToken> tokens{list_.text.sum[i].token};
        out.add(cell_of(lines_, tokens, 0, 1, 1, k));
      }
    }
  }

  [[nodiscard]] Cell cell_at(const ListCell& cell, std::size_t row, std::size_t column) const {
    std::vector<StreamToken> tokens;
    for (const std::size_t i : cell.pieces) {
      tokens.push_back(list_.text.pieces[i].token);
    }
    return cell_of(lines_, tokens, 0, tokens.size(), row, column);
  }

  void add_column(Grid& out, std::size_t top, std::size_t k, std::size_t c) const {
    const Role role = list_.roles[c];
    const std::vector<std::size_t>* spans = role == Role::level1        ? &list_.spans.level1
                                            : role == Role::level2      ? &list_.spans.level2
                                            : list_.rows.of_projects[c] ? &list_.spans.projects
                                                                        : nullptr;
    for (std::size_t r = 0; r < list_.rows.rows.size(); ++r) {
      if (spans == nullptr) {
        const std::size_t at = list_.rows.rows[r].cells[c];
        if (at != none) {
          out.add(cell_at(list_.rows.cells[c][at], top + r, k));
        }
        continue;
      }
      const std::size_t span = (*spans)[r];
      if (span == none || (r > 0 && (*spans)[r - 1] == span)) {
        continue;
      }
      std::size_t end = r + 1;
      while (end < list_.rows.rows.size() && (*spans)[end] == span) {
        ++end;
      }
      const std::size_t at = list_.rows.of_projects[c] ? list_.rows.projects[c][span] : span;
      if (at == none) {
        continue;
      }
      Cell cell = cell_at(list_.rows.cells[c][at], top + r, k);
      cell.rows = end - r;
      out.add(std::move(cell));
    }
  }

  const std::vector<Line>& lines_;
  const ListReading& list_;
};

}  // namespace

std::optional<Grid> list_grid(const std::vector<Line>& lines, const ListReading& list) {
  return ListTable(lines, list).run();
}

}  // namespace budgetdiff::import
