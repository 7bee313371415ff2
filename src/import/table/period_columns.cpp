#include "import/table/period_columns.hpp"

#include "import/table/amount_words.hpp"
#include "import/table/column_words.hpp"
#include "import/table/decided_amounts.hpp"
#include "import/table/records.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::string_view several_years = "multi_year_total";

/// Whether the word is a total of a year: the key is, or it names nothing but money and the year.
bool is_total(const Column& column) {
  return column.role == Role::money && column.stage_key.empty() &&
         (column.key == column::total ||
          (column.key == amount_key(column.header) && is_whole_amount(column.word)));
}

/// 2024-2026年总预算, 三年滚动预算: money of several years, and not of one source.
bool is_of_years(const Column& column) {
  if (column.role != Role::money || !column.stage_key.empty() || !spans_years(column.header) ||
      (column.key != column::total && column.key != amount_key(column.header))) {
    return false;
  }
  std::u32string rest;
  for (const char32_t letter : to_code_points(header_spelling(column.header))) {
    constexpr std::u32string_view of_span = U"0123456789-—–~至到年度两三四五滚动中期（）() ";
    rest += of_span.find(letter) == of_span.npos ? std::u32string(1, letter) : std::u32string();
  }
  return rest.empty() || is_whole_amount(to_utf8(rest)) ||
         look_up_header(to_utf8(rest)).column == column::total;
}

bool is_of_year(const Column& column) {
  return is_total(column) && !spans_years(column.header) && column.adjusted == Adjusted::unsaid &&
         !says_spent(column.word) &&
         (column.year != 0 || amount_time(column.word) == AmountTime::own_year);
}

}  // namespace

void tell_period_money(std::vector<Column>& columns) {
  const auto any = [&](auto test) { return std::any_of(columns.begin(), columns.end(), test); };
  const auto of_year = std::find_if(columns.begin(), columns.end(), is_of_year);
  const bool several = std::count_if(columns.begin(), columns.end(), is_of_year) > 1;
  // 预算总额 | 本年预算 | 上年结转: the total is the year's.
  const bool carried = any([](const Column& one) {
    return one.role == Role::money && one.header.find("结转") != std::string::npos;
  });
  const bool has_period =
      any([](const Column& one) { return one.role == Role::money && one.key == several_years; });
  if (of_year != columns.end() && !several) {
    for (Column& column : columns) {
      const bool sum = column.role == Role::money && column.key == column::total &&
                       column.year == 0 && !is_of_year(column) && calls_sum(column.word) &&
                       !carried && !has_period;
      if (is_of_years(column) || sum) {
        column.key = several_years;
      }
    }
    const bool other_total = any([&](const Column& one) {
      return &one != &*of_year && one.role == Role::money && one.key == column::total;
    });
    of_year->key = other_total ? of_year->key : std::string(column::total);
  }
}

std::string year_among_others(const std::vector<Column>& columns) {
  const auto years = std::count_if(columns.begin(), columns.end(), [](const Column& one) {
    return one.role == Role::money && one.key == column::total;
  });
  const bool beside = std::any_of(columns.begin(), columns.end(), [](const Column& one) {
    return one.role == Role::money && (one.key == several_years || one.key == "previous_year");
  });
  const auto total = std::find_if(columns.begin(), columns.end(), [](const Column& one) {
    return one.role == Role::money && one.key == column::total;
  });
  return years == 1 && beside ? total->header : std::string();
}

void say_year_column(const std::string& word, const Place& place, std::vector<Finding>& findings) {
  Finding finding{
      "year-columns",
      Severity::note,
      place,
      "",
      {BD_TR("money of other years or of several together stands beside the year's; the "
             "total of this snapshot is the column {0}"),
       {word}}};
  if (!word.empty()) {
    say_once(std::move(finding), findings);
  }
}

}  // namespace budgetdiff::import
