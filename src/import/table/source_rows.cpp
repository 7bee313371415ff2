#include "import/table/source_rows.hpp"

#include "import/table/cell_amount.hpp"
#include "import/table/money_records.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

bool says_sum(const Flow& source) {
  const std::string word = published(source.text);
  return is_sum_label(word) || is_subtotal_label(word);
}

/// The column of a source: that of its word (一般公共预算), else the word as published.
std::string key_of_source(const Flow& source) {
  std::string word = published(source.text);
  const Term term = look_up_header(word);
  const bool known = term.role == Role::money && term.column != column::total;
  return known ? std::string(term.column) : word;
}

/// Gives the totals of a row a second column, that of the row's source.
void name_source(std::vector<MoneyText>& money, const std::vector<MoneyText>& row,
                 const Flow& source) {
  if (source.empty() || says_sum(source)) {
    return;
  }
  for (const MoneyText& one : row) {
    if (one.key == column::total) {
      MoneyText own = one;
      own.key = key_of_source(source);
      own.adds = true;
      money.push_back(std::move(own));
    }
  }
}

/// The column of a source that stands where a project's name would (其中：中央资金); "" where
/// the name is none of a source.
std::string_view source_in_name(const Flow& name) {
  const Term term = look_up_header(published(name.text));
  return term.role == Role::money && term.column != column::total ? term.column
                                                                  : std::string_view{};
}

/// Whether a row called after a source may be a part of the project above: no more than all
/// of its money.
bool is_part(const ProjectText& row, const ProjectText& above) {
  const bool has_goal = !above.goal.empty() || !above.annual_goal.empty();
  if (!row.goal.empty() || !has_goal || source_in_name(row.name).empty()) {
    return false;
  }
  const std::optional<Amount> whole = total_of(above.money);
  const std::optional<Amount> part = total_of(row.money);
  return part && (above.sums_parts || !whole || *part <= *whole);
}

/// Whether the project above has each amount of a row under the same key.
bool says_again(const ProjectText& row, const ProjectText& above) {
  return std::all_of(row.money.begin(), row.money.end(), [&](const MoneyText& one) {
    return std::any_of(above.money.begin(), above.money.end(), [&](const MoneyText& other) {
      return other.key == one.key && other.text == one.text;
    });
  });
}

bool names_known_source(const ProjectText& row, const ProjectText& above) {
  return std::find(above.sources.begin(), above.sources.end(), row.source.text) !=
         above.sources.end();
}

/// Whether a row has money in other columns of sources than the project above: its total may be
/// added to that one's.
bool is_of_other_sources(const ProjectText& row, const ProjectText& above) {
  bool source = false;
  for (const MoneyText& one : row.money) {
    const bool total = one.key == column::total;
    source = source || !total;
    if (!total && std::any_of(above.money.begin(), above.money.end(),
                              [&](const MoneyText& other) { return other.key == one.key; })) {
      return false;
    }
  }
  return source || above.money.empty();
}

/// What a row that has money and no name of its own is to the project above, whose name's cell
/// `spans` it or not. Money is added up where a row or its columns say of which source it is; an
/// amount that is there already is the same, said beside each indicator.
SourceRow nameless_row(const ProjectText& own, const ProjectText& above, bool spans) {
  const auto another = [](const std::u32string& one, const std::u32string& other) {
    return !one.empty() && !other.empty() && one != other;
  };
  if (another(own.spending_unit.text, above.spending_unit.text) ||
      (!spans && another(own.number, above.number))) {
    return SourceRow::none;
  }
  const bool again = says_again(own, above);
  if (!own.source.empty()) {
    return again && names_known_source(own, above) ? SourceRow::repeated : SourceRow::further;
  }
  return again                             ? SourceRow::repeated
         : is_of_other_sources(own, above) ? SourceRow::further
         : spans                           ? SourceRow::unsaid
                                           : SourceRow::none;
}

/// Whether the name's cell of a row began above it.
bool name_spans(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map) {
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    if (map[c] < header.columns.size() && header.columns[map[c]].role == Role::project_name) {
      const Cell* const cell = grid.at(row, c);
      return cell != nullptr && cell->row < row && !cell->is_blank();
    }
  }
  return false;
}

}  // namespace

SourceRow source_row(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map,
                     const ListRow& text, const ProjectText& above) {
  const ProjectText& own = text.project;
  const bool other_goal = !own.goal.empty() && own.goal.text != above.goal.text;
  const bool other_year = !own.year.empty() && own.year.text != above.year.text;
  if (!text.has_money || above.name.empty() || other_goal || other_year) {
    return SourceRow::none;
  }
  if (is_part(own, above)) {
    return SourceRow::part;
  }
  if (!own.name.empty()) {
    const bool known = names_known_source(own, above);
    // Two projects may have one name; of one project's rows each says another source.
    const bool named = own.name.text == above.name.text && !own.source.empty() &&
                       !above.sources.empty() && own.spending_unit.text == above.spending_unit.text;
    return !named || (known && !says_again(own, above)) ? SourceRow::none
           : known                                      ? SourceRow::repeated
                                                        : SourceRow::further;
  }
  // A blank cell is no span: what has money and nothing else may be a sum without its word.
  const bool spans = name_spans(grid, row, header, map);
  return spans || text.has_indicator || !own.source.empty() ? nameless_row(own, above, spans)
                                                            : SourceRow::none;
}

void add_source_row(ProjectText& project, const ProjectText& row) {
  std::vector<MoneyText>& money = project.money;
  if (project.sources.size() == 1) {
    const std::vector<MoneyText> first = money;
    name_source(money, first, project.source);
    project.has_sum_of_sources = says_sum(project.source);
  }
  project.sources.push_back(row.source.text);
  name_source(money, row.money, row.source);
  const bool sum = says_sum(row.source);
  for (const MoneyText& one : row.money) {
    if (sum) {
      std::erase_if(money, [&](const MoneyText& other) { return other.key == one.key; });
      money.push_back(one);
    } else if (!project.has_sum_of_sources) {
      money.push_back(one);
      money.back().adds = true;
    }
  }
  project.has_sum_of_sources = project.has_sum_of_sources || sum;
}

void add_part_row(ProjectText& project, const ProjectText& row) {
  const std::string_view key = source_in_name(row.name);
  std::vector<MoneyText>& money = project.money;
  if (project.sources.empty()) {
    project.sums_parts = true;
    project.sources.emplace_back();
  }
  for (const MoneyText& one : row.money) {
    if (one.key != column::total) {
      continue;
    }
    money.push_back(one);
    money.back().key = key;
    money.back().adds = true;
    if (project.sums_parts) {
      money.push_back(one);
      money.back().adds = true;
    }
  }
}

void drop_known_indicators(ListRow& row, const ProjectText& project) {
  if (row.project.indicators.text == project.indicators.text) {
    row.project.indicators = {};
  }
  std::erase_if(row.project.lists, [&](const CategoryList& own) {
    return std::any_of(project.lists.begin(), project.lists.end(), [&](const CategoryList& one) {
      return one.categories == own.categories && one.text.text == own.text.text;
    });
  });
  for (IndicatorText& own : row.indicators) {
    const bool known =
        std::any_of(project.rows.begin(), project.rows.end(), [&](const IndicatorText& one) {
          return one.name.text == own.name.text && one.value.text == own.value.text &&
                 one.annual.text == own.annual.text && one.period.text == own.period.text &&
                 one.level2.text == own.level2.text;
        });
    if (known) {
      own = {};
    }
  }
}

bool name_only_sources(std::vector<ProjectText>& projects) {
  const bool several =
      std::any_of(projects.begin(), projects.end(),
                  [](const ProjectText& project) { return project.sources.size() > 1; });
  bool all = true;
  for (ProjectText& project : projects) {
    if (project.sources.size() != 1 || project.source.empty() || says_sum(project.source)) {
      continue;
    }
    const std::string key = key_of_source(project.source);
    const bool known = look_up_header(published(project.source.text)).role == Role::money;
    const bool beside = std::any_of(project.money.begin(), project.money.end(),
                                    [&](const MoneyText& one) { return one.key == key; });
    all = all && (known || several || beside);
    if ((known || several) && !beside) {
      const std::vector<MoneyText> own = project.money;
      name_source(project.money, own, project.source);
    }
  }
  return all;
}

}  // namespace budgetdiff::import
