#include "import/page/goal_rests.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using Texts = std::vector<std::string>;

/// Lines one below the other, such put back.
Texts put_back(const Texts& texts) {
  std::vector<PdfLine> lines;
  for (const std::string& text : texts) {
    PdfLine& line = lines.emplace_back();
    line.line.text = to_code_points(text);
    line.line.place.line = static_cast<int>(lines.size());
  }
  put_back_rests(lines);
  Texts out;
  for (const PdfLine& line : lines) {
    out.push_back(to_utf8(line.line.text));
  }
  return out;
}

TEST(GoalRests, GoBackToTheLineThatEndsWithAMark) {
  // Behind the next line, and below it.
  EXPECT_EQ(
      put_back({"今年清淤十公里，完成招标施", "工和护坡修复（含支渠）",
                "年底前通过验收并移交管护，按", "单位；月公示河道水位和垃圾", "清运的情况。"}),
      (Texts{"今年清淤十公里，完成招标施", "工和护坡修复（含支渠），按", "年底前通过验收并移交管护",
             "单位；月公示河道水位和垃圾", "清运的情况。"}));
  EXPECT_EQ(
      put_back({"今年清淤十公里，完成招标施", "工和护坡修复（含支渠）",
                "年底前通过验收并移交管护单", "，按", "位；月公示河道水位和垃圾清", "运的情况。"}),
      (Texts{"今年清淤十公里，完成招标施", "工和护坡修复（含支渠），按",
             "年底前通过验收并移交管护单", "位；月公示河道水位和垃圾清", "运的情况。"}));
}

TEST(GoalRests, AreNoneBehindOtherLettersNorOfALineThatMarksMakeNarrow) {
  const Texts digits{"今年清淤十公里，完成招标施", "工和护坡修复（2022-20",
                     "25年）》要求，做到河道清、岸坡整，", "护单位，公示河道的水位和垃",
                     "圾清运的情况。"};
  EXPECT_EQ(put_back(digits), digits);
  const Texts quoted{"今年清淤十公里，完成招标施", "工和护坡修复（含支渠）",
                     "推动工作由没有向“好好不好的”", "护单位，公示河道的水位和垃",
                     "圾清运的情况。"};
  EXPECT_EQ(put_back(quoted), quoted);
}

TEST(GoalRests, AreAMarkThatHangsOverItsLine) {
  EXPECT_EQ(
      put_back(
          {"1.今年清淤十公里（含支渠）", "2.年底前通过验收。", "；", "3.移交河道的管护单位。"}),
      (Texts{"1.今年清淤十公里（含支渠）；", "2.年底前通过验收。", "3.移交河道的管护单位。"}));
}

TEST(GoalRests, AreNumbersOfNormsBeyondTheirLine) {
  // The number stands below the next line, right of where the first has ended.
  std::vector<PdfLine> lines;
  const std::vector<std::pair<std::string, double>> texts{{"今年清淤十公里，执行GB/T", 0},
                                                          {"准，年底前通过验收并移交", 0},
                                                          {"50201标", 150},
                                                          {"管护单位，公示河道水位。", 0}};
  for (const auto& [text, left] : texts) {
    PdfLine& line = lines.emplace_back();
    line.line.text = to_code_points(text);
    line.line.place.line = static_cast<int>(lines.size());
    line.size = 10;
    line.box = {left, 0, left + 10 * static_cast<double>(line.line.text.size()), 10};
  }
  put_back_rests(lines);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(to_utf8(lines[0].line.text), "今年清淤十公里，执行GB/T50201标");
}

}  // namespace
}  // namespace budgetdiff::import
