// The fix list: what to mend, document by document, what must be done first on top.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "render/formats.h"
#include "render/sanitize.h"
#include "render/words.h"

namespace hegao {
namespace {

constexpr std::string_view kSpecial = "\\`*_[]|~#$";

// Whether the character at `at` starts what GitHub turns into a link, inside which no escape works.
bool StartsLink(std::string_view s, std::size_t at) {
  return s.substr(at, 3) == "://" || (s[at] == '.' && at >= 3 && s.substr(at - 3, 3) == "www");
}

// Makes text of documents and packs inert in Markdown, in table cells too; it must not come first
// in a line, where numbers and dashes make lists. Entities rather than backslashes for < > &, since
// lenient readers let HTML through after a backslash.
std::string Escape(std::string_view text) {
  const std::string s = SafeLine(text);
  std::string out;
  for (std::size_t at = 0; at < s.size(); ++at) {
    const char c = s[at];
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      if (kSpecial.find(c) != std::string_view::npos || StartsLink(s, at)) out += '\\';
      out += c;
    }
  }
  return out;
}

class MarkdownWriter {
 public:
  MarkdownWriter(const RenderOptions& options, std::ostream& out)
      : options_(options), lang_(options.lang), out_(out) {}

  void Write(const RunReport& report);

 private:
  std::string_view Say(std::string_view zh, std::string_view en) const {
    return Pick(lang_, zh, en);
  }
  void WriteOverview(const std::vector<const DocumentReport*>& documents);
  void WriteUnjudged(const std::vector<const DocumentReport*>& documents);
  void WriteDocument(const DocumentReport& document);
  void WriteItem(const DocumentReport& d, std::size_t number, const ReportedFinding& f);
  void WriteDetail(std::string_view label, const std::string& text);
  void WriteFooter(const RunReport& report);

  const RenderOptions& options_;
  Lang lang_;
  std::ostream& out_;
};

void MarkdownWriter::WriteOverview(const std::vector<const DocumentReport*>& documents) {
  out_ << "\n## " << Say("总览", "Overview") << "\n\n";
  out_ << Say("| 文档 | 结论 | 必改 | 应改 | 建议 | 基线 | 已忽略 |",
              "| Document | Verdict | must | should | may | baseline | suppressed |")
       << "\n| --- | --- | ---: | ---: | ---: | ---: | ---: |\n";
  for (const DocumentReport* d : documents) {
    const Summary s = Summarize(*d);
    out_ << "| " << Escape(d->path) << " | " << VerdictWord(lang_, VerdictOf(*d)) << " | "
         << s.errors << " | " << s.warnings << " | " << s.infos << " | " << s.baseline << " | "
         << s.suppressed << " |\n";
  }
}

void MarkdownWriter::WriteUnjudged(const std::vector<const DocumentReport*>& documents) {
  bool first = true;
  for (const DocumentReport* d : documents) {
    if (d->status == DocumentStatus::judged) continue;
    if (first) out_ << "\n## " << Say("未能判定的文档", "Documents not judged") << "\n\n";
    first = false;
    out_ << "- [ ] **" << Escape(d->path) << "** " << VerdictWord(lang_, VerdictOf(*d))
         << Say("：", ": ") << Escape(ReasonWords(lang_, *d)) << '\n';
  }
}

void MarkdownWriter::WriteDetail(std::string_view label, const std::string& text) {
  if (!text.empty()) out_ << "  - " << label << text << '\n';
}

void MarkdownWriter::WriteItem(const DocumentReport& d, std::size_t number,
                               const ReportedFinding& f) {
  out_ << "- [ ] **" << number << Say(". 〔", ". [") << DutyWord(lang_, f.finding.severity)
       << Say("〕", "]") << "** " << Escape(f.finding.message)
       << RepeatWords(lang_, f.finding.count);
  if (f.state != "new") out_ << Say("（", " (") << StateWord(lang_, f.state) << Say("）", ")");
  out_ << '\n';
  std::string place;
  for (const std::string& part : PlaceParts(lang_, d, f, f.quote.size())) {
    if (!place.empty()) place += Say("，", ", ");
    place += Escape(part);
  }
  WriteDetail(Say("位置：", "Where: "), place);
  // Where there are no lines, the words are part of the place.
  if (d.has_lines) WriteDetail(Say("原文：", "Text: "), Escape(f.quote));
  WriteDetail(Say("怎么改：", "How: "), Escape(f.finding.hint));
  WriteDetail(Say("依据：", "Basis: "), Escape(f.finding.basis));
  std::string related;
  for (const ReportedRelated& r : f.related) {
    if (!related.empty()) related += Say("；", "; ");
    related += Escape(RelatedWords(lang_, d, r));
  }
  WriteDetail(Say("相关：", "See also: "), related);
  WriteDetail(Say("修复：", "Fix: "), Escape(FixWords(lang_, f)));
  WriteDetail(Say("规则：", "Rule: "), Escape(f.finding.rule));
}

void MarkdownWriter::WriteDocument(const DocumentReport& d) {
  std::vector<const ReportedFinding*> listed = Listed(d, options_);
  const std::size_t hidden = d.findings.size() - listed.size();
  if (d.findings.empty() && d.notes.empty()) return;
  out_ << "\n## " << Escape(d.path) << "\n\n";
  std::string_view gap;
  if (const std::string words = DocumentWords(lang_, d); !words.empty()) {
    out_ << Say("概况：", "About: ") << Escape(words) << '\n';
    gap = "\n";
  }
  for (const std::string& note : d.notes) {
    out_ << gap << Say("注意：", "Note: ") << Escape(note) << '\n';
    gap = "\n";
  }
  if (!d.findings.empty()) out_ << gap;
  std::stable_sort(listed.begin(), listed.end(),
                   [](const ReportedFinding* a, const ReportedFinding* b) {
                     return a->finding.severity > b->finding.severity;
                   });
  std::size_t number = 0;
  for (const ReportedFinding* f : listed) WriteItem(d, ++number, *f);
  if (hidden > 0) out_ << (number > 0 ? "\n" : "") << HiddenWords(lang_, hidden) << '\n';
}

void MarkdownWriter::WriteFooter(const RunReport& report) {
  out_ << "\n---\n\n"
       << Say("由 hegao ", "Made by hegao ") << Escape(report.version) << Say(" 生成", "");
  const char* separator = "";
  if (!report.packs.empty()) out_ << Say("；规则包：", "; packs: ");
  for (const PackStamp& pack : report.packs) {
    out_ << separator << Escape(pack.id) << ' ' << Escape(pack.version);
    if (!pack.title.empty()) out_ << Say("（", " (") << Escape(pack.title) << Say("）", ")");
    separator = lang_ == Lang::en ? ", " : "、";
  }
  out_ << Say("。", ".") << '\n';
}

void MarkdownWriter::Write(const RunReport& report) {
  std::vector<const DocumentReport*> documents;
  for (const DocumentReport& d : report.documents) documents.push_back(&d);
  std::stable_partition(documents.begin(), documents.end(), [](const DocumentReport* d) {
    return d->status != DocumentStatus::judged;
  });
  out_ << "# " << Say("整改清单", "Fix list") << "\n\n" << OverallVerdict(lang_, report) << '\n';
  if (!documents.empty()) WriteOverview(documents);
  WriteUnjudged(documents);
  for (const DocumentReport* d : documents) WriteDocument(*d);
  WriteFooter(report);
}

}  // namespace

void RenderMarkdown(const RunReport& report, const RenderOptions& options, std::ostream& out) {
  MarkdownWriter(options, out).Write(report);
}

}  // namespace hegao
