// How a text that almost says a phrase is understood: which characters slipped, and how.
#include <gtest/gtest.h>

#include "checks/term/near_match.h"
#include "checks/term/term_hits.h"
#include "text/char_tables.h"

namespace hegao {
namespace {

std::string Shown(const std::vector<NearMatch>& found) {
  constexpr const char* kNames[] = {"other", "missing", "extra", "swapped"};
  std::string out;
  for (const auto& m : found) {
    out += "[" + std::to_string(m.begin) + "," + std::to_string(m.end);
    for (const auto& s : m.slips) {
      out += std::string(" ") + kNames[static_cast<int>(s.kind)] + "@" + std::to_string(s.text);
    }
    out += "]";
  }
  return out;
}

TEST(NearMatch, NamesTheSlips) {
  struct Case {
    const char32_t* phrase;
    const char32_t* text;
    std::uint32_t most;
    const char* expected;
  };
  const Case cases[] = {
      {U"甲乙丙丁戊己", U"一甲乙丙丁戊己二", 1, "[1,7]"},
      {U"甲乙丙丁戊己", U"一甲乙子丁戊己二", 1, "[1,7 other@3]"},
      {U"甲乙丙丁戊己", U"一甲乙丁戊己二", 1, "[1,6 missing@3]"},
      {U"甲乙丙丁戊己", U"一甲乙丙子丁戊己二", 1, "[1,8 extra@4]"},
      {U"甲乙丙丁戊己", U"一甲乙丁丙戊己二", 1, "[1,7 swapped@3]"},
      {U"甲乙丙丁戊己", U"一乙甲丙丁戊己二", 1, "[1,7 swapped@1]"},
      // A character twice is that, though the start could be missing as well.
      {U"甲乙丙丁戊己", U"甲乙乙丙丁戊己", 1, "[0,7 extra@1]"},
      {U"甲乙丙丁戊己", U"一甲子丙丁丑己二", 1, ""},
      {U"甲乙丙丁戊己", U"一甲子丙丁丑己二", 2, "[1,7 other@2 other@5]"},
      {U"甲乙丙丁戊己", U"甲乙丙丁戊己甲子丙丁戊己", 1, "[0,6][6,12 other@7]"},
      {U"甲乙", U"", 1, ""},
      {U"", U"甲乙", 1, ""},
      // Nothing in common is no match, whatever may slip; and the search ends.
      {U"甲乙", U"丙丁戊己", 9, ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Shown(FindNear(c.phrase, c.text, c.most)), c.expected) << Shown({}) << c.expected;
  }
}

TEST(NearMatch, WhatDiffersBetweenTwoWords) {
  const auto shown = [](std::u32string_view right, std::u32string_view wrong) {
    return Shown({{0, 0, SlipsBetween(right, wrong, 10)}});
  };
  EXPECT_EQ(shown(U"甲乙丙丁", U"甲乙丙丁"), "[0,0]");
  EXPECT_EQ(shown(U"甲乙丙丁", U"甲子丙丁"), "[0,0 other@11]");
  EXPECT_EQ(shown(U"甲乙丙丁", U"甲丙丁"), "[0,0 missing@11]");
  EXPECT_EQ(shown(U"甲乙丙丁", U"甲乙丙丁丁"), "[0,0 extra@14]");
  // One too many at the start of a word of two characters.
  EXPECT_EQ(shown(U"甲乙", U"子甲乙"), "[0,0 extra@10]");
  EXPECT_EQ(shown(U"甲乙", U"丙丁戊"), "[0,0 other@10 other@11 extra@12]");
}

TEST(SoundAlike, TonesAndBlursAreNotToldApart) {
  EXPECT_TRUE(SoundAlike(U'布', U'部'));
  EXPECT_TRUE(SoundAlike(U'侨', U'桥'));
  EXPECT_TRUE(SoundAlike(U'资', U'知'));  // zi, zhi
  EXPECT_TRUE(SoundAlike(U'信', U'性'));  // xin, xing
  EXPECT_FALSE(SoundAlike(U'国', U'围'));
  EXPECT_FALSE(SoundAlike(U'a', U'a'));
}

}  // namespace
}  // namespace hegao
