#include "import/mapping/year_column.hpp"

#include "import/text/read_list.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::import {

std::optional<int> YearColumn::read(std::string_view text, const Place& place) {
  auto written = read_year_written(text, offset_);
  if (!written) {
    return std::nullopt;
  }
  const int year = written->year;
  const auto [known, is_new] = years_.try_emplace(year, *written, std::string(text));
  if (wanted_ && wanted_ != year) {
    return year;
  }
  if (written->span && first_span_.empty()) {
    first_span_ = text;
    span_place_ = place;
  }
  const YearWritten& before = known->second.first;
  if (!is_new && !conflict_ && (before.span != written->span || before.beside != written->beside)) {
    conflict_ = {BD_TR("the column {0} says {1} and {2}, which are both of the year {3}"),
                 {column_, known->second.second, std::string(text), std::to_string(year)}};
    conflict_place_ = place;
  }
  return year;
}

void YearColumn::left_out(std::string_view text, bool had_amounts, const Place& place) {
  if (++left_out_ == 1) {
    first_left_out_ = text;
    left_out_place_ = place;
  }
  had_amounts_ = had_amounts_ || had_amounts;
}

std::optional<Error> YearColumn::problem(const std::string& file) const {
  if (conflict_) {
    return Error{file,
                 conflict_place_,
                 *conflict_,
                 {BD_TR("choose the rows of one of them by \"where\" in the mapping"), {}}};
  }
  if (left_out_ > 0 && years_.empty()) {
    return Error{file,
                 left_out_place_,
                 {BD_TR("no cell of the column {0} names a year; the first is {1}"),
                  {column_, quote(to_code_points(first_left_out_))}},
                 {BD_TR("years of another calendar need \"year_offset\" in the mapping: 1911 for "
                        "民國, -543 for พ.ศ."),
                  {}}};
  }
  return std::nullopt;
}

void YearColumn::say(std::vector<Finding>& findings) const {
  if (left_out_ > 0) {
    findings.push_back(
        {"year-unreadable",
         had_amounts_ ? Severity::error : Severity::warning,
         left_out_place_,
         "",
         {BD_TR("{0} rows whose column {1} names no year were left out; the first "
                "says {2}"),
          {std::to_string(left_out_), column_, quote(to_code_points(first_left_out_))}}});
  }
  if (!first_span_.empty()) {
    findings.push_back(
        {"column-guess",
         Severity::note,
         span_place_,
         "",
         {BD_TR("the column {0} says spans of two years; each is kept under its "
                "first, {1} under {2}"),
          {column_, first_span_, std::to_string(read_year_written(first_span_, offset_)->year)}}});
  }
}

}  // namespace budgetdiff::import
