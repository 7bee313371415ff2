#include "import/stream/deal_ways.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = DealPlace::outside;
/// Ways that are kept behind each token, of each set of columns; fewer of each where these are
/// many.
constexpr std::size_t most_kept = 60;
constexpr std::size_t kept_of_all = 600;

}  // namespace

DealWays::DealWays(std::size_t tokens, std::size_t sets, std::size_t& budget)
    : sets_(sets),
      kept_(std::min(most_kept, kept_of_all / std::max<std::size_t>(sets, 1))),
      budget_(budget),
      layers_(tokens + 1) {
  layers_[0].states.emplace_back();
  layers_[0].costs.push_back(0);
}

std::vector<std::size_t> DealWays::by_cost(std::size_t count) const {
  const std::vector<double>& costs = layers_[count].costs;
  std::vector<std::size_t> out(costs.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  std::stable_sort(out.begin(), out.end(),
                   [&](std::size_t a, std::size_t b) { return costs[a] < costs[b]; });
  return out;
}

void DealWays::begin(std::size_t count) {
  found_.clear();
  least_ = impossible;
  next_ = &layers_[count];
}

void DealWays::reach(std::size_t from, double before, double cost, DealState state,
                     const DealPlace& place, bool beside) {
  if (too_dear(before + cost)) {
    return;
  }
  least_ = std::min(least_, before + cost);
  if (budget_ > 0) {
    --budget_;
  }
  const auto last = state.last;
  const auto [at, fresh] = found_.emplace(state, next_->states.size());
  if (fresh) {
    next_->states.push_back(std::move(state));
    next_->costs.push_back(impossible);
  }
  next_->steps.push_back({from, at->second, cost, place, beside});
  if (before + cost < next_->costs[at->second]) {
    next_->costs[at->second] = before + cost;
    next_->states[at->second].last = last;
  }
}

bool DealWays::keep_cheapest() {
  DealLayer& layer = *next_;
  // Some of each set: which columns stand beside each other shows later.
  std::vector<std::vector<double>> sorted(sets_ + 1);
  double least = impossible;
  for (std::size_t i = 0; i < layer.states.size(); ++i) {
    sorted[std::min(layer.states[i].set, sets_)].push_back(layer.costs[i]);
    least = std::min(least, layer.costs[i]);
  }
  std::vector<double> most(sets_ + 1, least + most_dearer);
  for (std::size_t set = 0; set < sorted.size(); ++set) {
    if (sorted[set].size() > kept_) {
      const auto nth = sorted[set].begin() + static_cast<std::ptrdiff_t>(kept_);
      std::nth_element(sorted[set].begin(), nth, sorted[set].end());
      most[set] = std::min(most[set], *nth);
    }
  }
  std::vector<std::size_t> moved(layer.states.size(), none);
  DealLayer kept;
  for (std::size_t s = 0; s < layer.states.size(); ++s) {
    if (layer.costs[s] <= most[std::min(layer.states[s].set, sets_)]) {
      moved[s] = kept.states.size();
      kept.states.push_back(std::move(layer.states[s]));
      kept.costs.push_back(layer.costs[s]);
    }
  }
  for (DealStep& one : layer.steps) {
    if (moved[one.to] != none) {
      one.to = moved[one.to];
      kept.steps.push_back(one);
    }
  }
  layer = std::move(kept);
  return !layer.states.empty();
}

std::vector<std::vector<double>> DealWays::ahead(std::vector<double> ends) const {
  const std::size_t n = layers_.size() - 1;
  std::vector<std::vector<double>> out(n + 1);
  out[n] = std::move(ends);
  for (std::size_t i = n; i > 0; --i) {
    out[i - 1].assign(layers_[i - 1].states.size(), impossible);
    for (const DealStep& one : layers_[i].steps) {
      double& known = out[i - 1][one.from];
      known = std::min(known, one.cost + out[i][one.to]);
    }
  }
  return out;
}

std::vector<DealStep> DealWays::cheapest(const std::vector<std::vector<double>>& ahead) const {
  std::vector<DealStep> out;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < layers_.size(); ++i) {
    DealStep best;
    double cost = impossible;
    for (const DealStep& one : layers_[i + 1].steps) {
      if (one.from == at && one.cost + ahead[i + 1][one.to] < cost) {
        cost = one.cost + ahead[i + 1][one.to];
        best = one;
      }
    }
    out.push_back(best);
    at = best.to;
  }
  return out;
}

}  // namespace budgetdiff::import
