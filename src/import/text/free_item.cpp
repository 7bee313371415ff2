#include "import/text/free_item.hpp"

#include "import/text/flow.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view colons = U"：:";
constexpr std::u32string_view openings = U"（(【[〔";
constexpr std::u32string_view closings = U"）)】]〕";

constexpr auto comparing_words = std::to_array<std::u32string_view>(
    {U"大于等于", U"小于等于", U"大于或等于", U"小于或等于", U"不低于", U"不少于", U"不小于",
     U"不高于", U"不超过", U"不多于", U"不大于", U"达到", U"控制在", U"大于", U"小于", U"等于",
     // the same in traditional letters, which texts keep
     U"大於等於", U"小於等於", U"大於或等於", U"小於或等於", U"不低於", U"不少於", U"不小於",
     U"不高於", U"不超過", U"不多於", U"不大於", U"達到", U"大於", U"小於", U"等於"});

/// Words before a target, the longer first.
constexpr auto target_words = std::to_array<std::u32string_view>(
    {U"年度指标值", U"年度目标值", U"绩效指标值", U"指标值", U"目标值"});

constexpr auto weight_words = std::to_array<std::u32string_view>({U"权重", U"分值"});

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

bool is_mark(char32_t c) {
  return is_one_of(c, list_marks) || is_one_of(c, colons) || is_one_of(c, openings) ||
         is_one_of(c, U"；;");
}

void drop_front(std::u32string_view& text, std::u32string_view set) {
  while (!text.empty() && is_one_of(text.front(), set)) {
    text.remove_prefix(1);
  }
}

void drop_back(std::u32string_view& text, std::u32string_view set) {
  while (!text.empty() && is_one_of(text.back(), set)) {
    text.remove_suffix(1);
  }
}

/// Where a bracket that ends the text opens; npos where none does.
std::size_t last_bracket(std::u32string_view text) {
  if (text.empty() || !is_one_of(text.back(), closings)) {
    return text.npos;
  }
  int depth = 0;
  for (std::size_t at = text.size(); at-- > 0;) {
    depth += is_one_of(text[at], closings) ? 1 : is_one_of(text[at], openings) ? -1 : 0;
    if (depth == 0) {
      return at;
    }
  }
  return text.npos;
}

/// 15分, 15, 10%: what a weight is.
bool is_weight(std::u32string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && (is_digit(text[digits]) || text[digits] == '.')) {
    ++digits;
  }
  const std::u32string_view unit = text.substr(digits);
  return digits > 0 && digits < 6 && (unit.empty() || unit == U"分" || unit == U"%");
}

/// Takes `，权重20` or （15分） off the end.
std::string take_weight(std::u32string_view& text, bool scored) {
  for (const std::u32string_view word : weight_words) {
    const std::size_t at = text.rfind(word);
    if (at == text.npos || at == 0 || !is_mark(text[at - 1])) {
      continue;
    }
    std::u32string_view value = text.substr(at + word.size());
    drop_front(value, U"：:为");
    drop_back(value, closings);
    if (is_weight(value)) {
      text = text.substr(0, at);
      drop_back(text, openings);
      drop_back(text, list_marks);
      return published(value);
    }
  }
  if (const std::size_t open = last_bracket(text); scored && open != text.npos && open > 0) {
    const std::u32string_view value = text.substr(open + 1, text.size() - open - 2);
    if (is_weight(value) && value.ends_with(U"分")) {
      text = text.substr(0, open);
      return published(value.substr(0, value.size() - 1));
    }
  }
  return {};
}

/// Where the range begins whose second figure does at `begin`: 85%-90%, 6-9月; `begin` where there
/// is none.
std::size_t front_of_range(std::u32string_view text, std::size_t begin) {
  constexpr std::size_t longest_unit = 2;
  if (begin < 2 || !is_one_of(text[begin - 1], U"-—–－~～〜至到")) {
    return begin;
  }
  std::size_t end = begin - 1;
  for (std::size_t unit = 0; end > 0 && !is_digit(text[end - 1]) && unit < longest_unit; ++unit) {
    --end;
  }
  std::size_t front = end;
  while (front > 0 && (is_digit(text[front - 1]) || text[front - 1] == U'.')) {
    --front;
  }
  return front == end || front == 0 ? begin : front;
}

/// Where the quantity at the end of `text` begins: 100%, 12次, 500元/人以上; npos if
/// there is none.
std::size_t quantity_at_end(std::u32string_view text) {
  constexpr std::size_t longest_unit = 7;
  std::size_t end = text.size();
  std::size_t unit = 0;
  while (end > 0 && !is_digit(text[end - 1]) && unit < longest_unit) {
    --end;
    ++unit;
  }
  std::size_t begin = end;
  while (begin > 0 && (is_digit(text[begin - 1]) || is_one_of(text[begin - 1], U".,，"))) {
    --begin;
  }
  while (begin < end && !is_digit(text[begin])) {
    ++begin;
  }
  // 2025年12月底: the whole day.
  while (begin > 1 && is_one_of(text[begin - 1], U"年月") && is_digit(text[begin - 2])) {
    --begin;
    while (begin > 0 && is_digit(text[begin - 1])) {
      --begin;
    }
  }
  return begin == end || begin == 0 ? text.npos : front_of_range(text, begin);
}

std::size_t comparison_in(std::u32string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool word =
        std::any_of(comparing_words.begin(), comparing_words.end(),
                    [&](std::u32string_view one) { return text.substr(i).starts_with(one); });
    if (is_one_of(text[i], comparator_signs) || word) {
      return i;
    }
  }
  return text.npos;
}

/// A word before the target, behind a mark: where it begins, where the target does.
std::pair<std::size_t, std::size_t> target_word_in(std::u32string_view text) {
  for (const std::u32string_view word : target_words) {
    const std::size_t at = text.find(word, 1);
    if (at != text.npos && is_mark(text[at - 1]) && at + word.size() < text.size()) {
      return {at, at + word.size()};
    }
  }
  return {text.npos, text.npos};
}

/// `≥：27：座` and `≥,27,座` are ≥27座.
std::string without_colons(std::u32string_view target) {
  drop_front(target, colons);
  drop_back(target, colons);
  const bool compares = !target.empty() && is_one_of(target.front(), comparator_signs);
  const bool commas = compares && target.size() > 1 && is_one_of(target[1], U",，");
  const std::u32string_view marks = commas ? U"：:,，" : colons;
  std::u32string out;
  for (const char32_t c : target) {
    const bool between =
        !out.empty() && (is_one_of(out.back(), comparator_signs) || is_digit(out.back()));
    if (!(compares && is_one_of(c, marks) && between)) {
      out += c;
    }
  }
  return published(out);
}

}  // namespace

TargetMark target_mark(std::u32string_view text) {
  constexpr std::size_t shortest_name = 2;
  TargetMark found = TargetMark::none;
  for (std::size_t at = shortest_name; at + 1 < text.size(); ++at) {
    if (is_one_of(text[at], comparator_signs)) {
      return TargetMark::comparator;
    }
    for (const std::u32string_view word : comparing_words) {
      const std::size_t end = at + word.size();
      if (text.substr(at).starts_with(word) && end < text.size() && is_digit(text[end])) {
        return TargetMark::comparator;
      }
    }
    // 9:00 is a time.
    if (is_one_of(text[at], colons) && !is_digit(text[at - 1])) {
      found = TargetMark::colon;
    }
  }
  return found;
}

std::size_t comparing_word_at_front(std::u32string_view text) {
  for (const std::u32string_view word : comparing_words) {
    if (text.starts_with(word)) {
      return word.size();
    }
  }
  return 0;
}

std::size_t target_word_at_front(std::u32string_view text) {
  for (const std::u32string_view word : target_words) {
    const std::size_t end = word.size();
    if (text.starts_with(word) && end < text.size() &&
        (is_mark(text[end]) || is_digit(text[end]) || is_one_of(text[end], comparator_signs))) {
      return end;
    }
  }
  return 0;
}

bool has_bracketed_target(std::u32string_view text) {
  const std::size_t open = last_bracket(text);
  return open != text.npos && open > 0 && open + 1 < text.size() &&
         (is_one_of(text[open + 1], comparator_signs) || text[open] == U'【');
}

bool has_score_behind(std::u32string_view text) {
  const std::size_t open = last_bracket(text);
  return open != text.npos && open > 1 && text[text.size() - 2] == U'分' &&
         is_weight(text.substr(open + 1, text.size() - open - 2));
}

FreeNotation shared_notation(const std::vector<std::u32string_view>& items) {
  const auto most = [&](bool (*shows)(std::u32string_view)) {
    return std::count_if(items.begin(), items.end(), shows) * 2 >=
           static_cast<std::ptrdiff_t>(items.size());
  };
  return {U'\0', most(has_bracketed_target), most(has_score_behind)};
}

bool read_free_item(std::u32string_view text, const FreeNotation& notation, Indicator& out) {
  drop_back(text, list_marks);
  out.weight = take_weight(text, notation.scored);
  std::size_t cut = comparison_in(text);
  std::size_t behind = cut;
  const auto [word, target_begin] = target_word_in(text);
  if (word < cut) {
    cut = word;
    behind = target_begin;
  }
  if (const std::size_t colon = text.find_first_of(colons, 1); colon < cut) {
    cut = colon;
    behind = colon + 1;
  }
  if (cut == text.npos && notation.bracketed) {
    cut = behind = last_bracket(text);
  }
  if (cut == text.npos && notation.mark != U'\0') {
    // 长效管护机制/基本健全: the mark that parts the categories.
    cut = text.rfind(notation.mark);
    cut = cut == 0 ? text.npos : cut;
    behind = cut == text.npos ? cut : cut + 1;
  }
  if (cut == text.npos) {
    cut = behind = quantity_at_end(text);
  }
  std::u32string_view name = text.substr(0, std::min(cut, text.size()));
  std::u32string_view target = cut == text.npos ? std::u32string_view{} : text.substr(behind);
  // 发放人数（≥500人）, 发放人数（目标值：≥500人）
  bool opened = cut != text.npos && cut < text.size() && is_one_of(text[cut], openings);
  while (!name.empty() && (is_one_of(name.back(), openings) || is_one_of(name.back(), colons) ||
                           is_one_of(name.back(), list_marks) || name.back() == U' ')) {
    opened = opened || is_one_of(name.back(), openings);
    name.remove_suffix(1);
  }
  drop_front(target, colons);
  if (opened) {
    drop_front(target, openings);
    if (!target.empty() && is_one_of(target.back(), closings)) {
      target.remove_suffix(1);
    }
  }
  for (const std::u32string_view one : target_words) {
    if (target.starts_with(one) && target.size() > one.size()) {
      target.remove_prefix(one.size());  // 人数：指标值≥500人
      break;
    }
  }
  if (word != text.npos) {
    drop_front(target, U"：:为");
  }
  if (is_one_of(notation.mark, U"|｜→·•/／") && notation.mark != U'\0') {
    drop_front(target, std::u32string_view(&notation.mark, 1));
  }
  // 测土面积>≥5万亩: > parts it from the target, which compares by itself.
  if (is_one_of(notation.mark, U"＞>") && target.size() > 2 && is_one_of(target[0], U"＞>") &&
      is_one_of(target[1], comparator_signs) && !is_one_of(target[1], U"=＝")) {
    target.remove_prefix(1);
  }
  out.name = published(name);
  out.annual_target = without_colons(target);
  return !out.name.empty() && !out.annual_target.empty();
}

namespace {

constexpr auto labels = std::to_array<std::pair<std::u32string_view, std::string Indicator::*>>(
    {{U"一级指标", &Indicator::level1},
     {U"二级指标", &Indicator::level2},
     {U"三级指标", &Indicator::name},
     {U"指标名称", &Indicator::name},
     {U"指标内容", &Indicator::name},
     {U"年度指标值", &Indicator::annual_target},
     {U"年度目标值", &Indicator::annual_target},
     {U"指标值", &Indicator::annual_target},
     {U"目标值", &Indicator::annual_target},
     {U"权重", &Indicator::weight},
     {U"分值", &Indicator::weight}});

/// A label with its colon at `at`: its length and what it labels.
std::pair<std::size_t, std::string Indicator::*> label_at(std::u32string_view text,
                                                          std::size_t at) {
  const bool begins = at == 0 || is_mark(text[at - 1]);
  for (const auto& [word, part] : labels) {
    const std::size_t end = at + word.size();
    if (begins && text.substr(at).starts_with(word) && end < text.size() &&
        is_one_of(text[end], colons)) {
      return {word.size() + 1, part};
    }
  }
  return {0, nullptr};
}

}  // namespace

bool begins_with_label(std::u32string_view text) {
  return label_at(text, 0).first > 0;
}

bool has_further_label(std::u32string_view item, std::u32string_view next) {
  const std::string Indicator::*const part = label_at(next, 0).second;
  for (std::size_t at = 0; at < item.size() && part != nullptr; ++at) {
    if (label_at(item, at).second == part) {
      return false;
    }
  }
  return part != nullptr;
}

bool read_labelled_item(std::u32string_view text, Indicator& out) {
  struct Labelled {
    std::size_t begin;
    std::size_t value;
    std::string Indicator::*part;
  };
  std::vector<Labelled> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto [length, part] = label_at(text, at); length > 0) {
      found.push_back({at, at + length, part});
      at += length - 1;
    }
  }
  if (found.empty() || found.front().begin != 0) {
    return false;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t end = i + 1 < found.size() ? found[i + 1].begin : text.size();
    std::u32string_view value = text.substr(found[i].value, end - found[i].value);
    drop_back(value, U"，,；;、。 ");
    out.*found[i].part = published(value);
  }
  return !out.name.empty() && !out.annual_target.empty();
}

}  // namespace budgetdiff::import
