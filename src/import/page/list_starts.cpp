#include "import/page/list_starts.hpp"

#include "import/page/project_starts.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

bool begins_first_item(const std::u32string& text) {
  return text.size() >= 2 && text[0] == U'1' && (text[1] == U'、' || text[1] == U'.');
}

constexpr std::u32string_view marks = U"：:；;，,—－-";
/// Of the first level; those of output stand in the standard's order among each other, too.
constexpr int step = 10;

/// Where a second level of output stands among them; 0: nobody knows.
int order_in_output(const std::u32string& text) {
  constexpr auto words = std::to_array<std::u32string_view>({U"数量", U"质量", U"时效", U"成本"});
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (text.find(words[k]) != text.npos) {
      return static_cast<int>(k) + 1;
    }
  }
  return 0;
}

/// Where the category that `text` begins with stands in the standard's order; 0 where it begins
/// with none. A mark stands behind it: 质量指标：…, 产出指标—质量指标—…
int order_of(const std::u32string& text) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.find_first_of(marks);
  if (end == text.npos || end == 0 || end > longest) {
    return 0;
  }
  const std::u32string first = text.substr(0, end);
  const std::string word = to_utf8(first);
  if (!is_level1_category(word) && !is_level2_category(word)) {
    return 0;
  }
  const int known = order_of_category(word);
  const int order = known > 0 ? known : may_belong_under("产出指标", word) ? 1 : 2;
  if (order > 1) {
    return order * step;
  }
  const int own = order_in_output(first);
  const std::size_t next = std::min(text.find_first_of(marks, end + 1), text.size());
  return order * step + (own > 0 ? own : order_in_output(text.substr(end, next - end)));
}

/// Whether what stands at `order` does not stand behind what stands at `last` in one cell.
bool begins_again(int order, int last) {
  return order > 0 && order < last && (order / step < last / step || order % step > 0);
}

}  // namespace

bool ListStarts::any() const {
  return std::find(may.begin(), may.end(), true) != may.end();
}

ListStarts list_starts(const std::vector<PdfLine>& lines) {
  ListStarts out;
  std::vector<std::u32string> texts;
  for (const PdfLine& line : lines) {
    texts.push_back(without_space(line.line.text));
    out.may.push_back(begins_first_item(texts.back()));
  }
  out.numbered = out.any();
  out.must = out.numbered ? out.may : std::vector<bool>(lines.size(), false);
  out.late.assign(lines.size(), false);
  int last = 0;
  for (std::size_t i = 0; !out.numbered && i < texts.size(); ++i) {
    const int order = order_of(i + 1 < texts.size() ? texts[i] + texts[i + 1] : texts[i]);
    out.may[i] = order > 0;
    out.must[i] = begins_again(order, last);
    out.late[i] = last > 0 && order > last;
    last = order > 0 ? order : last;
  }
  return out;
}

}  // namespace budgetdiff::import
