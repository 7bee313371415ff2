#include "import/table/header_column.hpp"

#include "import/header_spelling.hpp"
#include "import/table/amount_words.hpp"
#include "import/table/category_columns.hpp"
#include "import/table/column_words.hpp"
#include "import/table/target_text.hpp"
#include "import/table/target_words.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/flow.hpp"
#include "import/traditional_letters.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

bool is_stage(std::string_view key) {
  return key == "adjusted_budget" || key == "executed";
}

/// The same key with a life of its own.
std::string_view stage_key(std::string_view key) {
  return key == "executed" ? "executed" : "adjusted_budget";
}

/// 预算数万元, which a cell has in two lines, as 预算数（万元）.
std::string with_unit_apart(std::string word) {
  for (const std::string_view unit : {"亿元", "万元", "千元", "百元", "元"}) {
    const bool behind = word.ends_with(unit) && word.size() > unit.size();
    if (behind && look_up_header(word).role == Role::none &&
        look_up_header(word.substr(0, word.size() - unit.size())).role == Role::money) {
      word.replace(word.size() - unit.size(), unit.size(),
                   std::string("（").append(unit).append("）"));
      return word;
    }
  }
  return word;
}

/// Takes the words of a column, one after the other.
class ColumnReader {
 public:
  explicit ColumnReader(NameColumns names) : names_(names) {}

  void take(const Cell& cell) {
    const std::string word = with_unit_apart(cell_word(cell));
    if (word.empty()) {
      return;
    }
    out_.first = cell.column;
    out_.header += (out_.header.empty() ? "" : "/") + word;
    const std::string letters = simplified(word);
    see_unit(word);
    see_sources(word);
    see_span(letters);
    see_adjusted(word, letters);
    out_.weighs = out_.weighs ||
                  look_up_header(part_by_brackets(header_spelling(word), Brackets::inside)).role ==
                      Role::weight;
    const Term term = term_of(word);
    if (parts_targets(word, term) || is_year(word) || is_category(word)) {
      return;
    }
    take_term(word, term);
  }

  [[nodiscard]] Column finish(std::size_t c) {
    if (out_.header.empty()) {
      out_.first = c;
    }
    out_.of_sources = out_.of_sources && (out_.role == Role::none || out_.role == Role::remark);
    // 2026年 or 调整后 above 预算数 | 目标值.
    if (out_.year != 0 && !column_year(out_.word)) {
      out_.word.insert(0, out_.header.substr(0, out_.header.find('/')));
    }
    if (out_.adjusted != Adjusted::unsaid &&
        adjusted_in(simplified(out_.word)) == Adjusted::unsaid) {
      out_.word.insert(0, out_.adjusted == Adjusted::after ? "调整后" : "调整前");
    }
    if (out_.role == Role::money && out_.key == column::total && out_.adjusted == Adjusted::after) {
      out_.key = "adjusted_budget";
    }
    return std::move(out_);
  }

 private:
  void see_unit(const std::string& word) {
    if (const std::string unit = money_unit_in_header(word); !unit.empty()) {
      out_.unit = unit;
    }
  }

  /// 资金来源 over 附属单位上缴收入 heads amounts.
  void see_sources(const std::string& word) {
    const bool above = std::exchange(out_.of_sources, heads_sources(word));
    if (above && !out_.of_sources && out_.role == Role::remark) {
      out_.role = Role::none;
    }
  }

  void see_span(const std::string& letters) {
    if (holds_any(letters, {"实施周期", "实施期", "中期", "长期", "总体"})) {
      out_.span = Span::period;
    } else if (holds_any(letters, {"年度", "当年", "本年"})) {
      out_.span = Span::annual;
    }
  }

  void see_adjusted(const std::string& word, const std::string& letters) {
    if (const Adjusted adjusted = adjusted_in(letters); adjusted != Adjusted::unsaid) {
      out_.adjusted = adjusted;
      out_.word = word;
    }
  }

  /// Takes the year that the word says; true where it says nothing else.
  [[nodiscard]] bool is_year(const std::string& word) {
    const auto year = column_year(word);
    if (!year) {
      return false;
    }
    out_.year = *year;
    if (!is_bare_year(word) && !is_year_number(word)) {
      return false;
    }
    out_.word = word;
    return true;
  }

  [[nodiscard]] bool of_indicators() const {
    return out_.role == Role::none || out_.role == Role::indicators;
  }

  /// 产出指标 or 数量指标 over the indicators of it.
  [[nodiscard]] bool is_category(const std::string& word) {
    const bool of_goals = out_.role == Role::goal || out_.role == Role::annual_goal;  // 绩效目标
    const bool first_level = is_level1_category(word);
    if (!(of_indicators() || of_goals) || !(first_level || is_level2_category(word))) {
      return false;
    }
    const CategoryText category = category_text(word);
    out_.categories += category.name + "：";
    out_.scored = out_.scored || !category.score.empty();
    (first_level && out_.category.empty() ? out_.category : out_.second_category) = word;
    out_.role = of_goals ? Role::none : out_.role;
    return true;
  }

  /// 指标值 over 实施周期 and 年度, or over 上年实际, 本年目标 and 下年目标: below a heading of
  /// targets even a word that heads goals or years elsewhere says whose targets the column holds.
  [[nodiscard]] bool parts_targets(const std::string& word, const Term& term) {
    const TargetTime time = holds_targets(out_.role) ? target_time(word) : TargetTime::unsaid;
    if (time == TargetTime::before || time == TargetTime::after) {
      out_.role = Role::remark;
      return true;
    }
    const bool says_more = term.role == Role::comparator || term.role == Role::measurement_unit ||
                           term.role == Role::money_unit || term.role == Role::weight;
    if (time == TargetTime::unsaid || says_more || out_.role == Role::annual_target) {
      return false;  // 合计 and 总体 under 年度指标值 are of regions
    }
    const bool period = time == TargetTime::period;
    out_.role = period ? Role::period_target : Role::annual_target;
    out_.span = period ? Span::period : Span::annual;
    return true;
  }

  [[nodiscard]] Term term_of(const std::string& word) const {
    if (names_ == NameColumns::supposed && may_name_projects(word)) {
      return {Role::project_name, {}};
    }
    if (word == "名称" && !out_.categories.empty()) {
      return {Role::level3, {}};  // 名称 under 数量指标 is the indicator's
    }
    return heads_comparators(word) ? Term{Role::comparator, {}} : look_up_header(word);
  }

  void take_term(const std::string& word, const Term& term) {
    const bool of_project = term.role == Role::money || term.role == Role::goal ||
                            term.role == Role::annual_goal || term.role == Role::year;
    if (holds_targets(out_.role) && of_project) {
      out_.word = word;
      return;  // 调整后 or 目标 under 指标值
    }
    const bool heads_goals = out_.role == Role::goal || out_.role == Role::annual_goal;
    if (heads_goals && term.role == Role::money && adjusted_in(word) != Adjusted::unsaid) {
      return;  // 调整后 under 绩效目标
    }
    if (out_.role == Role::money && out_.key != column::total && is_sum_label(word)) {
      return;  // 合计 under 财政拨款 is that of 财政拨款
    }
    if (out_.role == Role::money && is_amount_itself(word)) {
      out_.word = word;
    } else if (crosses_stage(term)) {
      take_stage_of_source(word, term);
    } else if (term.role != Role::none) {
      // 备注 or 单位 below a known word say less than the word itself.
      const bool weaker =
          !of_indicators() && (term.role == Role::remark || term.role == Role::department);
      if (!weaker) {
        out_.role = term.role;
        out_.key = term.column;
        out_.word = word;
      }
    } else if (out_.of_sources && out_.role == Role::remark && !heads_sources(word)) {
      out_.role = Role::none;  // a column of 资金来源: its cells say whether it is money
    } else if (out_.role == Role::money && !is_subtotal_label(word)) {
      // A source of funding that has no key of its own keeps its published words.
      out_.key = amount_key(word);
      out_.word = word;
    }
  }

  /// Whether one of the column's words is a source of funding and the other a stage.
  [[nodiscard]] bool crosses_stage(const Term& term) const {
    return out_.role == Role::money && term.role == Role::money && out_.stage_key.empty() &&
           out_.key != column::total && term.column != column::total &&
           is_stage(term.column) != is_stage(out_.key);
  }

  /// 调整后 under 财政拨款 is a part of what 调整后 under 总计 is, and 财政拨款 under 调整后.
  void take_stage_of_source(const std::string& word, const Term& term) {
    const bool below = is_stage(term.column);
    out_.stage_key = below ? out_.key : std::string(term.column);
    out_.stage_column = below ? term.column : stage_key(out_.key);
    out_.key = std::string(published_word(out_.stage_key))
                   .append("（")
                   .append(amount_key(below ? word : out_.word))
                   .append("）");
    out_.word = out_.key;
  }

  NameColumns names_;
  Column out_;
};

}  // namespace

Column column_of(const Grid& grid, std::size_t first, std::size_t rows, std::size_t c,
                 NameColumns names) {
  ColumnReader reader(names);
  const Cell* last = nullptr;
  for (std::size_t r = first; r < first + rows; ++r) {
    const Cell* const cell = header_cell(grid, first, rows, r, c);
    if (cell != nullptr && cell != last) {
      reader.take(*cell);
      last = cell;
    }
  }
  return reader.finish(c);
}

}  // namespace budgetdiff::import
