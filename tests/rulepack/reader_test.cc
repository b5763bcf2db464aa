// Typed reading: what a wrong value is told, and where.
#include "rulepack/reader.h"

#include <gtest/gtest.h>

#include <functional>

#include "marked_yaml.h"

namespace hegao {
namespace {

const std::vector<std::string> kSeverities{"error", "warning", "info"};

struct Wrong {
  std::string text;
  std::function<bool(MapReader&)> read;  // true if a value came out
  const char* code;
  const char* zh;
  const char* en;
};

const Wrong kWrong[] = {
    {"severity:\n  - [[a]]\n", [](MapReader& r) { return r.String("severity").has_value(); },
     "wrong-type", "“severity”应为文字，这里是列表", "“severity” must be text, found a list"},
    {"a: { [[x]]: 1}\n", [](MapReader& r) { return r.RequiredString("a").has_value(); },
     "wrong-type", "“a”应为文字，这里是键值对", "“a” must be text, found a map"},
    {"[[a]]:\nb: 1\n", [](MapReader& r) { return r.RequiredString("a").has_value(); },
     "empty-value", "“a”应为文字，这里是空的", "“a” must be text, found nothing"},
    {"[[a]]:\n", [](MapReader& r) { return r.String("a").has_value(); }, "empty-value",
     "“a”应为文字，这里是空的", "found nothing"},
    {"a: [['']]\n", [](MapReader& r) { return r.RequiredString("a").has_value(); }, "empty-value",
     "“a”不能为空", "“a” must not be empty"},
    {"[[b]]: 1\n", [](MapReader& r) { return r.RequiredString("a").has_value(); }, "missing-key",
     "规则缺少“a”", "rule lacks “a”"},
    {"甲: 1\na: [[010]]\n", [](MapReader& r) { return r.Int("a", 0, 99).has_value(); },
     "wrong-type", "“a”应为整数，这里是文字“010”，写作 10", "must be a whole number"},
    {"a: [['5']]\n", [](MapReader& r) { return r.Int("a", 0, 99).has_value(); }, "wrong-type",
     "这里是加了引号的文字“5”，写作 5", "found quoted text “5”"},
    {"a: [[１０]]\n", [](MapReader& r) { return r.Int("a", 0, 99).has_value(); }, "wrong-type",
     "写作 10", "write 10"},
    {"a: [[1.5]]\n", [](MapReader& r) { return r.Int("a", 0, 99).has_value(); }, "wrong-type",
     "应为整数", "whole number"},
    {"a: [[0x10]]\n", [](MapReader& r) { return r.Int("a", 0, 99).has_value(); }, "wrong-type",
     "应为整数", "whole number"},
    {"a: [[+1]]\n", [](MapReader& r) { return r.Int("a", 0, 99).has_value(); }, "wrong-type",
     "应为整数", "whole number"},
    {"a: [[100]]\n", [](MapReader& r) { return r.Int("a", 0, 99).has_value(); }, "out-of-range",
     "“a”应在 0 到 99 之间，这里是 100", "“a” must lie between 0 and 99, found 100"},
    {"a: [[99999999999999999999]]\n", [](MapReader& r) { return r.Int("a", 0, 99).has_value(); },
     "out-of-range", "这里是 99999999999999999999", "between 0 and 99"},
    {"a: [[1.25]]\n", [](MapReader& r) { return r.Double("a", 0, 1).has_value(); }, "out-of-range",
     "“a”应在 0 到 1 之间，这里是 1.25", "between 0 and 1"},
    {"a: [[.5]]\n", [](MapReader& r) { return r.Double("a", 0, 1).has_value(); }, "wrong-type",
     "应为数字", "must be a number"},
    {"a: [[nan]]\n", [](MapReader& r) { return r.Double("a", 0, 1).has_value(); }, "wrong-type",
     "应为数字", "must be a number"},
    {"a: [[yes]]\n", [](MapReader& r) { return r.Bool("a").has_value(); }, "wrong-type",
     "“a”应为 true 或 false，这里是文字“yes”，写作 true", "write true"},
    {"a: [[否]]\n", [](MapReader& r) { return r.Bool("a").has_value(); }, "wrong-type",
     "写作 false", "write false"},
    {"a: [[\"true\"]]\n", [](MapReader& r) { return r.Bool("a").has_value(); }, "wrong-type",
     "加了引号", "quoted"},
    {"a: [[eror]]\n", [](MapReader& r) { return r.Choice("a", kSeverities).has_value(); },
     "unknown-value", "“a”不能是“eror”，是不是“error”？", "did you mean “error”?"},
    {"a: [[高]]\n", [](MapReader& r) { return r.Choice("a", kSeverities).has_value(); },
     "unknown-value", "可用的有：error、warning、info", "choose from: error, warning, info"},
    {"a:\n  - x\n  - {[[y]]: 1}\n", [](MapReader& r) { return r.Strings("a").size() != 1; },
     "wrong-type", "“a”应为文字的列表，这里是键值对", "a list of texts"},
    {"a: { [[x]]: 1}\n", [](MapReader& r) { return !r.Strings("a").empty(); }, "wrong-type",
     "“a”应为文字或文字的列表", "text or a list of texts"},
    {"a: {[[en]]: x}\n", [](MapReader& r) { return r.Text("a").has_value(); }, "missing-key",
     "“a”缺少“zh”", "“a” lacks “zh”"},
    {"a: [ [[x]] ]\n", [](MapReader& r) { return r.RequiredText("a").has_value(); }, "wrong-type",
     "“a”应为文字或“zh: …, en: …”，这里是列表", "found a list"},
    {"a: [[x]]\n", [](MapReader& r) { return r.Map("a") != nullptr; }, "wrong-type",
     "“a”应为键值对，这里是文字“x”", "must be a map"},
    {"a: [[min：3]]\n", [](MapReader& r) { return r.Map("a") != nullptr; }, "wrong-type",
     "改为半角冒号加一个空格：“min: ”", "use an ASCII colon"},
    {"a: [[x]]\n", [](MapReader& r) { return r.List("a") != nullptr; }, "wrong-type",
     "“a”应为列表，这里是文字“x”", "must be a list"},
};

TEST(Reader, WrongValues) {
  for (const Wrong& c : kWrong) {
    SCOPED_TRACE(c.text);
    const MarkedYaml sample = StripMarks(c.text);
    Problems problems;
    const Value v = ParseYaml(sample.file, problems);
    MapReader reader(v, problems, {"规则", "rule"});
    EXPECT_FALSE(c.read(reader));
    ASSERT_EQ(problems.items().size(), 1u) << Show(problems);
    const Problem& p = problems.items()[0];
    EXPECT_EQ(p.code, c.code);
    EXPECT_EQ(p.line, sample.line);
    EXPECT_EQ(p.column, sample.column);
    EXPECT_NE(FormatProblem(p, Lang::zh).find(c.zh), std::string::npos) << Show(problems);
    EXPECT_NE(FormatProblem(p, Lang::en).find(c.en), std::string::npos)
        << FormatProblem(p, Lang::en);
  }
}

TEST(Reader, GoodValues) {
  const YamlFile file{"pack.yaml",
                      "文: 2025\nyes: on\nv: 1.10\nn: -7\nz: 0\nd: 0.25\ni: 3\nt: true\nf: false\n"
                      "one: x\nmany: [a, 'b', 3]\nplain: 说明\nboth: {zh: 中, en: e}\n"
                      "sev: warning\nm: {}\nl: []\nempty: ''\n"};
  Problems problems;
  const Value v = ParseYaml(file, problems);
  MapReader r(v, problems, {"规则", "rule"});
  EXPECT_EQ(r.String("文"), "2025");
  EXPECT_EQ(r.RequiredString("yes"), "on");
  EXPECT_EQ(r.RequiredString("v"), "1.10");
  EXPECT_EQ(r.Int("n", -10, 10), -7);
  EXPECT_EQ(r.Int("z", 0, 10), 0);
  EXPECT_EQ(r.Double("d", 0, 1), 0.25);
  EXPECT_EQ(r.Double("i", 0, 5), 3.0);
  EXPECT_EQ(r.Bool("t"), true);
  EXPECT_EQ(r.Bool("f"), false);
  ASSERT_EQ(r.Strings("one").size(), 1u);
  const auto many = r.Strings("many");
  ASSERT_EQ(many.size(), 3u);
  EXPECT_EQ(many[2].value, "3");
  EXPECT_EQ(many[1].at, &v.Get("many")->items[1]);
  EXPECT_EQ(r.Text("plain"), (Message{"说明", ""}));
  EXPECT_EQ(r.RequiredText("both"), (Message{"中", "e"}));
  EXPECT_EQ(r.Choice("sev", kSeverities), 1);
  EXPECT_NE(r.Map("m"), nullptr);
  EXPECT_NE(r.List("l"), nullptr);
  EXPECT_EQ(r.String("empty"), "");
  EXPECT_EQ(r.Require("sev"), v.Get("sev"));
  for (const char* absent : {"a1", "a2"}) {
    EXPECT_EQ(r.String(absent), std::nullopt);
    EXPECT_EQ(r.Int(absent, 0, 1), std::nullopt);
    EXPECT_EQ(r.Any(absent), nullptr);
  }
  r.Finish();
  EXPECT_TRUE(problems.empty()) << Show(problems);
}

TEST(Reader, UnknownKeys) {
  const YamlFile file{"rules/x/pack.yaml", "id: a\nseverty: error\n  \nＨＩＮＴ: 提示\n无关: 1\n"};
  Problems problems;
  const Value v = ParseYaml(file, problems);
  MapReader r(v, problems, {"规则", "rule"});
  r.String("id");
  r.String("severity");
  r.String("hint");
  r.Finish();
  ASSERT_EQ(problems.items().size(), 3u) << Show(problems);
  EXPECT_EQ(FormatProblem(problems.items()[0], Lang::zh),
            "rules/x/pack.yaml:2:1: 未知的键“severty”，是不是“severity”？");
  EXPECT_EQ(FormatProblem(problems.items()[0], Lang::en),
            "rules/x/pack.yaml:2:1: unknown key “severty”, did you mean “severity”?");
  EXPECT_EQ(FormatProblem(problems.items()[1], Lang::zh),
            "rules/x/pack.yaml:4:1: 未知的键“ＨＩＮＴ”，是不是“hint”？");
  EXPECT_EQ(FormatProblem(problems.items()[2], Lang::zh),
            "rules/x/pack.yaml:5:1: 未知的键“无关”，可用的有：severity、hint");
}

// A key already written is no suggestion for another one.
TEST(Reader, SuggestsOnlyUnseenKeys) {
  const YamlFile file{"p", "hint: a\nhints: b\n"};
  Problems problems;
  const Value v = ParseYaml(file, problems);
  MapReader r(v, problems, {"规则", "rule"});
  r.String("hint");
  r.Finish();
  ASSERT_EQ(problems.items().size(), 1u);
  EXPECT_TRUE(problems.items()[0].hint.empty());
}

TEST(Reader, NoMapAtAll) {
  const struct {
    const char* text;
    const char* code;
    const char* zh;
  } cases[] = {
      {"", "empty-value", "规则应为键值对，这里是空的"},
      {"- a\n", "wrong-type", "规则应为键值对，这里是列表"},
      {"id：a\n", "wrong-type", "改为半角冒号加一个空格：“id: ”"},
      {"id:a\n", "wrong-type", "写作“id: ”"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.text);
    const YamlFile file{"p", c.text};
    Problems problems;
    const Value v = ParseYaml(file, problems);
    MapReader r(v, problems, {"规则", "rule"});
    EXPECT_FALSE(r.ok());
    EXPECT_EQ(r.RequiredString("id"), std::nullopt);  // one complaint is enough
    r.Finish();
    ASSERT_EQ(problems.items().size(), 1u) << Show(problems);
    EXPECT_EQ(problems.items()[0].code, c.code);
    EXPECT_NE(FormatProblem(problems.items()[0], Lang::zh).find(c.zh), std::string::npos)
        << Show(problems);
  }
}

TEST(Nearest, Names) {
  const std::vector<std::string> names{"id", "severity", "hint", "section-order", "级别", "提示语"};
  const struct {
    const char* name;
    const char* nearest;
  } cases[] = {
      {"severty", "severity"},
      {"sevreity", "severity"},
      {"Severity", "severity"},
      {"hnit", "hint"},
      {"section_order", "section-order"},
      {"ｓｅｖｅｒｉｔｙ", "severity"},
      {"sev", ""},
      {"x", ""},
      {"", ""},
      {"提示词", "提示语"},
      {"ID", "id"},
      {"banana", ""},
      {"di", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(Nearest(c.name, names), c.nearest) << c.name;
}

}  // namespace
}  // namespace hegao
