#include "import/text/free_list.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view between = U"：:；;，,、-—－–/ 　.．";
constexpr std::u32string_view openings = U"（(【[〔";
constexpr std::u32string_view closings = U"）)】]〕";

constexpr auto comparing_words = std::to_array<std::u32string_view>(
    {U"大于等于", U"小于等于", U"大于或等于", U"小于或等于", U"不低于", U"不少于", U"不小于",
     U"不高于", U"不超过", U"不多于", U"不大于", U"达到", U"控制在", U"大于", U"小于", U"等于"});

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

/// A part of the list, still with its place in it.
struct Part {
  std::size_t begin;
  std::size_t end;
};

class Reader {
 public:
  explicit Reader(const Flow& list) : list_(list), text_(list.text) {}

  std::vector<FreeItem> read() {
    for (const Part& part : parts()) {
      read_part(part);
    }
    const bool enough = complete_ > 0 && complete_ * 10 >= tried_ * 8;
    return enough ? std::move(items_) : std::vector<FreeItem>{};
  }

 private:
  [[nodiscard]] char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

  /// Cut at line ends behind which something begins anew, at semicolons and full stops.
  [[nodiscard]] std::vector<Part> parts() const {
    std::vector<Part> out;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text_.size(); ++i) {
      const bool stop = i == text_.size() || is_one_of(text_[i], U"；;。");
      const bool line =
          i > begin && i < text_.size() &&
          (numbers_inside(i) ||
           (list_.starts_line(i) && (behind_number(i) > i || category_end(i, text_.size()) > i)));
      if (stop || line) {
        if (i > begin) {
          out.push_back({begin, i});
        }
        begin = stop ? i + 1 : i;
      }
    }
    return out;
  }

  /// Behind `1.`, `（一）`, `一、`, `11-` or ① at `from`; `from` where none stands.
  [[nodiscard]] std::size_t behind_number(std::size_t from) const {
    std::size_t i = from;
    if (at(i) >= U'①' && at(i) <= U'⑳') {
      return i + 1;
    }
    const bool bracket = is_one_of(at(i), U"（(");
    i += bracket ? 1U : 0U;
    const std::size_t number = i;
    while (i < number + 3 && (is_digit(at(i)) || is_one_of(at(i), U"一二三四五六七八九十"))) {
      ++i;
    }
    if (i == number) {
      return from;
    }
    const bool marked = bracket ? is_one_of(at(i), U"）)") : is_one_of(at(i), U".．、)）-");
    // 98.5% is a number, and no numbering.
    const bool decimal = !bracket && is_one_of(at(i), U".．") && is_digit(at(i + 1)) &&
                         is_digit(at(i - 1)) && !is_digit(at(i + 2));
    return marked && !decimal ? i + 1 : from;
  }

  /// Whether a number begins an item amid a line: …500人2.发放次数, …人（二）质量指标.
  [[nodiscard]] bool numbers_inside(std::size_t i) const {
    const std::size_t behind = behind_number(i);
    const bool clean = i == 0 || !(is_digit(at(i - 1)) || is_one_of(at(i - 1), U".．-第（("));
    return behind > i && clean && at(behind - 1) != '-' && !is_digit(at(behind)) &&
           is_cjk(at(behind));
  }

  /// The end of the category that begins at `from`, brackets around it included; `from`
  /// where none does. A category ends with a mark or the text, not inside a word.
  [[nodiscard]] std::size_t category_end(std::size_t from, std::size_t limit) const {
    constexpr std::size_t longest = 14;
    const bool bracket = is_one_of(at(from), openings);
    const std::size_t begin = from + (bracket ? 1U : 0U);
    for (std::size_t end = std::min(limit, begin + longest); end > begin + 1; --end) {
      const bool bounded = end == limit || is_one_of(text_[end], between) ||
                           is_one_of(text_[end], openings) || is_one_of(text_[end], closings) ||
                           list_.starts_line(end) || ends_with_kind(begin, end);
      if (!bounded || is_one_of(text_[end - 1], between)) {
        continue;
      }
      const std::string word = published(text_.substr(begin, end - begin));
      if (is_level1_category(word) || is_level2_category(word)) {
        return bracket && is_one_of(at(end), closings) ? end + 1 : end;
      }
    }
    return from;
  }

  /// 数量指标 before its first indicator without any mark: 指标 itself ends it.
  [[nodiscard]] bool ends_with_kind(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin).ends_with(U"指标");
  }

  [[nodiscard]] std::size_t skip(std::size_t from, std::size_t end, std::u32string_view set) const {
    while (from < end && is_one_of(text_[from], set)) {
      ++from;
    }
    return from;
  }

  void take_category(std::size_t begin, std::size_t end) {
    std::u32string_view word = text_.substr(begin, end - begin);
    while (!word.empty() && is_one_of(word.front(), openings)) {
      word.remove_prefix(1);
    }
    while (!word.empty() && is_one_of(word.back(), closings)) {
      word.remove_suffix(1);
    }
    const std::string name = published(word);
    // 成本 and 满意度 are of both levels: behind a first level they are the second.
    if (is_level1_category(name) && !(is_level2_category(name) && first_in_part_)) {
      level1_ = name;
      level2_.clear();
      first_in_part_ = true;
    } else {
      level2_ = name;
      if (!level1_.empty() && !may_belong_under(level1_, level2_)) {
        level1_.clear();
      }
    }
  }

  void read_part(const Part& part) {
    std::size_t from = skip(part.begin, part.end, U" 　");
    first_in_part_ = false;
    for (bool again = true; again;) {
      again = false;
      if (const std::size_t behind = behind_number(from); behind > from && behind <= part.end) {
        from = skip(behind, part.end, between);
        again = true;
      }
      if (const std::size_t end = category_end(from, part.end); end > from) {
        take_category(from, end);
        from = skip(end, part.end, between);
        again = true;
      }
    }
    if (from >= part.end) {
      return;
    }
    ++tried_;
    FreeItem item;
    item.origin = list_.origin[from];
    const bool known = !level1_.empty() || !level2_.empty();
    if (split(text_.substr(from, part.end - from), item.indicator) && known) {
      ++complete_;
    }
    item.indicator.level1 = level1_;
    item.indicator.level2 = level2_;
    items_.push_back(std::move(item));
  }

  /// Where the quantity at the end of `text` begins: 100%, 12次, 500元/人以上; npos if
  /// there is none.
  static std::size_t quantity_at_end(std::u32string_view text) {
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
    return begin == end || begin == 0 ? text.npos : begin;
  }

  /// Name and target of one indicator; false where it has no target.
  static bool split(std::u32string_view text, Indicator& out) {
    std::size_t cut = text.npos;
    std::size_t skipped = 0;
    for (std::size_t i = 1; i < text.size() && cut == text.npos; ++i) {
      const bool word =
          std::any_of(comparing_words.begin(), comparing_words.end(),
                      [&](std::u32string_view one) { return text.substr(i).starts_with(one); });
      if (is_one_of(text[i], comparator_signs) || word) {
        cut = i;
      }
    }
    const std::size_t colon = text.find_first_of(U"：:");
    if (colon != text.npos && colon > 0 && colon < cut) {
      cut = colon;
      skipped = 1;
    }
    if (cut == text.npos) {
      cut = quantity_at_end(text);
    }
    std::u32string_view name = text.substr(0, std::min(cut, text.size()));
    std::u32string_view target =
        cut == text.npos ? std::u32string_view{} : text.substr(cut + skipped);
    // 发放人数（≥500人）
    while (!name.empty() &&
           (is_one_of(name.back(), openings) || is_one_of(name.back(), U"：:，, "))) {
      const bool opened = is_one_of(name.back(), openings);
      name.remove_suffix(1);
      if (opened && !target.empty() && is_one_of(target.back(), closings)) {
        target.remove_suffix(1);
      }
    }
    out.name = published(name);
    out.annual_target = published(target);
    return !out.name.empty() && !out.annual_target.empty();
  }

  const Flow& list_;
  std::u32string_view text_;
  std::vector<FreeItem> items_;
  std::size_t tried_ = 0;
  std::size_t complete_ = 0;
  std::string level1_;
  std::string level2_;
  bool first_in_part_ = false;  ///< a first level stands in the part that is read
};

}  // namespace

std::vector<FreeItem> read_free_list(const Flow& list) {
  return Reader(list).read();
}

}  // namespace budgetdiff::import
