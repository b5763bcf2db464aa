// Levels of issuers: how a document gets one, what rules make of it, and mistakes in packs.
#include <gtest/gtest.h>

#include "../rulepack/marked_yaml.h"
#include "engine/judge.h"
#include "sample_pack.h"

namespace hegao {
namespace {

constexpr std::string_view kLevels = R"(levels:
  - {id: branch, name: {zh: 分社, en: Branch}, issuer: ['分社(委员会)?$', '分社\d{4}年']}
  - {id: head, name: {zh: 总社, en: Head office}, issuer: [社]}
)";

DocumentReport Judge(const std::string& text, const std::string& of_rule,
                     Phase phase = Phase::submit) {
  const auto loaded = Compile(std::string(kHead) + std::string(kLevels),
                              With(kRules, "severity: error", "severity: error\n    " + of_rule));
  EXPECT_TRUE(loaded.pack != nullptr);
  if (loaded.pack == nullptr) return {};
  EngineOptions options;
  options.packs_given = true;
  options.run.phase = phase;
  return JudgeBytes("a.txt", text, {loaded.pack}, options);
}

std::string SeverityIn(const DocumentReport& report) {
  if (report.findings.size() != 1) return std::to_string(report.findings.size()) + " findings";
  return std::string(Name(report.findings[0].finding.severity));
}

TEST(Levels, TheFirstThatMatchesTheIssuerOrElseTheTitle) {
  const std::string body = "\n一、举措\n待定。\n";
  static constexpr struct {
    const char *title, *signature, *level;
  } kCases[] = {
      {"东社2024年工作报告", "", "head"},
      {"东社西分社2024年工作报告", "", "branch"},
      {"2024年工作报告", "东社西分社委员会\n2025年1月10日", "branch"},
      {"东社2024年工作报告", "第三委员会\n2025年1月10日", "head"},
      {"2024年工作报告", "", ""},
  };
  for (const auto& c : kCases) {
    const auto report = Judge(c.title + body + c.signature, "weaker: info");
    EXPECT_EQ(report.issuer_level, c.level) << c.title << c.signature;
  }
}

TEST(Levels, RulesHaveSeveritiesByLevel) {
  const std::string branch = "东社西分社2024年工作报告\n一、举措\n待定。\n";
  const std::string unknown = "2024年工作报告\n一、举措\n待定。\n";
  EXPECT_EQ(SeverityIn(Judge(branch, "levels: {branch: info}")), "info");
  EXPECT_EQ(SeverityIn(Judge(branch, "levels: {head: info}")), "error");
  EXPECT_EQ(SeverityIn(Judge(unknown, "levels: {branch: info, head: info}")), "error");
  EXPECT_EQ(SeverityIn(Judge(branch, "levels: {branch: off}")), "0 findings");
  // The milder of what phase and level say.
  const std::string both = "levels: {branch: warning}\n    phases: {draft: info, publish: error}";
  EXPECT_EQ(SeverityIn(Judge(branch, both, Phase::draft)), "info");
  EXPECT_EQ(SeverityIn(Judge(branch, both, Phase::publish)), "warning");
  EXPECT_EQ(SeverityIn(Judge(branch, both)), "warning");
}

struct Mistake {
  const char *head, *rule, *code, *hint;
};

TEST(Levels, Mistakes) {
  static constexpr Mistake kMistakes[] = {
      {"", "levels: {brunch: info}", "unknown-key", "branch"},
      {"", "levels: {branch: mild}", "unknown-value", ""},
      {"levels:\n  - {id: a, name: 甲}\n", "", "missing-key", ""},
      {"levels:\n  - {id: a, name: 甲, issuer: [甲]}\n  - {id: a, name: 乙, issuer: [乙]}\n", "",
       "duplicate-id", ""},
      {"levels:\n  - {id: a, name: 甲, issuer: ['(']}\n", "", "bad-pattern", ""},
  };
  for (const auto& m : kMistakes) {
    const auto head = std::string(kHead) + (*m.head != '\0' ? m.head : std::string(kLevels));
    const auto loaded = Compile(
        head, With(kRules, "severity: error", std::string("severity: error\n    ") + m.rule));
    ASSERT_FALSE(loaded.problems.empty()) << m.head << m.rule;
    EXPECT_EQ(loaded.problems[0].code, m.code) << m.head << m.rule;
    const auto said = loaded.problems[0].message.en + loaded.problems[0].hint.en;
    EXPECT_NE(said.find(m.hint), std::string::npos) << said;
  }
}

TEST(SlotYears, ContentIsRequiredFromAYearOn) {
  const auto head =
      With(kHead, "headings: [举措]", "since: 2019\n    advised: 2018\n    headings: [举措]");
  const std::string rules = R"(rules:
  - id: structure/missing-section
    kind: missing_section
    severity: error
    weaker: info
    title: 缺
    message: "缺{slot}"
    hint: 补
    basis: {document: 文}
)";
  const auto loaded = Compile(head, rules);
  ASSERT_TRUE(loaded.pack != nullptr);
  static constexpr struct {
    const char *year, *severity;
    std::size_t slots;
  } kCases[] = {
      {"2017年", "0 findings", 1}, {"2018年", "info", 1}, {"2019年", "error", 2}, {"", "error", 2}};
  EngineOptions options;
  options.packs_given = true;
  for (const auto& c : kCases) {
    const auto report =
        JudgeBytes("a.txt", std::string(c.year) + "工作报告\n一、工作安排\n继续推进各项工作。\n",
                   {loaded.pack}, options);
    EXPECT_EQ(SeverityIn(report), c.severity) << c.year;
    EXPECT_EQ(report.slots.size(), c.slots) << c.year;
  }
}

TEST(SlotYears, AdvisedComesBeforeSince) {
  const auto loaded = Compile(
      With(kHead, "headings: [举措]", "since: 2018\n    advised: 2018\n    headings: [举措]"),
      kRules);
  ASSERT_EQ(loaded.problems.size(), 1u);
  EXPECT_EQ(loaded.problems[0].code, "years-reversed");
}

}  // namespace
}  // namespace hegao
