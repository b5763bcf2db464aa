#include "formats/pdf/pdf.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/process.h"
#include "printed_lines.h"
#include "scoped_variable.h"
#include "visible_text.h"

namespace hegao {
namespace {

namespace fs = std::filesystem;

/// A PDF of one font and one page for each content stream, with a correct table of places.
std::string MakePdf(const std::vector<std::string>& pages) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string kids;
  for (const std::string& content : pages) {
    const std::size_t number = objects.size() + 1;
    kids += std::to_string(number) + " 0 R ";
    objects.push_back(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << "
        "/F 3 0 R >> >> /Contents " +
        std::to_string(number + 1) + " 0 R >>");
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
                      "\nendstream");
  }
  objects[1] =
      "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  std::string pdf = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t at = pdf.size();
  pdf += fmt::format("xref\n0 {0}\n0000000000 65535 f \n{1}trailer\n<< /Size {0} /Root 1 0 R >>\n",
                     objects.size() + 1, table);
  return pdf + fmt::format("startxref\n{}\n%%EOF\n", at);
}

std::string TextAt(int x, int y, const std::string& text) {
  return fmt::format("BT /F 16 Tf {} {} Td ({}) Tj ET\n", x, y, text);
}

bool NoPdftotext() { return !FindProgram("pdftotext", "HEGAO_PDFTOTEXT"); }

#define SKIP_WITHOUT_PDFTOTEXT() \
  if (NoPdftotext()) GTEST_SKIP() << "pdftotext is not installed (poppler-utils)"

TEST(Pdf, RealFilesAreRead) {
  SKIP_WITHOUT_PDFTOTEXT();
  const std::string pdf =
      MakePdf({TextAt(80, 700, "First line of the text") + TextAt(290, 40, "- 1 -"),
               TextAt(80, 700, "Second page") + TextAt(290, 40, "- 2 -")});
  const RawDocument document = ReadOrFail("a.pdf", pdf);
  EXPECT_EQ(document.format, "pdf");
  EXPECT_EQ(DescribeAll(document),
            (std::vector<std::string>{"p First line of the text", "p Second page"}));
  ASSERT_EQ(document.map.rows.size(), 2u);
  EXPECT_EQ(document.map.rows[1].page, 2u);
  EXPECT_EQ(document.map.rows[1].paragraph, 2u);
}

TEST(Pdf, PagesWithoutTextAreUndecided) {
  SKIP_WITHOUT_PDFTOTEXT();
  const auto got = ReadDocument("a.pdf", MakePdf({"0 0 100 100 re f", "0 0 10 10 re f"}));
  ASSERT_FALSE(got.has_value());
  EXPECT_EQ(got.error().kind, ErrorKind::undecided);
}

TEST(Pdf, CutFilesAreUnreadable) {
  SKIP_WITHOUT_PDFTOTEXT();
  const std::string pdf = MakePdf(
      {TextAt(80, 700, "First line of the text"), TextAt(80, 700, "Second page of the text")});
  const auto whole = DescribeAll(ReadOrFail("a.pdf", pdf));
  int refused = 0;
  for (std::size_t left = 9; left < pdf.size(); left += 31) {
    const auto got = ReadDocument("a.pdf", pdf.substr(0, left));
    if (got) {
      // Only the table of places was cut, and all of the text is there.
      EXPECT_EQ(DescribeAll(*got), whole) << left;
      continue;
    }
    ++refused;
    EXPECT_EQ(got.error().kind, ErrorKind::unreadable) << left;
    EXPECT_NE(got.error().message.zh.find("已损坏"), std::string::npos) << got.error().message.zh;
  }
  EXPECT_GT(refused, 10);
}

/// What ReadPdf makes of a program that does this.
Result<RawDocument> ReadThrough(const std::string& script, unsigned seconds = 20) {
  const auto folder = TemporaryFolder::Make();
  if (!folder) return tl::unexpected(folder.error());
  const std::string program = folder->path() + "/pdftotext";
  std::ofstream(program) << "#!/bin/sh\n" << script << "\n";
  fs::permissions(program, fs::perms::owner_all);
  const ScopedVariable variable("HEGAO_PDFTOTEXT", program);
  ReadOptions options;
  options.limits.program_seconds = seconds;
  return ReadPdf("%PDF-1.4\n%%EOF\n", options);
}

TEST(Pdf, SaysWhatIsWrong) {
  const struct {
    std::string script, zh;
    unsigned seconds = 20;
  } kCases[] = {
      {"echo 'Command Line Error: Incorrect password' >&2; exit 1", "密码"},
      {"echo 'Copying of text from this document is not allowed.' >&2; exit 3", "不允许复制"},
      {"echo \"Syntax Error: Missing language pack for 'Adobe-GB1' mapping\" >&2", "poppler-data"},
      {"echo 'Syntax Error: Could not read xref table' >&2; exit 1", "已损坏"},
      {"kill -SEGV $$", "已损坏"},
      {"exit 0", "已损坏"},
      {"sleep 5", "超过 1 秒", 1},
  };
  for (const auto& c : kCases) {
    const auto got = ReadThrough(c.script, c.seconds);
    ASSERT_FALSE(got.has_value()) << c.script;
    EXPECT_EQ(got.error().kind, ErrorKind::unreadable) << c.script;
    EXPECT_NE(got.error().message.zh.find(c.zh), std::string::npos) << got.error().message.zh;
    EXPECT_FALSE(got.error().message.en.empty());
  }
}

TEST(Pdf, IsFedThroughStandardInput) {
  const std::string layout = BboxLayout({PrintedSheet().Text("清溪镇的正文在这一页上。")});
  const auto got =
      ReadThrough("head -c 5 | grep -q '^%PDF-' || exit 1\ncat <<'END'\n" + layout + "END");
  ASSERT_TRUE(got.has_value()) << got.error().message.zh;
  EXPECT_EQ(DescribeAll(*got), std::vector<std::string>{"p 清溪镇的正文在这一页上。"});
}

TEST(Pdf, SaysWhatToInstall) {
  const ScopedVariable variable("HEGAO_PDFTOTEXT", "/no/such/program");
  const auto got = ReadDocument("a.pdf", "%PDF-1.4\n");
  ASSERT_FALSE(got.has_value());
  EXPECT_EQ(got.error().kind, ErrorKind::unreadable);
  EXPECT_NE(got.error().message.zh.find("apt-get install poppler-utils"), std::string::npos);
}

}  // namespace
}  // namespace hegao
