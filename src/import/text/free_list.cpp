#include "import/text/free_list.hpp"

#include "import/text/category_as_name.hpp"
#include "import/text/free_item.hpp"
#include "import/text/free_list_text.hpp"
#include "import/text/held_categories.hpp"
#include "import/text/placeholders.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

class Reader {
 public:
  Reader(const Flow& list, LineEnds ends, const std::vector<std::uint32_t>& typed)
      : list_(list), text_(list.text), look_(list, ends, typed) {}

  std::vector<FreeItem> read(ListCell cell) {
    for (const FreeListText::Part& part : look_.parts()) {
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
  /// A list without categories is one where every part has a name, a comparator and a target.
  [[nodiscard]] bool compares_throughout() const {
    return !raw_.empty() && std::all_of(raw_.begin(), raw_.end(), [](const RawItem& one) {
      Indicator read;
      return target_mark(one.text) == TargetMark::comparator && read_free_item(one.text, {}, read);
    });
  }

  /// Whether the category at [begin, end), with `behind` the rest of its part, is what the
  /// indicator is called.
  [[nodiscard]] bool is_name(std::size_t begin, std::size_t end, std::size_t behind,
                             std::size_t limit) const {
    const std::u32string_view rest = text_.substr(behind, limit - behind);
    if (rest.empty() || is_left_blank(rest) || look_.category_end(behind, limit) > behind) {
      return false;
    }
    if (is_target_alone(rest)) {
      return true;
    }
    // 社会效益：显著 under 社会效益指标: it says its category again, with no name behind.
    const std::string word = published(look_.word_at(begin, end));
    const bool repeats = held_.is_of(word) && is_same_category(held_.level2(), word) &&
                         !look_.ends_with_kind(begin, end) && behind > end;
    const char32_t mark = look_.at(end);
    return repeats && target_mark(rest) != TargetMark::comparator &&
           rest.find_first_of(U"：:") == rest.npos && rest.find(mark) == rest.npos;
  }

  void read_part(const FreeListText::Part& part) {
    std::size_t from = look_.skip(part.begin, part.end, U" 　");
    held_.begin_part();
    std::u32string name;
    bool headed = false;
    for (bool again = true; again;) {
      again = false;
      if (const std::size_t behind = look_.behind_number(from);
          behind > from && behind <= part.end) {
        from = look_.skip(behind, part.end, FreeListText::between);
        again = true;
      }
      if (const std::size_t end = look_.category_end(from, part.end); end > from) {
        const std::size_t behind = look_.skip_marks(from, end, part.end);
        if (is_name(from, end, behind, part.end)) {
          // 【满意度】≥90% has no bracket in its name.
          name = look_.word_at(from, end);
          held_.take_for(published(name));
          from = end;
          break;
        }
        held_.take(published(look_.word_at(from, end)));
        mark_ = behind > end && list_marks.find(text_[end]) != list_marks.npos ? text_[end] : mark_;
        headed = behind > end && (text_[behind - 1] == U'：' || text_[behind - 1] == U':');
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
      guess =
          list_.starts_line(i) && look_.names_another(from, i) == FreeListText::Another::perhaps;
    }
    raw_.push_back({from,
                    name + (begins_with_label(rest) ? look_.with_line_marks(from, part.end)
                                                    : std::u32string(rest)),
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
  FreeListText look_;
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
