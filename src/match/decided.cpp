#include "match/decided.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace budgetdiff::matching {
namespace {

std::string label(const ProjectName& name) {
  return name.occurrence == 1 ? name.name : name.name + " #" + std::to_string(name.occurrence);
}

std::optional<std::size_t> find(const Snapshot& snapshot, const ProjectName& name) {
  int seen = 0;
  for (std::size_t i = 0; i < snapshot.projects.size(); ++i) {
    if (snapshot.projects[i].name == name.name && ++seen == name.occurrence) {
      return i;
    }
  }
  return std::nullopt;
}

class Lookup {
 public:
  Lookup(const Snapshot& from, const Snapshot& to) : from_(from), to_(to) {
    out_.constraints.closed_from.assign(from.projects.size(), false);
    out_.constraints.closed_to.assign(to.projects.size(), false);
  }

  Decided run(const Decisions* decisions) {
    if (decisions != nullptr) {
      for (const Decision& decision : decisions->decisions) {
        obey(decision);
      }
    }
    std::sort(out_.constraints.forbidden.begin(), out_.constraints.forbidden.end());
    return std::move(out_);
  }

 private:
  void obey(const Decision& decision) {
    std::vector<std::size_t> from;
    std::vector<std::size_t> to;
    if (!find_all(decision.from, from_, true, from) || !find_all(decision.to, to_, false, to)) {
      return;
    }
    if (decision.verdict == Verdict::different) {
      // Who says that 甲 and 乙 did not come out of 甲 does not say that 甲 ended.
      const bool several = from.size() + to.size() > 2;
      for (const std::size_t i : from) {
        for (const std::size_t j : to) {
          if (!several || from_.projects[i].name != to_.projects[j].name) {
            out_.constraints.forbidden.push_back({i, j});
          }
        }
      }
      return;
    }
    if (from.empty() && to.empty()) {
      out_.problems.push_back({BD_TR("a decision names no project"), {}});
      return;
    }
    const auto taken = [&](const std::vector<std::size_t>& positions,
                           const std::vector<bool>& closed, const Snapshot& snapshot) {
      for (const std::size_t i : positions) {
        if (closed[i]) {
          out_.problems.push_back({BD_TR("two decisions speak of {0}; the first one holds"),
                                   {snapshot.projects[i].name}});
          return true;
        }
      }
      return false;
    };
    if (taken(from, out_.constraints.closed_from, from_) ||
        taken(to, out_.constraints.closed_to, to_)) {
      return;
    }
    pin(from, to, decision);
  }

  void pin(const std::vector<std::size_t>& from, const std::vector<std::size_t>& to,
           const Decision& decision) {
    const auto add = [&](std::vector<std::size_t> a, std::vector<std::size_t> b) {
      AlignedGroup group;
      group.from = std::move(a);
      group.to = std::move(b);
      group.method = MatchMethod::pinned;
      group.confidence = 1000;
      if (decision.reason.empty()) {
        group.evidence.push_back({BD_TR("decided by a person"), {}});
      } else {
        group.evidence.push_back({BD_TR("decided by a person: {0}"), {decision.reason}});
      }
      out_.groups.push_back(std::move(group));
    };
    if (from.empty()) {
      for (const std::size_t j : to) {
        add({}, {j});
      }
    } else if (to.empty()) {
      for (const std::size_t i : from) {
        add({i}, {});
      }
    } else {
      add(from, to);
    }
    for (const std::size_t i : from) {
      out_.constraints.closed_from[i] = true;
    }
    for (const std::size_t j : to) {
      out_.constraints.closed_to[j] = true;
    }
  }

  bool find_all(const std::vector<ProjectName>& names, const Snapshot& snapshot, bool earlier,
                std::vector<std::size_t>& positions) {
    for (const ProjectName& name : names) {
      const auto found = find(snapshot, name);
      if (!found) {
        out_.problems.push_back(
            {earlier ? BD_TR("a decision names {0}, which the earlier snapshot does not have")
                     : BD_TR("a decision names {0}, which the later snapshot does not have"),
             {label(name)}});
        return false;
      }
      if (std::find(positions.begin(), positions.end(), *found) == positions.end()) {
        positions.push_back(*found);
      }
    }
    return true;
  }

  const Snapshot& from_;
  const Snapshot& to_;
  Decided out_;
};

}  // namespace

Decided look_up(const Decisions* decisions, const Snapshot& from, const Snapshot& to) {
  return Lookup(from, to).run(decisions);
}

}  // namespace budgetdiff::matching
