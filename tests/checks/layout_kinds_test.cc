// The kinds that look at pages and type, on documents made by hand: what is right, wrong, not said.
#include <gtest/gtest.h>

#include "../document/build.h"
#include "checks/layout/format_blocks.h"
#include "checks/layout/kinds.h"
#include "rulepack/reader.h"
#include "text/utf8.h"

namespace hegao {
namespace {

struct Line {
  std::string text;
  TextFormat format;
  RawBlock::Kind kind = RawBlock::Kind::paragraph;
};

Document Make(const std::vector<Line>& lines, std::vector<PageSetup> pages) {
  RawDocument raw;
  raw.format = "docx";
  raw.layout.known = true;
  raw.layout.pages = std::move(pages);
  for (const auto& line : lines) {
    RawBlock block;
    block.kind = line.kind;
    const auto begin = static_cast<std::uint32_t>(raw.text.size());
    raw.text += line.text;
    block.pieces.push_back({{begin, static_cast<std::uint32_t>(raw.text.size())}, false, {}});
    raw.text += '\n';
    block.format = raw.layout.Add(line.format);
    raw.blocks.push_back(std::move(block));
  }
  return BuildDocument(std::move(raw), "a.docx", SmallLexicon());
}

/// Findings of one rule: "severity message xN @source words", one a line.
std::string Judge(const Document& doc, const CheckKind& kind, const std::string& params) {
  const YamlFile file{"rule", params, false};
  Problems problems;
  const auto value = ParseYaml(file, problems);
  MapReader reader(value, problems, {"规则", "rule"});
  const std::vector<SlotSpec> specs;
  const Tables tables;
  const auto check = kind.compile(Params::Read(reader, kind.params, {specs, tables, nullptr}));
  EXPECT_TRUE(problems.empty() && check != nullptr) << params;
  if (check == nullptr) return "no check";
  const auto lexicon = SmallLexicon();
  const RunOptions options;
  const auto facts = InferFacts(doc, lexicon, std::nullopt);
  const auto slots = AssignSlots(doc, facts, specs);
  const CheckInput input{doc, facts, slots, specs, lexicon, options};
  RuleInfo rule;
  rule.message = {"", ""};
  for (const auto variable : kind.variables) rule.message.zh += "{" + std::string(variable) + "}|";
  std::vector<Finding> findings;
  Reporter reporter(input, rule, findings);
  check->Run(input, reporter);
  std::string out;
  for (const auto& f : findings) {
    out += std::string(Name(f.severity)) + ' ' + f.message + " x" + std::to_string(f.count) + "+" +
           std::to_string(f.related.size()) + " @" + doc.text.substr(f.span.begin, f.span.size()) +
           '\n';
  }
  return out;
}

PageSetup A4() {
  PageSetup page;
  page.width = 210;
  page.height = 297;
  page.margin_top = 37;
  page.margin_left = 28;
  page.margin_right = 26;
  page.margin_bottom = 35;
  return page;
}

PageSetup Turned() {
  auto page = A4();
  std::swap(page.width, page.height);
  page.margin_top = 28;
  return page;
}

PageSetup Paper(double width, double height) {
  PageSetup page;
  page.width = width;
  page.height = height;
  return page;
}

TEST(PageLayout, Measures) {
  const struct {
    std::string why;
    std::vector<PageSetup> pages;
    std::string params, findings;
  } kCases[] = {
      {"right", {A4()}, "{width_mm: 210, height_mm: 297, margin_top_mm: 37}", ""},
      {"rounded as files do", {Paper(209.97, 297.04)}, "{width_mm: 210, tolerance_mm: 0}", ""},
      {"at the edge of the tolerance", {Paper(212, 297)}, "{width_mm: 210, tolerance_mm: 2}", ""},
      {"beyond it",
       {Paper(212.2, 297)},
       "{width_mm: 210, tolerance_mm: 2}",
       "warning 纸宽 212.2 毫米|纸宽 210 毫米|2| x1+0 @\n"},
      {"two measures",
       {A4()},
       "{margin_top_mm: 25.4, margin_left_mm: 31.8}",
       "warning 上边距 37 毫米、左边距 28 毫米|上边距 25.4 毫米、左边距 31.8 毫米|1| x1+0 @\n"},
      {"some sections",
       {A4(), Paper(216, 279), Paper(216, 279)},
       "width_mm: 210",
       "warning 纸宽 216 毫米|纸宽 210 毫米|1| x2+1 @\n"},
      {"turned paper", {A4(), Turned()}, "{width_mm: 210, height_mm: 297, margin_top_mm: 37}", ""},
      {"turned paper of another size",
       {Paper(279, 216)},
       "{width_mm: 210, height_mm: 297}",
       "warning 纸宽 216 毫米、纸高 279 毫米|纸宽 210 毫米、纸高 297 毫米|1| x1+0 @\n"},
      {"some not said", {Paper(210, 297), A4()}, "margin_left_mm: 28", ""},
      {"nothing said",
       {Paper(210, 297)},
       "margin_left_mm: 28",
       "info 文件里没有写明左边距，这一条没有核对 x1+0 @\n"},
      {"no pages",
       {},
       "{width_mm: 210, height_mm: 297}",
       "info 文件里没有写明纸宽、纸高，这一条没有核对 x1+0 @\n"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Judge(Make({{"某镇工作报告", {}}}, c.pages), kPageLayout, c.params), c.findings)
        << c.why;
  }
}

TEST(PageNumber, InAnySection) {
  auto numbered = A4();
  numbered.page_number = true;
  const struct {
    std::vector<PageSetup> pages;
    std::string params, findings;
  } kCases[] = {
      {{numbered}, "{}", ""},
      {{A4(), numbered}, "required: true", ""},
      {{A4()}, "{}", "warning  x1+0 @\n"},
      {{A4()}, "required: false", ""},
      {{numbered}, "required: false", "warning  x1+0 @\n"},
      {{}, "{}", "info 文件里没有写明页面设置，这一条没有核对 x1+0 @\n"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Judge(Make({{"某镇工作报告", {}}}, c.pages), kPageNumber, c.params), c.findings)
        << c.params;
  }
}

TextFormat Type(const std::string& font, double size) {
  TextFormat format;
  format.font = font;
  format.size = size;
  return format;
}

TextFormat Spaced(LineSpacing spacing, double value) {
  TextFormat format;
  format.spacing = spacing;
  format.spacing_value = value;
  return format;
}

TextFormat Aligned(Alignment alignment, bool bold = false) {
  TextFormat format;
  format.alignment = alignment;
  format.bold = bold;
  return format;
}

const std::string kText = "全年办结实事三十六件，群众满意度稳步提升，各项工作取得新的进展。";

TEST(TextFormat, Aspects) {
  const struct {
    std::string why;
    std::vector<TextFormat> body;  // one paragraph each
    std::string params, findings;
  } kCases[] = {
      {"font", {Type("仿宋_GB2312", 16)}, "fonts: [仿宋, FangSong]", ""},
      {"font, written otherwise", {Type("@Fang Song", 16)}, "fonts: [仿宋, FangSong]", ""},
      {"font, English name", {Type("fangsong_gb2312", 0)}, "fonts: [仿宋, FangSong]", ""},
      {"no part of a longer name",
       {Type("方正仿宋", 0)},
       "fonts: [仿宋]",
       "warning 方正仿宋|1|1| x1+0 @" + kText + "\n"},
      {"size", {Type("", 16.5)}, "size_pt: 16", ""},
      {"another size", {Type("", 14)}, "size_pt: 16", "warning 14 磅|1|1| x1+0 @" + kText + "\n"},
      {"half points",
       {Type("", 10.5)},
       "{size_pt: 16, size_tolerance_pt: 0}",
       "warning 10.5 磅|1|1| x1+0 @" + kText + "\n"},
      {"both",
       {Type("宋体", 12)},
       "{fonts: [仿宋], size_pt: 16}",
       "warning 宋体、12 磅|1|1| x1+0 @" + kText + "\n"},
      {"one of both said", {Type("仿宋", 0)}, "{fonts: [仿宋], size_pt: 16}", ""},
      {"the most frequent one is named",
       {Type("宋体", 0), Type("黑体", 0), Type("黑体", 0), Type("仿宋", 0), Type("", 0)},
       "fonts: [仿宋]",
       "warning 黑体|3|4| x3+2 @" + kText + "\n"},
      {"nothing said",
       {Type("", 16)},
       "fonts: [仿宋]",
       "info 文件里没有写明字体，这一条没有核对 x1+0 @\n"},
      {"alignment", {Aligned(Alignment::center)}, "alignment: center", ""},
      {"other alignment",
       {Aligned(Alignment::left)},
       "alignment: center",
       "warning 左对齐|1|1| x1+0 @" + kText + "\n"},
      {"alignment not said",
       {Type("宋体", 16)},
       "alignment: center",
       "info 文件里没有写明对齐方式，这一条没有核对 x1+0 @\n"},
      {"spacing",
       {Spaced(LineSpacing::exact, 28)},
       "{line_spacing_min_pt: 28, line_spacing_max_pt: 30}",
       ""},
      {"spacing at least",
       {Spaced(LineSpacing::at_least, 31)},
       "line_spacing_max_pt: 30",
       "warning 31 磅|1|1| x1+0 @" + kText + "\n"},
      {"spacing too little",
       {Spaced(LineSpacing::exact, 22)},
       "line_spacing_min_pt: 28",
       "warning 22 磅|1|1| x1+0 @" + kText + "\n"},
      {"lines are no points",
       {Spaced(LineSpacing::multiple, 1.5)},
       "line_spacing_min_pt: 28",
       "info 文件里没有写明行距的磅值，这一条没有核对 x1+0 @\n"},
      {"bold",
       {Aligned(Alignment::left, true)},
       "bold: false",
       "warning 加粗|1|1| x1+0 @" + kText + "\n"},
      {"not bold", {Type("仿宋", 16)}, "bold: true", "warning 没有加粗|1|1| x1+0 @" + kText + "\n"},
      {"no paragraph is long enough", {Type("宋体", 16)}, "{fonts: [仿宋], min_chars: 100}", ""},
  };
  for (const auto& c : kCases) {
    std::vector<Line> lines;
    for (const auto& format : c.body) lines.push_back({kText, format});
    const auto params =
        c.params.front() == '{' ? "{part: body, " + c.params.substr(1) : "part: body\n" + c.params;
    EXPECT_EQ(Judge(Make(lines, {A4()}), kTextFormat, params), c.findings) << c.why;
  }
}

TEST(TextFormat, Parts) {
  using enum RawBlock::Kind;
  const auto doc = Make({{"某镇人民政府文件:", {}},
                         {"某镇2024年工作报告", {}},
                         {"一、主要工作", {}},
                         {"（一）加强学习。" + kText + kText, {}},
                         {"（二）狠抓各项重点任务落实到位。" + kText, {}},
                         {kText, {}},
                         {"甲", {}, cell},
                         {"脚注", {}, aside},
                         {"二、下一步安排", {}},
                         {kText, {}},
                         {"某镇人民政府", {}},
                         {"2025年1月10日", {}},
                         {"抄送各单位", {}}},
                        {A4()});
  const auto texts = [&](FormatPart part, int level) {
    std::string out;
    for (const auto b : BlocksOfPart(doc, part, level)) {
      out += std::string(FirstCodePoints(doc.Text(doc.blocks[b].folded), 4)) + '|';
    }
    return out;
  };
  EXPECT_EQ(texts(FormatPart::title, 0), "某镇20|");
  EXPECT_EQ(texts(FormatPart::heading, 0), "一、主要|二、下一|");
  EXPECT_EQ(texts(FormatPart::heading, 2), "");
  EXPECT_EQ(texts(FormatPart::body, 0), "(一)加|全年办结|全年办结|");
}

}  // namespace
}  // namespace hegao
