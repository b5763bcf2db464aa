// Personal numbers are in no part of a report, also not in what is said of their neighbours.
#include <gtest/gtest.h>

#include "engine/judge.h"
#include "sample_pack.h"

namespace hegao {
namespace {

constexpr std::string_view kPhoneRule = R"(
  - id: privacy/phone
    kind: phone_number
    severity: warning
    title: 号码
    message: "有{number}"
    hint: 改
    basis: {document: 文}
)";

DocumentReport Judge(const std::string& name, const std::string& text) {
  const auto loaded = Compile(kHead, std::string(kRules) + std::string(kPhoneRule).substr(1));
  EXPECT_TRUE(loaded.pack != nullptr);
  if (loaded.pack == nullptr) return {};
  EngineOptions options;
  options.packs_given = true;
  return JudgeBytes(name, text, {loaded.pack}, options);
}

std::string Everything(const DocumentReport& report) {
  std::string all;
  for (const auto& f : report.findings) {
    all += f.quote + "|" + f.frame + "|" + f.finding.message + "|" + f.finding.hint + "|";
    if (f.finding.fix) {
      for (const auto& e : f.finding.fix->edits) all += e.text + "|";
    }
  }
  return all;
}

TEST(Sensitive, TheNumberIsInNoOutput) {
  const auto report =
      Judge("a.txt", "工作报告\n一、举措\n时间待定，电话13800000001，地点待补充。\n");
  ASSERT_EQ(report.findings.size(), 3u);
  const auto all = Everything(report);
  EXPECT_EQ(all.find("13800000001"), std::string::npos) << all;
  EXPECT_NE(all.find("138****0001"), std::string::npos) << all;
  EXPECT_EQ(report.findings[1].frame.substr(report.findings[1].frame_begin, 11), "138****0001");
}

TEST(Sensitive, WideDigitsKeepTheirPlace) {
  const auto report =
      Judge("a.txt", "工作报告\n一、举措\n电话１３８００００００１２，时间待定。\n");
  ASSERT_EQ(report.findings.size(), 2u);
  const auto& f = report.findings[0];
  EXPECT_EQ(f.quote.find("１３８００"), std::string::npos);
  EXPECT_EQ(f.frame.substr(f.frame_begin, f.frame_end - f.frame_begin), "１３８＊＊＊＊００１２");
  EXPECT_EQ(report.findings[1].finding.message, "“待定”未定");
}

TEST(Sensitive, DigitsWrittenAsEntitiesAreMaskedInTheQuote) {
  const auto report = Judge("a.html", "<p>工作报告</p><p>一、举措</p><p>电话138000&#48;0001。</p>");
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].quote, "138****0001");
  EXPECT_FALSE(report.findings[0].finding.fix.has_value());
}

TEST(Sensitive, AHeadingThatHoldsTheNumberIsMaskedWhereverItIsNamed) {
  const auto report =
      Judge("a.txt",
            "工作报告\n一、举措\n（一）联系人的手机是13800000001\n时间待定。\n"
            "（二）全年各项工作任务由联系人负责电话13800000001收集\n地点待补充。\n");
  std::string all;
  for (const auto& f : report.findings) {
    all += f.section + "|" + f.finding.message + "|" + f.quote + "|" + f.frame + "|";
  }
  for (const auto& s : report.slots) all += s.heading + "|";
  for (const auto& f : report.facts) all += f.value + "|";
  EXPECT_NE(all.find("138****0001"), std::string::npos) << all;
  // Cut short or not.
  EXPECT_EQ(all.find("13800"), std::string::npos) << all;
}

}  // namespace
}  // namespace hegao
