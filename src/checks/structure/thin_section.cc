// A slot's section that is shorter than its min_chars.
#include "checks/structure/kinds.h"
#include "checks/structure/section_text.h"

namespace hegao {
namespace {

constexpr std::size_t kSaysNothing =
    8;  // so few characters are a filler, and empty_section's to report

class ThinSection : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (std::size_t s = 0; s < in.specs.size(); ++s) {
      const auto& spec = in.specs[s];
      const auto& r = in.slots.slots[s];
      if (spec.min_chars == 0 || r.status != SlotStatus::found) continue;
      const auto* section = SectionOf(in.doc, static_cast<std::uint32_t>(r.heading));
      if (section == nullptr || IsMerged(in, static_cast<std::uint32_t>(r.heading))) continue;
      const auto length = BodyLength(in.doc, *section);
      // An empty section is empty_section's finding.
      if (length < kSaysNothing || length >= spec.min_chars) continue;
      reporter.Report(r.place, {{"slot", reporter.In(spec.name)},
                                {"chars", std::to_string(length)},
                                {"least", std::to_string(spec.min_chars)}});
    }
  }

 private:
  static bool IsMerged(const CheckInput& in, std::uint32_t heading) {
    return in.slots.of_heading[heading].size() > 1;
  }
};

}  // namespace

const CheckKind kThinSection = {
    "thin_section",
    {"这一部分字数过少（栏目的 min_chars）",
     "A slot's section has fewer characters than its min_chars"},
    "{}",
    {},
    {"slot", "chars", "least"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<ThinSection>(); }};

}  // namespace hegao
