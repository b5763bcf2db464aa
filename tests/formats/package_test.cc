#include <gtest/gtest.h>
#include <sys/resource.h>
#include <zip.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/package/xml_part.h"
#include "formats/package/zip_archive.h"
#include "raw_zip.h"

namespace hegao {
namespace {

using std::string_literals::operator""s;

constexpr std::size_t kMega = std::size_t{1} << 20;

/// What libzip itself writes: deflated, or encrypted where a method is given.
std::string Deflated(const std::vector<std::pair<std::string, std::string>>& entries,
                     std::uint16_t encryption = ZIP_EM_NONE) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, data] : entries) {
    zip_source_t* source = zip_source_buffer(zip, data.data(), data.size(), 0);
    const auto index = zip_file_add(zip, name.c_str(), source, 0);
    if (encryption != ZIP_EM_NONE) {
      zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), encryption, "x");
    }
  }
  EXPECT_EQ(zip_close(zip), 0);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

Result<std::string> ReadEntry(std::string bytes, std::string_view name,
                              const ReadLimits& limits = {}, std::size_t limit = 64 * kMega) {
  auto archive = ZipArchive::Open(std::move(bytes), limits);
  if (!archive) return tl::unexpected(archive.error());
  return archive->Read(name, limit);
}

/// The entry cannot be read, and the sentence holds these words.
void ExpectRefused(const Result<std::string>& got, std::string_view zh) {
  ASSERT_FALSE(got.has_value()) << got->size() << " bytes read; expected: " << zh;
  EXPECT_EQ(got.error().kind, ErrorKind::unreadable);
  EXPECT_NE(got.error().message.zh.find(zh), std::string::npos) << got.error().message.zh;
  EXPECT_FALSE(got.error().message.en.empty());
}

long PeakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

TEST(ZipArchive, ReadsWhatIsThere) {
  const std::string text(3000, 'a');
  const struct {
    const char* what;
    std::string bytes;
  } kCases[] = {
      {"stored", RawZip({{.name = "x", .data = "1"}, {.name = "a/b.xml", .data = text}})},
      {"deflated", Deflated({{"x", "1"}, {"a/b.xml", text}})},
      {"data descriptor", RawZip({{.name = "x", .data = "1", .data_descriptor = true},
                                  {.name = "a/b.xml", .data = text, .data_descriptor = true}})},
      {"zip64",
       RawZip({{.name = "x", .data = "1"}, {.name = "a/b.xml", .data = text}}, {.zip64 = true})},
      {"another case", RawZip({{.name = "A/B.XML", .data = text}})},
      {"backslashes", RawZip({{.name = "a\\b.xml", .data = text}})},
      {"the exact name goes first",
       RawZip({{.name = "A/b.xml", .data = "no"}, {.name = "a/b.xml", .data = text}})},
      {"the first of two", RawZip({{.name = "a/b.xml", .data = text},
                                   {.name = "A/B.xml", .data = "no"},
                                   {.name = "a/b.xml", .data = "no"}})},
  };
  for (const auto& c : kCases) {
    auto archive = ZipArchive::Open(c.bytes, {});
    ASSERT_TRUE(archive.has_value()) << c.what;
    EXPECT_TRUE(archive->Has("a/b.xml")) << c.what;
    EXPECT_FALSE(archive->Has("b.xml")) << c.what;
    const auto got = archive->Read("a/b.xml", kMega);
    ASSERT_TRUE(got.has_value()) << c.what << ' ' << got.error().message.zh;
    EXPECT_EQ(*got, text) << c.what;
  }
}

TEST(ZipArchive, NamesAreOnlyNames) {
  const std::string inner = RawZip({{.name = "inner.xml", .data = "hidden"}});
  const std::vector<std::string> names = {"../../etc/passwd", "/abs", "C:\\x", "inner.zip", ""};
  std::vector<RawEntry> entries;
  for (const auto& name : names) entries.push_back({.name = name, .data = inner});
  auto archive = ZipArchive::Open(RawZip(entries), {});
  ASSERT_TRUE(archive.has_value());
  EXPECT_EQ(archive->names(), names);
  EXPECT_EQ(archive->Read("inner.zip", kMega), inner);
  EXPECT_EQ(archive->Read("../../etc/passwd", kMega), inner);
  EXPECT_FALSE(archive->Has("inner.xml"));
  ExpectRefused(archive->Read("inner.xml", kMega), "缺少“inner.xml”");
}

TEST(ZipArchive, EveryTruncationIsRefused) {
  const std::string whole =
      Deflated({{"a.xml", "<a>" + std::string(500, 'x') + "</a>"}, {"b.xml", "short"}});
  ASSERT_TRUE(ReadEntry(whole, "a.xml").has_value());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(ReadEntry(whole.substr(0, length), "a.xml").has_value()) << length;
  }
}

TEST(ZipArchive, NoChangedByteCrashes) {
  const std::string whole = Deflated({{"a.xml", "<a>some text</a>"}, {"b", "c"}});
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char mask : {'\x01', '\x80', '\xFF'}) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ mask);
      const auto got = ReadEntry(bytes, "a.xml");
      // Times and versions may change unseen, the text may not.
      if (got) {
        EXPECT_EQ(*got, "<a>some text</a>") << at;
      }
    }
  }
}

TEST(ZipArchive, DamagedEntries) {
  const std::string data(100, 'd');
  ExpectRefused(ReadEntry(RawZip({{.name = "a", .data = data, .crc = 1}}), "a"), "已损坏");
  ExpectRefused(ReadEntry(RawZip({{.name = "a", .data = data, .method = 8}}), "a"), "已损坏");
  ExpectRefused(ReadEntry(RawZip({{.name = "a", .data = data, .method = 77}}), "a"), "已损坏");
  ExpectRefused(ReadEntry("PK\x03\x04 nothing", "a"), "不完整或已损坏");
}

TEST(ZipArchive, EncryptionIsSaid) {
  const std::string aes = "\x01\x99\x07\0\x02\0AE\x03\0\0"s;
  const std::string data(64, 'd');
  ExpectRefused(ReadEntry(RawZip({{.name = "a", .data = data, .flags = 1}}), "a"), "加了密码");
  ExpectRefused(
      ReadEntry(RawZip({{.name = "a", .data = data, .flags = 1, .method = 99, .extra = aes}}), "a"),
      "加了密码");
  ExpectRefused(ReadEntry(RawZip({{.name = "a", .data = data, .flags = 0x41}}), "a"), "加了密码");
  ExpectRefused(ReadEntry(Deflated({{"a", data}}, ZIP_EM_AES_256), "a"), "加了密码");
}

TEST(ZipArchive, LimitsHold) {
  const std::string zeros(4 * kMega, '\0');
  ReadLimits strict;
  strict.ratio = 200;
  ExpectRefused(ReadEntry(Deflated({{"a", zeros}}), "a", strict), "200 倍以上");
  ExpectRefused(ReadEntry(Deflated({{"a", zeros}}), "a", {}, kMega), "超过 1 MB");
  ReadLimits total;
  total.unpacked = 10 * kMega;
  total.ratio = SIZE_MAX;
  auto archive = ZipArchive::Open(Deflated({{"a", zeros}, {"b", zeros}, {"c", zeros}}), total);
  ASSERT_TRUE(archive.has_value());
  EXPECT_TRUE(archive->Read("a", 64 * kMega).has_value());
  EXPECT_TRUE(archive->Read("b", 64 * kMega).has_value());
  ExpectRefused(archive->Read("c", 64 * kMega), "超过 2 MB");
  // The small ones pass whatever their ratio.
  EXPECT_TRUE(ReadEntry(Deflated({{"a", std::string(kMega / 2, '\0')}}), "a", strict).has_value());
}

TEST(ZipArchive, DeclaredSizesAreNotBelieved) {
  const std::string data(100, 'd');
  const long before = PeakMegabytes();
  ExpectRefused(ReadEntry(RawZip({{.name = "a", .data = data, .size = 0x7FFFFFFF}}), "a"), "超过");
  ExpectRefused(ReadEntry(RawZip({{.name = "a", .data = data, .size = 60 << 20}}), "a"), "倍以上");
  ReadLimits any;
  any.ratio = SIZE_MAX;
  ExpectRefused(ReadEntry(RawZip({{.name = "a", .data = data, .size = 60 << 20}}), "a", any),
                "已损坏");
  ExpectRefused(
      ReadEntry(RawZip({{.name = "a", .data = data, .size = 60 << 20, .packed = 60 << 20}}), "a"),
      "已损坏");
  // As many entries as a terabyte of headers would hold.
  for (const std::uint64_t entries : {std::uint64_t{1} << 30, std::uint64_t{1} << 62}) {
    EXPECT_FALSE(
        ReadEntry(RawZip({{.name = "a", .data = data}}, {.zip64 = true, .entries64 = entries}), "a")
            .has_value());
  }
  EXPECT_LT(PeakMegabytes() - before, 40);
}

/// A deflated entry that declares fewer bytes than it holds.
TEST(ZipArchive, UnderstatedSizes) {
  const std::string zeros(8 * kMega, '\0');
  std::string bytes = Deflated({{"a", zeros}});
  const std::string declared = ZipNumber(zeros.size(), 4);
  for (std::size_t at = 0; (at = bytes.find(declared, at)) != std::string::npos;) {
    bytes.replace(at, 4, ZipNumber(100, 4));
  }
  EXPECT_FALSE(ReadEntry(bytes, "a").has_value());
  ReadLimits strict;
  strict.ratio = 50;
  EXPECT_FALSE(ReadEntry(bytes, "a", strict).has_value());
}

TEST(ZipArchive, CountsEntries) {
  std::vector<RawEntry> entries(20'000, {.name = "same", .data = "x"});
  EXPECT_EQ(ReadEntry(RawZip(entries), "same"), "x");
  entries.push_back({.name = "one more", .data = "x"});
  ExpectRefused(ReadEntry(RawZip(entries), "same"), "20001 个文件");
}

Result<XmlPart> ParseXml(std::string bytes, const ReadLimits& limits = {}, bool mixed = false) {
  return XmlPart::Parse(std::move(bytes), "part.xml", limits, mixed);
}

std::string Utf16(std::string_view ascii, bool big_endian, bool mark) {
  std::string out = !mark ? "" : big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) out += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

void ExpectXmlRefused(const std::string& bytes, std::string_view zh,
                      const ReadLimits& limits = {}) {
  const auto got = ParseXml(bytes, limits);
  ASSERT_FALSE(got.has_value()) << bytes.substr(0, 200);
  EXPECT_EQ(got.error().kind, ErrorKind::unreadable);
  EXPECT_NE(got.error().message.zh.find(zh), std::string::npos) << got.error().message.zh;
  EXPECT_NE(got.error().message.zh.find("part.xml"), std::string::npos);
  EXPECT_FALSE(got.error().message.en.empty());
}

TEST(XmlPart, ReadsText) {
  const std::string document = "<?xml version=\"1.0\"?><!-- n --><r a=\"1\">x&lt;&#x9547;</r>";
  for (const std::string& bytes :
       {document, "\xEF\xBB\xBF" + document, Utf16(document, false, true),
        Utf16(document, true, true), Utf16(document, false, false)}) {
    const auto part = ParseXml(bytes);
    ASSERT_TRUE(part.has_value());
    EXPECT_EQ(std::string_view(part->root().child_value()), "x<镇");
    EXPECT_EQ(std::string_view(part->root().attribute("a").value()), "1");
  }
  EXPECT_EQ(std::string_view(ParseXml("<r><![CDATA[a<b]]></r>")->root().child_value()), "a<b");
}

TEST(XmlPart, ReadsDeclaredChineseEncodings) {
  const auto part = ParseXml("<?xml version='1.0' encoding='gb2312'?><r>\xC4\xB3\xD5\xF2</r>");
  ASSERT_TRUE(part.has_value());
  EXPECT_EQ(std::string_view(part->root().child_value()), "某镇");
}

TEST(XmlPart, LocalNames) {
  const auto part = ParseXml("<w:r xmlns:w='u' b='0' w:a='1'>\n<w:t/><x:u/></w:r>");
  ASSERT_TRUE(part.has_value());
  EXPECT_EQ(LocalName(part->root()), "r");
  EXPECT_EQ(std::string_view(Attribute(part->root(), "a").value()), "1");
  EXPECT_TRUE(Attribute(part->root(), "none").empty());
  EXPECT_EQ(std::string_view(Child(part->root(), "u").name()), "x:u");
  EXPECT_TRUE(Child(part->root(), "none").empty());
}

TEST(XmlPart, BlanksAreKeptWhereTheyAreText) {
  const std::string bytes = "<p>\n<s> </s> <s>b</s>\n</p>";
  const auto text = [&](bool mixed) {
    std::string shown;
    const auto part = ParseXml(bytes, {}, mixed);
    for (auto child : part->root()) shown += child.type() == pugi::node_pcdata ? "_" : "s";
    return shown + part->root().child("s").child_value();
  };
  EXPECT_EQ(text(false), "ss ");
  EXPECT_EQ(text(true), "_s_s_ ");
}

TEST(XmlPart, NodeIdsAreStableAndApart) {
  const std::string bytes = "<r><t>a</t><t>b</t></r>";
  const auto one = ParseXml(bytes), two = ParseXml(bytes);
  const auto first = [](const Result<XmlPart>& part, int n) {
    auto t = part->root().first_child();
    for (; n > 0; --n) t = t.next_sibling();
    return XmlPart::NodeId(t.first_child());
  };
  EXPECT_EQ(first(one, 0), bytes.find('a'));
  EXPECT_EQ(first(one, 1), bytes.find('b'));
  EXPECT_EQ(first(one, 1), first(two, 1));
}

TEST(XmlPart, DocumentTypesAreRefused) {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
      "]><r>&b;</r>";
  const std::string external =
      "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r>&x;</r>";
  for (const std::string& document :
       {bomb, external, "<!DOCTYPE r SYSTEM \"http://a.invalid/r.dtd\"><r/>"s,
        "<!--" + std::string(10'000, 'x') + "-->" + external}) {
    ExpectXmlRefused(document, "DOCTYPE");
    ExpectXmlRefused(Utf16(document, false, true), "DOCTYPE");
    ExpectXmlRefused(Utf16(document, true, true), "DOCTYPE");
    ExpectXmlRefused(Utf16("<?xml version=\"1.0\"?>" + document, true, false), "");
  }
  ExpectXmlRefused("<!DOCTYPE r [<!ENTITY", "");
  // Entities nobody declared stay as they are written.
  EXPECT_EQ(std::string_view(ParseXml("<r>&x;</r>")->root().child_value()), "&x;");
}

TEST(XmlPart, DepthIsBounded) {
  const auto nested = [](std::size_t depth) {
    std::string open, close;
    for (std::size_t i = 0; i < depth; ++i) {
      open += "<a>";
      close += "</a>";
    }
    return open + close;
  };
  EXPECT_TRUE(ParseXml(nested(512)).has_value());
  ExpectXmlRefused(nested(513), "512 层");
  ExpectXmlRefused(nested(10'000), "512 层");
  ExpectXmlRefused(nested(1'000'000), "512 层");
}

TEST(XmlPart, BrokenPartsAreRefused) {
  for (const std::string bytes : {"", " ", "text", "<r>", "<r></s>", "<r", "<r a=></r>",
                                  "<!-- x -->", "<r/></r>", "\xFF\xFE", "\x00\x01"}) {
    ExpectXmlRefused(bytes, "不是完整的 XML");
  }
  const std::string whole = "<?xml version=\"1.0\"?><r><t a=\"1\">x &amp; y</t><![CDATA[z]]></r>";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    ExpectXmlRefused(whole.substr(0, length), "不是完整的 XML");
  }
}

TEST(XmlPart, SizeIsBounded) {
  ReadLimits limits;
  limits.markup = kMega;
  ExpectXmlRefused("<r>" + std::string(kMega, 'x') + "</r>", "超过 1 MB", limits);
  std::string full = "<r>";
  while (full.size() < kMega - 10) full += "x<a/>";
  ExpectXmlRefused(full + "</r>", "标记过多", limits);
  full = "<r>";
  while (full.size() < kMega - 100)
    full += "<w:r><w:rPr/><w:t xml:space=\"preserve\">某镇</w:t></w:r>";
  EXPECT_TRUE(ParseXml(full + "</r>", limits).has_value());
}

}  // namespace
}  // namespace hegao
