#include "import/table/row_numbers.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <utility>

namespace budgetdiff::import {

void RowNumbers::add(std::u32string_view text, const Place& place) {
  constexpr std::size_t most_digits = 4;
  for (const std::u32string_view mark : {U"、", U"．", U"."}) {
    if (text.ends_with(mark)) {
      text.remove_suffix(mark.size());
    }
  }
  if (text.empty() || text.size() > most_digits) {
    return;
  }
  int number = 0;
  for (const char32_t c : text) {
    const char32_t zero = c >= U'０' && c <= U'９' ? U'０' : U'0';
    if (c < zero || c > zero + 9) {
      return;
    }
    number = number * 10 + static_cast<int>(c - zero);
  }
  if (last_ != 0 && number != last_) {
    ++steps_;
    if (number != last_ + 1 && number != 1) {
      skips_.push_back({number, last_, place});
    }
  }
  last_ = number;
}

void RowNumbers::say(std::vector<Finding>& findings) {
  constexpr std::size_t few_steps = 4;
  constexpr std::size_t most_said = 5;
  const std::vector<Skip> skips = std::exchange(skips_, {});
  const std::size_t steps = std::exchange(steps_, 0);
  last_ = 0;
  if (skips.empty() || steps < 2 || (steps > few_steps && skips.size() * 2 > steps)) {
    return;
  }
  std::string said;
  for (std::size_t i = 0; i < skips.size() && i < most_said; ++i) {
    said += (i > 0 ? ", " : "") + std::to_string(skips[i].before) + " → " +
            std::to_string(skips[i].number);
  }
  if (skips.size() > most_said) {
    said += " …";
  }
  findings.push_back(
      {"row-numbering",
       Severity::note,
       skips.front().place,
       "",
       {BD_TR("the numbers of the table's rows skip, so rows may be missing: {0}"), {said}}});
}

std::vector<RowNumber> group_numbers(const std::vector<ProjectText>& projects) {
  const auto without_marks = [](std::u32string_view text) {
    const auto is_mark = [](char32_t c) {
      return std::u32string_view(U"（）()、.．").find(c) != std::u32string_view::npos;
    };
    while (!text.empty() && is_mark(text.front())) {
      text.remove_prefix(1);
    }
    while (!text.empty() && is_mark(text.back())) {
      text.remove_suffix(1);
    }
    return text;
  };
  std::vector<RowNumber> out(projects.size(), RowNumber::none);
  bool group = false;
  bool project = false;
  for (std::size_t i = 0; i < projects.size(); ++i) {
    const std::u32string_view number = without_marks(projects[i].number);
    if (number.empty()) {
      continue;
    }
    if (number.find_first_not_of(U"一二三四五六七八九十") == number.npos) {
      out[i] = RowNumber::group;
      group = true;
    } else if (number.find_first_not_of(U"0123456789") == number.npos) {
      out[i] = RowNumber::project;
      project = true;
    }
  }
  if (!group || !project) {
    out.assign(projects.size(), RowNumber::none);
  }
  return out;
}

std::vector<std::size_t> numbers_before(const std::vector<std::u32string_view>& names,
                                        bool numbered) {
  constexpr std::u32string_view no_names = U"号期批级类标区年月日个项次栋座条所家";
  constexpr std::size_t longest = 4;
  std::vector<std::size_t> digits;
  std::size_t last = 0;
  for (const std::u32string_view name : names) {
    std::size_t end = 0;
    std::size_t number = 0;
    while (end < name.size() && end < longest && name[end] >= U'0' && name[end] <= U'9') {
      number = number * 10 + (name[end++] - U'0');
    }
    const bool next = number == last + 1 || (number == 1 && last > 0);
    const bool word =
        end < name.size() && (!is_cjk(name[end]) || no_names.find(name[end]) != no_names.npos);
    if (end == 0 || end == name.size() || !next || (word && !numbered)) {
      return {};
    }
    last = number;
    digits.push_back(end);
  }
  const std::size_t least = numbered ? 1 : 2;
  return digits.size() < least ? std::vector<std::size_t>{} : digits;
}

void take_numbers_off_names(std::vector<ProjectText>& projects) {
  std::vector<std::u32string_view> names;
  for (const ProjectText& project : projects) {
    if (!project.number.empty() || project.place.page == 0) {
      return;
    }
    names.push_back(project.name.text);
  }
  const std::vector<std::size_t> digits = numbers_before(names, false);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    Flow& name = projects[i].name;
    projects[i].number = name.text.substr(0, digits[i]);
    name = name.sub(digits[i], name.size());
  }
}

}  // namespace budgetdiff::import
