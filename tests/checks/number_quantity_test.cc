// What counts as a quantity, and what it is worth.
#include <gtest/gtest.h>

#include <random>

#include "../document/build.h"
#include "checks/number/quantity.h"
#include "checks/number/quantity_text.h"
#include "text/fold.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

const QuantityReader& Reader() {
  static const QuantityReader reader = [] {
    const YamlFile file{"rule.yaml",
                        "units:\n  - {words: [件, 起]}\n  - {words: [人, 名]}\n  - {words: [人次], "
                        "overlap: true}\n  - {words: [个]}\n  - {words: [个月, 天]}\n  - {words: "
                        "[元]}\n  - {words: [条]}\n"};
    Problems problems;
    const auto value = ParseYaml(file, problems);
    MapReader rule(value, problems, {"规则", "rule"});
    const std::vector<SlotSpec> slots;
    const Tables tables;
    const auto params = Params::Read(rule, {UnitsParam()}, {slots, tables});
    EXPECT_TRUE(problems.items().empty());
    return QuantityReader(params.Records("units"));
  }();
  return reader;
}

std::vector<Quantity> ReadFolded(const std::string& folded) {
  std::vector<Quantity> out;
  Reader().ReadText(folded, 0, 0, out);
  return out;
}

/// "60件 98% ~1200人": value and unit; ~ vague, # ordinal, @ each, : range, - negative.
std::string Shorthand(const std::string& text) {
  const auto folded = Fold(text);
  std::string out;
  for (const auto& q : ReadFolded(folded)) {
    if (!out.empty()) out += ' ';
    if (q.approximate) out += '~';
    if (q.ordinal) out += '#';
    if (q.each) out += '@';
    if (q.range) out += ':';
    if (q.negative) out += '-';
    out += Shown(q.value);
    if (q.measure == Measure::percent) out += '%';
    if (q.measure == Measure::permille) out += "‰";
    if (q.measure == Measure::points) out += "pp";
    out += folded.substr(q.unit.begin, q.unit.size());
  }
  return out;
}

TEST(Quantity, Values) {
  const std::pair<const char*, const char*> kCases[] = {
      {"受理60件", "60件"},
      {"受理６０件", "60件"},
      {"共1,200人", "1200人"},
      {"共１，２００人", "1200人"},
      {"民事5，治安3件", "5 3件"},
      {"资金1.2万元", "12000元"},
      {"资金3.5亿元", "350000000元"},
      {"资金420余万元", "~4200000元"},
      {"发放1.2万余件", "~12000件"},
      {"发放300多件", "~300件"},
      {"约60件", "~60件"},
      {"超过60件、近70件、60件以上、60件左右", "~60件 ~70件 ~60件 ~60件"},
      {"公约3件、违约2件", "3件 2件"},
      {"十五件", "15件"},
      {"两件", "2件"},
      {"两百三十人", "230人"},
      {"一万二千人", "12000人"},
      {"十余件", "~10件"},
      {"数十件、上百人", "~10件"},
      {"第3件", "#3件"},
      {"每3人、各2名", "@3人 @2名"},
      {"3至5件、3-5件、3—5件", ":5件 :5件 :5件"},
      {"98%、98.5％、百分之九十八、百分之98.5", "98% 98.5% 98% 98.5%"},
      {"百分之百、百分之一百二十、百分之零点五", "100% 120% 0.5%"},
      {"1.2‰", "1.2‰"},
      {"提高5个百分点", "5pp"},
      {"满意率为-98%", "-98%"},
      {"满意率95%-98%", "95% 98%"},
      {"420人次", "420人次"},
      {"3个月、3个", "3个月 3个"},
      {"50/60", "50 60"},
  };
  for (const auto& [text, expected] : kCases) {
    EXPECT_EQ(Shorthand(text), expected) << text;
  }
}

TEST(Quantity, NoQuantities) {
  const char* const kCases[] = {
      "2024年12月4日",      "2021—2025年",        "〔2024〕28号",   "8:30至9:00",
      "0700-1234567",       "“3·15”“6·26”",       "7×24小时",       "5G网络、A4纸、2K",
      "1+N+3机制",          "《2024年60件实事》", "第十五条第二款", "一体推进",
      "三会一课、八五普法", "统一、之一",         "二十届三中全会", "13800001111222人",
  };
  for (const auto* text : kCases) {
    for (const auto& q : ReadFolded(Fold(text))) EXPECT_TRUE(q.group < 0 || q.ordinal) << text;
  }
}

TEST(Quantity, EveryWayToTypeANumberIsTheSame) {
  for (std::uint32_t n = 2; n < 10000; n = n * 7 / 5 + 1) {
    const auto digits = std::to_string(n);
    auto grouped = digits;
    if (grouped.size() > 3) grouped.insert(grouped.size() - 3, ",");
    std::string wide;
    for (const char c : digits) AppendUtf8(wide, static_cast<char32_t>(U'０' + (c - '0')));
    for (const auto& typed : {digits, grouped, wide, ToCjkNumber(n)}) {
      const auto found = ReadFolded(Fold("办结" + typed + "件，"));
      ASSERT_EQ(found.size(), 1u) << typed;
      EXPECT_EQ(found[0].value, n) << typed;
      EXPECT_TRUE(found[0].Exact()) << typed;
      EXPECT_EQ(found[0].group, 0) << typed;
    }
  }
}

TEST(Quantity, SpansAreInOrderAndOnCharacters) {
  const std::vector<std::string> kPieces = {
      "3",      "12", ",",    "，", ".", "%",    "％", "万", "亿", "余", "约", "第",
      "百分之", "一", "二十", "百", "-", "至",   "《", "》", "〔", "〕", "件", "个",
      "百分点", " ",  "年",   "A",  "·", "\xE4", "零", "点", "/",  "两", "元"};
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 14; ++i) text += kPieces[random() % kPieces.size()];
    const auto folded = Fold(text);
    std::uint32_t at = 0;
    for (const auto& q : ReadFolded(folded)) {
      EXPECT_LE(at, q.folded.end) << text;
      EXPECT_TRUE(q.folded.Contains(q.number)) << text;
      EXPECT_LE(q.folded.end, folded.size()) << text;
      EXPECT_TRUE(IsBoundary(folded, q.folded.begin) && IsBoundary(folded, q.folded.end)) << text;
      EXPECT_LT(q.number.begin, q.number.end) << text;
      EXPECT_GE(q.number.begin, at) << text;
      at = q.folded.end;
    }
  }
}

TEST(Quantity, TenthsBehindAShare) {
  EXPECT_EQ(Shorthand("办结率九成，占七成五"), "90% 75%");
  EXPECT_EQ(Shorthand("满意率近九成"), "~90%");
  EXPECT_EQ(Shorthand("占九成多"), "~90%");
  EXPECT_EQ(Shorthand("办结率三成员单位"), "");
  EXPECT_EQ(Shorthand("种了九成"), "");
}

TEST(Quantity, NumberingIsNoPartOfTheNumber) {
  EXPECT_EQ(Shorthand("12.151件实事"), "");
  EXPECT_EQ(Shorthand("1.2万人参加"), "12000人");
  EXPECT_EQ(Shorthand("1.5元"), "1.5元");
}

TEST(Quantity, WrappedLineDoesNotTearANumber) {
  const std::string line = "全镇组织网格员进村入户开展走访宣传，现场解答群众提出的问题，收集意见\n";
  const std::string end = "建议并逐一登记转办。\n";
  const auto doc =
      Build("a.txt", "清溪镇工作报告\n" + line + end + line + end + line + end +
                         "培训第一批46人、第二批38人、第三批51人、第四批共40人，合计1\n" +
                         "75人。\n" + line + end);
  const auto all = Reader().Read(doc);
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all[4].value, 175);
  EXPECT_EQ(doc.Text(all[4].unit), "人");
  EXPECT_EQ(doc.Text(all[4].folded), "175人");
}

TEST(Quantity, AgreesWithinItsLastDigit) {
  const auto agree = [](const char* a, const char* b) {
    return Agree(ReadFolded(a).at(0), ReadFolded(b).at(0));
  };
  EXPECT_TRUE(agree("60件", "六十件"));
  EXPECT_FALSE(agree("60件", "61件"));
  EXPECT_TRUE(agree("2.6万人", "26000人"));
  EXPECT_TRUE(agree("2.6万人", "25600人"));
  EXPECT_FALSE(agree("2.6万人", "3.1万人"));
}

TEST(Quantity, Joints) {
  EXPECT_EQ(JointOf("、治安"), Joint::list);
  EXPECT_EQ(JointOf("和治安"), Joint::list);
  EXPECT_EQ(JointOf(",治安"), Joint::comma);
  EXPECT_EQ(JointOf("、治安,"), Joint::comma);
  EXPECT_EQ(JointOf("(治安"), Joint::bracket);
  EXPECT_EQ(JointOf("治安"), Joint::none);
}

TEST(Quantity, WordsByTheirEnds) {
  const WordList words({"共", "共计", "办结"});
  EXPECT_EQ(words.AtEnd("以上共计"), std::string_view("共计").size());
  EXPECT_EQ(words.AtStart("共有"), std::string_view("共").size());
  EXPECT_EQ(words.AtEnd("共计有"), 0u);
  EXPECT_TRUE(words.In("已办结的"));
  std::size_t length = 0;
  EXPECT_EQ(words.LastIn("办结共计", &length), std::string_view("办结").size());
  EXPECT_EQ(length, std::string_view("共计").size());
}

}  // namespace
}  // namespace hegao
