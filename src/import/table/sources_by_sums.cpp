#include "import/table/sources_by_sums.hpp"

#include "import/table/cell_amount.hpp"
#include "import/table/money_records.hpp"

#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Amounts of one source in the projects' rows.
struct Source {
  Amount stated;                  ///< in 合计; 0 where it has none
  Amount sum;                     ///< of the projects
  std::vector<std::size_t> rows;  ///< the projects that have one
};

using Sources = std::map<std::string, Source>;

/// 款, of 财政拨 / 款 in the header that a next page repeats: no source is called so.
bool is_rest_of_word(std::string_view key) {
  constexpr auto sources = std::to_array<std::string_view>(
      {column::fiscal_appropriation, column::special_account, column::other_funds});
  return std::any_of(sources.begin(), sources.end(), [&](std::string_view source) {
    return published_word(source) != key && published_word(source).ends_with(key);
  });
}

bool is_of_source(const MoneyText& money) {
  return (is_source(money.key) || is_rest_of_word(money.key)) && money.part_key.empty() &&
         money.stage_key.empty() && !money.adds;
}

MoneyText* amount_of(ProjectText& project, const std::string& key) {
  const auto found =
      std::find_if(project.money.begin(), project.money.end(),
                   [&](const MoneyText& money) { return is_of_source(money) && money.key == key; });
  return found == project.money.end() ? nullptr : &*found;
}

/// A unit's row above its projects, whose amounts are theirs once more.
bool sums_others(const ProjectText& row) {
  return row.goal.empty() && row.annual_goal.empty() && !row.has_indicators();
}

/// What 合计 and the projects say of each source; nothing where an amount cannot be read.
std::optional<Sources> sources_of(TableRecords& records) {
  Sources out;
  for (const MoneyText& money : records.sums.front()) {
    const std::optional<Amount> amount = read_cell_amount(money.text);
    if (is_of_source(money) && amount) {
      out[money.key].stated = *amount;
    }
  }
  for (std::size_t i = 0; i < records.projects.size(); ++i) {
    for (const MoneyText& money : records.projects[i].money) {
      const std::optional<Amount> amount = read_cell_amount(money.text);
      if (!is_of_source(money) || sums_others(records.projects[i])) {
        continue;
      }
      if (!amount) {
        return std::nullopt;
      }
      out[money.key].sum += *amount;
      out[money.key].rows.push_back(i);
    }
  }
  return out;
}

/// The choices of rows whose amounts of a source make up `most`: all of them where the source
/// should have none, else one or two.
class Choices {
 public:
  Choices(TableRecords& records, const std::string& from, const std::string& to,
          const Source& source)
      : records_(records), from_(from), to_(to) {
    for (const std::size_t row : source.rows) {
      if (may_move(row)) {
        rows_.push_back(row);
      }
    }
    excess_ = source.sum - source.stated;
    all_ = source.stated.is_zero() && rows_.size() == source.rows.size();
  }

  /// The only choice; empty where there is none, or several.
  [[nodiscard]] std::vector<std::size_t> only() const {
    if (all_) {
      return rows_;
    }
    std::vector<std::vector<std::size_t>> found;
    for (std::size_t a = 0; a < rows_.size(); ++a) {
      if (amount(rows_[a]) == excess_) {
        found.push_back({rows_[a]});
      }
      for (std::size_t b = a + 1; b < rows_.size(); ++b) {
        if (amount(rows_[a]) + amount(rows_[b]) == excess_) {
          found.push_back({rows_[a], rows_[b]});
        }
      }
    }
    return found.size() == 1 ? found.front() : std::vector<std::size_t>{};
  }

 private:
  [[nodiscard]] Amount amount(std::size_t row) const {
    return *read_cell_amount(amount_of(records_.projects[row], from_)->text);
  }

  /// Whether none of the row's sources stands between the two.
  [[nodiscard]] bool may_move(std::size_t row) const {
    const auto& money = records_.projects[row].money;
    return std::none_of(money.begin(), money.end(), [&](const MoneyText& one) {
      if (is_rest_of_word(from_) || is_rest_of_word(one.key)) {
        return one.key == to_;
      }
      const bool between = Funding::before(from_, to_)
                               ? Funding::before(from_, one.key) && !Funding::before(to_, one.key)
                               : Funding::before(one.key, from_) && !Funding::before(one.key, to_);
      return is_of_source(one) && between;
    });
  }

  TableRecords& records_;
  const std::string& from_;
  const std::string& to_;
  std::vector<std::size_t> rows_;
  Amount excess_;
  bool all_ = false;
};

}  // namespace

void settle_sources_by_sums(TableRecords& records) {
  if (records.sums.empty()) {
    return;
  }
  const std::optional<Sources> sources = sources_of(records);
  if (!sources) {
    return;
  }
  const std::string* lacking = nullptr;
  std::vector<const std::string*> exceeding;
  Amount moved;
  for (const auto& [key, source] : *sources) {
    if (source.sum < source.stated) {
      if (lacking != nullptr) {
        return;
      }
      lacking = &key;
    } else if (source.sum > source.stated) {
      exceeding.push_back(&key);
      moved += source.sum - source.stated;
    }
  }
  if (lacking == nullptr || exceeding.empty() ||
      sources->at(*lacking).sum + moved != sources->at(*lacking).stated) {
    return;
  }
  std::vector<MoneyText*> moves;
  for (const std::string* from : exceeding) {
    const auto rows = Choices(records, *from, *lacking, sources->at(*from)).only();
    if (rows.empty()) {
      return;
    }
    for (const std::size_t row : rows) {
      moves.push_back(amount_of(records.projects[row], *from));
    }
  }
  const std::string to = *lacking;
  for (MoneyText* money : moves) {
    money->key = to;
  }
}

}  // namespace budgetdiff::import
