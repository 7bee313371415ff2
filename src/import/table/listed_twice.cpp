#include "import/table/listed_twice.hpp"

#include "import/table/cell_amount.hpp"
#include "import/table/coded_name.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

void fill(ProjectText& kept, ProjectText&& other) {
  const auto take = [](Flow& to, Flow& from) {
    if (to.empty()) {
      to = std::move(from);
    }
  };
  if (kept.goal.empty() && kept.annual_goal.empty()) {
    kept.goal = std::move(other.goal);
    kept.annual_goal = std::move(other.annual_goal);
  }
  take(kept.code, other.code);
  take(kept.type, other.type);
  if (kept.money.empty()) {
    kept.money = std::move(other.money);
  }
}

/// A total as a list or form shows it.
struct Shown {
  Amount amount;
  std::string unit;
  std::string text;
};

std::optional<Shown> total_of(const ProjectText& project, const std::string& unit_of_table) {
  for (const MoneyText& money : project.money) {
    const auto cell = money.key == column::total ? cell_amount(money.text) : std::nullopt;
    const auto amount = cell ? read_cell_amount(cell->figure) : std::nullopt;
    if (amount) {
      std::string unit = !cell->unit.empty() ? cell->unit : money.unit;
      unit = unit.empty() ? unit_of_table : unit;
      return Shown{*amount, unit, amount->to_string() + (unit.empty() ? "" : " " + unit)};
    }
  }
  return std::nullopt;
}

/// Whether two amounts are not one: in two units, what rounding to the last digit of either leaves
/// is one.
bool differ(const Shown& one, const Shown& other) {
  if (one.unit == other.unit) {
    return one.amount != other.amount;
  }
  const auto within = [](const Shown& coarse, const Shown& fine) {
    const auto converted = convert(fine.amount, fine.unit, coarse.unit);
    if (!converted) {
      return true;  // nothing says the factor
    }
    Amount rest = coarse.amount;
    rest -= *converted;
    const Amount digit(1, coarse.amount.scale());
    return rest < digit && rest > Amount(-1, coarse.amount.scale());
  };
  return !within(one, other) && !within(other, one);
}

/// Says where the list and the form of one project state different totals.
void say_difference(const ProjectText& row, const ProjectText& form, bool keep_row,
                    TableRecords& records) {
  const auto listed = total_of(row, records.unit);
  const auto own = total_of(form, records.unit);
  if (listed && own && differ(*listed, *own)) {
    records.findings.push_back(
        {"project-listed-twice",
         Severity::warning,
         form.place,
         published(form.name.text),
         {BD_TR("the list says {0} and the project's own form {1}; {2} was taken"),
          {listed->text, own->text, keep_row ? listed->text : own->text}}});
  }
}

}  // namespace

void take_one_of_two(TableRecords& records) {
  struct Seen {
    std::vector<std::size_t> rows;
    std::vector<std::size_t> forms;
  };
  std::map<std::string, Seen> seen;
  for (std::size_t i = 0; i < records.projects.size(); ++i) {
    const ProjectText& project = records.projects[i];
    const std::string name = fold_name(coded_name(published(project.name.text)).name);
    if (!name.empty()) {
      (project.has_form ? seen[name].forms : seen[name].rows).push_back(i);
    }
  }
  std::vector<bool> drop(records.projects.size(), false);
  std::size_t from_forms = 0;
  std::size_t from_list = 0;
  for (const auto& [name, places] : seen) {
    // Several of one name are told apart by nothing here: as many as both have.
    for (std::size_t k = 0; k < std::min(places.rows.size(), places.forms.size()); ++k) {
      ProjectText& row = records.projects[places.rows[k]];
      ProjectText& form = records.projects[places.forms[k]];
      const bool keep_row = row.has_indicators() && !form.has_indicators();
      say_difference(row, form, keep_row, records);
      drop[keep_row ? places.forms[k] : places.rows[k]] = true;
      fill(keep_row ? row : form, std::move(keep_row ? form : row));
      ++(keep_row ? from_list : from_forms);
    }
  }
  const auto say = [&](std::size_t count, Message message) {
    if (count > 0) {
      records.findings.push_back(
          {"project-listed-twice", Severity::note, records.header_place, "", std::move(message)});
    }
  };
  say(from_forms,
      {BD_TR("{0} projects stand in a list and in forms of their own; the forms were taken"),
       {std::to_string(from_forms)}});
  say(from_list,
      {BD_TR("{0} projects stand in a list and in forms of their own; the list was taken"),
       {std::to_string(from_list)}});
  std::vector<ProjectText> kept;
  for (std::size_t i = 0; i < drop.size(); ++i) {
    if (!drop[i]) {
      kept.push_back(std::move(records.projects[i]));
    }
  }
  records.projects = std::move(kept);
}

}  // namespace budgetdiff::import
