/// Sums: by row (total against its sources) and by column (projects against
/// 合计). Exact, as published tables are; a blank amount is 0.

#include "check/rules.hpp"

#include <budgetdiff/model/funding_kind.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

/// Columns that some forms count into the total and some beside it.
constexpr std::array<std::string_view, 2> either{"carried_over", "transfer_payment"};

template <std::size_t N>
bool is_one_of(std::string_view key, const std::array<std::string_view, N>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Sources of which nothing else is a part.
bool stands_alone(std::string_view key) {
  return key == column::fiscal_appropriation || key == column::special_account ||
         key == column::other_funds || key == "operating_income";
}

/// What columns of a form's own can hold at least: those of governments (中央, 省级, 市县) are
/// parts beside each other, though perhaps of 财政拨款, and loans and the unit's own money are no
/// government's. Others may be parts of anything.
class OwnColumns {
 public:
  void add(const std::string& key, const Amount& amount) {
    constexpr auto beside = std::to_array<std::string_view>(
        {"贷款", "自筹", "自有", "捐赠", "捐款", "社会资本", "社会资金"});
    constexpr auto levels = std::to_array<std::string_view>(
        {"中央", "地方", "省", "自治区", "市", "州", "县", "区", "乡", "镇"});
    const auto holds = [&](std::string_view word) { return key.find(word) != std::string::npos; };
    if (holds("结转") || holds("结余") || holds("上年")) {
      return;
    }
    if (std::any_of(beside.begin(), beside.end(), holds)) {
      outside_ += amount;
      return;
    }
    for (const std::string_view level : levels) {
      if (key.starts_with(level)) {
        Amount& most = by_level_[level];  // 中央资金, and a part of it
        most = std::max(most, amount);
        return;
      }
    }
  }

  [[nodiscard]] const Amount& outside() const { return outside_; }

  [[nodiscard]] Amount of_governments() const {
    Amount central;
    Amount local;
    Amount all_local;  // 地方 is what 省, 市 and 县 give together
    for (const auto& [level, amount] : by_level_) {
      (level == "中央" ? central : level == "地方" ? all_local : local) += amount;
    }
    return central + std::max(local, all_local);
  }

 private:
  Amount outside_;
  std::map<std::string_view, Amount> by_level_;
};

/// Whether the sources of a row can make up its total in one of the ways that
/// forms nest their columns; `sum` is the plain one, for the message. `a_part`: the form
/// names one source, and that as a part of the total.
bool adds_up(const Funding& funding, const Amount& total, bool a_part, Amount& sum) {
  Amount certain;
  Amount parts_of_fiscal;
  std::vector<Amount> optional;
  OwnColumns own;
  bool unknown = false;
  std::size_t sources = 0;
  const Amount* fiscal = funding.find(column::fiscal_appropriation);
  for (const auto& [key, amount] : funding.items()) {
    if (key == column::total || is_beside_total(key) || is_of_another_stage(key)) {
      continue;
    }
    ++sources;
    if (is_part_of_fiscal(key)) {
      parts_of_fiscal += amount;
    } else if (is_one_of(key, either)) {
      optional.push_back(amount);
    } else if (stands_alone(key)) {
      certain += amount;
    } else {
      unknown = true;  // a column of the form's own
      own.add(key, amount);
    }
  }
  if (sources == 0) {
    return true;
  }
  sum = certain + (fiscal == nullptr ? parts_of_fiscal : Amount{});
  if (unknown || a_part) {
    const Amount of_governments = fiscal == nullptr ? parts_of_fiscal : *fiscal;
    sum += std::max(of_governments, own.of_governments()) - of_governments + own.outside();
    return sum <= total;  // but the parts cannot be more than the whole
  }
  if (optional.size() == sources) {
    return true;  // beside the total, or a part of it: nothing says what the rest is
  }
  for (std::size_t set = 0; set < (std::size_t{1} << optional.size()); ++set) {
    Amount with = sum;
    for (std::size_t i = 0; i < optional.size(); ++i) {
      if ((set >> i & 1U) != 0) {
        with += optional[i];
      }
    }
    if (with == total) {
      return true;
    }
  }
  return false;
}

/// Whether the parts of fiscal_appropriation make it up, where a form has 一般公共预算 and
/// another of them beside it and no column of its own that may be one more.
bool fiscal_adds_up(const Funding& funding, const Amount& fiscal, Amount& sum) {
  std::size_t parts = 0;
  for (const auto& [key, amount] : funding.items()) {
    if (is_part_of_fiscal(key)) {
      ++parts;
      sum += amount;
    } else if (key != column::total && !is_beside_total(key) && !is_one_of(key, either) &&
               !stands_alone(key)) {
      return true;
    }
  }
  return parts < 2 || funding.find("general_public_budget") == nullptr || sum == fiscal;
}

}  // namespace

void check_money(const Snapshot& snapshot, Report& report) {
  bool wrong = false;  // a column's sum, or a row's
  for (const auto& [key, stated] : snapshot.stated_total.items()) {
    Amount sum;
    for (const Project& project : snapshot.projects) {
      if (const Amount* amount = project.funding.find(key)) {
        sum += *amount;
      }
    }
    if (sum != stated) {
      wrong = true;
      report.table("sum-mismatch", Severity::error,
                   {BD_TR("合计 states {0} under {1}, and the projects add up to {2}"),
                    {stated.grouped(), std::string(published_word(key)), sum.grouped()}});
    }
  }
  const bool any_amount = std::any_of(snapshot.projects.begin(), snapshot.projects.end(),
                                      [](const Project& p) { return !p.funding.empty(); });
  if (!any_amount && snapshot.projects.size() > 1) {
    // In the words of the importers, so that it is said once.
    report.table("amount-missing", Severity::warning,
                 {BD_TR("no project of the table has an amount that was understood"), {}});
    return;
  }
  const bool a_part = report.was_said("source-alone");
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const Funding& funding = snapshot.projects[p].funding;
    const Amount* total = funding.total();
    if (total != nullptr && total->is_negative()) {
      report.project(p, "amount-negative", Severity::warning,
                     {BD_TR("the total is negative: {0}"), {total->grouped()}});
    }
    Amount sum;
    if (total != nullptr && !adds_up(funding, *total, a_part, sum)) {
      wrong = true;
      report.project(p, "row-sum-mismatch", Severity::error,
                     {BD_TR("the total is {0}, and its sources add up to {1}"),
                      {total->grouped(), sum.grouped()}});
    }
    const Amount* fiscal = funding.find(column::fiscal_appropriation);
    Amount parts;
    if (fiscal != nullptr && !fiscal_adds_up(funding, *fiscal, parts)) {
      report.project(p, "row-sum-mismatch", Severity::error,
                     {BD_TR("{0} is {1}, and its parts add up to {2}"),
                      {std::string(published_word(column::fiscal_appropriation)), fiscal->grouped(),
                       parts.grouped()}});
    }
    if (funding.empty()) {
      report.project(p, "amount-missing", Severity::error,
                     {BD_TR("no amounts stand beside this project"), {}});
    }
  }
  // A project without any source is no row to be held against its sources, but 合计 tells it.
  const Amount* whole = snapshot.stated_total.total();
  Amount sources;
  if (whole != nullptr && !wrong && !adds_up(snapshot.stated_total, *whole, a_part, sources)) {
    report.table("row-sum-mismatch", Severity::error,
                 {BD_TR("合计 states {0}, and its sources add up to {1}"),
                  {whole->grouped(), sources.grouped()}});
  }
}

}  // namespace budgetdiff::check_rules
