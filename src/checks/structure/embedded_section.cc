// Content that is there, but inside another section where the pack wants a section of its own.
#include <algorithm>

#include "checks/structure/kinds.h"

namespace hegao {
namespace {

class EmbeddedSection : public Check {
 public:
  explicit EmbeddedSection(std::vector<int> slots) : slots_(std::move(slots)) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (const int s : slots_) {
      const auto& r = in.slots.slots[s];
      const auto demand = DemandOf(in.specs[s], in.facts.report_year);
      if (demand == Demand::none || r.status != SlotStatus::embedded) continue;
      ReportExtras extras;
      extras.weaker = demand == Demand::advised;
      std::string where = in.options.lang == Lang::en ? "the running text" : "正文";
      if (r.heading >= 0) where = reporter.Quote(in.doc.headings[r.heading].folded, 24);
      reporter.Report(r.place, {{"slot", reporter.In(in.specs[s].name)}, {"where", where}}, extras);
    }
  }

 private:
  std::vector<int> slots_;
};

}  // namespace

const CheckKind kEmbeddedSection = {
    "embedded_section",
    {"内容写到了，但没有单列一部分", "The content is there, but not as a section of its own"},
    "slots: [first]",
    {{"slots",
      ParamType::slots,
      true,
      {"应当单列的栏目", "slots that want a section of their own"}}},
    {"slot", "where"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<EmbeddedSection>(p.Slots("slots"));
    }};

}  // namespace hegao
