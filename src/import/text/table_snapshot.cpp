#include "import/text/table_snapshot.hpp"

#include "import/funding_columns.hpp"
#include "import/identity.hpp"
#include "import/layout_guesses.hpp"
#include "import/stated_sums.hpp"
#include "import/text/list_doubts.hpp"
#include "import/text/paragraphs.hpp"
#include "import/text/read_list.hpp"
#include "import/text/rows.hpp"
#include "import/text/spending_units.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

class Builder {
 public:
  Builder(const std::vector<Line>& lines, const TableText& table, const SourceDocument& source,
          const ImportOptions& options)
      : lines_(lines), table_(table), options_(options), file_(source.name) {
    out_.provenance = provenance_of(source, "text");
  }

  ImportedTable run(const TableRows& rows) {
    snapshot().unit = table_.unit;
    snapshot().note = table_.note;
    set_sum();
    find_unit_rows(rows);
    assign_amounts(rows);
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
      if (units_.is_unit[i]) {
        check_subtotal(rows, i);
      } else {
        add_project(rows.rows[i], i);
      }
    }
    take_trailing(rows.trailing);
    identify(snapshot(), findings(), {department(), to_utf8(table_.heading), 0}, file_, options_);
    if (snapshot().unit.empty()) {
      find("unit-missing", Severity::warning, table_.header_line, "",
           {BD_TR("the table says no unit of its amounts (单位：万元)"), {}});
    }
    compare_sums();
    std::stable_sort(findings().begin(), findings().end(), [](const Finding& a, const Finding& b) {
      return a.place.line < b.place.line;
    });
    return std::move(out_);
  }

 private:
  [[nodiscard]] Snapshot& snapshot() { return out_.snapshot; }
  [[nodiscard]] std::vector<Finding>& findings() { return out_.provenance.findings; }

  void find(std::string code, Severity severity, std::size_t line, std::string project,
            Message message) {
    findings().push_back({std::move(code), severity, place_of(lines_[line]), std::move(project),
                          std::move(message)});
  }

  void set_sum() {
    if (table_.sums.empty()) {
      return;
    }
    const SumRow& first = table_.sums.front();
    const RowFunding sum = assign_sum(table_.header.money(), first.run);
    snapshot().stated_total = sum.funding;
    for (const AmountCell& cell : first.run.cells) {
      report_spoiled(cell, first.line, "合计");
    }
    if (sum.guessed) {
      findings().push_back(sum_columns_guess(place_of(lines_[first.line])));
    }
    for (const SumRow& other : table_.sums) {
      const bool same =
          std::equal(first.run.cells.begin(), first.run.cells.end(), other.run.cells.begin(),
                     other.run.cells.end(),
                     [](const AmountCell& a, const AmountCell& b) { return a.text == b.text; });
      if (!same) {
        find("stated-total-differs", Severity::warning, other.line, "",
             {BD_TR("合计 is {0} here and {1} on line {2}"),
              {other.run.cells.front().text, first.run.cells.front().text,
               std::to_string(lines_[first.line].number)}});
      }
    }
  }

  void report_spoiled(const AmountCell& cell, std::size_t line, const std::string& project) {
    if (cell.kind == AmountCell::Kind::spoiled) {
      find("amount-unreadable", Severity::error, line, project,
           {BD_TR("{0} stands where an amount should and is no number; it was left out"),
            {cell.text}});
    }
  }

  /// Units apart: they hold sums of the rows below them.
  void assign_amounts(const TableRows& rows) {
    const std::vector<HeaderColumn> columns = table_.header.money();
    std::vector<const AmountRun*> runs;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
      const RowText& row = rows.rows[i];
      runs.push_back(row.amounts && !units_.is_unit[i] ? &*row.amounts : nullptr);
    }
    funding_ =
        assign_columns(columns, runs, table_.sums.empty() ? nullptr : &table_.sums.front().run);
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
      if (units_.is_unit[i] && rows.rows[i].amounts) {
        Funding below;
        for (std::size_t k = i + 1; k < units_.end[i]; ++k) {
          if (units_.is_unit[k]) {
            continue;
          }
          for (const auto& [key, amount] : funding_[k].funding.items()) {
            const Amount* sum = below.find(key);
            below.set(key, sum == nullptr ? amount : *sum + amount);
          }
        }
        funding_[i] = assign_subtotal(columns, *rows.rows[i].amounts, below);
      }
    }
  }

  void find_unit_rows(const TableRows& rows) {
    std::vector<UnitCandidate> candidates;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
      const RowText& row = rows.rows[i];
      UnitCandidate candidate;
      candidate.name = published(row.name.text);
      if (row.amounts && row.amounts->cells.front().kind == AmountCell::Kind::amount) {
        candidate.total = row.amounts->cells.front().amount;
      }
      candidate.has_cells = !row.goal.empty() || !row.indicators.empty();
      candidate.indented = row.indent >= 2;
      candidates.push_back(std::move(candidate));
    }
    units_ = find_units(candidates, table_.department, rows.indented);
    for (UnitCandidate& candidate : candidates) {
      unit_names_.push_back(std::move(candidate.name));
    }
  }

  /// The stated sum of a unit against the projects below it.
  void check_subtotal(const TableRows& rows, std::size_t unit) {
    for (const HeaderColumn& column : table_.header.money()) {
      const Amount* stated = funding_[unit].funding.find(column.key);
      Amount sum;
      for (std::size_t i = unit + 1; i < units_.end[unit]; ++i) {
        const Amount* amount = funding_[i].funding.find(column.key);
        if (amount != nullptr && units_.holds(unit, i)) {
          sum += *amount;
        }
      }
      if (stated != nullptr && *stated != sum) {
        findings().push_back(subtotal_mismatch(published(rows.rows[unit].name.text), column.key,
                                               *stated, sum,
                                               place_of(lines_[rows.rows[unit].amount_line])));
      }
    }
  }

  [[nodiscard]] std::string department() const {
    if (!table_.department.empty()) {
      return table_.department;
    }
    return units_.owner() == UnitRows::none ? std::string{} : unit_names_[units_.owner()];
  }

  void add_project(const RowText& row, std::size_t index) {
    Project project;
    project.name = published(row.name.text);
    if (project.name.empty()) {
      find("name-missing", Severity::error, row.line, "",
           {BD_TR("a row without a project's name was left out: {0}"),
            {quote(row.goal.empty() ? row.indicators.text : row.goal.text)}});
      return;
    }
    project.funding = funding_[index].funding;
    if (const std::size_t above = units_.unit_of[index]; above != UnitRows::none) {
      project.spending_unit =
          unit_to_say(unit_names_[above], units_.holders.size() > 1, department());
    }
    project.goal = published_goal(row.goal);
    ProjectPlace place;
    place.place = place_of(lines_[row.line]);

    if (!row.amounts) {
      find("amount-missing", Severity::error, row.line, project.name,
           {BD_TR("no amounts stand beside this project"), {}});
    } else {
      for (const AmountCell& cell : row.amounts->cells) {
        report_spoiled(cell, row.amount_line, project.name);
      }
    }
    if (funding_[index].guessed) {
      find(
          "column-guess", Severity::warning, row.amount_line, project.name,
          {BD_TR("blank cells left no trace: which columns the amounts belong to is a guess"), {}});
    }
    if (row.guessed) {
      find("boundary-guess", Severity::warning, row.line, project.name,
           {BD_TR("where this row's texts begin and end is a guess"), {}});
    }
    if (project.goal.empty()) {
      find("goal-missing", Severity::warning, row.line, project.name,
           {BD_TR("the project has no goal"), {}});
    }
    if (row.heads.empty()) {
      find("indicators-missing", Severity::warning, row.line, project.name,
           {BD_TR("the project has no indicators"), {}});
    }
    add_indicators(row, project, place);
    if (!row.guessed && is_torn(project.indicators)) {
      find("boundary-guess", Severity::warning, row.line, project.name,
           {BD_TR("where this row's texts begin and end is a guess"), {}});
    }
    snapshot().projects.push_back(std::move(project));
    out_.provenance.projects.push_back(std::move(place));
  }

  void add_indicators(const RowText& row, Project& project, ProjectPlace& place) {
    read_list(
        row.indicators, row.heads, [&](std::uint32_t origin) { return place_of(lines_[origin]); },
        project, place, findings());
  }

  void take_trailing(const Flow& trailing) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < trailing.size(); ++at) {
      if (trailing.starts_line(at) && opens_note(lines_[trailing.origin[at]])) {
        std::string note = published(std::u32string_view(trailing.text).substr(at));
        snapshot().note += (snapshot().note.empty() ? "" : "\n") + note;
        begin = at;
        break;
      }
      begin = at + 1;
    }
    if (begin > 0) {
      find("text-left-over", Severity::warning, trailing.origin.front(), "",
           {BD_TR("text behind the last row belongs to no project: {0}"),
            {quote(std::u32string_view(trailing.text).substr(0, begin))}});
    }
  }

  /// The projects against 合计, column by column.
  void compare_sums() {
    if (table_.sums.empty()) {
      return;
    }
    for (Finding& wrong : sum_mismatches(snapshot(), place_of(lines_[table_.sums.front().line]))) {
      findings().push_back(std::move(wrong));
    }
  }

  const std::vector<Line>& lines_;
  const TableText& table_;
  const ImportOptions& options_;
  std::string file_;
  ImportedTable out_;
  std::vector<RowFunding> funding_;
  UnitRows units_;
  std::vector<std::string> unit_names_;  ///< of all rows, whether they are units or not
};

}  // namespace

ImportedTable table_snapshot(const std::vector<Line>& lines, const TableText& table,
                             const TableRows& rows, const SourceDocument& source,
                             const ImportOptions& options) {
  return Builder(lines, table, source, options).run(rows);
}

}  // namespace budgetdiff::import
