#include "import/text/header_row.hpp"

#include "import/traditional_letters.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::import {
namespace {

/// A header of more lines than this is none.
constexpr std::size_t most_lines = 40;
/// Unknown words that a header may hold: some form's own columns of money.
constexpr int most_unknown = 6;
constexpr std::size_t most_columns = 32;
constexpr std::size_t longest_unknown = 16;

/// A character of the header with its place.
struct Glyph {
  char32_t c = 0;
  std::size_t line = 0;
  int left = 0;
  bool gap_before = false;   ///< white space inside its line
  bool line_before = false;  ///< it begins a line
};

bool is_opening(char32_t c) {
  return c == U'（' || c == '(' || c == U'【' || c == '[';
}
bool is_closing(char32_t c) {
  return c == U'）' || c == ')' || c == U'】' || c == ']';
}

std::vector<Glyph> glyphs_of(const Line& line, std::size_t index) {
  std::vector<Glyph> out;
  int left = line.indent;
  bool gap = false;
  for (const char32_t c : line.text) {
    const int width = width_of({&c, 1});
    if (is_space(c)) {
      gap = true;
    } else {
      out.push_back({c, index, left, gap, out.empty()});
      gap = false;
    }
    left += width;
  }
  return out;
}

/// Cuts the header's characters into columns; false where it is no header.
class Cutter {
 public:
  explicit Cutter(const std::vector<Glyph>& glyphs) : glyphs_(glyphs) {}

  bool run() {
    while (at_ < glyphs_.size()) {
      if (is_opening(glyphs_[at_].c) && !columns_.empty()) {
        if (!take_brackets()) {
          return false;
        }
      } else {
        skip_of_which();
        const HeaderMatch match = longest_header_word(rest());
        if (!(match.length > 0 ? take_word(match) : take_unknown())) {
          return false;
        }
      }
    }
    return true;
  }

  std::vector<HeaderColumn> columns_;
  std::string money_unit_;

 private:
  [[nodiscard]] std::string rest() const {
    std::u32string text;
    for (std::size_t i = at_; i < glyphs_.size() && i < at_ + longest_unknown; ++i) {
      text += simplified(glyphs_[i].c);
    }
    return to_utf8(text);
  }

  /// 其中：一般公共预算 is a column of that name.
  void skip_of_which() {
    constexpr std::u32string_view word = U"其中";
    if (at_ + word.size() + 1 < glyphs_.size() && glyphs_[at_].c == word[0] &&
        glyphs_[at_ + 1].c == word[1]) {
      at_ += word.size();
      at_ += glyphs_[at_].c == U'：' || glyphs_[at_].c == U':' ? 1U : 0U;
    }
  }

  void add(Role role, std::string key, std::size_t begin, std::size_t end) {
    HeaderColumn column{role, std::move(key), -1, -1};
    if (glyphs_[begin].line == glyphs_[end - 1].line) {
      column.left = glyphs_[begin].left;
      column.right = glyphs_[end - 1].left + width_of({&glyphs_[end - 1].c, 1});
    }
    columns_.push_back(std::move(column));
  }

  bool take_word(const HeaderMatch& match) {
    // A header names each thing once; a list of words that does not is none.
    const bool named = match.term.role != Role::money && match.term.role != Role::none;
    if (columns_.size() >= most_columns ||
        (named && std::any_of(columns_.begin(), columns_.end(), [&](const HeaderColumn& column) {
           return column.role == match.term.role;
         }))) {
      return false;
    }
    const std::size_t count = to_code_points(rest().substr(0, match.length)).size();
    add(match.term.role, std::string(match.term.column), at_, at_ + count);
    at_ += count;
    unknown_open_ = false;
    return true;
  }

  bool take_brackets() {
    std::u32string inside;
    int depth = 0;
    for (; at_ < glyphs_.size(); ++at_) {
      const char32_t c = glyphs_[at_].c;
      inside += c;
      depth += is_opening(c) ? 1 : 0;
      depth -= is_closing(c) ? 1 : 0;
      if (depth == 0) {
        ++at_;
        if (const std::string unit = money_unit_in_header(to_utf8(inside)); !unit.empty()) {
          money_unit_ = unit;
        }
        return true;
      }
    }
    return false;
  }

  /// A word of the form's own, up to the next gap or known word after a break.
  bool take_unknown() {
    const std::size_t begin = at_;
    std::u32string text;
    while (at_ < glyphs_.size() && !is_opening(glyphs_[at_].c)) {
      if (at_ > begin && (glyphs_[at_].gap_before || glyphs_[at_].line_before)) {
        break;
      }
      text += glyphs_[at_++].c;
    }
    constexpr std::u32string_view prose = U"。；：，、%％;:,.≥≤";
    const bool is_prose = std::any_of(text.begin(), text.end(), [&](char32_t c) {
      return is_digit(c) || prose.find(c) != prose.npos;
    });
    if (text.empty() || text.size() > longest_unknown || is_prose) {
      return false;
    }
    const bool continues =
        unknown_open_ && glyphs_[begin].line_before && columns_.back().role == Role::none;
    if (continues) {
      columns_.back().key += to_utf8(text);
      if (columns_.back().key.size() > 3 * longest_unknown) {
        return false;
      }
      columns_.back().left = columns_.back().right = -1;
    } else {
      if (++unknown_ > most_unknown) {
        return false;
      }
      add(Role::none, to_utf8(text), begin, at_);
    }
    unknown_open_ = true;
    return true;
  }

  const std::vector<Glyph>& glyphs_;
  std::size_t at_ = 0;
  int unknown_ = 0;
  bool unknown_open_ = false;
};

bool has(const std::vector<HeaderColumn>& columns, Role role) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const HeaderColumn& column) { return column.role == role; });
}

bool may_begin(const std::vector<Line>& lines, std::size_t at) {
  const Line& line = lines[at];
  // Most lines are seen not to be a header by their first character.
  constexpr std::u32string_view firsts = U"项序编行资预专政支单实用";
  if (firsts.find(simplified(line.text.front())) == firsts.npos) {
    return false;
  }
  std::u32string text = without_space(line.text);
  constexpr std::size_t narrow = 2;  // 序 | 号 in a narrow column
  if (text.size() <= narrow && at + 1 < lines.size()) {
    text += without_space(lines[at + 1].text);
  }
  const std::string front = header_spelling(to_utf8(text.substr(0, longest_unknown)));
  const Role role = longest_header_word(front).term.role;
  return role == Role::project_name || role == Role::project_code || role == Role::sequence ||
         role == Role::spending_unit;
}

/// Words between the name and the goal that nobody knows are columns of money.
void name_unknown_money(std::vector<HeaderColumn>& columns) {
  const auto first = std::find_if(columns.begin(), columns.end(), [](const HeaderColumn& column) {
    return column.role == Role::money;
  });
  const auto goal = std::find_if(first, columns.end(), [](const HeaderColumn& column) {
    return column.role == Role::goal || column.role == Role::indicators;
  });
  for (auto column = first; column != goal; ++column) {
    if (column->role == Role::none) {
      column->role = Role::money;
    }
  }
}

/// 总计 财政拨款 其他资金 in a line of their own below 项目资金 or 资金来源, which heads them.
void take_sources_below(const Line& line, HeaderRow& row) {
  const std::vector<Glyph> glyphs = glyphs_of(line, row.lines);
  Cutter cutter(glyphs);
  const auto is_money = [](const HeaderColumn& column) { return column.role == Role::money; };
  if (!cutter.run() || cutter.columns_.size() < 2 ||
      !std::all_of(cutter.columns_.begin(), cutter.columns_.end(), is_money)) {
    return;
  }
  const bool several = row.money().size() > 1;
  const auto heading =
      std::find_if(row.columns.begin(), row.columns.end(), [&](const HeaderColumn& column) {
        return is_money(column) && (!several || column.key.find("来源") != std::string::npos);
      });
  if (heading == row.columns.end()) {
    return;
  }
  const auto at = row.columns.erase(heading);
  row.columns.insert(at, cutter.columns_.begin(), cutter.columns_.end());
  for (const Glyph& glyph : glyphs) {
    row.spelling += glyph.c;
  }
  row.money_unit = row.money_unit.empty() ? cutter.money_unit_ : row.money_unit;
  ++row.lines;
}

}  // namespace

std::vector<HeaderColumn> HeaderRow::money() const {
  std::vector<HeaderColumn> out;
  std::copy_if(columns.begin(), columns.end(), std::back_inserter(out),
               [](const HeaderColumn& column) { return column.role == Role::money; });
  return out;
}

std::optional<HeaderRow> header_row_at(const std::vector<Line>& lines, std::size_t at) {
  if (!may_begin(lines, at)) {
    return std::nullopt;
  }
  std::vector<Glyph> glyphs;
  for (std::size_t count = 0; count < most_lines && at + count < lines.size(); ++count) {
    const std::vector<Glyph> more = glyphs_of(lines[at + count], count);
    if (more.size() > 200) {
      return std::nullopt;  // prose
    }
    glyphs.insert(glyphs.end(), more.begin(), more.end());
    Cutter cutter(glyphs);
    if (!cutter.run()) {
      // A bracket still open closes on a later line; anything else is no header.
      const auto open = std::count_if(glyphs.begin(), glyphs.end(),
                                      [](const Glyph& g) { return is_opening(g.c); });
      const auto closed = std::count_if(glyphs.begin(), glyphs.end(),
                                        [](const Glyph& g) { return is_closing(g.c); });
      if (open > closed) {
        continue;
      }
      return std::nullopt;
    }
    std::vector<HeaderColumn>& columns = cutter.columns_;
    if (!has(columns, Role::indicators) || columns.back().role == Role::none ||
        !has(columns, Role::money) || !has(columns, Role::project_name)) {
      continue;
    }
    HeaderRow row;
    row.lines = count + 1;
    row.columns = columns;
    row.money_unit = cutter.money_unit_;
    name_unknown_money(row.columns);
    for (const Glyph& glyph : glyphs) {
      row.spelling += glyph.c;
    }
    if (at + row.lines < lines.size()) {
      take_sources_below(lines[at + row.lines], row);
    }
    return row;
  }
  return std::nullopt;
}

}  // namespace budgetdiff::import
