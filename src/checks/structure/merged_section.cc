// One heading that stands for two required parts.
#include "checks/structure/kinds.h"

namespace hegao {
namespace {

class MergedSection : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (std::size_t i = 0; i < in.slots.of_heading.size(); ++i) {
      const auto& of = in.slots.of_heading[i];
      if (of.size() < 2) continue;
      reporter.Report(in.doc.headings[i].folded, {{"first", reporter.In(in.specs[of[0]].name)},
                                                  {"second", reporter.In(in.specs[of[1]].name)}});
    }
  }
};

}  // namespace

const CheckKind kMergedSection = {
    "merged_section",
    {"两个部分合写在一个标题下", "One heading stands for two parts"},
    "{}",
    {},
    {"first", "second"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<MergedSection>(); }};

}  // namespace hegao
