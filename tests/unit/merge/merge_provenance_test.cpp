#include <budgetdiff/merge/merge.hpp>
#include <budgetdiff/merge/merge_provenance.hpp>

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

Indicator indicator(const char* name, const char* period, const char* annual) {
  Indicator out;
  out.level1 = "产出指标";
  out.name = name;
  out.period_target = period;
  out.annual_target = annual;
  return out;
}

Snapshot table(const char* money, const char* goal, const char* rate, const char* visits) {
  Snapshot out;
  out.department = "甲局";
  out.year = 2024;
  out.unit = "万元";
  Project& river = out.projects.emplace_back();
  river.name = "河道保洁";
  river.funding.set(column::total, *Amount::parse(money));
  river.indicators = {indicator("保洁率", "≥95%", rate), indicator("巡河次数", "≥9次", visits)};
  Project& park = out.projects.emplace_back();
  park.name = "公园绿化养护";
  park.funding.set(column::total, *Amount::parse("12.00"));
  park.goal = goal;
  return out;
}

/// The project's name stands in line 10 of the page, its indicators in the lines below.
Provenance places(const char* file, int page) {
  const auto at = [&](int line) {
    Place place;
    place.page = page;
    place.line = line;
    return place;
  };
  Provenance out;
  out.file = file;
  out.sha256 = std::string(64, static_cast<char>('0' + page));
  out.size = 7;
  out.importer = "pdf";
  out.projects = {{at(10), {at(11), at(12)}}, {at(20), {}}};
  return out;
}

/// "file:page", of the document as the provenance names it; "" where there is no place.
std::string told(const Provenance& provenance, const Place& place) {
  return place.empty() ? ""
                       : document_of(provenance, place).file + ":" + std::to_string(place.page);
}

TEST(MergeProvenance, EachPlaceNamesTheDocumentWhoseValuesTheMergerHas) {
  const Snapshot base = table("30.00", "养护。", "≥95%", "≥9次");
  const Snapshot ours = table("35.00", "养护。", "≥95%", "≥9次");
  const Snapshot theirs = table("30.00", "每周养护。", "≥95%", "≥12次");
  const Provenance our_places = places("ours.pdf", 1);
  const Provenance their_places = places("theirs.pdf", 2);
  const MergedSnapshot merged = merge_snapshots(base, ours, theirs);
  ASSERT_TRUE(merged.conflicts.empty());

  const Provenance both =
      merge_provenance(merged.snapshot, {ours, our_places}, {theirs, their_places});
  EXPECT_EQ(both.importer, "merge");
  ASSERT_EQ(both.parts.size(), 1U);
  EXPECT_EQ(both.parts.front().sha256, their_places.sha256);
  EXPECT_EQ(told(both, both.projects[0].place), "ours.pdf:1");  // its total is ours
  EXPECT_EQ(told(both, both.projects[0].indicators[0]), "ours.pdf:1");
  EXPECT_EQ(told(both, both.projects[0].indicators[1]), "theirs.pdf:2");
  EXPECT_EQ(told(both, both.projects[1].place), "theirs.pdf:2");
}

TEST(MergeProvenance, WhatNoDocumentSaysHasNoPlace) {
  const Snapshot base = table("30.00", "养护。", "≥95%", "≥9次");
  Snapshot ours = base;
  ours.projects[0].indicators[0].period_target = "≥96%";
  Snapshot theirs = base;
  theirs.projects[0].indicators[0].annual_target = "≥97%";
  const Snapshot merged = merge_snapshots(base, ours, theirs).snapshot;
  const Provenance both =
      merge_provenance(merged, {ours, places("ours.pdf", 1)}, {theirs, places("theirs.pdf", 2)});
  EXPECT_EQ(told(both, both.projects[0].indicators[0]), "");
  EXPECT_EQ(told(both, both.projects[0].indicators[1]), "ours.pdf:1");
}

TEST(MergeProvenance, DocumentsOfOneNameAreToldApart) {
  const Snapshot base = table("30.00", "养护。", "≥95%", "≥9次");
  const Snapshot ours = table("35.00", "养护。", "≥95%", "≥9次");
  const Snapshot theirs = table("30.00", "每周养护。", "≥95%", "≥9次");
  const Snapshot merged = merge_snapshots(base, ours, theirs).snapshot;
  const Provenance both =
      merge_provenance(merged, {ours, places("2024.pdf", 1)}, {theirs, places("2024.pdf", 2)});
  ASSERT_EQ(both.parts.size(), 1U);
  EXPECT_EQ(both.parts.front().file, "2024.pdf#222222222222");
  EXPECT_EQ(told(both, both.projects[1].place), "2024.pdf#222222222222:2");
}

TEST(MergeProvenance, OneSidesSnapshotHasThatSidesProvenance) {
  const Snapshot base = table("30.00", "养护。", "≥95%", "≥9次");
  const Snapshot theirs = table("30.00", "每周养护。", "≥95%", "≥9次");
  const Provenance both =
      merge_provenance(theirs, {base, places("ours.pdf", 1)}, {theirs, places("theirs.pdf", 2)});
  EXPECT_EQ(both.file, "theirs.pdf");
  EXPECT_EQ(both.importer, "pdf");
  EXPECT_TRUE(both.parts.empty());
}

}  // namespace
}  // namespace budgetdiff
