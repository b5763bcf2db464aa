// Every format against the file that shows what it must look like. HEGAO_UPDATE_GOLDEN=1 rewrites
// the files; read the difference before it is committed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "render/renderer.h"
#include "sample_report.h"

namespace hegao {
namespace {

std::string GoldenPath(const std::string& name) {
  return std::string(HEGAO_SOURCE_DIR) + "/tests/render/golden/" + name;
}

void ExpectGolden(const std::string& name, const std::string& actual) {
  const std::string path = GoldenPath(name);
  if (const char* update = std::getenv("HEGAO_UPDATE_GOLDEN"); update && *update == '1') {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << path << " is missing";
  std::stringstream expected;
  expected << in.rdbuf();
  EXPECT_EQ(actual, expected.str()) << path;
}

template <typename Info, typename Report>
std::string Render(const Info& entry, const Report& report, const RenderOptions& options) {
  std::ostringstream out;
  entry.render(report, options, out);
  return out.str();
}

// Renders with every language and colour. What may not depend on either must not: programs read
// JSON, and colours are for terminals. Those variants share one file.
template <typename Info, typename Report>
void ExpectGoldens(const std::string& stem, const Info& entry, const Report& report) {
  const bool told_by_extension = entry.extension.substr(1) == entry.name;
  const std::string base = told_by_extension ? stem : stem + "." + std::string(entry.name);
  for (Lang lang : {Lang::zh, Lang::en}) {
    for (bool color : {false, true}) {
      RenderOptions options;
      options.lang = lang;
      options.color = color;
      options.width = 80;
      std::string name = base;
      if (entry.name != "json") name += lang == Lang::zh ? ".zh" : ".en";
      if (entry.name == "text" && color) name += ".color";
      ExpectGolden(name + std::string(entry.extension), Render(entry, report, options));
    }
  }
}

TEST(Golden, EveryFormat) {
  for (const RendererInfo& entry : AllRenderers()) {
    ExpectGoldens("check", entry, testing::RichReport());
    ExpectGoldens("paper", entry, testing::PaperReport());
  }
  for (const OutlineRendererInfo& entry : AllOutlineRenderers()) {
    ExpectGoldens("outline", entry, testing::DefectiveDocument());
    ExpectGoldens("outline-pages", entry, testing::PagedDocument());
    ExpectGoldens("outline-paragraphs", entry, testing::ParagraphDocument());
  }
}

TEST(Golden, TextOptions) {
  const RunReport report = testing::RichReport();
  const RendererInfo& text = *FindRenderer("text");
  RenderOptions options;
  options.quiet = true;
  ExpectGolden("quiet.text.zh.txt", Render(text, report, options));
  ExpectGolden("quiet-paper.text.zh.txt", Render(text, testing::PaperReport(), options));
  options.lang = Lang::en;
  ExpectGolden("quiet.text.en.txt", Render(text, report, options));
  ExpectGolden("quiet-paper.text.en.txt", Render(text, testing::PaperReport(), options));
  options = {};
  options.min_severity = Severity::error;
  ExpectGolden("errors-only.text.zh.txt", Render(text, report, options));
  options = {};
  options.show_known = true;
  options.width = 0;
  ExpectGolden("show-known.text.zh.txt", Render(text, report, options));
  RunReport single = report;
  single.documents.resize(1);
  single.summary = Summarize(single.documents);
  options = {};
  options.width = 40;
  ExpectGolden("single-narrow.text.zh.txt", Render(text, single, options));
  ExpectGolden("empty.text.zh.txt", Render(text, RunReport(), {}));
}

TEST(Registry, EntriesAreCompleteAndFound) {
  std::set<std::string_view> names, extensions;
  for (const RendererInfo& entry : AllRenderers()) {
    EXPECT_FALSE(entry.summary.zh.empty() || entry.summary.en.empty()) << entry.name;
    EXPECT_EQ(entry.extension.substr(0, 1), ".") << entry.name;
    EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
    EXPECT_TRUE(extensions.insert(entry.extension).second) << entry.name;
    EXPECT_EQ(FindRenderer(entry.name), &entry);
    EXPECT_EQ(FindRendererByExtension(entry.extension), &entry);
  }
  for (const OutlineRendererInfo& entry : AllOutlineRenderers()) {
    EXPECT_FALSE(entry.summary.zh.empty() || entry.summary.en.empty()) << entry.name;
    EXPECT_EQ(FindOutlineRenderer(entry.name), &entry);
  }
  EXPECT_EQ(AllRenderers().front().name, "text");
  EXPECT_EQ(FindRenderer("jso"), nullptr);
  EXPECT_EQ(FindRenderer(""), nullptr);
  EXPECT_EQ(FindRendererByExtension(".exe"), nullptr);
  EXPECT_EQ(FindOutlineRenderer("markdown"), nullptr);
}

}  // namespace
}  // namespace hegao
