#include "import/table/lone_source.hpp"

#include "import/table/column_words.hpp"
#include "import/table/money_records.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Every source of the form and its published words, whether it has amounts or not.
std::map<std::string, std::string> sources_of(const TableRecords& records) {
  std::map<std::string, std::string> out = records.money_words;
  const auto add = [&](const std::vector<MoneyText>& money) {
    for (const MoneyText& one : money) {
      out.try_emplace(one.key, one.word);
    }
  };
  for (const ProjectText& project : records.projects) {
    add(project.money);
  }
  for (const std::vector<MoneyText>& sum : records.sums) {
    add(sum);
  }
  std::erase_if(out, [](const auto& one) { return !is_source(one.first); });
  return out;
}

}  // namespace

std::optional<Finding> lone_source(const TableRecords& records, const Snapshot& snapshot) {
  const std::map<std::string, std::string> sources = sources_of(records);
  if (sources.size() != 1) {
    return std::nullopt;
  }
  const std::string& key = sources.begin()->first;
  const std::string_view word = lowest_word(sources.begin()->second);
  const bool less =
      std::any_of(snapshot.projects.begin(), snapshot.projects.end(), [&](const Project& project) {
        const Amount* const total = project.funding.total();
        const Amount* const part = project.funding.find(key);
        return total != nullptr && (part == nullptr ? !total->is_zero() : *part < *total);
      });
  if (!word.starts_with("其中") || !less) {
    return std::nullopt;
  }
  return Finding{"source-alone",
                 Severity::note,
                 records.header_place,
                 "",
                 {BD_TR("{0} is the only part of the total that the form names: where it is less, "
                        "the rest has no column"),
                  {std::string(word)}}};
}

}  // namespace budgetdiff::import
