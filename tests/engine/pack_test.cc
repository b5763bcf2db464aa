// What is embedded is right, and what every check kind says of itself compiles.
#include "engine/pack.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/file_system.h"
#include "engine/cases.h"
#include "sample_pack.h"

namespace hegao {
namespace {

// The embedded copy counts as verified and compiles its patterns late: here is the verification.
TEST(EmbeddedPacks, EveryPatternCompiles) {
  ASSERT_FALSE(EmbeddedPackIds().empty());
  for (const auto& id : EmbeddedPackIds()) {
    auto files = ReadEmbeddedPack(id);
    ASSERT_TRUE(files) << id;
    for (auto& f : files->files) f.verified = false;
    const auto loaded = CompilePack(std::move(*files));
    EXPECT_TRUE(loaded.pack) << Show(loaded.problems);
    EXPECT_TRUE(loaded.notes.empty()) << Show(loaded.notes);
  }
}

TEST(EmbeddedPacks, LexiconCompiles) {
  for (const auto& f : EmbeddedFiles()) {
    if (f.path != "rules/lexicon.yaml") continue;
    const YamlFile yaml{std::string(f.path), std::string(f.text), false};
    Problems problems;
    const auto root = ParseYaml(yaml, problems);
    CompileLexicon(root, problems);
    EXPECT_TRUE(problems.empty()) << Show(problems.items());
    return;
  }
  FAIL() << "rules/lexicon.yaml is not embedded";
}

TEST(EmbeddedPacks, SameAsFolder) {
  for (const auto& id : EmbeddedPackIds()) {
    const auto embedded = LoadPack(id);
    const auto folder = LoadPack(std::string(HEGAO_SOURCE_DIR) + "/rules/" + id);
    ASSERT_TRUE(embedded && folder && embedded->pack && folder->pack) << id;
    EXPECT_EQ(embedded->origin, "embedded:" + id);
    EXPECT_NE(folder->origin, embedded->origin);
    ASSERT_EQ(embedded->pack->rules.size(), folder->pack->rules.size());
    for (std::size_t i = 0; i < folder->pack->rules.size(); ++i) {
      EXPECT_EQ(embedded->pack->rules[i].info.id, folder->pack->rules[i].info.id);
    }
  }
}

// Every rule tells in both languages what is wrong, how to mend it, and what it rests on.
TEST(EmbeddedPacks, RulesAreWellDescribed) {
  for (const auto& id : EmbeddedPackIds()) {
    const auto pack = LoadPack(id)->pack;
    ASSERT_TRUE(pack);
    EXPECT_TRUE(std::is_sorted(pack->rules.begin(), pack->rules.end(),
                               [](const Rule& a, const Rule& b) { return a.info.id < b.info.id; }));
    for (const auto& rule : pack->rules) {
      SCOPED_TRACE(rule.info.id);
      const auto& i = rule.info;
      for (const auto* m : {&i.title, &i.message, &i.hint, &i.basis, &i.why, &i.bad, &i.good}) {
        EXPECT_FALSE(m->zh.empty());
        EXPECT_FALSE(m->en.empty());
      }
      EXPECT_GT(rule.line, 0u);
      for (const auto& other : i.yields_to) EXPECT_NE(pack->FindRule(other), nullptr) << other;
    }
  }
}

TEST(EmbeddedPacks, CasesPass) {
  for (const auto& id : EmbeddedPackIds()) {
    for (const auto& r : RunCases(*LoadPack(id)->pack)) {
      EXPECT_TRUE(r.passed) << r.file << ":" << r.line << " " << r.rule << ": " << r.detail.zh;
    }
  }
}

TEST(EmbeddedPacks, OptionalOnesWaitToBeNamed) {
  const auto by_itself = DefaultPackIds();
  EXPECT_FALSE(by_itself.empty());
  for (const auto& id : EmbeddedPackIds()) {
    const bool by_default = std::find(by_itself.begin(), by_itself.end(), id) != by_itself.end();
    EXPECT_NE(by_default, LoadPack(id)->pack->optional) << id;
  }
}

TEST(CheckKinds, EveryExampleCompiles) {
  for (const auto* kind : AllCheckKinds()) {
    SCOPED_TRACE(kind->name);
    std::string rule = "rules:\n  - id: a/b\n    kind: " + std::string(kind->name) +
                       "\n    severity: warning\n    title: 题\n    hint: 改\n"
                       "    basis: {document: 文}\n    message: 说";
    for (const auto v : kind->variables) rule += "{" + std::string(v) + "}";
    rule += "\n";
    std::string line;
    for (const char c : std::string(kind->example) + "\n") {
      line += c;
      if (c != '\n') continue;
      if (line != "{}\n") rule += "    " + line;
      line.clear();
    }
    const auto loaded = Compile(std::string(kHead) + "needs: [layout]\n", rule);
    ASSERT_TRUE(loaded.pack) << rule << Show(loaded.problems);
    EXPECT_NE(loaded.pack->rules[0].check, nullptr);
    EXPECT_EQ(loaded.pack->rules[0].kind, kind);
  }
}

TEST(Pack, SeverityDefaults) {
  const struct {
    const char* severity;
    Severity full, weaker;
  } cases[] = {
      {"error", Severity::error, Severity::warning},
      {"warning", Severity::warning, Severity::info},
      {"info", Severity::info, Severity::info},
  };
  for (const auto& c : cases) {
    const auto pack =
        Compiled(With(kRules, "severity: error", std::string("severity: ") + c.severity));
    EXPECT_EQ(pack->rules[0].info.severity, c.full) << c.severity;
    EXPECT_EQ(pack->rules[0].info.weaker, c.weaker) << c.severity;
  }
}

TEST(Pack, BasisOfSeveralDocuments) {
  const auto pack = Compiled(With(kRules, "basis: {document: 文}",
                                  "basis:\n      - {document: 《甲》, clause: 第一条}\n"
                                  "      - {document: {zh: 《乙》, en: B}}"));
  EXPECT_EQ(pack->rules[0].info.basis, (Message{"《甲》第一条；《乙》", "《甲》 第一条; B"}));
}

TEST(Pack, RuleKnowsItsPlace) {
  const auto pack = Compiled(kRules);
  EXPECT_EQ(pack->rules[0].file, "rules.yaml");
  EXPECT_EQ(pack->rules[0].line, 2u);
  EXPECT_EQ(pack->FindRule("text/pending"), &pack->rules[0]);
  EXPECT_EQ(pack->FindRule("text/other"), nullptr);
}

}  // namespace
}  // namespace hegao
