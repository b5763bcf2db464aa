// What the citation kinds are made of: names in one pass, years of plans, distance, marks.
#include <gtest/gtest.h>

#include "checks/law/instruments.h"
#include "checks/law/name_index.h"
#include "checks/law/title_distance.h"
#include "checks/law/title_marks.h"
#include "document/builder.h"
#include "formats/registry.h"
#include "text/fold.h"

namespace hegao {
namespace {

TEST(NameIndex, LongestNameWins) {
  NameIndex index;
  index.Add("甲乙法", 1);
  index.Add("甲乙法细则", 2);
  index.Add("甲", 3);  // too short to be told from other words
  const std::string text = "学甲乙法细则和甲乙法";
  EXPECT_EQ(index.LongestAt(text, 0).length, 0u);
  EXPECT_EQ(index.LongestAt(text, 3).id, 2u);
  EXPECT_EQ(index.LongestAt(text, 21).id, 1u);
  EXPECT_EQ(index.LongestAt(text, text.size()).length, 0u);
  EXPECT_EQ(index.Exactly("甲乙法细").length, 0u);
  EXPECT_EQ(index.Exactly("甲乙法").id, 1u);
  EXPECT_EQ(index.Exactly("甲").length, 0u);
}

TEST(NameIndex, FirstOfEqualNamesStays) {
  NameIndex index;
  index.Add("甲乙法", 1);
  index.Add("甲乙法", 2);
  EXPECT_EQ(index.Exactly("甲乙法").id, 1u);
}

TEST(NameIndex, QuotesMayBeTypedInManyWays) {
  NameIndex index;
  for (auto& form : QuoteForms("“七五”计划")) index.Add(form, 7);
  for (const auto* typed : {"“七五”计划", "七五计划", "\"七五\"计划", "七五”计划", "“七五计划"})
    EXPECT_EQ(index.Exactly(typed).id, 7u) << typed;
  EXPECT_EQ(index.Exactly("七五的计划").length, 0u);
  EXPECT_EQ(QuoteForms("甲乙").size(), 1u);
}

TEST(PeriodAt, DashesAndYears) {
  const struct {
    const char* text;
    int from, to;  // 0: no period
  } cases[] = {
      {"（2021—2025年）", 2021, 2025},
      {"（2021——2025年）", 2021, 2025},
      {"(2021-2025)", 2021, 2025},
      {"（2021年至2025年）", 2021, 2025},
      {"（2021～2025年度）", 2021, 2025},
      {"（2021-2 025年）", 2021, 2025},  // a line broken there
      {"（20212025年）", 0, 0},
      {"（2025—2021年）", 0, 0},
      {"（2021年）", 0, 0},
      {"2021—2025年", 2021, 2025},
      {"2021—2025", 0, 0},
      {"（2021—25年）", 0, 0},
      {"（2021—2025年", 0, 0},
      {"", 0, 0},
  };
  for (const auto& c : cases) {
    const auto folded = Fold(c.text);
    std::size_t length = 0;
    const auto p = PeriodAt(folded, 0, &length);
    ASSERT_EQ(p.has_value(), c.from != 0) << c.text;
    if (!p) continue;
    EXPECT_EQ(*p, (Period{c.from, c.to})) << c.text;
    EXPECT_EQ(length, folded.size()) << c.text;
  }
}

TEST(EditDistance, UpToTheLimit) {
  EXPECT_EQ(EditDistance(U"甲乙丙", U"甲乙丙", 2), 0);
  EXPECT_EQ(EditDistance(U"甲乙丙", U"甲丙", 2), 1);
  EXPECT_EQ(EditDistance(U"甲乙丙", U"丁乙戊", 2), 2);
  EXPECT_EQ(EditDistance(U"甲乙丙", U"丁戊己", 2), 3);
  EXPECT_EQ(EditDistance(U"甲乙丙丁戊", U"甲乙", 2), 3);
  EXPECT_EQ(EditDistance(U"", U"甲", 1), 1);
  EXPECT_EQ(EditDistance(U"甲乙丙丁", U"乙丙丁甲", 2), 2);
}

class NearestTitle : public ::testing::Test {
 protected:
  static std::vector<Params> Records() {
    const YamlFile file{
        "t.yaml",
        "instruments: [{name: 甲乙丙丁戊己条例}, {name: 子丑寅卯辰巳午未申酉戌规定}, "
        "{name: 天地玄黄}, {name: 金木水火土石条例（2021—2025年）}]"};
    Problems problems;
    const auto value = ParseYaml(file, problems);
    MapReader rule(value, problems, {"规则", "rule"});
    const std::vector<SlotSpec> slots;
    const Tables lists;
    const auto params = Params::Read(
        rule,
        {{"instruments", ParamType::records, true, {"表", "table"}, 0, 1, {}, InstrumentFields()}},
        {slots, lists});
    return params.Records("instruments");
  }
  InstrumentTable table_{Records(), {}};
  TitleDistance distance_{
      table_, {"甲乙丙丁戊庚条例"}, {"的"}, {{"条例", "规定", "办法"}, {"条例", "办法"}, {}}};

  std::string Meant(const char* typed) const { return Meant({Fold(typed), std::nullopt, false}); }
  std::string Meant(const TypedTitle& typed) const {
    const auto near = distance_.Nearest(typed);
    return near.instrument == nullptr ? "" : near.instrument->title;
  }
};

TEST_F(NearestTitle, OneCharacterWrongMissingOrDoubled) {
  EXPECT_EQ(Meant("甲乙丙丁子己条例"), "甲乙丙丁戊己条例");
  EXPECT_EQ(Meant("甲乙丙戊己条例"), "甲乙丙丁戊己条例");
  EXPECT_EQ(Meant("甲乙乙丙丁戊己条例"), "甲乙丙丁戊己条例");
  EXPECT_EQ(Meant("甲乙丙丁戊己条例例"), "甲乙丙丁戊己条例");
  EXPECT_EQ(Meant("子丑寅卯辰巳午未申规定"), "子丑寅卯辰巳午未申酉戌规定");
}

TEST_F(NearestTitle, PartsChangedOverOrDoubled) {
  EXPECT_EQ(Meant("丙丁甲乙戊己条例"), "甲乙丙丁戊己条例");
  EXPECT_EQ(Meant("甲乙丙戊丁己条例"), "甲乙丙丁戊己条例");
  EXPECT_EQ(Meant("甲乙丙丁丙丁戊己条例"), "甲乙丙丁戊己条例");
  EXPECT_EQ(Meant("甲乙丙丁戊己条例条例"), "甲乙丙丁戊己条例");
  EXPECT_EQ(Meant("己乙丙丁戊甲条例"), "");  // two characters, not two parts
}

TEST_F(NearestTitle, YearsAndTheNameOfTheStateAreEvidence) {
  const Period right{2021, 2025}, wrong{2020, 2025};
  const std::string plan = "金木水火土石条例（2021—2025年）";
  EXPECT_EQ(Meant({"金木水火条例", right, false}), plan);  // two left out
  EXPECT_EQ(Meant({"金木水火条例", wrong, false}), "");
  EXPECT_EQ(Meant({"金木水火子丑条例", right, false}), "");  // two others
  EXPECT_EQ(Meant({"金木水火土石办法", right, false}), plan);
  EXPECT_EQ(Meant({"金木水火土石办法", wrong, false}), "");
  EXPECT_EQ(Meant({"金木水火土石规定", right, false}), "");  // nobody mixes these up
  EXPECT_EQ(Meant({"甲乙丙丁戊己规定", std::nullopt, true}), "甲乙丙丁戊己条例");
  EXPECT_EQ(Meant({"天地黄玄", std::nullopt, true}), "天地玄黄");
  EXPECT_EQ(Meant({"天地黄玄", std::nullopt, false}), "");
  EXPECT_EQ(Meant({"天地玄子", std::nullopt, true}), "");
}

TEST(Swapped, NeighbouringParts) {
  EXPECT_TRUE(Swapped(U"甲乙丙丁", U"乙丙甲丁"));
  EXPECT_FALSE(Swapped(U"甲乙丙丁", U"甲乙丙丁"));
  EXPECT_FALSE(Swapped(U"甲乙丙丁", U"丁乙丙甲"));
  EXPECT_FALSE(Swapped(U"甲乙", U"甲乙丙"));
}

TEST(Doubled, Parts) {
  EXPECT_TRUE(Doubled(U"甲甲乙", U"甲乙"));
  EXPECT_TRUE(Doubled(U"甲乙甲乙", U"甲乙"));
  EXPECT_FALSE(Doubled(U"甲乙甲", U"甲乙"));
  EXPECT_FALSE(Doubled(U"甲乙", U"甲乙"));
  EXPECT_FALSE(Doubled(U"", U"甲"));
}

TEST_F(NearestTitle, OtherTitlesAreNone) {
  EXPECT_EQ(Meant("甲乙丙丁戊己条例"), "");    // right
  EXPECT_EQ(Meant("甲乙丙丁戊的己条例"), "");  // no difference
  EXPECT_EQ(Meant("甲乙丙丁戊庚条例"), "");    // another that is known
  EXPECT_EQ(Meant("甲乙丙丁戊己办法"), "");    // of another type
  EXPECT_EQ(Meant("新甲乙丙丁戊己条例"), "");  // the title with more before it
  EXPECT_EQ(Meant("甲乙丙丁戊己条例论"), "");  // … behind it
  EXPECT_EQ(Meant("甲乙丙子丑己条例"), "");    // two wrong in a short one
  EXPECT_EQ(Meant("甲己条例"), "");            // too short
  EXPECT_EQ(Meant(""), "");
}

TEST(TitleMarks, Faults) {
  using K = MarkFault::Kind;
  const struct {
    const char* text;
    std::size_t titles;
    std::vector<K> faults;
  } cases[] = {
      {"学《甲》《乙》、《丙》。", 3, {}},
      {"学《《甲》。", 1, {K::doubled_open}},
      {"学《甲》》。", 1, {K::doubled_close}},
      {"学《《甲》》。", 1, {K::doubled_both}},
      {"发《关于《甲》的通知》。", 1, {K::nested}},
      {"学《甲、《乙》。", 1, {K::lost_close}},
      {"学甲》、《乙》。", 1, {K::lost_open}},
      {"学《甲。", 0, {K::lost_close}},
      {"学甲。", 0, {}},
      {"《", 0, {K::lost_close}},
  };
  const Lexicon lexicon;
  for (const auto& c : cases) {
    auto raw = ReadDocument("a.text", c.text, {});
    ASSERT_TRUE(raw) << c.text;
    const auto doc = BuildDocument(std::move(*raw), "a", lexicon);
    const auto marks = FindTitleMarks(doc);
    EXPECT_EQ(marks.titles.size(), c.titles) << c.text;
    std::vector<K> kinds;
    for (const auto& f : marks.faults) kinds.push_back(f.kind);
    EXPECT_EQ(kinds, c.faults) << c.text;
  }
}

}  // namespace
}  // namespace hegao
