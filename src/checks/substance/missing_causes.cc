// A section that has to give reasons and gives none.
#include <algorithm>

#include "checks/structure/section_text.h"
#include "checks/substance/kinds.h"
#include "checks/substance/slot_items.h"

namespace hegao {
namespace {

class MissingCauses : public Check {
 public:
  explicit MissingCauses(const Params& p)
      : slots_(p.Slots("slots")),
        causes_(p.Patterns("causes")),
        promise_(p.Patterns("promise")),
        min_chars_(static_cast<std::size_t>(p.Integer("min_chars", 30))) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (const int slot : slots_) {
      const auto bodies = SlotBodies(in, slot);
      if (bodies.empty() || Given(in.doc, bodies)) continue;
      const auto& r = in.slots.slots[slot];
      const auto heading = static_cast<std::uint32_t>(r.heading);
      const auto* section = SectionOf(in.doc, heading);
      // What says next to nothing is another rule's to tell.
      if (section == nullptr || BodyLength(in.doc, *section) < min_chars_) continue;
      ReportExtras extras;
      const bool merged = in.slots.of_heading[heading].size() > 1;
      extras.weaker = merged || !AnyIn(in.doc, promise_, r.place);
      reporter.Report(
          r.place,
          {{"slot", reporter.In(in.specs[slot].name)}, {"heading", reporter.Quote(r.place)}},
          extras);
    }
  }

 private:
  bool Given(const Document& doc, const std::vector<Span>& bodies) const {
    return std::any_of(bodies.begin(), bodies.end(),
                       [&](Span body) { return AnyIn(doc, causes_, body); });
  }

  std::vector<int> slots_;
  std::vector<Pattern> causes_, promise_;
  std::size_t min_chars_;
};

}  // namespace

const CheckKind kMissingCauses = {
    "missing_causes",
    {"应当讲明原因的部分通篇没有讲原因；标题没有说要讲的，级别降低",
     "A section that has to give reasons gives none; weaker where its heading does not promise "
     "them"},
    "slots: [first]\ncauses: ['由于|原因']",
    {{"slots", ParamType::slots, true, {"应当讲原因的栏目", "slots that have to give reasons"}},
     {"causes", ParamType::patterns, true, {"讲原因的文字", "words that give a reason"}},
     {"promise",
      ParamType::patterns,
      false,
      {"标题里说要讲原因的文字", "words of a heading that promise reasons"}},
     {"min_chars",
      ParamType::integer,
      false,
      {"少于这么多汉字不报", "with fewer Han characters it is not reported"},
      0,
      10000}},
    {"slot", "heading"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<MissingCauses>(p); }};

}  // namespace hegao
