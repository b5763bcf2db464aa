// The report year cannot be told: no rule about years can then judge anything.
#include "checks/year/kinds.h"

namespace hegao {
namespace {

class YearUndetermined : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    if (in.facts.report_year) return;
    Span at = in.facts.title_span;
    if (at.empty() && !in.doc.blocks.empty()) {
      at = {in.doc.blocks.front().folded.begin, in.doc.blocks.front().folded.begin};
    }
    reporter.Report(at, {});
  }
};

}  // namespace

const CheckKind kYearUndetermined = {
    "year_undetermined",
    {"看不出是哪一年的报告", "The report year cannot be told"},
    "{}",
    {},
    {},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<YearUndetermined>(); }};

}  // namespace hegao
