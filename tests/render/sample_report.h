// A run that holds every shape of document and finding the formats must show. All of it is
// invented.
#pragma once

#include <string>
#include <utility>

#include "diag/fingerprint.h"
#include "diag/report.h"

namespace hegao::testing {

inline ReportedFinding MakeFinding(std::string rule, Severity severity, std::string message) {
  ReportedFinding f;
  f.finding.rule = std::move(rule);
  f.finding.severity = severity;
  f.finding.message = std::move(message);
  return f;
}

// Puts the finding on `line`: `before` + `marked` + `after` is the frame.
inline void Locate(ReportedFinding& f, std::uint32_t line, std::uint32_t column, std::string before,
                   const std::string& marked, const std::string& after, std::uint32_t characters) {
  const auto begin = static_cast<std::uint32_t>(before.size());
  const auto end = static_cast<std::uint32_t>(begin + marked.size());
  f.place = {line, column, line, column + characters};
  f.finding.span = {line * 100 + begin, line * 100 + end};
  f.frame = std::move(before) + marked + after;
  f.frame_begin = begin;
  f.frame_end = end;
  f.quote = marked;
}

inline ReportedFinding MissingSection() {
  ReportedFinding f =
      MakeFinding("structure/missing-section", Severity::error, "缺少“下一年度主要安排”部分");
  Locate(f, 9, 1, "", "", "青石镇人民政府", 0);
  f.finding.hint = "在落款之前增加一级标题“四、2025年主要安排”，写明下一年度的工作";
  f.finding.basis = "《示例规定》第八条第二款";
  return f;
}

inline ReportedFinding StaleYear() {
  ReportedFinding f =
      MakeFinding("year/stale", Severity::error, "标题写的是2022年，报告年度是2024年");
  Locate(f, 5, 3, "一、", "2022年", "主要举措（ＡＢ）和成效", 5);
  f.finding.hint = "改为“2024年”";
  f.finding.slot = "measures";
  f.section = "一、2022年主要举措（ＡＢ）和成效";
  f.finding.fix = Fix{"把“2022”改为“2024”", FixSafety::safe, {{{506, 510}, "2024"}}};
  f.related = {{{1, 4, 1, 9}, "2024年"}, {{9, 1, 9, 1}, ""}};
  return f;
}

inline ReportedFinding BlankValue() {
  ReportedFinding f = MakeFinding("placeholder/blank-value", Severity::warning, "数值没有填写");
  std::string before = "全年";
  for (int i = 0; i < 30; ++i) before += "开展宣传";
  Locate(f, 6, 123, before, "xx", "场次，覆盖\t群众" + before, 2);
  f.section = "一、2022年主要举措（ＡＢ）和成效>（一）宣传";
  f.finding.slot = "measures";
  f.finding.basis = "《示例办法》第三条";
  f.finding.fix = Fix{"填写数值", FixSafety::manual, {}};
  return f;
}

inline ReportedFinding Pinyin() {
  ReportedFinding f = MakeFinding("text/pinyin", Severity::info, "正文夹有拼音注音");
  Locate(f, 7, 2, "鎮", "(zhe\u0300n)", "政府\u3000|管道|*星号*<b>&amp;", 7);
  f.finding.count = 273;
  for (std::uint32_t i = 0; i < 7; ++i) f.related.push_back({{20 + i, 3, 20 + i, 8}, "(fǔ)"});
  f.finding.fix = Fix{"删去注音", FixSafety::unsafe, {{{703, 712}, ""}}};
  return f;
}

inline ReportedFinding Known(std::string state) {
  ReportedFinding f = MakeFinding("number/heading-style", Severity::warning, "序号写法前后不一");
  Locate(f, 8, 1, "", "（2)", "其他事项", 3);
  f.state = std::move(state);
  return f;
}

inline DocumentReport DefectiveDocument() {
  DocumentReport d;
  d.path = "reports/qingshi_2024.md";
  d.format = "markdown";
  d.encoding = "UTF-8";
  d.packs = {"example-report"};
  d.title = "青石镇2024年示例工作报告";
  d.issuer = "青石镇人民政府";
  d.issuer_level = "town";
  d.issue_date = "2025-01-11";
  d.report_year = 2024;
  d.facts = {{"title", d.title, "heading", 1},
             {"report_year", "2024", "title", 1},
             {"issuer", d.issuer, "signature", 9},
             {"issue_date", d.issue_date, "date", 10}};
  d.slots = {
      {"measures", "主要举措和成效", "found", "一、2022年主要举措（ＡＢ）和成效", 5, 1, 0.98},
      {"duties", "履职情况", "embedded", "（二）履职", 12, 2, 0.71},
      {"problems", "问题|不足", "implicit", "", 15, std::nullopt, 2.0 / 3},
      {"next_plan", "下一年度主要安排", "missing", "", std::nullopt, std::nullopt, 0}};
  d.headings = {{5, 1, "一、", "2022年主要举措（ＡＢ）和成效", "numbered", "measures", 0.98},
                {6, 2, "（一）", "宣传", "run_in", "", 0.9},
                {12, 2, "（二）", "履职", "title_like", "duties,problems", 0.55},
                {14, 1, "", "其他", "structure", "", 1}};
  d.findings = {StaleYear(),       BlankValue(),        Pinyin(),
                Known("baseline"), Known("suppressed"), MissingSection()};
  AssignFingerprints(d.findings);
  return d;
}

inline DocumentReport CleanDocument() {
  DocumentReport d;
  d.path = "reports/baiyun 2024.txt";
  d.format = "text";
  d.encoding = "GB18030";
  d.encoding_confidence = 0.875;
  d.packs = {"example-report"};
  d.title = "白云街道2024年示例工作报告";
  d.report_year = 2024;
  d.slots = {{"measures", "主要举措和成效", "found", "一、主要举措", 3, 1, 1},
             {"next_plan", "下一年度主要安排", "found", "二、主要安排", 30, 1, 0.9}};
  return d;
}

inline DocumentReport KnownOnlyDocument() {
  DocumentReport d;
  d.path = "reports/old.docx";
  d.format = "docx";
  d.has_lines = false;
  d.packs = {"example-report"};
  ReportedFinding f = Known("baseline");
  f.paper = {3, 8};
  d.findings = {f};
  AssignFingerprints(d.findings);
  return d;
}

// Pages and paragraphs, as in a PDF; places of every kind; notes.
inline DocumentReport PagedDocument() {
  DocumentReport d = DefectiveDocument();
  d.path = "reports/青石镇2024.docx";
  d.format = "docx";
  d.encoding = "";
  d.has_lines = false;
  d.notes = {"有2处隐藏文字，没有检查", "文件名的扩展名是.pdf，内容是docx"};
  const OnPaper places[] = {{1, 5}, {1, 6}, {2, std::nullopt}, {}, {}, {3, 9}};
  for (std::size_t i = 0; i < d.findings.size(); ++i) {
    ReportedFinding& f = d.findings[i];
    f.state = "new";
    f.paper = places[i];
    for (ReportedRelated& r : f.related) r.paper = {std::nullopt, r.place.line};
  }
  d.findings[3].paper.aside = true;
  d.findings[4].quote = d.findings[4].section = "";
  std::uint32_t n = 0;
  for (ReportedHeading& h : d.headings) h.paper = {++n, n * 3};
  for (ReportedSlot& s : d.slots) {
    if (s.line) s.paper = {1, *s.line};
  }
  for (ReportedFact& f : d.facts) f.paper = {1, f.line};
  AssignFingerprints(d.findings);
  return d;
}

// Paragraphs alone, as in most files of word processors.
inline DocumentReport ParagraphDocument() {
  DocumentReport d = PagedDocument();
  d.path = "reports/青石镇2024.odt";
  d.format = "odt";
  d.notes.clear();
  d.findings.resize(2);
  for (ReportedFinding& f : d.findings) f.paper.page.reset();
  for (ReportedHeading& h : d.headings) h.paper.page.reset();
  for (ReportedSlot& s : d.slots) s.paper.page.reset();
  for (ReportedFact& f : d.facts) f.paper.page.reset();
  return d;
}

inline DocumentReport Unjudged(std::string path, DocumentStatus status, std::string reason) {
  DocumentReport d;
  d.path = std::move(path);
  d.status = status;
  d.reason = std::move(reason);
  return d;
}

inline RunReport RichReport() {
  RunReport report;
  report.version = "0.1.0";
  report.packs = {{"example-report", "2025.1", "示例报告"}, {"base", "1", ""}};
  report.documents = {
      DefectiveDocument(), CleanDocument(), KnownOnlyDocument(),
      Unjudged("reports/scan.txt", DocumentStatus::undetermined, "没有规则包适用于这份文档"),
      Unjudged("reports/没有.txt", DocumentStatus::unreadable, "文件不存在")};
  report.summary = Summarize(report.documents);
  return report;
}

inline RunReport PaperReport() {
  RunReport report = RichReport();
  DocumentReport noted = CleanDocument();
  noted.notes = {"按网页读取"};
  DocumentReport scan =
      Unjudged("reports/scan.pdf", DocumentStatus::undetermined, "没有文字，是扫描件");
  scan.notes = {"共12页"};
  report.documents = {PagedDocument(), ParagraphDocument(), noted, scan};
  report.summary = Summarize(report.documents);
  return report;
}

}  // namespace hegao::testing
