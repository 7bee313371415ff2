#pragma once

/// Two snapshots made ready for matching: every project read once, and how
/// telling each token is in these two documents.

#include "match/flat_table.hpp"
#include "match/joined_names.hpp"
#include "match/name_reading.hpp"
#include "match/tokens.hpp"
#include "match/unchanged.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace budgetdiff::matching {

/// The tokens of one text with their weights, so that comparing two texts looks
/// nothing up.
struct WeighedTokens {
  TokenSet tokens;
  std::vector<int> weights;  ///< of `tokens`, in their order
  std::int64_t sum = 0;

  [[nodiscard]] bool empty() const { return tokens.empty(); }
};

/// A project, read.
struct ProjectView {
  const Project* project = nullptr;
  NameReading name;
  std::string code;           ///< its own, or the one before its name
  std::string spending_unit;  ///< folded
  WeighedTokens name_tokens;
  WeighedTokens goal_tokens;
  WeighedTokens indicator_tokens;         ///< n-grams of all indicators' names
  std::vector<std::uint64_t> indicators;  ///< folded names hashed, sorted, once each
  std::uint64_t goal_hash = 0;            ///< of the folded goal; 0: no goal
  /// Of everything in it: equal for projects alike in everything.
  std::uint64_t content = 0;
  /// Which of those alike in everything this is, in published order.
  std::size_t occurrence = 0;
  std::optional<Amount> total;  ///< in the unit both sides are compared in
  std::string unit;             ///< that unit, where the sides differ in theirs
};

/// An amount as sentences say it: with its unit where the two tables have not the same.
[[nodiscard]] std::string say_amount(const Amount& amount, const ProjectView& of);

enum class Side { from = 0, to = 1 };
[[nodiscard]] constexpr Side other(Side side) {
  return side == Side::from ? Side::to : Side::from;
}

/// How many projects of both sides have a token, as information.
class TokenWeights {
 public:
  /// Room for as many different tokens.
  explicit TokenWeights(std::size_t tokens) : counts_(tokens) {}

  /// The tokens of `projects` projects that have the same ones.
  void add(const TokenSet& tokens, std::uint32_t projects = 1);
  /// Milli-bits: rare tokens weigh more, general words a quarter. At least 50.
  [[nodiscard]] int weight(Token token) const;
  [[nodiscard]] std::size_t count(Token token) const;
  /// To be called once, after the last add() and before the first weight().
  /// `own` are tokens that are general in these two documents.
  void finish(const TokenSet& own);
  void weigh(WeighedTokens& text) const;

 private:
  static constexpr std::uint32_t general = 1U << 31;  ///< beside a count

  FlatTable counts_;
  std::vector<int> weight_of_count_;
  std::size_t projects_ = 0;
  std::uint32_t most_ = 0;
};

struct Corpus {
  Corpus(const Snapshot& from, const Snapshot& to, const Constraints& constraints);

  /// Weighs the unchanged projects as well, after which they are like others.
  void include_unchanged();

  /// How many projects of both sides have the goal of this hash.
  [[nodiscard]] std::size_t count_of_goal(std::uint64_t goal_hash) const;

  [[nodiscard]] const std::vector<ProjectView>& side(Side side) const {
    return views[static_cast<std::size_t>(side)];
  }

  std::array<std::vector<ProjectView>, 2> views;
  /// Positions of each side in an order that only contents decide.
  std::array<std::vector<std::size_t>, 2> canonical;
  /// Alike in everything on both sides, and nobody's whole: their tokens count for the weights of
  /// others, but are not weighed themselves.
  std::vector<Candidate> unchanged;
  std::array<std::vector<bool>, 2> is_unchanged;
  std::vector<JoinedName> joined;
  TokenWeights name_weights{0};
  TokenWeights goal_weights{0};
  TokenWeights indicator_weights{0};
  int year_shift = 0;  ///< see Alignment
  std::array<std::optional<int>, 2> years;
  std::optional<int> snapshot_shift;  ///< later year minus earlier, where known

 private:
  void read_projects(const Snapshot& from, const Snapshot& to, const std::string& unit,
                     Namesakes namesakes);
  void find_joined();
  void keep_unchanged(const std::vector<Candidate>& pairs);
  void note_goals();
  void count_tokens();
  void weigh(ProjectView& view) const;

  std::vector<std::uint64_t> goals_;  ///< hashes of all that have one, sorted
};

}  // namespace budgetdiff::matching
