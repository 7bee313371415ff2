/// Forms of text that `pdftotext` gives column by column, of which a part cannot be told.

#include "import/stream/category_tokens.hpp"
#include "import/stream/form_items.hpp"
#include "import/stream/form_labels.hpp"
#include "import/stream/form_money.hpp"
#include "import/stream/header_assembly.hpp"
#include "import/stream/label_search.hpp"
#include "import/stream/likely_categories.hpp"
#include "import/stream/odd_cells.hpp"
#include "import/stream/stream_faults.hpp"
#include "import/stream/stream_header.hpp"
#include "import/stream/value_text.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/tables.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {
namespace {

using Texts = std::vector<std::string>;

/// A form whose names, targets and units are columns of their own; `names` are three, or one less.
std::string form(const std::string& name, const std::vector<std::string>& names,
                 const std::string& goal, const std::string& numbers) {
  return "2025年项目支出绩效目标表\n项目名称\n年度资金总额\n其中：财政拨款\n总体目标\n"
         "一级指标\n产出指标\n效益指标\n\n" +
         name + "\n" + goal + "\n二级指标\n三级指标\n数量指标\n" + names[0] + "\n质量指标\n" +
         (names.size() > 2 ? names[2] + "\n" : "") + "社会效益指标\n" + names[1] +
         "\n\n单位：万元\n\n3.50\n3.50\n\n指标性质\n≥\n≥\n定性\n\n指标值\n" + numbers +
         "\n\n度量单位\n次\n%\n";
}
const std::string ferry =
    form("渡船检修", {"检修次数", "村民过河", "一次合格率"},
         "每季检修渡船一次，保证村民过河安全，全年不误一班。", "4\n95\n村民都说方便");
const std::string pier =
    form("码头照明", {"换灯次数", "旅客夜间上船"}, "换好码头的灯具，旅客夜间上船看得清脚下的路。",
         "2\n98\n旅客都看得清");
const std::string buoys =
    form("航标更换", {"巡查航道次数", "船只夜航", "航标完好率"},
         "更换十座航标，保证夜间航行的船只看得见航道。", "12\n90\n船只都能看见");

bool guesses_at(const ImportedDocument& document, int page) {
  const auto& findings = document.tables.front().provenance.findings;
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
    return one.code == "layout-guess" && one.place.page == page;
  });
}

TEST(PartialForms, AFormWithoutRowsIsReadWithoutThemAndSaysSo) {
  const auto document = import_document({"x.txt", ferry + "\f" + pier + "\f" + buoys}, {}, {});
  ASSERT_TRUE(document);
  const auto& projects = document->tables.front().snapshot.projects;
  ASSERT_EQ(projects.size(), 3U);
  EXPECT_EQ(projects[0].indicators.size(), 3U);
  EXPECT_EQ(projects[1].name, "码头照明");
  EXPECT_EQ(projects[1].funding.find("total")->to_string(), "3.50");
  EXPECT_TRUE(projects[1].indicators.empty());
  EXPECT_EQ(projects[2].indicators.size(), 3U);
  EXPECT_TRUE(guesses_at(*document, 2));
}

/// The same with 主管部门 below the name, which `lost` has not.
std::string with_department(std::string text, const std::string& name, bool lost) {
  text.replace(text.find("项目名称\n"), std::string("项目名称\n").size(), "项目名称\n主管部门\n");
  text.replace(text.find(name + "\n"), name.size(), (lost ? "" : name + "\n") + "某县交通局");
  return text;
}

TEST(PartialForms, ANameThatOtherFormsHaveIsAGuess) {
  const std::string lamps = form("路灯更换", {"更换盏数", "村民夜间出行", "亮灯率"},
                                 "更换五十盏路灯，村民夜间出行看得清路。", "50\n98\n村民都说好走");
  const auto document =
      import_document({"x.txt", with_department(ferry, "渡船检修", false) + "\f" +
                                    with_department(buoys, "航标更换", false) + "\f" +
                                    with_department(lamps, "路灯更换", true) + "\f" +
                                    with_department(ferry, "渡船检修", false)},
                      {}, {});
  ASSERT_TRUE(document);
  const auto& projects = document->tables.front().snapshot.projects;
  ASSERT_EQ(projects.size(), 4U);
  EXPECT_EQ(projects[1].name, "航标更换");
  EXPECT_EQ(projects[2].indicators.size(), 3U);
  EXPECT_TRUE(guesses_at(*document, 3));
}

TEST(PartialForms, MostFormsWithoutRowsRefuseTheDocument) {
  EXPECT_FALSE(import_document({"x.txt", pier + "\f" + pier + "\f" + ferry}, {}, {}));
}

using import::FormCategory;

FormCategory category(const std::u32string& text) {
  FormCategory out;
  out.text = text;
  out.level1 = text == U"产出指标" || text == U"效益指标";
  out.level2 = !out.level1;
  return out;
}

TEST(PartialForms, CategoriesThatComeAgainAreThoseOfSeveralProjects) {
  EXPECT_FALSE(import::categories_come_again(
      {category(U"产出指标"), category(U"产出指标"), category(U"效益指标")}));
  EXPECT_TRUE(import::categories_come_again(
      {category(U"产出指标"), category(U"效益指标"), category(U"产出指标")}));
}

TEST(PartialForms, CategoriesThatStandApartGoByWhatNamesSay) {
  import::CategoryTask task;
  task.has_level1 = true;
  task.has_level2 = true;
  task.first = {category(U"产出指标"), category(U"效益指标")};
  task.among = {category(U"数量指标"), category(U"质量指标"), category(U"社会效益指标")};
  task.rows = {{0, "检修次数", false}, {2, "一次合格率", false}, {4, "村民过河", false}};
  const auto sure = import::likely_categories(task);
  EXPECT_EQ(sure.dealt.level2, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(sure.dealt.level1, (std::vector<std::size_t>{0, import::DealtCategories::none, 1}));
  EXPECT_EQ(std::count(sure.dealt.doubtful.begin(), sure.dealt.doubtful.end(), true), 0);

  // The third may be of the second category or of the last.
  task.rows.insert(task.rows.begin() + 2, {3, "渡口", false});
  const auto unsure = import::likely_categories(task);
  EXPECT_TRUE(unsure.dealt.doubtful[2]);
  EXPECT_FALSE(unsure.dealt.doubtful[0]);

  // More categories than rows: some row is missing.
  task.rows.resize(2);
  const auto misfit = import::likely_categories(task);
  EXPECT_EQ(std::count(misfit.dealt.doubtful.begin(), misfit.dealt.doubtful.end(), true), 2);
}

std::vector<import::StreamToken> tokens(const std::vector<std::u32string>& lines,
                                        std::vector<import::Line>& out) {
  std::vector<import::StreamToken> found;
  for (const std::u32string& text : lines) {
    import::Line line;
    line.text = text;
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find(U' ', begin), text.size());
      found.push_back({text.substr(begin, end - begin), out.size(), begin == 0, false});
      begin = end + 1;
    }
    out.push_back(line);
  }
  return found;
}

TEST(PartialForms, AnAmountLeftOverIsADoubtWhereThatIsAskedFor) {
  std::vector<import::Line> lines;
  const auto form = tokens({U"项目名称 渡船检修", U"年度资金总额 3.50", U"项目类型 9.75"}, lines);
  const import::RepeatedWords words;
  std::size_t budget = import::most_label_ways;
  const auto doubted =
      import::form_labels(lines, form, {}, words, budget, import::LeftOver::is_doubt);
  ASSERT_TRUE(doubted);
  EXPECT_EQ(to_utf8(import::packed(doubted->rows.front().cells.back())), "渡船检修");
}

TEST(PartialForms, DigitsBelowACodeAreItsRest) {
  std::vector<import::Line> lines;
  const auto form = tokens(
      {U"项目名称 渡船检修", U"项目代码 44149321R000436", U"038", U"年度资金总额 3.50"}, lines);
  const import::RepeatedWords words;
  std::size_t budget = import::most_label_ways;
  const auto read = import::form_labels(lines, form, {}, words, budget);
  ASSERT_TRUE(read);
  EXPECT_EQ(to_utf8(import::packed(read->rows[1].cells.back())), "44149321R000436038");
}

TEST(PartialForms, AGoalsLabelBeforeABodysNameWaitsForProse) {
  std::vector<import::Line> lines;
  const auto form = tokens({U"部门名称", U"项目名称", U"预算资金情况", U"总体目标", U"某县水利局",
                            U"渡船检修项目", U"每季检修渡船一次，保证村民过河安全。"},
                           lines);
  lines[2].blank_before = true;
  lines[4].blank_before = true;
  import::RepeatedWords words;
  words.add_form(tokens({U"预算资金情况", U"总体目标"}, lines));
  words.add_form(tokens({U"预算资金情况", U"总体目标"}, lines));
  std::size_t budget = import::most_label_ways;
  const auto read = import::form_labels(lines, form, {}, words, budget);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->rows.size(), 3U);
  EXPECT_EQ(to_utf8(import::packed(read->rows[1].cells.back())), "渡船检修项目");
  EXPECT_EQ(to_utf8(import::packed(read->rows[2].cells.back())),
            "每季检修渡船一次，保证村民过河安全。");
}

TEST(PartialForms, ATypeIsNoNameAndNoEndOfAGoal) {
  std::vector<import::Line> lines;
  const auto form = tokens({U"项目名称", U"绩效目标", U"延续", U"渡船检修（二期）",
                            U"每季检修渡船一次，保证村民过河安全。", U"一次性"},
                           lines);
  const import::RepeatedWords words;
  std::size_t budget = import::most_label_ways;
  const auto read = import::form_labels(lines, form, {}, words, budget);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->rows.size(), 2U);
  EXPECT_EQ(to_utf8(import::packed(read->rows[0].cells.back())), "渡船检修（二期）");
  EXPECT_EQ(to_utf8(import::packed(read->rows[1].cells.back())),
            "每季检修渡船一次，保证村民过河安全。");
}

TEST(PartialForms, PiecesOfAGoalsLabelStandBesideItsLines) {
  std::vector<import::Line> lines;
  const auto form = tokens({U"项目名称 渡船检修", U"年度 每季检修渡船一次，保证村民过",
                            U"总体 河安全，全年不误一班。", U"目标"},
                           lines);
  const import::FormItems items = import::form_items(lines, form, import::RepeatedWords{});
  ASSERT_GE(items.items.size(), 4U);
  EXPECT_EQ(to_utf8(items.items[2].text), "年度总体目标");
  EXPECT_TRUE(items.items[2].label);
  EXPECT_EQ(to_utf8(items.items.back().text), "河安全，全年不误一班。");
}

TEST(PartialForms, AGoalThatEndsInsideASentenceIsAGuessWhereOthersDoNot) {
  ImportedDocument document;
  ImportedTable table;
  for (const char* goal : {"每季检修一次。", "换好灯具。", "更换航标，保证"}) {
    Project project;
    project.name = goal;
    project.goal = goal;
    table.snapshot.projects.push_back(project);
    table.provenance.projects.emplace_back();
  }
  document.tables.push_back(table);
  import::doubt_odd_goals(document);
  const auto& findings = document.tables.front().provenance.findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].project, "更换航标，保证");
}

TEST(PartialForms, ATargetThatEndsAsACategoryIsAGuess) {
  ImportedDocument document;
  ImportedTable table;
  Project project;
  project.name = "渡船检修";
  project.indicators.push_back({});
  project.indicators.back().annual_target = "≥93%指标";
  table.snapshot.projects.push_back(project);
  table.provenance.projects.emplace_back();
  document.tables.push_back(table);
  import::doubt_odd_rows(document);
  EXPECT_EQ(document.tables.front().provenance.findings.size(), 1U);
}

TEST(PartialForms, ANameThatEndsAsNoneDoesIsAGuess) {
  ImportedDocument document;
  ImportedTable table;
  for (const char* const name : {"船员对渡船检修的", "船员满意度"}) {
    Project project;
    project.name = name;
    project.indicators.push_back({});
    project.indicators.back().name = name;
    project.indicators.back().annual_target = "满意";
    table.snapshot.projects.push_back(project);
    table.provenance.projects.emplace_back();
  }
  document.tables.push_back(table);
  import::doubt_odd_rows(document);
  const auto& findings = document.tables.front().provenance.findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].project, "船员对渡船检修的");
}

TEST(PartialForms, ACellThatIsTheBeginningOfTheNextHasLostItsEnd) {
  EXPECT_TRUE(import::is_cut_short(U"逐步改善，船员满", U"逐步改善，船员满意"));
  EXPECT_FALSE(import::is_cut_short(U"6艘", U"6艘以上"));
  EXPECT_FALSE(import::is_cut_short(U"改善", U"改善"));
}

TEST(PartialForms, NamesThatMostProjectsHaveAreNone) {
  ImportedDocument document;
  ImportedTable table;
  for (const char* name : {"某县交通局", "某县交通局", "某县交通局", "渡船检修", "码头照明"}) {
    Project project;
    project.name = name;
    project.indicators.push_back({});
    project.indicators.back().name = "检修次数";
    project.indicators.back().annual_target = "≥4次";
    table.snapshot.projects.push_back(project);
  }
  document.tables.push_back(table);
  const auto faults = import::stream_faults(document);
  EXPECT_EQ(faults.projects.size(), 3U);
  EXPECT_FALSE(faults.few());
}

TEST(PartialForms, TheRestOfAWordAtTheSideIsNoPartOfAHeadersLastWord) {
  std::vector<import::Line> lines;
  const auto header = import::find_stream_header(
      tokens({U"绩效指 一级指标", U"二级指标", U"三级指标", U"年度指标值", U"标 产出指标"}, lines),
      0);
  ASSERT_TRUE(header);
  ASSERT_EQ(header->cells.size(), 4U);
  EXPECT_EQ(header->cells.back().second - header->cells.back().first, 1U);
  EXPECT_EQ(header->end, 6U);  // and no row begins with it
}

TEST(PartialForms, PiecesOfAHeadersWordsGoToTheFirstUnfinishedOne) {
  std::vector<import::Line> lines;
  const auto found = import::assemble_header(tokens(
      {U"项目概况", U"修好渡口的两条船，村民过河方便。", U"计量单 指标 指标值", U"一级指 二级指标",
       U"三级指标", U"位 性质", U"标", U"产出指标 数量指标 检修次数", U"次 ≥ 4"},
      lines));
  ASSERT_TRUE(found);
  Texts words;
  for (const auto& [begin, end] : found->header.cells) {
    words.push_back(to_utf8(import::joined(found->tokens, begin, end)));
  }
  EXPECT_EQ(words, (Texts{"一级指标", "二级指标", "三级指标", "计量单位", "指标性质", "指标值"}));
}

TEST(PartialForms, ALabelBetweenAmountsHasTheOneJustBehindIt) {
  // Two lines of a form: 项目总预算 70.00 项目当年预算 65.00, 上年结转 5.00.
  std::vector<import::Line> lines;
  const auto form = tokens(
      {U"项目总预算", U"上年结转", U"渡船检修", U"70.00", U"项目当年预算", U"65.00", U"5.00"},
      lines);
  const auto money = import::form_money(lines, form);
  ASSERT_TRUE(money);
  ASSERT_EQ(money->rows.size(), 3U);
  const auto text = [&](std::size_t row) {
    return to_utf8(import::packed(money->rows[row].cells.front())) + " " +
           to_utf8(import::packed(money->rows[row].cells.back()));
  };
  EXPECT_EQ(text(1), "项目当年预算 65.00");
  EXPECT_EQ(text(2), "上年结转 5.00");
}

}  // namespace
}  // namespace budgetdiff
