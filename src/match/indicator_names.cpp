#include "match/indicator_names.hpp"

#include <array>
#include <utility>

namespace budgetdiff::matching {
namespace {

constexpr std::array<std::string_view, 8> openings = {"年度", "本年度", "全年", "本年",
                                                      "当年", "年内",   "实际", "每年"};
constexpr std::array<std::string_view, 4> closings = {"情况", "指标", "指标值", "%"};
/// Longer endings first where one ends in another.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> measures = {{
    {"百分比", "率"},
    {"比率", "率"},
    {"比例", "率"},
    {"满意率", "满意度"},
    {"知晓率", "知晓度"},
    {"总数量", "数"},
    {"总数", "数"},
    {"数量", "数"},
    {"总量", "量"},
    {"及时性", "及时率"},
    {"准确性", "准确率"},
}};

/// At least two characters of Chinese must be left.
constexpr std::size_t least_left = 6;

}  // namespace

std::string plain_indicator_name(std::string_view folded) {
  for (const std::string_view opening : openings) {
    if (folded.starts_with(opening) && folded.size() >= opening.size() + least_left) {
      folded.remove_prefix(opening.size());
      break;
    }
  }
  for (const std::string_view closing : closings) {
    if (folded.ends_with(closing) && folded.size() >= closing.size() + least_left) {
      folded.remove_suffix(closing.size());
      break;
    }
  }
  for (const auto& [ending, plain] : measures) {
    if (folded.ends_with(ending)) {
      std::string out(folded.substr(0, folded.size() - ending.size()));
      out += plain;
      return out;
    }
  }
  return std::string(folded);
}

}  // namespace budgetdiff::matching
