#include "import/text/wholeness.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

std::size_t mixed(std::string name, std::string unit) {
  Project project;
  project.name = std::move(name);
  project.spending_unit = std::move(unit);
  ImportedDocument document;
  document.tables.emplace_back();
  document.tables.front().snapshot.projects.push_back(std::move(project));
  return wholeness(document).mixed;
}

TEST(Wholeness, IsLostWhereANameIsARowOfCells) {
  EXPECT_EQ(mixed("河道巡查", "某县水利局"), 0U);
  EXPECT_EQ(mixed("河道巡查", ""), 0U);
  EXPECT_EQ(mixed("一级指标二级指标", ""), 1U);
  EXPECT_EQ(mixed("河道巡查", "其他资金一级指标二级指标总计"), 1U);
  EXPECT_EQ(mixed("河道巡查", "设备故障率≤4%"), 1U);
  EXPECT_EQ(mixed("巡查里程≥12公里完好率≥90%河道保洁", ""), 1U);
  EXPECT_EQ(mixed("河道保洁5.00", ""), 1U);
  EXPECT_EQ(mixed("河道保洁V2.00", ""), 0U);
  EXPECT_EQ(mixed("PM2.5≤35的治理", ""), 0U);
  EXPECT_EQ(mixed("元）河道巡查水库维修", ""), 1U);
  EXPECT_EQ(mixed("河道巡查（二期）", ""), 0U);
}

}  // namespace
}  // namespace budgetdiff::import
