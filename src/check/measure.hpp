#pragma once

/// What an indicator measures, as its name says. Stricter than direction_of()
/// of the model, which must guess for every change: a finding must be sure, so
/// a name that may be read in two ways is read as nothing here.

#include <string>
#include <string_view>

namespace budgetdiff::check_rules {

struct Measure {
  std::string name;           ///< folded, without brackets at its end
  bool counts = false;        ///< things or events: 培训人数, 有责投诉
  bool rate = false;          ///< written as a ratio: 完成率, 占比
  bool satisfaction = false;  ///< 满意度, 满意率
  bool share = false;         ///< of a whole, so never above 100%
  bool per_many = false;      ///< per thousand or more: 万车死亡率
  bool full = false;          ///< a share near 100% where things go well: 及时率
  bool bad = false;           ///< of which less is better: 投诉率, 事故起数
  bool change = false;        ///< a growth or a reduction: 增长率, 降低投诉率
  bool cost = false;          ///< 培训成本, 单价
  bool time_limit = false;    ///< 办理时限, 响应时间
};

[[nodiscard]] Measure measure_of(std::string_view indicator_name);

}  // namespace budgetdiff::check_rules
