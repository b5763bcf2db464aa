// WordBreaks: words of ICU's dictionary stay whole, what is no word falls apart.
#include "text/words.h"

#include <gtest/gtest.h>

#include <string>

namespace hegao {
namespace {

/// The text with a stroke at each break inside it.
std::u32string Divided(WordBreaks& words, std::u32string_view text) {
  if (!words.Divide(text)) return U"?";
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && words.IsBreak(i)) out += U'|';
    out += text[i];
  }
  return out;
}

TEST(WordBreaks, KeepsWordsWholeAndTakesSlipsApart) {
  WordBreaks words;
  struct {
    std::u32string_view text, divided;
  } const cases[] = {
      {U"担任法律顾问", U"担任|法律|顾问"},
      {U"坦任法律顾问", U"坦|任|法律|顾问"},
      {U"集体讨论决义", U"集体|讨论|决|义"},
      {U"我", U"我"},
      {U"", U""},
  };
  for (const auto& c : cases) EXPECT_EQ(Divided(words, c.text), std::u32string(c.divided));
}

TEST(WordBreaks, KnowsBothEndsAndNothingPastThem) {
  WordBreaks words;
  ASSERT_TRUE(words.Divide(U"我们"));
  EXPECT_TRUE(words.IsBreak(0));
  EXPECT_FALSE(words.IsBreak(1));
  EXPECT_TRUE(words.IsBreak(2));
  EXPECT_FALSE(words.IsBreak(3));
}

TEST(WordBreaks, CountsCharactersNotUnits) {
  WordBreaks words;
  ASSERT_TRUE(words.Divide(U"我们\U00020000我们"));
  EXPECT_FALSE(words.IsBreak(1));
  EXPECT_TRUE(words.IsBreak(3));
  EXPECT_FALSE(words.IsBreak(4));
  EXPECT_TRUE(words.IsBreak(5));
  EXPECT_TRUE(words.Divide(U"\xD800我们")) << "no character at all";
  EXPECT_FALSE(words.IsBreak(2));
}

TEST(WordBreaks, BeforeTheFirstTextThereIsNoBreak) { EXPECT_FALSE(WordBreaks().IsBreak(0)); }

}  // namespace
}  // namespace hegao
