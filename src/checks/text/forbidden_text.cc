// Words that must not stand in a finished document: the general-purpose kind.
#include <algorithm>

#include "checks/marked_span.h"
#include "checks/text/kinds.h"

namespace hegao {
namespace {

enum Where : unsigned {
  in_title = 1,
  in_heading = 2,
  in_body = 4,
  in_signature = 8,
  in_cell = 16,
  in_aside = 32
};

unsigned ParseWhere(const std::vector<std::string>& names) {
  unsigned where = 0;
  for (const auto& n : names) {
    if (n == "title") where |= in_title;
    if (n == "heading") where |= in_heading;
    if (n == "body") where |= in_body;
    if (n == "signature") where |= in_signature;
    if (n == "cell") where |= in_cell;
    if (n == "aside") where |= in_aside;
  }
  return where == 0 ? ~0u : where;
}

unsigned WhereIs(const Document& doc, std::uint32_t block) {
  const auto holds = [&](const std::vector<std::uint32_t>& list) {
    return std::find(list.begin(), list.end(), block) != list.end();
  };
  if (holds(doc.title_blocks)) return in_title;
  if (holds(doc.signature_blocks)) return in_signature;
  switch (doc.blocks[block].kind) {
    case Block::Kind::heading:
      return in_heading;
    case Block::Kind::cell:
      return in_cell;
    case Block::Kind::aside:
      return in_aside;
    default:
      return in_body;
  }
}

class ForbiddenText : public Check {
 public:
  explicit ForbiddenText(const Params& p)
      : patterns_(p.Patterns("patterns")),
        except_(p.Patterns("except")),
        where_(ParseWhere(p.Texts("where"))),
        slots_(p.Slots("slots")),
        once_(p.Boolean("once", false)) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::vector<Span> hits;
    for (const auto& p : patterns_) Collect(in, p, hits);
    std::sort(hits.begin(), hits.end());
    // Two patterns may meet the same words: the first, longest hit stands for them.
    std::vector<Span> kept;
    for (const auto& h : hits) {
      if (kept.empty() || !kept.back().Overlaps(h))
        kept.push_back(h);
      else if (h.size() > kept.back().size())
        kept.back() = h;
    }
    if (once_ && !kept.empty()) {
      ReportExtras extras;
      extras.count = static_cast<std::uint32_t>(kept.size());
      extras.related.assign(kept.begin() + 1, kept.end());
      reporter.Report(kept.front(), {{"text", reporter.Quote(kept.front())}}, extras);
      return;
    }
    for (const auto& h : kept) reporter.Report(h, {{"text", reporter.Quote(h)}});
  }

 private:
  void Collect(const CheckInput& in, const Pattern& p, std::vector<Span>& hits) const {
    in.doc.ForEachMatch(p, [&](std::uint32_t b, const PatternMatch& m) {
      if ((WhereIs(in.doc, b) & where_) == 0) return;
      const auto hit = MarkedSpan(p, m);
      if (!IsExcepted(in.doc, except_, hit) && InSlots(in, hit)) hits.push_back(hit);
    });
  }

  bool InSlots(const CheckInput& in, Span hit) const {
    if (slots_.empty()) return true;
    const int s = in.slots.SlotAt(in.doc, hit.begin);
    return std::find(slots_.begin(), slots_.end(), s) != slots_.end();
  }

  std::vector<Pattern> patterns_, except_;
  unsigned where_;
  std::vector<int> slots_;
  bool once_;
};

}  // namespace

const CheckKind kForbiddenText = {
    "forbidden_text",
    {"不该出现在成稿里的文字", "Words that must not stand in a finished document"},
    "patterns: ['待(补充|定)']",
    {{"patterns",
      ParamType::patterns,
      true,
      {"要找的文字；有 (?P<mark>…) 时只圈这一组",
       "what to find; only the group (?P<mark>…), if any, is marked"}},
     {"except",
      ParamType::patterns,
      false,
      {"落在其中的不报", "places in which nothing is reported"}},
     {"where",
      ParamType::texts,
      false,
      {"title heading body signature cell aside，缺省为全部",
       "title heading body signature cell aside; default all"},
      0,
      1000000,
      {"title", "heading", "body", "signature", "cell", "aside"}},
     {"slots", ParamType::slots, false, {"只看这些栏目", "only in sections of these slots"}},
     {"once", ParamType::boolean, false, {"多处合报一条", "one finding for all places"}}},
    {"text"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<ForbiddenText>(p); }};

}  // namespace hegao
