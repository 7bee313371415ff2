#include <budgetdiff/review/decide.hpp>

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace budgetdiff {
namespace {

/// How a decision names the project at a position.
ProjectName name_at(const Snapshot& snapshot, std::size_t position) {
  ProjectName out{snapshot.projects[position].name, 1};
  for (std::size_t i = 0; i < position; ++i) {
    out.occurrence += snapshot.projects[i].name == out.name ? 1 : 0;
  }
  return out;
}

std::vector<ProjectName> names_at(const Snapshot& snapshot, const std::vector<ProjectRef>& refs) {
  std::vector<ProjectName> out;
  out.reserve(refs.size());
  for (const ProjectRef& ref : refs) {
    out.push_back(name_at(snapshot, ref.index));
  }
  return out;
}

/// NAME or NAME#2 as a user writes it; it must be there.
Result<ProjectName> named(const Snapshot& snapshot, const std::string& text) {
  ProjectName wanted{text, 1};
  const bool whole = std::any_of(snapshot.projects.begin(), snapshot.projects.end(),
                                 [&](const Project& project) { return project.name == text; });
  if (const std::size_t mark = text.rfind('#'); !whole && mark != std::string::npos) {
    const char* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data() + mark + 1, end, wanted.occurrence);
    if (failure == std::errc{} && stop == end) {
      wanted.name = text.substr(0, mark);
    }
  }
  const auto count =
      std::count_if(snapshot.projects.begin(), snapshot.projects.end(),
                    [&](const Project& project) { return project.name == wanted.name; });
  if (wanted.occurrence >= 1 && wanted.occurrence <= count) {
    return wanted;
  }
  const std::vector<std::size_t> near = find_projects(snapshot, text);
  if (count == 0 && near.size() == 1) {
    return name_at(snapshot, near.front());
  }
  std::string list;
  for (const std::size_t position : near) {
    list += (list.empty() ? "" : ", ") + snapshot.projects[position].name;
  }
  if (near.size() > 1) {
    return fail({BD_TR("{0} is part of several names: {1}"), {text, list}},
                {BD_TR("give more of the name"), {}});
  }
  return fail({BD_TR("no project is named {0}"), {text}},
              {BD_TR("budgetdiff show YEAR lists them; a part of a name is enough"), {}});
}

Result<std::vector<ProjectName>> all_named(const Snapshot& snapshot,
                                           const std::vector<std::string>& texts) {
  std::vector<ProjectName> out;
  for (const std::string& text : texts) {
    auto name = named(snapshot, text);
    if (!name) {
      return fail(std::move(name).error());
    }
    out.push_back(std::move(*name));
  }
  return out;
}

struct Group {
  std::vector<ProjectRef> from;
  std::vector<ProjectRef> to;
  bool suggested = false;
};

/// The group or suggestion whose id begins so.
Result<Group> group_of_id(const DecideInput& input, const std::string& id) {
  std::vector<Group> found;
  for (const SuggestedMatch& item : input.changes.suggested) {
    if (item.id.starts_with(id)) {
      found.push_back({item.from, item.to, true});
    }
  }
  for (const ProjectChange& item : input.changes.projects) {
    if (item.id.starts_with(id)) {
      found.push_back({item.from, item.to, false});
    }
  }
  if (found.size() == 1) {
    return found.front();
  }
  if (found.empty()) {
    return fail(
        {BD_TR("no match has the id {0}"), {id}},
        {BD_TR("budgetdiff match list {0} {1} lists them"), {input.from_name, input.to_name}});
  }
  return fail({BD_TR("{0} matches begin with {1}"), {std::to_string(found.size()), id}},
              {BD_TR("give more of the id"), {}});
}

/// Of a suggestion what it adds to the groups that are there: rejecting
/// X -> X + P says nothing against X -> X.
void leave_out_matched(const ChangeSet& changes, Group& group) {
  std::vector<std::size_t> new_from;
  std::vector<std::size_t> new_to;
  for (const ProjectChange& change : changes.projects) {
    if (change.from.empty() != change.to.empty()) {
      for (const ProjectRef& ref : change.from) {
        new_from.push_back(ref.index);
      }
      for (const ProjectRef& ref : change.to) {
        new_to.push_back(ref.index);
      }
    }
  }
  const auto keep = [](std::vector<ProjectRef>& refs, const std::vector<std::size_t>& wanted) {
    const auto unwanted = [&](const ProjectRef& ref) {
      return std::find(wanted.begin(), wanted.end(), ref.index) == wanted.end();
    };
    if (!std::all_of(refs.begin(), refs.end(), unwanted)) {
      std::erase_if(refs, unwanted);
    }
  };
  keep(group.from, new_from);
  keep(group.to, new_to);
}

bool share_a_name(const std::vector<ProjectName>& a, const std::vector<ProjectName>& b) {
  return std::any_of(a.begin(), a.end(), [&](const ProjectName& name) {
    return std::find(b.begin(), b.end(), name) != b.end();
  });
}

/// A new word replaces older ones that speak of the same: a pin all pins of its
/// projects, a rejection the same rejection.
void put(Decisions& decisions, Decision decision) {
  std::erase_if(decisions.decisions, [&](const Decision& old) {
    if (old.verdict == Verdict::same && decision.verdict == Verdict::same) {
      return share_a_name(old.from, decision.from) || share_a_name(old.to, decision.to);
    }
    // Two words on one pair: the later holds.
    return old.from == decision.from && old.to == decision.to;
  });
  decisions.decisions.push_back(std::move(decision));
}

std::string joined(const std::vector<ProjectName>& names) {
  std::string out;
  for (const ProjectName& name : names) {
    out += (out.empty() ? "" : " + ") + name.name;
    if (name.occurrence > 1) {
      out += "#" + std::to_string(name.occurrence);
    }
  }
  return out.empty() ? "(none)" : out;
}

}  // namespace

std::vector<std::size_t> find_projects(const Snapshot& snapshot, const std::string& name) {
  std::vector<std::size_t> exact;
  std::vector<std::size_t> part;
  const std::string folded = fold_name(name);
  for (std::size_t i = 0; i < snapshot.projects.size(); ++i) {
    const std::string& candidate = snapshot.projects[i].name;
    if (candidate == name) {
      exact.push_back(i);
    } else if (!folded.empty() && fold_name(candidate).find(folded) != std::string::npos) {
      part.push_back(i);
    }
  }
  return exact.empty() ? part : exact;
}

Result<std::string> decide(const DecideInput& input, const DecideRequest& options,
                           Decisions& decisions) {
  if (options.action == DecideAction::unpin) {
    const std::size_t before = decisions.decisions.size();
    const std::string folded = fold_name(options.id);
    std::erase_if(decisions.decisions, [&](const Decision& decision) {
      const auto names = [&](const ProjectName& name) { return fold_name(name.name) == folded; };
      return std::any_of(decision.from.begin(), decision.from.end(), names) ||
             std::any_of(decision.to.begin(), decision.to.end(), names);
    });
    if (decisions.decisions.size() == before) {
      return fail({BD_TR("no decision speaks of {0}"), {options.id}});
    }
    return "unpin " + options.id;
  }
  Decision decision;
  decision.reason = options.reason;
  if (options.action == DecideAction::pin) {
    auto from = all_named(input.from, options.from_names);
    auto to = all_named(input.to, options.to_names);
    if (!from || !to) {
      return fail(from ? std::move(to).error() : std::move(from).error());
    }
    if (from->empty() && to->empty()) {
      return fail({BD_TR("a pin needs at least one project"), {}},
                  {BD_TR("name it with --from or --to"), {}});
    }
    decision.from = std::move(*from);
    decision.to = std::move(*to);
  } else {
    auto group = group_of_id(input, options.id);
    if (!group) {
      return fail(std::move(group).error());
    }
    if (options.action == DecideAction::reject && group->suggested) {
      leave_out_matched(input.changes, *group);
    }
    decision.from = names_at(input.from, group->from);
    decision.to = names_at(input.to, group->to);
    if (options.action == DecideAction::reject) {
      decision.verdict = Verdict::different;
      if (decision.from.empty() || decision.to.empty()) {
        return fail({BD_TR("{0} is no match: there is nothing to reject"), {options.id}});
      }
    }
  }
  const std::string verb = options.action == DecideAction::accept   ? "accept "
                           : options.action == DecideAction::reject ? "reject "
                                                                    : "pin ";
  const std::string subject = verb + joined(decision.from) + " -> " + joined(decision.to);
  put(decisions, std::move(decision));
  return subject;
}

}  // namespace budgetdiff
