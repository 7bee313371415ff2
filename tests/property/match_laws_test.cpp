/// What must hold of every alignment, over generated pairs of snapshots.

#include <budgetdiff/match/matcher.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <ostream>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace budgetdiff {
namespace {

constexpr unsigned first_seed = 1;
constexpr unsigned last_seed = 150;

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool chance(unsigned percent) { return below(100) < percent; }

  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[below(list.size())];
  }

  Project project() {
    const std::string subject = one_of(subjects_);
    Project out;
    out.name = (chance(20) ? "2023年" : "") + subject + one_of(actions_) + one_of(endings_) +
               (chance(25) ? one_of(qualifiers_) : "");
    if (chance(85)) {
      out.goal = "通过" + subject + one_of(actions_) + "，" + one_of(purposes_) + "。";
    }
    if (chance(90)) {
      out.funding.set(column::total, Amount(static_cast<int>(below(500'000)), 2));
    }
    if (chance(10)) {
      out.code = "4401" + std::to_string(below(6));
    }
    for (std::size_t n = below(5); n > 0; --n) {
      Indicator indicator;
      indicator.level1 = "产出指标";
      indicator.level2 = one_of(categories_);
      indicator.name = (chance(50) ? subject : "") + one_of(indicators_);
      indicator.annual_target = "≥" + std::to_string(50 + below(50)) + "%";
      out.indicators.push_back(indicator);
    }
    return out;
  }

  Snapshot earlier() {
    Snapshot out;
    out.department = "新城区住房和建设局";
    out.year = 2023;
    out.unit = "万元";
    for (std::size_t n = below(14); n > 0; --n) {
      out.projects.push_back(project());
      if (chance(10)) {
        out.projects.push_back(out.projects.back());
      }
    }
    return out;
  }

  Snapshot later(const Snapshot& earlier) {
    Snapshot out = earlier;
    out.year = 2024;
    out.projects.clear();
    for (const Project& project : earlier.projects) {
      if (chance(15)) {
        continue;
      }
      out.projects.push_back(project);
      Project& copy = out.projects.back();
      if (chance(30)) {
        copy.name = one_of(actions_) + copy.name;
      }
      if (chance(20) && !copy.indicators.empty()) {
        copy.indicators.pop_back();
      }
      if (chance(20)) {
        out.projects.push_back(copy);
        out.projects.back().name += one_of(qualifiers_);
      }
    }
    for (std::size_t n = below(4); n > 0; --n) {
      out.projects.push_back(project());
    }
    if (!earlier.projects.empty() && !out.projects.empty()) {
      add_made_of_others(earlier, out);
    }
    std::shuffle(out.projects.begin(), out.projects.end(), random_);
    return out;
  }

  /// Names that join others' names, whole or cut in parts, and forms that were copied.
  void add_made_of_others(const Snapshot& earlier, Snapshot& later) {
    if (chance(25)) {
      Project joined = one_of(earlier.projects);
      joined.name += one_of(words_) + one_of(earlier.projects).name;
      if (chance(30)) {
        Project part = joined;
        part.name += "（一期）";
        later.projects.push_back(part);
        joined.name += "（二期）";
      }
      later.projects.push_back(joined);
    }
    if (chance(25)) {
      Project copied = one_of(later.projects);
      copied.name = one_of(subjects_) + one_of(actions_);
      later.projects.push_back(copied);
    }
    if (chance(15)) {
      Project prepared = project();
      prepared.name = one_of(later.projects).name + "筹备";
      later.projects.push_back(prepared);
    }
    if (chance(15)) {
      for (const std::string& cut : {std::string("（市级）"), std::string("（区级）")}) {
        Project part = one_of(earlier.projects);
        part.goal += one_of(earlier.projects).goal;
        part.name = "综合保障" + cut;
        later.projects.push_back(part);
      }
    }
  }

  /// A snapshot in another order, and where each of its projects stood.
  Snapshot shuffled(const Snapshot& snapshot, std::vector<std::size_t>& places) {
    places.resize(snapshot.projects.size());
    std::iota(places.begin(), places.end(), 0U);
    std::shuffle(places.begin(), places.end(), random_);
    Snapshot out = snapshot;
    for (std::size_t i = 0; i < places.size(); ++i) {
      out.projects[i] = snapshot.projects[places[i]];
    }
    return out;
  }

 private:
  std::mt19937 random_;
  std::vector<std::string> subjects_ = {"老旧小区", "农村危房", "市政照明", "城市绿地",
                                        "燃气安全", "传统村落", "环卫",     "工地扬尘"};
  std::vector<std::string> actions_ = {"改造", "治理", "管养", "宣传", "培训", "监督检测"};
  std::vector<std::string> endings_ = {"经费", "专项经费", "资金", "项目", ""};
  std::vector<std::string> qualifiers_ = {"（市级）",   "（区本级）", "（一期）",    "（二期）",
                                          "（2024年）", "（2023年）", "（设备部分）"};
  std::vector<std::string> words_ = {"及", "和", "、"};
  std::vector<std::string> purposes_ = {"改善居住条件", "消除安全隐患", "提升城市形象"};
  std::vector<std::string> categories_ = {"数量指标", "质量指标", "社会效益", "社会效益指标"};
  std::vector<std::string> indicators_ = {"完成数量", "验收合格率", "群众满意度", "投诉次数",
                                          "资金拨付及时率"};
};

/// Contents of projects stand for their positions: alike in everything, alike.
using Contents = std::tuple<std::string, std::string, std::string, std::string>;

Contents contents_of(const Project& project) {
  std::string rest = project.code;
  for (const Indicator& indicator : project.indicators) {
    rest += "|" + indicator.level2 + indicator.name + indicator.annual_target;
  }
  const Amount* total = project.funding.total();
  return {project.name, project.goal, total != nullptr ? total->to_string() : "", rest};
}

struct PlainGroup {
  std::multiset<Contents> from;
  std::multiset<Contents> to;
  MatchMethod method = MatchMethod::none;
  int confidence = 0;
  std::size_t indicators = 0;

  auto key() const { return std::tie(from, to, method, confidence, indicators); }
  friend void PrintTo(const PlainGroup& group, std::ostream* out) {
    for (const auto* side : {&group.from, &group.to}) {
      for (const Contents& contents : *side) {
        *out << std::get<0>(contents) << '/' << std::get<1>(contents) << '/'
             << std::get<2>(contents) << '/' << std::get<3>(contents) << " + ";
      }
      *out << " -> ";
    }
    *out << to_string(group.method) << ' ' << group.confidence << ' ' << group.indicators << '\n';
  }
  bool operator<(const PlainGroup& other) const { return key() < other.key(); }
  bool operator==(const PlainGroup& other) const { return key() == other.key(); }
};

std::multiset<PlainGroup> plain(const Alignment& alignment, const Snapshot& from,
                                const Snapshot& to, bool swapped = false) {
  std::multiset<PlainGroup> out;
  for (const AlignedGroup& group : alignment.groups) {
    PlainGroup one;
    for (const std::size_t i : group.from) {
      one.from.insert(contents_of(from.projects[i]));
    }
    for (const std::size_t j : group.to) {
      one.to.insert(contents_of(to.projects[j]));
    }
    if (swapped) {
      std::swap(one.from, one.to);
    }
    one.method = group.method;
    one.confidence = group.confidence;
    one.indicators = group.indicators.size();
    out.insert(std::move(one));
  }
  return out;
}

template <class Law>
void for_generated_pairs(Law law) {
  for (unsigned seed = first_seed; seed <= last_seed && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Generator generator(seed);
    const Snapshot from = generator.earlier();
    const Snapshot to = generator.later(from);
    law(generator, from, to);
  }
}

TEST(MatchLaws, EveryProjectStandsInExactlyOneGroup) {
  for_generated_pairs([](Generator&, const Snapshot& from, const Snapshot& to) {
    for (const MatchMode mode : {MatchMode::full, MatchMode::exact}) {
      const Alignment alignment = match(from, to, {mode, nullptr});
      std::multiset<std::size_t> seen_from;
      std::multiset<std::size_t> seen_to;
      for (const AlignedGroup& group : alignment.groups) {
        seen_from.insert(group.from.begin(), group.from.end());
        seen_to.insert(group.to.begin(), group.to.end());
        EXPECT_TRUE(std::is_sorted(group.from.begin(), group.from.end()));
        EXPECT_TRUE(std::is_sorted(group.to.begin(), group.to.end()));
        EXPECT_FALSE(group.from.empty() && group.to.empty());
        EXPECT_TRUE(group.confidence >= 500 && group.confidence <= 1000) << group.confidence;
      }
      std::vector<std::size_t> all(std::max(from.projects.size(), to.projects.size()));
      std::iota(all.begin(), all.end(), 0U);
      const auto size = [](const Snapshot& s) {
        return static_cast<std::ptrdiff_t>(s.projects.size());
      };
      EXPECT_EQ(seen_from, std::multiset<std::size_t>(all.begin(), all.begin() + size(from)));
      EXPECT_EQ(seen_to, std::multiset<std::size_t>(all.begin(), all.begin() + size(to)));
    }
  });
}

TEST(MatchLaws, TheOrderOfProjectsMakesNoDifference) {
  for_generated_pairs([](Generator& generator, const Snapshot& from, const Snapshot& to) {
    const auto expected = plain(match(from, to), from, to);
    for (int round = 0; round < 3; ++round) {
      std::vector<std::size_t> places;
      const Snapshot other_from = generator.shuffled(from, places);
      const Snapshot other_to = generator.shuffled(to, places);
      EXPECT_EQ(plain(match(other_from, other_to), other_from, other_to), expected);
    }
  });
}

TEST(MatchLaws, SwappingTheYearsSwapsTheGroups) {
  for_generated_pairs([](Generator&, const Snapshot& from, const Snapshot& to) {
    const Alignment there = match(from, to);
    const Alignment back = match(to, from);
    EXPECT_EQ(plain(back, to, from, true), plain(there, from, to));
    EXPECT_EQ(back.year_shift, -there.year_shift);
    EXPECT_EQ(back.doubtful.size(), there.doubtful.size());
  });
}

TEST(MatchLaws, ASnapshotMatchesItself) {
  for_generated_pairs([](Generator&, const Snapshot& from, const Snapshot&) {
    for (const AlignedGroup& group : match(from, from).groups) {
      ASSERT_EQ(group.from.size(), 1U);
      ASSERT_EQ(group.to.size(), 1U);
      EXPECT_EQ(contents_of(from.projects[group.from[0]]), contents_of(from.projects[group.to[0]]));
      EXPECT_EQ(group.indicators.size(), from.projects[group.from[0]].indicators.size());
    }
  });
}

TEST(MatchLaws, IndicatorPairsAreDistinctAndInsideTheGroup) {
  for_generated_pairs([](Generator&, const Snapshot& from, const Snapshot& to) {
    for (const AlignedGroup& group : match(from, to).groups) {
      std::set<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>> seen;
      for (const IndicatorPair& pair : group.indicators) {
        ASSERT_TRUE(std::count(group.from.begin(), group.from.end(), pair.from_project));
        ASSERT_TRUE(std::count(group.to.begin(), group.to.end(), pair.to_project));
        EXPECT_LT(pair.from_indicator, from.projects[pair.from_project].indicators.size());
        EXPECT_LT(pair.to_indicator, to.projects[pair.to_project].indicators.size());
        EXPECT_TRUE(
            seen.emplace(pair.from_project, pair.from_indicator, pair.to_project, pair.to_indicator)
                .second);
      }
    }
  });
}

TEST(MatchLaws, DecisionsAreObeyed) {
  for_generated_pairs([](Generator& generator, const Snapshot& from, const Snapshot& to) {
    if (from.projects.empty() || to.projects.empty()) {
      return;
    }
    const auto name_of = [](const Snapshot& snapshot, std::size_t at) {
      ProjectName out{snapshot.projects[at].name, 0};
      for (std::size_t i = 0; i <= at; ++i) {
        out.occurrence += snapshot.projects[i].name == out.name ? 1 : 0;
      }
      return out;
    };
    const std::size_t i = generator.below(from.projects.size());
    const std::size_t j = generator.below(to.projects.size());
    const auto together = [&](const Alignment& alignment) {
      return std::any_of(alignment.groups.begin(), alignment.groups.end(), [&](const auto& group) {
        return std::count(group.from.begin(), group.from.end(), i) != 0 &&
               std::count(group.to.begin(), group.to.end(), j) != 0;
      });
    };
    Decisions decisions;
    decisions.decisions.push_back(
        {Verdict::same, {name_of(from, i)}, {name_of(to, j)}, "checked by hand"});
    const Alignment pinned = match(from, to, {MatchMode::full, &decisions});
    EXPECT_TRUE(together(pinned));
    EXPECT_TRUE(pinned.problems.empty());
    decisions.decisions.front().verdict = Verdict::different;
    EXPECT_FALSE(together(match(from, to, {MatchMode::full, &decisions})));
  });
}

TEST(MatchLaws, ExactModeIsAJoinOnNames) {
  for_generated_pairs([](Generator&, const Snapshot& from, const Snapshot& to) {
    std::map<std::string, std::size_t> before;
    std::map<std::string, std::size_t> after;
    for (const Project& project : from.projects) {
      ++before[project.name];
    }
    std::size_t expected = 0;
    for (const Project& project : to.projects) {
      expected += ++after[project.name] <= before[project.name] ? 1U : 0U;
    }
    std::size_t paired = 0;
    for (const AlignedGroup& group : match(from, to, {MatchMode::exact, nullptr}).groups) {
      if (!group.from.empty() && !group.to.empty()) {
        ++paired;
        EXPECT_EQ(from.projects[group.from[0]].name, to.projects[group.to[0]].name);
      }
    }
    EXPECT_EQ(paired, expected);
  });
}

}  // namespace
}  // namespace budgetdiff
