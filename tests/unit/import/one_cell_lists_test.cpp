// All indicators in one cell, in the notations that people use. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

ImportedTable read_cell(const std::string& list) {
  return one(page(
      "<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>",
      {{"项目名称", "预算金额", "绩效目标", "绩效指标"}, {"巡查", "3.00", "开展巡查。", list}}));
}

/// "产出指标/数量指标: 次数 ≥3次", with the weight behind where there is one.
std::vector<std::string> items_of(const std::string& list) {
  std::vector<std::string> out;
  const ImportedTable table = read_cell(list);
  for (const Project& project : table.snapshot.projects) {
    for (const Indicator& item : project.indicators) {
      out.push_back(item.level1 + "/" + item.level2 + ": " + item.name + " " + item.annual_target +
                    (item.weight.empty() ? "" : " (" + item.weight + ")"));
    }
  }
  return out;
}

TEST(OneCellLists, AreReadInManyNotations) {
  const auto expected =
      ElementsAre("产出指标/数量指标: 巡查次数 ≥3次", "效益指标/可持续影响指标: 长效机制 基本健全",
                  "满意度指标/服务对象满意度指标: 群众满意度 ≥90%");
  for (
      const std::string list :
      {"产出指标|数量指标|巡查次数|≥3次|效益指标|可持续影响指标|长效机制|基本健全|满意度指标|"
       "服务对象满意度指标|群众满意度|≥90%",
       "产出指标→数量指标→巡查次数→≥3次<br>效益指标→可持续影响指标→长效机制→基本健全<br>满意度指标"
       "→服务对象满意度指标→群众满意度→≥90%",
       "产出指标＞数量指标＞巡查次数：≥3次<br>效益指标＞可持续影响指标＞长效机制：基本健全<br>"
       "满意度指标＞服务对象满意度指标＞群众满意度：≥90%",
       "1）产出指标·数量指标·巡查次数（目标值：≥3次）<br>"
       "2）效益指标·可持续影响指标·长效机制（目标值"
       "：基本健全）<br>3）满意度指标·服务对象满意度指标·群众满意度（目标值：≥90%）",
       "产出指标/数量指标/巡查次数/≥3次<br>效益指标/可持续影响指标/长效机制/基本健全<br>满意度指标/"
       "服务对象满意度指标/群众满意度/≥90%",
       "产出指标,数量指标,巡查次数,≥3次<br>效益指标,可持续影响指标,长效机制,基本健全<br>满意度指标,"
       "服务对象满意度指标,群众满意度,≥90%",
       "【产出指标】【数量指标】巡查次数：≥3次<br>【效益指标】【可持续影响指标】长效机制：基本健全<"
       "br>"
       "【满意度指标】【服务对象满意度指标】群众满意度：≥90%",
       "产出指标（数量指标）：巡查次数≥3次；<br>效益指标（可持续影响指标）：长效机制：基本健全；<"
       "br>"
       "满意度指标（服务对象满意度指标）：群众满意度≥90%；",
       "产出指标：数量指标：巡查次数：≥：3：次<br>效益指标：可持续影响指标：长效机制：：基本健全：<"
       "br>"
       "满意度指标：服务对象满意度指标：群众满意度：≥：90：%",
       "产出指标：数量指标：巡查次数：指标值≥3次。<br>"
       "效益指标：可持续影响指标：长效机制：指标值基本健全。"
       "<br>满意度指标：服务对象满意度指标：群众满意度：指标值≥90%。",
       "产出指标-数量指标-巡查次数（≥3次）；效益指标-可持续影响指标-"
       "长效机制（基本健全）；满意度指标-"
       "服务对象满意度指标-群众满意度（≥90%）",
       "一级指标：产出指标，二级指标：数量指标，三级指标：巡查次数，指标值：≥3次<br>"
       "一级指标：效益指标，"
       "二级指标：可持续影响指标，三级指标：长效机制，指标值：基本健全<br>"
       "一级指标：满意度指标，二级指标："
       "服务对象满意度指标，三级指标：群众满意度，指标值：≥90%"}) {
    EXPECT_THAT(items_of(list), expected) << list;
    EXPECT_THAT(codes_of(read_cell(list)), Not(Contains("list-guess"))) << list;
  }
}

TEST(OneCellLists, HaveScoresAndWeightsBehindTargets) {
  EXPECT_THAT(items_of("数量指标：巡查次数≥3次（15分）；质量指标：合格率≥95%（10分）"),
              ElementsAre("/数量指标: 巡查次数 ≥3次 (15)", "/质量指标: 合格率 ≥95% (10)"));
  EXPECT_THAT(
      items_of("产出指标-数量指标-巡查次数，目标值≥3次，权重20<br>产出指标-质量指标-合格率，"
               "目标值≥95%，权重10"),
      ElementsAre("产出指标/数量指标: 巡查次数 ≥3次 (20)", "产出指标/质量指标: 合格率 ≥95% (10)"));
}

TEST(OneCellLists, MayHoldTwoIndicatorsInASentence) {
  EXPECT_THAT(items_of("数量指标：巡查报告数≥12份，巡河活动场次≥6场次<br>时效指标：整改及时率≥95%"),
              ElementsAre("/数量指标: 巡查报告数 ≥12份", "/数量指标: 巡河活动场次 ≥6场次",
                          "/时效指标: 整改及时率 ≥95%"));
  EXPECT_THAT(items_of("数量指标：巡查报告数≥12份，其中新增数≥6份<br>时效指标：及时率≥95%"),
              ElementsAre("/数量指标: 巡查报告数 ≥12份，其中新增数≥6份", "/时效指标: 及时率 ≥95%"));
}

TEST(OneCellLists, MayHaveALineAnIndicatorBelowACategory) {
  EXPECT_THAT(
      items_of("产出指标：<br>巡查次数≥3次<br>巡查报告数：≥12份<br>效益指标：<br>长效机制：健全<br>"
               "受益人口≥1万人，<br>其中老人≥500人"),
      ElementsAre("产出指标/: 巡查次数 ≥3次", "产出指标/: 巡查报告数 ≥12份",
                  "效益指标/: 长效机制 健全", "效益指标/: 受益人口 ≥1万人，其中老人≥500人"));
}

TEST(OneCellLists, GoOnOverALineThatBeginsLikeACategory) {
  EXPECT_THAT(
      items_of("三、效益指标：（1）生态效益指标：水质优良率≥85%；（2）社会<br>效益指标：受益人口"
               "≥1万人；四、满意度指标：（1）服务对象<br>满意度指标：群众满意度≥90%"),
      ElementsAre("效益指标/生态效益指标: 水质优良率 ≥85%",
                  "效益指标/社会效益指标: 受益人口 ≥1万人",
                  "满意度指标/服务对象满意度指标: 群众满意度 ≥90%"));
  EXPECT_THAT(
      items_of("1. 产出指标—数量指标—巡查次数：≥3次<br>2. 满意度指标—服务对象满意度指标—镇街<br>"
               "满意度：≥90%"),
      ElementsAre("产出指标/数量指标: 巡查次数 ≥3次",
                  "满意度指标/服务对象满意度指标: 镇街满意度 ≥90%"));
}

TEST(OneCellLists, MayEndANameWithAFullStop) {
  const ImportedTable table =
      read_cell("1、1-产出指标；11-数量指标；巡查次数。实施周期指标值：≥3次；年度指标值：≥2次。");
  ASSERT_EQ(table.snapshot.projects[0].indicators.size(), 1U);
  const Indicator& item = table.snapshot.projects[0].indicators[0];
  EXPECT_EQ(item.name, "巡查次数");
  EXPECT_EQ(item.period_target, "≥3次");
  EXPECT_EQ(item.annual_target, "≥2次");
}

TEST(OneCellLists, MayCallAnIndicatorByItsCategory) {
  const std::string expected = "满意度指标/服务对象满意度指标: 服务对象满意度 ≥85%";
  for (const std::string list :
       {"一、产出指标<br>（一）数量指标<br>1.巡查次数：≥3次<br>二、满意度指标<br>"
        "（一）服务对象满意度"
        "指标<br>1.服务对象满意度：≥85%",
        "产出指标|数量指标|巡查次数|≥3次<br>满意度指标|服务对象满意度指标|服务对象满意度|≥85%",
        "产出指标：数量指标：巡查次数（≥3次）<br>满意度指标：服务对象满意度指标：服务对象满意度"
        "（≥85%）",
        "产出指标：数量指标：巡查次数，目标值≥3次<br>"
        "满意度指标：服务对象满意度指标：服务对象满意度，"
        "目标值≥85%",
        "产出指标-数量指标-巡查次数≥3次；满意度指标-服务对象满意度指标-服务对象满意度≥85%"}) {
    EXPECT_THAT(items_of(list), ElementsAre("产出指标/数量指标: 巡查次数 ≥3次", expected)) << list;
  }
  EXPECT_THAT(
      items_of("【数量指标】巡查次数（≥3次）<br>【服务对象满意度指标】服务对象满意度（≥85%）"),
      ElementsAre("/数量指标: 巡查次数 ≥3次", "/服务对象满意度指标: 服务对象满意度 ≥85%"));
  EXPECT_THAT(items_of("数量指标：巡查次数≥3次；社会效益指标：社会效益：显著提升"),
              ElementsAre("/数量指标: 巡查次数 ≥3次", "/社会效益指标: 社会效益 显著提升"));
  EXPECT_THAT(items_of("二、成本指标<br>（一）经济成本指标<br>1.成本：不超过5万元<br>三、满意度指标"
                       "<br>1.满意度：95%"),
              ElementsAre("成本指标/经济成本指标: 成本 不超过5万元", "满意度指标/: 满意度 95%"));
}

TEST(OneCellLists, TakeACategoryForTheNameWhereItHasATargetAlone) {
  EXPECT_THAT(items_of("数量指标：巡查次数≥3次；质量指标：合格率≥95%；服务对象满意度：≥90%"),
              ElementsAre("/数量指标: 巡查次数 ≥3次", "/质量指标: 合格率 ≥95%",
                          "/服务对象满意度: 服务对象满意度 ≥90%"));
  EXPECT_THAT(
      items_of("产出指标：时效指标：2024年12月底<br>满意度指标：≥90%"),
      ElementsAre("产出指标/时效指标: 时效指标 2024年12月底", "满意度指标/: 满意度指标 ≥90%"));
  // A name behind it, and it is the category.
  EXPECT_THAT(
      items_of("数量指标：12次巡查报告数≥3份；社会效益：带动就业人数≥5人；社会效益：减灾数≥9起"),
      ElementsAre("/数量指标: 12次巡查报告数 ≥3份", "/社会效益: 带动就业人数 ≥5人",
                  "/社会效益: 减灾数 ≥9起"));
  // A category that has none of its own indicators is no name of the next one's.
  EXPECT_THAT(items_of("产出指标：数量指标：<br>质量指标：合格率≥95%"),
              ElementsAre("产出指标/质量指标: 合格率 ≥95%"));
}

TEST(OneCellLists, MayHaveTheFormsPlaceholdersBeforeNames) {
  EXPECT_THAT(
      items_of(
          "产出指标：<br>数量指标：指标1：巡查次数，目标值≥3次<br>指标2：报告份数，目标值≥6份<br>"
          "指标3：<br>质量指标：指标1：合格率，目标值=100%<br>……"),
      ElementsAre("产出指标/数量指标: 巡查次数 ≥3次", "产出指标/数量指标: 报告份数 ≥6份",
                  "产出指标/质量指标: 合格率 =100%"));
  EXPECT_THAT(
      items_of("数量指标：指标1：巡查次数≥3次指标2：报告份数≥6份；质量指标：指标1：一级指标1类"
               "达标率≥95%"),
      ElementsAre("/数量指标: 巡查次数 ≥3次", "/数量指标: 报告份数 ≥6份",
                  "/质量指标: 一级指标1类达标率 ≥95%"));
}

TEST(OneCellLists, MayHaveNoCategoriesWhereEachPartCompares) {
  EXPECT_THAT(items_of("1、巡查次数≥3次；2、报告份数≥6份；3、合格率=100%；"),
              ElementsAre("/: 巡查次数 ≥3次", "/: 报告份数 ≥6份", "/: 合格率 =100%"));
  EXPECT_THAT(items_of("巡查次数：≥3次；群众满意度：不低于90%"),
              ElementsAre("/: 巡查次数 ≥3次", "/: 群众满意度 不低于90%"));
  EXPECT_THAT(items_of("巡查次数：≥3次；合格率：≥95%；公众满意度：≥85%"),
              ElementsAre("/: 巡查次数 ≥3次", "/: 合格率 ≥95%", "/公众满意度: 公众满意度 ≥85%"));
  const std::string prose = "按时完成全部巡查；群众满意度≥90%";
  EXPECT_THAT(items_of(prose), ElementsAre());
  EXPECT_THAT(codes_of(read_cell(prose)), Contains("text-left-over"));
}

TEST(OneCellLists, HoldRangesNumberedCategoriesAndCommas) {
  EXPECT_THAT(items_of("质量指标：优良率85%-90%；数量指标：里程12公里"),
              ElementsAre("/质量指标: 优良率 85%-90%", "/数量指标: 里程 12公里"));
  EXPECT_THAT(items_of("产出指标：数量指标1：水库（≥12座）；数量指标2：渠道（≥9公里）"),
              ElementsAre("产出指标/数量指标: 水库 ≥12座", "产出指标/数量指标: 渠道 ≥9公里"));
  EXPECT_THAT(items_of("数量指标:水库数量,≥,12,座;质量指标:合格率,=,100,%"),
              ElementsAre("/数量指标: 水库数量 ≥12座", "/质量指标: 合格率 =100%"));
}

TEST(OneCellLists, AreDoubtedWhereAQuantityBecomesPartOfAName) {
  for (const char* list : {"数量指标：水库12座、渠道9公里；质量指标：合格率≥95%",
                           "数量指标：培训2期，每期50人，共100人次；质量指标：合格率≥95%"}) {
    EXPECT_THAT(codes_of(read_cell(list)), Contains("list-guess")) << list;
  }
  EXPECT_THAT(codes_of(read_cell("数量指标：2024年、2025年水库≥12座；质量指标：合格率≥95%")),
              Not(Contains("list-guess")));
}

TEST(OneCellLists, SayWhereTheyWereNotUnderstood) {
  EXPECT_THAT(
      codes_of(read_cell("产出指标：数量指标：巡查次数≥3次→数量指标→报告数≥2份；质量指标：合格率"
                         "≥95%")),
      Contains("list-guess"));
  EXPECT_THAT(codes_of(read_cell("数量指标：巡查次数≥3次巡查报告数≥2份")), Contains("list-guess"));
  EXPECT_THAT(codes_of(read_cell("数量指标：巡查（次数≥3次；质量指标：合格率≥95%")),
              Contains("list-guess"));
  EXPECT_THAT(
      codes_of(read_cell("数量指标：巡查次数≥3次；质量指标：合格率≥95%；时效指标：及时率≥90%；"
                         "社会效益指标：受益人口≥10人；可持续影响指标：机制健全")),
      Contains("list-guess"));
}

}  // namespace
}  // namespace budgetdiff
