// Documents without lines: findings, slots, headings and facts say page and paragraph; notes reach
// the report; notes, page headers and footers of the document are judged where they stand.
#include <gtest/gtest.h>

#include <algorithm>

#include "../document/extracted.h"
#include "engine/judge.h"
#include "sample_pack.h"

namespace hegao {
namespace {

using Kind = RawBlock::Kind;

constexpr const char* kText =
    "全年办结事项三十六件，组织开展培训，研究解决执法装备、办公用房等具体问题。";

std::vector<TestLine> Report() {
  return {{Kind::paragraph, "清溪镇2024年工作报告", 1, 1},
          {Kind::paragraph, "", 1, 2},
          {Kind::paragraph, "一、主要举措", 1, 3},
          {Kind::paragraph, std::string(kText) + "经费待定。", 1, 4},
          {Kind::paragraph, "二、2025年安排", 2, 5},
          {Kind::cell, "人员待补充", 2, 6},
          {Kind::paragraph, "清溪镇人民政府", 0, 7},
          {Kind::paragraph, "2025年1月10日", 0, 8}};
}

DocumentReport Judge(const std::vector<TestLine>& lines, std::string_view rules = kRules) {
  EngineOptions options;
  options.outline = true;
  return JudgeDocument("a.docx", Extracted(lines), {Compiled(rules)}, options);
}

TEST(Places, FindingsSayPageAndParagraph) {
  const auto report = Judge(Report());
  EXPECT_FALSE(report.has_lines);
  ASSERT_EQ(report.findings.size(), 2u);
  EXPECT_EQ(report.findings[0].paper, (OnPaper{1, 4}));
  EXPECT_EQ(report.findings[0].section, "一、主要举措");
  EXPECT_EQ(report.findings[1].paper, (OnPaper{2, 6}));
  EXPECT_EQ(report.findings[1].place.line, 6u) << "lines count the paragraphs of the text";
}

TEST(Places, SlotsHeadingsAndFactsToo) {
  const auto report = Judge(Report());
  ASSERT_EQ(report.slots.size(), 2u);
  EXPECT_EQ(report.slots[1].paper, (OnPaper{2, 5}));
  ASSERT_EQ(report.headings.size(), 2u);
  EXPECT_EQ(report.headings[0].paper, (OnPaper{1, 3}));
  const auto signature = std::find_if(report.facts.begin(), report.facts.end(),
                                      [](const auto& f) { return f.name == "signature"; });
  ASSERT_NE(signature, report.facts.end());
  EXPECT_EQ(signature->paper, (OnPaper{std::nullopt, 7})) << "0 is a page that is not known";
}

TEST(Places, RelatedPlacesToo) {
  auto lines = Report();
  lines.push_back({Kind::aside, "内容待定", 0, 0});
  const auto report = Judge(lines, With(kRules, "patterns:", "once: true\n    patterns:"));
  ASSERT_EQ(report.findings.size(), 1u);
  ASSERT_EQ(report.findings[0].related.size(), 2u);
  EXPECT_EQ(report.findings[0].related[0].paper, (OnPaper{2, 6}));
  EXPECT_EQ(report.findings[0].related[1].paper, (OnPaper{std::nullopt, std::nullopt, true}));
}

TEST(Places, TextHasLinesAndNoPages) {
  const auto report = JudgeBytes("a.txt", "清溪镇2024年工作报告\n一、主要举措\n经费待定。\n",
                                 {Compiled(kRules)}, {});
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_TRUE(report.has_lines);
  EXPECT_EQ(report.findings[0].paper, OnPaper{});
}

TEST(Places, NotesAreToldInTheLanguageOfTheRun) {
  auto raw = Extracted(Report());
  raw.notes.push_back({"有隐藏文字", "there is hidden text"});
  EngineOptions options;
  options.run.lang = Lang::en;
  EXPECT_EQ(JudgeDocument("a.docx", raw, {Compiled(kRules)}, options).notes,
            std::vector<std::string>{"there is hidden text"});
  const auto undetermined = JudgeDocument("a.docx", raw, {}, options);
  EXPECT_EQ(undetermined.status, DocumentStatus::undetermined);
  EXPECT_EQ(undetermined.notes.size(), 1u);
}

TEST(Asides, AreJudgedButAreNoText) {
  auto lines = Report();
  lines.push_back({Kind::aside, "页脚待定", 0, 0});
  const auto report = Judge(lines);
  ASSERT_EQ(report.findings.size(), 3u);
  EXPECT_TRUE(report.findings[2].paper.aside);
  EXPECT_EQ(report.findings[2].section, "");
  EXPECT_EQ(report.findings[2].finding.slot, "");
  const auto scan = Judge({{Kind::aside, "清溪镇2024年工作报告"}});
  EXPECT_EQ(scan.status, DocumentStatus::undetermined) << "a page header is no text";
}

std::vector<std::string> Rules(const DocumentReport& report, std::string_view family) {
  std::vector<std::string> out;
  for (const auto& f : report.findings) {
    if (f.finding.rule.substr(0, family.size()) == family)
      out.push_back(f.finding.rule + " " + f.quote);
  }
  return out;
}

DocumentReport JudgeByPack(const std::vector<TestLine>& lines) {
  const auto loaded = LoadPack("fazhi-annual-report");
  EngineOptions options;
  options.packs_given = true;
  return JudgeDocument("a.docx", Extracted(lines), {loaded->pack}, options);
}

TEST(Asides, AreNoSubstanceOfASection) {
  auto lines = Report();
  lines[5] = {Kind::aside,
              "本部分的数据来自清溪镇各站所台账，截至当年十二月，由办公室负责解释和核对。"};
  const auto empty = Rules(JudgeByPack(lines), "structure/empty");
  EXPECT_EQ(empty, std::vector<std::string>{"structure/empty-section 二、2025年安排"});
  lines[5] = {Kind::paragraph, std::string(kText) + kText};
  lines.push_back({Kind::aside, "内部资料"});
  EXPECT_TRUE(Rules(JudgeByPack(lines), "structure/empty").empty());
}

TEST(Asides, ARunningTitleOfLastYearIsStale) {
  const struct {
    const char* what;
    const char* aside;
    std::vector<std::string> findings;
  } kCases[] = {
      {"last year's title", "清溪镇2023年工作报告", {"year/stale 2023年"}},
      {"part of it", "2023年工作报告", {"year/stale 2023年"}},
      {"this year's title", "清溪镇2024年工作报告", {}},
      {"when it was printed", "2024年12月印发", {}},
      {"when last year's was", "清溪镇人民政府办公室2023年12月30日印发", {}},
      {"a source", "数据来自2023年统计公报", {}},
      {"a report that is cited", "见《清溪镇2023年工作报告》", {}},
      {"a note that speaks of it", "口径与清溪镇2023年工作报告一致", {}},
  };
  for (const auto& c : kCases) {
    auto lines = Report();
    lines.push_back({Kind::aside, c.aside});
    EXPECT_EQ(Rules(JudgeByPack(lines), "year/"), c.findings) << c.what;
  }
}

}  // namespace
}  // namespace hegao
