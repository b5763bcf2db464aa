#include "text/decode.h"

#include <gtest/gtest.h>

#include "encode.h"

namespace hegao {
namespace {

constexpr std::string_view kSimplified = "某镇二〇二四年工作报告：全年召开会议12次，办理事项35件。";
constexpr std::string_view kTraditional =
    "某鎮二零二四年工作報告：全年召開會議12次，辦理事項35件。";

struct DetectionCase {
  const char* what;
  std::string bytes;
  std::string_view encoding;
  std::string_view text;
};

TEST(Decode, DetectsTheEncoding) {
  const DetectionCase cases[] = {
      {"utf-8", std::string(kSimplified), "UTF-8", kSimplified},
      {"ascii", "2024-01-11", "UTF-8", "2024-01-11"},
      {"utf-8 bom stays", "\xEF\xBB\xBF甲", "UTF-8", "\xEF\xBB\xBF甲"},
      {"utf-16le", "\xFF\xFE" + Encode(kSimplified, "UTF-16LE"), "UTF-16LE", kSimplified},
      {"utf-16be", "\xFE\xFF" + Encode(kSimplified, "UTF-16BE"), "UTF-16BE", kSimplified},
      {"gbk", Encode(kSimplified, "GB18030"), "GB18030", kSimplified},
      {"traditional in gbk", Encode(kTraditional, "GB18030"), "GB18030", kTraditional},
      {"big5", Encode(kTraditional, "BIG5"), "Big5", kTraditional},
      {"a short line of gbk", Encode("某镇工作报告", "GB18030"), "GB18030", "某镇工作报告"},
      {"a short line of big5", Encode("某鎮工作報告", "BIG5"), "Big5", "某鎮工作報告"},
      {"latin",
       "Le caf\xE9 est ferm\xE9 aujourd'hui, mais le th\xE9\xE2tre reste ouvert pour "
       "tous les enfants de la ville.\n",
       "ISO-8859-1",
       "Le café est fermé aujourd'hui, mais le théâtre reste ouvert pour tous les enfants de la "
       "ville.\n"},
  };
  for (const DetectionCase& c : cases) {
    const auto decoded = DecodeText(c.bytes);
    ASSERT_TRUE(decoded) << c.what;
    EXPECT_EQ(decoded->encoding, c.encoding) << c.what;
    EXPECT_EQ(decoded->utf8, c.text) << c.what;
    EXPECT_EQ(decoded->replaced, 0u) << c.what;
  }
}

TEST(Decode, StatesHowSureItIs) {
  EXPECT_EQ(DecodeText(std::string(kSimplified))->confidence, 1.0);
  EXPECT_EQ(DecodeText(Encode(kSimplified, "GB18030"), "gbk")->confidence, 1.0);
  const double guessed = DecodeText(Encode(kSimplified, "GB18030"))->confidence;
  EXPECT_GT(guessed, 0.7);
  EXPECT_LT(guessed, 1.0);
}

TEST(Decode, ObeysTheNamedEncoding) {
  const std::string bytes = Encode(kTraditional, "BIG5");
  for (const char* name : {"Big5", "big5", "BIG-5"}) {
    EXPECT_EQ(DecodeText(bytes, name)->utf8, kTraditional) << name;
  }
  for (const char* name : {"GBK", "gb2312", "GB18030", "cp936"}) {
    const auto decoded = DecodeText(Encode(kSimplified, "GB18030"), name);
    EXPECT_EQ(decoded->utf8, kSimplified) << name;
    EXPECT_EQ(decoded->encoding, "GB18030") << name;
  }
  EXPECT_EQ(DecodeText("abc", "klingon").error().kind, ErrorKind::usage);
}

TEST(Decode, KeepsUtf8WithAFewBrokenBytes) {
  const auto decoded = DecodeText(std::string(kSimplified) + "\xE4\xB8");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encoding, "UTF-8");
  EXPECT_EQ(decoded->utf8, std::string(kSimplified) + "\uFFFD\uFFFD");
  EXPECT_EQ(decoded->replaced, 2u);
  EXPECT_LT(decoded->confidence, 1.0);
}

TEST(Decode, RefusesWhatIsNoText) {
  using std::string_literals::operator""s;
  const std::string cases[] = {
      ""s,
      "\xEF\xBB\xBF"s,
      "PK\x03\x04\x00\x00\x00"s,
      "a\0b"s,
      "1\x00"
      "2\x00\n\x00"s,  // UTF-16 without its mark
      "\x89PNG\r\n\x1A\x01\x02\x03\x04\x05\x06"s,
      std::string(64, '\xFF'),
  };
  for (const std::string& bytes : cases) {
    const auto decoded = DecodeText(bytes);
    ASSERT_FALSE(decoded) << testing::PrintToString(bytes);
    EXPECT_EQ(decoded.error().kind, ErrorKind::unreadable);
    EXPECT_FALSE(decoded.error().message.zh.empty());
    EXPECT_FALSE(decoded.error().message.en.empty());
  }
}

}  // namespace
}  // namespace hegao
