#include "import/page/text_parts.hpp"

#include "import/page/lines.hpp"
#include "import/table/scan.hpp"
#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Places of the lines of a cell in which a blank parts two Chinese letters.
void add_parted(const Cell& cell, std::vector<Place>& places) {
  for (const TextLine& line : cell.lines) {
    for (std::size_t i = 1; i + 1 < line.text.size(); ++i) {
      if (line.text[i] == U' ' && is_cjk(line.text[i - 1]) && is_cjk(line.text[i + 1])) {
        places.push_back(line.place);
        break;
      }
    }
  }
}

/// Whether a word says how much all weights are: （90）, below 分值权重.
bool is_sum_of_weights(const PdfWord& word) {
  const std::u32string text = without_space(word.text);
  return text.size() > 2 && (text.front() == U'（' || text.front() == U'(') &&
         (text.back() == U'）' || text.back() == U')') &&
         read_published_amount(text.substr(1, text.size() - 2));
}

/// Whether a word is a piece of the label at the side of all indicators: 绩效指 | 标.
bool is_of_label(const PdfWord& word) {
  constexpr std::u32string_view label = U"年度绩效指标";
  return label.find(word.text) != label.npos;
}

}  // namespace

bool is_text(const std::vector<PdfWord>& words) {
  return !words.empty() && words.front().line > 0;
}

void cut_prose_below(std::vector<PdfWord>& body, const std::vector<double>& edges,
                     std::vector<PdfWord>& below) {
  std::stable_sort(body.begin(), body.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.line < b.line; });
  const auto crosses = [&](const PdfWord& word) {
    return std::count_if(edges.begin() + 1, edges.end() - 1, [&](double edge) {
             return word.box.left + word.size < edge && edge < word.box.right - word.size;
           }) >= 2;
  };
  std::size_t block = 0;  // begins below a blank line
  bool figures = false;
  for (std::size_t i = 1; i < body.size(); ++i) {
    if (body[i].line > body[i - 1].line + 1) {
      block = i;
      figures = false;
    }
    figures = figures || read_published_amount(body[i].text);
    if (block > 0 && !figures && crosses(body[i])) {
      const auto from = body.begin() + static_cast<std::ptrdiff_t>(block);
      below.assign(std::make_move_iterator(from), std::make_move_iterator(body.end()));
      body.erase(from, body.end());
      return;
    }
  }
}

bool only_titles(const std::vector<PdfWord>& words, int page) {
  const std::vector<PdfLine> lines = lines_of(words, page);
  constexpr std::size_t longest_year = 10;   // （2024年度）
  constexpr std::size_t longest_label = 10;  // 预算单位：X局
  const auto is_title = [](const PdfLine& line) { return is_any_title(line.line.text); };
  const auto is_year = [](const PdfLine& line) {
    return line.line.text.size() <= longest_year && year_in(to_utf8(line.line.text));
  };
  const auto is_labelled = [](const PdfLine& line) {
    const std::u32string& text = line.line.text;
    const std::size_t colon = text.find_first_of(U":：");
    return colon > 1 && colon <= longest_label && text.find_first_of(U"。；，") == text.npos;
  };
  const bool titled = std::any_of(lines.begin(), lines.end(), is_title);
  return std::all_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
    return is_title(line) || is_year(line) || (titled && is_labelled(line));
  });
}

void doubt_blanks(Grid& table) {
  std::vector<Place> doubts;
  for (const Cell& cell : table.cells()) {
    if (cell.row > 0) {
      add_parted(cell, doubts);
    }
  }
  table.doubts.insert(table.doubts.end(), doubts.begin(), doubts.end());
}

void doubt_goals(Grid& form) {
  std::vector<Place> doubts;
  for (const Cell& cell : form.cells()) {
    const Cell* const label = cell.column == 1 ? form.at(cell.row, 0) : nullptr;
    const Role role = label ? look_up_header(to_utf8(label->packed())).role : Role::none;
    if (role == Role::goal || role == Role::annual_goal) {
      add_parted(cell, doubts);
    }
  }
  form.doubts.insert(form.doubts.end(), doubts.begin(), doubts.end());
}

std::vector<PdfLine> text_lines(std::vector<PdfWord> words, int page, bool names) {
  constexpr double wide_gap = 1.5;
  constexpr std::size_t shortest_name = 2;
  const auto are_two_names = [&](const PdfWord& before, const PdfWord& word) {
    return names && before.text.size() >= shortest_name && word.text.size() >= shortest_name &&
           is_cjk(before.text.back()) && is_cjk(word.text.front()) && word.text.front() != U'（' &&
           word.box.left - before.box.right > word.size / 2;
  };
  std::stable_sort(words.begin(), words.end(), [](const PdfWord& a, const PdfWord& b) {
    return std::pair(a.line, a.box.left) < std::pair(b.line, b.box.left);
  });
  std::vector<PdfLine> out;
  std::vector<PdfWord> line;
  const auto end_line = [&] {
    if (!line.empty()) {
      std::vector<PdfLine> one = lines_of(std::exchange(line, {}), page);
      std::move(one.begin(), one.end(), std::back_inserter(out));
    }
  };
  for (PdfWord& word : words) {
    if (!line.empty() && (word.line != line.back().line ||
                          word.box.left - line.back().box.right > wide_gap * word.size ||
                          are_two_names(line.back(), word))) {
      end_line();
    }
    line.push_back(std::move(word));
  }
  end_line();
  return out;
}

std::size_t side_cells(const HeaderBand& band) {
  constexpr std::size_t longest = 4;
  std::size_t out = 0;
  for (const HeaderCell& cell : band.cells) {
    const Role role = cell.term.role;
    if (role == Role::project_name) {
      return 0;
    }
    if (role == Role::level1 || role == Role::level2 || role == Role::level3) {
      return out;
    }
    std::size_t letters = 0;
    for (const PdfWord& word : cell.words) {
      letters += word.text.size();
    }
    if (letters > longest) {
      return 0;
    }
    ++out;
  }
  return 0;
}

void drop_header_rest(std::vector<PdfWord>& body, const HeaderBand& header) {
  constexpr std::size_t longest_rest = 3;
  int first = 0;
  for (const PdfWord& word : body) {
    first = first == 0 ? word.line : std::min(first, word.line);
  }
  const auto sum = [&](const PdfWord& word) {
    return word.line == first && is_sum_of_weights(word);
  };
  const bool only = std::all_of(body.begin(), body.end(), [&](const PdfWord& word) {
    return word.line != first || sum(word) || word.text.size() == 1 || is_of_label(word);
  });
  if (only) {
    std::erase_if(body, sum);
  }
  // 运算符 above 号, which is a word for the same: on a line that has no row's figures.
  const auto rest = [&](const PdfWord& word) {
    return word.line == first &&
           std::any_of(header.cells.begin(), header.cells.end(), [&](const HeaderCell& cell) {
             const Role role = cell.term.role;
             return role != Role::none && cell.box.left < word.box.right + word.size &&
                    word.box.left < cell.box.right + word.size &&
                    look_up_listed_header(cell.text + to_utf8(word.text)).role == role;
           });
  };
  const bool words = std::all_of(body.begin(), body.end(), [&](const PdfWord& word) {
    return word.line != first || (word.text.size() <= longest_rest && is_cjk(word.text.front()));
  });
  if (words) {
    std::erase_if(body, rest);
  }
}

bool numbers_columns(const std::vector<PdfWord>& line) {
  constexpr int fewest = 4;
  constexpr int most_left_out = 2;
  if (!is_text(line)) {
    return false;
  }
  int last = 0;
  int count = 0;
  for (const PdfWord& word : line) {
    const std::u32string text = without_space(word.text);
    if (text.empty() || text.size() > 2 || !std::all_of(text.begin(), text.end(), is_digit)) {
      return false;
    }
    const int number = std::stoi(to_utf8(text));
    if (number <= last) {
      return false;
    }
    last = number;
    ++count;
  }
  return count >= fewest && last - count <= most_left_out;
}

void drop_column_numbers(std::vector<PdfWord>& body) {
  if (body.empty()) {
    return;
  }
  const int first = std::min_element(body.begin(), body.end(), [](const auto& a, const auto& b) {
                      return a.line < b.line;
                    })->line;
  std::vector<PdfWord> line;
  std::copy_if(body.begin(), body.end(), std::back_inserter(line),
               [&](const PdfWord& word) { return word.line == first; });
  std::sort(line.begin(), line.end(),
            [](const PdfWord& a, const PdfWord& b) { return a.box.left < b.box.left; });
  if (numbers_columns(line)) {
    std::erase_if(body, [&](const PdfWord& word) { return word.line == first; });
  }
}

bool has_rows(const std::vector<PdfWord>& words) {
  const bool figures = std::any_of(words.begin(), words.end(), [](const PdfWord& word) {
    return read_published_amount(word.text) ||
           word.text.find_first_of(U"≥≤＞＜><=＝≧≦%％") != word.text.npos;
  });
  if (figures) {
    return true;
  }
  constexpr double wide = 1.5;  ///< letters
  std::map<int, int> gaps;
  std::map<int, const PdfWord*> before;
  for (const PdfWord& word : words) {
    const PdfWord*& last = before[word.line];
    gaps[word.line] +=
        last != nullptr && word.box.left - last->box.right > wide * word.size ? 1 : 0;
    last = &word;
  }
  return std::any_of(gaps.begin(), gaps.end(), [](const auto& line) { return line.second > 1; });
}

}  // namespace budgetdiff::import
