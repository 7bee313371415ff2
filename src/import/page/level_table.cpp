#include "import/page/level_table.hpp"

#include "import/page/column_rules.hpp"
#include "import/page/form_pieces.hpp"
#include "import/page/page_numbers.hpp"
#include "import/table/context.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/scan.hpp"
#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Text stands in the middle of its cell to this many points.
constexpr double centred = 1.5;
/// Rows from a table's top that may be its header's.
constexpr std::size_t header_rows = 3;
/// Lines of one cell are nearer than this many letters.
constexpr double line_step = 2.2;

/// What a horizontal line does where a column might end.
enum class Meets : unsigned char { nothing, covers, ends, unknown };

/// Sorted places, those of one border once.
std::vector<double> distinct(std::vector<double> places) {
  std::sort(places.begin(), places.end());
  std::vector<double> out;
  for (const double place : places) {
    if (out.empty() || place - out.back() > same_place) {
      out.push_back(place);
    }
  }
  return out;
}

/// 部门名称：X  单位：万元
bool labels_table(const PdfLine& line) {
  const std::vector<Labelled> labels = labels_in(line.line.text);
  return !labels.empty() && line.line.text.find_first_of(U"。；，") == line.line.text.npos &&
         std::all_of(labels.begin(), labels.end(), [](const Labelled& one) {
           return one.role == Role::department || one.role == Role::money_unit ||
                  one.role == Role::year;
         });
}

class LevelTable {
 public:
  LevelTable(std::vector<Level> levels, const PdfPage& page)
      : levels_(std::move(levels)), page_(page) {
    left_ = levels_.front().left();
    right_ = levels_.front().right();
    for (const Level& level : levels_) {
      left_ = std::min(left_, level.left());
      right_ = std::max(right_, level.right());
    }
  }

  /// Finds the columns; false where the lines tell none.
  bool find_columns(const ColumnsBefore& before) {
    std::vector<double> places{left_, right_};
    for (const Level& level : levels_) {
      for (const Rule* const rule : level.rules) {
        places.push_back(rule->from);
        places.push_back(rule->to);
        places.insert(places.end(), rule->joints.begin(), rule->joints.end());
      }
    }
    goes_on_ = goes_on_from(before);
    if (goes_on_) {
      left_ = std::min(left_, before.front());
      right_ = std::max(right_, before.back());
      places.insert(places.end(), before.begin(), before.end());
    }
    edges_ = distinct(std::move(places));
    return edges_.size() > 2 && !holds_several_heads();
  }

  /// The rest of a row that the page cuts below the last line: it ends where its text does.
  void close_foot() {
    const Level& last = levels_.back();
    std::vector<PdfWord> below;
    for (const PdfWord& word : page_.words) {
      if (word.middle() > last.y && in_width(word)) {
        below.push_back(word);
      }
    }
    const bool open = !covers_all(last);
    if (const auto end = end_of_row(std::move(below), last.y, open)) {
      add(*end, levels_.end());
    }
  }

  /// The header above the first line, or the rest of a row of the page before.
  void close_head() {
    if (const auto top = top_of_header()) {
      add(*top, levels_.begin());
      return;
    }
    if (!goes_on_) {
      return;
    }
    const std::vector<PdfWord> above = words_above();
    double top = levels_.front().y;
    for (const PdfLine& line : lines_of(above, page_.number)) {
      top = std::min(top, line.box.top - 1);
    }
    const bool fits = std::none_of(above.begin(), above.end(), [&](const PdfWord& word) {
      return !in_width(word) || crosses_any(word);
    });
    if (!above.empty() && fits) {
      add(top, levels_.begin());
    }
  }

  [[nodiscard]] std::size_t size() const { return levels_.size(); }

  /// The lines that print left away.
  void add_rules(Rules& out) {
    meet();
    cross_words();
    find_walls();
    open_headings();
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      for (std::size_t b = 0; b + 1 < levels_.size(); ++b) {
        if (wall(e, b)) {
          std::size_t end = b + 1;
          while (end + 1 < levels_.size() && wall(e, end)) {
            ++end;
          }
          out.vertical.push_back({edges_[e], levels_[b].y, levels_[end].y, {}});
          b = end;
        }
      }
    }
    for (const Level& level : levels_) {
      if (level.added) {
        out.horizontal.push_back({level.y, left_, right_, {}});
      }
    }
  }

  [[nodiscard]] const std::vector<double>& columns() const { return edges_; }

 private:
  /// Whether the table is that of the page before, whose columns are `before`. Where cells span
  /// several rows, a page's lines may all be within the row that it begins with: they reach over
  /// some of the columns only, and end where columns do.
  [[nodiscard]] bool goes_on_from(const ColumnsBefore& before) const {
    const auto is_border = [&](double side) {
      return std::any_of(before.begin(), before.end(),
                         [&](double edge) { return std::abs(edge - side) < at_side; });
    };
    return before.size() > 2 && is_border(left_) && is_border(right_) && !has_heading();
  }

  /// Whether two words that head columns stand apart between two edges: lines drawn in one stroke
  /// tell where rows begin, but hardly a column.
  [[nodiscard]] bool holds_several_heads() const {
    constexpr double apart = 1.5;  ///< letters
    const auto heads = [](const PdfWord& word) {
      const Role role = look_up_header(to_utf8(word.text)).role;
      return role == Role::project_name || role == Role::money || role == Role::goal ||
             role == Role::annual_goal || role == Role::level1 || role == Role::level2 ||
             role == Role::level3 || holds_targets(role);
    };
    const std::size_t last = std::min(header_rows, levels_.size() - 1);
    std::vector<PdfWord> words;
    for (const PdfWord& word : page_.words) {
      if (word.middle() > levels_.front().y && word.middle() < levels_[last].y && in_width(word) &&
          heads(word)) {
        words.push_back(word);
      }
    }
    for (const std::vector<PdfWord>& line : word_lines(std::move(words))) {
      for (std::size_t i = 1; i < line.size(); ++i) {
        const bool one_column = column_of(middle_of(line[i - 1])) == column_of(middle_of(line[i]));
        if (one_column && line[i].box.left - line[i - 1].box.right > apart * line[i].size) {
          return true;
        }
      }
    }
    return false;
  }

  [[nodiscard]] static double middle_of(const PdfWord& word) {
    return (word.box.left + word.box.right) / 2;
  }

  [[nodiscard]] bool in_width(const PdfWord& word) const {
    const double middle = middle_of(word);
    return left_ < middle && middle < right_;
  }

  [[nodiscard]] std::vector<PdfWord> words_above() const {
    std::vector<PdfWord> out;
    for (const PdfWord& word : page_.words) {
      if (word.middle() < levels_.front().y) {
        out.push_back(word);
      }
    }
    return out;
  }

  /// Whether a title or the like above the table says that it is one of its own.
  [[nodiscard]] bool has_heading() const {
    const std::vector<PdfLine> lines = lines_of(words_above(), page_.number);
    return std::any_of(lines.begin(), lines.end(), [](const PdfLine& line) {
      return stands_outside(line) || is_page_number(line.line.text);
    });
  }

  [[nodiscard]] bool covers_all(const Level& level) const {
    for (std::size_t c = 0; c + 1 < edges_.size(); ++c) {
      if (!level.covers((edges_[c] + edges_[c + 1]) / 2)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a word runs over an edge of columns. An amount is too long for its cell then, and a
  /// closing mark at a line's end hangs over it: half of its room is blank.
  [[nodiscard]] static bool crosses(const PdfWord& word, double edge) {
    constexpr std::u32string_view closing = U"，。；：、”’）》】";
    const bool hangs = closing.find(word.text.back()) != closing.npos;
    const double right = word.box.right - (hangs ? word.size / 2 : 0);
    return word.box.left + 1 < edge && edge < right - 1 && !read_published_amount(word.text);
  }

  [[nodiscard]] bool crosses_any(const PdfWord& word) const {
    return std::any_of(edges_.begin(), edges_.end(),
                       [&](double edge) { return crosses(word, edge); });
  }

  [[nodiscard]] std::size_t column_of(double x) const {
    const auto after = std::upper_bound(edges_.begin(), edges_.end(), x) - edges_.begin();
    return static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(after - 1, 0, static_cast<std::ptrdiff_t>(edges_.size()) - 2));
  }

  /// Where text below the last line ends, if it is the rest of a row. `open`: a cell is, as
  /// the line does not run below it; else text must look like cells and reach the page's end.
  [[nodiscard]] std::optional<double> end_of_row(std::vector<PdfWord> words, double from,
                                                 bool open) const {
    std::vector<bool> filled(edges_.size(), false);
    const std::vector<PdfWord> all = words;
    double end = from;
    double last = from;
    for (const PdfLine& line : lines_of(std::move(words), page_.number)) {
      if (is_page_number(line.line.text)) {
        continue;
      }
      if (stands_outside(line) || line.middle - last > line_step * line.size) {
        return open && end > from ? std::optional(end) : std::nullopt;
      }
      last = line.middle;
      end = line.box.bottom + 1;
    }
    for (const std::vector<PdfWord>& line : word_lines(all)) {
      const bool sum = is_sum(line);
      for (const PdfWord& word : line) {
        if (!open && !sum && word.middle() < end && crosses_any(word)) {
          return std::nullopt;
        }
        if (word.middle() < end) {
          filled[column_of(middle_of(word))] = true;
        }
      }
    }
    const auto cells = std::count(filled.begin(), filled.end(), true);
    const bool row = open || cells > 1 || (cells == 1 && !filled.front());
    return end > from && row ? std::optional(end) : std::nullopt;
  }

  /// Where a header begins that print sets above the table's first line: words that are columns'
  /// or head some, right above it.
  [[nodiscard]] std::optional<double> top_of_header() const {
    std::vector<PdfLine> lines = lines_of(words_above(), page_.number);
    double top = levels_.front().y;
    for (; !lines.empty() && top - lines.back().middle < line_step * lines.back().size;
         lines.pop_back()) {
      const PdfLine& line = lines.back();
      if (stands_outside(line) || is_page_number(line.line.text)) {
        break;
      }
      top = line.box.top - 1;
    }
    return heads_columns(top) ? std::optional(top) : std::nullopt;
  }

  /// Whether what stands between `top` and the first line are words of a header: one by one, or
  /// those of each column together, as narrow columns break them (预算金 | 额); or the first row of
  /// a form (项目名称 | 河道清淤).
  [[nodiscard]] bool heads_columns(double top) const {
    std::vector<const PdfWord*> words;
    for (const PdfWord& word : page_.words) {
      if (word.middle() > top && word.middle() < levels_.front().y) {
        words.push_back(&word);
      }
    }
    std::stable_sort(words.begin(), words.end(), [](const PdfWord* a, const PdfWord* b) {
      return a->middle() < b->middle() - a->size / 2 ||
             (a->middle() < b->middle() + a->size / 2 && a->box.left < b->box.left);
    });
    std::map<std::size_t, std::u32string> columns;
    std::size_t known = 0;
    for (const PdfWord* const word : words) {
      const bool inside = in_width(*word);
      known += inside && look_up_header(to_utf8(word->text)).role != Role::none ? 1U : 0U;
      columns[inside ? column_of(middle_of(*word)) : edges_.size()] += word->text;
    }
    const auto of_columns = static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const auto& column) {
          return look_up_header(to_utf8(column.second)).role != Role::none;
        }));
    constexpr std::size_t least = 2;
    constexpr std::size_t whole_label = 4;  // 项目 heads other rows, too
    const bool names = words.size() > 1 && words.front()->text.size() >= whole_label &&
                       in_width(*words.front()) &&
                       look_up_header(to_utf8(words.front()->text)).role == Role::project_name;
    return names || (known >= least && known * 3 >= words.size() * 2) ||
           (of_columns > least && of_columns * 3 >= columns.size() * 2);
  }

  /// Whether a line is that of a sum: its word, which has a cell over several columns, and amounts.
  [[nodiscard]] static bool is_sum(const std::vector<PdfWord>& line) {
    return line.size() > 1 && is_sum_label(to_utf8(line.front().text)) &&
           std::all_of(line.begin() + 1, line.end(), [](const PdfWord& word) {
             return read_published_amount(word.text).has_value();
           });
  }

  void add(double y, std::vector<Level>::iterator at) {
    Level level;
    level.y = y;
    level.added = true;
    levels_.insert(at, std::move(level));
  }

  [[nodiscard]] Meets& meets(std::size_t level, std::size_t edge) {
    return meets_[level * edges_.size() + edge];
  }
  [[nodiscard]] std::vector<bool>::reference wall(std::size_t edge, std::size_t band) {
    return walls_[edge * levels_.size() + band];
  }

  void meet() {
    meets_.assign(levels_.size() * edges_.size(), Meets::nothing);
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      for (std::size_t e = 0; e < edges_.size(); ++e) {
        if (levels_[i].added) {
          meets(i, e) = Meets::unknown;
        }
      }
      for (const Rule* const rule : levels_[i].rules) {
        std::vector<double> ends{rule->from, rule->to};
        ends.insert(ends.end(), rule->joints.begin(), rule->joints.end());
        for (std::size_t e = 0; e < edges_.size(); ++e) {
          const double x = edges_[e];
          if (x < rule->from - same_place || x > rule->to + same_place) {
            continue;
          }
          const bool at_end = std::any_of(ends.begin(), ends.end(), [&](double end) {
            return std::abs(end - x) <= same_place;
          });
          Meets& here = meets(i, e);
          here = at_end ? Meets::ends : here == Meets::nothing ? Meets::covers : here;
        }
      }
    }
  }

  /// Marks the edges that words run over, band by band, or that fall into a blank between the
  /// words of a line that runs over another: no cell's border stands in the middle of prose.
  void cross_words() {
    crossed_.assign(edges_.size() * levels_.size(), false);
    in_band_.assign(levels_.size(), {});
    std::vector<std::vector<PdfWord>> all(levels_.size());
    for (const PdfWord& word : page_.words) {
      const auto after = std::upper_bound(levels_.begin(), levels_.end(), word.middle(),
                                          [](double y, const Level& level) { return y < level.y; });
      if (after == levels_.begin() || after == levels_.end() || !in_width(word)) {
        continue;
      }
      const auto band = static_cast<std::size_t>(after - levels_.begin() - 1);
      if (band < header_rows) {
        in_band_[band].push_back(&word);
      }
      all[band].push_back(word);
      for (auto e = std::upper_bound(edges_.begin(), edges_.end(), word.box.left);
           e != edges_.end() && *e < word.box.right; ++e) {
        if (crosses(word, *e)) {
          crossed_[static_cast<std::size_t>(e - edges_.begin()) * levels_.size() + band] = true;
        }
      }
    }
    for (std::size_t band = 0; band < all.size(); ++band) {
      cross_blanks(all[band], band);
    }
  }

  void cross_blanks(const std::vector<PdfWord>& words, std::size_t band) {
    const auto parted = [](const PdfWord& word, const PdfWord& next) {
      constexpr double typed_blank = 0.4;  // letters; two cells' padding is wider
      return next.box.left - word.box.right > typed_blank * word.size;
    };
    // Where several lines begin just behind an edge, a cell does: prose has its blanks anywhere.
    const auto begins_cell = [&](double edge) {
      constexpr double padding = 6;
      constexpr double same_start = 0.5;
      constexpr std::ptrdiff_t least_lines = 3;
      return std::any_of(words.begin(), words.end(), [&](const PdfWord& word) {
        return word.box.left >= edge - 1 && word.box.left < edge + padding &&
               std::count_if(words.begin(), words.end(), [&](const PdfWord& other) {
                 return std::abs(other.box.left - word.box.left) < same_start;
               }) >= least_lines;
      });
    };
    for (const std::vector<PdfWord>& line : word_lines(words)) {
      for (auto first = line.begin(); first != line.end();) {
        const auto gap = std::adjacent_find(first, line.end(), parted);
        const auto end = gap == line.end() ? gap : gap + 1;
        if (std::any_of(first, end, [&](const PdfWord& word) { return crosses_any(word); })) {
          for (auto word = first; word + 1 != end; ++word) {
            cross_between(word->box.right, (word + 1)->box.left, band, begins_cell);
          }
        }
        first = end;
      }
    }
  }

  template <typename BeginsCell>
  void cross_between(double from, double to, std::size_t band, BeginsCell begins_cell) {
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      if (from - 1 <= edges_[e] && edges_[e] <= to + 1 && !begins_cell(edges_[e])) {
        crossed_[e * levels_.size() + band] = true;
      }
    }
  }

  /// A line stands between two levels that meet the edge where one of them says that a cell
  /// ends there, and no word of the rows between runs over it.
  void find_walls() {
    walls_.assign(edges_.size() * levels_.size(), false);
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      const bool side = e == 0 || e + 1 == edges_.size();
      std::size_t above = 0;
      Meets from = meets(0, e) == Meets::nothing ? Meets::unknown : meets(0, e);
      for (std::size_t i = 1; i < levels_.size(); ++i) {
        Meets to = meets(i, e);
        if (to == Meets::nothing && i + 1 < levels_.size()) {
          continue;
        }
        to = to == Meets::nothing ? Meets::unknown : to;
        const auto begin = crossed_.begin() + static_cast<std::ptrdiff_t>(e * levels_.size());
        const bool crossed = std::find(begin + static_cast<std::ptrdiff_t>(above),
                                       begin + static_cast<std::ptrdiff_t>(i),
                                       true) != begin + static_cast<std::ptrdiff_t>(i);
        const bool ends = from == Meets::ends || to == Meets::ends ||
                          (from == Meets::unknown && to == Meets::unknown);
        for (std::size_t b = above; b < i; ++b) {
          wall(e, b) = side || (ends && !crossed);
        }
        above = i;
        from = to;
      }
    }
  }

  /// A heading over several columns is shorter than they are: in a header's row, where no
  /// cell is blank for want of text, the widest run of cells in whose middle it stands is its.
  void open_headings() {
    for (std::size_t band = 0; band < header_rows && band + 1 < levels_.size(); ++band) {
      std::vector<std::size_t> begins;
      for (std::size_t e = 0; e < edges_.size(); ++e) {
        if (wall(e, band)) {
          begins.push_back(e);
        }
      }
      const std::size_t cells = begins.size() - 1;
      std::vector<Box> text(cells, Box{1, 0, 0, 0});
      std::vector<bool> prose(cells, false);  // the rest of a row of the page before
      for (const PdfWord* const word : in_band_[band]) {
        const auto at = std::upper_bound(begins.begin(), begins.end(),
                                         column_of((word->box.left + word->box.right) / 2));
        const auto cell = static_cast<std::size_t>(at - begins.begin() - 1);
        Box& box = text[cell];
        prose[cell] = prose[cell] || word->text.find_first_of(U"，。；") != word->text.npos;
        const bool blank = box.left > box.right;
        box.left = blank ? word->box.left : std::min(box.left, word->box.left);
        box.right = blank ? word->box.right : std::max(box.right, word->box.right);
      }
      // Blank, and with a line below: not the rows that a cell spans.
      const auto blank = [&](std::size_t c) {
        const double middle = (edges_[begins[c]] + edges_[begins[c + 1]]) / 2;
        return text[c].left > text[c].right && levels_[band + 1].covers(middle) &&
               levels_[band].covers(middle);
      };
      for (std::size_t c = 0; c < cells; ++c) {
        if (text[c].left > text[c].right || prose[c]) {
          continue;
        }
        const double middle = (text[c].left + text[c].right) / 2;
        const auto off = [&](std::size_t first, std::size_t last) {
          return std::abs(middle - (edges_[begins[first]] + edges_[begins[last + 1]]) / 2);
        };
        std::size_t first = c;
        std::size_t last = c;
        for (std::size_t from = c;; --from) {
          for (std::size_t to = c;; ++to) {
            if (off(from, to) < centred && to - from > last - first) {
              first = from;
              last = to;
            }
            if (to + 1 >= cells || !blank(to + 1)) {
              break;
            }
          }
          if (from == 0 || !blank(from - 1)) {
            break;
          }
        }
        for (std::size_t k = first; k < last; ++k) {
          wall(begins[k + 1], band) = false;
        }
      }
    }
  }

  std::vector<Level> levels_;
  const PdfPage& page_;
  double left_ = 0;
  double right_ = 0;
  bool goes_on_ = false;
  std::vector<double> edges_;
  std::vector<Meets> meets_;
  std::vector<bool> crossed_;  ///< by edge and band
  std::vector<bool> walls_;    ///< by edge and band
  std::vector<std::vector<const PdfWord*>> in_band_;
};

}  // namespace

bool stands_outside(const PdfLine& line) {
  return is_any_title(line.line.text) || labels_table(line) || opens_remark(line.line.text);
}

std::vector<double> add_table_rules(std::vector<Level> levels, const PdfPage& page,
                                    const std::vector<double>& before, Rules& added) {
  LevelTable table(std::move(levels), page);
  if (!table.find_columns(before)) {
    return {};
  }
  table.close_head();
  table.close_foot();
  if (table.size() < 2) {
    return {};
  }
  table.add_rules(added);
  return table.columns();
}

}  // namespace budgetdiff::import
