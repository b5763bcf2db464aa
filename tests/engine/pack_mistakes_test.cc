// Every mistake an author of a pack can make: what it is called, where it is, what is suggested.
// The place is marked with [[ ]] in the sample.
#include <gtest/gtest.h>

#include "../rulepack/marked_yaml.h"
#include "sample_pack.h"

namespace hegao {
namespace {

struct Mistake {
  const char* old;          // line of the sample …
  const char* replacement;  // … and what is written instead, with the place marked
  const char* code;
  const char* zh;  // parts of the sentence
  const char* en;
};

const Mistake kInRules[] = {
    {"kind: forbidden_text", "kind: [[forbiden_text]]", "unknown-value", "是不是“forbidden_text”",
     "did you mean “forbidden_text”"},
    {"    kind: forbidden_text\n", "", "missing-key", "缺少“kind”", "lacks “kind”"},
    {"severity: error", "[[severty]]: error\n    severity: error", "unknown-key",
     "未知的键“severty”", "unknown key “severty”"},
    {"severity: error", "severity: error\n    [[weeker]]: info", "unknown-key", "是不是“weaker”",
     "did you mean “weaker”"},
    {"severity: error", "severity: [[fatal]]", "unknown-value", "error", "error"},
    {"    severity: error\n", "", "missing-key", "缺少“severity”", "lacks “severity”"},
    {"severity: error", "severity: error\n    weaker: [[warn]]", "unknown-value",
     "“weaker”不能是“warn”", "weaker"},
    {"severity: error", "severity: error\n    severity: warning", "duplicate-key", "severity",
     "severity"},
    {"id: text/pending", "id: [[Text/Pending]]", "bad-id", "族/名", "family/name"},
    {"id: text/pending", "id: [[pending]]", "bad-id", "族/名", "family/name"},
    {"id: text/pending", "id: [[a/b/c]]", "bad-id", "族/名", "family/name"},
    {"title: {zh: 未定, en: Pending}", "title: {[[en]]: Pending}", "missing-key", "缺少“zh”",
     "lacks “zh”"},
    {"title: {zh: 未定, en: Pending}", "title: {zh: 未定, [[eng]]: Pending}", "unknown-key",
     "未知的键“eng”", "unknown key “eng”"},
    {"    message: {zh: \"“{text}”未定\", en: \"“{text}” is pending\"}\n", "", "missing-key",
     "缺少“message”", "lacks “message”"},
    {"    hint: {zh: 定下来, en: Settle it}\n", "", "missing-key", "缺少“hint”", "lacks “hint”"},
    {"    basis: {document: 文}\n", "", "missing-key", "缺少“basis”", "lacks “basis”"},
    {"basis: {document: 文}", "basis: {[[clause]]: 条}", "missing-key", "缺少“document”",
     "lacks “document”"},
    {"basis: {document: 文}", "basis: []", "empty-value", "依据（basis）是空的",
     "the basis is empty"},
    {"severity: error", "severity: error\n    yields_to: [ [[text/pendin]] ]", "unknown-rule",
     "是不是“text/pending”", "did you mean “text/pending”"},
    {"basis: {document: 文}", "basis: [[文]]", "wrong-type", "依据应为键值对", "must be a map"},
    {"message: {zh: \"“{text}”未定\", en: \"“{text}” is pending\"}", "message: [[\"“{txt}”未定\"]]",
     "unknown-variable", "可用：{text}", "known: {text}"},
    {"hint: {zh: 定下来, en: Settle it}", "hint: [[\"“{slot}”\"]]", "unknown-variable",
     "“{slot}”不是 forbidden_text 提供的变量", "not a variable of forbidden_text"},
    {"patterns: [待(补充|定)]", "patterns: [ [['待(补充|定']] ]", "bad-pattern", "“待(补充|定”",
     "missing"},
    {"patterns: [待(补充|定)]", "patterns: [好, [['(?<=待)定']] ]", "bad-pattern", "环视",
     "look-around"},
    {"patterns: [待(补充|定)]", "patterns: [ [['[z-a]']] ]", "bad-pattern", "z-a", "z-a"},
    {"    patterns: [待(补充|定)]\n", "", "missing-key", "缺少“patterns”", "lacks “patterns”"},
    {"patterns: [待(补充|定)]", "patterns: { [[a]]: b}", "wrong-type", "“patterns”应为文字",
     "“patterns” must be"},
    {"patterns: [待(补充|定)]", "patterns: [定]\n    slots: [ [[frist]] ]", "unknown-slot",
     "是不是“first”", "did you mean “first”"},
    {"patterns: [待(补充|定)]", "patterns: [定]\n    once: [[yes]]", "wrong-type", "写作 true",
     "write true"},
    {"severity: error", "severity: error\n    years: {from: [[1890]]}", "out-of-range",
     "1990 到 2099", "between 1990 and 2099"},
    {"severity: error", "severity: error\n    years: {[[since]]: 2018}", "unknown-key",
     "未知的键“since”", "unknown key “since”"},
    {"severity: error", "severity: error\n    phases: {[[drat]]: info}", "unknown-key",
     "是不是“draft”", "did you mean “draft”"},
    {"severity: error", "severity: error\n    phases: {draft: [[none]]}", "unknown-value", "off",
     "off"},
    {"patterns: [待(补充|定)]", "patterns: [定]\n    example: {[[bad]]: 待定}", "missing-key",
     "缺少“good”", "lacks “good”"},
    {"patterns: [待(补充|定)]", "patterns: [定]\n  - [[text]]", "wrong-type", "规则应为键值对",
     "must be a map"},
    {"rules:\n", "[[rulez]]: []\nrules:\n", "unknown-key", "未知的键“rulez”", "unknown key"},
};

const Mistake kInHead[] = {
    {"hegao: 1", "hegao: [[2]]", "out-of-range", "“hegao”应在 1 到 1 之间", "between 1 and 1"},
    {"id: sample\n", "", "missing-key", "缺少“id”", "lacks “id”"},
    {"version: \"1\"\n", "", "missing-key", "缺少“version”", "lacks “version”"},
    {"title: {zh: 样例, en: Sample}\n", "", "missing-key", "缺少“title”", "lacks “title”"},
    {"applies: {title: [工作报告]}", "applies: {titel: [工作报告]}", "unknown-key", "是不是“title”",
     "did you mean “title”"},
    {"applies: {title: [工作报告]}", "applies: {title: [ [['*报告']] ]}", "bad-pattern", "*",
     "repetition"},
    {"order: 1", "order: [[100]]", "out-of-range", "0 到 99", "between 0 and 99"},
    {"order: 1", "order: [[一]]", "wrong-type", "应为整数", "whole number"},
    {"order: 1", "[[ordr]]: 1", "unknown-key", "是不是“order”", "did you mean “order”"},
    {"    headings: [举措]\n", "", "missing-key", "缺少“headings”", "lacks “headings”"},
    {"headings: [举措]", "headings: [ [['(举措']] ]", "bad-pattern", "(举措", "missing"},
    {"weight: 1.1", "weight: [[2.5]]", "out-of-range", "0 到 2 之间", "between 0 and 2"},
    {"weight: 1.1", "weight: [[high]]", "wrong-type", "应为数字", "must be a number"},
    {"weight: 1.1", "[[wieght]]: 1.1", "unknown-key", "是不是“weight”", "did you mean “weight”"},
    {"plan: true", "not_inside: [ [[frist]] ]", "unknown-slot", "是不是“first”",
     "did you mean “first”"},
    {"- id: second", "- [[id]]: first", "duplicate-id", "栏目“first”写了两次", "defined twice"},
    {"id: sample", "id: sample\nneeds: [ [[layuot]] ]", "unknown-need", "只能是 layout",
     "can only be layout"},
    {"id: sample", "id: sample\noptional: [[yes]]", "wrong-type", "写作 true", "write true"},
    {"units: [件, 人]", "units: { [[a]]: 件}", "wrong-type", "“units”应为", "“units” must be"},
};

void Expect(const Mistake& c, const MarkedYaml& sample, const LoadedPack& loaded) {
  EXPECT_FALSE(loaded.pack);
  ASSERT_EQ(loaded.problems.size(), 1u) << Show(loaded.problems);
  const Problem& p = loaded.problems[0];
  EXPECT_EQ(p.code, c.code) << Show(loaded.problems);
  if (sample.line != 0) {
    EXPECT_EQ(p.line, sample.line) << Show(loaded.problems);
    EXPECT_EQ(p.column, sample.column) << Show(loaded.problems);
  }
  const auto zh = FormatProblem(p, Lang::zh);
  const auto en = FormatProblem(p, Lang::en);
  EXPECT_NE(zh.find(c.zh), std::string::npos) << zh;
  EXPECT_NE(en.find(c.en), std::string::npos) << en;
}

/// A rule of which only `keys`, its kind and parameters, are to the point.
LoadedPack CompileRule(std::string_view head, std::string_view keys) {
  return Compile(head,
                 "rules:\n  - id: a/b\n    severity: info\n    title: 题\n    message: 说\n"
                 "    hint: 改\n    basis: {document: 文}\n    " +
                     std::string(keys) + "\n");
}

TEST(PackMistakes, InRulesAboutLayout) {
  const struct {
    std::string_view rule, code, zh;  // no code: no mistake
  } kCases[] = {
      {"kind: page_layout\n    width_mm: 210.5", "", ""},
      {"kind: text_format\n    part: title\n    alignment: center", "", ""},
      {"kind: page_layout", "nothing-to-check", "width_mm"},
      {"kind: page_layout\n    tolerance_mm: 1\n    width_mm: A4", "wrong-type", "应为数字"},
      {"kind: page_layout\n    width_mm: 0", "out-of-range", "width_mm"},
      {"kind: text_format\n    size_pt: 16", "missing-key", "part"},
      {"kind: text_format\n    part: titel\n    size_pt: 16", "unknown-value", "title"},
      {"kind: text_format\n    part: body\n    min_chars: 3", "nothing-to-check", "fonts"},
      {"kind: text_format\n    part: body\n    alignment: middle", "unknown-value", "center"},
      {"kind: text_format\n    part: body\n    fonts: {table: fonts}", "unknown-table", "fonts"},
  };
  for (const auto& c : kCases) {
    const auto loaded = CompileRule(std::string(kHead) + "needs: layout\n", c.rule);
    EXPECT_EQ(loaded.pack != nullptr, c.code.empty()) << c.rule << Show(loaded.problems);
    if (c.code.empty()) continue;
    ASSERT_FALSE(loaded.problems.empty()) << c.rule;
    EXPECT_EQ(loaded.problems[0].code, c.code) << Show(loaded.problems);
    const auto zh = FormatProblem(loaded.problems[0], Lang::zh);
    EXPECT_NE(zh.find(c.zh), std::string::npos) << zh;
  }
}

TEST(PackMistakes, LayoutHasToBeNeeded) {
  for (const std::string_view keys : {"kind: page_number", "kind: page_layout\n    width_mm: 210",
                                      "kind: text_format\n    part: body\n    bold: false"}) {
    const auto loaded = CompileRule(kHead, keys);
    ASSERT_EQ(loaded.problems.size(), 1u) << keys << Show(loaded.problems);
    EXPECT_EQ(loaded.problems[0].code, "missing-need");
    EXPECT_NE(FormatProblem(loaded.problems[0], Lang::zh).find("needs: [layout]"),
              std::string::npos);
  }
}

TEST(PackMistakes, InRules) {
  for (const auto& c : kInRules) {
    SCOPED_TRACE(c.replacement);
    const auto sample = StripMarks(With(kRules, c.old, c.replacement));
    const auto loaded = Compile(kHead, sample.file.text);
    Expect(c, sample, loaded);
    ASSERT_FALSE(loaded.problems.empty());
    EXPECT_EQ(loaded.problems[0].path, "rules.yaml");
  }
}

TEST(PackMistakes, InHead) {
  for (const auto& c : kInHead) {
    SCOPED_TRACE(c.replacement);
    const auto sample = StripMarks(With(kHead, c.old, c.replacement));
    Expect(c, sample, Compile(sample.file.text, kRules));
  }
}

TEST(PackMistakes, TheSampleItselfIsRight) {
  const auto loaded = Compile(kHead, kRules);
  EXPECT_TRUE(loaded.pack) << Show(loaded.problems);
}

TEST(PackMistakes, AllAtOnceInOrder) {
  const auto rules = With(With(kRules, "severity: error", "severty: error"), "待(补充|定)", "'('");
  const auto loaded = Compile(With(kHead, "order: 1", "order: x"), rules);
  std::vector<std::string> codes;
  for (const auto& p : loaded.problems) codes.push_back(p.path + " " + p.code);
  const std::vector<std::string> wanted = {"pack.yaml wrong-type", "rules.yaml missing-key",
                                           "rules.yaml unknown-key", "rules.yaml bad-pattern"};
  EXPECT_TRUE(std::is_permutation(codes.begin(), codes.end(), wanted.begin(), wanted.end()))
      << Show(loaded.problems);
  EXPECT_TRUE(std::is_sorted(loaded.problems.begin(), loaded.problems.end(),
                             [](const Problem& a, const Problem& b) {
                               return std::tie(a.path, a.line) < std::tie(b.path, b.line);
                             }));
}

TEST(PackMistakes, SameIdInTwoFiles) {
  PackFiles files;
  files.files.push_back({"pack.yaml", std::string(kHead), false});
  files.files.push_back({"a.yaml", std::string(kRules), false});
  files.files.push_back({"b.yaml", std::string(kRules), false});
  const auto loaded = CompilePack(std::move(files));
  ASSERT_EQ(loaded.problems.size(), 1u) << Show(loaded.problems);
  EXPECT_EQ(loaded.problems[0].code, "duplicate-id");
  EXPECT_EQ(loaded.problems[0].path, "b.yaml");
  EXPECT_EQ(loaded.problems[0].line, 2u);
  EXPECT_NE(loaded.problems[0].message.zh.find("a.yaml 第 2 行"), std::string::npos);
}

TEST(PackMistakes, UnknownTable) {
  const auto sample = StripMarks(
      "rules:\n  - {id: a/b, kind: blank_value, severity: info, title: 题, message: 说, hint: 改,\n"
      "     basis: {document: 文}, units: { [[table]]: unit}}\n");
  const auto loaded = Compile(kHead, sample.file.text);
  ASSERT_EQ(loaded.problems.size(), 1u) << Show(loaded.problems);
  EXPECT_EQ(loaded.problems[0].code, "unknown-table");
  EXPECT_EQ(loaded.problems[0].line, sample.line);
  EXPECT_EQ(loaded.problems[0].hint.zh, "是不是“units”？");
}

TEST(PackMistakes, TooManySlots) {
  std::string head(kHead);
  for (char c = 'a'; c < 'a' + 11; ++c) {
    head += std::string("  - {id: ") + c + ", name: 名, headings: [甲]}\n";
  }
  const auto loaded = Compile(head, kRules);
  ASSERT_EQ(loaded.problems.size(), 1u) << Show(loaded.problems);
  EXPECT_EQ(loaded.problems[0].code, "too-many-slots");
}

// What is surely not meant is said, but the pack works.
TEST(PackMistakes, Notes) {
  const struct {
    const char* line;
    const char* code;
  } cases[] = {
      {"years: {from: 2024, to: 2020}", "dead-rule"},
      {"phases: {draft: off, submit: off, publish: off}", "dead-rule"},
      {"phases: {draft: off, submit: off, publish: info}", ""},
      {"years: {from: 2020, to: 2020}", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.line);
    const auto rules =
        With(kRules, "severity: error", std::string("severity: error\n    ") + c.line);
    const auto loaded = Compile(With(kHead, "tables:\n  units: [件, 人]\n", ""), rules);
    EXPECT_TRUE(loaded.pack) << Show(loaded.problems);
    ASSERT_EQ(loaded.notes.size(), c.code[0] == '\0' ? 0u : 1u) << Show(loaded.notes);
    EXPECT_EQ(loaded.notes.empty() ? "" : loaded.notes[0].code, c.code);
  }
  const auto unused = Compile(kHead, kRules);
  ASSERT_EQ(unused.notes.size(), 1u) << Show(unused.notes);
  EXPECT_EQ(unused.notes[0].code, "unused-table");
  EXPECT_EQ(unused.notes[0].path, "pack.yaml");
}

}  // namespace
}  // namespace hegao
