#include "text/pattern.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace hegao {
namespace {

Pattern Compiled(std::string_view regex) {
  Pattern pattern;
  PatternError error;
  EXPECT_TRUE(Pattern::Compile(regex, &pattern, &error)) << regex << ": " << error.message.en;
  return pattern;
}

struct FoldCase {
  std::string_view regex, folded;
};

constexpr FoldCase kFoldCases[] = {
    {"（一）鎮", "\\(一\\)镇"},
    {"《規》？", "《规》\\?"},
    {"(?P<year>年)\\。\\p{Han}\\x{3000}", "(?P<year>年)。\\p{Han}\\x{3000}"},
    {"\\（", "\\("},
    {"[（【]", "[\\(【]"},
    {"[０-９]", "[0-9]"},
    {"[一-龥鎮]", "[一-龥镇]"},
    {"[—～]", "[\\-~]"},
    {"[]」]", "[]”]"},
    {"[^，。]", "[^,。]"},
    {"㈠?", "(?:\\(一\\))?"},
    {"⒈", "(?:1\\.)"},
    {"甲\u200B乙\u3000", "甲乙 "},
    {"[[:digit:]（]", "[[:digit:]\\(]"},
    {"abc\\d+", "abc\\d+"},
};

TEST(FoldPattern, FoldsLiteralsAndKeepsSyntax) {
  for (const FoldCase& c : kFoldCases) {
    EXPECT_EQ(FoldPattern(c.regex), c.folded);
    EXPECT_EQ(FoldPattern(c.folded), c.folded);
    Compiled(c.regex);
  }
}

TEST(Pattern, FindsTheFoldedFormOfItsOwnLiterals) {
  for (const std::string_view literal : {"（一）加強鎮級", "２０２４—２０２５", "「某」", "㈠甲"}) {
    EXPECT_TRUE(Compiled(literal).Matches(Fold(literal))) << literal;
  }
}

TEST(Pattern, MatchesWithinARangeOnly) {
  const std::string_view text = "甲乙甲乙丙";
  PatternMatch match;
  ASSERT_TRUE(Compiled("(甲)?(?P<second>乙)").Find(text, {3, 15}, &match));
  EXPECT_EQ(match.whole, (Span{3, 6}));
  EXPECT_EQ(match.groups, (std::vector<Span>{{0, 0}, {3, 6}}));
  ASSERT_TRUE(Compiled("^甲乙$").Find(text, {6, 12}, &match));
  EXPECT_EQ(match.whole, (Span{6, 12}));
  EXPECT_FALSE(Compiled("丙").Find(text, {0, 12}, &match));
  EXPECT_FALSE(Compiled("甲").Find(text, {99, 100}, &match));
}

TEST(Pattern, FindsAllButEmptyMatches) {
  const std::string_view text = "一x一一";
  const auto found = [&](std::string_view regex, Span range) {
    std::vector<Span> spans;
    for (const PatternMatch& m : Compiled(regex).FindAll(text, range)) spans.push_back(m.whole);
    return spans;
  };
  EXPECT_EQ(found("一+", {0, 10}), (std::vector<Span>{{0, 3}, {4, 10}}));
  EXPECT_EQ(found("x*", {0, 10}), (std::vector<Span>{{3, 4}}));
  EXPECT_EQ(found("^一", {4, 10}), (std::vector<Span>{{4, 7}}));
  EXPECT_EQ(found("二", {0, 10}), std::vector<Span>{});
}

TEST(Pattern, NamesItsGroups) {
  const Pattern pattern = Compiled("(a)(?P<year>b)");
  EXPECT_EQ(pattern.GroupCount(), 2);
  EXPECT_EQ(pattern.GroupIndex("year"), 2);
  EXPECT_EQ(pattern.GroupIndex("month"), -1);
  EXPECT_EQ(pattern.source(), "(a)(?P<year>b)");
  EXPECT_TRUE(Pattern().empty());
  EXPECT_FALSE(Pattern().Matches(""));
}

TEST(Pattern, ExplainsWhatIsWrong) {
  struct Broken {
    std::string_view regex, fragment;
  };
  constexpr Broken kBroken[] = {{"甲(乙", "甲(乙"}, {"[b-a]", "b-a"},       {"*甲", "*"},
                                {"(?=甲)", "(?="},  {"甲{2000}", "{2000}"}, {"\\y", "\\y"}};
  for (const Broken& b : kBroken) {
    Pattern pattern;
    PatternError error;
    EXPECT_FALSE(Pattern::Compile(b.regex, &pattern, &error)) << b.regex;
    EXPECT_EQ(error.fragment, b.fragment);
    EXPECT_FALSE(error.message.zh.empty());
    EXPECT_FALSE(error.message.en.empty());
    EXPECT_TRUE(pattern.empty());
  }
}

}  // namespace
}  // namespace hegao
