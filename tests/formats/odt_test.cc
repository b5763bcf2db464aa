#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "formats/odt/length.h"
#include "formats/odt/number_format.h"
#include "formats/registry.h"
#include "odt_sample.h"
#include "visible_text.h"

namespace hegao {
namespace {

using Lines = std::vector<std::string>;

RawDocument ReadOdtText(const OdtSample& sample) { return ReadOrFail("a.odt", Odt(sample)); }

Lines OdtLines(const OdtSample& sample) { return DescribeAll(ReadOdtText(sample)); }

std::string Marked(const RawDocument& document, const Mark& mark) {
  static constexpr std::string_view kNames[] = {"highlight", "insertion", "deletion", "comment",
                                                "hidden"};
  std::string out(kNames[static_cast<int>(mark.kind)]);
  out += '[' + document.text.substr(mark.span.begin, mark.span.size()) + ']';
  if (!mark.text.empty()) out += ' ' + mark.text;
  if (!mark.author.empty()) out += " by " + mark.author;
  return out;
}

Lines Marks(const RawDocument& document) {
  Lines out;
  for (const Mark& mark : document.marks) out.push_back(Marked(document, mark));
  return out;
}

TEST(Odt, InlineText) {
  const struct {
    std::string text;
    Lines lines;
  } kCases[] = {
      {"<text:p>清溪<text:span>镇<text:span>人民</text:span></text:span>政府</text:p>",
       {"p 清溪镇人民政府"}},
      {"<text:p>\n  a \n b<text:span> </text:span> c</text:p>", {"p a b c"}},
      {"<text:p>a<text:s/>b<text:s text:c='3'/>c<text:tab/>d</text:p>", {"p a b   c d"}},
      {"<text:p>a<text:s text:c='4000000000'/>b</text:p>", {"p a" + std::string(200, ' ') + "b"}},
      {"<text:p>甲<text:line-break/>乙</text:p><text:p>丙</text:p>", {"s 甲", "s 乙", "p 丙"}},
      {"<text:p><text:a>链接</text:a><text:date>2025年1月</text:date></text:p>",
       {"p 链接2025年1月"}},
      {"<text:p><text:ruby><text:ruby-base>镇</text:ruby-base><text:ruby-text>zhen</text:ruby-text>"
       "</text:ruby></text:p>",
       {"p 镇"}},
      {"<text:p><![CDATA[a<b]]>&amp;</text:p>", {"p a<b&"}},
      {"<text:p/><text:p> </text:p><text:p>某镇</text:p>", {"p 某镇"}},
      {"<text:h text:outline-level='2'><text:number>9.9</text:number>概况</text:h>", {"h2 概况"}},
      {"<text:h>概况</text:h><text:h text:outline-level='9'>末</text:h>", {"h1 概况", "h6 末"}},
      {"<text:section><text:p>节内</text:p></text:section>", {"p 节内"}},
      {"<text:table-of-content><text:table-of-content-source>x</text:table-of-content-source>"
       "<text:index-body><text:index-title><text:p>目录</text:p></text:index-title><text:p>一、1"
       "</text:p></text:index-body></text:table-of-content>",
       {"x 目录", "x 一、1"}},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(OdtLines({.text = c.text}), c.lines) << c.text;
  }
}

TEST(Odt, PlacesLeadBack) {
  const RawDocument document = ReadOdtText(
      {.text = "<text:p>某镇</text:p><text:p/><text:p>甲<text:s/>乙<text:line-break/>丙</text:p>"});
  EXPECT_EQ(document.text, "某镇\n\n甲 乙\n丙\n");
  const auto paragraph = [&](std::string_view word) {
    return document.map.RowAt(static_cast<std::uint32_t>(document.text.find(word)))->paragraph;
  };
  EXPECT_EQ(paragraph("某镇"), 1u);
  EXPECT_EQ(paragraph("甲"), 3u);
  EXPECT_EQ(paragraph("丙"), 3u);
  EXPECT_EQ(document.map.RowAt(0)->page, 0u);
  const auto at = static_cast<std::uint32_t>(document.text.find("乙"));
  const auto* origin = document.map.OriginAt(at);
  ASSERT_NE(origin, nullptr);
  EXPECT_EQ(document.map.parts[origin->part], "content.xml");
  EXPECT_EQ(origin->offset, 0u);
  const std::string zip = Odt(
      {.text = "<text:p>某镇</text:p><text:p/><text:p>甲<text:s/>乙<text:line-break/>丙</text:p>"});
  const auto part = zip.find("<?xml");
  EXPECT_EQ(zip.substr(part + origin->node, 3), "乙");
  EXPECT_EQ(document.map.OriginAt(at - 1), nullptr);  // <text:s/>
}

constexpr std::string_view kHeadingStyles =
    "<office:styles><style:style style:name='Base' style:family='paragraph' "
    "style:default-outline-level='1'/><style:style style:name='Own' style:family='paragraph' "
    "style:parent-style-name='Base'/><style:style style:name='Off' style:family='paragraph' "
    "style:parent-style-name='Base' style:default-outline-level=''/>"
    "<style:style style:name='Loop' style:family='paragraph' style:parent-style-name='Pool'/>"
    "<style:style style:name='Pool' style:family='paragraph' style:parent-style-name='Loop'/>"
    "</office:styles>";

TEST(Odt, HeadingsByStyle) {
  EXPECT_EQ(OdtLines({.text = "<text:p text:style-name='Own'>概况</text:p>"
                              "<text:p text:style-name='Off'>正文</text:p>"
                              "<text:p text:style-name='Loop'>圈</text:p>"
                              "<text:p text:style-name='none'>无</text:p>"
                              "<text:p text:style-name='P1'>自动</text:p>",
                      .automatic = "<style:style style:name='P1' style:family='paragraph' "
                                   "style:parent-style-name='Own'/>",
                      .styles = std::string(kHeadingStyles)}),
            (Lines{"h1 概况", "p 正文", "p 圈", "p 无", "h1 自动"}));
}

TEST(Odt, BoldAndFormats) {
  const RawDocument document = ReadOdtText(
      {.text = "<text:p text:style-name='P1'>粗</text:p>"
               "<text:p text:style-name='P1'>细<text:span text:style-name='T1'>细细细</text:span>"
               "</text:p><text:p text:style-name='P2'>二</text:p>",
       .automatic =
           "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='S'>"
           "<style:paragraph-properties fo:text-align='center' fo:line-height='28pt' "
           "fo:text-indent='0.3in'/><style:text-properties fo:font-weight='normal' "
           "style:font-weight-asian='bold'/></style:style>"
           "<style:style style:name='P2' style:family='paragraph'><style:paragraph-properties "
           "fo:line-height='150%' fo:text-indent='2ic'/></style:style>"
           "<style:style style:name='T1' style:family='text'><style:text-properties "
           "style:font-weight-asian='normal' style:font-size-asian='50%'/></style:style>",
       .styles = "<office:font-face-decls><style:font-face style:name='仿宋1' "
                 "svg:font-family='&apos;仿宋_GB2312&apos;, serif'/></office:font-face-decls>"
                 "<office:styles><style:default-style style:family='paragraph'>"
                 "<style:text-properties style:font-size-asian='10.5pt'/></style:default-style>"
                 "<style:style style:name='S' style:family='paragraph'><style:text-properties "
                 "fo:font-size='12pt' style:font-size-asian='16pt' "
                 "style:font-name-asian='仿宋1'/></style:style></office:styles>"});
  EXPECT_EQ(DescribeAll(document), (Lines{"p* 粗", "p 细细细细", "p 二"}));
  EXPECT_TRUE(document.layout.known);
  ASSERT_EQ(document.blocks.size(), 3u);
  const auto format = [&](std::size_t i) {
    return document.layout.formats.at(static_cast<std::size_t>(document.blocks[i].format));
  };
  const double indent = 0.3 * 72 / 16;
  EXPECT_EQ(format(0), (TextFormat{"仿宋_GB2312", 16, true, Alignment::center, LineSpacing::exact,
                                   28, indent}));
  EXPECT_EQ(format(1).size, 8);  // of most of its characters
  EXPECT_FALSE(format(1).bold);
  EXPECT_EQ(format(2),
            (TextFormat{"", 10.5, false, Alignment::unknown, LineSpacing::multiple, 1.5, 2}));
}

TEST(Odt, Tables) {
  const auto table = [](std::string_view cells) {
    return "<table:table><table:table-column table:number-columns-repeated='1000000'/>"
           "<table:table-header-rows><table:table-row table:number-rows-repeated='1000000'>" +
           std::string(cells) + "</table:table-row></table:table-header-rows></table:table>";
  };
  const std::string cells =
      "<table:table-cell table:number-columns-repeated='999'><text:p>甲</text:p></table:table-cell>"
      "<table:covered-table-cell><text:p>盖</text:p></table:covered-table-cell>"
      "<table:table-cell><text:p>乙</text:p><text:h>丙</text:h></table:table-cell>";
  EXPECT_EQ(OdtLines({.text = "<text:p>清溪镇全年执法情况如下</text:p>" + table(cells)}),
            (Lines{"p 清溪镇全年执法情况如下", "c 甲", "c 乙", "c 丙"}));
  // Most of the text in it: a table that lays out the page, with a real one inside.
  const std::string page =
      "<table:table-cell><text:h>一、概况</text:h><text:p>清溪镇全年开展工作"
      "</text:p>" +
      table("<table:table-cell><text:p>甲</text:p></table:table-cell>") + "</table:table-cell>";
  EXPECT_EQ(OdtLines({.text = "<text:p>附</text:p>" + table(page)}),
            (Lines{"p 附", "h1 一、概况", "p 清溪镇全年开展工作", "c 甲"}));
}

TEST(Odt, FramesAndNotes) {
  EXPECT_EQ(
      OdtLines({.text = "<text:p>前<draw:frame><svg:title>图</svg:title><draw:text-box><text:p>框"
                        "</text:p></draw:text-box></draw:frame>后<text:note><text:note-citation>1"
                        "</text:note-citation><text:note-body><text:p>注</text:p></text:note-body>"
                        "</text:note>。</text:p><draw:g><draw:custom-shape><text:p>形</text:p>"
                        "</draw:custom-shape></draw:g><text:p>末</text:p>"}),
      (Lines{"p 前后。", "p 框", "a 注", "p 形", "p 末"}));
}

TEST(Odt, ChangesAndComments) {
  const RawDocument document = ReadOdtText(
      {.text = "<text:tracked-changes>"
               "<text:changed-region xml:id='d'><text:deletion><office:change-info><dc:creator>张"
               "</dc:creator></office:change-info><text:p>旧词</text:p></text:deletion>"
               "</text:changed-region><text:changed-region text:id='i'><text:insertion>"
               "<office:change-info><dc:creator>李</dc:creator></office:change-info>"
               "</text:insertion></text:changed-region><text:changed-region text:id='f'>"
               "<text:format-change/></text:changed-region></text:tracked-changes>"
               "<text:p>甲<text:change text:change-id='d'/>乙<text:change-start "
               "text:change-id='i'/>新词<text:change-end text:change-id='i'/><text:change-start "
               "text:change-id='f'/>丙<text:change-end text:change-id='f'/></text:p>"
               "<text:p><office:annotation office:name='c'><dc:creator>王</dc:creator><dc:date>2"
               "</dc:date><text:p>请</text:p><text:p>核</text:p></office:annotation>丁"
               "<office:annotation-end office:name='c'/><office:annotation><text:p>点</text:p>"
               "</office:annotation>戊<office:annotation office:name='open'><text:p>开</text:p>"
               "</office:annotation></text:p>"});
  EXPECT_EQ(DescribeAll(document), (Lines{"p 甲乙新词丙", "p 丁戊"}));
  EXPECT_EQ(Marks(document), (Lines{"deletion[] 旧词 by 张", "insertion[新词] by 李",
                                    "comment[丁] 请 核 by 王", "comment[] 点", "comment[] 开"}));
}

TEST(Odt, HiddenTextAndHighlights) {
  const RawDocument document = ReadOdtText(
      {.text = "<text:p>见<text:span text:style-name='H'>藏</text:span>字<text:hidden-text "
               "text:is-hidden='true' text:string-value='密'/></text:p>"
               "<text:p>隐段<text:hidden-paragraph text:is-hidden='true'/></text:p>"
               "<text:section text:display='none'><text:p>隐节</text:p></text:section>"
               "<text:p>填<text:span text:style-name='Y'>某</text:span><text:span "
               "text:style-name='Y'>某</text:span><text:span text:style-name='G'>灰</text:span>"
               "<text:span text:style-name='W'>白</text:span></text:p>",
       .automatic = "<style:style style:name='H' style:family='text'><style:text-properties "
                    "text:display='none'/></style:style>"
                    "<style:style style:name='Y' style:family='text'><style:text-properties "
                    "fo:background-color='#FFff00'/></style:style>"
                    "<style:style style:name='G' style:family='text'><style:text-properties "
                    "fo:background-color='#d0d0d0'/></style:style>"
                    "<style:style style:name='W' style:family='text'><style:text-properties "
                    "fo:background-color='transparent'/></style:style>"});
  EXPECT_EQ(DescribeAll(document), (Lines{"p 见字", "p 填某某灰白"}));
  EXPECT_EQ(Marks(document), (Lines{"hidden[] 藏", "hidden[] 密", "hidden[] 隐段", "hidden[] 隐节",
                                    "highlight[某某]"}));
  ASSERT_EQ(document.notes.size(), 1u);
  EXPECT_NE(document.notes[0].zh.find("4 处隐藏文字"), std::string::npos);
}

TEST(Odt, PagesAndFurniture) {
  const std::string styles =
      "<office:automatic-styles><style:page-layout style:name='L'><style:page-layout-properties "
      "fo:page-width='21cm' fo:page-height='29.7cm' fo:margin='2cm' fo:margin-top='3.7cm'/>"
      "</style:page-layout></office:automatic-styles><office:master-styles>"
      "<style:master-page style:name='Standard' style:page-layout-name='L'>"
      "<style:header><text:p>清溪镇文件</text:p></style:header>"
      "<style:footer><text:p>— <text:page-number>1</text:page-number> —</text:p></style:footer>"
      "<style:footer-left><text:p>第<text:page-number>2</text:page-number>页</text:p>"
      "</style:footer-left><style:header-first style:display='false'><text:p>不见</text:p>"
      "</style:header-first></style:master-page>"
      "<style:master-page style:name='Wide' style:page-layout-name='none'><style:header>"
      "<text:p>清溪镇文件</text:p></style:header></style:master-page>"
      "<style:master-page style:name='Unused'><style:header><text:p>无</text:p></style:header>"
      "</style:master-page></office:master-styles>";
  const RawDocument document = ReadOdtText(
      {.text = "<text:p>甲</text:p><text:p>乙<text:soft-page-break/>乙</text:p>"
               "<text:soft-page-break/><text:p>丙</text:p><text:p text:style-name='B'>丁</text:p>"
               "<text:p text:style-name='M'>戊</text:p>",
       .automatic = "<style:style style:name='B' style:family='paragraph'>"
                    "<style:paragraph-properties fo:break-before='page'/></style:style>"
                    "<style:style style:name='M' style:family='paragraph' "
                    "style:master-page-name='Wide'/>",
       .styles = styles});
  EXPECT_EQ(DescribeAll(document),
            (Lines{"p 甲", "p 乙乙", "p 丙", "p 丁", "p 戊", "a 清溪镇文件"}));
  const auto page = [&](std::string_view word) {
    return document.map.RowAt(static_cast<std::uint32_t>(document.text.find(word)))->page;
  };
  EXPECT_EQ(page("甲"), 1u);
  EXPECT_EQ(page("乙"), 1u);
  EXPECT_EQ(page("丙"), 3u);
  EXPECT_EQ(page("丁"), 4u);
  EXPECT_EQ(page("戊"), 5u);
  EXPECT_EQ(page("清溪"), 0u);
  ASSERT_EQ(document.layout.pages.size(), 2u);
  const PageSetup& setup = document.layout.pages[0];
  EXPECT_NEAR(setup.width, 210, 0.01);
  EXPECT_NEAR(setup.height, 297, 0.01);
  EXPECT_NEAR(setup.margin_top, 37, 0.01);
  EXPECT_NEAR(setup.margin_left, 20, 0.01);
  EXPECT_TRUE(setup.page_number);
  EXPECT_FALSE(document.layout.pages[1].page_number);
  EXPECT_EQ(document.layout.pages[1].begin, document.text.find("戊"));
}

TEST(Odt, RefusedPackages) {
  const OdtSample plain{.text = "<text:p>某镇</text:p>"};
  OdtSample secret = plain;
  secret.manifest = "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
  const std::string mime = "application/vnd.oasis.opendocument.text";
  const struct {
    std::string bytes, zh;
  } kCases[] = {
      {Odt(secret), "加了密码"},
      {StoredZip({{"mimetype", mime}, {"encrypted-package", "x"}}), "加了密码"},
      {StoredZip({{"mimetype", mime}}), "缺少“content.xml”"},
      {StoredZip({{"mimetype", mime}, {"content.xml", "<a>"}}), "不是完整的 XML"},
      {StoredZip({{"mimetype", mime}, {"content.xml", "<a/>"}}), "没有正文"},
      {StoredZip({{"mimetype", mime},
                  {"content.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///e'>]><a>&e;</a>"}}),
       "DOCTYPE"},
      {StoredZip({{"mimetype", mime},
                  {"content.xml",
                   OdtRoot("document-content", "<office:body><office:text/></office:body>")},
                  {"styles.xml", "<s"}}),
       "“styles.xml”不是完整"},
  };
  for (const auto& c : kCases) {
    const auto got = ReadDocument("a.odt", c.bytes);
    ASSERT_FALSE(got.has_value()) << c.zh;
    EXPECT_EQ(got.error().kind, ErrorKind::unreadable);
    EXPECT_NE(got.error().message.zh.find(c.zh), std::string::npos) << got.error().message.zh;
  }
  EXPECT_EQ(ReadDocument("a.odt", Odt({.text = "<text:p/>"})).error().kind, ErrorKind::undecided);
}

TEST(Odt, CutFilesDoNotCrash) {
  ReadEveryCut("a.odt",
               Odt({.text = "<text:p>某镇</text:p>", .styles = std::string(kHeadingStyles)}));
}

TEST(Odt, DeepNestingIsReadOrRefused) {
  for (const int depth : {100, 160, 5000}) {
    std::string open, close;
    for (int i = 0; i < depth; ++i) {
      open += "<text:p><draw:frame><draw:text-box>";
      close = "</draw:text-box></draw:frame></text:p>" + close;
    }
    const auto got = ReadDocument("a.odt", Odt({.text = open + "<text:p>底</text:p>" + close}));
    EXPECT_EQ(got.has_value(), depth < 170) << depth;
  }
}

}  // namespace
}  // namespace hegao
