#include "diff/word_diff.hpp"

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

std::string shown(std::string_view from, std::string_view to) {
  std::string out;
  for (const TextEdit& edit : word_diff(from, to)) {
    switch (edit.kind) {
      case TextEdit::Kind::keep:
        out += edit.text;
        break;
      case TextEdit::Kind::remove:
        out += "[-" + edit.text + "-]";
        break;
      case TextEdit::Kind::insert:
        out += "{+" + edit.text + "+}";
        break;
    }
  }
  return out;
}

TEST(WordDiff, EditsWholeWords) {
  EXPECT_EQ(shown("通过培训提高服务水平。", "通过培训提升服务水平。"),
            "通过培训[-提高-]{+提升+}服务水平。");
  EXPECT_EQ(shown("完成90%的任务", "完成95%的任务"), "完成[-90-]{+95+}%的任务");
}

TEST(WordDiff, PutsDeletionsFirst) {
  EXPECT_EQ(shown("甲乙。", "丙丁。"), "[-甲乙-]{+丙丁+}。");
}

TEST(WordDiff, FoldsASingleCharacterBetweenTwoEdits) {
  EXPECT_EQ(shown("加强管理的水平建设", "提高服务的质量建设"),
            "[-加强管理的水平-]{+提高服务的质量+}建设");
}

TEST(WordDiff, KeepsALineEndBetweenTwoEdits) {
  EXPECT_EQ(shown("管理\n水平", "服务\n质量"), "[-管理-]{+服务+}\n[-水平-]{+质量+}");
}

TEST(WordDiff, SaysOnePassageAsOneAndCutsNoNumber) {
  EXPECT_EQ(shown("保障培训。", "继续保障培训。"), "{+继续+}保障培训。");
  EXPECT_EQ(shown("完成各项培训任务", "完成培训任务"), "完成[-各项-]培训任务");
  EXPECT_EQ(shown("完成5次", "完成105次"), "完成[-5-]{+105+}次");
  EXPECT_EQ(shown("同上", "同上。并考核"), "同上{+。并考核+}");
}

TEST(WordDiff, KeepsWhatBothEndsShare) {
  EXPECT_EQ(
      shown("一是开展培训，二是提高水平。三是办会。", "一是开展培训，二是提升水平。三是办会。"),
      "一是开展培训，二是[-提高-]{+提升+}水平。三是办会。");
  EXPECT_EQ(shown("开展培训，提高水平。", "开展培训，提升质量。"),
            "开展培训，[-提高水平-]{+提升质量+}。");
  // A comma in a number is none between words.
  EXPECT_EQ(shown("资助1，200人，好", "资助1，300人，好"), "资助[-1，200-]{+1，300+}人，好");
  // The same text counts for one end only.
  EXPECT_EQ(shown("好，好，", "好，"), "好，[-好，-]");
  EXPECT_EQ(shown("甲、甲、乙", "甲、乙"), "甲、[-甲、-]乙");
}

TEST(WordDiff, HandlesEmptySides) {
  EXPECT_EQ(shown("", "新目标"), "{+新目标+}");
  EXPECT_EQ(shown("旧目标", ""), "[-旧目标-]");
  EXPECT_EQ(shown("", ""), "");
}

}  // namespace
}  // namespace budgetdiff
