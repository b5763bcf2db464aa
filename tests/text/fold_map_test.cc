// The way back from folded text to its source: examples, and properties over made-up texts.
#include <gtest/gtest.h>

#include <random>

#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

std::uint32_t Size(std::string_view s) { return static_cast<std::uint32_t>(s.size()); }

struct MapCase {
  const char* what;
  std::string_view source, folded, back;  // `folded` is sought in the folded text
};

constexpr MapCase kCases[] = {
    {"plain", "甲乙丙", "乙", "乙"},
    {"pinyin after the last character stays out", "人鎮(zhèn)人民", "镇", "鎮"},
    {"pinyin inside stays in", "人鎮(zhèn)人民", "镇人", "鎮(zhèn)人"},
    {"pinyin before the first character stays out", "人鎮(zhèn)人民", "人民", "人民"},
    {"blanks at the ends stay out", "甲 乙 丙", "乙", "乙"},
    {"blanks inside stay in", "甲 乙 丙", "甲乙丙", "甲 乙 丙"},
    {"indent stays out", "　　甲，乙", "甲,", "甲，"},
    {"one long blank", "A　　B", " ", "　　"},
    {"full-width", "甲，乙", ",", "，"},
    {"after full-width", "甲，乙丙", "丙", "丙"},
    {"sign of several characters", "甲㈠乙", "(一)", "㈠"},
    {"part of such a sign", "甲㈠乙", "一", "㈠"},
    {"after such a sign", "甲㈠乙丙", "丙", "丙"},
    {"year", "于二〇二四年底", "2024", "二〇二四"},
    {"digit of a year", "于二〇二四年底", "24年", "二四年"},
    {"after a year with blanks", "于二 〇二四 年底", "年", "年"},
    {"invalid byte", "甲\xFF乙", "乙", "乙"},
};

TEST(FoldMap, LeadsBackToTheExactCharacters) {
  for (const MapCase& c : kCases) {
    FoldedText folded;
    folded.AppendBlock(c.source, {Piece{{0, Size(c.source)}, false, {}}});
    const std::size_t at = folded.text().find(c.folded);
    ASSERT_NE(at, std::string_view::npos) << c.what;
    const Span span{static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(at) + Size(c.folded)};
    const Span back = folded.ToSource(span);
    EXPECT_EQ(c.source.substr(back.begin, back.size()), c.back) << c.what;
  }
}

/// Source with markup: the pieces are what stands between the bars; &…; is an entity.
struct Markup {
  std::string source;
  std::vector<Piece> pieces;

  explicit Markup(std::string_view text) : source(text) {
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i <= Size(source); ++i) {
      if (i < source.size() && source[i] != '|') continue;
      if (i > begin && source[begin] != '<') {
        const bool entity = source[begin] == '&';
        pieces.push_back({{begin, i}, entity, entity ? "\u00A0" : ""});
      }
      begin = i + 1;
    }
  }
};

struct PieceCase {
  std::string_view markup, folded;
};

TEST(FoldMap, JoinsPieces) {
  constexpr PieceCase kPieceCases[] = {
      {"甲|<b>|乙|</b>|丙", "甲乙丙"},    {"ab|<b>|cd", "abcd"},
      {"ab|<br\n>|cd", "ab cd"},          {"甲|<br\n>|乙", "甲乙"},
      {"甲|&nbsp;|乙", "甲乙"},           {"a|&nbsp;|b", "a b"},
      {"鎮|<i>|(zhè|</i>|n)|人", "镇人"}, {"二〇|<b>|二四|</b>|年", "2024年"},
  };
  for (const PieceCase& c : kPieceCases) {
    const Markup markup(c.markup);
    FoldedText folded;
    const Span block = folded.AppendBlock(markup.source, markup.pieces);
    EXPECT_EQ(folded.Slice(block), c.folded) << c.markup;
  }
  const Markup entity("甲|<b>|a|&nbsp;|b");
  FoldedText folded;
  folded.AppendBlock(entity.source, entity.pieces);
  const auto blank = static_cast<std::uint32_t>(folded.text().find(' '));
  const Span back = folded.ToSource({blank, blank + 1});
  EXPECT_EQ(entity.source.substr(back.begin, back.size()), "&nbsp;");
}

TEST(FoldMap, PutsALineBreakBetweenBlocks) {
  const std::string source = "甲，\n \n乙";
  FoldedText folded;
  const Span first = folded.AppendBlock(source, {Piece{{0, 6}, false, {}}});
  const Span second = folded.AppendBlock(source, {Piece{{7, 8}, false, {}}});
  const Span third = folded.AppendBlock(source, {Piece{{9, 12}, false, {}}});
  EXPECT_EQ(folded.text(), "甲,\n\n乙");
  EXPECT_EQ(folded.Slice(first), "甲,");
  EXPECT_TRUE(second.empty());
  EXPECT_EQ(folded.ToSource(first), (Span{0, 6}));
  EXPECT_EQ(folded.ToSource({first.end, first.end + 1}), (Span{6, 6}));
  EXPECT_EQ(folded.ToSource(third), (Span{9, 12}));
  EXPECT_EQ(folded.ToSource({first.begin, third.end}), (Span{0, 12}));
  EXPECT_EQ(folded.FromSource(6), first.end);
  EXPECT_EQ(folded.FromSource(9), third.begin);
  EXPECT_EQ(folded.FromSource(999), third.end);
  EXPECT_EQ(FoldedText().ToSource({0, 0}), Span{});
  EXPECT_EQ(FoldedText().FromSource(5), 0u);
}

std::string RandomText(std::mt19937& random, int parts) {
  constexpr std::string_view kParts[] = {
      "甲", "鎮(zhèn)",   "，",  "（一）", " ",    "　",   "\n",     "a",         "１２",
      "㈠", "二〇二四年", "二○", "年",     "?",    "\xFF", "\u200B", "？。",      "?。ㄒ唬┻M(jìn)",
      "臺", "LED",        "。",  "—",      "(de)", "𠮷",   "⑽",      "?,F(xiàn)", "·"};
  std::string text;
  for (int i = 0; i < parts; ++i) text += kParts[random() % std::size(kParts)];
  return text;
}

TEST(FoldMap, HoldsForAnyText) {
  std::mt19937 random(20240111);
  for (int round = 0; round < 3000; ++round) {
    const std::string source = RandomText(random, 1 + static_cast<int>(random() % 30));
    // Cut into up to four blocks of one piece, at character boundaries.
    FoldedText folded;
    std::uint32_t begin = 0;
    while (begin < source.size()) {
      std::uint32_t end =
          std::min(Size(source), begin + 1 + static_cast<std::uint32_t>(random() % 60));
      while (!IsBoundary(source, end)) ++end;
      const Span block = folded.AppendBlock(source, {Piece{{begin, end}, false, {}}});
      const Span back = folded.ToSource(block);
      EXPECT_TRUE(block.empty() || (begin <= back.begin && back.end <= end)) << source;
      begin = end;
    }
    std::uint32_t last = 0;
    const std::string_view text = folded.text();
    ASSERT_TRUE(IsValidUtf8(text));
    for (std::uint32_t i = 0; i < text.size(); i += DecodeAt(text, i).length) {
      const Span back = folded.ToSource({i, i + DecodeAt(text, i).length});
      ASSERT_TRUE(IsBoundary(source, back.begin) && IsBoundary(source, back.end)) << source;
      ASSERT_TRUE(last <= back.begin && back.begin <= back.end) << source;
      ASSERT_LE(folded.FromSource(back.begin), i) << source;
      last = back.begin;
    }
  }
}

}  // namespace
}  // namespace hegao
