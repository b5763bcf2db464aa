#include "document/outline.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "build.h"
#include "document/line_join.h"
#include "document/numbering.h"

namespace hegao {
namespace {

const std::string kBody =
    "全年召开会议三次，听取工作汇报，研究解决执法装备、办公用房等具体问题，办成实事十二件。\n";
const std::string kTitle = "某镇2024年度工作报告\n";

TEST(Numbering, StylesAndValues) {
  const struct {
    std::string_view text;
    NumberStyle style;
    std::uint32_t value, length;
  } kCases[] = {
      {"一、工作", NumberStyle::cjk, 1, 6},
      {"十二、工作", NumberStyle::cjk, 12, 9},
      {"第二部分:不足", NumberStyle::part, 2, 13},
      {"第3章 不足", NumberStyle::part, 3, 8},
      {"第二部分是存在的问题", NumberStyle::part, 2, 15},
      {"(三)执法", NumberStyle::cjk_paren, 3, 5},
      {"三)执法", NumberStyle::cjk_paren, 3, 4},  // the left bracket was lost
      {"1.执法", NumberStyle::arabic, 1, 2},
      {"1、执法", NumberStyle::arabic, 1, 4},
      {"4.2025年安排", NumberStyle::arabic, 4, 2},  // a heading that starts with a year
      {"(2)执法", NumberStyle::arabic_paren, 2, 3},
      {"①执法", NumberStyle::circled, 1, 3},
      {"一是执法", NumberStyle::shi, 1, 6},
      {"第一,执法", NumberStyle::ordinal, 1, 7},
      {"1.5倍", NumberStyle::none, 0, 0},
      {"12.4宪法宣传", NumberStyle::none, 0, 0},
      {"4.20259人", NumberStyle::none, 0, 0},
      {"二、三级单位", NumberStyle::none, 0, 0},
      {"一站式服务", NumberStyle::none, 0, 0},
      {"第一责任人", NumberStyle::none, 0, 0},
      {"2024年工作", NumberStyle::none, 0, 0},
      {"", NumberStyle::none, 0, 0},
  };
  for (const auto& c : kCases) {
    const auto n = ParseNumbering(c.text, 100);
    if (c.style == NumberStyle::none) {
      EXPECT_FALSE(n.has_value()) << c.text;
      continue;
    }
    ASSERT_TRUE(n.has_value()) << c.text;
    EXPECT_EQ(n->style, c.style) << c.text;
    EXPECT_EQ(n->value, c.value) << c.text;
    EXPECT_EQ(n->folded, (Span{100, 100 + c.length})) << c.text;
  }
}

struct OutlineCase {
  std::string what, path, text, outline;
};

void Check(const OutlineCase& c) { EXPECT_EQ(Outline(Build(c.path, c.text)), c.outline) << c.what; }

TEST(Outline, LevelsByTypedNumbers) {
  const OutlineCase kCases[] = {
      {"the usual ladder", "a.txt",
       kTitle + "一、工作\n（一）执法\n1.检查\n" + kBody + "（1）日常\n" + kBody + "二、不足\n" +
           kBody,
       "1 一、工作\n2 (一)执法\n3 1.检查\n4 (1)日常\n1 二、不足\n"},
      {"half width", "a.txt", kTitle + "一、工作\n(一)执法\n" + kBody + "二、不足\n" + kBody,
       "1 一、工作\n2 (一)执法\n1 二、不足\n"},
      {"parts above 一、", "a.txt",
       kTitle + "第一部分 工作\n一、执法\n" + kBody + "二、普法\n" + kBody + "第二部分 不足\n" +
           kBody,
       "1 第一部分工作\n2 一、执法\n2 二、普法\n1 第二部分不足\n"},
      {"（一） on top", "a.txt",
       kTitle + "（一）工作\n1.执法\n" + kBody + "（二）不足\n" + kBody + "（三）安排\n" + kBody,
       "1 (一)工作\n2 1.执法\n1 (二)不足\n1 (三)安排\n"},
      {"1. on top, one heading starting with a year", "a.txt",
       kTitle + "1.工作\n（1）执法\n" + kBody + "2.不足\n" + kBody + "3.2025年安排\n" + kBody,
       "1 1.工作\n2 (1)执法\n1 2.不足\n1 3.2025年安排\n"},
      {"a number that was lost", "a.txt",
       kTitle + "一、工作\n（一）执法\n" + kBody + "存在的不足\n" + kBody + "三、安排\n" + kBody,
       "1 一、工作\n2 (一)执法\n1 存在的不足?\n1 三、安排\n"},
      {"an unnumbered line in a numbered text is a sub-heading", "a.txt",
       kTitle + "一、工作\n严格执法\n" + kBody + "二、不足\n" + kBody,
       "1 一、工作\n2 严格执法?\n1 二、不足\n"},
  };
  for (const auto& c : kCases) Check(c);
}

TEST(Outline, UnnumberedHeadings) {
  const OutlineCase kCases[] = {
      {"none numbered", "a.txt", kTitle + "主要工作\n" + kBody + "存在的不足\n" + kBody,
       "1 主要工作?\n1 存在的不足?\n"},
      {"numbers that start anew stand below", "a.txt",
       kTitle + "主要工作\n一、执法\n" + kBody + "二、普法\n" + kBody + "存在的不足\n一、人少\n" +
           kBody + "下步安排\n" + kBody,
       "1 主要工作?\n2 一、执法\n2 二、普法\n1 存在的不足?\n2 一、人少\n1 下步安排?\n"},
      {"one count, more lines after it", "a.txt",
       kTitle + "主要工作\n（一）执法\n" + kBody + "（二）普法\n" + kBody + "存在的不足\n" + kBody +
           "下步安排\n" + kBody,
       "1 主要工作?\n2 (一)执法\n2 (二)普法\n1 存在的不足?\n1 下步安排?\n"},
      {"one count after several lines", "a.txt",
       kTitle + "履职情况\n" + kBody + "主要工作\n" + kBody + "存在的不足\n1.人少\n" + kBody +
           "2.钱少\n" + kBody + "下步安排\n" + kBody,
       "1 履职情况?\n1 主要工作?\n1 存在的不足?\n2 1.人少\n2 2.钱少\n1 下步安排?\n"},
      {"sentences and short remarks are no headings", "a.txt",
       kTitle + "县委、县政府：\n" + "一、工作\n" + kBody + "情况报告如下。\n" + "完成较好；\n",
       "1 一、工作\n"},
  };
  for (const auto& c : kCases) Check(c);
}

TEST(Outline, RunInHeadingsEndAtTheFirstStop) {
  const OutlineCase kCases[] = {
      {"stop", "a.txt", kTitle + "一、工作\n（一）严格执法。" + kBody + "二、不足。" + kBody,
       "1 一、工作\n2 (一)严格执法+\n1 二、不足+\n"},
      {"closing stop only", "a.txt", kTitle + "一、工作。\n" + kBody + "二、不足。\n" + kBody,
       "1 一、工作\n1 二、不足\n"},
      {"colon", "a.txt", kTitle + "一、工作\n（一）组织领导：" + kBody,
       "1 一、工作\n2 (一)组织领导+\n"},
      {"enumeration in running text", "a.txt",
       kTitle + "一、工作\n一是健全机制。全年开会三次。二是压实责任。\n" + kBody,
       "1 一、工作\n4 一是健全机制+\n"},
  };
  for (const auto& c : kCases) Check(c);
}

TEST(Outline, Markup) {
  const OutlineCase kCases[] = {
      {"Markdown levels that skip", "a.md",
       "# 某镇2024年度工作报告\n\n### 工作\n\n##### （一）执法\n\n" + kBody + "\n### 不足\n\n" +
           kBody,
       "1 工作\n2 (一)执法\n1 不足\n"},
      {"Markdown: numbers decide where the marks do not", "a.md",
       "# 某镇2024年度工作报告\n\n## 一、工作\n\n## （一）执法\n\n" + kBody + "\n# 二、不足\n\n" +
           kBody,
       "1 一、工作\n2 (一)执法\n1 二、不足\n"},
      {"Markdown: unnumbered above numbered", "a.md",
       "# 某镇2024年度工作报告\n\n## 工作\n\n### 一、执法\n\n" + kBody + "\n## 不足\n\n" + kBody,
       "1 工作\n2 一、执法\n1 不足\n"},
      {"Markdown list with numbers of its own", "a.md",
       "某镇2024年度工作报告\n\n1. 主要工作\n\n   " + kBody + "\n2. 存在的不足\n\n   " + kBody,
       "1 1.主要工作\n1 2.存在的不足\n"},
      {"HTML headings", "a.html",
       "<h1>某镇2024年度工作报告</h1><h2>工作</h2><h3>执法</h3><p>" + kBody +
           "</p><h2>不足</h2><p>" + kBody + "</p>",
       "1 工作\n2 执法\n1 不足\n"},
      {"HTML bold paragraphs", "a.html",
       "<p><b>某镇2024年度工作报告</b></p><p><strong>主要工作</strong></p><p>（一）执法</p><p>" +
           kBody + "</p><p>（二）普法</p><p>" + kBody +
           "</p><p><strong>存在的不足</strong></p><p>（一）人少</p><p>" + kBody + "</p>",
       "1 主要工作\n2 (一)执法\n2 (二)普法\n1 存在的不足\n2 (一)人少\n"},
      {"cells and navigation are no headings", "a.html",
       "<nav>首页</nav><h1>某镇2024年度工作报告</h1><h2>一、工作</h2><table><tr><td>二、检查</"
       "td><td>12</td></tr>"
       "</table><p>" +
           kBody + "</p><p>【打印】</p>",
       "1 一、工作\n"},
  };
  for (const auto& c : kCases) Check(c);
}

TEST(Outline, TitleOverSeveralLines) {
  const struct {
    std::string text, title;
  } kCases[] = {
      {kTitle + "一、工作\n" + kBody, "某镇2024年度工作报告"},
      {"某县某镇\n关于2024年度的\n工作报告\n一、工作\n" + kBody,
       "某县某镇|关于2024年度的|工作报告"},
      {"首页\n中共某镇委员会\n某镇人民政府\n2024年度工作报告\n县政府：\n一、工作\n" + kBody,
       "中共某镇委员会|某镇人民政府|2024年度工作报告"},
      {kBody + "一、工作\n" + kBody, ""},
  };
  for (const auto& c : kCases) {
    const auto doc = Build("a.txt", c.text);
    std::string title;
    for (const auto i : doc.title_blocks) {
      title += (title.empty() ? "" : "|") + std::string(doc.Text(doc.blocks[i].folded));
    }
    EXPECT_EQ(title, c.title);
  }
}

TEST(Outline, SectionsCoverTheirText) {
  const auto doc = Build("a.txt", kTitle + "一、工作\n（一）执法\n" + kBody + "二、不足\n" + kBody +
                                      "某镇人民政府\n2025年1月3日\n");
  ASSERT_EQ(doc.sections.size(), 4u);
  EXPECT_EQ(doc.sections[2].parent, 1);
  EXPECT_EQ(doc.sections[3].parent, 0);
  EXPECT_EQ(doc.sections[1].folded.end, doc.sections[3].folded.begin);
  const auto& last = doc.sections[3];
  EXPECT_EQ(doc.Text(last.body).find("某镇人民政府"), std::string_view::npos)
      << "the signature belongs to no section";
  EXPECT_EQ(doc.SectionAt(doc.sections[2].body.begin + 1), 2u);
}

std::string Wrapped(const std::string& text, std::size_t characters, const std::string& indent) {
  std::string out = indent;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size(); at += 3, ++column) {
    if (column == characters) {
      out += '\n';
      column = 0;
    }
    out += text.substr(at, 3);
  }
  return out + '\n';
}

TEST(Outline, HeadingsAfterTheSignatureStayInsideTheirParents) {
  const auto doc =
      Build("a.md", "# 某镇2024年度工作报告\n\n## 一、工作\n\n" + kBody +
                        "\n某镇人民政府\n\n## 附表\n\n" + kBody + "\n### （一）明细\n\n" + kBody);
  ASSERT_GE(doc.sections.size(), 4u);
  for (const auto& s : doc.sections) {
    for (const auto child : s.children) EXPECT_TRUE(s.folded.Contains(doc.sections[child].folded));
  }
}

TEST(LineJoin, HardWrappedText) {
  const std::string sentence =
      "全年召开会议三次听取工作汇报研究解决执法装备办公用房等具体问题办成实事十二件群众满意度不断提"
      "高";
  std::string text = kTitle + "一、工作\n";
  for (int i = 0; i < 6; ++i) text += Wrapped(sentence + sentence + "。", 30, "　　");
  text += "二、存在的问题\n" + Wrapped(sentence + "。", 30, "　　");
  const auto doc = Build("a.txt", text);
  EXPECT_EQ(Outline(doc), "1 一、工作\n1 二、存在的问题\n");
  EXPECT_EQ(doc.blocks.size(), 1u + 2u + 7u) << "title, headings, and each paragraph one block";
}

TEST(LineJoin, ABracketThatIsNeverClosedSwallowsNoHeading) {
  std::string text = kTitle + "一、工作\n";
  for (int i = 0; i < 9; ++i) text += "全年召开会议三次听取工作汇报研究解决执法装备办公用房问题\n";
  text += "由司法所牵头会同派出所和网格员走访全部村（以下简称各村\n二、存在的问题\n办法不多。\n";
  EXPECT_EQ(Outline(Build("a.txt", text)), "1 一、工作\n1 二、存在的问题\n");
}

TEST(LineJoin, ANumberSplitByTheMarginIsOne) {
  const std::string line = "全年召开会议三次听取工作汇报研究解决执法装备办公用房问题";
  std::string text = kTitle;
  for (int i = 0; i < 9; ++i) text += line + "\n";
  text += "（联系人是驻村的工作人员，电话全天有人接听：139000000\n12）随时可以联系\n";
  text += "二〇二四年全年没有发生任何一起违法违纪的案件，6 月 30\n 日止。\n";
  text += "由司法所牵头会同派出所和网格员于二〇二四年八月十九日（周\n一）组织义诊。\n";
  const auto doc = Build("a.txt", text);
  EXPECT_NE(doc.folded.text().find(":13900000012)随时"), std::string::npos) << doc.folded.text();
  EXPECT_NE(doc.folded.text().find("6月30日止"), std::string::npos) << doc.folded.text();
  EXPECT_NE(doc.folded.text().find("(周一)组织"), std::string::npos) << doc.folded.text();
  EXPECT_EQ(doc.headings.size(), 0u);
}

TEST(LineJoin, LeavesTheseLinesAlone) {
  const std::string line =
      "全年召开会议三次听取工作汇报研究解决执法装备办公用房问题";  // 27 characters
  const struct {
    std::string what, text;
    std::size_t blocks;
  } kCases[] = {
      {"too few lines to tell", line + "\n" + line + "\n", 2},
      {"lines of all lengths",
       line + line + line + "\n" + line + "\n甲乙丙丁\n" + line + line + "\n" + line + "\n戊己\n" +
           line + "\n庚辛壬\n" + line + "\n",
       9},
      {"blank lines between",
       line + "\n\n" + line + "\n\n" + line + "\n\n" + line + "\n\n" + line + "\n\n" + line +
           "\n\n" + line + "\n\n" + line + "\n\n" + line + "\n",
       9},
      {"each line indented deeper than the last line of a paragraph",
       line + "\n" + line + "\n　　" + line + "\n" + line + "\n　　" + line + "\n" + line +
           "\n　　" + line + "\n" + line + "\n",
       4},
  };
  for (const auto& c : kCases) EXPECT_EQ(Build("a.txt", c.text).blocks.size(), c.blocks) << c.what;
}

}  // namespace
}  // namespace hegao
