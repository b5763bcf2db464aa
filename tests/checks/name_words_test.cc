// How names are read out of titles and closing lines, and compared.
#include <gtest/gtest.h>

#include "checks/name/office.h"
#include "checks/name/own_places.h"
#include "checks/name/place_words.h"
#include "rulepack/source.h"

namespace hegao {
namespace {

PlaceWords Words() {
  const YamlFile file{
      "rule.yaml",
      "towns: [镇, 乡, 街道]\nuppers: [省, 市, 县, 区, 州]\n"
      "words: [市场, 乡村, 乡镇]\nprefixes: [中共, 关于, 年度, 年]\n"
      "bodies: [人民政府, 委员会, 党委]\nnever: [各, 全, 城]\nnever_last: [依法治]\n"};
  Problems problems;
  const auto value = ParseYaml(file, problems);
  const std::vector<SlotSpec> slots;
  const Tables tables;
  MapReader rule(value, problems, {"规则", "rule"});
  const auto params = Params::Read(rule, PlaceWords::Specs(), {slots, tables});
  EXPECT_TRUE(problems.empty());
  return PlaceWords(params);
}

TEST(PlaceWords, ReadsPlacesFromLeftToRight) {
  const auto words = Words();
  const std::pair<const char*, const char*> cases[] = {
      {"云岫省沅澄市望岑县云陂镇人民政府", "云岫省|沅澄市|望岑县|云陂镇|"},
      {"中共云陂镇委员会云坡镇人民政府", "云陂镇|云坡镇|"},
      {"2024年度霁川街道工作报告", "霁川街道|"},
      {"三乡镇2024年报告", "三乡镇|"},
      {"湘乡市景德镇市报告", "湘乡市|景德镇市|"},
      {"望岑县县直机关", "望岑县|"},
      {"望岑县市场监督管理局", "望岑县|"},
      {"望岑县乡村振兴局", "望岑县|"},
      {"望岑县城市管理局", "望岑县|"},
      {"全面依法治县工作", ""},
      {"乡镇委员会总结", ""},
      {"各镇", ""},
      {"", ""},
      {"镇", ""},
      {"\xE9\x95", ""},
      {"a云陂镇,b", "云陂镇|"},
  };
  for (const auto& [text, expected] : cases) {
    std::string got;
    for (const auto& place : words.Read(text, 100)) {
      got += place.Name() + "|";
      const Span local{place.folded.begin - 100, place.folded.end - 100};
      EXPECT_EQ(std::string_view(text).substr(local.begin, local.size()), place.Name());
    }
    EXPECT_EQ(got, expected) << text;
  }
}

TEST(Office, SameSlipOther) {
  const std::tuple<const char*, const char*, OfficeMatch> cases[] = {
      {"司法局", "司法局", OfficeMatch::same},
      {"人力资源和社会保障局", "人社局", OfficeMatch::same},
      {"发改委", "发展和改革委员会", OfficeMatch::same},
      {"司法局", "县司法局", OfficeMatch::same},
      {"司法局", "司法所", OfficeMatch::slip},
      {"水利局", "水务局", OfficeMatch::slip},
      {"水利局", "公安局", OfficeMatch::other},
  };
  for (const auto& [a, b, expected] : cases) {
    EXPECT_EQ(CompareOffice(a, b), expected) << a << b;
    EXPECT_EQ(CompareOffice(b, a), expected) << b << a;
  }
}

TEST(Office, Slips) {
  EXPECT_TRUE(IsSlip("云陂", "云坡"));
  EXPECT_TRUE(IsSlip("鹿鸣坳", "鹿鸣拗"));
  EXPECT_FALSE(IsSlip("云陂", "云陂"));
  EXPECT_FALSE(IsSlip("云陂", "竹墩"));
  EXPECT_FALSE(IsSlip("云陂", "云"));
  EXPECT_FALSE(IsSlip("甲", "乙"));
  EXPECT_FALSE(IsSlip("", ""));
}

Issuer Named(const std::vector<std::pair<std::string, bool>>& names) {
  Naming naming;
  naming.where = FactSource::title;
  for (const auto& [name, town] : names) {
    constexpr std::size_t kSuffix = 3;
    naming.places.push_back(
        {name.substr(0, name.size() - kSuffix), name.substr(name.size() - kSuffix), town, {}});
  }
  return {{naming}};
}

TEST(OwnPlaces, DistanceToOthers) {
  const Gazetteer g(*FindDataFile({}, "places-cn.tsv"));
  const auto to = [&](const OwnPlaces& own, const char* name, bool town) {
    return own.To({{}, 0, name, g.Find(name), town, true});
  };
  const OwnPlaces real(g, Named({{"奉节县", false}, {"冯坪乡", true}}), {"镇", "乡"});
  EXPECT_EQ(to(real, "奉节县", false), Distance::own);
  EXPECT_EQ(to(real, "重庆市", false), Distance::own);
  EXPECT_EQ(to(real, "云阳县", false), Distance::prefecture);
  EXPECT_EQ(to(real, "桐庐县", false), Distance::country);
  EXPECT_EQ(to(real, "石桥镇", true), Distance::country);
  EXPECT_EQ(to(real, "兴隆镇", true), Distance::own);  // there is one in the county, too
  const OwnPlaces invented(g, Named({{"望岑县", false}, {"石榉镇", true}}), {});
  EXPECT_EQ(to(invented, "桐庐县", false), Distance::other_by_name);
  EXPECT_EQ(to(invented, "浙江省", false), Distance::unknown);
  const OwnPlaces county(g, Named({{"望岑县", false}}), {});
  EXPECT_EQ(to(county, "石桥镇", true), Distance::unknown);
  const OwnPlaces alone(g, Named({{"石榉镇", true}}), {});
  EXPECT_EQ(to(alone, "桐庐县", false), Distance::unknown);
  EXPECT_TRUE(alone.Nowhere());
}

TEST(OwnPlaces, TextNarrowsDown) {
  const Gazetteer g(*FindDataFile({}, "places-cn.tsv"));
  OwnPlaces own(g, Named({{"石桥镇", true}}), {});
  EXPECT_TRUE(own.ByNameAlone());
  EXPECT_GT(own.places().size(), 5u);
  own.Confirm({{}, 0, "山东省", g.Find("山东省"), false, true});
  EXPECT_FALSE(own.ByNameAlone());
  EXPECT_LT(own.places().size(), 5u);
}

TEST(Departments, SayWhichNamesAreOne) {
  const YamlFile file{"rule.yaml",
                      "departments:\n"
                      "  - {name: 水利局, former: [水务局]}\n"
                      "  - {name: 人力资源和社会保障局, short: [人社局]}\n"};
  Problems problems;
  const auto value = ParseYaml(file, problems);
  const std::vector<SlotSpec> slots;
  const Tables tables;
  MapReader rule(value, problems, {"规则", "rule"});
  const std::vector<ParamSpec> specs = {{"departments",
                                         ParamType::records,
                                         true,
                                         {"部门", "departments"},
                                         0,
                                         1000000,
                                         {},
                                         Departments::Fields()}};
  const Departments known(Params::Read(rule, specs, {slots, tables}).Records("departments"));
  ASSERT_TRUE(problems.empty());
  EXPECT_EQ(known.Compare("水利局", "水务局"), OfficeMatch::former);
  EXPECT_EQ(known.Compare("人社局", "人力资源和社会保障局"), OfficeMatch::same);
  EXPECT_EQ(known.Compare("水利局", "人社局"), OfficeMatch::other);
  EXPECT_EQ(known.Compare("云水局", "云水局"), OfficeMatch::same);
  EXPECT_EQ(known.Compare("水利局", "云水局"), std::nullopt);
}

TEST(Offices, InTextOnlyWhatCanHardlyBeAnotherIsASlip) {
  EXPECT_EQ(CompareOfficeInText("民政局", "名政局"), OfficeMatch::slip);
  EXPECT_EQ(CompareOfficeInText("市场监督管理局", "市场监管总局"), OfficeMatch::slip);
  EXPECT_EQ(CompareOfficeInText("司法局", "司法鉴定中心"), OfficeMatch::other);
  EXPECT_EQ(CompareOfficeInText("农业农村局", "农业综合行政执法局"), OfficeMatch::other);
  EXPECT_EQ(CompareOfficeInText("人力资源和社会保障局", "人社局"), OfficeMatch::same);
}

}  // namespace
}  // namespace hegao
