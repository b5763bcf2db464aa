#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "formats/docx/numbering.h"

namespace hegao {
namespace {

using Use = std::pair<int, int>;  // list, level

/// The labels of paragraphs in a row, joined by |.
std::string Labels(DocxNumbering& numbering, const std::vector<Use>& uses) {
  std::string out;
  for (const auto& [list, level] : uses) out += numbering.Next(list, level) + '|';
  return out;
}

std::string Labels(const std::string& xml, const std::vector<Use>& uses) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(("<w:numbering>" + xml + "</w:numbering>").c_str())) << xml;
  DocxNumbering numbering(document.document_element());
  return Labels(numbering, uses);
}

std::string Level(int level, const std::string& format, const std::string& text,
                  const std::string& more = {}, const std::string& start = "1") {
  return "<w:lvl w:ilvl='" + std::to_string(level) + "'><w:start w:val='" + start +
         "'/><w:numFmt w:val='" + format + "'/>" + more + "<w:lvlText w:val='" + text +
         "'/></w:lvl>";
}

std::string Abstract(int id, const std::string& content) {
  return "<w:abstractNum w:abstractNumId='" + std::to_string(id) + "'>" + content +
         "</w:abstractNum>";
}

std::string Num(int id, int abstract, const std::string& overrides = {}) {
  return "<w:num w:numId='" + std::to_string(id) + "'><w:abstractNumId w:val='" +
         std::to_string(abstract) + "'/>" + overrides + "</w:num>";
}

std::string StartAt(int level, const std::string& start) {
  return "<w:lvlOverride w:ilvl='" + std::to_string(level) + "'><w:startOverride w:val='" + start +
         "'/></w:lvlOverride>";
}

const std::string kSuffNothing = "<w:suff w:val='nothing'/>";

/// 一、（一） 1. (1)
const std::string kOfficial = Level(0, "chineseCountingThousand", "%1、", kSuffNothing) +
                              Level(1, "chineseCountingThousand", "（%2）", kSuffNothing) +
                              Level(2, "decimal", "%3.", "<w:suff w:val='space'/>") +
                              Level(3, "decimal", "(%4)");

TEST(DocxNumbering, FormatsOfNumbers) {
  const struct {
    std::string format;
    std::vector<std::pair<std::uint32_t, std::string>> shown;
  } kCases[] = {
      {"decimal", {{0, "0"}, {1, "1"}, {4294967295U, "4294967295"}}},
      {"no-such", {{3, "3"}}},
      {"ganada", {{3, "3"}}},
      {"bullet", {{1, ""}}},
      {"none", {{1, ""}}},
      {"decimalZero", {{1, "01"}, {10, "10"}}},
      {"decimalFullWidth", {{1, "１"}, {20, "２０"}}},
      {"decimalEnclosedCircle", {{0, "0"}, {1, "①"}, {20, "⑳"}, {21, "21"}}},
      {"decimalEnclosedCircleChinese", {{10, "⑩"}}},
      {"decimalEnclosedParen", {{2, "⑵"}, {21, "21"}}},
      {"decimalEnclosedFullstop", {{2, "⒉"}}},
      {"ideographEnclosedCircle", {{3, "㈢"}, {11, "11"}}},
      {"chineseCounting",
       {{0, "〇"},
        {1, "一"},
        {10, "十"},
        {11, "十一"},
        {20, "二十"},
        {99, "九十九"},
        {100, "一〇〇"},
        {110, "一一〇"}}},
      {"taiwaneseCounting", {{12, "十二"}, {101, "一○一"}}},
      {"chineseCountingThousand",
       {{0, "零"},
        {1, "一"},
        {10, "十"},
        {11, "十一"},
        {20, "二十"},
        {21, "二十一"},
        {100, "一百"},
        {101, "一百零一"},
        {110, "一百一十"},
        {111, "一百一十一"},
        {1001, "一千零一"},
        {1010, "一千零一十"},
        {9999, "九千九百九十九"},
        {10000, "一万"},
        {10001, "一万零一"},
        {12000, "一万二千"},
        {100000, "十万"},
        {4294967295U, "4294967295"}}},
      {"taiwaneseCountingThousand", {{15, "十五"}}},
      {"japaneseCounting", {{10, "十"}, {101, "百一"}, {1110, "千百十"}}},
      {"chineseLegalSimplified",
       {{1, "壹"}, {2, "贰"}, {10, "壹拾"}, {12, "壹拾贰"}, {101, "壹佰零壹"}}},
      {"ideographLegalTraditional", {{2, "貳"}, {6, "陸"}, {10, "壹拾"}, {101, "壹佰壹"}}},
      {"japaneseLegal", {{3, "参"}, {1000, "壱阡"}}},
      {"ideographDigital", {{1, "一"}, {10, "一〇"}, {101, "一〇一"}}},
      {"japaneseDigitalTenThousand", {{20, "二〇"}}},
      {"taiwaneseDigital", {{10, "一○"}}},
      {"ideographTraditional", {{1, "甲"}, {10, "癸"}, {11, "11"}, {0, "0"}}},
      {"ideographZodiac", {{1, "子"}, {12, "亥"}, {13, "13"}}},
      {"ideographZodiacTraditional", {{1, "甲子"}, {13, "丙子"}, {60, "癸亥"}, {61, "61"}}},
      {"upperRoman", {{4, "IV"}, {1994, "MCMXCIV"}, {0, "0"}, {4294967295U, "4294967295"}}},
      {"lowerRoman", {{9, "ix"}}},
      {"upperLetter", {{1, "A"}, {26, "Z"}, {27, "AA"}, {53, "AAA"}, {781, "781"}}},
      {"lowerLetter", {{3, "c"}, {4294967295U, "4294967295"}}},
      {"numberInDash", {{2, "- 2 -"}}},
  };
  for (const auto& c : kCases) {
    for (const auto& [value, shown] : c.shown) {
      EXPECT_EQ(FormatNumber(value, c.format), shown) << c.format << ' ' << value;
    }
  }
}

TEST(DocxNumbering, CountsLevels) {
  EXPECT_EQ(Labels(Abstract(0, kOfficial) + Num(1, 0),
                   {{1, 0}, {1, 1}, {1, 1}, {1, 2}, {1, 3}, {1, 3}, {1, 0}, {1, 1}, {1, 2}}),
            "一、|（一）|（二）|1. |(1) |(2) |二、|（一）|1. |");
}

TEST(DocxNumbering, Labels) {
  const struct {
    std::string why, levels;
    std::vector<Use> uses;
    std::string labels;
  } kCases[] = {
      {"levels in one label",
       Level(0, "decimal", "%1") + Level(1, "decimal", "%1.%2"),
       {{1, 0}, {1, 1}, {1, 0}, {1, 1}, {1, 1}},
       "1 |1.1 |2 |2.1 |2.2 |"},
      {"a chapter, and isLgl below it",
       Level(0, "chineseCountingThousand", "第%1章") + Level(1, "decimal", "%1.%2", "<w:isLgl/>") +
           Level(2, "decimal", "%1.%3"),
       {{1, 0}, {1, 0}, {1, 1}, {1, 2}},
       "第一章 |第二章 |2.1 |二.1 |"},
      {"isLgl off", Level(0, "upperRoman", "%1", "<w:isLgl w:val='0'/>"), {{1, 0}}, "I |"},
      {"isLgl on the level itself", Level(0, "upperRoman", "%1", "<w:isLgl/>"), {{1, 0}}, "1 |"},
      {"a level above that had no paragraph has taken its first number",
       Level(0, "decimal", "%1") + Level(1, "decimal", "%1.%2"),
       {{1, 1}, {1, 1}, {1, 0}},
       "1.1 |1.2 |2 |"},
      {"a level between that had no paragraph, likewise",
       Level(0, "decimal", "%1") + Level(1, "decimal", "%1.%2") + Level(2, "decimal", "%1.%2.%3"),
       {{1, 0}, {1, 2}, {1, 1}, {1, 1}, {1, 0}, {1, 1}},
       "1 |1.1.1 |1.2 |1.3 |2 |2.1 |"},
      {"levels below are not shown",
       Level(0, "decimal", "%1.%2.") + Level(1, "decimal", "%2"),
       {{1, 0}},
       "1.. |"},
      {"start of its own", Level(0, "decimal", "%1.", "", "5"), {{1, 0}, {1, 0}}, "5. |6. |"},
      {"start 0", Level(0, "decimal", "%1.", "", "0"), {{1, 0}, {1, 0}}, "0. |1. |"},
      {"start below 0", Level(0, "decimal", "%1.", "", "-7"), {{1, 0}}, "0. |"},
      {"start no number", Level(0, "decimal", "%1.", "", "x"), {{1, 0}}, "0. |"},
      {"start beyond 32 bits",
       Level(0, "decimal", "%1.", "", "2147483648"),
       {{1, 0}, {1, 0}},
       "2147483647. |2147483648. |"},
      {"bullet", Level(0, "bullet", "●"), {{1, 0}}, "|"},
      {"bullet by its picture",
       Level(0, "decimal", "%1.", "<w:lvlPicBulletId w:val='0'/>"),
       {{1, 0}},
       "|"},
      {"glyph of private use", Level(0, "decimal", "\xEF\x82\xB7"), {{1, 0}}, "|"},
      {"none", Level(0, "none", "%1."), {{1, 0}}, "|"},
      {"none with words", Level(0, "none", "附件%1："), {{1, 0}}, "附件： |"},
      {"no text", Level(0, "decimal", ""), {{1, 0}}, "|"},
      {"blank at the end already", Level(0, "decimal", "%1 "), {{1, 0}}, "1 |"},
      {"no number of a level", Level(0, "decimal", "100%, %0 %a%"), {{1, 0}}, "100%, %0 %a% |"},
      {"bullet above in a label",
       Level(0, "bullet", "x") + Level(1, "decimal", "%1%2)"),
       {{1, 0}, {1, 1}},
       "|1) |"},
      {"never restarted",
       Level(0, "decimal", "%1") + Level(1, "decimal", "%2)", "<w:lvlRestart w:val='0'/>"),
       {{1, 0}, {1, 1}, {1, 0}, {1, 1}},
       "1 |1) |2 |2) |"},
      {"restarted by the first level only",
       Level(0, "decimal", "%1") + Level(1, "decimal", "%2") +
           Level(2, "lowerLetter", "%3)", "<w:lvlRestart w:val='1'/>"),
       {{1, 0}, {1, 1}, {1, 2}, {1, 1}, {1, 2}, {1, 0}, {1, 2}},
       "1 |1 |a) |2 |b) |2 |a) |"},
      {"restart by a level below is none",
       Level(0, "decimal", "%1") + Level(1, "decimal", "%2)", "<w:lvlRestart w:val='7'/>"),
       {{1, 1}, {1, 0}, {1, 1}},
       "1) |2 |1) |"},
      {"levels that are not",
       Level(0, "decimal", "%1.") + Level(9, "decimal", "%9"),
       {{1, -1},
        {1, 1},
        {1, 8},
        {1, 9},
        {1, std::numeric_limits<int>::max()},
        {1, std::numeric_limits<int>::min()},
        {1, 0}},
       "||||||1. |"},
      {"lists that are not",
       Level(0, "decimal", "%1."),
       {{0, 0}, {2, 0}, {-1, 0}, {1, 0}},
       "|||1. |"},
      {"a format of newer versions, and what others read",
       "<w:lvl w:ilvl='0'><w:start w:val='2'/><mc:AlternateContent><mc:Choice Requires='w14'>"
       "<w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice><mc:Fallback>"
       "<w:numFmt w:val='decimalZero'/></mc:Fallback></mc:AlternateContent>"
       "<w:lvlText w:val='%1'/></w:lvl>",
       {{1, 0}},
       "02 |"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Labels(Abstract(0, c.levels) + Num(1, 0), c.uses), c.labels) << c.why;
  }
}

TEST(DocxNumbering, ListsOfOneAbstractList) {
  const std::string both = Level(0, "decimal", "%1.") + Level(1, "decimal", "%1.%2");
  const struct {
    std::string why, nums;
    std::vector<Use> uses;
    std::string labels;
  } kCases[] = {
      {"go on counting", Num(1, 0) + Num(2, 0), {{1, 0}, {2, 0}, {1, 0}}, "1. |2. |3. |"},
      {"start where they say, once",
       Num(1, 0) + Num(2, 0, StartAt(0, "1")),
       {{1, 0}, {1, 0}, {2, 0}, {2, 0}, {1, 0}},
       "1. |2. |1. |2. |3. |"},
      {"start at 0", Num(1, 0, StartAt(0, "0")), {{1, 0}, {1, 0}}, "0. |1. |"},
      {"start again where they say",
       Num(1, 0, StartAt(1, "4")),
       {{1, 0}, {1, 1}, {1, 1}, {1, 0}, {1, 1}},
       "1. |1.4 |1.5 |2. |2.4 |"},
      {"a level of their own",
       Num(1, 0) + Num(2, 0,
                       "<w:lvlOverride w:ilvl='0'>" + Level(0, "chineseCounting", "（%1）") +
                           "</w:lvlOverride>"),
       {{1, 0}, {2, 0}, {1, 0}},
       "1. |（二） |3. |"},
      {"overrides of levels that are not",
       Num(1, 0, StartAt(-1, "5") + StartAt(9, "5")),
       {{1, 0}},
       "1. |"},
      {"of two with one number the first",
       Num(1, 0, StartAt(0, "3")) + Num(1, 7),
       {{1, 0}},
       "3. |"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Labels(Abstract(0, both) + c.nums, c.uses), c.labels) << c.why;
  }
}

TEST(DocxNumbering, ListsLinkedByStyles) {
  const auto link = [](const std::string& style) {
    return "<w:numStyleLink w:val='" + style + "'/>";
  };
  const auto linked = [](const std::string& style) {
    return "<w:styleLink w:val='" + style + "'/>";
  };
  const struct {
    std::string why, xml, labels;  // of list 1, level 0, twice
  } kCases[] = {
      {"by a list style",
       Abstract(0, link("S")) + Abstract(1, linked("S") + kOfficial) + Num(1, 0) + Num(2, 1),
       "一、|二、|"},
      {"to nothing", Abstract(0, link("S")) + Num(1, 0), "||"},
      {"to itself", Abstract(0, link("S") + linked("S") + kOfficial) + Num(1, 0), "||"},
      {"in a circle",
       Abstract(0, link("S") + linked("T")) + Abstract(1, link("T") + linked("S")) + Num(1, 0),
       "||"},
      {"no such abstract list", Num(1, 5), "||"},
      {"no abstract list", "<w:num w:numId='1'/>", "||"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Labels(c.xml, {{1, 0}, {1, 0}}), c.labels) << c.why;
}

TEST(DocxNumbering, ParagraphStylesOfLevels) {
  const std::string levels = Level(0, "decimal", "%1", "<w:pStyle w:val='Heading1'/>") +
                             Level(1, "decimal", "%1.%2", "<w:pStyle w:val='Heading2'/>");
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(("<w:numbering>" + Abstract(3, levels) + Abstract(4, levels) +
                                    Num(7, 3) + Num(8, 4) + "</w:numbering>")
                                       .c_str()));
  const DocxNumbering numbering(document.document_element());
  using List = DocxNumbering::StyleList;
  EXPECT_EQ(numbering.ForStyle("Heading2"), (List{7, 1}));
  EXPECT_EQ(numbering.ForStyle("Heading2", 8), (List{8, 1}));
  EXPECT_EQ(numbering.ForStyle("Heading1"), (List{7, 0}));
  EXPECT_EQ(numbering.ForStyle("Heading3"), (List{0, 0}));
  EXPECT_EQ(numbering.ForStyle("Heading1", 9), (List{0, 0}));
  EXPECT_EQ(numbering.ForStyle(""), (List{0, 0}));
}

TEST(DocxNumbering, NothingToRead) {
  DocxNumbering none{pugi::xml_node()};
  EXPECT_EQ(none.Next(1, 0), "");
  EXPECT_EQ(none.ForStyle("Heading1"), DocxNumbering::StyleList{});
}

TEST(DocxNumbering, PrefixesAreTheProducers) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(
      "<numbering><abstractNum abstractNumId='0'><lvl ilvl='0'><start val='1'/>"
      "<numFmt val='chineseCounting'/><suff val='nothing'/><lvlText val='%1、'/></lvl>"
      "</abstractNum><num numId='1'><abstractNumId val='0'/></num></numbering>"));
  DocxNumbering numbering(document.document_element());
  EXPECT_EQ(Labels(numbering, {{1, 0}, {1, 0}}), "一、|二、|");
}

TEST(DocxNumbering, LongTextIsCut) {
  const std::string label = Labels(
      Abstract(0, Level(0, "upperRoman", std::string(100'000, '%') + "1")) + Num(1, 0), {{1, 0}});
  EXPECT_LT(label.size(), 1000U);
}

}  // namespace
}  // namespace hegao
