// The kinds that report JudgeYears' verdicts: each names the faults it stands for.
#include <algorithm>

#include "checks/kinds.h"
#include "checks/year_judgement.h"

namespace hegao {
namespace {

class YearCheck : public Check {
 public:
  explicit YearCheck(std::vector<YearFault> faults) : faults_(std::move(faults)) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (const auto& v : JudgeYears(in)) {
      if (std::find(faults_.begin(), faults_.end(), v.fault) == faults_.end()) continue;
      ReportExtras extras;
      extras.weaker = v.weaker;
      extras.count = static_cast<std::uint32_t>(v.more.size()) + 1;
      extras.related = v.more;
      const int report = *in.facts.report_year;
      reporter.Report(v.folded,
                      {{"year", std::to_string(v.year)},
                       {"report_year", std::to_string(report)},
                       {"next_year", std::to_string(report + 1)},
                       {"where", Where(v.fault, in.options.lang)}},
                      extras);
    }
  }

 private:
  static std::string Where(YearFault fault, Lang lang) {
    const bool en = lang == Lang::en;
    switch (fault) {
      case YearFault::stale_heading:
      case YearFault::future_heading:
      case YearFault::plan_heading:
        return en ? "the heading" : "标题";
      case YearFault::stale_opening:
        return en ? "the opening" : "开头";
      case YearFault::throughout:
        return en ? "most of the text" : "通篇多处";
      default:
        return en ? "the text" : "正文";
    }
  }

  std::vector<YearFault> faults_;
};

const std::vector<std::string_view> kVariables = {"year", "report_year", "next_year", "where"};

}  // namespace

const CheckKind kStaleYear = {
    "stale_year",
    {"把往年的年份写成了报告年度", "An earlier year stands where the report year belongs"},
    "{}",
    {},
    kVariables,
    [](const Params&) -> std::unique_ptr<Check> {
      return std::make_unique<YearCheck>(std::vector{YearFault::stale_heading,
                                                     YearFault::stale_opening,
                                                     YearFault::stale_body, YearFault::throughout});
    }};

const CheckKind kFutureYear = {
    "future_year",
    {"把以后的年份当作已经过去来写", "A later year is told as if it were over"},
    "{}",
    {},
    kVariables,
    [](const Params&) -> std::unique_ptr<Check> {
      return std::make_unique<YearCheck>(
          std::vector{YearFault::future_heading, YearFault::future_done});
    }};

const CheckKind kPlanYear = {
    "plan_year",
    {"计划部分写的年份不是报告年度的下一年", "The plan names another year than the next one"},
    "{}",
    {},
    kVariables,
    [](const Params&) -> std::unique_ptr<Check> {
      return std::make_unique<YearCheck>(
          std::vector{YearFault::plan_heading, YearFault::plan_body});
    }};

}  // namespace hegao
