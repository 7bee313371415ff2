#pragma once

/// One department, one year, one stage: what a published table says.
///
/// Plain data. Shapes and the canonical bytes are in docs/formats/snapshot.md;
/// reading and writing is codec/snapshot_json.hpp. Empty text means absent.

#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff {

/// A member of a JSON object that this version does not know. It is kept and
/// written back after the known keys, in order of `key`.
struct ExtraMember {
  std::string key;
  std::string json;  ///< the value as JSON text, without insignificant white space

  friend bool operator==(const ExtraMember&, const ExtraMember&) = default;
};

/// Keys of funding columns that every form shares (DESIGN words in docs/glossary.md).
namespace column {
inline constexpr std::string_view total = "total";
inline constexpr std::string_view fiscal_appropriation = "fiscal_appropriation";
inline constexpr std::string_view special_account = "special_account";
inline constexpr std::string_view other_funds = "other_funds";
}  // namespace column

/// The word that published forms put above a documented column ("总计" for
/// "total"); any other key is its published word already.
[[nodiscard]] std::string_view published_word(std::string_view column);

/// Amounts by column, kept in canonical order: the documented keys in their
/// fixed order, then published headers in byte order. A blank cell is absent.
class Funding {
 public:
  using Item = std::pair<std::string, Amount>;

  /// Sets or replaces one column.
  void set(std::string_view column, const Amount& amount);
  /// Removes a column; nothing happens where it is absent.
  void erase(std::string_view column);

  /// The amount of a column, or null. The pointer lives until the next change.
  [[nodiscard]] const Amount* find(std::string_view column) const;
  [[nodiscard]] const Amount* total() const { return find(column::total); }

  [[nodiscard]] const std::vector<Item>& items() const { return items_; }
  [[nodiscard]] bool empty() const { return items_.empty(); }

  /// Same columns, identical amounts (scale included).
  [[nodiscard]] bool identical(const Funding& other) const;

  /// Whether column `a` stands before `b` in canonical order.
  [[nodiscard]] static bool before(std::string_view a, std::string_view b);

 private:
  std::vector<Item> items_;
};

/// One performance indicator (绩效指标). Texts are as published.
struct Indicator {
  std::string level1_code;    ///< "1"
  std::string level1;         ///< 一级指标, "产出指标"
  std::string level2_code;    ///< "11"
  std::string level2;         ///< 二级指标, "数量指标"
  std::string name;           ///< 三级指标
  std::string period_target;  ///< 实施周期指标值
  std::string annual_target;  ///< 年度指标值
  std::string weight;         ///< 分值, 权重, where a form has them
  std::vector<ExtraMember> extra;

  friend bool operator==(const Indicator&, const Indicator&) = default;
};

/// One project (项目): a row of the table.
struct Project {
  std::string name;           ///< never empty in a valid snapshot
  std::string code;           ///< 项目代码
  std::string type;           ///< 新增, 延续, 一次性 …
  std::string spending_unit;  ///< 资金使用单位, where a table holds several
  Funding funding;
  std::string goal;                   ///< 绩效目标; paragraphs are separated by one '\n'
  std::string annual_goal;            ///< 年度目标, where a form has both
  std::vector<Indicator> indicators;  ///< in published order
  std::vector<ExtraMember> extra;
};

/// The stage of a budget year; other texts are kept but known ones are these.
namespace stage {
inline constexpr std::string_view budget = "budget";         ///< 年初预算
inline constexpr std::string_view adjusted = "adjusted";     ///< 调整预算
inline constexpr std::string_view final_accounts = "final";  ///< 决算
}  // namespace stage

[[nodiscard]] bool is_known_stage(std::string_view text);

/// The stage itself; an empty one means the budget.
[[nodiscard]] std::string stage_or_budget(std::string_view text);

/// A whole table.
struct Snapshot {
  static constexpr std::string_view schema = "budgetdiff/snapshot/1";

  std::string department;   ///< 部门名称 as published
  std::optional<int> year;  ///< absent: may be compared, not stored
  std::string stage = std::string(stage::budget);
  std::string unit;               ///< money unit as published, "万元"
  std::string note;               ///< what a reader must know, e.g. that the data is made up
  Funding stated_total;           ///< 合计 as published
  std::vector<Project> projects;  ///< in published order
  std::vector<ExtraMember> extra;
};

/// The sum of the projects' totals; a project without a total counts as zero.
[[nodiscard]] Amount sum_of_totals(const Snapshot& snapshot);

}  // namespace budgetdiff
