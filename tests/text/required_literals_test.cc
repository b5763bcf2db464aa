#include "text/required_literals.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hegao {
namespace {

using Strings = std::vector<std::string>;

TEST(RequiredLiterals, NamesWhatEveryMatchContains) {
  const struct {
    std::string_view regex;
    Strings literals;
  } kCases[] = {
      {"下一步", {"下一步"}},
      {"(举措|措施).{0,8}成效", {"成效"}},  // as long as those of the group, and fewer
      {"工作(总结|回顾)?", {"工作"}},
      {"下一?步", {"下"}},
      {"ab+c", {"ab"}},
      {"a{2}b", {"a"}},
      {"x{0,3}年", {"年"}},
      {"(?:甲|乙丙)", {"乙丙", "甲"}},
      {"(?P<mark>甲乙)\\d", {"甲乙"}},
      {"\\(盖章\\)", {"(盖章)"}},
      {"[甲乙]丙", {"丙"}},
      {"^报告$", {"报告"}},
      {"\\p{Han}件", {"件"}},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(RequiredLiterals(c.regex), c.literals) << c.regex;
  }
}

TEST(RequiredLiterals, SaysNothingWhereNothingIsSure) {
  for (const std::string_view regex : {"", ".*", "甲?", "甲*", "甲|\\d", "(甲|乙?)", "(?i)abc",
                                       "[甲乙]", "\\d+", "甲|", "(", "\\x{5E74}"}) {
    EXPECT_TRUE(RequiredLiterals(regex).empty()) << regex;
  }
}

TEST(ContainsAny, FindsWhatStringFindFinds) {
  const std::string text = "一、2024年推进法治政府建设的主要举措和成效abcabcd";
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    for (std::size_t length = 1; length <= 9 && begin + length <= text.size(); ++length) {
      const auto literal = text.substr(begin, length);
      EXPECT_TRUE(ContainsAny(text, {literal}));
      EXPECT_FALSE(ContainsAny(text, {literal + "#"}));
      EXPECT_FALSE(ContainsAny(text.substr(0, begin), {literal + text.substr(begin)}));
    }
  }
  EXPECT_TRUE(ContainsAny(text, {"没有", "成效"}));
  EXPECT_FALSE(ContainsAny("", {"甲"}));
  EXPECT_TRUE(ContainsAny("", {}));
}

}  // namespace
}  // namespace hegao
