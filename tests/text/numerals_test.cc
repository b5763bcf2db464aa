#include "text/numerals.h"

#include <gtest/gtest.h>

namespace hegao {
namespace {

TEST(Numerals, ReadsBackWhatItWrites) {
  for (std::uint32_t n = 1; n <= 9999; ++n) {
    const std::string text = ToCjkNumber(n);
    const auto parsed = ParseCjkNumber(text + "、");
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->value, n) << text;
    EXPECT_EQ(parsed->length, text.size()) << text;
  }
}

TEST(Numerals, WritesAsPeopleDo) {
  EXPECT_EQ(ToCjkNumber(1), "一");
  EXPECT_EQ(ToCjkNumber(12), "十二");
  EXPECT_EQ(ToCjkNumber(20), "二十");
  EXPECT_EQ(ToCjkNumber(102), "一百零二");
  EXPECT_EQ(ToCjkNumber(110), "一百一十");
  EXPECT_EQ(ToCjkNumber(1005), "一千零五");
}

struct CjkCase {
  std::string_view text;
  std::uint32_t value;  // 0: no number
  std::uint32_t characters;
};

constexpr CjkCase kCjk[] = {
    {"一十五、", 15, 3}, {"廿三", 23, 2},     {"卅", 30, 1},      {"一百〇二条", 102, 4},
    {"十", 10, 1},       {"九十九次", 99, 3}, {"三是", 3, 1},     {"二〇二四年", 0, 0},
    {"一二三", 0, 0},    {"第一", 0, 0},      {"", 0, 0},         {"零", 0, 0},
    {"一百一", 0, 0},    {"百", 0, 0},        {"\xE4\xB8", 0, 0},
};

TEST(Numerals, ReadsCountingNumbersButNoDigitStrings) {
  for (const CjkCase& c : kCjk) {
    const auto parsed = ParseCjkNumber(c.text);
    ASSERT_EQ(parsed.has_value(), c.value != 0) << c.text;
    if (!parsed) continue;
    EXPECT_EQ(parsed->value, c.value) << c.text;
    EXPECT_EQ(parsed->length, c.characters * 3) << c.text;
  }
}

TEST(Numerals, ReadsAsciiAndCircledNumbers) {
  EXPECT_EQ(ParseAsciiNumber("12.")->value, 12u);
  EXPECT_EQ(ParseAsciiNumber("12.")->length, 2u);
  EXPECT_EQ(ParseAsciiNumber("999999999")->value, 999999999u);
  EXPECT_FALSE(ParseAsciiNumber("1234567890"));
  EXPECT_FALSE(ParseAsciiNumber("a1"));
  EXPECT_EQ(ParseCircledNumber("①是")->value, 1u);
  EXPECT_EQ(ParseCircledNumber("⑳")->value, 20u);
  EXPECT_EQ(ParseCircledNumber("㉑")->value, 21u);
  EXPECT_EQ(ParseCircledNumber("㉟")->value, 35u);
  EXPECT_EQ(ParseCircledNumber("㊿")->value, 50u);
  EXPECT_FALSE(ParseCircledNumber("1"));
}

}  // namespace
}  // namespace hegao
