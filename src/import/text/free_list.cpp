#include "import/text/free_list.hpp"

#include "import/text/category_as_name.hpp"
#include "import/text/free_item.hpp"
#include "import/text/held_categories.hpp"
#include "import/text/placeholders.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::u32string_view between = U"：:；;，,、-—－–/ 　.．|｜→·•／\\";
constexpr std::u32string_view openings = U"（(【[〔";
constexpr std::u32string_view closings = U"）)】]〕";
/// What begins with one of these goes on with what stands before.
constexpr std::u32string_view goes_on = U"其且并每均各和及或但";

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
  Reader(const Flow& list, LineEnds ends, const std::vector<std::uint32_t>& typed)
      : list_(list), text_(list.text), ends_(ends), typed_(typed) {}

  std::vector<FreeItem> read(ListCell cell) {
    for (const Part& part : parts()) {
      read_part(part);
    }
    read_items(cell);
    const std::size_t known = complete_ + prose_;
    const bool enough = cell == ListCell::of_category
                            ? known > 0 && known * 2 >= tried_
                            : complete_ > 0 && complete_ * 2 >= tried_ && known * 10 >= tried_ * 8;
    return enough || compares_throughout() ? std::move(items_) : std::vector<FreeItem>{};
  }

 private:
  [[nodiscard]] char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\0'; }

  /// Cut at line ends behind which something begins anew, at semicolons and full stops.
  [[nodiscard]] std::vector<Part> parts() const {
    std::vector<Part> out;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text_.size(); ++i) {
      if (goes_on_with_label(begin, i)) {
        continue;
      }
      const bool stop = i == text_.size() || is_one_of(text_[i], U"；;。");
      const bool line =
          i > begin && i < text_.size() &&
          (numbers_inside(i) ||
           (list_.starts_line(i) &&
            (begins_line(begin, i) || names_another(begin, i) == Another::surely)) ||
           begins_field(begin, i) || goes_on_behind_comma(begin, i) || heads_next(begin, i));
      if (stop || line) {
        if (i > begin) {
          out.push_back({begin, i});
        }
        begin = stop ? i + 1 : i;
      }
    }
    return out;
  }

  /// Whether a part that labels what it says (一级指标：产出指标；二级指标：…) goes on behind `i`
  /// with a label that it has not had: marks and line ends part its labels then, and not items.
  [[nodiscard]] bool goes_on_with_label(std::size_t begin, std::size_t i) const {
    const bool stop = i < text_.size() && is_one_of(text_[i], U"；;。");
    if (i <= begin || i >= text_.size() || !(stop || list_.starts_line(i))) {
      return false;
    }
    const std::size_t from = skip(begin, i, U" 　；;。");
    const std::size_t next = stop ? skip(i + 1, text_.size(), U" 　") : i;
    return begins_with_label(text_.substr(from, i - from)) &&
           has_further_label(with_line_marks(from, i), text_.substr(next));
  }

  /// [begin, end) with a mark before each label that begins a line.
  [[nodiscard]] std::u32string with_line_marks(std::size_t begin, std::size_t end) const {
    std::u32string out;
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin && list_.starts_line(i) && begins_with_label(text_.substr(i))) {
        out += U'；';
      }
      out += text_[i];
    }
    return out;
  }

  /// Whether the line at `i` begins something anew, and does not go on in what began at
  /// `begin`: print breaks `社会|效益指标：` and `镇街|满意度≥90%` anywhere.
  [[nodiscard]] bool begins_line(std::size_t begin, std::size_t i) const {
    if (text_[i] == U'…' || behind_number(i) > i || begins_with_label(text_.substr(i))) {
      return true;
    }
    const std::size_t end = category_end(i, text_.size());
    if (end == i) {
      return false;
    }
    const std::size_t rest = behind_categories(begin, i);
    if (rest >= i) {
      return true;
    }
    const std::u32string_view before = text_.substr(rest, i - rest);
    const std::string joined =
        published(std::u32string(before) + std::u32string(text_.substr(i, end - i)));
    const bool is_word = is_level1_category(joined) || is_level2_category(joined);
    const bool has_target = before.find_first_of(comparator_signs) != before.npos ||
                            before.find_first_of(U"：:0123456789") != before.npos;
    const std::size_t next = skip(end, text_.size(), U"：:（(");
    const bool ends_name = (is_one_of(at(next), comparator_signs) || is_digit(at(next))) &&
                           !heads_other(begin, rest, i, end);
    return !is_word && (has_target || !ends_name);
  }

  /// Whether the category at [i, end), in a typed line of its own, has a colon and is another than
  /// the one with a colon before the text at `rest`: 可持续影响：长期 and then 满意度：≥90%, but
  /// not 满意度：镇街|满意度：≥90%.
  [[nodiscard]] bool heads_other(std::size_t begin, std::size_t rest, std::size_t i,
                                 std::size_t end) const {
    if (!is_typed(i) || !is_one_of(at(end), U"：:") || !is_one_of(at(rest - 1), U"：:")) {
      return false;
    }
    std::string above;  // the last category before the text
    for (std::size_t from = begin; from < rest; ++from) {
      if (const std::size_t behind = category_end(from, rest); behind > from) {
        above = published(word_at(from, behind));
        from = behind - 1;
      }
    }
    const std::string own = published(word_at(i, end));
    return !is_same_category(above, own) && above.find(own) == above.npos;
  }

  /// Whether a line begins at `i` behind an end that somebody typed.
  [[nodiscard]] bool is_typed(std::size_t i) const {
    return list_.starts_line(i) &&
           (ends_ == LineEnds::typed ||
            std::find(typed_.begin(), typed_.end(), list_.origin[i]) != typed_.end());
  }

  enum class Another { no, perhaps, surely };

  /// Whether the line at `i` is an indicator of its own behind one that began at `begin`, with
  /// nothing but the line's end to part them: 发放人数≥500人|发放次数≥12次. What print breaks
  /// may go on behind words (补贴标准：特困|人员≥500元) but not behind a figure.
  [[nodiscard]] Another names_another(std::size_t begin, std::size_t i) const {
    const std::size_t rest = behind_categories(begin, i);
    if (rest >= i || !is_cjk(at(i)) || is_one_of(at(i), goes_on) ||
        is_one_of(text_[i - 1], U"，,、：:（(【[和与及或至到-－—～~")) {
      return Another::no;
    }
    std::size_t end = i + 1;
    while (end < text_.size() && !list_.starts_line(end) && !is_one_of(text_[end], U"；;。")) {
      ++end;
    }
    const std::u32string_view before = text_.substr(rest, i - rest);
    const TargetMark above = target_mark(before);
    TargetMark own = target_mark(text_.substr(i, end - i));
    if (own == TargetMark::none && !typed_.empty()) {
      // What was typed in a line goes on over the ends that print gave it, to the next typed one.
      while (end < text_.size() && !is_typed(end) && !is_one_of(text_[end], U"；;。")) {
        ++end;
      }
      own = target_mark(text_.substr(i, end - i));
    }
    if (above == TargetMark::none || own == TargetMark::none) {
      return Another::no;
    }
    const bool figure = before.find_first_of(U"0123456789") != before.npos;
    return is_typed(i) || own == TargetMark::colon || figure ? Another::surely : Another::perhaps;
  }

  /// Behind the numbers and categories at `from`.
  [[nodiscard]] std::size_t behind_categories(std::size_t from, std::size_t limit) const {
    from = skip(from, limit, U" 　");
    for (bool again = true; again;) {
      again = false;
      if (const std::size_t behind = behind_number(from); behind > from && behind <= limit) {
        from = skip(behind, limit, between);
        again = true;
      }
      if (const std::size_t end = category_end(from, limit); end > from) {
        from = skip_marks(from, end, limit);
        again = true;
      }
    }
    return from;
  }

  /// `产出指标|数量指标|人数|≥5人|产出指标|…`: a field with a category behind one with none.
  [[nodiscard]] bool begins_field(std::size_t begin, std::size_t i) const {
    if (i == 0 || !is_one_of(text_[i - 1], U"|｜") || category_end(i, text_.size()) == i) {
      return false;
    }
    return behind_categories(begin, i) + 1 < i;
  }

  /// `合格率≥95%【满意度指标】…`: a heading in brackets that nothing else parts.
  [[nodiscard]] bool heads_next(std::size_t begin, std::size_t i) const {
    return is_one_of(text_[i], U"【[〔") && category_end(i, text_.size()) > i &&
           behind_categories(begin, i) < i;
  }

  /// `方案数≥12份，活动场次≥6场次`: behind a comma another name with another comparator.
  [[nodiscard]] bool goes_on_behind_comma(std::size_t begin, std::size_t i) const {
    if (i == 0 || !is_one_of(text_[i - 1], U"，,") || !is_cjk(at(i))) {
      return false;
    }
    const auto compares = [&](std::u32string_view part) {
      return part.find_first_of(comparator_signs, 1);
    };
    const std::u32string_view before = text_.substr(begin, i - 1 - begin);
    const std::u32string_view behind = text_.substr(i, text_.find_first_of(U"，,；;。", i) - i);
    constexpr std::size_t shortest_name = 4;
    const std::size_t mark = compares(behind);
    const bool named =
        mark != behind.npos && mark >= shortest_name && !is_one_of(behind[0], goes_on);
    return named && compares(before) != before.npos;
  }

  /// A list without categories is one where every part has a name, a comparator and a target.
  [[nodiscard]] bool compares_throughout() const {
    return !raw_.empty() && std::all_of(raw_.begin(), raw_.end(), [](const RawItem& one) {
      Indicator read;
      return target_mark(one.text) == TargetMark::comparator && read_free_item(one.text, {}, read);
    });
  }

  /// Behind `1.`, `（一）`, `一、`, `11-`, ① or `指标1：` at `from`; `from` where none stands.
  [[nodiscard]] std::size_t behind_number(std::size_t from) const {
    std::size_t i = from;
    if (const std::size_t behind = behind_placeholder(text_.substr(std::min(i, text_.size())));
        behind > 0) {
      return i + behind;
    }
    if ((at(i) >= U'①' && at(i) <= U'⑳') || is_one_of(at(i), U"◆◇●■▲▪★")) {
      return i + 1;
    }
    if (const std::size_t behind = behind_chapter(i); behind > i) {
      return behind;
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

  /// Behind 1.2 or 1.2.3, directly before a category: 1.5万亩 is a quantity.
  [[nodiscard]] std::size_t behind_chapter(std::size_t from) const {
    std::size_t i = from;
    std::size_t points = 0;
    while (is_digit(at(i)) || (is_one_of(at(i), U".．") && i > from && is_digit(at(i - 1)))) {
      points += is_digit(at(i)) ? 0U : 1U;
      ++i;
    }
    const std::size_t category = skip(i, text_.size(), U" 　、");
    const bool numbers = points > 0 && category_end(category, text_.size()) > category;
    return numbers ? category : from;
  }

  /// Whether a number begins an item amid a line: …500人2.发放次数, …人（二）质量指标.
  [[nodiscard]] bool numbers_inside(std::size_t i) const {
    const std::size_t behind = behind_number(i);
    if (at(i) == U'指') {
      // …≥35人指标2：, but not 三级指标1：
      return behind > i && (i == 0 || !is_cjk(at(i - 1)) || ends_figure(i));
    }
    // 小（一）型 is a word: a bracket amid words begins an item behind a quantity or before a
    // category.
    const bool amid_words = is_one_of(at(i), U"（(") && i > 0 && is_cjk(at(i - 1)) &&
                            !ends_figure(i) && category_end(behind, text_.size()) == behind;
    const bool clean =
        !amid_words && (i == 0 || !(is_digit(at(i - 1)) || is_one_of(at(i - 1), U".．-第（(")));
    return behind > i && clean && at(behind - 1) != '-' && !is_digit(at(behind)) &&
           is_cjk(at(behind));
  }

  /// Whether a figure with a short unit ends before `i`: …≥35人.
  [[nodiscard]] bool ends_figure(std::size_t i) const {
    constexpr std::size_t longest_unit = 3;
    std::size_t unit = 0;
    while (unit < longest_unit && i > unit && is_cjk(at(i - 1 - unit))) {
      ++unit;
    }
    return unit > 0 && i > unit && is_digit(at(i - 1 - unit));
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
                           list_.starts_line(end) || ends_with_kind(begin, end) ||
                           is_one_of(text_[end], U"＞>");
      if (!bounded || is_one_of(text_[end - 1], between)) {
        continue;
      }
      if (!is_whole_word(begin, end)) {
        continue;
      }
      const std::string word = published(text_.substr(begin, end - begin));
      if (is_level1_category(word) || is_level2_category(word) || asks_whom(begin, word)) {
        return bracket && is_one_of(at(end), closings) ? end + 1 : end;
      }
    }
    return from;
  }

  /// 服务对象 behind 满意度: the standard's second level without its last word.
  [[nodiscard]] bool asks_whom(std::size_t begin, const std::string& word) const {
    if (word != "服务对象") {
      return false;
    }
    std::u32string_view before = text_.substr(0, begin);
    while (!before.empty() &&
           (is_one_of(before.back(), between) || is_one_of(before.back(), closings) ||
            is_one_of(before.back(), U"＞>"))) {
      before.remove_suffix(1);
    }
    return before.ends_with(U"满意度") || before.ends_with(U"满意度指标");
  }

  /// Whether brackets inside are closed and hold no category of their own:
  /// 【产出指标】【数量指标】 and 产出指标（数量指标） are two.
  [[nodiscard]] bool is_whole_word(std::size_t begin, std::size_t end) const {
    std::size_t open = begin;
    int depth = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_one_of(text_[i], openings)) {
        ++depth;
        open = i + 1;
      } else if (is_one_of(text_[i], closings)) {
        const std::string inside = published(text_.substr(open, i - open));
        // 服务对象满意度（≥85%） is an indicator and its target.
        const bool compares = !inside.empty() && comparator_signs.find(text_[open]) != text_.npos;
        if (--depth < 0 || compares || is_level1_category(inside) || is_level2_category(inside)) {
          return false;
        }
      }
    }
    return depth == 0;
  }

  /// Behind the marks that follow a category. `＞` is one only behind 指标: a name such as
  /// 满意度 has a comparator behind it.
  [[nodiscard]] std::size_t skip_marks(std::size_t begin, std::size_t end,
                                       std::size_t limit) const {
    // 数量指标1：, the first of them.
    std::size_t number = end;
    while (number < limit && is_digit(at(number))) {
      ++number;
    }
    const bool numbered = number > end && number < limit && is_one_of(at(number), U"：:") &&
                          ends_with_kind(begin, end);
    const std::size_t from = skip(numbered ? number : end, limit, between);
    const bool arrow = from < limit && is_one_of(text_[from], U"＞>") && !is_digit(at(from + 1)) &&
                       ends_with_kind(begin, end);
    return arrow ? skip(from + 1, limit, between) : from;
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

  /// A category's word without the brackets around it.
  [[nodiscard]] std::u32string_view word_at(std::size_t begin, std::size_t end) const {
    std::u32string_view word = text_.substr(begin, end - begin);
    while (!word.empty() && is_one_of(word.front(), openings)) {
      word.remove_prefix(1);
    }
    // 产出指标（50分） closes a bracket of its own.
    while (!word.empty() && is_one_of(word.back(), closings) &&
           word.find_first_of(openings) == word.npos) {
      word.remove_suffix(1);
    }
    return word;
  }

  /// Whether the category at [begin, end), with `behind` the rest of its part, is what the
  /// indicator is called.
  [[nodiscard]] bool is_name(std::size_t begin, std::size_t end, std::size_t behind,
                             std::size_t limit) const {
    const std::u32string_view rest = text_.substr(behind, limit - behind);
    if (rest.empty() || is_left_blank(rest) || category_end(behind, limit) > behind) {
      return false;
    }
    if (is_target_alone(rest)) {
      return true;
    }
    // 社会效益：显著 under 社会效益指标: it says its category again, with no name behind.
    const std::string word = published(word_at(begin, end));
    const bool repeats = held_.is_of(word) && is_same_category(held_.level2(), word) &&
                         !ends_with_kind(begin, end) && behind > end;
    const char32_t mark = at(end);
    return repeats && target_mark(rest) != TargetMark::comparator &&
           rest.find_first_of(U"：:") == rest.npos && rest.find(mark) == rest.npos;
  }

  void read_part(const Part& part) {
    std::size_t from = skip(part.begin, part.end, U" 　");
    held_.begin_part();
    std::u32string name;
    bool headed = false;
    for (bool again = true; again;) {
      again = false;
      if (const std::size_t behind = behind_number(from); behind > from && behind <= part.end) {
        from = skip(behind, part.end, between);
        again = true;
      }
      if (const std::size_t end = category_end(from, part.end); end > from) {
        const std::size_t behind = skip_marks(from, end, part.end);
        if (is_name(from, end, behind, part.end)) {
          // 【满意度】≥90% has no bracket in its name.
          name = word_at(from, end);
          held_.take_for(published(name));
          from = end;
          break;
        }
        held_.take(published(word_at(from, end)));
        mark_ = behind > end && is_one_of(text_[end], list_marks) ? text_[end] : mark_;
        headed = behind > end && is_one_of(text_[behind - 1], U"：:");
        from = behind;
        again = true;
      }
    }
    const std::u32string_view rest = text_.substr(from, part.end - from);
    if (is_left_blank(rest)) {
      held_.end_heading();
      return;
    }
    bool guess = false;
    for (std::size_t i = from + 1; i < part.end && !guess; ++i) {
      guess = list_.starts_line(i) && names_another(from, i) == Another::perhaps;
    }
    raw_.push_back(
        {from,
         name + (begins_with_label(rest) ? with_line_marks(from, part.end) : std::u32string(rest)),
         held_.level1(), held_.level2(), mark_, guess, headed});
  }

  /// An item behind its categories, whose name and target are read when all are known.
  struct RawItem {
    std::size_t begin;
    std::u32string text;
    std::string level1;
    std::string level2;
    char32_t mark;
    bool cut_by_guess;
    bool headed;  ///< a category with a colon stands before it
  };

  /// Whether prose that names no indicator is what its category is to reach (社会效益指标：
  /// 困难家庭负担减轻): it is then that category's target, and the category its name.
  [[nodiscard]] static bool is_of_category(const RawItem& raw, ListCell cell) {
    const bool known = !raw.level1.empty() || !raw.level2.empty();
    return known && !begins_with_label(raw.text) && (cell == ListCell::of_category || raw.headed);
  }

  void read_items(ListCell cell) {
    std::vector<std::u32string_view> texts;
    for (const RawItem& raw : raw_) {
      texts.emplace_back(raw.text);
    }
    const FreeNotation notation = shared_notation(texts);
    const RawItem* prose = nullptr;  // the last that its category names
    for (const RawItem& raw : raw_) {
      ++tried_;
      FreeItem item;
      item.origin = list_.origin[raw.begin];
      item.text = raw.text;
      item.cut_by_guess = raw.cut_by_guess;
      FreeNotation own = notation;
      own.mark = raw.mark;
      bool known = !raw.level1.empty() || !raw.level2.empty();
      item.indicator.level1 = raw.level1;
      item.indicator.level2 = raw.level2;
      const bool whole = begins_with_label(raw.text)
                             ? read_labelled_item(raw.text, item.indicator)
                             : read_free_item(raw.text, own, item.indicator);
      if (begins_with_label(raw.text) && item.indicator.level1.empty() && !items_.empty()) {
        item.indicator.level1 = items_.back().indicator.level1;  // said once for several names
        item.indicator.level2 =
            item.indicator.level2.empty() ? items_.back().indicator.level2 : item.indicator.level2;
      }
      known = known || !item.indicator.level1.empty();
      complete_ += whole && known ? 1U : 0U;
      const bool bare = !whole && item.indicator.annual_target.empty();
      if (bare && prose != nullptr && !raw.headed && raw.level1 == prose->level1 &&
          raw.level2 == prose->level2) {
        // Further sentences of it: 负担减轻；收入增加.
        const std::size_t end = raw.begin + raw.text.size();
        items_.back().text = text_.substr(prose->begin, end - prose->begin);
        items_.back().indicator.annual_target = published(items_.back().text);
        ++prose_;
        continue;
      }
      prose = nullptr;
      if (bare && is_of_category(raw, cell)) {
        item.indicator.name = raw.level2.empty() ? raw.level1 : raw.level2;
        item.indicator.annual_target = published(raw.text);
        ++prose_;
        prose = &raw;
      }
      items_.push_back(std::move(item));
    }
  }

  const Flow& list_;
  std::u32string_view text_;
  LineEnds ends_;
  const std::vector<std::uint32_t>& typed_;
  std::vector<RawItem> raw_;
  std::vector<FreeItem> items_;
  char32_t mark_ = U'\0';  ///< behind the last category
  std::size_t tried_ = 0;
  std::size_t complete_ = 0;
  std::size_t prose_ = 0;  ///< parts that are their category's target
  HeldCategories held_;
};

}  // namespace

std::vector<FreeItem> read_free_list(const Flow& list, LineEnds ends, ListCell cell,
                                     const std::vector<std::uint32_t>& typed) {
  return Reader(list, ends, typed).read(cell);
}

}  // namespace budgetdiff::import
