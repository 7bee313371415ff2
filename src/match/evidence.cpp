#include "match/evidence.hpp"

#include "match/year_shift.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::matching {
namespace {

/// What with_year_marks() puts in the place of a year.
constexpr char32_t year_mark = U'\uE000';

std::string to_text(int number) {
  return std::to_string(number);
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

/// The code as published: the project's own, or what of its name is read as one.
std::string published_code(const ProjectView& view) {
  const std::string& own = view.project->code;
  if (!own.empty()) {
    return own;
  }
  const std::string& name = view.project->name;
  for (std::size_t end = 1; end <= name.size(); ++end) {
    const bool inside =
        end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80;
    if (!inside && fold_name(name.substr(0, end)) == view.code) {
      return name.substr(0, end);
    }
  }
  return view.code;
}

}  // namespace

std::vector<std::string> shared_words(const NameReading& from, const NameReading& to) {
  const std::u32string& a = from.skeleton;
  const std::u32string& b = to.skeleton;
  std::vector<std::string> out;
  constexpr std::size_t most = 3;
  for (std::size_t at = 0; at < a.size() && out.size() < most;) {
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
      out.push_back(to_utf8(run));
    }
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

Message say_shared_words(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    all += all.empty() ? "" : "、";
    all += word;
  }
  return {BD_TR("shared words: {0}"), {all}};
}

Message say_shared_indicators(std::size_t shared, std::size_t all) {
  return {BD_TR("{0} of {1} indicators shared"), {std::to_string(shared), std::to_string(all)}};
}

Message say_goals_alike(int per_mille) {
  return {BD_TR("goal {0}% alike"), {to_text(per_mille / 10)}};
}

std::vector<Message> pair_evidence(const ProjectView& from, const ProjectView& to,
                                   const PairFeatures& features) {
  std::vector<Message> out;
  if (features.same_code) {
    out.push_back({BD_TR("same project code {0}"), {published_code(to)}});
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
      if (const auto words = shared_words(from.name, to.name); !words.empty()) {
        out.push_back(say_shared_words(words));
      }
      if (features.abbreviated) {
        out.push_back({BD_TR("one name abbreviates the other"), {}});
      }
      break;
  }
  if (features.same_goal) {
    out.push_back({BD_TR("same goal"), {}});
  } else if (features.goal >= alike) {
    out.push_back(say_goals_alike(features.goal));
  }
  if (features.shared_indicators > 0) {
    out.push_back(say_shared_indicators(static_cast<std::size_t>(features.shared_indicators),
                                        std::max(from.indicators.size(), to.indicators.size())));
  }
  if (features.totals && features.total == 1000 && from.total && to.total &&
      *from.total == *to.total) {
    out.push_back({BD_TR("same amount {0}"), {say_amount(*to.total, to)}});
  }
  return out;
}

std::vector<Message> counter_evidence(const ProjectView& from, const ProjectView& to,
                                      const PairFeatures& features) {
  std::vector<Message> out;
  if (features.reused_code) {
    out.push_back({BD_TR("project code {0} was given to other work"), {published_code(to)}});
  }
  if (features.different_code) {
    out.push_back(
        {BD_TR("project codes differ: {0} and {1}"), {published_code(from), published_code(to)}});
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
    out.push_back({BD_TR("amounts far apart: {0} and {1}"),
                   {say_amount(*from.total, from), say_amount(*to.total, to)}});
  }
  return out;
}

}  // namespace budgetdiff::matching
