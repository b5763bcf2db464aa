#include "formats/office/office.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/process.h"
#include "formats/office/ole.h"
#include "scoped_variable.h"
#include "stored_zip.h"
#include "visible_text.h"

namespace hegao {
namespace {

namespace fs = std::filesystem;
using std::string_literals::operator""s;

std::string Wide(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide += {c, '\0'};
  return wide;
}

void Put(std::string* bytes, std::size_t at, std::uint32_t value, int count) {
  for (int i = 0; i < count; ++i, value >>= 8) {
    (*bytes)[at + static_cast<std::size_t>(i)] = static_cast<char>(value & 0xFF);
  }
}

/// The parts of a compound file that are looked at: a directory entry at 512, its stream at 1024.
std::string WordFile(std::uint32_t flags, std::string_view extra = {}) {
  std::string file(1024 + 4096, '\0');
  file.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  Put(&file, 0x1E, 9, 2);
  const std::string name = Wide("WordDocument");
  file.replace(512, name.size(), name);
  Put(&file, 512 + 0x40, static_cast<std::uint32_t>(name.size() + 2), 2);
  Put(&file, 512 + 0x74, 1, 4);
  Put(&file, 512 + 0x78, 4096, 4);
  Put(&file, 1024, 0xA5EC, 2);
  Put(&file, 1024 + 0x0A, flags, 2);
  return file + Wide(extra);
}

class OfficeTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = TemporaryFolder::Make();
    ASSERT_TRUE(made.has_value());
    folder_ = std::make_unique<TemporaryFolder>(std::move(*made));
    const std::string docx = StoredZip(
        {{"[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
          "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
         {"_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
         {"word/document.xml",
          "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
          "<w:body><w:p><w:r><w:t>清溪镇</w:t></w:r></w:p></w:body></w:document>"}});
    std::ofstream(Path("made.docx"), std::ios::binary) << docx;
  }

  std::string Path(const std::string& name) const { return folder_->path() + "/" + name; }

  /// A LibreOffice that runs this; $out is the folder for results, $in the input.
  void Program(const std::string& script) {
    std::ofstream(Path("soffice")) << "#!/bin/sh\nfor in; do [ \"$last\" = --outdir ] && out=$in; "
                                      "last=$in; done\n"
                                   << script << "\n";
    fs::permissions(Path("soffice"), fs::perms::owner_all);
  }

  Result<RawDocument> Read(const std::string& name, const std::string& bytes,
                           unsigned seconds = 20) const {
    const ScopedVariable variable("HEGAO_SOFFICE", Path("soffice"));
    ReadOptions options;
    options.limits.program_seconds = seconds;
    return ReadDocument(name, bytes, options);
  }

  std::string Told() const {
    const auto told = RealFileSystem().Read(Path("told"), 100'000);
    return told ? *told : "";
  }

  std::unique_ptr<TemporaryFolder> folder_;
};

TEST_F(OfficeTest, TheResultIsReadAsTheOriginal) {
  Program("echo \"$in $HOME $*\" > " + Path("told") + "; cat $HOME/profile/user/*.xcu >> " +
          Path("told") + "; mkdir -p $out; cp " + Path("made.docx") + " $out/input.docx");
  const struct {
    std::string name, bytes, format, input;
  } kCases[] = {{"a.doc", WordFile(0), "doc", "/input.doc "},
                {"a.wps", WordFile(0), "wps", "/input.doc "},
                {"a.wps", "\xD0\xCF\x11\xE0" + Wide("CONTENTS"), "wps", "/input.wps "},
                {"a.rtf", "{\\rtf1 x}", "rtf", "/input.rtf "}};
  for (const auto& c : kCases) {
    const auto got = Read(c.name, c.bytes);
    ASSERT_TRUE(got.has_value()) << c.name << got.error().message.zh;
    EXPECT_EQ(got->format, c.format);
    EXPECT_EQ(DescribeAll(*got), std::vector<std::string>{"p 清溪镇"});
    EXPECT_TRUE(got->map.origins.empty());
    EXPECT_FALSE(got->map.rows.empty());
    EXPECT_TRUE(got->notes.empty());
    EXPECT_NE(Told().find(c.input), std::string::npos) << Told();
    EXPECT_NE(Told().find("DisableMacrosExecution"), std::string::npos);
    const std::string told = Told();
    const std::string home = told.substr(0, told.find("/input."));
    EXPECT_FALSE(fs::exists(home)) << "nothing is left of " << home;
  }
}

TEST_F(OfficeTest, MacrosAreNotRunAndSaid) {
  Program("mkdir -p $out; cp " + Path("made.docx") + " $out/input.docx");
  const auto got = Read("a.doc", WordFile(0, "_VBA_PROJECT"));
  ASSERT_TRUE(got.has_value());
  ASSERT_EQ(got->notes.size(), 1u);
  EXPECT_NE(got->notes[0].zh.find("宏"), std::string::npos);
}

TEST_F(OfficeTest, FailuresAreUnreadable) {
  const struct {
    std::string script, zh;
    unsigned seconds = 20;
  } kCases[] = {{"exit 0", "另存为 .docx"},
                {"exit 77", "另存为 .docx"},
                {"mkdir -p $out; : > $out/input.docx", "另存为 .docx"},
                {"mkdir -p $out; cp " + Path("made.docx") + " $out/input.docx; exit 1", "另存为"},
                {"mkdir -p $out; echo garbage > $out/input.docx", ""},
                {"sleep 5", "超过 1 秒", 1}};
  for (const auto& c : kCases) {
    Program(c.script);
    const auto got = Read("a.doc", WordFile(0), c.seconds);
    ASSERT_FALSE(got.has_value()) << c.script;
    EXPECT_EQ(got.error().kind, ErrorKind::unreadable) << c.script;
    EXPECT_NE(got.error().message.zh.find(c.zh), std::string::npos) << got.error().message.zh;
    EXPECT_FALSE(got.error().message.en.empty());
  }
}

TEST_F(OfficeTest, SaysWhatToInstall) {
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"a.doc", WordFile(0)}, {"a.rtf", "{\\rtf1"}}) {
    const auto got = Read(name, bytes);  // no program was written
    ASSERT_FALSE(got.has_value());
    EXPECT_NE(got.error().message.zh.find("libreoffice-writer-nogui"), std::string::npos);
    EXPECT_NE(got.error().message.zh.find("另存为 .docx"), std::string::npos);
  }
}

TEST_F(OfficeTest, EncryptedDocumentsAreToldBefore) {
  Program("touch " + Path("told"));
  for (const std::string name : {"a.doc", "a.wps"}) {
    const auto got = Read(name, WordFile(0x0100));
    ASSERT_FALSE(got.has_value());
    EXPECT_NE(got.error().message.zh.find("密码"), std::string::npos) << got.error().message.zh;
  }
  EXPECT_FALSE(fs::exists(Path("told")));
}

TEST(Ole, OnlyTheFlagOfTheMainStreamCounts) {
  EXPECT_TRUE(IsEncryptedWord(WordFile(0x0100)));
  EXPECT_FALSE(IsEncryptedWord(WordFile(0xFEFF)));
  std::string elsewhere = WordFile(0x0100);
  elsewhere.insert(512, 64, '\0');
  EXPECT_FALSE(IsEncryptedWord(elsewhere)) << "no directory entry";
  const std::string file = WordFile(0x0100);
  for (std::size_t at = 0; at < 1024 + 16; ++at) (void)IsEncryptedWord(file.substr(0, at));
  std::string wild = file;
  Put(&wild, 512 + 0x74, 0xFFFFFFFF, 4);
  EXPECT_FALSE(IsEncryptedWord(wild));
}

TEST(Office, RealRoundTrip) {
  if (!FindProgram("soffice", "HEGAO_SOFFICE")) {
    GTEST_SKIP() << "LibreOffice is not installed (libreoffice-writer-nogui)";
  }
  const auto got = ReadDocument(
      "a.rtf",
      "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 SimSun;}}\\uc1\\u28165?\\u28330?\\u38215?\\par "
      "Second\\par}");
  ASSERT_TRUE(got.has_value()) << got.error().message.zh;
  EXPECT_EQ(got->format, "rtf");
  EXPECT_EQ(DescribeAll(*got), (std::vector<std::string>{"p 清溪镇", "p Second"}));
}

}  // namespace
}  // namespace hegao
