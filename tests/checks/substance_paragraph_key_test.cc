// What makes two paragraphs the same.
#include <gtest/gtest.h>

#include "checks/substance/paragraph_key.h"
#include "document/builder.h"
#include "engine/pack.h"
#include "formats/registry.h"

namespace hegao {
namespace {

std::vector<ParagraphKey> Keys(const std::string& text, int year, std::size_t least = 4) {
  ReadOptions read;
  read.forced_format = "text";
  auto raw = ReadDocument("a.txt", text, read);
  EXPECT_TRUE(raw);
  const auto doc = BuildDocument(std::move(*raw), "a.txt", EmbeddedLexicon());
  return ParagraphKeys(doc, year, least);
}

TEST(ParagraphKey, NumberMarksAndWidthAreTakenOff) {
  const auto keys = Keys(
      "云陂镇2024年报告\n\n1.开展宣传１２场，效果很好。\n\n（三）开展宣传12场；效果很好。\n\n"
      "开展宣传13场，效果很好。\n",
      2024);
  ASSERT_EQ(keys.size(), 3u);
  EXPECT_EQ(keys[0].exact, keys[1].exact);
  EXPECT_NE(keys[0].exact, keys[2].exact);
  EXPECT_EQ(keys[0].loose, keys[2].loose);
  EXPECT_TRUE(keys[0].digits);
}

TEST(ParagraphKey, YearsCountFromTheReportYear) {
  const auto now = Keys("云陂镇2024年报告\n\n2024年全镇开展各类普法宣传活动。\n", 2024);
  const auto last = Keys("云陂镇2023年报告\n\n2023年全镇开展各类普法宣传活动。\n", 2023);
  ASSERT_EQ(now.size(), 1u);
  ASSERT_EQ(last.size(), 1u);
  EXPECT_EQ(now[0].exact, last[0].exact);
  EXPECT_FALSE(now[0].digits);
  const auto other = Keys("云陂镇2024年报告\n\n2018年全镇开展各类普法宣传活动。\n", 2024);
  ASSERT_EQ(other.size(), 1u);
  EXPECT_NE(now[0].exact, other[0].exact);
}

TEST(ParagraphKey, TitleClosingLinesAndShortOnesAreNone) {
  const auto keys = Keys(
      "云陂镇人民政府关于2024年法治政府建设情况的报告\n\n开展宣传12场，效果很好。\n\n云陂镇人民政府"
      "\n2025年1月10日\n",
      2024, 6);
  ASSERT_EQ(keys.size(), 1u);
  EXPECT_TRUE(Keys("云陂镇2024年报告\n\n开展宣传12场，效果很好。\n", 2024, 60).empty());
}

}  // namespace
}  // namespace hegao
