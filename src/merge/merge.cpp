#include <budgetdiff/merge/merge.hpp>

#include <budgetdiff/match/matcher.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace budgetdiff {
namespace {

/// Where each base project, and each of its indicators, stands on one side.
struct Side {
  const Snapshot* snapshot = nullptr;
  std::map<std::size_t, std::size_t> projects;  ///< base position: own position
  std::set<std::size_t> known;                  ///< own positions that have a base
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> indicators;
};

Side align(const Snapshot& base, const Snapshot& own) {
  Side side;
  side.snapshot = &own;
  for (const AlignedGroup& group : match(base, own).groups) {
    if (group.from.size() != 1 || group.to.size() != 1) {
      continue;  // a split is a removal and additions to a merge
    }
    side.projects[group.from.front()] = group.to.front();
    side.known.insert(group.to.front());
    for (const IndicatorPair& pair : group.indicators) {
      side.indicators.try_emplace({pair.from_project, pair.from_indicator}, pair.to_indicator);
    }
  }
  return side;
}

std::string text_of(const Amount* amount) {
  return amount == nullptr ? std::string() : amount->to_string();
}

bool same_project(const Project& a, const Project& b) {
  return a.name == b.name && a.code == b.code && a.type == b.type &&
         a.spending_unit == b.spending_unit && a.funding.identical(b.funding) && a.goal == b.goal &&
         a.annual_goal == b.annual_goal && a.indicators == b.indicators && a.extra == b.extra;
}

class Merger {
 public:
  Merger(const Snapshot& base, const Snapshot& ours, const Snapshot& theirs, MergeSide prefer)
      : base_(base), ours_(align(base, ours)), theirs_(align(base, theirs)), prefer_(prefer) {}

  MergedSnapshot run() {
    Snapshot& out = out_.snapshot;
    const Snapshot& a = *ours_.snapshot;
    const Snapshot& b = *theirs_.snapshot;
    out = a;
    out.projects.clear();
    out.unit = text("unit", base_.unit, a.unit, b.unit);
    out.note = text("note", base_.note, a.note, b.note);
    out.stated_total = funding(base_.stated_total, a.stated_total, b.stated_total);
    out.extra = extra(base_.extra, a.extra, b.extra);
    merge_projects();
    keep_sums();
    return std::move(out_);
  }

 private:
  static Amount sum_of(const Snapshot& snapshot, const std::string& column) {
    Amount sum;
    for (const Project& project : snapshot.projects) {
      if (const Amount* amount = project.funding.find(column)) {
        sum += *amount;
      }
    }
    return sum;
  }

  /// A stated total that was the sum on every side is the sum of the merger, and no conflict, where
  /// each side corrected it with its own projects: by other amounts, or by the same.
  void keep_sums() {
    const std::array sides{&base_, ours_.snapshot, theirs_.snapshot};
    for (const auto& [column, amount] : base_.stated_total.items()) {
      const bool sums =
          std::all_of(sides.begin(), sides.end(), [&, name = column](const Snapshot* side) {
            const Amount* stated = side->stated_total.find(name);
            return stated != nullptr && *stated == sum_of(*side, name);
          });
      if (!sums) {
        continue;
      }
      out_.snapshot.stated_total.set(column, sum_of(out_.snapshot, column));
      std::erase_if(out_.conflicts, [&, name = column](const MergeConflict& conflict) {
        return conflict.project.empty() && conflict.field == name;
      });
    }
  }

  void conflict(std::string field, std::string base, std::string ours, std::string theirs) {
    out_.conflicts.push_back({project_, indicator_, std::move(field), std::move(base),
                              std::move(ours), std::move(theirs), false});
  }

  template <class T>
  const T& pick(const T& ours, const T& theirs) const {
    return prefer_ == MergeSide::ours ? ours : theirs;
  }

  std::string text(const std::string& field, const std::string& base, const std::string& ours,
                   const std::string& theirs, bool is_money = false) {
    if (ours == theirs || theirs == base) {
      return ours;
    }
    if (ours == base) {
      return theirs;
    }
    conflict(field, base, ours, theirs);
    out_.conflicts.back().is_money = is_money;
    return pick(ours, theirs);
  }

  Funding funding(const Funding& base, const Funding& ours, const Funding& theirs) {
    Funding out;
    std::set<std::string> columns;
    for (const Funding* side : {&base, &ours, &theirs}) {
      for (const auto& [column, amount] : side->items()) {
        columns.insert(column);
      }
    }
    for (const std::string& column : columns) {
      const std::string merged =
          text(column, text_of(base.find(column)), text_of(ours.find(column)),
               text_of(theirs.find(column)), true);
      if (const auto amount = Amount::parse(merged); amount && !merged.empty()) {
        out.set(column, *amount);
      }
    }
    return out;
  }

  std::vector<ExtraMember> extra(const std::vector<ExtraMember>& base,
                                 const std::vector<ExtraMember>& ours,
                                 const std::vector<ExtraMember>& theirs) {
    std::map<std::string, std::array<std::string, 3>> members;
    const std::array<const std::vector<ExtraMember>*, 3> sides{&base, &ours, &theirs};
    for (std::size_t side = 0; side < 3; ++side) {
      for (const ExtraMember& member : *sides[side]) {
        members[member.key][side] = member.json;
      }
    }
    std::vector<ExtraMember> out;
    for (const auto& [key, json] : members) {
      const std::string merged = text(key, json[0], json[1], json[2]);
      if (!merged.empty()) {
        out.push_back({key, merged});
      }
    }
    return out;
  }

  Indicator indicator(const Indicator& base, const Indicator& ours, const Indicator& theirs) {
    indicator_ = ours.name;
    Indicator out;
    using Member = std::string Indicator::*;
    const std::pair<const char*, Member> members[] = {{"level1_code", &Indicator::level1_code},
                                                      {"level1", &Indicator::level1},
                                                      {"level2_code", &Indicator::level2_code},
                                                      {"level2", &Indicator::level2},
                                                      {"name", &Indicator::name},
                                                      {"period_target", &Indicator::period_target},
                                                      {"annual_target", &Indicator::annual_target},
                                                      {"weight", &Indicator::weight}};
    for (const auto& [field, member] : members) {
      out.*member = text(field, base.*member, ours.*member, theirs.*member);
    }
    out.extra = extra(base.extra, ours.extra, theirs.extra);
    indicator_.clear();
    return out;
  }

  void merge_indicators(std::size_t at, const Project& base, const Project& ours,
                        const Project& theirs, Project& out) {
    std::set<std::size_t> from_ours;
    std::set<std::size_t> from_theirs;
    std::map<std::size_t, Indicator> merged;  // by position in ours
    std::set<std::size_t> dropped;
    for (std::size_t i = 0; i < base.indicators.size(); ++i) {
      const auto a = ours_.indicators.find({at, i});
      const auto b = theirs_.indicators.find({at, i});
      const bool in_ours = a != ours_.indicators.end() && from_ours.insert(a->second).second;
      const bool in_theirs = b != theirs_.indicators.end() && from_theirs.insert(b->second).second;
      const Indicator& was = base.indicators[i];
      if (in_ours && in_theirs) {
        merged[a->second] =
            indicator(was, ours.indicators[a->second], theirs.indicators[b->second]);
      } else if (in_ours) {
        if (keep_removed(was.name, was == ours.indicators[a->second], true)) {
          merged[a->second] = ours.indicators[a->second];
        } else {
          dropped.insert(a->second);
        }
      } else if (in_theirs && keep_removed(was.name, was == theirs.indicators[b->second], false)) {
        out.indicators.push_back(theirs.indicators[b->second]);
      }
    }
    std::vector<Indicator> list;
    for (std::size_t i = 0; i < ours.indicators.size(); ++i) {
      if (const auto found = merged.find(i); found != merged.end()) {
        list.push_back(found->second);
      } else if (dropped.find(i) == dropped.end()) {
        list.push_back(ours.indicators[i]);  // new in ours
      }
    }
    list.insert(list.end(), out.indicators.begin(), out.indicators.end());
    add_new_indicators(ours, from_ours, theirs, from_theirs, list);
    out.indicators = std::move(list);
  }

  /// What is new in theirs; of what both added under one name it is one, merged.
  void add_new_indicators(const Project& ours, const std::set<std::size_t>& from_ours,
                          const Project& theirs, const std::set<std::size_t>& from_theirs,
                          std::vector<Indicator>& list) {
    std::vector<const Indicator*> own;
    for (std::size_t i = 0; i < ours.indicators.size(); ++i) {
      if (from_ours.find(i) == from_ours.end()) {
        own.push_back(&ours.indicators[i]);
      }
    }
    for (std::size_t i = 0; i < theirs.indicators.size(); ++i) {
      if (from_theirs.find(i) != from_theirs.end()) {
        continue;
      }
      const Indicator& added = theirs.indicators[i];
      const auto twin = std::find_if(own.begin(), own.end(), [&](const Indicator* one) {
        return one->name == added.name && one->level1 == added.level1 &&
               one->level2 == added.level2;
      });
      if (twin == own.end()) {
        list.push_back(added);
        continue;
      }
      const auto at = std::find(list.begin(), list.end(), **twin);
      Indicator nothing;
      nothing.name = added.name;
      const Indicator merged = indicator(nothing, **twin, added);
      if (at != list.end()) {
        *at = merged;
      }
      own.erase(twin);
    }
  }

  /// One side removed it. Whether what the other has is kept.
  bool keep_removed(const std::string& name, bool unchanged, bool by_theirs) {
    if (unchanged) {
      return false;
    }
    indicator_ = name;
    conflict("indicator", name, by_theirs ? name : "", by_theirs ? "" : name);
    indicator_.clear();
    return (prefer_ == MergeSide::ours) == by_theirs;
  }

  Project project(std::size_t at, const Project& base, const Project& ours, const Project& theirs) {
    project_ = ours.name;
    Project out;
    out.name = text("name", base.name, ours.name, theirs.name);
    out.code = text("code", base.code, ours.code, theirs.code);
    out.type = text("type", base.type, ours.type, theirs.type);
    out.spending_unit =
        text("spending_unit", base.spending_unit, ours.spending_unit, theirs.spending_unit);
    out.funding = funding(base.funding, ours.funding, theirs.funding);
    out.goal = text("goal", base.goal, ours.goal, theirs.goal);
    out.annual_goal = text("annual_goal", base.annual_goal, ours.annual_goal, theirs.annual_goal);
    merge_indicators(at, base, ours, theirs, out);
    out.extra = extra(base.extra, ours.extra, theirs.extra);
    project_.clear();
    return out;
  }

  /// One side removed the project that the other still has as `left`.
  bool keep_project(const Project& base, const Project& left, bool by_theirs) {
    if (same_project(base, left)) {
      return false;
    }
    project_ = base.name;
    conflict("project", base.name, by_theirs ? left.name : "", by_theirs ? "" : left.name);
    project_.clear();
    return (prefer_ == MergeSide::ours) == by_theirs;
  }

  void merge_projects() {
    std::map<std::size_t, Project> merged;  // by position in ours
    std::set<std::size_t> dropped;
    std::map<std::size_t, Project> only_theirs;  // by position in theirs
    for (std::size_t i = 0; i < base_.projects.size(); ++i) {
      const Project& was = base_.projects[i];
      const auto a = ours_.projects.find(i);
      const auto b = theirs_.projects.find(i);
      if (a != ours_.projects.end() && b != theirs_.projects.end()) {
        merged[a->second] = project(i, was, ours_.snapshot->projects[a->second],
                                    theirs_.snapshot->projects[b->second]);
      } else if (a != ours_.projects.end()) {
        if (keep_project(was, ours_.snapshot->projects[a->second], true)) {
          merged[a->second] = ours_.snapshot->projects[a->second];
        } else {
          dropped.insert(a->second);
        }
      } else if (b != theirs_.projects.end()) {
        const Project& left = theirs_.snapshot->projects[b->second];
        if (keep_project(was, left, false)) {
          only_theirs[b->second] = left;
        }
      }
    }
    add_new(only_theirs);
    std::vector<Project>& out = out_.snapshot.projects;
    const auto& own = ours_.snapshot->projects;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (const auto found = merged.find(i); found != merged.end()) {
        out.push_back(found->second);
      } else if (dropped.find(i) == dropped.end()) {
        const auto both = both_new_.find(i);
        out.push_back(both != both_new_.end() ? both->second : own[i]);
      }
    }
    for (auto& [at, left] : only_theirs) {
      out.push_back(std::move(left));
    }
  }

  /// What is new in theirs; where ours has a new project of that name too, the
  /// two are merged field by field with nothing before them.
  void add_new(std::map<std::size_t, Project>& only_theirs) {
    const auto& own = ours_.snapshot->projects;
    std::set<std::size_t> paired;
    for (std::size_t j = 0; j < theirs_.snapshot->projects.size(); ++j) {
      if (theirs_.known.find(j) != theirs_.known.end()) {
        continue;
      }
      const Project& added = theirs_.snapshot->projects[j];
      std::size_t twin = own.size();
      for (std::size_t i = 0; i < own.size() && twin == own.size(); ++i) {
        if (ours_.known.find(i) == ours_.known.end() && paired.find(i) == paired.end() &&
            own[i].name == added.name) {
          twin = i;
        }
      }
      if (twin == own.size()) {
        only_theirs[j] = added;
        continue;
      }
      paired.insert(twin);
      if (!same_project(own[twin], added)) {
        Project nothing;
        nothing.name = added.name;
        both_new_[twin] = project(base_.projects.size() + j, nothing, own[twin], added);
      }
    }
  }

  const Snapshot& base_;
  Side ours_;
  Side theirs_;
  MergeSide prefer_;
  MergedSnapshot out_;
  std::map<std::size_t, Project> both_new_;  ///< by position in ours
  std::string project_;
  std::string indicator_;
};

}  // namespace

namespace {

bool same_snapshot(const Snapshot& a, const Snapshot& b) {
  return a.unit == b.unit && a.note == b.note && a.stated_total.identical(b.stated_total) &&
         a.extra == b.extra &&
         std::equal(a.projects.begin(), a.projects.end(), b.projects.begin(), b.projects.end(),
                    same_project);
}

}  // namespace

MergedSnapshot merge_snapshots(const Snapshot& base, const Snapshot& ours, const Snapshot& theirs,
                               MergeSide prefer) {
  // Order and all: where one side did nothing, the other is the merger.
  if (same_snapshot(base, ours)) {
    return {theirs, {}};
  }
  if (same_snapshot(base, theirs) || same_snapshot(ours, theirs)) {
    return {ours, {}};
  }
  if (ours.unit != theirs.unit) {
    // Amounts in two units are not to be put together field by field.
    return {prefer == MergeSide::ours ? ours : theirs,
            {{"", "", "unit", base.unit, ours.unit, theirs.unit}}};
  }
  return Merger(base, ours, theirs, prefer).run();
}

}  // namespace budgetdiff
