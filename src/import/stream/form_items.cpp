#include "import/stream/form_items.hpp"

#include "import/page/white_strip.hpp"
#include "import/stream/label_pieces.hpp"
#include "import/stream/stream_label.hpp"
#include "import/stream/value_text.hpp"
#include "import/table/context.hpp"
#include "import/table/scan.hpp"
#include "import/table/ticked_boxes.hpp"
#include "import/text/page_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_unknown = 14;

class Items {
 public:
  Items(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
        const RepeatedWords& repeated)
      : lines_(lines), repeated_(repeated) {
    out_.tokens = tokens;
  }

  FormItems run() {
    take_headings();
    part_labels();
    join_label_pieces(out_.tokens);
    find_items();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t line_end(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < out_.tokens.size() && !out_.tokens[end].starts_line) {
      ++end;
    }
    return end;
  }

  /// Titles, and lines that label the whole table, stand anywhere between the columns.
  [[nodiscard]] bool is_heading(const StreamToken& token) const {
    const Line& line = lines_[token.line];
    const std::u32string text = without_space(line.text);
    if (is_title(line) || heads_section(text)) {
      return true;
    }
    // （2024年度）
    constexpr std::size_t longest_year = 10;
    if (text.size() <= longest_year && (text.front() == U'（' || text.front() == U'(') &&
        text.find(U'年') != text.npos && year_in(to_utf8(text))) {
      return true;
    }
    const std::vector<Labelled> labels = labels_in(line.text);
    return !labels.empty() && std::all_of(labels.begin(), labels.end(), [](const Labelled& one) {
      return !one.value.empty() && (one.role == Role::department || one.role == Role::money_unit ||
                                    one.role == Role::year || one.role == Role::stage);
    });
  }

  void take_headings() {
    bool labelled = false;
    std::vector<StreamToken> rest;
    for (std::size_t at = 0; at < out_.tokens.size();) {
      const std::size_t end = line_end(at);
      const bool heading = is_heading(out_.tokens[at]);
      labelled = labelled ||
                 (!heading && label_at(out_.tokens, at, out_.tokens.size()).role != Role::none);
      auto& to = heading || !labelled ? out_.heading : rest;
      to.insert(to.end(), out_.tokens.begin() + static_cast<std::ptrdiff_t>(at),
                out_.tokens.begin() + static_cast<std::ptrdiff_t>(end));
      at = end;
    }
    out_.tokens = std::move(rest);
  }

  /// 目标1： begins a point of a goal.
  static bool is_label_of_value(const std::u32string& text) {
    const Role role = look_up_listed_header(to_utf8(text)).role;
    return role != Role::none && !is_goal(role);
  }

  /// 其他资金：0.00
  void part_labels() {
    std::vector<StreamToken> out;
    for (StreamToken& token : out_.tokens) {
      const std::size_t colon = token.text.find_first_of(U"：:");
      const bool parts = colon != token.text.npos && colon > 0 && colon + 1 < token.text.size() &&
                         token.text.find_first_of(U"：:，", colon + 1) == token.text.npos &&
                         is_label_of_value(token.text.substr(0, colon));
      if (parts) {
        StreamToken value = token;
        value.text.erase(0, colon + 1);
        value.starts_line = false;
        token.text.resize(colon + 1);
        out.push_back(std::move(token));
        out.push_back(std::move(value));
      } else {
        out.push_back(std::move(token));
      }
    }
    out_.tokens = std::move(out);
  }

  /// A word that the other forms have as well, and no name of a body.
  [[nodiscard]] bool is_repeated(const FormItem& item) const {
    return item.text.size() <= longest_unknown && repeated_.has(item.text) &&
           (fit_of_value(item.text, Role::department) > 0 ||
            !money_unit_in_header(to_utf8(item.text)).empty()) &&  // 资金情况（万元）
           item.text.find_first_of(U"0123456789，。；") == item.text.npos &&
           ticked(item.text) == item.text;  // ☑延续□新增
  }

  /// Whether prose comes first behind the labels from a token on.
  [[nodiscard]] bool prose_from(std::size_t at) const {
    for (auto label = label_at(out_.tokens, at, out_.tokens.size());
         at < out_.tokens.size() && label.role != Role::none;
         label = label_at(out_.tokens, at, out_.tokens.size())) {
      at = label.end;
    }
    return at < out_.tokens.size() && is_prose(joined(out_.tokens, at, line_end(at)));
  }

  void find_items() {
    bool first_block = true;
    bool behind_gap = false;
    for (std::size_t at = 0; at < out_.tokens.size();) {
      FormItem item;
      item.begin = at;
      item.starts_line = out_.tokens[at].starts_line;
      const StreamLabel label = label_at(out_.tokens, at, out_.tokens.size());
      const std::size_t end_of_line = line_end(at);
      if (label.role != Role::none) {
        item.end = label.end;
        item.label = true;
        item.text = joined(out_.tokens, at, item.end);
        item.term = look_up_header(to_utf8(item.text));
      } else {
        item.end = at + 1;
        const bool prose = is_prose(joined(out_.tokens, at, end_of_line));
        while (
            item.end < end_of_line &&
            (prose || (!blank_parts(out_.tokens[item.end - 1].text, out_.tokens[item.end].text) &&
                       !is_amount(out_.tokens[item.end].text) &&
                       !is_amount(out_.tokens[item.end - 1].text) &&
                       label_at(out_.tokens, item.end, out_.tokens.size()).role == Role::none))) {
          ++item.end;
        }
        item.text = joined(out_.tokens, at, item.end);
        item.repeated = is_repeated(item);
        item.common = repeated_.has(item.text);
      }
      item.ends_line = item.end == out_.tokens.size() || out_.tokens[item.end].starts_line;
      // With a value behind it in its line it is a label, and with a unit of money.
      item.label =
          item.label ||
          (item.repeated && (!item.ends_line || !money_unit_in_header(to_utf8(item.text)).empty()));
      at = item.end;
      // 绩效指标 at the side of the indicators.
      if (item.label && item.term.role == Role::indicators) {
        continue;
      }
      // （万元） below 项目资金.
      if (!item.label && item.text.size() <= 8 && item.text.front() == U'（' &&
          !money_unit_in_header(to_utf8(item.text)).empty()) {
        out_.unit = std::pair(item.begin, item.end);
        continue;
      }
      // The labels at the left come first, line by line, up to a blank one. What stands behind that
      // is a label of the next column, but for goals: they have the whole width.
      const bool gap = lines_[out_.tokens[item.begin].line].blank_before && item.starts_line;
      const bool first = first_block && item.starts_line && item.ends_line;
      behind_gap = behind_gap || (gap && !out_.waiting.empty());
      const bool waits =
          first && (behind_gap ? item.label && is_goal(item.term.role) && !prose_from(item.end)
                               : item.label || (!out_.waiting.empty() && item.repeated));
      if (waits) {
        out_.waiting.push_back(std::move(item));
        continue;
      }
      if (first_block) {
        first_block = false;
        settle_queue(item);
      }
      out_.items.push_back(std::move(item));
    }
    take_unknown_labels();
    drop_side_goal();
    take_lone_goals();
  }

  /// A flow with nothing but labels and words that all forms have (实施单位 / 项目日期范围) has
  /// labels only; a value of that kind is a short word (新增).
  void take_unknown_labels() {
    constexpr std::size_t shortest = 4;
    const auto flow_begins = [&](std::size_t i) {
      const Line& line = lines_[out_.tokens[out_.items[i].begin].line];
      return i == 0 || line.blank_before || line.starts_page;
    };
    for (std::size_t i = 0; i < out_.items.size();) {
      std::size_t end = i;
      bool known = false;
      bool only = true;
      do {
        const FormItem& item = out_.items[end];
        known = known || item.label;
        only = only && (item.label || (item.repeated && item.text.size() >= shortest));
      } while (++end < out_.items.size() && !flow_begins(end));
      for (; i < end; ++i) {
        out_.items[i].label = out_.items[i].label || (known && only);
      }
    }
  }

  /// Whether nothing but labels stands behind item `i` in its flow.
  [[nodiscard]] bool ends_flow(std::size_t i) const {
    const auto new_flow = [&](std::size_t at) {
      return lines_[out_.tokens[at].line].blank_before || lines_[out_.tokens[at].line].starts_page;
    };
    std::size_t at = out_.items[i].end;
    while (at < out_.tokens.size() && !new_flow(at)) {
      const StreamLabel label = label_at(out_.tokens, at, out_.tokens.size());
      if (label.role == Role::none) {
        return false;
      }
      at = label.end;
    }
    return at < out_.tokens.size();
  }

  /// A goal's label by itself, without prose before it or behind (a body's name is none), is one of
  /// the left column whose value stood before, or still comes where its flow has labels only.
  void take_lone_goals() {
    const auto prose = [&](std::size_t i) {
      return i < out_.items.size() && !out_.items[i].label && is_prose(out_.items[i].text);
    };
    for (std::size_t i = out_.items.size(); i-- > 0;) {
      const FormItem& item = out_.items[i];
      bool before = false;
      for (std::size_t k = 0; k < i; ++k) {
        before = before || prose(k);
      }
      const bool behind =
          prose(i + 1) || (i + 1 < out_.items.size() && !out_.items[i + 1].label &&
                           !out_.items[i + 1].repeated && !ends_as_body(out_.items[i + 1].text));
      const bool alone = item.label && is_goal(item.term.role) && item.starts_line &&
                         item.ends_line && !behind && (i == 0 || !prose(i - 1));
      bool later = !before && ends_flow(i);
      bool comes = false;
      for (std::size_t k = i + 1; later && k < out_.items.size(); ++k) {
        later = !(out_.items[k].label && is_goal(out_.items[k].term.role));
        comes = comes || prose(k);
      }
      if (alone && (before || (later && comes)) && !out_.waiting.empty()) {
        out_.waiting.push_back(item);
        out_.items.erase(out_.items.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
  }

  /// Of three labels of goals the one that names neither a year nor a period is at the side of
  /// both: 项目绩效目标 | 长期目标, 年度目标.
  void drop_side_goal() {
    const auto goal = [](const FormItem& item) { return item.label && is_goal(item.term.role); };
    const auto goals = [&](const std::vector<FormItem>& items) {
      return std::count_if(items.begin(), items.end(), goal);
    };
    if (goals(out_.items) + goals(out_.waiting) < 3) {
      return;
    }
    for (auto* const items : {&out_.items, &out_.waiting}) {
      const auto side = std::find_if(items->begin(), items->end(), [&](const FormItem& item) {
        return goal(item) && item.text.find_first_of(U"年期长") == item.text.npos;
      });
      if (side != items->end()) {
        items->erase(side);
        return;
      }
    }
  }

  /// A label whose value follows is no label at the left; names that nobody knows are, only where
  /// a blank line ends them.
  void settle_queue(const FormItem& next) {
    const bool gap = lines_[out_.tokens[next.begin].line].blank_before && next.starts_line;
    std::size_t keep = out_.waiting.size();
    while (!gap && keep > 0 && !out_.waiting[keep - 1].label) {
      --keep;
    }
    // In a form that gives label and value in turn, the first label's value comes next.
    keep = keep == 1 ? 0 : keep;
    out_.items.insert(out_.items.end(), out_.waiting.begin() + static_cast<std::ptrdiff_t>(keep),
                      out_.waiting.end());
    out_.waiting.resize(keep);
  }

  const std::vector<Line>& lines_;
  const RepeatedWords& repeated_;
  FormItems out_;
};

}  // namespace

void RepeatedWords::add_form(const std::vector<StreamToken>& tokens) {
  std::set<std::u32string> words;
  for (const StreamToken& token : tokens) {
    if (token.text.size() <= longest_unknown) {
      words.insert(token.text);
    }
  }
  for (const std::u32string& word : words) {
    ++forms_with_[word];
  }
  ++forms_;
}

bool RepeatedWords::has(const std::u32string& word) const {
  constexpr std::size_t of_ten = 7;
  const auto found = forms_with_.find(word);
  return found != forms_with_.end() && found->second > 1 && found->second * 10 >= forms_ * of_ten;
}

FormItems form_items(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
                     const RepeatedWords& repeated) {
  return Items(lines, tokens, repeated).run();
}

}  // namespace budgetdiff::import
