#include "formats/html/html.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "visible_text.h"

namespace hegao {
namespace {

std::string Repeat(std::string_view s, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += s;
  return out;
}

TEST(Html, Blocks) {
  ExpectBlocks(
      "a.html",
      {{"<h1>某镇</h1><p>一段</p>二段<div>三段<p>四段</p>五段</div>",
        {"h1 某镇", "p 一段", "p 二段", "p 三段", "p 四段", "p 五段"}},
       {"<p>甲<br>乙<br/><br>丙</p>", {"p 甲", "p 乙", "p 丙"}},
       {"<h2>某镇<br>报告</h2>", {"h2 某镇 报告"}},
       {"<h3><p>内</p></h3><ol><li>甲<li>乙</ol>", {"h3 内", "p 甲", "p 乙"}},
       {"<p>甲<span>乙</span><a href=x>丙</a>丁</p>", {"p 甲乙丙丁"}},
       {"<p>  甲\n  乙  </p>\n\n<p>&nbsp;</p><p>　</p>", {"p 甲\n  乙"}},
       {"<p>ab <b>cd</b> <i>ef</i></p>", {"p ab cd ef"}},
       {"<p><b>一</b><strong>二</strong></p><p><b>三</b>四</p><p style='font-weight: bold'>五</p>",
        {"p* 一二", "p 三四", "p* 五"}},
       {"<p>甲<p>乙", {"p 甲", "p 乙"}},
       {"<pre>\n甲\r\n\n  乙</pre>丙", {"l 甲", "l 乙", "p 丙"}},
       {"<ruby>鎮<rp>(</rp><rt>zhèn</rt></ruby>政府", {"p 鎮政府"}}});
}

TEST(Html, CharacterReferences) {
  ExpectBlocks("a.html", {{"<p>&#22411;&#x9547;&ldquo;甲&rdquo;</p>", {"p 型镇“甲”"}},
                          {"<p>a&lt;b&amp;c&ltd&amp;amp;</p>", {"p a<b&c<d&amp;"}},
                          {"<p>&amp&notit;&notin;&fjlig;&semi;</p>", {"p &¬it;∉fj;"}},
                          {"<p>&nosuch; &甲 & &#; &#x; &;</p>", {"p &nosuch; &甲 & &#; &#x; &;"}},
                          {"<p>甲&nbsp;乙&#128;&#0;</p>", {"p 甲\u00A0乙€\uFFFD"}},
                          {"<p>甲&#227579120610;乙</p>", {"p 甲\uFFFD乙"}}});
}

TEST(Html, ReferencesMapToTheirOwnBytes) {
  const std::string_view page = "<p>甲&amp;乙&gt</p>";
  const RawDocument document = ReadOrFail("a.html", page);
  ASSERT_EQ(document.blocks.size(), 1u);
  const std::vector<Piece>& pieces = document.blocks[0].pieces;
  ASSERT_EQ(pieces.size(), 4u);
  const std::string_view expected[] = {"甲", "&amp;", "乙", "&gt"};
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(page.substr(pieces[i].source.begin, pieces[i].source.size()), expected[i]);
    EXPECT_EQ(pieces[i].has_replacement, i % 2 == 1);
  }
}

TEST(Html, InvisibleAndTitle) {
  const RawDocument document = ReadOrFail(
      "a.html",
      "\xEF\xBB\xBF<html><head><title> 题&amp;目 </title><style>p{}</style></head><body>"
      "<script>var 甲='</p>';</script><noscript>乙</noscript><template>丙</template>"
      "<p hidden>丁</p><div style='Display : None'>戊<p>己</p></div><!-- 庚 -->"
      "<svg><title>辛</title><text>壬</text></svg><iframe>癸</iframe><p>正文</p></body></html>");
  EXPECT_EQ(DescribeAll(document), std::vector<std::string>{"p 正文"});
  EXPECT_EQ(Shown(document.text, document.title), "题&目");
}

TEST(Html, Chrome) {
  const std::string body = "<p>" + Repeat("正文很长", 20) + "</p>";
  const std::string shown = "p " + Repeat("正文很长", 20);
  const struct {
    std::string before;
    std::vector<std::string> blocks;
  } kCases[] = {
      {"<nav><h2>导航</h2><ul><li>首页</li></ul></nav>", {"x 导航", "x 首页"}},
      {"<header><div>某市</div></header>", {"x 某市"}},
      {"<header><h1>某市</h1><nav>甲</nav></header>", {"x 某市", "x 甲"}},
      {"<header><h1>某市报告</h1></header>", {"h1 某市报告"}},
      {"<article><header>来源</header><footer>署名</footer></article>", {"p 来源", "p 署名"}},
      {"<footer>版权</footer><aside>旁</aside>", {"x 版权", "x 旁"}},
      {"<select><option>一<option>二</select><button>查</button><textarea><b></textarea>",
       {"x 一", "x 二", "x 查", "x <b>"}},
      {"<div class='topNav x'>甲</div><div id=bread-crumbs>乙</div>", {"x 甲", "x 乙"}},
      {"<div class=bdsharebuttonbox>甲</div><div class='print_btn'>乙</div>", {"x 甲", "x 乙"}},
      {"<div class='position-relative'>甲</div><div class=print-content>乙</div>",
       {"p 甲", "p 乙"}},
      {"<div class='blueprint navy-3 composition'>甲</div><p>乙<span class=share>丙</span></p>",
       {"x 甲", "p 乙丙"}},
  };
  for (const auto& c : kCases) {
    std::vector<std::string> expected = c.blocks;
    expected.push_back(shown);
    EXPECT_EQ(DescribeAll(ReadOrFail("a.html", c.before + body)), expected) << c.before;
  }
  // What holds most of the text is the text, whatever it is called.
  EXPECT_EQ(DescribeAll(ReadOrFail("a.html", "<div id=footer><p>某镇报告</p></div><p>短</p>")),
            (std::vector<std::string>{"p 某镇报告", "p 短"}));
}

TEST(Html, TablesOfDataAndOfLayout) {
  ExpectBlocks("a.html",
               {{"<p>正文正文正文</p><table><tr><th>年</th><td><p>件</p></td></tr></table>",
                 {"p 正文正文正文", "c 年", "c 件"}},
                {"<table><tr><td>边</td><td><h1>题</h1><p>正文正文</p><table><tr><td>格</td></tr>"
                 "</table></td></tr></table>",
                 {"c 边", "h1 题", "p 正文正文", "c 格"}}});
}

TEST(Html, BrokenMarkupKeepsSourceOrder) {
  ExpectBlocks("a.html",
               {{"<table>外<tr><td>内内内</td>后</tr></table>", {"p 外", "p 内内内", "p 后"}},
                {"<p>甲</bogus>乙<b>丙<p>丁</b>戊</p>", {"p 甲乙丙", "p 丁戊"}},
                {"<p>甲</body>乙</html>丙", {"p 甲乙丙"}},
                {"<p>a < b <3 <!-- x -->c<!x>d<?y>e</p>", {"p a < b <3 cde"}},
                {"<p>甲<a title='>'>乙</a", {"p 甲乙"}}});
}

TEST(Html, DeclaredCharset) {
  const std::string gbk =
      "\xC4\xB3\xD5\xF2\xC8\xCF\xD5\xE6\xC2\xE4\xCA\xB5\xB8\xF7\xCF\xEE\xB9\xA4\xD7\xF7\xC8\xCE\xCE"
      "\xF1\xA3\xAC\xD2\xC0\xB7\xA8\xB0\xEC\xCA\xC2\xB5\xC4\xCB\xAE\xC6\xBD\xB2\xBB\xB6\xCF\xCC\xE1"
      "\xB8\xDF\xA3\xAC\xC8\xBA\xD6\xDA\xB1\xC8\xBD\xCF\xC2\xFA\xD2\xE2\xA1\xA3";
  const std::string shown = "某镇认真落实各项工作任务，依法办事的水平不断提高，群众比较满意。";
  for (const std::string_view meta :
       {"<meta charset=gbk>", "<META http-equiv=x content='text/html; charset=GB2312'>",
        "<meta charset=\"no-such\">", "<meta charset=utf-8>"}) {
    const RawDocument document =
        ReadOrFail("a.html", "<html>" + std::string(meta) + "<p>" + Repeat(gbk, 3) + "</p></html>");
    EXPECT_EQ(DescribeAll(document), std::vector<std::string>{"p " + Repeat(shown, 3)}) << meta;
    EXPECT_EQ(document.replaced, 0u);
  }
  EXPECT_EQ(ReadOrFail("a.html", "<meta charset=gbk><p>某镇").encoding, "UTF-8");
}

TEST(Html, DepthIsNoDanger) {
  EXPECT_EQ(DescribeAll(ReadOrFail("a.html", Repeat("<div>", 10'000) + "文")),
            std::vector<std::string>{"p 文"});
  const Result<RawDocument> deep = ReadDocument("a.html", Repeat("<div>", 100'000) + "文");
  ASSERT_FALSE(deep.has_value());
  EXPECT_NE(deep.error().message.zh.find("嵌套"), std::string::npos);
  // Formatting elements left open are opened again in every paragraph: the tree explodes.
  std::string bomb = "<p>";
  for (int i = 0; i < 3'000; ++i) bomb += "<font size=" + std::to_string(i) + ">";
  EXPECT_FALSE(ReadDocument("a.html", bomb + Repeat("<p>文", 20'000)).has_value());
  const Result<RawDocument> large =
      ReadDocument("a.html", "<p>" + Repeat("文", 1000),
                   {.encoding = "", .forced_format = "", .limits = {.markup = 99}});
  EXPECT_FALSE(large.has_value());
}

TEST(Html, CutAnywhere) {
  ReadEveryCut(
      "a.html",
      "<!DOCTYPE html><html><head><title>题&amp;</title></head><body><nav>导</nav>"
      "<h1>某镇<br>报告</h1><table>外<tr><td>&#22411;</td></tr></table><pre>\n甲\r\n乙</pre>"
      "<p class='share' hidden>隐</p><p><b>粗</b>&nbsp;&ldquo;文&rdquo;<!-- 注 --></p>"
      "<textarea>&lt;</textarea><svg><![CDATA[图]]></svg></body></html>");
}

}  // namespace
}  // namespace hegao
