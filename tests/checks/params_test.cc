// Parameters that are more than a word: records, with fields of their own, and tables of them.
#include "checks/params.h"

#include <gtest/gtest.h>

namespace hegao {
namespace {

const std::vector<ParamSpec> kFields = {
    {"name", ParamType::text, true, {"名", "name"}},
    {"short", ParamType::texts, false, {"简称", "short names"}},
    {"ended", ParamType::date, false, {"止", "ended"}},
};
const std::vector<ParamSpec> kSpecs = {
    {"laws", ParamType::records, true, {"表", "records"}, 0, 1, {}, kFields}};

struct Reading {
  Params params;
  std::vector<std::string> codes;
};

Reading Read(const std::string& yaml, RecordTables* tables = nullptr) {
  const YamlFile file{"rule.yaml", yaml};
  Problems problems;
  const auto value = ParseYaml(file, problems);
  const std::vector<SlotSpec> slots;
  const Tables lists;
  MapReader rule(value, problems, {"规则", "rule"});
  Reading reading{Params::Read(rule, kSpecs, {slots, lists, nullptr, tables}), {}};
  rule.Finish();
  problems.Sort();
  for (const auto& p : problems.items())
    reading.codes.push_back(p.code + "@" + std::to_string(p.line));
  return reading;
}

TEST(Params, RecordsAreTyped) {
  const auto r =
      Read("laws:\n  - {name: 甲法, short: [甲, 甲条], ended: 2021-01-01}\n  - {name: 乙法}\n");
  EXPECT_TRUE(r.codes.empty());
  const auto& laws = r.params.Records("laws");
  ASSERT_EQ(laws.size(), 2u);
  EXPECT_EQ(laws[0].Text("name"), "甲法");
  EXPECT_EQ(laws[0].Texts("short").size(), 2u);
  EXPECT_EQ(laws[0].DateOf("ended"), (Date{2021, 1, 1}));
  EXPECT_EQ(laws[1].DateOf("ended"), std::nullopt);
}

TEST(Params, MistakesInRecordsHaveTheirPlace) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"laws:\n  - {short: 甲}\n", "missing-key@2"},
      {"laws:\n  - {name: 甲法, endet: 2021-01-01}\n", "unknown-key@2"},
      {"laws:\n  - {name: 甲法, ended: 2021-02-30}\n", "bad-date@2"},
      {"laws:\n  - 甲法\n", "wrong-type@2"},
      {"laws: 甲法\n", "wrong-type@1"},
      {"laws: {table: nosuch}\n", "unknown-table@1"},
  };
  for (const auto& [yaml, code] : cases) {
    const auto r = Read(yaml);
    ASSERT_EQ(r.codes.size(), 1u) << yaml;
    EXPECT_EQ(r.codes[0], code) << yaml;
  }
}

TEST(Params, RecordsFromATable) {
  const YamlFile file{"laws.yaml", "- {name: 甲法}\n- {name: 乙法}\n"};
  Problems problems;
  const auto list = ParseYaml(file, problems);
  RecordTables tables;
  tables["laws"].list = &list;
  const auto r = Read("laws: {table: laws}\n", &tables);
  EXPECT_TRUE(r.codes.empty());
  EXPECT_EQ(r.params.Records("laws").size(), 2u);
  // Read once: a second rule gets the same records.
  const auto again = Read("laws: {table: laws}\n", &tables);
  EXPECT_EQ(&again.params.Records("laws"), &r.params.Records("laws"));
}

TEST(Params, DataFiles) {
  const auto good = std::make_shared<const std::string>("a\t1\nb\t2\n");
  const auto bad = std::make_shared<const std::string>("b\t1\na\t2\n");
  const std::vector<DataFile> own = {{"good.tsv", good, *good}, {"bad.tsv", bad, *bad}};
  const std::vector<ParamSpec> specs = {{"file", ParamType::data, true, {"表", "table"}}};
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"file: good.tsv\n", ""},
      {"file: places-cn.tsv\n", ""},
      {"file: bad.tsv\n", "unsorted-data"},
      {"file: godd.tsv\n", "unknown-data"},
      {"file: [good.tsv]\n", "wrong-type"},
      {"other: 1\n", "missing-key"},
  };
  for (const auto& [yaml, code] : cases) {
    const YamlFile file{"rule.yaml", yaml};
    Problems problems;
    const auto value = ParseYaml(file, problems);
    const std::vector<SlotSpec> slots;
    const Tables lists;
    MapReader rule(value, problems, {"规则", "rule"});
    const auto params = Params::Read(rule, specs, {slots, lists, nullptr, nullptr, &own});
    EXPECT_EQ(problems.items().empty() ? "" : problems.items()[0].code, code) << yaml;
    if (code.empty()) {
      EXPECT_FALSE(params.Data("file").text.empty());
    }
    if (code == "unknown-data") {
      EXPECT_NE(problems.items()[0].hint.en.find("good.tsv"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace hegao
