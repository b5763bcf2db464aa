#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/html/css_values.h"
#include "formats/html/style_sheet.h"
#include "visible_text.h"

namespace hegao {
namespace {

std::string Number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// "宋体 16 bold center =28 >2": font, size, weight, alignment, spacing (= exact, x lines, + at
/// least), indent; "-" where nothing is known.
std::string DescribeFormat(const RawDocument& document, const RawBlock& block) {
  if (block.format < 0) return "-";
  const TextFormat& f = document.layout.formats.at(static_cast<std::size_t>(block.format));
  static constexpr std::string_view kAlignments[] = {"", " left", " center", " right", " justify"};
  static constexpr std::string_view kSpacings[] = {"", " x", " =", " +"};
  std::string text = f.font.empty() ? "?" : f.font;
  text += ' ' + Number(f.size);
  if (f.bold) text += " bold";
  text += kAlignments[static_cast<std::size_t>(f.alignment)];
  if (f.spacing != LineSpacing::unknown) {
    text += kSpacings[static_cast<std::size_t>(f.spacing)];
    text += Number(f.spacing_value);
  }
  if (f.first_line_indent != 0) text += " >" + Number(f.first_line_indent);
  return text;
}

std::vector<std::string> FormatsOf(std::string_view page) {
  const RawDocument document = ReadOrFail("a.html", page);
  std::vector<std::string> lines;
  for (const RawBlock& block : document.blocks) lines.push_back(DescribeFormat(document, block));
  return lines;
}

struct FormatCase {
  std::string_view page;
  std::vector<std::string> formats;
};

void ExpectFormats(const std::vector<FormatCase>& cases) {
  for (const FormatCase& c : cases) EXPECT_EQ(FormatsOf(c.page), c.formats) << c.page;
}

TEST(HtmlStyle, AttributesOfOneBlock) {
  ExpectFormats({
      {"<p>文</p><p><b>文</b></p>", {"-", "-"}},
      {"<p style='font-family:仿宋_GB2312; FONT-SIZE : 16pt'>文</p>", {"仿宋_GB2312 16"}},
      {"<p style=\"font-family:'Times New Roman', &quot;黑体&quot;, serif\">文", {"黑体 0"}},
      {"<p style='font-family:Arial,sans-serif'>文", {"Arial 0"}},
      {"<p style='font-size:20px'>文", {"? 15"}},
      {"<p style='font-size:1cm;font-weight:700'>文", {"? 28.35 bold"}},
      {"<p style='text-align:center'>文<p align=RIGHT>文", {"? 0 center", "? 0 right"}},
      {"<center>文</center><div align=justify>文</div>", {"? 0 center", "? 0 justify"}},
      {"<p style='line-height:28pt'>文<p style='line-height:150%'>文<p style='line-height:1.5'>文",
       {"? 0 =28", "? 0 x1.5", "? 0 x1.5"}},
      {"<p style='line-height:28pt;mso-line-height-rule:at-least'>文", {"? 0 +28"}},
      {"<p style='text-indent:2em'>文<p style='font-size:16pt;text-indent:32pt'>文",
       {"? 0 >2", "? 16 >2"}},
      {"<p style='text-indent:32pt'><span style='font-size:16pt'>文</span>", {"? 16 >2"}},
      {"<p style='font-size:10pt;text-indent:2em'><span style='font-size:20pt'>文</span>",
       {"? 20 >1"}},
      {"<p style='font:bold 16pt/28pt 楷体, serif'>文", {"楷体 16 bold =28"}},
      {"<p><font face=黑体 size=5>文</font><p><font size=+1>文</font>", {"黑体 18", "? 13.5"}},
      {"<p style='font-family:黑体!important;font-size:16pt ! important'>文", {"黑体 16"}},
      {"<p style='font-family:\"Times New Roman\";mso-fareast-font-family:\"仿宋\"'>文",
       {"仿宋 0"}},
      {"<h2 style='font-size:16pt'>文</h2>", {"? 16 bold"}},
  });
}

TEST(HtmlStyle, Inheritance) {
  ExpectFormats({
      {"<div style='font-family:仿宋;font-size:16pt'><p>甲<p align=center>乙</div><p>丙",
       {"仿宋 16", "仿宋 16 center", "-"}},
      {"<div style='font-size:10pt'><p style='font-size:160%'>甲<p style='font-size:2em'>乙</div>",
       {"? 16", "? 20"}},
      {"<b><p style='font-size:16pt;font-weight:normal'>甲</p></b>", {"? 16"}},
      // A font without Chinese characters leaves these as they were.
      {"<p style='font-family:仿宋'><span style='font-family:\"Times New Roman\"'>2024年度</span>",
       {"仿宋 0"}},
      // Inline elements cannot be aligned; a table may be placed.
      {"<p><span style='text-align:center;text-indent:2em'>甲</span>", {"-"}},
      {"<table align=center><tr><td>甲", {"-"}},
      {"<body style='font-family:宋体'><p>甲", {"宋体 0"}},
  });
}

TEST(HtmlStyle, MostCharactersCount) {
  ExpectFormats({
      {"<p><span style='font-family:黑体'>甲</span><span style='font-family:仿宋'>乙丙</span>",
       {"仿宋 0"}},
      {"<p><span style='font-size:16pt'>甲乙</span><span style='font-size:9pt'>abcdefghij</span>",
       {"? 16"}},
      {"<p style='font-size:16pt'><b>甲</b>乙丙<p style='font-size:16pt'><b>甲乙</b>丙",
       {"? 16", "? 16 bold"}},
  });
  const RawDocument document = ReadOrFail("a.html",
                                          "<p style='font-size:16pt'>甲<p style='font-size:16pt'>乙"
                                          "<p style='font-size:16.0pt;font-weight:normal'>丙");
  EXPECT_EQ(document.layout.formats.size(), 1u) << "each format once";
  EXPECT_FALSE(document.layout.known) << "without a page there is no layout to check";
}

TEST(HtmlStyle, Rules) {
  ExpectFormats({
      {"<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal\n{font-size:16.0pt;"
       "font-family:\"Times New Roman\",serif;mso-fareast-font-family:仿宋;} --></style>"
       "<p class=MsoNormal>甲<p class='x MsoNormal y'>乙<p>丙<div class=MsoNormal>丁</div>",
       {"仿宋 16", "仿宋 16", "-", "-"}},
      {"<style>p{font-size:12pt}.t{font-size:14pt}p.t{font-size:16pt}</style>"
       "<p>甲<p class=t>乙<div class=t>丙</div><p class=t style='font-size:18pt'>丁",
       {"? 12", "? 16", "? 14", "? 18"}},
      {"<style>.t{font-size:14pt}</style><style>.t{text-align:center}</style><p class=t>甲",
       {"? 14 center"}},
      {"<style>.t{text-align:center}</style><p class=t align=left>甲", {"? 0 left"}},
      // Rules that name elements in other ways do not hold.
      {"<style>div p{font-size:9pt}p:first-child{font-size:9pt}#a{font-size:9pt}*{font-size:9pt}"
       "@media print{p{font-size:9pt}}p>b{font-size:9pt}</style><div><p id=a>甲",
       {"-"}},
      {"<style>@import 'x.css';@charset 'u';p{font-size:9pt}</style><p>甲", {"? 9"}},
      {"<style>.t{font-size:9pt</style><p class=t>甲", {"? 9"}},
      {"<style>.t{display:none}</style><p class=t>甲", {"-"}},
  });
  const RawDocument bold =
      ReadOrFail("a.html", "<style>.b{font-weight:bold}</style><p class=b>甲<p>乙");
  EXPECT_EQ(DescribeAll(bold), (std::vector<std::string>{"p* 甲", "p 乙"}));
}

std::string DescribePages(std::string_view page) {
  const RawDocument document = ReadOrFail("a.html", page);
  std::string text = document.layout.known ? "known" : "unknown";
  for (const PageSetup& p : document.layout.pages) {
    text += " [" + std::to_string(p.begin) + ']';
    for (const double length :
         {p.width, p.height, p.margin_top, p.margin_right, p.margin_bottom, p.margin_left}) {
      text += ' ' + std::to_string(static_cast<int>(length * 10 + 0.5));
    }
    if (p.page_number) text += " numbered";
  }
  return text;
}

TEST(HtmlStyle, Pages) {
  const struct {
    std::string_view page, expected;
  } kCases[] = {
      {"<p>文", "unknown"},
      {"<style>@page{margin:1cm}</style><p>文", "unknown"},
      {"<style>@page{size:A4;margin:37mm 26mm 35mm 28mm}</style><p>文",
       "known [0] 2100 2970 370 260 350 280"},
      {"<style>@page { size: a4 landscape; margin: 2cm }</style><p>文",
       "known [0] 2970 2100 200 200 200 200"},
      {"<style>@page{size:21cm 29.7cm;margin-left:2.8cm;margin-top:37mm}</style><p>文",
       "known [0] 2100 2970 370 0 0 280"},
      {"<style>@page{size:8in}@page:first{size:A3}</style><p>文", "known [0] 2032 2032 0 0 0 0"},
      {"<style>@page WordSection1{size:595.3pt 841.9pt;margin:1in}@page S2{size:A3}</style>"
       "<div class=WordSection1>甲</div>",
       "known [0] 2100 2970 254 254 254 254"},
      {"<style>@page A{size:A4}@page B{size:A3}</style><div class=A>甲</div><div class=B>乙</div>",
       "known [0] 2100 2970 0 0 0 0 [69] 2970 4200 0 0 0 0"},
      {"<style>@page{size:A4}</style><p>文<p><span style='mso-field-code:\" PAGE \"'>1</span>",
       "known [0] 2100 2970 0 0 0 0 numbered"},
      {"<style>@page{size:A4}</style><p>文<p><span style='mso-field-code:NUMPAGES'>1</span>",
       "known [0] 2100 2970 0 0 0 0"},
  };
  for (const auto& c : kCases) EXPECT_EQ(DescribePages(c.page), c.expected) << c.page;
}

/// One line a mark: a letter for its kind, the marked source, text of the mark, author.
std::vector<std::string> MarksOf(std::string_view page) {
  const RawDocument document = ReadOrFail("a.html", page);
  std::vector<std::string> lines;
  for (const Mark& mark : document.marks) {
    std::string line(1, "hidcx"[static_cast<std::size_t>(mark.kind)]);
    line += ' ' + document.text.substr(mark.span.begin, mark.span.size());
    if (!mark.text.empty()) line += " (" + mark.text + ')';
    if (!mark.author.empty()) line += " by " + mark.author;
    lines.push_back(line);
  }
  return lines;
}

TEST(HtmlMarks, Highlights) {
  const struct {
    std::string_view page;
    std::vector<std::string> marks;
  } kCases[] = {
      {"<p>甲<mark>乙</mark>丙", {"h 乙"}},
      {"<p><span style='background:yellow;mso-highlight:yellow'>甲</span>乙", {"h 甲"}},
      {"<p>甲<span style='background-color: #FF0'>乙</span>", {"h 乙"}},
      {"<p>甲<span style='background-color:rgb(0, 255, 255)'>乙</span>", {"h 乙"}},
      {"<p>甲<span style='background:url(x.png) no-repeat red'>乙</span>", {"h 乙"}},
      {"<p><mark>甲</mark> <mark>乙</mark>丙<mark>丁</mark>", {"h 甲</mark> <mark>乙", "h 丁"}},
      {"<mark><p>甲<p>乙</mark>", {"h 甲", "h 乙"}},
      {"<style>.hl{background-color:lime}</style><p><span class=hl>甲</span>", {"h 甲"}},
      {"<p><mark>甲<span style='background:#fff'>乙</span></mark>", {"h 甲"}},
      // White, grey, pale, dark, transparent; blocks; blanks; furniture.
      {"<p><span style='background:white'>甲</span><span style='background:#eee'>乙</span>"
       "<span style='background:#FFFFF0'>丙</span><span style='background:transparent'>丁</span>"
       "<span style='background:#003300'>戊</span>",
       {}},
      {"<body style='background:yellow'><div style='background:#ff0'><p>甲</div>", {}},
      {"<table><tr><td style='background:yellow'>甲</table>", {}},
      {"<p>甲<mark>　</mark>乙", {}},
      {"<p>正文正文<nav><mark>甲</mark></nav>", {}},
  };
  for (const auto& c : kCases) EXPECT_EQ(MarksOf(c.page), c.marks) << c.page;
}

TEST(HtmlMarks, TrackedChanges) {
  const std::string_view page =
      "<p>甲<ins cite='mailto:张三'>乙<b>丙</b></ins>丁<del cite='mailto:李四'>戊\n己</del>庚</p>"
      "<p><s>辛</s><del></del></p>";
  EXPECT_EQ(DescribeAll(ReadOrFail("a.html", page)),
            (std::vector<std::string>{"p 甲乙丙丁庚", "p 辛"}));
  EXPECT_EQ(MarksOf(page), (std::vector<std::string>{"i 乙<b>丙 by 张三", "d  (戊 己) by 李四"}));
  const RawDocument document = ReadOrFail("a.html", page);
  EXPECT_EQ(document.marks[1].span.begin, page.find("<del"));
  std::string words;
  for (int i = 0; i < 300; ++i) words += "字";
  const RawDocument cut = ReadOrFail("a.html", "<p>甲<del>" + words + "</del>");
  EXPECT_EQ(cut.marks.at(0).text, words.substr(0, 600) + "…");
}

TEST(HtmlMarks, CommentsOfWord) {
  const std::string_view page =
      "<p>甲<a style='mso-comment-reference:ZS_1;mso-comment-date:20250101T0900'>乙丙</a><span "
      "style='mso-special-character:comment'><a class=msocomanchor href='#_msocom_1'>[ZS1]</a>"
      "</span>丁</p><div style='mso-element:comment-list'><hr class=msocomoff><div "
      "style='mso-element:comment'><div id='_com_1' class=msocomtxt><span "
      "style='mso-comment-author:\"张三\"'></span><p>请核实&nbsp;<a class=msocomoff>[ZS1]</a>数字。"
      "</p></div></div></div>";
  EXPECT_EQ(DescribeAll(ReadOrFail("a.html", page)), std::vector<std::string>{"p 甲乙丙丁"});
  EXPECT_EQ(MarksOf(page), std::vector<std::string>{"c 乙丙 (请核实\u00A0数字。) by 张三"});
}

TEST(HtmlMarks, NotesAndPageHeadersAreAsides) {
  EXPECT_EQ(DescribeAll(ReadOrFail(
                "a.html",
                "<p>正文正文正文</p><div style='mso-element:footnote-list'><p>注一</p></div>"
                "<div style='mso-element:header'>页眉</div>")),
            (std::vector<std::string>{"p 正文正文正文", "a 注一", "a 页眉"}));
}

TEST(HtmlMarks, PlacesCountTheByteOrderMark) {
  const RawDocument document = ReadOrFail("a.html", "\xEF\xBB\xBF<p>甲<mark>乙</mark>");
  ASSERT_EQ(document.marks.size(), 1u);
  EXPECT_EQ(document.text.substr(document.marks[0].span.begin, document.marks[0].span.size()),
            "乙");
}

TEST(CssValues, DeclarationsSurviveAnything) {
  const struct {
    std::string_view css;
    std::vector<std::string> seen;
  } kCases[] = {
      {"", {}},
      {"a", {}},
      {"a:b", {"a=b"}},
      {" a : b ; c:d !important;", {"a=b", "c=d"}},
      {"a:url(x;y);b:\"p;q\";c:'r", {"a=url(x;y)", "b=\"p;q\"", "c='r"}},
      {";;:;a:(", {"=", "a=("}},
      {"a:b!c", {"a=b!c"}},
  };
  for (const auto& c : kCases) {
    std::vector<std::string> seen;
    ForEachDeclaration(c.css, [&](std::string_view name, std::string_view value) {
      seen.push_back(std::string(name) + '=' + std::string(value));
    });
    EXPECT_EQ(seen, c.seen) << c.css;
  }
}

TEST(CssValues, Lengths) {
  using Unit = CssLength::Unit;
  const struct {
    std::string_view text;
    CssLength length;
  } kCases[] = {
      {"16pt", {16, Unit::point}},
      {"+.5em", {0.5, Unit::em}},
      {"12PX", {9, Unit::point}},
      {"-2em", {-2, Unit::em}},
      {"1in", {72, Unit::point}},
      {"150%", {150, Unit::percent}},
      {"1.5", {1.5, Unit::number}},
      {"5vw", {}},
      {"1e999pt", {}},
      {"99999pt", {}},
      {"nan", {}},
      {"pt", {}},
      {"16 pt", {}},
  };
  for (const auto& c : kCases) EXPECT_EQ(ParseCssLength(c.text), c.length) << c.text;
}

TEST(HtmlStyle, CutAnywhere) {
  ReadEveryCut("a.html",
               "<style><!--/*x*/@page A{size:A4}p.M,.b{font:bold 9pt/1.5 '宋体'}--></style>"
               "<div class=A><p class=M style='text-indent:2em;background:rgb(1,2,3)'>文"
               "<ins cite='mailto:甲'>乙</ins><del>丙</del><font face=黑体 size=+2><mark>丁</mark>"
               "<a style='mso-comment-reference:A_1'>戊</a></font></div><div style='mso-element:"
               "comment-list'><div id=_com_1>己</div></div>");
}

}  // namespace
}  // namespace hegao
