/// Times of the stages, one by one. Repeat: scripts/benchmark.

#include "generate.hpp"

#include <benchmark/benchmark.h>
#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/change_set_json.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/match/matcher.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace budgetdiff {
namespace {

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error("cannot read " + path.string());
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

std::filesystem::path sample(const char* name) {
  for (const auto& entry :
       std::filesystem::directory_iterator(BUDGETDIFF_SOURCE_DIR "/snapshots")) {
    if (entry.is_directory()) {
      return entry.path() / name;
    }
  }
  throw std::runtime_error("no sample snapshots");
}

/// The real table (or a made-up year beside it) repeated under other names.
Snapshot repeated(const char* name, std::size_t times) {
  const Snapshot one = read_snapshot(read_bytes(sample(name)), name).value();
  Snapshot many = one;
  many.projects.clear();
  for (std::size_t i = 0; i < times; ++i) {
    for (Project project : one.projects) {
      project.name = std::to_string(i) + "号" + project.name;
      many.projects.push_back(std::move(project));
    }
  }
  return many;
}

void parse_text(benchmark::State& state) {
  const SourceDocument source{
      "2024.txt", read_bytes(BUDGETDIFF_SOURCE_DIR "/tests/golden/parse/huadu-hrss-2024.txt")};
  for (auto _ : state) {
    benchmark::DoNotOptimize(import_text(source, {}));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(source.bytes.size()));
}
BENCHMARK(parse_text)->Unit(benchmark::kMillisecond);

void read_json(benchmark::State& state) {
  const std::string bytes =
      write_snapshot(repeated("2024.json", static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) {
    benchmark::DoNotOptimize(read_snapshot(bytes, "x"));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK(read_json)->Arg(1)->Arg(20)->Unit(benchmark::kMillisecond);

void write_json(benchmark::State& state) {
  const Snapshot snapshot = repeated("2024.json", static_cast<std::size_t>(state.range(0)));
  std::int64_t bytes = 0;
  for (auto _ : state) {
    bytes += static_cast<std::int64_t>(write_snapshot(snapshot).size());
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(write_json)->Arg(1)->Arg(20)->Unit(benchmark::kMillisecond);

void align(benchmark::State& state) {
  const auto times = static_cast<std::size_t>(state.range(0));
  const Snapshot from = repeated("2023-made-up.json", times);
  const Snapshot to = repeated("2024.json", times);
  for (auto _ : state) {
    benchmark::DoNotOptimize(match(from, to));
  }
  state.counters["projects"] = static_cast<double>(to.projects.size());
}
BENCHMARK(align)->Arg(1)->Arg(20)->Unit(benchmark::kMillisecond);

void difference(benchmark::State& state) {
  const auto times = static_cast<std::size_t>(state.range(0));
  const Snapshot from = repeated("2023-made-up.json", times);
  const Snapshot to = repeated("2024.json", times);
  const Alignment alignment = match(from, to);
  for (auto _ : state) {
    benchmark::DoNotOptimize(diff({from, to, "", ""}, alignment));
  }
}
BENCHMARK(difference)->Arg(1)->Arg(20)->Unit(benchmark::kMillisecond);

void write_changes(benchmark::State& state) {
  const Snapshot from = repeated("2023-made-up.json", 20);
  const Snapshot to = repeated("2024.json", 20);
  const ChangeSet changes = diff({from, to, "", ""}, match(from, to));
  for (auto _ : state) {
    benchmark::DoNotOptimize(write_change_set(changes));
  }
}
BENCHMARK(write_changes)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace budgetdiff
