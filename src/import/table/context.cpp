#include "import/table/context.hpp"

#include "import/identity.hpp"
#include "import/table/scan.hpp"
#include "import/text/flow.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 16;
constexpr std::size_t longest_line = 400;

bool is_colon(char32_t c) {
  return c == U':' || c == U'：' || c == U'︰';
}

/// Brackets are no part of a label's beginning: in `X局（本级） 单位：` they
/// belong to what stands before.
bool begins_label(char32_t c) {
  return !is_space(c) && std::u32string_view(U"（([【〔").find(c) == std::u32string_view::npos;
}

/// Where a label that ends at `end` may begin at the earliest: behind a bracket that is
/// closed before its last word, since that one belongs to what stands before.
std::size_t behind_bracket(std::u32string_view line, std::size_t begin, std::size_t end) {
  for (std::size_t at = end; at-- > begin;) {
    const bool closes =
        std::u32string_view(U"）)]】〕").find(line[at]) != std::u32string_view::npos;
    if (closes && at + 1 < end) {
      return at + 1;
    }
  }
  return begin;
}

/// Where 部门（单位）名称 begins, a label with brackets inside, that ends at `end` and
/// begins the line or follows a blank; `end` if none does.
std::size_t bracketed_label(std::u32string_view line, std::size_t free, std::size_t end) {
  std::size_t begin = end;
  while (begin > free && end - begin < longest_label && !is_space(line[begin - 1])) {
    --begin;
  }
  const std::u32string_view word = line.substr(begin, end - begin);
  const std::size_t open = word.find_first_of(U"（(");
  const bool brackets =
      open != word.npos && open > 0 && word.find_first_of(U"）)", open) != word.npos;
  return brackets && look_up_header(to_utf8(word)).role != Role::none ? begin : end;
}

/// The name that stands behind a label: up to the wide gap that keeps the year or the unit
/// apart (brackets behind a gap belong to it), and without （盖章）.
std::u32string_view body_name(std::u32string_view value) {
  const auto blank = [](char32_t c) { return is_space(c); };
  while (!value.empty() && blank(value.front())) {
    value.remove_prefix(1);
  }
  for (std::size_t at = 0; at + 1 < value.size(); ++at) {
    // Print leaves one blank of several, and a year is no part of a name.
    const bool year = blank(value[at]) && (is_digit(value[at + 1]) || value[at + 1] == U'（') &&
                      year_in(to_utf8(value.substr(at + 1)));
    const bool gap = value[at] == 0x3000 || (blank(value[at]) && blank(value[at + 1])) || year;
    if (!gap) {
      continue;
    }
    std::size_t next = at;
    while (next < value.size() && blank(value[next])) {
      ++next;
    }
    const bool bracket = next < value.size() && (value[next] == U'（' || value[next] == '(') &&
                         !year_in(to_utf8(value.substr(next)));
    if (!bracket) {
      value = value.substr(0, at);
      break;
    }
    at = next;
  }
  for (const std::u32string_view seal : {U"（盖章）", U"(盖章)", U"（公章）", U"(公章)"}) {
    if (value.ends_with(seal)) {
      value.remove_suffix(seal.size());
    }
  }
  return value;
}

std::string flowed(std::u32string_view text) {
  Flow flow;
  flow.append(text, 0);
  return published(flow.text);
}

}  // namespace

std::vector<Labelled> labels_in(std::u32string_view line) {
  struct Found {
    std::size_t begin;
    std::size_t value;
    Role role;
  };
  std::vector<Labelled> out;
  if (line.size() > longest_line) {
    return out;
  }
  std::vector<Found> found;
  std::size_t free = 0;
  for (std::size_t colon = 0; colon < line.size(); ++colon) {
    if (!is_colon(line[colon])) {
      continue;
    }
    // The longest known word that ends here.
    std::size_t begin = bracketed_label(line, free, colon);
    if (begin == colon) {
      begin =
          behind_bracket(line, colon > free + longest_label ? colon - longest_label : free, colon);
    }
    for (std::size_t at = begin; at < colon; ++at) {
      const Term term = look_up_header(to_utf8(line.substr(at, colon - at)));
      if (term.role != Role::none && begins_label(line[at])) {
        found.push_back({at, colon + 1, term.role});
        break;
      }
    }
    free = colon + 1;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t end = i + 1 < found.size() ? found[i + 1].begin : line.size();
    std::u32string_view value = line.substr(found[i].value, end - found[i].value);
    const bool of_body = found[i].role == Role::department ||
                         found[i].role == Role::spending_unit || found[i].role == Role::money_unit;
    std::string said = flowed(of_body ? body_name(value) : value);
    // 某局（万元）
    out.push_back({found[i].role, of_body ? without_money_unit(said) : std::move(said)});
  }
  return out;
}

void Surroundings::see(std::u32string_view line) {
  constexpr std::size_t front_lines = 8;
  const std::string text = to_utf8(line);
  if (front_.size() < front_lines && !(behind_table_ && is_any_title(line))) {
    front_.push_back(text);
  }
  take_labels(labels_in(line));
  // （万元） in a line of its own, or in a sentence.
  std::string unit = money_unit_said(text);
  unit = unit.empty() ? money_unit_in_line(line) : std::move(unit);
  if (!unit.empty()) {
    say_unit(std::move(unit));
  }
}

void Surroundings::head(const std::string& line) {
  constexpr std::size_t most_heading_lines = 12;
  for (std::vector<std::string>* lines : {&heading_, &near_}) {
    lines->push_back(line);
    if (lines->size() > most_heading_lines) {
      lines->erase(lines->begin());
    }
  }
}

void Surroundings::begin_table() {
  heading_.clear();
  near_.clear();
  behind_table_ = true;
  department_is_near_ = false;
}

void Surroundings::say_unit(std::string unit) {
  unit_ = std::move(unit);
  unit_is_near_ = true;
}

void Surroundings::take_labels(const std::vector<Labelled>& labels) {
  const bool names_department = std::any_of(labels.begin(), labels.end(), [](const Labelled& one) {
    return one.role == Role::department && may_own_table(one.value);
  });
  for (const Labelled& one : labels) {
    if (one.value.empty()) {
      continue;
    }
    const bool of_unit = one.role == Role::money_unit || one.role == Role::measurement_unit;
    const std::string unit = of_unit ? money_unit_said(one.value) : std::string{};
    // 单位 is the unit of money or the body whose table it is.
    const bool of_body =
        one.role == Role::department || (one.role == Role::money_unit && !names_department);
    // 预算单位：X above a table is whose it is, where nothing else says that.
    const bool of_unit_alone = one.role == Role::spending_unit && department_.empty();
    if (!unit.empty()) {
      say_unit(unit);
    } else if ((of_body || of_unit_alone) && may_own_table(one.value)) {
      department_ = one.value;
      department_is_near_ = true;
    } else if (one.role == Role::department && may_be_body(one.value)) {
      labelled_ = without_unit_code(one.value);
    } else if (one.role == Role::year || one.role == Role::stage) {
      head(one.value + "年");
    }
  }
}

}  // namespace budgetdiff::import
