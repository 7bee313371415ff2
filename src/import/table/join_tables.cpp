#include "import/table/join_tables.hpp"

#include "import/identity.hpp"
#include "import/stated_sums.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
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

/// Whether the projects add up to every column that is stated.
bool is_own_total(const Snapshot& snapshot) {
  const auto& stated = snapshot.stated_total.items();
  return std::all_of(stated.begin(), stated.end(), [&](const Funding::Item& item) {
    return sum_of_column(snapshot, item.first) == item.second;
  });
}

/// Whether both tables state one total over all. Two parts may cost the same.
bool state_the_whole(const Snapshot& a, const Snapshot& b) {
  return a.stated_total.identical(b.stated_total) && !(is_own_total(a) && is_own_total(b));
}

Funding reduced(const Funding& funding) {
  Funding out;
  for (const auto& [key, amount] : funding.items()) {
    out.set(key, amount.reduced());
  }
  return out;
}

}  // namespace

std::string substance_of(const Snapshot& snapshot) {
  Snapshot out = snapshot;
  out.stated_total = reduced(out.stated_total);
  for (Project& project : out.projects) {
    project.funding = reduced(project.funding);
  }
  return write_snapshot(out);
}

namespace {

/// A text without what notation alone makes of it: width, blanks, >= for ≥.
std::string folded(const std::string& text) {
  std::string out = fold_width(text);
  for (const auto& [typed, sign] : {std::pair<std::string_view, std::string_view>{">=", "≥"},
                                    {"<=", "≤"},
                                    {"\"", "“"},
                                    {"”", "“"}}) {
    for (std::size_t at = out.find(typed); at != out.npos; at = out.find(typed, at + sign.size())) {
      out.replace(at, typed.size(), sign);
    }
  }
  return out;
}

/// In 元, where the unit is one that converts to it; false where an amount does not.
bool in_yuan(Funding& funding, const std::string& unit) {
  Funding out;
  for (const auto& [key, amount] : funding.items()) {
    const auto converted = convert(amount, unit, "元");
    if (!converted) {
      return false;
    }
    out.set(key, converted->reduced());
  }
  funding = std::move(out);
  return true;
}

}  // namespace

std::string folded_substance_of(const Snapshot& snapshot) {
  Snapshot out = snapshot;
  bool converts = in_yuan(out.stated_total, snapshot.unit);
  for (Project& project : out.projects) {
    converts = converts && in_yuan(project.funding, snapshot.unit);
    for (std::string* text : {&project.name, &project.code, &project.type, &project.spending_unit,
                              &project.goal, &project.annual_goal}) {
      *text = folded(*text);
    }
    for (Indicator& one : project.indicators) {
      for (std::string* text : {&one.level1, &one.level2, &one.name, &one.period_target,
                                &one.annual_target, &one.weight}) {
        *text = folded(*text);
      }
    }
  }
  if (!converts) {
    return substance_of(snapshot);
  }
  out.unit = "元";
  return write_snapshot(out);
}

void append_table(ImportedTable& into, ImportedTable&& from) {
  const auto move_all = [](auto& to, auto& all) {
    to.insert(to.end(), std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
  };
  const bool whole = state_the_whole(into.snapshot, from.snapshot);
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

namespace {

void join(ImportedDocument& document) {
  std::vector<ImportedTable> out;
  for (ImportedTable& table : document.tables) {
    const auto same = std::find_if(out.begin(), out.end(), [&](const ImportedTable& one) {
      return of_one(one.snapshot, table.snapshot);
    });
    if (same == out.end()) {
      out.push_back(std::move(table));
    } else if (substance_of(same->snapshot) == substance_of(table.snapshot)) {
      say(*same, table, "table-repeated",
          BD_TR("the table of {0} is repeated here; one was taken"));
    } else {
      say(*same, table, "tables-joined",
          BD_TR("{0} has another table here: the two were joined to one"));
      append_table(*same, std::move(table));
    }
  }
  document.tables = std::move(out);
}

/// The departments that the document names, each once.
std::vector<std::string> departments_of(const ImportedDocument& document) {
  std::vector<std::string> out;
  for (const ImportedTable& table : document.tables) {
    const std::string& name = table.snapshot.department;
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) {
      out.push_back(name);
    }
  }
  return out;
}

/// Of several departments the one that `wanted` is, or is a part of; none where that
/// is not one.
std::optional<std::string> meant_by(const std::vector<std::string>& departments,
                                    const std::string& wanted) {
  const std::string folded = fold_name(wanted);
  std::optional<std::string> found;
  for (const std::string& name : departments) {
    const std::string own = fold_name(name);
    if (own == folded) {
      return name;
    }
    if (own.find(folded) != std::string::npos) {
      if (found) {
        return std::nullopt;
      }
      found = name;
    }
  }
  return found;
}

Error not_among(const SourceDocument& source, const std::string& wanted,
                const std::vector<std::string>& departments) {
  std::string names;
  for (const std::string& name : departments) {
    names += (names.empty() ? "" : ", ") + name;
  }
  return {source.name,
          {},
          {BD_TR("{0} is not one of the {1} departments whose tables it holds: {2}"),
           {wanted, std::to_string(departments.size()), names}},
          {BD_TR("choose one with --department"), {}}};
}

/// Says that the document is called after another department than the user's word: one file among
/// many may be another bureau's.
void say_other_department(ImportedTable& table, const std::string& wanted) {
  const std::string own = fold_name(body_itself(table.snapshot.department));
  const std::string said = fold_name(body_itself(wanted));
  const bool one = own.find(said) != own.npos || said.find(own) != said.npos;
  if (!own.empty() && !one) {
    table.provenance.findings.push_back(
        {"department-differs",
         Severity::warning,
         {},
         "",
         {BD_TR("--department says {0} and the document {1}; the option was taken"),
          {wanted, table.snapshot.department}}});
  }
}

}  // namespace

Result<void> settle_departments(ImportedDocument& document, const SourceDocument& source,
                                const ImportOptions& options) {
  const std::vector<std::string> departments = departments_of(document);
  if (options.department && departments.size() > 1) {
    const auto meant = meant_by(departments, *options.department);
    if (!meant) {
      return fail(not_among(source, *options.department, departments));
    }
    std::erase_if(document.tables,
                  [&](const ImportedTable& table) { return table.snapshot.department != *meant; });
  } else if (options.department) {
    for (ImportedTable& table : document.tables) {
      say_other_department(table, *options.department);
      table.snapshot.department = with_wide_brackets(*options.department);
    }
  }
  join(document);
  return {};
}

}  // namespace budgetdiff::import
