// What an editor left in a file: each kind of mark, one by one and together, and what yields.
#include <gtest/gtest.h>

#include "../document/extracted.h"
#include "engine/judge.h"
#include "sample_pack.h"

namespace hegao {
namespace {

using Kind = Mark::Kind;

/// A report in which every “…” is marked, in order, with the kinds and texts given.
RawDocument Marked(const std::string& text, std::vector<Mark> marks) {
  auto raw = Extracted({{RawBlock::Kind::paragraph, "清溪镇2024年工作报告", 0, 1},
                        {RawBlock::Kind::paragraph, "一、主要举措", 0, 2},
                        {RawBlock::Kind::paragraph, text, 0, 3}});
  std::size_t at = 0;
  for (auto& mark : marks) {
    const auto open = raw.text.find("“", at), close = raw.text.find("”", at);
    mark.span = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 3)};
    at = close + 3;
    const bool gone = mark.kind == Kind::deletion || mark.kind == Kind::hidden;
    if (gone || open + 3 == close) mark.span.end = mark.span.begin;
  }
  raw.marks = std::move(marks);
  return raw;
}

std::string Rule(const std::string& parameters) {
  return R"(rules:
  - id: review/mark
    kind: marked_text
    severity: error
    title: {zh: 痕迹, en: Mark}
    message: {zh: "{text}|{author}|{quote}|{count}", en: "{text}|{author}|{quote}|{count}"}
    hint: {zh: 处理, en: Settle}
    basis: {document: 文}
    )" + parameters +
         "\n";
}

std::vector<std::string> Messages(RawDocument raw, const std::string& rules) {
  std::vector<std::string> out;
  for (const auto& f : JudgeDocument("a.docx", std::move(raw), {Compiled(rules)}, {}).findings) {
    out.push_back(f.finding.message);
  }
  return out;
}

TEST(MarkedText, EachKind) {
  const struct {
    const char* name;
    Mark mark;
    const char* message;
  } kCases[] = {
      {"highlight", {Kind::highlight, {}, "", ""}, "“甲”||“甲”|1"},
      {"insertion", {Kind::insertion, {}, "", "张三"}, "“甲”|（张三）|“甲”|1"},
      {"deletion", {Kind::deletion, {}, "乙", "张三"}, "乙|（张三）|乙|1"},
      {"comment", {Kind::comment, {}, "请核实", "李四"}, "请核实|（李四）|“甲”|1"},
      {"hidden", {Kind::hidden, {}, "丙", ""}, "丙||丙|1"},
  };
  for (const auto& c : kCases) {
    const std::string rules = Rule(std::string("mark: ") + c.name);
    EXPECT_EQ(Messages(Marked("办结“甲”件。", {c.mark}), rules),
              std::vector<std::string>{c.message});
    for (const auto& other : kCases) {
      if (other.mark.kind == c.mark.kind) continue;
      EXPECT_TRUE(Messages(Marked("办结“甲”件。", {other.mark}), rules).empty()) << c.name;
    }
  }
}

TEST(MarkedText, OnceOrEach) {
  const std::vector<Mark> marks{{Kind::comment, {}, "一", ""}, {Kind::comment, {}, "二", ""}};
  const std::string text = "办结“甲”件，受理“乙”件，其余各项工作都按时完成了。";
  EXPECT_EQ(Messages(Marked(text, marks), Rule("mark: comment")),
            (std::vector<std::string>{"一||“甲”|1", "二||“乙”|1"}));
  EXPECT_EQ(Messages(Marked(text, marks), Rule("mark: comment\n    grouping: once")),
            std::vector<std::string>{"一||“甲”|2"});
}

TEST(MarkedText, ManyOrMostOfTheTextAreOneFinding) {
  std::string text;
  std::vector<Mark> marks;
  for (int i = 0; i < 21; ++i) {
    text += "办结事项“甲”若干件，按时完成。";
    marks.push_back({Kind::highlight, {}, "", ""});
  }
  EXPECT_EQ(Messages(Marked(text, marks), Rule("mark: highlight")),
            std::vector<std::string>{"“甲”||“甲”|21"});
  const std::string long_text =
      "“全年办结各类事项三十六件，受理群众来信来访十二件次。”，"
      "“全年办结各类事项三十六件，受理群众来信来访十二件次。”";
  EXPECT_EQ(Messages(Marked(long_text, {marks[0], marks[1]}), Rule("mark: highlight")).size(), 1u);
}

// Places without characters have nothing but the mark's text to tell them apart.
TEST(MarkedText, FingerprintsTellMarksApart) {
  const auto of = [](const char* text) {
    const auto report =
        JudgeDocument("a.docx", Marked("办结“甲”件。", {{Kind::deletion, {}, text, ""}}),
                      {Compiled(Rule("mark: deletion"))}, {});
    return report.findings.at(0).finding.subject;
  };
  EXPECT_NE(of("乙"), of("丙"));
}

TEST(MarkedText, YieldsOnlyWhereAllItsPlacesAreTaken) {
  const std::string other = R"(  - id: text/pending
    kind: forbidden_text
    severity: error
    title: {zh: 未定, en: Pending}
    message: {zh: 未定, en: pending}
    hint: {zh: 定下来, en: Settle it}
    basis: {document: 文}
    patterns: [待定]
)";
  const std::string rules =
      Rule("mark: highlight\n    grouping: once\n    yields_to: [text/pending]") + other;
  const std::vector<Mark> marks{{Kind::highlight, {}, "", ""}, {Kind::highlight, {}, "", ""}};
  EXPECT_EQ(Messages(Marked("经费“待定”，人员“待定”，其余都好。", marks), rules),
            (std::vector<std::string>{"未定", "未定"}));
  EXPECT_EQ(Messages(Marked("经费“待定”，人员“三人”，其余都好。", marks), rules).size(), 2u);
}

TEST(MarkedText, MistakesAreNamed) {
  for (const char* wrong : {"mark: highligt", "mark: comment\n    grouping: one"}) {
    const auto loaded = Compile(kHead, Rule(wrong));
    EXPECT_EQ(loaded.pack, nullptr) << wrong;
    EXPECT_NE(Show(loaded.problems).find("[bad-choice]"), std::string::npos) << wrong;
    EXPECT_NE(Show(loaded.problems).find("是不是"), std::string::npos) << wrong;
  }
}

}  // namespace
}  // namespace hegao
