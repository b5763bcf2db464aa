#include "text/utf8.h"

#include <gtest/gtest.h>

namespace hegao {
namespace {

struct ValidityCase {
  const char* what;
  std::string_view bytes;
  bool valid;
  std::size_t characters;
};

constexpr ValidityCase kValidity[] = {
    {"empty", "", true, 0},
    {"ascii", "abcdefghijk", true, 11},
    {"all lengths", "a\xC2\xB7中𠮷", true, 4},
    {"lone continuation", "中\x80", false, 2},
    {"truncated Han", "中\xE4\xB8", false, 3},
    {"overlong slash", "\xC0\xAF", false, 2},
    {"overlong three", "\xE0\x80\xAF", false, 3},
    {"surrogate", "\xED\xA0\x80", false, 3},
    {"beyond Unicode", "\xF4\x90\x80\x80", false, 4},
    {"highest", "\xF4\x8F\xBF\xBF", true, 1},
    {"bad byte after eight good ones", "abcdefgh\xFF", false, 9},
};

TEST(Utf8, TellsValidFromInvalidAndCountsBoth) {
  for (const ValidityCase& c : kValidity) {
    EXPECT_EQ(IsValidUtf8(c.bytes), c.valid) << c.what;
    EXPECT_EQ(CountCodePoints(c.bytes), c.characters) << c.what;
  }
}

TEST(Utf8, WalksTheSameCharactersInBothDirections) {
  for (const ValidityCase& c : kValidity) {
    std::vector<std::size_t> forward, backward;
    for (std::size_t i = 0; i < c.bytes.size(); i += DecodeAt(c.bytes, i).length) {
      forward.push_back(i);
    }
    for (std::size_t i = c.bytes.size(); i > 0;) {
      i -= DecodeBefore(c.bytes, i).length;
      backward.insert(backward.begin(), i);
    }
    EXPECT_EQ(forward, backward) << c.what;
    for (std::size_t i = 0; i < c.bytes.size(); ++i) {
      const bool starts = std::find(forward.begin(), forward.end(), i) != forward.end();
      EXPECT_EQ(IsBoundary(c.bytes, i), starts) << c.what << " at " << i;
    }
  }
}

TEST(Utf8, AppendsWhatItDecodes) {
  for (const char32_t c : {U'a', U'·', U'中', U'𠮷', char32_t{0x10FFFF}}) {
    std::string s;
    AppendUtf8(s, c);
    EXPECT_EQ(DecodeAt(s, 0).value, c);
    EXPECT_EQ(DecodeAt(s, 0).length, s.size());
  }
  std::string surrogate;
  AppendUtf8(surrogate, 0xD800);
  EXPECT_EQ(surrogate, "\xEF\xBF\xBD");
}

TEST(Utf8, MeasuresText) {
  EXPECT_EQ(FirstCodePoints("中a国", 2), "中a");
  EXPECT_EQ(FirstCodePoints("中", 5), "中");
  EXPECT_EQ(CountHan("二〇二四年，A鎮𠮷・"), 7u);
  EXPECT_EQ(CountHan("\xE4\xB8"), 0u);     // cut off
  EXPECT_EQ(CountHan("\xE4\xB8x中"), 1u);  // no character, then one
  for (char32_t c = 0x3300; c <= 0xA100; ++c) {
    std::string text = "a";
    AppendUtf8(text, c);
    EXPECT_EQ(CountHan(text), IsHan(c) ? 1u : 0u) << static_cast<std::uint32_t>(c);
  }
  EXPECT_EQ(DisplayWidth("中a，é"), 2 + 1 + 2 + 1);
  EXPECT_EQ(DisplayWidth("e\u0301\u200B"), 1);
}

}  // namespace
}  // namespace hegao
