#include "formats/markdown/markdown.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "visible_text.h"

namespace hegao {
namespace {

TEST(Markdown, Blocks) {
  ExpectBlocks(
      "a.md",
      {{"# 一、标题 *强调* #\n\n正文\n第二行\n", {"h1 一、标题 强调", "s 正文", "s 第二行"}},
       {"某镇\n报告\n===\n\n甲\n---\n", {"h1 某镇\n报告", "h2 甲"}},
       {"#不是标题\n===\n\n####### 七\n", {"h1 #不是标题", "s ####### 七"}},
       {"甲  \n乙\\\n丙<br>丁\n", {"s 甲", "s 乙", "s 丙", "s 丁"}},
       {"# 甲<br/>乙\n", {"h1 甲 乙"}},
       {"> 引用\n懒\n> > 深\n> > 深二\n", {"s 引用", "s 懒", "s 深", "s 深二"}},
       {"    缩进一\n\n    缩进二\n", {"l 缩进一", "l 缩进二"}},
       {"\t缩进\n", {"l 缩进"}},
       {"```c\n甲\n\n  乙\n```\n丙", {"l 甲", "l 乙", "s 丙"}},
       {"- ```\n  甲\n  ```\n", {"l 甲"}},
       {"**全粗**\n\n**半**粗\n\n**粗**\n不粗\n", {"s* 全粗", "s 半粗", "s* 粗", "s 不粗"}},
       {"　　正文\n\n***\n\n末", {"s 正文", "s 末"}}});
}

TEST(Markdown, Lists) {
  ExpectBlocks("a.md", {{"- 甲\n- 乙\n  续\n", {"s 甲", "s 乙", "s 续"}},
                        {"1. 甲\n   续\n2.\t乙\n", {"s 1. 甲", "s 续", "s 2.\t乙"}},
                        {"1. 甲\n2. 乙\n4. 丁\n", {"s 1. 甲", "s 2. 乙", "s 4. 丁"}},
                        {"1. 甲\n1. 乙\n1. 丙\n", {"s 1. 甲", "s 2. 乙", "s 3. 丙"}},
                        {"10) 甲\n\n    后\n", {"s 10) 甲", "s 后"}},
                        {"1. # 题\n2. **粗**\n3.\n4. ```\n   码\n   ```\n",
                         {"h1 1. 题", "s* 2. 粗", "s 3.", "s 4.", "l 码"}},
                        {"> 1. - 2. 深\n", {"s 1. 2. 深"}},
                        {"2024. 年份\n", {"s 2024. 年份"}}});
}

TEST(Markdown, Inlines) {
  ExpectBlocks(
      "a.md",
      {{"甲 &amp; \\* &#22411; &lt &nosuch; &amp;amp; \\\\ \\甲",
        {"s 甲 & * 型 &lt &nosuch; &amp; \\ \\甲"}},
       {"[链接](http://链接 \"题(\") 链接 [甲](<a b>)乙", {"s 链接 链接 甲乙"}},
       {"[甲][r] [乙][] [丙] [丁](戊\n\n[r]: /u\n[乙]: /v\n[丙]: /w", {"s 甲 乙 丙 [丁](戊"}},
       {"[丙](丙 文)\n\n[丙]: /w", {"s 丙(丙 文)"}},
       {"[r]: /u '正文'\n正文", {"s 正文"}},
       {"<http://x.cn> www.y.cn a@b.cn", {"s http://x.cn www.y.cn a@b.cn"}},
       {"![图*片*](图.png)正![a\nb](c)文", {"s 正文"}},
       {"`a*b` `` c`d `` `&amp;`", {"s a*b c`d &amp;"}},
       {"`甲\n乙`", {"s 甲 乙"}},
       {"<u>____</u>年<!-- 注 -->月<span\nclass='x'>日</span>", {"s ____年月日"}},
       {"***粗斜*** **a*b*c** *a**b**c* _下_ ~~删~~ 2020~2024~x",
        {"s 粗斜 abc abc 下 删 2020~2024~x"}},
       {"**\\*a** ***甲** 乙*", {"s *a 甲 乙"}},
       {"____年__月__日 <单位> a_b_c 2*3*4", {"s ____年__月__日 <单位> a_b_c 234"}},
       {"> **跨\n> 行** `码\n> 码`", {"s* 跨", "s 行 码 码"}}});
}

TEST(Markdown, Tables) {
  ExpectBlocks("a.md", {{"| 年|二\\|x |\n|--|:-:|\n| 1 | **粗** `a\\|b` |\n|3|\n",
                         {"c 年", "c 二|x", "c 1", "c 粗 a|b", "c 3"}},
                        {"上文\n年 | 件\n-|-\n1 | - \n\n末",
                         {"s 上文", "c 年", "c 件", "c 1", "c -", "s 末"}},
                        {"> |年|件|\n> |-|-|\n> | |1|\n", {"c 年", "c 件", "c 1"}},
                        {"1. |年|\n   |-|\n   |甲<br>乙|\n", {"s 1.", "c 年", "c 甲 乙"}},
                        {"- |年|件|\n  |-|-|\n  |甲|乙|\n", {"c 年", "c 件", "c 甲", "c 乙"}}});
}

TEST(Markdown, HtmlBlocks) {
  ExpectBlocks(
      "a.md", {{"<center>\n<b>某镇</b>\n报告&amp;\n</center>\n\n正文", {"p 某镇\n报告&", "s 正文"}},
               {"<!-- 注\n释 -->\n\n正文\n", {"s 正文"}},
               {"> <div>甲\n> 乙</div>\n\n丙", {"p 甲\n乙", "s 丙"}},
               {"<table><tr><td>格</td><td>子</td></tr></table>\n", {"c 格", "c 子"}},
               {"<div style='display:none'>隐</div>\n\n丙", {"s 丙"}}});
}

TEST(Markdown, PiecesPointAtTheirSource) {
  const std::string_view text =
      "\xEF\xBB\xBF---\nkey: 正文\n---\r\n1. 甲 **正文**&gt;[正文](正文)\r\n";
  const RawDocument document = ReadOrFail("a.md", text);
  ASSERT_EQ(DescribeAll(document), std::vector<std::string>{"s 1. 甲 正文>正文"});
  std::string source;
  for (const Piece& piece : document.blocks[0].pieces) {
    source += "[" + document.text.substr(piece.source.begin, piece.source.size()) + "]";
  }
  EXPECT_EQ(source, "[1. 甲 ][正文][&gt;][正文]");
  EXPECT_EQ(document.blocks[0].pieces.back().source.end, text.rfind("](正文)"));
}

TEST(Markdown, LineEndsDoNotMatter) {
  const std::string lf =
      "# 题\n\n正*文\n二* 行\n\n> 引\n> 用\n\n1. 甲\n\n   乙\n\n|年|\n|-|\n|1|\n\n    "
      "码\n\n<p>甲\n乙</p>\n";
  const std::vector<std::string> expected = {"h1 题", "s 正文",  "s 二 行", "s 引",
                                             "s 用",  "s 1. 甲", "s 乙",    "c 年",
                                             "c 1",   "l 码",    "p 甲\n乙"};
  EXPECT_EQ(DescribeAll(ReadOrFail("a.md", lf)), expected);
  for (const std::string_view end : {"\r\n", "\r"}) {
    std::string text;
    for (const char c : lf) text += c == '\n' ? std::string(end) : std::string(1, c);
    std::vector<std::string> shown = DescribeAll(ReadOrFail("a.md", text));
    ASSERT_EQ(shown.size(), expected.size());
    shown.back() = expected.back();  // its line end is shown as it is
    EXPECT_EQ(shown, expected);
  }
}

TEST(Markdown, FrontMatter) {
  const struct {
    std::string_view text;
    std::size_t length;
  } kCases[] = {{"---\ntitle: 甲\n---\n正文", 19},
                {"---\r\ntitle: 甲\r\nlist:\n  - a\n- b\n# c\n\n...\n", 42},
                {"---\n---\n正文", 0},
                {"---\n# 题\n---\n", 0},
                {"---\n- 甲\n---\n", 0},
                {"---\n正文：甲\n---\n", 0},
                {"---\n一 段: 文\n---\n", 0},
                {"---\ntitle: 甲\n正文", 0},
                {"----\ntitle: 甲\n---\n", 0},
                {"\n---\ntitle: 甲\n---\n", 0}};
  for (const auto& c : kCases) EXPECT_EQ(FrontMatterLength(c.text), c.length) << c.text;
}

TEST(Markdown, HostileInput) {
  for (const std::string_view unit : {"> ", "- ", "1. ", "*a ", "[", "![a](", "`", "<b>", "&a",
                                      "|\n|-\n", "**_", "\\", "<!--", "[a][", "~~a"}) {
    std::string text = "文 ";
    for (int i = 0; i < 2'000; ++i) text += unit;
    text.insert(0, unit);
    const Result<RawDocument> document = ReadDocument("a.md", text);
    if (document) {
      EXPECT_EQ(BrokenInvariant(*document), "") << unit;
    }
  }
}

TEST(Markdown, ManyRowsOfDashesAreRead) {
  std::string text = "文";
  for (int i = 0; i < 50'000; ++i) text += "|\n|-\n";
  EXPECT_EQ(ReadOrFail("a.md", text).blocks.size(), 100'000u);  // minutes, if it is read as tables
}

TEST(Markdown, CutAnywhere) {
  ReadEveryCut(
      "a.md",
      "---\na: b\n---\n# 题 *强*\r\n\r\n甲 &amp; \\* **粗\r\n体** [链](u \"t\") `c`\n\n> 引\n懒\n> "
      "> 深\n\n"
      "1. 甲\n   续\n1. 乙\n\n\t缩\n\n上\n| 年|二\\|x |\n|--|:-:|\n| 1 | `a\\|b` |\n\n题\n===\n"
      "- <div>甲\n  乙</div>\n\n~~删~~ <br>![图](u)\n```\n码\n```\n");
}

}  // namespace
}  // namespace hegao
