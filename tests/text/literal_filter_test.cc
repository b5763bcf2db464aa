#include "text/literal_filter.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/utf8.h"

namespace hegao {
namespace {

// What is there is never denied, whatever its length and place.
TEST(LiteralFilter, NeverDeniesWhatIsThere) {
  for (const std::string text :
       {"", "甲", "ab", "一、2024年推进工作的主要举措和成效abcabcd\n（二）"}) {
    const LiteralFilter filter(text);
    for (std::size_t begin = 0; begin <= text.size(); ++begin) {
      for (std::size_t length = 0; begin + length <= text.size(); ++length) {
        if (!IsBoundary(text, begin) || !IsBoundary(text, begin + length)) continue;
        EXPECT_TRUE(filter.MayContain(std::string_view(text).substr(begin, length)));
      }
    }
  }
}

TEST(LiteralFilter, DeniesMostOfWhatIsNot) {
  std::mt19937 random(1);
  const auto word = [&](int characters) {
    std::string s;
    for (int i = 0; i < characters; ++i) {
      const auto c = 0x4E00 + random() % 3000;
      s += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
            static_cast<char>(0x80 | (c & 63))};
    }
    return s;
  };
  const auto text = word(5000);
  const LiteralFilter filter(text);
  int wrong = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto literal = word(2);
    wrong += text.find(literal) == text.npos && filter.MayContain(literal);
  }
  EXPECT_LT(wrong, 100);
  EXPECT_FALSE(LiteralFilter("甲乙").MayContain("丙"));
  EXPECT_FALSE(LiteralFilter("ab").MayContain("c"));
  EXPECT_FALSE(LiteralFilter("").MayContain("甲乙"));
}

TEST(LiteralFilter, OneOfEach) {
  const std::string_view text = "举措和成效";
  const LiteralFilter filter(text);
  EXPECT_TRUE(filter.Contains(text, LiteralQuery()));
  EXPECT_TRUE(filter.Contains(text, LiteralQuery({{"没有", "成效"}, {"举措"}})));
  EXPECT_FALSE(filter.Contains(text, LiteralQuery({{"没有", "成效"}, {"不足"}})));
  EXPECT_FALSE(filter.Contains(text, LiteralQuery({{"举措成效"}})));
}

}  // namespace
}  // namespace hegao
