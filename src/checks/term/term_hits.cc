#include "checks/term/term_hits.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "document/sentence.h"

namespace hegao {
namespace {

constexpr std::size_t kShownOneByOne = 5;

const Message kSurely = {"应为", "should be"};
const Message kPerhaps = {"疑为", "is perhaps a slip for"};

/// What is written at a slip, and what should be.
std::pair<Span, std::string> Mending(const SqueezedText& text, const Slip& slip,
                                     std::u32string_view right) {
  switch (slip.kind) {
    case Slip::Kind::other:
      return {text.Folded(slip.text, slip.text + 1), ToUtf8(right.substr(slip.phrase, 1))};
    case Slip::Kind::missing:
      return {text.Folded(slip.text, slip.text), ToUtf8(right.substr(slip.phrase, 1))};
    case Slip::Kind::extra:
      return {text.Folded(slip.text, slip.text + 1), ""};
    case Slip::Kind::swapped:
      return {text.Folded(slip.text, slip.text + 2), ToUtf8(right.substr(slip.phrase, 2))};
  }
  return {};
}

Fix MakeFix(const Reporter& reporter, const TermHit& hit) {
  Fix fix;
  fix.title = reporter.In({"改为“" + hit.right + "”", "write “" + hit.right + "”"});
  fix.safety = hit.safe ? FixSafety::safe : FixSafety::manual;
  fix.edits = hit.edits;
  return fix;
}

void ReportOne(const std::vector<const TermHit*>& same, Reporter& reporter) {
  const auto& first = *same.front();
  ReportExtras extras;
  extras.at_most = first.level;
  extras.count = static_cast<std::uint32_t>(same.size());
  auto fix = MakeFix(reporter, first);
  for (std::size_t i = 1; i < same.size(); ++i) {
    extras.related.push_back(same[i]->span);
    fix.edits.insert(fix.edits.end(), same[i]->edits.begin(), same[i]->edits.end());
    if (!same[i]->safe) fix.safety = FixSafety::manual;
  }
  if (!first.edits.empty()) extras.fix = std::move(fix);
  const auto& should = first.doubtful ? kPerhaps : kSurely;
  reporter.Report(first.span,
                  {{"text", reporter.Quote(first.span)},
                   {"right", first.right},
                   {"should", reporter.In(should)}},
                  std::move(extras));
}

}  // namespace

ParamSpec LevelParam() {
  return {"level",
          ParamType::choice,
          false,
          {"把握多大：error、warning（缺省）或 info，不高于规则的 severity",
           "how sure: error, warning (default) or info, at most the rule’s severity"},
          0,
          1000000,
          {"error", "warning", "info"}};
}

Severity LevelOf(const Params& record) {
  constexpr Severity kLevels[] = {Severity::error, Severity::warning, Severity::info};
  return kLevels[record.Choice("level", 1)];
}

bool DividedInSource(const Document& doc, const SqueezedText& text, std::size_t at,
                     std::size_t size) {
  for (std::size_t i = at + 1; i < at + size; ++i) {
    if ((text.flags[i] & SqueezedText::after_quote) != 0) return true;
  }
  const auto source = doc.Source(text.Folded(at, at + size));
  const auto written = std::string_view(doc.text).substr(source.begin, source.size());
  return written.find_first_of(" \t") != written.npos || written.find("\u3000") != written.npos;
}

bool IsNearOneOf(const Document& doc, std::uint32_t folded_at,
                 const std::vector<std::string>& words) {
  if (words.empty()) return true;
  const auto sentence = doc.Text(SentenceAround(doc, folded_at));
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& w) { return sentence.find(w) != sentence.npos; });
}

void AddEdits(const Document& doc, const SqueezedText& text, const std::vector<Slip>& slips,
              std::u32string_view right, TermHit* hit) {
  if (!doc.folded.notes().traditional.empty()) hit->safe = false;
  for (const auto& slip : slips) {
    auto [folded, mended] = Mending(text, slip, right);
    const auto source = doc.Source(folded);
    if (hit->right.find(mended) == std::string::npos) {
      // Folding changed the character (著): what is known of it is not what is to be written.
      hit->edits.clear();
      return;
    }
    if (doc.Text(folded) != std::string_view(doc.text).substr(source.begin, source.size())) {
      hit->safe = false;
    }
    if (!hit->edits.empty() && hit->edits.back().span.end >= source.begin) {
      auto& last = hit->edits.back();
      last.span.end = std::max(last.span.end, source.end);
      last.text += mended;
    } else {
      hit->edits.push_back({source, std::move(mended)});
    }
  }
}

std::vector<Slip> SlipsBetween(std::u32string_view right, std::u32string_view wrong,
                               std::uint32_t text_begin) {
  const auto shorter = std::min(right.size(), wrong.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && right[head] == wrong[head]) ++head;
  while (tail < shorter - head && right[right.size() - 1 - tail] == wrong[wrong.size() - 1 - tail])
    ++tail;
  std::vector<Slip> slips;
  const auto right_end = right.size() - tail, wrong_end = wrong.size() - tail;
  for (std::size_t r = head, w = head; r < right_end || w < wrong_end;) {
    const auto kind = r == right_end   ? Slip::Kind::extra
                      : w == wrong_end ? Slip::Kind::missing
                                       : Slip::Kind::other;
    slips.push_back(
        {kind, text_begin + static_cast<std::uint32_t>(w), static_cast<std::uint32_t>(r)});
    if (kind != Slip::Kind::extra) ++r;
    if (kind != Slip::Kind::missing) ++w;
  }
  return slips;
}

void ReportTerms(const Document& doc, std::vector<TermHit> hits, Reporter& reporter) {
  std::sort(hits.begin(), hits.end(), [](const TermHit& a, const TermHit& b) {
    return std::tie(a.rank, a.span) < std::tie(b.rank, b.span);
  });
  std::map<Span, const TermHit*> kept;  // disjoint
  for (const auto& hit : hits) {
    const auto next = kept.lower_bound(hit.span);
    if (next != kept.end() && next->first.Overlaps(hit.span)) continue;
    if (next != kept.begin() && std::prev(next)->first.Overlaps(hit.span)) continue;
    kept.emplace(hit.span, &hit);
  }
  using Kind = std::pair<std::string_view, std::string_view>;
  std::map<Kind, std::vector<const TermHit*>> alike;
  for (const auto& [span, hit] : kept) alike[{doc.Text(span), hit->right}].push_back(hit);
  for (const auto& [kind, same] : alike) {
    if (same.size() > kShownOneByOne) {
      ReportOne(same, reporter);
    } else {
      for (const auto* hit : same) ReportOne({hit}, reporter);
    }
  }
}

}  // namespace hegao
