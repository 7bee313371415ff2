/// Goals that a page cuts and whose end is not to be seen.

#include "import/table/cut_goals.hpp"
#include "import/table/grid.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The lines of a goal and their pages.
using Lines = std::vector<std::pair<std::u32string, int>>;

std::size_t doubts(const std::vector<Lines>& goals) {
  TableRecords records;
  Places places;
  for (const Lines& lines : goals) {
    records.projects.emplace_back();
    for (const auto& [text, page] : lines) {
      Cell cell;
      TextLine line{text, {}};
      line.place.page = page;
      cell.lines.push_back(line);
      places.append(records.projects.back().goal, cell);
    }
  }
  doubt_cut_goals(records, places);
  return records.findings.size();
}

const Lines whole{{U"完成全年各项工作任务，保障机构运转。", 1}};

TEST(CutGoals, AreDoubtedThatEndInsideASentence) {
  EXPECT_EQ(doubts({whole, whole, whole, {{U"完成全年各项工作任务，", 1}, {U"保障机构运", 2}}}),
            1U);
  EXPECT_EQ(doubts({whole, {{U"完成全年各项工作任务，", 1}, {U"保障机构运", 2}}, whole}), 1U);
  EXPECT_EQ(doubts({whole, whole, whole, {{U"完成全年各项工作任务，", 1}, {U"保障运转。", 2}}}),
            0U);
}

TEST(CutGoals, AreDoubtedThatEndAtThePagesFootBeforeAnotherPage) {
  const auto with_row_at = [](double bottom, const std::u32string& end,
                              const std::u32string& next) {
    TableRecords records;
    Places places;
    const auto add = [&](Flow& flow, const std::u32string& text, int page, double foot) {
      Cell cell;
      TextLine line{text, {}};
      line.place.page = page;
      line.place.box = Box{10, foot - 10, 100, foot};
      cell.lines.push_back(line);
      places.append(flow, cell);
    };
    for (int i = 0; i < 4; ++i) {
      ProjectText& project = records.projects.emplace_back();
      const bool last = i == 2;
      add(project.goal, last ? end : i < 3 ? whole.front().first : next, i < 3 ? 1 : 2, 700);
      add(project.rows.emplace_back().name, U"检测次数", i < 3 ? 1 : 2, last ? bottom : 600);
    }
    doubt_cut_goals(records, places);
    return records.findings.size();
  };
  const std::u32string cut = U"完成全年各项工作任务，保障机构运";
  EXPECT_EQ(with_row_at(650, cut, whole.front().first), 1U);
  EXPECT_EQ(with_row_at(720, cut, whole.front().first), 0U) << "the page ends below it";
  const std::u32string figure = U"完成全年各项工作任务，预计支出67";
  EXPECT_EQ(with_row_at(650, figure, U"4.47万元，保障机构运转。"), 1U);
  EXPECT_EQ(with_row_at(650, figure, whole.front().first), 0U) << "a goal may end with a figure";
}

/// In text that keeps its columns the rest of a goal may have gone to the next project.
TEST(CutGoals, AreDoubtedWhereAWordRunsOverTheirSeam) {
  const auto found = [](const std::u32string& first, const std::u32string& second, int line) {
    TableRecords records;
    Places places;
    for (const std::u32string& text : {first, second}) {
      Cell cell;
      TextLine one{text, {}};
      one.place.page = 1;
      one.place.line = line;
      cell.lines.push_back(one);
      places.append(records.projects.emplace_back().goal, cell);
    }
    doubt_cut_goals(records, places);
    return records.findings.size();
  };
  EXPECT_EQ(found(U"开展群众性宣传教育活动，开展重点区", U"域排查整治，推动行业高质量发展。", 7),
            2U);
  EXPECT_EQ(found(U"开展群众性宣传教育活动，开展重点区", U"域排查整治，推动行业高质量发展。", 0),
            0U)
      << "a PDF's cells have places";
  EXPECT_EQ(found(U"开展群众性宣传教育活动，排查重点区域", U"组织排查整治，推动行业发展。", 7), 0U);
  EXPECT_EQ(found(U"开展群众性宣传教育活动。", U"域内排查整治，推动行业高质量发展。", 7), 0U);
}

TEST(CutGoals, AreLeftAloneWhereNoPageCutsThemOrOthersEndSo) {
  const Lines open{{U"完成全年各项工作任务，保障机构运转", 1}};
  EXPECT_EQ(doubts({whole, whole, whole, open}), 0U);
  const Lines cut{{U"完成全年各项工作任务，", 1}, {U"保障机构运转", 2}};
  EXPECT_EQ(doubts({whole, whole, whole, open, open, cut}), 0U);
  EXPECT_EQ(doubts({whole, cut}), 0U);
}

}  // namespace
}  // namespace budgetdiff::import
