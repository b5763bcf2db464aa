// Required literals must never keep a pattern from matching: over every expression of the shipped
// packs and every line of the model reports, the pattern answers as it does when nothing is known
// of its literals.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "rulepack/source.h"
#include "text/fold.h"
#include "text/pattern.h"

namespace hegao {
namespace {

void CollectScalars(const Value& value, std::vector<std::string>& out) {
  if (value.kind == Value::Kind::scalar &&
      value.scalar.find_first_of("(|[.") != std::string::npos) {
    out.push_back(value.scalar);
  }
  for (const auto& item : value.items) CollectScalars(item, out);
  for (const auto& entry : value.entries) CollectScalars(entry.value, out);
}

std::vector<std::string> Lines() {
  std::vector<std::string> lines;
  const std::filesystem::path root = HEGAO_SOURCE_DIR;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "reports")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) lines.push_back(Fold(line));
    }
  }
  return lines;
}

TEST(Literals, NeverHideAMatch) {
  const auto lines = Lines();
  ASSERT_GT(lines.size(), 200u);
  std::size_t patterns = 0, matches = 0;
  for (const auto& file : EmbeddedFiles()) {
    if (!file.path.ends_with(".yaml")) continue;
    const YamlFile yaml{std::string(file.path), std::string(file.text)};
    Problems problems;
    std::vector<std::string> scalars;
    CollectScalars(ParseYamlCached(yaml, problems), scalars);
    for (const auto& s : scalars) {
      Pattern with, without;
      PatternError error;
      // The second branch matches nothing, but no literal is required any more.
      if (!Pattern::Compile(s, &with, &error)) continue;
      ASSERT_TRUE(Pattern::Compile("(?:" + s + R"()|[^\x00-\x{10FFFF}])", &without, &error)) << s;
      ++patterns;
      for (const auto& line : lines) {
        const bool expected = without.Matches(line);
        matches += expected;
        ASSERT_EQ(with.Matches(line), expected) << s << "\n" << line;
      }
    }
  }
  EXPECT_GT(patterns, 100u);
  EXPECT_GT(matches, 1000u);
}

}  // namespace
}  // namespace hegao
