// The table of check kinds: complete, sorted, and each says what it is.
#include "checks/registry.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "rulepack/reader.h"

namespace hegao {
namespace {

std::string Source(const std::string& path) {
  std::ifstream in(std::string(HEGAO_SOURCE_DIR) + "/" + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Registry, SortedAndFound) {
  const auto& kinds = AllCheckKinds();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (i > 0) {
      EXPECT_LT(kinds[i - 1]->name, kinds[i]->name);
    }
    EXPECT_EQ(FindCheckKind(kinds[i]->name), kinds[i]);
  }
  EXPECT_EQ(FindCheckKind("nosuch"), nullptr);
}

// A kind that is declared but left out of the table could never be used.
TEST(Registry, Complete) {
  std::string declarations;
  const std::filesystem::path checks = std::string(HEGAO_SOURCE_DIR) + "/src/checks";
  for (const auto& family : std::filesystem::directory_iterator(checks)) {
    const auto header = family.path() / "kinds.h";
    if (std::filesystem::exists(header)) {
      declarations += Source("src/checks/" + family.path().filename().string() + "/kinds.h");
    }
  }
  std::size_t declared = 0;
  const std::string word = "extern const CheckKind ";
  for (auto at = declarations.find(word); at != std::string::npos;
       at = declarations.find(word, at + 1)) {
    ++declared;
  }
  EXPECT_GT(declared, 0u);
  EXPECT_EQ(AllCheckKinds().size(), declared);
}

TEST(Registry, EachDescribesItself) {
  for (const auto* kind : AllCheckKinds()) {
    SCOPED_TRACE(kind->name);
    EXPECT_FALSE(kind->summary.zh.empty());
    EXPECT_FALSE(kind->summary.en.empty());
    EXPECT_FALSE(kind->example.empty());
    EXPECT_NE(kind->compile, nullptr);
    std::set<std::string_view> names;
    for (const auto& p : kind->params) {
      EXPECT_TRUE(names.insert(p.name).second) << p.name;
      EXPECT_FALSE(p.summary.zh.empty()) << p.name;
      EXPECT_FALSE(p.summary.en.empty()) << p.name;
      EXPECT_LT(p.min, p.max) << p.name;
    }
    const std::set<std::string_view> variables(kind->variables.begin(), kind->variables.end());
    EXPECT_EQ(variables.size(), kind->variables.size());
  }
}

// The example shows what is required, and nothing that does not exist.
TEST(Registry, ExamplesShowTheParameters) {
  for (const auto* kind : AllCheckKinds()) {
    SCOPED_TRACE(kind->name);
    const YamlFile file{"example", std::string(kind->example)};
    Problems problems;
    const auto value = ParseYaml(file, problems);
    ASSERT_TRUE(problems.empty());
    ASSERT_EQ(value.kind, Value::Kind::map);
    for (const auto& p : kind->params) {
      EXPECT_TRUE(!p.required || value.Get(p.name) != nullptr) << p.name;
    }
    for (const auto& entry : value.entries) {
      const bool known = std::any_of(kind->params.begin(), kind->params.end(),
                                     [&](const ParamSpec& p) { return p.name == entry.key; });
      EXPECT_TRUE(known) << entry.key;
    }
  }
}

// The row of each kind in the reference names its parameters and variables.
TEST(Registry, Documented) {
  const auto reference = Source("docs/pack-format.md");
  for (const auto* kind : AllCheckKinds()) {
    SCOPED_TRACE(kind->name);
    const auto at =
        reference.find("\n| `" + std::string(kind->name) + (kind->needs_layout ? "` † |" : "` |"));
    ASSERT_NE(at, std::string::npos);
    const auto row = reference.substr(at + 1, reference.find('\n', at + 1) - at - 1);
    for (const auto& p : kind->params) {
      EXPECT_NE(row.find("`" + std::string(p.name) + "`"), std::string::npos) << p.name;
    }
    for (const auto v : kind->variables) {
      EXPECT_NE(row.find("`{" + std::string(v) + "}`"), std::string::npos) << v;
    }
  }
}

TEST(Fill, Variables) {
  const Variables variables = {{"a", "甲"}, {"b", ""}, {"c", "{a}"}};
  const struct {
    const char* message;
    const char* filled;
  } cases[] = {
      {"", ""},        {"无", "无"},   {"{a}", "甲"},   {"x{a}y{a}", "x甲y甲"},
      {"“{b}”", "“”"}, {"{c}", "{a}"}, {"{d}", "{d}"},  {"{", "{"},
      {"{a", "{a"},    {"a}", "a}"},   {"{a}{", "甲{"},
  };
  for (const auto& c : cases) EXPECT_EQ(Fill(c.message, variables), c.filled) << c.message;
}

}  // namespace
}  // namespace hegao
