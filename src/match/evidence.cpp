#include "match/evidence.hpp"

#include "match/offshoot.hpp"
#include "match/year_shift.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace budgetdiff::matching {
namespace {

/// What with_year_marks() puts in the place of a year.
constexpr char32_t year_mark = U'\uE000';

std::string to_text(int number) {
  return std::to_string(number);
}

/// The longest runs of characters that two names share, without general words,
/// in the order of the first name: 博士后、工作.
std::string shared_words(const NameReading& from, const NameReading& to) {
  const std::u32string& a = from.skeleton;
  const std::u32string& b = to.skeleton;
  std::u32string out;
  int words = 0;
  constexpr int most = 3;
  for (std::size_t at = 0; at < a.size() && words < most;) {
    std::size_t length = 0;
    // A year is no word: its mark ends the run.
    while (at + length < a.size() && a[at + length] != year_mark &&
           b.find(a.substr(at, length + 1)) != std::u32string::npos) {
      ++length;
    }
    const std::u32string_view run =
        without_general_ending(std::u32string_view(a).substr(at, length));
    TokenSet tokens;
    add_tokens(run, tokens);
    const bool telling = run.size() >= 2 && !std::all_of(tokens.begin(), tokens.end(), is_general);
    if (telling) {
      out += words > 0 ? U"、" : U"";
      out += run;
      ++words;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return to_utf8(out);
}

/// （市级） and the like, as the name reads them; the name where it has none.
std::string qualifiers_of(const NameReading& name) {
  std::u32string out;
  for (const Qualifier& qualifier : name.qualifiers) {
    out += out.empty() ? U"" : U"、";
    out += qualifier.value;
    out += qualifier.kind == Qualifier::Kind::phase ? U"期" : U"";
  }
  return to_utf8(out.empty() ? name.whole : out);
}

constexpr const char* words_shared = BD_TR("shared words: {0}");
constexpr const char* indicators_shared = BD_TR("{0} of {1} indicators shared");

Message shared_indicators(std::size_t shared, std::size_t all) {
  return {indicators_shared, {std::to_string(shared), std::to_string(all)}};
}

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

}  // namespace

std::vector<Message> pair_evidence(const ProjectView& from, const ProjectView& to,
                                   const PairFeatures& features) {
  std::vector<Message> out;
  if (features.same_code) {
    out.push_back({BD_TR("same project code {0}"), {to.code}});
  }
  switch (features.names) {
    case PairFeatures::Names::exact:
      out.push_back({BD_TR("same name"), {}});
      break;
    case PairFeatures::Names::normalized:
      out.push_back({BD_TR("same name in another spelling"), {}});
      break;
    case PairFeatures::Names::year_rolled:
      out.push_back({BD_TR("year moved {0} -> {1}"),
                     {to_text(from.name.years.back()), to_text(to.name.years.back())}});
      break;
    case PairFeatures::Names::different:
      if (const std::string words = shared_words(from.name, to.name); !words.empty()) {
        out.push_back({words_shared, {words}});
      }
      if (features.abbreviated) {
        out.push_back({BD_TR("one name abbreviates the other"), {}});
      }
      break;
  }
  if (features.same_goal) {
    out.push_back({BD_TR("same goal"), {}});
  } else if (features.goal >= 600) {
    out.push_back({BD_TR("goal {0}% alike"), {to_text(features.goal / 10)}});
  }
  if (features.shared_indicators > 0) {
    out.push_back(shared_indicators(static_cast<std::size_t>(features.shared_indicators),
                                    std::max(from.indicators.size(), to.indicators.size())));
  }
  if (features.totals && features.total == 1000 && from.total && to.total &&
      *from.total == *to.total) {
    out.push_back({BD_TR("same amount {0}"), {to.total->grouped()}});
  }
  return out;
}

std::vector<Message> counter_evidence(const ProjectView& from, const ProjectView& to,
                                      const PairFeatures& features) {
  std::vector<Message> out;
  if (features.different_code) {
    out.push_back({BD_TR("project codes differ: {0} and {1}"), {from.code, to.code}});
  }
  if (features.level_conflict || features.phase_conflict) {
    out.push_back({BD_TR("the names tell them apart: {0} and {1}"),
                   {qualifiers_of(from.name), qualifiers_of(to.name)}});
  }
  if (features.year_conflict) {
    out.push_back({BD_TR("years that do not go together: {0} and {1}"),
                   {to_text(from.name.years.back()), to_text(to.name.years.back())}});
  }
  if (features.names == PairFeatures::Names::different && features.name < 300) {
    out.push_back({BD_TR("names share little"), {}});
  }
  if (features.goals && features.goal < 300) {
    out.push_back({BD_TR("goals have little in common"), {}});
  }
  if (features.indicators && features.shared_indicators == 0) {
    out.push_back({BD_TR("no indicator shared"), {}});
  }
  if (features.totals && features.total < 200) {
    out.push_back(
        {BD_TR("amounts far apart: {0} and {1}"), {from.total->grouped(), to.total->grouped()}});
  }
  return out;
}

std::vector<Message> group_evidence(const Corpus& corpus, const ProjectGroup& group) {
  std::vector<Message> out;
  const bool several = group.from.size() + group.to.size() > 2;
  bool joined = false;
  for (const JoinedName& join : corpus.joined) {
    if (is_of(join, group)) {
      joined = true;
      Message message = joined_names(corpus, join, group);
      if (std::find(out.begin(), out.end(), message) == out.end()) {
        out.push_back(std::move(message));
      }
    }
  }
  const auto add = [&](Message message) {
    // Said of the whole group below rather than once for each part.
    const bool of_a_part = several && message.text == indicators_shared;
    // Which words they share goes without saying where names were joined.
    const bool said = joined && message.text == words_shared;
    if (!of_a_part && !said && std::find(out.begin(), out.end(), message) == out.end()) {
      out.push_back(std::move(message));
    }
  };
  const auto& from = corpus.side(Side::from);
  const auto& to = corpus.side(Side::to);
  for (const PairedProjects& pair : group.pairs) {
    for (Message& message : pair_evidence(from[pair.from], to[pair.to], pair.features)) {
      add(std::move(message));
    }
  }
  for (const Part& part : group.parts) {
    const std::size_t i = part.side == Side::from ? part.part : part.whole;
    const std::size_t j = part.side == Side::from ? part.whole : part.part;
    for (Message& message : pair_evidence(from[i], to[j], compare(corpus, from[i], to[j]))) {
      add(std::move(message));
    }
    if (auto message = evidence_beside(corpus, group, part)) {
      add(std::move(*message));
    }
  }
  if (several) {
    const auto before = all_indicators(from, group.from);
    const auto after = all_indicators(to, group.to);
    std::vector<std::uint64_t> shared;
    std::set_intersection(before.begin(), before.end(), after.begin(), after.end(),
                          std::back_inserter(shared));
    if (!shared.empty()) {
      out.push_back(shared_indicators(shared.size(), std::max(before.size(), after.size())));
    }
    const bool split = group.from.size() == 1;
    const std::vector<std::size_t>& parts = split ? group.to : group.from;
    const std::vector<ProjectView>& views = split ? to : from;
    Amount sum;
    bool known = true;
    for (const std::size_t i : parts) {
      known = known && views[i].total.has_value();
      sum += views[i].total.value_or(Amount());
    }
    if (known && (split || group.to.size() == 1)) {
      out.push_back({BD_TR("parts add up: {0}"), {sum.grouped()}});
    }
  }
  return out;
}

}  // namespace budgetdiff::matching
