#include "import/table/read_funding.hpp"

#include "import/table/cell_amount.hpp"
#include "import/text/paragraphs.hpp"
#include "import/text/read_list.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/money_unit.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

/// The amount of one cell in the table's unit, or what is wrong with it.
struct CellReading {
  std::optional<Amount> amount;
  const char* code = "";
  Message wrong;
};

CellReading read_cell(const MoneyText& cell, const std::string& unit) {
  const std::optional<Amount> amount = read_cell_amount(cell.text);
  if (!amount) {
    return {std::nullopt,
            "amount-unreadable",
            {is_too_large(cell.text)
                 ? BD_TR("{0} is larger than any amount; it was left out")
                 : BD_TR("{0} stands where an amount should and is no number; it was left out"),
             {quote(cell.text)}}};
  }
  if (cell.unit.empty() || cell.unit == unit) {
    return {*amount, "", {}};
  }
  if (const std::optional<Amount> converted = convert(*amount, cell.unit, unit)) {
    return {*converted, "", {}};
  }
  return {std::nullopt,
          "unit-differs",
          {BD_TR("{0} is in {1}, the table in {2}; it was left out"),
           {published(cell.text), cell.unit, unit}}};
}

}  // namespace

Funding read_funding(const std::vector<MoneyText>& money, const std::string& unit,
                     const std::string& project, std::vector<Finding>& findings) {
  Funding out;
  for (const MoneyText& one : money) {
    CellReading read = read_cell(one, unit);
    if (!read.amount) {
      findings.push_back({read.code, Severity::error, one.place, project, std::move(read.wrong)});
      continue;
    }
    const Amount* const before = out.find(one.key);
    if (before == nullptr) {
      out.set(one.key, *read.amount);
    } else if (one.adds) {
      out.set(one.key, *before + *read.amount);
    } else if (*before != *read.amount) {
      findings.push_back(
          {"amount-doubled",
           Severity::warning,
           one.place,
           project,
           {BD_TR("{0} is stated twice: {1} and {2}; the first was taken"),
            {std::string(published_word(one.key)), before->grouped(), read.amount->grouped()}}});
    }
  }
  return out;
}

void compare_repeated_sums(const std::vector<MoneyText>& first, const std::vector<MoneyText>& other,
                           std::vector<Finding>& findings) {
  const bool same = std::equal(
      first.begin(), first.end(), other.begin(), other.end(),
      [](const MoneyText& a, const MoneyText& b) { return a.key == b.key && a.text == b.text; });
  if (!same && !other.empty()) {
    findings.push_back({"stated-total-differs",
                        Severity::warning,
                        other.front().place,
                        "",
                        {BD_TR("合计 is {0} here and {1} before"),
                         {published(other.front().text), published(first.front().text)}}});
  }
}

}  // namespace budgetdiff::import
