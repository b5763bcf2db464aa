// One document against packs: which pack applies, which findings stand, the same every time.
#include "engine/judge.h"

#include <gtest/gtest.h>

#include <map>

#include "engine/run.h"
#include "sample_pack.h"

namespace hegao {
namespace {

constexpr std::string_view kReport =
    "青石镇2024年工作报告\n\n一、主要举措\n全年办结事项36件，经费待定，人员待补充。\n"
    "二、2025年安排\n继续做好各项工作。\n\n青石镇人民政府\n2025年1月10日\n";

DocumentReport Judge(const Packs& packs, const EngineOptions& options,
                     std::string_view text = kReport) {
  return JudgeBytes("a.txt", std::string(text), packs, options);
}

std::vector<std::string> Quotes(const DocumentReport& report) {
  std::vector<std::string> out;
  for (const auto& f : report.findings) out.push_back(f.finding.rule + " " + f.quote);
  return out;
}

TEST(Judge, ReportsInPlace) {
  const auto report = Judge({Compiled(kRules)}, {});
  ASSERT_EQ(report.status, DocumentStatus::judged) << report.reason;
  ASSERT_EQ(report.findings.size(), 2u);
  const auto& f = report.findings[0];
  EXPECT_EQ(f.finding.message, "“待定”未定");
  EXPECT_EQ(f.finding.slot, "first");
  EXPECT_EQ(f.finding.severity, Severity::error);
  EXPECT_EQ(f.place.line, 4u);
  EXPECT_EQ(f.section, "一、主要举措");
  EXPECT_EQ(kReport.substr(f.finding.span.begin, f.finding.span.size()), f.quote);
  EXPECT_EQ(report.packs, std::vector<std::string>{"sample"});
}

TEST(Judge, Language) {
  EngineOptions options;
  options.run.lang = Lang::en;
  const auto report = Judge({Compiled(kRules)}, options);
  ASSERT_FALSE(report.findings.empty());
  EXPECT_EQ(report.findings[0].finding.message, "“待定” is pending");
  EXPECT_EQ(report.slots[0].name, "Measures");
}

constexpr std::string_view kLayoutHead =
    "hegao: 1\nid: paper\nversion: \"1\"\ntitle: 版式\noptional: true\nneeds: [layout]\n";
constexpr std::string_view kLayoutRules =
    "rules:\n  - id: page/paper\n    kind: page_layout\n    severity: warning\n    title: 纸\n"
    "    message: \"{found}\"\n    hint: 改\n    basis: {document: 文}\n    width_mm: 210\n";

std::shared_ptr<const Pack> PaperPack() { return Compile(kLayoutHead, kLayoutRules).pack; }

DocumentReport JudgePage(const Packs& packs, bool packs_given, std::string_view title) {
  EngineOptions options;
  options.packs_given = packs_given;
  const auto page = "<style>@page { size: 216mm 279mm }</style><p>" + std::string(title) +
                    "</p><p>一、主要举措</p><p>全年办结事项36件，经费待定。</p>";
  return JudgeBytes("a.html", page, packs, options);
}

// An optional pack is there because it was named; it does not say what kind of report it is.
TEST(Judge, OptionalPacks) {
  const auto report = Compiled(kRules);
  const auto paper = PaperPack();
  ASSERT_TRUE(paper);
  const struct {
    Packs packs;
    bool given;
    std::string title;
    std::vector<std::string> judged_by;
    DocumentStatus status;
  } kCases[] = {
      {{report, paper}, false, "青石镇2024年工作报告", {"sample", "paper"}, DocumentStatus::judged},
      {{paper, report}, true, "青石镇2024年工作报告", {"paper", "sample"}, DocumentStatus::judged},
      {{report, paper}, false, "购物清单", {}, DocumentStatus::undetermined},
      {{paper}, false, "购物清单", {"paper"}, DocumentStatus::judged},
      {{paper}, true, "购物清单", {"paper"}, DocumentStatus::judged},
  };
  for (const auto& c : kCases) {
    const auto got = JudgePage(c.packs, c.given, c.title);
    EXPECT_EQ(got.packs, c.judged_by) << c.title << c.given << got.reason;
    EXPECT_EQ(got.status, c.status) << c.title << c.given;
    EXPECT_EQ(got.reason.find("paper"), std::string::npos) << got.reason;
    EXPECT_TRUE(std::is_sorted(
        got.findings.begin(), got.findings.end(),
        [](const auto& a, const auto& b) { return a.finding.span < b.finding.span; }));
  }
}

TEST(Judge, DocumentsWithoutLayout) {
  const auto report = Compiled(kRules);
  for (const bool given : {true, false}) {
    EngineOptions options;
    options.packs_given = given;
    options.outline = true;
    const auto got = Judge({report, PaperPack()}, options);
    EXPECT_EQ(got.status, DocumentStatus::undetermined);
    EXPECT_NE(got.reason.find("规则包 paper 要看版式"), std::string::npos) << got.reason;
    EXPECT_EQ(got.packs, std::vector<std::string>{"sample"});
    EXPECT_EQ(got.findings.size(), 2u);
    EXPECT_EQ(got.headings.size(), 2u);
  }
  EXPECT_TRUE(Judge({PaperPack()}, {}).findings.empty());
  EXPECT_EQ(Judge({PaperPack()}, {}).status, DocumentStatus::undetermined);
}

TEST(Judge, MarkedGroup) {
  const auto pack = Compiled(With(kRules, "待(补充|定)", "'经费(?P<mark>待定)'"));
  EXPECT_EQ(Quotes(Judge({pack}, {})), std::vector<std::string>{"text/pending 待定"});
}

TEST(Judge, Phases) {
  const auto pack = Compiled(
      With(kRules, "severity: error", "severity: error\n    phases: {draft: off, publish: info}"));
  const struct {
    Phase phase;
    std::size_t findings;
    Severity severity;
  } cases[] = {
      {Phase::draft, 0, Severity::error},
      {Phase::submit, 2, Severity::error},
      {Phase::publish, 2, Severity::info},
  };
  for (const auto& c : cases) {
    EngineOptions options;
    options.run.phase = c.phase;
    const auto report = Judge({pack}, options);
    ASSERT_EQ(report.findings.size(), c.findings) << static_cast<int>(c.phase);
    for (const auto& f : report.findings) EXPECT_EQ(f.finding.severity, c.severity);
  }
}

TEST(Judge, YearRange) {
  const struct {
    const char* years;
    bool holds;  // for the report of 2024
  } cases[] = {
      {"{from: 2024}", true}, {"{from: 2025}", false},          {"{to: 2024}", true},
      {"{to: 2023}", false},  {"{from: 2020, to: 2030}", true}, {"{from: 2018, to: 2022}", false},
  };
  for (const auto& c : cases) {
    const auto pack = Compiled(
        With(kRules, "severity: error", std::string("severity: error\n    years: ") + c.years));
    EXPECT_EQ(!Judge({pack}, {}).findings.empty(), c.holds) << c.years;
    EngineOptions options;
    options.run.year = 2021;  // --year has the last word
    const bool in_2021 = std::string_view(c.years).find("to") != std::string_view::npos;
    EXPECT_EQ(!Judge({pack}, options).findings.empty(), in_2021) << c.years;
    // A report of no known year is judged by all rules.
    EXPECT_FALSE(Judge({pack}, {}, "工作报告\n\n一、举措\n经费待定。\n").findings.empty())
        << c.years;
  }
}

std::string SecondRule(std::string_view id, std::string_view pattern, std::string_view extra) {
  return "  - {id: " + std::string(id) +
         ", kind: forbidden_text, severity: info, title: 题, message: 说, hint: 改,\n"
         "     basis: {document: 文}, patterns: ['" +
         std::string(pattern) + "']" + std::string(extra) + "}\n";
}

TEST(Judge, YieldsTo) {
  const struct {
    const char* pattern;
    const char* extra;
    std::vector<std::string> wanted;
  } cases[] = {
      {"经费待定", "", {"text/money 经费待定", "text/pending 待定", "text/pending 待补充"}},
      {"经费待定", ", yields_to: [text/pending]", {"text/pending 待定", "text/pending 待补充"}},
      {"经费",
       ", yields_to: [text/pending]",
       {"text/money 经费", "text/pending 待定", "text/pending 待补充"}},
  };
  for (const auto& c : cases) {
    const auto pack = Compiled(std::string(kRules) + SecondRule("text/money", c.pattern, c.extra));
    EXPECT_EQ(Quotes(Judge({pack}, {})), c.wanted) << c.pattern << c.extra;
  }
}

TEST(Judge, WhichPackApplies) {
  const auto by_title = Compiled(kRules);
  const auto other = Compile(With(With(kHead, "id: sample", "id: other"), "{title: [工作报告]}",
                                  "{title: [总结]}"),
                             kRules)
                         .pack;
  const auto by_text =
      Compile(With(With(kHead, "id: sample", "id: text"), "{title: [工作报告]}", "{text: [举措]}"),
              kRules)
          .pack;
  ASSERT_TRUE(by_title && other && by_text);
  const struct {
    Packs packs;
    bool given;
    DocumentStatus status;
    std::vector<std::string> judged_by;
  } cases[] = {
      {{by_title}, false, DocumentStatus::judged, {"sample"}},
      {{other}, false, DocumentStatus::undetermined, {}},
      {{by_text}, false, DocumentStatus::judged, {"text"}},
      {{by_text, by_title, other}, false, DocumentStatus::judged, {"sample"}},
      {{by_title, by_title}, false, DocumentStatus::undetermined, {}},
      {{other}, true, DocumentStatus::judged, {"other"}},
      {{by_title, other}, true, DocumentStatus::judged, {"sample", "other"}},
      {{}, false, DocumentStatus::undetermined, {}},
  };
  int n = 0;
  for (const auto& c : cases) {
    SCOPED_TRACE(n++);
    EngineOptions options;
    options.packs_given = c.given;
    const auto report = Judge(c.packs, options);
    EXPECT_EQ(report.status, c.status);
    EXPECT_EQ(report.reason.empty(), c.status == DocumentStatus::judged);
    EXPECT_EQ(report.packs, c.judged_by);
    EXPECT_EQ(report.title, "青石镇2024年工作报告");  // facts are told even where nothing judges
  }
}

TEST(Judge, NotJudged) {
  const struct {
    std::string bytes;
    DocumentStatus status;
  } cases[] = {
      {"", DocumentStatus::undetermined},
      {" \n\xE3\x80\x80\n", DocumentStatus::undetermined},
      {std::string("\x7F"
                   "ELF\2\1\1\0\0\3\4\5\6\7\x0E\x0F",
                   16),
       DocumentStatus::unreadable},
      {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", DocumentStatus::unreadable},
  };
  const auto pack = Compiled(kRules);
  for (const auto& c : cases) {
    for (const auto lang : {Lang::zh, Lang::en}) {
      EngineOptions options;
      options.run.lang = lang;
      options.packs_given = true;
      const auto report = Judge({pack}, options, c.bytes);
      EXPECT_EQ(report.status, c.status) << c.bytes.substr(0, 8);
      EXPECT_FALSE(report.reason.empty());
      EXPECT_TRUE(report.findings.empty());
    }
  }
}

class MemoryFiles : public FileSystem {
 public:
  std::map<std::string, std::string> files;

  PathKind Kind(const std::string& path) const override {
    if (files.count(path) != 0) return PathKind::file;
    const auto it = files.lower_bound(path + "/");
    const bool folder = it != files.end() && it->first.compare(0, path.size() + 1, path + "/") == 0;
    return folder ? PathKind::folder : PathKind::missing;
  }
  Result<std::string> Read(const std::string& path, std::size_t) const override {
    const auto it = files.find(path);
    if (it == files.end()) return Fail(ErrorKind::unreadable, {"没有", "none"});
    return it->second;
  }
  FolderListing List(const std::string& folder) const override {
    FolderListing listing;
    for (const auto& [path, text] : files) {
      if (path.compare(0, folder.size() + 1, folder + "/") == 0) listing.files.push_back(path);
    }
    return listing;
  }
};

TEST(Run, InputsInOrderAndNoneTwice) {
  MemoryFiles fs;
  fs.files = {
      {"a/2.md", ""}, {"a/1.txt", ""}, {"a/README.md", ""}, {"a/x.png", ""}, {"b/y.png", ""}};
  const auto inputs = FindInputs(fs, {"a/2.md", "a", "nosuch", "b"});
  EXPECT_EQ(inputs.files, (std::vector<std::string>{"a/2.md", "a/1.txt"}));
  ASSERT_EQ(inputs.refused.size(), 2u);
  EXPECT_EQ(inputs.refused[0].path, "nosuch");
  EXPECT_EQ(inputs.refused[1].path, "b");
}

TEST(Run, AnyNumberOfThreadsGivesTheSame) {
  MemoryFiles fs;
  std::vector<std::string> paths;
  for (int i = 0; i < 60; ++i) {
    auto text = std::string(kReport);
    for (int n = 0; n < i % 5; ++n) text += "（三）还有待定" + std::to_string(n) + "项。\n";
    paths.push_back(std::to_string(i) + ".txt");
    fs.files[paths.back()] = text;
  }
  paths.push_back("nosuch.txt");
  const Packs packs = {Compiled(kRules)};
  std::vector<std::string> wanted;
  for (const unsigned jobs : {1u, 2u, 7u, 64u}) {
    EngineOptions options;
    options.jobs = jobs;
    const auto report = CheckFiles(fs, paths, packs, options, nullptr);
    ASSERT_EQ(report.documents.size(), paths.size());
    std::vector<std::string> got;
    for (const auto& d : report.documents) {
      got.push_back(d.path);
      for (const auto& f : d.findings) {
        got.push_back(f.fingerprint + std::to_string(f.finding.span.begin) + f.finding.message);
      }
    }
    if (wanted.empty()) wanted = got;
    EXPECT_EQ(got, wanted) << jobs;
    EXPECT_EQ(report.summary.judged, 60u);
    EXPECT_EQ(report.summary.documents, 61u);
  }
}

}  // namespace
}  // namespace hegao
