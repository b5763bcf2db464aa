// The last sentence of a run must never read as a pass that nobody gave.
#include <gtest/gtest.h>

#include <sstream>

#include "render/renderer.h"
#include "render/words.h"
#include "sample_report.h"

namespace hegao {
namespace {

DocumentReport With(Severity severity, std::string state) {
  DocumentReport d = testing::CleanDocument();
  ReportedFinding f = testing::MakeFinding("a/b", severity, "…");
  f.state = std::move(state);
  d.findings.push_back(std::move(f));
  return d;
}

RunReport RunOf(std::vector<DocumentReport> documents) {
  RunReport report;
  report.documents = std::move(documents);
  report.summary = Summarize(report.documents);
  return report;
}

TEST(Verdict, Table) {
  const DocumentReport clean = testing::CleanDocument();
  const DocumentReport bad = testing::Unjudged("x", DocumentStatus::unreadable, "…");
  const struct {
    RunReport report;
    std::string_view zh, en;
  } cases[] = {
      {RunOf({}), "结论：没有检查任何文档，不能给出结论。",
       "Verdict: no document was checked; there is no verdict."},
      {RunOf({clean}), "结论：合规，没有发现问题。", "Verdict: compliant, nothing was found."},
      {RunOf({clean, With(Severity::info, "new")}), "结论：合规，另有 1 条提示供参考。",
       "Verdict: compliant, with 1 info."},
      {RunOf({With(Severity::info, "baseline")}), "结论：合规，没有发现问题。",
       "Verdict: compliant, nothing was found."},
      {RunOf({With(Severity::warning, "new"), clean}), "结论：没有错误，有 1 条警告需要核实。",
       "Verdict: no errors, 1 warning to be looked into."},
      {RunOf({With(Severity::error, "new"), With(Severity::error, "new")}),
       "结论：不合规，有 2 条错误必须改正。", "Verdict: not compliant, 2 errors must be mended."},
      {RunOf({With(Severity::error, "suppressed"), clean}),
       "结论：没有新问题；基线中或已忽略的问题仍未改正。",
       "Verdict: nothing new; what is in the baseline or suppressed remains."},
      {RunOf({clean, bad}), "结论：2 份文档中有 1 份未能判定，不能给出整体结论。",
       "Verdict: 1 of 2 documents not judged; there is no overall verdict."},
      {RunOf({With(Severity::error, "new"), bad}),
       "结论：2 份文档中有 1 份未能判定，不能给出整体结论；已判定的文档中有 1 条错误必须改正。",
       "Verdict: 1 of 2 documents not judged; there is no overall verdict; in those judged, 1 "
       "error "
       "must be mended."},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(OverallVerdict(Lang::zh, c.report), c.zh);
    EXPECT_EQ(OverallVerdict(Lang::en, c.report), c.en);
  }
}

TEST(Verdict, NoPassWhereADocumentWasNotJudged) {
  const DocumentReport known = With(Severity::error, "baseline");
  for (DocumentStatus status : {DocumentStatus::undetermined, DocumentStatus::unreadable}) {
    for (const DocumentReport& other :
         {testing::CleanDocument(), known, With(Severity::info, "new"),
          With(Severity::error, "new")}) {
      RunReport report = RunOf({other, testing::Unjudged("x", status, "")});
      for (bool stale_summary : {false, true}) {
        if (stale_summary) report.summary = {};
        for (Lang lang : {Lang::zh, Lang::en}) {
          const std::string verdict = OverallVerdict(lang, report);
          for (std::string_view pass : {"合规", "通过", "没有发现", "compliant", "nothing"}) {
            EXPECT_EQ(verdict.find(pass), std::string::npos) << verdict;
          }
        }
      }
    }
  }
}

TEST(Verdict, QuietStillNamesWhatWasNotJudged) {
  RenderOptions options;
  options.quiet = true;
  std::ostringstream out;
  FindRenderer("text")->render(
      RunOf({testing::Unjudged("a.txt", DocumentStatus::undetermined, "没有文字")}), options, out);
  EXPECT_NE(out.str().find("a.txt: 未能判定：没有文字\n"), std::string::npos) << out.str();
}

}  // namespace
}  // namespace hegao
