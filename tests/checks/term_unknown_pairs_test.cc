// Two characters that are no word: when they are a slip for a usual one, and how sure that is.
#include <gtest/gtest.h>

#include "../document/build.h"
#include "checks/term/unknown_pairs.h"
#include "rulepack/reader.h"

namespace hegao {
namespace {

// 芳 often stands alone, 放 less often; what is not listed hardly does.
constexpr const char* kRule = R"(usual:
  - {often: 10, words: [担任 方案]}
  - {often: 8, words: [律师 顾问 实施 通过]}
  - words: [放岸]
one_character:
  - {often: 4, characters: [任案放]}
  - {often: 16, characters: [的芳]}
  - {often: 9, characters: [华路王其]}
surnames: [王, 欧阳]
place_ends: [路]
)";

Params Read(const std::string& yaml) {
  const YamlFile file{"rule.yaml", yaml, false};
  Problems problems;
  const auto value = ParseYaml(file, problems);
  const std::vector<SlotSpec> slots;
  const Tables lists;
  MapReader rule(value, problems, {"规则", "rule"});
  auto params = Params::Read(rule, UnknownPairs::Parameters(), {slots, lists});
  EXPECT_TRUE(problems.empty());
  return params;
}

/// Each pair found: what stands there, what should, and how sure it is.
std::string Found(const std::string& text) {
  RawDocument raw;
  raw.text = text;
  raw.format = "docx";
  raw.blocks.emplace_back().kind = RawBlock::Kind::paragraph;
  raw.blocks.back().pieces.push_back({{0, static_cast<std::uint32_t>(text.size())}, false, {}});
  const Document doc = BuildDocument(std::move(raw), "a.docx", SmallLexicon());
  const EasilyMixed mixed({"担坦"});
  const UnknownPairs pairs(Read(kRule), mixed);
  std::vector<TermHit> hits;
  WordBreaks breaks;
  SqueezedWalk walk(doc);
  for (SqueezedText squeezed; walk.Next(&squeezed);) {
    for (std::uint32_t at = 0; at + 1 < squeezed.size(); ++at) {
      pairs.Look(doc, squeezed, at, &breaks, &hits);
    }
  }
  std::string out;
  for (const auto& hit : hits) {
    EXPECT_FALSE(hit.safe);
    EXPECT_EQ(hit.doubtful, hit.level == Severity::info);
    out += std::string(doc.Text(hit.span)) + ">" + hit.right + (hit.doubtful ? "?" : "!");
  }
  return out;
}

struct Case {
  const char* text;
  const char* found;
  const char* why;
};

const Case kCases[] = {
    {"聘请律师坦任顾问", "坦任>担任!", "looks like it, usual words to both sides"},
    {"聘请其坦任其他职务", "坦任>担任?", "no usual words beside it"},
    {"聘请律师担任顾问", "", "the word"},
    {"通过实施放案推动工作", "放案>方案?", "sounds like it"},
    {"通过实施放岸推动工作", "", "listed as right"},
    {"通过实施芳案推动工作", "", "a character that often stands alone"},
    {"通过实施方桉推动工作", "方桉>方案?", "the other character"},
    {"律师坦任", "坦任>担任!", "at the end of the run"},
    {"坦任", "", "too short to tell"},
    {"聘请律师坦、任顾问", "", "a mark between"},
    {"聘请律师“坦”任顾问", "", "a quotation mark between"},
    {"通过《律师坦任顾问》一书", "", "in a title"},
    {"听取王坦任的意见建议", "", "a name of a person"},
    {"走访坦任路的群众代表", "", "a name of a place"},
    {"聘请律师坦任骉顾问", "", "beside a character that is hardly ever a word"},
};

TEST(UnknownPairs, TellsSlipsFromWordsThatMet) {
  for (const auto& c : kCases) EXPECT_EQ(Found(c.text), c.found) << c.text << ": " << c.why;
}

}  // namespace
}  // namespace hegao
