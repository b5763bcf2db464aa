#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "formats/ofd/geometry.h"
#include "formats/ofd/package.h"
#include "formats/registry.h"
#include "stored_zip.h"
#include "visible_text.h"

namespace hegao {
namespace {

using Lines = std::vector<std::string>;

/// A TextObject of `size` millimetres whose first character stands at x, with its base at y.
std::string At(double x, double y, std::string_view text, std::string_view more = "",
               double size = 5) {
  return "<ofd:TextObject Boundary='" + std::to_string(x) + ' ' + std::to_string(y - size) +
         " 100 10' Font='1' Size='" + std::to_string(size) + "' " + std::string(more) +
         "><ofd:TextCode X='0' Y='" + std::to_string(size) + "'>" + std::string(text) +
         "</ofd:TextCode></ofd:TextObject>";
}

std::string Page(std::string_view objects, std::string_view before = "") {
  return "<ofd:Page xmlns:ofd='o'>" + std::string(before) + "<ofd:Content><ofd:Layer>" +
         std::string(objects) + "</ofd:Layer></ofd:Content></ofd:Page>";
}

constexpr std::string_view kRoot =
    "<ofd:OFD xmlns:ofd='o' Version='1.0'><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml"
    "</ofd:DocRoot></ofd:DocBody></ofd:OFD>";

/// A package of these pages; `common` goes into CommonData, `more` are further entries.
std::string Ofd(const std::vector<std::string>& pages, std::string_view common = "",
                const std::vector<StoredEntry>& more = {}) {
  std::vector<StoredEntry> entries = {{"OFD.xml", std::string(kRoot)}};
  std::string list;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string name = "Pages/P" + std::to_string(i) + "/Content.xml";
    list += "<ofd:Page ID='" + std::to_string(i) + "' BaseLoc='" + name + "'/>";
    entries.push_back({"Doc_0/" + name, pages[i]});
  }
  entries.push_back({"Doc_0/Document.xml",
                     "<ofd:Document xmlns:ofd='o'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
                     "0 0 210 297</ofd:PhysicalBox></ofd:PageArea>" +
                         std::string(common) + "</ofd:CommonData><ofd:Pages>" + list +
                         "</ofd:Pages></ofd:Document>"});
  entries.insert(entries.end(), more.begin(), more.end());
  return StoredZip(entries);
}

Lines OfdLinesOf(const std::string& bytes) { return DescribeAll(ReadOrFail("a.ofd", bytes)); }

/// Enough text for a page not to be taken for a scan.
const std::string kTitle = At(60, 40, "清溪镇某年度工作报告", "", 7);

TEST(OfdGeometry, Deltas) {
  const struct {
    std::string_view text;
    std::vector<double> values;
  } kCases[] = {
      {"", {}},   {"1 2.5", {1, 2.5}}, {"g 3 2 1", {2, 2, 2, 1}}, {" g 2 -1\t4 ", {-1, -1, 4}},
      {"g", {0}}, {"g x 7", {7}},      {"nan 1e999 x", {0, 0, 0}}};
  for (const auto& c : kCases) {
    OfdDeltas deltas(c.text);
    std::vector<double> values;
    while (const auto value = deltas.Next()) values.push_back(*value);
    EXPECT_EQ(values, c.values) << c.text;
  }
  OfdDeltas endless("g 999999999999 2");
  EXPECT_EQ(endless.Next(), 2);
}

TEST(OfdGeometry, Locations) {
  const struct {
    std::string_view from, location, name;
  } kCases[] = {{"", "OFD.xml", "OFD.xml"},
                {"Doc_0/Document.xml", "Pages/P.xml", "Doc_0/Pages/P.xml"},
                {"Doc_0/Document.xml", "./Res/../A.xml", "Doc_0/A.xml"},
                {"Doc_0/Document.xml", "/Doc_1/A.xml", "Doc_1/A.xml"},
                {"Doc_0/Document.xml", "Res\\A.xml", "Doc_0/Res/A.xml"},
                {"a/b", "../../../../etc/passwd", "etc/passwd"}};
  for (const auto& c : kCases) {
    EXPECT_EQ(ResolveOfdLocation(c.from, c.location), c.name) << c.location;
  }
}

TEST(Ofd, ReadingOrder) {
  // Drawn from the bottom, in pieces, one of them twice; the base lines are not quite level.
  const std::string page = Page(At(30, 80, "二、下步打算") + At(55, 60.4, "及成效") + kTitle +
                                At(30, 60, "一、主要") + At(50, 60, "做") + At(50.2, 60, "做"));
  EXPECT_EQ(OfdLinesOf(Ofd({page})),
            (Lines{"p 清溪镇某年度工作报告", "p 一、主要做及成效", "p 二、下步打算"}));
}

TEST(Ofd, TextInsideOneObject) {
  const auto object = [](std::string_view deltas, std::string_view text) {
    return "<ofd:TextObject Boundary='30 60 100 10' Size='5'><ofd:TextCode X='0' Y='5' " +
           std::string(deltas) + ">" + std::string(text) + "</ofd:TextCode></ofd:TextObject>";
  };
  const struct {
    std::string object;
    Lines lines;
  } kCases[] = {
      {object("DeltaX='g 3 5'", "全年工作"), {"p 全年工作"}},
      {object("DeltaX='5 9 5'", "全年工作"), {"p 全年 工作"}},
      {object("DeltaX='5 30 5'", "全年工作"), {"p 全年", "p 工作"}},
      {object("DeltaX='g 3 0' DeltaY='g 3 5'", "全年工作"), {"p 全年工作"}},
      {object("DeltaX='g 99999 5'", "全年&lt;工作"), {"p 全年<工作"}},
      {object("", "全年工作"), {"p 全年工作"}},
      {"<ofd:TextObject Boundary='30 60 9 9' Size='5' Visible='false'><ofd:TextCode X='0' Y='5'>"
       "不见</ofd:TextCode></ofd:TextObject>",
       {}},
      {"<ofd:PageBlock><ofd:PageBlock>" + At(30, 60, "块内") + "</ofd:PageBlock></ofd:PageBlock>",
       {"p 块内"}},
  };
  for (const auto& c : kCases) {
    Lines expected = {"p 清溪镇某年度工作报告"};
    expected.insert(expected.end(), c.lines.begin(), c.lines.end());
    EXPECT_EQ(OfdLinesOf(Ofd({Page(kTitle + c.object)})), expected) << c.object;
  }
}

TEST(Ofd, LinesInsideOneObject) {
  const std::string object =
      "<ofd:TextObject Boundary='30 60 100 40' Size='5'><ofd:TextCode X='0' Y='5' "
      "DeltaX='5 -5 5' DeltaY='0 30 0'>全年工作</ofd:TextCode></ofd:TextObject>";
  std::string text = ReadOrFail("a.ofd", Ofd({Page(kTitle + object + At(30, 80, "其间"))})).text;
  std::erase(text, '\n');
  EXPECT_EQ(text, "清溪镇某年度工作报告全年其间工作");
}

/// 26 characters that fill a line from x = 30 to 160, the first two of them blank if `first`.
std::string Full(double y, bool first, char32_t begin) {
  std::string text;
  for (int i = 0; i < (first ? 24 : 26); ++i) AppendUtf8(text, begin + static_cast<char32_t>(i));
  return At(first ? 40 : 30, y, text);
}

TEST(Ofd, ParagraphsGoOnOverPages) {
  std::string first = kTitle;
  for (int i = 0; i < 8; ++i) first += Full(60 + 9 * i, i == 0, U'一');
  first += At(150, 285, "— 1 —");
  const std::string second =
      Page(At(30, 40, "终了。") + At(40, 49, "另段文字") + At(150, 285, "— 2 —"));
  const RawDocument document = ReadOrFail("a.ofd", Ofd({Page(first), second}));
  ASSERT_EQ(document.blocks.size(), 3u);
  const std::string body = Shown(document.text, document.blocks[1].pieces);
  EXPECT_TRUE(body.ends_with("终了。")) << body;
  const auto page = [&](std::string_view word) {
    return document.map.RowAt(static_cast<std::uint32_t>(document.text.find(word)))->page;
  };
  EXPECT_EQ(page("清溪镇"), 1u);
  EXPECT_EQ(page("终了"), 2u);
  EXPECT_EQ(page("另段"), 2u);
  const auto* origin =
      document.map.OriginAt(static_cast<std::uint32_t>(document.text.find("终了")));
  ASSERT_NE(origin, nullptr);
  EXPECT_EQ(document.map.parts[origin->part], "Doc_0/Pages/P1/Content.xml");
  EXPECT_EQ(second.substr(origin->node, std::string_view("终了").size()), "终了");
}

TEST(Ofd, TemplatesAndFonts) {
  const std::string common =
      "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID='7' BaseLoc='T/T.xml'/>";
  const std::string uses = "<ofd:Template TemplateID='7'/>";
  const std::vector<StoredEntry> more = {
      {"Doc_0/PublicRes.xml",
       "<ofd:Res xmlns:ofd='o'><ofd:Fonts><ofd:Font ID='1' FontName='黑体' Bold='true'/>"
       "</ofd:Fonts></ofd:Res>"},
      {"Doc_0/T/T.xml", Page(At(90, 150, "清溪镇人民政府"))}};
  // On one page it is that page's text, on several it is furniture.
  const RawDocument one = ReadOrFail("a.ofd", Ofd({Page(kTitle, uses)}, common, more));
  EXPECT_EQ(DescribeAll(one), (Lines{"p* 清溪镇某年度工作报告", "p* 清溪镇人民政府"}));
  ASSERT_GE(one.blocks[0].format, 0);
  const TextFormat& format = one.layout.formats[static_cast<std::size_t>(one.blocks[0].format)];
  EXPECT_EQ(format.font, "黑体");
  EXPECT_NEAR(format.size, 20, 0.5);  // 7 mm
  EXPECT_TRUE(format.bold);
  EXPECT_EQ(OfdLinesOf(Ofd({Page(kTitle, uses), Page(kTitle, uses)}, common, more)).back(),
            "a* 清溪镇人民政府");
}

TEST(Ofd, CompositeObjectsAndTransformations) {
  const std::string common = "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>";
  const auto unit = [](int id, const std::string& content) {
    return "<ofd:CompositeGraphicUnit ID='" + std::to_string(id) + "'><ofd:Content>" + content +
           "</ofd:Content></ofd:CompositeGraphicUnit>";
  };
  const auto use = [](int id) {
    return "<ofd:CompositeObject ResourceID='" + std::to_string(id) +
           "' Boundary='0 100 210 100' CTM='0.5 0 0 0.5 0 0'/>";
  };
  const auto resources = [](const std::string& units) {
    return std::vector<StoredEntry>{{"Doc_0/Res.xml", "<Res><CompositeGraphicUnits>" + units +
                                                          "</CompositeGraphicUnits></Res>"}};
  };
  EXPECT_EQ(OfdLinesOf(Ofd({Page(use(5) + kTitle + At(30, 200, "末行"))}, common,
                           resources(unit(5, At(60, 100, "合成内容", "", 10))))),
            (Lines{"p 清溪镇某年度工作报告", "p 合成内容", "p 末行"}));
  // One that holds itself, and ones that multiply.
  std::string many = unit(1, At(0, 0, "多"));
  for (int id = 2; id < 9; ++id) {
    std::string content;
    for (int i = 0; i < 20; ++i) content += use(id - 1);
    many += unit(id, content);
  }
  for (const std::string& units : {unit(8, use(8)), many}) {
    const auto got = ReadDocument("a.ofd", Ofd({Page(kTitle + use(8))}, common, resources(units)));
    ASSERT_FALSE(got.has_value());
    EXPECT_NE(got.error().message.zh.find("复合对象"), std::string::npos);
  }
}

TEST(Ofd, SeveralDocuments) {
  const std::string document =
      "<Document><CommonData/><Pages><Page BaseLoc='P.xml'/></Pages></Document>";
  const std::string root =
      "<OFD><DocBody><DocRoot>A/D.xml</DocRoot></DocBody><DocBody><DocRoot>B/D.xml</DocRoot>"
      "</DocBody></OFD>";
  EXPECT_EQ(OfdLinesOf(StoredZip({{"OFD.xml", root},
                                  {"A/D.xml", document},
                                  {"A/P.xml", Page(kTitle)},
                                  {"B/D.xml", document},
                                  {"B/P.xml", Page(At(30, 60, "一、另一份文件的内容"))}})),
            (Lines{"p 清溪镇某年度工作报告", "p 一、另一份文件的内容"}));
}

TEST(Ofd, Refused) {
  const struct {
    std::string bytes, zh;
    ErrorKind kind = ErrorKind::unreadable;
  } kCases[] = {
      {Ofd({Page("<ofd:ImageObject ResourceID='4'/>")}), "OCR", ErrorKind::undecided},
      {Ofd({Page(kTitle), "<broken"}), "“Doc_0/Pages/P1/Content.xml”不是完整"},
      {Ofd({}), "没有文档"},
      {StoredZip({{"OFD.xml", "<OFD/>"}}), "没有文档"},
      {StoredZip({{"OFD.xml", std::string(kRoot)}}), "缺少“Doc_0/Document.xml”"},
      {StoredZip({{"OFD.xml", "<a"}, {"Encryptions.xml", "<a/>"}}), "加了密码"},
      {StoredZip({{"OFD.xml", "<!DOCTYPE a><a/>"}}), "DOCTYPE"},
  };
  for (const auto& c : kCases) {
    const auto got = ReadDocument("a.ofd", c.bytes);
    ASSERT_FALSE(got.has_value()) << c.zh;
    EXPECT_EQ(got.error().kind, c.kind) << c.zh;
    EXPECT_NE(got.error().message.zh.find(c.zh), std::string::npos) << got.error().message.zh;
  }
}

TEST(Ofd, OddNumbersDoNotCrash) {
  for (const std::string_view odd : {"nan", "inf", "-1e308", "1e308", "", "x", "99999999999999"}) {
    const std::string value(odd);
    const std::string object = "<ofd:TextObject Boundary='" + value + " " + value + "' Size='" +
                               value + "' CTM='" + value + " 0 0 " + value + " 0 0' HScale='" +
                               value + "' Font='" + value + "'><ofd:TextCode X='" + value +
                               "' Y='" + value + "' DeltaX='g " + value + " " + value +
                               "'>清溪镇某年度工作报告\xFF</ofd:TextCode></ofd:TextObject>";
    const auto got = ReadDocument("a.ofd", Ofd({Page(object)}));
    if (got) {
      EXPECT_EQ(BrokenInvariant(*got), "") << odd;
    }
  }
}

TEST(Ofd, CutFilesDoNotCrash) { ReadEveryCut("a.ofd", Ofd({Page(kTitle)})); }

}  // namespace
}  // namespace hegao
