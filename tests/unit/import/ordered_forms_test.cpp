/// Forms of text that `pdftotext` gives column by column.

#include "import/stream/form_categories.hpp"
#include "import/stream/form_columns.hpp"
#include "import/stream/label_search.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {
namespace {

using Texts = std::vector<std::string>;

Result<ImportedDocument> read(const std::string& text) {
  return import_document({"x.txt", text}, {}, {});
}

Snapshot snapshot(const std::string& text) {
  auto document = read(text);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? document->tables.front().snapshot : Snapshot{};
}

Texts indicators(const Project& project) {
  Texts out;
  for (const Indicator& one : project.indicators) {
    out.push_back(one.level1 + "|" + one.level2 + "|" + one.name + "|" + one.annual_target);
  }
  return out;
}

std::string amount(const Project& project, std::string_view column) {
  const Amount* const found = project.funding.find(column);
  return found != nullptr ? found->to_string() : "";
}

bool guesses(const std::string& text) {
  const auto document = read(text);
  const auto& findings =
      document ? document->tables.front().provenance.findings : std::vector<Finding>{};
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& one) { return one.code == "layout-guess"; });
}

/// The labels at the left come first, then the title, then the rest of the page line by line;
/// categories stand beside the middle of their rows.
const std::string library =
    "填报单位：某县图书馆\n项目名称\n年度资金总额\n总体目标\n一级指标\n绩效指标\n产出指标\n效益指标"
    "\n\n"
    "2025年项目支出绩效目标表\n\n单位：万元\n\n"
    "图书流动车\n26.50\n其中：财政拨款\n20.00 其他资金：6.50\n"
    "每月到村一次，全年借出图书一万册以上，方便村民看书，让老人和孩子都有\n书看。\n"
    "二级指标\n三级指标\n指标值\n"
    "到村次数\n≥12次\n数量指标\n借出册数\n≥10000册\n质量指标\n图书完好率\n≥95%\n"
    "社会效益指标 村民看书习惯\n逐步形成\n";

TEST(OrderedForms, GivesLabelsThatStandApartTheirValues) {
  const Snapshot read = snapshot(library);
  EXPECT_EQ(read.department, "某县图书馆");
  ASSERT_EQ(read.projects.size(), 1U);
  const Project& project = read.projects[0];
  EXPECT_EQ(project.name, "图书流动车");
  EXPECT_EQ(project.goal,
            "每月到村一次，全年借出图书一万册以上，方便村民看书，让老人和孩子都有书看。");
  EXPECT_EQ(amount(project, "total"), "26.50");
  EXPECT_EQ(amount(project, "fiscal_appropriation"), "20.00");
  EXPECT_EQ(amount(project, "other_funds"), "6.50");
  EXPECT_EQ(
      indicators(project),
      (Texts{"产出指标|数量指标|到村次数|≥12次", "产出指标|数量指标|借出册数|≥10000册",
             "产出指标|质量指标|图书完好率|≥95%", "效益指标|社会效益指标|村民看书习惯|逐步形成"}));
  EXPECT_FALSE(guesses(library));
}

TEST(OrderedForms, GoesOnWithAFormOnTheNextPage) {
  const Snapshot read = snapshot(library +
                                 "\f满意度指标\n\n2025年项目支出绩效目标表\n\n"
                                 "服务对象满意 村民满意度\n≥90%\n度指标\n");
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(indicators(read.projects[0]).back(), "满意度指标|服务对象满意度指标|村民满意度|≥90%");
}

TEST(OrderedForms, ReadsColumnsThatStandBehindTheRows) {
  const Snapshot read = snapshot(
      "项目名称\n主管部门\n\n2025年项目支出绩效目标表\n\n渡口看护\n某县航运局\n"
      "年度资金总额\n其中：财政拨款\n年度绩效目标\n保障两岸群众过河安全，全年无事故。\n"
      "一级指标\n二级指标\n三级指标\n指标性质\n产出指标\n数量指标\n看护渡口数\n=\n"
      "质量指标\n看护到位率\n≥\n效益指标\n社会效益指标\n群众安全感\n定性\n\n"
      "单位：万元\n8.00\n8.00\n指标值\n3\n98\n提高\n\n计量单位\n处\n%\n");
  ASSERT_EQ(read.projects.size(), 1U);
  const Project& project = read.projects[0];
  EXPECT_EQ(amount(project, "total"), "8.00");
  EXPECT_EQ(amount(project, "fiscal_appropriation"), "8.00");
  EXPECT_EQ(indicators(project),
            (Texts{"产出指标|数量指标|看护渡口数|=3处", "产出指标|质量指标|看护到位率|≥98%",
                   "效益指标|社会效益指标|群众安全感|提高"}));
}

TEST(OrderedForms, PutsLinesAboveALabelIntoItsCell) {
  // The label of several lines stands beside their middle.
  const Snapshot read = snapshot(
      "2025年项目支出绩效目标表\n单位：万元\n项目名称 河道清淤\n主管部门 某县水利局\n"
      "年度资金总额\n12.00\n"
      "清理县城东门到南门的河道，保证汛期行洪通畅，两岸的居民不受水淹，河水\n"
      "总体目标 没有异味，水面没有漂浮物，每季度检查一次。\n"
      "一级指标\n二级指标\n三级指标\n指标值\n产出指标\n数量指标\n清淤长度\n≥3公里\n"
      "质量指标\n验收合格率\n100%\n效益指标\n社会效益指标\n居民受淹户数\n0户\n");
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(read.projects[0].goal,
            "清理县城东门到南门的河道，保证汛期行洪通畅，两岸的居民不受水淹，河水没有异味，"
            "水面没有漂浮物，每季度检查一次。");
}

TEST(OrderedForms, SaysWhichBlankAmountsLeftNoTrace) {
  const std::string text =
      "项目名称\n资金总额\n一般公共预算资金\n政府性基金\n其他资金\n年度目标\n\n"
      "2025年项目支出绩效目标表\n单位：万元\n\n校车运行\n77.00\n77.00\n"
      "按时接送一千名学生上学放学，全年安全无事故。\n"
      "一级指标\n二级指标\n三级指标\n指标值\n产出指标\n数量指标\n接送学生数\n≥1000人\n"
      "效益指标\n社会效益指标\n家长放心程度\n提高\n";
  const Snapshot read = snapshot(text);
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(amount(read.projects[0], "total"), "77.00");
  EXPECT_TRUE(guesses(text));
}

TEST(OrderedForms, RefusesWhereAnAmountIsLeftOver) {
  const auto document = read(
      "项目名称\n年度资金总额\n总体目标\n\n2025年项目支出绩效目标表\n单位：万元\n\n"
      "校车运行\n77.00\n12.00\n按时接送一千名学生上学放学，全年安全无事故。\n"
      "一级指标\n二级指标\n三级指标\n指标值\n数量指标\n产出指标\n接送学生数\n≥1000人\n"
      "社会效益指标\n效益指标\n家长放心程度\n提高\n");
  EXPECT_FALSE(document);
}

using import::CategoryTask;
using import::deal_categories;
using import::FormCategory;

FormCategory category(const std::u32string& text, bool level1, std::size_t before) {
  FormCategory out;
  out.tokens = {{text, 0, true, false}};
  out.text = text;
  out.level1 = level1;
  out.level2 = !level1;
  out.before = before;
  return out;
}

/// Rows of two tokens each.
CategoryTask rows_of(const Texts& names) {
  CategoryTask task;
  task.has_level1 = task.has_level2 = true;
  for (const std::string& name : names) {
    task.rows.push_back({task.rows.size() * 2, name, false});
  }
  return task;
}

TEST(FormCategories, StandBesideTheMiddleOfTheirRowsOrAtTheirTop) {
  CategoryTask task = rows_of({"甲", "乙", "丙", "丁"});
  task.first = {category(U"产出指标", true, 0)};
  task.among = {category(U"数量指标", false, 0), category(U"质量指标", false, 4)};
  const auto centred = deal_categories(task, true);
  ASSERT_TRUE(centred);
  EXPECT_EQ(centred->dealt.level2[1], 1U);  // 甲 | 乙 丙 丁
  const auto top = deal_categories(task, false);
  ASSERT_TRUE(top);
  EXPECT_EQ(top->dealt.level2[2], 1U);  // 甲 乙 | 丙 丁
}

TEST(FormCategories, AreNotPutBelowAFirstLevelThatHasNoneSuch) {
  CategoryTask task = rows_of({"甲", "乙"});
  task.first = {category(U"满意度指标", true, 0)};
  task.among = {category(U"数量指标", false, 0), category(U"质量指标", false, 2)};
  EXPECT_FALSE(deal_categories(task, true));
}

TEST(FormCategories, SayWhereTheirRowsMayEndElsewhere) {
  // Both stand before all rows, and the names speak for neither.
  CategoryTask task = rows_of({"甲", "乙", "丙"});
  task.first = {category(U"产出指标", true, 0)};
  task.among = {category(U"数量指标", false, 0), category(U"质量指标", false, 0)};
  EXPECT_FALSE(deal_categories(task, true));
}

TEST(FormColumns, NeedAsManyCellsAsRows) {
  const import::FormRowTokens rows{{{U"甲", 0, true, false}, {U"乙", 1, true, false}}, {}};
  const std::vector<import::Role> roles{import::Role::level3};
  const import::FormColumn two{import::Role::value,
                               {{U"3处", 2, true, false}, {U"5处", 3, true, false}}};
  const auto whole = import::with_columns(rows, roles, {two});
  ASSERT_TRUE(whole);
  EXPECT_EQ(import::joined(whole->kept, 0, whole->kept.size()), U"甲3处乙5处");
  const import::FormColumn one{import::Role::value, {{U"3处", 2, true, false}}};
  EXPECT_FALSE(import::with_columns(rows, roles, {one}));
}

TEST(LabelSearch, LooksAtNoMoreWaysThanItMay) {
  import::FormItems form;
  for (const char32_t* const text : {U"项目名称", U"校车运行"}) {
    import::FormItem item;
    item.text = text;
    item.label = form.items.empty();
    item.term.role = item.label ? import::Role::project_name : import::Role::none;
    item.starts_line = item.ends_line = true;
    form.items.push_back(item);
  }
  std::size_t enough = import::most_label_ways;
  const auto steps = import::search_labels(form, enough);
  ASSERT_TRUE(steps);
  EXPECT_EQ(steps->back().act, import::LabelAct::fill);
  std::size_t too_little = 1;
  EXPECT_FALSE(import::search_labels(form, too_little));
}

TEST(OrderedForms, EndACodeWhereAnotherValueBegins) {
  // The labels at the left first, and a value of one of them behind the code.
  const auto form = [](const std::string& name, const std::string& code, const std::string& rest) {
    return "2025年项目支出绩效目标表\n项目名称\n主管部门\n\n单位：万元\n\n" + name +
           "\n项目编码\n" + code + "\n" + rest +
           "某县林业局\n实施单位\n某县林场\n年度资金总额\n36.00\n项目资金 其中：财政拨款\n36.00\n"
           "年度总体目标 林区全年无重大火情，树苗成活。\n一级指标 二级指标\n三级指标 指标值\n"
           "巡护次数 ≥12次\n产出指标 数量指标\n时效指标\n完成时间 11月底前\n"
           "效益指标 社会效益指标 群众防火意识 增强\n";
  };
  const Snapshot read = snapshot(form("森林防火（含草原", "45000025T0000021", "防火）\n") +
                                 form("苗木培育", "45000025T0000022", ""));
  ASSERT_EQ(read.projects.size(), 2U);
  EXPECT_EQ(read.projects[0].code, "45000025T0000021");
  EXPECT_EQ(read.projects[1].code, "45000025T0000022");
  EXPECT_EQ(read.projects[0].name, "森林防火（含草原防火）");
  EXPECT_EQ(read.projects[1].name, "苗木培育");
}

TEST(OrderedForms, TakeNoBoxesForALabel) {
  const auto form = [](const std::string& name) {
    return "2025年项目支出绩效目标表\n单位：万元\n项目名称\n项目属性\n年度资金总额\n\n" + name +
           "\n☑延续项目□新增项目 项目期限 1年\n36.00\n年度总体目标 林区全年无重大火情。\n"
           "一级指标 二级指标\n三级指标 指标值\n巡护次数 ≥12次\n产出指标 数量指标\n"
           "效益指标 社会效益指标 群众防火意识 增强\n";
  };
  const Snapshot read = snapshot(form("森林防火") + form("苗木培育"));
  ASSERT_EQ(read.projects.size(), 2U);
  for (const Project& project : read.projects) {
    EXPECT_EQ(project.type, "延续项目");
  }
}

}  // namespace
}  // namespace budgetdiff
