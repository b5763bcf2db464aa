#include <gtest/gtest.h>

#include <string>

#include "formats/docx/styles.h"

namespace hegao {
namespace {

pugi::xml_document Parse(const std::string& xml) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(xml.c_str(), pugi::parse_default)) << xml;
  return document;
}

ParagraphProperties Paragraph(const std::string& xml) {
  return ReadParagraphProperties(Parse("<w:pPr>" + xml + "</w:pPr>").document_element());
}

RunProperties RunOf(const std::string& xml) {
  return ReadRunProperties(Parse("<w:rPr>" + xml + "</w:rPr>").document_element());
}

TEST(DocxProperties, OnAndOff) {
  const struct {
    std::string xml;
    std::optional<bool> bold;
  } kCases[] = {{"", std::nullopt},
                {"<w:b/>", true},
                {"<w:b w:val='1'/>", true},
                {"<w:b w:val='true'/>", true},
                {"<w:b w:val='on'/>", true},
                {"<w:b w:val='0'/>", false},
                {"<w:b w:val='false'/>", false},
                {"<w:b w:val='off'/>", false},
                {"<w:b w:val='none'/>", false},
                {"<b val='0'/>", false},
                {"<w:bCs/>", std::nullopt}};
  for (const auto& c : kCases) EXPECT_EQ(RunOf(c.xml).bold, c.bold) << c.xml;
  EXPECT_EQ(RunOf("<w:vanish/>").hidden, true);
  EXPECT_EQ(RunOf("<w:webHidden/>").hidden, std::nullopt);
  EXPECT_EQ(Paragraph("<w:pageBreakBefore/>").page_break_before, true);
}

TEST(DocxProperties, Sizes) {
  const struct {
    std::string value;
    std::optional<double> points;
  } kCases[] = {{"32", 16.0},           {"21", 10.5},          {"16pt", 16.0},
                {"0", std::nullopt},    {"-4", std::nullopt},  {"x", std::nullopt},
                {"4000", std::nullopt}, {"nan", std::nullopt}, {"1e999", std::nullopt},
                {"3 ell", std::nullopt}};
  for (const auto& c : kCases) {
    EXPECT_EQ(RunOf("<w:sz w:val='" + c.value + "'/>").size, c.points) << c.value;
  }
}

TEST(DocxProperties, Highlights) {
  const struct {
    std::string xml;
    std::optional<bool> highlighted;
  } kCases[] = {
      {"<w:highlight w:val='yellow'/>", true},
      {"<w:highlight w:val='none'/>", false},
      {"<w:highlight w:val='white'/>", false},
      {"<w:shd w:val='clear' w:color='auto' w:fill='FFFF00'/>", true},
      {"<w:shd w:val='clear' w:color='auto' w:fill='92D050'/>", true},
      {"<w:shd w:val='solid' w:color='00FF00' w:fill='FFFFFF'/>", true},
      {"<w:shd w:val='clear' w:color='auto' w:fill='D9E2F3'/>", false},
      {"<w:shd w:val='clear' w:color='auto' w:fill='auto'/>", false},
      {"<w:shd w:val='clear' w:fill='FFFF000'/>", false},
      {"<w:highlight w:val='none'/><w:shd w:val='clear' w:fill='FFFF00'/>", true},
      {"<w:highlight w:val='cyan'/><w:shd w:val='clear' w:fill='FFFFFF'/>", true},
      {"<w:color w:val='FFFF00'/>", std::nullopt},
  };
  for (const auto& c : kCases) EXPECT_EQ(RunOf(c.xml).highlighted, c.highlighted) << c.xml;
}

TEST(DocxProperties, Spacing) {
  using enum LineSpacing;
  const struct {
    std::string attributes;
    std::optional<LineSpacing> spacing;
    double value;
  } kCases[] = {
      {"w:line='560' w:lineRule='exact'", exact, 28},
      {"w:line='560' w:lineRule='atLeast'", at_least, 28},
      {"w:line='360' w:lineRule='auto'", multiple, 1.5},
      {"w:line='240'", multiple, 1},
      {"w:line='-560'", exact, 28},
      {"w:line='28pt' w:lineRule='exact'", exact, 28},
      {"w:before='100'", std::nullopt, 0},
      {"w:line='0'", std::nullopt, 0},
      {"w:line=''", std::nullopt, 0},
  };
  for (const auto& c : kCases) {
    const auto got = Paragraph("<w:spacing " + c.attributes + "/>");
    EXPECT_EQ(got.spacing, c.spacing) << c.attributes;
    EXPECT_DOUBLE_EQ(got.spacing_value, c.value) << c.attributes;
  }
}

TEST(DocxProperties, Indents) {
  const struct {
    std::string attributes;
    std::optional<double> points, chars;
  } kCases[] = {
      {"w:firstLine='640'", 32, std::nullopt},
      {"w:firstLine='640' w:firstLineChars='200'", 32, 2},
      {"w:hanging='420'", -21, std::nullopt},
      {"w:firstLine='1cm'", 72 / 2.54, std::nullopt},
      {"w:hangingChars='150' w:firstLineChars='200'", std::nullopt, -1.5},
      {"w:hangingChars='0' w:firstLineChars='200'", std::nullopt, 2},
      {"w:firstLineChars='0'", std::nullopt, 0},
      {"w:left='420'", std::nullopt, std::nullopt},
  };
  for (const auto& c : kCases) {
    const auto got = Paragraph("<w:ind " + c.attributes + "/>");
    EXPECT_EQ(got.first_line_points, c.points) << c.attributes;
    EXPECT_EQ(got.first_line_chars, c.chars) << c.attributes;
  }
}

TEST(DocxProperties, ListsLevelsAndAlignment) {
  const auto list = Paragraph("<w:numPr><w:ilvl w:val='2'/><w:numId w:val='7'/></w:numPr>");
  EXPECT_EQ(list.num_id, 7);
  EXPECT_EQ(list.num_level, 2);
  EXPECT_EQ(Paragraph("<w:numPr><w:numId w:val='0'/></w:numPr>").num_id, 0);
  EXPECT_EQ(Paragraph("<w:numPr><w:numId w:val='-3'/></w:numPr>").num_id, 0);
  EXPECT_EQ(Paragraph("<w:numPr/>").num_id, std::nullopt);
  EXPECT_EQ(Paragraph("<w:outlineLvl w:val='0'/>").outline_level, 0);
  EXPECT_EQ(Paragraph("<w:outlineLvl w:val='12'/>").outline_level, std::nullopt);
  EXPECT_EQ(Paragraph("<w:outlineLvl w:val='99999999999'/>").outline_level, std::nullopt);
  const std::pair<std::string, std::optional<Alignment>> kAlignments[] = {
      {"left", Alignment::left},          {"start", Alignment::left}, {"center", Alignment::center},
      {"right", Alignment::right},        {"end", Alignment::right},  {"both", Alignment::justify},
      {"distribute", Alignment::justify}, {"odd", std::nullopt}};
  for (const auto& [value, alignment] : kAlignments) {
    EXPECT_EQ(Paragraph("<w:jc w:val='" + value + "'/>").alignment, alignment) << value;
  }
}

std::string Style(const std::string& id, const std::string& name, const std::string& more = {},
                  const std::string& attributes = "w:type='paragraph'") {
  return "<w:style " + attributes + " w:styleId='" + id + "'><w:name w:val='" + name + "'/>" +
         more + "</w:style>";
}

std::string BasedOn(const std::string& id) { return "<w:basedOn w:val='" + id + "'/>"; }

TEST(DocxStyles, HeadingsByName) {
  const struct {
    std::string name;
    int level;
  } kCases[] = {
      {"heading 1", 1},
      {"Heading 3", 3},
      {"Heading9", 9},
      {"heading_2", 2},
      {"标题 1", 1},
      {"标题1", 1},
      {"标题 １", 1},
      {"標題 2", 2},
      {"标题一", 1},
      {"标题 二", 2},
      {"1级标题", 1},
      {"一级标题", 1},
      {"三级標題", 3},
      {"公文二级标题", 2},
      {"第一层标题", 1},
      {"一级标题（黑体）", 1},
      {"Überschrift 2", 2},
      {"berschrift1", 1},
      {"Titre 1", 1},
      {"Título 4", 4},
      {"見出し 2", 2},
      {"제목 3", 3},
      {"Заголовок 1", 1},
      {"H2", 2},
      {"标题 1,一级,h1", 1},
      {"Heading 10", 0},
      {"heading 0", 0},
      {"标题", 0},
      {"Title", 0},
      {"副标题", 0},
      {"标题 1 字符", 0},
      {"toc 1", 0},
      {"级标题", 0},
      {"十级标题", 0},
      {"Header", 0},
      {"Body Text 2", 0},
      {"", 0},
      {"1", 0},
      {"图标题1", 0},
      {"heading", 0},
  };
  for (const auto& c : kCases) EXPECT_EQ(HeadingLevelOfName(c.name), c.level) << c.name;
}

TEST(DocxStyles, HeadingLevels) {
  const std::string outline2 = "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>";
  const std::string body = "<w:pPr><w:outlineLvl w:val='9'/></w:pPr>";
  const struct {
    std::string why, styles;  // the level of style x
    int level;
  } kCases[] = {
      {"by name", Style("x", "heading 1"), 1},
      {"by outline level", Style("x", "任意", outline2), 2},
      {"outline level before name", Style("x", "heading 1", outline2), 2},
      {"body text by outline level", Style("x", "heading 1", body), 0},
      {"derived", Style("x", "我的", BasedOn("y")) + Style("y", "heading 3"), 3},
      {"derived, own name first", Style("x", "2级标题", BasedOn("y")) + Style("y", "heading 3"), 2},
      {"outline level derived", Style("x", "我的", BasedOn("y")) + Style("y", "任意", outline2), 2},
      {"derived and taken back",
       Style("x", "目录头", BasedOn("y") + body) + Style("y", "heading 1"), 0},
      {"no heading", Style("x", "Body Text"), 0},
      {"of no style: the default one",
       Style("z", "heading 1", "", "w:type='paragraph' w:default='1'"), 1},
      {"character styles are none",
       Style("x", "heading 1", "", "w:type='character'") + Style("z", "Normal"), 0},
      {"a circle", Style("x", "a", BasedOn("y")) + Style("y", "b", BasedOn("x")), 0},
      {"its own base", Style("x", "heading 2", BasedOn("x")), 2},
      {"no such base", Style("x", "heading 2", BasedOn("nowhere")), 2},
  };
  for (const auto& c : kCases) {
    const auto document = Parse("<w:styles>" + c.styles + "</w:styles>");
    const DocxStyles styles(document.document_element(), {});
    EXPECT_EQ(styles.ForParagraph("x").heading_level, c.level) << c.why;
  }
  const auto by_id = Parse("<w:styles>" + Style("Heading2", "Mine") + "</w:styles>");
  EXPECT_EQ(DocxStyles(by_id.document_element(), {}).ForParagraph("Heading2").heading_level, 2);
}

const std::string kTheme =
    "<a:theme><a:themeElements><a:fontScheme name='x'>"
    "<a:majorFont><a:latin typeface='Cambria'/><a:ea typeface=''/>"
    "<a:font script='Jpan' typeface='MS Gothic'/><a:font script='Hans' typeface='黑体'/>"
    "</a:majorFont><a:minorFont><a:latin typeface='Calibri'/><a:ea typeface='仿宋'/>"
    "<a:font script='Hans' typeface='宋体'/></a:minorFont>"
    "</a:fontScheme></a:themeElements></a:theme>";

TEST(DocxStyles, InheritsFromTheRoot) {
  const auto document = Parse(
      "<w:styles><w:docDefaults><w:rPrDefault><w:rPr>"
      "<w:rFonts w:asciiTheme='minorHAnsi' w:eastAsiaTheme='minorEastAsia'/><w:sz w:val='21'/>"
      "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:jc w:val='both'/></w:pPr></w:pPrDefault>"
      "</w:docDefaults><w:latentStyles><w:lsdException w:name='heading 1'/></w:latentStyles>" +
      Style("a", "Normal", "<w:rPr><w:sz w:val='32'/></w:rPr>",
            "w:type='paragraph' w:default='1'") +
      Style("b", "Body",
            BasedOn("a") + "<w:pPr><w:spacing w:line='560' w:lineRule='exact'/>"
                           "<w:numPr><w:numId w:val='4'/></w:numPr></w:pPr>"
                           "<w:rPr><w:rFonts w:eastAsia='楷体'/><w:b/></w:rPr>") +
      Style("c", "More", BasedOn("b") + "<w:rPr><w:b w:val='0'/></w:rPr>") +
      Style("n", "NoList",
            BasedOn("b") + "<w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>") +
      Style("s", "Strong", "<w:rPr><w:b/></w:rPr>", "w:type='character'") +
      Style("t", "Strong small", BasedOn("s") + "<w:rPr><w:sz w:val='18'/></w:rPr>",
            "w:type='character'") +
      Style("u", "u", BasedOn("v"), "w:type='character'") +
      Style("v", "v", BasedOn("u"), "w:type='character'") + "</w:styles>");
  const auto theme = Parse(kTheme);
  const DocxStyles styles(document.document_element(), theme.document_element());

  const auto& more = styles.ForParagraph("c");
  EXPECT_EQ(more.name, "More");
  EXPECT_EQ(more.run.size, 16);
  EXPECT_EQ(more.run.bold, false);
  EXPECT_EQ(styles.FontOf(more.run), "楷体");
  EXPECT_EQ(more.paragraph.alignment, Alignment::justify);
  EXPECT_EQ(more.paragraph.spacing, LineSpacing::exact);
  EXPECT_EQ(more.paragraph.num_id, 4);
  EXPECT_EQ(more.list_style, "b");
  EXPECT_EQ(styles.ForParagraph("n").paragraph.num_id, 0);
  EXPECT_EQ(styles.ForParagraph("b").run.bold, true);
  for (const std::string_view id : {"", "a", "no-such", "s"}) {
    EXPECT_EQ(styles.ForParagraph(id).name, "Normal") << id;
    EXPECT_EQ(styles.FontOf(styles.ForParagraph(id).run), "仿宋") << id;
  }
  EXPECT_EQ(styles.ForRun("t").bold, true);
  EXPECT_EQ(styles.ForRun("t").size, 9);
  EXPECT_EQ(styles.ForRun("s").size, std::nullopt);
  EXPECT_EQ(styles.ForRun("u").bold, std::nullopt);
  EXPECT_EQ(styles.ForRun("no-such").bold, std::nullopt);
  EXPECT_EQ(styles.ForRun("b").bold, std::nullopt);
}

TEST(DocxStyles, FontsOfTheTheme) {
  const auto theme = Parse(kTheme);
  const DocxStyles styles({}, theme.document_element());
  EXPECT_EQ(styles.ThemeFont("minorEastAsia"), "仿宋");
  EXPECT_EQ(styles.ThemeFont("majorEastAsia"), "黑体");
  EXPECT_EQ(styles.ThemeFont("minorHAnsi"), "");
  EXPECT_EQ(styles.ThemeFont(""), "");
  const struct {
    std::string fonts, font;
  } kCases[] = {{"w:eastAsia='宋体'", "宋体"},
                {"w:eastAsia='宋体' w:eastAsiaTheme='majorEastAsia'", "黑体"},
                {"w:eastAsia='宋体' w:eastAsiaTheme='no-such'", "宋体"},
                {"w:ascii='Arial'", ""}};
  for (const auto& c : kCases) {
    EXPECT_EQ(styles.FontOf(RunOf("<w:rFonts " + c.fonts + "/>")), c.font) << c.fonts;
  }
  RunProperties under = RunOf("<w:rFonts w:eastAsiaTheme='majorEastAsia'/>");
  Overlay(under, RunOf("<w:rFonts w:eastAsia='宋体'/>"));
  EXPECT_EQ(styles.FontOf(under), "宋体");
  Overlay(under, RunOf("<w:rFonts w:ascii='Arial'/>"));
  EXPECT_EQ(styles.FontOf(under), "宋体");
}

TEST(DocxStyles, NothingToRead) {
  const DocxStyles none({}, {});
  EXPECT_EQ(none.ForParagraph("a").heading_level, 0);
  EXPECT_EQ(none.ForParagraph("").name, "");
  EXPECT_EQ(none.ForRun("a").bold, std::nullopt);
  EXPECT_EQ(none.ThemeFont("minorEastAsia"), "");
}

TEST(DocxStyles, LongChainsEnd) {
  std::string xml = "<w:styles>";
  for (int i = 0; i < 10'000; ++i) {
    xml += Style("s" + std::to_string(i), "n", BasedOn("s" + std::to_string(i + 1)));
  }
  const auto document = Parse(xml + "</w:styles>");
  const DocxStyles styles(document.document_element(), {});
  EXPECT_EQ(styles.ForParagraph("s0").heading_level, 0);
  EXPECT_EQ(styles.ForParagraph("s9999").name, "n");
}

}  // namespace
}  // namespace hegao
