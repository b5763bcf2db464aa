// The table of places and what is read from it.
#include <gtest/gtest.h>

#include "checks/name/gazetteer.h"
#include "rulepack/source.h"

namespace hegao {
namespace {

Gazetteer Embedded() { return Gazetteer(*FindDataFile({}, "places-cn.tsv")); }

TEST(Gazetteer, EmbeddedTableIsSorted) {
  const auto file = FindDataFile({}, "places-cn.tsv");
  ASSERT_TRUE(file);
  EXPECT_EQ(FirstUnsortedLine(file->text), 0u);
  EXPECT_LT(file->text.size(), 1000000u);
}

TEST(Gazetteer, FindsNamesAndCodes) {
  const auto g = Embedded();
  EXPECT_EQ(g.Find("奉节县"), std::vector<PlaceCode>{500236});
  EXPECT_EQ(g.Find("冯坪乡"), std::vector<PlaceCode>{500236275});
  EXPECT_GT(g.Find("城关镇").size(), 50u);
  EXPECT_TRUE(g.Find("云陂镇").empty());
  EXPECT_TRUE(g.Find("").empty());
  EXPECT_EQ(g.NameOf(33), "浙江省");
  EXPECT_EQ(g.NameOf(500236), "奉节县");
  EXPECT_EQ(g.NameOf(5001), "");  // 市辖区 is no place
  // Renamed in 2016; reports of that time use the old name.
  EXPECT_EQ(g.Find("开县"), g.Find("开州区"));
}

TEST(Gazetteer, TownsOfACounty) {
  const auto towns = Embedded().TownsOf(500236);
  EXPECT_GT(towns.size(), 20u);
  EXPECT_NE(std::find(towns.begin(), towns.end(), "冯坪乡"), towns.end());
  EXPECT_EQ(std::find(towns.begin(), towns.end(), "石桥镇"), towns.end());
}

TEST(Gazetteer, LevelsOfCodes) {
  EXPECT_EQ(LevelOf(33), PlaceLevel::province);
  EXPECT_EQ(LevelOf(3301), PlaceLevel::prefecture);
  EXPECT_EQ(LevelOf(330122), PlaceLevel::county);
  EXPECT_EQ(LevelOf(330122101), PlaceLevel::town);
  EXPECT_EQ(Above(330122101, PlaceLevel::county), 330122u);
  EXPECT_EQ(Above(330122101, PlaceLevel::province), 33u);
  EXPECT_EQ(Above(33, PlaceLevel::county), 33u);
  EXPECT_TRUE(IsWithin(330122101, 3301));
  EXPECT_TRUE(IsWithin(3301, 3301));
  EXPECT_FALSE(IsWithin(3301, 330122));
  EXPECT_FALSE(IsWithin(340122101, 3301));
}

}  // namespace
}  // namespace hegao
