#include "import/stream/stream_form.hpp"

#include "import/page/white_strip.hpp"
#include "import/paste/plain_rows.hpp"
#include "import/stream/stream_label.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"
#include "import/text/page_lines.hpp"
#include "import/text/page_structure.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// 1. 1、 （1） （一） 目标1： ①
bool begins_points(std::u32string_view text) {
  for (const std::u32string_view mark :
       {U"1.", U"1、", U"1．", U"（1）", U"(1)", U"（一）", U"(一)", U"一、", U"目标1", U"①"}) {
    if (text.starts_with(mark)) {
      return true;
    }
  }
  return false;
}

/// The rows of a form.
class FormRows {
 public:
  FormRows(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
           std::size_t begin, std::size_t end, const RepeatedLines& repeated)
      : lines_(lines), tokens_(tokens), begin_(begin), end_(end), repeated_(repeated) {}

  std::vector<PastedRow> run() {
    for (std::size_t at = begin_; at < end_;) {
      if (take_unit(at)) {
        continue;
      }
      const StreamLabel label = label_at(tokens_, at, end_);
      const bool starts = tokens_[at].starts_line;
      if (label.role != Role::none && !(starts && goes_on(at, label))) {
        if (starts || rows_.empty()) {
          rows_.emplace_back();
        }
        // Prose between an amount and the label of a goal may be that goal's.
        if (loose_prose_ && is_goal(label.role)) {
          doubts_.push_back(*loose_prose_);
        }
        loose_prose_.reset();
        add(at, label.end, label.role);
        at = label.end;
        continue;
      }
      // A blank between Chinese letters parts cells, but in prose.
      std::size_t to = at + 1;
      while (to < end_ && !tokens_[to].starts_line &&
             (is_goal(label_) || !blank_parts(tokens_[to - 1].text, tokens_[to].text)) &&
             label_at(tokens_, to, end_).role == Role::none) {
        ++to;
      }
      take_text(at, to, to == end_ || tokens_[to].starts_line || ends_name(at, to));
      at = to;
    }
    for (const std::size_t row : double_goals_) {
      // A page that cuts both gives the beginnings of both, and then their ends.
      const PastedCell& text = rows_[row].cells.front();
      if (!text.empty() && text.front().place.page != text.back().place.page) {
        doubts_.push_back(text.front().place);
      }
      part_goals(rows_[row]);
    }
    return std::move(rows_);
  }

  /// 单位：万元, where it stood alone in a line: of the table, and no cell's, as print gives it
  /// where it stands on the page.
  [[nodiscard]] const PastedCell& units() const { return units_; }
  /// Where what a row holds is a guess.
  [[nodiscard]] const std::vector<Place>& doubts() const { return doubts_; }

 private:
  /// The end of one goal and the beginning of the other may stand side by side in a line.
  static void part_lines(PastedCell& text) {
    PastedCell out;
    for (TextLine& line : text) {
      const std::size_t blank = line.text.find(U"。 ");
      if (blank == line.text.npos) {
        out.push_back(std::move(line));
        continue;
      }
      out.push_back({line.text.substr(0, blank + 1), line.place});
      out.push_back({line.text.substr(blank + 2), line.place});
    }
    text = std::move(out);
  }

  /// Two goals whose lines follow one another: the first ends where a sentence does, on the
  /// line that is the least full.
  static void part_goals(PastedRow& row) {
    PastedCell& text = row.cells.front();
    part_lines(text);
    std::size_t best = text.size();
    // A list of points begins with its first one.
    for (std::size_t i = 0; i + 1 < text.size() && best == text.size(); ++i) {
      if (row.cells.size() == 1 && begins_points(text[i + 1].text) && !text[i].text.empty() &&
          closes_sentence(text[i].text)) {
        best = i;
      }
    }
    const bool points = best < text.size();
    for (std::size_t i = 0; !points && row.cells.size() == 1 && i + 1 < text.size(); ++i) {
      const bool ends = !text[i].text.empty() && closes_sentence(text[i].text);
      if (ends && (best == text.size() || width_of(text[i].text) < width_of(text[best].text))) {
        best = i;
      }
    }
    if (best < text.size()) {
      PastedCell second(text.begin() + static_cast<std::ptrdiff_t>(best) + 1, text.end());
      text.resize(best + 1);
      row.cells.push_back(std::move(second));
    }
  }

  /// Sets a line apart that says the unit of money and nothing else; whether one begins at `at`.
  bool take_unit(std::size_t& at) {
    if (!tokens_[at].starts_line) {
      return false;
    }
    const Line& line = lines_[tokens_[at].line];
    const auto unit = unit_label_in(without_space(line.text));
    if (!unit || unit->begin != 0) {
      return false;
    }
    units_.push_back({line.text, place_of(line)});
    do {
      ++at;
    } while (at < end_ && !tokens_[at].starts_line);
    return true;
  }

  /// Whether what looks like a label is the rest of a value: alone in its line, no value of
  /// its own behind it, and other forms have no such line.
  [[nodiscard]] bool goes_on(std::size_t at, const StreamLabel& label) const {
    const bool alone = label.end < end_ && tokens_[label.end].starts_line;
    const bool bare = alone && label_at(tokens_, label.end, end_).role != Role::none;
    // 资金 and 项目 end many a name.
    const bool noun = label_ == Role::project_name && tokens_[at].text.size() <= 2;
    return bare && in_value_ && label_ != Role::project_code && !ends_value(tokens_[at].text) &&
           tokens_[at].line + 1 == tokens_[label.end].line &&
           (noun || !repeated_.has(tokens_[at].text));
  }

  void add(std::size_t from, std::size_t to, Role role) {
    rows_.back().cells.push_back(cell_of(lines_, tokens_, from, to, 0, 0).lines);
    in_value_ = role == Role::none;
    label_ = in_value_ ? label_ : role;
  }

  void take_text(std::size_t from, std::size_t to, bool whole_line) {
    const bool starts = tokens_[from].starts_line;
    if (!rows_.empty() && starts && below_labels(from, to)) {
      take_amounts(from, to);
      return;
    }
    if (starts && ends_value(joined(tokens_, from, to))) {
      take_other(from, to);
      return;
    }
    // 实施期目标 | 年度目标, and their texts below, one after the other.
    const bool goals = !rows_.empty() && starts && !in_value_ && goals_at_end() > 1;
    if (goals) {
      double_goals_.push_back(rows_.size());
    }
    if (rows_.empty() || goals || (starts && begins_row(from, to, whole_line))) {
      if (!is_prose(from, to)) {
        loose_prose_.reset();
      } else if (label_ == Role::money) {
        loose_prose_ = place_of(lines_[tokens_[from].line]);
      }
      rows_.emplace_back();
    } else if (in_value_ && starts) {
      const PastedCell more = cell_of(lines_, tokens_, from, to, 0, 0).lines;
      PastedCell& cell = rows_.back().cells.back();
      cell.insert(cell.end(), more.begin(), more.end());
      return;
    }
    add(from, to, Role::none);
  }

  /// Whether the value before ends where this text begins.
  [[nodiscard]] bool ends_value(const std::u32string& text) const {
    return in_value_ && !rows_.empty() &&
           !may_go_on(label_, packed(rows_.back().cells.back()), text);
  }

  /// What goes on in no value before: a label at the side that nobody knows, or the rest of a value
  /// of the same row, whose bracket it closes.
  void take_other(std::size_t from, std::size_t to) {
    const PastedCell text = cell_of(lines_, tokens_, from, to, 0, 0).lines;
    for (PastedCell& cell : rows_.back().cells) {
      if (closes_bracket_of(packed(cell), packed(text))) {
        cell.insert(cell.end(), text.begin(), text.end());
        return;
      }
    }
    if (look_up_header(to_utf8(packed(text))).role == Role::none &&
        label_at(tokens_, to, end_).role != Role::money) {
      doubts_.push_back(text.front().place);
    }
    rows_.emplace_back();
    rows_.back().cells.push_back(text);
    in_value_ = false;
  }

  /// The rest of a name before the next label of its line: 某县教育局 / （本级） 实施单位. What
  /// other forms have there as well is a label that nobody knows; in one form alone nothing tells.
  [[nodiscard]] bool ends_name(std::size_t from, std::size_t to) const {
    constexpr std::size_t longest_body = 6;
    const std::u32string text = joined(tokens_, from, to);
    if (!in_value_ || label_at(tokens_, to, end_).role == Role::none) {
      return false;
    }
    const bool body = label_ == Role::department || label_ == Role::spending_unit;
    return (body && text.size() <= longest_body &&
            std::u32string_view(U"局委院所站会校心队园馆关级）)").find(text.back()) !=
                std::u32string_view::npos) ||
           (label_ == Role::project_name && repeated_.several() &&
            !repeated_.begin_with(tokens_[from].text));
  }

  /// Neither the end of a code nor what stands behind a name: 3, （本级）.
  [[nodiscard]] bool may_label(std::size_t at) const {
    const std::u32string& text = tokens_[at].text;
    return text.find_first_not_of(U"0123456789") != text.npos && text.front() != U'（' &&
           text.front() != U'(';
  }

  /// Whether other forms have the line of a token, or behind a name one that begins with it:
  /// 资金用途 | 预算数 …, and in the next form 资金用途 by itself.
  [[nodiscard]] bool is_usual_line(std::size_t at) const {
    const std::u32string& text = tokens_[at].text;
    return repeated_.has(text) || (label_ == Role::project_name && repeated_.begin(text));
  }

  /// Whether text that begins a line is no part of the cell before it: prose beside a blank
  /// amount, several cells, a label that nobody knows.
  [[nodiscard]] bool begins_row(std::size_t from, std::size_t to, bool whole_line) const {
    return (label_ == Role::money && is_prose(from, to)) ||
           (in_value_ && !is_goal(label_) &&
            (!whole_line || (may_label(from) && is_usual_line(from))));
  }

  /// 项目资金 | 资金总额 | …: the first label spans the row of amounts below.
  void take_amounts(std::size_t from, std::size_t to) {
    const auto& labels = rows_.back().cells;
    const std::u32string second = labels.size() > 1 ? packed(labels[1]) : std::u32string{};
    const bool side = second.find(U'总') != second.npos || second.find(U"合计") != second.npos;
    if (to - from + (side ? 1 : 0) < labels.size()) {
      doubts_.push_back(place_of(lines_[tokens_[from].line]));  // a blank cell left no trace
    }
    rows_.emplace_back();
    rows_.back().cells.resize(side ? 1 : 0);
    for (std::size_t at = from; at < to; ++at) {
      add(at, at + 1, Role::none);
    }
  }

  [[nodiscard]] bool is_prose(std::size_t from, std::size_t to) const {
    constexpr std::size_t longest_amount = 14;
    const std::u32string text = joined(tokens_, from, to);
    return text.size() > longest_amount && text.find_first_of(U"，。；") != text.npos;
  }

  /// How many goals the last labels of the row head.
  [[nodiscard]] std::size_t goals_at_end() const {
    std::size_t count = 0;
    const auto& cells = rows_.back().cells;
    for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
      const Role role = look_up_header(to_utf8(packed(*cell))).role;
      if (!is_goal(role)) {
        break;
      }
      ++count;
    }
    return count;
  }

  /// Whether the tokens are amounts below the labels of the row above.
  [[nodiscard]] bool below_labels(std::size_t from, std::size_t to) const {
    const auto& cells = rows_.back().cells;
    bool amounts = to - from >= 2 && cells.size() >= to - from && !in_value_;
    for (std::size_t at = from; amounts && at < to; ++at) {
      amounts = read_published_amount(tokens_[at].text).has_value();
    }
    return amounts;
  }

  const std::vector<Line>& lines_;
  const std::vector<StreamToken>& tokens_;
  std::size_t begin_;
  std::size_t end_;
  std::vector<PastedRow> rows_;
  bool in_value_ = false;             ///< the last cell holds a value
  Role label_ = Role::none;           ///< read last
  std::optional<Place> loose_prose_;  ///< behind an amount, with no label since
  PastedCell units_;
  std::vector<Place> doubts_;
  std::vector<std::size_t> double_goals_;  ///< rows that hold the texts of two goals
  const RepeatedLines& repeated_;
};

}  // namespace

std::size_t form_start(const std::vector<StreamToken>& tokens, std::size_t from, std::size_t end) {
  for (std::size_t at = from; at < end; ++at) {
    if (tokens[at].text.find_first_of(U"项专政") != 0) {
      continue;
    }
    const StreamLabel label = label_at(tokens, at, end);
    if (label.role == Role::project_name && label.end < end &&
        joined(tokens, at, label.end).size() >= 4 &&
        label_at(tokens, label.end, end).role == Role::none) {
      // Other labels may stand before it on its line: 项目编码 … 项目名称 ….
      std::size_t first = at;
      while (first > from && tokens[first - 1].line == tokens[at].line) {
        --first;
      }
      return label_at(tokens, first, end).role != Role::none ? first : at;
    }
  }
  return end;
}

std::optional<Grid> stream_form(const std::vector<Line>& lines,
                                const std::vector<StreamToken>& tokens, std::size_t begin,
                                std::size_t end, const RepeatedLines& repeated) {
  PlainRows out;
  FormRows rows(lines, tokens, begin, end, repeated);
  const std::vector<PastedRow> found = rows.run();
  for (const PastedRow& row : found) {
    if (row.loose()) {
      out.add_line(row.cells.front());
    } else {
      out.add_labels(row);
    }
    // Above the first label it would go on with the form before.
    if (&row == &found.front()) {
      for (const TextLine& unit : rows.units()) {
        out.add_line({unit});
      }
    }
  }
  for (const Place& place : rows.doubts()) {
    out.add_doubt(place);
  }
  return std::move(out).grid();
}

}  // namespace budgetdiff::import
