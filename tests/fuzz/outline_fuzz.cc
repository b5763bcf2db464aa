// Any text as a report: outline, facts, slots and findings never crash, every span lies in its text
// and on character boundaries, sections nest, and the same text gives the same result twice.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "document/builder.h"
#include "engine/run.h"
#include "render/renderer.h"
#include "text/utf8.h"

namespace {

using namespace hegao;

#define REQUIRE(condition) Require((condition), #condition, __LINE__)

void Require(bool condition, const char* what, int line) {
  if (condition) return;
  std::fprintf(stderr, "outline_fuzz.cc:%d: %s\n", line, what);
  std::abort();
}

void CheckFolded(const Document& doc, Span s) {
  const auto text = doc.folded.text();
  REQUIRE(s.begin <= s.end && s.end <= text.size());
  REQUIRE(IsBoundary(text, s.begin) && IsBoundary(text, s.end));
  const auto source = doc.Source(s);
  REQUIRE(source.begin <= source.end && source.end <= doc.text.size());
  REQUIRE(IsBoundary(doc.text, source.begin) && IsBoundary(doc.text, source.end));
}

void CheckBlocks(const Document& doc) {
  std::uint32_t last = 0;
  for (const auto& b : doc.blocks) {
    CheckFolded(doc, b.folded);
    REQUIRE(b.folded.begin >= last);
    REQUIRE(b.source.begin <= b.source.end && b.source.end <= doc.text.size());
    last = b.folded.end;
  }
  for (const auto i : doc.title_blocks) REQUIRE(i < doc.blocks.size());
  for (const auto i : doc.signature_blocks) REQUIRE(i < doc.blocks.size());
}

void CheckOutline(const Document& doc) {
  std::uint32_t last = 0;
  for (const auto& h : doc.headings) {
    CheckFolded(doc, h.folded);
    CheckFolded(doc, h.text);
    REQUIRE(h.folded.Contains(h.text) && h.folded.begin >= last);
    REQUIRE(h.level >= 1 && h.level <= 4 && h.block < doc.blocks.size());
    REQUIRE(h.confidence >= 0 && h.confidence <= 1);
    last = h.folded.begin;
  }
  REQUIRE(!doc.sections.empty() && doc.sections[0].heading == -1);
  for (std::size_t i = 0; i < doc.sections.size(); ++i) {
    const auto& s = doc.sections[i];
    CheckFolded(doc, s.folded);
    CheckFolded(doc, s.body);
    REQUIRE(i == 0 || (s.parent >= 0 && static_cast<std::size_t>(s.parent) < i));
    if (i > 0) REQUIRE(doc.sections[s.parent].folded.Contains(s.folded));
    if (i > 0) REQUIRE(doc.sections[s.parent].level < s.level);
    std::uint32_t end = s.folded.begin;
    for (const auto c : s.children) {
      REQUIRE(c < doc.sections.size() && doc.sections[c].parent == static_cast<std::int32_t>(i));
      REQUIRE(doc.sections[c].folded.begin >= end);
      end = doc.sections[c].folded.end;
    }
  }
}

void CheckFacts(const Document& doc, const Facts& facts) {
  CheckFolded(doc, facts.title_span);
  CheckFolded(doc, facts.year_span);
  CheckFolded(doc, facts.issuer_span);
  if (facts.signature) CheckFolded(doc, *facts.signature);
  if (facts.issue_date) CheckFolded(doc, facts.issue_date->folded);
  for (const auto& y : facts.years) {
    CheckFolded(doc, y.folded);
    REQUIRE(y.block < doc.blocks.size());
    REQUIRE(y.heading < static_cast<std::int32_t>(doc.headings.size()));
  }
}

const Packs& EmbeddedPacks() {
  static const Packs kPacks = [] {
    Packs packs;
    for (const auto& id : EmbeddedPackIds()) packs.push_back(LoadPack(id)->pack);
    return packs;
  }();
  return kPacks;
}

std::string Judged(const std::string& path, const std::string& bytes) {
  EngineOptions options;
  options.outline = true;
  options.packs_given = true;
  options.read.encoding = "UTF-8";
  RunReport run;
  run.documents.push_back(JudgeBytes(path, bytes, EmbeddedPacks(), options));
  const auto& document = run.documents.front();
  for (const auto& f : document.findings) {
    REQUIRE(f.place.line >= 1 && f.place.column >= 1 && f.place.end_line >= f.place.line);
    REQUIRE(IsValidUtf8(f.finding.message) && IsValidUtf8(f.quote) && IsValidUtf8(f.frame));
    REQUIRE(f.frame_begin <= f.frame_end && f.frame_end <= f.frame.size());
    REQUIRE(IsBoundary(f.frame, f.frame_begin) && IsBoundary(f.frame, f.frame_end));
    REQUIRE(!f.fingerprint.empty() && f.finding.count >= 1);
  }
  std::ostringstream out;
  FindOutlineRenderer("text")->render(document, {}, out);
  Complete(run, EmbeddedPacks(), Lang::zh);
  for (const auto& r : AllRenderers()) r.render(run, {}, out);
  return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  // Markdown gives structural headings and cells, which plain text cannot.
  const bool markdown = bytes.find("# ") == 0 || bytes.find("\n# ") != bytes.npos ||
                        bytes.find("\n## ") != bytes.npos;
  const std::string path = markdown ? "a.md" : "a.txt";
  auto raw = ReadDocument(path, bytes, {.encoding = "UTF-8"});
  if (raw) {
    const auto doc = BuildDocument(std::move(*raw), path, EmbeddedLexicon());
    REQUIRE(IsValidUtf8(doc.folded.text()));
    CheckBlocks(doc);
    CheckOutline(doc);
    CheckFacts(doc, InferFacts(doc, EmbeddedLexicon(), std::nullopt));
    CheckFacts(doc, InferFacts(doc, EmbeddedLexicon(), 2024));
  }
  REQUIRE(Judged(path, bytes) == Judged(path, bytes));
  return 0;
}
