#include "engine/judge.h"

#include <algorithm>

#include "checks/context.h"
#include "document/builder.h"
#include "engine/describe.h"
#include "engine/redact.h"

namespace hegao {
namespace {

std::string FoldedTitle(const Document& doc) {
  std::string title;
  for (const auto b : doc.title_blocks) title += doc.Text(doc.blocks[b].folded);
  return title;
}

/// The packs that apply: by title, else by text. Optional ones have been asked for, or they would
/// not be here, but they do not say what kind of report it is.
Packs Applying(const Document& doc, const Packs& packs) {
  const auto title = FoldedTitle(doc);
  Packs by_title, by_text;
  for (const auto& p : packs) {
    if (p->optional) continue;
    if (AnyMatches(p->applies_title, title))
      by_title.push_back(p);
    else if (AnyMatches(p->applies_text, doc.folded.text()))
      by_text.push_back(p);
  }
  return by_title.empty() ? by_text : by_title;
}

std::string Ids(const Packs& packs) {
  std::string ids;
  for (const auto& p : packs) {
    if (!p->optional) ids += (ids.empty() ? "" : ", ") + p->id;
  }
  return ids;
}

Message WhyNone(const Packs& packs) {
  return {
      "看不出这是哪一类报告，没有适用的规则包；请用 --pack 指定（可用：" + Ids(packs) + "）",
      "no rule pack applies to this document; choose one with --pack (known: " + Ids(packs) + ")"};
}

Message WhySeveral(const Packs& packs) {
  return {"有几个规则包都适用（" + Ids(packs) + "），请用 --pack 指定一个",
          "several rule packs apply (" + Ids(packs) + "); choose one with --pack"};
}

Message WhyNoLayout(const Pack& pack, const Document& doc) {
  return {"规则包 " + pack.id + " 要看版式，这份 " + doc.format +
              " 文档里没有版式信息，无法核对；请提供 .docx 文件",
          "rule pack " + pack.id + " judges the layout, and this " + doc.format +
              " document tells nothing of it; provide a .docx file"};
}

bool HasText(const Document& doc) {
  return std::any_of(doc.blocks.begin(), doc.blocks.end(),
                     [](const Block& b) { return b.InText(); });
}

/// One defect, one finding: where a rule yields to another that reports the same place.
void DropYielding(const Pack& pack, std::vector<Finding>& findings) {
  for (const auto& rule : pack.rules) {
    const auto& to = rule.info.yields_to;
    if (to.empty()) continue;
    std::vector<Span> taken;
    for (const auto& f : findings) {
      if (std::find(to.begin(), to.end(), f.rule) != to.end()) taken.push_back(f.span);
    }
    if (taken.empty()) continue;
    std::sort(taken.begin(), taken.end());
    const auto is_taken = [&](Span place) {
      // Spans of one rule hardly overlap: the last that starts before this one ends decides.
      auto it = std::upper_bound(taken.begin(), taken.end(), Span{place.end, place.end});
      for (int near = 0; near < 4 && it != taken.begin(); ++near) {
        --it;
        if (it->Overlaps(place) || *it == place) return true;
      }
      return false;
    };
    const auto yields = [&](const Finding& f) {
      if (f.rule != rule.info.id || !is_taken(f.span)) return false;
      // One that stands for many places yields where all of them are taken.
      return f.count == 1 || (f.related.size() + 1 == f.count &&
                              std::all_of(f.related.begin(), f.related.end(), is_taken));
    };
    findings.erase(std::remove_if(findings.begin(), findings.end(), yields), findings.end());
  }
}

void RunPack(const Document& doc, const Facts& facts, const Pack& pack,
             const EngineOptions& options, DocumentReport& report) {
  const auto slots = AssignSlots(doc, facts, pack.slots);
  const CheckInput input{doc,
                         facts,
                         slots,
                         pack.slots,
                         EmbeddedLexicon(),
                         options.run,
                         &pack.levels,
                         IssuerLevel(doc, facts, pack.levels)};
  if (input.level >= 0) DescribeLevel(input, report);
  std::vector<Finding> findings;
  for (const auto& rule : pack.rules) {
    if (!RuleApplies(rule.info, input)) continue;
    Reporter reporter(input, rule.info, findings);
    rule.check->Run(input, reporter);
  }
  DropYielding(pack, findings);
  report.packs.push_back(pack.id);
  DescribeSlots(input, report);
  if (options.outline && report.headings.empty()) DescribeHeadings(input, report);
  DescribeFindings(input, std::move(findings), report);
}

void Undetermined(const Message& why, Lang lang, DocumentReport& report) {
  report.status = DocumentStatus::undetermined;
  if (report.reason.empty()) report.reason = why.In(lang);
}

/// Runs the packs that apply, and the optional ones beside them.
void Judge(const Document& doc, const Facts& facts, const Packs& packs,
           const EngineOptions& options, DocumentReport& report) {
  const auto lang = options.run.lang;
  const bool any_kind =
      std::any_of(packs.begin(), packs.end(), [](const auto& pack) { return !pack->optional; });
  auto applying = options.packs_given ? packs : Applying(doc, packs);
  if (!options.packs_given && (any_kind || packs.empty()) && applying.size() != 1) {
    Undetermined(applying.empty() ? WhyNone(packs) : WhySeveral(applying), lang, report);
    return;
  }
  if (!options.packs_given) {
    std::copy_if(packs.begin(), packs.end(), std::back_inserter(applying),
                 [](const auto& pack) { return pack->optional; });
  }
  for (const auto& pack : applying) {
    if (pack->needs_layout && !doc.layout.known) {
      // What the other packs find stays; the whole is not judged.
      Undetermined(WhyNoLayout(*pack, doc), lang, report);
    } else {
      RunPack(doc, facts, *pack, options, report);
    }
  }
  std::stable_sort(report.findings.begin(), report.findings.end(),
                   [](const ReportedFinding& a, const ReportedFinding& b) {
                     return a.finding.span < b.finding.span;
                   });
}

/// The headings of a document no pack judges.
void OutlineAlone(const Document& doc, const Facts& facts, const EngineOptions& options,
                  DocumentReport& report) {
  const std::vector<SlotSpec> none;
  const auto slots = AssignSlots(doc, facts, none);
  DescribeHeadings({doc, facts, slots, none, EmbeddedLexicon(), options.run}, report);
}

}  // namespace

DocumentReport Unreadable(const std::string& path, const Error& error, Lang lang) {
  DocumentReport report;
  report.path = path;
  report.status = error.kind == ErrorKind::undecided ? DocumentStatus::undetermined
                                                     : DocumentStatus::unreadable;
  report.reason = error.message.In(lang);
  return report;
}

Result<std::shared_ptr<const PreviousReport>> ReadPrevious(const std::string& path,
                                                           std::string bytes,
                                                           const EngineOptions& options) {
  auto raw = ReadDocument(path, std::move(bytes), options.read);
  if (!raw) return tl::unexpected(raw.error());
  auto previous = std::make_shared<PreviousReport>();
  previous->doc = BuildDocument(std::move(*raw), path, EmbeddedLexicon());
  if (!HasText(previous->doc)) {
    return Fail(ErrorKind::undecided, {"没有正文文字", "there is no text in it"});
  }
  previous->facts = InferFacts(previous->doc, EmbeddedLexicon(), std::nullopt);
  return previous;
}

DocumentReport JudgeBytes(const std::string& path, std::string bytes, const Packs& packs,
                          const EngineOptions& options) {
  const auto lang = options.run.lang;
  const std::string format(FormatName(path, bytes));
  auto raw = ReadDocument(path, std::move(bytes), options.read);
  if (!raw) {
    auto report = Unreadable(path, raw.error(), lang);
    report.format = format;
    return report;
  }
  return JudgeDocument(path, std::move(*raw), packs, options);
}

DocumentReport JudgeDocument(const std::string& path, RawDocument raw, const Packs& packs,
                             const EngineOptions& options) {
  const auto lang = options.run.lang;
  const auto doc = BuildDocument(std::move(raw), path, EmbeddedLexicon());
  DocumentReport report;
  report.path = path;
  report.format = doc.format;
  report.encoding = doc.encoding;
  report.encoding_confidence = doc.encoding_confidence;
  report.has_lines = doc.map.empty();
  for (const auto& note : doc.notes) report.notes.push_back(note.In(lang));
  const auto facts = InferFacts(doc, EmbeddedLexicon(), options.run.year);
  DescribeFacts(doc, facts, report);
  if (!HasText(doc)) {
    Undetermined({"没有正文文字", "there is no text in it"}, lang, report);
  } else {
    Judge(doc, facts, packs, options, report);
  }
  if (options.outline && report.headings.empty()) OutlineAlone(doc, facts, options, report);
  RedactReport(doc, report);
  return report;
}

}  // namespace hegao
