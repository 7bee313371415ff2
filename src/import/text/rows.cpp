#include "import/text/rows.hpp"

#include "import/table/row_numbers.hpp"
#include "import/text/anchors.hpp"
#include "import/text/cut_goal.hpp"
#include "import/text/list_end.hpp"
#include "import/text/repeated_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// What a segment (the text between the amounts of two rows) divides into.
struct Cut {
  std::size_t goal_end = 0;
  std::size_t name_begin = 0;
  int score = 0;
  bool guessed = false;
};

class Rows {
 public:
  Rows(const std::vector<Line>& lines, const TableText& table) : lines_(lines), table_(table) {}

  TableRows run() {
    skipped_ = find_repeated_rows(lines_, table_);
    anchors_ = find_anchors(lines_, table_, skipped_);
    look_at_indents();
    if (anchors_.empty()) {
      append_lines(out_.trailing, 0, table_.body.size());
      return std::move(out_);
    }
    read_segments();
    measure_names();
    build();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t line_of(std::size_t body) const { return table_.body[body].line; }
  [[nodiscard]] const Line& line(std::size_t body) const { return lines_[line_of(body)]; }

  void append_lines(Flow& flow, std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end; ++at) {
      if (!skipped_[at]) {
        flow.append(line(at).text, static_cast<std::uint32_t>(line_of(at)));
      }
    }
  }

  void look_at_indents() {
    std::size_t indented = 0;
    for (const BodyLine& at : table_.body) {
      indented += lines_[at.line].indent >= 2 ? 1U : 0U;
    }
    out_.indented = indented * 2 >= anchors_.size() && indented <= anchors_.size() * 3 / 2 + 2 &&
                    indented < table_.body.size();
  }

  struct Segment {
    Flow flow;
    std::vector<ItemHead> heads;
    Cut cut;
    bool last = false;
  };

  void read_segments() {
    std::set<std::uint32_t> page_starts;
    for (const BodyLine& at : table_.body) {
      if (at.after_header) {
        page_starts.insert(static_cast<std::uint32_t>(at.line));
      }
    }
    segments_.resize(anchors_.size());
    for (std::size_t i = 0; i < anchors_.size(); ++i) {
      Segment& segment = segments_[i];
      const Anchor& anchor = anchors_[i];
      segment.last = i + 1 == anchors_.size();
      const auto index = static_cast<std::uint32_t>(line_of(anchor.last));
      segment.flow.append(std::u32string_view(line(anchor.last).text).substr(anchor.end), index);
      const std::size_t end = segment.last ? table_.body.size() : anchors_[i + 1].first;
      append_lines(segment.flow, anchor.last + 1, end);
      if (!segment.last) {
        const Anchor& next = anchors_[i + 1];
        segment.flow.append(std::u32string_view(line(next.first).text).substr(0, next.begin),
                            static_cast<std::uint32_t>(line_of(next.first)));
      }
      join_cut_goal(segment.flow, page_starts);
      segment.heads = find_item_heads(segment.flow.text);
      if (!segment.heads.empty()) {
        segment.cut.goal_end = segment.heads.front().begin;
        const Cut cut = end_of(segment, segment.heads.back().text, segment.flow.size());
        segment.cut.name_begin = cut.name_begin;
        segment.cut.score = cut.score;
        segment.cut.guessed = cut.guessed && !segment.last;
      }
    }
  }

  [[nodiscard]] Cut end_of(const Segment& segment, std::size_t item, std::size_t limit) const {
    const ListEnd end =
        end_of_list(segment.flow, lines_, item, limit, {segment.last, out_.indented});
    return {0, end.at, end.score, end.guessed};
  }

  /// How wide the lines of names are, from the names whose beginning is sure.
  void measure_names() {
    for (std::size_t at = 0; at < anchors_.front().first; ++at) {
      name_width_ = std::max(name_width_, width_of(line(at).text));
    }
    for (const Segment& segment : segments_) {
      if (segment.last || segment.heads.empty() || segment.cut.score < 4) {
        continue;
      }
      const Flow& flow = segment.flow;
      std::size_t begin = segment.cut.name_begin;
      for (std::size_t at = begin + 1; at <= flow.size(); ++at) {
        if (at == flow.size() || flow.starts_line(at)) {
          name_width_ = std::max(
              name_width_, width_of(std::u32string_view(flow.text).substr(begin, at - begin)));
          begin = at;
        }
      }
    }
  }

  /// Divides a segment without indicators into the goal and the next name.
  [[nodiscard]] Cut cut_goal_from_name(const Segment& segment) const {
    const Flow& flow = segment.flow;
    const std::u32string_view text = flow.text;
    if (segment.last) {
      for (std::size_t at = 0; at < flow.size(); ++at) {
        if (flow.starts_line(at) && opens_note(lines_[flow.origin[at]])) {
          return {at, at, 10};
        }
      }
      return {flow.size(), flow.size(), 10};
    }
    const std::size_t last_stop = text.rfind(U'。');
    Cut best{0, 0, -1000};
    Cut second = best;
    bool narrow = true;
    std::size_t line_end = flow.size();
    for (std::size_t at = flow.size(); at-- > 0;) {
      if (!flow.starts_line(at)) {
        continue;
      }
      const int width = width_of(text.substr(at, line_end - at));
      line_end = at;
      narrow = narrow && !is_wide(width);
      int score = narrow ? 1 : -4;
      if (at == 0) {
        score += 2;
      } else if (ends_sentence(text[at - 1])) {
        score += text[at - 1] == U'。' ? 6 : 3;
      }
      const Line& next = lines_[flow.origin[at]];
      const bool whole_line = next.text.front() == text[at];
      if (out_.indented && whole_line) {
        score += next.indent >= 2 ? 4 : -2;
      }
      if (last_stop != text.npos && last_stop >= at && last_stop + 1 < flow.size()) {
        score -= 4;
      }
      if (score > best.score) {
        second = best;
        best = {at, at, score};
      } else if (score > second.score) {
        second = {at, at, score};
      }
    }
    best.score -= std::max(second.score, 0);  // how much better than the next best
    return best;
  }

  void build() {
    Flow name;
    append_lines(name, 0, anchors_.front().first);
    name.append(
        std::u32string_view(line(anchors_.front().first).text).substr(0, anchors_.front().begin),
        static_cast<std::uint32_t>(line_of(anchors_.front().first)));
    if (const auto heads = find_item_heads(name.text); !heads.empty()) {
      name = rows_before_amounts(name, heads);
    }
    for (std::size_t i = 0; i < anchors_.size(); ++i) {
      Segment& segment = segments_[i];
      RowText row;
      row.amounts = anchors_[i].run;
      row.amount_line = line_of(anchors_[i].first);
      set_name(row, std::exchange(name, {}));
      if (segment.heads.empty() && !segment.last && stands_for_department(row)) {
        segment.cut = {0, 0, 10};
      } else if (segment.heads.empty()) {
        segment.cut = cut_goal_from_name(segment);
        row.guessed = segment.cut.goal_end > 0 && segment.cut.score <= 0;
      } else {
        row.guessed = segment.cut.guessed;
      }
      add_rows_of(segment, std::move(row));
      if (segment.last) {
        out_.trailing = segment.flow.sub(segment.cut.name_begin, segment.flow.size());
      } else {
        name = segment.flow.sub(segment.cut.name_begin, segment.flow.size());
      }
    }
  }

  /// Whether a row is the department's own: it has its name, or comes first
  /// with the amounts of 合计.
  [[nodiscard]] bool stands_for_department(const RowText& row) const {
    if (!table_.department.empty() && published(row.name.text) == table_.department) {
      return true;
    }
    if (!out_.rows.empty() || table_.sums.empty() || !row.amounts) {
      return false;
    }
    const std::vector<AmountCell>& sum = table_.sums.front().run.cells;
    const std::vector<AmountCell>& cells = row.amounts->cells;
    return std::equal(sum.begin(), sum.end(), cells.begin(), cells.end(),
                      [](const AmountCell& a, const AmountCell& b) { return a.text == b.text; });
  }

  /// Whether a line is wider than names are.
  [[nodiscard]] bool is_wide(int width) const {
    return name_width_ > 0 && width > name_width_ + std::max(4, name_width_ / 2);
  }

  /// Rows without amounts that stand before all others; gives the name behind
  /// them, that of the first row with amounts.
  Flow rows_before_amounts(const Flow& text, const std::vector<ItemHead>& heads) {
    Segment segment;
    segment.flow = text;
    segment.heads = heads;
    const Cut cut = end_of(segment, heads.back().text, text.size());
    segment.cut = {heads.front().begin, cut.name_begin, cut.score, true};
    if (heads.front().begin > 0) {
      RowText row = row_without_amounts(text.sub(0, heads.front().begin));
      Flow goal = row.goal;
      const std::size_t index = out_.rows.size();
      add_rows_of(segment, std::move(row));
      out_.rows[index].goal = std::move(goal);
    }
    return text.sub(cut.name_begin, text.size());
  }

  void set_name(RowText& row, Flow name) const {
    row.line = name.empty() ? row.amount_line : name.origin.front();
    row.indent = lines_[row.line].indent;
    row.name = std::move(name);
  }

  /// A segment holds one row's goal and list; where the amounts of a row are
  /// missing it holds more, and the numbering of the lists starts over.
  void add_rows_of(const Segment& segment, RowText row) {
    const Flow& flow = segment.flow;
    row.goal = flow.sub(0, segment.cut.goal_end);
    if (segment.heads.empty()) {
      out_.rows.push_back(std::move(row));
      return;
    }
    std::size_t first = 0;
    for (std::size_t i = 1; i <= segment.heads.size(); ++i) {
      const bool end = i == segment.heads.size();
      if (!end && segment.heads[i].number != 1) {
        continue;
      }
      std::size_t list_end = segment.cut.name_begin;
      if (!end) {
        list_end = end_of(segment, segment.heads[i - 1].text, segment.heads[i].begin).name_begin;
        if (list_end >= segment.heads[i].begin) {
          continue;  // nothing between: one list that counts anew
        }
      }
      const std::size_t begin = segment.heads[first].begin;
      row.indicators = flow.sub(begin, list_end);
      for (std::size_t k = first; k < i; ++k) {
        ItemHead head = segment.heads[k];
        head.begin -= begin;
        head.text -= begin;
        row.heads.push_back(head);
      }
      out_.rows.push_back(std::exchange(row, {}));
      if (!end) {
        row = row_without_amounts(flow.sub(list_end, segment.heads[i].begin));
        first = i;
      }
    }
  }

  /// Name and goal of a row that has no amounts: the name is as narrow as names
  /// are.
  [[nodiscard]] RowText row_without_amounts(Flow text) const {
    // Where no line is wider than a name, the first is the name.
    std::size_t end = text.size();
    std::size_t second_line = text.size();
    bool first = true;
    for (std::size_t at = 1; at < text.size(); ++at) {
      if (!text.starts_line(at)) {
        continue;
      }
      second_line = std::min(second_line, at);
      std::size_t stop = at + 1;
      while (stop < text.size() && !text.starts_line(stop)) {
        ++stop;
      }
      const bool wide = name_width_ > 0 && width_of(std::u32string_view(text.text).substr(
                                               at, stop - at)) > name_width_ + 2;
      if (wide || (first && name_width_ == 0)) {
        end = at;
        break;
      }
      first = false;
    }
    end = end == text.size() ? second_line : end;
    RowText row;
    row.amount_line = text.origin.front();
    row.guessed = true;
    row.goal = text.sub(end, text.size());
    set_name(row, text.sub(0, end));
    return row;
  }

  const std::vector<Line>& lines_;
  const TableText& table_;
  TableRows out_;
  std::vector<Anchor> anchors_;
  std::vector<bool> skipped_;
  std::vector<Segment> segments_;
  int name_width_ = 0;
};

/// The numbers of a column 序号 stand at the front of the names, as text has lost its columns.
/// Units above their projects have none.
void take_numbers_off(std::vector<RowText>& rows, const TableText& table) {
  const auto& columns = table.header.columns;
  if (std::none_of(columns.begin(), columns.end(),
                   [](const HeaderColumn& one) { return one.role == Role::sequence; })) {
    return;
  }
  std::vector<RowText*> numbered;
  std::vector<std::u32string_view> names;
  for (RowText& row : rows) {
    const bool unit = row.goal.empty() && row.heads.empty();
    if (!row.name.empty() && (!unit || is_digit(row.name.text.front()))) {
      numbered.push_back(&row);
      names.push_back(row.name.text);
    }
  }
  const std::vector<std::size_t> digits = numbers_before(names, true);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    Flow& name = numbered[i]->name;
    std::size_t begin = digits[i];
    while (begin < name.size() && is_space(name.text[begin])) {
      ++begin;
    }
    name = name.sub(begin, name.size());
  }
}

}  // namespace

TableRows find_rows(const std::vector<Line>& lines, const TableText& table) {
  TableRows out = Rows(lines, table).run();
  take_numbers_off(out.rows, table);
  return out;
}

}  // namespace budgetdiff::import
