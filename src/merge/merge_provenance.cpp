#include <budgetdiff/merge/merge_provenance.hpp>

#include <budgetdiff/match/matcher.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff {
namespace {

/// Where the merged snapshot's projects and indicators stand on one side.
struct Origins {
  std::map<std::size_t, std::size_t> projects;
  std::map<std::pair<std::size_t, std::size_t>, std::pair<std::size_t, std::size_t>> indicators;
};

Origins origins_in(const Snapshot& side, const Snapshot& merged) {
  Origins out;
  for (const AlignedGroup& group : match(side, merged).groups) {
    if (group.from.size() != 1 || group.to.size() != 1) {
      continue;  // the merge made neither splits nor joins
    }
    out.projects[group.to.front()] = group.from.front();
    for (const IndicatorPair& pair : group.indicators) {
      out.indicators[{pair.to_project, pair.to_indicator}] = {pair.from_project,
                                                              pair.from_indicator};
    }
  }
  return out;
}

bool same_table(const Snapshot& a, const Snapshot& b) {
  return a.unit == b.unit && a.note == b.note && a.stated_total.identical(b.stated_total) &&
         a.extra == b.extra && a.projects.size() == b.projects.size();
}

/// All but the indicators, which have places of their own.
bool same_values(const Project& a, const Project& b) {
  return a.name == b.name && a.code == b.code && a.type == b.type &&
         a.spending_unit == b.spending_unit && a.funding.identical(b.funding) && a.goal == b.goal &&
         a.annual_goal == b.annual_goal && a.extra == b.extra;
}

bool is_snapshot_of(const Snapshot& merged, const Snapshot& side) {
  return same_table(merged, side) &&
         std::equal(merged.projects.begin(), merged.projects.end(), side.projects.begin(),
                    [](const Project& a, const Project& b) {
                      return same_values(a, b) && a.indicators == b.indicators;
                    });
}

std::vector<SourcePart> documents_of(const Provenance& provenance) {
  std::vector<SourcePart> out{document_of(provenance, {})};
  out.insert(out.end(), provenance.parts.begin(), provenance.parts.end());
  return out;
}

class Joined {
 public:
  Joined(const Snapshot& merged, const MergedSide& ours, const MergedSide& theirs)
      : merged_(merged),
        ours_(ours),
        theirs_(theirs),
        in_ours_(origins_in(ours.snapshot, merged)),
        in_theirs_(origins_in(theirs.snapshot, merged)) {}

  Provenance run() {
    out_ = ours_.provenance;
    out_.importer = "merge";  // of two documents: neither reads into it again
    name_documents();
    out_.projects.clear();
    for (std::size_t p = 0; p < merged_.projects.size(); ++p) {
      ProjectPlace& place = out_.projects.emplace_back();
      place.place = place_of(p);
      for (std::size_t i = 0; i < merged_.projects[p].indicators.size(); ++i) {
        place.indicators.push_back(place_of(p, i));
      }
    }
    add_findings();
    return std::move(out_);
  }

 private:
  /// The documents of the other side behind our own, each name once.
  void name_documents() {
    const auto own = documents_of(ours_.provenance);
    std::set<std::string> names;
    for (const SourcePart& part : own) {
      names.insert(part.file);
    }
    bool first = true;
    for (SourcePart part : documents_of(theirs_.provenance)) {
      const std::string old = first ? std::string() : part.file;
      first = false;
      const auto known = std::find_if(
          own.begin(), own.end(), [&](const SourcePart& one) { return one.sha256 == part.sha256; });
      if (known != own.end()) {
        renamed_[old] = known == own.begin() ? std::string() : known->file;
        continue;
      }
      if (!names.insert(part.file).second) {
        part.file += "#" + part.sha256.substr(0, 12);
        names.insert(part.file);
      }
      renamed_[old] = part.file;
      out_.parts.push_back(std::move(part));
    }
  }

  [[nodiscard]] Place of_theirs(Place place) const {
    const auto name = renamed_.find(place.file);
    place.file = name != renamed_.end() ? name->second : renamed_.at({});
    return place;
  }

  [[nodiscard]] Place place_of(std::size_t project) const {
    const Project& merged = merged_.projects[project];
    const auto mine = in_ours_.projects.find(project);
    const auto other = in_theirs_.projects.find(project);
    const bool has_mine = mine != in_ours_.projects.end();
    const bool has_other = other != in_theirs_.projects.end();
    const bool takes_other =
        has_other &&
        (!has_mine || (!same_values(merged, ours_.snapshot.projects[mine->second]) &&
                       (same_values(merged, theirs_.snapshot.projects[other->second]) ||
                        merged.name != ours_.snapshot.projects[mine->second].name)));
    if (takes_other) {
      return other->second < theirs_.provenance.projects.size()
                 ? of_theirs(theirs_.provenance.projects[other->second].place)
                 : Place{};
    }
    return has_mine && mine->second < ours_.provenance.projects.size()
               ? ours_.provenance.projects[mine->second].place
               : Place{};
  }

  /// The side's place of the indicator, where that side has it as it is.
  static std::optional<Place> place_in(const MergedSide& side, const Origins& origins,
                                       const Indicator& merged,
                                       const std::pair<std::size_t, std::size_t>& at) {
    const auto found = origins.indicators.find(at);
    if (found == origins.indicators.end()) {
      return std::nullopt;
    }
    const auto [project, indicator] = found->second;
    if (!(side.snapshot.projects[project].indicators[indicator] == merged) ||
        project >= side.provenance.projects.size() ||
        indicator >= side.provenance.projects[project].indicators.size()) {
      return std::nullopt;
    }
    return side.provenance.projects[project].indicators[indicator];
  }

  [[nodiscard]] Place place_of(std::size_t project, std::size_t indicator) const {
    const Indicator& merged = merged_.projects[project].indicators[indicator];
    const std::pair at{project, indicator};
    if (const auto mine = place_in(ours_, in_ours_, merged, at)) {
      return *mine;
    }
    const auto other = place_in(theirs_, in_theirs_, merged, at);
    return other ? of_theirs(*other) : Place{};
  }

  void add_findings() {
    for (Finding finding : theirs_.provenance.findings) {
      const bool known =
          std::any_of(ours_.provenance.findings.begin(), ours_.provenance.findings.end(),
                      [&](const Finding& own) {
                        return own.code == finding.code && own.project == finding.project &&
                               in_english(own.message) == in_english(finding.message);
                      });
      if (!known) {
        finding.place = finding.place.empty() ? finding.place : of_theirs(finding.place);
        out_.findings.push_back(std::move(finding));
      }
    }
  }

  const Snapshot& merged_;
  const MergedSide& ours_;
  const MergedSide& theirs_;
  Origins in_ours_;
  Origins in_theirs_;
  std::map<std::string, std::string> renamed_;  ///< files of their places, as they are called now
  Provenance out_;
};

}  // namespace

Provenance merge_provenance(const Snapshot& merged, const MergedSide& ours,
                            const MergedSide& theirs) {
  if (is_snapshot_of(merged, ours.snapshot)) {
    return ours.provenance;
  }
  if (is_snapshot_of(merged, theirs.snapshot)) {
    return theirs.provenance;
  }
  return Joined(merged, ours, theirs).run();
}

}  // namespace budgetdiff
