// Required content that the document does not have, neither as a section nor inside another.
#include <algorithm>

#include "checks/structure/kinds.h"

namespace hegao {
namespace {

/// Where the slot would stand: before the first filled slot that comes after it, else at the end.
Span PlaceFor(const CheckInput& in, std::size_t slot) {
  std::uint32_t best = 0xffffffff;
  for (std::size_t s = 0; s < in.specs.size(); ++s) {
    const auto& r = in.slots.slots[s];
    if (in.specs[s].order > in.specs[slot].order && in.specs[slot].order > 0 &&
        r.status == SlotStatus::found) {
      best = std::min(best, r.place.begin);
    }
  }
  if (best != 0xffffffff) return {best, best};
  const auto& doc = in.doc;
  if (!doc.signature_blocks.empty()) {
    const auto at = doc.blocks[doc.signature_blocks.front()].folded.begin;
    return {at, at};
  }
  return {doc.TextEnd(), doc.TextEnd()};
}

/// The first-level heading it would stand behind, as words; "" if it would come first.
std::string Where(const CheckInput& in, std::size_t slot, const Reporter& reporter) {
  const auto place = PlaceFor(in, slot).begin;
  const Heading* before = nullptr;
  for (const auto& h : in.doc.headings) {
    if (h.level == 1 && h.folded.begin < place) before = &h;
  }
  if (before == nullptr) return "";
  return Fill(in.options.lang == Lang::en ? " after “{h}”" : "放在“{h}”之后，",
              {{"h", reporter.Quote(before->folded)}});
}

class MissingSection : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (std::size_t s = 0; s < in.specs.size(); ++s) {
      const auto& r = in.slots.slots[s];
      const auto demand = DemandOf(in.specs[s], in.facts.report_year);
      if (demand == Demand::none || r.status != SlotStatus::missing) continue;
      ReportExtras extras;
      extras.weaker = demand == Demand::advised;
      extras.subject = in.specs[s].id;
      std::string nearest;
      if (r.nearest >= 0) {
        const auto& h = in.doc.headings[r.nearest];
        nearest = Fill(in.options.lang == Lang::en ? " The closest heading is “{h}” ({l})."
                                                   : "最接近的标题是{l}“{h}”。",
                       {{"h", reporter.Quote(h.folded)}, {"l", reporter.Where(h.folded)}});
        extras.related.push_back(h.folded);
      }
      reporter.Report(PlaceFor(in, s),
                      {{"slot", reporter.In(in.specs[s].name)},
                       {"nearest", nearest},
                       {"where", Where(in, s, reporter)}},
                      extras);
    }
  }
};

}  // namespace

const CheckKind kMissingSection = {
    "missing_section",
    {"必备栏目缺失：没有这一部分，别的部分里也没有写到",
     "Required content is absent, as a section and inside others"},
    "{}",
    {},
    {"slot", "nearest", "where"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<MissingSection>(); }};

}  // namespace hegao
