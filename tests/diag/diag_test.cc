#include <gtest/gtest.h>

#include <set>

#include "diag/fingerprint.h"
#include "diag/report.h"

namespace hegao {
namespace {

TEST(Severity, NamesReadBack) {
  for (Severity s : {Severity::info, Severity::warning, Severity::error}) {
    Severity back = s == Severity::info ? Severity::error : Severity::info;
    EXPECT_TRUE(ParseSeverity(Name(s), &back));
    EXPECT_EQ(back, s);
  }
  for (std::string_view wrong : {"", "Error", "err", "errors", "never", "错误"}) {
    Severity untouched = Severity::warning;
    EXPECT_FALSE(ParseSeverity(wrong, &untouched)) << wrong;
    EXPECT_EQ(untouched, Severity::warning);
  }
}

TEST(Severity, Ascends) {
  EXPECT_LT(Severity::info, Severity::warning);
  EXPECT_LT(Severity::warning, Severity::error);
}

TEST(Names, OfFixSafetyAndStatus) {
  EXPECT_EQ(Name(FixSafety::safe), "safe");
  EXPECT_EQ(Name(FixSafety::unsafe), "unsafe");
  EXPECT_EQ(Name(FixSafety::manual), "manual");
  EXPECT_EQ(Name(DocumentStatus::judged), "judged");
  EXPECT_EQ(Name(DocumentStatus::undetermined), "undetermined");
  EXPECT_EQ(Name(DocumentStatus::unreadable), "unreadable");
}

Finding Make(std::uint32_t begin, std::uint32_t end, std::string rule, std::string message) {
  Finding f;
  f.span = {begin, end};
  f.rule = std::move(rule);
  f.message = std::move(message);
  return f;
}

TEST(SortFindings, PositionThenRuleThenMessage) {
  const std::vector<Finding> sorted = {
      Make(0, 9, "b/b", "x"), Make(3, 9, "a/a", "x"), Make(3, 9, "a/a", "y"),
      Make(3, 4, "a/b", "x"),  // a shorter span does not overtake an earlier rule
      Make(3, 8, "a/b", "a"), Make(7, 7, "a/a", "x"),
  };
  std::vector<Finding> shuffled = {sorted[4], sorted[1], sorted[5],
                                   sorted[3], sorted[0], sorted[2]};
  SortFindings(shuffled);
  EXPECT_EQ(shuffled, sorted);
}

TEST(Summarize, CountsNewFindingsBySeverityAndKnownOnesApart) {
  auto finding = [](Severity severity, std::string state) {
    ReportedFinding f;
    f.finding.severity = severity;
    f.finding.count = 9;  // one finding, however many places
    f.state = std::move(state);
    return f;
  };
  std::vector<DocumentReport> documents(3);
  documents[0].findings = {finding(Severity::error, "new"), finding(Severity::error, "new"),
                           finding(Severity::warning, "new"), finding(Severity::error, "baseline")};
  documents[1].status = DocumentStatus::unreadable;
  documents[2].status = DocumentStatus::undetermined;
  documents[2].findings = {finding(Severity::info, "new"), finding(Severity::info, "suppressed"),
                           finding(Severity::error, "suppressed")};
  const Summary s = Summarize(documents);
  EXPECT_EQ(s.documents, 3u);
  EXPECT_EQ(s.judged, 1u);
  EXPECT_EQ(s.errors, 2u);
  EXPECT_EQ(s.warnings, 1u);
  EXPECT_EQ(s.infos, 1u);
  EXPECT_EQ(s.baseline, 1u);
  EXPECT_EQ(s.suppressed, 2u);
}

TEST(Fingerprint, IsFixedForEver) {
  // Baseline files in use hold these values: a change here breaks them.
  EXPECT_EQ(Fingerprint("a/b", "slot", "词语", 0), "ac37050df5b5fdb2");
}

TEST(Fingerprint, IgnoresBlanksOnly) {
  const std::string base = Fingerprint("a/b", "s", "某镇 2024年", 0);
  for (std::string_view same :
       {"某镇2024年", "某镇\n2024年", "某\u3000镇\t2024 年", "\uFEFF某镇2024\u200B年"}) {
    EXPECT_EQ(Fingerprint("a/b", "s", same, 0), base) << same;
  }
  const std::set<std::string> all = {
      base,
      Fingerprint("a/c", "s", "某镇2024年", 0),
      Fingerprint("a/b", "t", "某镇2024年", 0),
      Fingerprint("a/b", "s", "某镇2025年", 0),
      Fingerprint("a/b", "s", "某镇2024年", 1),
      Fingerprint("a/bs", "", "某镇2024年", 0),  // fields do not run together
      Fingerprint("a/b", "s某镇2024年", "", 0),
  };
  EXPECT_EQ(all.size(), 7u);
}

TEST(AssignFingerprints, TellsEqualFindingsApartAndSurvivesAMove) {
  auto finding = [](std::uint32_t line, std::string quote) {
    ReportedFinding f;
    f.finding.rule = "a/b";
    f.finding.span = {line * 100, line * 100 + 3};
    f.place.line = line;
    f.quote = std::move(quote);
    return f;
  };
  std::vector<ReportedFinding> before = {finding(1, "甲"), finding(2, "乙"), finding(3, "甲")};
  std::vector<ReportedFinding> after = {finding(11, "甲"), finding(21, "丙"), finding(22, "乙"),
                                        finding(30, "甲")};
  AssignFingerprints(before);
  AssignFingerprints(after);
  EXPECT_NE(before[0].fingerprint, before[2].fingerprint);
  EXPECT_EQ(before[0].fingerprint, after[0].fingerprint);
  EXPECT_EQ(before[1].fingerprint, after[2].fingerprint);
  EXPECT_EQ(before[2].fingerprint, after[3].fingerprint);
}

}  // namespace
}  // namespace hegao
