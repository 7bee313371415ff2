#include "import/identity.hpp"
#include "import/text/spending_units.hpp"
#include "import/title_department.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

TEST(Identity, FindsTheDepartmentInATitle) {
  struct Case {
    const char* line;
    const char* department;
  };
  const Case cases[] = {
      {"某县交通运输局2025年项目支出绩效目标表", "某县交通运输局"},
      {"2025年某县交通运输局项目支出绩效目标表", "某县交通运输局"},
      {"2025年度某市教育局部门预算项目绩效目标表", "某市教育局"},
      {"某市教育局项目支出绩效目标表（2025年）", "某市教育局"},
      {"某市教育局部门2025年项目绩效目标表", "某市教育局"},
      {"某市教育局（本级）2025年项目支出绩效目标表", "某市教育局（本级）"},
      {"附件3：某市中级人民法院2025年度项目支出绩效目标公开表", "某市中级人民法院"},
      {"表10 某区纪委监委2025年项目绩效目标表", "某区纪委监委"},
      {"2025年某市教育局部门预算公开－项目支出绩效目标表", "某市教育局"},
      {"二〇二五年某市财政局项目支出绩效目标表", "某市财政局"},
      {"某市项目管理局2025年项目支出绩效目标表", "某市项目管理局"},
      {"某县某镇人民政府2025年部门预算项目支出绩效目标表", "某县某镇人民政府"},
      {"中共某市委宣传部2025年项目支出绩效目标表", "中共某市委宣传部"},
      {"关于公开某县总工会2021年部门预算的说明", "某县总工会"},
      {"某县人大2021年项目支出绩效目标表", "某县人大"},
      {"2025年区级项目支出绩效目标表", ""},
      {"2025年度项目支出绩效目标批复表", ""},
      {"部门预算项目支出绩效目标表", ""},
      {"项目绩效目标由某市财政局批复。", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(department_in_title(c.line), c.department) << c.line;
  }
}

TEST(Identity, FindsWhomANoticeIsAbout) {
  EXPECT_EQ(department_in_title("某市财政局关于批复某市体育局2026年部门预算的通知"), "某市体育局");
  EXPECT_EQ(department_in_title("某市体育局关于公开2026年部门预算的公告"), "某市体育局");
  EXPECT_EQ(department_in_title("2026年部门预算——某市体育局项目支出绩效目标表"), "某市体育局");
  EXPECT_EQ(department_in_title("某市体育局2026—2028年项目绩效目标表"), "某市体育局");
  EXPECT_EQ(department_in_title("某市体育局提前下达2026年转移支付绩效目标表"), "某市体育局");
  EXPECT_EQ(department_in_title("某市体育局“十五五”项目2026年绩效目标表"), "某市体育局");
  EXPECT_EQ(department_in_title("某市体育局26年项目绩效目标表"), "某市体育局");
}

TEST(Identity, TakesTheNearestOfTheSurestLines) {
  struct Case {
    const char* heading;
    const char* department;
  };
  const Case cases[] = {
      // The site's or the sender's name is not the title's.
      {"某市人民政府\n某市体育局2026年项目支出绩效目标表\n某市财政局", "某市体育局"},
      {"某市财政局关于批复2026年部门预算的通知\n某市体育局：\n2026年项目支出绩效目标表",
       "某市体育局"},
      {"某市财政局关于下达2026年项目支出绩效目标的通知\n各县人民政府：", "某市财政局"},
      {"某市体育局2026年部门预算\n某市体育馆2026年项目支出绩效目标表", "某市体育馆"},
      // A title may be called after its project.
      {"某市民政局\n敬老院项目绩效目标表", "某市民政局"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(department_in_heading(c.heading), c.department) << c.heading;
  }
}

TEST(Identity, TakesNoPronounForADepartment) {
  EXPECT_EQ(department_in_heading("现将我局2025年项目绩效目标公示如下"), "");
  EXPECT_EQ(department_in_heading(
                "某县水利局关于2025年部门项目绩效目标的公示\n现将我局2025年目标公示如下："),
            "某县水利局");
}

TEST(Identity, KnowsABodyByItsOwnOffice) {
  EXPECT_TRUE(names_public_body("某县水利局机关"));
  EXPECT_TRUE(names_public_body("某市教育局本级"));
  EXPECT_TRUE(names_public_body("某市教育局（本级）"));
  EXPECT_TRUE(names_public_body("某区残联"));
  EXPECT_FALSE(names_public_body("机关运行经费"));
  EXPECT_EQ(body_itself("某县水利局机关"), "某县水利局");
  EXPECT_EQ(without_unit_code("308001-某县水利局机关"), "某县水利局机关");
  EXPECT_EQ(without_unit_code("某县水利局[308001]"), "某县水利局");
  EXPECT_EQ(without_unit_code("某县水利局（公章）"), "某县水利局");
  EXPECT_EQ(without_unit_code("308001-某县水利局　　【签章】"), "某县水利局");
  EXPECT_EQ(without_unit_code("某县水利局 (盖单位公章)"), "某县水利局");
  EXPECT_EQ(without_unit_code("某县徽章博物馆（新馆）"), "某县徽章博物馆（新馆）");
  EXPECT_EQ(without_unit_code("某县水利局（308）"), "某县水利局");
  EXPECT_EQ(without_unit_code("308某县水利局"), "某县水利局");
  EXPECT_EQ(without_unit_code("120急救中心"), "120急救中心");
  EXPECT_EQ(without_unit_code("820-某镇部门"), "某镇部门");
  EXPECT_EQ(without_unit_code("某县水利局（本级）"), "某县水利局（本级）");
}

UnitCandidate row(std::string name, const char* total, bool has_cells) {
  UnitCandidate out;
  out.name = std::move(name);
  if (total != nullptr) {
    out.total = Amount::parse(total);
  }
  out.has_cells = has_cells;
  return out;
}

TEST(SpendingUnits, StandSeveralDeep) {
  const UnitRows units = find_units(
      {row("012-某市规划局", "346.80", false), row("012001-某市规划局本级", "165.00", false),
       row("规划编制", "165.00", true), row("012002-某市测绘中心", "181.80", false),
       row("测绘", "100.00", true), row("更新", "81.80", true)},
      "", false);
  EXPECT_EQ(units.is_unit, (std::vector<bool>{true, true, false, true, false, false}));
  EXPECT_EQ(units.root, 0U);
  EXPECT_EQ(units.end[1], 3U);
  EXPECT_EQ(units.unit_of[2], 1U);
  EXPECT_EQ(units.unit_of[5], 3U);
  EXPECT_EQ(units.holders, (std::vector<std::size_t>{1, 3}));
  EXPECT_TRUE(units.holds(0, 5));
  EXPECT_FALSE(units.holds(1, 5));
}

TEST(SpendingUnits, AreKnownByNameWhereTheTableHasNoAmounts) {
  const UnitRows units =
      find_units({row("某州民政局", nullptr, false), row("某州民政局机关", nullptr, false),
                  row("救助补助", nullptr, true), row("养老补贴", nullptr, true)},
                 "", false);
  EXPECT_EQ(units.is_unit, (std::vector<bool>{true, true, false, false}));
  EXPECT_EQ(units.owner(), 0U);
  EXPECT_EQ(units.unit_of[3], 1U);
}

TEST(SpendingUnits, AreRowsThatSeveralProjectsAddUpTo) {
  const auto kinds = [](const std::string& first, const std::string& second) {
    return find_units(
        {row(first, "3.00", false), row("甲经费", "1.00", true), row("乙经费", "2.00", true),
         row(second, "12.00", false), row("丙经费", "4.00", true), row("丁经费", "8.00", true)},
        "某局", false);
  };
  for (const auto& [first, second] : {std::pair("一、延续项目", "二、新增项目"),
                                      {"[205]教育支出", "[210]卫生健康支出"},
                                      {"一般性项目小计", "重点项目小计"},
                                      {"21-公用经费", "31-本级项目"}}) {
    const UnitRows units = kinds(first, second);
    EXPECT_EQ(units.is_unit, (std::vector<bool>{true, false, false, true, false, false})) << first;
    EXPECT_EQ(units.is_kind, units.is_unit) << first;
    EXPECT_EQ(units.owner(), UnitRows::none);
  }
  const UnitRows homes = kinds("机关", "福利院");
  EXPECT_EQ(homes.is_unit, (std::vector<bool>{true, false, false, true, false, false}));
  EXPECT_EQ(homes.unit_of[4], 3U);
  // One project below: by a number before the name alone.
  const auto second_is_unit = [](const std::string& name, bool has_cells) -> bool {
    return find_units({row("甲经费", "1.00", true), row(name, "2.00", false),
                       row("乙经费", "2.00", has_cells), row("丙局", "4.00", false),
                       row("丁经费", "4.00", true)},
                      "", false)
        .is_unit[1];
  };
  EXPECT_TRUE(second_is_unit("二、新增项目", true));
  EXPECT_FALSE(second_is_unit("新增项目", true));
  EXPECT_FALSE(second_is_unit("二、新增项目", false));
}

TEST(SpendingUnits, AreNoProjectsWithoutTexts) {
  // An amount that happens to equal the next one is no sum, and nothing follows the last.
  const UnitRows units = find_units({row("甲经费", "3.00", true), row("乙经费", "3.00", false),
                                     row("丙经费", "3.00", true), row("某服务中心", "1.00", false)},
                                    "", false);
  EXPECT_EQ(units.is_unit, std::vector<bool>(4, false));
  EXPECT_EQ(units.owner(), UnitRows::none);
}

TEST(SpendingUnits, AreSaidOnlyWhereTheyTellProjectsApart) {
  EXPECT_EQ(unit_to_say("012001-某市规划局本级", false, "012-某市规划局"), "");
  EXPECT_EQ(unit_to_say("012001-某市规划局本级", true, "某市规划局"), "某市规划局本级");
  EXPECT_EQ(unit_to_say("某市测绘中心", false, "某市规划局"), "某市测绘中心");
}

}  // namespace
}  // namespace budgetdiff::import
