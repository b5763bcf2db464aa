// JSON as other programs read it. Keys stand in the order of the contract, keys of our own after
// them. What is written here and what schema.cc describes change together; a test compares them.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "render/formats.h"
#include "render/words.h"

namespace hegao {
namespace {

using Json = nlohmann::ordered_json;

Json OrNull(const std::string& s) { return s.empty() ? Json(nullptr) : Json(s); }

template <typename T>
Json OrNull(const std::optional<T>& v) {
  return v ? Json(*v) : Json(nullptr);
}

// Rounded, so that the last bits of an arithmetic mean never show; NaN is no JSON.
double Confidence(double v) {
  if (std::isnan(v)) return 0;
  return std::round(std::clamp(v, 0.0, 1.0) * 1000) / 1000;
}

Json ToJson(const Fix& fix) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) {
    edits.push_back({{"offset", edit.span.begin},
                     {"length", edit.span.empty() ? 0 : edit.span.size()},
                     {"text", edit.text}});
  }
  return {{"title", fix.title}, {"safety", Name(fix.safety)}, {"edits", std::move(edits)}};
}

Json ToJson(const std::vector<ReportedRelated>& related) {
  Json out = Json::array();
  for (const ReportedRelated& r : related) {
    out.push_back({{"line", r.place.line},
                   {"column", r.place.column},
                   {"quote", r.quote},
                   {"page", OrNull(r.paper.page)},
                   {"paragraph", OrNull(r.paper.paragraph)}});
  }
  return out;
}

Json ToJson(const ReportedFinding& reported) {
  const Finding& f = reported.finding;
  return {{"rule", f.rule},
          {"severity", Name(f.severity)},
          {"message", f.message},
          {"hint", f.hint},
          {"basis", f.basis},
          {"line", reported.place.line},
          {"column", reported.place.column},
          {"end_line", reported.place.end_line},
          {"end_column", reported.place.end_column},
          {"offset", f.span.begin},
          {"length", f.span.empty() ? 0 : f.span.size()},
          {"quote", reported.quote},
          {"slot", OrNull(f.slot)},
          {"page", OrNull(reported.paper.page)},
          {"paragraph", OrNull(reported.paper.paragraph)},
          {"count", f.count},
          {"related", ToJson(reported.related)},
          {"fingerprint", reported.fingerprint},
          {"state", reported.state},
          {"fix", f.fix ? ToJson(*f.fix) : Json(nullptr)},
          {"section", reported.section}};
}

Json ToJson(const ReportedSlot& slot) {
  return {{"slot", slot.slot},
          {"status", slot.status},
          {"heading", OrNull(slot.heading)},
          {"line", OrNull(slot.line)},
          {"level", OrNull(slot.level)},
          {"confidence", Confidence(slot.confidence)},
          {"name", slot.name},
          {"page", OrNull(slot.paper.page)},
          {"paragraph", OrNull(slot.paper.paragraph)}};
}

Json ToJson(const ReportedHeading& heading) {
  return {{"line", heading.line},
          {"level", heading.level},
          {"number", heading.number},
          {"text", heading.text},
          {"source", heading.source},
          {"confidence", Confidence(heading.confidence)},
          {"slot", OrNull(heading.slot)},
          {"page", OrNull(heading.paper.page)},
          {"paragraph", OrNull(heading.paper.paragraph)}};
}

Json ToJson(const ReportedFact& fact) {
  return {{"name", fact.name},
          {"value", fact.value},
          {"source", fact.source},
          {"line", OrNull(fact.line)},
          {"page", OrNull(fact.paper.page)},
          {"paragraph", OrNull(fact.paper.paragraph)}};
}

Json ToJson(const Summary& s) {
  return {{"documents", s.documents}, {"judged", s.judged}, {"errors", s.errors},
          {"warnings", s.warnings},   {"infos", s.infos},   {"suppressed", s.suppressed},
          {"baseline", s.baseline}};
}

template <typename T>
Json ToJsonArray(const std::vector<T>& values) {
  Json out = Json::array();
  for (const T& value : values) out.push_back(ToJson(value));
  return out;
}

enum class Content { findings, headings };

Json Reason(const DocumentReport& d, Lang lang) {
  if (d.status == DocumentStatus::judged) return nullptr;
  return d.reason.empty() ? ReasonWords(lang, d) : d.reason;
}

Json ToJson(const DocumentReport& d, Content content, Lang lang) {
  Json out = {{"path", d.path},
              {"format", OrNull(d.format)},
              {"encoding", OrNull(d.encoding)},
              {"status", Name(d.status)},
              {"reason", Reason(d, lang)},
              {"title", OrNull(d.title)},
              {"report_year", OrNull(d.report_year)},
              {"issuer", OrNull(d.issuer)},
              {"issue_date", OrNull(d.issue_date)},
              {"slots", ToJsonArray(d.slots)}};
  if (content == Content::findings) {
    out["findings"] = ToJsonArray(d.findings);
  } else {
    out["headings"] = ToJsonArray(d.headings);
  }
  out["packs"] = d.packs;
  out["facts"] = ToJsonArray(d.facts);
  out["encoding_confidence"] = Confidence(d.encoding_confidence);
  out["has_lines"] = d.has_lines;
  out["notes"] = d.notes;
  out["issuer_level"] = OrNull(d.issuer_level);
  return out;
}

// `replace` makes invalid UTF-8 U+FFFD; nothing else in dump() can fail.
std::string Dump(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace);
}

// Writes `value` as it looks `depth` levels down. Line ends inside strings are escaped, so every
// one in the dump is layout.
void WriteNested(const Json& value, int depth, std::ostream& out) {
  const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
  const std::string text = Dump(value);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line_end = text.find('\n', at);
    const std::size_t stop = line_end == std::string::npos ? text.size() : line_end + 1;
    out.write(text.data() + at, static_cast<std::streamsize>(stop - at));
    if (line_end != std::string::npos) out << indent;
    at = stop;
  }
}

}  // namespace

// The outer object is written by hand so that only one document at a time is held as JSON.
void RenderJson(const RunReport& report, const RenderOptions& options, std::ostream& out) {
  Json packs = Json::array();
  for (const PackStamp& pack : report.packs) {
    packs.push_back({{"id", pack.id}, {"version", pack.version}, {"title", pack.title}});
  }
  out << "{\n  \"schema\": \"hegao/check/1\",\n  \"tool\": ";
  WriteNested({{"name", "hegao"}, {"version", report.version}}, 1, out);
  out << ",\n  \"packs\": ";
  WriteNested(packs, 1, out);
  out << ",\n  \"documents\": [";
  const char* separator = "\n    ";
  for (const DocumentReport& document : report.documents) {
    out << separator;
    WriteNested(ToJson(document, Content::findings, options.lang), 2, out);
    separator = ",\n    ";
  }
  out << (report.documents.empty() ? "]" : "\n  ]") << ",\n  \"summary\": ";
  WriteNested(ToJson(report.summary), 1, out);
  out << "\n}\n";
}

void RenderOutlineJson(const DocumentReport& document, const RenderOptions& options,
                       std::ostream& out) {
  out << Dump(ToJson(document, Content::headings, options.lang)) << '\n';
}

}  // namespace hegao
