// The title's year against the year the report is for (--year, or what all the rest of the text
// says).
#include "checks/year/kinds.h"

namespace hegao {
namespace {

class TitleYear : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto& f = in.facts;
    if (!f.title_year || !f.report_year || *f.title_year == *f.report_year) return;
    reporter.Report(f.title_year_span, {{"year", std::to_string(*f.title_year)},
                                        {"report_year", std::to_string(*f.report_year)}});
  }
};

}  // namespace

const CheckKind kTitleYear = {
    "title_year",
    {"标题里的年份与报告年度不一致", "The year in the title is not the report year"},
    "{}",
    {},
    {"year", "report_year"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<TitleYear>(); }};

}  // namespace hegao
