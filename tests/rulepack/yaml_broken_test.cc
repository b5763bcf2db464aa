// Every kind of broken YAML: which problem, where, and what the author is told to do.
#include <gtest/gtest.h>

#include <chrono>

#include "marked_yaml.h"

namespace hegao {
namespace {

struct Broken {
  const char* name;
  std::string text;  // the problem's place begins at [[
  const char* code;
  const char* says;  // part of the Chinese message and hint, as FormatProblem joins them
};

std::string Repeat(const std::string& s, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += s;
  return out;
}

const Broken kBroken[] = {
    {"wide colon", "id: a\nname[[：]]示例\nb: 2\n", "syntax", "改为半角冒号加一个空格：“name: ”"},
    {"wide colon on the first line", "name[[：]]示例\nb: 2\n", "syntax", "用了全角冒号"},
    {"wide colon in a list item", "rules:\n  - id: a\n    severity[[：]]error\n    x: 1\n",
     "syntax", "“severity: ”"},
    {"wide colon swallowed by the value above", "id: a\n  name[[：]]示例\n", "suspicious-key",
     "“name: ”"},
    {"blank missing swallowed", "id: a\n  name[[:]]示例\n", "suspicious-key",
     "冒号后面缺一个空格，写作“name: ”"},
    {"blank missing after colon", "id[[:]]a\nb: 2\n", "syntax", "冒号后面缺一个空格"},
    {"blank missing after dash", "rules:\n  - a\n  [[-]]b\n  - c: 1\n", "syntax",
     "半角“-”加一个空格"},
    {"blank missing after dash at the top", "- a\n[[-]]b\n", "syntax", "半角“-”加一个空格"},
    {"wide dash", "rules:\n  - 甲: 1\n  [[－]] 乙: 2\n", "syntax", "半角“-”加一个空格"},
    {"tab as indentation", "规则:\n[[\t]]b: 1\n", "syntax", "（Tab），请用空格缩进"},
    {"tab after blanks", "a:\n  b: 1\n  [[\t]]c: 2\n", "syntax", "请用空格缩进"},
    {"two values on a line", "提示: 第五条[[:]] 说明\nb: 1\n", "syntax", "整个值加单引号"},
    {"text after a quoted value", "a: \"甲\" [[乙]]\n", "syntax", "值在这里已经结束"},
    {"pattern that starts with a bracket", "a: [一二][[、]]\nb: 2\n", "syntax", "整个值加单引号"},
    {"escape of a regular expression", "甲: \"第[[\\]]d条\"\n", "syntax", "正则表达式请用单引号"},
    {"at sign", "甲: [[@]]x\n", "syntax", "整个值加单引号"},
    {"percent", "甲: [[%]]x\n", "syntax", "整个值加单引号"},
    {"backtick", "甲: [[`]]x\n", "syntax", "整个值加单引号"},
    {"asterisk as text", "甲: [[*]]号\n", "syntax",
     "引用（*）的名称没有定义过，若是文字，加单引号"},
    {"open single quote", "甲: [[']]乙\nb: 2\nc: 3\n", "syntax", "引号没有配对"},
    {"open double quote", "甲: [[\"]]乙\nb: 2\n", "syntax", "引号没有配对"},
    {"open quote closed by a later one", "甲: [[']]乙\nb: '丙'\nc: 3\n", "syntax",
     "引号没有配对，这个引号一直延续"},
    {"closing bracket alone", "甲: 1\n[[}]]\n", "syntax", "多余的右括号"},
    {"list item after a key", "甲: [[-]] 乙\n", "syntax", "列表项要另起一行"},
    {"indentation", "甲:\n    b: 1\n  [[c]]: 2\n", "syntax", "缩进与上面对不上"},
    {"list item not in line", "甲:\n  - b: 1\n   [[c]]: 2\n", "syntax", "缩进与上面对不上"},
    {"indented too far", "甲:\n  b: 1\n     [[c]]: 2\n", "syntax", "缩进太深"},
    {"wide blank as indentation", "甲: 1\n[[　]]b: 2\n", "bad-key", "全角空格"},
    {"wide comma in braces", "甲: {zh: 乙[[，]]en: b}\n", "syntax", "用了全角“，”"},
    {"open bracket", "甲:\n  - [[[]]a, {b: 1}\n丙: 1\n", "syntax", "“[”没有配对的“]”"},
    {"open brace", "甲: [a, [[{]]b: 1\n丙: 1\n", "syntax", "“{”没有配对的“}”"},
    {"key after a list", "- a\n[[b]]: 1\n", "syntax", "缩进与上面对不上"},
    {"text after the block sign", "甲: |[[文]]字\n  b\n", "syntax", "文字从下一行开始"},
    {"two documents", "a: 1\n[[---]]\nb: 2\n", "multiple-documents", "分成两个文件"},
    {"document after the end sign", "a: 1\n...\n[[b]]: 2\n", "multiple-documents", "只能有一份"},
    {"duplicate key", "键: 1\n乙: 2\n[[键]]: 3\n", "duplicate-key", "键“键”重复，第 1 行已经写过"},
    {"duplicate key, one quoted", "a: {b: 1, [['b']]: 2}\n", "duplicate-key", "第 1 行"},
    {"tag", "甲: [[!foo]] 1\n", "tag", "不支持标签“!foo”"},
    {"exclamation mark as text", "甲: [[!]]必须\n", "tag", "整个值加单引号"},
    {"tag of a language", "甲: [[!!python/object]] {}\n", "tag", "不支持标签"},
    {"core tag of another kind", "甲: [[!!map]] 文字\n", "tag", "不支持标签"},
    {"list as key", "? {[[x]]: 1}\n: 1\n", "bad-key", "键应为文字"},
    {"no key", "[[:]] 1\n", "bad-key", "冒号前要写键名"},
    {"merge key", "a: &a {x: 1}\nb:\n  [[<<]]: *a\n", "merge-key", "不支持合并键"},
    {"alias of itself", "甲: &r [1, [[*r]]]\n", "recursive-alias", "它自己所在的内容"},
    {"too deep in brackets", "a: " + Repeat("[ ", 63) + "[[[]]" + " x" + Repeat(" ]", 64),
     "too-deep", "超过 64 层"},
    {"too deep in dashes", Repeat("- ", 64) + "[[-]] x\n", "too-deep", "超过 64 层"},
    {"GBK bytes", "a: 1\nb: [[\xD6]]\xD0\n", "encoding", "另存为 UTF-8"},
    {"end-of-file character", "a: 甲[[\x04]]\nb: 1\n", "bad-character", "控制字符"},
    {"lone carriage return", "a: 甲[[\r]]b: 1\n", "bad-character", "控制字符"},
    {"after a BOM", "\xEF\xBB\xBF键: 1\n[[键]]: 2\n", "duplicate-key", "第 1 行"},
    {"on the first line after a BOM", "\xEF\xBB\xBF甲: [[@]]x\n", "syntax", "单引号"},
    {"with CRLF", "甲: 1\r\nid[[:]]2\r\nb: 1\r\n", "syntax", "缺一个空格"},
};

TEST(YamlBroken, CodePlaceAndHint) {
  for (const Broken& c : kBroken) {
    SCOPED_TRACE(c.name);
    const MarkedYaml sample = StripMarks(c.text);
    Problems problems;
    ParseYaml(sample.file, problems);
    ASSERT_EQ(problems.items().size(), 1u) << Show(problems);
    const Problem& p = problems.items()[0];
    EXPECT_EQ(p.code, c.code) << Show(problems);
    EXPECT_EQ(p.line, sample.line) << Show(problems);
    EXPECT_EQ(p.column, sample.column) << Show(problems);
    EXPECT_NE(FormatProblem(p, Lang::zh).find(c.says), std::string::npos) << Show(problems);
    EXPECT_FALSE(p.message.en.empty());
    EXPECT_EQ(p.hint.zh.empty(), p.hint.en.empty());
  }
}

TEST(YamlBroken, AllProblemsOfOneFileAtOnce) {
  const YamlFile file{"pack.yaml", "a: 1\na: 2\nb: !x 1\nc: {d: 1, d: 2, d: 3}\n"};
  Problems problems;
  const Value v = ParseYaml(file, problems);
  EXPECT_EQ(problems.items().size(), 4u) << Show(problems);
  EXPECT_EQ(Dump(v), "{a: 1, b: 1, c: {d: 1}}") << "the first of the same keys stays";
  problems.Sort();
  EXPECT_EQ(FormatProblem(problems.items()[0], Lang::zh, "rules/x"),
            "rules/x/pack.yaml:2:1: 键“a”重复，第 1 行已经写过");
  EXPECT_EQ(FormatProblem(problems.items()[0], Lang::en),
            "pack.yaml:2:1: duplicate key “a”, it is already on line 1");
}

TEST(YamlBroken, TooLarge) {
  YamlLimits limits;
  limits.max_bytes = 10;
  Problems problems;
  EXPECT_EQ(ParseYaml({"a.yaml", "abcdefghij"}, problems, limits).scalar, "abcdefghij");
  EXPECT_TRUE(problems.empty());
  ParseYaml({"a.yaml", "abcdefghijk"}, problems, limits);
  ASSERT_EQ(problems.items().size(), 1u);
  EXPECT_EQ(problems.items()[0].code, "too-large");
  EXPECT_EQ(problems.items()[0].line, 0u);
}

// Hostile inputs end soon and with one sentence, whatever they would expand to.
TEST(YamlBroken, HostileInputsAreBounded) {
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  std::string chain = "b0: &b0 [x]\n";
  for (int i = 1; i < 60; ++i) {
    const std::string n = std::to_string(i);
    const std::string last = std::to_string(i - 1);
    laughs += "a" + n + ": &a" + n + " [" + Repeat("*a" + last + ", ", 9) + "]\n";
    chain += "b" + n + ": &b" + n + " [[*b" + last + "]]\n";
  }
  const struct {
    const char* name;
    std::string text;
    const char* code;
  } cases[] = {
      {"billion laughs", laughs, "too-many-nodes"},
      {"depth by aliases", chain, "too-deep"},
      {"many nodes", "[" + Repeat("a, ", 300000) + "]", "too-many-nodes"},
      {"many maps", Repeat("{", 100000), "too-deep"},
      {"many brackets", Repeat("[", 100000), "too-deep"},
      {"many questions", Repeat("? ", 100000), "too-deep"},
      {"many anchors", "a: " + Repeat("&a ", 100000), "syntax"},
      {"one long line", "a: " + Repeat("甲", 1000000), ""},
      {"one long quote", "a: '" + Repeat("甲\n ", 500000), "syntax"},
      {"one long block", "a: |\n" + Repeat("  甲\n", 400000), ""},
      {"many colons", "a: " + Repeat(": ", 200000), "syntax"},
      {"many blank lines", "a:" + Repeat("\n ", 1000000) + "b", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    const YamlFile file{"pack.yaml", c.text};
    Problems problems;
    const auto start = std::chrono::steady_clock::now();
    ParseYaml(file, problems);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    EXPECT_LT(seconds.count(), 20.0);  // seconds under sanitizers; exponential work never ends
    EXPECT_LE(problems.items().size(), 1u);
    EXPECT_EQ(problems.empty() ? "" : problems.items()[0].code, c.code) << Show(problems);
  }
}

TEST(YamlBroken, ManyProblemsTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += "同一个键: 1\n";
  const YamlFile file{"pack.yaml", text};
  Problems problems;
  const auto start = std::chrono::steady_clock::now();
  ParseYaml(file, problems);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  ASSERT_EQ(problems.items().size(), 59999u);
  EXPECT_EQ(problems.items().back().line, 60000u);
  EXPECT_LT(seconds.count(), 20.0);
}

}  // namespace
}  // namespace hegao
