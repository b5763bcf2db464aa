// What a person reads in a terminal.
#include <algorithm>
#include <ostream>

#include "render/formats.h"
#include "render/frame.h"
#include "render/sanitize.h"
#include "render/style.h"
#include "render/table.h"
#include "render/words.h"

namespace hegao {
namespace {

constexpr std::size_t kMaxRelated = 5;
constexpr std::size_t kQuote = 24;     // characters; the frame below shows more
constexpr std::size_t kMinGutter = 4;  // digits of a line number

Style StyleOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::clean:
      return Style::green;
    case Verdict::errors:
    case Verdict::unreadable:
      return Style::red;
    case Verdict::warnings:
    case Verdict::undetermined:
      return Style::yellow;
    case Verdict::known_only:
      break;
  }
  return Style::plain;
}

class TextWriter {
 public:
  TextWriter(const RenderOptions& options, std::ostream& out)
      : options_(options), lang_(options.lang), pen_(options.color), out_(out) {}

  void Write(const DocumentReport& document);
  void WriteQuiet(const DocumentReport& document);
  void WriteSummary(const RunReport& report);

 private:
  std::string_view Say(std::string_view zh, std::string_view en) const {
    return Pick(lang_, zh, en);
  }
  void WriteFinding(const DocumentReport& d, const ReportedFinding& f);
  void WriteFrame(const DocumentReport& d, const ReportedFinding& f);
  void WriteRelated(const DocumentReport& d, const ReportedFinding& f);
  void WriteLabelled(std::string_view label, const std::string& text);
  void WriteSlots(const DocumentReport& d);
  std::string SlotPlace(const DocumentReport& d, const ReportedSlot& s) const;
  void WriteTable(const RunReport& report);
  TableCell CountCell(std::uint32_t n, Style style) const;

  const RenderOptions& options_;
  Lang lang_;
  Pen pen_;
  std::ostream& out_;
};

void TextWriter::WriteLabelled(std::string_view label, const std::string& text) {
  if (text.empty()) return;
  out_ << "  " << pen_.Paint(Style::dim, label) << text << '\n';
}

void TextWriter::WriteFrame(const DocumentReport& d, const ReportedFinding& f) {
  if (f.frame.empty()) return;
  // A line number nobody can see in the document would only mislead.
  std::string number = d.has_lines ? std::to_string(f.place.line) : "";
  if (d.has_lines && number.size() < kMinGutter) number.insert(0, kMinGutter - number.size(), ' ');
  const std::string blank(number.size(), ' ');
  const int gutter = static_cast<int>(number.size()) + 5;  // two blanks before, " │ " after
  const int room = options_.width > 0 ? std::max(1, options_.width - gutter) : 0;
  const FrameLayout frame = LayOutFrame(f.frame, f.frame_begin, f.frame_end, room);
  out_ << "  " << pen_.Paint(Style::dim, number + " │ ") << frame.text << '\n';
  out_ << "  " << pen_.Paint(Style::dim, blank + " │ ")
       << std::string(static_cast<std::size_t>(frame.caret_column), ' ')
       << pen_.Paint(hegao::StyleOf(f.finding.severity),
                     std::string(static_cast<std::size_t>(frame.caret_width), '^'))
       << '\n';
}

void TextWriter::WriteRelated(const DocumentReport& d, const ReportedFinding& f) {
  const std::size_t shown = std::min(f.related.size(), kMaxRelated);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += Say("；", "; ");
    text += RelatedWords(lang_, d, f.related[i]);
  }
  if (shown < f.related.size()) {
    text.append(Say(" 等 ", " … ")).append(std::to_string(f.related.size()));
    text += Say(" 处", " in all");
  }
  WriteLabelled(Say("相关：", "see also: "), text);
}

void TextWriter::WriteFinding(const DocumentReport& d, const ReportedFinding& f) {
  const Severity severity = f.finding.severity;
  out_ << '\n'
       << pen_.Paint(hegao::StyleOf(severity), SeverityWord(lang_, severity)) << ' '
       << pen_.Paint(Style::bold, SafeLine(f.finding.rule)) << "  " << SafeLine(f.finding.message)
       << RepeatWords(lang_, f.finding.count);
  if (f.state != "new") out_ << Say("（", " (") << StateWord(lang_, f.state) << Say("）", ")");
  const char* separator = "\n  ";
  for (const std::string& part : PlaceParts(lang_, d, f, kQuote)) {
    out_ << separator << part;
    separator = " · ";
  }
  out_ << '\n';
  WriteFrame(d, f);
  WriteLabelled(Say("改法：", "hint: "), SafeLine(f.finding.hint));
  WriteLabelled(Say("依据：", "basis: "), SafeLine(f.finding.basis));
  WriteRelated(d, f);
  WriteLabelled(Say("修复：", "fix: "), FixWords(lang_, f));
}

std::string TextWriter::SlotPlace(const DocumentReport& d, const ReportedSlot& s) const {
  if (!d.has_lines) return PaperWords(lang_, s.paper);
  if (!s.line) return "";
  return std::string(Say("第 ", "line ")) + std::to_string(*s.line) + std::string(Say(" 行", ""));
}

void TextWriter::WriteSlots(const DocumentReport& d) {
  const auto& slots = d.slots;
  if (slots.empty()) return;
  out_ << '\n';
  const bool all_found = std::all_of(slots.begin(), slots.end(),
                                     [](const ReportedSlot& s) { return s.status == "found"; });
  if (all_found) {
    out_ << "  " << pen_.Paint(Style::green, SlotMark("found")) << ' '
         << Say("各部分全部找到：", "all sections found: ") << slots.size() << '\n';
    return;
  }
  using Align = Table::Align;
  Table table({Align::left, Align::left, Align::left, Align::left});
  for (const ReportedSlot& s : slots) {
    const bool missing = SlotMark(s.status) == SlotMark("missing");
    const Style style = missing ? Style::red : s.status == "found" ? Style::green : Style::yellow;
    table.AddRow(
        {{std::string(SlotMark(s.status)) + ' ' + std::string(SlotWord(lang_, s.status)), style},
         {SafeLine(s.name.empty() ? s.slot : s.name)},
         {SlotPlace(d, s)},
         {SafeLine(s.heading), Style::dim}});
  }
  table.Write(pen_, "  ", out_);
}

void TextWriter::Write(const DocumentReport& d) {
  out_ << pen_.Paint(Style::bold, SafeLine(d.path));
  if (const std::string words = DocumentWords(lang_, d); !words.empty()) out_ << " · " << words;
  out_ << '\n';
  for (const std::string& note : d.notes) WriteLabelled(Say("注意：", "note: "), SafeLine(note));
  const Verdict verdict = VerdictOf(d);
  if (d.status != DocumentStatus::judged) {
    out_ << "  " << pen_.Paint(StyleOf(verdict), VerdictWord(lang_, verdict)) << Say("：", ": ")
         << ReasonWords(lang_, d) << '\n';
  } else if (d.findings.empty()) {
    out_ << "  " << pen_.Paint(Style::green, Say("没有发现问题", "nothing found")) << '\n';
  }
  const auto listed = Listed(d, options_);
  for (const ReportedFinding* f : listed) WriteFinding(d, *f);
  if (const std::size_t hidden = d.findings.size() - listed.size(); hidden > 0) {
    out_ << "\n  " << pen_.Paint(Style::dim, HiddenWords(lang_, hidden)) << '\n';
  }
  WriteSlots(d);
  out_ << '\n';
}

void TextWriter::WriteQuiet(const DocumentReport& d) {
  const std::string path = SafeLine(d.path);
  const std::string_view colon = Say("：", ": ");
  if (d.status != DocumentStatus::judged) {
    const Verdict verdict = VerdictOf(d);
    out_ << path << ": " << pen_.Paint(StyleOf(verdict), VerdictWord(lang_, verdict)) << colon
         << ReasonWords(lang_, d) << '\n';
  }
  for (const std::string& note : d.notes) {
    out_ << path << ": " << Say("注意：", "note: ") << SafeLine(note) << '\n';
  }
  for (const ReportedFinding* f : Listed(d, options_)) {
    const Severity severity = f->finding.severity;
    const std::string place = BriefPlace(lang_, d, *f);
    out_ << path << (d.has_lines ? ":" : ": ") << place << (place.empty() ? "" : ": ")
         << pen_.Paint(hegao::StyleOf(severity), SeverityWord(lang_, severity)) << ' '
         << SafeLine(f->finding.rule) << colon << SafeLine(f->finding.message)
         << RepeatWords(lang_, f->finding.count) << '\n';
  }
}

TableCell TextWriter::CountCell(std::uint32_t n, Style style) const {
  return {std::to_string(n), n > 0 ? style : Style::dim};
}

void TextWriter::WriteTable(const RunReport& report) {
  using Align = Table::Align;
  Table table({Align::left, Align::left, Align::right, Align::right, Align::right, Align::right,
               Align::right});
  auto head = [&](std::string_view zh, std::string_view en) {
    return TableCell{std::string(Say(zh, en)), Style::bold};
  };
  table.AddRow({head("文档", "document"), head("结论", "verdict"), head("错误", "errors"),
                head("警告", "warnings"), head("提示", "infos"), head("基线", "baseline"),
                head("已忽略", "suppressed")});
  for (const DocumentReport& d : report.documents) {
    const Verdict verdict = VerdictOf(d);
    const Summary s = Summarize(d);
    table.AddRow({{SafeLine(d.path)},
                  {std::string(VerdictWord(lang_, verdict)), StyleOf(verdict)},
                  CountCell(s.errors, Style::red),
                  CountCell(s.warnings, Style::yellow),
                  CountCell(s.infos, Style::cyan),
                  CountCell(s.baseline, Style::plain),
                  CountCell(s.suppressed, Style::plain)});
  }
  table.Write(pen_, "", out_);
  out_ << '\n';
}

void TextWriter::WriteSummary(const RunReport& report) {
  if (!options_.quiet && report.documents.size() > 1) WriteTable(report);
  out_ << SummaryWords(lang_, report.summary) << Say("。", ".")
       << (options_.quiet ? Say("", " ") : "\n")
       << pen_.Paint(Style::bold, OverallVerdict(lang_, report)) << '\n';
}

}  // namespace

void RenderText(const RunReport& report, const RenderOptions& options, std::ostream& out) {
  TextWriter writer(options, out);
  for (const DocumentReport& document : report.documents) {
    if (options.quiet) {
      writer.WriteQuiet(document);
    } else {
      writer.Write(document);
    }
  }
  writer.WriteSummary(report);
}

}  // namespace hegao
