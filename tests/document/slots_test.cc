#include "document/slots.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build.h"
#include "document/slot_scores.h"

namespace hegao {
namespace {

const std::string kBody =
    "全年召开会议三次，听取工作汇报，研究解决执法装备、办公用房等具体问题，办成实事十二件。\n";
const std::string kTitle = "某镇2024年度工作报告\n";

enum : std::size_t { kDone, kHead, kBad, kPlan };

SlotSpec Spec(std::string id, int order, std::vector<std::pair<std::string, double>> headings) {
  SlotSpec spec;
  spec.id = std::move(id);
  spec.order = order;
  for (const auto& [regex, weight] : headings) spec.headings.push_back({Compiled(regex), weight});
  return spec;
}

/// What was done, by whom it was led, what is bad, what is planned.
std::vector<SlotSpec> Specs() {
  std::vector<SlotSpec> specs = {
      Spec("done", 1,
           {{"(工作|举措|做法)(情况|和成效)", 1.0}, {"{Y}年?工作$", 0.7}, {"工作$", 0.55}}),
      Spec("head", 2, {{"第一责任人", 1.2}}),
      Spec("bad", 2, {{"存在的?(不足|问题)", 1.2}, {"(不足|问题)$", 0.7}}),
      Spec("plan", 4, {{"(下一步|{Y\\+1}年).{0,9}(安排|打算|工作)", 1.2}, {"安排$", 0.7}}),
  };
  specs[kDone].implicit = true;
  specs[kDone].not_headings.push_back({Compiled("不足|问题|下一步|{Y\\+1}"), 0.7});
  specs[kBad].not_headings.push_back({Compiled("坚持问题|问题.{0,3}整改"), 0.9});
  specs[kHead].body.push_back({Compiled("第一责任人"), 1.0});
  specs[kHead].not_inside = {kPlan};
  return specs;
}

/// One word a slot: status and line, and the line of the nearest heading of a missing one.
std::string Assigned(const std::string& path, const std::string& text) {
  const auto doc = Build(path, text);
  const auto facts = InferFacts(doc, SmallLexicon(), std::nullopt);
  std::string out;
  for (const auto& r : AssignSlots(doc, facts, Specs()).slots) {
    if (!out.empty()) out += ' ';
    out += Name(r.status);
    if (r.status != SlotStatus::missing) out += std::to_string(doc.LineOfFolded(r.place.begin));
    if (r.nearest >= 0 && r.status == SlotStatus::missing) {
      out += "~" + std::to_string(doc.LineOfFolded(doc.headings[r.nearest].folded.begin));
    }
  }
  return out;
}

TEST(AssignSlots, StatusesAndPlaces) {
  const struct {
    std::string what, text, expected;
  } kCases[] = {
      {"each its own section",
       kTitle + "一、工作情况\n" + kBody + "二、第一责任人履职情况\n" + kBody + "三、存在的不足\n" +
           kBody + "四、2025年工作安排\n" + kBody,
       "found2 found4 found6 found8"},
      {"a merged heading fills two slots",
       kTitle + "一、工作情况\n" + kBody + "二、第一责任人履职情况\n" + kBody +
           "三、存在的不足及下一步工作安排\n" + kBody,
       "found2 found4 found6 found6"},
      {"a merged heading whose halves speak against each other",
       kTitle + "一、工作情况和存在的不足\n" + kBody + "二、第一责任人\n" + kBody +
           "三、下一步打算\n" + kBody,
       "found2 found4 found2 found6"},
      {"a list of one kind is not merged",
       kTitle + "一、举措和成效\n" + kBody + "二、第一责任人\n" + kBody + "三、存在的不足和问题\n" +
           kBody,
       "found2 found4 found6 missing"},
      {"under a heading of the second level",
       kTitle + "一、工作情况\n（一）第一责任人履职\n" + kBody + "（二）执法\n" + kBody +
           "二、存在的不足\n" + kBody,
       "found2 embedded3 found7 missing"},
      {"in running text",
       kTitle + "一、工作情况\n" + kBody + "镇长履行第一责任人职责。\n二、存在的不足\n" + kBody,
       "found2 embedded4 found5 missing"},
      {"running text of the plan does not count",
       kTitle + "一、工作情况\n" + kBody + "二、下一步打算\n压实第一责任人职责。\n" + kBody,
       "found2 missing missing found4"},
      {"thematic sections",
       kTitle + "一、依法决策\n" + kBody + "二、严格执法\n" + kBody + "三、存在的不足\n" + kBody,
       "implicit2 missing found6 missing"},
      {"thematic sections go before a sub-heading",
       kTitle + "一、依法决策\n（一）执法工作情况\n" + kBody + "二、严格执法\n" + kBody +
           "三、存在的不足\n" + kBody,
       "implicit2 missing found7 missing"},
      {"hard negatives fill nothing",
       kTitle + "一、坚持问题导向，解决存在的问题整改\n" + kBody + "二、严格执法\n" + kBody,
       "implicit2 missing missing~2 missing"},
      {"nothing at all", "只有一句话。\n", "missing missing missing missing"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Assigned("a.txt", c.text), c.expected) << c.what;
}

TEST(AssignSlots, TheBestAssignmentBeatsTheFirstMatch) {
  // The first section could be the one on what was done, but the second is named so; read in order,
  // "2024年工作" would have taken the slot.
  EXPECT_EQ(Assigned("a.txt", kTitle + "一、2024年工作\n" + kBody + "二、主要举措和成效\n" + kBody +
                                  "三、存在的不足\n" + kBody + "四、安排\n" + kBody),
            "found4 missing found6 found8");
  // Both could be the plan; the one that names the next year is.
  EXPECT_EQ(Assigned("a.txt", kTitle + "一、年初安排\n" + kBody + "二、工作情况\n" + kBody +
                                  "三、存在的问题\n" + kBody + "四、2025年工作\n" + kBody),
            "found4 missing found6 found8");
}

TEST(AssignSlots, FurtherHeadingsOfASlotAreKept) {
  const auto doc = Build("a.txt", kTitle + "一、工作情况\n" + kBody + "二、存在的不足\n" + kBody +
                                      "三、存在的问题\n" + kBody);
  const auto result = AssignSlots(doc, InferFacts(doc, SmallLexicon(), std::nullopt), Specs());
  EXPECT_EQ(result.slots[kBad].heading, 1);
  EXPECT_EQ(result.slots[kBad].more, std::vector<std::uint32_t>{2});
  EXPECT_EQ(result.SlotAt(doc, doc.sections[3].body.begin), static_cast<int>(kBad));
  EXPECT_EQ(result.SlotAt(doc, 0), -1);
}

TEST(AssignSlots, ThePartsOfAMergedSectionAreToldApart) {
  const auto doc =
      Build("a.txt", kTitle + "一、工作情况\n" + kBody + "二、存在的问题和下一步安排\n" +
                         "（一）存在的问题\n" + kBody + "（二）2025年工作安排\n" + kBody +
                         "（三）其他\n" + kBody);
  const auto facts = InferFacts(doc, SmallLexicon(), std::nullopt);
  const auto slots = AssignSlots(doc, facts, Specs());
  const auto at = [&](const char* words) {
    return slots.SlotAt(doc, static_cast<std::uint32_t>(doc.folded.text().find(words)));
  };
  EXPECT_EQ(at("(一)存在"), static_cast<int>(kBad));
  EXPECT_EQ(at("(二)2025"), static_cast<int>(kPlan));
  EXPECT_EQ(at("(三)其他"), slots.of_heading[1].front()) << "neither: the section’s own";
  EXPECT_EQ(at("一、工作"), static_cast<int>(kDone));
}

TEST(HeadingKey, YearsAreRelativeAndClosingMarksGone) {
  const struct {
    std::string heading, key, unknown;
  } kCases[] = {
      {"一、2024年工作情况：", "{Y}年工作情况", "{Y?}年工作情况"},
      {"一、2025年度安排。", "{Y+1}年度安排", "{Y?}年度安排"},
      {"一、２０２３年问题整改", "{Y-1}年问题整改", "{Y?}年问题整改"},
      {"一、抓好12件实事", "抓好12件实事", "抓好12件实事"},
  };
  for (const auto& c : kCases) {
    const auto doc = Build("a.txt", kTitle + c.heading + "\n" + kBody);
    ASSERT_EQ(doc.headings.size(), 1u) << c.heading;
    EXPECT_EQ(HeadingKey(doc, doc.headings[0], 2024), c.key);
    EXPECT_EQ(HeadingKey(doc, doc.headings[0], std::nullopt), c.unknown);
  }
}

TEST(ScoreHeading, WhatSpeaksAgainstIsTakenOffAndOrderCounts) {
  const auto specs = Specs();
  EXPECT_GT(ScoreHeading("存在的问题", specs[kBad], -1).score, 1.2) << "two patterns say so";
  EXPECT_LT(ScoreHeading("坚持问题导向", specs[kBad], -1).score, 0.5);
  EXPECT_EQ(ScoreHeading("严格执法", specs[kBad], -1).score, 0);
  EXPECT_LT(ScoreHeading("工作安排", specs[kPlan], 0).score,
            ScoreHeading("工作安排", specs[kPlan], 1).score)
      << "a plan does not open a report";
  EXPECT_LT(Confidence(0.3), 0.5);
  EXPECT_GT(Confidence(1.0), 0.95);
}

}  // namespace
}  // namespace hegao
