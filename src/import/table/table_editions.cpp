#include "import/table/table_editions.hpp"

#include "import/identity.hpp"
#include "import/table/scan.hpp"
#include "import/text/source_lines.hpp"
#include "import/title_department.hpp"
#include "import/traditional_letters.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr auto stage_words = std::to_array<std::u32string_view>(
    {U"调整后预算", U"调整预算", U"预算调整", U"年初预算", U"部门预算", U"部门决算", U"决算",
     U"调整后", U"调整", U"年初", U"预算", U"自评"});

/// A title, and no header word that ends like one.
bool heads_table(const std::string& line) {
  std::u32string text = without_space(to_code_points(line));
  if (const std::size_t colon = text.find_first_of(U"：:");
      text.starts_with(U"附") && colon != text.npos && colon < 6) {
    text.erase(0, colon + 1);  // 附件3：某县水利局2025年…表
  }
  constexpr std::size_t longest = 40;
  const bool published = text.size() <= longest && text.find(U"绩效") != text.npos &&
                         text.find_first_of(U"。，；：:") == text.npos &&
                         ends_with_any(text, {U"绩效目标", U"公开", U"公示", U"情况"});
  return (is_any_title(text) || published) && look_up_header(line).role == Role::none;
}

/// 2025年度, （2025年）, 预算年度：2025, or that beside the table's unit.
bool is_caption(const std::string& line) {
  std::u32string text = without_space(to_code_points(line));
  if (text.find(U"单位：") != text.npos || text.find(U"单位:") != text.npos) {
    return true;
  }
  for (const std::u32string_view label : {U"预算年度", U"申报年度", U"年度：", U"年度:"}) {
    if (text.starts_with(label)) {
      return true;
    }
  }
  std::erase_if(text, [](char32_t c) {
    return std::u32string_view(U"（）()[]【】").find(c) != std::u32string_view::npos;
  });
  constexpr std::size_t year_and_word = 6;
  return text.size() <= year_and_word && ends_with_any(text, {U"年", U"年度"});
}

/// A title without its stage, to see whether two are one table's.
std::u32string without_stage(const std::string& title) {
  std::u32string out = to_code_points(title);
  for (const std::u32string_view word : stage_words) {
    for (std::size_t at = out.find(word); at != out.npos; at = out.find(word)) {
      out.erase(at, word.size());
    }
  }
  std::erase_if(out, [](char32_t c) {
    return std::u32string_view(U"（）()").find(c) != std::u32string_view::npos;
  });
  return out;
}

std::string_view stage_of(const TableEdition& edition) {
  return edition.stage.value_or(stage::budget);
}

/// A full title of goals (某局2024年项目支出绩效目标表) without a word of any stage, behind a table
/// whose own title says one, be it 自评 or 调整. A title that is shorter, or called after a
/// project, may be a part of that table.
bool titles_budget(const TableEdition& table, const TableEdition& next) {
  const bool says_stage = table.evaluates || stage_in(table.title) == table.stage;
  return says_stage && is_table_title(next.title) && (table.evaluates || year_of_title(next.title));
}

Error not_among(const SourceDocument& source, const char* sentence, const std::string& wanted,
                const std::set<std::string>& all, const char* hint) {
  std::string names;
  for (const std::string& name : all) {
    names += (names.empty() ? "" : ", ") + name;
  }
  return {source.name, {}, {sentence, {wanted, names}}, {hint, {}}};
}

}  // namespace

void TableEdition::add(const TableEdition& later) {
  year = year ? year : later.year;
  stage = stage ? stage : later.stage;
  title = title.empty() ? later.title : title;
  owner_alone = owner.empty() ? later.owner_alone : owner_alone;
  owner = owner.empty() ? later.owner : owner;
  sheet = sheet.empty() ? later.sheet : sheet;
  owner_of_sheet = owner_of_sheet.empty() ? later.owner_of_sheet : owner_of_sheet;
  evaluates = evaluates || later.evaluates;
}

TableEdition edition_said(const std::vector<std::string>& lines) {
  constexpr int of_budget = 2;
  TableEdition said;
  std::optional<int> above;  // that the line before says, perhaps a title's first half
  std::string heading;       // of the nearest title
  std::string before;
  OwnerSaid above_owner;   // that the line before says
  bool signed_by = false;  // the last name stands alone, and no title behind it
  for (const std::string& line : lines) {
    if (!line.empty() && without_asides(line).empty()) {
      continue;  // （含2023年决算情况） between two lines of a title
    }
    const YearSaid year = year_in_heading(line);
    const std::optional<int> sure = year.evidence > 0 ? year.year : std::nullopt;
    OwnerSaid owner = owner_in_line(line);
    if (owner.evidence <= OwnerEvidence::title) {
      owner = {};  // perhaps it is called after a project
    }
    if (heads_table(line)) {
      const OwnerSaid& one = owner.department.empty() ? above_owner : owner;
      said.owner = one.department;
      said.owner_alone = one.evidence == OwnerEvidence::line;
      signed_by = false;
    } else if (owner.evidence == OwnerEvidence::line) {
      said.owner = owner.department;
      said.owner_alone = true;
      signed_by = true;
    } else if (signed_by && !is_caption(line)) {
      said.owner.clear();
      said.owner_alone = false;
      signed_by = false;
    }
    above_owner = std::move(owner);
    if (heads_table(line)) {
      const std::optional<int> own = sure ? year_of_title(line) : std::nullopt;
      heading = !own && above ? before : "";
      said.year = own ? own : above;
      said.title = to_utf8(without_space(to_code_points(line)));
    } else if (sure && is_caption(line)) {
      said.year = sure;
    }
    above = year.evidence >= of_budget ? year.year : std::nullopt;
    before = line + "\n";
    heading += before;
  }
  said.stage = stage_in_heading(heading, said.year);
  // What was reached is said when the year is over, whatever the budget's name in the title.
  if (simplified(said.title).find("自评") != std::string::npos) {
    said.stage = stage::final_accounts;
    said.evaluates = true;
  }
  return said;
}

std::optional<int> year_of_sheet(const Place& place) {
  return place.sheet.empty() ? std::nullopt : year_in(place.sheet);
}

void add_sheet(TableEdition& edition, const Place& place, const TableEdition& before) {
  const std::string& name = place.sheet;
  if (name.empty()) {
    return;
  }
  const std::optional<int> year = year_of_sheet(place);
  edition.year = edition.year ? edition.year : year;
  edition.owner_of_sheet = department_in_file_name(name);
  const bool of_the_year = !year || year == edition.year;
  const auto stage = of_the_year ? stage_in(name) : std::nullopt;
  // 2024年预算 tells a year and no stage.
  const bool sure = stage && (*stage != stage::budget || name.find("年初") != name.npos);
  const bool behind_one = !before.sheet.empty() && before.sheet != name && (stage || year);
  if (!edition.stage && (sure || behind_one)) {
    edition.stage = sure ? *stage : stage::budget;
    edition.sheet = name;
  }
}

bool is_other_owner(const std::string& owner, const std::string& next) {
  const std::string one = fold_name(without_unit_code(owner));
  const std::string other = fold_name(without_unit_code(next));
  return !one.empty() && !other.empty() && one.find(other) == one.npos &&
         other.find(one) == other.npos;
}

bool is_other_edition(const TableEdition& table, const TableEdition& next) {
  if (table.year && next.year && table.year != next.year) {
    return true;
  }
  if (next.stage) {
    return *next.stage != stage_of(table);
  }
  // The title again, without （调整预算）.
  return stage_of(table) != stage::budget && !next.title.empty() && next.title != table.title &&
         (without_stage(table.title) == without_stage(next.title) || titles_budget(table, next));
}

Result<std::vector<bool>> meant_editions(const std::vector<TableEdition>& tables,
                                         const SourceDocument& source,
                                         const ImportOptions& options) {
  std::vector<bool> meant(tables.size(), true);
  std::set<std::string> years;
  for (const TableEdition& table : tables) {
    if (table.year) {
      years.insert(std::to_string(*table.year));
    }
  }
  if (options.year && years.size() > 1) {
    const std::string wanted = std::to_string(*options.year);
    if (!years.contains(wanted)) {
      return fail(not_among(source, BD_TR("{0} is not one of the years whose tables it holds: {1}"),
                            wanted, years, BD_TR("choose one with --year")));
    }
    for (std::size_t i = 0; i < tables.size(); ++i) {
      meant[i] = !tables[i].year || tables[i].year == options.year;
    }
  }
  std::set<std::string> stages;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const bool of_one = meant[i] && meant[k] && tables[i].year == tables[k].year &&
                          fold_name(tables[i].department) == fold_name(tables[k].department);
      if (of_one && stage_of(tables[i]) != stage_of(tables[k])) {
        stages.insert({std::string(stage_of(tables[i])), std::string(stage_of(tables[k]))});
      }
    }
  }
  if (options.stage && !stages.empty()) {
    if (!stages.contains(*options.stage)) {
      return fail(not_among(source,
                            BD_TR("{0} is not one of the stages whose tables it holds: {1}"),
                            *options.stage, stages, BD_TR("choose one with --stage")));
    }
    for (std::size_t i = 0; i < tables.size(); ++i) {
      meant[i] = meant[i] && stage_of(tables[i]) == *options.stage;
    }
  }
  return meant;
}

}  // namespace budgetdiff::import
