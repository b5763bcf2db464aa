// Two sections of the first level that are the same part of the report.
#include "checks/structure/kinds.h"
#include "checks/structure/section_text.h"

namespace hegao {
namespace {

class DuplicateSection : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (std::size_t s = 0; s < in.specs.size(); ++s) {
      const auto& r = in.slots.slots[s];
      if (r.status != SlotStatus::found) continue;
      const auto& first = in.doc.headings[r.heading];
      const auto key = SameHeadingKey(in.doc, first);
      for (const auto i : r.more) {
        const auto& other = in.doc.headings[i];
        if (other.confidence < 0.9 || first.confidence < 0.9) continue;
        const bool same = SameHeadingKey(in.doc, other) == key;
        if (!same && !in.specs[s].single) continue;
        const auto& later = other.folded.begin > first.folded.begin ? other : first;
        const auto& earlier = &later == &other ? first : other;
        ReportExtras extras;
        extras.weaker = !same;
        extras.related.push_back(earlier.folded);
        reporter.Report(later.folded,
                        {{"slot", reporter.In(in.specs[s].name)},
                         {"place", reporter.Where(earlier.folded)},
                         {"heading", reporter.Quote(earlier.folded)}},
                        extras);
      }
    }
  }
};

}  // namespace

const CheckKind kDuplicateSection = {
    "duplicate_section",
    {"同一部分出现两次", "The same part of the report appears twice"},
    "{}",
    {},
    {"slot", "place", "heading"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<DuplicateSection>(); }};

}  // namespace hegao
