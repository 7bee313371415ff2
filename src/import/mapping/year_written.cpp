#include "import/mapping/year_written.hpp"

#include "import/text/source_lines.hpp"
#include "import/title_words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2200;

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Calendars that their name gives away, and what they are behind.
constexpr auto eras = std::to_array<std::pair<std::string_view, int>>({{"民国", 1911},
                                                                       {"民國", 1911},
                                                                       {"令和", 2018},
                                                                       {"平成", 1988},
                                                                       {"昭和", 1925},
                                                                       {"พ.ศ.", -543}});

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  int number = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// Numbers of up to four digits; nothing where one is longer, as no year is.
std::optional<std::vector<Run>> numbers_in(std::string_view text) {
  std::vector<Run> out;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_digit(text[at])) {
      ++at;
      continue;
    }
    Run run{at, at, 0};
    for (; at < text.size() && is_ascii_digit(text[at]); ++at) {
      constexpr std::size_t most_digits = 4;
      if (at - run.begin == most_digits) {
        return std::nullopt;
      }
      run.number = run.number * 10 + (text[at] - '0');
    }
    run.end = at;
    out.push_back(run);
  }
  return out;
}

/// Folded width and case, one blank for white space, which keeps Q1 2024 from being 12024.
std::string folded_words(std::string_view text) {
  std::string out;
  std::u32string word;
  const auto end_word = [&] {
    out += (out.empty() || word.empty() ? "" : " ") + fold_width(to_utf8(word));
    word.clear();
  };
  for (const char32_t c : to_code_points(text)) {
    if (is_space(c)) {
      end_word();
    } else {
      word += c;
    }
  }
  end_word();
  return out;
}

std::string_view without_blanks_around(std::string_view text) {
  while (text.starts_with(' ')) {
    text.remove_prefix(1);
  }
  while (text.ends_with(' ')) {
    text.remove_suffix(1);
  }
  return text;
}

/// Whether two numbers are joined as the years of a span are: 2023/24, 2023年-2024年.
bool is_joined(std::string_view between) {
  between = without_blanks_around(between);
  if (between.starts_with("年")) {
    between = without_blanks_around(between.substr(std::string_view("年").size()));
  }
  constexpr auto marks =
      std::to_array<std::string_view>({"-", "/", "–", "—", "——", "--", "~", "～", "至", "to"});
  return std::find(marks.begin(), marks.end(), between) != marks.end();
}

/// Whether two digits are a year's behind this: FY 24, FY'24.
bool names_fiscal_year(std::string_view before) {
  before = without_blanks_around(before);
  for (const std::string_view mark : {"'", "’"}) {
    before.remove_suffix(before.ends_with(mark) ? mark.size() : 0);
  }
  return before.ends_with("fy");
}

/// What of `text` is no way of writing a year.
std::string words_beside(std::string_view text) {
  constexpr auto words = std::to_array<std::string_view>(
      {"会计年度", "會計年度", "财政年度", "財政年度",  "财年", "中華", "中华", "年度",
       "年",       "元",       "fiscal",   "financial", "year", "fy",   "cy",   "to",
       "至",       "月",       "日",       "–",         "—",    "’"});
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto starts = [&](std::string_view word) { return rest.starts_with(word); };
    if (const auto* word = std::find_if(words.begin(), words.end(), starts); word != words.end()) {
      at += word->size();
    } else if (const auto* era =
                   std::find_if(eras.begin(), eras.end(),
                                [&](const auto& one) { return rest.starts_with(one.first); });
               era != eras.end()) {
      at += era->first.size();
    } else {
      const bool says = (static_cast<unsigned char>(text[at]) & 0x80U) != 0 ||
                        (text[at] >= 'a' && text[at] <= 'z');
      out += says ? std::string(1, text[at]) : std::string();
      ++at;
    }
  }
  return out;
}

/// The second year of a span, in two digits or as many as the first has.
bool follows(const Run& first, const Run& second) {
  const int next = first.number + 1;
  return second.size() == 2 ? second.number == next % 100
                            : second.size() == first.size() && second.number == next;
}

/// The year of a date or of a part of a year: 2024-12, 2024/4/1, 1/4/2024, Q1 2024.
std::optional<Run> year_of_date(const std::vector<Run>& numbers) {
  constexpr std::size_t digits = 4;
  constexpr int months = 12;
  constexpr int days = 31;
  const auto is_year = [&](const Run& run) { return run.size() == digits; };
  const auto year = std::find_if(numbers.begin(), numbers.end(), is_year);
  if (year == numbers.end() || numbers.size() < 2 || numbers.size() > 3) {
    return std::nullopt;
  }
  // The month stands first behind the year, or on either side of the day before it.
  std::vector<int> others;
  for (auto run = numbers.begin(); run != numbers.end(); ++run) {
    if (run != year) {
      others.push_back(run->size() <= 2 ? run->number : days + 1);
    }
  }
  const bool behind = year == numbers.begin();
  const int smaller = behind ? others.front() : *std::min_element(others.begin(), others.end());
  const int greater = *std::max_element(others.begin(), others.end());
  return smaller <= months && greater <= days ? std::optional(*year) : std::nullopt;
}

}  // namespace

std::optional<YearWritten> read_year_written(std::string_view text, std::optional<int> offset) {
  constexpr std::size_t longest = 100;
  if (text.size() > longest) {
    return std::nullopt;
  }
  std::string folded = folded_words(text);
  YearWritten out;
  out.beside = words_beside(folded);
  int behind = offset.value_or(0);
  bool named = offset.has_value();
  for (const auto& [era, years] : eras) {
    if (const std::size_t at = folded.find(era); at != folded.npos && !named) {
      behind = years;
      named = true;
      folded.erase(0, at + era.size());
      if (folded.starts_with("元")) {  // 令和元年
        folded.replace(0, std::string_view("元").size(), "1");
      }
    }
  }
  const auto numbers = numbers_in(folded);
  if (!numbers) {
    return std::nullopt;
  }
  if (numbers->empty()) {
    const auto year = named ? std::nullopt : year_in(text);  // 二〇二四年
    out.year = year.value_or(0);
    return year ? std::optional(std::move(out)) : std::nullopt;
  }
  const Run& first = numbers->front();
  const Run& last = numbers->back();
  out.span = numbers->size() == 2 && follows(first, last) &&
             is_joined(std::string_view(folded).substr(first.end, last.begin - first.end));
  const std::optional<Run> dated = named ? std::nullopt : year_of_date(*numbers);
  if (numbers->size() > 1 && !out.span && !dated) {
    return std::nullopt;
  }
  if (!named && first.size() == 2 &&
      names_fiscal_year(std::string_view(folded).substr(0, first.begin))) {
    constexpr int century = 2000;
    behind = century;
  }
  out.year = (out.span || !dated ? first : *dated).number + behind;
  return out.year >= first_year && out.year <= last_year ? std::optional(std::move(out))
                                                         : std::nullopt;
}

}  // namespace budgetdiff::import
