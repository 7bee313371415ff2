#pragma once

/// What a free list in one cell (free_list.hpp) shows of itself: where its parts, numbers and
/// categories begin and end.

#include "import/text/flow.hpp"
#include "import/text/free_list.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Positions are letters of the list. The list and `typed` (places of the lines that somebody
/// typed) must outlive it.
class FreeListText {
 public:
  /// A part of the list, still with its place in it.
  struct Part {
    std::size_t begin;
    std::size_t end;
  };
  enum class Another { no, perhaps, surely };

  /// Marks that part categories, names and targets.
  static constexpr std::u32string_view between = U"：:；;，,、-—－–/ 　.．|｜→·•／\\";

  FreeListText(const Flow& list, LineEnds ends, const std::vector<std::uint32_t>& typed)
      : list_(list), text_(list.text), ends_(ends), typed_(typed) {}

  [[nodiscard]] char32_t at(std::size_t i) const;
  /// Cut at line ends behind which something begins anew, at semicolons and full stops.
  [[nodiscard]] std::vector<Part> parts() const;
  /// [begin, end) with a mark before each label that begins a line.
  [[nodiscard]] std::u32string with_line_marks(std::size_t begin, std::size_t end) const;
  /// Whether the line at `i` is an indicator of its own behind one that began at `begin`, with
  /// nothing but the line's end to part them: 发放人数≥500人|发放次数≥12次. What print breaks
  /// may go on behind words (补贴标准：特困|人员≥500元) but not behind a figure.
  [[nodiscard]] Another names_another(std::size_t begin, std::size_t i) const;
  /// Behind `1.`, `（一）`, `一、`, `11-`, ① or `指标1：` at `from`; `from` where none stands.
  [[nodiscard]] std::size_t behind_number(std::size_t from) const;
  /// The end of the category that begins at `from`, brackets around it included; `from`
  /// where none does. A category ends with a mark or the text, not inside a word.
  [[nodiscard]] std::size_t category_end(std::size_t from, std::size_t limit) const;
  /// Behind the marks that follow a category. `＞` is one only behind 指标: a name such as
  /// 满意度 has a comparator behind it.
  [[nodiscard]] std::size_t skip_marks(std::size_t begin, std::size_t end, std::size_t limit) const;
  /// 数量指标 before its first indicator without any mark: 指标 itself ends it.
  [[nodiscard]] bool ends_with_kind(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t skip(std::size_t from, std::size_t end, std::u32string_view set) const;
  /// A category's word without the brackets around it.
  [[nodiscard]] std::u32string_view word_at(std::size_t begin, std::size_t end) const;

 private:
  /// Whether a part that labels what it says (一级指标：产出指标；二级指标：…) goes on behind `i`
  /// with a label that it has not had: marks and line ends part its labels then, and not items.
  [[nodiscard]] bool goes_on_with_label(std::size_t begin, std::size_t i) const;
  /// Whether the line at `i` begins something anew, and does not go on in what began at
  /// `begin`: print breaks `社会|效益指标：` and `镇街|满意度≥90%` anywhere.
  [[nodiscard]] bool begins_line(std::size_t begin, std::size_t i) const;
  /// Whether the category at [i, end), in a typed line of its own, has a colon and is another than
  /// the one with a colon before the text at `rest`: 可持续影响：长期 and then 满意度：≥90%, but
  /// not 满意度：镇街|满意度：≥90%.
  [[nodiscard]] bool heads_other(std::size_t begin, std::size_t rest, std::size_t i,
                                 std::size_t end) const;
  /// Whether the list's other categories are called 指标 (数量指标) and the bare word at
  /// [begin, end) is none of them, but the end of a name that print broke: 群众生活|质量：提升.
  /// 满意度 is one unless the list has a 满意度指标, as it stands alone in lists that say 指标
  /// else.
  [[nodiscard]] bool calls_categories_otherwise(std::size_t begin, std::size_t end) const;
  /// Whether a line begins at `i` behind an end that somebody typed.
  [[nodiscard]] bool is_typed(std::size_t i) const;
  /// Behind the numbers and categories at `from`.
  [[nodiscard]] std::size_t behind_categories(std::size_t from, std::size_t limit) const;
  /// `产出指标|数量指标|人数|≥5人|产出指标|…`: a field with a category behind one with none.
  [[nodiscard]] bool begins_field(std::size_t begin, std::size_t i) const;
  /// `合格率≥95%【满意度指标】…`: a heading in brackets that nothing else parts.
  [[nodiscard]] bool heads_next(std::size_t begin, std::size_t i) const;
  /// `方案数≥12份，活动场次≥6场次`: behind a comma another name with another comparator.
  [[nodiscard]] bool goes_on_behind_comma(std::size_t begin, std::size_t i) const;
  /// Behind 1.2 or 1.2.3, directly before a category: 1.5万亩 is a quantity.
  [[nodiscard]] std::size_t behind_chapter(std::size_t from) const;
  /// Whether a number begins an item amid a line: …500人2.发放次数, …人（二）质量指标.
  [[nodiscard]] bool numbers_inside(std::size_t i) const;
  /// Whether a figure with a short unit ends before `i`: …≥35人.
  [[nodiscard]] bool ends_figure(std::size_t i) const;
  /// 服务对象 behind 满意度: the standard's second level without its last word.
  [[nodiscard]] bool asks_whom(std::size_t begin, const std::string& word) const;
  /// Whether brackets inside are closed and hold no category of their own:
  /// 【产出指标】【数量指标】 and 产出指标（数量指标） are two.
  [[nodiscard]] bool is_whole_word(std::size_t begin, std::size_t end) const;

  const Flow& list_;
  std::u32string_view text_;
  LineEnds ends_;
  const std::vector<std::uint32_t>& typed_;
};

}  // namespace budgetdiff::import
