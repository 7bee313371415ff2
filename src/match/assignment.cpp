#include "match/assignment.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>
#include <utility>

namespace budgetdiff::matching {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
/// Steps for one assignment before it is finished best first: far more than
/// budgets need (50,000 projects take a few million).
constexpr std::size_t most_steps = 60'000'000;

/// Shortest augmenting paths with potentials, as in Jonker and Volgenant's
/// algorithm for sparse matrices. Costs are negated weights; every left node
/// may also stay single, at cost 0.
class Solver {
 public:
  Solver(const std::vector<Edge>& edges, std::size_t left_size, std::size_t right_size)
      : edges_(edges),
        first_(left_size + 1, 0),
        left_potential_(left_size, 0),
        right_potential_(right_size, 0),
        edge_of_left_(left_size, none),
        edge_of_right_(right_size, none),
        distance_(right_size, infinite),
        via_(right_size, none),
        done_(right_size, false) {
    for (const Edge& edge : edges) {
      if (edge.weight > 0) {
        ++first_[edge.left + 1];
      }
    }
    for (std::size_t i = 0; i < left_size; ++i) {
      first_[i + 1] += first_[i];
    }
    by_left_.resize(first_[left_size]);
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t e = 0; e < edges.size(); ++e) {
      if (edges[e].weight > 0) {
        by_left_[next[edges[e].left]++] = e;
      }
    }
  }

  std::vector<std::size_t> run() {
    // The dearest first: most of them find their partner free.
    for (std::size_t left = 0; left < edge_of_left_.size(); ++left) {
      for (std::size_t at = first_[left]; at < first_[left + 1]; ++at) {
        left_potential_[left] = std::min(left_potential_[left], -edges_[by_left_[at]].weight);
      }
    }
    for (std::size_t left = 0; left < edge_of_left_.size() && steps_ < most_steps; ++left) {
      if (first_[left] != first_[left + 1]) {
        augment(left);
      }
    }
    if (steps_ >= most_steps) {
      finish_greedily();
    }
    std::vector<std::size_t> taken;
    for (const std::size_t edge : edge_of_left_) {
      if (edge != none) {
        taken.push_back(edge);
      }
    }
    std::sort(taken.begin(), taken.end());
    return taken;
  }

 private:
  static constexpr std::int64_t infinite = std::numeric_limits<std::int64_t>::max() / 4;

  [[nodiscard]] std::int64_t reduced(std::size_t edge) const {
    return -edges_[edge].weight - left_potential_[edges_[edge].left] -
           right_potential_[edges_[edge].right];
  }

  /// Finds the cheapest way to serve `root`: a free right node, or leaving some
  /// left node on the way single (its own dummy, whose potential is 0).
  void augment(std::size_t root) {
    using Entry = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    std::vector<std::size_t> touched;
    std::vector<std::pair<std::size_t, std::int64_t>> lefts;  // reached, and how far
    std::int64_t best = infinite;
    std::size_t end_right = none;
    std::size_t end_left = none;
    std::size_t left = root;
    std::int64_t at = 0;
    for (;;) {
      lefts.emplace_back(left, at);
      if (const std::int64_t single = at - left_potential_[left]; single < best) {
        best = single;
        end_left = left;
        end_right = none;
      }
      for (std::size_t i = first_[left]; i < first_[left + 1]; ++i) {
        ++steps_;
        const std::size_t edge = by_left_[i];
        const std::size_t right = edges_[edge].right;
        const std::int64_t reach = at + reduced(edge);
        if (!done_[right] && reach < distance_[right] && reach < best) {
          if (distance_[right] == infinite) {
            touched.push_back(right);
          }
          distance_[right] = reach;
          via_[right] = edge;
          if (edge_of_right_[right] == none) {
            best = reach;
            end_right = right;
            end_left = none;
          } else {
            queue.emplace(reach, right);
          }
        }
      }
      std::size_t next = none;
      while (!queue.empty() && next == none) {
        const auto [reach, right] = queue.top();
        if (reach >= best) {
          break;
        }
        queue.pop();
        if (!done_[right] && reach == distance_[right]) {
          next = right;
          at = reach;
        }
      }
      if (next == none) {
        break;
      }
      done_[next] = true;
      left = edges_[edge_of_right_[next]].left;
    }
    for (const auto& [reached, distance] : lefts) {
      left_potential_[reached] += best - distance;
    }
    for (const std::size_t right : touched) {
      if (done_[right]) {
        right_potential_[right] -= best - distance_[right];
      }
    }
    flip(root, end_left, end_right);
    for (const std::size_t right : touched) {
      distance_[right] = infinite;
      via_[right] = none;
      done_[right] = false;
    }
  }

  void flip(std::size_t root, std::size_t end_left, std::size_t end_right) {
    std::size_t right = end_right;
    if (right == none) {
      if (end_left == root) {
        return;
      }
      right = edges_[edge_of_left_[end_left]].right;
      edge_of_left_[end_left] = none;
    }
    for (;;) {
      const std::size_t edge = via_[right];
      const std::size_t left = edges_[edge].left;
      const std::size_t before = edge_of_left_[left];
      edge_of_left_[left] = edge;
      edge_of_right_[right] = edge;
      if (left == root) {
        return;
      }
      right = edges_[before].right;
    }
  }

  void finish_greedily() {
    std::vector<std::size_t> rest;
    for (const std::size_t edge : by_left_) {
      if (edge_of_left_[edges_[edge].left] == none && edge_of_right_[edges_[edge].right] == none) {
        rest.push_back(edge);
      }
    }
    std::sort(rest.begin(), rest.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(-edges_[a].weight, a) < std::tuple(-edges_[b].weight, b);
    });
    for (const std::size_t edge : rest) {
      if (edge_of_left_[edges_[edge].left] == none && edge_of_right_[edges_[edge].right] == none) {
        edge_of_left_[edges_[edge].left] = edge;
        edge_of_right_[edges_[edge].right] = edge;
      }
    }
  }

  const std::vector<Edge>& edges_;
  std::vector<std::size_t> first_;
  std::vector<std::size_t> by_left_;
  std::vector<std::int64_t> left_potential_;
  std::vector<std::int64_t> right_potential_;
  std::vector<std::size_t> edge_of_left_;
  std::vector<std::size_t> edge_of_right_;
  std::vector<std::int64_t> distance_;
  std::vector<std::size_t> via_;
  std::vector<bool> done_;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<std::size_t> best_assignment(const std::vector<Edge>& edges, std::size_t left_size,
                                         std::size_t right_size) {
  return Solver(edges, left_size, right_size).run();
}

}  // namespace budgetdiff::matching
