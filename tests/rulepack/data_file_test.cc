// Sorted tables that are searched as they stand.
#include "rulepack/data_file.h"

#include <gtest/gtest.h>

namespace hegao {
namespace {

TEST(LookUp, FindsEveryKeyAndNoOther) {
  const std::string table = "# remark\n11\t甲\n110\t乙\n12\t\na\tone two\nab\tthree\n丙\t4";
  const std::pair<const char*, const char*> present[] = {
      {"11", "甲"}, {"110", "乙"}, {"12", ""}, {"a", "one two"}, {"ab", "three"}, {"丙", "4"}};
  for (const auto& [key, value] : present) {
    const auto found = LookUp(table, key);
    ASSERT_TRUE(found) << key;
    EXPECT_EQ(*found, value) << key;
  }
  for (const char* key : {"", "1", "111", "0", "b", "甲", "丙丁", "\xFF", "three"}) {
    EXPECT_FALSE(LookUp(table, key)) << key;
  }
}

TEST(LookUp, TablesOfAnyShape) {
  EXPECT_FALSE(LookUp("", "a"));
  EXPECT_FALSE(LookUp("\n", "a"));
  EXPECT_FALSE(LookUp("\n\n\n", "a"));
  EXPECT_EQ(LookUp("a\t1", "a"), "1");
  EXPECT_EQ(LookUp("a\t1\n", "a"), "1");
  EXPECT_EQ(LookUp("a", "a"), "");
  EXPECT_FALSE(LookUp("z\t1\nb\t2\na\t3\n", "nosuch"));
}

TEST(FirstUnsortedLine, NamesTheLine) {
  EXPECT_EQ(FirstUnsortedLine(""), 0u);
  EXPECT_EQ(FirstUnsortedLine("a\nb\nc"), 0u);
  EXPECT_EQ(FirstUnsortedLine("a\nc\nb\n"), 3u);
  EXPECT_EQ(FirstUnsortedLine("a\na\n"), 2u);
}

TEST(FindDataFile, OwnBeforeShared) {
  const auto text = std::make_shared<const std::string>("a\t1\n");
  const std::vector<DataFile> own = {{"places-cn.tsv", text, *text}};
  EXPECT_EQ(FindDataFile(own, "places-cn.tsv")->text, "a\t1\n");
  EXPECT_GT(FindDataFile({}, "places-cn.tsv")->text.size(), 100000u);
  EXPECT_FALSE(FindDataFile(own, "nosuch.tsv"));
}

}  // namespace
}  // namespace hegao
