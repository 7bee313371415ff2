#include "import/page/sections.hpp"

#include "import/page/form_pairs.hpp"
#include "import/page/lines.hpp"
#include "import/table/context.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/scan.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A title's middle is this near to the page's, as a part of its width.
constexpr double centred = 0.08;
/// A title in text begins so far in, as a part of the width: hardly, where it is long.
constexpr double indented = 0.05;

/// The line begins with a label of a whole table and holds nothing else.
bool labels_table(const PdfLine& line) {
  const std::vector<Labelled> labels = labels_in(line.line.text);
  if (labels.empty() || line.line.text.find_first_of(U"。；，") != line.line.text.npos) {
    return false;
  }
  const std::size_t colon = line.line.text.find_first_of(U":：");
  const bool at_start =
      look_up_header(to_utf8(without_space(line.line.text.substr(0, colon)))).role != Role::none;
  return at_start && std::all_of(labels.begin(), labels.end(), [](const Labelled& one) {
           return one.role == Role::department || one.role == Role::money_unit ||
                  one.role == Role::year;
         });
}

/// 项目名称：X in a line of text: what is said of a project stands in lines above a table of its
/// indicators. A cell's label has its value in one of its own, and prose stands further right.
bool names_project(const PdfLine& line, const std::vector<PdfWord>& words, double left) {
  const std::size_t colon = line.line.text.find_first_of(U":：");
  if (colon == line.line.text.npos || line.box.left > left + line.size || words.empty() ||
      words.front().text.size() <= colon + 1) {
    return false;
  }
  const std::vector<Labelled> labels = labels_in(line.line.text);
  return !labels.empty() && labels.front().role == Role::project_name &&
         look_up_header(to_utf8(without_space(line.line.text.substr(0, colon)))).role ==
             Role::project_name;
}

/// 单位负责人：张三  填表人：李四  联系电话：…, who signs for a table: a line of a page whose texts
/// all begin with a label, one of them a person's.
bool is_signed(const PdfLine& line, const std::vector<PdfWord>& words) {
  const auto label = [](const PdfWord& word) {
    const std::size_t colon = word.text.find_first_of(U":：");
    return colon == word.text.npos ? std::u32string{} : word.text.substr(0, colon);
  };
  return line.line.place.line == 0 &&
         std::none_of(words.begin(), words.end(),
                      [&](const PdfWord& word) { return label(word).empty(); }) &&
         std::any_of(words.begin(), words.end(), [&](const PdfWord& word) {
           return look_up_header(to_utf8(label(word))).role == Role::person;
         });
}

/// 总分 | 100 | 99.3, the last line of a self-evaluation. Of a line of text: 合计, which
/// sums_scores() takes in a table of indicators, may be the money of a list here.
bool is_line_of_scores(const std::vector<PdfWord>& words) {
  constexpr auto sums =
      std::to_array<std::u32string_view>({U"总分", U"总得分", U"自评总分", U"合计得分"});
  const auto is_figure = [](const PdfWord& word) {
    return std::all_of(word.text.begin(), word.text.end(),
                       [](char32_t c) { return is_digit(c) || c == U'.' || c == U'%'; });
  };
  return words.size() > 1 &&
         std::find(sums.begin(), sums.end(), words.front().text) != sums.end() &&
         std::all_of(words.begin() + 1, words.end(), is_figure);
}

/// The sizes of a page's letters, by their widths, and the heights of its Chinese words.
struct Usual {
  double size = 0;
  double height = 0;
};

double middle_one(std::vector<double> values) {
  if (values.empty()) {
    return 0;
  }
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool is_chinese(const PdfWord& word) {
  return std::any_of(word.text.begin(), word.text.end(), is_cjk);
}

double height_of(const PdfWord& word) {
  return word.box.bottom - word.box.top;
}

Usual usual_of(const std::vector<PdfWord>& words) {
  std::vector<double> sizes;
  std::vector<double> heights;
  for (const PdfWord& word : words) {
    sizes.push_back(word.size);
    if (is_chinese(word)) {
      heights.push_back(height_of(word));
    }
  }
  return {middle_one(std::move(sizes)), middle_one(std::move(heights))};
}

/// Whether any Chinese word is higher than others: letters of lines that print spaces out look
/// wider than they are.
bool is_higher(const std::vector<PdfWord>& words, double usual_height) {
  constexpr double higher = 1.05;
  return std::any_of(words.begin(), words.end(), [&](const PdfWord& word) {
    return is_chinese(word) && height_of(word) > higher * usual_height;
  });
}

/// Titles of tables and headings of chapters: in the middle of the page and
/// larger than what stands around them.
bool is_heading(const PdfLine& line, const std::vector<PdfWord>& words, const PdfPage& page,
                const Usual& usual) {
  const double middle = (line.box.left + line.box.right) / 2;
  // A project's name in a title may hold anything.
  const bool title = is_any_title(line.line.text) ||
                     (line.line.place.line > 0 && is_table_title(to_utf8(line.line.text)));
  // 第三部分 …
  if (line.line.place.line > 0 && line.line.text.front() == U'第' &&
      heads_section(without_space(line.line.text))) {
    return true;
  }
  const double larger = title ? 1.1 : 1.25;
  if (title && line.line.place.line > 0) {
    // Text has no sizes, and its columns are not as wide as the page's.
    const auto parted = [](const PdfWord& a, const PdfWord& b) {
      return b.box.left - a.box.right > 1.5 * a.size;
    };
    return line.box.left > page.width * indented &&
           std::adjacent_find(words.begin(), words.end(), parted) == words.end();
  }
  return line.size > usual.size * larger && is_higher(words, usual.height) &&
         line.line.text.size() <= 60 &&
         line.line.text.find_first_of(U"。；，") == line.line.text.npos &&
         std::abs(middle - page.width / 2) < page.width * centred;
}

/// The words of each of the lines, from left to right. `words`: from top to bottom
std::vector<std::vector<PdfWord>> words_of(const std::vector<PdfLine>& lines,
                                           const std::vector<PdfWord>& words) {
  std::vector<std::vector<PdfWord>> out;
  std::size_t at = 0;
  for (const PdfLine& line : lines) {
    std::vector<PdfWord> of_line;
    for (; at < words.size() && words[at].middle() < line.middle + 0.45 * line.size; ++at) {
      of_line.push_back(words[at]);
    }
    std::sort(of_line.begin(), of_line.end(),
              [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
    out.push_back(std::move(of_line));
  }
  return out;
}

/// （2024年度） in a line of its own.
bool is_year_in_brackets(const PdfLine& line) {
  constexpr std::size_t longest = 12;
  const std::u32string text = without_space(line.line.text);
  return text.size() > 2 && text.size() <= longest &&
         (text.front() == U'（' || text.front() == U'(') &&
         (text.back() == U'）' || text.back() == U')') && text.find(U'年') != text.npos;
}

/// Adds a form's title and year that stand right above it in lines of their own: documents of Word
/// begin them where their tables begin, and text has no letters that are larger.
void open_at_titles_of_forms(const std::vector<PdfLine>& lines,
                             const std::vector<std::vector<PdfWord>>& of_lines,
                             const std::vector<bool>& forms, std::vector<bool>& opens) {
  for (std::size_t form = 0; form <= lines.size(); ++form) {
    const bool foot = form == lines.size();  // the form stands on the next page
    if ((!foot && !forms[form]) || lines.empty() || lines.front().line.place.line == 0) {
      continue;
    }
    std::size_t first = form;
    if (!foot && first > 0 && begins_name(of_lines[first - 1], of_lines[form])) {
      --first;
    }
    if (first > 0 && is_year_in_brackets(lines[first - 1])) {
      --first;
    }
    const bool titled = first > 0 && is_any_title(lines[first - 1].line.text);
    first -= titled ? 1U : 0U;
    for (std::size_t i = first; (!foot || titled) && i < form; ++i) {
      opens[i] = true;
    }
  }
}

/// Adds the mark of a table right above its title: 表13, 附件3.
void open_at_marks(const std::vector<PdfLine>& lines, std::vector<bool>& opens) {
  constexpr std::size_t longest = 8;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::u32string text = without_space(lines[i].line.text);
    const bool mark = text.size() <= longest && (text.front() == U'表' || text.front() == U'附');
    // Where pages repeat the title it has been taken out; its year may stand there still.
    const bool year = lines[i + 1].line.text.front() == U'（' && i + 2 < lines.size();
    if (mark && heads_section(text) && (opens[i + 1] || (year && opens[i + 2]))) {
      opens[i] = opens[i + 1] = true;
    }
  }
}

/// Adds the notes below a table, the sum of its scores and who signs for it, at its left, no rows
/// of it: between them and the page's end, or what opens another table, are a few lines at most.
void open_at_notes(const std::vector<PdfLine>& lines,
                   const std::vector<std::vector<PdfWord>>& of_lines, double left, double size,
                   std::vector<bool>& opens) {
  constexpr std::size_t lines_of_notes = 4;  // its number among them
  std::size_t behind = lines.size();
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (opens[i]) {
      behind = i;
    } else if (behind - i <= lines_of_notes &&
               (opens_remark(lines[i].line.text) || is_signed(lines[i], of_lines[i]) ||
                is_line_of_scores(of_lines[i])) &&
               lines[i].box.left < left + size) {
      opens[i] = true;
    }
  }
}

}  // namespace

std::vector<PageSection> sections_of(const PdfPage& page, std::vector<PdfWord> words) {
  std::vector<PageSection> out(1);
  if (words.empty()) {
    return out;
  }
  const Usual usual = usual_of(words);
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  const std::vector<PdfLine> lines = lines_of(words, page.number);
  const std::vector<std::vector<PdfWord>> of_lines = words_of(lines, words);
  double left = page.width;
  for (const PdfLine& line : lines) {
    left = std::min(left, line.box.left);
  }
  std::vector<bool> forms(lines.size());
  std::vector<bool> opens(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    forms[i] = opens_form(of_lines[i]);
    opens[i] = forms[i] || is_heading(lines[i], of_lines[i], page, usual) ||
               labels_table(lines[i]) || names_project(lines[i], of_lines[i], left);
  }
  open_at_titles_of_forms(lines, of_lines, forms, opens);
  open_at_marks(lines, opens);
  open_at_notes(lines, of_lines, left, usual.size, opens);
  std::vector<double> cuts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (opens[i] && (i == 0 || !opens[i - 1])) {
      const bool name_above = forms[i] && i > 0 && !of_lines[i - 1].empty() &&
                              begins_name(of_lines[i - 1], of_lines[i]);
      cuts.push_back((name_above ? of_lines[i - 1].front().middle() : lines[i].middle) -
                     0.5 * lines[i].size);
    }
  }
  std::size_t next = 0;
  for (PdfWord& word : words) {
    while (next < cuts.size() && word.middle() >= cuts[next]) {
      ++next;
      if (!out.back().words.empty()) {
        out.emplace_back();
      }
      out.back().opens_table = true;
    }
    out.back().words.push_back(std::move(word));
  }
  return out;
}

}  // namespace budgetdiff::import
