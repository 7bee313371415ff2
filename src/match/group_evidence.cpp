#include "match/evidence.hpp"
#include "match/offshoot.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace budgetdiff::matching {
namespace {

bool is_of(const JoinedName& join, const ProjectGroup& group) {
  const std::vector<std::size_t>& wholes = join.side == 0 ? group.from : group.to;
  const std::vector<std::size_t>& parts = join.side == 0 ? group.to : group.from;
  return std::find(wholes.begin(), wholes.end(), join.whole) != wholes.end() &&
         std::all_of(join.parts.begin(), join.parts.end(), [&](std::size_t part) {
           return std::find(parts.begin(), parts.end(), part) != parts.end();
         });
}

/// Says that names were joined, and which one does it where others stand beside it.
Message joined_names(const Corpus& corpus, const JoinedName& join, const ProjectGroup& group) {
  const std::vector<std::size_t>& beside = join.side == 0 ? group.from : group.to;
  const bool all = std::all_of(beside.begin(), beside.end(), [&](std::size_t i) {
    return corpus.views[join.side][i].name.stem == corpus.views[join.side][join.whole].name.stem;
  });
  if (all) {
    return {BD_TR("names joined into one"), {}};
  }
  return {BD_TR("{0} joins the other names"), {corpus.views[join.side][join.whole].project->name}};
}

/// What a part has in common with a member that it stands beside.
std::optional<Message> evidence_beside(const Corpus& corpus, const ProjectGroup& group,
                                       const Part& part) {
  const std::vector<ProjectView>& views = corpus.side(part.side);
  const ProjectView& own = views[part.part];
  const ProjectView& whole = corpus.side(other(part.side))[part.whole];
  std::vector<std::size_t> others = part.side == Side::from ? group.from : group.to;
  std::erase(others, part.part);
  const std::u32string_view prepared = prepared_by(own.name.stem);
  for (const std::size_t i : others) {
    if (!prepared.empty() && views[i].name.stem == prepared) {
      return Message{BD_TR("{0} prepares {1}"), {own.project->name, views[i].project->name}};
    }
  }
  const ProjectView* form = find_offshoot(corpus, own, whole, views, others).of;
  if (form == nullptr || form == &whole) {
    return std::nullopt;  // said of the pair already
  }
  return Message{BD_TR("{0} has the goal and indicators of {1}"),
                 {own.project->name, form->project->name}};
}

/// The names of the indicators of several projects, once each.
std::vector<std::uint64_t> all_indicators(const std::vector<ProjectView>& views,
                                          const std::vector<std::size_t>& positions) {
  std::vector<std::uint64_t> out;
  for (const std::size_t i : positions) {
    out.insert(out.end(), views[i].indicators.begin(), views[i].indicators.end());
  }
  sort_unique(out);
  return out;
}

/// Two projects of a group that belong together, earlier one first.
struct Link {
  std::size_t from = 0;
  std::size_t to = 0;
  PairFeatures features;
};

std::vector<Link> links_of(const Corpus& corpus, const ProjectGroup& group) {
  std::vector<Link> out;
  for (const PairedProjects& pair : group.pairs) {
    out.push_back({pair.from, pair.to, pair.features});
  }
  for (const Part& part : group.parts) {
    const std::size_t i = part.side == Side::from ? part.part : part.whole;
    const std::size_t j = part.side == Side::from ? part.whole : part.part;
    out.push_back({i, j, compare(corpus, corpus.side(Side::from)[i], corpus.side(Side::to)[j])});
  }
  return out;
}

/// The words that the names of any link share; of 公路 and 公路养护 the longer.
std::vector<std::string> words_of(const Corpus& corpus, const std::vector<Link>& links) {
  std::vector<std::string> all;
  for (const Link& link : links) {
    if (link.features.names == PairFeatures::Names::different) {
      for (std::string& word : shared_words(corpus.side(Side::from)[link.from].name,
                                            corpus.side(Side::to)[link.to].name)) {
        all.push_back(std::move(word));
      }
    }
  }
  std::vector<std::string> out;
  for (const std::string& word : all) {
    const bool part_of_another = std::any_of(all.begin(), all.end(), [&](const std::string& other) {
      return other.size() > word.size() && other.find(word) != std::string::npos;
    });
    if (!part_of_another && std::find(out.begin(), out.end(), word) == out.end()) {
      out.push_back(word);
    }
  }
  return out;
}

/// How far the goals agree, over all links where they do.
std::optional<Message> goals_of(const std::vector<Link>& links) {
  int least = 1000;
  int most = 0;
  for (const Link& link : links) {
    if (link.features.goals && link.features.goal >= alike) {
      const int goal = link.features.same_goal ? 1000 : std::min(link.features.goal, 999);
      least = std::min(least, goal);
      most = std::max(most, goal);
    }
  }
  if (most == 0) {
    return std::nullopt;
  }
  if (least == 1000) {
    return Message{BD_TR("same goal"), {}};
  }
  if (least / 10 == most / 10) {
    return say_goals_alike(least);
  }
  return Message{BD_TR("goals {0}% to {1}% alike"),
                 {std::to_string(least / 10), std::to_string(most / 10)}};
}

/// What is said of each link by itself, but once: codes, equal names, years.
void add_names(const Corpus& corpus, const std::vector<Link>& links, std::vector<Message>& out) {
  for (const Link& link : links) {
    PairFeatures names;
    names.names = link.features.names;
    names.same_code = link.features.same_code;
    if (names.names == PairFeatures::Names::different && !names.same_code) {
      continue;
    }
    for (Message& message :
         pair_evidence(corpus.side(Side::from)[link.from], corpus.side(Side::to)[link.to], names)) {
      if (std::find(out.begin(), out.end(), message) == out.end()) {
        out.push_back(std::move(message));
      }
    }
  }
}

void add_indicators_and_sum(const Corpus& corpus, const ProjectGroup& group,
                            std::vector<Message>& out) {
  const auto& from = corpus.side(Side::from);
  const auto& to = corpus.side(Side::to);
  const auto before = all_indicators(from, group.from);
  const auto after = all_indicators(to, group.to);
  std::vector<std::uint64_t> shared;
  std::set_intersection(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(shared));
  if (!shared.empty()) {
    out.push_back(say_shared_indicators(shared.size(), std::max(before.size(), after.size())));
  }
  const bool split = group.from.size() == 1;
  if (!split && group.to.size() != 1) {
    return;
  }
  const std::vector<ProjectView>& views = split ? to : from;
  const std::optional<Amount>& whole =
      split ? from[group.from.front()].total : to[group.to.front()].total;
  const std::vector<std::size_t>& parts = split ? group.to : group.from;
  Amount sum;
  for (const std::size_t i : parts) {
    if (!views[i].total) {
      return;
    }
    sum += *views[i].total;
  }
  // That parts add up speaks for them; a sum that is another one is a figure and no more.
  out.push_back({whole && *whole == sum ? BD_TR("the parts add up to the whole: {0}")
                                        : BD_TR("sum of the parts: {0}"),
                 {say_amount(sum, views[parts.front()])}});
}

}  // namespace

std::vector<Message> group_evidence(const Corpus& corpus, const ProjectGroup& group) {
  const std::vector<Link> links = links_of(corpus, group);
  if (links.size() == 1) {
    const Link& link = links.front();
    return pair_evidence(corpus.side(Side::from)[link.from], corpus.side(Side::to)[link.to],
                         link.features);
  }
  std::vector<Message> out;
  for (const JoinedName& join : corpus.joined) {
    if (is_of(join, group)) {
      Message message = joined_names(corpus, join, group);
      if (std::find(out.begin(), out.end(), message) == out.end()) {
        out.push_back(std::move(message));
      }
    }
  }
  // Which words they share goes without saying where names were joined.
  const bool joined = !out.empty();
  add_names(corpus, links, out);
  if (const auto words = words_of(corpus, links); !words.empty() && !joined) {
    out.push_back(say_shared_words(words));
  }
  if (auto goals = goals_of(links)) {
    out.push_back(std::move(*goals));
  }
  for (const Part& part : group.parts) {
    if (auto message = evidence_beside(corpus, group, part)) {
      out.push_back(std::move(*message));
    }
  }
  add_indicators_and_sum(corpus, group, out);
  return out;
}

}  // namespace budgetdiff::matching
