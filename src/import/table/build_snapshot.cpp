#include "import/table/build_snapshot.hpp"

#include "import/identity.hpp"
#include "import/layout_guesses.hpp"
#include "import/stated_sums.hpp"
#include "import/table/amounts_in_prose.hpp"
#include "import/table/coded_name.hpp"
#include "import/table/cost_tables.hpp"
#include "import/table/decided_amounts.hpp"
#include "import/table/empty_rows.hpp"
#include "import/table/lone_source.hpp"
#include "import/table/money_records.hpp"
#include "import/table/project_indicators.hpp"
#include "import/table/read_funding.hpp"
#include "import/table/row_numbers.hpp"
#include "import/table/rows_of_units.hpp"
#include "import/table/side_by_side.hpp"
#include "import/table/source_rows.hpp"
#include "import/table/sources_by_sums.hpp"
#include "import/table/subtotals.hpp"
#include "import/table/sums_below.hpp"
#include "import/table/table_units.hpp"
#include "import/table/targets_in_names.hpp"
#include "import/table/unknown_amounts.hpp"
#include "import/table/whole_table.hpp"
#include "import/text/list_doubts.hpp"
#include "import/text/paragraphs.hpp"
#include "import/text/read_list.hpp"
#include "import/text/spending_units.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Print and text have no cells of their own: what stands where was judged, and lines end
/// where the page does.
LineEnds line_ends(std::string_view importer) {
  return importer == "pdf" || importer == "text" ? LineEnds::printed : LineEnds::typed;
}

class Builder {
 public:
  Builder(TableRecords records, const Places& places, const Provenance& document,
          std::string_view file, const ImportOptions& options)
      : records_(std::move(records)),
        options_(options),
        file_(file),
        indicators_(places, line_ends(document.importer), out_.provenance.findings) {
    out_.provenance = document;
    out_.provenance.findings = records_.findings;
  }

  ImportedTable run() {
    const DocumentIdentity said{"", records_.heading, header_year(records_)};
    const std::optional<int> year = year_said(said, file_, options_);
    if (auto years = choose_year(records_, year)) {
      findings().push_back(std::move(*years));
    }
    const std::string stage =
        own_stage(stage_said(said, file_, options_).value_or(std::string(stage::budget)));
    for (Finding& targets : choose_targets(records_, year, stage)) {
      findings().push_back(std::move(targets));
    }
    if (!name_only_sources(records_.projects)) {
      add_once(records_.unread, records_.sources_column);
    }
    take_numbers_off_names(records_.projects);
    take_targets_of_names(records_);
    take_cost_totals(records_);
    take_lone_amounts(records_);
    say_decided(take_decided_labels(records_), records_.header_place, findings());
    keep_sources_apart(records_);
    take_units_of_cells(records_);
    const bool printed = line_ends(out_.provenance.importer) == LineEnds::printed;
    for (Finding& guess : give_rows_of_units(records_, printed)) {
      findings().push_back(std::move(guess));
    }
    for (Finding& sum : take_sums_below(records_)) {
      findings().push_back(std::move(sum));
    }
    take_totals_of_year(records_);
    take_only_total(records_);
    snapshot().unit = unit_of_amounts(records_);
    if (out_.provenance.importer == "text") {
      settle_sources_by_sums(records_);
    }
    if (!records_.sums.empty()) {
      snapshot().stated_total =
          read_funding(records_.sums.front(), snapshot().unit, "合计", findings());
      for (std::size_t i = 1; i < records_.sums.size(); ++i) {
        compare_repeated_sums(records_.sums.front(), records_.sums[i], findings());
      }
    }
    for (const ProjectText& project : records_.projects) {
      funding_.push_back(
          read_funding(project.money, snapshot().unit, published(project.name.text), findings()));
    }
    any_amount_ = std::any_of(records_.projects.begin(), records_.projects.end(),
                              [](const ProjectText& project) { return !project.money.empty(); });
    if (!any_amount_) {
      find("amount-missing", Severity::warning, records_.header_place, "",
           {BD_TR("no project of the table has an amount that was understood"), {}});
    }
    units_.emplace(records_, funding_);
    for (Finding& wrong : units_->wrong_unit_rows()) {
      findings().push_back(std::move(wrong));
    }
    department_ = said_ = units_->department();
    look_around();
    any_goal_ = any_has_goal(records_);
    std::vector<std::string> names;
    for (const ProjectText& project : records_.projects) {
      names.push_back(published(project.name.text));
    }
    code_length_ = code_length(names);
    for (std::size_t i = 0; i < records_.projects.size(); ++i) {
      const std::size_t before = snapshot().projects.size();
      if (!units_->is_unit(i)) {
        add_project(i);
      }
      is_project_.push_back(snapshot().projects.size() > before);
    }
    snapshot().note = records_.note;
    identify(snapshot(), findings(),
             {said_, records_.heading, header_year(records_), records_.labelled}, file_, options_);
    snapshot().stage = own_stage(snapshot().stage);
    if (auto stages = choose_stage(snapshot(), records_)) {
      findings().push_back(std::move(*stages));
    }
    if (snapshot().unit.empty() && any_amount_) {
      find("unit-missing", Severity::warning, records_.header_place, "",
           {BD_TR("the table says no unit of its amounts (单位：万元)"), {}});
    }
    say_without_unit();
    if (auto lone = lone_source(records_, snapshot())) {
      findings().push_back(std::move(*lone));
    }
    compare_sums();
    compare_subtotals();
    say_of_whole_table(snapshot(), records_, findings());
    report_score();
    name_guesses(out_);
    return std::move(out_);
  }

 private:
  void say_without_unit() {
    const WithoutUnit none = without_unit(records_);
    if (none.first != nullptr) {
      find("unit-missing", Severity::warning, none.first->place, published(none.first->name.text),
           {BD_TR("nothing says the unit of this project's amounts ({1} such projects); {0} was "
                  "taken, which others say in their own cells"),
            {snapshot().unit, std::to_string(none.count)}});
    }
  }

  [[nodiscard]] Snapshot& snapshot() { return out_.snapshot; }
  [[nodiscard]] std::vector<Finding>& findings() { return out_.provenance.findings; }

  void find(std::string code, Severity severity, const Place& place, std::string project,
            Message message) {
    findings().push_back(
        {std::move(code), severity, place, std::move(project), std::move(message)});
  }

  /// Of a document that names but a unit that spends, the department is the one around it.
  void look_around() {
    if (units_->only_unit().empty() || options_.department) {
      return;
    }
    std::string around = department_around(file_, units_->only_unit());
    if (around.empty()) {
      find("department-missing", Severity::note, records_.header_place, "",
           {BD_TR("nothing names a department; the only unit that spends was taken: {0}"),
            {units_->only_unit()}});
      return;
    }
    department_ = std::move(around);
    said_.clear();  // identify() finds it there, and says where
  }

  void add_project(std::size_t index) {
    const ProjectText& text = records_.projects[index];
    const Funding& funding = funding_[index];
    Project project;
    const CodedName coded = coded_name(published(text.name.text), code_length_);
    project.name = coded.name;
    project.code = text.code.empty() ? coded.code : published(text.code.text);
    if (is_rounded_code(project.code)) {
      find("code-rounded", Severity::warning, text.place, project.name,
           {BD_TR("the project's code is a rounded number, as spreadsheets make of long ones; it "
                  "was left out: {0}"),
            {std::exchange(project.code, {})}});
    }
    project.type = published(text.type.text);
    project.funding = funding;
    project.goal = published_goal(text.goal);
    project.annual_goal = published_goal(text.annual_goal);
    project.spending_unit = unit_to_say(units_->unit_of(index), units_->are_several(), department_);
    if (project.goal.empty() && !project.annual_goal.empty()) {
      std::swap(project.goal, project.annual_goal);  // the form has one goal only
    }

    ProjectPlace place;
    place.place = text.place;
    const bool part = project.name.starts_with("其中：") || project.name.starts_with("其中:");
    if (part && project.goal.empty() && !text.has_indicators()) {
      find("part-left-out", Severity::note, text.place, "",
           {BD_TR("a row that is a part of the project above was left out: {0}"), {project.name}});
      return;
    }
    if (says_nothing(project, text)) {
      find("text-left-over", Severity::note, text.place, "",
           {BD_TR("a row that says that there is nothing was left out: {0}"), {project.name}});
      return;
    }
    if (project.name.empty()) {
      say_nameless(text);
      return;
    }
    if (text.money.empty() && any_amount_) {
      find("amount-missing", Severity::error, text.place, project.name,
           {BD_TR("no amounts stand beside this project"), {}});
    }
    if (project.goal.empty() && any_goal_) {
      find("goal-missing", Severity::warning, text.place, project.name,
           {BD_TR("the project has no goal"), {}});
    }
    const std::string& importer = out_.provenance.importer;
    if (line_ends(importer) == LineEnds::printed &&
        (has_amount_in_goal(project) || holds_list_piece(project.goal) ||
         holds_list_piece(project.annual_goal))) {
      findings().push_back(layout_guess(text.place, project.name));
    }
    indicators_.read(text, project, place);
    if (project.indicators.empty()) {
      find("indicators-missing", Severity::warning, text.place, project.name,
           {BD_TR("the project has no indicators"), {}});
    }
    snapshot().projects.push_back(std::move(project));
    out_.provenance.projects.push_back(std::move(place));
  }

  /// A row without a project's name is lost with all that it holds.
  void say_nameless(const ProjectText& text) {
    const std::u32string words = first_words(text);
    if (words.empty()) {
      return;
    }
    const std::size_t indicators = indicators_.count(text);
    Message what{BD_TR("a row without a project's name was left out: {0}"), {quote(words)}};
    if (indicators > 0) {
      what = {BD_TR("a row without a project's name was left out with its indicators ({1}): {0}"),
              {quote(words), std::to_string(indicators)}};
    }
    find("name-missing", Severity::error, text.place, "", std::move(what));
  }

  void compare_sums() {
    if (records_.sums.empty() || records_.sums.front().empty()) {
      return;
    }
    for (Finding& wrong : sum_mismatches(snapshot(), records_.sums.front().front().place)) {
      findings().push_back(std::move(wrong));
    }
  }

  /// Rows 小计 against the projects around them.
  void compare_subtotals() {
    std::size_t first = 0;
    for (const SubtotalText& row : records_.subtotals) {
      const std::size_t behind = std::min(row.behind, funding_.size());
      const Funding stated = read_funding(row.money, snapshot().unit, row.label, findings());
      for (const auto& [key, amount] : stated.items()) {
        std::vector<const Amount*> amounts;
        for (std::size_t i = 0; i < funding_.size(); ++i) {
          amounts.push_back(is_project_[i] ? funding_[i].find(key) : nullptr);
        }
        const std::optional<Amount> sum =
            row.unit.empty()
                ? wrong_subtotal(amount, amounts, first, behind)
                : wrong_sum_of_unit(amount, amounts, units_->rows_of(row.unit), behind);
        if (sum) {
          findings().push_back(subtotal_mismatch(row.unit.empty() ? row.label : row.unit, key,
                                                 amount, *sum, row.place));
        }
      }
      first = behind;
    }
  }

  /// What the table's own title says of its stage, unless the user does, else `said`.
  [[nodiscard]] std::string own_stage(const std::string& said) const {
    return records_.stage && !options_.stage ? std::string(*records_.stage) : said;
  }

  void report_score() {
    if (indicators_.scored()) {
      find("score-in-category", Severity::note, records_.header_place, "",
           {BD_TR("scores in brackets behind categories were left out"), {}});
    }
  }

  TableRecords records_;
  const ImportOptions& options_;
  std::string file_;
  ImportedTable out_;
  std::string department_;  ///< whose table it is, as far as its rows and lines say
  std::string said_;        ///< of it by the document itself
  ProjectIndicators indicators_;
  std::vector<Funding> funding_;
  std::vector<bool> is_project_;     ///< of each row
  std::optional<TableUnits> units_;  ///< once the amounts of all rows are known
  std::size_t code_length_ = 0;
  bool any_amount_ = false;
  bool any_goal_ = false;
};

}  // namespace

ImportedTable build_snapshot(TableRecords records, const Places& places, const Provenance& document,
                             std::string_view file, const ImportOptions& options) {
  return Builder(std::move(records), places, document, file, options).run();
}

}  // namespace budgetdiff::import
