#include "text/required_literals.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hegao {
namespace {

TEST(RequiredLiterals, NamesWhatEveryMatchContains) {
  const struct {
    std::string_view regex;
    std::vector<AnyOf> required;
  } kCases[] = {
      {"下一步", {{"下一步"}}},
      {"(举措|措施).{0,8}成效", {{"成效"}, {"举措", "措施"}}},
      {"工作(总结|回顾)?", {{"工作", "工作回顾", "工作总结"}}},
      {"下一?步", {{"下步", "下一步"}}},
      {"下一*步", {{"下"}, {"步"}}},
      {"ab+c", {{"ab"}, {"c"}}},
      {"ab+?c", {{"ab"}, {"c"}}},
      {"a{2}b", {{"aa"}, {"b"}}},
      {"a{9}", {{"aaaa"}}},
      {"x{0,3}年", {{"年"}}},
      {"(?:甲|乙丙)", {{"乙丙", "甲"}}},
      {"(?:甲|乙丙)(?:丁|戊)", {{"乙丙丁", "乙丙戊", "甲丁", "甲戊"}}},
      {"(?:甲|)乙", {{"乙", "甲乙"}}},
      {"(?:^|甲)乙$", {{"乙", "甲乙"}}},
      {"(?:甲|\\d)乙", {{"乙"}}},
      {"(甲丁|乙丙.*戊)", {{"乙丙", "甲丁"}}},
      {"(?P<mark>甲乙)\\d", {{"甲乙"}}},
      {"\\(盖章\\)", {{"(盖章)"}}},
      {"[甲乙]丙丁", {{"乙丙丁", "甲丙丁"}}},
      {"[甲乙]?丙", {{"丙", "乙丙", "甲丙"}}},
      {"[^甲]丙|[甲-乙]丙", {{"丙"}}},
      {"^报告$", {{"报告"}}},
      {"\\p{Han}件", {{"件"}}},
      {"\\pN件", {{"件"}}},
      // Nine times nine would be too many: two factors.
      {"(一|二|三|四|五|六|七|八|九)(一|二|三|四|五|六|七|八|九)",
       {{"一", "七", "三", "九", "二", "五", "八", "六", "四"},
        {"一", "七", "三", "九", "二", "五", "八", "六", "四"}}},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(RequiredLiterals(c.regex), c.required) << c.regex;
  }
}

TEST(RequiredLiterals, SaysNothingWhereNothingIsSure) {
  for (const std::string_view regex :
       {"", ".*", "甲?", "甲*", "甲|\\d", "(甲|乙?)", "(?i)abc", "\\d+", "甲|", "(", "\\x{5E74}"}) {
    EXPECT_TRUE(RequiredLiterals(regex).empty()) << regex;
  }
}

TEST(ContainsRequired, FindsWhatStringFindFinds) {
  const std::string text = "一、2024年推进法治政府建设的主要举措和成效abcabcd";
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    for (std::size_t length = 1; length <= 9 && begin + length <= text.size(); ++length) {
      const auto literal = text.substr(begin, length);
      EXPECT_TRUE(ContainsRequired(text, {{literal}}));
      EXPECT_FALSE(ContainsRequired(text, {{literal + "#"}}));
      EXPECT_FALSE(ContainsRequired(text.substr(0, begin), {{literal + text.substr(begin)}}));
    }
  }
  EXPECT_TRUE(ContainsRequired(text, {{"没有", "成效"}, {"举措"}}));
  EXPECT_FALSE(ContainsRequired(text, {{"没有", "成效"}, {"不足"}}));
  EXPECT_FALSE(ContainsRequired("", {{"甲"}}));
  EXPECT_TRUE(ContainsRequired("", {}));
}

}  // namespace
}  // namespace hegao
