#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/printed/furniture.h"
#include "formats/printed/printed_text.h"
#include "printed_lines.h"
#include "visible_text.h"

namespace hegao {
namespace {

Result<RawDocument> ReadPages(const std::vector<PrintedSheet>& sheets,
                              const ReadOptions& options = {}) {
  auto pages = ParseBboxLayout(BboxLayout(sheets), options.limits);
  if (!pages) return tl::unexpected(pages.error());
  return WritePages("pdf", std::move(*pages), options);
}

std::vector<std::string> Blocks(const std::vector<PrintedSheet>& sheets) {
  const auto document = ReadPages(sheets);
  if (!document) {
    ADD_FAILURE() << document.error().message.zh;
    return {};
  }
  EXPECT_EQ(BrokenInvariant(*document), "");
  EXPECT_TRUE(document->map.origins.empty());
  return DescribeAll(*document);
}

using Lines = std::vector<std::string>;

TEST(PdfLayout, FullLinesGoOn) {
  const std::string full = FullLine();
  EXPECT_EQ(Blocks({PrintedSheet()
                        .Text("文" + full.substr(9), 2)
                        .Text(full)
                        .Text("到此为止。")
                        .Text("另起一段，没有缩进。")
                        .Text("又一段。", 2)}),
            (Lines{"p 文" + full.substr(9) + full + "到此为止。", "p 另起一段，没有缩进。",
                   "p 又一段。"}));
}

TEST(PdfLayout, IndentBeginsAParagraphAfterAFullLine) {
  const std::string full = FullLine({}, "。");
  EXPECT_EQ(Blocks({PrintedSheet().Text(full).Text("下一段从缩进开始。", 2)}),
            (Lines{"p " + full, "p 下一段从缩进开始。"}));
}

TEST(PdfLayout, BlanksBetweenWordsOfAlphabetsOnly) {
  const std::string full = FullLine({}, "AB");
  const std::string wide = FullLine();
  EXPECT_EQ(Blocks({PrintedSheet().Text(wide).Text(full + "C").Text("DE到此。")}),
            (Lines{"p " + wide + full + "C DE到此。"}));
}

TEST(PdfLayout, NumberingBeginsAParagraph) {
  // Without indents a full line that ends a sentence is followed by an item.
  const std::string full = FullLine({}, "。");
  EXPECT_EQ(Blocks({PrintedSheet().Text(full).Text("二、下一个问题").Text(full).Text("正文。")}),
            (Lines{"p " + full, "p 二、下一个问题", "p " + full + "正文。"}));
  // Where numbers are indented, one at the edge stands inside a paragraph.
  const std::string open = FullLine("按照", "第");
  EXPECT_EQ(Blocks({PrintedSheet()
                        .Text("一、标题", 2)
                        .Text("二、标题", 2)
                        .Text("三、标题", 2)
                        .Text(full)
                        .Text("二是如此。")
                        .Text(open)
                        .Text("1.2条。")}),
            (Lines{"p 一、标题", "p 二、标题", "p 三、标题", "p " + full + "二是如此。",
                   "p " + open + "1.2条。"}));
}

TEST(PdfLayout, DistanceDecidesWhereParagraphsKeepOne) {
  const std::string full = FullLine({}, "。");
  PrintedSheet sheet;
  for (int i = 0; i < 4; ++i) sheet.Text(full).Text(full).Text("末行。").Skip(6);
  sheet.Text(full).Skip(6).Text("另一段。");
  const Lines blocks = Blocks({sheet});
  ASSERT_EQ(blocks.size(), 6u);
  EXPECT_EQ(blocks[0], "p " + full + full + "末行。");
  EXPECT_EQ(blocks[4], "p " + full);
}

TEST(PdfLayout, TitlesAndClosingLines) {
  const std::string full = FullLine();
  const auto document = ReadPages({PrintedSheet()
                                       .Center("清溪镇某某工作领导小组关于二〇二四年度", 22)
                                       .Center("工作报告", 22)
                                       .Text(full)
                                       .Text(full)
                                       .Text("到此为止。")
                                       .Right("清溪镇某某小组")
                                       .Right("二〇二五年一月八日")});
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(DescribeAll(*document),
            (Lines{"p 清溪镇某某工作领导小组关于二〇二四年度工作报告",
                   "p " + full + full + "到此为止。", "p 清溪镇某某小组", "p 二〇二五年一月八日"}))
      << "a title that fills its line goes on in the next";
  const auto& formats = document->layout.formats;
  const auto format = [&](std::size_t block) {
    return formats[static_cast<std::size_t>(document->blocks[block].format)];
  };
  EXPECT_EQ(format(0).alignment, Alignment::center);
  EXPECT_EQ(format(0).size, 22);
  EXPECT_EQ(format(1).size, 16);
  EXPECT_EQ(format(3).alignment, Alignment::right);
  EXPECT_EQ(
      Blocks({PrintedSheet().Center("清溪镇", 22).Center("工作报告", 22).Text(full).Text(full)}),
      (Lines{"p 清溪镇", "p 工作报告", "p " + full + full}))
      << "two lines on purpose";
}

TEST(PdfLayout, ParagraphsGoOnOverPages) {
  const std::string full = FullLine();
  PrintedSheet first, second;
  first.Line(280, 40, "内部资料").Text(full).Text(full).Line(290, 780, "— 1 —");
  second.Line(280, 40, "内部资料").Text("到此为止。").Text("下一段。", 2).Line(290, 780, "— 2 —");
  const auto document = ReadPages({first, second});
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(DescribeAll(*document),
            (Lines{"p " + full + full + "到此为止。", "p 下一段。", "a 内部资料"}));
  const auto at = [&](std::string_view words) {
    return document->map.RowAt(static_cast<std::uint32_t>(document->text.find(words)));
  };
  EXPECT_EQ(at("文")->page, 1u);
  EXPECT_EQ(at("到此")->page, 2u) << "a page begins inside a paragraph";
  EXPECT_EQ(at("到此")->paragraph, 1u);
  EXPECT_EQ(at("下一段")->page, 2u);
  EXPECT_EQ(at("下一段")->paragraph, 2u);
}

TEST(PdfLayout, HeadingsAfterAPageThatEndsInAFullLine) {
  const std::string end = FullLine({}, "。");
  const auto pages = [&](std::string_view next, double skip) {
    PrintedSheet first, second;
    first.Text(FullLine()).Text(end);
    second.Text(next).Skip(skip).Text(FullLine()).Text("到此为止。");
    return Blocks({first, second}).size();
  };
  EXPECT_EQ(pages("存在的不足和原因", 0), 3u);
  EXPECT_EQ(pages(FullLine("存在的不足"), 40), 3u) << "the distance after it tells";
  EXPECT_EQ(pages("这一段到这里为止。", 0), 2u) << "the end of the sentence before";
  EXPECT_EQ(pages(FullLine(), 0), 1u) << "the paragraph before goes on";
}

TEST(PdfLayout, MarksThatCloseComeDownTogether) {
  const std::string line = FullLine().substr(9);  // three characters of room
  EXPECT_EQ(Blocks({PrintedSheet().Text(FullLine()).Text("（" + line.substr(3)).Text("字。）")}),
            (Lines{"p " + FullLine() + "（" + line.substr(3) + "字。）"}));
  EXPECT_EQ(Blocks({PrintedSheet().Text(FullLine()).Text(line).Text("字。又一句。")}),
            (Lines{"p " + FullLine() + line, "p 字。又一句。"}));
}

TEST(PdfLayout, ANumberComesDownWithTheGapBeforeIt) {
  // Twenty-seven characters fill the column; a mark behind them hangs out. The line that ends
  // before a number is full although the mark’s width would be left.
  PrintedSheet sheet;
  std::string all = "p ";
  for (int i = 0; i < 7; ++i) {
    sheet.Text(FullLine()).Text(FullLine() + "，");
    all += FullLine() + FullLine() + "，";
  }
  const auto before = FullLine().substr(3);  // with the gap before it 2 did not fit
  sheet.Text(before).Text("2件。");
  EXPECT_EQ(Blocks({sheet}), (Lines{all + before + "2件。"}));
}

TEST(PdfLayout, PageNumbers) {
  for (const std::string_view line : {"— 1 —", "- 12 -", "－３－", "第1页", "第 1 页 共 3 页",
                                      "第1页，共12页", "1/12", "·3·", "—5—", "Page 3 of 7"}) {
    EXPECT_TRUE(LooksLikePageNumber(line, false)) << line;
  }
  for (const std::string_view line : {"12", "2024年", "第1条", "1.2", "共3件", "一、", "(1)项"}) {
    EXPECT_FALSE(LooksLikePageNumber(line, false)) << line;
  }
  EXPECT_TRUE(LooksLikePageNumber("12", true));
}

TEST(PdfLayout, OnlyWhatStandsAtTheEdgeIsFurniture) {
  // A number in the middle of the page is text; so is what two of six pages have at the top.
  std::vector<PrintedSheet> sheets;
  for (int i = 0; i < 6; ++i) {
    PrintedSheet sheet;
    if (i < 2) sheet.Line(80, 60, "附表");
    sheet.Text("这一页的正文" + std::string(static_cast<std::size_t>(i + 1), 'a') + "。");
    sheets.push_back(sheet.Text("— 9 —"));
  }
  const Lines blocks = Blocks(sheets);
  EXPECT_EQ(std::count(blocks.begin(), blocks.end(), "p — 9 —"), 6);
  EXPECT_EQ(std::count(blocks.begin(), blocks.end(), "p 附表"), 2);
}

TEST(PdfLayout, ColumnsAreReadOneAfterTheOther) {
  PrintedSheet sheet;
  sheet.Line(220, 100, "贯通两栏的标题");
  for (int i = 0; i < 7; ++i) {
    const double top = 140 + 28 * i;
    sheet.Line(320, top, i < 6 ? "右右右右右右右右右右右右" : "右末。");
    sheet.Line(80, top, i < 6 ? "左左左左左左左左左左左左" : "左末。");
  }
  std::string left = "p ", right = "p ";
  for (int i = 0; i < 6; ++i) {
    left += "左左左左左左左左左左左左";
    right += "右右右右右右右右右右右右";
  }
  EXPECT_EQ(Blocks({sheet}), (Lines{"p 贯通两栏的标题", left + "左末。", right + "右末。"}));
}

TEST(PdfLayout, TablesComeCellByCell) {
  PrintedSheet sheet;
  sheet.Text("见下表：", 2);
  sheet.Line(80, 200, "序号", 12).Line(150, 200, "事项", 12).Line(400, 200, "数量", 12);
  sheet.Line(80, 230, "1", 12).Line(150, 230, "清理有关文件并且", 12).Line(400, 230, "3件", 12);
  sheet.Line(150, 246, "公布结果", 12);
  // Centred: the first line of the cell stands above the row.
  sheet.Line(150, 276, "组织人员学习规定", 12);
  sheet.Line(80, 284, "2", 12).Line(400, 284, "5次", 12);
  sheet.Line(150, 292, "并且考试", 12);
  sheet.Line(80, 320, "3", 12).Line(150, 320, "其他", 12).Line(400, 320, "无", 12);
  sheet.Line(112, 350, "二、下一个问题");
  EXPECT_EQ(Blocks({sheet}),
            (Lines{"p 见下表：", "c 序号", "c 事项", "c 数量", "c 1", "c 清理有关文件并且公布结果",
                   "c 3件", "c 2", "c 组织人员学习规定并且考试", "c 5次", "c 3", "c 其他", "c 无",
                   "p 二、下一个问题"}));
}

TEST(PdfLayout, StretchedLinesHaveNoBlanks) {
  std::string words;
  for (int i = 0; i < 10; ++i) {
    words += fmt::format("<word xMin=\"{}\" yMin=\"100\" xMax=\"{}\" yMax=\"120\">文</word>",
                         80 + 19 * i, 96 + 19 * i);
  }
  const auto line = [](const std::string& content) {
    return "<doc><page width=\"595\" height=\"842\"><flow><block><line>" + content +
           "</line></block></flow></page></doc>";
  };
  const auto stretched = ParseBboxLayout(line(words), {});
  ASSERT_TRUE(stretched.has_value());
  EXPECT_EQ(stretched->front().lines.front().text, "文文文文文文文文文文");
  const auto blank =
      ParseBboxLayout(line("<word xMin=\"80\" yMin=\"100\" xMax=\"112\" yMax=\"120\">信件</word>"
                           "<word xMin=\"120\" yMin=\"100\" xMax=\"136\" yMax=\"120\">件</word>"
                           "<word xMin=\"140\" yMin=\"100\" xMax=\"172\" yMax=\"120\">2024</word>"),
                      {});
  ASSERT_TRUE(blank.has_value());
  EXPECT_EQ(blank->front().lines.front().text, "信件 件2024") << "a blank, and the space at digits";
}

TEST(PdfLayout, ScansAreUndecided) {
  const PrintedSheet empty, text = PrintedSheet().Text("清溪镇的正文在这一页上。");
  const PrintedSheet number = PrintedSheet().Line(290, 780, "— 2 —");
  for (const auto& sheets : std::vector<std::vector<PrintedSheet>>{
           {}, {empty}, {empty, number}, {text, empty, empty}, {PrintedSheet().Text("某镇")}}) {
    const auto got = ReadPages(sheets);
    ASSERT_FALSE(got.has_value()) << sheets.size();
    EXPECT_EQ(got.error().kind, ErrorKind::undecided);
    EXPECT_NE(got.error().message.zh.find("OCR"), std::string::npos) << got.error().message.zh;
  }
  // A page amid the text would take part of the report with it.
  const auto amid = ReadPages({text, empty, text, number, empty, text, text});
  ASSERT_FALSE(amid.has_value());
  EXPECT_EQ(amid.error().kind, ErrorKind::undecided);
  EXPECT_NE(amid.error().message.zh.find("第 2、4–5 页"), std::string::npos);
  EXPECT_NE(amid.error().message.en.find("2, 4–5"), std::string::npos);
  // Round it stand covers and annexes.
  const auto round = ReadPages({empty, text, text, text, number, empty});
  ASSERT_TRUE(round.has_value());
  ASSERT_EQ(round->notes.size(), 1u);
  EXPECT_NE(round->notes[0].zh.find("第 1、5–6 页"), std::string::npos) << round->notes[0].zh;
}

TEST(PdfLayout, GarbageIsUndecided) {
  const std::string garbage = "\xEE\x80\x80\xEE\x80\x81\xEE\x80\x82\xEF\xBF\xBD";
  const auto bad = ReadPages({PrintedSheet().Text(garbage + garbage + garbage + "文文文文")});
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().kind, ErrorKind::undecided);
  EXPECT_NE(bad.error().message.zh.find("乱码"), std::string::npos);
  EXPECT_TRUE(ReadPages({PrintedSheet().Text(FullLine({}, "\xEE\x80\x80"))}).has_value());
}

TEST(PdfLayout, BrokenOutputIsUnreadable) {
  const std::string whole = BboxLayout({PrintedSheet().Text("清溪镇的正文在这一页上。")});
  const auto end = whole.find("</doc>");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const auto got = ParseBboxLayout(std::string_view(whole).substr(0, at), {});
    EXPECT_EQ(got.has_value(), at >= end + 6) << at;
  }
  ReadLimits limits;
  limits.markup = 100;
  EXPECT_FALSE(ParseBboxLayout(whole, limits).has_value());
}

TEST(PdfLayout, BytesThatShowNothingMakeNoBlock) {
  const std::string text = "清溪镇的正文在这一页上。";
  EXPECT_EQ(Blocks({PrintedSheet().Text(text).Skip(100).Text("\xFF")}), Lines{"p " + text});
}

TEST(PdfLayout, EdgesMayStandTheWrongWayRound) {
  const auto read = [](std::string_view top, std::string_view bottom) {
    std::string xml = "<doc><page width=\"595\" height=\"842\"><flow><block>";
    for (const std::string_view text : {"清溪镇的正文", "在这一页上"}) {
      xml +=
          fmt::format("<line><word xMin=\"80\" xMax=\"160\" {}=\"100\" {}=\"120\">{}</word></line>",
                      top, bottom, text);
    }
    auto pages = ParseBboxLayout(xml + "</block></flow></page></doc>", {});
    EXPECT_TRUE(pages.has_value());
    const auto document = WritePages("pdf", std::move(*pages), {});
    return document ? DescribeAll(*document) : Lines{document.error().message.zh};
  };
  EXPECT_EQ(read("yMax", "yMin"), read("yMin", "yMax"));
}

TEST(PdfLayout, HostileNumbersAreSurvived) {
  for (const std::string_view number : {"1e308", "-1e308", "nan", "inf", "-0", "99999999999999"}) {
    std::string xml = "<doc>";
    for (int page = 0; page < 3; ++page) {
      xml += fmt::format("<page width=\"{0}\" height=\"{0}\"><flow><block>", number);
      for (int i = 0; i < 20; ++i) {
        xml += fmt::format(
            "<line><word xMin=\"{0}\" yMin=\"{1}\" xMax=\"{1}\" yMax=\"{0}\">清溪镇的正文</word>"
            "<word xMin=\"{1}\" yMin=\"{0}\" xMax=\"{0}\" yMax=\"{1}\">ab</word></line>",
            number, i);
      }
      xml += "</block></flow></page>";
    }
    auto pages = ParseBboxLayout(xml + "</doc>", {});
    ASSERT_TRUE(pages.has_value()) << number;
    const auto document = WritePages("pdf", std::move(*pages), {});
    if (document) {
      EXPECT_EQ(BrokenInvariant(*document), "") << number;
    }
  }
}

}  // namespace
}  // namespace hegao
