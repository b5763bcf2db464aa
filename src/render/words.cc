#include "render/words.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/sanitize.h"
#include "text/utf8.h"

namespace hegao {
namespace {

template <typename... Args>
std::string Say(Lang lang, std::string_view zh, std::string_view en, const Args&... args) {
  return fmt::format(fmt::runtime(Pick(lang, zh, en)), args...);
}

std::uint32_t CountUnjudged(const RunReport& report) {
  auto listed = static_cast<std::uint32_t>(
      std::count_if(report.documents.begin(), report.documents.end(),
                    [](const DocumentReport& d) { return d.status != DocumentStatus::judged; }));
  const Summary& s = report.summary;
  return std::max(listed, s.documents > s.judged ? s.documents - s.judged : 0);
}

bool AnyKnownDefect(const RunReport& report) {
  return std::any_of(report.documents.begin(), report.documents.end(),
                     [](const DocumentReport& d) { return VerdictOf(d) == Verdict::known_only; });
}

std::string UnjudgedVerdict(Lang lang, const Summary& s, std::uint32_t unjudged) {
  std::string out = Say(lang, "结论：{} 份文档中有 {} 份未能判定，不能给出整体结论",
                        "Verdict: {1} of {0} documents not judged; there is no overall verdict",
                        s.documents, unjudged);
  if (s.errors > 0) {
    out += Say(lang, "；已判定的文档中有{}必须改正", "; in those judged, {} must be mended",
               CountWords(lang, Severity::error, s.errors));
  }
  return out + std::string(Pick(lang, "。", "."));
}

std::string LineWords(Lang lang, const Place& place) {
  return Say(lang, "第 {} 行 第 {} 列", "line {}, column {}", place.line, place.column);
}

std::string AsideWord(Lang lang) {
  return std::string(Pick(lang, "页眉、页脚或脚注", "page header, footer or note"));
}

}  // namespace

Verdict VerdictOf(const DocumentReport& document) {
  if (document.status == DocumentStatus::undetermined) return Verdict::undetermined;
  if (document.status == DocumentStatus::unreadable) return Verdict::unreadable;
  const Summary s = Summarize(document);
  if (s.errors > 0) return Verdict::errors;
  if (s.warnings > 0) return Verdict::warnings;
  const bool known =
      std::any_of(document.findings.begin(), document.findings.end(), [](const ReportedFinding& f) {
        return f.state != "new" && f.finding.severity > Severity::info;
      });
  return known ? Verdict::known_only : Verdict::clean;
}

std::string_view VerdictWord(Lang lang, Verdict verdict) {
  switch (verdict) {
    case Verdict::clean:
      return Pick(lang, "合规", "compliant");
    case Verdict::known_only:
      return Pick(lang, "无新问题", "nothing new");
    case Verdict::warnings:
      return Pick(lang, "有警告", "warnings");
    case Verdict::errors:
      return Pick(lang, "有错误", "errors");
    case Verdict::unreadable:
      return Pick(lang, "无法读取", "unreadable");
    case Verdict::undetermined:
      break;
  }
  return Pick(lang, "未能判定", "undetermined");
}

std::string OverallVerdict(Lang lang, const RunReport& report) {
  const Summary& s = report.summary;
  if (s.documents == 0 && report.documents.empty()) {
    return std::string(Pick(lang, "结论：没有检查任何文档，不能给出结论。",
                            "Verdict: no document was checked; there is no verdict."));
  }
  if (const std::uint32_t unjudged = CountUnjudged(report); unjudged > 0) {
    return UnjudgedVerdict(lang, s, unjudged);
  }
  if (s.errors > 0) {
    return Say(lang, "结论：不合规，有{}必须改正。", "Verdict: not compliant, {} must be mended.",
               CountWords(lang, Severity::error, s.errors));
  }
  if (s.warnings > 0) {
    return Say(lang, "结论：没有错误，有{}需要核实。", "Verdict: no errors, {} to be looked into.",
               CountWords(lang, Severity::warning, s.warnings));
  }
  if (AnyKnownDefect(report)) {
    return std::string(
        Pick(lang, "结论：没有新问题；基线中或已忽略的问题仍未改正。",
             "Verdict: nothing new; what is in the baseline or suppressed remains."));
  }
  if (s.infos > 0) {
    return Say(lang, "结论：合规，另有{}供参考。", "Verdict: compliant, with {}.",
               CountWords(lang, Severity::info, s.infos));
  }
  return std::string(
      Pick(lang, "结论：合规，没有发现问题。", "Verdict: compliant, nothing was found."));
}

std::string_view SeverityWord(Lang lang, Severity severity) {
  if (severity == Severity::error) return Pick(lang, "错误", "error");
  if (severity == Severity::warning) return Pick(lang, "警告", "warning");
  return Pick(lang, "提示", "info");
}

std::string_view DutyWord(Lang lang, Severity severity) {
  if (severity == Severity::error) return Pick(lang, "必改", "must");
  if (severity == Severity::warning) return Pick(lang, "应改", "should");
  return Pick(lang, "建议", "may");
}

std::string_view StateWord(Lang lang, std::string_view state) {
  if (state == "baseline") return Pick(lang, "基线", "baseline");
  if (state == "suppressed") return Pick(lang, "已忽略", "suppressed");
  return Pick(lang, "新增", "new");
}

std::string_view SlotMark(std::string_view status) {
  if (status == "found") return "✓";
  if (status == "embedded") return "◐";
  if (status == "implicit") return "○";
  return "✗";
}

std::string_view SlotWord(Lang lang, std::string_view status) {
  if (status == "found") return Pick(lang, "找到", "found");
  if (status == "embedded") return Pick(lang, "嵌入", "embedded");
  if (status == "implicit") return Pick(lang, "隐含", "implicit");
  return Pick(lang, "缺少", "missing");
}

std::string CountWords(Lang lang, Severity severity, std::uint32_t n) {
  if (lang == Lang::zh) return fmt::format(" {} 条{}", n, SeverityWord(lang, severity));
  return fmt::format("{} {}{}", n, SeverityWord(lang, severity), n == 1 ? "" : "s");
}

std::string DocumentWords(Lang lang, const DocumentReport& d) {
  std::string out = SafeLine(d.title);
  auto add = [&](const std::string& part) { out += (out.empty() ? "" : " · ") + part; };
  if (d.report_year) {
    add(Say(lang, "{} 年", "{}", *d.report_year));
  } else if (d.status == DocumentStatus::judged) {
    add(std::string(Pick(lang, "年份未识别", "year unknown")));
  }
  if (!d.issuer.empty()) add(SafeLine(d.issuer));
  return out;
}

std::string ReasonWords(Lang lang, const DocumentReport& d) {
  if (!d.reason.empty() || d.status == DocumentStatus::judged) return SafeLine(d.reason);
  return std::string(Pick(lang, "原因未说明", "no reason given"));
}

std::string PaperWords(Lang lang, const OnPaper& paper) {
  std::string out;
  if (paper.page) out = Say(lang, "第 {} 页", "p. {}", *paper.page);
  if (!paper.paragraph) return out;
  if (lang == Lang::en && !out.empty()) out += ", ";
  return out + Say(lang, "第 {} 段", "paragraph {}", *paper.paragraph);
}

std::vector<std::string> PlaceParts(Lang lang, const DocumentReport& d, const ReportedFinding& f,
                                    std::size_t quote) {
  std::vector<std::string> parts;
  const auto add = [&](std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
  };
  if (d.has_lines) {
    add(LineWords(lang, f.place));
    add(SafeLine(f.section));
    return parts;
  }
  add(SafeLine(f.section));
  if (f.paper.aside) add(AsideWord(lang));
  const auto words = FirstCodePoints(f.quote, quote);
  if (!words.empty()) add("“" + SafeLine(words) + (words.size() < f.quote.size() ? "…”" : "”"));
  add(PaperWords(lang, f.paper));
  if (parts.empty()) add(std::string(Pick(lang, "全文", "the document as a whole")));
  return parts;
}

std::string BriefPlace(Lang lang, const DocumentReport& d, const ReportedFinding& f) {
  if (d.has_lines) return fmt::format("{}:{}", f.place.line, f.place.column);
  std::string out = PaperWords(lang, f.paper);
  if (out.empty()) return f.paper.aside ? AsideWord(lang) : SafeLine(f.section);
  if (lang == Lang::zh) out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

std::string RelatedWords(Lang lang, const DocumentReport& d, const ReportedRelated& related) {
  std::string out = d.has_lines ? LineWords(lang, related.place) : PaperWords(lang, related.paper);
  if (related.quote.empty()) return out;
  const std::string quote = "“" + SafeLine(related.quote) + "”";
  if (out.empty()) return quote;
  return out + std::string(Pick(lang, "", " ")) + quote;
}

std::string RepeatWords(Lang lang, std::uint32_t count) {
  if (count <= 1) return "";
  return Say(lang, "（共 {} 处）", " ({} places)", count);
}

std::string FixWords(Lang lang, const ReportedFinding& f) {
  if (!f.finding.fix) return "";
  const std::string title = SafeLine(f.finding.fix->title);
  switch (f.finding.fix->safety) {
    case FixSafety::safe:
      return Say(lang, "{}（可用 hegao fix 自动改）", "{} (hegao fix does it)", title);
    case FixSafety::unsafe:
      return Say(lang, "{}（可用 hegao fix --unsafe 改，改后须核对）",
                 "{} (hegao fix --unsafe does it; check the result)", title);
    case FixSafety::manual:
      break;
  }
  return Say(lang, "{}（须人工改）", "{} (by hand)", title);
}

std::vector<const ReportedFinding*> Listed(const DocumentReport& document,
                                           const RenderOptions& options) {
  std::vector<const ReportedFinding*> listed;
  for (const ReportedFinding& f : document.findings) {
    if (f.finding.severity >= options.min_severity && (options.show_known || f.state == "new")) {
      listed.push_back(&f);
    }
  }
  return listed;
}

std::string HiddenWords(Lang lang, std::size_t hidden) {
  if (hidden == 0) return "";
  return Say(lang, "另有 {} 条未列出（级别较低、在基线中或已忽略）",
             "{} more not listed (lower severity, in the baseline or suppressed)", hidden);
}

std::string SummaryWords(Lang lang, const Summary& s) {
  std::string out = Say(lang, "文档 {} 份，已判定 {} 份；错误 {}，警告 {}，提示 {}",
                        "documents {}, judged {}; errors {}, warnings {}, infos {}", s.documents,
                        s.judged, s.errors, s.warnings, s.infos);
  return out + Say(lang, "；基线 {}，已忽略 {}", "; baseline {}, suppressed {}", s.baseline,
                   s.suppressed);
}

}  // namespace hegao
