#include "formats/registry.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "visible_text.h"

namespace hegao {
namespace {

using std::string_literals::operator""s;

std::string ZipEntry(const std::string& name, const std::string& data = {}) {
  return "PK\x03\x04"s + std::string(22, '\0') + static_cast<char>(name.size()) + "\0\0\0"s + name +
         data;
}

std::string Wide(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide += {c, '\0'};
  return wide;
}

TEST(Registry, EveryFormatIsDescribed) {
  for (const Format& format : Formats()) {
    EXPECT_FALSE(format.name.empty());
    EXPECT_FALSE(format.summary.zh.empty()) << format.name;
    EXPECT_FALSE(format.summary.en.empty()) << format.name;
    ASSERT_FALSE(format.extensions.empty()) << format.name;
    const std::string path = "报告" + std::string(format.extensions.front());
    EXPECT_TRUE(IsReportFileName(path)) << path;
    if (format.sniff == nullptr) continue;  // told by its container, not by these bytes
    EXPECT_EQ(ReadOrFail(path, "<p>某镇").format, format.name);
  }
}

TEST(Registry, ContentDecidesBeforeTheExtension) {
  const struct {
    std::string path, bytes, format;
  } kCases[] = {
      {"a.txt", "某镇报告", "text"},
      {"a", "某镇报告", "text"},
      {"a.TXT", "  <!DOCTYPE html><p>某镇", "html"},
      {"a.md", "\xEF\xBB\xBF<html><p>某镇", "html"},
      {"a.txt", "<!-- x --><?xml version=\"1.0\"?>\n<HTML lang=zh><p>某镇", "html"},
      {"a", "<div><p>某镇</p></div>", "html"},
      {"a.md", "<div><p>某镇</p></div>\n\n# 一", "markdown"},
      {"a.txt", "若 a<b 则 <某镇> <x>", "text"},
      {"a.html", "某镇报告，没有标签", "text"},
      {"a.HTM", "某镇<br>报告", "html"},
      {"a.Markdown", "某镇", "markdown"},
      {"a.txt", "\xFF\xFE" + Wide("<html><p>text"), "html"},
      {"a.txt", ZipEntry("[Content_Types].xml") + ZipEntry("word/document.xml"), "docx"},
      {"a.txt", ZipEntry("mimetype", "application/vnd.oasis.opendocument.text"), "odt"},
      {"a.docx", ZipEntry("OFD.xml"), "ofd"},
      {"a.docx", ZipEntry("xl/workbook.xml"), "xlsx"},
      {"a.zip", ZipEntry("a.txt"), "zip"},
      {"a.zip", "PK\x03\x04", "zip"},
      {"a.doc", "\xD0\xCF\x11\xE0" + Wide("WordDocument"), "doc"},
      {"a.wps", "\xD0\xCF\x11\xE0" + Wide("WordDocument"), "wps"},
      {"a.docx", "\xD0\xCF\x11\xE0" + Wide("EncryptedPackage"), "docx"},
      {"a.txt", "%PDF-1.7\n", "pdf"},
      {"a.doc", "{\\rtf1\\ansi", "rtf"},
      {"a.txt", "\x89PNG\r\n\x1A\n", "png"},
      {"a.txt", "\xFF\xD8\xFF\xE0", "jpeg"},
      {"a.txt",
       "\x7F"
       "ELF\x02",
       "binary"},
      {"a.txt", "\x1F\x8B\x08", "binary"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(FormatName(c.path, c.bytes), c.format) << c.path << ' ' << c.bytes;
  }
}

TEST(Registry, UnreadFormatsSayWhatToDo) {
  const struct {
    std::string bytes, zh;
  } kCases[] = {{ZipEntry("xl/workbook.xml"), "电子表格"},
                {"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>", "另存为"},
                {ZipEntry("a.txt"), "压缩包"},
                {"\xD0\xCF\x11\xE0" + Wide("EncryptedPackage"), "密码"},
                {"\x89PNG\r\n", "图片"},
                {"\x7F"
                 "ELF",
                 "二进制"},
                {"某镇\0报告\0\0"s, ""}};
  for (const auto& c : kCases) {
    const Result<RawDocument> got = ReadDocument("a.txt", c.bytes);
    ASSERT_FALSE(got.has_value()) << c.bytes;
    EXPECT_EQ(got.error().kind, ErrorKind::unreadable);
    EXPECT_NE(got.error().message.zh.find(c.zh), std::string::npos) << got.error().message.zh;
    EXPECT_FALSE(got.error().message.en.empty());
  }
}

TEST(Registry, NoTextIsUndecided) {
  for (const std::string_view path : {"a.txt", "a.md", "a.html"}) {
    for (const std::string_view bytes :
         {"", " \r\n\t\n", "\xEF\xBB\xBF", "\xE3\x80\x80\n\xC2\xA0",
          "<!DOCTYPE html><title>题</title><script>var 甲;</script><p>&nbsp;</p>"}) {
      const Result<RawDocument> got = ReadDocument(path, std::string(bytes));
      ASSERT_FALSE(got.has_value()) << path << ' ' << bytes;
      EXPECT_EQ(got.error().kind, ErrorKind::undecided) << path << ' ' << bytes;
    }
  }
}

TEST(Registry, ForcedFormatAndEncoding) {
  EXPECT_EQ(
      ReadDocument("a.html", "<p>某镇", {.encoding = "", .forced_format = "text", .limits = {}})
          ->format,
      "text");
  EXPECT_EQ(ReadDocument("a", "# 某镇", {.encoding = "", .forced_format = "markdown", .limits = {}})
                ->blocks[0]
                .level,
            1);
  EXPECT_EQ(
      ReadDocument("a", "\xC4\xB3\xD5\xF2", {.encoding = "GBK", .forced_format = "", .limits = {}})
          ->text,
      "某镇");
  for (const ReadOptions& options :
       {ReadOptions{.encoding = "", .forced_format = "no-such", .limits = {}},
        ReadOptions{.encoding = "no-such", .forced_format = "", .limits = {}}}) {
    const Result<RawDocument> got = ReadDocument("a", "某镇", options);
    ASSERT_FALSE(got.has_value());
    EXPECT_EQ(got.error().kind, ErrorKind::usage);
  }
}

TEST(Registry, ReportFileNames) {
  for (const std::string_view yes :
       {"a.txt", "x/y/报告.md", "a.HTML", "a.htm", "a.markdown", "a.docx", "a.doc", "a.wps",
        "a.odt", "a.pdf", "a.ofd", "a.RTF", "x.bak/a.txt", ".git/a.txt", "我的README.md"}) {
    EXPECT_TRUE(IsReportFileName(yes)) << yes;
  }
  for (const std::string_view no :
       {"", "a", "txt", ".txt", ".a.txt", "a.txt~", "a.txt.bak", "~$a.docx", "#a.txt#", "README.md",
        "readme.txt", "README.zh-CN.md", "LICENSE.txt", "CHANGELOG.md", "CONTRIBUTING.md", "a.yaml",
        "a.png", "a.txt/"}) {
    EXPECT_FALSE(IsReportFileName(no)) << no;
  }
}

TEST(Registry, TextLines) {
  ExpectBlocks("a.txt", {{"甲\n乙", {"l 甲", "l 乙"}},
                         {"甲\r\n\r\n \xE3\x80\x80\r\n  乙\r\n", {"l 甲", "l   乙"}},
                         {"甲\r乙\r\n丙\r", {"l 甲", "l 乙", "l 丙"}},
                         {"# 甲 <b>&amp;", {"l # 甲 <b>&amp;"}}});
  ReadEveryCut("a.txt", "一、某镇\r\n\r\n（二）乙\r丙\n\xE3\x80\x80\n");
}

}  // namespace
}  // namespace hegao
