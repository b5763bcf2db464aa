#include "text/line_index.h"

#include <gtest/gtest.h>

namespace hegao {
namespace {

TEST(LineIndex, SplitsAtEveryKindOfLineEnd) {
  const std::string_view text = "甲\n乙\r\n丙\r丁\r\r\n";
  const LineIndex lines(text);
  std::vector<std::string_view> split;
  for (std::uint32_t n = 1; n <= lines.LineCount(); ++n) {
    const Span span = lines.LineSpan(text, n);
    split.push_back(text.substr(span.begin, span.size()));
  }
  EXPECT_EQ(split, (std::vector<std::string_view>{"甲", "乙", "丙", "丁", "", ""}));
  EXPECT_EQ(lines.LineSpan(text, 99), Span{});
}

TEST(LineIndex, CountsColumnsInCharactersAndIgnoresTheBom) {
  const std::string_view text = "\xEF\xBB\xBF甲乙\n丙a𠮷丁";
  const LineIndex lines(text);
  const auto at = [&](std::string_view what) {
    return lines.At(text, static_cast<std::uint32_t>(text.find(what)));
  };
  EXPECT_EQ(lines.At(text, 0), (LineColumn{1, 1}));
  EXPECT_EQ(at("甲"), (LineColumn{1, 1}));
  EXPECT_EQ(at("乙"), (LineColumn{1, 2}));
  EXPECT_EQ(at("丙"), (LineColumn{2, 1}));
  EXPECT_EQ(at("丁"), (LineColumn{2, 4}));
  EXPECT_EQ(lines.At(text, 9999), (LineColumn{2, 5}));
}

TEST(LineIndex, HasOneLineWhereThereIsNoText) {
  const LineIndex lines("");
  EXPECT_EQ(lines.LineCount(), 1u);
  EXPECT_EQ(lines.At("", 0), (LineColumn{1, 1}));
}

}  // namespace
}  // namespace hegao
