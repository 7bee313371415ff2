#include <budgetdiff/model/snapshot.hpp>

#include <budgetdiff/model/funding_kind.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff {
namespace {

/// The documented columns in canonical order; docs/formats/snapshot.md lists
/// what each one is called in published forms.
constexpr std::array<std::string_view, 14> documented_columns{
    "total",         "fiscal_appropriation", "general_public_budget", "government_funds",
    "state_capital", "transfer_payment",     "special_account",       "operating_income",
    "other_funds",   "carried_over",         "multi_year_total",      "adjusted_budget",
    "executed",      "previous_year",
};

std::size_t rank(std::string_view column) {
  return static_cast<std::size_t>(
      std::find(documented_columns.begin(), documented_columns.end(), column) -
      documented_columns.begin());
}

}  // namespace

bool Funding::before(std::string_view a, std::string_view b) {
  const std::size_t rank_a = rank(a);
  const std::size_t rank_b = rank(b);
  return rank_a != rank_b ? rank_a < rank_b : a < b;
}

void Funding::set(std::string_view column, const Amount& amount) {
  const auto at = std::find_if_not(items_.begin(), items_.end(),
                                   [&](const Item& item) { return before(item.first, column); });
  if (at != items_.end() && at->first == column) {
    at->second = amount;
  } else {
    items_.emplace(at, std::string(column), amount);
  }
}

void Funding::erase(std::string_view column) {
  std::erase_if(items_, [&](const Item& item) { return item.first == column; });
}

const Amount* Funding::find(std::string_view column) const {
  const auto at = std::find_if(items_.begin(), items_.end(),
                               [&](const Item& item) { return item.first == column; });
  return at == items_.end() ? nullptr : &at->second;
}

bool Funding::identical(const Funding& other) const {
  return std::equal(items_.begin(), items_.end(), other.items_.begin(), other.items_.end(),
                    [](const Item& a, const Item& b) {
                      return a.first == b.first && a.second.identical(b.second);
                    });
}

std::string_view published_word(std::string_view column) {
  // In the order of documented_columns.
  static constexpr std::array<std::string_view, documented_columns.size()> words{
      "总计",         "财政拨款",     "一般公共预算", "政府性基金", "国有资本经营预算",
      "转移支付",     "财政专户拨款", "事业收入",     "其他资金",   "结转",
      "项目资金总额", "调整预算",     "执行数",       "上年预算",
  };
  const std::size_t at = rank(column);
  return at < words.size() ? words[at] : column;
}

bool is_documented_column(std::string_view key_or_word) {
  return std::any_of(documented_columns.begin(), documented_columns.end(),
                     [&](std::string_view key) {
                       return key == key_or_word || published_word(key) == key_or_word;
                     });
}

bool is_known_stage(std::string_view text) {
  return text == stage::budget || text == stage::adjusted || text == stage::final_accounts;
}

std::string stage_or_budget(std::string_view text) {
  return std::string(text.empty() ? stage::budget : text);
}

Amount sum_of_totals(const Snapshot& snapshot) {
  Amount sum;
  for (const Project& project : snapshot.projects) {
    if (const Amount* total = project.funding.total()) {
      sum += *total;
    }
  }
  return sum;
}

}  // namespace budgetdiff
