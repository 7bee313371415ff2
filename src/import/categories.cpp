#include "import/categories.hpp"

#include "import/header_spelling.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace budgetdiff::import {
namespace {

/// First-level categories without 指标 at their end. Older forms have 投入 and 过程.
constexpr auto level1_categories = std::to_array<std::string_view>(
    {"产出", "效益", "满意度", "成本", "投入", "过程", "效果", "影响力", "效率"});

constexpr auto level2_categories = std::to_array<std::string_view>({"数量",
                                                                    "质量",
                                                                    "时效",
                                                                    "成本",
                                                                    "经济效益",
                                                                    "社会效益",
                                                                    "生态效益",
                                                                    "可持续影响",
                                                                    "可持续发展",
                                                                    "环境效益",
                                                                    "服务对象满意度",
                                                                    "满意度",
                                                                    "社会公众满意度",
                                                                    "经济成本",
                                                                    "社会成本",
                                                                    "生态环境成本",
                                                                    "社会公众或服务对象满意度",
                                                                    "产出数量",
                                                                    "产出质量",
                                                                    "产出时效",
                                                                    "产出成本",
                                                                    "生态环境效益",
                                                                    "生态成本",
                                                                    "可持续性",
                                                                    "受益对象满意度",
                                                                    "公众满意度"});

bool is_category(std::string_view text, const std::string_view* begin,
                 const std::string_view* end) {
  if (text.size() > 120) {
    return false;
  }
  const std::string outside = part_by_brackets(header_spelling(text), Brackets::outside);
  std::string_view name = without_numbering(outside);
  // Older forms call them goals (数量目标).
  for (const std::string_view suffix : {"指标", "目标"}) {
    if (name.ends_with(suffix) && name.size() > suffix.size()) {
      name.remove_suffix(suffix.size());
      break;
    }
  }
  return std::find(begin, end, name) != end;
}

/// A piece that print broke off a category: 产出指, 意度指标, 标.
bool is_piece_of_category(std::string_view text, const std::string_view* begin,
                          const std::string_view* end) {
  constexpr std::string_view suffix = "指标";
  constexpr std::size_t longest = 60;
  const std::string piece = header_spelling(text);
  return !piece.empty() && piece.size() <= longest &&
         (suffix.find(piece) != suffix.npos || std::any_of(begin, end, [&](std::string_view name) {
            return (std::string(name) + std::string(suffix)).find(piece) != std::string::npos;
          }));
}

bool begins_category(std::string_view text, const std::string_view* begin,
                     const std::string_view* end) {
  constexpr std::string_view suffix = "指标";
  const std::string piece = header_spelling(text);
  return !piece.empty() && std::any_of(begin, end, [&](std::string_view name) {
    return (std::string(name) + std::string(suffix)).starts_with(piece);
  });
}

}  // namespace

bool is_level1_category(std::string_view text) {
  return is_category(text, level1_categories.data(),
                     level1_categories.data() + level1_categories.size());
}

bool is_level2_category(std::string_view text) {
  return is_category(text, level2_categories.data(),
                     level2_categories.data() + level2_categories.size());
}

bool is_piece_of_level1(std::string_view text) {
  return is_piece_of_category(text, level1_categories.data(),
                              level1_categories.data() + level1_categories.size());
}

bool is_piece_of_level2(std::string_view text) {
  return is_piece_of_category(text, level2_categories.data(),
                              level2_categories.data() + level2_categories.size());
}

bool begins_level1(std::string_view text) {
  return begins_category(text, level1_categories.data(),
                         level1_categories.data() + level1_categories.size());
}

bool begins_level2(std::string_view text) {
  return begins_category(text, level2_categories.data(),
                         level2_categories.data() + level2_categories.size());
}

bool may_belong_under(std::string_view level1, std::string_view level2) {
  const auto has = [](std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != text.npos; });
  };
  const bool satisfaction = has(level1, {"满意"});
  const bool benefit = has(level1, {"效益", "效果", "影响"}) && !satisfaction;
  const bool output = has(level1, {"产出"});
  const bool cost = has(level1, {"成本"}) && !output;
  if (!satisfaction && !benefit && !output && !cost) {
    return true;
  }
  if (has(level2, {"满意"})) {
    return satisfaction || benefit;
  }
  if (has(level2, {"成本"})) {
    return cost || output;
  }
  if (has(level2, {"经济效益", "社会效益", "生态效益", "环境效益", "可持续"})) {
    return benefit;
  }
  if (has(level2, {"数量", "质量", "时效"})) {
    return output;
  }
  return true;
}

}  // namespace budgetdiff::import
