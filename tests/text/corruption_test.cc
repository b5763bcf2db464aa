// Damages texts the way published copies were damaged, and looks whether the damage is found.
#include "text/corruption.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "encode.h"
#include "text/charset.h"
#include "text/fold.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

/// Decodes one piece alone: pairs without a character vanish, half a pair becomes '?'.
std::string DecodePiece(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<std::uint8_t>(bytes[i]);
    if (lead < 0x80) {
      out += bytes[i++];
      continue;
    }
    const bool pair = i + 1 < bytes.size();
    const auto trail = pair ? static_cast<std::uint8_t>(bytes[i + 1]) : std::uint8_t{0};
    if (trail < 0x40) {
      out += '?';
    } else if (const auto c = CharOfGbkBytes(lead, trail)) {
      AppendUtf8(out, *c);
    }
    i += pair ? 2 : 1;
  }
  return out;
}

/// Cuts GBK before every byte pair that looks like 。，；！ at whatever offset.
std::string Damage(std::string_view text) {
  const std::string bytes = Encode(text, "GBK");
  std::set<std::size_t> cuts = {0, bytes.size()};
  for (const char* mark : {"\xA1\xA3", "\xA3\xAC", "\xA3\xBB", "\xA3\xA1"}) {
    for (std::size_t at = bytes.find(mark); at != std::string::npos;
         at = bytes.find(mark, at + 1)) {
      cuts.insert(at);
    }
  }
  std::string out;
  for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
    out += DecodePiece(std::string_view(bytes).substr(*cut, *std::next(cut) - *cut));
  }
  return out;
}

FoldedText FoldOf(const std::string& source) {
  FoldedText folded;
  folded.AppendBlock(source, {Piece{{0, static_cast<std::uint32_t>(source.size())}, false, {}}});
  return folded;
}

TEST(Corruption, DamagesAsObserved) {
  EXPECT_EQ(Damage("　（二）加強(qiáng)"), "?。ǘ┘訌?qiáng)");
  EXPECT_EQ(Damage("階。現(xiàn)將"), "階?，F(xiàn)將");
}

TEST(Corruption, RecoversHeadingNumbers) {
  // What a number shows as; where two show the same, the smaller one.
  const auto shown_as = [](std::uint32_t n) {
    return n == 12 || n == 13 || n == 16 ? 10u : n == 20 ? 2u : n;
  };
  for (std::uint32_t n = 1; n <= 20; ++n) {
    for (const char* words :
         {"加強(qiáng)工作", "完善机制，落实", "推进工作2024年", "進(jìn)一步", "深化改革"}) {
      const std::string source = Damage("　（" + ToCjkNumber(n) + "）" + words);
      const FoldedText folded = FoldOf(source);
      ASSERT_EQ(folded.notes().corruptions.size(), 1u) << source;
      const FoldNotes::Corruption& run = folded.notes().corruptions[0];
      EXPECT_EQ(run.number, static_cast<int>(shown_as(n))) << source;
      EXPECT_EQ(run.source.begin, 0u) << source;
      EXPECT_TRUE(folded.text().starts_with("(" + ToCjkNumber(shown_as(n)) + ")")) << folded.text();
      EXPECT_EQ(folded.text().find('?'), std::string_view::npos) << folded.text();
    }
  }
}

struct RunCase {
  std::string_view shown;
  std::string_view run;  // the whole garbled run
  std::string_view recovered;
};

TEST(Corruption, TakesTheWholeRun) {
  constexpr RunCase kRuns[] = {
      {"?。ㄋ模┻M(jìn)一步", "?。ㄋ模┻M", "(四)进"},
      {"？。ǘ┘訌?qiáng)工作", "？。ǘ┘訌?qiáng)", "(二)"},
      {"?。┘訌?qiáng)工作", "?。┘訌?qiáng)", "(六)"},
      {"?,F(xiàn)將", "?,F", "。现"},
      {"?，F(xiàn)將", "?，F", "。现"},
      {"?！兑?guī)則》", "?！兑?guī)", "。《"},
      {"?!盵2]", "?!盵", "。”["},
      {"?qǐng)?zhí)行", "?qǐng)", ""},
  };
  for (const RunCase& c : kRuns) {
    const auto run = FindCorruptedRun(c.shown, 0);
    ASSERT_TRUE(run) << c.shown;
    EXPECT_EQ(c.shown.substr(0, run->length), c.run);
    EXPECT_EQ(run->recovered, c.recovered) << c.shown;
  }
}

TEST(Corruption, RecoversSentences) {
  struct Sentence {
    const char* original;
    const char* folded;
  };
  constexpr Sentence kSentences[] = {
      {"工作臺階。現(xiàn)將情況", "工作台阶。现将情况"},
      {"任务。《实施办法》印发，", "任务。《实施办法"},
      {"任务。“我们的工作”，", "任务。“我们的"},
  };
  for (const Sentence& s : kSentences) {
    const std::string source = Damage(s.original);
    const std::string_view expected = s.folded;
    const FoldedText folded = FoldOf(source);
    EXPECT_TRUE(folded.text().starts_with(expected)) << source << " -> " << folded.text();
  }
}

TEST(Corruption, IsSilentOnOrdinaryText) {
  constexpr std::string_view kOrdinary[] = {
      "是否继续?",
      "怎么办？！大家都来了。",
      "是否？；一是加强？二是改进",
      "why?,And then",
      "怎么办?,请看A组",
      "“为什么?”？。是的",
      "何时?。待定",
      "（?）。未定？",
      "垚鑫村?，灏河镇?",
      "真的吗?！不会吧!",
      "A?B;C?,D",
      "?",
      "?。",
      "？？？",
      "办?，珹村?",
      "?(zhèn)",
      "完成率?%，数量?个",
      "几个?一个",
      "?。(六)甲",
      "?;?;?;",
  };
  for (const std::string_view text : kOrdinary) {
    for (std::size_t at = 0; at < text.size(); at += DecodeAt(text, at).length) {
      EXPECT_FALSE(FindCorruptedRun(text, at)) << text << " at " << at;
    }
  }
}

/// Questions between common characters, in any order: all of them are ordinary text.
TEST(Corruption, IsSilentOnCommonCharacters) {
  constexpr std::u32string_view kCommon =
      U"的一是在不了有和人这中大为上个国我以要他时来用们白版笔薄兵背";
  constexpr std::u32string_view kMarks = U"?？。，；！,;!“”《》";
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
      const auto& set = random() % 2 == 0 ? kCommon : kMarks;
      AppendUtf8(text, set[random() % set.size()]);
    }
    EXPECT_TRUE(FoldOf(text).notes().corruptions.empty()) << text;
  }
}

}  // namespace
}  // namespace hegao
