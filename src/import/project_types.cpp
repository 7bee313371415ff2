#include "import/project_types.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace budgetdiff::import {

bool says_whether_new(std::u32string_view type) {
  constexpr auto words =
      std::to_array<std::u32string_view>({U"新增", U"新建", U"延续", U"续建", U"一次性", U"经常性",
                                          U"持续性", U"阶段性", U"常年", U"跨年", U"当年"});
  return std::any_of(words.begin(), words.end(),
                     [&](std::u32string_view word) { return type.find(word) != type.npos; });
}

bool is_project_type(std::u32string_view text) {
  constexpr std::size_t longest = 6;
  constexpr std::size_t longest_alone = 3;
  return text.size() <= longest && says_whether_new(text) &&
         (text.size() <= longest_alone || text.ends_with(U"项目"));
}

}  // namespace budgetdiff::import
