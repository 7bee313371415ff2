#include "match/joined_names.hpp"

#include "match/tokens.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace budgetdiff::matching {
namespace {

using std::u32string;
using std::u32string_view;

/// Longer ones first where one begins like another. と joins too much else.
constexpr std::array<u32string_view, 8> words = {U"以及", U"及び", U"並びに", U"ならびに",
                                                 U"及",   U"和",   U"与",     U"與"};
/// Folding takes these out of names, so that they are looked for as published.
constexpr std::array<std::string_view, 8> marks = {"、", "・", "，", "/", "／", "+", "＋", "&"};

constexpr std::size_t most_joints = 6;
/// What is longer is no name; every way to read it is tried.
constexpr std::size_t longest_name = 120;
constexpr std::size_t ambiguous = std::numeric_limits<std::size_t>::max();

/// Where two names may be joined: one ends, the other begins.
struct Joint {
  std::size_t end = 0;
  std::size_t begin = 0;
};

/// The only project with each stem, or `ambiguous`.
using Stems = std::unordered_map<u32string_view, std::size_t>;

/// 业务管理 and the like name no project.
bool names_something(u32string_view stem) {
  TokenSet tokens;
  add_tokens(stem, tokens);
  return stem.size() >= 2 && !std::all_of(tokens.begin(), tokens.end(), is_general);
}

std::vector<Joint> joints_of(const NameToJoin& name) {
  const u32string& base = name.reading->base;
  std::vector<Joint> out;
  if (base.size() > longest_name) {
    return out;
  }
  constexpr u32string_view beginnings = U"以及並な和与與";
  for (std::size_t at = 1; at + 1 < base.size(); ++at) {
    if (beginnings.find(base[at]) == u32string_view::npos) {
      continue;
    }
    for (const u32string_view word : words) {
      if (base.compare(at, word.size(), word) == 0) {
        out.push_back({at, at + word.size()});
        break;
      }
    }
  }
  for (const std::string_view mark : marks) {
    for (std::size_t at = name.published.find(mark); at != std::string_view::npos;
         at = name.published.find(mark, at + mark.size())) {
      const std::size_t end = read_name(name.published.substr(0, at)).base.size();
      if (end > 0 && end < base.size()) {
        out.push_back({end, end});
      }
    }
  }
  std::sort(out.begin(), out.end(), [](const Joint& a, const Joint& b) { return a.end < b.end; });
  return out;
}

class Reader {
 public:
  Reader(u32string_view base, const std::vector<Joint>& joints, const Stems& stems)
      : base_(base), joints_(joints), stems_(stems) {}

  [[nodiscard]] std::vector<std::size_t> parts() const { return parts_from(0); }

 private:
  [[nodiscard]] std::optional<std::size_t> find(u32string_view name) const {
    const auto found = stems_.find(without_general_ending(name));
    if (found == stems_.end() || found->second == ambiguous || !names_something(found->first)) {
      return std::nullopt;
    }
    return found->second;
  }

  /// The name `left`, or with the end that it shares with what follows it:
  /// 公路 of 公路及航道养护.
  [[nodiscard]] std::optional<std::size_t> find_left(u32string_view left,
                                                     u32string_view right) const {
    if (const auto found = find(left)) {
      return found;
    }
    for (std::size_t tail = 1; tail < right.size(); ++tail) {
      if (const auto found = find(u32string(left).append(right.substr(right.size() - tail)))) {
        return found;
      }
    }
    return std::nullopt;
  }

  /// The last name, or with the beginning that it shares with the one before:
  /// 宣传 of 公路养护及宣传.
  [[nodiscard]] std::optional<std::size_t> find_last(u32string_view before,
                                                     u32string_view last) const {
    if (const auto found = find(last)) {
      return found;
    }
    for (std::size_t head = before.size(); head-- > 1;) {
      if (const auto found = find(u32string(before.substr(0, head)).append(last))) {
        return found;
      }
    }
    return std::nullopt;
  }

  /// The names joined from `begin` to the end; none where it cannot be read so.
  [[nodiscard]] std::vector<std::size_t> parts_from(std::size_t begin) const {
    for (const Joint& joint : joints_) {
      if (joint.end <= begin || joint.begin >= base_.size()) {
        continue;
      }
      const u32string_view left = base_.substr(begin, joint.end - begin);
      const u32string_view right = base_.substr(joint.begin);
      const auto first = find_left(left, right);
      if (!first) {
        continue;
      }
      std::vector<std::size_t> rest = parts_from(joint.begin);
      if (rest.empty()) {
        if (const auto last = find_last(left, right)) {
          rest.push_back(*last);
        }
      }
      if (!rest.empty() && std::find(rest.begin(), rest.end(), *first) == rest.end()) {
        rest.insert(rest.begin(), *first);
        return rest;
      }
    }
    return {};
  }

  u32string_view base_;
  const std::vector<Joint>& joints_;
  const Stems& stems_;
};

Stems stems_of(const std::vector<NameToJoin>& names) {
  Stems out;
  out.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto [at, added] = out.emplace(names[i].reading->stem, i);
    if (!added) {
      at->second = ambiguous;
    }
  }
  return out;
}

}  // namespace

std::vector<JoinedName> find_joined_names(const std::array<std::vector<NameToJoin>, 2>& names) {
  std::vector<JoinedName> out;
  for (std::size_t side = 0; side < 2; ++side) {
    std::optional<Stems> stems;  // of the other side, made when first needed
    for (std::size_t i = 0; i < names[side].size(); ++i) {
      const NameToJoin& name = names[side][i];
      if (!name.open) {
        continue;
      }
      const std::vector<Joint> joints = joints_of(name);
      if (joints.empty() || joints.size() > most_joints) {
        continue;
      }
      if (!stems) {
        stems = stems_of(names[1 - side]);
      }
      if (stems->contains(name.reading->stem)) {
        continue;
      }
      std::vector<std::size_t> parts = Reader(name.reading->base, joints, *stems).parts();
      if (!parts.empty()) {
        out.push_back({side, i, std::move(parts)});
      }
    }
  }
  return out;
}

}  // namespace budgetdiff::matching
