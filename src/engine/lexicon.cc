#include <cassert>

#include "checks/params.h"
#include "engine/pack.h"

namespace hegao {
namespace {

PatternList ReadList(MapReader& map, std::string_view key, bool whole_block) {
  PatternList out;
  for (auto& s : map.Strings(key)) {
    if (whole_block) s.value = "^(?:" + s.value + ")$";
    Pattern one;
    if (CompileOnePattern(s, map.problems(), &one)) out.Add(std::move(one));
  }
  return out;
}

Pattern ReadOne(MapReader& map, std::string_view key) {
  Pattern out;
  auto source = map.RequiredString(key);
  const Value* at = map.value().Get(key);
  if (source && at != nullptr) CompileOnePattern({std::move(*source), at}, map.problems(), &out);
  return out;
}

}  // namespace

Lexicon CompileLexicon(const Value& root, Problems& problems) {
  Lexicon lexicon;
  MapReader map(root, problems, {"词汇文件", "lexicon"});
  if (!map.ok()) return lexicon;
  lexicon.chrome_line = ReadList(map, "chrome_line", true);
  lexicon.publication_date = ReadOne(map, "publication_date");
  lexicon.publication_source = ReadOne(map, "publication_source");
  lexicon.title_end = ReadList(map, "title_end", false);
  lexicon.title_lead = ReadList(map, "title_lead", false);
  lexicon.not_title = ReadList(map, "not_title", false);
  lexicon.organisation = ReadList(map, "organisation", true);
  lexicon.title_plan_year = ReadOne(map, "title_plan_year");
  lexicon.year_exempt = ReadList(map, "year_exempt", false);
  lexicon.future_marker = ReadList(map, "future_marker", false);
  lexicon.done_marker = ReadList(map, "done_marker", false);
  map.Finish();
  return lexicon;
}

namespace {

YamlFile EmbeddedLexiconFile(bool verified) {
  for (const auto& file : EmbeddedFiles()) {
    if (file.path == "rules/lexicon.yaml")
      return {std::string(file.path), std::string(file.text), verified};
  }
  return {"rules/lexicon.yaml", "", verified};
}

}  // namespace

const Lexicon& EmbeddedLexicon() {
  static const Lexicon lexicon_of_the_program = [] {
    const auto file = EmbeddedLexiconFile(true);
    Problems problems;
    auto lexicon = CompileLexicon(ParseYamlCached(file, problems), problems);
    assert(problems.empty());
    return lexicon;
  }();
  return lexicon_of_the_program;
}

std::vector<Problem> EmbeddedLexiconProblems() {
  const auto file = EmbeddedLexiconFile(false);
  Problems problems;
  CompileLexicon(ParseYaml(file, problems), problems);
  return problems.items();
}

}  // namespace hegao
