#include "engine/describe.h"

#include <algorithm>

#include "diag/fingerprint.h"
#include "text/masking.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kQuote = 60;        // code points
constexpr std::size_t kFrameBefore = 40;  // code points before the finding in its code frame
constexpr std::size_t kFrameAfter = 80;
constexpr std::size_t kPathPart = 24;  // code points of each heading in a section path

std::string Cut(std::string_view s, std::size_t max) {
  const auto cut = FirstCodePoints(s, max);
  return cut.size() == s.size() ? std::string(s) : std::string(cut) + "…";
}

Place PlaceOf(const Document& doc, Span source) {
  const auto begin = doc.lines.At(doc.text, source.begin);
  const auto end = doc.lines.At(doc.text, source.end);
  return {begin.line, begin.column, end.line, end.column};
}

std::optional<std::uint32_t> LineOf(const Document& doc, Span folded) {
  if (folded.empty()) return std::nullopt;
  return doc.LineOfFolded(folded.begin);
}

OnPaper OnPaperAt(const Document& doc, std::uint32_t source_at) {
  OnPaper paper;
  const auto* row = doc.map.RowAt(source_at);
  if (row == nullptr) return paper;
  if (row->page != 0) paper.page = row->page;
  if (row->paragraph != 0) paper.paragraph = row->paragraph;
  const auto folded = doc.folded.FromSource(source_at);
  paper.aside = !doc.blocks.empty() && doc.blocks[doc.BlockAt(folded)].kind == Block::Kind::aside;
  return paper;
}

OnPaper OnPaperOf(const Document& doc, Span folded) {
  return folded.empty() ? OnPaper{} : OnPaperAt(doc, doc.Source(folded).begin);
}

std::string VisibleOf(const Document& doc, Span folded) { return doc.Visible(doc.Source(folded)); }

std::string HeadingText(const Document& doc, const Heading& h) { return VisibleOf(doc, h.folded); }

std::string SectionPath(const Document& doc, std::uint32_t folded_at) {
  std::string path;
  for (auto i = static_cast<std::int32_t>(doc.SectionAt(folded_at)); i > 0;
       i = doc.sections[i].parent) {
    auto part = Cut(HeadingText(doc, doc.headings[doc.sections[i].heading]), kPathPart);
    if (!path.empty()) part.append(">").append(path);
    path = std::move(part);
  }
  return path;
}

/// The start of the window: `n` characters before `at`, not before `begin`.
std::uint32_t BackUp(std::string_view text, std::uint32_t at, std::uint32_t begin, std::size_t n) {
  while (n-- > 0 && at > begin) at -= DecodeBefore(text, at).length;
  return std::max(at, begin);
}

void SetFrame(const Document& doc, std::string_view text, Span source, ReportedFinding& out) {
  const auto line = doc.lines.LineSpan(doc.text, out.place.line);
  const auto at = std::min(source.begin, line.end);
  const auto from = BackUp(text, at, line.begin, kFrameBefore);
  const auto end = std::clamp(source.end, at, line.end);
  const auto tail = FirstCodePoints(text.substr(end, line.end - end), kFrameAfter);
  std::string head = from > line.begin ? "…" : "";
  out.frame_begin = static_cast<std::uint32_t>(head.size()) + (at - from);
  const auto marked = FirstCodePoints(text.substr(at, end - at), kFrameAfter);
  out.frame_end = out.frame_begin + static_cast<std::uint32_t>(marked.size());
  out.frame = head + std::string(text.substr(from, at - from)) + std::string(marked);
  if (marked.size() < end - at) {
    out.frame += "…";
    return;
  }
  out.frame += tail;
  if (end + tail.size() < line.end) out.frame += "…";
}

/// The source with the middle of all personal numbers masked, of the same length; empty where there
/// are none. A finding beside one would repeat it in its frame.
std::string MaskedSource(const Document& doc, const std::vector<Finding>& findings) {
  std::string masked;
  for (const auto& f : findings) {
    if (!f.sensitive) continue;
    if (masked.empty()) masked = doc.text;
    MaskMiddle(masked, f.span);
  }
  return masked;
}

const Heading* HeadingOfSlot(const Document& doc, const SlotResult& r) {
  return r.heading >= 0 ? &doc.headings[r.heading] : nullptr;
}

void AddFact(const Document& doc, DocumentReport& report, std::string name, std::string value,
             FactSource source, Span folded) {
  if (value.empty()) return;
  report.facts.push_back({std::move(name), std::move(value), std::string(Name(source)),
                          LineOf(doc, folded), OnPaperOf(doc, folded)});
}

}  // namespace

void DescribeFacts(const Document& doc, const Facts& facts, DocumentReport& report) {
  report.title = facts.title;
  report.issuer = facts.issuer;
  report.report_year = facts.report_year;
  if (facts.issue_date && facts.issue_date->valid)
    report.issue_date = FormatIso(facts.issue_date->date);
  AddFact(doc, report, "title", facts.title, FactSource::title, facts.title_span);
  AddFact(doc, report, "report_year", facts.report_year ? std::to_string(*facts.report_year) : "",
          facts.year_source, facts.year_span);
  AddFact(doc, report, "issuer", facts.issuer, facts.issuer_source, facts.issuer_span);
  if (facts.signature) {
    AddFact(doc, report, "signature", VisibleOf(doc, *facts.signature), FactSource::signature,
            *facts.signature);
  }
  if (facts.issue_date) {
    AddFact(doc, report, "issue_date", VisibleOf(doc, facts.issue_date->folded), FactSource::date,
            facts.issue_date->folded);
  }
  if (facts.publication_date) {
    AddFact(doc, report, "publication_date", FormatIso(*facts.publication_date), FactSource::chrome,
            facts.publication_span);
  }
}

void DescribeLevel(const CheckInput& in, DocumentReport& report) {
  if (in.levels == nullptr || in.level < 0 || !report.issuer_level.empty()) return;
  const auto& level = (*in.levels)[static_cast<std::size_t>(in.level)];
  report.issuer_level = level.id;
  const bool by_name = !in.facts.issuer.empty();
  AddFact(in.doc, report, "issuer_level", level.name.In(in.options.lang),
          by_name ? in.facts.issuer_source : FactSource::title,
          by_name ? in.facts.issuer_span : in.facts.title_span);
}

void DescribeSlots(const CheckInput& in, DocumentReport& report) {
  for (std::size_t s = 0; s < in.specs.size(); ++s) {
    const auto& r = in.slots.slots[s];
    // Optional content that is not there is no news.
    const auto demand = DemandOf(in.specs[s], in.facts.report_year);
    if (demand != Demand::required && r.status == SlotStatus::missing) continue;
    ReportedSlot out;
    out.slot = in.specs[s].id;
    out.name = in.specs[s].name.In(in.options.lang);
    out.status = Name(r.status);
    out.confidence = r.confidence;
    out.line = LineOf(in.doc, r.place);
    out.paper = OnPaperOf(in.doc, r.place);
    if (const auto* h = HeadingOfSlot(in.doc, r)) {
      out.heading = HeadingText(in.doc, *h);
      out.level = h->level;
    }
    report.slots.push_back(std::move(out));
  }
}

void DescribeHeadings(const CheckInput& in, DocumentReport& report) {
  static constexpr std::string_view kSources[] = {"structure", "numbered", "run-in", "title-like"};
  for (std::size_t i = 0; i < in.doc.headings.size(); ++i) {
    const auto& h = in.doc.headings[i];
    ReportedHeading out;
    out.line = in.doc.LineOfFolded(h.folded.begin);
    out.paper = OnPaperOf(in.doc, h.folded);
    out.level = h.level;
    if (h.number.style != NumberStyle::none) {
      out.number = h.number.recovered ? std::string(in.doc.Text(h.number.folded))
                                      : VisibleOf(in.doc, h.number.folded);
    }
    out.text = VisibleOf(in.doc, h.text);
    out.source = kSources[static_cast<int>(h.source)];
    out.confidence = h.confidence;
    for (const int s : in.slots.of_heading[i]) {
      out.slot += (out.slot.empty() ? "" : ",") + in.specs[s].id;
    }
    for (std::size_t s = 0; s < in.specs.size(); ++s) {
      const auto& r = in.slots.slots[s];
      const bool elsewhere = r.status == SlotStatus::embedded || r.status == SlotStatus::implicit;
      if (elsewhere && r.heading == static_cast<std::int32_t>(i) && r.place == h.folded) {
        out.slot += (out.slot.empty() ? "" : ",") + in.specs[s].id;
      }
    }
    report.headings.push_back(std::move(out));
  }
}

void DescribeFindings(const CheckInput& in, std::vector<Finding> findings, DocumentReport& report) {
  SortFindings(findings);
  const auto& doc = in.doc;
  const auto masked = MaskedSource(doc, findings);
  const auto text = std::string_view(masked.empty() ? doc.text : masked);
  for (auto& f : findings) {
    ReportedFinding out;
    out.place = PlaceOf(doc, f.span);
    // Masked as it is shown: markup may write digits in another way (entities).
    const auto visible = f.sensitive ? MaskMiddle(doc.Visible(f.span)) : doc.Visible(f.span, text);
    out.quote = Cut(visible, kQuote);
    out.section = SectionPath(doc, doc.folded.FromSource(f.span.begin));
    out.paper = OnPaperAt(doc, f.span.begin);
    SetFrame(doc, text, f.span, out);
    for (const auto& r : f.related) {
      out.related.push_back(
          {PlaceOf(doc, r), Cut(doc.Visible(r, text), kQuote), OnPaperAt(doc, r.begin)});
    }
    out.finding = std::move(f);
    report.findings.push_back(std::move(out));
  }
  AssignFingerprints(report.findings);
}

}  // namespace hegao
