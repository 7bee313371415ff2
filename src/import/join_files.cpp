#include "import/join_files.hpp"

#include "import/table/join_tables.hpp"
#include "import/table_differences.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

bool of_one(const Snapshot& a, const Snapshot& b) {
  return a.department == b.department && a.year == b.year && a.stage == b.stage;
}

std::string edition_of(const Snapshot& snapshot) {
  const std::string year = snapshot.department + " " + std::to_string(snapshot.year.value_or(0));
  return snapshot.stage == stage::budget ? year : year + "." + snapshot.stage;
}

/// A table that another holds, too, by what it holds.
struct Clash {
  std::size_t with = 0;
  std::string project;  ///< empty: the units differ
};

/// For each table the first other that cannot stand beside it in one snapshot.
class Clashes {
 public:
  explicit Clashes(const std::vector<FileTable>& tables) : found_(tables.size()) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const Snapshot& snapshot = tables[i].table.snapshot;
      if (snapshot.unit != tables.front().table.snapshot.unit) {
        note(i, 0, "");
      }
      for (const Project& project : snapshot.projects) {
        look_at(i, project);
      }
    }
  }

  [[nodiscard]] const std::vector<std::optional<Clash>>& found() const { return found_; }

 private:
  struct Known {
    std::size_t table = 0;
    bool coded = false;
  };

  void look_at(std::size_t table, const Project& project) {
    const bool coded = !project.code.empty();
    auto& named = by_name_[fold_name(project.name)];
    for (const Known& other : named) {
      // Two codes decide, below: departments give one name to several projects.
      if (other.table != table && !(coded && other.coded)) {
        note(table, other.table, project.name);
      }
    }
    named.push_back({table, coded});
    if (coded) {
      const auto [other, added] = by_code_.try_emplace(project.code, table);
      if (!added && other->second != table) {
        note(table, other->second, project.name);
      }
    }
  }

  void note(std::size_t table, std::size_t other, const std::string& project) {
    for (const auto& [one, with] : {std::pair(table, other), std::pair(other, table)}) {
      if (!found_[one]) {
        found_[one] = Clash{with, project};
      }
    }
  }

  std::vector<std::optional<Clash>> found_;
  std::map<std::string, std::vector<Known>> by_name_;
  std::map<std::string, std::size_t> by_code_;
};

Error why(const std::vector<FileTable>& tables, std::size_t at, const Clash& clash) {
  const FileTable& one = tables[at];
  const FileTable& other = tables[clash.with];
  const std::string edition = edition_of(one.table.snapshot);
  if (one.file == other.file) {
    return {one.path,
            {},
            {BD_TR("holds tables of {0} in different units"), {edition}},
            {BD_TR("give the part that is meant in a file of its own"), {}}};
  }
  if (clash.project.empty() &&
      (one.table.snapshot.unit.empty() || other.table.snapshot.unit.empty())) {
    const FileTable& said = one.table.snapshot.unit.empty() ? other : one;
    const FileTable& unsaid = one.table.snapshot.unit.empty() ? one : other;
    return {one.path,
            {},
            {BD_TR("{0} does not say the unit of its amounts for {1}, {2} has {3}, so they may be "
                   "no parts of one table"),
             {unsaid.path, edition, said.path, said.table.snapshot.unit}},
            {BD_TR("import the right one alone"), {}}};
  }
  if (clash.project.empty()) {
    return {one.path,
            {},
            {BD_TR("its amounts for {0} are in {1}, those of {2} in {3}, so they are not parts of "
                   "one table"),
             {edition, one.table.snapshot.unit, other.path, other.table.snapshot.unit}},
            {BD_TR("import the right one alone"), {}}};
  }
  const std::string differing = differing_projects(one.table.snapshot, other.table.snapshot);
  const std::string alone =
      differing.empty() ? projects_of_one(one.table.snapshot, other.table.snapshot) : "";
  Message what{BD_TR("the project {0} of {1} is in {2}, too, and the two tables differ"),
               {clash.project, edition, other.path}};
  if (!differing.empty()) {
    what = {BD_TR("the project {0} of {1} is in {2}, too, and the two tables differ: {3}"),
            {clash.project, edition, other.path, differing}};
  } else if (!alone.empty()) {
    what = {BD_TR("the project {0} of {1} is in {2}, too, and one of the two tables alone has {3}"),
            {clash.project, edition, other.path, alone}};
  }
  return {one.path, {}, std::move(what), {BD_TR("import the right one alone"), {}}};
}

void set_conflicts(FileGroup& group, const std::vector<FileTable>& tables,
                   const std::vector<std::optional<Clash>>& clashes) {
  const auto first = std::find_if(clashes.begin(), clashes.end(),
                                  [](const auto& clash) { return clash.has_value(); });
  if (first == clashes.end()) {
    return;
  }
  const auto at = static_cast<std::size_t>(first - clashes.begin());
  const std::string& one = tables[at].path;
  const std::string& other = tables[(*first)->with].path;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    group.conflicts.push_back(
        {tables[i].file,
         clashes[i]
             ? why(tables, i, *clashes[i])
             : Error{tables[i].path,
                     {},
                     {BD_TR("it belongs to {0} like {1} and {2}, which contradict each other"),
                      {edition_of(tables[i].table.snapshot), one, other}},
                     {BD_TR("import the right ones without the others"), {}}}});
  }
}

FileGroup group_of(std::vector<FileTable> all) {
  FileGroup group;
  std::vector<FileTable> tables;
  std::vector<std::string> bytes;
  for (FileTable& one : all) {
    std::string own = all.size() > 1 ? folded_substance_of(one.table.snapshot) : std::string();
    const auto same = std::find(bytes.begin(), bytes.end(), own);
    if (same != bytes.end()) {
      group.same.push_back({one.file, tables[static_cast<std::size_t>(same - bytes.begin())].file});
      continue;
    }
    group.files.push_back(one.file);
    tables.push_back(std::move(one));
    bytes.push_back(std::move(own));
  }
  set_conflicts(group, tables, Clashes(tables).found());
  std::vector<ImportedTable> parts;
  for (FileTable& one : tables) {
    parts.push_back(std::move(one.table));
    if (!group.conflicts.empty()) {
      break;
    }
  }
  group.table = join_files(std::move(parts));
  return group;
}

/// The base name, told apart from those that are taken.
std::string name_among(const Provenance& all, const Provenance& own) {
  const auto taken = [&](const SourcePart& part) { return part.file == own.file; };
  return own.file == all.file || std::any_of(all.parts.begin(), all.parts.end(), taken)
             ? own.file + "#" + own.sha256.substr(0, 12)
             : own.file;
}

void set_file(Provenance& provenance, const std::string& name) {
  for (ProjectPlace& project : provenance.projects) {
    project.place.file = name;
    for (Place& place : project.indicators) {
      place.file = name;
    }
  }
  for (Finding& finding : provenance.findings) {
    finding.place.file = name;
  }
}

/// "html" and "pdf" are "html,pdf".
void add_importer(std::string& all, const std::string& one) {
  if (("," + all + ",").find("," + one + ",") == std::string::npos) {
    all += "," + one;
  }
}

}  // namespace

std::vector<FileGroup> group_files(std::vector<FileTable> tables) {
  std::vector<std::vector<FileTable>> groups;
  for (FileTable& table : tables) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
      return of_one(group.front().table.snapshot, table.table.snapshot);
    });
    if (same == groups.end()) {
      groups.emplace_back().push_back(std::move(table));
    } else {
      same->push_back(std::move(table));
    }
  }
  std::vector<FileGroup> out;
  out.reserve(groups.size());
  for (auto& group : groups) {
    out.push_back(group_of(std::move(group)));
  }
  return out;
}

ImportedTable join_files(std::vector<ImportedTable> parts) {
  ImportedTable whole = std::move(parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) {
    Provenance& own = parts[i].provenance;
    const std::string name = name_among(whole.provenance, own);
    set_file(own, name);
    whole.provenance.parts.push_back({name, own.sha256, own.size});
    add_importer(whole.provenance.importer, own.importer);
    append_table(whole, std::move(parts[i]));
  }
  if (parts.size() > 1) {
    whole.provenance.findings.push_back(
        {"files-joined",
         Severity::note,
         {},
         "",
         {BD_TR("the projects of {0} files were joined to one snapshot"),
          {std::to_string(parts.size())}}});
  }
  return whole;
}

}  // namespace budgetdiff::import
