// Headings told by their look, and by structure that does not mean what it says.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "build.h"
#include "document/emphasis.h"
#include "document/numbering.h"

namespace hegao {
namespace {

const std::string kText =
    "全年召开会议三次，听取工作汇报，研究解决执法装备、办公用房等具体问题，办成实事十二件。";
const std::string kBody = "仿宋_GB2312 16|" + kText;
const std::string kTitle = "小标宋 22 c|某镇2024年度工作报告";

struct LookCase {
  std::string what;
  std::vector<std::string> lines;
  std::string outline;
};

void Check(const std::vector<LookCase>& cases) {
  for (const LookCase& c : cases) EXPECT_EQ(Outline(BuildStyled(c.lines)), c.outline) << c.what;
}

TEST(Emphasis, AgainstTheBody) {
  const struct {
    std::string_view what;
    std::string line;
    bool emphasised;
  } kCases[] = {
      {"like the body", "仿宋_GB2312 16|短行", false},
      {"the same family under another name", "仿宋 16|短行", false},
      {"another font", "黑体 16|短行", true},
      {"bold", "仿宋 16 b|短行", true},
      {"centred", "仿宋 16 c|短行", true},
      {"a point larger", "仿宋 17|短行", true},
      {"half a point larger", "仿宋 16.5|短行", false},
      {"smaller", "仿宋 12|短行", false},
      {"of unknown look", "短行", false},
  };
  for (const auto& c : kCases) {
    const Document doc = BuildStyled({kTitle, kBody, c.line, kBody});
    ASSERT_EQ(doc.blocks.size(), 4u);
    EXPECT_EQ(doc.blocks[2].emphasised, c.emphasised) << c.what;
    EXPECT_TRUE(doc.blocks[0].emphasised);
    EXPECT_FALSE(doc.blocks[1].emphasised);
  }
  const Document bold = BuildStyled({"b|某镇2024年度工作报告", "b|主要工作", "b|" + kText});
  EXPECT_FALSE(bold.blocks[1].emphasised) << "where all is bold, bold means nothing";
  const Document plain = BuildStyled({"某镇2024年度工作报告", "b|主要工作", kText});
  EXPECT_TRUE(plain.blocks[1].emphasised);
}

TEST(LooksOfHeadings, OneLevel) {
  const std::string h = "黑体 16|";
  Check({
      {"font only",
       {kTitle, h + "主要工作", kBody, h + "存在不足", kBody},
       "1 主要工作\n1 存在不足\n"},
      {"two characters", {kTitle, h + "成绩", kBody, h + "不足", kBody}, "1 成绩\n1 不足\n"},
      {"a heading above a shorter one",
       {kTitle, h + "全年主要工作情况", "楷体 16|执法", kBody, h + "不足", kBody, h + "打算",
        kBody},
       "1 全年主要工作情况\n1 执法\n1 不足\n1 打算\n"},
      {"a plain line where headings are set apart is a guess below them",
       {kTitle, h + "主要工作", kBody, "仿宋 16|以上数字由某所提供", kBody, h + "存在不足", kBody,
        h + "下步打算", kBody},
       "1 主要工作\n2 以上数字由某所提供?\n1 存在不足\n1 下步打算\n"},
      {"sentences are no headings however they look",
       {kTitle, h + "各位代表：", h + "现报告如下。", kBody, h + "主要工作", kBody},
       "1 主要工作\n"},
  });
}

TEST(LooksOfHeadings, Levels) {
  const std::string a = "黑体 16|", b = "楷体 16|";
  Check({
      {"the look seen first is the higher",
       {kTitle, a + "主要工作", b + "执法工作", kBody, b + "普法工作", kBody, a + "存在不足",
        kBody},
       "1 主要工作\n2 执法工作\n2 普法工作\n1 存在不足\n"},
      {"the larger is the higher though seen later",
       {kTitle, a + "总体概述", kBody, "黑体 18|主要工作", a + "执法工作", kBody,
        "黑体 18|存在不足", kBody},
       "2 总体概述\n1 主要工作\n2 执法工作\n1 存在不足\n"},
      {"looks that do not alternate are an author's whim",
       {kTitle, a + "主要工作", kBody, a + "普法工作", kBody, b + "存在不足", kBody, b + "下步打算",
        kBody},
       "1 主要工作\n1 普法工作\n1 存在不足\n1 下步打算\n"},
      {"a lost number: the level of those that look alike",
       {kTitle, a + "一、主要工作", b + "（一）执法", kBody, b + "（二）普法", kBody,
        a + "存在不足", kBody, b + "人员较少", kBody},
       "1 一、主要工作\n2 (一)执法\n2 (二)普法\n1 存在不足\n2 人员较少\n"},
      {"lines of a look of their own stand above the numbers between them",
       {kTitle, a + "主要工作", b + "（一）执法", kBody, b + "（二）普法", kBody, a + "存在不足",
        kBody},
       "1 主要工作\n2 (一)执法\n2 (二)普法\n1 存在不足\n"},
      {"but not above 一、",
       {kTitle, b + "前面的话", kBody, a + "一、工作", kBody, a + "二、不足", kBody, b + "最后的话",
        kBody},
       "1 前面的话\n1 一、工作\n1 二、不足\n2 最后的话\n"},
  });
}

TEST(StructuralHeadings, ThatAreParagraphs) {
  const std::string long_one = kText + kText;
  Check({
      {"run-in headings in a heading style",
       {"h1|某镇2024年度工作报告", "h2|一、工作", "h3|（一）严格执法。" + kText,
        "h3|（二）普法。" + kText, "h2|二、不足", kText + kText + kText + kText},
       "1 一、工作\n2 (一)严格执法+\n2 (二)普法+\n1 二、不足\n"},
      {"all paragraphs in Heading 1",
       {"h1|某镇2024年度工作报告", "h1|县政府：", "h1|" + long_one, "h1|一、工作", "h1|（一）执法",
        "h1|" + long_one, "h1|二、不足", "h1|" + long_one, "h1|以上报告。"},
       "1 一、工作\n2 (一)执法\n1 二、不足\n"},
      {"a closing stop alone does not make a sentence of a heading",
       {"h1|某镇2024年度工作报告", "h2|工作。", kText, "h2|不足。", kText},
       "1 工作。\n1 不足。\n"},
  });
}

TEST(StructuralHeadings, NumbersDecide) {
  Check({
      {"一、 as level 2 and 3",
       {"h1|某镇2024年度工作报告", "h2|一、工作", "h3|（一）执法", kText, "h3|二、不足", kText},
       "1 一、工作\n2 (一)执法\n1 二、不足\n"},
      {"（一） as Heading 1",
       {"c|某镇2024年度工作报告", "一、工作", "h1|（一）执法", kText, "h1|（二）普法", kText,
        "二、不足", kText},
       "1 一、工作\n2 (一)执法\n2 (二)普法\n1 二、不足\n"},
      {"title and sections at Heading 1",
       {"h1|某镇2024年度工作报告", "h1|主要工作", kText, "h1|存在不足", kText},
       "1 主要工作\n1 存在不足\n"},
      {"sections typed, title in a style",
       {"h1|某镇2024年度工作报告", "一、工作", kText, "二、不足", kText},
       "1 一、工作\n1 二、不足\n"},
  });
}

TEST(Asides, AreNoPartOfTheOutline) {
  const Document doc =
      BuildStyled({"aside|某县2024年度工作报告", kTitle, "一、工作", kText, "aside|二、表中数字",
                   "某镇人民政府", "2025年1月3日", "aside|1. 数字由某所提供"});
  EXPECT_EQ(Outline(doc), "1 一、工作\n");
  EXPECT_EQ(doc.title_blocks, std::vector<std::uint32_t>{1});
  EXPECT_EQ(doc.signature_blocks, (std::vector<std::uint32_t>{5, 6}));
}

std::string TitleOf(const Document& doc) {
  std::string title;
  for (const auto i : doc.title_blocks) title += doc.Text(doc.blocks[i].folded);
  return title;
}

TEST(TitleByLook, WhereWordsDoNotTell) {
  const struct {
    std::string_view what;
    std::vector<std::string> lines;
    std::string_view title;
  } kCases[] = {
      {"centred like nothing else",
       {"小标宋 22 c|某镇依法行政大事", "黑体 16|主要工作", kBody, "黑体 16|存在不足", kBody},
       "某镇依法行政大事"},
      {"centred like the headings", {"黑体 16 c|主要工作", kBody, "黑体 16 c|存在不足", kBody}, ""},
      {"the only Heading 1",
       {"某镇", "h1|某镇依法行政", "h2|工作", kText, "h2|不足", kText},
       "某镇依法行政"},
      {"one of several Heading 1, not the first line",
       {"某镇依法行政大事", "h1|工作", kText, "h1|不足", kText, "h1|打算", kText},
       ""},
      {"never a numbered one", {"h1|一、工作情况报告", kText, "h1|二、不足", kText}, ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(TitleOf(BuildStyled(c.lines)), c.title) << c.what;
}

TEST(Numbering, FurtherForms) {
  const struct {
    std::string_view text;
    NumberStyle style;
    std::uint32_t value, length;
  } kCases[] = {
      {"第一节总体情况", NumberStyle::subpart, 1, 9},
      {"第2节 总体情况", NumberStyle::subpart, 2, 8},
      {"第一节课", NumberStyle::none, 0, 0},
      {"1.1 工作机制", NumberStyle::arabic_dotted, 1, 4},
      {"1.2年度安排", NumberStyle::arabic_dotted, 2, 3},
      {"1.1.2工作机制", NumberStyle::arabic_dotted, 2, 5},
      {"1.1.2 工作机制", NumberStyle::arabic_dotted, 2, 6},
      {"1.1 万元", NumberStyle::none, 0, 0},
      {"1.5倍以上", NumberStyle::none, 0, 0},
      {"1.5小时", NumberStyle::none, 0, 0},
      {"6.26禁毒", NumberStyle::none, 0, 0},
      {"12.4 宪法宣传", NumberStyle::none, 0, 0},
      {"1.1.", NumberStyle::none, 0, 0},
      {"壹、工作", NumberStyle::cjk, 1, 6},
      {"拾、工作", NumberStyle::cjk, 10, 6},
      {"壹佰元", NumberStyle::none, 0, 0},
      {"壹", NumberStyle::none, 0, 0},
  };
  for (const auto& c : kCases) {
    const auto n = ParseNumbering(c.text, 0);
    ASSERT_EQ(n.has_value(), c.style != NumberStyle::none) << c.text;
    if (!n) continue;
    EXPECT_EQ(n->style, c.style) << c.text;
    EXPECT_EQ(n->value, c.value) << c.text;
    EXPECT_EQ(n->folded, (Span{0, c.length})) << c.text;
  }
}

TEST(Numbering, LevelsOfFurtherForms) {
  const std::string title = "某镇2024年度工作报告";
  Check({
      {"chapters, sections, 一、",
       {title, "第一章 工作", "第一节 执法", "一、检查", kText, "二、处罚", kText, "第二节 普法",
        kText, "第二章 不足", kText},
       "1 第一章工作\n2 第一节执法\n3 一、检查\n3 二、处罚\n2 第二节普法\n1 第二章不足\n"},
      {"dotted numbers",
       {title, "1. 工作", "1.1 执法", "1.1.1 检查", kText, "1.1.2 处罚", kText, "2. 不足", kText},
       "1 1.工作\n2 1.1执法\n3 1.1.1检查\n3 1.1.2处罚\n1 2.不足\n"},
      {"a day is no number",
       {title, "一、工作", "6.5环境日开展宣传活动", kText, "二、不足", kText},
       "1 一、工作\n2 6.5环境日开展宣传活动?\n1 二、不足\n"},
      {"壹、 above （一）",
       {title, "壹、工作", "（一）执法", kText, "贰、不足", kText},
       "1 壹、工作\n2 (一)执法\n1 贰、不足\n"},
  });
}

}  // namespace
}  // namespace hegao
