// Any bytes as a pack's YAML: no crash, every span within the text and on character boundaries,
// every problem with a sentence in both languages.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "rulepack/reader.h"
#include "rulepack/value.h"
#include "text/utf8.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

void CheckSpan(const std::string& text, hegao::Span span) {
  Require(span.begin <= span.end && span.end <= text.size());
  Require(hegao::IsBoundary(text, span.begin) && hegao::IsBoundary(text, span.end));
}

void CheckTree(const hegao::Value& value, const hegao::YamlFile& file, int depth) {
  Require(depth <= hegao::YamlLimits{}.max_depth && value.file == &file);
  CheckSpan(file.text, value.span);
  for (const hegao::Value& item : value.items) CheckTree(item, file, depth + 1);
  for (const hegao::Value::Entry& entry : value.entries) {
    CheckSpan(file.text, entry.key_span);
    Require(value.Get(entry.key) == &entry.value);
    CheckTree(entry.value, file, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const hegao::YamlFile file{"pack.yaml", std::string(reinterpret_cast<const char*>(data), size)};
  hegao::Problems problems;
  hegao::YamlLimits limits;
  limits.max_nodes = 5000;
  const hegao::Value value = hegao::ParseYaml(file, problems, limits);
  CheckTree(value, file, 0);
  hegao::MapReader reader(value, problems, {"规则包", "pack"});
  reader.RequiredText("name");
  reader.Strings("files");
  reader.Int("version", 0, 10);
  reader.Finish();
  problems.Sort();
  for (const hegao::Problem& problem : problems.items()) {
    Require(hegao::IsValidUtf8(hegao::FormatProblem(problem, hegao::Lang::zh)));
    Require(!problem.message.zh.empty() && !problem.message.en.empty());
  }
  return 0;
}
