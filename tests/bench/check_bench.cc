// Where the time of one report goes: loading the pack, reading, outline, slots, all rules.
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

#include "document/builder.h"
#include "engine/judge.h"

namespace hegao {
namespace {

const std::string& Report() {
  static const std::string kText = [] {
    std::ifstream in(HEGAO_SOURCE_DIR "/reports/2024/松栎乡.txt");
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  }();
  return kText;
}

Packs EmbeddedPacks() {
  Packs packs;
  for (const auto& id : DefaultPackIds()) packs.push_back(LoadPack(id)->pack);
  return packs;
}

void LoadPacks(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(EmbeddedPacks());
}
BENCHMARK(LoadPacks)->Unit(benchmark::kMicrosecond);

void ReadAndBuild(benchmark::State& state) {
  for (auto _ : state) {
    auto raw = ReadDocument("a.txt", Report(), {});
    benchmark::DoNotOptimize(BuildDocument(std::move(*raw), "a.txt", EmbeddedLexicon()));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * Report().size()));
}
BENCHMARK(ReadAndBuild)->Unit(benchmark::kMicrosecond);

void JudgeOne(benchmark::State& state) {
  const auto packs = EmbeddedPacks();
  const EngineOptions options;
  for (auto _ : state) benchmark::DoNotOptimize(JudgeBytes("a.txt", Report(), packs, options));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * Report().size()));
}
BENCHMARK(JudgeOne)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace hegao

BENCHMARK_MAIN();
