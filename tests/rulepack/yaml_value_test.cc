// Good YAML: the tree, and that every value and key knows its place.
#include <gtest/gtest.h>

#include <vector>

#include "marked_yaml.h"
#include "text/utf8.h"

namespace hegao {
namespace {

struct Good {
  std::string text;
  const char* tree;
};

const Good kGood[] = {
    {"", "~"},
    {"# 只有注释\n", "~"},
    {"--- \na: 1\n", "{a: 1}"},
    {"文字", "文字"},
    {"键: 值\n乙: '引 号'\n", "{键: 值, 乙: \"引 号\"}"},
    {"\xEF\xBB\xBF键: 值\n", "{键: 值}"},
    {"a: yes\nb: on\nc: 1.10\nd: 2025\ne: 010\nf: 0x1F\n",
     "{a: yes, b: on, c: 1.10, d: 2025, e: 010, f: 0x1F}"},
    {"yes: 1\n1: 2\n", "{yes: 1, 1: 2}"},
    {"a:\nb: ~\nc: null\nd: \"\"\ne: '~'\n", "{a: ~, b: ~, c: ~, d: \"\", e: \"~\"}"},
    {"a: !!str 5\nb: !!int 5\nd: !!seq [1]\n", "{a: \"5\", b: 5, d: [1]}"},
    {"a: &x 1\nb: *x\nc: [*x, *x]\n", "{a: 1, b: 1, c: [1, 1]}"},
    {"a: &m {k: [v]}\nb: *m\n", "{a: {k: [v]}, b: {k: [v]}}"},
    {"&k a: 1\nb: *k\n*k : 3\n", ""},  // a duplicate key by way of an alias
    {"a: 'it''s'\nb: \"x\\\"y\\u4e2d\"\n", "{a: \"it's\", b: \"x\"y中\"}"},
    {"a: 甲\n  乙\n  丙\n", "{a: 甲 乙 丙}"},
    {"a: |\n  一\n   二\n\nb: >-\n  x\n  y\n", "{a: \"一\n 二\n\", b: \"x y\"}"},
    {"a:\r\n  - x\r\n  - y z\r\n  - |\r\n    l\r\n", "{a: [x, y z, \"l\n\"]}"},
    {"a: 第五条：说明\nb: http://x.cn/\nc: 10:30\n",
     "{a: 第五条：说明, b: http://x.cn/, c: 10:30}"},
    {"- - a\n  - b\n-\n- {c: [], d: {}}\n", "[[a, b], ~, {c: [], d: {}}]"},
};

TEST(YamlValue, Trees) {
  for (const Good& c : kGood) {
    SCOPED_TRACE(c.text);
    const YamlFile file{"pack.yaml", c.text};
    Problems problems;
    const Value v = ParseYaml(file, problems);
    if (*c.tree == '\0') {
      ASSERT_EQ(problems.items().size(), 1u);
      EXPECT_EQ(problems.items()[0].code, "duplicate-key");
    } else {
      EXPECT_TRUE(problems.empty()) << Show(problems);
      EXPECT_EQ(Dump(v), c.tree);
    }
  }
}

// The value under the key "at" stands exactly at the mark.
TEST(YamlValue, SpansOfValues) {
  const std::string cases[] = {
      "甲: 1\nat: [[值 乙]] # 注释\n",
      "at: [['it''s']]\n",
      "at: [[\"a\\\"b\"]]\n",
      "at: &x [[1]]\nb: *x\n",
      "at: !!str   [[5]]\n",
      "at:\n  - [[第一项]]\n  - 2\n",
      "at: [ [[甲]], 乙 ]\n",
      "at: [[{}]]\n",
      "at: { [[k]]: v}\n",
      "at:\n  [[k]]: v\n",
      "at: [[~]]\n",
      "[[at]]:\nb: 1\n",
      "at: [[甲\n  乙]]\nb: 1\n",
      "at: [[|\n  甲\n   乙]]\nb: 1\n",
      "at: [[>-\r\n  甲\r\n\r\n  乙]]\r\nb: 1\r\n",
      "\xEF\xBB\xBF"
      "at: [[甲]]\n",
      "甲: &n [[深]]\nat: *n\n",
  };
  for (const std::string& text : cases) {
    SCOPED_TRACE(text);
    const MarkedYaml sample = StripMarks(text);
    Problems problems;
    const Value v = ParseYaml(sample.file, problems);
    ASSERT_TRUE(problems.empty()) << Show(problems);
    const Value* at = v.Get("at");
    ASSERT_NE(at, nullptr);
    EXPECT_EQ(at->span, sample.mark);
    EXPECT_EQ(at->file, &sample.file);
  }
}

TEST(YamlValue, SpansOfKeysAndEmptyItems) {
  const MarkedYaml sample = StripMarks("规则:\n  - {a: 1, [['键 名']]: 2}\n");
  Problems problems;
  const Value v = ParseYaml(sample.file, problems);
  EXPECT_EQ(v.Get("规则")->items[0].entries[1].key_span, sample.mark);
  EXPECT_EQ(v.Get("规则")->items[0].entries[1].key, "键 名");

  const MarkedYaml empty = StripMarks("- a\n[[-]] # 空\n- c\n");
  const Value list = ParseYaml(empty.file, problems);
  EXPECT_EQ(list.items[1].span, empty.mark);
  EXPECT_TRUE(problems.empty());
}

}  // namespace
}  // namespace hegao
