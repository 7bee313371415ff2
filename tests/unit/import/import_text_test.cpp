#include <budgetdiff/import/importer.hpp>

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>
#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

const std::string head =
    "项目支出绩效目标表（含转移支付项目）\n"
    "部门名称：某市某局 （本级） 单位：万元\n"
    "项目名称（资金使\n用单位）\n总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标\n";

Result<ImportedDocument> import_bytes(const std::string& bytes, const std::string& name = "x.txt") {
  return import_text({name, bytes}, {});
}

ImportedTable import_one(const std::string& bytes, const std::string& name = "x.txt") {
  auto document = import_bytes(bytes, name);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (!document) {
    return {};
  }
  EXPECT_EQ(document->tables.size(), 1U);
  return document->tables.front();
}

std::vector<std::string> codes(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    out.push_back(finding.code);
  }
  return out;
}

std::string item(int number, const std::string& name, const std::string& period,
                 const std::string& annual) {
  return std::to_string(number) + "、1-产出指标；11-数量指标；" + name +
         "；实施周期指标值:" + period + "；年度指标值:" + annual + "。";
}

TEST(ImportText, ReadsNamesThatShareALineWithAmountsAndGoal) {
  const auto table = import_one(head + "合计 5.00 5.00\n培训费 3.00 3.00 开展培训。\n" +
                                item(1, "次数", "2", "2") + "\n宣传费\n2.00 2.00\n开展宣传。\n" +
                                item(1, "场次", "1", "1") + "\n");
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].name, "培训费");
  EXPECT_EQ(table.snapshot.projects[0].goal, "开展培训。");
  EXPECT_EQ(table.snapshot.projects[1].name, "宣传费");
  EXPECT_EQ(table.snapshot.department, "某市某局（本级）");
  EXPECT_EQ(table.snapshot.unit, "万元");
  EXPECT_TRUE(codes(table).empty()) << codes(table).front();
}

TEST(ImportText, TakesTheNumbersOfRowsOffNames) {
  const auto names = [](const std::string& first, const std::string& second) {
    const auto table = import_one(
        "项目支出绩效目标表\n部门名称：某市某局 单位：万元\n序\n号\n项目名\n称 总计 财政拨款 "
        "绩效目标 绩效指标\n" +
        first + " 3.00 3.00 开展培训。\n" + item(1, "次数", "2", "2") + "\n" + second +
        "\n2.00 2.00\n开展宣传。\n" + item(1, "场次", "1", "1") + "\n合计 5.00 5.00\n");
    std::vector<std::string> out;
    for (const Project& project : table.snapshot.projects) {
      out.push_back(project.name);
    }
    return out;
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(names("1 培训费", "2\n宣传费"), (Texts{"培训费", "宣传费"}));
  EXPECT_EQ(names("1 3号楼修缮", "2 110指挥中心"), (Texts{"3号楼修缮", "110指挥中心"}));
  EXPECT_EQ(names("1 培训费", "宣传费"), (Texts{"1培训费", "宣传费"})) << "no count";
}

TEST(ImportText, KnowsSourcesInALineBelowTheirHeading) {
  // 其他资金 is blank in one row, and 项目资金 no column of its own.
  const auto table = import_one(
      "项目支出绩效目标表\n部门名称：某市某局 单位：万元\n项目名称 项目资金 绩效目标 绩效指标\n"
      "总计 财政拨款 其他资金\n合计 5.00 4.50 0.50\n培训费 3.00 3.00\n开展培训。\n" +
      item(1, "次数", "2", "2") + "\n宣传费\n2.00 1.50 0.50\n开展宣传。\n" +
      item(1, "场次", "1", "1") + "\n");
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].name, "培训费");
  EXPECT_EQ(table.snapshot.projects[0].funding.find(column::fiscal_appropriation)->to_string(),
            "3.00");
  EXPECT_EQ(table.snapshot.projects[1].funding.find(column::other_funds)->to_string(), "0.50");
  EXPECT_TRUE(codes(table).empty()) << codes(table).front();
}

TEST(ImportText, KnowsHeadersThatNarrowColumnsBreakAndPartsThatAreCalledSo) {
  const auto table = import_one(
      "2024年项目支出绩效目标表\n部门名称：某市某局 单位：万元\n"
      "项目\n名称 预算金额 其中：一般公共\n预算 绩效目标 绩效指标\n"
      "合计 5.00 5.00\n培训费 5.00 5.00 开展培训。\n" +
      item(1, "次数", "2", "2") + "\n");
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  const Amount* const part = table.snapshot.projects[0].funding.find("general_public_budget");
  ASSERT_NE(part, nullptr);
  EXPECT_EQ(part->to_string(), "5.00");
}

/// `text` in UTF-16, little end first, with a byte order mark. REQUIRES: no
/// character above U+FFFF.
std::string as_utf16(std::string_view text) {
  std::string out = "\xFF\xFE";
  for (const char32_t c : to_code_points(text)) {
    out += static_cast<char>(c & 0xFFU);
    out += static_cast<char>(c >> 8U);
  }
  return out;
}

TEST(ImportText, ReadsTheEncodingsThatNotepadSaves) {
  const std::string text =
      head + "合计 5.00 5.00\n培训费 5.00 5.00 开展培训。\n" + item(1, "次数", "2", "2") + "\n";
  const auto plain = import_one(text);
  const auto wide = import_one(as_utf16(text));
  EXPECT_EQ(write_snapshot(wide.snapshot), write_snapshot(plain.snapshot));
  EXPECT_NE(wide.provenance.sha256, plain.provenance.sha256) << "the digest is the file's own";
}

TEST(ImportText, JoinsNumbersAndKeywordsBrokenOverLines) {
  const auto table = import_one(head +
                                "合计 3.00 3.00\n专项经费（2\n024年）\n3.00 "
                                "3.00\n目标。\n1、1-产出\n指标；11-数量指标；完成\n率；实"
                                "施周期指标值\n:≥9\n5%；年度\n指标\n值:≥\n9\n5%。\n");
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  const Project& project = table.snapshot.projects[0];
  EXPECT_EQ(project.name, "专项经费（2024年）");
  ASSERT_EQ(project.indicators.size(), 1U);
  EXPECT_EQ(project.indicators[0].name, "完成率");
  EXPECT_EQ(project.indicators[0].period_target, "≥95%");
  EXPECT_EQ(project.indicators[0].annual_target, "≥95%");
  EXPECT_TRUE(codes(table).empty()) << codes(table).front();
}

TEST(ImportText, KeepsMarksInsideNamesAndTargets) {
  struct Case {
    const char* name;
    const char* target;
  };
  const Case cases[] = {
      {"推进档案数字化，方便群众办事。", "提高水平"},
      {"完成3、4号楼改造", "≥2栋"},
      {"响应速度", "故障后，100%当天启动。"},
      {"落实年度指标值管理", "2项；含1项"},
      {"率", "≧95%"},
      {"甲；乙", "1.5"},
  };
  for (const Case& c : cases) {
    const auto table = import_one(
        head + "合计 3.00 3.00\n培训费 3.00 3.00\n目标。\n" + item(1, "次数", "2", "2") +
        "2、1-产出指标；11-数量指标；" + c.name + "；实施周期指标值:" + c.target +
        "；年度指标值:" + c.target + (std::string(c.target).ends_with("。") ? "" : "。") +
        item(3, "个数", "4", "4") + "\n");
    ASSERT_EQ(table.snapshot.projects.size(), 1U);
    const auto& indicators = table.snapshot.projects[0].indicators;
    ASSERT_EQ(indicators.size(), 3U) << c.name;
    EXPECT_EQ(indicators[1].name, c.name);
    EXPECT_EQ(indicators[1].period_target, c.target);
    EXPECT_EQ(indicators[1].annual_target, c.target);
    EXPECT_EQ(indicators[2].name, "个数");
  }
}

TEST(ImportText, KeepsParagraphsAndNotLineWraps) {
  const auto goal_of = [](const std::string& goal) {
    const auto table = import_one(head + "合计 3.00 3.00\n培训费 3.00 3.00\n" + goal + "\n" +
                                  item(1, "次数", "2", "2") + "\n");
    return table.snapshot.projects.empty() ? "" : table.snapshot.projects[0].goal;
  };
  EXPECT_EQ(goal_of("1.完成培\n训。\n2.完成宣传 。"), "1.完成培训。\n2.完成宣传。");
  EXPECT_EQ(goal_of("（一）完成。\n（二）继续。"), "（一）完成。\n（二）继续。");
  EXPECT_EQ(goal_of("完成。\n继续。"), "完成。继续。");
  EXPECT_EQ(goal_of("包括：1、甲；2、乙；\n3、丙。"), "包括：1、甲；2、乙；3、丙。");
  EXPECT_EQ(goal_of("投入约\n2.5亿元。"), "投入约2.5亿元。");
}

TEST(ImportText, TakesAwayWhatEveryPageRepeats) {
  const std::string page = "\n第 3 页\n" + head + "合计 3.00 3.00\n";
  const auto table =
      import_one(head + "合计 3.00 3.00\n培训\n" + page + "费 3.00 3.00\n目标一，\n" + page +
                 "目标二。\n1、1-产出指标；11-数量指标；次数；实施周期指标值:2" + page +
                 "5；年度指标值:25。\n");
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  const Project& project = table.snapshot.projects[0];
  EXPECT_EQ(project.name, "培训费");
  EXPECT_EQ(project.goal, "目标一，目标二。");
  EXPECT_EQ(project.indicators.at(0).period_target, "25");
  EXPECT_TRUE(codes(table).empty()) << codes(table).front();
}

TEST(ImportText, JoinsAGoalAndAListThatOnePageCutsBoth) {
  // pdftotext -raw: the goal's rest stands behind the first part of the list.
  const auto table = import_one(
      head + "合计 5.00 5.00\n培训费 3.00 3.00 开展培训，提高职工的\n" +
      "1、1-产出指标；11-数量指标；次数；实施周期指标值:2；年度指标值:2。2、1-产出指\n\f" + head +
      "合计 5.00 5.00\n业务水平，完成全年的\n培训任务。\n标；11-数量指标；人数；"
      "实施周期指标值:≥9；年度指标值:≥9。\n宣传费\n2.00 2.00\n开展宣传。\n" +
      item(1, "场次", "1", "1") + "\n");
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].goal, "开展培训，提高职工的业务水平，完成全年的培训任务。");
  ASSERT_EQ(table.snapshot.projects[0].indicators.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].indicators[1].level1, "产出指标");
  EXPECT_EQ(table.snapshot.projects[0].indicators[1].name, "人数");
  EXPECT_TRUE(codes(table).empty()) << codes(table).front();
}

TEST(ImportText, LeavesAListAloneThatAPageCutsBehindAWholeGoal) {
  const auto table =
      import_one(head + "合计 3.00 3.00\n培训费 3.00 3.00 开展培训。\n" +
                 "1、1-产出指标；11-数量指标；次数；实施周期指标值:提高；年度指标值:\n\f" + head +
                 "合计 3.00 3.00\n有所提高。\n");
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  EXPECT_EQ(table.snapshot.projects[0].goal, "开展培训。");
  ASSERT_EQ(table.snapshot.projects[0].indicators.size(), 1U);
  EXPECT_EQ(table.snapshot.projects[0].indicators[0].annual_target, "有所提高");
}

TEST(ImportText, PutsProjectsUnderTheirSpendingUnits) {
  const auto table = import_one(
      head + "合计 6.00 6.00\n某市某局（本级）\n3.00 3.00\n    培训费\n3.00 3.00\n目标。\n" +
      item(1, "次数", "2", "2") + "\n某市服务中心\n3.00 3.00\n    宣传费\n1.00 1.00\n目标。\n" +
      item(1, "次数", "2", "2") + "\n    办公费\n2.00 2.00\n目标。\n" + item(1, "次数", "2", "2") +
      "\n");
  ASSERT_EQ(table.snapshot.projects.size(), 3U);
  EXPECT_EQ(table.snapshot.projects[0].spending_unit, "某市某局（本级）");
  EXPECT_EQ(table.snapshot.projects[1].spending_unit, "某市服务中心");
  EXPECT_EQ(table.snapshot.projects[2].spending_unit, "某市服务中心");
  EXPECT_TRUE(codes(table).empty()) << codes(table).front();
}

TEST(ImportText, ReadsSeveralDepartments) {
  const std::string body =
      "合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\n" + item(1, "次数", "2", "2") + "\n";
  std::string other = head;
  other.replace(other.find("某市某局"), std::string("某市某局").size(), "某市他局");
  const auto document = import_bytes(head + body + other + body);
  ASSERT_TRUE(document);
  ASSERT_EQ(document->tables.size(), 2U);
  EXPECT_EQ(document->tables[0].snapshot.department, "某市某局（本级）");
  EXPECT_EQ(document->tables[1].snapshot.department, "某市他局（本级）");
}

TEST(ImportText, ReportsWhatItCouldNotPlace) {
  struct Case {
    const char* body;
    const char* code;
  };
  const std::string list = item(1, "次数", "2", "2");
  const Case cases[] = {
      {"合计 3.00 3.00\n培训费\n3.0l 3.00\n目标。\nLIST\n", "amount-unreadable"},
      {"合计 4.00 4.00\n培训费\n3.00 3.00\n目标。\nLIST\n", "sum-mismatch"},
      {"合计 3.00 3.00\n培训费\n3.00 3.00\nLIST\n", "goal-missing"},
      {"合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\n", "indicators-missing"},
      {"合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\nLIST2、1-产出指标；12-质量指标；合格\n",
       "indicator-incomplete"},
      {"合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\nLIST\n另起一段文字\n", "text-left-over"},
      {"合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\nLIST多余的字。"
       "2、1-产出指标；12-质量指标；率；实施周期指标值:1；年度指标值:1。\n",
       "text-left-over"},
      {"合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\nLIST"
       "4、1-产出指标；12-质量指标；率；实施周期指标值:1；年度指标值:1。\n",
       "indicator-numbering"},
  };
  for (const Case& c : cases) {
    std::string body = c.body;
    if (const auto at = body.find("LIST"); at != body.npos) {
      body.replace(at, 4, list);
    }
    const auto found = codes(import_one(head + body));
    EXPECT_NE(std::find(found.begin(), found.end(), c.code), found.end()) << c.code;
  }
}

TEST(ImportText, SaysOneWrongNumberOfAListOnce) {
  const auto numbering = [](const std::vector<int>& numbers) {
    std::string list;
    for (const int number : numbers) {
      list += item(number, "次数" + std::to_string(list.size()), "2", "2");
    }
    const auto found =
        codes(import_one(head + "合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\n" + list + "\n"));
    return std::count(found.begin(), found.end(), "indicator-numbering");
  };
  EXPECT_EQ(numbering({1, 2, 3, 4}), 0);
  EXPECT_EQ(numbering({1, 2, 7, 4}), 1);
  EXPECT_EQ(numbering({1, 2, 2, 4}), 1);
  EXPECT_EQ(numbering({1, 2, 2, 3}), 1);
  EXPECT_EQ(numbering({1, 2, 4, 5}), 1);
  EXPECT_EQ(numbering({1, 2, 4, 7}), 2);
}

TEST(ImportText, ReadsAListWithoutItsLastFullStop) {
  const std::string list = item(1, "完成率", "≥90%", "≥90%");
  const auto table = import_one(head + "合计 5.00 5.00\n培训费\n3.00 3.00\n目标。\n" +
                                list.substr(0, list.size() - std::string("。").size()) +
                                "\n宣传费\n2.00 2.00\n目标。\n" + list + "\n");
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].indicators.at(0).annual_target, "≥90%");
  EXPECT_EQ(table.snapshot.projects[1].name, "宣传费");
}

TEST(ImportText, TakesANoteFromBeforeOrBehindTheTable) {
  const std::string body =
      "合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\n" + item(1, "次数", "2", "2") + "\n";
  EXPECT_EQ(import_one("说明：本表是编造的\n，仅供演示。\n" + head + body).snapshot.note,
            "说明：本表是编造的，仅供演示。");
  EXPECT_EQ(import_one(head + body + "注：本表是编造的。\n").snapshot.note, "注：本表是编造的。");
}

TEST(ImportText, ReadsTheYearFromTheDocumentThenFromTheFileName) {
  const std::string body =
      "合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\n" + item(1, "次数", "2", "2") + "\n";
  EXPECT_EQ(import_one(head + body).snapshot.year, std::nullopt);
  EXPECT_EQ(import_one(head + body, "d/某局-2023.txt").snapshot.year, 2023);
  EXPECT_EQ(import_one("2022年" + head + body, "d/某局-2023.txt").snapshot.year, 2022);
  // Then from a folder, as people sort what they download; and that is said.
  const auto sorted = import_one(head + body, "a/2023年/table.txt");
  EXPECT_EQ(sorted.snapshot.year, 2023);
  EXPECT_EQ(codes(sorted), std::vector<std::string>{"year-from-folder"});
  EXPECT_EQ(import_one(head + body, "2023/某区/table.txt").snapshot.year, 2023);
  EXPECT_EQ(import_one(head + body, "2022/某区/2023/table.txt").snapshot.year, 2023);
  EXPECT_EQ(import_one(head + body, "2022/某区/b/table.txt").snapshot.year, std::nullopt);
  EXPECT_EQ(import_one(head + body, "/home/2021-2023/table.txt").snapshot.year, std::nullopt);
  EXPECT_EQ(codes(import_one(head + body, "2023/某局-2023.txt")), std::vector<std::string>{});
  ImportOptions options;
  options.year = 2021;
  EXPECT_EQ(import_text({"a.txt", "2022年" + head + body}, options)
                ->tables[0]
                .provenance.findings.front()
                .code,
            "year-differs");
  EXPECT_EQ(import_text({"a-2023.txt", "2022年" + head + body}, options)->tables[0].snapshot.year,
            2021);
}

TEST(ImportText, TakesTheStageFromAFolderWhereNothingElseSaysIt) {
  const std::string body =
      "合计 3.00 3.00\n培训费\n3.00 3.00\n目标。\n" + item(1, "次数", "2", "2") + "\n";
  const auto sorted = import_one("2024年" + head + body, "a/2024决算/table.txt");
  EXPECT_EQ(sorted.snapshot.stage, "final");
  EXPECT_EQ(codes(sorted), std::vector<std::string>{"stage-from-folder"});
  for (const std::string folder : {"2024预算", "预决算公开", "预算决算公开", "2024"}) {
    EXPECT_EQ(import_one("2024年" + head + body, "a/" + folder + "/table.txt").snapshot.stage,
              "budget")
        << folder;
  }
}

TEST(ImportText, ReadsCrLfByteOrderMarkTabsAndFormFeeds) {
  const auto table = import_one(
      "\xEF\xBB\xBF项目支出绩效目标表\r\n部门名称：某市某局\t单位：万元\r\n项目名称\t总计\t财政拨款"
      "\t其他资金"
      "\t绩效目标\t绩效指标\r\n合计\t3.00\t3.00\r\n培训费\t3.00\t3."
      "00\r\n目标\r\n1\r\n\f完成。\r\n" +
      item(1, "次数", "2", "2") + "\r\n");
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  EXPECT_EQ(table.snapshot.projects[0].goal, "目标完成。");
  EXPECT_EQ(table.provenance.projects[0].place.page, 1);
}

TEST(ImportText, FindsTheOnlyAmountOfARowInTheMidstOfItsLine) {
  const auto document = import_text(
      {"x.txt",
       "2024年项目支出绩效目标表\n部门名称：某市某局 单位：万元\n项目名称 预算数 绩效目标 "
       "绩效指标\n合计 "
       "11.60\n水库巡查 8.00 "
       "保障水库安全度汛。\n1、1-产出指标；11-数量指标；巡查次数；实施周期指标值:"
       "≥365次；年度指标值:≥"
       "365次。\n河长制宣传 3.60 提高公众知晓率，投入 1.50 "
       "万元。\n1、1-产出指标；11-数量指标；公示牌；实施周期指标值:≥4块；年度指标值:≥4块。\n"},
      {});
  ASSERT_TRUE(document) << in_english(document.error());
  const Snapshot& snapshot = document->tables.front().snapshot;
  ASSERT_EQ(snapshot.projects.size(), 2U);
  EXPECT_EQ(snapshot.projects[0].name, "水库巡查");
  EXPECT_EQ(snapshot.projects[0].goal, "保障水库安全度汛。");
  EXPECT_EQ(snapshot.projects[1].funding.total()->to_string(), "3.60");
  EXPECT_EQ(snapshot.projects[1].goal, "提高公众知晓率，投入1.50万元。");
}

TEST(ImportText, KeepsProjectsThatHaveNoAmounts) {
  const std::string list = item(1, "次数", "2", "2");
  const auto table =
      import_one(head + "合计 6.00 6.00\n甲经费\n目标甲。\n" + list +
                 "\n乙经费\n6.00 6.00\n目标乙。\n" + list + "\n丙经费\n目标丙。\n" + list + "\n");
  ASSERT_EQ(table.snapshot.projects.size(), 3U);
  EXPECT_EQ(table.snapshot.projects[0].name, "甲经费");
  EXPECT_EQ(table.snapshot.projects[1].name, "乙经费");
  EXPECT_EQ(table.snapshot.projects[2].name, "丙经费");
  EXPECT_EQ(table.snapshot.projects[2].goal, "目标丙。");
  EXPECT_TRUE(table.snapshot.projects[0].funding.empty());
  const auto found = codes(table);
  EXPECT_EQ(std::count(found.begin(), found.end(), "amount-missing"), 2);
}

TEST(ImportText, ReadsAmountsOneALineAndBlankCellsBetweenTabs) {
  const std::string list = item(1, "次数", "2", "2");
  const auto table =
      import_one(head + "合计\n6.00\n5.00\n0.00\n1.00\n甲经费\t5.00\t5.00\n目标甲。\n" + list +
                 "\n乙经费\t1.00\t\t\t1.00\n目标乙。\n" + list + "\n");
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  ASSERT_NE(table.snapshot.projects[1].funding.find("other_funds"), nullptr);
  EXPECT_EQ(table.snapshot.projects[1].funding.find("fiscal_appropriation"), nullptr);
  EXPECT_EQ(table.snapshot.stated_total.items().size(), 4U);
}

TEST(ImportText, SaysWhatIsWrongWithAFile) {
  struct Case {
    std::string bytes;
    const char* error;
  };
  const Case cases[] = {
      {"", "empty"},
      {std::string("a\0b", 3), "byte 2 is zero"},
      {"一行\n坏\xFF字\n", "x.txt:2"},
      {" \n\n", "nothing but white space"},
      {"只有文字\n", "no performance table"},
      {head + "合计 0.00\n", "no projects"},
  };
  for (const Case& c : cases) {
    const auto result = import_bytes(c.bytes);
    ASSERT_FALSE(result) << c.error;
    EXPECT_NE(in_english(result.error()).find(c.error), std::string::npos)
        << in_english(result.error());
    EXPECT_EQ(in_english(result.error()).find('\n'), std::string::npos);
    EXPECT_FALSE(result.error().what_to_do.text.empty());
  }
}

}  // namespace
}  // namespace budgetdiff
