#include "match/candidates.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>

namespace budgetdiff::matching {
namespace {

/// Tokens that more projects have than this say too little to be looked up.
constexpr std::size_t longest_list = 160;
/// How many of a project's rarest tokens of a goal or of indicators are used.
constexpr std::size_t rarest = 24;
/// How many projects of the other side one project may name.
constexpr std::size_t most_named = 14;

enum class Field : std::uint64_t { name, goal, indicator, goal_hash, code, whole, unit };

/// A token of one field as one key.
std::uint64_t key(Field field, std::uint64_t token) {
  std::uint64_t mixed = token + (static_cast<std::uint64_t>(field) + 1) * 0x9E3779B97F4A7C15ULL;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
  return mixed ^ (mixed >> 31);
}

struct Weighted {
  std::uint64_t key = 0;
  int weight = 0;
};

/// What each of many projects is looked up by, in one piece.
class Keys {
 public:
  Keys(std::size_t projects, std::size_t most) {
    starts_.reserve(projects + 1);
    keys_.reserve(most);
    weights_.reserve(most);
    starts_.push_back(0);
  }

  /// Adds to the project that the next end() closes.
  void add(const Weighted& one) {
    keys_.push_back(one.key);
    weights_.push_back(one.weight);
  }
  void end() { starts_.push_back(keys_.size()); }

  [[nodiscard]] std::size_t projects() const { return starts_.size() - 1; }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  [[nodiscard]] std::span<const std::uint64_t> of(std::size_t i) const {
    return {keys_.data() + starts_[i], keys_.data() + starts_[i + 1]};
  }
  [[nodiscard]] std::span<const int> weights_of(std::size_t i) const {
    return {weights_.data() + starts_[i], weights_.data() + starts_[i + 1]};
  }

 private:
  std::vector<std::uint64_t> keys_;
  std::vector<int> weights_;
  std::vector<std::size_t> starts_;  ///< project i is up to starts_[i + 1]
};

void add_field(const WeighedTokens& text, const TokenWeights& weights, Field field, int share,
               std::size_t most, Keys& out) {
  struct Rare {
    std::size_t count = 0;
    Token token = 0;
    int weight = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): a false alarm of clang-tidy 14 (compares with 0)
    auto operator<=>(const Rare&) const = default;
  };
  std::vector<Rare> rare;
  rare.reserve(text.tokens.size());
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    const std::size_t count = weights.count(text.tokens[i]);
    if (count > 1 && count <= 2 * longest_list) {
      rare.push_back({count, text.tokens[i], text.weights[i]});
    }
  }
  if (rare.size() > most) {
    std::nth_element(rare.begin(), rare.begin() + static_cast<std::ptrdiff_t>(most), rare.end());
    rare.resize(most);
  }
  for (const Rare& one : rare) {
    out.add({key(field, one.token), one.weight * share});
  }
}

constexpr std::size_t other_keys = 4;

std::size_t most_keys(const ProjectView& view) {
  return view.name_tokens.tokens.size() + std::min(view.goal_tokens.tokens.size(), rarest) +
         std::min(view.indicator_tokens.tokens.size(), rarest) + other_keys;
}

/// Adds what a project is looked up by.
void add_keys(const Corpus& corpus, const ProjectView& view, Keys& out) {
  add_field(view.name_tokens, corpus.name_weights, Field::name, 3, view.name_tokens.tokens.size(),
            out);
  add_field(view.goal_tokens, corpus.goal_weights, Field::goal, 1, rarest, out);
  add_field(view.indicator_tokens, corpus.indicator_weights, Field::indicator, 1, rarest, out);
  constexpr int whole_text = 60'000;  // as several rare tokens
  if (view.goal_hash != 0) {
    out.add({key(Field::goal_hash, view.goal_hash), whole_text});
  }
  if (!view.code.empty()) {
    out.add({key(Field::code, hash_text(view.code)), 2 * whole_text});
  }
  std::uint64_t skeleton = 0;
  for (const char32_t c : view.name.skeleton) {
    skeleton = key(Field::whole, skeleton ^ c);
  }
  out.add({key(Field::whole, skeleton), 2 * whole_text});
  if (!view.spending_unit.empty()) {
    // A thousand units may have one line of one name each.
    out.add({key(Field::unit, skeleton ^ hash_text(view.spending_unit)), 2 * whole_text});
  }
}

Keys keys_of(const Corpus& corpus, Side side) {
  const std::vector<ProjectView>& views = corpus.side(side);
  const std::vector<bool>& left_out = corpus.is_unchanged[static_cast<std::size_t>(side)];
  std::size_t most = 0;
  for (const ProjectView& view : views) {
    most += most_keys(view);
  }
  Keys out(views.size(), most);
  for (std::size_t i = 0; i < views.size(); ++i) {
    if (!left_out[i]) {
      add_keys(corpus, views[i], out);
    }
    out.end();
  }
  return out;
}

/// Which projects have a key, in order of position.
class Index {
 public:
  explicit Index(const Keys& keys) {
    const std::size_t entries = keys.size();
    list_of_ = FlatTable(std::min(entries / 2, most_room));
    // Counted first, so that each list lies in one piece. A new key's list is 0
    // until it is given a number, which are from 1 on.
    starts_.push_back(0);
    for (std::size_t i = 0; i < keys.projects(); ++i) {
      for (const std::uint64_t key : keys.of(i)) {
        std::uint32_t& number = list_of_[key];
        if (number == 0) {
          number = static_cast<std::uint32_t>(starts_.size());
          starts_.push_back(0);
        }
        ++starts_[number];
      }
    }
    // Where each list ends; filled from behind, that becomes where it begins.
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    postings_.resize(entries);
    for (std::size_t i = keys.projects(); i-- > 0;) {
      for (const std::uint64_t key : keys.of(i)) {
        postings_[--starts_[list_of_[key]]] = static_cast<std::uint32_t>(i);
      }
    }
    starts_.push_back(static_cast<std::uint32_t>(entries));
  }

  [[nodiscard]] std::span<const std::uint32_t> find(std::uint64_t key) const {
    const std::uint32_t* found = list_of_.find(key);
    if (found == nullptr) {
      return {};
    }
    return {postings_.data() + starts_[*found], postings_.data() + starts_[*found + 1]};
  }

 private:
  std::vector<std::uint32_t> postings_;
  FlatTable list_of_;
  std::vector<std::uint32_t> starts_;  ///< list n is up to starts_[n + 1]; there is no list 0
};

}  // namespace

std::vector<Candidate> find_candidates(const Corpus& corpus, const std::vector<bool>& wanted_from,
                                       const std::vector<bool>& wanted_to) {
  const std::array<const std::vector<bool>*, 2> wanted = {&wanted_from, &wanted_to};
  const std::array<Keys, 2> keys = {keys_of(corpus, Side::from), keys_of(corpus, Side::to)};
  std::vector<Candidate> out;
  for (const Side side : {Side::from, Side::to}) {
    const auto here = static_cast<std::size_t>(side);
    const std::size_t there = 1 - here;
    const Index index(keys[there]);
    // Ties between equally near projects go by content, not by position.
    std::vector<std::size_t> rank(corpus.views[there].size());
    for (std::size_t i = 0; i < rank.size(); ++i) {
      rank[corpus.canonical[there][i]] = i;
    }
    std::vector<std::int64_t> weight(rank.size(), 0);
    std::vector<std::size_t> touched;
    for (std::size_t i = 0; i < keys[here].projects(); ++i) {
      if (!(*wanted[here])[i] || corpus.is_unchanged[here][i]) {
        continue;
      }
      touched.clear();
      const auto own = keys[here].of(i);
      const auto weights = keys[here].weights_of(i);
      for (std::size_t k = 0; k < own.size(); ++k) {
        const auto list = index.find(own[k]);
        if (list.size() > longest_list) {
          continue;
        }
        for (const std::uint32_t j : list) {
          if (weight[j] == 0) {
            touched.push_back(j);
          }
          weight[j] += weights[k];
        }
      }
      const std::size_t named = std::min(most_named, touched.size());
      std::partial_sort(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(named),
                        touched.end(), [&](std::size_t a, std::size_t b) {
                          return std::pair(-weight[a], rank[a]) < std::pair(-weight[b], rank[b]);
                        });
      for (std::size_t n = 0; n < touched.size(); ++n) {
        if (n < named) {
          out.push_back(side == Side::from ? Candidate{i, touched[n]} : Candidate{touched[n], i});
        }
        weight[touched[n]] = 0;
      }
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace budgetdiff::matching
