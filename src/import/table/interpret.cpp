#include "import/table/interpret.hpp"

#include "import/identity.hpp"
#include "import/table/build_snapshot.hpp"
#include "import/table/category_doubts.hpp"
#include "import/table/cut_form_rows.hpp"
#include "import/table/cut_goals.hpp"
#include "import/table/cut_headers.hpp"
#include "import/table/cut_headings.hpp"
#include "import/table/cut_labels.hpp"
#include "import/table/cut_levels.hpp"
#include "import/table/department_column.hpp"
#include "import/table/forms_beside.hpp"
#include "import/table/join_tables.hpp"
#include "import/table/lists_beside.hpp"
#include "import/table/lost_header_spans.hpp"
#include "import/table/table_editions.hpp"
#include "import/table/table_parts.hpp"
#include "import/table/text_doubts.hpp"
#include "import/table/turned_tables.hpp"
#include "import/table/years_of_rows.hpp"
#include "import/title_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

/// What the document begins with says for all of its tables, where a table's own lines, which
/// are nearer to it, do not say otherwise.
void add_front(TableRecords& records, const TableEdition& own,
               const std::vector<std::string>& front) {
  std::string above;
  for (const std::string& line : front) {
    const auto year = year_in(line);
    const bool other_year = own.year && year && year != own.year;
    const bool other_stage = own.stage && stage_in(line);
    if (!other_year && !other_stage) {
      above += line + "\n";
    }
  }
  records.heading.insert(0, above);
  if (year_of_sheet(records.header_place)) {
    records.heading += "\n" + records.header_place.sheet;
  }
}

/// A sheet that is called after a body says whose its table is where nothing else does.
void take_owner_of_sheet(TableRecords& records, const TableEdition& edition,
                         const std::string& file) {
  const bool said = !records.department.empty() || !records.labelled.empty() ||
                    !department_in_heading(records.heading).empty() ||
                    !department_in_file_name(file).empty();
  if (!said) {
    records.labelled = edition.owner_of_sheet;
  }
}

/// What is wrong with the sums of a table that holds several departments' projects: no part
/// of it has these sums.
std::vector<Finding> wrong_sums(ImportedTable whole) {
  std::vector<Finding>& findings = whole.provenance.findings;
  std::erase_if(findings, [](const Finding& finding) {
    return finding.code != "sum-mismatch" && finding.code != "subtotal-mismatch" &&
           finding.code != "stated-total-differs";
  });
  return std::move(findings);
}

/// A table as one of each year and department that its columns name; none where it stays one.
Result<std::vector<TableRecords>> parts_of(TableRecords& records, const SourceDocument& source,
                                           const ImportOptions& options) {
  auto years = records_by_year(records, source, options);
  if (!years) {
    return tl::unexpected(std::move(years).error());
  }
  if (years->empty()) {
    return records_by_department(records, options.department);
  }
  std::vector<TableRecords> out;
  for (TableRecords& year : *years) {
    std::vector<TableRecords> departments = records_by_department(year, options.department);
    if (departments.empty()) {
      departments.push_back(std::move(year));
    }
    std::move(departments.begin(), departments.end(), std::back_inserter(out));
  }
  return out;
}

/// Why a document gives no table.
Error none_found(const TableParts& tables, const SourceDocument& source) {
  return {source.name,
          {},
          {tables.whole_department ? BD_TR("the document holds a table of the whole department's "
                                           "goals (整体支出绩效目标表) and none of projects")
           : tables.found_header   ? BD_TR("the performance table has no projects")
           : tables.blank_form ? BD_TR("the form is not filled in: nothing stands beside 项目名称")
           : tables.nameless
               ? BD_TR("the table of indicators names no project (项目名称): regions, units "
                       "and whole funds are none")
               : BD_TR("no performance table found: no header row with 项目名称, 总计 "
                       "and 绩效指标, and no form with 项目名称"),
           {}},
          {BD_TR("give a document with a 项目支出绩效目标表, or describe the table with --mapping"),
           {}}};
}

}  // namespace

Result<ImportedDocument> interpret(GridDocument document, const SourceDocument& source,
                                   const ImportOptions& options) {
  turn_tables(document.blocks);
  restore_header_spans(document.blocks);
  part_forms_beside(document.blocks);
  part_lists_beside(document.blocks);
  mend_cut_headers(document.blocks);
  mend_cut_labels(document.blocks);
  mend_cut_headings(document.blocks);
  mend_cut_form_rows(document.blocks);
  TableParts tables = read_parts(document, source.name);
  std::vector<TableEdition> editions;
  for (const TablePart& part : tables.parts) {
    editions.push_back(part.edition);
  }
  const auto meant = meant_editions(editions, source, options);
  if (!meant) {
    return fail(meant.error());
  }
  ImportedDocument out;
  // Once for all of its tables: the digest of a large file takes longer than a table does.
  const Provenance provenance = provenance_of(source, document.importer);
  for (std::size_t i = 0; i < tables.parts.size(); ++i) {
    TablePart& part = tables.parts[i];
    if (!(*meant)[i]) {
      continue;
    }
    add_front(*part.records, part.edition, tables.front);
    for (ProjectText& project : part.records->projects) {
      complete_clipped_levels(project.rows);
    }
    doubt_categories(*part.records);
    doubt_texts(*part.records);
    doubt_cut_goals(*part.records, *part.places);
    if (part.edition.evaluates) {
      part.records->stage = stage::final_accounts;
    } else if (!part.edition.sheet.empty()) {
      part.records->stage = part.edition.stage;
    }
    take_owner_of_sheet(*part.records, part.edition, source.name);
    const auto build = [&](TableRecords records) {
      return build_snapshot(std::move(records), *part.places, provenance, source.name, options);
    };
    auto parts = parts_of(*part.records, source, options);
    if (!parts) {
      return tl::unexpected(std::move(parts).error());
    }
    std::vector<Finding> of_all;
    if (!parts->empty()) {
      of_all = wrong_sums(build(std::move(*part.records)));
    } else {
      parts->push_back(std::move(*part.records));
    }
    for (TableRecords& records : *parts) {
      ImportedTable table = build(std::move(records));
      if (!table.snapshot.projects.empty()) {
        std::vector<Finding>& findings = table.provenance.findings;
        findings.insert(findings.end(), of_all.begin(), of_all.end());
        of_all.clear();
        out.tables.push_back(std::move(table));
      } else if (parts->size() > 1) {
        std::move(table.provenance.findings.begin(), table.provenance.findings.end(),
                  std::back_inserter(of_all));  // rows of a year or department that are no projects
      }
    }
  }
  if (out.tables.empty()) {
    return fail(none_found(tables, source));
  }
  if (auto settled = settle_departments(out, source, options); !settled) {
    return tl::unexpected(std::move(settled).error());
  }
  std::vector<Finding>& findings = out.tables.front().provenance.findings;
  findings.insert(findings.begin(), tables.passed_over.begin(), tables.passed_over.end());
  findings.insert(findings.begin(), document.findings.begin(), document.findings.end());
  return out;
}

}  // namespace budgetdiff::import
