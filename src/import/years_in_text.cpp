#include "import/years_in_text.hpp"

#include "import/text/source_lines.hpp"
#include "import/title_words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <optional>
#include <vector>

namespace budgetdiff::import {
namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether what stands behind a year makes it a day (年11月20日, -11-20, .11.20): one of
/// filling in, printing or publishing, which may lie in another year than the budget's.
bool dates_a_day(std::string_view behind) {
  const auto number = [&](std::size_t most) {
    std::size_t count = 0;
    while (count < most && count < behind.size() && is_ascii_digit(behind[count])) {
      ++count;
    }
    behind.remove_prefix(count);
    return count > 0;
  };
  const auto mark = [&](std::string_view chinese, std::string_view signs) {
    if (behind.starts_with(chinese)) {
      behind.remove_prefix(chinese.size());
      return true;
    }
    const bool sign = !behind.empty() && signs.find(behind.front()) != signs.npos;
    behind.remove_prefix(sign ? 1 : 0);
    return sign;
  };
  const bool day = mark("年", "-/.") && number(2) && mark("月", "-/.") && number(2) && !number(1);
  return day && (behind.empty() || behind.front() != '-');
}

/// Whether a year is part of a document's number: 财预〔2024〕12号.
bool numbers_a_document(std::string_view before, std::string_view behind) {
  const auto ends = [&](std::string_view mark) { return before.ends_with(mark); };
  const bool open = ends("〔") || ends("[") || ends("［") || ends("【");
  const bool close = behind.starts_with("〕") || behind.starts_with("]") ||
                     behind.starts_with("］") || behind.starts_with("】");
  return open && close && behind.find("号") != behind.npos;
}

/// Whether a year, by what stands between it and the next one in its line, is not the table's:
/// money of the next year that is given before it begins (2024年提前下达2025年…), what is left of a
/// year (2023年结转2024年…), and accounts beside the budget whose table it is
/// (2023年度部门决算暨2024年度部门 预算项目绩效目标表).
bool leads_to_next(std::string_view between, std::string_view behind_next) {
  const auto has = [](std::string_view text, std::string_view word) {
    return text.find(word) != text.npos;
  };
  for (const std::string_view front : {"年度", "年"}) {
    if (between.starts_with(front)) {
      between.remove_prefix(front.size());
    }
  }
  for (const std::string_view word : {"提前下达", "提前告知", "提前批", "预下达", "结转", "结余"}) {
    if (between.starts_with(word)) {
      return true;
    }
  }
  constexpr std::size_t longest_half = 60;
  const bool joined = between.ends_with("暨") || between.ends_with("及") ||
                      between.ends_with("和") || between.ends_with("与");
  return joined && between.size() <= longest_half && has(between, "决算") &&
         !has(between, "预算") && has(behind_next, "预算") && has(behind_next, "绩效目标") &&
         !has(behind_next, "决算");
}

/// Puts a year together whose digits print sets apart: 2 0 2 5 年. Four digits with blanks between
/// all of them, and none before: a page's number stands before its year with one blank.
void join_spaced_years(std::u32string& text) {
  const auto behind_blanks = [&](std::size_t at) {
    while (at < text.size() && is_space(text[at])) {
      ++at;
    }
    return at;
  };
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_digit(text[begin])) {
      continue;
    }
    std::size_t before = begin;
    while (before > 0 && is_space(text[before - 1])) {
      --before;
    }
    if (before > 0 && is_digit(text[before - 1])) {
      continue;
    }
    std::u32string year{text[begin]};
    std::size_t at = begin + 1;
    while (year.size() < 4 && behind_blanks(at) > at && behind_blanks(at) < text.size() &&
           is_digit(text[behind_blanks(at)])) {
      at = behind_blanks(at);
      year += text[at++];
    }
    const std::size_t end = behind_blanks(at);
    if (year.size() == 4 && end < text.size() && text[end] == U'年') {
      text.replace(begin, end - begin, year);
    }
  }
}

}  // namespace

std::string with_years_in_digits(std::string_view text) {
  constexpr std::u32string_view numerals = U"〇一二三四五六七八九";
  std::u32string out = to_code_points(text);
  join_spaced_years(out);
  const auto digit = [&](char32_t c) {
    const bool zero = c == U'○' || c == U'零' || c == U'Ｏ';
    return zero ? std::size_t{0} : numerals.find(c);
  };
  for (std::size_t at = 0; at + 4 < out.size(); ++at) {
    const std::u32string_view four = std::u32string_view(out).substr(at, 4);
    const bool year = digit(four[0]) == 2 && digit(four[1]) == 0 &&
                      digit(four[2]) != numerals.npos && digit(four[3]) != numerals.npos;
    if (year && (out[at + 4] == U'年' || out[at + 4] == U'-' || out[at + 4] == U'—' ||
                 out[at + 4] == U'至')) {
      for (std::size_t i = 0; i < 4; ++i) {
        out[at + i] = U'0' + static_cast<char32_t>(digit(out[at + i]));
      }
    }
  }
  return to_utf8(out);
}

std::optional<int> year_in(std::string_view text) {
  struct Run {
    std::size_t begin;
    std::size_t end;
  };
  // Width alone is folded: white space keeps a page's number from its year.
  std::string folded;
  for (const char32_t c : to_code_points(text)) {
    append_utf8(folded, c >= U'０' && c <= U'９' ? c - U'０' + U'0' : c);
  }
  folded = with_years_in_digits(folded);
  std::vector<Run> years;
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_ascii_digit(folded[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < folded.size() && is_ascii_digit(folded[at])) {
      ++at;
    }
    const std::string_view digits = std::string_view(folded).substr(begin, at - begin);
    if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
        !dates_a_day(std::string_view(folded).substr(at)) &&
        !numbers_a_document(std::string_view(folded).substr(0, begin),
                            std::string_view(folded).substr(at))) {
      years.push_back({begin, at});
    }
  }
  const auto joins = [&](const Run& a, const Run& b) {
    std::string_view between = std::string_view(folded).substr(a.end, b.begin - a.end);
    if (between.starts_with("年")) {
      between.remove_prefix(std::string_view("年").size());
    }
    return between == "-" || between == "~" || between == "—" || between == "–" ||
           between == "至" || between == "——" || between == "--";
  };
  for (std::size_t i = 0; i < years.size(); ++i) {
    const bool in_span = (i > 0 && joins(years[i - 1], years[i])) ||
                         (i + 1 < years.size() && joins(years[i], years[i + 1]));
    const auto line_from = [&](std::size_t at) {
      const std::string_view rest = std::string_view(folded).substr(at);
      return rest.substr(0, rest.find('\n'));
    };
    const bool of_next = i + 1 < years.size() &&
                         line_from(years[i].end).size() > years[i + 1].begin - years[i].end &&
                         leads_to_next(std::string_view(folded).substr(
                                           years[i].end, years[i + 1].begin - years[i].end),
                                       line_from(years[i + 1].end));
    if (!in_span && !of_next) {
      int year = 0;
      for (std::size_t at = years[i].begin; at < years[i].end; ++at) {
        year = year * 10 + (folded[at] - '0');
      }
      return year;
    }
  }
  return std::nullopt;
}

}  // namespace budgetdiff::import
