/// Weights (分值, 权重) of a project's indicators, which make up 100; or 90, where the form
/// gives 10 to the budget's execution and does not list it.

#include "check/rules.hpp"

#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::check_rules {
namespace {

/// 10, 10.5, 10%, 10分 as a number.
std::optional<Amount> read_weight(const std::string& published) {
  std::string text = fold_width(published);
  for (const std::string_view unit : {"%", "分"}) {
    if (text.ends_with(unit)) {
      text.resize(text.size() - unit.size());
    }
  }
  return Amount::parse(text);
}

/// The sum of a project's weights; nothing where an indicator has none.
std::optional<Amount> sum_of_weights(const Project& project) {
  Amount sum;
  for (const Indicator& one : project.indicators) {
    const std::optional<Amount> weight = read_weight(one.weight);
    if (!weight) {
      return std::nullopt;
    }
    sum += *weight;
  }
  return project.indicators.empty() ? std::nullopt : std::optional(sum);
}

bool is_whole(const Amount& sum) {
  return sum == Amount(100, 0) || sum == Amount(90, 0) || sum == Amount(1, 0) ||
         sum == Amount(9, 1);
}

}  // namespace

void check_weights(const Snapshot& snapshot, Report& report) {
  std::vector<std::optional<Amount>> sums;
  std::map<Amount, std::size_t> uses;
  std::size_t weighed = 0;
  for (const Project& project : snapshot.projects) {
    sums.push_back(sum_of_weights(project));
    if (sums.back()) {
      ++uses[*sums.back()];
      ++weighed;
    }
  }
  for (std::size_t p = 0; p < sums.size(); ++p) {
    // What half of a table's projects have is the form's way.
    constexpr std::size_t several = 3;
    const bool of_form = sums[p] && weighed >= several && uses[*sums[p]] * 2 > weighed;
    if (sums[p] && !is_whole(*sums[p]) && !of_form) {
      report.project(
          p, "weights-sum", Severity::warning,
          {BD_TR("the weights of the indicators add up to {0}"), {sums[p]->reduced().to_string()}});
    }
  }
}

}  // namespace budgetdiff::check_rules
