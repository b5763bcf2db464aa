// Throughput of reading text: decoding and folding of one megabyte of made-up reports.
#include <benchmark/benchmark.h>

#include <string>

#include "text/decode.h"
#include "text/fold.h"
#include "text/line_index.h"
#include "text/pattern.h"

namespace hegao {
namespace {

constexpr std::size_t kBytes = 1 << 20;
constexpr std::string_view kSimplified =
    "（一）完善工作机制，落实各项任务。2024年，全镇召开会议12次，培训人员350人次，办理事项1,204件，"
    "群众满意度明显提高，各村（社区）均已配备联络员，制度“上墙”率达到100%。\n";
constexpr std::string_view kTraditional =
    "(一)完善工作機(jī)制,落實(shí)各項(xiàng)任務(wù)。二○二四年,全鎮(zhèn)召開會議12次,培訓(xùn)"
    "人員350人次,"
    "辦理事項(xiàng)1,204件,群眾滿意度明顯提高,各村(社區(qū))均已配備聯(lián)絡(luò)員。\n";

std::string Repeat(std::string_view line) {
  std::string text;
  while (text.size() < kBytes) text += line;
  return text;
}

void FoldLines(benchmark::State& state, std::string_view line) {
  const std::string text = Repeat(line);
  const LineIndex lines(text);
  for (auto _ : state) {
    FoldedText folded;
    folded.Reserve(text.size());
    for (std::uint32_t n = 1; n <= lines.LineCount(); ++n) {
      const Span span = lines.LineSpan(text, n);
      if (!span.empty()) folded.AppendBlock(text, {Piece{span, false, {}}});
    }
    benchmark::DoNotOptimize(folded.text().data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK_CAPTURE(FoldLines, simplified, kSimplified);
BENCHMARK_CAPTURE(FoldLines, traditional_with_pinyin, kTraditional);

void Decode(benchmark::State& state) {
  const std::string text = Repeat(kSimplified);
  for (auto _ : state) {
    auto decoded = DecodeText(text);
    benchmark::DoNotOptimize(decoded->utf8.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(Decode);

void IndexLines(benchmark::State& state) {
  const std::string text = Repeat(kSimplified);
  for (auto _ : state) {
    LineIndex lines(text);
    benchmark::DoNotOptimize(lines.LineCount());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(IndexLines);

void MapToSource(benchmark::State& state) {
  const std::string text = Repeat(kTraditional);
  FoldedText folded;
  folded.AppendBlock(text, {Piece{{0, static_cast<std::uint32_t>(text.size())}, false, {}}});
  const auto size = static_cast<std::uint32_t>(folded.text().size());
  std::uint32_t at = 0;
  for (auto _ : state) {
    at = (at + 7919) % (size - 30);
    benchmark::DoNotOptimize(folded.ToSource({at, at + 27}));
  }
}
BENCHMARK(MapToSource);

}  // namespace
}  // namespace hegao

BENCHMARK_MAIN();
