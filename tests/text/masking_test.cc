// Numbers without their middle.
#include "text/masking.h"

#include <gtest/gtest.h>

namespace hegao {
namespace {

TEST(Masking, KeepsTheEnds) {
  static constexpr struct {
    const char *text, *masked;
  } kCases[] = {
      {"13800000001", "138****0001"},
      {"138-0000-0001", "138-****-0001"},
      {"110101199003070011", "110*************11"},
      {"41010519660408004X", "410*************4X"},
      {"１３８００００００１２", "１３８****００１２"},
      {"138****0001", "138****0001"},
      {"12345", "*****"},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(MaskMiddle(c.text), c.masked);
}

TEST(Masking, InPlaceKeepsEveryOffset) {
  std::string text = "电话１３８００００００１２，甲13800000001乙";
  const auto size = text.size();
  MaskMiddle(text, {6, 6 + 33});
  MaskMiddle(text, {45, 45 + 11});
  EXPECT_EQ(text, "电话１３８＊＊＊＊００１２，甲138****0001乙");
  EXPECT_EQ(text.size(), size);
}

}  // namespace
}  // namespace hegao
