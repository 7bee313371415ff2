#include "import/text/anchors.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

bool one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

class Finder {
 public:
  Finder(const std::vector<Line>& lines, const TableText& table, const std::vector<bool>& skipped)
      : lines_(lines), table_(table), skipped_(skipped), columns_(table.header.money().size()) {}

  std::vector<Anchor> run() {
    runs_.resize(table_.body.size());
    std::size_t sure = 0;
    std::size_t sure_decimals = 0;
    for (std::size_t at = 0; at < runs_.size(); ++at) {
      if (skipped_[at]) {
        continue;
      }
      runs_[at] = amount_run_in(line(at), columns_);
      if (runs_[at] && runs_[at]->adds_up) {
        ++sure;
        sure_decimals += runs_[at]->has_decimals() ? 1U : 0U;
      }
    }
    decimals_ = sure > 0 ? sure_decimals * 2 >= sure
                         : std::any_of(table_.sums.begin(), table_.sums.end(),
                                       [](const SumRow& row) { return row.run.has_decimals(); });
    std::vector<Anchor> anchors;
    for (std::size_t at = 0; at < runs_.size(); ++at) {
      if (!runs_[at]) {
        continue;
      }
      Anchor anchor{at, at, runs_[at]->begin, runs_[at]->end, *runs_[at]};
      join_following(anchor);
      if (accepts(anchor, anchors.empty() ? nullptr : &anchors.back())) {
        at = anchor.last;
        anchors.push_back(std::move(anchor));
      }
    }
    return anchors;
  }

 private:
  [[nodiscard]] const Line& line(std::size_t at) const { return lines_[table_.body[at].line]; }

  /// Amounts that stand one a line add up only together.
  void join_following(Anchor& anchor) {
    if (anchor.run.adds_up || anchor.end != line(anchor.first).text.size()) {
      return;
    }
    std::vector<AmountCell> cells = anchor.run.cells;
    for (std::size_t at = anchor.first + 1; at < runs_.size() && runs_[at]; ++at) {
      if (runs_[at]->begin != 0 || cells.size() + runs_[at]->cells.size() > columns_) {
        return;
      }
      cells.insert(cells.end(), runs_[at]->cells.begin(), runs_[at]->cells.end());
      if (adds_up(cells)) {
        anchor.run.cells = std::move(cells);
        anchor.run.adds_up = true;
        anchor.last = at;
        anchor.end = runs_[at]->end;
        return;
      }
      if (runs_[at]->end != line(at).text.size()) {
        return;
      }
    }
  }

  [[nodiscard]] bool accepts(const Anchor& anchor, const Anchor* before) const {
    const Line& first = line(anchor.first);
    const Line& last = line(anchor.last);
    const std::u32string_view suffix = std::u32string_view(last.text).substr(anchor.end);
    const bool at_start = anchor.begin == 0;
    const bool at_end = suffix.empty();
    if (!has_name(anchor, before)) {
      return false;
    }
    const char32_t next = next_character(anchor, suffix);
    if (one_of(next, U"%％‰。；;，,、）)：:")) {
      return false;
    }
    if (anchor.run.adds_up && (anchor.run.has_decimals() || (at_end && !decimals_))) {
      return true;
    }
    const bool spoiled =
        std::any_of(anchor.run.cells.begin(), anchor.run.cells.end(),
                    [](const AmountCell& cell) { return cell.kind == AmountCell::Kind::spoiled; });
    if (decimals_ && !anchor.run.has_decimals() && !spoiled && !(anchor.run.adds_up && at_end)) {
      return false;
    }
    // With one column of money nothing adds up: `name 8.00 goal` may share a line.
    const bool amid_line =
        columns_ == 1 && decimals_ && anchor.run.cells.size() == 1 && anchor.run.has_decimals();
    if (!at_start && !at_end && !amid_line) {
      return false;
    }
    // Less sure: the text before must be a name, and the text after no unit.
    if (one_of(next, U"万亿元千百个人次年月日户家份期场")) {
      return false;
    }
    if (at_start && anchor.first > 0) {
      const char32_t previous = line(anchor.first - 1).text.back();
      if (one_of(previous, U"：:≥≤≧≦＞＜><=＝～~-－—至约达共投，、（(.") || is_digit(previous)) {
        return false;
      }
    }
    return (!at_start || anchor.run.cells.size() > 1 || first.text.size() >= 3 || !decimals_) &&
           name_is_plausible(anchor, before);
  }

  [[nodiscard]] char32_t next_character(const Anchor& anchor, std::u32string_view suffix) const {
    const auto text = std::find_if_not(suffix.begin(), suffix.end(), is_space);
    if (text != suffix.end()) {
      return *text;
    }
    std::size_t at = anchor.last + 1;
    while (at < table_.body.size() && skipped_[at]) {
      ++at;
    }
    return at < table_.body.size() ? line(at).text.front() : 0;
  }

  /// Whether there is any text for a name since the row before.
  [[nodiscard]] bool has_name(const Anchor& anchor, const Anchor* before) const {
    if (anchor.begin > 0) {
      return true;
    }
    if (before == nullptr) {
      return anchor.first > 0;
    }
    return anchor.first > before->last + 1 || before->end < line(before->last).text.size();
  }

  /// The lines just before, back to a full stop, look like a name: few, and no
  /// piece of an indicator.
  [[nodiscard]] bool name_is_plausible(const Anchor& anchor, const Anchor* before) const {
    const std::size_t stop = before == nullptr ? 0 : before->last + 1;
    std::size_t count = 0;
    std::u32string text(line(anchor.first).text.substr(0, anchor.begin));
    for (std::size_t at = anchor.first; at > stop; --at) {
      const std::u32string& previous = line(at - 1).text;
      if (previous.back() == U'。' || ++count > 12) {
        break;
      }
      text.insert(0, previous);
    }
    return !text.empty() && count <= 12 && text.find(U"指标值") == text.npos &&
           text.find(U'；') == text.npos && text.find(U'。') == text.npos;
  }

  const std::vector<Line>& lines_;
  const TableText& table_;
  const std::vector<bool>& skipped_;
  std::size_t columns_;
  bool decimals_ = false;
  std::vector<std::optional<AmountRun>> runs_;
};

}  // namespace

std::vector<Anchor> find_anchors(const std::vector<Line>& lines, const TableText& table,
                                 const std::vector<bool>& skipped) {
  return Finder(lines, table, skipped).run();
}

}  // namespace budgetdiff::import
