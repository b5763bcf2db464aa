// Where the text of Word documents stands, what it looks like, and what an editor left in it.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "docx_text.h"
#include "formats/package/xml_part.h"

namespace hegao {
namespace {

constexpr std::string_view kMarkNames[] = {"highlight", "insertion", "deletion", "comment",
                                           "hidden"};

/// kind [text of the span] "text of the mark" author
std::vector<std::string> DescribeMarks(const RawDocument& document) {
  std::vector<std::string> marks;
  for (const Mark& mark : document.marks) {
    marks.push_back(std::string(kMarkNames[static_cast<int>(mark.kind)]) + " [" +
                    document.text.substr(mark.span.begin, mark.span.size()) + "] \"" + mark.text +
                    "\" " + mark.author);
  }
  return marks;
}

std::vector<std::string> Notes(const RawDocument& document) {
  std::vector<std::string> notes;
  for (const Message& note : document.notes) {
    EXPECT_FALSE(note.en.empty()) << note.zh;
    notes.push_back(note.zh);
  }
  return notes;
}

/// page.paragraph of every line
std::vector<std::string> Places(const RawDocument& document) {
  std::vector<std::string> places;
  for (const auto& row : document.map.rows) {
    places.push_back(std::to_string(row.page) + "." + std::to_string(row.paragraph));
  }
  return places;
}

using Strings = std::vector<std::string>;

TEST(DocxMarks, OfRuns) {
  const std::string yellow = "<w:highlight w:val=\"yellow\"/>";
  const struct {
    std::string_view what;
    std::string body;
    Strings marks;
  } kCases[] = {
      {"neighbours are one",
       "<w:p>" + R("甲", yellow) + R("乙", yellow) + R("丙") + R("丁", yellow) + "</w:p>",
       {"highlight [甲乙] \"\" ", "highlight [丁] \"\" "}},
      {"not over the end of a line",
       P("甲") + "<w:p>" + R("乙", yellow) + "</w:p><w:p>" + R("丙", yellow) + "</w:p>",
       {"highlight [乙] \"\" ", "highlight [丙] \"\" "}},
      {"revisions of one author are one",
       "<w:p><w:ins w:author=\"张\">" + R("甲") + "</w:ins><w:ins w:author=\"张\">" + R("乙") +
           "</w:ins><w:ins w:author=\"李\">" + R("丙") +
           "</w:ins><w:del w:author=\"张\"><w:r>"
           "<w:delText>旧</w:delText></w:r></w:del><w:del w:author=\"张\"><w:r><w:t>文</w:t></w:r>"
           "</w:del></w:p>",
       {"insertion [甲乙] \"\" 张", "insertion [丙] \"\" 李", "deletion [] \"旧文\" 张"}},
      {"ends of paragraphs",
       P("甲", "<w:rPr><w:ins w:author=\"张\"/></w:rPr>") +
           P("乙", "<w:rPr><w:del w:author=\"李\"/></w:rPr>"),
       {"insertion [] \"\" 张", "deletion [] \"\" 李"}},
      {"hidden text",
       "<w:p>" + R("甲", "<w:vanish/>") + R("乙", "<w:vanish/>") + R("丙") + R(" ", "<w:vanish/>") +
           "</w:p>",
       {"hidden [] \"甲乙\" "}},
      {"what is no UTF-8",
       "<w:p>" + R("甲\xE6\xB8", "<w:vanish/>") + "<w:ins w:author=\"\xFF\">" + R("乙") +
           "</w:ins></w:p>",
       {"hidden [] \"甲\uFFFD\uFFFD\" ", "insertion [乙] \"\" \uFFFD"}},
      {"hidden on the screen only", "<w:p>" + R("甲", "<w:webHidden/>") + "</w:p>", {}},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(DescribeMarks(ReadDocxOrFail(c.body)), c.marks) << c.what;
  }
}

TEST(DocxMarks, HiddenTextIsCountedAndSaid) {
  EXPECT_EQ(Notes(ReadDocxOrFail("<w:p>" + R("密", "<w:vanish/>") + R("甲") +
                                 R("件", "<w:vanish/>") + "</w:p>")),
            Strings{"有 2 处隐藏文字没有核对：“密”"});
  EXPECT_EQ(Notes(ReadDocxOrFail(P("甲"))), Strings{});
}

TEST(DocxMarks, Comments) {
  const std::vector<DocxPart> parts = {
      {"comments", "comments.xml",
       WordRoot("comments", "<w:comment w:id=\"1\" w:author=\"审\">" + P("核实") + P("数字") +
                                "</w:comment><w:comment w:id=\"9\">" + P("无人引用") +
                                "</w:comment>")}};
  const std::string body =
      "<w:p>" + R("甲") + "<w:commentRangeStart w:id=\"1\"/>" + R("乙") +
      "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>" + R("丙") +
      "<w:r><w:commentReference w:id=\"2\"/></w:r></w:p>";
  EXPECT_EQ(DescribeMarks(ReadDocxOrFail(body, parts)),
            (Strings{"comment [乙] \"核实数字\" 审", "comment [] \"\" "}));
  const RawDocument broken = ReadDocxOrFail(body, {{"comments", "comments.xml", "<w:comments>"}});
  EXPECT_EQ(DescribeMarks(broken), (Strings{"comment [乙] \"\" ", "comment [] \"\" "}));
  EXPECT_EQ(Notes(broken), Strings{"批注的内容读不出来"});
}

TEST(DocxNotes, TextOfTheReportThatIsElsewhereCannotBeJudged) {
  for (const std::string lost : {"<w:altChunk r:id=\"x\"/>", "<w:p><w:subDoc r:id=\"x\"/></w:p>"}) {
    const auto read = ReadDocument("a.docx", Docx(P("甲") + lost));
    ASSERT_FALSE(read.has_value()) << lost;
    EXPECT_EQ(read.error().kind, ErrorKind::undecided);
    EXPECT_NE(read.error().message.zh.find("插入的其他文档"), std::string::npos);
  }
}

TEST(DocxNotes, WhatIsNotChecked) {
  const struct {
    std::string body, zh;
  } kCases[] = {
      {"<w:p><w:r><w:object><w:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>",
       "嵌入的表格或文档"},
      {"<w:p><w:r><w:drawing><a:graphic><a:relIds/></a:graphic></w:drawing></w:r></w:p>", "图示"},
      {"<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", "脚注"},
  };
  for (const auto& c : kCases) {
    const Strings notes = Notes(ReadDocxOrFail(P("甲") + c.body));
    ASSERT_EQ(notes.size(), 1u) << c.body;
    EXPECT_NE(notes[0].find(c.zh), std::string::npos) << notes[0];
  }
  EXPECT_EQ(
      Notes(ReadDocxOrFail(
          P("甲") + "<w:p><w:r><w:object><w:OLEObject ProgID=\"Equation.3\"/></w:object></w:r>"
                    "</w:p>")),
      Strings{});
}

TEST(DocxPlaces, OriginsLeadBackToTheTextNode) {
  const std::string main = WordRoot(
      "document", "<w:body><w:p>" + R("清溪镇") + R("xx") +
                      "<w:r><w:tab/><w:t>  前后  </w:t><w:t>甲&amp;<![CDATA[乙]]></w:t></w:r>"
                      "</w:p></w:body>");
  std::vector<StoredEntry> entries = DocxEntries("");
  entries[3].data = main;
  const RawDocument document = ReadOrFail("a.docx", StoredZip(entries));
  ASSERT_EQ(Lines(document), Strings{"清溪镇xx 前后甲&乙"});
  const Result<XmlPart> part = XmlPart::Parse(main, "x", {});
  ASSERT_TRUE(part.has_value());
  std::vector<pugi::xml_node> nodes;
  struct Collect : pugi::xml_tree_walker {
    explicit Collect(std::vector<pugi::xml_node>& to) : found(to) {}
    bool for_each(pugi::xml_node& node) override {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        found.push_back(node);
      }
      return true;
    }
    std::vector<pugi::xml_node>& found;
  } collect(nodes);
  part->root().traverse(collect);
  std::string from_nodes;
  for (const auto& origin : document.map.origins) {
    EXPECT_EQ(document.map.parts[origin.part], "word/document.xml");
    for (const auto& node : nodes) {
      if (XmlPart::NodeId(node) != origin.node) continue;
      from_nodes += std::string_view(node.value()).substr(origin.offset, origin.text.size());
    }
  }
  EXPECT_EQ(from_nodes, "清溪镇xx前后甲&乙");  // the tab was generated
}

TEST(DocxPlaces, ParagraphsAreCountedAsInTheFile) {
  EXPECT_EQ(Places(ReadDocxOrFail(P("甲") + "<w:p/><w:tbl><w:tr><w:tc>" + P("乙") +
                                  "</w:tc></w:tr></w:tbl><w:p>" + "<w:r><w:pict><w:txbxContent>" +
                                  P("框") + "</w:txbxContent></w:pict>" +
                                  "<w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r></w:p>" +
                                  P("戊", "<w:rPr><w:del/></w:rPr>") + P("己") + P("庚"))),
            (Strings{"0.1", "0.2", "0.3", "0.4", "0.4", "0.5", "0.6", "0.8"}));
}

TEST(DocxPlaces, Pages) {
  const std::string turned = "<w:r><w:lastRenderedPageBreak/></w:r>";
  const std::string typed = "<w:r><w:br w:type=\"page\"/></w:r>";
  const struct {
    std::string_view what;
    std::string body;
    Strings places;
  } kCases[] = {
      {"not known", P("甲") + "<w:p>" + typed + R("乙") + "</w:p>", {"0.1", "0.2"}},
      {"a paragraph over two pages",
       "<w:p>" + R("甲") + turned + R("乙") + "</w:p>" + P("丙"),
       {"1.1", "2.1", "2.2"}},
      {"a page begins with the paragraph",
       P("甲") + "<w:p>" + turned + R("乙") + "</w:p>",
       {"1.1", "2.2"}},
      {"a typed break and its trace are one",
       "<w:p>" + R("甲") + typed + "</w:p><w:p>" + turned + R("乙") + "</w:p>",
       {"1.1", "2.1", "2.2"}},  // the end of a line stands on the page it ends on
      {"a break before and its trace are one",
       P("甲") + "<w:p><w:pPr><w:pageBreakBefore/></w:pPr>" + turned + R("乙") + "</w:p>",
       {"1.1", "2.2"}},
      {"a typed break without a trace",
       "<w:p>" + turned + R("甲") + typed + R("乙") + "</w:p>",
       {"2.1", "3.1", "3.1"}},
  };
  for (const auto& c : kCases) EXPECT_EQ(Places(ReadDocxOrFail(c.body)), c.places) << c.what;
}

TEST(DocxAsides, FootnotesStandBehindTheirParagraph) {
  const auto notes = [](std::string_view root, std::string_view note, std::string_view text) {
    return WordRoot(root, "<w:" + std::string(note) +
                              " w:id=\"0\"><w:p><w:r><w:separator/></w:r>"
                              "</w:p></w:" +
                              std::string(note) + "><w:" + std::string(note) +
                              " w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>" + R(text) +
                              "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:" +
                              std::string(note) + ">");
  };
  const std::string reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
  const RawDocument document =
      ReadDocxOrFail("<w:p>" + R("甲") + reference + R("乙") +
                         "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>" + "<w:p>" + R("丙") +
                         reference + "</w:p>",
                     {{"footnotes", "footnotes.xml", notes("footnotes", "footnote", "脚")},
                      {"endnotes", "endnotes.xml", notes("endnotes", "endnote", "尾")}});
  EXPECT_EQ(DescribeAll(document), (Strings{"p 甲乙", "a 脚", "a 尾", "p 丙"}));
  EXPECT_EQ(Places(document), (Strings{"0.1", "0.1", "0.1", "0.2"}));
  const auto* origin = document.map.OriginAt(document.map.rows[1].begin);
  ASSERT_NE(origin, nullptr);
  EXPECT_EQ(document.map.parts[origin->part], "word/footnotes.xml");
  EXPECT_TRUE(document.notes.empty());
}

TEST(DocxAsides, HeadersInUseOnce) {
  const std::string page =
      "<w:fldSimple w:instr=\" PAGE \\* MERGEFORMAT \">" + R("3") + "</w:fldSimple>";
  const std::vector<DocxPart> parts = {
      {"header", "header1.xml",
       WordRoot("hdr", "<w:p>" + R("某镇", "<w:highlight w:val=\"red\"/>") + R("报告") + "</w:p>")},
      {"header", "header2.xml", WordRoot("hdr", P("某镇报告") + P("首页"))},
      {"footer", "footer1.xml", WordRoot("ftr", "<w:p>" + R("— ") + page + R(" —") + "</w:p>")},
      {"footer", "footer2.xml",
       WordRoot("ftr",
                "<w:p>" + R("第") + page + R("页 共") +
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>NUM</w:instrText>"
                    "<w:instrText>PAGES</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r>" +
                    R("页") + "</w:p>" + P("内部稿"))},
      {"header", "header3.xml", WordRoot("hdr", P("偶数页"))},
      {"settings", "settings.xml", WordRoot("settings", "")},
  };
  const auto use = [](std::string_view what, std::string_view type, int id) {
    return "<w:" + std::string(what) + "Reference w:type=\"" + std::string(type) + "\" r:id=\"r" +
           std::to_string(id) + "\"/>";
  };
  const auto section = [](std::string_view content) {
    return "<w:sectPr>" + std::string(content) + "</w:sectPr>";
  };
  const std::string body = P("甲", section(use("header", "default", 0) + use("header", "first", 1) +
                                           use("header", "even", 4))) +
                           P("乙", section(use("footer", "default", 2) + "<w:titlePg/>")) +
                           P("丙") + section(use("footer", "default", 3));
  const RawDocument document = ReadDocxOrFail(body, parts);
  EXPECT_EQ(DescribeAll(document),
            (Strings{"p 甲", "p 乙", "p 丙", "a 某镇报告", "a 首页", "a 内部稿"}));
  EXPECT_EQ(DescribeMarks(document), Strings{"highlight [某镇] \"\" "});
  ASSERT_EQ(document.layout.pages.size(), 3u);
  EXPECT_FALSE(document.layout.pages[0].page_number);
  EXPECT_TRUE(document.layout.pages[1].page_number);
  EXPECT_TRUE(document.layout.pages[2].page_number);
  const auto at = static_cast<std::uint32_t>(document.text.find("首页"));
  ASSERT_NE(document.map.OriginAt(at), nullptr);
  EXPECT_EQ(document.map.parts[document.map.OriginAt(at)->part], "word/header2.xml");

  std::vector<DocxPart> even = parts;
  even[5].xml = WordRoot("settings", "<w:evenAndOddHeaders/>");
  EXPECT_EQ(DescribeAll(ReadDocxOrFail(body, even))[4], "a 偶数页");
}

TEST(DocxLayout, PagesInMillimetres) {
  const RawDocument document =
      ReadDocxOrFail(P("甲",
                       "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" "
                       "w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\"/></w:sectPr>") +
                     P("乙") + "<w:sectPr><w:pgSz w:w=\"21cm\" w:h=\"841.9pt\"/></w:sectPr>");
  ASSERT_EQ(document.layout.pages.size(), 2u);
  EXPECT_TRUE(document.layout.known);
  const PageSetup& first = document.layout.pages[0];
  EXPECT_NEAR(first.width, 210, 0.05);
  EXPECT_NEAR(first.height, 297, 0.05);
  EXPECT_NEAR(first.margin_top, 37, 0.05);
  EXPECT_NEAR(first.margin_right, 26, 0.05);
  EXPECT_NEAR(first.margin_bottom, 35, 0.05);
  EXPECT_NEAR(first.margin_left, 28, 0.05);
  EXPECT_EQ(first.begin, 0u);
  const PageSetup& second = document.layout.pages[1];
  EXPECT_EQ(second.width, 210);
  EXPECT_NEAR(second.height, 297, 0.05);
  EXPECT_EQ(second.margin_top, 0);
  EXPECT_EQ(document.text.substr(second.begin), "乙\n");
}

TEST(DocxLayout, FormatIsWhatMostOfAParagraphLooksLike) {
  const RawDocument document = ReadDocxOrFail(
      "<w:p><w:pPr><w:jc w:val=\"center\"/><w:spacing w:line=\"560\" w:lineRule=\"exact\"/>"
      "<w:ind w:firstLine=\"640\"/></w:pPr>" +
      R("短", "<w:b/><w:sz w:val=\"44\"/>") +
      R("长长长", "<w:rFonts w:eastAsia=\"仿宋\" w:ascii=\"Arial\"/><w:sz w:val=\"32\"/>") +
      "</w:p><w:p/>" + P("乙"));
  ASSERT_EQ(document.blocks.size(), 2u);
  ASSERT_GE(document.blocks[0].format, 0);
  const TextFormat& format =
      document.layout.formats[static_cast<std::size_t>(document.blocks[0].format)];
  EXPECT_EQ(format.font, "仿宋");
  EXPECT_EQ(format.size, 16);
  EXPECT_FALSE(format.bold);
  EXPECT_EQ(format.alignment, Alignment::center);
  EXPECT_EQ(format.spacing, LineSpacing::exact);
  EXPECT_EQ(format.spacing_value, 28);
  EXPECT_EQ(format.first_line_indent, 2);
  ASSERT_GE(document.blocks[1].format, 0);
  EXPECT_EQ(document.layout.formats[static_cast<std::size_t>(document.blocks[1].format)],
            TextFormat{});
}

}  // namespace
}  // namespace hegao
