// Notes, page headers and footers: judged, but no part of title, outline, sections or closing.
#include <gtest/gtest.h>

#include <string>

#include "build.h"
#include "document/slots.h"

namespace hegao {
namespace {

using Kind = RawBlock::Kind;

const std::string kText =
    "全年召开会议三次，听取工作汇报，研究解决执法装备、办公用房等具体问题，办成实事十二件。";

std::vector<TestLine> Report() {
  return {{Kind::paragraph, "清溪镇2024年度工作报告"},
          {Kind::paragraph, "一、工作"},
          {Kind::paragraph, kText},
          {Kind::paragraph, "二、安排"},
          {Kind::paragraph, kText},
          {Kind::paragraph, "清溪镇人民政府"},
          {Kind::paragraph, "2025年1月10日"}};
}

Document BuildAsides(std::vector<TestLine> before, std::vector<TestLine> after) {
  auto lines = Report();
  lines.insert(lines.begin(), before.begin(), before.end());
  lines.insert(lines.end(), after.begin(), after.end());
  return BuildDocument(Extracted(lines), "a.docx", SmallLexicon());
}

std::string TextOf(const Document& doc, const std::vector<std::uint32_t>& blocks) {
  std::string out;
  for (const auto b : blocks) out += std::string(doc.Text(doc.blocks[b].folded)) + "|";
  return out;
}

TEST(Aside, IsNoTitleHeadingOrSignature) {
  const auto plain = BuildAsides({}, {});
  const struct {
    std::string what, aside;
  } kCases[] = {
      {"a running title", "清溪镇2023年度工作报告"},
      {"a numbered line", "三、其他事项"},
      {"a short line", "内部资料注意保存"},
      {"an organisation", "白石县人民政府"},
      {"a date", "2024年12月30日"},
      {"what furniture looks like", "首页"},
  };
  for (const auto& c : kCases) {
    for (const bool first : {true, false}) {
      SCOPED_TRACE(c.what + (first ? ", before" : ", after"));
      const std::vector<TestLine> aside{{Kind::aside, c.aside}};
      const auto doc = first ? BuildAsides(aside, {}) : BuildAsides({}, aside);
      EXPECT_EQ(TextOf(doc, doc.title_blocks), TextOf(plain, plain.title_blocks));
      EXPECT_EQ(TextOf(doc, doc.signature_blocks), TextOf(plain, plain.signature_blocks));
      EXPECT_EQ(Outline(doc), Outline(plain));
      EXPECT_EQ(doc.blocks[first ? 0 : doc.blocks.size() - 1].kind, Block::Kind::aside);
    }
  }
}

TEST(Aside, AtTheEndBelongsToNoSection) {
  const std::vector<TestLine> asides{{Kind::aside, "清溪镇2024年度工作报告"},
                                     {Kind::aside, "内部资料"}};
  for (const bool sign : {true, false}) {
    auto lines = Report();
    if (!sign) lines.resize(5);
    lines.insert(lines.end(), asides.begin(), asides.end());
    const auto doc = BuildDocument(Extracted(lines), "a.docx", SmallLexicon());
    for (std::size_t i = doc.blocks.size() - 2; i < doc.blocks.size(); ++i) {
      EXPECT_EQ(doc.SectionAt(doc.blocks[i].folded.begin), 0u) << sign;
    }
    EXPECT_EQ(doc.SectionAt(doc.blocks[4].folded.begin), 2u) << sign;
    EXPECT_EQ(doc.TextEnd(), doc.blocks[doc.blocks.size() - 3].folded.end);
  }
}

TEST(Aside, InsideASectionStaysThere) {
  auto lines = Report();
  lines.insert(lines.begin() + 3, {Kind::aside, "数据来自本镇台账。"});
  const auto doc = BuildDocument(Extracted(lines), "a.docx", SmallLexicon());
  EXPECT_EQ(doc.SectionAt(doc.blocks[3].folded.begin), 1u);
}

// A title-like line is told by what follows it; a note between them does not count.
TEST(Aside, DoesNotHideWhatFollowsAHeading) {
  const auto doc = BuildDocument(Extracted({{Kind::paragraph, "清溪镇2024年度工作报告"},
                                            {Kind::paragraph, "工作开展情况"},
                                            {Kind::aside, "注"},
                                            {Kind::paragraph, kText}}),
                                 "a.docx", SmallLexicon());
  EXPECT_EQ(Outline(doc), "1 工作开展情况?\n");
}

TEST(Aside, DateUnderTheTitleIsFoundBehindANote) {
  const auto doc = BuildDocument(Extracted({{Kind::paragraph, "清溪镇2024年度工作报告"},
                                            {Kind::aside, "经会议审议通过"},
                                            {Kind::paragraph, "（2025年1月10日）"},
                                            {Kind::paragraph, kText}}),
                                 "a.docx", SmallLexicon());
  const auto facts = InferFacts(doc, SmallLexicon(), std::nullopt);
  ASSERT_TRUE(facts.issue_date);
  EXPECT_EQ(facts.issue_date->date, (Date{2025, 1, 10}));
}

// The year of a page header is no evidence of the report year, nor its words of a part.
TEST(Aside, IsNoEvidence) {
  const auto doc = BuildDocument(Extracted({{Kind::paragraph, "清溪镇工作报告"},
                                            {Kind::paragraph, kText},
                                            {Kind::aside, "2023年。2023年。2023年安排如下。"}}),
                                 "a.docx", SmallLexicon());
  EXPECT_EQ(InferFacts(doc, SmallLexicon(), std::nullopt).report_year, std::nullopt);
  SlotSpec spec;
  spec.id = "plan";
  spec.headings.push_back({Compiled("安排"), 1});
  spec.body.push_back({Compiled("安排如下"), 1});
  const std::vector<SlotSpec> specs{spec};
  const auto slots = AssignSlots(doc, InferFacts(doc, SmallLexicon(), std::nullopt), specs);
  EXPECT_EQ(slots.slots[0].status, SlotStatus::missing);
}

}  // namespace
}  // namespace hegao
