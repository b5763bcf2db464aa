#include "formats/docx/docx.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "docx_text.h"

namespace hegao {
namespace {

std::string Field(std::string_view code, std::string_view result) {
  std::string xml = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>";
  xml.append(code).append("</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
  return xml.append(result).append("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

struct LineCase {
  std::string_view what;
  std::string body;
  std::vector<std::string> lines;
};

void ExpectLines(const std::vector<LineCase>& cases) {
  for (const LineCase& c : cases) EXPECT_EQ(Lines(ReadDocxOrFail(c.body)), c.lines) << c.what;
}

TEST(DocxText, Runs) {
  ExpectLines({
      {"a word in two runs", "<w:p>" + R("清溪镇xx") + R("xx年") + "</w:p>", {"清溪镇xxxx年"}},
      {"empty paragraphs are lines",
       P("甲") + "<w:p/><w:p><w:pPr/></w:p>" + P("乙"),
       {"甲", "", "", "乙"}},
      {"tabs, breaks, hyphens",
       "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t>"
       "<w:noBreakHyphen/><w:softHyphen/><w:t>戊</w:t></w:r></w:p>",
       {"甲 乙", "丙", "丁-戊"}},
      {"tab stops are no tabs",
       "<w:p><w:pPr><w:tabs><w:tab w:pos=\"1\"/></w:tabs></w:pPr>" + R("甲") + "</w:p>",
       {"甲"}},
      {"blanks at the ends only where kept",
       "<w:p><w:r><w:t> 甲 </w:t><w:t xml:space=\"preserve\"> 乙 </w:t><w:t> </w:t><w:t "
       "xml:space=\"preserve\"> </w:t></w:r></w:p>",
       {"甲 乙  "}},
      {"several text nodes",
       "<w:p><w:r><w:t>甲<![CDATA[<乙>]]>丙&amp;</w:t></w:r></w:p>",
       {"甲<乙>丙&"}},
      {"symbols",
       "<w:p><w:r><w:sym w:char=\"F0A8\"/><w:sym w:char=\"F0B7\"/><w:sym w:char=\"2611\"/>"
       "<w:sym w:char=\"zz\"/></w:r></w:p>",
       {"□☑"}},
      {"ruby",
       "<w:p><w:r><w:ruby><w:rubyPr/><w:rt>" + R("qing") + "</w:rt><w:rubyBase>" + R("清") +
           "</w:rubyBase></w:ruby></w:r>" + R("溪") + "</w:p>",
       {"清溪"}},
      {"wrappers",
       "<w:p><w:hyperlink>" + R("甲") + "</w:hyperlink><w:smartTag><w:smartTagPr/>" + R("乙") +
           "</w:smartTag><w:sdt><w:sdtPr><w:placeholder/><w:showingPlcHdr/></"
           "w:sdtPr><w:sdtContent>" +
           R("单击此处输入文字") + "</w:sdtContent></w:sdt><w:customXml>" + R("丙") +
           "</w:customXml><m:oMath><m:f><m:num><m:r><m:t>x</m:t></m:r></m:num></m:f></m:oMath></"
           "w:p>",
       {"甲乙单击此处输入文字丙x"}},
      {"a page break parts lines only between texts",
       "<w:p><w:r><w:br w:type=\"page\"/></w:r>" + R("甲") + "<w:r><w:br w:type=\"page\"/></w:r>" +
           R("乙") + "<w:r><w:br w:type=\"page\"/></w:r></w:p>",
       {"甲", "乙"}},
      {"runs where paragraphs should stand",
       R("甲") + "<w:sdt><w:sdtContent>" + P("乙") + R("丙") + "</w:sdtContent></w:sdt>",
       {"甲", "乙", "丙"}},
      {"a large first letter",
       "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr>" + R("全") + "</w:p>" + P("年无事"),
       {"全年无事"}},
  });
}

TEST(DocxText, Fields) {
  ExpectLines({
      {"the result is text, the code is not",
       "<w:p>" + Field(" REF a ", R("甲")) + "</w:p>",
       {"甲"}},
      {"a field in a code",
       "<w:p>" + R("前") + Field(" IF " + Field("X", R("不")) + " ", R("甲")) + R("后") + "</w:p>",
       {"前甲后"}},
      {"a field in a result",
       "<w:p>" + Field("TOC", R("甲") + Field("PAGEREF", R("3"))) + "</w:p>",
       {"甲3"}},
      {"a result of two paragraphs",
       "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar "
       "w:fldCharType=\"separate\"/></w:r>" +
           R("甲") + "</w:p><w:p>" + R("乙") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" +
           R("丙") + "</w:p>",
       {"甲", "乙丙"}},
      {"fldSimple",
       "<w:p><w:fldSimple w:instr=\"DATE\">" + R("甲") + "</w:fldSimple></w:p>",
       {"甲"}},
      {"a page number in the body stays", "<w:p>" + Field("PAGE", R("7")) + "</w:p>", {"7"}},
      {"a ring round a digit",
       "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> eq \\o\\ac(○,</w:instrText>"
       "<w:instrText>1)</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r>" +
           R("甲") + "</w:p>",
       {"1甲"}},
      {"an end and a separator too many",
       "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
           R("甲") + "</w:p>",
       {"甲"}},
  });
  const auto open = ReadDocument(
      "a.docx",
      Docx("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + R("甲") + "</w:p>" + P("乙")));
  ASSERT_FALSE(open.has_value());  // 甲 is not read: nothing may say that all is well
  EXPECT_EQ(open.error().kind, ErrorKind::undecided);
  EXPECT_NE(open.error().message.zh.find("1 个域不完整"), std::string::npos);
}

TEST(DocxText, Revisions) {
  const std::string deleted_end = "<w:rPr><w:del w:author=\"甲\"/></w:rPr>";
  ExpectLines({
      {"final view",
       "<w:p>" + R("一") + "<w:ins>" + R("二") +
           "</w:ins><w:del><w:r><w:delText>三</w:delText>"
           "</w:r></w:del><w:moveFrom>" +
           R("四") + "</w:moveFrom><w:moveTo>" + R("五") + "</w:moveTo></w:p>",
       {"一二五"}},
      {"inserted, then deleted",
       "<w:p><w:ins><w:del>" + R("一") + "</w:del></w:ins></w:p>" + P("二"),
       {"", "二"}},
      {"former properties do not count",
       "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>"
       "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></"
       "w:r>"
       "</w:p>",
       {"甲"}},
      {"deleted ends join paragraphs",
       P("甲", deleted_end) + "<w:bookmarkStart/>" + P("丙"),
       {"甲", "丙"}},
      {"deleted ends join paragraphs",
       P("甲", deleted_end) + P("乙", deleted_end) + P("丙"),
       {"甲乙丙"}},
      {"a deleted end before a table",
       P("甲", deleted_end) + "<w:tbl><w:tr><w:tc>" + P("乙") + "</w:tc></w:tr></w:tbl>",
       {"甲", "乙"}},
      {"deleted rows",
       "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + P("甲") + "</w:tc></w:tr><w:tr><w:tc>" +
           P("乙") + "</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>" + P("丙") +
           "</w:tc></w:tr></w:tbl>",
       {"", "乙", ""}},
  });
}

TEST(DocxText, Boxes) {
  const auto box = [](std::string_view content) {
    return "<w:txbxContent>" + std::string(content) + "</w:txbxContent>";
  };
  ExpectLines({
      {"after their paragraph, one branch only",
       "<w:p>" + R("前") +
           "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
           "<wps:txbx>" +
           box(P("框") + "<w:p/>") +
           "</wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
           "<w:pict><v:textbox>" +
           box(P("旧")) +
           "</v:textbox></w:pict></mc:Fallback>"
           "</mc:AlternateContent></w:r>" +
           R("后") + "</w:p>" + P("下"),
       {"前后", "框", "", "下"}},
      {"an unknown extension falls back",
       "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps x9\"><w:t>新</w:t></mc:Choice>"
       "<mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
       {"旧"}},
      {"an unknown extension without fallback",
       "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x9\"><w:t>新</w:t></mc:Choice>"
       "</mc:AlternateContent></w:r></w:p>",
       {"新"}},
      {"boxes in boxes",
       "<w:p><w:r><w:pict>" +
           box("<w:p><w:r><w:pict>" + box(P("内")) + "</w:pict></w:r>" + R("外") + "</w:p>") +
           "</w:pict></w:r></w:p>",
       {"", "外", "内"}},
      {"text of drawings",
       "<w:p><w:r><w:drawing><a:txBody><a:bodyPr/><a:p><a:r><a:t>图</a:t></a:r>"
       "</a:p></a:txBody></w:drawing></w:r></w:p>",
       {"", "图"}},
      {"word art",
       "<w:p><w:r><w:pict><v:shape alt=\"不\"><v:textpath string=\"艺术\"/></v:shape>"
       "</w:pict></w:r></w:p>",
       {"", "艺术"}},
      {"a box in a deletion",
       "<w:p><w:del><w:r><w:pict>" + box(P("框")) + "</w:pict></w:r></w:del></w:p>" + P("下"),
       {"", "下"}},
  });
}

TEST(DocxBlocks, BoldIsWhatIsShown) {
  const std::vector<DocxPart> styles = {
      {"styles", "styles.xml",
       WordRoot("styles",
                "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:rPr><w:b/></w:rPr></w:style>"
                "<w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:b/></w:rPr></w:style>")}};
  const struct {
    std::string body, block;
  } kCases[] = {{"<w:p>" + R("甲", "<w:b/>") + R("乙", "<w:b w:val=\"1\"/>") + "</w:p>", "p* 甲乙"},
                {"<w:p>" + R("甲", "<w:b/>") + R("乙", "<w:b w:val=\"0\"/>") + "</w:p>", "p 甲乙"},
                {P("甲", "<w:pStyle w:val=\"B\"/>"), "p* 甲"},
                {"<w:p>" + R("甲", "<w:rStyle w:val=\"C\"/>") + "</w:p>", "p* 甲"},
                // Both styles: one undoes the other. Said directly, it holds.
                {"<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr>" +
                     R("甲", "<w:rStyle w:val=\"C\"/>") + "</w:p>",
                 "p 甲"},
                {"<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr>" +
                     R("甲", "<w:rStyle w:val=\"C\"/><w:b/>") + "</w:p>",
                 "p* 甲"}};
  for (const auto& c : kCases) {
    EXPECT_EQ(DescribeAll(ReadDocxOrFail(c.body, styles)), std::vector<std::string>{c.block})
        << c.body;
  }
}

TEST(DocxBlocks, Headings) {
  const std::vector<DocxPart> styles = {
      {"styles", "styles.xml",
       WordRoot("styles",
                "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/>"
                "</w:style><w:style w:type=\"paragraph\" w:styleId=\"O\"><w:pPr><w:outlineLvl "
                "w:val=\"0\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"T\">"
                "<w:name w:val=\"toc 1\"/></w:style>")}};
  const auto styled = [](std::string_view text, const std::string& id) {
    return P(text, "<w:pStyle w:val=\"" + id + "\"/>");
  };
  std::string sentence, very_long;
  for (int i = 0; i < 50; ++i) sentence += "字";
  for (int i = 0; i < 101; ++i) very_long += "字";
  sentence += "。";
  const struct {
    std::string_view what;
    std::string body;
    std::vector<std::string> blocks;
  } kCases[] = {
      {"by name", styled("甲", "2"), {"h2 甲"}},
      {"by level of the style", styled("甲", "O"), {"h1 甲"}},
      {"by level of its own", P("甲", "<w:outlineLvl w:val=\"2\"/>"), {"h3 甲"}},
      {"its own level goes first",
       P("甲", "<w:pStyle w:val=\"O\"/><w:outlineLvl w:val=\"9\"/>"),
       {"p 甲"}},
      {"deep levels", P("甲", "<w:outlineLvl w:val=\"8\"/>"), {"h6 甲"}},
      {"a box beside a heading does not count",
       "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" + R("甲") +
           "<w:r><w:pict><w:txbxContent>" + P(sentence) + "</w:txbxContent></w:pict></w:r></w:p>",
       {"h1 甲", "p " + sentence}},
      {"a short sentence", styled("完成了。", "2"), {"h2 完成了。"}},
      {"running text in the style of a heading", styled(sentence, "2"), {"p " + sentence}},
      {"long text in the style of a heading", styled(very_long, "2"), {"p " + very_long}},
      {"a break in a heading",
       "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>甲</w:t>"
       "<w:br/><w:t>乙</w:t></w:r></w:p>",
       {"h1 甲 乙"}},
      {"a break in a paragraph",
       "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>",
       {"s 甲", "s 乙"}},
      {"table of contents", styled("甲……1", "T"), {"x 甲……1"}},
      {"table of contents by Word",
       "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
       "</w:docPartObj></w:sdtPr><w:sdtContent>" +
           styled("甲", "2") + P(sentence) + "</w:sdtContent></w:sdt>" + styled("乙", "2"),
       {"x 甲", "p " + sentence, "h2 乙"}},
      {"not in tables",
       P("一二三四") + "<w:tbl><w:tr><w:tc>" + styled("甲", "2") + "</w:tc></w:tr></w:tbl>",
       {"p 一二三四", "c 甲"}},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(DescribeAll(ReadDocxOrFail(c.body, styles)), c.blocks) << c.what;
  }
}

TEST(DocxBlocks, Tables) {
  const auto cell = [](std::string_view content, std::string_view properties = {}) {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + std::string(content) +
           "</w:tc>";
  };
  std::string paragraph;
  for (int i = 0; i < 60; ++i) paragraph += "字";
  const std::string entries = "<w:tbl><w:tr>" + cell(P("名")) + cell(P("数")) + "</w:tr></w:tbl>";
  const struct {
    std::string_view what;
    std::string body;
    std::vector<std::string> blocks;
  } kCases[] = {
      {"cells in order",
       P("表") + "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + cell(P("甲") + P("乙")) + cell(P("丙")) +
           "</w:tr><w:tr>" + cell(P("丁")) + "</w:tr></w:tbl>",
       {"p 表", "c 甲", "c 乙", "c 丙", "c 丁"}},
      {"merged cells",
       "<w:tbl><w:tr>" + cell(P("甲"), "<w:vMerge w:val=\"restart\"/>") + "</w:tr><w:tr>" +
           cell(P("乙"), "<w:vMerge/>") + cell(P("丙")) + "</w:tr></w:tbl>",
       {"c 甲", "c 丙"}},
      {"tables in cells",
       P("表") + "<w:tbl><w:tr>" + cell(P("前") + entries + P("后")) + "</w:tr></w:tbl>",
       {"p 表", "c 前", "c 名", "c 数", "c 后"}},
      {"rows and cells in content controls",
       "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt>"
       "<w:sdtContent>" +
           cell(P("甲")) +
           "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
           "</w:tbl>",
       {"c 甲"}},
      {"a table that is the page",
       "<w:tbl><w:tr>" +
           cell(P(paragraph) + P("题", "<w:outlineLvl w:val=\"0\"/>") + P(paragraph) + entries) +
           "</w:tr></w:tbl>",
       {"p " + paragraph, "h1 题", "p " + paragraph, "c 名", "c 数"}},
      {"the smaller part of the text",
       P(paragraph) + P(paragraph) + "<w:tbl><w:tr>" + cell(P(paragraph)) + "</w:tr></w:tbl>",
       {"p " + paragraph, "p " + paragraph, "c " + paragraph}},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(DescribeAll(ReadDocxOrFail(c.body)), c.blocks) << c.what;
  }
}

TEST(DocxBlocks, NumbersOfListsAreText) {
  const std::vector<DocxPart> parts = {
      {"numbering", "numbering.xml",
       WordRoot("numbering",
                "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                "<w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText "
                "w:val=\"%1、\"/><w:pStyle w:val=\"L\"/></w:lvl></w:abstractNum><w:num "
                "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")},
      {"styles", "styles.xml",
       WordRoot("styles",
                "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId "
                "w:val=\"1\"/></w:numPr></w:pPr></w:style>")}};
  const std::string direct = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
  const RawDocument document = ReadDocxOrFail(
      P("甲", direct) + P("乙", "<w:pStyle w:val=\"L\"/>") + "<w:p><w:pPr>" + direct +
          "</w:pPr></w:p>" +
          P("无", "<w:pStyle w:val=\"L\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
          P("删", direct + "<w:rPr><w:del/></w:rPr>") + P("丁", direct),
      parts);
  EXPECT_EQ(Lines(document),
            (std::vector<std::string>{"一、甲", "二、乙", "三、", "无", "四、删丁"}));
  EXPECT_EQ(document.map.OriginAt(0), nullptr);
  EXPECT_NE(document.map.OriginAt(6), nullptr);
}

}  // namespace
}  // namespace hegao
