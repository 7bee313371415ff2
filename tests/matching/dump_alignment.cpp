/// Writes the alignment of pairs of snapshots as JSON lines, for
/// scripts/evaluate-matching: dump_alignment [--exact] FROM TO [FROM TO …]

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/match/matcher.hpp>

#include <nlohmann/json.hpp>

#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using budgetdiff::Snapshot;
using nlohmann::json;

bool read(const std::string& path, Snapshot& out) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  const std::string bytes = content.str();
  auto snapshot = budgetdiff::read_snapshot(bytes, path);
  if (!file || !snapshot) {
    std::cerr << "dump_alignment: cannot read " << path << '\n';
    return false;
  }
  out = std::move(*snapshot);
  return true;
}

json sentences(const std::vector<budgetdiff::Message>& messages) {
  json out = json::array();
  for (const budgetdiff::Message& message : messages) {
    out.push_back(budgetdiff::in_english(message));
  }
  return out;
}

json dump(const budgetdiff::Alignment& alignment) {
  json out = {{"year_shift", alignment.year_shift},
              {"groups", json::array()},
              {"doubtful", json::array()},
              {"problems", sentences(alignment.problems)}};
  for (const auto& group : alignment.groups) {
    json pairs = json::array();
    for (const auto& pair : group.indicators) {
      pairs.push_back({pair.from_project, pair.from_indicator, pair.to_project, pair.to_indicator,
                       pair.confidence});
    }
    out["groups"].push_back({{"from", group.from},
                             {"to", group.to},
                             {"method", std::string(to_string(group.method))},
                             {"confidence", group.confidence},
                             {"evidence", sentences(group.evidence)},
                             {"indicators", std::move(pairs)}});
  }
  for (const auto& doubt : alignment.doubtful) {
    out["doubtful"].push_back({{"from", doubt.from},
                               {"to", doubt.to},
                               {"confidence", doubt.confidence},
                               {"evidence", sentences(doubt.evidence)}});
  }
  return out;
}

}  // namespace

int main(int count, char** words) {
  std::vector<std::string> paths(words + 1, words + count);
  budgetdiff::MatchOptions options;
  if (!paths.empty() && paths.front() == "--exact") {
    options.mode = budgetdiff::MatchMode::exact;
    paths.erase(paths.begin());
  }
  if (paths.empty() || paths.size() % 2 != 0) {
    std::cerr << "usage: dump_alignment [--exact] FROM TO [FROM TO ...]\n";
    return 2;
  }
  for (std::size_t i = 0; i < paths.size(); i += 2) {
    Snapshot from;
    Snapshot to;
    if (!read(paths[i], from) || !read(paths[i + 1], to)) {
      return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    const budgetdiff::Alignment alignment = budgetdiff::match(from, to, options);
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    json line = dump(alignment);
    line["microseconds"] = took.count();
    std::cout << line.dump() << '\n';
  }
  return 0;
}
