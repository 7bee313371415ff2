#include "import/page/typed_words.hpp"

#include "import/page/column_extents.hpp"
#include "import/page/false_beginnings.hpp"
#include "import/page/joined_words.hpp"
#include "import/page/lines.hpp"
#include "import/page/open_categories.hpp"
#include "import/page/sum_rows.hpp"
#include "import/page/target_lines.hpp"
#include "import/page/unbroken.hpp"
#include "import/page/white_strip.hpp"
#include "import/page/word_kinds.hpp"
#include "import/page/word_places.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A second word in a column of single words.
constexpr double crowded = 3;
/// Each blank after the first between two words of one cell, up to so many; a
/// single blank between two cells.
constexpr double inner_blank = 1;
constexpr double most_blanks = 3;
constexpr double single_blank = 0.3;
constexpr double chinese_blank = 4;
/// Two cells at a blank that Latin text has by itself.
constexpr double latin_blank = 3;
/// Ways to find the columns' places: the first from the header.
constexpr int passes = 5;
/// A word that begins a line right below another one.
constexpr double below_it = -1;
/// A category alone on its line that begins where a name above does, which goes on with it.
constexpr double below_name = fit::wrong;
/// A rest below a line that is full.
constexpr double full_above = -0.5;
/// Each letter that a word stands beside its column.
constexpr double place = 1;
/// The same to begin with, where print to text has shifted the header by itself.
constexpr double shifted_place = 0.35;
/// A word that a column has again and again; the same of a beginning.
constexpr double usual_word = -2;
constexpr double usual_beginning = -3;

bool holds_single_words(Role role) {
  return role == Role::comparator || role == Role::weight || role == Role::value ||
         role == Role::measurement_unit || role == Role::money;
}

/// Whether a column explains its rows' indicators, in prose: its texts often begin alike.
bool is_explanation(Role role) {
  return role == Role::remark || role == Role::none;
}

/// What speaks against a word in a column. Beside columns of categories and names the one of
/// indicators holds nothing but the label of them all.
double fit_beside(const PdfWord& word, const WordKind& kind, Role role, bool levels) {
  if (role == Role::indicators && levels) {
    constexpr std::u32string_view labels = U"年度绩效指标";
    return labels.find(word.text) == labels.npos ? fit::wrong : 0;
  }
  return fit_of(kind, role);
}

/// Whether a blank between two words may be one of the text: GB/T 19001.
bool is_latin_blank(const PdfWord& before, const PdfWord& word) {
  const char32_t last = before.text.back();
  const bool letter = (last >= U'A' && last <= U'Z') || (last >= U'a' && last <= U'z');
  const char32_t next = word.text.front();
  return letter && before.text.size() > 1 && (is_digit(next) || (next >= U'A' && next <= U'z'));
}

/// Whether a blank stands before or behind a short number in prose, where office programs put it
/// between Chinese letters and digits: 宣传 12 场.
/// The number of a norm has its blank before it only (GB/T 19001标准): one behind it is between
/// cells.
bool parts_number_in_prose(const PdfWord* of_norm, const PdfWord& before, const PdfWord& word,
                           Role role) {
  constexpr std::size_t longest = 4;
  const auto is_number = [](const PdfWord& one) {
    return one.text.size() <= longest && read_published_amount(one.text);
  };
  const bool prose = role == Role::goal || role == Role::annual_goal || role == Role::indicators;
  return prose && ((before.text.size() > 1 && is_cjk(before.text.back()) && is_number(word)) ||
                   (is_number(before) && is_cjk(word.text.front()) &&
                    (of_norm == nullptr || !is_latin_blank(*of_norm, before))));
}

/// Of each column how wide its line right above is; -1 where there is none.
std::vector<int> widths_above(const LineAbove& above, const PdfWord& word, std::size_t columns) {
  std::vector<int> out(columns, -1);
  for (std::size_t k = 0; k < above.columns.size(); ++k) {
    if (above.words[k].line + 1 == word.line) {
      int& own = out[above.columns[k]];
      own = std::max(own, 0) + width_of(above.words[k].text);
    }
  }
  return out;
}

/// Whether a word begins with a day or a month of a year: 2024年3月.
bool is_date(const PdfWord& word) {
  constexpr std::size_t digits = 4;
  return word.text.size() > digits + 1 && word.text[digits] == U'年' &&
         is_digit(word.text[digits + 1]) &&
         std::all_of(word.text.begin(), word.text.begin() + digits, is_digit);
}

/// Whether the last word of a line begins no row: it is no target and no whole category.
bool may_be_rest(const WordKind& kind) {
  return !kind.whole && !kind.target && !kind.number && !kind.figure && !kind.compares &&
         !kind.percent;
}

/// What speaks against a cell whose line is `above` wide going on with `word`: all lines of a cell
/// but its last are as full as the word leaves them.
double goes_on_cost(int above, int full, const PdfWord& word, Role role) {
  constexpr double per_half = 0.4;
  constexpr double most = 3;
  if (above < 0 || full == 0 || of_project(role) || role == Role::indicators) {
    return 0;
  }
  // A full line may as well begin a cell that is higher than those beside it.
  if (width_of(word.text) + 2 >= full) {
    return 0;
  }
  const int missing = full - above - std::max(2, unbreakable(word.text));
  return missing <= 0 ? full_above : std::min(most, per_half * missing);
}

/// Whether a word stands below a target that is whole and that it does not go on with, and an
/// explanation beside that may: 反映学校 ≥58所 | 数的情况.
bool goes_on_beside(const LineAbove& above, const PdfWord& word, std::size_t column,
                    const std::vector<Role>& roles, const ColumnWords& known) {
  constexpr std::size_t shortest_prose = 5;
  bool below = false;
  bool explained = false;
  for (std::size_t k = 0; k < above.columns.size(); ++k) {
    const bool next = above.words[k].line + 1 == word.line;
    below = below ||
            (next && above.columns[k] == column && are_other_words(above.words[k].text, word.text));
    explained = explained || (next && is_explanation(roles[above.columns[k]]) &&
                              above.words[k].text.size() >= shortest_prose &&
                              is_cjk(above.words[k].text.front()) &&
                              !known.has(above.words[k].text, above.columns[k]));
  }
  return below && explained;
}

/// The column of each of the words of a line, and what that costs.
std::pair<std::vector<std::size_t>, double> columns_of_line(
    const PdfWord* words, const WordKind* kinds, std::vector<bool>::const_iterator alone,
    std::size_t count, const std::vector<Role>& roles, const std::vector<Extent>& extents,
    const ColumnWords& known, double of_place, const LineAbove& above, const OpenCategories& open) {
  const std::size_t n = roles.size();
  const bool levels = std::find(roles.begin(), roles.end(), Role::level3) != roles.end();
  const std::vector<std::size_t> letters_before = letters_in_chain(words, count);
  const std::vector<int> lines_above = widths_above(above, words[0], n);
  const bool of_name = count == 1 && !above.columns.empty() &&
                       roles[above.columns[0]] == Role::level3 &&
                       begins_below(above, words[0], above.columns[0]);
  constexpr double most = std::numeric_limits<double>::max();
  std::vector<std::vector<double>> best(count, std::vector<double>(n, most));
  std::vector<std::vector<std::size_t>> from(count, std::vector<std::size_t>(n, 0));
  for (std::size_t w = 0; w < count; ++w) {
    const PdfWord& word = words[w];
    const double letter = std::max(1.0, word.size);
    const double blanks = w == 0 ? 0 : (word.box.left - words[w - 1].box.right) / letter;
    const bool chinese = w > 0 && blank_parts(words[w - 1].text, word.text);
    const double same =
        inner_blank * std::clamp(blanks - 1, 0.0, most_blanks) + (chinese ? chinese_blank : 0);
    const bool latin = w > 0 && blanks < 1.5 && is_latin_blank(words[w - 1], word);
    const double other = blanks >= 1.5 || chinese ? 0 : latin ? latin_blank : single_blank;
    for (std::size_t c = 0; c < n; ++c) {
      const double own =
          fit_beside(word, kinds[w], roles[c], levels) +
          (known.has(word.text, c)                                  ? usual_word
           : is_explanation(roles[c]) && known.begins(word.text, c) ? usual_beginning
                                                                    : 0) +
          open.fit(c, word.text) +
          (alone[static_cast<std::ptrdiff_t>(w)] && of_category(roles[c]) &&
                   !open.waits_for(c, word.text)
               ? fit::unlikely
               : 0) +
          (of_name && of_category(roles[c]) ? below_name : 0) +
          (holds_targets(roles[c]) && goes_on_beside(above, word, c, roles, known) ? fit::unlikely
                                                                                   : 0);
      const double off =
          extents.empty() ? 0 : off_column(word, letters_before[w], roles[c], extents[c], of_place);
      const bool two_targets =
          w > 0 && holds_targets(roles[c]) &&
          ((kinds[w].target && kinds[w - 1].target) || (is_date(words[w - 1]) && is_date(word)));
      const bool two_categories =
          w > 0 && of_category(roles[c]) && kinds[w].whole && kinds[w - 1].whole;
      // A target has one figure, wherever its row's words have slid.
      const double crowd = roles[c] == Role::money || two_targets ? fit::never
                           : two_categories                       ? fit::wrong
                           : holds_single_words(roles[c])         ? crowded
                                                                  : 0;
      const bool goes_on = w == 0 && !kinds[w].tail && stands_below(above, word, c);
      // What stands alone on its line beside cells of the project goes on with a cell above.
      const double rest = w + 1 == count && may_be_rest(kinds[w])
                              ? goes_on_cost(lines_above[c], known.width(c), word, roles[c])
                              : 0;
      double before = w > 0 ? most : rest + (goes_on ? std::min(off, below_it) : off);
      for (std::size_t last = 0; w > 0 && last <= c; ++last) {
        const bool skips_value =
            roles[last] == Role::comparator && roles[c] == Role::measurement_unit && c - last > 1;
        const double placed =
            extents.empty()
                ? 0
                : std::min(off, off_slid(words[w - 1], extents[last], word, extents[c], of_place));
        // The number of a norm is prose as the letters before it are, and stands where those end.
        const bool of_text =
            last == c &&
            (latin || (blanks < 1.5 && parts_number_in_prose(w > 1 ? &words[w - 2] : nullptr,
                                                             words[w - 1], word, roles[c])));
        const double cost =
            best[w - 1][last] +
            (last == c ? crowd + same : other + (of_project(roles[last]) ? rest : 0)) +
            (of_text ? -std::max(0.0, own) : placed) + (skips_value ? fit::unlikely : 0);
        if (cost < before) {
          before = cost;
          from[w][c] = last;
        }
      }
      best[w][c] = before + own;
    }
  }
  std::vector<std::size_t> out(count);
  const double cost = *std::min_element(best[count - 1].begin(), best[count - 1].end());
  for (std::size_t w = count; w-- > 0;) {
    const auto least = std::min_element(best[w].begin(), best[w].end());
    out[w] = w + 1 == count ? static_cast<std::size_t>(least - best[w].begin())
                            : from[w + 1][out[w + 1]];
  }
  return {std::move(out), cost};
}

/// The column of each word of all lines, and where these then are.
struct Dealing {
  std::vector<std::size_t> column;
  std::vector<Extent> extents;
  double cost = std::numeric_limits<double>::max();
};

/// Found by places that are, to begin with, the header's, and count `first`.
Dealing deal(const std::vector<PdfWord>& words, const std::vector<WordKind>& kinds,
             const std::vector<Role>& roles, std::vector<Extent> extents, double first,
             const ColumnWords* of_document) {
  const bool known_before =
      of_document != nullptr && of_document->settled() && of_document->columns() == roles.size();
  ColumnWords known = known_before ? *of_document : ColumnWords{};
  const std::vector<bool> alone = false_beginnings(words);
  Dealing out;
  out.column.resize(words.size());
  for (int pass = 0; pass < passes; ++pass) {
    out.cost = 0;
    LineAbove above;
    OpenCategories open(roles);
    for (std::size_t begin = 0; begin < words.size();) {
      std::size_t end = begin;
      while (end < words.size() && words[end].line == words[begin].line) {
        ++end;
      }
      const auto [of_line, cost] = columns_of_line(
          &words[begin], &kinds[begin], alone.begin() + static_cast<std::ptrdiff_t>(begin),
          end - begin, roles, extents, known, pass == 0 ? first : place, above, open);
      for (std::size_t w = 0; w < of_line.size(); ++w) {
        open.add(of_line[w], words[begin + w].text);
      }
      above = {&words[begin], of_line};
      std::copy(of_line.begin(), of_line.end(),
                out.column.begin() + static_cast<std::ptrdiff_t>(begin));
      out.cost += cost;
      begin = end;
    }
    extents = extents_of(words, out.column, roles, extents);
    if (!known_before) {
      known = {};
      known.add(words, out.column, roles.size());
      known.settle();
    }
  }
  out.extents = std::move(extents);
  return out;
}

/// Adds the places that columns of a page before have where the first of them are blank, as all
/// of a project is that has begun there: print to text leaves out the white at the left of a page.
void add_further_left(const std::vector<PdfWord>& words, const std::vector<Role>& roles,
                      std::vector<std::vector<Extent>>& places) {
  constexpr double least = 4;  // letters
  double left = std::numeric_limits<double>::max();
  for (const PdfWord& word : words) {
    left = std::min(left, word.box.left);
  }
  const std::vector<Extent> before = places.front();
  for (std::size_t c = 1; c < roles.size() && of_project(roles[c - 1]); ++c) {
    const double by = before[c].left - left;
    if (by < least * words.front().size) {
      continue;
    }
    std::vector<Extent> moved = before;
    for (Extent& extent : moved) {
      extent.left -= by;
      extent.right -= by;
    }
    places.push_back(std::move(moved));
  }
}

}  // namespace

void tell_comparators(std::vector<Role>& roles, const std::vector<std::vector<PdfWord>>& dealt) {
  constexpr std::size_t fewest = 2;
  if (std::find(roles.begin(), roles.end(), Role::comparator) != roles.end()) {
    return;
  }
  for (std::size_t c = 0; c < roles.size(); ++c) {
    const auto compares = static_cast<std::size_t>(
        std::count_if(dealt[c].begin(), dealt[c].end(),
                      [](const PdfWord& word) { return kind_of(word.text).compares; }));
    if ((roles[c] == Role::remark || roles[c] == Role::none) && compares >= fewest &&
        compares * 2 > dealt[c].size()) {
      roles[c] = Role::comparator;
      return;
    }
  }
}

std::vector<std::vector<PdfWord>> dealt_words(std::vector<PdfWord> words,
                                              const std::vector<Role>& roles,
                                              const std::vector<double>& edges,
                                              ColumnWords* of_document,
                                              std::vector<Extent>* page_before) {
  if (std::find(roles.begin(), roles.end(), Role::level3) != roles.end()) {
    part_categories(words);
  }
  if (std::count_if(roles.begin(), roles.end(), [](Role role) { return holds_targets(role); }) >
      1) {
    part_targets(words);
  }
  std::stable_sort(words.begin(), words.end(), [](const PdfWord& a, const PdfWord& b) {
    return std::pair(a.line, a.box.left) < std::pair(b.line, b.box.left);
  });
  join_spread_letters(words);
  std::vector<WordKind> kinds;
  kinds.reserve(words.size());
  for (const PdfWord& word : words) {
    kinds.push_back(kind_of(word.text));
  }
  std::vector<Extent> header;
  for (std::size_t c = 0; c + 1 < edges.size(); ++c) {
    header.push_back({edges[c], edges[c + 1]});
  }
  // Of what costs the same the surer beginning wins.
  std::vector<std::vector<Extent>> beginnings;
  if (page_before != nullptr && page_before->size() == roles.size()) {
    beginnings.push_back(*page_before);
  }
  if (header.empty() && !beginnings.empty() && !words.empty()) {
    add_further_left(words, roles, beginnings);
  }
  beginnings.insert(header.empty() ? beginnings.end() : beginnings.begin(), std::move(header));
  Dealing dealing;
  for (const std::vector<Extent>& beginning : beginnings) {
    for (const double first : {place, shifted_place}) {
      Dealing other = deal(words, kinds, roles, beginning, first, of_document);
      if (other.cost < dealing.cost) {
        dealing = std::move(other);
      }
    }
  }
  if (page_before != nullptr) {
    *page_before = dealing.extents;
  }
  const std::vector<std::size_t>& column = dealing.column;
  if (of_document != nullptr && !of_document->settled()) {
    of_document->add(words, column, roles.size());
  }
  std::vector<std::vector<PdfWord>> out(roles.size());
  for (std::size_t w = 0; w < words.size(); ++w) {
    out[column[w]].push_back(std::move(words[w]));
  }
  return out;
}

}  // namespace budgetdiff::import
