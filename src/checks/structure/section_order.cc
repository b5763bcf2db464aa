// Sections that stand in another order than the pack wants.
#include "checks/structure/kinds.h"

namespace hegao {
namespace {

class SectionOrder : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (std::size_t later = 0; later < in.specs.size(); ++later) {
      int worst = -1;
      for (std::size_t s = 0; s < in.specs.size(); ++s) {
        if (Inverted(in, s, later) && (worst < 0 || in.specs[s].order > in.specs[worst].order)) {
          worst = static_cast<int>(s);
        }
      }
      if (worst < 0) continue;
      ReportExtras extras;
      extras.related.push_back(in.slots.slots[worst].place);
      reporter.Report(in.slots.slots[later].place,
                      {{"slot", reporter.In(in.specs[later].name)},
                       {"after", reporter.In(in.specs[worst].name)}},
                      extras);
    }
  }

 private:
  /// `later` should stand after `s` and stands before it.
  static bool Inverted(const CheckInput& in, std::size_t s, std::size_t later) {
    const auto& a = in.slots.slots[s];
    const auto& b = in.slots.slots[later];
    return a.status == SlotStatus::found && b.status == SlotStatus::found &&
           in.specs[s].order > 0 && in.specs[s].order < in.specs[later].order &&
           b.place.begin < a.place.begin;
  }
};

}  // namespace

const CheckKind kSectionOrder = {
    "section_order",
    {"各部分先后次序与要求不符（次序由栏目的 order 规定，相同者不分先后）",
     "Sections stand in another order than the slots' `order` says (equal numbers: any order)"},
    "{}",
    {},
    {"slot", "after"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<SectionOrder>(); }};

}  // namespace hegao
