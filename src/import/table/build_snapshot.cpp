#include "import/table/build_snapshot.hpp"
#include "import/table/cell_amount.hpp"

#include "import/identity.hpp"
#include "import/layout_guesses.hpp"
#include "import/stated_sums.hpp"
#include "import/table/amounts_in_prose.hpp"
#include "import/table/cost_tables.hpp"
#include "import/table/decided_amounts.hpp"
#include "import/table/empty_rows.hpp"
#include "import/table/lone_source.hpp"
#include "import/table/money_records.hpp"
#include "import/table/project_indicators.hpp"
#include "import/table/row_numbers.hpp"
#include "import/table/rows_of_units.hpp"
#include "import/table/side_by_side.hpp"
#include "import/table/source_rows.hpp"
#include "import/table/sources_by_sums.hpp"
#include "import/table/subtotals.hpp"
#include "import/table/sums_below.hpp"
#include "import/table/target_text.hpp"
#include "import/table/targets_in_names.hpp"
#include "import/table/unknown_amounts.hpp"
#include "import/table/whole_table.hpp"
#include "import/text/paragraphs.hpp"
#include "import/text/read_list.hpp"
#include "import/text/spending_units.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

/// 甲市, 乙县: who gets the money, and nobody's table.
bool names_region(std::string_view name) {
  constexpr auto ends =
      std::to_array<std::string_view>({"省", "市", "县", "区", "州", "盟", "旗", "乡", "镇"});
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

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
      snapshot().stated_total = funding_of(records_.sums.front(), "合计");
      for (std::size_t i = 1; i < records_.sums.size(); ++i) {
        compare_repeated_sum(records_.sums[i]);
      }
    }
    for (const ProjectText& project : records_.projects) {
      funding_.push_back(funding_of(project.money, published(project.name.text)));
    }
    any_amount_ = std::any_of(records_.projects.begin(), records_.projects.end(),
                              [](const ProjectText& project) { return !project.money.empty(); });
    if (!any_amount_) {
      find("amount-missing", Severity::warning, records_.header_place, "",
           {BD_TR("no project of the table has an amount: the form shows none"), {}});
    }
    find_unit_rows();
    count_units();
    department_ = department();
    said_ = department_;
    look_around();
    any_goal_ = any_has_goal(records_);
    for (std::size_t i = 0; i < records_.projects.size(); ++i) {
      const std::size_t before = snapshot().projects.size();
      if (!units_.is_unit[i]) {
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

  Funding funding_of(const std::vector<MoneyText>& money, const std::string& project) {
    Funding out;
    for (const MoneyText& one : money) {
      const std::optional<Amount> amount = read_cell_amount(one.text);
      if (!amount) {
        find("amount-unreadable", Severity::error, one.place, project,
             {is_too_large(one.text)
                  ? BD_TR("{0} is larger than any amount; it was left out")
                  : BD_TR("{0} stands where an amount should and is no number; it was left out"),
              {quote(one.text)}});
        continue;
      }
      Amount value = *amount;
      if (!one.unit.empty() && one.unit != snapshot().unit) {
        const std::optional<Amount> converted = convert(value, one.unit, snapshot().unit);
        if (!converted) {
          find("unit-differs", Severity::error, one.place, project,
               {BD_TR("{0} is in {1}, the table in {2}; it was left out"),
                {published(one.text), one.unit, snapshot().unit}});
          continue;
        }
        value = *converted;
      }
      if (const Amount* before = out.find(one.key); before != nullptr && one.adds) {
        out.set(one.key, *before + value);
        continue;
      }
      if (out.find(one.key) != nullptr) {
        if (*out.find(one.key) != value) {
          find("amount-doubled", Severity::warning, one.place, project,
               {BD_TR("{0} is stated twice: {1} and {2}; the first was taken"),
                {std::string(published_word(one.key)), out.find(one.key)->grouped(),
                 value.grouped()}});
        }
        continue;
      }
      out.set(one.key, value);
    }
    return out;
  }

  void compare_repeated_sum(const std::vector<MoneyText>& other) {
    const std::vector<MoneyText>& first = records_.sums.front();
    const bool same = std::equal(
        first.begin(), first.end(), other.begin(), other.end(),
        [](const MoneyText& a, const MoneyText& b) { return a.key == b.key && a.text == b.text; });
    if (!same && !other.empty()) {
      find("stated-total-differs", Severity::warning, other.front().place, "",
           {BD_TR("合计 is {0} here and {1} before"),
            {published(other.front().text), published(first.front().text)}});
    }
  }

  void find_unit_rows() {
    std::vector<UnitCandidate> candidates;
    for (std::size_t i = 0; i < records_.projects.size(); ++i) {
      const ProjectText& project = records_.projects[i];
      UnitCandidate candidate;
      // A unit's row may be one cell over the columns of units and projects.
      candidate.name =
          published(project.name.empty() ? project.spending_unit.text : project.name.text);
      if (const Amount* total = funding_[i].total()) {
        candidate.total = *total;
      }
      candidate.has_cells = !project.goal.empty() || project.has_indicators();
      candidates.push_back(std::move(candidate));
    }
    const std::vector<RowNumber> numbers = group_numbers(records_.projects);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      candidates[i].number = numbers[i];
    }
    units_ = find_units(candidates, records_.department, false);
    for (const UnitCandidate& candidate : candidates) {
      unit_names_.push_back(candidate.name);
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (!units_.is_unit[i]) {
        continue;
      }
      compare_unit_row(i);
    }
  }

  /// Every amount of a unit's row against the projects below it. A column that no project
  /// of the table fills in is the units' own.
  void compare_unit_row(std::size_t unit) {
    for (const auto& [key, stated] : funding_[unit].items()) {
      Amount sum;
      bool used = false;
      for (std::size_t i = 0; i < funding_.size(); ++i) {
        const Amount* const amount = units_.is_unit[i] ? nullptr : funding_[i].find(key);
        used = used || amount != nullptr;
        if (amount != nullptr && units_.holds(unit, i)) {
          sum += *amount;
        }
      }
      if ((used || key == column::total) && stated != sum) {
        findings().push_back(
            subtotal_mismatch(unit_names_[unit], key, stated, sum, records_.projects[unit].place));
      }
    }
  }

  /// The body that a column names on every row; "" where rows differ.
  [[nodiscard]] std::string only_one(Flow ProjectText::*column) const {
    std::string only;
    for (const ProjectText& project : records_.projects) {
      const std::string name = without_unit_code(published((project.*column).text));
      if (name.empty() || (!only.empty() && name != only)) {
        return {};
      }
      only = name;
    }
    return only;
  }

  [[nodiscard]] std::string department() {
    if (!records_.department.empty()) {
      return records_.department;
    }
    if (units_.owner() != UnitRows::none) {
      const std::string& owner = unit_names_[units_.owner()];
      const bool titled = !department_in_heading(records_.heading).empty();
      return titled && !names_public_body(without_unit_code(owner)) ? std::string() : owner;
    }
    // One department on every row, or one spending unit, is whose table it is.
    std::string department = only_one(&ProjectText::department);
    if (!department.empty()) {
      return department;
    }
    const std::string unit = only_one(&ProjectText::spending_unit);
    if (!records_.labelled.empty()) {
      return {};  // its label says it, if no title does
    }
    if (std::string titled = department_in_heading(records_.heading); !titled.empty()) {
      return titled;  // the only unit that spends is one of its own
    }
    if (names_region(unit)) {
      return {};
    }
    only_unit_ = unit;
    return unit;
  }

  /// Of a document that names but a unit that spends, the department is the one around it.
  void look_around() {
    if (only_unit_.empty() || options_.department) {
      return;
    }
    std::string around = department_around(file_, only_unit_);
    if (around.empty()) {
      find("department-missing", Severity::note, records_.header_place, "",
           {BD_TR("nothing names a department; the only unit that spends was taken: {0}"),
            {only_unit_}});
      return;
    }
    department_ = std::move(around);
    said_.clear();  // identify() finds it there, and says where
  }

  /// The spending unit of a project's own column, else that of the unit's row above it.
  [[nodiscard]] std::string unit_of(std::size_t index) const {
    const Flow& own = records_.projects[index].spending_unit;
    const std::size_t above = units_.unit_of[index];
    if (!own.empty() || above == UnitRows::none) {
      return without_unit_code(published(own.text));
    }
    return without_unit_code(unit_names_[above]);
  }

  void count_units() {
    std::set<std::string> names;
    for (std::size_t i = 0; i < records_.projects.size(); ++i) {
      if (!units_.is_unit[i]) {
        names.insert(unit_of(i));
      }
    }
    unit_count_ = names.size();
  }

  void add_project(std::size_t index) {
    const ProjectText& text = records_.projects[index];
    const Funding& funding = funding_[index];
    Project project;
    const CodedName coded = coded_name(published(text.name.text));
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
    project.spending_unit = unit_to_say(unit_of(index), unit_count_ > 1, department_);
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
    if (line_ends(importer) == LineEnds::printed && has_amount_in_goal(project)) {
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

  [[nodiscard]] std::vector<bool> rows_of(const std::string& unit) const {
    const std::string folded = fold_name(without_unit_code(unit));
    std::vector<bool> out;
    for (std::size_t i = 0; i < funding_.size(); ++i) {
      out.push_back(fold_name(unit_of(i)) == folded);
    }
    return out;
  }

  /// Rows 小计 against the projects around them.
  void compare_subtotals() {
    std::size_t first = 0;
    for (const SubtotalText& row : records_.subtotals) {
      const std::size_t behind = std::min(row.behind, funding_.size());
      const Funding stated = funding_of(row.money, row.label);
      for (const auto& [key, amount] : stated.items()) {
        std::vector<const Amount*> amounts;
        for (std::size_t i = 0; i < funding_.size(); ++i) {
          amounts.push_back(is_project_[i] ? funding_[i].find(key) : nullptr);
        }
        const std::optional<Amount> sum =
            row.unit.empty() ? wrong_subtotal(amount, amounts, first, behind)
                             : wrong_sum_of_unit(amount, amounts, rows_of(row.unit), behind);
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
  std::string only_unit_;   ///< that spends, where nothing else says whose the table is
  ProjectIndicators indicators_;
  std::vector<Funding> funding_;
  std::vector<bool> is_project_;  ///< of each row
  UnitRows units_;
  std::size_t unit_count_ = 0;  ///< different ones of all projects, "" for those without one
  std::vector<std::string> unit_names_;  ///< of all rows, whether they are units or not
  bool any_amount_ = false;
  bool any_goal_ = false;
};

}  // namespace

ImportedTable build_snapshot(TableRecords records, const Places& places, const Provenance& document,
                             std::string_view file, const ImportOptions& options) {
  return Builder(std::move(records), places, document, file, options).run();
}

}  // namespace budgetdiff::import
