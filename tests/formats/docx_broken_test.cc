// Word documents of other producers, damaged ones, and ones made to do harm.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "docx_text.h"
#include "formats/docx/package.h"

namespace hegao {
namespace {

std::string Refusal(const std::string& bytes) {
  const Result<RawDocument> got = ReadDocument("a.docx", bytes);
  if (got) return "read: " + got->text;
  EXPECT_EQ(got.error().kind, ErrorKind::unreadable);
  EXPECT_FALSE(got.error().message.en.empty());
  return got.error().message.zh;
}

TEST(DocxPackage, TargetsOfRelationships) {
  const struct {
    std::string_view source, target, name;
  } kCases[] = {{"", "word/document.xml", "word/document.xml"},
                {"", "/word/document.xml", "word/document.xml"},
                {"word/document.xml", "styles.xml", "word/styles.xml"},
                {"word/document.xml", "../a/./b.xml", "a/b.xml"},
                {"word/document.xml", "..\\a.xml", "a.xml"},
                {"word/document.xml", "../../../etc/passwd", "etc/passwd"},
                {"", "", ""}};
  for (const auto& c : kCases) EXPECT_EQ(ResolveTarget(c.source, c.target), c.name) << c.target;
}

TEST(DocxPackage, TheMainPartIsNotAMatterOfItsName) {
  const std::string body = "<w:body>" + P("甲") + "</w:body>";
  const std::string main = WordRoot("document", body);
  const std::string strict =
      "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r>"
      "<x:t>甲</x:t></x:r></x:p></x:body></x:document>";
  const std::string bare =
      "<document xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><body><p>"
      "<r><t>甲</t></r></p></body></document>";
  const std::string root = RelationshipsXml(RelationshipXml("m", "officeDocument", "/a/b.xml"));
  const std::string types =
      "<Types><Default ContentType=\"application/xml\"/><Override PartName=\"/a/b.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document."
      "main+xml\"/></Types>";
  const std::vector<StoredEntry> kPackages[] = {
      {{"[Content_Types].xml", types}, {"_rels/.rels", root}, {"a/b.xml", main}},
      {{"[Content_Types].xml", types}, {"_rels/.rels", root}, {"a/b.xml", strict}},
      {{"[Content_Types].xml", types}, {"_rels/.rels", root}, {"a/b.xml", bare}},
      {{"[Content_Types].xml", types}, {"a/b.xml", main}},
      {{"[Content_Types].xml", types}, {"_rels/.rels", "<broken"}, {"a/b.xml", main}},
      {{"word/document.xml", main}},
      {{"WORD/Document.XML", main}},
  };
  for (const auto& package : kPackages) {
    EXPECT_EQ(Lines(ReadOrFail("a.txt", StoredZip(package))), std::vector<std::string>{"甲"})
        << package.front().data;
  }
}

TEST(DocxPackage, ManyEntriesBeforeTheDocument) {
  std::vector<StoredEntry> entries;
  for (int i = 0; i < 300; ++i) entries.push_back({"media/" + std::to_string(i), "x"});
  for (StoredEntry& entry : DocxEntries(P("甲"))) entries.push_back(std::move(entry));
  EXPECT_EQ(Lines(ReadOrFail("a", StoredZip(entries))), std::vector<std::string>{"甲"});
}

TEST(DocxPackage, Unreadable) {
  const auto changed = [](std::string_view name, std::string data,
                          const std::vector<DocxPart>& parts = {}, std::string_view body = {}) {
    std::vector<StoredEntry> entries = DocxEntries(P("甲") + std::string(body), parts);
    std::erase_if(entries, [&](const StoredEntry& entry) { return entry.name == name; });
    if (!data.empty()) entries.push_back({std::string(name), std::move(data)});
    return StoredZip(entries);
  };
  std::string wrong_crc = Docx(P("甲乙丙"));
  wrong_crc[wrong_crc.find("甲")] ^= 1;
  std::string encrypted = Docx(P("甲"));
  for (std::size_t at = 0; (at = encrypted.find("PK\x03\x04", at)) != std::string::npos; ++at) {
    encrypted[at + 6] |= 1;
  }
  for (std::size_t at = 0; (at = encrypted.find("PK\x01\x02", at)) != std::string::npos; ++at) {
    encrypted[at + 8] |= 1;
  }
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 10'000; ++i) deep += "</w:sdt>";
  const std::string note = "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>";
  const std::string header =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r0\"/></w:sectPr>";
  const struct {
    std::string_view what;
    std::string bytes;
    std::string_view zh;
  } kCases[] = {
      {"no main part", changed("word/document.xml", "", {{"styles", "styles.xml", "<s/>"}}),
       "没有 Word 文档的正文"},
      {"another root", changed("word/document.xml", "<workbook/>"), "不是 Word 文档"},
      {"cut XML", changed("word/document.xml", "<w:document><w:body>"), "不是完整的 XML"},
      {"entities", changed("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document/>"),
       "DOCTYPE"},
      {"deep nesting", Docx(deep), "嵌套超过"},
      {"wrong checksum", wrong_crc, "损坏"},
      {"password", encrypted, "密码"},
      {"broken numbering", Docx(P("甲"), {{"numbering", "numbering.xml", "<w:numbering>"}}),
       "numbering.xml"},
      {"broken styles", Docx(P("甲"), {{"styles", "styles.xml", "<w:styles>"}}), "styles.xml"},
      {"broken relationships", changed("word/_rels/document.xml.rels", "<R"), "document.xml.rels"},
      {"broken footnotes", Docx(note, {{"footnotes", "footnotes.xml", "<"}}), "footnotes.xml"},
      {"broken header", Docx(P("甲") + header, {{"header", "h.xml", "<"}}), "h.xml"},
  };
  for (const auto& c : kCases) {
    EXPECT_NE(Refusal(c.bytes).find(c.zh), std::string::npos) << c.what << ": " << Refusal(c.bytes);
  }
}

TEST(DocxPackage, PartsThatAreNoTextMayBeBrokenOrMissing) {
  for (const DocxPart& part : std::vector<DocxPart>{{"theme", "theme.xml", "<"},
                                                    {"footnotes", "footnotes.xml", "<"},
                                                    {"comments", "comments.xml", "<"},
                                                    {"settings", "settings.xml", "<"},
                                                    {"header", "unused.xml", "<"}}) {
    const RawDocument document = ReadDocxOrFail(P("甲"), {part});
    EXPECT_EQ(Lines(document), std::vector<std::string>{"甲"}) << part.type;
    EXPECT_TRUE(document.notes.empty()) << part.type;
  }
  std::vector<StoredEntry> entries = DocxEntries(P("甲"), {{"styles", "styles.xml", "<x/>"}});
  entries.pop_back();
  EXPECT_EQ(Lines(ReadOrFail("a.docx", StoredZip(entries))), std::vector<std::string>{"甲"});
}

TEST(DocxPackage, NoTextIsUndecided) {
  for (const std::string_view body : {"", "<w:p/>", "<w:p><w:r><w:t> </w:t></w:r></w:p>"}) {
    const Result<RawDocument> got = ReadDocument("a.docx", Docx(body));
    ASSERT_FALSE(got.has_value());
    EXPECT_EQ(got.error().kind, ErrorKind::undecided);
  }
}

TEST(DocxHostile, CutAndChangedAnywhere) {
  const std::string note =
      "<w:footnotes><w:footnote w:id=\"1\"><w:p><w:r><w:t>注</w:t></w:r></w:p>"
      "</w:footnote></w:footnotes>";
  const std::string sample =
      Docx("<w:p>" + R("清溪镇", "<w:b/>") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>" +
               "<w:tbl><w:tr><w:tc>" + P("乙") + "</w:tc></w:tr></w:tbl>",
           {{"footnotes", "footnotes.xml", note}});
  ReadEveryCut("a.docx", sample);
  for (std::size_t at = 0; at < sample.size(); ++at) {
    std::string changed = sample;
    changed[at] = static_cast<char>(changed[at] ^ 0x15);
    const Result<RawDocument> document = ReadDocument("a.docx", changed);
    if (document) {
      EXPECT_EQ(BrokenInvariant(*document), "") << at;
    }
  }
}

TEST(DocxHostile, WhatRepeatsIsWrittenOnce) {
  std::string body;
  for (int i = 0; i < 2'000; ++i) {
    body += "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>";
  }
  body += P("甲");
  const std::string text(2'000, 'x');
  const RawDocument document = ReadDocxOrFail(
      body, {{"footnotes", "footnotes.xml",
              WordRoot("footnotes", "<w:footnote w:id=\"1\">" + P(text) + "</w:footnote>")}});
  EXPECT_LT(document.text.size(), 3 * text.size());
}

TEST(DocxHostile, ManyOfWhatIsSoughtAmongAll) {
  // Thousands of looks, of fields that never end, of headers: each is compared with few others.
  std::string body;
  std::vector<DocxPart> headers;
  for (int i = 0; i < 2'000; ++i) {
    const std::string id = std::to_string(i);
    body += "<w:p>" + R("甲", "<w:rFonts w:eastAsia=\"字" + id + "\"/>") +
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>";
    headers.push_back({"header", "h" + id + ".xml", WordRoot("hdr", "")});
  }
  const RawDocument document = ReadDocxOrFail(body);
  EXPECT_EQ(document.blocks.size(), 2'000u);
  EXPECT_LE(document.layout.formats.size(), 512u);
  EXPECT_EQ(document.blocks.back().format, -1);
  for (int i = 0; i < 2'000; ++i) {
    body += "<w:p><w:pPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\"r" +
            std::to_string(i) + "\"/></w:sectPr></w:pPr></w:p>";
  }
  EXPECT_NE(Refusal(Docx(body, headers)).find("页眉和页脚多得反常"), std::string::npos);
}

TEST(DocxHostile, UnevenFieldsAndRanges) {
  std::string begins, ends;
  for (int i = 0; i < 5'000; ++i) {
    begins += "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    ends += "<w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>";
  }
  EXPECT_EQ(Lines(ReadDocxOrFail("<w:p>" + begins + "</w:p>" + P("甲") + "<w:p>" + ends + R("乙") +
                                 "<w:commentRangeEnd w:id=\"5\"/></w:p>")),
            (std::vector<std::string>{"", "甲", "乙"}));
}

}  // namespace
}  // namespace hegao
