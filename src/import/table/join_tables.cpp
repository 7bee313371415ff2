#include "import/table/join_tables.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

bool of_one(const Snapshot& a, const Snapshot& b) {
  return !a.department.empty() && a.department == b.department && a.year == b.year &&
         a.stage == b.stage && a.unit == b.unit;
}

Place place_of(const ImportedTable& table) {
  return table.provenance.projects.empty() ? Place{} : table.provenance.projects.front().place;
}

void say(ImportedTable& into, const ImportedTable& from, const char* code, const char* text) {
  into.provenance.findings.push_back(
      {code, Severity::note, place_of(from), "", {text, {from.snapshot.department}}});
}

/// Sums of all columns, those that one of the tables does not state left out.
Funding added(const Funding& a, const Funding& b) {
  Funding out;
  for (const auto& [key, amount] : a.items()) {
    if (const Amount* other = b.find(key)) {
      out.set(key, amount + *other);
    }
  }
  return out;
}

void append(ImportedTable& into, ImportedTable&& from) {
  say(into, from, "tables-joined", BD_TR("{0} has another table here: the two were joined to one"));
  const auto move_all = [](auto& to, auto& all) {
    to.insert(to.end(), std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
  };
  const bool whole = into.snapshot.stated_total.identical(from.snapshot.stated_total);
  // What each part states was compared with its own projects; one total over all
  // is compared by check.
  if (whole) {
    const auto differs = [](const Finding& finding) { return finding.code == "sum-mismatch"; };
    std::erase_if(into.provenance.findings, differs);
    std::erase_if(from.provenance.findings, differs);
  } else {
    into.snapshot.stated_total = added(into.snapshot.stated_total, from.snapshot.stated_total);
  }
  move_all(into.snapshot.projects, from.snapshot.projects);
  move_all(into.provenance.projects, from.provenance.projects);
  move_all(into.provenance.findings, from.provenance.findings);
}

}  // namespace

void join_tables(ImportedDocument& document) {
  std::vector<ImportedTable> out;
  for (ImportedTable& table : document.tables) {
    const auto same = std::find_if(out.begin(), out.end(), [&](const ImportedTable& one) {
      return of_one(one.snapshot, table.snapshot);
    });
    if (same == out.end()) {
      out.push_back(std::move(table));
    } else if (write_snapshot(same->snapshot) == write_snapshot(table.snapshot)) {
      say(*same, table, "table-repeated",
          BD_TR("the table of {0} is repeated here; one was taken"));
    } else {
      append(*same, std::move(table));
    }
  }
  document.tables = std::move(out);
}

}  // namespace budgetdiff::import
