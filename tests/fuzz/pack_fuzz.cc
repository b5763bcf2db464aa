// Any bytes as the rules of a pack: compiling never crashes and either gives a pack or says what is
// wrong with it, in both languages and at a place; a pack that compiles judges a report.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/judge.h"
#include "text/utf8.h"

namespace {

using namespace hegao;

#define REQUIRE(condition) Require((condition), #condition, __LINE__)

void Require(bool condition, const char* what, int line) {
  if (condition) return;
  std::fprintf(stderr, "pack_fuzz.cc:%d: %s\n", line, what);
  std::abort();
}

constexpr char kHead[] = R"(hegao: 1
id: fuzzed
version: "1"
title: 试验
tables: {units: [件, 人]}
slots:
  - {id: first, name: 甲, headings: [甲], order: 1, min_chars: 9}
  - {id: second, name: 乙, headings: [乙, '{Y+1}年'], order: 2, plan: true, implicit: true}
)";

constexpr char kReport[] = R"(青石镇2024年工作报告

2023年，全镇共办理xx件。
一、甲部分
（一）小节。受理 件，待补充。
二、2024年乙部分
（略）
青石镇人民政府
2025年 月 日
)";

void CheckProblems(const std::vector<Problem>& problems) {
  for (const auto& p : problems) {
    REQUIRE(!p.code.empty() && !p.message.zh.empty() && !p.message.en.empty());
    REQUIRE(p.path.empty() || p.line > 0);
    REQUIRE(IsValidUtf8(FormatProblem(p, Lang::zh)) && IsValidUtf8(FormatProblem(p, Lang::en)));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  PackFiles files;
  files.origin = "fuzz";
  files.files.push_back({"pack.yaml", kHead, false});
  files.files.push_back(
      {"rules.yaml", std::string(reinterpret_cast<const char*>(data), size), false});
  const auto loaded = CompilePack(std::move(files));
  CheckProblems(loaded.problems);
  CheckProblems(loaded.notes);
  REQUIRE((loaded.pack != nullptr) == loaded.problems.empty());
  if (!loaded.pack) return 0;
  EngineOptions options;
  options.packs_given = true;
  const auto report = JudgeBytes("a.txt", kReport, {loaded.pack}, options);
  REQUIRE(report.status == DocumentStatus::judged);
  for (const auto& f : report.findings) {
    REQUIRE(loaded.pack->FindRule(f.finding.rule) != nullptr);
    REQUIRE(f.finding.span.begin <= f.finding.span.end &&
            f.finding.span.end <= std::string_view(kReport).size());
  }
  return 0;
}
