#include "import/table/table_sections.hpp"

#include "import/identity.hpp"
#include "import/table/continued.hpp"
#include "import/table/listed_twice.hpp"
#include "import/table/repeated_projects.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/skipped_pages.hpp"
#include "import/table/subtotals.hpp"
#include "import/table/sum_lines.hpp"
#include "import/table/table_halves.hpp"
#include "import/table/unit_doubts.hpp"
#include "import/title_department.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {

TableSections::TableSections(const GridDocument& document, std::string_view file)
    : document_(document), file_owner_(department_in_file_name(file)) {
  start_table();
}

void TableSections::start_table() {
  places_ = std::make_unique<Places>();
  records_ = std::make_unique<TableRecords>();
  list_ = std::make_unique<ListReader>(*places_, *records_);
  form_ = std::make_unique<FormReader>(*places_, *records_);
  edition_ = {};
  has_department_ = false;
}

void TableSections::finish_table() {
  list_->finish();
  if (!records_->projects.empty()) {
    say_pages(*records_);
    say_skipped_pages(document_, *records_);
    take_total_of_unit(*records_);
    join_repeated_projects(*records_);
    join_continued_forms(*records_);
    take_one_of_two(*records_);
    join_halves_of_tables(*records_);
    say_sheet_owners();
    edition_.department = records_->department.empty() ? edition_.owner : records_->department;
    parts_.push_back({std::move(records_), std::move(places_), std::move(edition_)});
  }
  start_table();
}

std::vector<TablePart> TableSections::finish() {
  finish_table();
  return std::move(parts_);
}

void TableSections::take_line(const TextLine& line) {
  around_.see(line.text);
  if (opens_remark(line.text) && list_->active()) {
    records_->add_note(line.text);
    return;
  }
  if (list_->active()) {
    take_sum_line(line, list_->header(), *records_);
  }
  around_.head(to_utf8(line.text));
  title_seen_ = titles_.see_line(line) || title_seen_;
}

void TableSections::take_context_row(const Grid& grid, std::size_t row) {
  if (const TextLine line = row_as_line(grid, row); !line.text.empty()) {
    take_line(line);
  }
}

/// Whether the title of the table that begins now, or the label above it, names another
/// department than the title of the table before, where no label says whose that one is. Titles
/// of other names than their tables' labels are called after units or projects. `lists`: it is a
/// list, whose title is called after none.
bool TableSections::titles_name_others(const TableEdition& next, bool lists) const {
  const std::string titled =
      !edition_.owner.empty() ? edition_.owner : department_in_heading(records_->heading);
  if (has_department_) {
    return !around_.department_is_near() && !is_other_owner(records_->department, titled) &&
           is_other_owner(titled, next.owner);
  }
  const bool labelled = lists && next.owner.empty() && around_.department_is_near();
  const std::string& other = labelled ? around_.department() : next.owner;
  // Below a cover of 某县教育局2024年部门预算 names alone in their lines are units'.
  const bool alone = (edition_.owner_alone || edition_.owner.empty()) && next.owner_alone;
  const bool of_units =
      alone &&
      std::any_of(around_.front().begin(), around_.front().end(), [&](const std::string& line) {
        const OwnerSaid said = owner_in_line(line);
        return said.evidence >= OwnerEvidence::budget_title &&
               is_other_owner(said.department, titled) && is_other_owner(said.department, other);
      });
  return !of_units && is_other_owner(titled, other);
}

/// The same of the sheets' names, where nothing else says whose a table is. Where the file does,
/// they may be its units' or other departments': that is said.
bool TableSections::sheets_name_others(const TableEdition& next) {
  const bool said = !around_.department().empty() || !around_.labelled().empty() ||
                    !edition_.owner.empty() || !next.owner.empty() ||
                    !department_in_heading(records_->heading).empty();
  if (said || !is_other_owner(edition_.owner_of_sheet, next.owner_of_sheet)) {
    return false;
  }
  if (is_other_owner(file_owner_, edition_.owner_of_sheet) &&
      is_other_owner(file_owner_, next.owner_of_sheet)) {
    add_once(sheet_owners_, edition_.owner_of_sheet);
    add_once(sheet_owners_, next.owner_of_sheet);
  }
  return file_owner_.empty();
}

void TableSections::say_sheet_owners() {
  std::string names;
  for (const std::string& name : std::exchange(sheet_owners_, {})) {
    names += (names.empty() ? "" : ", ") + name;
  }
  if (!names.empty()) {
    records_->findings.push_back(
        {"department-missing",
         Severity::warning,
         records_->header_place,
         "",
         {BD_TR("the sheets are called after several bodies ({0}) and the file after another; "
                "they were read as one table"),
          {names}}});
  }
}

/// Whether the label that was seen last names another department than the table's own did.
bool TableSections::names_other_department() const {
  return !around_.department().empty() && has_department_ &&
         fold_name(without_unit_code(around_.department())) !=
             fold_name(without_unit_code(records_->department));
}

bool TableSections::begin(const Place& place, bool lists) {
  TableEdition edition = edition_said(around_.near());
  add_sheet(edition, place, edition_);
  const bool other_title = titles_name_others(edition, lists) || sheets_name_others(edition);
  const bool other_edition = is_other_edition(edition_, edition);
  const bool other =
      !records_->projects.empty() && (names_other_department() || other_title || other_edition);
  if (other_edition && !edition.stage) {
    edition.stage = stage::budget;  // what the document begins with is said of the other
  }
  if (other) {
    finish_table();
    if (other_title && !around_.department_is_near()) {
      around_.forget_department();
    }
  }
  if (!edition_.year && edition.year && !records_->heading.empty()) {
    for (const std::string& line : around_.near()) {
      records_->heading += "\n" + line;  // only a later part says the year
    }
  }
  edition_.add(edition);
  take_owner(true);
  doubt_units(units_in_lines(around_.near()), place, records_->findings);
  if (records_->heading.empty()) {
    for (const std::string& line : around_.heading()) {
      records_->heading += (records_->heading.empty() ? "" : "\n") + line;
    }
    records_->header_place = place;
  }
  around_.begin_table();
  title_seen_ = false;
  titles_.use();
  return other;
}

/// Takes the department and the unit that were said last, where the table has none yet; the
/// department `anew` also where it has.
void TableSections::take_owner(bool anew) {
  if (!around_.department().empty() && (anew || !has_department_)) {
    records_->department = around_.department();
    has_department_ = true;
  }
  if (records_->labelled.empty()) {
    records_->labelled = around_.labelled();
  }
  if (records_->unit.empty()) {
    records_->unit = around_.unit();
  }
}

void TableSections::take_labels(const std::vector<Labelled>& labels) {
  around_.take_labels(labels);
  take_owner(false);
  around_.give_department();
}

void TableSections::see_department_of_form(const Grid& grid, const GridScan& scan,
                                           std::size_t row) {
  if (records_->projects.empty()) {
    return;
  }
  Places places;
  TableRecords ahead;
  FormReader form(places, ahead);
  for (std::size_t r = row; r < grid.rows(); ++r) {
    if (scan.header_at(r) != nullptr || (r > row && scan.form_at(r))) {
      return;
    }
    std::vector<Labelled> context;
    form.read_row(grid, r, context);
    std::erase_if(context, [](const Labelled& one) { return one.role != Role::department; });
    if (!context.empty()) {
      around_.take_labels(context);
      return;
    }
  }
}

}  // namespace budgetdiff::import
